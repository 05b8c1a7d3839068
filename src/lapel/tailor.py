"""The pipeline: from the inputs to the files of a tailored resume, and of the letter with it.

inputs ─▶ match ─▶ draft ─▶ measure and select ─▶ account ─▶ render ─▶ store

The letter's own stages are in ``lettering.py``; ``files.py`` makes each file.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from lapel.document.arranging import order_for
from lapel.document.draft import Draft, leaving_entries
from lapel.document.drafting import draft_resume
from lapel.document.roles import Terms
from lapel.document.wordings import noted_wordings
from lapel.files import begin_combined, begin_pages, file_name, files_of
from lapel.fitting.whole import FittedWhole
from lapel.inputs import Inputs
from lapel.ledger.account import Basis, account_resume
from lapel.ledger.model import DocumentAccount, Ledger
from lapel.ledger.serialising import LEDGER_JSON, to_json
from lapel.lettering import (
    PlacedLetter,
    letter_asked_for,
    measure_letter,
    place_letter,
    require_sendable,
    standing_letter,
)
from lapel.matching.model import Matches
from lapel.matching.places.references import resolve_references
from lapel.problems import as_outcome, fit_warnings, report_misfit, unwritable_name
from lapel.rendering.engine import Pending, Press
from lapel.rendering.setting import setting_of
from lapel.selection.fit import fit_resume
from lapel.selection.fitted import Brief, Fitted, Unfit
from lapel.selection.ordering import order_skills
from lapel.selection.proofs import prove_certificates
from lapel.source.diagnostics import Diagnostic, Outcome, Severity
from lapel.store.outputs import Stored, store_outputs
from lapel.theme.model import HIGHLIGHT_KINDS, Step

if TYPE_CHECKING:
    from lapel.rendering.ruler import Ruler

LEDGER_HTML = "ledger.html"
LATER = (
    "lapel.letter.points.reading",
    "lapel.letter.telling.highlight",
    "lapel.letter.drafting",
)
"""Modules that the letter needs after the engine's first answers."""
WORD = "lapel.rendering.docx.document"

MOST_AHEAD = 240
"""About as many leaves as can be measured in the time that matching takes."""


class Tailored(Struct, frozen=True):
    """The finished documents: their files by name, not yet written, and their account.

    ``letter_failed`` says that a letter was asked for and could not be made.
    """

    files: Mapping[str, bytes]
    ledger: Ledger
    letter_failed: bool = False


def tailor_job(
    inputs: Inputs, matches: Matches, warnings: Sequence[Diagnostic], press: Press
) -> Outcome[Tailored]:
    """Make the resume and letter for a job: choose, fit, account for and render; write nothing.

    ``warnings`` are those met so far, for the ledger; ``press`` lays the pages out. Fails when
    required content does not fit the pages asked for, when a font is not installed or cannot write
    the person's name, and when a template is wrong. If the letter cannot be made, its errors are
    reported and the resume is made all the same.
    """
    return as_outcome(lambda: _tailor(inputs, matches, warnings, press))


def _tailor(
    inputs: Inputs, matches: Matches, warnings: Sequence[Diagnostic], press: Press
) -> Outcome[Tailored]:
    from lapel.rendering.ledger_page import render_ledger_page  # noqa: PLC0415 - explain needs none

    later = LATER if "letter" in inputs.options.documents else ()
    press.engine.load_meanwhile((*later, WORD) if "docx" in inputs.options.formats else later)
    fitted = fit(inputs, matches, press)
    if isinstance(fitted, Unfit):
        return Outcome(None, (report_misfit(fitted, inputs.job),))
    begun: list[tuple[str, Fitted | FittedWhole, Pending | None]]
    begun = [("resume", fitted, begin_pages("resume", fitted, inputs, press))]
    if unwritable := unwritable_name(fitted.draft, inputs):
        return Outcome(None, unwritable)
    problems = fit_warnings(fitted, inputs, matches.orders)
    lettered = _make_letter_page(inputs, matches, fitted, press)
    problems += (problem for problem in lettered.diagnostics if problem not in problems)
    letter = lettered.value
    if letter is not None:
        pages = begin_pages("letter", letter.fitted, inputs, press)
        begun.append(("letter", letter.fitted, pages))
    combined = begin_combined(letter, fitted, inputs, press)
    ledger = account(inputs, matches, fitted, (*warnings, *matches.diagnostics, *problems), letter)
    made = [files_of(*each, inputs) for each in begun]
    late = tuple(problem for each in made for problem in each.diagnostics)
    ledger = replace(ledger, warnings=(*ledger.warnings, *map(_warning_line, late)))
    page = press.engine.call(render_ledger_page, ledger)
    files = {name: data for each in made for name, data in (each.value or {}).items()}
    files |= {file_name(inputs, "pdf", "combined"): pdf.wait() for pdf in combined}
    files = {name: files[name] for name in sorted(files, key=lambda name: ".pdf" not in name)}
    files[LEDGER_HTML] = page.wait().encode(errors="backslashreplace")  # as JSON has it
    files[LEDGER_JSON] = (to_json(ledger, indent=1) + "\n").encode()
    failed = "letter" in inputs.options.documents and letter is None
    broken = any(each.errors for each in made)
    return Outcome(None if broken else Tailored(files, ledger, failed), (*problems, *late))


def _make_letter_page(
    inputs: Inputs, matches: Matches, fitted: Fitted, press: Press
) -> Outcome[PlacedLetter]:
    """Write, measure and place the letter, or return why there is none."""
    text = as_outcome(lambda: letter_asked_for(inputs, matches, fitted))
    if text.value is not None:
        measure_letter(text.value.letter, inputs, press)
    return as_outcome(lambda: require_sendable(place_letter(text, inputs, press), inputs))


