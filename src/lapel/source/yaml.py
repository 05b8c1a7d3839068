"""YAML as nodes with their places: every scalar is the text that was typed, nothing is guessed."""

import yaml
from msgspec.structs import replace

from lapel.source.diagnostics import Diagnostic, Outcome, sort_by_place
from lapel.source.mending import drop_consequences, mend_text
from lapel.source.nodes import Node
from lapel.source.source import Source
from lapel.source.yaml_composing import ENDLESS, Composer, events_of
from lapel.text.regexes import regex

# The complement of c-printable (YAML 1.1, 5.1), a byte order mark inside the text included.
_NOT_PRINTABLE = regex(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)

MOST_ROUNDS = 50
"""The most times that a file is read again after a repair: one slip hides those below it."""


def parse_yaml(source: Source) -> Outcome[Node]:
    """Return the one document of a file, None where anything is wrong with it."""
    node, problems = parse_yaml_sound(source)
    return Outcome(None, problems) if problems else Outcome(node)


def parse_yaml_sound(
    source: Source, first_line: int = 1, text: str | None = None
) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """Return the document of a file, or of ``text`` that begins at ``first_line`` of it, for
    further checks, and every problem of it.

    A text that YAML misreads and a line with a slip are taken as they were meant; of a key that
    occurs twice the first counts. None where the meaning cannot be made out.
    """
    written = source.text if text is None else text
    source = _cut_after(source, first_line + written.count("\n"))  # the lines below are not YAML
    unprintable = _report_unprintable(source, first_line, written)
    if unprintable:
        return None, unprintable
    node, problems = _compose_text(source, first_line, written)
    new = problems
    for _ in range(MOST_ROUNDS):
        meant = mend_text(source, first_line, written, new)
        if meant == written:
            break
        written, source = meant, _replace_lines(source, first_line, meant)
        node, found = _compose_text(source, first_line, written)
        new = drop_consequences(found, problems)
        problems += new
    return node, sort_by_place(problems)


def _cut_after(source: Source, last_line: int) -> Source:
    """Return the file up to a line of it."""
    if last_line >= len(source.lines):
        return source
    return replace(source, text="\n".join(source.lines[:last_line]))


def _replace_lines(source: Source, first_line: int, text: str) -> Source:
    """Return the file with other lines from ``first_line`` on."""
    return replace(source, text="\n".join((*source.lines[: first_line - 1], text)))


def _compose_text(
    source: Source, first_line: int, text: str
) -> tuple[Node | None, list[Diagnostic]]:
    composer = Composer(source, first_line)
    try:
        node = composer.compose(events_of(text))
    except yaml.MarkedYAMLError as error:
        from lapel.source.yaml_traps import syntax_problems  # noqa: PLC0415 - few files need it

        return None, list(syntax_problems(source, first_line, text, error))
    is_endless = any(problem.code in ENDLESS for problem in composer.problems)
    return None if is_endless else node, composer.problems


def _report_unprintable(source: Source, first_line: int, text: str) -> tuple[Diagnostic, ...]:
    """Report the first character of each line that is not allowed in a text."""
    if not _NOT_PRINTABLE.search(text):
        return ()
    lines = enumerate(text.split("\n"), first_line)
    found = ((number, _NOT_PRINTABLE.search(line)) for number, line in lines)
    return tuple(
        source.diagnostic(
            "control-character",
            f"the invisible character U+{ord(match[0]):04X}",
            source.place(number, match.start() + 1),
            help="delete it; it may have come with a copied text",
        )
        for number, match in found
        if match
    )
