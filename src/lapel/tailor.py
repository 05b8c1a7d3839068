"""The pipeline: from what was read to the files of a tailored resume, and of the letter beside it.

inputs ─▶ match ─▶ draft ─▶ measure and select ─▶ account ─▶ render ─▶ store

The letter's own stages are in ``lettering.py``.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from lapel.document.draft import Draft
from lapel.document.drafting import draft_resume
from lapel.document.tree import Block, Document, Section
from lapel.fitting.model import PageGeometry
from lapel.fitting.slack import harmless_slack_pt
from lapel.fitting.whole import FittedWhole
from lapel.inputs import Inputs
from lapel.ledger.account import account_resume
from lapel.ledger.letter import StandingLetter
from lapel.ledger.model import DocumentAccount, Ledger
from lapel.ledger.serialising import LEDGER_JSON, to_json
from lapel.letter.model import BODY, Letter, Part, SourceKind
from lapel.lettering import Written
from lapel.lettering import fit as fit_letter
from lapel.lettering import hints as letter_hints
from lapel.lettering import measure as measure_letter
from lapel.lettering import says_nothing as letter_says_nothing
from lapel.lettering import warnings as letter_warnings
from lapel.lettering import write as write_letter
from lapel.matching.model import Matches
from lapel.matching.references import resolve_references
from lapel.problems import (
    cannot_fit,
    compare_with_plan,
    fit_warnings,
    no_glyphs,
    unwritable_name,
)
from lapel.rendering.engine import EngineCrashedError, LayoutEngine, Pending
from lapel.selection.fit import Brief, Fitted, Unfit, fit_resume
from lapel.selection.ordering import order_skills
from lapel.source.diagnostics import Diagnostic, Outcome, Place, Severity
from lapel.store.names import document_name
from lapel.store.outputs import Stored, store_outputs
from lapel.text.inline import parse_inline, plain_text
from lapel.text.plurals import count
from lapel.theme.model import BlockKind, Step, Theme
from lapel.values import dataclass

if TYPE_CHECKING:
    from lapel.rendering.ruler import Ruler

T = TypeVar("T")
LEDGER_HTML = "ledger.html"
LATER = (
    "lapel.letter.points.reading",
    "lapel.letter.telling.highlight",
    "lapel.letter.drafting",
)
"""What the letter needs after the engine's first answers."""


@dataclass(frozen=True, slots=True)
class Tailored:
    """The finished documents: their files by name, not yet written, and their account.

    ``letter_failed`` says that a letter was asked for and could not be made.
    """

    files: Mapping[str, bytes]
    ledger: Ledger
    letter_failed: bool = False


def tailor_job(
    inputs: Inputs,
    matches: Matches,
    warnings: Sequence[Diagnostic],
    engine: LayoutEngine,
    cache: Path,
) -> Outcome[Tailored]:
    """Resume and letter for a job: chosen, fitted, accounted for and rendered, nothing written.

    ``warnings`` are those met so far, for the ledger; ``engine`` lays the pages out; ``cache`` is
    a folder whose contents may be deleted at any time. Fails when what must stand does not fit
    the pages asked for, when a font is not installed or cannot write the person's name, and when a
    template is wrong. A letter that cannot be made leaves its errors, and the resume is made.
    """
    return told(lambda: _tailor(inputs, matches, warnings, engine, cache))


def told(work: Callable[[], Outcome[T]]) -> Outcome[T]:
    """What ``work`` gives; or, for a person, what a template, font or the engine ended it with."""
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


