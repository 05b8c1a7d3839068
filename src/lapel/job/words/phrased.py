"""Headings that are whole phrases: "things I should push", "want on my CV", "for each job".

Lists of words that mean the same (`phrased` in headings.yaml) are put into patterns (`phrases`).
"""

import re
from functools import cache

from lapel.text.data import read_data
from lapel.text.patterns import filled
from lapel.text.regexes import regex


def phrased_topic(name: str) -> str | None:
    """Return the name of the topic for a heading that is a phrase, in lower case, or None."""
    return next((topic for topic, said in _phrases() if said.fullmatch(name)), None)


@cache
def entry_words() -> frozenset[str]:
    """Return the words for an entry of a resume: "job", "employer", "school"."""
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
