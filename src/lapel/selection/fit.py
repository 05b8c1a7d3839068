"""Fitting a resume to its pages: the best content first, then the gaps closed around it.

A theme's steps are tried in turn, since another step rewraps the text: the normal one, the
compact one only where the normal cannot hold what must stand, the roomy one only where the
content ends before the last page is well filled. At one step the content is chosen for the
default gaps, or for the floors where nothing fits otherwise. A page that turns early leaves
room that the sum of heights does not know of, so the budget is lowered by what passed the last
page, and chosen again, a few times at most.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from lapel.document.draft import Draft, compose_document
from lapel.document.tree import Block, Document
from lapel.fitting.model import Heights, PageGeometry, Pages
from lapel.fitting.spacing import DEFAULT, FLOOR, close_gaps, overflow_pt
from lapel.matching.model import Matches
from lapel.profile.model import Profile
from lapel.selection.model import CannotFit, Problem, Selection
from lapel.selection.ordering import order_highlights
from lapel.selection.program import build_problem
from lapel.selection.solver import solve
from lapel.theme.model import BlockKind, Theme

WELL_FILLED = 0.9
ROUNDS = 8
LEAST_CUT_PT = 0.5

Measure = Callable[[Sequence[Block], str], Mapping[str, float]]
"""Gives the heights of leaves in points, by block id, at a named step of the theme."""


@dataclass(frozen=True, slots=True)
class Brief:
    """What the resume is asked to be; ``grows`` allows more pages than ``pages`` where it must.

    ``orders`` are the job file's own orders of highlights, by the entry's id.
    """

    pinned: frozenset[str]
    dropped: frozenset[str]
    orders: Mapping[str, tuple[str, ...]]
    pages: int
    grows: bool


@dataclass(frozen=True, slots=True)
class Fitted:
    """A resume on its pages, with what it was chosen from."""

    document: Document
    pages: Pages
    geometry: PageGeometry
    step: str
    selection: Selection
    problem: Problem
    heights: Heights
    asked_pages: int

    @property
    def well_filled(self) -> bool:
        """Whether the last page is used to 90 % or more."""
        return self.pages.fill_ratio >= WELL_FILLED


@dataclass(frozen=True, slots=True)
class Unfit:
    """What must stand does not fit ``pages`` pages, even at the tightest step and the floors.

    ``cheapest`` are pins by id with the points that leaving each out would free.
    """

    pages: int
    over_pt: float
    line_pt: float
    cheapest: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class _Bench:
    """What stays the same while steps and budgets are tried."""

    draft: Draft
    matches: Matches
    profile: Profile
    theme: Theme
    brief: Brief
    measure: Measure
    geometries: Mapping[str, PageGeometry]


def fit_resume(
    draft: Draft,
    matches: Matches,
    profile: Profile,
    theme: Theme,
    geometries: Mapping[str, PageGeometry],
    brief: Brief,
    measure: Measure,
) -> Fitted | Unfit:
    """The best resume on the pages asked for; on fewer where the profile has too little to say.

    ``geometries`` gives the page of each step, named as in the theme, from roomy to compact.
    """
    bench = _Bench(draft, matches, profile, theme, brief, measure, geometries)
    pages = brief.pages
    fitted = _fit_pages(bench, pages)
    while isinstance(fitted, Unfit) and brief.grows and pages < brief.pages + ROUNDS:
        pages += 1
        fitted = _fit_pages(bench, pages)
    while isinstance(fitted, Fitted) and not fitted.well_filled and pages > 1:
        pages -= 1
        fewer = _fit_pages(bench, pages)
        if isinstance(fewer, Unfit):
            break
        fitted = fewer
    if isinstance(fitted, Fitted):
        return replace(fitted, asked_pages=brief.pages)
    return fitted


def _fit_pages(bench: _Bench, pages: int) -> Fitted | Unfit:
    roomy, normal, compact = bench.geometries
    fitted = _fit_step(bench, normal, pages)
    if isinstance(fitted, Unfit):
        return _fit_step(bench, compact, pages)
    if fitted.well_filled:
        return fitted
    wider = _fit_step(bench, roomy, pages)
    return wider if isinstance(wider, Fitted) else fitted


def _fit_step(bench: _Bench, step: str, pages: int) -> Fitted | Unfit:
    heights = Heights(bench.measure(tuple(bench.draft.blocks()), step), bench.theme.gaps())
    for scale in (DEFAULT, FLOOR):
        fitted = _fit_at(bench, step, pages, heights, scale)
        if isinstance(fitted, Fitted):
            return fitted
    return fitted


def _fit_at(bench: _Bench, step: str, pages: int, heights: Heights, scale: float) -> Fitted | Unfit:
    """Choose for the gaps of one scale, and lower the budget until the pages hold the choice."""
    geometry = bench.geometries[step]
    header_pt = sum(_cost_pt(block, heights, scale) for block in bench.draft.header)
    budget_pt = pages * geometry.content_height_pt(scale) - header_pt
    costs = option_costs(bench.draft, heights, scale)
    for _ in range(ROUNDS):
        problem = build_problem(
            bench.draft,
            bench.matches,
            bench.profile,
            bench.brief.pinned,
            bench.brief.dropped,
            costs,
            budget_pt,
        )
        selection = solve(problem)
        if isinstance(selection, CannotFit):
            return _unfit(bench, step, pages, selection)
        chosen = selection.chosen
        orders = order_highlights(bench.draft, chosen, bench.matches, bench.brief.orders)
        document = compose_document(bench.draft, chosen, orders)
        placed = close_gaps(tuple(document.blocks()), heights, geometry, pages)
        if placed.count <= pages:
            return Fitted(document, placed, geometry, step, selection, problem, heights, pages)
        budget_pt = min(budget_pt, selection.used_pt) - max(
            LEAST_CUT_PT, overflow_pt(placed, pages)
        )
    return Unfit(pages, overflow_pt(placed, pages), _line_pt(bench, step), ())


def option_costs(draft: Draft, heights: Heights, scale: float) -> dict[str, float]:
    """The height with gaps, in points, of every variant, employer's line and heading, by id."""
    costs = {}
    for section in draft.sections:
        costs[section.id] = _cost_pt(section.heading, heights, scale)
        for group in section.groups:
            if group.line is not None:
                costs[group.id] = _cost_pt(group.line, heights, scale)
    for slot in draft.slots():
        for variant in slot.variants:
            costs[variant.id] = sum(_cost_pt(block, heights, scale) for block in variant.blocks)
    return costs


def _cost_pt(block: Block, heights: Heights, scale: float) -> float:
    return heights.height_pt[block.id] + heights.gaps[block.kind].at(scale)


def _unfit(bench: _Bench, step: str, pages: int, found: CannotFit) -> Unfit:
    return Unfit(pages, found.over_pt, _line_pt(bench, step), found.cheapest)


def _line_pt(bench: _Bench, step: str) -> float:
    """The height of a line of a bullet at a step."""
    style = bench.theme.styles[BlockKind.BULLET]
    return style.leading_pt * bench.theme.step(step).size_factor
