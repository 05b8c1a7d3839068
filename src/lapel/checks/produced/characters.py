"""Characters that a person does not see and a parser stumbles over."""

from collections.abc import Iterator, Sequence

from lapel.checks.produced.alignment import Alignment
from lapel.checks.produced.model import ReadFile
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.text.regexes import regex

ODD = {
    "ligature": ("a ligature", regex("[\ufb00-\ufb06]")),
    "soft-hyphen": ("a soft hyphen", regex("\u00ad")),
    "invisible": ("an invisible character", regex("[\u200b-\u200d\u2060\ufeff]")),
    "private": ("a character of an icon font", regex("[\ue000-\uf8ff]")),
    "unknown": ("a glyph without a character", regex(r"\ufffd|\(cid:\d+\)")),
}
DOUBLED = regex(r"(?<=\S)[ \u00a0]{2,}(?=\S)")


def check_characters(file: ReadFile, alignment: Alignment) -> Iterator[Diagnostic]:
    """Report each odd character, at its line and column; and doubled blanks, but before an
    aside.
    """
    asides = tuple(line.aside for line in alignment.lines if line.aside)
    for number, line in enumerate(file.lines, 1):
        for code, (what, pattern) in ODD.items():
            for match in pattern.finditer(line):
                yield file.problem(
                    f"{code}-character",
                    Severity.WARNING,
                    f"{what} is read here{_format_code_point(match[0])}",
                    number,
                    column=match.start() + 1,
                    width=len(match[0]),
                )
        for match in DOUBLED.finditer(line):
            if not _begins_an_aside(line[match.end() :], asides):
                yield file.problem(
                    "doubled-blank",
                    Severity.WARNING,
                    "two blanks are read here",
                    number,
                    column=match.start() + 1,
                    width=len(match[0]),
                )


def _begins_an_aside(rest: str, asides: Sequence[str]) -> bool:
    words = " ".join(rest.split())
    return any(words.startswith(" ".join(aside.split())[: len(words)]) for aside in asides)


def _format_code_point(found: str) -> str:
    return f" (U+{ord(found):04X})" if len(found) == 1 else ""
