"""Every word of the document is in the file, whole and in order."""

from collections.abc import Iterator

from lapel.checks.produced.alignment import Alignment, Stretch
from lapel.checks.produced.model import ReadFile
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.text.words import shorten_text

LONGEST_SHOWN = 80


def check_words(file: ReadFile, alignment: Alignment) -> Iterator[Diagnostic]:
    """Report words that are lost, torn, out of order or not written by lapel."""
    for stretch in alignment.lost:
        message = f"“{_shorten_shown(stretch.words)}” is lost"
        yield file.problem(
            "lost-words", Severity.ERROR, message, stretch.near, help=_quote_line(stretch)
        )
    for stretch in alignment.torn:
        message = f"“{_shorten_shown(stretch.words)}” reads “{_shorten_shown(stretch.read)}”"
        yield file.problem(
            "torn-words", Severity.ERROR, message, stretch.near, help=_quote_line(stretch)
        )
    for stretch in alignment.moved:
        message = f"“{_shorten_shown(stretch.words)}” is read out of order"
        yield file.problem(
            "moved-words", Severity.WARNING, message, stretch.near, help=_quote_line(stretch)
        )
    for words, line in alignment.added:
        message = f"“{_shorten_shown(words)}” is in the file and not in what lapel wrote"
        yield file.problem("added-words", Severity.WARNING, message, line)


def _shorten_shown(text: str) -> str:
    return shorten_text(text, LONGEST_SHOWN)


def _quote_line(stretch: Stretch) -> str:
    line = stretch.line
    where = f"{line.place}: " if line.place else ""
    return f"the line was to say: {where}“{_shorten_shown(f'{line.text} {line.aside}'.strip())}”"
