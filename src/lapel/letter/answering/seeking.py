"""What is sought for a point: in the profile, in the personal connection, in the posting."""

from collections.abc import Iterable, Iterator, Sequence

from lapel.letter.answering.by_numbers import (
    deeds_by_numbers,
    only_counts,
    tell_in_place_of_numbers,
)
from lapel.letter.answering.company_facts import tell_facts, tell_of_company, tell_statement
from lapel.letter.answering.connection import (
    answers_meant,
    connect,
    connect_for_mine,
    says_whole,
    speaks_of,
)
from lapel.letter.answering.evidence import deeds_for, deeds_named
from lapel.letter.answering.inquiry import Inquiry
from lapel.letter.answering.posting import ask_posting, posting_names
from lapel.letter.answering.saying import say_act
from lapel.letter.answering.topics import cannot_be_told, find_told_already, names_deed
from lapel.letter.deeds.scores import SHARED_WORDS
from lapel.letter.deeds.search import Deeds
from lapel.letter.materials import Materials
from lapel.letter.model import ToDo
from lapel.letter.moves import Move
from lapel.letter.points.model import Part, Say, Seek, Side
from lapel.letter.telling.posting import tell_posting
from lapel.text.content import content_stems
from lapel.text.plurals import join_and
from lapel.text.regexes import regex
from lapel.text.words import stems_of

_WANTS = regex(r"You (?:want|plan|hope|need|intend) to [a-z]+ the [a-z]+\.$")
"""A sentence that says only that they want the thing a point names."""
_HOLLOW = regex(r" caught my attention\.$|^I took note of ")
"""A sentence that says of something of the company's only that it was read."""
_OF_IT = regex(r" (?:it|them|this|that)\.$")
"""The end of a sentence that refers to something named before."""


def seek(act: Seek, inquiry: Inquiry) -> Iterator[Move | ToDo]:
    """Yield what the first side has that has it, else the point's own sentence or a to-do."""
    if answers := connect_for_mine(act.targets, inquiry):
        yield from (*answers, *_tell_deeds_beside(answers, act, inquiry))
    elif Side.PROFILE in act.sides and (meant := deeds_by_numbers(act.targets, inquiry)):
        yield from tell_in_place_of_numbers(act.targets, meant, inquiry)
    elif found := _find_first(act, inquiry):
        yield from found
    elif act.otherwise and inquiry.by_number and only_counts(act.otherwise):
        return  # the deed that its numbers named says it
    elif act.otherwise and not _is_told_so(act.otherwise, act.targets, inquiry):
        theirs = Side.POSTING in act.sides and _is_said_better(act)
        said = say_act(act.otherwise, inquiry, theirs=theirs)
        yield from _tell_named_by_tie(act, inquiry) or [said]
        yield from _tell_done_before(act, inquiry)
    elif not (act.quiet or inquiry.by_number):  # else the rest of the point, or that deed, says it
        yield from _answer_by_others(act, inquiry)


def _find_first(act: Seek, inquiry: Inquiry) -> list[Move | ToDo]:
    """Return what the first side with an answer has, with what the others add to it."""
    sides: Sequence[Side] = act.sides
    if _connection_says_whole(act.targets, inquiry) or _only_connection_names(act.targets, inquiry):
        sides = sorted(sides, key=Side.CONNECTION.__ne__)
    for side in sides:
        if found := _find_on(side, act, inquiry):
            beside: list[Move | ToDo] = []
            if side is Side.CONNECTION and Side.PROFILE in sides:
                beside += _tell_deeds_beside(found, act, inquiry)
            if side is not Side.POSTING and Side.POSTING in sides:
                beside += tell_of_company(act.targets, _text_of(found), inquiry)
            return [*found, *beside]
    return []


