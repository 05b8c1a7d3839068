"""What the notes do not want told: "not the puppies", "keep the badger out", "only the docks".

What is refused is never told. What a note only wants shorter, or only in part, is told where a
letter point asks for it and nowhere else.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from lapel.job.model import Job, Note, NoteKind
from lapel.letter.deeds import Deeds
from lapel.matching.acting import names_bullet
from lapel.matching.wishes import ActKind
from lapel.text.inline import plain_text
from lapel.values import dataclass

_KINDS = (NoteKind.HINT, NoteKind.IDEA, NoteKind.EMPHASIS)
_NAMED = (
    r"(?:the |my |any |that |those )?(?P<what>[\w'’& -]{3,40}?)"
    r"(?: one| ones| bit| stuff| thing| story)?"
)
_END = r"(?=$|[,;.:()!?]| (?:please|though|because|since|b/c|if|unless)\b)"
_BEFORE = r"(?:^|[,;.:(–—-]\s*|\bbut )(?:and )?(?:please )?(?:definitely )?"
_REFUSED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_BEFORE}(?:not|no|never|without|minus|except|nothing (?:on|about)"
        rf"|(?:everything|all|anything) but) {_NAMED}{_END}",
        rf"{_BEFORE}(?:drop|skip|omit|forget|cut|leave (?:out|off)|lose"
        rf"|don'?t (?:mention|show|use)) {_NAMED}{_END}",
        rf"\b(?:keep|leave) {_NAMED} (?:out|off|away)\b",
    )
)
_NO_REFUSAL = re.compile(
    r"^(?:just|only|yet|need|room|more|less|later|sure|if|unless|when|always|really|necessarily|"
    r"much|too|so|longer|matter|problem|idea|time|one|as)\b",
    re.IGNORECASE,
)
_ONLY = re.compile(
    r"^(?:just|only) (?:what (?:shows|says)(?: that| I know)? |that |those |the |my |if it's )?"
    rf"(?P<what>[\w'’& -]{{3,40}}?){_END}",
    re.IGNORECASE,
)
_SHORT = re.compile(
    r"\b(?:only if|if (?:there'?s|there is|we have) (?:room|space)|unless there'?s room|if tight"
    r"|one line|a line|one or two|keep (?:it )?(?:short|brief)|last|least)\b"
    r"|^(?:short|brief)\b|^(?:drop|skip|cut|leave out)(?: it)?(?=$|[,;.]| if| unless)",
    re.IGNORECASE,
)
_MOST_MEANT = 3
"""What a refusal without an employer fits more of than this is not what it means."""


@dataclass(frozen=True, slots=True)
class Barred:
    """Ids of highlights ``never`` told; ``quiet`` are those told only where a point asks."""

    never: frozenset[str]
    quiet: frozenset[str]


def without_barred(job: Job, deeds: Deeds) -> Deeds:
    """The deeds but for those that the notes refuse, the others with what they play down."""
    barred = read_barred(job, deeds)
    return replace(deeds, dropped=(*deeds.dropped, *barred.never), quiet=barred.quiet)


def read_barred(job: Job, deeds: Deeds) -> Barred:
    """What the notes refuse and what they play down."""
    never: set[str] = set()
    quiet: set[str] = set()
    for requirement in deeds.matches.requirements:
        for act in requirement.acts:
            if act.kind is ActKind.LESS:
                never |= {id for id in act.named if id in deeds.told_of}
    for note in job.notes:
        if note.kind not in _KINDS:
            continue
        entries = deeds.matches.placements.get(note.id, ())
        never |= set(_refused(note, entries, deeds))
        quiet |= set(_played_down(note, entries, deeds))
    return Barred(frozenset(never), frozenset(quiet))


def _refused(note: Note, entries: Collection[str], deeds: Deeds) -> Iterator[str]:
    text = (note.body if entries else note.text).replace("’", "'")
    for pattern in _REFUSED:
        for found in pattern.finditer(text):
            if _NO_REFUSAL.match(found["what"]):
                continue
            meant = _meant(found["what"], entries, deeds)
            if entries or len(meant) <= _MOST_MEANT:
                yield from meant


def _meant(what: str, entries: Collection[str], deeds: Deeds) -> list[str]:
    """The highlights that words name, by their own words or by their id."""
    return [
        id
        for id, (highlight, entry) in deeds.told_of.items()
        if (not entries or entry.id in entries)
        and names_bullet(what, plain_text(highlight.text.markdown), id)
    ]


def _played_down(note: Note, entries: Collection[str], deeds: Deeds) -> Iterator[str]:
    """The highlights of a hint's entries that it does not want by itself."""
    if note.kind is not NoteKind.HINT or not entries:
        return
    theirs = [id for id, (_, entry) in deeds.told_of.items() if entry.id in entries]
    if (only := _ONLY.match(note.body)) and not _NO_REFUSAL.match(only["what"]):
        shown = {deed.highlight.id for deed in deeds.answering(only["what"], entries)}
        yield from (id for id in theirs if shown and id not in shown)
    elif _SHORT.search(note.body):
        yield from theirs
