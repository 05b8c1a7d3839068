"""The ways to read what a note names: as one thing, and as each thing of a list."""

import re
from collections.abc import Iterator

from lapel.matching.asked.act_reading import without_calling
from lapel.text.regexes import regex

_SEVERAL = regex(r"\s*(?:,|/|&|;|\+|\band\b|\bn?or\b|\bund\b|\bet\b|\by\b)\s*", re.IGNORECASE)
_BRACKETS = regex(r"^(.+?)\s*\((?=[^()]*[^\W\d])([^()]+)\)$")


def partings(subject: str) -> tuple[tuple[str, ...], ...]:
    """Return ways to read a subject: as one thing, and as several ("betting and casino").

    What brackets contain is read before what is in front of them.
    """
    found: dict[tuple[str, ...], None] = {}
    bracketed = _BRACKETS.match(subject)
    for said in (bracketed[2], bracketed[1]) if bracketed else (subject,):
        found |= dict.fromkeys(((said,), (without_calling(said),)))
        found |= dict.fromkeys(tuple(map(without_calling, parts)) for parts in _cut_at_joints(said))
    return tuple(found)


def parts_of(subject: str) -> tuple[str, ...]:
    """Return each thing of a list, without words such as "story" that only say "bullet"."""
    return tuple(map(without_calling, next(_cut_at_joints(subject))))


def is_strung(subject: str) -> bool:
    """Tell whether only commas join the parts of a list."""
    return all(joint.group().strip() == "," for joint in _SEVERAL.finditer(subject))


def _cut_at_joints(said: str) -> Iterator[tuple[str, ...]]:
    """Cut a list at all its joints, then at all but one: "lost and found" may be a single thing."""
    joints = list(_SEVERAL.finditer(said))
    for spared in (None, *joints):
        cuts = [joint for joint in joints if joint is not spared]
        starts = [0, *(cut.end() for cut in cuts)]
        ends = [*(cut.start() for cut in cuts), len(said)]
        yield tuple(filter(None, (said[a:b].strip() for a, b in zip(starts, ends, strict=True))))


def is_several(subject: str) -> bool:
    """Tell whether a subject names several things."""
    return _SEVERAL.search(subject) is not None
