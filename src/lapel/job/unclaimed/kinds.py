"""What the notes under a heading of the person's own are: by its words, where the lines agree.

"In the statement" has a word of letters, "From which job" one of employers, each with its name
before its line, and "Marchbank and me" the company's own name over what its writer tells.
"""

from collections.abc import Sequence

from lapel.job.markup.wrapping import begins_named
from lapel.job.outline.statements import Statement
from lapel.job.words.headings import heading_name, heads_refusals, speaks_of_own
from lapel.job.words.phrased import entry_words
from lapel.job.words.ties import SHORTEST_NAME
from lapel.job.words.topics import Topic
from lapel.job.words.vocabulary import vocabulary
from lapel.text.regexes import regex

_TO_SOMEBODY = regex(r"(?:To|TO|Dear|DEAR)(?: [^\W\d_a-z][\w.'’-]*){1,4}")
"""A title that is how a letter begins: "To Ines"."""
_SHARE = 0.5


def kind_under(title: str, below: Sequence[Statement], company: str) -> Topic:
    """Return the topic of the statements under a heading; notes of no kind where nothing tells."""
    words = {*heading_name(title).split()}
    own = vocabulary().own
    if heads_refusals(title):
        return Topic.NOTES
    if words & own.letters or _TO_SOMEBODY.fullmatch(title):
        return Topic.LETTER_POINT
    if words & {*entry_words(), *(f"{word}s" for word in entry_words())} and _are_named(below):
        return Topic.HINT
    tied = words & own.ties or _names_company(words, company)
    if tied and any(speaks_of_own(statement.text) for statement in below):
        return Topic.CONNECTION
    return Topic.NOTES


def _are_named(below: Sequence[Statement]) -> bool:
    """Tell whether most lines have a name before what they say."""
    lines = [line for statement in below for line in statement.lines]
    return sum(map(begins_named, lines)) >= _SHARE * len(lines)


def _names_company(words: set[str], company: str) -> bool:
    """Tell whether words have the first one of a company's name."""
    named = [word for word in heading_name(company).split() if word != "the"][:1]
    return any(len(word) >= SHORTEST_NAME and word in words for word in named)
