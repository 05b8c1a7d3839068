"""Writing a letter's draft, showing its sources, and what a fresh draft would change."""

from collections.abc import Iterator
from pathlib import Path

import click
from msgspec import Struct
from msgspec.structs import replace

from lapel.cli.console import exit_code, print_diagnostics
from lapel.cli.exit_codes import ExitCode
from lapel.inputs import Inputs, match, read_here
from lapel.ledger.letter import sentence_accounts, todo_accounts
from lapel.ledger.model import SentenceAccount
from lapel.ledger.serialising import to_json
from lapel.ledger.views import LetterState, LetterView
from lapel.letter.file.merging import merge_letters
from lapel.letter.file.writing import letter_text
from lapel.letter.model import Letter, Part
from lapel.letter.tracing import trace_sources
from lapel.lettering import WrittenLetter, current_letter, letter_hints, letter_warnings
from lapel.matching.remembering import Memory
from lapel.options import Request
from lapel.problems import as_outcome
from lapel.rendering.engine import Press
from lapel.selection.fitted import Unfit
from lapel.source.diagnostics import Diagnostic, Outcome, Place, Severity
from lapel.source.printing import format_warnings
from lapel.tailor import fit
from lapel.text.difference import Change, Stretch, word_changes
from lapel.text.plurals import count

KEPT = 12
"""The number of words shown at either end of a long unchanged stretch."""
MARKS = {Change.REMOVED: ("[-", "-]", "red"), Change.ADDED: ("{+", "+}", "green")}


class LetterManner(Struct, frozen=True):
    """The command's options for writing."""

    update: bool
    to_stdout: bool
    dry_run: bool
    as_json: bool


def write_letter(job: Path, request: Request, manner: LetterManner, press: Press) -> ExitCode:
    """Write, update or show the letter of one job."""
    read = read_here(job, request, Path())
    problems = list(read.diagnostics)
    inputs = read.value
    if inputs is None or exit_code(problems):
        print_diagnostics(problems)
        return exit_code(problems)
    written = as_outcome(lambda: _write_letter(inputs, press))
    problems += written.diagnostics
    if written.value is None:
        print_diagnostics(problems)
        return exit_code(problems)
    return _deliver(written.value, inputs, manner, job, problems)


def _write_letter(inputs: Inputs, press: Press) -> Outcome[WrittenLetter]:
    """Return the letter to send, drafted beside the resume that `lapel tailor` would make."""
    matches = match(inputs, Memory.in_folder(press.cache))
    fitted = fit(inputs, matches, press)
    found = current_letter(inputs, matches, None if isinstance(fitted, Unfit) else fitted)
    return Outcome(found.value, (*matches.diagnostics, *found.diagnostics))


def _deliver(
    written: WrittenLetter,
    inputs: Inputs,
    manner: LetterManner,
    job: Path,
    problems: list[Diagnostic],
) -> ExitCode:
    """Write the letter's files where needed, and print what was found and done."""
    if manner.to_stdout:
        print_diagnostics(problems)
        click.echo(letter_text(written.fresh), nl=False)
        return ExitCode.DONE
    state, letter = _settle_letter(written, inputs, manner)
    settled = replace(written, letter=letter, outdated=state is LetterState.OUTDATED)
    if state in (LetterState.DRAFTED, LetterState.UPDATED, LetterState.CONFLICTS):
        if not manner.dry_run:
            inputs.letter_files.write(letter_text(letter), letter_text(written.fresh))
    elif manner.update and state is LetterState.OWN:
        problems.append(_report_nothing_to_merge(inputs))
    if state is not LetterState.CONFLICTS:
        problems += letter_warnings(settled, inputs)
    print_diagnostics(problems)
    view = _build_view(state, settled, inputs, problems)
    click.echo(to_json(view) if manner.as_json else "\n".join(_view_lines(view, manner, job)))
    undone = state is LetterState.CONFLICTS or (manner.update and state is LetterState.OWN)
    return ExitCode.NOT_DONE if undone else exit_code(problems)


