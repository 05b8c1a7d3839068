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
_CHANGED = regex(
    r"\bfrom \S*\d.* to \S*\d|\b(?:up|down|by)(?: from)? \S*\d|\d\S* ?%|→|->|\b(?:halv|doubl)ed"
)
_GREW = regex(
    r"^(?P<thing>[^,;()]+?) (?:(?:nearly|almost|roughly|about|just|more than) )?"
    r"(?:doubled|tripled|trebled|quadrupled|halved|grew|rose|climbed|fell|dropped|shrank)\b"
)
"""A thing with what became of it, and no figure: "sales nearly doubled"."""
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
_HARM = r"(?:accident|collision|crash|incident|injur|lost[- ]time|recordable|reportable)"
_UNHARMED = regex(
    rf"\b(?:no|zero|without|free of|never an?|not an?)\b(?: [\w-]+){{0,4}}? (?:[\w]+-)?{_HARM}"
    rf"|\b{_HARM}\w*[- ]free\b",
    re.IGNORECASE,
)
_SAFETY = regex(
    r"(?:(?:clean|good|strong|long|perfect) )?(?:(?:road )?safety|driving|accidents?|injury)"
    r" (?:record|history|figures|numbers|statistics)",
    re.IGNORECASE,
)
_TOLD = (
    (_SAVINGS, _SAVED),
    (regex(r"fund[- ]?raising|funds? raised|money raised", re.IGNORECASE), _RAISED),
    (_SAFETY, _UNHARMED),
)
"""Phrases that ask for what a deed brought or spared, with what tells it in a bullet."""
_WENT = regex(r"\bfrom [\w$£€%.,' -]{1,30}? to [\w$£€%.,-]+")
"""What a phrase says went from one state to another, which may be no figures."""
_MOVES = stems_of("came come went go got get brought bring took take moved move turned turn")
_CLAUSES = r"[,;] |\(|\s[-–—]\s|\band\b"


def thing_changed(phrase: str) -> str:
    """Return what a phrase says grew or fell, "sales" of "sales nearly doubled", or ""."""
    found = _GREW.match(phrase)
    return found["thing"] if found else ""


def tells_change(text: str) -> bool:
    """Tell whether a bullet tells a change in figures."""
    return _CHANGED.search(text) is not None


def find_bringing(phrase: str, bullets: Mapping[str, str]) -> Iterator[str]:
    """Yield the ids of the bullets that tell what a phrase says was brought or spared.

    "Savings" asks for money that is less, "fundraising" for money that came in, "safety record" for
    harm that was none.
    """
    for asks, tells in _TOLD:
        if asks.fullmatch(phrase):
            yield from (id for id, text in bullets.items() if tells.search(text))


def find_changing(phrase: str, bullets: Mapping[str, str]) -> Iterator[str]:
    """Yield the ids of the bullets that tell in figures of the change that a phrase asks for.

    "Audience growth" and "cutting waste" ask for one, "from monthly to daily releases" for releases
    that went from one to another.
    """
    if went := _WENT.search(phrase):
        yield from _find_telling_change(stems_of(_WENT.sub(" ", phrase)) - _MOVES, bullets, went.re)
    if _CHANGES.search(phrase):
        yield from _find_telling_change(stems_of(_CHANGES.sub(" ", phrase)), bullets, _CHANGED)


def _find_telling_change(
    things: frozenset[str], bullets: Mapping[str, str], change: re.Pattern[str]
) -> Iterator[str]:
    """Yield the ids of the bullets of which one clause tells a change of the things."""
    for id, text in bullets.items() if things else ():
        if any(change.search(c) and things <= stems_of(c) for c in re.split(_CLAUSES, text)):
            yield id
