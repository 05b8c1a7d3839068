"""Texts as any renderer can take them: no control characters, no blanks that say nothing."""

from collections.abc import Sequence
from unicodedata import normalize

from msgspec.structs import replace

from lapel.text.inline import LINE_BREAK, Run, runs_text
from lapel.text.regexes import regex

NO_BREAK_SPACE = "\u00a0"
BLANKS = regex("[ \t\n\r\f\v\u0085\u2028\u2029]+")
# Characters that XML 1.0 does not allow, and marks of breaks and encodings.
CONTROL = regex(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u2060\ufeff\ufffe\uffff\ud800-\udfff]"
)
# Blanks and a hyphen that fonts often lack.
PLAINER = {0x2011: "-", 0x202F: NO_BREAK_SPACE, 0x205F: " ", 0x3000: " "} | dict.fromkeys(
    range(0x2000, 0x200B), " "
)


def tidy_runs(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return the runs without control characters, doubled blanks, and blanks at either end of a
    line.

    A run that is a ``LINE_BREAK`` and nothing else breaks the line; elsewhere it is a blank.
    """
    if LINE_BREAK in [run.text for run in runs]:
        lines = _split_lines(runs)
        first, *others = [line for line in map(tidy_runs, lines) if line] or [()]
        return (*first, *(part for line in others for part in (Run(LINE_BREAK), *line)))
    tidy: list[Run] = []
    after_blank = True
    for run in runs:
        text = CONTROL.sub("", normalize("NFC", run.text)).translate(PLAINER)
        text = BLANKS.sub(" ", text)
        text = text.removeprefix(" ") if after_blank else text
        if text:
            tidy.append(replace(run, text=text))
            after_blank = text.endswith(" ")
    if tidy and tidy[-1].text.endswith(" "):
        last = tidy.pop()
        if stripped := last.text.rstrip(" "):
            tidy.append(replace(last, text=stripped))
    return tuple(tidy)


def _split_lines(runs: Sequence[Run]) -> list[list[Run]]:
    lines: list[list[Run]] = [[]]
    for run in runs:
        if run.text == LINE_BREAK:
            lines.append([])
        else:
            lines[-1].append(run)
    return lines


def strip_controls(text: str) -> str:
    """Return a title or a name without control characters."""
    return runs_text(tidy_runs([Run(text)]))
