"""Fitting a resume to its pages: the best content first, then the gaps closed around it.

A theme's steps are tried in turn, since another step rewraps the text: the normal one; the compact
one only where the normal cannot hold the required content or leaves room for few bullets; the roomy
one only where the content ends before the last page is well filled. At one step the content is
chosen for the default gaps, or for the floors where otherwise nothing or few bullets fit. A page
that turns early leaves room unknown to the sum of heights. So the budget is lowered by the text
past the last page, and the content chosen again, a few times at most.

Measuring costs a layout, so only a shortlist is measured (``selection/shortlist.py`` says why
nothing is lost by that).
"""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from lapel.document.draft import Draft, compose_document
from lapel.document.tree import Document
from lapel.fitting.holding import hold_lists
from lapel.fitting.model import Heights, Pages, Ruler
from lapel.fitting.pagination import paginate
from lapel.fitting.spacing import DEFAULT, FLOOR, close_gaps, overflow_pt
from lapel.matching.model import Matches
from lapel.profile.model import Profile
from lapel.selection.costs import HeightTable, cost_pt, option_blocks, option_costs, under_header_pt
from lapel.selection.fitted import Brief, Fitted, Unfit
from lapel.selection.model import CannotFit, Problem, Selection
from lapel.selection.objective import Demand
from lapel.selection.ordering import order_highlights
from lapel.selection.problem import build_problem
from lapel.selection.shortlist import Answer, find_taken, shortlist, solve_measured
from lapel.theme.model import BlockKind, Theme

LEAST_FILLED, BARELY_FILLED, MOST_LOST = 0.6, 0.4, 0.2
"""How full the last of several pages must be to stay: from the first on it always does, below the
second never, and between them where a page less would lose more than the third, of a page's height,
or anything where so many pages were asked for.
"""
ROUNDS = 8
LEAST_CUT_PT = 0.5
FEWEST_BULLETS = 10
LIMITS_RAISED = (0, 2, 100)
FEW_BULLETS = 6
"""A single page with fewer bullets than this says too little of what somebody did."""
WORTH_TIGHTER = 2
"""Tighter lines must bring at least so many more bullets."""


class _Bench(Struct, frozen=True):
    """What stays the same while steps and budgets are tried."""

    draft: Draft
    matches: Matches
    profile: Profile
    theme: Theme
    brief: Brief
    rulers: Mapping[str, Ruler]
    demand: Demand


def fit_resume(
    draft: Draft,
    matches: Matches,
    profile: Profile,
    theme: Theme,
    brief: Brief,
    rulers: Mapping[str, Ruler],
) -> Fitted | Unfit:
    """Fit the best resume on the pages asked for; on fewer where the profile fills too little of
    the last.

    ``rulers`` give the page and the heights of each step, named as in the theme, from roomy to
    compact.
    """
    bench = _Bench(draft, matches, profile, theme, brief, rulers, Demand(matches))
    pages = brief.pages
    fitted = _fit_pages(bench, pages)
    while isinstance(fitted, Unfit) and brief.grows and pages < brief.pages + ROUNDS:
        pages += 1
        fitted = _fit_pages(bench, pages)
    if isinstance(fitted, Unfit):
        return fitted
    material = fitted.material
    while pages > 1 and fitted.material < pages - 1 + LEAST_FILLED:
        less = min(pages - 1, fitted.pages.count)  # page counts between the two change nothing
        fewer = _fit_pages(bench, less)
        most_lost = MOST_LOST if brief.grows else 0.0
        if isinstance(fewer, Unfit) or _loses_too_much(most_lost, fitted, fewer):
            break
        fitted, pages = fewer, less
    asked = fitted.pages.count if brief.grows else brief.pages
    fitted = replace(fitted, asked_pages=asked, material=material)
    return _fit_with_entries(bench, fitted) if brief.kept else fitted


