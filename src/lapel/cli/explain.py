"""`lapel explain`: what a job asks for, what answers it, and what became of it."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from lapel.cli import options
from lapel.cli.console import cache_folder, complain, exit_code, print_diagnostics, print_lines
from lapel.cli.exit_codes import ExitCode
from lapel.inputs import match, read_here, read_ledger
from lapel.ledger.advice import where_to_turn
from lapel.ledger.explained import (
    Explained,
    ExplainedHighlight,
    ExplainedPoint,
    ExplainedRequirement,
    explain,
)
from lapel.ledger.model import (
    OPEN_FATES,
    EntryAccount,
    EntryForm,
    HighlightAccount,
    Ledger,
    NoteAccount,
    RequirementAccount,
)
from lapel.ledger.serialising import to_json
from lapel.ledger.worded import say_best_reason
from lapel.matching.places.references import nearest_id
from lapel.matching.remembering import Memory
from lapel.options import Request
from lapel.profile.ids import highlight_of
from lapel.source.printing import format_warnings
from lapel.text.plurals import count
from lapel.text.words import shorten_text

BEST_SHOWN = 3
TOLD_BY_FATE = frozenset({"note-refuses"})
"""Codes of diagnostics that a note's fate repeats once the page is known."""
EVIDENCE_COLORS = {"strong": "green", "weak": "yellow", "none": "red"}


@click.command()
@click.argument("job", type=click.Path(path_type=Path))
@click.argument("id", required=False)
@options.profile
@options.pages
@options.theme
@options.paper
@options.language
@options.personal
@options.public
@options.letter_date
@options.letter_words
@options.output
@click.option("--json", "as_json", is_flag=True, help="Print the whole account as JSON.")
@click.option("--verbose", is_flag=True, help="Print scores, and every reason for each.")
def command(job: Path, id: str | None, as_json: bool, verbose: bool, **asked: Any) -> None:
    """Show what JOB asks for and what in the profile answers it.

    With ID, show one note, bullet or entry.

    Nothing is rendered. To see what became of each note and bullet, run `lapel tailor` with the
    same files and options first.
    """
    read = read_here(job, Request(**asked), Path())
    problems = list(read.diagnostics)
    if read.value is None or exit_code(problems):
        print_diagnostics(problems)
        sys.exit(exit_code(problems))
    inputs = read.value
    matches = match(inputs, Memory.in_folder(cache_folder()))
    ledger = read_ledger(inputs)
    problems += [d for d in matches.diagnostics if ledger is None or d.code not in TOLD_BY_FATE]
    explained = explain(
        inputs.job_name,
        inputs.profile_name,
        inputs.job,
        inputs.profile,
        matches,
        ledger,
        format_warnings(problems),
    )
    if as_json:
        click.echo(to_json(explained, indent=1))
    elif id is None:
        print_lines(_overview_lines(explained, _find_whys(explained, ledger), verbose=verbose))
        if ledger is None:
            hint = f"to see what stands on the page, run lapel tailor {job}"
            click.echo(hint, err=True)
    else:
        _show_one(explained, id, ledger, verbose=verbose)
    print_diagnostics(problems)


def _find_whys(explained: Explained, ledger: Ledger | None) -> Mapping[str, str]:
    """Return why each note or line of the posting is not wholly answered, and what to do, by id;
    of orders also what was done.
    """
    if ledger is None:
        return {}
    orders = {each.id for each in explained.requirements if not each.phrases}
    asked: tuple[NoteAccount | RequirementAccount, ...] = (*ledger.notes, *ledger.requirements)
    return {e.id: e.why for e in asked if e.fate in OPEN_FATES or e.id in orders}


def _overview_lines(
    explained: Explained, whys: Mapping[str, str], *, verbose: bool
) -> Iterator[str]:
    yield f"{explained.job} × {explained.profile}"
    texts = {highlight.id: highlight.text for highlight in explained.highlights}
    for requirement in explained.requirements:
        yield ""
        yield from _requirement_lines(requirement, whys)
        yield from _answer_lines(requirement, texts, BEST_SHOWN, verbose=verbose)
    for point in explained.letter:
        yield ""
        yield from _point_lines(point)


def _requirement_lines(requirement: ExplainedRequirement, whys: Mapping[str, str]) -> Iterator[str]:
    evidence = click.style(
        requirement.evidence.value, fg=EVIDENCE_COLORS[requirement.evidence.value]
    )
    fate = f", {requirement.fate.value}" if requirement.fate else ""
    yield click.style(f"{requirement.id}  {requirement.text}", bold=True)
    entry = f" → {requirement.entry}" if requirement.entry else ""
    asks = ", ".join(f"“{phrase}”" for phrase in requirement.phrases)
    asked = f"asks for {asks}; evidence {evidence}" if asks else "asks for no evidence"
    yield f"  line {requirement.line}{entry}; {asked}{fate}"
    if why := whys.get(requirement.id):
        yield f"  {why}"


