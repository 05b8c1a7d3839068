"""Errands: notes of what their writer has to do, which neither document can say."""

import re
from functools import cache

from lapel.job.words.labels import plain_label, split_label, strip_markdown
from lapel.text.data import read_data
from lapel.text.patterns import alternatives_in
from lapel.text.regexes import regex

_WHEN = regex(r" (?:before|by|until|till|this|on|for|to|bis|vor|avant) ")
"""When errands are to be done, or for whom: "still to do before Friday", "questions for them"."""
_LONGEST_WORDS = 16
"""The most words of a line that is an errand by the verb at its end."""


def is_errand(text: str) -> bool:
    """Tell whether a line is something for its writer to do: "ask Lerato to check the English"."""
    said = strip_markdown(text).rstrip(" .!?")
    labelled = split_label(text)
    if heads_errands(labelled.label) and labelled.rest:
        return True
    ends = _build_ending_pattern().search(said) is not None and len(said.split()) <= _LONGEST_WORDS
    return (
        ends
        or _build_beginning_pattern().match(said) is not None
        or _build_apart_pattern().search(said) is not None
    )


def was_errand(text: str) -> bool:
    """Tell whether a line is something its writer did already or waits for: "emailed Priya"."""
    return _build_done_pattern().match(strip_markdown(text)) is not None


def heads_errands(text: str) -> bool:
    """Tell whether a line is a heading of errands: "Before sending"."""
    said = plain_label(text).casefold().replace("’", "'")
    names = (said, *(said[: when.start()] for when in _WHEN.finditer(said)))
    return any(name in _load_words()["headings"] for name in names)


_any = alternatives_in("lapel.job.words", "errands.yaml")


@cache
def _load_words() -> dict[str, list[str]]:
    data: dict[str, list[str]] = read_data("lapel.job.words", "errands.yaml")
    return data


@cache
def _build_beginning_pattern() -> re.Pattern[str]:
    """Return the pattern of an errand by its first words: "ask Lerato", "Ada to find my card"."""
    somebody = rf"(?:{_any('somebody')}\b|(?-i:[A-Z])\w)"
    wished = rf"(?!.*\bfor (?:an?|the) (?:\w+ )?{_any('wished')}\b)"
    return regex(
        rf"(?i)^(?:(?-i:[A-Z])\w+ to )?(?:{_any('leads')},? )*(?:{_any('always')}\b"
        rf"|{_any('text_verbs')}(?:$| {_any('texts')}\b)"
        rf"|{_any('somebody_verbs')} {wished}{somebody}"
        rf"|{_any('question_verbs')} (?:\w+ ){{0,2}}?{_any('questions')}\b"
        rf"|{_any('paper_verbs')} (?:\S+ ){{0,6}}?{_any('papers')}\b"
        rf"|{_any('study_verbs')} {_any('studies')}\b"
        rf"|{_any('buying_verbs')} {_any('bought')}\b)"
    )


@cache
def _build_done_pattern() -> re.Pattern[str]:
    return regex(rf"(?i)^{_any('done')} (?:{_any('somebody')}\b|(?-i:[A-Z])\w)")


@cache
def _build_ending_pattern() -> re.Pattern[str]:
    return regex(rf"(?i)^\S+ .*\b{_any('ending')}$|^\S+ .*\bsoll(?:te|en)? .*{_any('ending')}$")


@cache
def _build_apart_pattern() -> re.Pattern[str]:
    return regex(rf"(?i)\b{_any('papers')} (?:is|are|comes?|goes|go)(?: in)? {_any('apart')}$")
