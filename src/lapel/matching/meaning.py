"""How near in meaning a text of the profile is to a phrase, by static word vectors.

Two views are halved. *Word by word*: each word of the phrase takes the text's nearest word, and
words count by how much they say. *Whole*: the sums of all words of either side are compared, the
phrase by its own words or by another name the lexicon has for it, whichever is nearer; names that
only imply it count 0.85.

Function words and numbers are left out, and what a negation takes back. The words of a compound
("lead generation") stand as one, and never for a phrase that shares a word with it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from lapel.matching.lexicon import PASSED_OVER, Lexicon
from lapel.matching.reading import Reading, find_namings
from lapel.matching.vectors import SCALE, WordVectors, directions
from lapel.text.phrases import phrase_words
from lapel.text.words import Word, is_number, split_words

if TYPE_CHECKING:
    from lapel.matching.vectors import Directions, Vectors

_IMPLYING = 0.85
_TOLD = 1.0
_LEAST_LENGTH, _FULL_LENGTH = 4.0, 14.0


@dataclass(frozen=True, slots=True)
class Unit:
    """A word of a text, or the words of a compound: spelled in lower case, with their stems."""

    spelled: tuple[str, ...]
    stems: frozenset[str]
    place: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Nearness:
    """How near a text is to a phrase, in [0, 1]: ``whole``, and ``score`` of both views;
    ``word`` of the text is the one nearest to the phrase's ``asked``.
    """

    whole: float
    score: float
    word: str = ""
    asked: str = ""


class MeaningIndex:
    """The texts read once; ``near`` compares a phrase with each of them, in order."""

    def __init__(
        self,
        readings: Sequence[Reading],
        tags: Sequence[Sequence[Reading]],
        lexicon: Lexicon,
        vectors: WordVectors,
    ) -> None:
        self._lexicon = lexicon
        self._vectors = vectors
        self._texts = tuple(
            tuple(unit for one in (reading, *own) for unit in _units(one))
            for reading, own in zip(readings, tags, strict=True)
        )
        self._others: dict[int, tuple[Directions, tuple[float, ...]]] = {}

    def near(self, phrase: str) -> tuple[Nearness, ...]:
        """How near each text is to the phrase."""
        import numpy  # noqa: PLC0415 - loaded where vectors are used

        words = split_words(phrase)
        units = _asked_units(words)
        if not units or not self._texts:
            return (Nearness(0.0, 0.0),) * len(self._texts)
        vectors = self._sums(units)
        whole = self._wholes(words, vectors)
        found = directions(vectors) @ self._directions.T / SCALE**2
        self._silence(units, found)
        nearest = numpy.maximum(numpy.maximum.reduceat(found[:, self._flat], self._starts, axis=1), 0)
        weights = numpy.sqrt((vectors * vectors).sum(axis=1))
        by_word = weights @ nearest / (weights.sum() or 1.0)
        return tuple(
            Nearness(round(max(0.0, one), 3), round((max(0.0, one) + other) / 2, 3))
            for one, other in zip(whole.tolist(), by_word.tolist(), strict=True)
        )

    def nearest(self, phrase: str, position: int) -> tuple[str, str]:
        """The word of a text that is nearest to a word of the phrase, and that word."""
        asked = _asked_units(split_words(phrase))
        said = self._texts[position]
        if not asked or not said:
            return "", ""
        vectors = self._sums(asked)
        found = directions(vectors) @ directions(self._sums(said)).T / SCALE**2
        weights = (vectors * vectors).sum(axis=1) ** 0.5
        found *= weights[:, None]
        one, other = divmod(int(found.argmax()), len(said))
        return " ".join(said[other].spelled), " ".join(asked[one].spelled)

    def specificity(self, phrase: str) -> float:
        """How much the words of a phrase say, from 0 ("up") to 1 ("leadership")."""
        units = _asked_units(split_words(phrase))
        vectors = self._sums(units)
        length = float(((vectors * vectors).sum(axis=1) ** 0.5).sum()) if units else 0.0
        share = (length - _LEAST_LENGTH) / (_FULL_LENGTH - _LEAST_LENGTH)
        return round(min(1.0, max(0.0, share)), 3)

    @cached_property
    def _numbers(self) -> Mapping[Unit, int]:
        """The different units of all texts, numbered."""
        numbers: dict[Unit, int] = {Unit((), frozenset()): 0}
        for units in self._texts:
            for unit in units:
                numbers.setdefault(unit, len(numbers))
        return numbers

    @cached_property
    def _flat(self) -> list[int]:
        """The numbers of each text's units, text after text; an empty text has number 0."""
        return [
            number for units in self._texts for number in ([self._numbers[u] for u in units] or [0])
        ]

    @cached_property
    def _starts(self) -> list[int]:
        starts, start = [], 0
        for units in self._texts:
            starts.append(start)
            start += max(1, len(units))
        return starts

    @cached_property
    def _vectors_of_units(self) -> "Vectors":
        return self._sums(tuple(self._numbers))

    @cached_property
    def _directions(self) -> "Directions":
        return directions(self._vectors_of_units)

    @cached_property
    def _wholes_of_texts(self) -> "Directions":
        import numpy  # noqa: PLC0415 - loaded where vectors are used

        own = self._vectors_of_units[self._flat]
        own[[len(self._numbers_at(n).spelled) > 1 for n in self._flat]] = 0
        return directions(numpy.add.reduceat(own, self._starts, axis=0))

    def _numbers_at(self, number: int) -> Unit:
        return self._units_in_order[number]

    @cached_property
    def _units_in_order(self) -> tuple[Unit, ...]:
        return tuple(self._numbers)

    def _sums(self, units: Sequence[Unit]) -> "Vectors":
        import numpy  # noqa: PLC0415 - loaded where vectors are used

        if not units:
            return self._vectors.of_words(())
        rows = [self._vectors.of_words(unit.spelled).sum(axis=0) for unit in units]
        return numpy.stack(rows)

    def _wholes(self, words: tuple[Word, ...], vectors: "Vectors") -> "Vectors":
        """How near each text is as a whole to the phrase, by its own or another name."""
        import numpy  # noqa: PLC0415 - loaded where vectors are used

        own = directions(vectors.sum(axis=0, keepdims=True))
        best = (own @ self._wholes_of_texts.T / SCALE**2)[0].astype("float64")
        for naming in find_namings(words, self._lexicon):
            names, strengths = self._others_of(naming.concept)
            if len(strengths):
                found = names @ self._wholes_of_texts.T / SCALE**2
                found = found * numpy.asarray(strengths)[:, None]
                best = numpy.maximum(best, found.max(axis=0))
        return best

    def _others_of(self, concept: int) -> "tuple[Directions, tuple[float, ...]]":
        """The other names of a concept as wholes, and how much each counts."""
        if concept not in self._others:
            same = dict.fromkeys(self._lexicon.same.get(concept, ()), 1.0)
            shown = dict.fromkeys(self._lexicon.shown_by.get(concept, ()), _IMPLYING)
            told = dict.fromkeys(self._lexicon.told.get(concept, ()), _TOLD)
            names = {**told, **shown, **same}
            import numpy  # noqa: PLC0415 - loaded where vectors are used

            sums = [self._sums(_asked_units(split_words(name))).sum(axis=0) for name in names]
            rows = directions(numpy.stack(sums)) if sums else directions(self._sums(()))
            self._others[concept] = (rows, tuple(names.values()))
        return self._others[concept]

    def _silence(self, asked: Sequence[Unit], found: "Directions") -> None:
        """A compound never answers for one of its words."""
        for number, unit in enumerate(self._units_in_order):
            if len(unit.spelled) > 1:
                for row, one in enumerate(asked):
                    if one.stems & unit.stems:
                        found[row, number] = 0


def _units(reading: Reading) -> tuple[Unit, ...]:
    """The words of a text that say something, and its compounds."""
    heard = {place for places in reading.positions.values() for place in places}
    units = [
        _unit((word,))
        for index, word in enumerate(reading.words)
        if index in heard and _says(word)
    ]
    units += [
        _unit(reading.words[naming.first : naming.last])
        for naming in reading.namings
        if naming.compound
    ]
    return tuple(units)


def _asked_units(words: tuple[Word, ...]) -> tuple[Unit, ...]:
    return tuple(_unit((word,)) for word in words if _says(word))


def _unit(words: Sequence[Word]) -> Unit:
    return Unit(tuple(map(_spell, words)), frozenset(word.stem for word in words))


def _spell(word: Word) -> str:
    return word.written.replace("’", "'").removesuffix("'s").casefold()


def _says(word: Word) -> bool:
    spelled = word.written.casefold()
    breaks = phrase_words().breaks
    return not (spelled in breaks or spelled in PASSED_OVER or spelled == "of" or is_number(word))
