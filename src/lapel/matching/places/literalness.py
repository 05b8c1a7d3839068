"""How literally a label names an entry of the profile.

Every word of the label must be explained by the entry: by its id, its organisation's name, alias or
initials, by words of its title, their initials or short forms, or by a year of its dates; a slip of
the keys is forgiven.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from msgspec import Struct

from lapel.matching.answers.spotting import find_namings
from lapel.matching.lexicon import Lexicon
from lapel.profile.model import Entry, Profile
from lapel.profile.texts import names_elsewhere
from lapel.text.data import read_data
from lapel.text.spelling import edit_distance, letters_of
from lapel.text.stems import stem_word
from lapel.text.words import split_words

EXACT, PART, SLIP = 3, 2, 1
_LEAST_FUZZY_LETTERS = 5
_LEAST_INITIALS = 2
_VOWELS = frozenset("aeiou")


class LabelWords(Struct, frozen=True):
    """``literalness.yaml``, ready to look up."""

    fillers: frozenset[str]
    around: frozenset[str]
    newest: frozenset[str]
    oldest: frozenset[str]
    before: frozenset[str]
    early: frozenset[str]
    told_with: frozenset[str]
    ongoing: frozenset[str]
    short_titles: Mapping[str, str]
    initials: Mapping[str, str]


class Named(Struct, frozen=True):
    """An entry with the words that may name it."""

    entry: Entry
    names: tuple[tuple[str, ...], ...]
    title: tuple[str, ...]
    title_stems: frozenset[str]
    initials: tuple[str, ...]
    years: frozenset[str]
    lexicon: Lexicon
    concepts: frozenset[int]


def list_named(profile: Profile, lexicon: Lexicon) -> tuple[Named, ...]:
    """Return the entries of a profile, hidden ones left out, with the words that may name each."""
    return tuple(_make_named(entry, lexicon) for entry in profile.entries if not entry.hidden)


def _make_named(entry: Entry, lexicon: Lexicon) -> Named:
    organisation = entry.organisation
    names = [*entry.aliases]
    if organisation is not None:
        name = organisation.name.plain
        names += [name, *organisation.aliases, organisation.id]
        names += re.findall(r"\(([^)]+)\)", name)
    dates = [date for date in (entry.start, entry.end) if date is not None]
    years = {str(date.year) for date in dates if date.year}
    if entry.goes_on:
        years |= words_of_labels().ongoing
    split = dict.fromkeys(words for name in names for words in (tokens_of(name), _split(name)))
    titles = (entry.title.plain, *names_elsewhere(entry.title))
    title = tuple(word for each in titles for word in tokens_of(each))
    return Named(
        entry,
        tuple(name for name in split if name),
        title,
        frozenset(map(stem_word, title)),
        tuple(_initials(words) for each in titles for words in (tokens_of(each), _split(each))),
        frozenset(years),
        lexicon,
        _named_concepts(entry.title.plain, lexicon),
    )


@lru_cache(maxsize=1000)
def _named_concepts(text: str, lexicon: Lexicon) -> frozenset[int]:
    """Return the concepts that a short text names ("ICU" names intensive care)."""
    return frozenset(naming.concept for naming in find_namings(split_words(text), lexicon))


def literalness(label: str, named: Named) -> float:
    """Grade how literally an entry explains every word of a label; 0 if a word stays unexplained.

    The grade is at most twice EXACT, and more where more of the entry's title is said.
    """
    letters = letters_of(label)
    if letters in (letters_of(named.entry.id), *map(letters_of, named.entry.aliases)):
        return 2.0 * EXACT
    tokens = tokens_of(label)
    if not tokens:
        return 0.0
    typed, title = "".join(tokens), "".join(named.title)
    if typed == title:
        return EXACT
    if len(typed) >= _LEAST_FUZZY_LETTERS and len(tokens) == 1 and title.startswith(typed):
        return PART
    best = 0.0
    grades = [_title_grade(token, named) for token in tokens]
    beside = [
        grade or _short_grade(token, named) for token, grade in zip(tokens, grades, strict=True)
    ]
    widths = [_width(token, named) for token in tokens]
    for length in range(len(tokens), 0, -1):
        for first in range(len(tokens) - length + 1):
            rest = (*beside[:first], *beside[first + length :])
            if not all(rest):
                continue
            said = sum((*widths[:first], *widths[first + length :]))
            for name in named.names:
                if part := name_grade(tokens[first : first + length], name):
                    whole = 0 < len(named.title) <= said  # "Acme tech" is no lead technician
                    best = max(best, min((part, *rest)) + (said + whole / 2) / 100)
    by_title = len(tokens) > 1 or tokens[0] not in named.years
    return best or (min(grades) / 2 if all(grades) and by_title else 0.0)


def best_literalness(label: str, named: Sequence[Named]) -> float:
    """Return how literally any entry explains every word of the label."""
    return max((literalness(label, one) for one in named), default=0.0)


def name_grade(tokens: tuple[str, ...], name: tuple[str, ...]) -> int:
    """Grade how literally these words are the organisation's name: EXACT, PART, SLIP or 0."""
    typed, full = "".join(tokens), "".join(name)
    if typed == full:
        return EXACT
    if set(tokens) <= set(name) or typed in _list_abridged_forms(name):
        return PART
    if full.startswith(typed) and len(typed) >= _LEAST_FUZZY_LETTERS:
        return PART
    if len(typed) >= _LEAST_INITIALS and _initials(name).startswith(typed):
        return SLIP  # "UW" of the University of Wisconsin–Madison
    if _begins_words(tokens, name):
        return SLIP
    slipped = all(token in name or any(_is_slip(token, w) for w in name) for token in tokens)
    return SLIP if slipped or _is_slip(typed, full) else 0


