"""Company and position out of the line that heads a file: "Nurse Manager at Gannet Bay"; or out
of the two lines that head a pasted page, of which the running text says the company's again.
"""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from lapel.job.labels import address_behind, plain
from lapel.job.markdown import Written
from lapel.job.statements import Outlined
from lapel.job.vocabulary import (
    Topic,
    is_part_of_company,
    is_position,
    is_posting_heading,
    topic_of,
)
from lapel.text.regexes import regex

_BETWEEN = regex(r"\s+(?:[-–—|·]|(?P<at>@|at|bei|chez))\s+")
_PICTURES = regex("[\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff\ufe0f\u200d]+")
_SPACES = regex(r"\s+")
_LONGEST = 12
_LONGEST_SAID_WHOLE = 3
_LONGEST_LINE_NAME = 8
_FEWEST_WORDS_BEFORE_PLACE = 3
_ABOUT = "About "
_FIRST_STATEMENTS = 6
_UNCLAIMED = (Topic.TITLE, Topic.OTHER)


class Headline(Struct, frozen=True):
    """Whose opening a file is about and which, as its first line says, and where a link on the
    position leads; a title may name only the position.
    """

    company: Written | None
    position: Written
    address: str = ""


def read_headline(written: Written) -> Headline | None:
    """The two names in a line of two parts: a position's stands before "at", and elsewhere it is
    the part that alone sounds like one.
    """
    text = _words(written)
    _, label, behind = text.partition(": ")  # "Re: Planner at Acme"
    text = behind if label and _BETWEEN.search(behind) else text
    between = list(_BETWEEN.finditer(text))
    parts = [text[: b.start()] for b in between] + [text[b.end() :] for b in between]
    if len(parts) != 2 or len(text.split()) > _LONGEST or any(map(_is_heading, parts)):
        return None
    first, second = (_part(written, part) for part in parts)
    if not between[0]["at"] and any(map(is_part_of_company, parts)):
        return None
    match is_position(first.text), is_position(second.text) and not between[0]["at"]:
        case True, False:
            return Headline(second, first, address_behind(written.text, first.text))
        case False, True:
            return Headline(first, second, address_behind(written.text, second.text))
    return None


def _words(written: Written) -> str:
    """A title's words without pictures."""
    return _SPACES.sub(" ", _PICTURES.sub(" ", plain(written.text))).strip()


def names_opening(written: Written) -> bool:
    """Whether a line is nothing but the name of an opening, with the company's or without."""
    text = _words(written)
    whole = ":" not in text and not _BETWEEN.search(text) and topic_of(text) is None
    return read_headline(written) is not None or (whole and _is_title(text))


def part_headline(outlined: Outlined) -> tuple[Outlined, Headline | None]:
    """The names in the file's first line, where no field gives them, and the outline with it as a
    heading.
    """
    if Topic.POSITION in outlined.opened:
        return outlined, None
    statements = [s for s in outlined.statements if len(s.lines) == 1 and not s.is_row]
    above = [*outlined.headings, *(s.start for s in statements)]
    first = min(above, key=lambda written: written.line, default=None)
    title = _title(first, outlined) if first else None
    if Topic.COMPANY in outlined.opened:
        return outlined, title
    headline = read_headline(first) if first else None
    if headline is None:
        parted, headline = _part_lines(outlined)
        return parted, headline or title
    rest = tuple(s for s in outlined.statements if s.start is not first)
    headings = tuple(dict.fromkeys((*outlined.headings, first)))
    return replace(outlined, statements=rest, headings=headings), headline


def _title(first: Written, outlined: Outlined) -> Headline | None:
    """The position that a file's title is nothing but the name of."""
    is_heading = first in outlined.headings and first not in outlined.unknown
    named = is_heading and names_opening(first) and read_headline(first) is None
    return Headline(None, first, address_behind(first.text)) if named else None


def _part_lines(outlined: Outlined) -> tuple[Outlined, Headline | None]:
    """The same for two lines, one below the other, near the top of what no heading claims."""
    texts = [line.text for s in outlined.statements for line in s.lines]
    for statement in outlined.statements[:_FIRST_STATEMENTS]:
        if statement.is_item or statement.is_row or statement.context.topic not in _UNCLAIMED:
            continue
        for pair in pairwise(statement.lines):
            headline = _read_pair(pair, texts)
            if headline is None:
                continue
            lines = tuple(line for line in statement.lines if line not in pair)
            cut = replace(statement, lines=lines)
            kept = (cut if s is statement else s for s in outlined.statements)
            statements = tuple(s for s in kept if s.lines)
            headings = (*outlined.headings, *pair)
            return replace(outlined, statements=statements, headings=headings), headline
    return outlined, _read_apart(outlined, texts)


def _read_apart(outlined: Outlined, texts: Sequence[str]) -> Headline | None:
    """The first line that sounds like a position, and the company of a line "About …"."""
    unclaimed = [s for s in outlined.statements if s.context.topic in _UNCLAIMED and not s.is_item]
    lines = [line for s in unclaimed for line in s.lines]
    abouts = (line for line in lines if _is_about(line, texts))
    names = (_part(line, plain(line.text).removeprefix(_ABOUT)) for line in abouts)
    company = next(names, None)
    above = (line for s in unclaimed[:_FIRST_STATEMENTS] for line in s.lines)
    position = next((line for line in above if _is_title(plain(line.text))), None)
    return Headline(company=company, position=position) if company and position else None


def _is_about(line: Written, texts: Sequence[str]) -> bool:
    name = plain(line.text).removeprefix(_ABOUT)
    return name != plain(line.text) and _is_said(name, texts)


def _is_title(text: str) -> bool:
    return len(text.split()) <= _LONGEST and not text.endswith(".") and is_position(text)


def _read_pair(pair: tuple[Written, Written], texts: Sequence[str]) -> Headline | None:
    """Two short lines of which one sounds like a position and the other is a name of the text."""
    for position, company in (pair, pair[::-1]):
        name = _without_place(plain(company.text))
        if _is_title(plain(position.text)) and not is_position(name) and _is_said(name, texts):
            return Headline(company=_part(company, name), position=position)
    return None


def _without_place(name: str) -> str:
    """A company's name without where it is: what stands before a comma there may be the place."""
    before, _, _ = name.partition(", ")
    return before if len(before.split()) >= _FEWEST_WORDS_BEFORE_PLACE else name


def _is_said(name: str, texts: Sequence[str]) -> bool:
    """Whether a name stands in running text too, of a long one how it begins."""
    words = name.split()
    if len(words) > _LONGEST_LINE_NAME or not name[:1].isupper() or _is_heading(name):
        return False
    said = " ".join(words[:2]) if len(words) > _LONGEST_SAID_WHOLE else name
    return any(said in text and len(text) > 2 * len(name) for text in texts)


def _part(written: Written, text: str) -> Written:
    at = max(0, written.text.find(text))
    return replace(written, text=text, column=written.column + at)


def _is_heading(text: str) -> bool:
    """Whether the words are a heading of the file's own, such as "Notes" or "The role"."""
    return topic_of(text) is not None or is_posting_heading(text)
