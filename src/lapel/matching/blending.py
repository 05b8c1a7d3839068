"""The engine lapel uses: words and names first, meaning beside them.

What the lexical engine finds is trusted as far as the text as a whole has to do with the phrase:
below 0.2 of likeness it loses up to 40 %, and a single word that says little ("people") answers
little. Nearness in meaning then adds as an independent sign, 1 - (1 - a)(1 - b), counted 0.8.
Alone it seldom reaches what supports, and never more than WEAK.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from lapel.matching.lexical import Answer, LexicalIndex, index_candidates
from lapel.matching.lexicon import Lexicon
from lapel.matching.meaning import MeaningIndex, Nearness
from lapel.matching.model import Candidate, Reason, ReasonKind
from lapel.matching.vectors import load_vectors

_KIN = 0.2
_STRANGE = 0.6
_MEANING = 0.8
_MOST_ALONE = 0.59
_TELLING = 0.25
_LEAST_SCORE = 0.02


@dataclass(frozen=True)
class BlendedIndex:
    """The lexical index and, beside it, nearness in meaning."""

    lexical: LexicalIndex
    meaning: MeaningIndex
    _answers: dict[str, Mapping[int, Answer]] = field(default_factory=dict)

    def answer(self, phrase: str) -> Mapping[int, Answer]:
        """The candidates that answer ``phrase`` at all, by their position, in order."""
        if phrase not in self._answers:
            said = self.lexical.answer(phrase)
            specificity = self.meaning.specificity(phrase)
            answers = {}
            for position, near in enumerate(self.meaning.near(phrase)):
                answer = self._blend(phrase, position, said.get(position), near, specificity)
                if answer.score >= _LEAST_SCORE:
                    answers[position] = answer
            self._answers[phrase] = answers
        return self._answers[phrase]

    def _blend(
        self, phrase: str, position: int, said: Answer | None, near: Nearness, specificity: float
    ) -> Answer:
        sign = _MEANING * near.score
        reasons = said.reasons if said is not None else ()
        if near.score >= _TELLING:
            word, asked = self.meaning.nearest(phrase, position)
            text = f"{word} ~ {asked}, {near.score:.2f}"
            reasons = (*reasons, Reason(ReasonKind.MEANING, text))
        if said is None:
            return Answer(round(min(_MOST_ALONE, sign), 3), reasons)
        trust = min(1.0, _STRANGE + (1 - _STRANGE) * near.whole / _KIN) * specificity
        return Answer(round(1 - (1 - trust * said.score) * (1 - sign), 3), reasons)


def index_blended(
    candidates: Sequence[Candidate], titles: Mapping[str, str], lexicon: Lexicon
) -> BlendedIndex:
    """The blended index of these candidates; ``titles`` gives an entry's title by its id."""
    lexical = index_candidates(candidates, titles, lexicon)
    meaning = MeaningIndex(lexical.readings, lexical.tags, lexicon, load_vectors())
    return BlendedIndex(lexical, meaning)
