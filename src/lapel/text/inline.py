"""Inline Markdown of a text as runs: ``**strong**``, ``*emphasis*`` and ``[text](https://…)``.

The rules are CommonMark 0.31's (6.2 to 6.4 and the appendix "A parsing strategy") for asterisks,
inline links and backslash escapes. Everything else stays as typed: underscores, code, images,
HTML, links to anything but the web, mail or a telephone.
"""

import re
import unicodedata
from dataclasses import dataclass
from itertools import groupby

_MARKUP = re.compile(r"[*\[\\\n]")
_SPECIAL = re.compile(r"\\(?P<escaped>[!-/:-@\[-`{-~])|(?P<stars>\*+)|(?P<bracket>!?\[|\])")
_NEWLINE = re.compile(r"[ \t]*\n\s*")
_DESTINATION = re.compile(
    r"""\(\s* (?: <(?P<pointed>[^<>\s]*)>
              | (?P<bare> (?!<) (?: [^\s()\\] | \\. | \( (?: [^\s()\\] | \\. )* \) )+ )
        ) \s*\)""",
    re.VERBOSE,
)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_LINKED = re.compile(r"(?:https?://|mailto:|tel:)\S", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of characters with one look; ``href`` is "" where it links nowhere."""

    text: str
    strong: bool = False
    emphasis: bool = False
    href: str = ""


def parse_inline(markdown: str) -> tuple[Run, ...]:
    """The runs of a text; neighbours look different, and an empty text has none."""
    if not _MARKUP.search(markdown):
        return (Run(markdown),) if markdown else ()
    parts = _parts(_NEWLINE.sub(" ", markdown))
    _pair_stars(parts, 0)
    shown = (part for part in parts if part.text)
    return tuple(
        Run("".join(part.text for part in alike), *look)
        for look, alike in groupby(shown, key=lambda part: (part.strong, part.emphasis, part.href))
    )


def plain_text(markdown: str) -> str:
    """What a reader reads of a text: its words without the markup."""
    return runs_text(parse_inline(markdown))


def runs_text(runs: tuple[Run, ...]) -> str:
    """The characters of all runs."""
    return "".join(run.text for run in runs)


@dataclass(slots=True)
class _Part:
    """A stretch of the text in the making; of stars, ``text`` is what no pair has used up."""

    text: str
    strong: bool = False
    emphasis: bool = False
    href: str = ""
    stars: int = 0
    opens: bool = False
    closes: bool = False


def _parts(text: str) -> list[_Part]:
    """Take the text apart at its stars, and turn its brackets into links from left to right."""
    parts: list[_Part] = []
    openings: list[int] = []
    at = 0
    while match := _SPECIAL.search(text, at):
        parts.append(_Part(text[at : match.start()]))
        at = match.end()
        if match["stars"]:
            parts.append(_stars(text, match.start(), at))
        elif match["escaped"]:
            parts.append(_Part(match["escaped"]))
        elif match["bracket"] == "]":
            at = _close_bracket(text, at, parts, openings)
        else:
            openings.append(len(parts))
            parts.append(_Part(match["bracket"]))
    parts.append(_Part(text[at:]))
    return parts


def _stars(text: str, start: int, end: int) -> _Part:
    """A run of stars, and whether it may open or close by what stands at its sides (6.2)."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    left = not after.isspace() and (not _is_punctuation(after) or _is_boundary(before))
    right = not before.isspace() and (not _is_punctuation(before) or _is_boundary(after))
    return _Part(text[start:end], stars=end - start, opens=left, closes=right)


def _is_boundary(character: str) -> bool:
    return character.isspace() or _is_punctuation(character)


def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _close_bracket(text: str, at: int, parts: list[_Part], openings: list[int]) -> int:
    """Make a link of the last ``[`` and the ``](…)`` at ``at``, or leave both as they are."""
    opening = openings.pop() if openings else None
    destination = _DESTINATION.match(text, at)
    if opening is None or destination is None or parts[opening].text != "[":
        parts.append(_Part("]"))
        return at
    href = _ESCAPE.sub(r"\1", destination["pointed"] or destination["bare"] or "")
    if not _LINKED.match(href):
        parts.append(_Part("]"))
        return at
    parts[opening].text = ""
    _pair_stars(parts, opening)
    for part in parts[opening:]:
        part.href = href
    openings.clear()  # a link holds no link, so no bracket further out can be one
    return destination.end()


def _pair_stars(parts: list[_Part], first: int) -> None:
    """Pair the stars from ``first`` on, the nearest first; what stays unpaired becomes text."""
    openers: list[int] = []
    for index in range(first, len(parts)):
        part = parts[index]
        while part.closes and part.text and (place := _opener_for(part, parts, openers)) >= 0:
            opener = parts[openers[place]]
            del openers[place + 1 :]
            used = min(2, len(opener.text), len(part.text))
            opener.text, part.text = opener.text[used:], part.text[used:]
            for inner in parts[openers[place] + 1 : index]:
                inner.strong |= used == 2
                inner.emphasis |= used == 1
            if not opener.text:
                openers.pop()
        if part.opens and part.text:
            openers.append(index)
    for part in parts[first:]:
        part.opens = part.closes = False


def _opener_for(closer: _Part, parts: list[_Part], openers: list[int]) -> int:
    """Which opener this run closes: the nearest that rules 9 and 10 of 6.2 allow, or -1."""
    for place in range(len(openers) - 1, -1, -1):
        opener = parts[openers[place]]
        both_ways = opener.closes or closer.opens
        uneven = opener.stars % 3 or closer.stars % 3
        if not (both_ways and uneven and (opener.stars + closer.stars) % 3 == 0):
            return place
    return -1
