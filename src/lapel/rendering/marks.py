"""Quotation marks, apostrophes and dashes as a typesetter sets them in the document's language.

Straight marks turn by their place: a pair of marks around words, an apostrophe in a word or before
one that lost its beginning ('90s, rock 'n' roll); a hyphen between blanks, or two, is a dash, and
so is one in a range (2021-22, 10-12 people). Feet and inches (5'11", a 3.5" drive), addresses,
names of files, code, a mark without its other half, and marks not typed straight stay as they are;
so does a hyphen that is in no range of years or of counted things (ASCE 7-16, 555-0142, 2021-03).
"""

import re
from collections.abc import Iterator, Sequence

from lapel.locale.words import Marks
from lapel.profile.dates import parse_date
from lapel.text.inline import Run, respell_runs, runs_text
from lapel.text.numbers import YEAR
from lapel.text.regexes import regex

DOUBLE, SINGLE = '"', "'"
HYPHENS = regex(r"(?<=\S\s)-(-?)(?=\s\S)")
RANGE = regex(
    r"(?<![\w.,:/+–-])(?<!\b[A-Z][A-Z] )(?<![A-Z]{3} )(?<!\d )(?P<listed>(?<=[a-z]s ))?"
    r"[$€£]?(?P<first>[1-9]\d{0,2})%?-[$€£]?(?P<last>[1-9]\d{0,2})"
    r"(?(listed)(?!\d|-|[.,:/]\d)|(?=%|\s[^\W\d_]|[a-zß-ÿ]))"
    rf"|(?<![\d.,:/+–-])(?P<year>{YEAR})-(?P<until>(?:19|20)?\d\d|[^\W\d_]+)(?![\w-]|[.,:/]\d)"
)
"""Ranges: of counted things, named after the range or before it in the plural ("grades 9-12"); and
of years, or from a year to the present.
"""
LAST_MONTH = 12
BEFORE, AFTER = "([{–—-/«“„‘\"'", ")]}–—-/»”’.,;:!?…\"'"
"""The characters, beside blanks, before an opening mark and after a closing one."""
CODE = regex(r"(?:[=\[{\\]|\w\()$")
"""The characters before a mark in code, as in lang="en" and print("x")."""
VERBATIM = regex(
    r"\S*(?:://|@|\.[a-z]{2,4}/)\S*"  # addresses
    r"|(?<!\S)[\w'-]*\w\.[a-z]{2,4}\d?(?![\w'])"  # names of files
)
WORD = regex(r"\w+")


def set_marks(runs: Sequence[Run], marks: Marks | None) -> tuple[Run, ...]:
    """Return the runs of one text with the marks of its language; as typed where that has none."""
    whole = runs_text(runs)
    if marks is None or not any(mark in whole for mark in (DOUBLE, SINGLE, "-")):
        return tuple(runs)
    changed = dict(
        (*_find_double_marks(whole, marks), *_find_single_marks(whole, marks), *_find_dashes(whole))
    )
    if not changed:
        return tuple(runs)
    verbatim = frozenset(_find_verbatim(runs, whole))
    return respell_runs(
        runs, (c if n in verbatim else changed.get(n, c) for n, c in enumerate(whole))
    )


def text_in_marks(text: str, marks: Marks | None) -> str:
    """Return a plain text with the marks of its language; as typed where that has none."""
    return runs_text(set_marks([Run(text)], marks))


def _find_verbatim(runs: Sequence[Run], whole: str) -> Iterator[int]:
    """Yield the places whose characters stay as typed: in addresses and names of files."""
    for found in VERBATIM.finditer(whole):
        yield from range(*found.span())
    start = 0
    for run in runs:
        if run.href and " " not in run.text:
            yield from range(start, start + len(run.text))
        start += len(run.text)


def _find_dashes(whole: str) -> Iterator[tuple[int, str]]:
    """Yield the replacements for the hyphens of a dash, of two the second by nothing, and for the
    hyphen of a rising range; one that may be in a month is left.
    """
    for found in HYPHENS.finditer(whole):
        yield from zip(range(*found.span()), ("–", ""), strict=False)
    for found in RANGE.finditer(whole):
        if _is_rising(found):
            yield whole.index("-", found.start()), "–"


def _is_rising(found: re.Match[str]) -> bool:
    if found["year"] is None:
        return int(found["first"]) < int(found["last"])
    if not found["until"].isdigit():
        return parse_date(found["until"]).present
    year, until = found["year"][-len(found["until"]) :], found["until"]
    return year < until and int(until) > LAST_MONTH


def _find_double_marks(whole: str, marks: Marks) -> Iterator[tuple[int, str]]:
    """Yield the replacements for double marks that have their other half, by their places."""
    opened: int | None = None
    places = [n for n, character in enumerate(whole) if character == DOUBLE]
    for number, place in enumerate(places):
        if opened is not None and _closes(whole, place):
            if _is_inches(whole, place, places[number + 1 :]):
                continue
            if not CODE.search(whole[:opened]):
                yield from zip((opened, place), marks.double, strict=True)
            opened = None
        elif _opens(whole, place):
            opened = place


def _is_inches(whole: str, place: int, later: Sequence[int]) -> bool:
    """Tell whether a mark after a figure closes nothing, since words and another mark come after
    it.
    """
    following = next((n for n in later if _opens(whole, n) or _closes(whole, n)), None)
    if not whole[place - 1].isdigit() or following is None:
        return False
    return _closes(whole, following) and not whole[following - 1].isdigit()


def _find_single_marks(whole: str, marks: Marks) -> Iterator[tuple[int, str]]:
    """Yield the replacements for apostrophes, and for single marks that have their other half."""
    opened: int | None = None
    for place, character in enumerate(whole):
        if character != SINGLE or whole[max(place - 1, 0) : place + 2].count(SINGLE) > 1:
            continue  # no single mark, or one of two that stand for inches
        if _is_apostrophe(whole, place, marks):
            yield place, marks.apostrophe
        elif _opens(whole, place):
            opened = place
        elif _closes(whole, place) and opened is not None:
            if not CODE.search(whole[:opened]):
                yield from zip((opened, place), marks.single, strict=True)
            opened = None
        elif _closes(whole, place) and whole[place - 1].isalpha():
            yield place, marks.apostrophe


def _is_apostrophe(whole: str, place: int, marks: Marks) -> bool:
    """Tell whether a mark is an apostrophe: inside a word, or at the start of a shortened one."""
    before, after = whole[place - 1 : place], whole[place + 1 : place + 2]
    if before.isalnum() and after.isalnum():
        return before.isalpha() or after == "s"  # 5'11 and 5'x7 are feet, the 1990's are not
    if not _opens(whole, place):
        return False
    found = WORD.match(whole, place + 1)
    word = found.group().casefold() if found else ""
    decade = word[:2].isdigit() and word[2:] in ("", "s")
    return word in marks.elisions or decade


def _opens(whole: str, place: int) -> bool:
    before, after = whole[place - 1 : place] or " ", whole[place + 1 : place + 2] or " "
    return (before.isspace() or before in BEFORE) and not after.isspace()


def _closes(whole: str, place: int) -> bool:
    before, after = whole[place - 1 : place] or " ", whole[place + 1 : place + 2] or " "
    return not before.isspace() and (after.isspace() or after in AFTER)
