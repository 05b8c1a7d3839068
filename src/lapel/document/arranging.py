"""The order of sections, by who the person is and what notes ask; and wordings that notes ask
for.
"""

from collections.abc import Mapping, Sequence
from datetime import MAXYEAR

from lapel.document.wordings import FixedWordings
from lapel.matching.model import Move
from lapel.matching.sections import PREFIX
from lapel.profile.model import Entry, Profile, SectionKind

BEFORE_STUDIES = 2
"""Students may have begun to work so many years before their studies."""


def order_for(profile: Profile, order: Sequence[SectionKind]) -> tuple[SectionKind, ...]:
    """Return the theme's order, but with education above work for a person who still studies or
    just finished: it is the newest entry, and all work began beside it.
    """
    education, work = SectionKind.EDUCATION, SectionKind.WORK
    if not _studies(profile) or order.index(education) < order.index(work):
        return tuple(order)
    others = [kind for kind in order if kind is not education]
    others.insert(others.index(work), education)
    return tuple(others)


def _studies(profile: Profile) -> bool:
    shown = [entry for entry in profile.entries if not entry.hidden]
    studies = [entry for entry in shown if entry.section is SectionKind.EDUCATION]
    newest = max(studies, key=_ended, default=None)
    if newest is None or not _ended(newest):
        return False
    began = (newest.start.year if newest.start else None) or _ended(newest)
    dates = (date.year for entry in shown for date in (entry.start, entry.end) if date)
    jobs = [e.start.year for e in shown if e.section is SectionKind.WORK and e.start]
    beside = (year is None or began - BEFORE_STUDIES <= year < _ended(newest) for year in jobs)
    return all(beside) and _ended(newest) >= max(year for year in dates if year)


def _ended(studies: Entry) -> int:
    """Return the year studies ended in, 0 where no end is known."""
    end = studies.end
    return 0 if end is None else MAXYEAR if end.present else end.year or 0


def arrange_sections(
    order: Sequence[SectionKind], moves: Sequence[Move]
) -> tuple[SectionKind, ...]:
    """Return the theme's order of sections after the moves; a later move overrules an earlier one.

    Several that go to one place keep the order in which they were named.
    """
    arranged = list(order)
    for move in reversed(moves):
        kind = next((k for k in order if f"{PREFIX}{k.value}" == move.section), None)
        if kind is None:
            continue  # the summary is above all sections
        arranged.remove(kind)
        arranged.insert(_place(move, arranged), kind)
    return tuple(arranged)


def _place(move: Move, others: Sequence[SectionKind]) -> int:
    if move.to == "first":
        return 0
    if move.to == "last":
        return len(others)
    if move.to == "up":
        return others.index(SectionKind.WORK) + 1
    beside = (i for i, kind in enumerate(others) if f"{PREFIX}{kind.value}" == move.beside)
    return next(beside, len(others))


def noted_wordings(
    profile: Profile, wordings: Mapping[str, str], fixed: FixedWordings
) -> FixedWordings:
    """Return the fixed forms with those that notes ask for; the front matter's win."""
    texts = {
        highlight.id: (wording.name, wording.text.markdown)
        for entry in profile.entries
        for highlight in entry.highlights
        for wording in highlight.wordings
        if wordings.get(highlight.id) == wording.name
    }
    return {**texts, **fixed}
