"""A text read for matching: the positions of its stems, what its words name, what it denies."""

from collections.abc import Mapping
from functools import lru_cache

from msgspec import Struct

from lapel.matching.answers.figures import find_people_led, find_shortenings, find_told_in_figures
from lapel.matching.answers.moves import find_moves
from lapel.matching.answers.spotting import (
    CLAUSE_END,
    Naming,
    barriers,
    find_moved,
    find_namings,
    find_shown,
    fuse_to_stem,
    is_trade,
    people_among,
)
from lapel.matching.language import named_group
from lapel.matching.lexicon import FARTHEST_STEP, Lexicon
from lapel.text.data import read_word_lists
from lapel.text.phrases import phrase_words
from lapel.text.regexes import regex
from lapel.text.words import Word, split_words

_MODEL = regex(r"([A-Z]{3,6})\d")
"""A model of a kind that is called by its letters: an ISO9001 certificate is an ISO certificate."""
_LONGEST_NEGATION_WORDS = 6
_MISFORTUNE_WORDS = 3
_PEOPLE_WORDS = 4


class Reading(Struct, frozen=True):
    """A text read for matching.

    ``positions`` are those of the stems that count on their own; ``clause`` numbers the clause of
    each word, counting the prepositions and punctuation before it. ``concepts`` maps a concept to
    the first naming that names or implies it, and to the steps between. ``people`` are the
    positions of words that name people by trade, ``others`` of these those that name several.
    """

    text: str
    words: tuple[Word, ...]
    positions: Mapping[str, tuple[int, ...]]
    clause: tuple[int, ...]
    namings: tuple[Naming, ...]
    concepts: Mapping[int, tuple[Naming, int]]
    people: frozenset[int] = frozenset()
    others: frozenset[int] = frozenset()

    def written(self, first: int, last: int) -> str:
        """Return the words from ``first`` to before ``last`` as they stand in the text."""
        return self.text[self.words[first].start : self.words[last - 1].end]


@lru_cache(maxsize=4096)  # of a profile that changed, most texts are the same
def read_text(text: str, lexicon: Lexicon, *, english: bool = True) -> Reading:
    """Read a plain text; ``english`` says whether stems and lexicon apply."""
    words = split_words(text, english=english)
    if not english:
        exact: dict[str, list[int]] = {}
        for index, word in enumerate(words):
            exact.setdefault(word.stem.casefold(), []).append(index)
            if group := named_group(word.stem.casefold()):
                exact.setdefault(group, []).append(index)
        return Reading(text, words, _freeze_positions(exact), (0,) * len(words), (), {})
    denied, moves = _find_denied(text, words), tuple(find_moves(text))
    found = (
        *find_namings(words, lexicon),
        *find_shortenings(words, moves, lexicon),
        *find_shown(text, words, lexicon),
        *find_moved(text, words, moves, lexicon),
        *find_told_in_figures(text, words, lexicon),
        *find_people_led(words, lexicon),
    )
    namings = tuple(
        n for n in found if n.first not in denied and not _names_other_people(n, words, lexicon)
    )
    silent = set(denied)
    for naming in namings:
        if naming.compound:
            silent.update(range(naming.first, naming.last))
    namings = tuple(n for n in namings if n.compound or not silent & {n.first, n.last - 1})
    people = people_among(words, lexicon)
    return Reading(
        text,
        words,
        _find_positions(words, silent),
        _number_clauses(text, words),
        namings,
        _map_concepts(namings, lexicon),
        people,
        frozenset(place for place in people if words[place].lower.endswith("s")),
    )


def _names_other_people(naming: Naming, words: tuple[Word, ...], lexicon: Lexicon) -> bool:
    """Tell whether words name other people by trade: "two recruiters" recruited nobody yet."""
    called = words[naming.first].lower if naming.last - naming.first == 1 else ""
    if called == "leads" and naming.first:  # sales leads, the leads of departments
        return words[naming.first - 1].stem not in ("and", "who", "that", "then")
    if called and words[naming.first].stem in _lists()["of_people"]:
        return not _are_people_near(naming, words, lexicon)
    return called.endswith("s") and is_trade(called, lexicon)


