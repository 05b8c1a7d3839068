"""What ties somebody to an employer, told in a line: "my dad ran No. 4 machine at Braxton"."""

import re
from functools import cache

from lapel.job.words.headings import asks_of_connection
from lapel.job.words.labels import split_label, strip_markdown
from lapel.text.patterns import alternatives_in
from lapel.text.regexes import regex
from lapel.text.sentences import split_sentences

_any = alternatives_in("lapel.job.words", "ties.yaml")
SHORTEST_NAME = 4
"""The fewest letters of the first word of a company's name that stands for it."""


def tells_tie(text: str, company: str) -> bool:
    """Tell whether a line's first sentence tells what its writer, or theirs, had to do with the
    employer in life.
    """
    labelled = split_label(text)
    answered = labelled.rest and asks_of_connection(labelled.label)  # "why Acme: …"
    first = next(iter(split_sentences(labelled.rest if answered else strip_markdown(text))), "")
    said = first.casefold().replace("’", "'")
    begun = _build_beginning_pattern().match(said)
    of_them = answered or _build_there_pattern().search(said) or names_company(said, company)
    return bool(begun and of_them)


def names_company(text: str, company: str) -> bool:
    """Tell whether a text names a company by its first word, or as "the" and the last one."""
    words = [word for word in company.casefold().split() if word != "the"]
    first, last = (words[0], words[-1]) if words else ("", "")
    said = f"{text.casefold()} "
    return len(first) >= SHORTEST_NAME and (first in said or f"the {last} " in said)


@cache
def _build_beginning_pattern() -> re.Pattern[str]:
    """Return the pattern of a line's beginning: "because my uncle drove", "I grew up"."""
    lead, family, lived = map(_any, ("leads", "family", "lived"))
    return regex(
        rf"(?:{lead}[:,]? )*(?:(?:(?:my|our|both my) (?:[\w'.-]+ ){{0,2}}?)?{family}\b(?!:)"
        rf"|(?:(?:i|we|i've|we've) )?(?:also |once |still |first )?{lived}\b"
        rf"|they (?:\w+ ){{1,2}}?(?:after )?my (?:\w+ )?{family}\b)"
    )


@cache
def _build_there_pattern() -> re.Pattern[str]:
    return regex(rf"\b{_any('there')}\b")