def _tailor(
    inputs: Inputs,
    matches: Matches,
    warnings: Sequence[Diagnostic],
    engine: LayoutEngine,
    cache: Path,
) -> Outcome[Tailored]:
    from lapel.rendering.ledger_page import render_ledger_page  # noqa: PLC0415 - explain needs none

    engine.load_meanwhile(LATER if "letter" in inputs.options.documents else ())
    fitted = fit(inputs, matches, engine, cache)
    if isinstance(fitted, Unfit):
        return Outcome(None, (cannot_fit(fitted, inputs.job),))
    resume_pdf = (
        begin_pdf(fitted, inputs, engine, cache) if _wants(inputs, "resume", "pdf") else None
    )
    if unwritable := unwritable_name(fitted.draft, inputs):
        return Outcome(None, unwritable)
    problems = fit_warnings(fitted, inputs)
    text = told(lambda: write_text(inputs, matches, fitted, cache))
    if text.value is not None:
        measure_letter(text.value.letter, inputs, engine, cache)
    files, counted = _make_docx_of("resume", fitted, inputs)
    lettered = told(lambda: _sendable(place_letter(text, inputs, engine, cache), inputs))
    problems += (problem for problem in lettered.diagnostics if problem not in problems)
    letter = lettered.value
    letter_pdf: Pending | None = None
    if letter is not None and _wants(inputs, "letter", "pdf"):
        letter_pdf = begin_pdf(letter.fitted, inputs, engine, cache)
    combined = begin_combined(letter, fitted, inputs, engine, cache)
    if letter is not None:
        docx, odd = _make_docx_of("letter", letter.fitted, inputs)
        files, counted = files | docx, (*counted, *odd)
    problems += counted
    if "resume" in inputs.options.documents:
        files |= make_exports(fitted, inputs)
    if letter is not None:
        files |= make_exports(letter.fitted, inputs)
    ledger = account(inputs, matches, fitted, (*warnings, *matches.diagnostics, *problems), letter)
    page = engine.call(render_ledger_page, ledger)
    pdf = {}
    broken: list[Diagnostic] = []
    if resume_pdf is not None:
        rendered = resume_pdf.wait()
        pdf[file_name(inputs, "pdf")] = rendered.data
        broken += compare_with_plan(fitted.pages.placed, rendered.placed)
    if letter is not None and letter_pdf is not None:
        rendered = letter_pdf.wait()
        pdf[file_name(inputs, "pdf", "letter")] = rendered.data
        broken += compare_with_plan(letter.fitted.pages.placed, rendered.placed)
    pdf |= {file_name(inputs, "pdf", "combined"): made.wait() for made in combined}
    files = {
        **pdf,
        **files,
        LEDGER_HTML: page.wait().encode(),
        LEDGER_JSON: (to_json(ledger, indent=1) + "\n").encode(),
    }
    failed = "letter" in inputs.options.documents and letter is None
    made = None if broken else Tailored(files, ledger, letter_failed=failed)
    return Outcome(made, (*problems, *broken))


def _make_docx_of(
    document: str, placed: Fitted | FittedWhole, inputs: Inputs
) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """The DOCX of ``document`` by its name, where it is asked for, and what is odd about it."""
    if not _wants(inputs, document, "docx"):
        return {}, ()
    name = file_name(inputs, "docx", document)
    data = make_docx(placed, inputs)
    return {name: data}, tuple(_count_pages(name, data, placed, inputs))


def _count_pages(
    name: str, data: bytes, fitted: Fitted | FittedWhole, inputs: Inputs
) -> Iterator[Diagnostic]:
    """A warning for a DOCX in a company's looks that has other pages than planned."""
    if inputs.reference is None:
        return
    from lapel.rendering.office import pages_of_docx  # noqa: PLC0415 - seldom asked for

    counted, planned = pages_of_docx(data), fitted.pages.count
    if counted is None:
        message = f"nobody has counted the pages of {name}, since LibreOffice is not installed"
        yield Diagnostic("pages-not-counted", Severity.WARNING, message)
    elif counted != planned:
        message = (
            f"{name} has {count('page', counted)} in the looks of the reference, and "
            f"{count('page', planned)} in the theme's"
        )
        help = "ask for another number with --pages, or leave bullets out with drop:"
        yield Diagnostic("other-pages", Severity.WARNING, message, help=help)


def _wants(inputs: Inputs, document: str, format: str) -> bool:
    return document in inputs.options.documents and format in inputs.options.formats


