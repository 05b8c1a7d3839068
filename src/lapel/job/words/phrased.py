"""Headings that are whole phrases: "things I should push", "want on my CV", "for each job".

Lists of words that mean the same (`phrased` in headings.yaml) are put into patterns (`phrases`).
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from lapel.text.data import read_data
from lapel.text.patterns import any_of, fill_pattern
from lapel.text.regexes import regex

_BEFORE = regex(r"^\W+")


def phrased_topic(name: str) -> str | None:
    """Return the name of the topic for a heading that is a phrase, in lower case, or None."""
    return next((topic for topic, said in _build_topic_patterns() if said.fullmatch(name)), None)


@cache
def entry_words() -> frozenset[str]:
    """Return what people call the entries of a resume: "job", "employer", "school"."""
    return frozenset(_load_data()["phrased"]["entries"])


def find_shown(sentence: str) -> str:
    """Return what a sentence says to show: "my SQL and dbt" of "I'd lean on …"; "" for none."""
    found = _build_showing_pattern().match(sentence.replace("’", "'"))
    return sentence[found.end() :].strip() if found else ""


def heads_own_part(line: str) -> bool:
    """Tell whether words alone on a line can only head a part of the person's own: "My angle",
    "What I'd bring", "Them and me".
    """
    words = _BEFORE.sub("", line.replace("’", "'").casefold()).rstrip("*_: ")
    return _build_heading_pattern().fullmatch(words) is not None


@cache
def _build_heading_pattern() -> re.Pattern[str]:
    return _build_pattern(_load_data()["phrases"]["heads_own"])


@cache
def _build_showing_pattern() -> re.Pattern[str]:
    return _build_pattern(_load_data()["phrases"]["showing"])


@cache
def _build_topic_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    topics = _load_data()["phrases"]["topics"].items()
    return tuple((topic, _build_pattern(one)) for topic, patterns in topics for one in patterns)


def _build_pattern(phrase: str) -> re.Pattern[str]:
    return regex(fill_pattern(phrase, _build_parts().__getitem__))


@cache
def _build_parts() -> Mapping[str, str]:
    data = _load_data()
    lists = {name: any_of(words) for name, words in data["phrased"].items()}
    return {**lists, **data["phrases"]["parts"]}


def _load_data() -> dict[str, Any]:
    data: dict[str, Any] = read_data("lapel.job.words", "headings.yaml")
    return data
