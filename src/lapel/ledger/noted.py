"""The note that keeps content off the page, short, or on it, by its line in the job file."""

from collections.abc import Collection

from lapel.matching.acts import ActKind
from lapel.matching.model import Matches

LEAVING = (ActKind.OUT, ActKind.SINCE, ActKind.SHORT, ActKind.ONLY)
KEEPING = (ActKind.KEEP, ActKind.WHOLE, ActKind.FIRST, ActKind.UP)


def note_on(ids: Collection[str], kinds: Collection[ActKind], matches: Matches) -> str:
    """Name the first note that orders so of any of these ids: "the note on line 19"."""
    for asked in matches.requirements:
        for act in asked.acts:
            if act.kind in kinds and not set(ids).isdisjoint(act.named):
                return f"the note on line {asked.place.line}"
    return "a note"