def _answer_lines(
    requirement: ExplainedRequirement, texts: Mapping[str, str], most: int, *, verbose: bool
) -> Iterator[str]:
    """Yield what answers a requirement and why, the best reason in words; with ``verbose`` the
    scores and all reasons.
    """
    shown = [found for found in requirement.highlights if found.supports]
    shown = shown or [found for found in requirement.highlights if found.near]
    for title in requirement.held[:most]:
        yield f"  held   {title}"
    for found in shown[:most]:
        text = texts.get(highlight_of(found.id))
        said = f"{shorten_text(text)} ({found.id})" if text else found.id
        yield f"  {found.score:.3f}  {said}" if verbose else f"  bullet {said}"
        yield f"{'':9}{'; '.join(found.reasons) if verbose else say_best_reason(found.reasons)}"
    for text in requirement.named[:most]:
        yield f"  named  {shorten_text(text)}"


def _point_lines(point: ExplainedPoint) -> Iterator[str]:
    yield click.style(f"{point.id}  {point.text}", bold=True)
    fate = f"; {point.fate.value}: {point.why}" if point.fate else ""
    yield f"  line {point.line}, for the letter{fate}"
    yield from (f"  “{sentence}”" for sentence in point.sentences)


def _highlight_lines(
    highlight: ExplainedHighlight | HighlightAccount,
    account: HighlightAccount | None,
    texts: Mapping[str, str],
) -> Iterator[str]:
    """Yield where a bullet or a summary stands, why, and what would turn it."""
    stands = {True: "on the page", False: "not on the page", None: "not tailored yet"}
    yield click.style(highlight.id, bold=True)
    yield f"  {highlight.text}"
    yield f"  {stands[highlight.included]}"
    if account is not None:
        yield from (f"  {line}" for line in (account.why,) if line)
        for rival in account.loses_to:
            said = texts.get(highlight_of(rival))
            yield f"{'':9}{shorten_text(said)} ({rival})" if said else f"{'':9}{rival}"
    if highlight.flip:
        yield _turning_line(highlight.flip)


def _answered_lines(
    highlight: ExplainedHighlight, explained: Explained, *, verbose: bool
) -> Iterator[str]:
    """Yield what a bullet answers, each with its best reason in words; with ``verbose`` its score,
    its height and all reasons.
    """
    if verbose:
        height = highlight.height_pt
        yield f"  score {highlight.score:.3f}{'' if height is None else f', {height:.1f} pt high'}"
        yield from (f"  {reason}" for reason in highlight.reasons)
        return
    answered = [
        (requirement.text, say_best_reason(found.reasons))
        for requirement in explained.requirements
        for found in requirement.highlights
        if found.id == highlight.id and found.supports
    ]
    yield from (f"  “{shorten_text(text)}”: {why}" for text, why in answered[:BEST_SHOWN])
    if answered[BEST_SHOWN:]:
        yield f"  and {len(answered) - BEST_SHOWN} more; --verbose lists them"


def _entry_lines(entry: EntryAccount) -> Iterator[str]:
    yield click.style(entry.id, bold=True)
    yield f"  {entry.title}, {entry.dates}" if entry.dates else f"  {entry.title}"
    forms = {
        EntryForm.OPEN: "on the page",
        EntryForm.BRIEF: "on the page in one line",
        EntryForm.OUT: "not on the page",
    }
    yield f"  {forms[entry.form]}; {entry.bullets} of {count('bullet', entry.bullets_of)}"
    if entry.why:
        yield f"  {entry.why}"
    if entry.flip:
        yield _turning_line(entry.flip)


def _turning_line(edit: str) -> str:
    return f"  to change that, in {where_to_turn(edit)}: {edit}"


def _show_one(explained: Explained, id: str, ledger: Ledger | None, *, verbose: bool) -> None:
    entries = {entry.id: entry for entry in ledger.entries} if ledger else {}
    written = (*ledger.highlights, *ledger.summaries) if ledger else ()
    accounts = {account.id: account for account in written}
    requirements = {requirement.id: requirement for requirement in explained.requirements}
    highlights = {highlight.id: highlight for highlight in explained.highlights}
    points = {point.id: point for point in explained.letter}
    told: Iterable[ExplainedHighlight | HighlightAccount] = explained.highlights
    texts = {one.id: one.text for one in (*accounts.values(), *told)}
    if id in requirements:
        print_lines(_requirement_lines(requirements[id], _find_whys(explained, ledger)))
        print_lines(_answer_lines(requirements[id], texts, sys.maxsize, verbose=verbose))
    elif id in highlights:
        print_lines(_highlight_lines(highlights[id], accounts.get(id), texts))
        print_lines(_answered_lines(highlights[id], explained, verbose=verbose))
    elif id in points:
        print_lines(_point_lines(points[id]))
    elif id in entries:
        print_lines(_entry_lines(entries[id]))
    elif id in accounts:  # a summary, or what is hidden
        print_lines(_highlight_lines(accounts[id], accounts[id], texts))
    else:
        near = nearest_id(id, [*requirements, *highlights, *points, *entries, *accounts])
        help = f"did you mean '{near}'?" if near else "without an ID, all are listed with theirs"
        complain(f"there is no note, bullet or entry '{id}'", help)
        sys.exit(ExitCode.USAGE)