def prepare(inputs: Inputs, engine: LayoutEngine, cache: Path) -> None:
    """Let the engine get ready for theme and ledger while the job is being matched."""
    from lapel.rendering.geometry import page_geometry  # noqa: PLC0415 - explain needs none
    from lapel.rendering.ledger_page import get_ready  # noqa: PLC0415 - as above
    from lapel.rendering.pdf import warm_up  # noqa: PLC0415 - as above

    step = inputs.theme.steps[0]
    geometry = page_geometry(inputs.theme, inputs.options.paper, step.name)
    engine.call(warm_up, inputs.theme, geometry, step, cache).forget()
    engine.call(get_ready).forget()


def store(inputs: Inputs, tailored: Tailored, *, force: bool) -> Stored:
    """Write the files into the job's own folder; what was changed by hand there is kept."""
    return store_outputs(
        inputs.folder,
        tailored.files,
        inputs=inputs.digests(),
        job=inputs.job_name,
        force=force,
    )


def fit(inputs: Inputs, matches: Matches, engine: LayoutEngine, cache: Path) -> Fitted | Unfit:
    """The best resume on its pages, nothing rendered; or why what must stand does not fit."""
    profile, theme, settings = inputs.profile, inputs.theme, inputs.job.settings
    rulers = {step.name: ruler_for(step, inputs, engine, cache) for step in theme.steps}
    geometries = {name: ruler.geometry for name, ruler in rulers.items()}
    draft = draft_for(inputs, matches)
    brief = Brief(
        pinned=resolve_references(settings.pin, profile),
        dropped=resolve_references(settings.drop, profile),
        orders={entry.id: tuple(id.id for id in ids) for entry, ids in settings.order},
        pages=inputs.options.pages,
        grows=inputs.options.grows,
    )
    return fit_resume(draft, matches, profile, theme, geometries, brief, rulers)


@dataclass(frozen=True, slots=True)
class PlacedLetter:
    """The letter as it stands, on its page."""

    written: Written
    fitted: FittedWhole


def make_letter(
    inputs: Inputs, matches: Matches, fitted: Fitted, engine: LayoutEngine, cache: Path
) -> Outcome[PlacedLetter]:
    """The letter beside a resume, on its page and not yet rendered; nothing where none is asked
    for. Fails where the person's text cannot be read or is too long.
    """
    return place_letter(write_text(inputs, matches, fitted, cache), inputs, engine, cache)


def write_text(inputs: Inputs, matches: Matches, fitted: Fitted, cache: Path) -> Outcome[Written]:
    """The letter's text beside a resume; nothing where none is asked for."""
    if "letter" not in inputs.options.documents:
        return Outcome(None)
    return write_letter(inputs, matches, fitted, cache)


def place_letter(
    text: Outcome[Written], inputs: Inputs, engine: LayoutEngine, cache: Path
) -> Outcome[PlacedLetter]:
    """The letter whose text was written, on its page and not yet rendered."""
    if text.value is None:
        return Outcome(None, text.diagnostics)
    placed = fit_letter(text.value.letter, inputs, engine, cache)
    problems = [*text.diagnostics, *placed.diagnostics, *letter_warnings(text.value, inputs)]
    if placed.value is None:
        return Outcome(None, tuple(problems))
    place = Place(text.value.file, 1) if text.value.file else inputs.profile.basics.name.place
    said = _said_by(text.value.letter, placed.value)
    problems += no_glyphs(said, placed.value.theme, inputs, place)
    return Outcome(PlacedLetter(text.value, placed.value), tuple(problems))


def _sendable(placed: Outcome[PlacedLetter], inputs: Inputs) -> Outcome[PlacedLetter]:
    """The letter, unless there is nothing in it that anybody could be sent."""
    empty = letter_says_nothing(placed.value.written, inputs) if placed.value else None
    return Outcome(None, (*placed.diagnostics, empty)) if empty else placed


