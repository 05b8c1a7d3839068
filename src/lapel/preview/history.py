"""Acts taken, so that they can be taken back: each the file's bytes before and after it."""

from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace


class Deed(Struct, frozen=True):
    """One change of one file; ``told`` says it in words.

    ``draft`` is what a file that is not there would say: the first change begins it, and with that
    taken back it is gone again.
    """

    path: Path
    before: bytes
    after: bytes
    told: str
    draft: bytes | None = None

    def reversed(self) -> "Deed":
        """The change the other way round."""
        return replace(self, before=self.after, after=self.before)


def redone(deed: Deed, current: bytes) -> bytes | None:
    """The file as it is now with the deed done; None where the place of it was changed meanwhile.

    A file that was changed elsewhere keeps those changes: what stood before the deed's place, or
    what stood after it, is still the same.
    """
    if current == deed.before:
        return deed.after
    start = _common_prefix(deed.before, deed.after)
    end = _common_prefix(deed.before[start:][::-1], deed.after[start:][::-1])
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
    """The deeds that can be taken back, and those that can be done again; the newest is last."""

    done: tuple[Deed, ...] = ()
    undone: tuple[Deed, ...] = ()

    def after(self, deed: Deed) -> "History":
        """With one more deed; what was taken back before is out of reach then."""
        return History((*self.done, deed))

    def back(self) -> "History":
        """With the newest deed taken back."""
        return History(self.done[:-1], (*self.undone, self.done[-1]))

    def forth(self) -> "History":
        """With the deed taken back last done again."""
        return History((*self.done, self.undone[-1]), self.undone[:-1])


def _common_prefix(one: bytes, other: bytes) -> int:
    for index, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return index
    return min(len(one), len(other))
