"""Common words of English: to tell words from names, countable nouns, and adjectives.

The list (``common.yaml``) is generated; it is read when a letter is drafted and not before.
"""

from collections.abc import Mapping

from lapel.text.data import read_word_lists
from lapel.text.numbers import NUMERALS
from lapel.text.verbs import read_verb
from lapel.text.words import fold_text

_SMALL_WORDS = (
    "a an the this that these those each every all any both no some such hundred nobody everybody "
    "everyone somebody someone nothing everything and or but nor so yet if when while where as "
    "after before since until once of to in on at by for from with without within into onto over "
    "under between among through during across about against than then now also not never only "
    "still what who which whose how why he she it they we you my our your his her its their us "
    "them there here more most less least few fewer many much several other another same own half "
    "twice often always again together almost nearly roughly around up down out off anybody "
    "anyone whoever"
)
_UNLISTED = frozenset(
    (
        *("alt", "fully", "newly", "truly", "offline", "online", "autopay", "autosave", "cashback"),
        *("customizable", "customisable", "emoji", "emojis", "playlist", "playlists", "widget"),
        *("widgets", "wifi", "interoperability", "onboarding"),
    )
)
"""Nouns and adjectives missing from the generated list."""
_WHO_STUDY = ("ologists", "ographers", "icians", "iatrists")
"""Ends of plurals that no list of words has in full: "audiologists"."""
_IRREGULAR = {
    "people": ("person",),
    "children": ("child",),
    "men": ("man",),
    "women": ("woman",),
    "mice": ("mouse",),
    "feet": ("foot",),
    "teeth": ("tooth",),
    "criteria": ("criterion",),
}
"""Plurals that no ending shows."""
_SMALL = frozenset((*_SMALL_WORDS.split(), *NUMERALS))


def is_common(word: str) -> bool:
    """Tell whether a word is written small, unless it begins a sentence or is a name."""
    lower = fold_text(word).removesuffix("'s").rstrip("'")
    if "-" in lower.strip("-"):
        return all(is_common(part) for part in lower.split("-") if part)
    return (
        lower in _SMALL
        or is_noun(lower)
        or is_adjective(lower)
        or bool(read_verb(lower))
        or (lower.endswith(("ly", "ics")) and len(lower) > 5)
        or lower in _UNLISTED
    )


def is_small(word: str) -> bool:
    """Tell whether a word is an article, a pronoun, a number, a preposition or the like."""
    return word.casefold() in _SMALL


def is_noun(word: str) -> bool:
    """Tell whether a word is a common noun, in the singular or the plural."""
    return any(map(_is_listed, (word.casefold(), *_guess_singulars(word.casefold()))))


def is_counted(word: str) -> bool:
    """Tell whether a word is a noun that in the singular takes "a" or "the"."""
    return word.casefold() in _load_words()["counted"]


def is_plural(word: str) -> bool:
    """Tell whether a word is the plural of a common noun."""
    lower = word.casefold()
    if lower in _IRREGULAR or lower.endswith(_WHO_STUDY):
        return True
    return not _is_listed(lower) and any(map(_is_listed, _guess_singulars(lower)))


def is_adjective(word: str) -> bool:
    """Tell whether a word is an adjective, compared or not."""
    lower = word.casefold()
    forms = (lower, lower[:-1], lower[:-2], lower[:-3] + "y", lower[:-3])
    known = _load_words()["adjectives"]
    return (
        lower in known
        or (lower.endswith("er") and bool(known.intersection(forms)))
        or (lower.endswith("est") and bool(known.intersection((*forms, lower[:-4] + "y"))))
    )


def _guess_singulars(lower: str) -> tuple[str, ...]:
    if lower.endswith("ies"):
        return (lower[:-3] + "y", lower[:-1])
    if lower.endswith("es"):
        return (lower[:-1], lower[:-2])
    if lower.endswith("s") and not lower.endswith("ss"):
        return (lower[:-1],)
    return _IRREGULAR.get(lower, ())


def _is_listed(noun: str) -> bool:
    return noun in _load_words()["counted"] or noun in _load_words()["uncounted"]


def _load_words() -> Mapping[str, frozenset[str]]:
    """Return the lists of countable nouns, uncountable nouns, and adjectives."""
    return read_word_lists("lapel.text", "common.yaml")
