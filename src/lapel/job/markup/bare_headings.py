"""Headings without any mark, which a file's own habit shows.

Whoever sets "BEFORE SENDING" or "For the letter" alone on a line, below a blank one, does so with
all headings, also with those that no list of names has.
"""

from collections.abc import Callable, Sequence

from lapel.job.words.headings import (
    is_demand_heading,
    is_named,
    is_value_word,
    section_of,
    topic_of,
)
from lapel.job.words.labels import is_short, split_label
from lapel.job.words.phrased import heads_own_part
from lapel.job.words.topics import NOTES, Topic
from lapel.job.words.vocabulary import vocabulary
from lapel.text.regexes import regex

_SHOUTED = regex(r"[^\W\d_]+(?:[ /&'’-]+[^\W\d_]+){0,3}")
"""A few words and nothing else: "BEFORE SENDING"."""
_SAID = regex(r"[^\W\d_][^:|<>\t,;.!?\[\]]*?(?: \([^()]+\))?\??")
"""Words without a stop or a comma, perhaps with a remark behind them."""
_SAYS = regex(r".*[:;,.!?–—|=]|.* [-/] |.*->")
"""A line that says something: it lists, parts a name from its text, or ends a sentence."""
_REMARK = regex(r"(?<=\w) \([^()]+\)$")
"""A remark in brackets behind a heading: "my notes (typed on a break)"."""
SAYS_MORE = regex(r"[:\[\]()|<>\t]|[.!?,]\s*$")
"""What no heading has, but for a question mark."""
_LONGEST_WORDS = 5
"""The most words of such a heading whose name nobody knows."""
_LONGER_WORDS = 8
"""The fewest words of a line that is unlike the heading above it."""


def is_heading_word(line: str) -> bool:
    """Tell whether words without any mark may be a heading of the job file."""
    named = _REMARK.sub("", line)
    value = named == line and is_value_word(line)
    asked = named.removesuffix("?") if topic_of(named) is Topic.CONNECTION else named
    says_more = SAYS_MORE.search(asked) or (split_label(line).label and not is_named(line))
    if line[:1].isspace() or says_more:
        return False
    if topic_of(named) in (*vocabulary().mine, Topic.DESCRIPTION) and is_short(named):
        return not value
    return (
        (is_named(named) and not value) or (section_of(named) is not None) or heads_own_part(named)
    )


def find_shouted_headings(lines: Sequence[str]) -> frozenset[int]:
    """Return the indices of the lines that are headings in capitals, such as "BEFORE SENDING".

    There must be two below a blank line, and most of the file in small letters.
    """
    said = [index for index, line in enumerate(lines) if line.strip()]
    loud = {index for index in said if lines[index].isupper()}
    alone = {
        index
        for index in loud.difference(said[:1])
        if not lines[index - 1].strip() and _SHOUTED.fullmatch(lines[index].strip())
    }
    return frozenset(alone if len(alone) > 1 and 2 * len(loud) < len(said) else ())


def find_lone_headings(lines: Sequence[str], is_marked: Callable[[str], bool]) -> frozenset[int]:
    """Return the indices of headings that no list has: a few words alone on a line above something
    unlike them, outside the employer's text, in a file where others have a name of notes.
    """
    found: set[int] = set()
    known = theirs = False
    for index, line in enumerate(lines[1:], 1):
        title = _REMARK.sub("", line).strip("#*_: \t")
        topic = topic_of(title) if is_short(title) else None
        alone = _is_alone(lines, index, is_marked)
        if topic in NOTES or heads_own_part(title):
            theirs = False
            known = known or alone or line.startswith("#")
        elif topic is Topic.DESCRIPTION or is_demand_heading(title):
            theirs = True
        if (
            alone
            and not theirs
            and not is_heading_word(line)
            and len(title.split()) <= _LONGEST_WORDS
        ):
            found.add(index)
    return frozenset(found if known else ())


def _is_alone(lines: Sequence[str], index: int, is_marked: Callable[[str], bool]) -> bool:
    """Tell whether a few words stand below a blank line and right above something unlike them."""
    line, below = lines[index], lines[index + 1] if index + 1 < len(lines) else ""
    if lines[index - 1].strip() or not below.strip() or line[:1].isspace():
        return False
    if not _SAID.fullmatch(line.rstrip()) or is_marked(line) or split_label(line).label:
        return False
    longer = len(below.split()) >= _LONGER_WORDS or _SAYS.match(below)
    return is_short(line) and bool(is_marked(below) or longer or topic_of(line))
