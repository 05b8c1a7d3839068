"""A bullet as plain words: no markup, no marks of a list, short forms written out."""

import re
from functools import lru_cache

from lapel.letter.english.vocabulary import pattern, rewritings
from lapel.text.inline import parse_inline, plain_text
from lapel.text.regexes import regex
from lapel.text.sentences import split_sentences
from lapel.text.verbs import forms_of

EMPHASIS_BEGINS, EMPHASIS_ENDS = "\ue000", "\ue001"
"""Characters of no script that mark the beginning and the end of emphasis."""
_SPECIAL = regex(r"[\\*\[]")
_MARK = regex(r"^(?:[•▪◦‣●○■□▸►✓✔★☆–—*+-]|\d{1,2}[.)])\s+")
_STRAY = regex(r"(?<=[.;,] )[.;,](?=[A-Z])|(?<=\w) (?=[.;,](?: |$))")
"""A second stop ("a team of 9. .Coached") and a space before one."""
_LATER_DEED = regex(r"(?<=[a-z\d] )and (?P<deed>[A-Z][a-z]+ed)(?= [a-z\d])")
_SPACE = regex(r"\s+")
_END = regex(r"[\s.;,:–—-]+$")
_SHOUTED = regex(r"(?<=[a-z] )(?:UP|DOWN|NOT|ALL|ONLY|NEVER|EVERY|ZERO|MOST|BEFORE|AFTER)(?= )")
_ABBREVIATED = regex(r"\b(?:[A-Za-z]\.){2,}$|\b(?:Inc|Ltd|Co|Corp|Jr|Sr|etc|St|No|Ph\.D|approx)\.$")


@lru_cache(maxsize=4096)  # a bullet's is asked for by whoever reads it, and those beside it
def tidy(markdown: str) -> str:
    """Return a bullet's words, without markup and with its short forms written out.

    Short forms are listed in ``english/typing.yaml``.
    """
    runs = parse_inline(markdown)
    words = (_marked(run.text) if run.emphasis and not run.strong else run.text for run in runs)
    text = _SPACE.sub(" ", "".join(words) if len(runs) > 1 else plain_text(markdown)).strip()
    text = _STRAY.sub("", _MARK.sub("", text))
    text = _LATER_DEED.sub(_small_deed, text)
    if not text.isupper():
        text = _SHOUTED.sub(lambda found: found.group().lower(), text)
    for short, instead in rewritings("spelled_out"):
        text = short.sub(instead, text)
    return without_stop(text)


def _small_deed(found: re.Match[str]) -> str:
    """Write a later deed small, which once began a line: "trained 3 and Coached 2"."""
    return found.group().lower() if forms_of(found["deed"].lower()) else found.group()


def sentences_of(text: str) -> tuple[str, ...]:
    """Split plain words into sentences, none of which ends inside brackets."""
    whole: list[str] = []
    if next(filter(str.isalpha, text), "").islower():  # who begins small does so each time
        text = pattern("small_after_stop").sub(lambda found: found.group().upper(), text)
    for sentence in split_sentences(text):
        if whole and whole[-1].count("(") > whole[-1].count(")"):
            whole[-1] += f" {sentence}"
        else:
            whole.append(sentence)
    return tuple(whole)


def marked_up(text: str) -> str:
    """Return plain words as inline Markdown, emphasis included."""
    escaped = _SPECIAL.sub(r"\\\g<0>", text)
    return escaped.replace(EMPHASIS_BEGINS, "*").replace(EMPHASIS_ENDS, "*")


def _marked(text: str) -> str:
    core = text.strip()
    return text.replace(core, f"{EMPHASIS_BEGINS}{core}{EMPHASIS_ENDS}") if core else text


def without_stop(text: str) -> str:
    """Return the text without its end mark; abbreviations keep theirs ("2 a.m.", "Acme Inc.")."""
    text = text.strip()
    return text if _ABBREVIATED.search(text) else _END.sub("", text)


def stopped(text: str) -> str:
    """Return the text as a sentence, with exactly one mark at its end."""
    text = without_stop(text)
    closed = text.rstrip("\"'”’)")
    if text.endswith((".", "!", "?")) or (closed != text and closed.endswith((".", "!", "?"))):
        return text
    return text + "."
