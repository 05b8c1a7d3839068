"""An entry's employer, title and dates are on neighbouring lines before its first bullet.

Parsers take lines that are close together for one job; a date read after the bullets goes to the
next one.
"""

from collections.abc import Iterator
from itertools import pairwise

from lapel.checks.produced.alignment import Alignment
from lapel.checks.produced.model import ReadFile
from lapel.ledger.model import PageLine
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.theme.model import HIGHLIGHT_KINDS, BlockKind

ROLES = frozenset({BlockKind.ROLE, BlockKind.NEXT_ROLE, BlockKind.BRIEF, BlockKind.NEXT_BRIEF})
HEADS = ROLES | {BlockKind.ORGANISATION, BlockKind.LINE}


def check_roles(file: ReadFile, alignment: Alignment) -> Iterator[Diagnostic]:
    """Report dates apart from their title, and titles apart from their employer."""
    for index, (line, following) in enumerate(pairwise((*alignment.lines, None))):
        if line is None or line.kind not in HEADS:
            continue
        title, aside = alignment.text_positions(index), alignment.aside_positions(index)
        below = alignment.text_positions(index + 1) if following else ()
        if title and aside and not 0 <= aside[0].line - title[-1].line <= 1:
            yield _report_apart(file, line, line.aside, line.text, aside[0].line)
        elif aside and _is_bullet(following) and below and below[0].word < aside[-1].word:
            yield _report_after_bullet(file, line, aside[-1].line)
        if line.kind == BlockKind.ORGANISATION and following and following.kind in ROLES:
            end = max((p.line for p in (*title, *aside)), default=0)
            if title and below and not 0 <= below[0].line - end <= 1:
                yield _report_apart(file, line, following.text, line.text, below[0].line)


def _is_bullet(line: PageLine | None) -> bool:
    return line is not None and line.kind in HIGHLIGHT_KINDS


def _report_apart(file: ReadFile, line: PageLine, what: str, whose: str, at: int) -> Diagnostic:
    message = f"“{what}” is read apart from “{whose}”"
    return file.problem("entry-torn", Severity.WARNING, message, at, help=_explain_harm(line))


def _report_after_bullet(file: ReadFile, line: PageLine, at: int) -> Diagnostic:
    message = f"“{line.aside}” of “{line.text}” is read after the first bullet"
    return file.problem("entry-torn", Severity.WARNING, message, at, help=_explain_harm(line))


def _explain_harm(line: PageLine) -> str:
    where = f" ({line.place})" if line.place else ""
    return f"a parser may give it to another entry{where}"