def _are_people_near(naming: Naming, words: tuple[Word, ...], lexicon: Lexicon) -> bool:
    """Tell whether somebody to whom a deed is done stands not far from the word that names it."""
    place, whom = naming.first, lexicon.shows.get(words[naming.first].stem, {})
    near = words[max(0, place - _PEOPLE_WORDS) : place + 1 + _PEOPLE_WORDS]
    return any(
        word.lower in lexicon.persons or naming.concept in whom.get(word.stem, ()) for word in near
    )


def _find_positions(words: tuple[Word, ...], silent: set[int]) -> Mapping[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for index, word in enumerate(words):
        if index in silent or (len(word.written) == 1 and word.joined == "-"):
            continue
        found.setdefault(word.stem, []).append(index)
        if model := _MODEL.match(word.written):
            found.setdefault(split_words(model[1])[0].stem, []).append(index)
        if word.joined == "-" and index + 1 < len(words):
            found.setdefault(fuse_to_stem(words, index), []).append(index)
    return _freeze_positions(found)


def _freeze_positions(found: dict[str, list[int]]) -> Mapping[str, tuple[int, ...]]:
    return {stem: tuple(places) for stem, places in found.items()}


def _find_denied(text: str, words: tuple[Word, ...]) -> set[int]:
    """Return the positions of negated words: from a negation to the end of its clause."""
    lists = _lists()
    denied: set[int] = set()
    for index, word in enumerate(words):
        spelled = word.lower
        if spelled == "non" and word.joined:
            denied.update((index, index + 1))
        starts = spelled in lists["negations"] and not word.joined
        starts = starts or (spelled in ("lack", "instead", "rather") and _has_of(words, index))
        if not starts or _denies_nothing(words, index) or _denies_misfortune(words, index):
            continue
        for place in range(index, min(len(words), index + 1 + _LONGEST_NEGATION_WORDS)):
            if place > index:
                between = text[words[place - 1].end : words[place].start]
                ends = words[place].lower in lists["negation_ends"]
                if ends or CLAUSE_END.search(between):
                    break
            denied.add(place)
    return denied


def _has_of(words: tuple[Word, ...], index: int) -> bool:
    return index + 1 < len(words) and words[index + 1].stem in ("of", "than")


def _denies_misfortune(words: tuple[Word, ...], index: int) -> bool:
    """Tell whether a misfortune is denied: "without a lost-time injury" tells of safety."""
    near = words[index + 1 : index + 2 + _MISFORTUNE_WORDS]
    return any(word.stem in phrase_words().misfortunes for word in near)


def _denies_nothing(words: tuple[Word, ...], index: int) -> bool:
    """Tell whether a negation denies nothing: "not only", "no fewer than"."""
    after = words[index + 1].stem if index + 1 < len(words) else ""
    return after in ("onli", "just", "fewer", "less", "later", "more")


def _number_clauses(text: str, words: tuple[Word, ...]) -> tuple[int, ...]:
    parting = barriers()
    number, clauses = 0, []
    for index, word in enumerate(words):
        if index and CLAUSE_END.search(text[words[index - 1].end : word.start]):
            number += 1
        tied = word.joined or (index > 0 and words[index - 1].joined)
        if word.lower in parting and not tied:
            number += 1
        clauses.append(number)
    return tuple(clauses)


def _map_concepts(
    namings: tuple[Naming, ...], lexicon: Lexicon
) -> Mapping[int, tuple[Naming, int]]:
    found: dict[int, tuple[Naming, int]] = {}
    for naming in namings:
        implied = lexicon.implied.get(naming.concept, {})
        own = int(naming.deed)
        for concept, more in ((naming.concept, 0), *implied.items()):
            steps = min(own + more, FARTHEST_STEP)
            known = found.get(concept)
            if known is None or steps < known[1]:
                found[concept] = (naming, steps)
    return found


def _lists() -> Mapping[str, frozenset[str]]:
    return read_word_lists("lapel.matching.answers", "reading.yaml")
