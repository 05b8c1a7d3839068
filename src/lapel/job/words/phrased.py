"""Names of a part that are a whole phrase: "things I should push", "want on my CV", "for each job".

Of what can be said in a dozen ways the words are lists (`phrased` in headings.yaml), and how they
go together are patterns (`phrases`).
"""

import re
from functools import cache

from lapel.text.data import read_data
from lapel.text.patterns import filled
from lapel.text.regexes import regex


def phrased_topic(name: str) -> str | None:
    """The topic's name that a heading's name is a phrase for, None for any other words."""
    return next((topic for topic, said in _phrases() if said.fullmatch(name)), None)


@cache
def entry_words() -> frozenset[str]:
    """What people call the entries of a resume: "job", "employer", "school"."""
    return frozenset(read_data("lapel.job.words", "headings.yaml")["phrased"]["entries"])


@cache
def _phrases() -> tuple[tuple[str, re.Pattern[str]], ...]:
    data = read_data("lapel.job.words", "headings.yaml")
    lists = {name: "|".join(map(re.escape, words)) for name, words in data["phrased"].items()}
    parts = {**lists, **data["phrases"]["parts"]}
    return tuple(
        (topic, regex(filled(pattern, parts.__getitem__)))
        for topic, patterns in data["phrases"]["topics"].items()
        for pattern in patterns
    )