def _fit_with_entries(bench: _Bench, usual: Fitted) -> Fitted:
    """Return the resume on more pages with all entries to be kept and no fewer bullets, or
    ``usual``.
    """
    brief = replace(bench.brief, pinned=bench.brief.pinned | bench.brief.kept)
    bench = replace(bench, brief=brief)
    for pages in range(usual.pages.count, usual.pages.count + ROUNDS):
        fitted = _fit_pages(bench, pages)
        if isinstance(fitted, Fitted) and _count_bullets(fitted) >= _count_bullets(usual):
            return replace(fitted, asked_pages=usual.asked_pages)
    return usual


def _loses_too_much(share: float, longer: Fitted, shorter: Fitted) -> bool:
    """Tell whether a page less costs more than its rest is worth: bullets, one-line entries, roles
    of more than this share of a page.
    """
    lost_pt = _height_pt(longer.document, longer) - _height_pt(shorter.document, longer)
    more = lost_pt > share * longer.geometry.content_height_pt(DEFAULT)
    return longer.pages.fill_ratio >= BARELY_FILLED and more


def _height_pt(document: Document, fitted: Fitted) -> float:
    """Return the height in points that a document of the same draft takes, set as ``fitted`` is."""
    return sum(cost_pt(block, fitted.heights, DEFAULT) for block in document.blocks())


def _count_bullets(fitted: Fitted) -> int:
    """Count the bullets on the page."""
    return sum(block.kind is BlockKind.BULLET for block in fitted.document.blocks())


def _fit_pages(bench: _Bench, pages: int) -> Fitted | Unfit:
    """Fit at the normal step; at the compact one if that cannot hold, at the roomy one if white
    stays.

    Before the roomy step the limits of bullets for each entry are raised: an empty page is worse.
    """
    roomy, normal, compact = bench.rulers
    fitted: Fitted | Unfit = Unfit(pages, 0.0, 1.0, ())
    for raised in LIMITS_RAISED:
        fitted = _fit_step(bench, normal, pages, raised)
        if isinstance(fitted, Unfit):
            return _fit_step(bench, compact, pages, 0)
        if fitted.well_filled:
            return _fit_more_bullets(bench, fitted, pages, raised)
    wider = _fit_step(bench, roomy, pages, LIMITS_RAISED[-1])
    return wider if isinstance(wider, Fitted) else fitted


def _fit_more_bullets(bench: _Bench, fitted: Fitted, pages: int, raised: int) -> Fitted:
    """Return what was fitted; if a single page has few bullets beside its required lines (such as
    certificates asked for), tighten the gaps for more, and then the type.
    """
    _, normal, compact = bench.rulers
    for step in (normal, compact):
        if pages > 1 or _count_bullets(fitted) >= FEW_BULLETS:
            break
        table = HeightTable(bench.draft, bench.rulers[step])
        tighter = _fit_at_scale(bench, step, pages, table, FLOOR, raised)
        if (
            isinstance(tighter, Fitted)
            and _count_bullets(tighter) >= _count_bullets(fitted) + WORTH_TIGHTER
        ):
            fitted = tighter
    return fitted


def _fit_step(bench: _Bench, step: str, pages: int, raised: int) -> Fitted | Unfit:
    table = HeightTable(bench.draft, bench.rulers[step])
    fitted = _fit_at_scale(bench, step, pages, table, DEFAULT, raised)
    if isinstance(fitted, Unfit):
        return _fit_at_scale(bench, step, pages, table, FLOOR, raised)
    return fitted