def _settle_letter(
    written: WrittenLetter, inputs: Inputs, manner: LetterManner
) -> tuple[LetterState, Letter]:
    """Return the letter's state, and the letter once it is brought up to date."""
    if written.file is None:
        return LetterState.DRAFTED, written.fresh
    base = inputs.letter_files.base_letter()
    if base is None:
        return LetterState.OWN, written.letter
    if not written.outdated:
        return LetterState.CURRENT, written.letter
    if not manner.update:
        return LetterState.OUTDATED, written.letter
    merged = merge_letters(base, written.letter, written.fresh)
    known = Letter((*base.parts, *written.fresh.parts))
    state = LetterState.CONFLICTS if merged.conflicts else LetterState.UPDATED
    return state, trace_sources(merged.letter, known)


def _build_view(
    state: LetterState, written: WrittenLetter, inputs: Inputs, problems: list[Diagnostic]
) -> LetterView:
    base = inputs.letter_files.base_letter()
    job, profile, letter = inputs.job, inputs.profile, written.letter
    return LetterView(
        job=inputs.job_name,
        file=str(inputs.letter_files.path),
        state=state,
        edited=written.edited,
        words=letter.word_count(),
        sentences=tuple(sentence_accounts(letter, job, profile)),
        todos=tuple(todo_accounts(letter, job, profile)),
        changes=word_changes(_join_texts(base), _join_texts(written.fresh)) if base else (),
        hints=() if state is LetterState.CONFLICTS else letter_hints(written, inputs),
        warnings=format_warnings(problems),
    )


def _join_texts(letter: Letter) -> str:
    return " ".join(part.text for part in letter.parts if part.part is not Part.COMMENT)


def _report_nothing_to_merge(inputs: Inputs) -> Diagnostic:
    path = inputs.letter_files.path
    message = (
        "this letter was not drafted by lapel, so there is nothing to merge a fresh draft with"
    )
    help = "see a fresh draft with --stdout, or move the file away to have one written"
    return Diagnostic("letter-own", Severity.ERROR, message, Place(path, 1), help=help)


def _view_lines(view: LetterView, manner: LetterManner, job: Path) -> Iterator[str]:
    would = "would write" if manner.dry_run else "wrote"
    match view.state:
        case LetterState.DRAFTED:
            yield f"{would} {view.file}: edit it as you like; lapel tailor uses it as it stands"
        case LetterState.UPDATED:
            yield f"{would} {view.file} with the changes of a fresh draft; your edits are kept"
        case LetterState.CONFLICTS:
            yield f"{would} {view.file}: where you and the draft changed one sentence, both stand"
            yield "keep one of each and delete the marks <<<<<<<, ======= and >>>>>>>"
        case LetterState.CURRENT:
            edited = "as you edited it" if view.edited else "as it was drafted"
            yield f"{view.file} stands {edited}; a fresh draft would change nothing"
        case LetterState.OUTDATED:
            yield f"{view.file} stands as it is; a fresh draft would change this:"
        case LetterState.OWN:
            yield f"{view.file} is your own letter; lapel leaves it alone"
    if view.state in (LetterState.OUTDATED, LetterState.UPDATED, LetterState.CONFLICTS):
        yield ""
        yield " ".join(map(_mark_stretch, view.changes))
    if view.state is LetterState.OUTDATED:
        yield ""
        yield f"to merge what does not touch your edits: lapel letter {job} --update"
    elif view.state is not LetterState.CONFLICTS:
        yield from _account_lines(view)


def _account_lines(view: LetterView) -> Iterator[str]:
    """Yield each sentence with its sources, how many words there are, and what would help."""
    yield ""
    for sentence in view.sentences:
        yield from _sentence_lines(sentence)
    yield f"{count('word', view.words)}"
    yield from (f"  {hint}" for hint in view.hints)


def _mark_stretch(stretch: Stretch) -> str:
    """Return a stretch as word diffs have it: [-removed-] and {+added+}; long ones that stay are
    cut.
    """
    if stretch.change is Change.SAME:
        words = stretch.text.split()
        return (
            stretch.text
            if len(words) <= 2 * KEPT
            else (f"{' '.join(words[:KEPT])} … {' '.join(words[-KEPT:])}")
        )
    opening, closing, color = MARKS[stretch.change]
    return click.style(f"{opening}{stretch.text}{closing}", fg=color)


def _sentence_lines(sentence: SentenceAccount) -> Iterator[str]:
    yield sentence.text
    sources = (
        " ".join(part for part in (s.kind.value, s.id, f"({s.place})" if s.place else "") if part)
        for s in sentence.sources
    )
    yield click.style(f"    {', '.join(sources)}", dim=True)
