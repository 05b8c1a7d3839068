"""How near in meaning a text of the profile is to a phrase, by static word vectors.

Two views are mixed, two to one. *Whole*: the sums of all words of either side are compared, the
phrase by its own words or by another name or telling the lexicon has for what it asks
(``concepts``), whichever is nearer. *Word by word*: each word of the phrase takes the text's
nearest word, and words count by how much they say.

Function words and numbers are left out, and what a negation takes back. The words of a compound
("lead generation") stand as one, outside the whole, and never for a phrase that shares a word with
it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lapel.matching.lexicon import PASSED_OVER
from lapel.matching.meaning.concepts import ConceptNames
from lapel.matching.meaning.vectors import WordVectors, cosines, directions
from lapel.matching.reading import Reading
from lapel.text.phrases import phrase_words
from lapel.text.words import Word, is_number, split_words

if TYPE_CHECKING:
    from lapel.matching.meaning.vectors import Directions, Vectors

_WHOLE_SHARE = 2 / 3
_KIN = 0.55
_LEAST_TOLD = 0.25
_TELLING = 0.3
_LEAST_LENGTH, _FULL_LENGTH = 4.0, 14.0


@dataclass(frozen=True, slots=True)
class Unit:
    """A word of a text, or the words of a compound: spelled in lower case, with their stems."""

    spelled: tuple[str, ...]
    stems: frozenset[str]


_SILENCE = Unit((), frozenset())


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near the texts are to a phrase, each in [0, 1]; ``echoes`` tells which hold one of its
    words or a kin of it ("board" for "onboarding"), ``specificity`` how much the words of the
    phrase say, from 0 ("up") to 1 ("leadership" and names). ``why`` gives, for those that are near
    at all, what makes them so: a name of what is asked for, or two words.
    """

    scores: tuple[float, ...]
    echoes: tuple[bool, ...]
    specificity: float
    why: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A phrase compared with all texts: ``found`` its words with each unit, ``own`` its whole
    with each whole, and the ``concepts`` it asks for, by place, each with each whole.
    """

    words: tuple[Word, ...]
    units: tuple[Unit, ...]
    weights: "Vectors"
    found: "Directions"
    own: "Directions"
    concepts: tuple[tuple[int, "Directions"], ...]


class MeaningIndex:
    """The texts read once; ``near`` compares a phrase with each of them, in order."""

    def __init__(
        self,
        readings: Sequence[Reading],
        tags: Sequence[Sequence[Reading]],
        names: ConceptNames,
        vectors: WordVectors,
    ) -> None:
        self._names = names
        self._vectors = vectors
        self._texts = tuple(
            tuple(unit for one in (reading, *own) for unit in _units(one)) or (_SILENCE,)
            for reading, own in zip(readings, tags, strict=True)
        )
        self._stems = tuple(
            frozenset(stem for unit in units for stem in unit.stems) for units in self._texts
        )
        numbers: dict[Unit, int] = {}
        for unit in (unit for units in self._texts for unit in units):
            numbers.setdefault(unit, len(numbers))
        self._units = tuple(numbers)
        self._compounds = tuple(n for n, unit in enumerate(self._units) if len(unit.spelled) > 1)
        self._flat = [numbers[unit] for units in self._texts for unit in units]
        self._starts = [0]
        for units in self._texts[:-1]:
            self._starts.append(self._starts[-1] + len(units))
        sums = self._sum(self._units)
        self._directions = directions(sums)
        self._wholes = self._sum_texts(sums)

    def near(self, phrase: str) -> Nearness:
        """How near each text is to the phrase."""
        import numpy  # noqa: PLC0415 - loaded where vectors are used

        asked = self._read(phrase)
        if asked is None:
            nothing = len(self._texts)
            return Nearness((0.0,) * nothing, (False,) * nothing, 1.0)
        nearest = numpy.maximum.reduceat(asked.found[:, self._flat], self._starts, axis=1)
        total = float(asked.weights.sum())
        by_word = asked.weights @ numpy.maximum(nearest, 0) / (total or 1.0)
        whole = numpy.maximum(asked.own, 0)
        for _, near in asked.concepts:
            whole = numpy.maximum(whole, near)
        scores = _WHOLE_SHARE * whole + (1 - _WHOLE_SHARE) * by_word
        share = (total - _LEAST_LENGTH) / (_FULL_LENGTH - _LEAST_LENGTH)
        known = self._names.knows(asked.words) or any(not w.stem.islower() for w in asked.words)
        stems = frozenset(stem for unit in asked.units for stem in unit.stems)
        kindred = nearest.max(axis=0) >= _KIN
        rounded = tuple(round(score, 3) for score in scores.tolist())
        why = {n: self._explain(phrase, asked, n) for n, s in enumerate(rounded) if s >= _TELLING}
        return Nearness(
            rounded,
            tuple(
                kin or not stems.isdisjoint(own)
                for kin, own in zip(kindred.tolist(), self._stems, strict=True)
            ),
            1.0 if known else round(min(1.0, max(0.0, share)), 3),
            why,
        )

    def _explain(self, phrase: str, asked: "_Asked", position: int) -> str:
        """What makes a text near to a phrase: a name or telling of what it asks for, or its word
        that is nearest to one of the phrase's; "" where they only share words.
        """
        best, name_of = float(asked.own[position]), -1
        for place, near in asked.concepts:
            value = float(near[position])
            if value > best:
                best, name_of = value, place
        if name_of >= 0:
            name = self._names.nearest(name_of, self._wholes[position])
            if name.casefold() != phrase.casefold():
                return name
        start = self._starts[position]
        numbers = self._flat[start : start + len(self._texts[position])]
        found = asked.found[:, numbers] * (asked.found[:, numbers] < _KIN)
        one, other = divmod(int((found * asked.weights[:, None]).argmax()), len(numbers))
        if found[one, other] < _LEAST_TOLD:
            return ""
        said = self._units[numbers[other]]
        return f"{' '.join(said.spelled)} ~ {' '.join(asked.units[one].spelled)}"

    def _read(self, phrase: str) -> "_Asked | None":
        words = split_words(phrase)
        units = _asked_units(words)
        if not units or not self._texts:
            return None
        vectors = self._sum(units)
        whole = vectors.sum(axis=0, keepdims=True)
        found = cosines(directions(vectors), self._directions)
        self._silence(units, found)
        return _Asked(
            words,
            units,
            weights=(vectors * vectors).sum(axis=1) ** 0.5,
            found=found,
            own=cosines(directions(whole), self._wholes)[0],
            concepts=tuple(
                (place, strength * self._names.compare(place, self._wholes))
                for place, strength in self._names.asked(words, whole)
            ),
        )

    def _sum(self, units: Sequence[Unit]) -> "Vectors":
        return self._vectors.of_texts([unit.spelled for unit in units])

    def _sum_texts(self, sums: "Vectors") -> "Directions":
        import numpy  # noqa: PLC0415 - loaded where vectors are used

        if not self._texts:
            return directions(sums)
        single = numpy.asarray([len(unit.spelled) == 1 for unit in self._units])
        apart = sums * single[:, None]
        return directions(numpy.add.reduceat(apart[self._flat], self._starts, axis=0))

    def _silence(self, asked: Sequence[Unit], found: "Directions") -> None:
        """A compound never answers for one of its words."""
        for number in self._compounds:
            for row, one in enumerate(asked):
                if one.stems & self._units[number].stems:
                    found[row, number] = 0


def _units(reading: Reading) -> tuple[Unit, ...]:
    """The words of a text that say something, and its compounds."""
    heard = {place for places in reading.positions.values() for place in places}
    words = (word for index, word in enumerate(reading.words) if index in heard and _says(word))
    compounds = (n for n in reading.namings if n.compound)
    return (
        *(_unit((word,)) for word in words),
        *(_unit(reading.words[naming.first : naming.last]) for naming in compounds),
    )


def _asked_units(words: tuple[Word, ...]) -> tuple[Unit, ...]:
    return tuple(_unit((word,)) for word in words if _says(word))


def _unit(words: Sequence[Word]) -> Unit:
    return Unit(tuple(map(_spell, words)), frozenset(word.stem for word in words))


def _spell(word: Word) -> str:
    return word.written.replace("’", "'").removesuffix("'s").casefold()


def _says(word: Word) -> bool:
    spelled = word.written.casefold()
    silent = spelled in phrase_words().breaks or spelled in PASSED_OVER or spelled == "of"
    return not (silent or is_number(word))