def _fit_at_scale(
    bench: _Bench, step: str, pages: int, table: HeightTable, scale: float, raised: int
) -> Fitted | Unfit:
    """Choose for the gaps of one scale, and lower the budget until the pages hold the choice."""
    geometry = bench.rulers[step].geometry
    heights = Heights(table.height_pt, bench.theme.gaps())
    header_pt = sum(cost_pt(block, heights, scale) for block in bench.draft.header)
    header_pt += under_header_pt(bench.draft, heights, scale)
    budget_pt = pages * geometry.content_height_pt(scale) - header_pt
    placed = Pages((), (), 0, scale)
    for _ in range(ROUNDS):
        problem, answer = _choose_options(bench, table, scale, budget_pt, raised)
        if isinstance(answer, CannotFit):
            return Unfit(pages, answer.over_pt, _line_pt(bench, step), answer.cheapest)
        heights = Heights(dict(table.height_pt), bench.theme.gaps())
        document = _compose_choice(bench, heights, step, answer.chosen)
        placed = close_gaps(tuple(document.blocks()), heights, geometry, pages)
        if placed.count <= pages:
            problem, answer = _top_up_choice(bench, table, step, problem, answer, placed)
            document = _compose_choice(bench, heights, step, answer.chosen)
            placed = close_gaps(tuple(document.blocks()), heights, geometry, pages)
            measured = frozenset(table.measured)
            return Fitted(
                bench.draft,
                document,
                placed,
                geometry,
                step,
                answer,
                problem,
                heights,
                measured,
                pages,
                placed.count - 1 + placed.fill_ratio,
            )
        over_pt = max(LEAST_CUT_PT, overflow_pt(placed, pages))
        budget_pt = min(budget_pt, answer.used_pt) - over_pt
    return Unfit(pages, overflow_pt(placed, pages), _line_pt(bench, step), ())


def _compose_choice(bench: _Bench, heights: Heights, step: str, chosen: frozenset[str]) -> Document:
    """Compose the document of a choice: in its order, with the lines marked that hold together."""
    orders = order_highlights(bench.draft, chosen, bench.matches, bench.brief.orders)
    composed = compose_document(bench.draft, chosen, orders)
    return hold_lists(composed, heights, bench.theme, step)


def _top_up_choice(
    bench: _Bench, table: HeightTable, step: str, problem: Problem, answer: Selection, placed: Pages
) -> tuple[Problem, Selection]:
    """Return the choice with what fits into the white at the foot of its pages."""
    if placed.count == 1:
        return problem, answer
    from lapel.selection.topping import top_up  # noqa: PLC0415 - loads numpy

    heights = Heights(table.height_pt, bench.theme.gaps())
    blocks = option_blocks(bench.draft)

    def place(chosen: frozenset[str]) -> Pages | None:
        if table.unmeasured(id for option in chosen for id in blocks[option]):
            return None
        leaves = tuple(_compose_choice(bench, heights, step, chosen).blocks())
        return paginate(leaves, heights, placed.content_height_pt, placed.scale)

    return top_up(problem, answer, placed, place)


def _choose_options(
    bench: _Bench, table: HeightTable, scale: float, budget_pt: float, raised: int
) -> tuple[Problem, Answer]:
    """Make the best choice by true heights.

    With what the first answer takes, the best bargains are measured too, so that there is seldom a
    third round.
    """
    blocks = option_blocks(bench.draft)

    def build() -> Problem:
        costs = option_costs(bench.draft, Heights(table.height_pt, bench.theme.gaps()), scale)
        return build_problem(
            bench.draft,
            bench.demand,
            bench.profile,
            costs,
            budget_pt,
            pinned=bench.brief.pinned,
            dropped=bench.brief.dropped,
            raised=raised,
        )

    def measure(problem: Problem, answer: Answer) -> bool:
        stands = find_taken(answer)
        if not table.unmeasured(id for option in stands for id in blocks[option]):
            return False
        worth = shortlist(bench.draft, problem, answer, FEWEST_BULLETS + 2 * len(stands))
        return table.measure(id for option in worth | stands for id in blocks[option])

    return solve_measured(build, measure)


def _line_pt(bench: _Bench, step: str) -> float:
    """Return the height of one line of a bullet at a step, in points."""
    return bench.theme.step(step).leading_pt(bench.theme.styles[BlockKind.BULLET])
