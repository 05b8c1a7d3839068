"""What a point says in its own words, or the posting in its place."""

import re
from collections.abc import Iterator

from lapel.letter.answering.company_facts import tell_statement
from lapel.letter.answering.connection import is_quoted
from lapel.letter.answering.inquiry import Inquiry
from lapel.letter.deeds.scores import SHARED_WORDS
from lapel.letter.model import Sentence, Source, SourceKind, ToDo
from lapel.letter.moves import Move
from lapel.letter.points.model import Say
from lapel.letter.style import may_be_drafted
from lapel.text.content import content_stems
from lapel.text.regexes import regex

ONLY_YOURS = "the posting does not say it, and only you can"
_MINE_TOO = regex(r"\b(?:I|me|my|mine|we|our)\b")
_OF_THEM = regex(r"\b(?:there|you|your|they|them|their)\b", re.IGNORECASE)
_THEY_SAY = regex(
    r"^You (?:(?P<bare>say|write)|mention|stress|call for|ask for|want|value|promise)"
    r" (?P<what>(?!that\b)[a-z -]+)\.$"
)
"""A sentence that names what the posting says, without saying it: "You say patience"."""
_SPOKEN = (("I am ", "I'm "), ("I would ", "I'd "))


def say_act(act: Say, inquiry: Inquiry, *, theirs: bool = False) -> Move:
    """Return an act's sentence in its sound forms, or its first form if none is sound."""
    texts = [text for text in act.variants if act.own or may_be_drafted(text)] or [
        *act.variants[:1]
    ]
    if not act.own:
        texts += _as_spoken(texts[0])
    forms = ((_sentence(text, act, inquiry),) for text in texts)
    return Move(tuple(forms), theirs=theirs)


def _sentence(text: str, act: Say, inquiry: Inquiry) -> Sentence:
    own = act.own or (inquiry.note is not None and is_quoted(text, inquiry.note))
    return Sentence(text, (*inquiry.sources, *_job_fields(text, inquiry)), own)


def _as_spoken(text: str) -> Iterator[str]:
    """Yield the sentence as spoken, so that two need not begin alike: "I'm available"."""
    for whole, spoken in _SPOKEN:
        if text.startswith(whole):
            yield spoken + text.removeprefix(whole)


def _job_fields(text: str, inquiry: Inquiry) -> Iterator[Source]:
    """Yield the fields of the job that a sentence names and the note does not."""
    materials = inquiry.materials
    for field_name, value in (("company", materials.company), ("position", materials.position)):
        if value and value in text and value not in inquiry.text:
            yield Source(SourceKind.JOB, field_name)


def in_posting_words(act: Say, inquiry: Inquiry) -> list[Move | ToDo]:
    """Return what the posting says of the company where a sentence of lapel's only points at that.

    "You say patience" and "Donors are neighbors there" do.
    """
    said, company = act.variants[0], inquiry.materials.company
    if named := _THEY_SAY.match(said):
        left = [inquiry.todo(said.rstrip("."), ONLY_YOURS)] if named["bare"] else []
        return [*tell_statement(named["what"], inquiry)] or [*left]
    of_them = _OF_THEM.search(said) or (company and company in said)
    if act.own or _MINE_TOO.search(said) or not of_them:
        return []
    whole = len(content_stems(said) - content_stems(company)) >= SHARED_WORDS
    return [*tell_statement(said, inquiry)] if whole else []