def _begins_words(tokens: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Tell whether words typed short are the beginnings of the name's first words: "St B"."""
    if len(tokens) < 2 or len(tokens) > len(name) or max(map(len, tokens)) < _LEAST_INITIALS:
        return False
    return all(word.startswith(token) for token, word in zip(tokens, name, strict=False))


def _title_grade(token: str, named: Named) -> int:
    """Grade how literally a word of the label is one of the title, or of the dates."""
    if token in named.title or token in named.years:
        return EXACT
    words = words_of_labels()
    full = words.short_titles.get(token, token)
    if full in named.title or stem_word(full) in named.title_stems:
        return EXACT
    if token == letters_of(named.entry.id):
        return EXACT
    if _is_initials(token, named) or words.initials.get(token) in named.title:
        return PART
    if not named.concepts.isdisjoint(_named_concepts(token.upper(), named.lexicon)):
        return PART
    return SLIP if any(_is_slip(token, word) for word in named.title) else 0


def _short_grade(token: str, named: Named) -> int:
    """Grade a word behind the organisation's name as a short form of one of the title.

    It is the beginning of one ("proj"), or its first letter and some consonants ("tchr").
    """

    def shortens(word: str) -> bool:
        letters = iter(word)
        begins = len(token) < len(word) and token[0] == word[0]
        in_order = begins and all(letter in letters for letter in token)
        return in_order and (word.startswith(token) or _VOWELS.isdisjoint(token[1:]))

    return SLIP if len(token) >= _LEAST_INITIALS and any(map(shortens, named.title)) else 0


def _is_initials(token: str, named: Named) -> bool:
    return len(token) >= _LEAST_INITIALS and any(token in letters for letters in named.initials)


def _width(token: str, named: Named) -> int:
    """Return how many words of the title a word of the label stands for; the role's id for all."""
    if token in named.title:
        return 1
    if token == letters_of(named.entry.id):
        return len(named.title)
    return len(token) if _is_initials(token, named) else 1


def _is_slip(typed: str, word: str) -> bool:
    """Tell whether two words differ by a slip of the keys: a letter in five, two at the most."""
    if min(len(typed), len(word)) < _LEAST_FUZZY_LETTERS or typed.isdigit():
        return False
    allowed = 1 if len(typed) < 2 * _LEAST_FUZZY_LETTERS else 2
    return edit_distance(typed, word, limit=allowed + 1) <= allowed


@lru_cache(maxsize=2000)
def _list_abridged_forms(name: tuple[str, ...]) -> frozenset[str]:
    """Return the forms of a name in which initials replace words at its beginning or end.

    "NY Times", "BBC NOW" are such; initials for all words count too.
    """
    cuts = range(_LEAST_INITIALS, len(name) + 1)
    begun = (_initials(name[:cut]) + "".join(name[cut:]) for cut in cuts)
    ended = ("".join(name[:-cut]) + _initials(name[-cut:]) for cut in cuts)
    return frozenset((*begun, *ended))


def _initials(words: tuple[str, ...]) -> str:
    return "".join(word[0] for word in words)


@lru_cache(maxsize=2000)
def _split(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W_]+", text.replace("'", "").replace("’", "").casefold()))


@lru_cache(maxsize=2000)
def tokens_of(text: str) -> tuple[str, ...]:
    """Return the words of a label or a name that tell one entry from another, in lower case."""
    full = re.sub(r"\b((19|20)\d\d)[–-](\d\d)\b(?!-)", r"\1-\2\3", text)
    return tuple(word for word in _split(full) if word not in words_of_labels().fillers)


@lru_cache(maxsize=1)
def words_of_labels() -> LabelWords:
    """Read what people write in labels from ``literalness.yaml``."""
    data: dict[str, Any] = read_data("lapel.matching.places", "literalness.yaml")
    lists = {name: frozenset(said.split()) for name, said in data.items() if isinstance(said, str)}
    return LabelWords(**lists, short_titles=data["short_titles"], initials=data["initials"])