def _find_on(side: Side, act: Seek, inquiry: Inquiry) -> list[Move | ToDo]:
    """Return what one side has for an act."""
    match side:
        case Side.PROFILE:
            return [*_find_in_profile(act, inquiry)]
        case Side.CONNECTION if _may_connect(act, inquiry.materials):
            return [*_tell_deeds_rather(act, inquiry)] or [*connect(act.targets, inquiry)]
        case Side.POSTING:
            return [*_find_in_posting(act, inquiry)]
        case _:
            return []


def _find_in_profile(act: Seek, inquiry: Inquiry) -> Iterator[Move]:
    said = act.otherwise
    refers_back = said is not None and said.refers_back and Side.POSTING not in act.sides
    strong = (
        (said is not None and not refers_back) or act.quiet or any(map(names_deed, act.targets))
    )
    return deeds_for(act.targets, inquiry, strong=strong, specifics=act.specifics)


def _find_in_posting(act: Seek, inquiry: Inquiry) -> Iterable[Move]:
    told = [*tell_of_company(act.targets, "", inquiry)]
    hollow = act.otherwise and _HOLLOW.search(act.otherwise.variants[0])
    if not told and act.targets and hollow:
        told = tell_statement(act.targets[0], inquiry)
    if told or (_is_said_better(act) and not _is_asked_for(act, inquiry.materials)):
        return told
    tied = act.targets and (act.otherwise is None or act.otherwise.refers_back)
    stated = tell_statement(act.targets[0], inquiry) if tied else []
    if stated and _is_stated_only(act.targets[0], inquiry):
        return stated
    return [*ask_posting(act.targets, inquiry)] or stated


def _is_stated_only(target: str, inquiry: Inquiry) -> bool:
    """Tell whether no duty of the posting has all of a target's several telling words."""
    named = content_stems(target)
    duties = (phrase.text for phrase in tell_posting(inquiry.materials.job, (target,)))
    return len(named) >= SHARED_WORDS and not any(named <= content_stems(d) for d in duties)


def _answer_by_others(act: Seek, inquiry: Inquiry) -> Iterator[Move | ToDo]:
    """Yield an answer or a to-do for a note for which nothing of its own was found.

    What is told for another note may answer it.
    """
    in_profile = Side.PROFILE in act.sides
    told = find_told_already(act.targets, inquiry) if in_profile else ""
    if told:
        inquiry.progress.share(told, inquiry.id)
    elif answers := answers_meant(act.targets, inquiry.materials):
        yield from connect(act.targets, inquiry)
        for answer in answers:
            inquiry.progress.share(answer, inquiry.id)
    elif facts := [*tell_facts(act.targets, inquiry)]:
        yield from facts
    else:
        asked = join_and([f"“{target}”" for target in act.targets]) or "this point"
        where = "profile" if in_profile else "posting"
        why = cannot_be_told(act.targets, inquiry)
        reason = why or f"nothing in the {where} was found for {asked}"
        yield inquiry.todo(inquiry.body, reason, *act.targets)


def _is_told_so(said: Say, targets: Sequence[str], inquiry: Inquiry) -> bool:
    """Tell whether a told deed says what the note says of it: "the choirs came into it"."""
    if not _OF_IT.search(said.variants[0]):
        return False
    asked = content_stems(" ".join(targets))
    told = (inquiry.deeds.deed(id).stems for id in inquiry.progress.told)
    return any(2 * len(asked & stems) >= len(asked) for stems in told)


def _tell_deeds_beside(told: Iterable[Move | ToDo], act: Seek, inquiry: Inquiry) -> Iterator[Move]:
    """Yield the deeds that are named beside what the answers about the connection tell."""
    return deeds_named(act.targets, _text_of(told), inquiry)


def _tell_named_by_tie(act: Seek, inquiry: Inquiry) -> list[Move]:
    """Return the deeds that a tie names on the writer's side, unless it is the company's."""
    said = act.otherwise
    if said is None or not said.refers_back or " your " in said.variants[0]:
        return []
    return [*deeds_named(act.targets, "", inquiry)]


