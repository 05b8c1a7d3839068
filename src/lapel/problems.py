"""What a person should know of the pages that were made, unfilled, unlike the plan or unwritable,
and of why none were.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import TypeVar

from lapel.document.draft import Draft
from lapel.document.tree import Document
from lapel.fitting.model import Placed, lines_over
from lapel.inputs import Inputs
from lapel.job.model import Job
from lapel.matching.model import Orders
from lapel.rendering.engine import EngineCrashedError
from lapel.selection.fitted import Fitted, Unfit
from lapel.source.diagnostics import Diagnostic, Outcome, Place, Severity
from lapel.text.plurals import count, join_and
from lapel.theme.model import BUILT_IN_THEMES, Theme
from lapel.theme.reading import read_theme
from lapel.theme.scripts import fonts_hint, own_fonts_hint
from lapel.workspace import themes_in

OTHER_SCRIPT = (
    "lapel's fonts cover Latin, Greek and Cyrillic: write the name in one of these scripts"
)
T = TypeVar("T")
PLAN_TOLERANCE_PT = 0.0075
"""A hundredth of a CSS pixel."""


def compare_with_plan(
    planned: Sequence[Placed], rendered: Sequence[Placed]
) -> Iterator[Diagnostic]:
    """Report the first block that the engine put elsewhere than the arithmetic said."""
    for plan, found in zip(planned, rendered, strict=True):
        if plan.page != found.page or abs(plan.top_pt - found.top_pt) > PLAN_TOLERANCE_PT:
            message = (
                f"“{plan.id}” was planned at {plan.top_pt:.2f} pt on page {plan.page}, "
                f"and came to stand at {found.top_pt:.2f} pt on page {found.page}"
            )
            help = "the theme's stylesheet gives space to something that is no leaf"
            yield Diagnostic("plan-broken", Severity.ERROR, message, help=help)
            return


def unwritable_name(draft: Draft, inputs: Inputs) -> tuple[Diagnostic, ...]:
    """Report fonts that cannot write the person's name or their language's script: nobody sends
    such a resume.
    """
    from lapel.rendering.glyphs import missing_glyphs  # noqa: PLC0415 - explain needs none

    place = inputs.profile.basics.name.place
    if help := own_fonts_hint(inputs.words.script):
        message = f"the fonts for {inputs.words.script.name} letters are not installed"
        return (Diagnostic("missing-fonts", Severity.ERROR, message, place, help=help),)
    header = Document(draft.title, draft.author, draft.language, draft.header[:1], ())
    lacking = "".join(character for _, character in missing_glyphs(header, inputs.theme))
    if not lacking:
        return ()
    message = f"the theme's fonts have no “{lacking}”, so they cannot write the name"
    help = fonts_hint(lacking) or _suggest_theme(lacking) or OTHER_SCRIPT
    return (Diagnostic("missing-glyph", Severity.ERROR, message, place, help=help),)


def _suggest_theme(lacking: str) -> str:
    """Return which of lapel's own themes have these letters, "" where none has."""
    from lapel.rendering.glyphs import known_characters  # noqa: PLC0415 - explain needs none
    from lapel.rendering.letters import choose_full_font  # noqa: PLC0415 - as above

    themes = (read_theme(folder).value for folder in sorted(themes_in(BUILT_IN_THEMES)))
    set_in = (choose_full_font(theme, frozenset(lacking)) for theme in themes if theme)
    able = [t.name for t in set_in if known_characters(t) >= set(map(ord, lacking))]
    return f"--theme {join_and(able, 'or')} has them" if able else ""


def warn_of_no_glyphs(
    document: Document, theme: Theme, inputs: Inputs, otherwise: Place
) -> Iterator[Diagnostic]:
    """Warn of each text with characters that cannot be drawn, at its line of the profile, or at the
    place ``otherwise`` where it is not the profile's.
    """
    from lapel.rendering.glyphs import (  # noqa: PLC0415 - explain needs none
        STAND_IN,
        is_picture,
        missing_glyphs,
    )

    sources = {leaf.id: leaf.source for leaf in document.blocks()}
    places = inputs.profile.places()
    lacking = missing_glyphs(document, theme)
    for block, pairs in groupby(lacking, key=lambda pair: pair[0]):
        characters = [character for _, character in pairs]
        shown = "".join(c for c in characters if not is_picture(c))
        left_out = "".join(c for c in characters if is_picture(c))
        parts = [f"“{shown}” (each shows as “{STAND_IN}”)"] if shown else []
        parts += [f"“{left_out}” (left out)"] if left_out else []
        place = places.get(sources[block], otherwise)
        message = f"the theme's fonts have no {join_and(parts)}"
        help = fonts_hint(shown)
        yield Diagnostic("missing-glyph", Severity.WARNING, message, place, help=help)


