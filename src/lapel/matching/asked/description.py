"""What each sentence of the employer's text is: a qualification, a responsibility, or nothing.

The innermost heading of a line that says anything decides; a short line that ends in a colon, or
has the words of such a heading, counts as one. Without headings the wording decides. Sentences on
pay, place, law and the company itself ask for nothing wherever they are. The patterns are in
``description.yaml``.
"""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import lru_cache
from html import unescape
from typing import Any

from msgspec import Struct

from lapel.job.model import Line
from lapel.matching.asked.flattened import opens_duty, parts_of
from lapel.text.data import read_data
from lapel.text.inline import plain_text
from lapel.text.regexes import regex
from lapel.text.words import fold_text

_LONGEST_HEADING_WORDS = 7
_SHORTEST_SENTENCE = 5
_LONGEST_ANNOUNCING = 14
_QUESTIONS = ("what ", "who ", "why ", "how ")


class AskKind(StrEnum):
    """What a sentence of the description is."""

    QUALIFICATION = "qualification"
    PREFERRED = "preferred"
    RESPONSIBILITY = "responsibility"
    DESCRIPTION = "description"
    NOTHING = "nothing"


_ASKING = (AskKind.QUALIFICATION, AskKind.PREFERRED, AskKind.RESPONSIBILITY)


class Sentence(Struct, frozen=True):
    """One sentence of the description with its kind and its line.

    ``is_item`` says that it is an item of a list, even of one whose marks are lost.
    """

    text: str
    kind: AskKind
    line: Line
    is_item: bool


class _Patterns(Struct, frozen=True):
    headings: tuple[tuple[AskKind, re.Pattern[str]], ...]
    wording: tuple[tuple[AskKind, re.Pattern[str]], ...]
    nothing: re.Pattern[str]
    topics: re.Pattern[str]
    takes: re.Pattern[str]
    inline: re.Pattern[str]
    licence: re.Pattern[str]
    below: re.Pattern[str]
    ours: re.Pattern[str]
    duty: re.Pattern[str]
    resumes: re.Pattern[str]
    quality: re.Pattern[str]
    wish: re.Pattern[str]


def names_licence(sentence: Sentence) -> bool:
    """Tell whether a sentence requires a licence or certificate, without which nobody is hired."""
    return sentence.kind is AskKind.QUALIFICATION and says_licence(sentence.text)


def says_licence(text: str) -> bool:
    """Tell whether a text speaks of a licence or a certificate."""
    return bool(_patterns().licence.search(text.casefold()))


def read_description(lines: Iterable[Line]) -> Iterator[Sentence]:
    """Yield the sentences of a description in order, each with its kind."""
    standing: AskKind | None = None
    headings: tuple[str, ...] = ()
    is_over = False
    lines = tuple(lines)
    is_headed = any(line.headings for line in lines)
    for line in lines:
        is_first = line.headings != headings
        if is_first:
            headings, standing, is_over = line.headings, None, False
        text = unescape(plain_text(line.text)).strip()
        is_told = line.is_item or (is_first and bool(headings))  # what its heading is about
        announced = _announced_kind(text, is_item=is_told)
        is_over = _ends_posting(text) or (is_over and announced not in _ASKING)
        if is_over:
            yield Sentence(text, AskKind.NOTHING, line, line.is_item)
        elif announced is not None:
            standing = announced
        elif is_headed and _is_above_posting(text, line):
            yield Sentence(text, AskKind.NOTHING, line, line.is_item)
        else:
            sentences, standing = _read_sentences(text, line, standing)
            yield from sentences


def _read_sentences(
    text: str, line: Line, standing: AskKind | None
) -> tuple[list[Sentence], AskKind | None]:
    """Return the sentences of a line, and the kind that holds for the lines after it.

    Headings inside the line change that kind, and so does a sentence that must ask for something
    below the company's words on itself.
    """
    sentences: list[Sentence] = []
    for part in parts_of(text):
        is_item = line.is_item or part.listed
        if part.text.endswith("?") and (asked := _announced_kind(part.text, is_item=False)):
            standing = asked  # "Who are you?"
            continue
        if part.heads:
            length = len(part.text.split())
            deeds = part.text.endswith((" required to", " expected to", " able to", " need to"))
            named = length <= _LONGEST_ANNOUNCING and not deeds
            announced = heading_kind(part.text) if named else None
            standing = announced or _kind_behind_colon(part.text, standing)
            if length <= (_LONGEST_ANNOUNCING if announced else _SHORTEST_SENTENCE):
                continue
        for piece in _patterns().wish.split(part.text):
            kind, rest = _classify(piece, line.headings, standing, is_item=is_item)
            standing = kind if standing is AskKind.NOTHING else standing
            sentences.append(Sentence(rest, kind, line, is_item))
    return sentences, standing


def _kind_behind_colon(head: str, standing: AskKind | None) -> AskKind:
    """Return the kind of a list behind a colon whose words are no heading."""
    lower = fold_text(head)
    said = None if lower.endswith(" to") else _find_kind(_patterns().wording, lower)
    kept = standing if standing in _ASKING else None
    return said or kept or AskKind.RESPONSIBILITY


