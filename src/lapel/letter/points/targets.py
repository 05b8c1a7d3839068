"""Phrases to look for: what a noun phrase of a point names, each with its place.

A place or employer named behind several things belongs to each of them: "vacancies and retention
at Two Bridges" asks for "vacancies at Two Bridges" and "retention at Two Bridges".
"""

import re
from collections.abc import Sequence
from functools import cache

from lapel.letter.english.forms import is_past, words_of
from lapel.letter.english.vocabulary import pattern, word_list
from lapel.letter.points.sentences import without_determiner
from lapel.text.patterns import any_of
from lapel.text.phrases import phrase_words, split_phrases
from lapel.text.regexes import regex
from lapel.text.words import split_words

_FIGURE = regex(r"(?<![\w$£€.,-])[$£€]\d[\d.,]*[kKmM]?[ -]$")
_POSSESSED = regex(r"^['’]s?(?=\s)")
_AND_ANOTHER = regex(
    r"\b(?:in|at|for|from|of|to|across) (?:[A-Z][\w-]+, )*[A-Z][\w-]+,? (?:and|&|or) $"
)
"""A place before another: "customers in France and North Africa" are of both."""
_AND_ONE = regex(r"\w (?:and|or|plus|&) $")
"""The joint before a name that is a thing of its own: "the van and Mrs. Pruitt"."""
_WHICH = ("that", "which")
_SHORTEST = 5
_PLACED, _ALONE = "(?:(?<=at )|(?<=from )|(?<=with )|(?<=for ))", r"(?! [A-Z])"
"""The context in which a shortened name counts: "at Clearwell"."""
_PARTED = regex(r"\s*(?:[,;()]|and\b|or\b|to\b|from\b|with\b|for\b|in\b|on\b|by\b|during\b)")


def find_targets(text: str, names: Sequence[str]) -> tuple[str, ...]:
    """Return the phrases to look for in a noun phrase, () if it names nothing special."""
    bare = without_determiner(text)
    if " ".join(words_of(bare)) in word_list("general") | word_list("general_company"):
        return ()
    named = _names_in(bare, names)
    found = _at_places(bare, named) if named else _phrases(bare)
    common = phrase_words().generic
    special = [p for p in found if len(w := split_words(p)) > 1 or w[0].stem not in common]
    return tuple(dict.fromkeys(special or found))


def _at_places(text: str, names: Sequence[str]) -> list[str]:
    """Return each phrase with the name after it, and names that have no phrase before them."""
    pieces = re.split(f"({any_of(names)})", text)
    found: list[str] = []
    for before, name in zip(pieces[::2], pieces[1::2], strict=False):
        if _AND_ANOTHER.search(before):
            found.append(f"{before}{name}".strip(" ,"))
            continue
        told = _phrases(_POSSESSED.sub("", before))
        if _AND_ONE.search(before):
            found += [*told, name]
            continue
        found += [f"{phrase} at {name}" for phrase in told] or [name]
    after = _phrases(pieces[-1]) if len(pieces) % 2 else []
    counted = pieces[-1].strip()[:1].isdigit()
    if (
        after
        and not counted
        and pieces[-1].startswith((" ", "'s", "’s"))
        and not _PARTED.match(pieces[-1])
    ):
        found[-1] = f"{found[-1]} {after[0]}"  # "the PepsiCo forecast"
        after = after[1:]
    return [*found, *after]


def _phrases(text: str) -> list[str]:
    """Return the phrases of a text; a preposition joins two: "work with the police"."""
    found: list[str] = []
    end = -1
    for bare in split_phrases(text, together=_together()):
        if bare.casefold() in word_list("general"):
            continue
        start = text.find(bare, max(end, 0))
        figure = _FIGURE.search(text[:start]) if start > 0 else None
        phrase = bare
        if figure and figure.start() >= end:
            start, phrase = figure.start(), f"{figure.group()}{bare}"
        between = text[end:start] if found and end >= 0 <= start else ""
        goes_on = between and not pattern("coordinated").search(between)
        if goes_on or (between and _tells_which(found[-1], between, phrase)):
            found[-1] = f"{found[-1]}{between}{phrase}"
        else:
            found.append(phrase)
        end = start + len(phrase) if start >= 0 else -1
    return found


def _tells_which(thing: str, between: str, phrase: str) -> bool:
    """Tell whether a phrase only tells which thing is meant: "a refit that came in on time"."""
    if between.strip() in _WHICH:
        return is_past(words_of(phrase)[0])
    told = any(f" {which} " in thing for which in _WHICH)
    joint, *links = words_of(between)[-2:] or ("",)
    return told and joint == "and" and bool(links) and links[0] in word_list("links")


def _names_in(text: str, names: Sequence[str]) -> tuple[str, ...]:
    """Return the proper names in a text, known ones first."""
    found: list[str] = []
    for name in sorted(_with_short(names), key=len, reverse=True):
        before = "" if name in names else _PLACED
        whole = rf"{before}(?<![\w-]){re.escape(name)}(?![\w-]){_ALONE if before else ''}"
        if name and name in text and re.search(whole, text):
            found.append(name)
            text = text.replace(name, ", ")
    return (*found, *pattern("name").findall(text))


def _with_short(names: Sequence[str]) -> set[str]:
    """Return the names and their short forms: "Clearwell" of "Clearwell Imaging"."""
    firsts = {name.partition(" ")[0] for name in names if " " in name}
    common = word_list("common_firsts")
    return {*names, *(f for f in firsts if len(f) >= _SHORTEST and f.casefold() not in common)}


@cache
def _together() -> frozenset[tuple[str, ...]]:
    """Return the groups of words that are looked for together."""
    return frozenset(tuple(phrase.split()) for phrase in word_list("together"))
