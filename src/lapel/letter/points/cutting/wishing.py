"""Wishes about the letter itself: "sign off with 'Kind regards'", "keep it short", "warm tone"."""

import re

from lapel.letter.english.forms import words_of
from lapel.letter.english.vocabulary import either, longest_first, pattern, word_list
from lapel.letter.points.instructing import without_leads
from lapel.letter.points.model import Wish, WishKind
from lapel.text.numbers import NUMERALS
from lapel.text.regexes import regex

_REFUSED = regex(r"^(don't|do not|avoid|skip|leave out|omit|not?|never):\s+", re.IGNORECASE)
_NOT_FOR_LETTER = regex(
    r"^(?:not?|nothing) (?:for|in|into) (?:the|this|my) (?:cover )?letter(?: please)?:\s+"
    r"|^(?:keep|leave) out(?: of (?:the|this|my) (?:cover )?letter)?:\s+",
    re.IGNORECASE,
)
_OUT = regex(r"^(?:keep|leave) (?P<what>.+?) out(?: of (?:it|this|the letter))?$", re.IGNORECASE)
_ASKED_AND_LEFT = regex(r"^(?P<what>[^?]+)\? (?:no|nope|nah)\b.*$", re.IGNORECASE)
_THANKS = regex(
    rf"^(?:{either('ending')})(?: it)? (?:with|by) (?:a |my |many )?thanks?(?: you)?$",
    re.IGNORECASE,
)
"""A request to close with thanks, which names no sign-off formula: "close with thanks"."""
_LONGEST_FORMULA_WORDS = 5
_FEWEST_MANNERS = 2
"""The fewest words that count as a manner; one alone may name something to tell."""
_SHORT_WORDS = "220"


def rewrite_refusal(text: str) -> str:
    """Rewrite a refusal before a colon as a plain one.

    "Don't: mention the layoff" and "not in the letter: my divorce" are such refusals.
    """
    return _NOT_FOR_LETTER.sub("leave out ", _REFUSED.sub(r"\1 ", text))


def read_wishes(text: str) -> tuple[Wish, ...]:
    """Return the wishes of a text about the letter itself; () where it has none."""
    bare = without_leads(text.strip(" .!")).replace("’", "'")
    if found := pattern("paragraphs").match(bare):
        return (Wish(WishKind.PARAGRAPHS, _number(found["n"]), text),)
    if found := pattern("words").match(bare):
        return (Wish(WishKind.WORDS, _number(found["n"]), text),)
    thanks = _THANKS.match(bare) is not None
    if not thanks and (found := pattern("sign_off").match(bare)) and _is_formula(found["formula"]):
        return (Wish(WishKind.SIGN_OFF, found["formula"], text),)
    if (found := pattern("signed").match(bare)) and _is_formula(found["formula"]):
        return (Wish(WishKind.SIGN_OFF, found["formula"], text),)
    if found := pattern("salutation").match(bare):
        return (
            Wish(WishKind.SALUTATION, found["greeting"] or found["typed"] or found["named"], text),
        )
    if _is_formula(bare) and (bare.endswith(",") or pattern("typed_formula").match(bare)):
        return (Wish(WishKind.SIGN_OFF, bare.rstrip(","), text),)
    if avoided := _find_avoided(bare):
        return (Wish(WishKind.AVOID, avoided, text),)
    return _read_manner(bare, text)


def read_all_wishes(text: str) -> tuple[Wish, ...]:
    """Return the wishes of a text that consists of nothing else: "3 paragraphs, no jokes"."""
    if wishes := read_wishes(text):
        return wishes
    parts = [part for part in pattern("several").split(text) if part]
    found = [read_wishes(part) for part in parts]
    told = all(
        w or words_of(p)[:1] in (("no",), ("not",)) for w, p in zip(found, parts, strict=True)
    )
    return tuple(wish for wishes in found for wish in wishes) if len(parts) > 1 and told else ()


def _number(written: str) -> str:
    return str(NUMERALS.get(written.casefold(), written))


def _is_formula(formula: str) -> bool:
    """Tell whether words end a letter: a known formula, with a word or two beside it."""
    known = {word for one in word_list("sign_offs") for word in words_of(one)}
    words = words_of(formula)
    return 0 < len(words) <= _LONGEST_FORMULA_WORDS and set(words) <= known


def _find_avoided(bare: str) -> str:
    """Return what a text says not to mention, "" where it refuses nothing of the kind."""
    if found := _OUT.match(bare) or pattern("left").match(bare) or _ASKED_AND_LEFT.match(bare):
        return found["what"]
    lower = bare.casefold()
    for lead in longest_first("avoiding"):
        if lower.startswith(f"{lead} "):
            return bare[len(lead) :].strip(" ,:")
    return ""


def _read_manner(bare: str, text: str) -> tuple[Wish, ...]:
    """Return wishes for a short letter, or for a tone, which only a reader can judge."""
    found = pattern("wishing_manner").match(bare)
    how = words_of(found["how"] or found["tone"]) if found else words_of(bare)
    small = {"and", "but", "not", "too", "very", "a", "bit", "more", "or", "please", "overly"}
    rest = [word for word in how if word not in small]
    if not rest or not all(word in word_list("brevity") | word_list("tones") for word in rest):
        return ()
    if not found and len(rest) < _FEWEST_MANNERS:
        return ()
    wishes: list[Wish] = []
    if set(rest) & word_list("brevity"):
        wishes.append(Wish(WishKind.WORDS, _SHORT_WORDS, text))
    if set(rest) & word_list("tones"):
        wishes.append(Wish(WishKind.TONE, " ".join(how), text))
    return tuple(wishes)
