"""The one-screen summary of a tailored resume."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from lapel.ledger.model import (
    OPEN_FATES,
    EntryForm,
    Fate,
    Ledger,
    LetterAccount,
    NoteAccount,
)
from lapel.ledger.views import count_fates
from lapel.text.plurals import count, join_and, join_most
from lapel.text.words import shorten_text

COLORS = {
    Fate.HONOURED: "green",
    Fate.PARTLY: "yellow",
    Fate.LEFT_OUT: "yellow",
    Fate.NO_EVIDENCE: "red",
    Fate.NOT_DONE: "red",
    Fate.NOT_PLACED: "red",
    Fate.TO_DO: "yellow",
}
LONGEST_NOTE = 68
MOST_NAMED = 8
USUAL_STEP = "normal"
MOST_LACKING = 4


def summary_lines(ledger: Ledger, job: Path, *, verbose: bool) -> Iterator[str]:
    """Yield what was made, how full it is, and what became of the notes: of all of them where
    ``verbose``, else of the open ones.
    """
    fit = ledger.fit
    position = ledger.position or Path(ledger.job).stem
    yield click.style(f"{position} at {ledger.company}" if ledger.company else position, bold=True)
    step = "" if fit.step == USUAL_STEP else f", {fit.step} type"
    yield f"  {fit.fullness}; {fit.theme} theme on {fit.paper} paper{step}"
    stand = sum(highlight.included for highlight in ledger.highlights)
    yield f"  {stand} of {count('bullet', len(ledger.highlights))}{_list_shortened(ledger)}"
    if left_out := _list_left_out(ledger):
        yield f"  left out: {left_out}"
    if ledger.letter is not None:
        yield from letter_lines(ledger.letter)
        told = [note.why for note in ledger.notes if note.fate in OPEN_FATES]
        texts = [todo.text for todo in ledger.letter.todos]
        yield from (f"    to do: {text}" for text in texts if not any(text in why for why in told))
        if texts and not ledger.letter.file:
            yield f"    lapel letter {job} writes it to a file for you to finish"
    if ledger.requirements:
        yield f"  {_summarize_posting(ledger)}"
    fates = count_fates(ledger)
    if fates:
        yield f"  {count('note', sum(fates.values()))}: " + join_and(
            [f"{number} {fate.replace('-', ' ')}" for fate, number in fates.items()]
        )
    elif not ledger.requirements:
        yield "  no notes: chosen by the profile's weights, by date and for variety"
    for note in ledger.notes:
        if verbose or note.fate in OPEN_FATES:
            yield note_line(note)
            if note.fate in OPEN_FATES:
                yield f"    {'':<14} {note.why}"


def _summarize_posting(ledger: Ledger) -> str:
    """Return how many lines of the posting the page answers, and what it lacks, the weightiest
    first.
    """
    lines = ledger.requirements
    answered = [line for line in lines if line.is_answered]
    partly = sum(line.fate is Fate.PARTLY for line in answered)
    in_part = f" ({partly} in part)" if partly else ""
    lacking = list(dict.fromkeys(line.missing[0] for line in ledger.gaps if line.missing))
    named = join_most([*map(shorten_text, lacking)], MOST_LACKING)
    missing = f"; missing: {named}" if named else ""
    return f"posting: {len(answered)} of {count('line', len(lines))} answered{in_part}{missing}"


def file_lines(files: Sequence[Path], *, dry_run: bool) -> Iterator[str]:
    """Yield every file that was written, or would be."""
    yield _say_wrote(dry_run=dry_run)
    yield from (f"  {file}" for file in files)


def folder_lines(files: Sequence[Path], *, dry_run: bool) -> Iterator[str]:
    """Yield the folder of the files, and the blank line between one job of several and the next."""
    yield f"{_say_wrote(dry_run=dry_run)} {files[0].parent}"
    yield ""


def _say_wrote(*, dry_run: bool) -> str:
    return "would write" if dry_run else "wrote"


def note_line(note: NoteAccount) -> str:
    """Return a note with its fate, its place, and what is missing."""
    fate = click.style(f"{note.fate.value:<14}", fg=COLORS.get(note.fate))
    text = note.text if len(note.text) <= LONGEST_NOTE else note.text[: LONGEST_NOTE - 1] + "…"
    line = note.place.rpartition(":")[2]
    return f"    {fate} line {line:<4} {text}"


def letter_lines(letter: LetterAccount) -> Iterator[str]:
    """Yield the letter in a line, and hints on how to make it better."""
    whose = f"from {letter.file}{', edited' if letter.edited else ''}" if letter.file else "a draft"
    todos = f"; {count('to-do', len(letter.todos))}" if letter.todos else ""
    yield f"  letter of {count('word', letter.words)}, {whose}{todos}"
    yield from (f"    {hint}" for hint in letter.hints)


def _list_left_out(ledger: Ledger) -> str:
    """Return the entries without a line on the page, except those that the person takes out."""
    named = [entry.title for entry in ledger.entries if entry.is_left_out]
    named += [f"of {e.title.partition(':')[0]}: {e.without}" for e in ledger.entries if e.without]
    more = len(named) - MOST_NAMED
    return "; ".join(named[:MOST_NAMED]) + (f"; {more} more" if more > 0 else "")


def _list_shortened(ledger: Ledger) -> str:
    brief = [
        entry.title
        for entry in ledger.entries
        if entry.form is EntryForm.BRIEF and entry.bullets_of
    ]
    if len(brief) > MOST_NAMED:
        return f"; {count('entry', len(brief))} in one line"
    return f"; in one line: {'; '.join(brief)}" if brief else ""