def _said_by(letter: Letter, fitted: FittedWhole) -> Document:
    """What a letter says, a leaf for each sentence with the highlight it tells; without the name,
    which stands on the resume too.
    """
    leaves = (
        Block(f"{number}/{index}", BlockKind.LETTER_PARAGRAPH, parse_inline(piece.text), (), source)
        for number, part in enumerate(letter.of(*BODY, Part.RECIPIENT, Part.SALUTATION))
        for index, piece in enumerate(part.pieces)
        for source in [next((s.id for s in piece.sources if s.kind is SourceKind.HIGHLIGHT), "")]
    )
    return replace(fitted.document, header=(), sections=(Section("letter", None, tuple(leaves)),))


def draft_for(inputs: Inputs, matches: Matches) -> Draft:
    """All that could stand on the resume, the skills in the order the job asks for."""
    dropped = resolve_references(inputs.job.settings.drop, inputs.profile)
    skills = order_skills(inputs.profile, matches)
    profile, words = inputs.profile, inputs.words
    draft = draft_resume(profile, skills, inputs.fixed, inputs.theme, words, dropped)
    return replace(draft, photo=inputs.photo)


def ruler_for(step: Step, inputs: Inputs, engine: LayoutEngine, cache: Path) -> "Ruler":
    """What tells heights at one step of the theme, on the job's paper."""
    from lapel.rendering.geometry import page_geometry  # noqa: PLC0415 - explain needs none
    from lapel.rendering.ruler import Ruler  # noqa: PLC0415 - as above

    geometry = page_geometry(inputs.theme, inputs.options.paper, step.name)
    return Ruler(inputs.theme, geometry, step, cache, engine)


def account(
    inputs: Inputs,
    matches: Matches,
    fitted: Fitted,
    warnings: Sequence[Diagnostic],
    letter: PlacedLetter | None = None,
) -> Ledger:
    """The contract and the account of every choice."""
    from lapel.rendering.written import written_footer, written_lines  # noqa: PLC0415 - as above

    documents = {file_name(inputs, "pdf"): (fitted.document, inputs.theme)}
    if letter is not None:
        name = file_name(inputs, "pdf", "letter")
        documents[name] = (letter.fitted.document, letter.fitted.theme)
    places = inputs.profile.places()
    accounts = [
        DocumentAccount(
            Path(name).stem,
            written_lines(document, theme, places),
            written_footer(document, theme),
        )
        for name, (document, theme) in documents.items()
    ]
    return account_resume(
        inputs.job,
        inputs.profile,
        matches,
        fitted,
        inputs.theme,
        inputs.words,
        job_path=inputs.job_name,
        profile_path=inputs.profile_name,
        paper=inputs.options.paper,
        documents=(*accounts, *_account_combined(accounts, inputs)),
        warnings=tuple(_warning_line(diagnostic) for diagnostic in warnings),
        letter=_standing(letter, inputs) if letter else None,
    )


def _account_combined(
    documents: Sequence[DocumentAccount], inputs: Inputs
) -> Iterator[DocumentAccount]:
    """The account of the PDF that holds letter and resume, where there is one."""
    if inputs.options.combined and len(documents) > 1:
        resume, letter = documents
        name = Path(file_name(inputs, "pdf", "combined")).stem
        yield DocumentAccount(name, (*letter.lines, *resume.lines), resume.footer)


def _standing(letter: PlacedLetter, inputs: Inputs) -> StandingLetter:
    written, fitted = letter.written, letter.fitted
    return StandingLetter(
        letter=written.letter,
        file=str(written.file or ""),
        edited=written.edited,
        step=fitted.step,
        fill=fitted.pages.fill_ratio,
        hints=letter_hints(written, inputs),
    )


def begin_pdf(
    fitted: Fitted | FittedWhole, inputs: Inputs, engine: LayoutEngine, cache: Path
) -> Pending:
    """The PDF in the making: its ``wait`` gives a ``RenderedPdf``."""
    from lapel.rendering.pdf import render_pdf  # noqa: PLC0415 - explain needs none

    return engine.call(render_pdf, *_laid_out_by(fitted, _theme_of(fitted, inputs)), cache)


