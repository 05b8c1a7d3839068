"""The engine lapel uses: words and names first, meaning beside them.

What the lexical engine finds is trusted as far as the text is near to the phrase in meaning: at 0.6
of its score where it is not near at all, wholly from a nearness of 0.4. A phrase whose words say
little ("people") is answered little by its words. Nearness in meaning is a sign of its own, 1.8
times its square: near 0.2 one text in ten is right, near 0.5 every second, and there it supports.
Two signs add up as chances do: 1 - (1 - a)(1 - b).

If the text holds a word of the phrase, the lexical engine has judged it by compounds, order and
clause. If that was no support, nearness does not overrule it, and if the text holds all words of
the phrase the score is halved. Only a text that holds a good part of the phrase (0.3), but not all
of it, and is nearer than 0.55, may support after all: people then say nearly the same in other
words. By meaning alone nothing is more than weak evidence.

Below support a text is still *near* from 0.25 on, if it holds none of the phrase's words, is near
to those that it does not hold, or holds a good part of them. What a score is worth among the others
is told by ``standing``.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from msgspec import Struct, field

from lapel.matching.acronyms import is_acronym
from lapel.matching.answers.lexical import SUPPORT, Answer, LexicalIndex
from lapel.matching.lexicon import Lexicon
from lapel.matching.lexicon_files import load_lexicon
from lapel.matching.meaning.concepts import ConceptNames
from lapel.matching.meaning.kept import KeptNearness, NearnessMemory, keep_nearness
from lapel.matching.meaning.nearness import MeaningIndex
from lapel.matching.meaning.vectors import load_vectors, vectors_identity
from lapel.matching.model import Reason, ReasonKind

_STRANGE = 0.6
"""The share at which words count in a text that is not near to the phrase in meaning."""
_MEANING = 1.8
"""The factor from the square of a nearness to a sign."""
_MOST_ALONE = 0.59
"""The most that meaning alone is worth: weak evidence."""
_BELOW = 0.35
"""The score from which words and meaning together grow more slowly, if neither supports."""
_MUCH_SAID, _PLAINLY_NEAR = 0.3, 0.55
"""The share of a phrase, and the nearness, with which a text may support after all."""
_LEAST_SCORE = 0.005
_NEAR = 0.25
"""The score from which a text is near, if one of the two below witnesses it."""
_WITNESS, _SOME_WORDS = 0.2, 0.25
"""The nearness to the words that a text does not hold, or the share of the phrase it holds."""
_TO_THE_POINT = 0.35
"""The nearness from which a vague word is not vague in a text."""


class BlendedIndex(Struct, frozen=True):
    """The lexical index and, beside it, nearness in meaning."""

    lexical: LexicalIndex
    meaning: KeptNearness
    _answers: dict[str, Mapping[int, Answer]] = field(default_factory=dict)

    def answer(self, phrase: str) -> Mapping[int, Answer]:
        """Return the candidates that answer ``phrase`` at all, by their position, in order."""
        if phrase not in self._answers:
            everywhere = range(len(self.lexical.readings))
            self._answers[phrase] = self.answer_of(phrase, everywhere)
        return self._answers[phrase]

    def answer_of(self, phrase: str, positions: Sequence[int]) -> Mapping[int, Answer]:
        """Answer as ``answer`` does, for the candidates at these positions only."""
        if not positions:
            return {}
        said = self.lexical.answer_of(phrase, positions)
        near = self.meaning.near(phrase)
        ask = self.lexical.ask(phrase)
        held, alone = ask.held, len(ask.stems) == 1
        # Word vectors know nothing of letters that no dictionary has.
        unknown = is_acronym(phrase) and not ask.namings
        # A text that has a compound's word apart is near by that word: "lead eleven cooks".
        apart = {*ask.stems} if len(ask.bound) == len(ask.stems) else set()
        answers = {}
        for position in positions:
            nearness, rest = near.scores[position], near.rests[position]
            found = said.get(position)
            if found is None and (unknown or (held and position not in self.lexical.entries)):
                continue
            if found is None and apart & self.lexical.readings[position].positions.keys():
                continue
            if found is not None and found.reasons[0].kind is ReasonKind.HELD:
                answers[position] = found
                continue
            if found is None:
                answer = _blend_to_answer(0.0, nearness, rest)
            else:
                spelled_out = found.reasons[0].kind is ReasonKind.ACRONYM
                own = near.specificity * found.score
                answer = _blend_to_answer(own, nearness, rest, spelled_out=spelled_out)
            if answer is None:
                continue
            reasons = found.reasons if found else ()
            if (why := near.why.get(position)) is not None:
                amount = f"{nearness:.2f} {why}".rstrip()
                reasons = (*reasons, Reason(ReasonKind.MEANING, amount))
            if reasons:
                vague, tried = (found.vague, found.tried) if found else (False, bool(ask.named))
                vague = vague and (held or alone or ask.title or nearness < _TO_THE_POINT)
                answer = Answer(answer.score, reasons, answer.near, vague, tried, nearness)
            answers[position] = answer
        return answers


@lru_cache(maxsize=5000)  # nearness has three decimals, and most texts say no word of a phrase
def _blend_to_answer(
    said: float, nearness: float, rest: float | None, *, spelled_out: bool = False
) -> Answer | None:
    """Return a text's answer without reasons, None where it scores next to nothing."""
    score = blend(said, nearness, rest=rest, spelled_out=spelled_out)
    if score < _LEAST_SCORE:
        return None
    return Answer(score, (), is_near(score, said, rest), nearness=nearness)


