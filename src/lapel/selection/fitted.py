"""A resume on its pages, what was asked of it, and what is wrong where it does not fit."""

from collections.abc import Mapping

from msgspec import Struct

from lapel.document.draft import Draft
from lapel.document.tree import Document
from lapel.fitting.model import Heights, PageGeometry, Pages
from lapel.selection.model import Problem, Selection

WELL_FILLED = 0.9


class Brief(Struct, frozen=True):
    """What is asked of the resume. ``grows`` allows more pages than ``pages`` where needed, and
    enough for the entries ``kept`` beside the bullets of the usual resume.

    ``orders`` are the job file's own orders of highlights, by the entry's id.
    """

    pinned: frozenset[str]
    dropped: frozenset[str]
    orders: Mapping[str, tuple[str, ...]]
    pages: int
    grows: bool
    kept: frozenset[str] = frozenset()


class Fitted(Struct, frozen=True):
    """A resume on its pages, with what it was chosen from.

    ``measured`` are the blocks whose heights are known; of the others ``heights`` has a bound.
    ``asked_pages`` is the number asked for, or the one reached where nobody asked; ``material`` is
    how many pages the profile would fill.
    """

    draft: Draft
    document: Document
    pages: Pages
    geometry: PageGeometry
    step: str
    selection: Selection
    problem: Problem
    heights: Heights
    measured: frozenset[str]
    asked_pages: int
    material: float

    @property
    def well_filled(self) -> bool:
        """Whether the last page is used to 90 % or more."""
        return self.pages.fill_ratio >= WELL_FILLED

    @property
    def candidates(self) -> frozenset[str]:
        """The ids by which matching knows what is chosen: texts, wordings, skills, entries'
        lines.
        """
        return frozenset(
            candidate
            for slot in self.draft.slots()
            for variant in slot.variants
            if variant.id in self.selection.chosen
            for candidate in variant.candidates
        )


class Unfit(Struct, frozen=True):
    """The required content does not fit ``pages`` pages, even at the tightest step and the floors.

    ``cheapest`` are pins by id with the points that leaving each out would free.
    """

    pages: int
    over_pt: float
    line_pt: float
    cheapest: tuple[tuple[str, float], ...]
