"""Claims about the writer that are to be shown, and the deeds that show them."""

import re

from lapel.letter.english.forms import is_base, words_of
from lapel.letter.english.vocabulary import either, pattern, word_list
from lapel.letter.points.model import Act, Seek, Side
from lapel.letter.points.saying.asking import Asked, seek
from lapel.letter.points.sentences import say
from lapel.text.common import is_adjective
from lapel.text.regexes import regex
from lapel.text.verbs import is_noun_too

_DOES = regex(r"^I (?:always |often |never )?(?=(?P<verb>[a-z]+) )")
_CLAIM_WORDS = 3
_HELD = frozenset(("share", "agree", "trust", "respect"))
"""Verbs of the mind, which no deed shows."""
_KNOWN = regex(r"^I know (?=[a-z]+$|(?:[a-z]+ )?[a-z]+s$)")
_QUALITY = regex(rf"^I(?:['’]m| am) (?:\w+ly |very |always |also )?(?=(?:{either('qualities')})\b)")
_WITHOUT = regex(r",? (?:without|and not|rather than|instead of|because|since I|as I) .*$")


def show_claim(asked: Asked, clause: str) -> tuple[Act, ...] | None:
    """Return the deeds that show a clause's claim; None where deeds cannot show it."""
    able = pattern("able").match(clause) or _QUALITY.match(clause) or _KNOWN.match(clause)
    if asked.shows and able:
        return shown(clause[able.end() :])
    if asked.shows and (habit := _find_habit(clause)):
        more = len(words_of(clause)) > _CLAIM_WORDS  # not "I notice waste"
        told = say(clause, refers_back=True) if more else None
        parts = [part for part in clause[habit.end() :].split(", ") if part[:4] != "not "]
        return (Seek(tuple(parts), (Side.PROFILE,), told),)
    claim = pattern("strength").match(clause)
    if claim and claim["claim"].casefold() in word_list("strengths"):
        return (seek(asked, clause[claim.start("claim") :], sides=(Side.PROFILE,)),)
    return None


def shown(ability: str) -> tuple[Act, ...]:
    """Return a search for the deeds that show an ability, with a phrase for each thing it takes."""
    done = _WITHOUT.sub("", ability.rstrip("."))
    parts = [""]
    for part in (part.strip(" .,") for part in pattern("abilities").split(done)):
        words = words_of(part) or ("",)
        described = len(words) == 2 and is_noun_too(words[0]) and is_adjective(words[1])
        deed = is_base(words[0]) and not described
        parts = (
            [*parts, part] if deed or not parts[-1] else [*parts[:-1], f"{parts[-1]} and {part}"]
        )
    return (Seek(tuple(part for part in parts if part), (Side.PROFILE,)),)


def _find_habit(clause: str) -> re.Match[str] | None:
    """Match a habit that the writer claims: "I notice waste"; states and having are no deeds."""
    found = _DOES.match(clause)
    kept = word_list("states") | word_list("wanting") | word_list("auxiliaries") | _HELD
    return found if found and is_base(found["verb"]) and found["verb"] not in kept else None


def show_as(asked: Asked, what: str) -> tuple[Act, ...]:
    """Return a search for deeds that show what the writer is, with a sentence if none does.

    A quality is only searched for: to say it would be a mere claim.
    """
    if words_of(what)[0] in word_list("qualities"):
        return shown(what)
    done = _WITHOUT.sub("", what)
    return (Seek((done,), (Side.PROFILE,), say(f"I am {asked.mine(what)}")),)
