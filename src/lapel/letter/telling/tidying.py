"""A bullet as plain words: no markup, no marks of a list, short forms written out."""

import re

from lapel.letter.telling.words import grammar
from lapel.text.inline import plain_text

_MARK = re.compile(r"^(?:[•▪◦‣●○■□▸►✓✔★☆–—*+-]|\d{1,2}[.)])\s+")
_SPACE = re.compile(r"\s+")
_END = re.compile(r"[\s.;,:–—-]+$")
_ABBREVIATED = re.compile(r"\b(?:[A-Za-z]\.){2,}$|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|etc|St|No|Ph\.D|approx)\.$")


def tidy(markdown: str) -> str:
    """The bullet's words; what is written out is listed in ``grammar.yaml``."""
    text = _SPACE.sub(" ", plain_text(markdown)).strip()
    text = _MARK.sub("", text)
    for pattern, instead in grammar().spelled_out:
        text = pattern.sub(instead, text)
    return without_stop(text)


def without_stop(text: str) -> str:
    """The text without what ends it; an abbreviation keeps its point ("2 a.m.", "Acme Inc.")."""
    text = text.strip()
    return text if _ABBREVIATED.search(text) else _END.sub("", text)


def stopped(text: str) -> str:
    """The text as a sentence: with exactly one mark at its end."""
    text = without_stop(text)
    closed = text.rstrip("\"'”’)")
    if text.endswith((".", "!", "?")) or (closed != text and closed.endswith((".", "!", "?"))):
        return text
    return text + "."
