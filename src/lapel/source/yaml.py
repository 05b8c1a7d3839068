"""YAML as nodes with their places: every scalar is the text that was typed, nothing is guessed."""

import yaml

from lapel.source.diagnostics import Diagnostic, Outcome, in_order
from lapel.source.mending import elsewhere, with_texts_quoted
from lapel.source.nodes import Node
from lapel.source.source import Source
from lapel.source.yaml_composing import ENDLESS, Composer, events_of
from lapel.text.regexes import regex

# The complement of c-printable (YAML 1.1, 5.1), a byte order mark inside the text included.
_NOT_PRINTABLE = regex(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


def parse_yaml(source: Source) -> Outcome[Node]:
    """The one document of a file, None where anything is wrong with it."""
    node, problems = parse_yaml_sound(source)
    return Outcome(None, problems) if problems else Outcome(node)


def parse_yaml_sound(
    source: Source, first_line: int = 1, text: str | None = None
) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The document of a file, or of ``text`` that begins at ``first_line`` of it, for further
    checks, and every problem of it.

    A text that YAML misreads is taken as it was meant, of a key that stands twice the first
    counts. None where there is no making out what is meant.
    """
    written = source.text if text is None else text
    unprintable = _unprintable(source, first_line, written)
    if unprintable:
        return None, unprintable
    node, problems = _composed(source, first_line, written)
    meant = with_texts_quoted(source, first_line, written, problems) if problems else written
    if meant != written:
        node, others = _composed(source, first_line, meant)
        problems += elsewhere(others, problems)
    return node, in_order(problems)


def _composed(source: Source, first_line: int, text: str) -> tuple[Node | None, list[Diagnostic]]:
    composer = Composer(source, first_line)
    try:
        node = composer.compose(events_of(text))
    except yaml.MarkedYAMLError as error:
        from lapel.source.yaml_traps import syntax_problems  # noqa: PLC0415 - few files need it

        return None, list(syntax_problems(source, first_line, text, error))
    is_endless = any(problem.code in ENDLESS for problem in composer.problems)
    return None if is_endless else node, composer.problems


def _unprintable(source: Source, first_line: int, text: str) -> tuple[Diagnostic, ...]:
    """The first character of each line that no text has."""
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
