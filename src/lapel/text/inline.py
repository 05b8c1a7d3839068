"""Inline Markdown of a text as runs: ``**strong**``, ``*emphasis*`` and ``[text](https://…)``; an
address typed in full, with its scheme, is a link to itself.

Asterisks, inline links and backslash escapes mean the same as in CommonMark. Everything else stays
as typed: underscores, code, images, HTML, links to anything but the web, mail or a telephone.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain, groupby, islice
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from lapel.text.regexes import regex

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MARKUP = regex(r"[*\[\\\n]")
_NEWLINE = regex(r"[ \t]*\n\s*")
_EMPTY_LINK = regex(r"(?<=\])\((?=\s*\))")
_ADDRESS = regex(r"(https?://[^\s<>()\[\]]*[\w/])", re.IGNORECASE)
SCHEMES = ("http://", "https://", "mailto:", "tel:")
"""What an address may begin with for a document to link to it."""

LINE_BREAK = "\u2028"
"""The text of a run that only breaks the line."""


class Run(Struct, frozen=True):
    """A stretch of characters with one look; ``href`` is "" where it is no link."""

    text: str
    strong: bool = False
    emphasis: bool = False
    href: str = ""


def parse_inline(markdown: str) -> tuple[Run, ...]:
    """Return the runs of a text; neighbours look different, and an empty text has none."""
    if not _MARKUP.search(markdown):
        return tuple(_link_addresses(Run(markdown))) if markdown else ()
    # CommonMark makes a link to nowhere of "[i]()", which would lose what was typed.
    text = _EMPTY_LINK.sub(r"\\(", _NEWLINE.sub(" ", markdown))
    parser = _build_parser()
    runs = chain.from_iterable(
        map(_link_addresses, _read_runs(parser.inline.parse(text, parser, {}, [])))
    )
    return tuple(
        Run(runs_text(alike), *look)
        for look, alike in groupby(runs, key=lambda run: (run.strong, run.emphasis, run.href))
    )


@lru_cache(maxsize=8192)  # every stage asks for texts of the profile again
def plain_text(markdown: str) -> str:
    """Return the words of a text without the markup, as a reader sees them."""
    return runs_text(parse_inline(markdown))


def runs_text(runs: Iterable[Run]) -> str:
    """Return the characters of all runs."""
    return "".join(run.text for run in runs)


def respell_runs(runs: Sequence[Run], spellings: Iterable[str]) -> tuple[Run, ...]:
    """Return the runs with each of their characters replaced by a spelling, which may be empty."""
    left = iter(spellings)
    return tuple(replace(run, text="".join(islice(left, len(run.text)))) for run in runs)


def _link_addresses(run: Run) -> Iterator[Run]:
    """Yield the run, its web addresses as links to where they lead."""
    if run.href or "://" not in run.text:
        yield run
        return
    for place, part in enumerate(_ADDRESS.split(run.text)):
        if part:
            yield replace(run, text=part, href=part if place % 2 else "")


@cache
def _build_parser() -> "MarkdownIt":
    # Most commands and most texts need no parser.
    from markdown_it import MarkdownIt  # noqa: PLC0415
    from markdown_it.rules_inline import StateInline, emphasis  # noqa: PLC0415

    class Inline(MarkdownIt):
        def validateLink(self, url: str) -> bool:  # noqa: N802
            return any(url.lower().startswith(s) and len(url) > len(s) for s in SCHEMES)

    def asterisks(state: StateInline, silent: bool) -> bool:
        return state.src[state.pos] == "*" and emphasis.tokenize(state, silent)

    parser = Inline("zero").enable(["escape", "emphasis", "link"])
    parser.inline.ruler.at("emphasis", asterisks)
    return parser


def _read_runs(tokens: "list[Token]") -> Iterator[Run]:
    strong, emphasis, href = 0, 0, ""
    for token in tokens:
        match token.type:
            case "strong_open" | "strong_close":
                strong += token.nesting
            case "em_open" | "em_close":
                emphasis += token.nesting
            case "link_open" | "link_close":
                href = str(token.attrGet("href") or "")
            case _ if token.content:
                yield Run(token.content, strong > 0, emphasis > 0, href)
