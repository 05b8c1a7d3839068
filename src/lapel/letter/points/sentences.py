"""Finished sentences made of words, and the small choices that this takes."""

import re
from collections.abc import Sequence

from lapel.letter.english.vocabulary import word_list
from lapel.letter.points.model import Act, Say
from lapel.letter.style import LONGEST_WORDS
from lapel.text.articles import choose_article
from lapel.text.common import is_small
from lapel.text.numbers import YEAR
from lapel.text.regexes import regex
from lapel.text.verbs import forms_of
from lapel.text.words import word_count

_END = regex(r"[.!?][\"”’)]*$")
_JOINT = regex(r"(?:,|;)?\s+(?:and|plus|but) that\s+(?=\w)")
_LISTED_THAT = regex(r", that (?=(?:I|I['’]\w+|my|we|our)\b)")
_YEAR_APART = regex(rf"(?<=[a-z]), ({YEAR})(?=, |$)")
_COMMON_ENDS = ("tion", "ment", "ness", "ity", "ship", "ence", "ance", "ing", "folio", "ly")
_COMMON = ("summers", "winters", "weekends", "mornings")
_LONGEST_JOINED = 10
_MINE = ("I ", "My ", "There ", "Everything ", "Nothing ")
_OCCASION = regex(r"^(?:chance|opportunity|prospect|possibility) (?=to |of )", re.IGNORECASE)
_POSSESSIVE = regex(r"^(?:my|your|their|the|a|an|his|her|our|some|any)\s+", re.IGNORECASE)


def sentence(text: str) -> str:
    """Return the text with a capital at its start and a final point."""
    text = " ".join(text.split()).strip(" ,;:–-")
    text = re.sub(r"\bi(?=['’\s])", "I", text)
    if not text:
        return ""
    start = next((i for i, c in enumerate(text) if c.isalnum()), 0)
    first = text[start:].split(maxsplit=1)[0]
    keeps = any(c.isupper() for c in first[1:])  # "iPhone"
    text = text if keeps else text[:start] + text[start].upper() + text[start + 1 :]
    return text if _END.search(text) else text.rstrip(".") + "."


def dated(text: str) -> str:
    """Add "in" before a year set apart by a comma: "in Kettering, 2006"."""
    return _YEAR_APART.sub(r" in \1", text)


def clauses_joined(text: str) -> str:
    """Join several "that" clauses to one sentence: "… and that the salary is fine"."""
    text = _JOINT.sub(lambda f: ", but " if "but" in f.group() else ", and ", text)
    return _LISTED_THAT.sub(", ", text) if ", and " in text else text


def say(*variants: str, own: bool = False, refers_back: bool = False) -> Say | None:
    """Return the variants that are sentences of bearable length, in order.

    If all are too long it is the shortest; None if none is a sentence.
    """
    made = tuple(dict.fromkeys(sentence(variant) for variant in variants if variant.strip()))
    if not made:
        return None
    able = tuple(text for text in made if own or word_count(text) <= LONGEST_WORDS)
    return Say(able or (min(made, key=word_count),), own=own, refers_back=refers_back)


def said(*variants: str, own: bool = False, refers_back: bool = False) -> tuple[Say, ...]:
    """Return the sentence to say as a tuple of one act, () without any sentence."""
    made = say(*variants, own=own, refers_back=refers_back)
    return (made,) if made else ()


def joined(acts: Sequence[Act]) -> tuple[Act, ...]:
    """Return the acts with two short sentences of the writer's joined to one.

    "I live in Kettering and have two kids in your schools" joins two.
    """
    kept: list[Act] = []
    paired = False
    for act in acts:
        before = kept[-1] if kept else None
        both = None if paired or before is None else _both(before, act)
        paired = both is not None
        if both is None:
            kept.append(act)
        else:
            kept[-1] = both
    return tuple(kept)


def _both(one: Act, other: Act) -> Say | None:
    """Join two sentences, None where they are not short ones of the writer's."""
    if not (isinstance(one, Say) and isinstance(other, Say)) or one.own or other.own:
        return None
    first, second = one.variants[0].removesuffix("."), other.variants[0]
    plain = not re.search(r"[,;:()!?]", first + second) and " and " not in first + second
    short = max(word_count(first), word_count(second)) <= _LONGEST_JOINED
    if not (plain and short and first.startswith(("I ", "My ")) and second.startswith(_MINE)):
        return None
    if first.startswith("I ") and second.startswith("I "):
        return say(f"{first} and {second.removeprefix('I ')}")
    begun = second if second.startswith("I ") else f"{second[:1].lower()}{second[1:]}"
    return say(f"{first}, and {begun}")


def with_article(phrase: str) -> str:
    """Return a singular noun phrase with "a" or "an" before it."""
    bare = without_determiner(phrase)
    return f"{choose_article(bare)} {bare}"


def with_the_occasion(phrase: str) -> str:
    """Add "the" to an occasion that somebody wants: "chance to build clinics"."""
    return _OCCASION.sub(lambda found: f"the {found.group().lower()}", phrase)


def without_determiner(phrase: str) -> str:
    """Return a noun phrase without the article or possessive before it."""
    return _POSSESSIVE.sub("", phrase.strip(), count=1)


def uncapital(text: str) -> str:
    """Return the text with a small first letter, unless its first word is "I" or may be a name."""
    first, _, rest = text.partition(" ")
    lower = first.casefold()
    if rest[:1].isdigit() and not is_small(first):
        return text  # "Class 4"
    if first in ("I", "I'm") or lower in word_list("languages"):
        return text
    common = bool(forms_of(lower)) or lower.endswith(_COMMON_ENDS) or lower in _COMMON
    named = any(map(str.isupper, first[1:])) or rest[:1].isupper()
    return text[:1].lower() + text[1:] if is_small(first) or (common and not named) else text
