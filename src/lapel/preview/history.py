"""Acts taken, so that they can be undone: each with the file's bytes before and after it."""

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace


class Deed(Struct, frozen=True):
    """One change of one file; ``told`` says it in words.

    ``draft`` is the content of a file that does not exist yet: the first change creates the file,
    and undoing it removes the file again.
    """

    path: Path
    before: bytes
    after: bytes
    told: str
    draft: bytes | None = None

    def reversed(self) -> "Deed":
        """Return the change the other way round."""
        return replace(self, before=self.after, after=self.before)


def apply_deed(deed: Deed, current: bytes) -> bytes | None:
    """Return the file's content with the deed done on it as it is now; None where the deed's place
    was changed meanwhile.

    Changes elsewhere in the file are kept: the text before the deed's place, or the text after it,
    is still the same.
    """
    if current == deed.before:
        return deed.after
    start = _measure_common_prefix(deed.before, deed.after)
    end = _measure_common_prefix(deed.before[start:][::-1], deed.after[start:][::-1])
    taken = deed.before[start : len(deed.before) - end]
    put = deed.after[start : len(deed.after) - end]
    if current.startswith(deed.before[:start] + taken):
        return current[:start] + put + current[start + len(taken) :]
    rest = deed.before[start:]
    if current.endswith(rest):
        at = len(current) - len(rest)
        return current[:at] + put + current[at + len(taken) :]
    return None


class History(Struct, frozen=True):
    """The deeds that can be undone, and those that can be redone; the newest is last."""

    done: tuple[Deed, ...] = ()
    undone: tuple[Deed, ...] = ()

    def after(self, deed: Deed) -> "History":
        """Return the history with one more deed; what was undone before can no longer be redone."""
        return History((*self.done, deed))

    def back(self) -> "History":
        """Return the history with the newest deed undone."""
        return History(self.done[:-1], (*self.undone, self.done[-1]))

    def forth(self) -> "History":
        """Return the history with the deed undone last redone."""
        return History((*self.done, self.undone[-1]), self.undone[:-1])


def _measure_common_prefix(one: bytes, other: bytes) -> int:
    for index, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return index
    return min(len(one), len(other))
