"""How near in meaning a text of the profile is to a phrase, by static word vectors.

Two views are mixed, two to one; of a phrase of four words or more, whose sum is near to everything
a little, one to two. *Spans*: the sum of the phrase's words, or another name or telling
the lexicon has for what it asks (``concepts``), whichever is nearer, is compared with the sum of
all words of the text and with its nearest six words in a row, half and half: a bullet tells more
than one thing. *Word by word*: each word of the phrase takes the text's nearest word, and words
count by how much they say. A text that names or shows a concept asked for is near by that alone.

Function words and numbers are left out, and what a negation takes back. The words of a compound
("lead generation") stand as one, outside the spans, and never for a phrase that shares a word with
it.

Word vectors are whole numbers here, and all sums of products exact: every machine finds the same.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from lapel.matching.covering import STEPS
from lapel.matching.lexicon import PASSED_OVER
from lapel.matching.meaning.concepts import LONG_PHRASE, ConceptNames
from lapel.matching.meaning.vectors import SCALE, WORD_SCALE, WordVectors, directions, products
from lapel.matching.reading import Reading
from lapel.text.phrases import phrase_words
from lapel.text.stems import whole_word
from lapel.text.words import Word, is_number, split_words

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from lapel.matching.meaning.vectors import Directions, Vectors

_SPAN_WORDS = 6
_SPAN_SHARE, _LONG_SPAN_SHARE = 2 / 3, 1 / 3
_KIN = 0.55
_LEAST_TOLD = 0.4
_TELLING = 0.2
_NAMED = 0.45
_LEAST_REST = 0.001
_TOLD = 0.45
_WORDS_AT_ONCE, _SPANS_AT_ONCE = 40_000, 40
"""What is compared and summed in one go, so that it stays in the processor's own memory."""
_LEAST_LENGTH, _FULL_LENGTH = 4.0 * WORD_SCALE, 14.0 * WORD_SCALE


class Unit(Struct, frozen=True):
    """A word of a text, or the words of a compound: spelled in lower case, with their stems."""

    spelled: tuple[str, ...]
    stems: frozenset[str]


_SILENCE = Unit((), frozenset())


class Nearness(Struct, frozen=True):
    """How near the texts are to a phrase, each in [0, 1].

    ``rests`` is None for a text that holds none of its words; for one that holds some, or a kin of
    one ("board" for "onboarding"), how near the others are to it, or it to what is told of the
    thing asked for, 0 where there are no others. ``specificity`` is how much the words of the
    phrase say, from 0 ("up") to 1 ("leadership" and names). ``why`` gives, for those that are near
    at all, what makes them so: a name of what is asked for, or two words.
    """

    scores: tuple[float, ...]
    rests: tuple[float | None, ...]
    specificity: float
    why: Mapping[int, str] = field(default_factory=dict)


class _Asked(Struct, frozen=True):
    """A phrase compared with all texts: ``found`` its words with each unit, ``own`` its whole with
    each text, and the ``concepts`` it asks for, by place and strength.
    """

    words: tuple[Word, ...]
    units: tuple[Unit, ...]
    weights: "Vectors"
    found: "Vectors"
    own: "Vectors"
    concepts: tuple[tuple[int, float], ...]