def _tell_done_before(act: Seek, inquiry: Inquiry) -> Iterator[Move]:
    """Yield the deeds that plainly did what the company is said to want.

    "Your plan to bring down agency use" is such a want.
    """
    if act.sides == (Side.POSTING,) and _is_said_better(act):
        done = [target for target in act.targets if _is_told_plainly(target, inquiry.deeds)]
        yield from deeds_for(done, inquiry, strong=True) if done else ()


def _text_of(told: Iterable[Move | ToDo]) -> str:
    """Return the text of moves in their first forms."""
    return " ".join(text for move in told if isinstance(move, Move) for text in move.texts)


def _connection_says_whole(targets: Sequence[str], inquiry: Inquiry) -> bool:
    """Tell whether a note names what the answers about the connection say whole.

    For a note on the company one such target is enough; for any other all must be, and no deed may
    say them, too.
    """
    if inquiry.part is Part.COMPANY:
        return any(says_whole(target, inquiry.materials) for target in targets)
    return bool(targets) and all(
        says_whole(target, inquiry.materials) and not _deed_says_whole(target, inquiry.deeds)
        for target in targets
    )


def _only_connection_names(targets: Sequence[str], inquiry: Inquiry) -> bool:
    """Tell whether a target is the name of somebody whom only the connection speaks of.

    For the opening that is what tells of the others, too: "the van and Mrs. Pruitt".
    """
    if inquiry.part is not Part.OPENING:
        return False
    said = [stems_of(answer.body) for answer in inquiry.materials.answers]
    told = [deed.stems for deed in inquiry.deeds.strongest()]
    names = (content_stems(t) for t in targets if all(word[0].isupper() for word in t.split()))
    return any(
        any(name <= stems for stems in said) and not any(name & stems for stems in told)
        for name in names
        if name
    )


def _deed_says_whole(target: str, deeds: Deeds) -> bool:
    """Tell whether a deed has every telling word of a target."""
    asked = content_stems(target)
    return any(asked <= deed.stems for deed in deeds.answering(target))


def _may_connect(act: Seek, materials: Materials) -> bool:
    """Tell whether the personal connection may answer: it is asked for, or speaks of a target.

    If it is asked for only as one side, what the posting names is something else.
    """
    asked = act.sides[0] is Side.CONNECTION and act.sides[1:] != (Side.PROFILE,)
    noticed = act.otherwise is not None and act.sides[-1] is Side.POSTING
    noticed = noticed and posting_names(act.targets, materials)
    return (asked and not noticed) or speaks_of(act.targets, materials)


def _tell_deeds_rather(act: Seek, inquiry: Inquiry) -> Iterator[Move]:
    """Yield the deeds that surely tell of what the personal connection does not speak of.

    Of what the connection touches they are told only if each target has a deed in its words.
    """
    if not act.targets or Side.PROFILE not in act.sides:
        return
    touches = speaks_of(act.targets, inquiry.materials)
    if not touches or all(_is_told_plainly(target, inquiry.deeds) for target in act.targets):
        yield from deeds_for(act.targets, inquiry, strong=True)


def _is_told_plainly(target: str, deeds: Deeds) -> bool:
    """Tell whether a deed surely tells of a target, in a word of its own.

    One of an entry that the target names need only answer it.
    """
    best = next(iter(deeds.answering(target)), None)
    if best is None or best.stems.isdisjoint(content_stems(target)):
        return False
    return best.strong or (best.is_plain and best.entry.id in deeds.names.split(target)[0])


def _is_asked_for(act: Seek, materials: Materials) -> bool:
    """Tell whether all that the company is said to want is in a duty of its posting.

    The duty says more than "You want to build the partnerships".
    """
    wants = act.otherwise is not None and _WANTS.match(act.otherwise.variants[0])
    return bool(wants) and posting_names(act.targets, materials)


def _is_said_better(act: Seek) -> bool:
    """Tell whether the point says itself what the posting is asked for ("You need …")."""
    return bool(act.targets) and act.otherwise is not None and not act.otherwise.refers_back