def make_docx(fitted: Fitted | FittedWhole, inputs: Inputs) -> bytes:
    """The same pages as DOCX; or the same words in the looks of the reference."""
    from lapel.rendering.docx.document import render_docx  # noqa: PLC0415 - explain needs none

    theme = _theme_of(fitted, inputs)
    if inputs.reference is not None:
        from lapel.rendering.docx.reference import (  # noqa: PLC0415 - seldom asked for
            render_into_reference,
        )

        step = theme.step(fitted.step)
        return render_into_reference(fitted.document, theme, step, inputs.reference)
    return render_docx(*_laid_out_by(fitted, theme), _slack_pt(fitted, theme))


def make_exports(fitted: Fitted | FittedWhole, inputs: Inputs) -> dict[str, bytes]:
    """The formats without pages that were asked for, of the same words, by their names; JSON
    Resume has no letters.
    """
    from lapel.rendering.json_resume import render_json_resume  # noqa: PLC0415 - rarely asked for
    from lapel.rendering.markdown import render_markdown  # noqa: PLC0415 - as above
    from lapel.rendering.text import render_text  # noqa: PLC0415 - as above
    from lapel.rendering.web import render_web  # noqa: PLC0415 - as above

    document = "letter" if isinstance(fitted, FittedWhole) else "resume"
    writers: dict[str, Callable[[], str]] = {
        "html": lambda: render_web(*_laid_out_by(fitted, _theme_of(fitted, inputs))),
        "md": lambda: render_markdown(fitted.document),
        "txt": lambda: render_text(fitted.document, inputs.theme.separator),
    }
    if isinstance(fitted, Fitted):
        writers["json"] = lambda: render_json_resume(inputs.profile, fitted, inputs.words)
    asked = [name for name in inputs.options.formats if name in writers]
    return {file_name(inputs, name, document): writers[name]().encode() for name in asked}


def begin_combined(
    letter: PlacedLetter | None,
    fitted: Fitted,
    inputs: Inputs,
    engine: LayoutEngine,
    cache: Path,
) -> tuple[Pending, ...]:
    """One PDF of the letter's page and the resume's in the making, where it is asked for."""
    if letter is None or not inputs.options.combined:
        return ()
    from lapel.rendering.pdf import render_combined  # noqa: PLC0415 - explain needs none

    parts = (
        _laid_out_by(letter.fitted, letter.fitted.theme),
        _laid_out_by(fitted, inputs.theme),
    )
    return (engine.call(render_combined, parts, cache),)


def _laid_out_by(
    fitted: Fitted | FittedWhole, theme: Theme
) -> tuple[Document, Theme, PageGeometry, Step, float]:
    """What both renderers go by, so that the two files come out alike."""
    step = theme.step(fitted.step)
    return fitted.document, theme, fitted.geometry, step, fitted.pages.scale


def _theme_of(fitted: Fitted | FittedWhole, inputs: Inputs) -> Theme:
    """The looks that a document is set in: a letter has its own."""
    return fitted.theme if isinstance(fitted, FittedWhole) else inputs.theme


def _slack_pt(fitted: Fitted | FittedWhole, theme: Theme) -> float:
    """The height that a DOCX has to spare on each page."""
    blocks = tuple(fitted.document.blocks())
    gaps, geometry, pages = theme.gaps(), fitted.geometry, fitted.pages
    return harmless_slack_pt(blocks, gaps, geometry, pages, theme.docx_slack_pt)


def file_name(inputs: Inputs, extension: str, document: str = "resume") -> str:
    """What the resume, or the "letter", is called, by whose it is."""
    name = plain_text(inputs.profile.basics.name.markdown)
    title = inputs.words.documents[document]
    return document_name(name, f"{title} Public" if inputs.options.public else title, extension)


def _warning_line(diagnostic: Diagnostic) -> str:
    return f"{diagnostic.place}: {diagnostic.message}" if diagnostic.place else diagnostic.message
