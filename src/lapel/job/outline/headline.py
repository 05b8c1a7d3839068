"""Company and position in a line of two names: "Nurse Manager at Gannet Bay"."""

import re

from msgspec import Struct
from msgspec.structs import replace

from lapel.job.markup.markdown import Written
from lapel.job.words.headings import is_part_of_company, is_position, is_posting_heading, topic_of
from lapel.job.words.labels import is_in_capitals, linked_address, strip_markdown
from lapel.text.regexes import regex
from lapel.text.sentences import split_sentences

_BETWEEN = regex(r"\s+(?:-{1,3}|[–—|·]|(?P<at>@|at|bei|chez))\s+")
_PICTURES = regex("[\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff\ufe0f\u200d]+")
_LEAD = regex(
    r"(?:\d{4}[-./]\d{1,2}(?:[-./]\d{1,2})?\s*[-–—:]?\s+"
    r"|(?:i'm |i am |i’m )?(?:(?:my|the|a) )?(?:job )?(?:job|application|applying|applied|notes"
    r"|opening|vacancy|role|position|post|candidacy|re|fw|fwd|aw|wg|subject|letter|resume|cv|file)"
    r"(?: (?:file|form|letter|notes|details|info|package|title|name|\d+)| ?#\s?\d+)?"
    r"(?:\s*:|\s+(?:for|to|at|with|as)\b|\s+[-–—|])\s+)",
    re.IGNORECASE,
)
_SPACES = regex(r"\s+")
_CALLED = regex(r"\s+(?:position|role|job|opening|post|vacancy)$", re.IGNORECASE)
_LONGEST = 12
_RANKS = frozenset({"jr", "jnr", "junior", "sr", "snr", "trainee", "graduate", "assistant", "asst"})
"""Words that only a position begins with: "jr frontend"."""


class Headline(Struct, frozen=True):
    """The company and the position that a file's first line names.

    A title may name only the position. ``address`` is that of a link on the position.
    """

    company: Written | None
    position: Written | None
    address: str = ""


def read_headline(written: Written) -> Headline | None:
    """Return company and position where a line names the two, None for any other line.

    The position stands before "at"; elsewhere it is the part that alone sounds like one.
    """
    text = without_lead(words_of(written))
    _, label, behind = text.partition(": ")  # "Re: Planner at Acme"
    text = behind if label and _BETWEEN.search(behind) else text
    between = list(_BETWEEN.finditer(text))
    parts = [text[: b.start()] for b in between] + [text[b.end() :] for b in between]
    several = len(split_sentences(text)) > 1
    if len(parts) != 2 or several or len(text.split()) > _LONGEST or any(map(is_heading, parts)):
        return None
    first, second = (part_of(written, part) for part in parts)
    ranked = [part.text.split(maxsplit=1)[0].casefold() in _RANKS for part in (first, second)]
    if not between[0]["at"] and any(
        is_part_of_company(part) and not is_position(part) for part in parts
    ):
        return None
    at = between[0]["at"] is not None
    is_first = is_position(first.text) or (at and _begins_with_position(first.text))
    match is_first, is_position(second.text) and not at:
        case True, False:
            return Headline(second, first, linked_address(written.text, first.text))
        case False, True:
            return Headline(first, second, linked_address(written.text, second.text))
        case False, False if sum(ranked) == 1:
            company, position = (second, first) if ranked[0] else (first, second)
            return Headline(company, position, linked_address(written.text, position.text))
    return None


def _begins_with_position(text: str) -> bool:
    """Tell whether a title in capitals has a position's name before what it is for: "Project
    Manager Building Services".
    """
    words = text.split()
    heads = (" ".join(words[:length]) for length in range(2, len(words)))
    return is_in_capitals(text) and any(map(is_position, heads))


def lists_names(written: Written) -> bool:
    """Tell whether a line is a list of names, one of them a position's: "Cook - Acme - Leeds"."""
    parts = _BETWEEN.split(without_lead(words_of(written)))
    names = [without_calling(part) for part in parts if part and part != "at"]
    return len(names) > 1 and any(map(is_position, names)) and not any(map(is_heading, names))


def without_calling(name: str) -> str:
    """Return a position's name without "job" or "position" behind it: "Cook job" -> "Cook"."""
    return _CALLED.sub("", name)


def words_of(written: Written) -> str:
    """Return a title as plain words, without emoji."""
    return _SPACES.sub(" ", _PICTURES.sub(" ", strip_markdown(written.text))).strip()


def without_lead(text: str) -> str:
    """Return a title without words before its names: "Application for", "Job #3:", "2026-03"."""
    while (lead := _LEAD.match(text)) is not None:
        text = text[lead.end() :]
    return text


def is_about_opening(written: Written) -> bool:
    """Tell whether a line says of what opening the notes below are: "Application notes – Acme"."""
    words = words_of(written)
    named = without_lead(words)
    is_name = named[:1].isupper() and len(named.split()) <= _LONGEST and not named.endswith(".")
    return named != words and is_name and topic_of(named) is None


def names_opening(written: Written) -> bool:
    """Tell whether a line is nothing but a position's name, with the company's or without."""
    text = without_lead(words_of(written))
    whole = ":" not in text and not _BETWEEN.search(text) and topic_of(text) is None
    return read_headline(written) is not None or (whole and is_title(text))


def is_title(text: str) -> bool:
    """Tell whether a short line sounds like a position's name: "Head of Catering, weekends"."""
    return len(text.split()) <= _LONGEST and not text.endswith(".") and is_position(text)


def part_of(written: Written, text: str) -> Written:
    """Return some words of a line, with their place."""
    at = max(0, written.text.casefold().find(text.casefold()))
    return replace(written, text=text, column=written.column + at)


def is_heading(text: str) -> bool:
    """Tell whether the words are a heading of the file's or a posting's: "Notes", "The role"."""
    return topic_of(text) is not None or is_posting_heading(text)
