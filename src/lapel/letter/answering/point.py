"""Answers a letter point: each of its acts, from the sides where it looks."""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from lapel.letter.answering.by_numbers import deed_of_sentence
from lapel.letter.answering.claims import tell_claim_with_deed
from lapel.letter.answering.company_facts import tell_statement
from lapel.letter.answering.connection import connect_for_reason, is_told_among
from lapel.letter.answering.credentials import tell_since
from lapel.letter.answering.inquiry import Inquiry
from lapel.letter.answering.saying import ONLY_YOURS, in_posting_words, say_act
from lapel.letter.answering.seeking import seek
from lapel.letter.answering.telegrams import deeds_of_telegram
from lapel.letter.current_role import present_role
from lapel.letter.english.persons import unresolved_pronoun
from lapel.letter.faults import NO_ANTECEDENT, why_not
from lapel.letter.model import SourceKind, ToDo
from lapel.letter.moves import Move
from lapel.letter.points.model import (
    Act,
    Part,
    Posted,
    Say,
    Seek,
    Side,
    Silence,
    Since,
    Today,
    Unsayable,
    Wish,
)
from lapel.letter.telling.connecting.answers import name_company_for_there
from lapel.text.regexes import regex

NO_DATE = "no one certificate of the profile says since when"
_ABOUT_IT = regex(r"I(?:['’]\w+)?(?: (?!the\b|my\b|your\b|an?\b)[a-z]+){1,5} (?:it|them)\b")
"""A sentence that only says something of what was named before it."""
_STRONGEST = Seek((), (Side.PROFILE,))


def answer_point(acts: Sequence[Act], inquiry: Inquiry) -> Iterator[Move | ToDo]:
    """Yield the moves and to-dos for a point's acts, in order."""
    company = inquiry.materials.company
    stands = any(isinstance(act, Say) and not why_not(act.variants[0], company) for act in acts)
    answering = _Answering(inquiry, stands)
    for number, act in enumerate(acts):
        named = not number and inquiry.part is Part.COMPANY and company
        yield from answering.answer(_put_company_for_there(act, company) if named else act)


class _Answering(Struct):
    """The acts of one point, answered one after another.

    ``stands`` says that the point has a sentence of its own. Of the act before, ``nothing_found``
    says that nothing at all was found for it, ``no_move`` that no deed was, and ``of_life`` that
    the personal connection told it; ``connected`` that this told any act before.
    """

    inquiry: Inquiry
    stands: bool
    nothing_found: bool = False
    no_move: bool = False
    of_life: bool = False
    connected: bool = False

    def answer(self, act: Act) -> Iterator[Move | ToDo]:
        """Yield the moves and to-dos for an act, given the acts before it."""
        match act:
            case Say():
                yield from self._say(act)
            case Seek():
                yield from self._seek(act)
            case Today():
                role = [*present_role(self.inquiry.deeds.profile, self.inquiry.sources)]
                yield from role or seek(_STRONGEST, self.inquiry)
            case Since() | Posted() | Unsayable():
                told = [*_tell_alone(act, self.inquiry)]
                self.nothing_found = not told
                yield from told or [_todo(act, self.inquiry)]
            case Silence() | Wish():
                pass

    def _say(self, act: Say) -> Iterator[Move | ToDo]:
        said, inquiry = act.variants[0], self.inquiry
        if inquiry.progress.has_shared(inquiry.id) and unresolved_pronoun(said):
            return  # what was told before says it, or it is seen to be missing
        if self.no_move and not act.refers_back and _ABOUT_IT.match(said):
            yield inquiry.todo(said.rstrip("."), NO_ANTECEDENT)
        elif not self._has_no_hold(act):
            self.nothing_found = False
            yield from (
                in_posting_words(act, inquiry)
                or deed_of_sentence(act, inquiry)
                or tell_claim_with_deed(act, inquiry)
                or deeds_of_telegram(act, inquiry)
                or [say_act(act, inquiry)]
            )

    def _has_no_hold(self, act: Say) -> bool:
        """Tell whether an act refers to a deed before it, and there is none."""
        return act.refers_back and (self.nothing_found or self.of_life)

    def _seek(self, act: Seek) -> Iterator[Move | ToDo]:
        if self.connected and act.sides == (Side.CONNECTION, Side.PROFILE):
            return  # the answers tell it
        if act.otherwise is not None and self._has_no_hold(act.otherwise):
            act = replace(act, otherwise=None)
        asked = act if self.stands else replace(act, quiet=False)
        found = sorted(seek(asked, self.inquiry), key=_is_skill)
        self.no_move = not any(isinstance(part, Move) for part in found)
        self.nothing_found = self.no_move and not act.quiet
        self.of_life = is_told_among(found, self.inquiry.materials)
        self.connected = self.connected or self.of_life
        yield from found


def _tell_alone(act: Since | Posted | Unsayable, inquiry: Inquiry) -> Iterator[Move | ToDo]:
    """Yield what a certificate, the posting or the connection says for an act; maybe nothing."""
    match act:
        case Since():
            yield from tell_since(act.what, inquiry)
        case Posted():
            told = tell_statement(act.what, inquiry)
            yield from told
            yield from [say_act(act.then, inquiry)] if told and act.then else []
        case Unsayable():
            yield from connect_for_reason(act, inquiry)


def _todo(act: Since | Posted | Unsayable, inquiry: Inquiry) -> ToDo:
    """Return the to-do for an act for which nothing was found."""
    match act:
        case Since():
            return inquiry.todo(act.text, NO_DATE)
        case Posted():
            return inquiry.todo(act.text, ONLY_YOURS)
        case Unsayable():
            return inquiry.todo(act.text, act.reason)


def _put_company_for_there(act: Act, company: str) -> Act:
    """Put the company's name for the "there" of a point's first act: "My kids go there"."""
    if not isinstance(act, Say):
        return act
    variants = tuple(name_company_for_there(text, company) for text in act.variants)
    return replace(act, variants=variants, own=act.own and variants == act.variants)


def _is_skill(part: Move | ToDo) -> bool:
    """Tell whether a part of an answer only says a skill of the profile: deeds come before it."""
    first = part.first.sources[0] if isinstance(part, Move) else None
    return first is not None and first.kind is SourceKind.SKILL