def report_misfit(unfit: Unfit, job: Job) -> Diagnostic:
    """Report by how many lines the required content is too long, and which pins free most."""
    lines = lines_over(unfit.over_pt, unfit.line_pt)
    cuts = "; ".join(
        f"{id} frees {count('line', max(1, round(freed / unfit.line_pt)))}"
        for id, freed in unfit.cheapest[:5]
    )
    return Diagnostic(
        "cannot-fit",
        Severity.ERROR,
        f"what must stand is {count('line', lines)} too long for {count('page', unfit.pages)}",
        job.settings.pin[0].place if job.settings.pin else None,
        help=f"the cheapest pins to take out: {cuts}"
        if cuts
        else "ask for more pages, or drop entries in the job file",
    )


def fit_warnings(fitted: Fitted, inputs: Inputs, orders: Orders) -> list[Diagnostic]:
    """Warn of faults of the pages: glyphs that the fonts lack, fewer pages than asked for, a last
    page not filled, and whether the notes' own orders are why.
    """
    name = inputs.profile.basics.name
    if "resume" not in inputs.options.documents:
        return []
    found = list(warn_of_no_glyphs(fitted.document, inputs.theme, inputs, name.place))
    pages = fitted.pages
    if pages.count < inputs.options.pages and not inputs.options.grows:
        message = (
            f"the profile has too little for {count('page', inputs.options.pages)}: it fills "
            f"{fitted.material:.1f}; the resume has {pages.count}"
        )
        found.append(Diagnostic("fewer-pages", Severity.WARNING, message))
    elif not fitted.well_filled:
        page = "the last page is" if pages.count > 1 else "the page is only"
        message = f"{page} {pages.fill_ratio:.0%} full: {_say_why_white(fitted, orders)}"
        help = f"for fewer pages, use --pages {pages.count - 1}" if pages.count > 1 else ""
        found.append(Diagnostic("page-not-filled", Severity.WARNING, message, help=help))
    return found


def _say_why_white(fitted: Fitted, orders: Orders) -> str:
    """Say why the page is not full: your notes, or bullets that would add too little."""
    taken = fitted.selection.chosen | fitted.problem.dropped
    left = limited = 0
    for slot in fitted.draft.slots():
        out = [c for c in slot.children if taken.isdisjoint(v.id for v in c.variants)]
        if slot.source in orders.most and len(slot.children) - len(out) >= orders.most[slot.source]:
            limited += len(out)
        else:
            left += len(out)
    noted = [f"notes leave out {count('bullet', limited)}"] if limited else []
    slight = [f"{count('bullet', left)} more would add too little"] if left else []
    return join_and(noted + slight) or "the profile has no more"


def as_outcome(work: Callable[[], Outcome[T]]) -> Outcome[T]:
    """Return what ``work`` gives; if a template, a font, a Word file or the engine fails, return
    the error as a diagnostic.
    """
    from lapel.rendering.fonts import MissingFontError  # noqa: PLC0415 - explain needs none
    from lapel.rendering.office import WordFileError  # noqa: PLC0415 - as above
    from lapel.rendering.templates import TemplateError  # noqa: PLC0415 - as above

    try:
        return work()
    except EngineCrashedError as error:
        help = "run lapel doctor: it says what is missing and what to paste"
        return Outcome(None, (Diagnostic("engine-crashed", Severity.ERROR, str(error), help=help),))
    except MissingFontError as error:
        return Outcome(None, (Diagnostic("missing-font", Severity.ERROR, str(error)),))
    except TemplateError as error:
        return Outcome(None, (Diagnostic("template-problem", Severity.ERROR, str(error)),))
    except WordFileError as error:
        message = f"the file of --reference-docx cannot be used: {error}"
        help = "name a .docx or .dotx that Word opens; saving it anew in Word often mends it"
        return Outcome(None, (Diagnostic("reference-docx", Severity.ERROR, message, help=help),))
