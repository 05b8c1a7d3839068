"""Which bullets tell in figures of the change that a phrase asks for."""

import re
from collections.abc import Iterator, Mapping

from lapel.text.regexes import regex
from lapel.text.words import stems_of

_CHANGES = regex(
    r"\b(?:grow(?:th|ing)?|grew|increas(?:e|es|ed|ing)|reduc(?:e|ed|ing|tions?)|cut(?:s|ting)?|"
    r"sav(?:e|ed|ing|ings)|improv(?:e|ed|ing|ements?)|rais(?:e|ed|ing)|lower(?:ed|ing)?|"
    r"scores?|results|numbers|rates?|figures|gains?|metrics|outcomes?)\b",
    re.IGNORECASE,
)
_CHANGED = r"\bfrom \S*\d.* to \S*\d|\b(?:up|down|by) \S*\d|\d\S* ?%|→|->|\b(?:halv|doubl)ed"
_SAVINGS = regex(r"(?:cost |real |money )?savings?|saving money", re.IGNORECASE)
_MONEY = r"[$£€]\d[\d,.]*(?: ?[km]\b| million\b)?"
_SAVED = regex(
    rf"\bsav(?:ed|es?|ing) (?:[\w-]+ ){{0,4}}{_MONEY}|{_MONEY} (?:\w+ ){{0,2}}(?:saved|less)\b"
    rf"|\b(?:fell|dropped|cut|down|reduced|lowered) (?:[\w-]+ ){{0,4}}from {_MONEY} to {_MONEY}"
    rf"|\b(?:cut|lowered|reduced|trimmed) (?:[\w-]+ ){{1,4}}by {_MONEY}",
    re.IGNORECASE,
)
"""Money that is less than it was: "fell from $21,000 to $3,400", "saved $94 a case"."""
_RAISED = regex(
    rf"\b(?:rais(?:ed|es?|ing)|brought in|secured|won) (?:over |about |almost |some )?{_MONEY}",
    re.IGNORECASE,
)
_MONEY_TOLD = (
    (_SAVINGS, _SAVED),
    (regex(r"fund[- ]?raising|funds? raised|money raised", re.IGNORECASE), _RAISED),
)
"""Phrases that ask for deeds by the money in them, with what tells it in a bullet."""
_CLAUSES = r"[,;] |\(|\s[-–—]\s|\band\b"


def changing(phrase: str, bullets: Mapping[str, str]) -> Iterator[str]:
    """Yield the ids of the bullets that tell in figures of the change that a phrase asks for.

    "Audience growth" and "cutting waste" ask for one; "savings" asks for money that is less, and
    "fundraising" for money that came in.
    """
    for asks, tells in _MONEY_TOLD:
        if asks.fullmatch(phrase):
            yield from (id for id, text in bullets.items() if tells.search(text))
    things = stems_of(_CHANGES.sub(" ", phrase))
    if not things or not _CHANGES.search(phrase):
        return
    for id, text in bullets.items():
        for clause in re.split(_CLAUSES, text):
            if re.search(_CHANGED, clause) and things <= stems_of(clause):
                yield id
