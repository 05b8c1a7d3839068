"""Every word of the document is in the file, whole and in order."""

from collections.abc import Iterator

from lapel.checks.produced.alignment import Alignment, Stretch
from lapel.checks.produced.model import ReadFile
from lapel.source.diagnostics import Diagnostic, Severity

LONGEST_SHOWN = 80


def check_words(file: ReadFile, alignment: Alignment) -> Iterator[Diagnostic]:
    """What is lost, torn, out of order or more than lapel wrote."""
    for stretch in alignment.lost:
        message = f"“{shorten(stretch.words)}” is lost"
        yield file.problem("lost-words", Severity.ERROR, message, stretch.near, help=_from(stretch))
    for stretch in alignment.torn:
        message = f"“{shorten(stretch.words)}” reads “{shorten(stretch.read)}”"
        yield file.problem("torn-words", Severity.ERROR, message, stretch.near, help=_from(stretch))
    for stretch in alignment.moved:
        message = f"“{shorten(stretch.words)}” is read out of order"
        yield file.problem(
            "moved-words", Severity.WARNING, message, stretch.near, help=_from(stretch)
        )
    for words, line in alignment.added:
        message = f"“{shorten(words)}” is in the file and not in what lapel wrote"
        yield file.problem("added-words", Severity.WARNING, message, line)


def shorten(text: str) -> str:
    """The text, or its beginning where it is long."""
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN].rstrip()} …"


def _from(stretch: Stretch) -> str:
    line = stretch.line
    where = f"{line.place}: " if line.place else ""
    return f"the line was to say: {where}“{shorten(f'{line.text} {line.aside}'.strip())}”"