class MeaningIndex:
    """The texts read once; ``near`` compares a phrase with each of them, in order."""

    def __init__(
        self,
        readings: Sequence[Reading],
        tags: Sequence[Sequence[Reading]],
        names: ConceptNames,
        vectors: WordVectors,
    ) -> None:
        import numpy  # noqa: PLC0415 - loaded where vectors are used

        self._names = names
        self._vectors = vectors
        self._readings = tuple((r, *own) for r, own in zip(readings, tags, strict=True))
        self._texts = tuple(
            tuple(unit for one in own for unit in _units(one)) or (_SILENCE,)
            for own in self._readings
        )
        self._stems = tuple(
            frozenset(stem for unit in units for stem in unit.stems) for units in self._texts
        )
        numbers: dict[Unit, int] = {}
        for unit in (unit for units in self._texts for unit in units):
            numbers.setdefault(unit, len(numbers))
        self._units = tuple(numbers)
        self._compounds = tuple(n for n, unit in enumerate(self._units) if len(unit.spelled) > 1)
        self._flat = numpy.asarray([numbers[unit] for own in self._texts for unit in own], int)
        self._showing = _showing(self._readings)
        self._sums = self._sum(self._units)
        self._exact = self._sums.astype("float32")
        # A compound stands for no word by itself.
        single = numpy.asarray([len(unit.spelled) == 1 for unit in self._units], float)
        self._single = self._sums * single[:, None]
        self._alone = self._single.astype("float32")
        self._measure_spans()
        self._by_concept: dict[int, tuple[Vectors, list[int], Vectors]] = {}

    def near(self, phrase: str) -> Nearness:
        """How near each text is to the phrase."""
        import numpy  # noqa: PLC0415 - loaded where vectors are used

        asked = self._read(phrase)
        if asked is None:
            nothing = len(self._texts)
            return Nearness((0.0,) * nothing, (None,) * nothing, 1.0)
        found = asked.found.take(self._flat, axis=1)
        nearest = numpy.maximum.reduceat(found, self._starts, axis=1)
        total = float(asked.weights.sum())
        by_word = asked.weights @ numpy.maximum(nearest, 0) / (total or 1.0)
        span = numpy.maximum(asked.own, 0)
        for place, strength in asked.concepts:
            span = numpy.maximum(span, strength * self._by_concept[place][0])
        of_span = _SPAN_SHARE if len(asked.units) < LONG_PHRASE else _LONG_SPAN_SHARE
        scores = numpy.maximum(
            of_span * span + (1 - of_span) * by_word, _NAMED * self._named(asked)
        )
        share = (total - _LEAST_LENGTH) / (_FULL_LENGTH - _LEAST_LENGTH)
        known = self._names.knows(asked.words) or any(not w.stem.islower() for w in asked.words)
        rounded = tuple(scores.round(3).tolist())
        why = {n: self._explain(phrase, asked, n) for n, s in enumerate(rounded) if s >= _TELLING}
        return Nearness(
            rounded,
            self._rests(asked, nearest),
            1.0 if known else round(min(1.0, max(0.0, share)), 3),
            why,
        )

    def _rests(self, asked: "_Asked", nearest: "Vectors") -> tuple[float | None, ...]:
        """How near the words of a phrase are that a text lacks, None where it lacks all."""
        import numpy  # noqa: PLC0415 - loaded where vectors are used

        stems = frozenset(stem for unit in asked.units for stem in unit.stems)
        weights = asked.weights[:, None] * (nearest < _KIN)
        totals = weights.sum(axis=0)
        left = (weights * numpy.maximum(nearest, 0)).sum(axis=0) / numpy.maximum(totals, 1)
        kindred = nearest.max(axis=0) >= _KIN
        told = numpy.zeros(len(self._texts))
        for place, strength in asked.concepts:
            told = numpy.maximum(told, strength * self._by_concept[place][2])
        left = numpy.where(told >= _TOLD, numpy.maximum(left, told), left)
        totals = numpy.where(told >= _TOLD, numpy.maximum(totals, 1), totals)
        left = numpy.maximum(left.round(3), _LEAST_REST)
        return tuple(
            (rest if total else 0.0) if kin or not stems.isdisjoint(own) else None
            for rest, total, kin, own in zip(
                left.tolist(), totals.tolist(), kindred.tolist(), self._stems, strict=True
            )
        )

    def _named(self, asked: "_Asked") -> "Vectors":
        """How plainly each text names or shows one of the concepts asked for, in [0, 1]."""
        import numpy  # noqa: PLC0415 - loaded where vectors are used

        found = numpy.zeros(len(self._texts))
        for place, strength in asked.concepts:
            for position, steps in self._showing.get(self._names.concepts[place], {}).items():
                found[position] = max(found[position], strength * STEPS[steps])
        return found

    def _explain(self, phrase: str, asked: "_Asked", position: int) -> str:
        """What makes a text near to a phrase: a name or telling of what it asks for, or its word
        that is nearest to one of the phrase's; "" where they only share words.
        """
        best, place_of = float(asked.own[position]), -1
        for place, strength in asked.concepts:
            near = strength * float(self._by_concept[place][0][position])
            if near > best:
                best, place_of = near, place
        if place_of >= 0:
            best_names = self._by_concept[place_of][1]
            name = self._names.spelled(place_of)[best_names[position]]
            if name.casefold() != phrase.replace("’", "'").casefold():
                return f"as “{name}”"
        start = self._starts[position]
        numbers = self._flat[start : start + len(self._texts[position])]
        found = asked.found[:, numbers] * (asked.found[:, numbers] < _KIN)
        one, other = divmod(int((found * asked.weights[:, None]).argmax()), len(numbers))
        if found[one, other] < _LEAST_TOLD:
            return ""
        said = self._units[numbers[other]]
        return f"“{' '.join(said.spelled)}” ~ “{' '.join(asked.units[one].spelled)}”"

    def _read(self, phrase: str) -> "_Asked | None":
        said = _read_phrase(phrase, self._names, self._vectors)
        if said is None or not self._texts:
            return None
        found = products(said.directions, self._exact) / (SCALE * self._lengths)
        self._silence(said.units, found)
        own = self._near_whole(said.whole, [place for place, _ in said.concepts])
        return _Asked(
            said.words,
            said.units,
            weights=said.weights,
            found=found,
            own=own,
            concepts=said.concepts,
        )

    def _near_whole(self, whole: "Directions", places: Sequence[int]) -> "Vectors":
        """How near each text is to a whole phrase.

        Compared in one go with it, and kept, are the concepts at these places: how near each text
        is, by the nearest of the concept's names, which that is, and how near by tellings alone.
        """
        import numpy  # noqa: PLC0415 - loaded where vectors are used

        new = [place for place in places if place not in self._by_concept]
        compared = self._compare(numpy.concatenate((whole, self._names.rows(new))))
        first = 1
        for place in new:
            strengths = numpy.asarray(self._names.strengths(place))[:, None]
            near = compared[first : first + len(strengths)] * strengths
            told = near[len(near) - self._names.told(place) :].max(axis=0, initial=0)
            self._by_concept[place] = near.max(axis=0), near.argmax(axis=0).tolist(), told
            first += len(strengths)
        own: Vectors = compared[0]
        return own

    def _compare(self, rows: "Directions") -> "Vectors":
        """How near each row is to each text: to all of it and to its nearest span, in halves."""
        import numpy  # noqa: PLC0415 - loaded where vectors are used

        at_once = max(1, _WORDS_AT_ONCE // len(self._flat))
        parts = (rows[first : first + at_once] for first in range(0, len(rows), at_once))
        return numpy.concatenate([self._compare_some(part) for part in parts])

    def _compare_some(self, rows: "Directions") -> "Vectors":
        import numpy  # noqa: PLC0415 - loaded where vectors are used

        by_word = products(rows, self._alone).astype("float64").take(self._flat, axis=1)
        wholes: Vectors = numpy.add.reduceat(by_word, self._starts, axis=1) / self._whole_lengths
        if not self._is_long.any():
            return wholes
        # Sums of six words as sums of three pairs, in place: making room costs more than adding.
        pairs = by_word[:, :-1] + by_word[:, 1:]
        spans = pairs[:, :-4] + pairs[:, 2:-2]
        spans += pairs[:, 4:]
        spans /= self._span_lengths
        nearest = numpy.maximum.reduceat(spans, self._first_spans, axis=1)
        mixed: Vectors = numpy.where(self._is_long, (wholes + nearest) / 2, wholes)
        return mixed

    def _measure_spans(self) -> None:
        """Where texts begin and end among all words, and how long the sums of their spans are.

        A text of no more words than a span has is its own and only one. Spans that pass from one
        text into the next are endless, so that they are near to nothing.
        """
        import numpy  # noqa: PLC0415 - loaded where vectors are used

        sizes = numpy.asarray([len(units) for units in self._texts], int)
        self._ends = numpy.cumsum(sizes)
        self._starts = self._ends - sizes
        self._is_long = sizes > _SPAN_WORDS
        spans = numpy.arange(max(0, len(self._flat) - _SPAN_WORDS + 1))
        self._first_spans = numpy.minimum(self._starts, len(spans) - 1)
        self._lengths = _lengths(self._sums)
        self._whole_lengths = SCALE * self._lengths_between(self._starts, self._ends)
        self._span_lengths = SCALE * self._lengths_between(spans, spans + _SPAN_WORDS)
        passing = numpy.repeat(self._ends, sizes)[: len(spans)] < spans + _SPAN_WORDS
        self._span_lengths[passing] = numpy.inf

    def _lengths_between(self, starts: "NDArray[Any]", ends: "NDArray[Any]") -> "Vectors":
        """How long the sums of the words from each start to its end are, both rising."""
        import numpy  # noqa: PLC0415 - loaded where vectors are used

        lengths = numpy.zeros(len(starts))
        for first in range(0, len(starts), _SPANS_AT_ONCE):
            here = slice(first, first + _SPANS_AT_ONCE)
            begin, end = starts[first], ends[here].max()
            words = self._single[self._flat[begin:end]]
            sums = numpy.zeros((end - begin + 1, self._vectors.dimensions))
            numpy.cumsum(words, axis=0, out=sums[1:])
            lengths[here] = _lengths(sums[ends[here] - begin] - sums[starts[here] - begin])
        return lengths

    def _sum(self, units: Sequence[Unit]) -> "Vectors":
        return self._vectors.of_texts([unit.spelled for unit in units])

    def _silence(self, asked: Sequence[Unit], found: "Vectors") -> None:
        """A compound never answers for one of its words."""
        for number in self._compounds:
            for row, one in enumerate(asked):
                if one.stems & self._units[number].stems:
                    found[row, number] = 0


class _Phrase(Struct, frozen=True):
    """A phrase read for comparing: its words with their directions and weights, the direction of
    the ``whole``, and the concepts it asks for, by place and strength.
    """

    words: tuple[Word, ...]
    units: tuple[Unit, ...]
    weights: "Vectors"
    directions: "Directions"
    whole: "Directions"
    concepts: tuple[tuple[int, float], ...]


@lru_cache(maxsize=1000)  # a program that stays asks the same again and again
def _read_phrase(phrase: str, names: ConceptNames, vectors: WordVectors) -> _Phrase | None:
    """The phrase, None where it says nothing."""
    words = split_words(phrase)
    units = _asked_units(words)
    if not units:
        return None
    each = vectors.of_texts([unit.spelled for unit in units])
    whole = each.sum(axis=0, keepdims=True)
    return _Phrase(
        words,
        units,
        weights=(each * each).sum(axis=1) ** 0.5,
        directions=directions(each),
        whole=directions(whole),
        concepts=tuple(names.asked(words, whole)),
    )


def _showing(readings: Sequence[Sequence[Reading]]) -> Mapping[int, Mapping[int, int]]:
    """For each concept the texts that name or show it, with the fewest steps between."""
    found: dict[int, dict[int, int]] = {}
    for position, own in enumerate(readings):
        for reading in own:
            for concept, (_, steps) in reading.concepts.items():
                texts = found.setdefault(concept, {})
                texts[position] = min(steps, texts.get(position, steps))
    return found


def _lengths(vectors: "Vectors") -> "Vectors":
    """The length of each, 1 for none."""
    import numpy  # noqa: PLC0415 - loaded where vectors are used

    lengths: Vectors = numpy.sqrt(numpy.einsum("ij,ij->i", vectors, vectors))
    lengths[lengths == 0] = 1
    return lengths


def _units(reading: Reading) -> tuple[Unit, ...]:
    """The words of a text that say something, and its compounds."""
    heard = {place for places in reading.positions.values() for place in places}
    words = [word for index, word in enumerate(reading.words) if index in heard]
    compounds = (reading.words[n.first : n.last] for n in reading.namings if n.compound)
    return (*_asked_units(words), *map(_compound, compounds))


def _asked_units(words: Sequence[Word]) -> tuple[Unit, ...]:
    units = (_unit(word.written, word.stem) for word in words)
    return tuple(unit for unit in units if unit is not None)


def _compound(words: Sequence[Word]) -> Unit:
    spelled = tuple(_spell(word.written) for word in words)
    return Unit(spelled, frozenset(word.stem for word in words))


@lru_cache(maxsize=5000)  # a profile has far fewer different words than words
def _unit(written: str, stem: str) -> Unit | None:
    """A word by itself, None for one that says nothing."""
    lower = written.casefold()
    silent = lower in phrase_words().breaks or lower in PASSED_OVER or lower == "of"
    if silent or is_number(written):
        return None
    return Unit((_spell(written),), frozenset((stem,)))


def _spell(written: str) -> str:
    return whole_word(written.removesuffix("'s").casefold())
