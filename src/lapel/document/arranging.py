"""The order of sections, by who the person is, and of sections and entries as notes ask for it."""

from collections.abc import Sequence
from datetime import MAXYEAR
from typing import Protocol, TypeVar

from lapel.matching.model import Move
from lapel.matching.sections import WORK_ID
from lapel.profile.model import Entry, Profile, SectionKind

BEFORE_STUDIES = 2
"""The number of years before their studies in which students may have begun to work."""


class _Named(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_Named)


def order_for(profile: Profile, order: Sequence[SectionKind]) -> tuple[SectionKind, ...]:
    """Return the theme's order, but with education above work for a person who still studies or
    just finished: it is the newest entry, and all work began beside it.
    """
    education, work = SectionKind.EDUCATION, SectionKind.WORK
    if not _is_student(profile) or order.index(education) < order.index(work):
        return tuple(order)
    others = [kind for kind in order if kind is not education]
    others.insert(others.index(work), education)
    return tuple(others)


def _is_student(profile: Profile) -> bool:
    shown = [entry for entry in profile.entries if not entry.hidden]
    studies = [entry for entry in shown if entry.section is SectionKind.EDUCATION]
    newest = max(studies, key=_find_end_year, default=None)
    if newest is None or not _find_end_year(newest):
        return False
    began = (newest.start.year if newest.start else None) or _find_end_year(newest)
    dates = (date.year for entry in shown for date in (entry.start, entry.end) if date)
    jobs = [e.start.year for e in shown if e.section is SectionKind.WORK and e.start]
    beside = (
        year is None or began - BEFORE_STUDIES <= year < _find_end_year(newest) for year in jobs
    )
    return all(beside) and _find_end_year(newest) >= max(year for year in dates if year)


def _find_end_year(studies: Entry) -> int:
    """Return the year studies ended in, 0 where no end is known."""
    end = studies.end
    return 0 if end is None else MAXYEAR if end.present else end.year or 0


def apply_moves(items: Sequence[T], moves: Sequence[Move]) -> tuple[T, ...]:
    """Return sections, or the entries of one, after the moves; a later move overrules an earlier
    one.

    Several that go to one place keep the order in which they were named.
    """
    by_id = {item.id: item for item in items}
    order = list(by_id)
    for move in reversed(moves):
        if move.id in order:
            was = order.index(move.id)
            order.remove(move.id)
            order.insert(_find_place(move, order, was), move.id)
    return tuple(by_id[id] for id in order)


def _find_place(move: Move, others: Sequence[str], was: int) -> int:
    if move.to == "last":
        return len(others)
    if move.to == "up" and WORK_ID in others:
        return min(was, others.index(WORK_ID) + 1)
    if move.to == "before":
        return others.index(move.beside) if move.beside in others else was
    return 0