def blend(said: float, nearness: float, *, rest: float | None, spelled_out: bool = False) -> float:
    """Score a text from what its words say and how near it is in meaning, each 0–1.

    ``rest`` is how near the words are that it does not hold, None where it holds none of the
    phrase; ``spelled_out`` says that the words are the phrase's long form or acronym.
    """
    sign = min(_MOST_ALONE, _MEANING * nearness**2)
    said *= 1.0 if spelled_out else min(1.0, _STRANGE + nearness)
    score = 1 - (1 - said) * (1 - sign)
    if said < SUPPORT and not (rest and said >= _MUCH_SAID and nearness >= _PLAINLY_NEAR):
        below = min(score, _BELOW + (SUPPORT - 0.01 - _BELOW) * score)
        score = max(below, sign) if rest is None else below if rest else below / 2
    return round(score, 3)


def is_near(score: float, said: float, rest: float | None) -> bool:
    """Tell whether a text comes near without support; arguments as in ``blend``."""
    witness = rest is None or rest >= _WITNESS or (rest > 0 and said >= _SOME_WORDS)
    return _NEAR <= score < SUPPORT and witness


@lru_cache(maxsize=1)
def concept_names(lexicon: Lexicon) -> ConceptNames:
    """Return the lexicon's names as vectors, made once in a process."""
    return ConceptNames(lexicon, load_vectors())


def prepare_lexicon() -> None:
    """Load what is kept of lapel's own lexicon before the first run."""
    lexicon = load_lexicon().value
    if lexicon is not None and vectors_identity() is not None:
        concept_names(lexicon)


def add_meaning(lexical: LexicalIndex, memory: NearnessMemory) -> BlendedIndex | None:
    """Put nearness in meaning beside a lexical index; None where the vectors are not installed."""
    identity = vectors_identity()
    if identity is None:
        return None
    readings, tags, lexicon = lexical.readings, lexical.tags, lexical.lexicon

    def build(positions: Sequence[int]) -> MeaningIndex:
        vectors = load_vectors()
        names = concept_names(lexicon)
        own, own_tags = [readings[n] for n in positions], [tags[n] for n in positions]
        return MeaningIndex(own, own_tags, names, vectors)

    meaning = keep_nearness(memory, readings, tags, lexicon, identity, build)
    return BlendedIndex(lexical, meaning)
