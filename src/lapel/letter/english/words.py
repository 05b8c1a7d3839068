"""Small questions about a word."""

import re
from collections.abc import Sequence
from functools import lru_cache

from lapel.letter.english.vocabulary import word_list
from lapel.text.common import is_adjective, is_common, is_counted, is_noun, is_plural, is_small
from lapel.text.numbers import NUMERALS
from lapel.text.regexes import regex
from lapel.text.stems import is_cased_name
from lapel.text.verbs import read_verb
from lapel.text.words import fold_text

_EDGES = regex(r"^[\"'“‘(\[\ue000]+|[\"'”’)\],.;:!?…\ue001]+$")


def is_in(word: str, name: str) -> bool:
    """Tell whether a word, with or without punctuation around it, is in a list."""
    return bare(word) in word_list(name)


def is_agent(word: str) -> bool:
    """Tell whether a word is a noun for a person: "clerk", "hydrologist", "officer-in-charge"."""
    return is_in(word, "agents") or bare(word).endswith(tuple(word_list("agent_ends")))


@lru_cache(maxsize=8192)  # each word of a text is looked at a hundred times
def bare(word: str) -> str:
    """Return the word in lower case without punctuation around it; "OR" keeps its capitals."""
    core = _EDGES.sub("", word)
    return core if core == "OR" else fold_text(core)


def is_number(word: str) -> bool:
    """Tell whether a word begins with a figure: "140", "$2M", "30%", "5x"; "3D" counts nothing."""
    return bool(re.match(r"[(\"“]?[#$£€¥+]?\d(?!D\b)", word))


def counts(word: str) -> bool:
    """Tell whether a word is a number, in figures or spelled out: "140", "seven"."""
    return is_number(word) or bare(word) in NUMERALS or bare(word) == "hundred"


def ends_as_task(word: str) -> bool:
    """Tell whether a word ends as nouns for the doing of something do: "migration", "training"."""
    return bare(word).endswith(tuple(word_list("tasks")))


def is_task(word: str) -> bool:
    """Tell whether a noun is the doing of something: "migration", "redesign"."""
    return ends_as_task(word) or is_in(word, "tasks_too")


def counts_about(words: Sequence[str]) -> bool:
    """Tell whether words begin with a number that is not exact ("about 220 batches")."""
    return len(words) > 1 and is_in(words[0], "quantifying") and is_number(words[1])


def lowered(text: str) -> str:
    """Return the text with a small first letter, unless its first word is a name or "I"."""
    first, _, rest = text.partition(" ")
    if keeps_capital(first, rest):
        return text
    at = next((i for i, letter in enumerate(text) if letter.isalnum()), 0)
    return text[:at] + text[at : at + 1].lower() + text[at + 1 :]


def begun_small(text: str) -> str:
    """Return the text with a small first letter, unless its first word has capitals inside."""
    first = (*text.split(maxsplit=1), "")[0]
    return text if any(map(str.isupper, first[1:])) else text[:1].lower() + text[1:]


def keeps_capital(word: str, rest: str = "") -> bool:
    """Tell whether a text's first word keeps its capital inside a sentence."""
    core = _EDGES.sub("", word)
    if not core or not core[0].isupper():
        return False
    if core == "A":
        return False
    if core in ("I", "I'm", "I've", "I’m", "I’ve", "I'd", "I’d"):
        return True
    if word.startswith(('"', "“", "\ue000")) or core[1:2] == "-":
        return True
    if any(letter.isupper() for letter in core[1:]) or any(c.isdigit() for c in core):
        return True
    second = rest.split(" ", 1)[0]
    two_words = second[:1].isupper() and not second.isupper() and not is_small(core)
    two_words = two_words and "-" not in core and not is_adjective(core)
    ends = (*word_list("tasks"), *word_list("describing_ends"))
    unknown = is_in(core, "products") or (
        not is_common(core) and not core.casefold().removesuffix("s").endswith(ends)
    )
    return unknown or is_cased_name(core) or (two_words and second.isalpha())


def capital(text: str) -> str:
    """Return the text with a capital first letter."""
    at = next((i for i, letter in enumerate(text) if letter.isalnum()), 0)
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]


def is_counted_noun(word: str) -> bool:
    """Tell whether a noun in the singular needs "a" before it."""
    spelled = bare(word)
    if spelled.endswith("ing"):
        return spelled in word_list("counted")
    if spelled in word_list("uncounted"):
        return False
    if is_counted(spelled) or spelled in word_list("counted"):
        return True
    uncounted = spelled in word_list("uncounted") or spelled.endswith(
        tuple(word_list("uncounted_ends"))
    )
    return is_noun(spelled) and not is_plural(spelled) and not uncounted


def base_of(word: str) -> str:
    """Return the base form of a verb, or the word itself if it is not a verb."""
    readings = read_verb(word)
    return readings[0].verb.base if readings else word
