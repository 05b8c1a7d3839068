"""Which of two jobs came first, if their dates leave no doubt."""

from lapel.profile.model import Date, Entry, SectionKind

_FIRST, _LAST = 1, 12


def is_before(entry: Entry, other: Entry) -> bool:
    """Tell whether a job was over when another began.

    Only work is compared, since other things run beside it. A month that is not known may be any of
    its year: then the answer is no.
    """
    if not entry.section is other.section is SectionKind.WORK:
        return False
    ended, began = _latest(entry.end), _earliest(other.start)
    return ended is not None and began is not None and ended <= began


def is_going_on(entry: Entry) -> bool:
    """Tell whether something began in a known year and has no end."""
    return entry.goes_on and entry.start is not None and entry.start.year is not None


def newest_first(entry: Entry) -> tuple[int, int]:
    """Return a sort key that puts the latest start first and entries without a year last."""
    year, month = _earliest(entry.start) or _latest(entry.end) or (0, 0)
    return (-year, -month)


def _latest(date: Date | None) -> tuple[int, int] | None:
    if date is None or date.present or date.year is None:
        return None
    return (date.year, date.month or _LAST)


def _earliest(date: Date | None) -> tuple[int, int] | None:
    if date is None or date.present or date.year is None:
        return None
    return (date.year, date.month or _FIRST)
