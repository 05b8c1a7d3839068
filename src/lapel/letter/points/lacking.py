"""What the writer has none of, has not done or does not need: "no accidents in nine years"."""

import re

from lapel.letter.points.asking import Asked
from lapel.letter.points.clauses import say_clause
from lapel.letter.points.frames import framed
from lapel.letter.points.grammar import (
    is_gerund,
    is_gerund_phrase,
    is_plural,
    to_base,
    verb_form,
)
from lapel.letter.points.model import Act
from lapel.letter.points.sentences import with_article, without_determiner
from lapel.letter.points.vocabulary import either
from lapel.letter.telling.words import begun_small
from lapel.text.regexes import regex
from lapel.text.verbs import Form

_UNKNOWN = regex(
    rf"^no (?P<what>(?!(?:\w+ )*(?:{either('held')}|{either('kin')}|experience|training|plans?"
    r"|offers?|idea|coursework|background|car|house|job|accent)\b)[\w-]+(?: [\w-]+)?)"
    r" (?:yet|so far)$",
    re.IGNORECASE,
)
"""What the writer has not dealt with yet: "no ozone yet"."""
_UNDONE = regex(
    rf"^no (?P<doing>(?!(?:{either('nominal')})\b)\w+ing)"
    r"(?P<rest>(?: \w+)?(?: \w+)? (?:yet|so far)\b.*)$",
    re.IGNORECASE,
)
"""What the writer has not done yet: "no supervising yet"."""
_LASTING = regex(
    r"\b(?:since|(?:in|for|over) (?:(?:the|my) (?:last|past) |all )?(?:\w+ )?"
    r"(?:years?|months|weeks|days|winters|seasons|decades?|my life|(?:19|20)\d\d))\b"
)
_NOT_NEEDED = regex(
    r"^(?P<what>[^,;:]+?) (?:is |are )?not (?:needed|required|necessary)$", re.IGNORECASE
)
_UNNEEDED = frozenset(
    ("no visa", "no sponsorship", "no work permit", "no relocation", "no relocation help")
)
_NO_BUT = regex(
    r"^(?P<no>no [^,;]+), (?:just |only |but )?(?:have )?(?:a |an )?"
    r"(?P<but>(?!no\b|not\b|never\b|and\b|would\b|will\b|can\b)[^,;]+? and [^,;]+)$",
    re.IGNORECASE,
)
"""What the writer has instead of something: "no degree, a diploma and four years at the bench"."""


def say_lack(asked: Asked, text: str) -> tuple[Act, ...] | None:
    """What a text says the writer lacks or does not need; None where it says neither."""
    return _unneeded(asked, text) or (_without(asked, text) if text[:3].lower() == "no " else None)


def _unneeded(asked: Asked, text: str) -> tuple[Act, ...] | None:
    """What the writer does not need: "relocating not needed", "visa not required"."""
    found = _NOT_NEEDED.match(text)
    if found is None:
        return None
    what = asked.mine(found["what"])
    if is_gerund_phrase(what):
        return say_clause(asked, f"I don't need to {to_base(what)}")
    return say_clause(asked, f"I need no {begun_small(without_determiner(what))}")


def _without(asked: Asked, text: str) -> tuple[Act, ...] | None:
    """What the writer has none of: "no accidents in nine years", "no visa needed"."""
    if only := _NO_BUT.match(text):
        counted = only["but"].split()[0] if only["but"] else ""
        but = only["but"] if counted[:1].isdigit() else with_article(only["but"])
        return say_clause(asked, f"I have {begun_small(only['no'])}, but {but}")
    if needed := re.match(
        r"(?i)(?P<what>no .+?) (?:is |are )?(?:needed|required|necessary)$", text
    ):
        return say_clause(asked, f"I need {begun_small(needed['what'])}")
    if need := re.match(r"(?i)no need (?:to|for|of) ", text):
        verb = "to " if need.group().endswith("to ") else ""
        return say_clause(asked, f"I don't need {verb}{text[need.end() :]}")
    if (undone := _UNDONE.match(text)) and is_gerund(undone["doing"]):
        done = verb_form(verb_form(undone["doing"].casefold(), Form.BASE), Form.PARTICIPLE)
        return say_clause(asked, f"I have not {done}{undone['rest']}")
    if (unknown := _UNKNOWN.match(text)) and is_plural(unknown["what"]):
        return say_clause(asked, f"I have had {begun_small(text)}")
    if unknown:
        return framed("unworked", asked.mine(unknown["what"]))
    if text.casefold() in _UNNEEDED:
        return say_clause(asked, f"I need {begun_small(text)}")
    had = _LASTING.search(text)
    return say_clause(
        asked, f"I have {'had ' if had and 'yet' not in text else ''}{begun_small(text)}"
    )