def _ends_posting(text: str) -> bool:
    """Tell whether a line belongs to what a career site shows below a posting ("Similar jobs")."""
    short = len(text.split()) <= _LONGEST_HEADING_WORDS
    return short and bool(_patterns().below.search(text.casefold()))


def _is_above_posting(text: str, line: Line) -> bool:
    """Tell whether a line stands above the first heading of a page: menu, names, a place."""
    short = len(text.split()) <= _LONGEST_HEADING_WORDS
    return not line.headings and not line.is_item and short and not text.endswith((".", "!", "?"))


def _announced_kind(text: str, *, is_item: bool) -> AskKind | None:
    """Return the kind that a heading announces for the lines after it, None for any other line."""
    most = _LONGEST_HEADING_WORDS * (2 if text.endswith(":") else 1)
    short = len(text.split()) <= most
    asks = text.endswith("?") and not text.casefold().startswith(_QUESTIONS)
    if is_item or not short or asks or text.endswith((".", ";")) or ":" in text[:-1]:
        return None
    kind = heading_kind(text.rstrip(":!?"))
    return kind if kind is AskKind.NOTHING or not text.endswith("!") else None


def _classify(
    sentence: str, headings: tuple[str, ...], standing: AskKind | None, *, is_item: bool
) -> tuple[AskKind, str]:
    lower = fold_text(sentence)
    by_heading = standing or next(
        (kind for kind in map(heading_kind, reversed(headings)) if kind is not None), None
    )
    if _asks_nothing(sentence, lower, by_heading, is_item=is_item):
        return AskKind.NOTHING, sentence
    inline = _patterns().inline.match(sentence)
    if inline is not None:
        announced = heading_kind(inline.group(1))
        if announced is not None:
            return announced, inline.group(2)
    by_wording = _find_kind(_patterns().wording, lower)
    if by_wording is None and is_item and opens_duty(sentence):
        by_wording = AskKind.RESPONSIBILITY
    loose = by_heading is AskKind.RESPONSIBILITY and not is_item
    if by_wording is None and (by_heading is None or loose):
        tells = _patterns().ours.match(lower) or sentence.isupper()
        return AskKind.NOTHING if tells else by_heading or AskKind.DESCRIPTION, sentence
    if by_heading is AskKind.QUALIFICATION and by_wording is AskKind.PREFERRED:
        return AskKind.PREFERRED, sentence
    if by_heading is AskKind.RESPONSIBILITY and _patterns().quality.match(lower):
        return by_wording or AskKind.QUALIFICATION, sentence
    if standing is AskKind.NOTHING:
        resumes = _patterns().duty.search(lower) or _patterns().resumes.match(lower)
        return (by_wording or AskKind.RESPONSIBILITY) if resumes else standing, sentence
    if by_heading is AskKind.DESCRIPTION:  # such a heading says what it is about, not its kind
        return by_wording or by_heading, sentence
    return by_heading or by_wording or AskKind.DESCRIPTION, sentence


def _asks_nothing(sentence: str, lower: str, by_heading: AskKind | None, *, is_item: bool) -> bool:
    """Tell whether a sentence asks for nothing: it speaks of pay, place, law or the company.

    An item of a list may still ask for such a topic by the way it begins.
    """
    if _patterns().duty.search(lower):
        return False
    duty = by_heading is AskKind.RESPONSIBILITY
    asks = is_item and (
        (duty and (opens_duty(sentence) or _find_kind(_patterns().wording, lower) is by_heading))
        or (by_heading in _ASKING and _patterns().takes.match(lower))
    )
    topical = not asks and _patterns().topics.search(lower)
    return bool(topical or _patterns().nothing.search(lower))


def heading_kind(heading: str) -> AskKind | None:
    """Return the kind of the lines under a heading, None where it does not tell."""
    return _find_kind(_patterns().headings, fold_text(heading))


def _find_kind(patterns: tuple[tuple[AskKind, re.Pattern[str]], ...], text: str) -> AskKind | None:
    return next((kind for kind, pattern in patterns if pattern.search(text)), None)


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    data: dict[str, Any] = read_data("lapel.matching.asked", "description.yaml")
    return _Patterns(
        headings=tuple(pair for block in data["headings"] for pair in _compile_by_kind(block)),
        wording=_compile_by_kind(data["wording"]),
        inline=regex(r"^([A-Z][^:.!?]{2,40}):\s+(.*)$", re.DOTALL),
        licence=regex(data["licence"]),
        below=regex(data["below"]),
        ours=regex(data["ours"]),
        duty=regex(data["duty"]),
        resumes=regex(data["resumes"]),
        quality=regex(data["quality"]),
        wish=regex(data["wish"], re.IGNORECASE),
        nothing=regex(_any_of(data["nothing"])),
        topics=regex(_any_of(data["topics"])),
        takes=regex(data["takes"]),
    )


def _any_of(patterns: Iterable[str]) -> str:
    return "|".join(f"(?:{pattern})" for pattern in patterns)


def _compile_by_kind(patterns: dict[str, str]) -> tuple[tuple[AskKind, re.Pattern[str]], ...]:
    """Compile patterns by kind; YAML that folds a long one puts a space behind each bar."""
    return tuple(
        (AskKind(kind), regex(pattern.strip().replace("| ", "|")))
        for kind, pattern in patterns.items()
    )