def prepare(inputs: Inputs, press: Press) -> Pending | None:
    """Let the engine get ready for theme and ledger while the job is being matched, and measure
    what may be printed at the step tried first: everything but bullets, and the newest bullets.

    Return what must finish before anything is fitted, or None where every height was known. A
    missing font is not reported here but when it is asked for again.
    """
    from lapel.rendering.fonts import MissingFontError  # noqa: PLC0415 - explain needs none
    from lapel.rendering.ledger_page import compile_page_template  # noqa: PLC0415 - as above
    from lapel.rendering.pdf.document import warm_up  # noqa: PLC0415 - as above

    _, step, _ = inputs.theme.steps
    ruler = ruler_for(step, inputs, press)
    press.engine.call(warm_up, ruler.setting, press.cache).forget()
    profile = inputs.profile
    draft = draft_resume(profile, profile.skills, Terms(inputs.fixed, inputs.theme, inputs.words))
    blocks = sorted(draft.blocks(), key=lambda block: block.kind in HIGHLIGHT_KINDS)
    ahead = None
    with suppress(MissingFontError):
        ahead = ruler.measure_ahead(blocks[:MOST_AHEAD])
    press.engine.call(compile_page_template).forget()
    return ahead


def store(inputs: Inputs, tailored: Tailored, *, force: bool) -> Stored:
    """Write the files into the job's own folder; files changed by hand there are kept."""
    return store_outputs(
        inputs.folder, tailored.files, inputs=inputs.digests(), job=inputs.job_name, force=force
    )


def fit(inputs: Inputs, matches: Matches, press: Press) -> Fitted | Unfit:
    """Return the best resume on its pages, nothing rendered; or why its required content does not
    fit.
    """
    profile, theme, settings = inputs.profile, inputs.theme, inputs.job.settings
    rulers = {step.name: ruler_for(step, inputs, press) for step in theme.steps}
    draft = draft_for(inputs, matches)
    dropped = resolve_references(settings.drop, profile)
    keeps = theme.keeps_entries and inputs.options.pages_unasked
    kept = (leaving_entries(draft) if keeps else frozenset()) - dropped - matches.orders.out
    brief = Brief(
        pinned=resolve_references(settings.pin, profile),
        dropped=dropped,
        orders={entry.id: tuple(id.id for id in ids) for entry, ids in settings.order},
        pages=inputs.options.pages,
        grows=inputs.options.grows,
        kept=kept,
    )
    return fit_resume(draft, matches, profile, theme, brief, rulers)


def draft_for(inputs: Inputs, matches: Matches) -> Draft:
    """Draft everything that could be printed on the resume: skills in the order the job asks for,
    sections, entries and wordings as the notes order.
    """
    orders, profile, theme = matches.orders, inputs.profile, inputs.theme
    dropped = resolve_references(inputs.job.settings.drop, profile) | orders.refused
    skills = order_skills(profile, matches)
    fixed = noted_wordings(profile, orders.wordings, inputs.fixed)
    theme = replace(theme, section_order=order_for(profile, theme.section_order))
    proofs = prove_certificates(profile, matches)
    ranks = {id: proof.rank for id, proof in proofs.items()}
    terms = Terms(fixed, theme, inputs.words, dropped, orders.moves)
    draft = draft_resume(profile, skills, terms, ranks)
    return replace(draft, photo=inputs.photo)


def ruler_for(step: Step, inputs: Inputs, press: Press) -> "Ruler":
    """Return the ruler that measures heights at one step of the theme, on the job's paper."""
    from lapel.rendering.ruler import Ruler  # noqa: PLC0415 - explain needs none

    return Ruler(setting_of(inputs.theme, inputs.options.paper, step.name), press)


def account(
    inputs: Inputs,
    matches: Matches,
    fitted: Fitted,
    warnings: Sequence[Diagnostic],
    letter: PlacedLetter | None = None,
) -> Ledger:
    """Return the ledger: the contract and the account of every choice."""
    from lapel.rendering.written import written_footer, written_lines  # noqa: PLC0415 - as above

    documents = {file_name(inputs, "pdf"): (fitted.document, inputs.theme)}
    if letter is not None:
        name = file_name(inputs, "pdf", "letter")
        documents[name] = (letter.fitted.document, letter.fitted.theme)
    places = inputs.profile.places()
    accounts = [
        DocumentAccount(
            Path(name).stem, written_lines(document, theme, places), written_footer(document, theme)
        )
        for name, (document, theme) in documents.items()
    ]
    basis = Basis(
        job=inputs.job,
        job_path=inputs.job_name,
        profile=inputs.profile,
        profile_path=inputs.profile_name,
        theme=inputs.theme,
        paper=inputs.options.paper,
        words=inputs.words,
    )
    return account_resume(
        basis,
        matches,
        fitted,
        documents=(*accounts, *_account_combined(accounts, inputs)),
        letter=standing_letter(letter, inputs) if letter else None,
        warnings=tuple(_warning_line(d) for d in warnings if d.severity is Severity.WARNING),
    )


def _account_combined(
    documents: Sequence[DocumentAccount], inputs: Inputs
) -> Iterator[DocumentAccount]:
    """Yield the account of the PDF that holds letter and resume, where there is one."""
    if inputs.options.combined and len(documents) > 1:
        resume, letter = documents
        name = Path(file_name(inputs, "pdf", "combined")).stem
        yield DocumentAccount(name, (*letter.lines, *resume.lines), resume.footer)


def _warning_line(diagnostic: Diagnostic) -> str:
    return f"{diagnostic.place}: {diagnostic.message}" if diagnostic.place else diagnostic.message
