"""How near in meaning a text of the profile is to a phrase, by static word vectors.

Two views are mixed, two parts to one; for a phrase of four words or more, whose sum is a little
near to everything, one to two. *Spans*: the sum of the phrase's words, or another name or telling
that the lexicon has for what it asks (``concepts``), whichever is nearer, is compared with the sum
of all words of the text and with its nearest six words in a row, half and half, since a bullet
tells more than one thing. *Word by word*: each word of the phrase takes the text's nearest word,
and words count by how much they say. A text that names or shows a concept asked for is near by that
alone.

Function words, numbers and negated words are left out. The words of a compound ("lead generation")
count as one, outside the spans, and never for a phrase that shares a word with it.

Word vectors are whole numbers here, and all sums of products exact: every machine finds the same.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct, field

from lapel.matching.answers.covering import STEPS
from lapel.matching.answers.reading import Reading
from lapel.matching.lexicon import PASSED_OVER
from lapel.matching.meaning.columns import NOTHING, Columns, lengths
from lapel.matching.meaning.concepts import LONG_PHRASE, ConceptNames
from lapel.matching.meaning.vectors import SCALE, WORD_SCALE, WordVectors, directions, products
from lapel.text.phrases import phrase_words
from lapel.text.stems import spell_out
from lapel.text.words import Word, is_number, split_words

if TYPE_CHECKING:
    from lapel.matching.meaning.vectors import Directions, Vectors

_SPAN_SHARE, _LONG_SPAN_SHARE = 2 / 3, 1 / 3
_KIN = 0.55
_LEAST_TOLD = 0.4
_TELLING = 0.2
_NAMED = 0.45
_LEAST_REST = 0.001
_TOLD = 0.45
_LEAST_LENGTH, _FULL_LENGTH = 4.0 * WORD_SCALE, 14.0 * WORD_SCALE


class Unit(Struct, frozen=True):
    """A word of a text, or the words of a compound: spelled in lower case, with their stems."""

    spelled: tuple[str, ...]
    stems: frozenset[str]


_SILENCE = Unit((), frozenset())


class Nearness(Struct, frozen=True):
    """How near the texts are to a phrase, each in [0, 1].

    ``rests`` is None for a text that holds no word of the phrase. For one that holds some, or a
    word akin to one ("board" for "onboarding"), it is how near the text is to the phrase's other
    words, or to a telling of what is asked; 0 if there are no others. ``specificity`` is how much
    the words of the phrase say, from 0 ("up") to 1 ("leadership" and names). ``why`` gives, for
    texts that are near at all, what makes them so: a name of what is asked for, or two words.
    """

    scores: tuple[float, ...]
    rests: tuple[float | None, ...]
    specificity: float
    why: Mapping[int, str] = field(default_factory=dict)


class _Asked(Struct, frozen=True):
    """A phrase compared with all texts.

    ``found`` are its words' nearnesses to each unit, ``own`` its whole's to each text, and
    ``concepts`` those it asks for, by place and strength.
    """

    words: tuple[Word, ...]
    units: tuple[Unit, ...]
    weights: "Vectors"
    found: "Vectors"
    own: "Vectors"
    concepts: tuple[tuple[int, float], ...]


class MeaningIndex:
    """The texts, read once; ``near`` compares a phrase with each of them, in order."""

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
        self._holding: dict[str, list[int]] = {}
        for position, units in enumerate(self._texts):
            for stem in {stem for unit in units for stem in unit.stems}:
                self._holding.setdefault(stem, []).append(position)
        numbers: dict[Unit, int] = {}
        for unit in (unit for units in self._texts for unit in units):
            numbers.setdefault(unit, len(numbers))
        self._units = tuple(numbers)
        self._compounds: dict[str, list[int]] = {}
        for number, unit in enumerate(self._units):
            for stem in unit.stems if len(unit.spelled) > 1 else ():
                self._compounds.setdefault(stem, []).append(number)
        self._showing = _showing(self._readings)
        sums = vectors.of_texts([unit.spelled for unit in self._units])
        self._exact, self._lengths = sums.astype("float32"), lengths(sums)
        # A compound stands for no word by itself.
        single = numpy.asarray([len(unit.spelled) == 1 for unit in self._units], float)
        texts = [[numbers[unit] for unit in units] for units in self._texts]
        self._columns = Columns(texts, sums * single[:, None])
        self._by_concept: dict[int, tuple[Vectors, list[int], Vectors]] = {}

    def near(self, phrase: str) -> Nearness:
        """Return how near each text is to the phrase."""
        import numpy  # noqa: PLC0415 - loaded where vectors are used

        asked = self._compare_phrase(phrase)
        if asked is None:
            nothing = len(self._texts)
            return Nearness((0.0,) * nothing, (None,) * nothing, 1.0)
        nearest = self._columns.most(asked.found)
        total = float(asked.weights.sum())
        by_word = asked.weights @ nearest / (total or 1.0)
        span = numpy.maximum(asked.own, 0)
        for place, strength in asked.concepts:
            span = numpy.maximum(span, strength * self._by_concept[place][0])
        of_span = _SPAN_SHARE if len(asked.units) < LONG_PHRASE else _LONG_SPAN_SHARE
        scores = numpy.maximum(
            of_span * span + (1 - of_span) * by_word, _NAMED * self._measure_named(asked)
        )
        share = (total - _LEAST_LENGTH) / (_FULL_LENGTH - _LEAST_LENGTH)
        known = self._names.knows(asked.words) or any(not w.stem.islower() for w in asked.words)
        rounded = scores.round(3)
        return Nearness(
            tuple(rounded.tolist()),
            self._measure_rests(asked, nearest),
            1.0 if known else round(min(1.0, max(0.0, share)), 3),
            self._explain(phrase, asked, numpy.flatnonzero(rounded >= _TELLING).tolist()),
        )

    def _measure_rests(self, asked: "_Asked", nearest: "Vectors") -> tuple[float | None, ...]:
        """Return how near each text is to words that it lacks, None where it lacks all."""
        import numpy  # noqa: PLC0415 - loaded where vectors are used

        weights = asked.weights[:, None] * (nearest < _KIN)
        totals = weights.sum(axis=0)
        left = (weights * nearest).sum(axis=0) / numpy.maximum(totals, 1)
        holding = nearest.max(axis=0) >= _KIN
        for stem in frozenset(stem for unit in asked.units for stem in unit.stems):
            holding[self._holding.get(stem, [])] = True
        told = numpy.zeros(len(self._texts))
        for place, strength in asked.concepts:
            told = numpy.maximum(told, strength * self._by_concept[place][2])
        left = numpy.where(told >= _TOLD, numpy.maximum(left, told), left)
        totals = numpy.where(told >= _TOLD, numpy.maximum(totals, 1), totals)
        left = numpy.where(totals, numpy.maximum(left.round(3), _LEAST_REST), 0.0)
        rests: list[float | None] = [None] * len(self._texts)
        for position in numpy.flatnonzero(holding).tolist():
            rests[position] = float(left[position])
        return tuple(rests)

    def _measure_named(self, asked: "_Asked") -> "Vectors":
        """Return how plainly each text names or shows a concept asked for, in [0, 1]."""
        import numpy  # noqa: PLC0415 - loaded where vectors are used

        found = numpy.zeros(len(self._texts))
        for place, strength in asked.concepts:
            for position, steps in self._showing.get(self._names.concepts[place], {}).items():
                found[position] = max(found[position], strength * STEPS[steps])
        return found

    def _explain(self, phrase: str, asked: "_Asked", near: Sequence[int]) -> Mapping[int, str]:
        """Explain what makes these texts near to a phrase.

        It is a name or telling of what the phrase asks for, or the two nearest words; "" where they
        only share words.
        """
        import numpy  # noqa: PLC0415 - loaded where vectors are used

        wholes = [asked.own, *(s * self._by_concept[place][0] for place, s in asked.concepts)]
        nearest = numpy.argmax(wholes, axis=0).tolist()
        names = [
            (self._names.spelled(place), self._by_concept[place][1]) for place, _ in asked.concepts
        ]
        own = phrase.replace("’", "'").casefold()
        kin = asked.found * (asked.found < _KIN)
        weighed = kin * asked.weights[:, None]
        ones, words = weighed.argmax(axis=0), self._columns.strongest(weighed.max(axis=0))
        why = {}
        for position in near:
            if number := nearest[position]:
                spelled, best = names[number - 1]
                name = spelled[best[position]]
                if name.casefold() != own:
                    why[position] = f"as “{name}”"
                    continue
            said = words[position]
            if said == NOTHING or kin[ones[said], said] < _LEAST_TOLD:
                why[position] = ""
                continue
            both = self._units[said].spelled, asked.units[ones[said]].spelled
            why[position] = "“{}” ~ “{}”".format(*map(" ".join, both))
        return why

    def _compare_phrase(self, phrase: str) -> "_Asked | None":
        said = _read_phrase(phrase, self._names, self._vectors)
        if said is None or not self._texts:
            return None
        found = products(said.directions, self._exact) / (SCALE * self._lengths)
        self._silence_compounds(said.units, found)
        own = self._compare_whole(said.whole, [place for place, _ in said.concepts])
        return _Asked(
            said.words,
            said.units,
            weights=said.weights,
            found=found,
            own=own,
            concepts=said.concepts,
        )

    def _compare_whole(self, whole: "Directions", places: Sequence[int]) -> "Vectors":
        """Return how near each text is to a whole phrase.

        The concepts at these places are compared in one go with it, and kept: how near each text
        is, by the nearest of the concept's names, which that is, and how near by tellings alone.
        """
        import numpy  # noqa: PLC0415 - loaded where vectors are used

        new = [place for place in places if place not in self._by_concept]
        compared = self._columns.compare(numpy.concatenate((whole, self._names.rows(new))))
        first = 1
        for place in new:
            strengths = numpy.asarray(self._names.strengths(place))[:, None]
            near = compared[first : first + len(strengths)] * strengths
            told = near[len(near) - self._names.told(place) :].max(axis=0, initial=0)
            self._by_concept[place] = near.max(axis=0), near.argmax(axis=0).tolist(), told
            first += len(strengths)
        own: Vectors = compared[0]
        return own

    def _silence_compounds(self, asked: Sequence[Unit], found: "Vectors") -> None:
        """Keep a compound from answering for one of its words."""
        for row, one in enumerate(asked):
            for stem in one.stems:
                found[row, self._compounds.get(stem, [])] = 0


class _Phrase(Struct, frozen=True):
    """A phrase read for comparing.

    It has its words with their directions and weights, the direction of the ``whole``, and the
    concepts it asks for, by place and strength.
    """

    words: tuple[Word, ...]
    units: tuple[Unit, ...]
    weights: "Vectors"
    directions: "Directions"
    whole: "Directions"
    concepts: tuple[tuple[int, float], ...]


@lru_cache(maxsize=1000)  # a program that stays asks the same again and again
def _read_phrase(phrase: str, names: ConceptNames, vectors: WordVectors) -> _Phrase | None:
    """Read a phrase, None where it says nothing."""
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
    """Return for each concept the texts that name or show it, with the fewest steps between."""
    found: dict[int, dict[int, int]] = {}
    for position, own in enumerate(readings):
        for reading in own:
            for concept, (_, steps) in reading.concepts.items():
                texts = found.setdefault(concept, {})
                texts[position] = min(steps, texts.get(position, steps))
    return found


def _units(reading: Reading) -> tuple[Unit, ...]:
    """Return the words of a text that say something, and its compounds."""
    heard = {place for places in reading.positions.values() for place in places}
    words = [word for index, word in enumerate(reading.words) if index in heard]
    compounds = (reading.words[n.first : n.last] for n in reading.namings if n.compound)
    return (*_asked_units(words), *map(_make_compound, compounds))


def _asked_units(words: Sequence[Word]) -> tuple[Unit, ...]:
    units = (_make_unit(word.written, word.stem) for word in words)
    return tuple(unit for unit in units if unit is not None)


def _make_compound(words: Sequence[Word]) -> Unit:
    spelled = tuple(_spell(word.written) for word in words)
    return Unit(spelled, frozenset(word.stem for word in words))


@lru_cache(maxsize=5000)  # a profile has far fewer different words than words
def _make_unit(written: str, stem: str) -> Unit | None:
    """Return a word by itself, None for one that says nothing."""
    lower = written.casefold()
    silent = lower in phrase_words().breaks or lower in PASSED_OVER or lower == "of"
    if silent or is_number(written):
        return None
    return Unit((_spell(written),), frozenset((stem,)))


def _spell(written: str) -> str:
    return spell_out(written.removesuffix("'s").casefold())
