"""The lexical engine: how well a text of the profile answers one phrase, by words and names.

Each word of the phrase is covered (1) when the text holds its stem, or in part when the text
holds another name for it (0.95) or something that implies it (0.78, less with each step). Words
weigh by how rare they are in this profile; generic words ("team", "systems") weigh little beside
others. The covered share of the phrase's weight, lessened when its words stand far apart and
when the word it turns on is missing (and to the power of 1.25, so that half a phrase is no
support), times a ceiling is what the text says: 0.9 for a whole
phrase, 0.8 for one word. A phrase of common words only ("team building") counts when they stand
together or as deed and object in one clause ("built and led a team"), else not at all; so does,
lessened, a name of the lexicon.

Where a text holds the word a phrase turns on, the rest may come from the author's tags (0.9) or
the entry's own line (0.7): "Lead nine engineers" under "Manager, Machine Learning" answers "ML
team leadership". Tags answer like texts, up to 0.75; the role's title adds up to 0.2. Independent
signs add up as chances do: 1 - (1 - a)(1 - b).

A score does not depend on what else was asked, so 0.45 means the same everywhere: it supports.
Only texts that share a stem or a name with the phrase are looked at (an index from stems and
concepts to candidates), so cost grows with what is shared, not with all pairs.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lapel.matching.lexicon import Lexicon
from lapel.matching.model import Candidate, CandidateKind, Reason, ReasonKind
from lapel.matching.reading import Naming, Reading, find_namings, read_text
from lapel.text.phrases import phrase_words
from lapel.text.words import is_number, split_words

SUPPORT = 0.45
_PHRASE_CEILING = 0.9
_WORD_CEILING = 0.8
_GENERIC_CEILING = 0.4
_TAG_CEILING = 0.75
_TITLE_CEILING = 0.2
_LEAST_TAG_SHARE = 0.6
_LEAST_TITLE_SHARE = 0.5
_BY_TAG = 0.9
_BY_TITLE = 0.7
_DEED_WEIGHT = 1.3
_LEAST_SCORE = 0.1
_STEPS = (0.95, 0.78, 0.62, 0.45)
_GENERIC_WEIGHT = 0.2
_MILD_WEIGHT = 0.6
_COMMON_WEIGHT = 0.35
_PARTIAL = 1.25
_MISSING_HEAD = 0.6
_TORN_NAME = 0.6
_CLOSE_WORDS = 3
_NEARNESS = ((1, 1.0), (3, 0.95), (6, 0.85))
_FAR = 0.7


@dataclass(frozen=True, slots=True)
class Answer:
    """How well a candidate answers a phrase: ``score`` in (0, 1] and what makes it."""

    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """A phrase read for asking: its stems that count, their weights, the names among them, and
    the positions of the words it turns on; ``common`` says that none of its words is special.
    """

    stems: tuple[str, ...]
    weights: tuple[float, ...]
    generic: tuple[bool, ...]
    common: bool
    namings: tuple[Naming, ...]
    bound: frozenset[int]
    heads: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Cover:
    """How far each word of a phrase is covered by a text, and by which of the text's words;
    ``aliased`` are the words covered by another name.
    """

    covers: tuple[float, ...]
    spots: Mapping[int, tuple[int, int]]
    aliased: frozenset[int]


@dataclass(frozen=True)
class LexicalIndex:
    """The candidates read once; ``answer`` gives those that answer a phrase, by position."""

    lexicon: Lexicon
    english: bool
    readings: tuple[Reading, ...]
    tags: tuple[tuple[Reading, ...], ...]
    titles: tuple[Reading | None, ...]
    by_stem: Mapping[str, tuple[int, ...]]
    by_concept: Mapping[int, tuple[int, ...]]
    rarity: Mapping[str, float]
    _answers: dict[str, Mapping[int, Answer]] = field(default_factory=dict)

    def answer(self, phrase: str) -> Mapping[int, Answer]:
        """The candidates that answer ``phrase`` at all, by their position, in order."""
        if phrase not in self._answers:
            ask = self.ask(phrase)
            answers = {}
            for position in self._shortlist(ask):
                answer = self._score(ask, position)
                if answer is not None:
                    answers[position] = answer
            self._answers[phrase] = answers
        return self._answers[phrase]

    def ask(self, phrase: str) -> Ask:
        """The phrase as this index compares it."""
        return read_ask(phrase, self.lexicon, self.rarity, english=self.english)

    def _shortlist(self, ask: Ask) -> list[int]:
        found: set[int] = set()
        alone = all(ask.generic)
        for stem, generic in zip(ask.stems, ask.generic, strict=True):
            if alone or not generic:
                found.update(self.by_stem.get(stem, ()))
        for naming in ask.namings:
            found.update(self.by_concept.get(naming.concept, ()))
        return sorted(found)

    def _score(self, ask: Ask, position: int) -> Answer | None:
        reading, title = self.readings[position], self.titles[position]
        text = cover_phrase(ask, reading)
        tags = tuple(cover_phrase(ask, tag) for tag in self.tags[position])
        titled = cover_phrase(ask, title) if title is not None else _nothing(ask)
        tagged = _best_of([tag.covers for tag in tags], ask)
        signs, reasons = [], []
        share = _share(ask, text.covers, (tagged, _BY_TAG), (titled.covers, _BY_TITLE))
        if text.spots and share > 0:
            signs.append(_ceiling(ask, text) * share * _nearness(text))
            reasons.append(_reason(ask, text, reading))
        share = _share(ask, tagged, (text.covers, _BY_TAG), (titled.covers, _BY_TITLE))
        if share >= _LEAST_TAG_SHARE:
            best = max(
                range(len(tags)), key=lambda number: (_share(ask, tags[number].covers), -number)
            )
            signs.append(_TAG_CEILING * share)
            reasons.append(Reason(ReasonKind.TAG, self.tags[position][best].text))
        share = _share(ask, titled.covers)
        if title is not None and share >= _LEAST_TITLE_SHARE:
            signs.append(_TITLE_CEILING * share)
            reasons.append(Reason(ReasonKind.TITLE, title.text))
        score = round(1 - math.prod(1 - sign for sign in signs), 3)
        return Answer(score, tuple(reasons)) if score >= _LEAST_SCORE else None


def index_candidates(
    candidates: Sequence[Candidate],
    titles: Mapping[str, str],
    lexicon: Lexicon,
    *,
    english: bool = True,
) -> LexicalIndex:
    """The index of these candidates; ``titles`` gives the title of an entry by its id."""
    readings = tuple(read_text(c.text, lexicon, english=english) for c in candidates)
    read: dict[str, Reading] = {}
    tags = tuple(
        tuple(_read_once(tag, read, lexicon, english=english) for tag in candidate.tags)
        for candidate in candidates
    )
    title_readings = tuple(
        _read_once(titles[c.entry], read, lexicon, english=english)
        if c.entry in titles and c.kind is not CandidateKind.ENTRY
        else None
        for c in candidates
    )
    by_stem: dict[str, list[int]] = {}
    by_concept: dict[int, list[int]] = {}
    for position, reading in enumerate(readings):
        title = title_readings[position]
        sources = (reading, *tags[position], *((title,) if title is not None else ()))
        for stem in dict.fromkeys(stem for source in sources for stem in source.positions):
            by_stem.setdefault(stem, []).append(position)
        for concept in dict.fromkeys(c for source in sources for c in source.concepts):
            by_concept.setdefault(concept, []).append(position)
    return LexicalIndex(
        lexicon,
        english,
        readings,
        tags,
        title_readings,
        {stem: tuple(found) for stem, found in by_stem.items()},
        {concept: tuple(found) for concept, found in by_concept.items()},
        rarity_of_stems(readings),
    )


def _read_once(text: str, read: dict[str, Reading], lexicon: Lexicon, *, english: bool) -> Reading:
    if text not in read:
        read[text] = read_text(text, lexicon, english=english)
    return read[text]


def rarity_of_stems(readings: Sequence[Reading]) -> Mapping[str, float]:
    """How rare each stem is among the texts, from 0 (in all) to 1 (in one)."""
    counts: dict[str, int] = {}
    for reading in readings:
        for stem in reading.positions:
            counts[stem] = counts.get(stem, 0) + 1
    scale = math.log(len(readings) + 1)
    return {
        stem: math.log((len(readings) + 1) / count) / scale if scale else 1.0
        for stem, count in counts.items()
    }


def read_ask(
    phrase: str, lexicon: Lexicon, rarity: Mapping[str, float], *, english: bool = True
) -> Ask:
    """A phrase read for asking; function words and counts inside it ask for nothing."""
    lists = phrase_words()
    words = split_words(phrase, english=english)
    if not english:
        stems = tuple(word.stem.casefold() for word in words)
        namings: tuple[Naming, ...] = ()
        kept = tuple(i for i, word in enumerate(words) if len(word.written) > 3)
        kept = kept or tuple(range(len(words)))
    else:
        stems = tuple(word.stem for word in words)
        namings = find_namings(words, lexicon)
        named = {index for n in namings for index in range(n.first, n.last)}
        kept = tuple(
            index
            for index, word in enumerate(words)
            if index in named
            or not (
                word.written.casefold() in lists.fillers
                or (word.written.casefold() in lists.breaks and word.stem == word.stem.casefold())
                or word.stem == "of"
                or is_number(word)
            )
        )
    place = {index: number for number, index in enumerate(kept)}
    asked = tuple(stems[index] for index in kept)
    generic = tuple(english and stem in lists.generic for stem in asked)
    moved = tuple(
        Naming(n.concept, place[n.first], place[n.last - 1] + 1, n.compound) for n in namings
    )
    bound = frozenset(
        index for n in moved if n.concept in lexicon.compounds for index in range(n.first, n.last)
    )
    deed = bool(kept) and words[kept[0]].written.endswith("ing")
    weights = _weights(asked, generic, rarity, deed=deed)
    common = english and all(stem in lists.generic or stem in lists.mild for stem in asked)
    heads = _heads(asked, generic, deed=deed)
    return Ask(asked, weights, generic, common, moved, bound, heads)


def _weights(
    stems: tuple[str, ...],
    generic: tuple[bool, ...],
    rarity: Mapping[str, float],
    *,
    deed: bool,
) -> tuple[float, ...]:
    """How much each word counts; a deed at the head ("leading ML engineers") counts more."""
    if all(generic):
        return (1.0,) * len(stems)
    lists = phrase_words()
    weights = [
        _GENERIC_WEIGHT
        if common or stem in lists.breaks
        else (_MILD_WEIGHT if stem in lists.mild else 1.0)
        * (_COMMON_WEIGHT + (1 - _COMMON_WEIGHT) * rarity.get(stem, 1.0))
        for stem, common in zip(stems, generic, strict=True)
    ]
    if deed and len(weights) > 1 and not generic[0]:
        weights[0] *= _DEED_WEIGHT
    return tuple(weights)


def _heads(stems: tuple[str, ...], generic: tuple[bool, ...], *, deed: bool) -> frozenset[int]:
    """The word an English phrase turns on: the last that is not generic, and a deed before it
    ("leading ML engineers").
    """
    special = [index for index in range(len(stems)) if not generic[index]]
    deeds = [0] if deed and special[:1] == [0] else []
    return frozenset([*deeds, *special[-1:]])


def cover_phrase(ask: Ask, reading: Reading) -> _Cover:
    """How far the text covers each word of the phrase, by itself or by another name."""
    direct = _nearest_places(ask, reading)
    covers = _direct_covers(ask, reading, direct)
    spots = {index: (place, place + 1) for index, place in direct.items() if covers[index] > 0}
    aliased = set()
    for naming in ask.namings:
        hit = reading.concepts.get(naming.concept)
        if hit is None:
            continue
        said, steps = hit
        for index in range(naming.first, naming.last):
            if covers[index] < _STEPS[steps]:
                covers[index] = _STEPS[steps]
                spots[index] = (said.first, said.last)
                aliased.add(index)
    return _Cover(tuple(covers), spots, frozenset(aliased))


def _nothing(ask: Ask) -> _Cover:
    return _Cover((0.0,) * len(ask.stems), {}, frozenset())


def _best_of(covers: Sequence[tuple[float, ...]], ask: Ask) -> tuple[float, ...]:
    return tuple(max(each) for each in zip(*covers, strict=True)) or (0.0,) * len(ask.stems)


def _share(ask: Ask, covers: tuple[float, ...], *others: tuple[tuple[float, ...], float]) -> float:
    """The covered share of the phrase's weight; where the word it turns on is covered, others
    may cover the rest, each at its discount.
    """
    turns = any(covers[index] for index in ask.heads)
    if turns:
        covers = tuple(
            max(cover, *(discount * other[index] for other, discount in others), 0.0)
            for index, cover in enumerate(covers)
        )
    total = sum(ask.weights)
    share = sum(w * c for w, c in zip(ask.weights, covers, strict=True)) / total if total else 0.0
    return share**_PARTIAL * (1 if turns or not ask.heads else _MISSING_HEAD)


def _nearness(cover: _Cover) -> float:
    """1 where the covering words stand together, less the more words stand between."""
    spots = set(cover.spots.values())
    first, last = min(start for start, _ in spots), max(end for _, end in spots)
    between = last - first - sum(end - start for start, end in spots)
    return next((value for limit, value in _NEARNESS if between <= limit), _FAR)


def _reason(ask: Ask, cover: _Cover, reading: Reading) -> Reason:
    """What the text shares, as it stands there; words far apart are joined by an ellipsis."""
    whole = len(cover.spots) == len(ask.stems) > 1
    kind = ReasonKind.PHRASE if whole else ReasonKind.WORDS
    heaviest = max(cover.spots, key=lambda index: (ask.weights[index], index))
    if heaviest in cover.aliased:
        kind = ReasonKind.ALIAS
    pieces: list[tuple[int, int]] = []
    special = {spot for index, spot in cover.spots.items() if whole or not ask.generic[index]}
    for start, end in sorted(special or set(cover.spots.values())):
        if pieces and start - pieces[-1][1] <= _CLOSE_WORDS:
            pieces[-1] = (pieces[-1][0], max(end, pieces[-1][1]))
        else:
            pieces.append((start, end))
    return Reason(kind, " … ".join(reading.written(first, last) for first, last in pieces))


def _ceiling(ask: Ask, cover: _Cover) -> float:
    if cover.aliased or len(ask.stems) > 1:
        return _PHRASE_CEILING
    return _GENERIC_CEILING if all(ask.generic) else _WORD_CEILING


def _nearest_places(ask: Ask, reading: Reading) -> dict[int, int]:
    """Where each word of the phrase stands in the text, as near to the weightiest as possible."""
    found = {
        index: reading.positions[stem]
        for index, stem in enumerate(ask.stems)
        if index not in ask.bound and stem in reading.positions
    }
    if not found:
        return {}
    anchor = max(found, key=lambda index: (ask.weights[index], index))
    best: dict[int, int] = {}
    least = -1
    for start in found[anchor]:
        places = {
            index: min(options, key=lambda place: abs(place - start))
            for index, options in found.items()
        }
        spread = max(places.values()) - min(places.values())
        if least < 0 or spread < least:
            best, least = places, spread
    return best


def _direct_covers(ask: Ask, reading: Reading, places: Mapping[int, int]) -> list[float]:
    covers = [1.0 if index in places else 0.0 for index in range(len(ask.stems))]
    if ask.common and len(ask.stems) > 1 and not _close(range(len(covers)), reading, places):
        return [0.0] * len(covers)
    for naming in ask.namings:
        inside = range(naming.first, naming.last)
        if len(inside) > 1 and not _close(inside, reading, places):
            for index in inside:
                covers[index] *= _TORN_NAME
    return covers


def _close(asked: range, reading: Reading, places: Mapping[int, int]) -> bool:
    """Whether these words of the phrase stand together as a name ("team building") or as a deed
    and its object in one clause ("built and led a team").
    """
    if any(index not in places for index in asked):
        return False
    order = [places[index] for index in asked]
    first, last = min(order), max(order)
    if reading.clause[first] != reading.clause[last]:
        return False
    between = last - first + 1 - len(set(order))
    return between == 0 if order[0] == first else between <= _CLOSE_WORDS
