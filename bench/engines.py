"""The engines ``bench/matching.py`` compares, the simple ones written out here."""

import math
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from tempfile import gettempdir

from msgspec import Struct

from lapel.matching.answers.lexical import Answer, index_candidates
from lapel.matching.blending import BlendedIndex, add_meaning
from lapel.matching.engine import Engine
from lapel.matching.lexicon import Lexicon
from lapel.matching.meaning.concepts import says
from lapel.matching.meaning.kept import NearnessMemory
from lapel.matching.meaning.vectors import cosines, directions, load_vectors
from lapel.matching.model import Candidate, Reason, ReasonKind
from lapel.text.words import split_words

Build = Callable[[Sequence[Candidate], Mapping[str, str], Lexicon], Engine]

_SATURATION, _LENGTH = 1.2, 0.75
_HALF = 5.0
CACHE = Path(gettempdir()) / "lapel-bench"


class Bm25(Struct, frozen=True):
    """BM25 over the stems of text and tags (Robertson and Zaragoza 2009), as a share of one."""

    texts: tuple[tuple[str, ...], ...]
    rarity: Mapping[str, float]
    usual: float

    def answer(self, phrase: str) -> Mapping[int, Answer]:
        """Return the candidates that share a stem with the phrase, by position, with scores."""
        stems = dict.fromkeys(word.stem for word in split_words(phrase))
        found = {}
        for position, text in enumerate(self.texts):
            score = 0.0
            for stem in stems:
                count = text.count(stem)
                share = 1 - _LENGTH + _LENGTH * len(text) / self.usual
                weight = self.rarity.get(stem, 0.0)
                score += weight * count * (_SATURATION + 1) / (count + _SATURATION * share)
            if score > 0:
                value = round(score / (score + _HALF), 3)
                found[position] = Answer(value, (Reason(ReasonKind.WORDS, phrase),))
        return found


def build_bm25(
    candidates: Sequence[Candidate], titles: Mapping[str, str], lexicon: Lexicon
) -> Bm25:
    """BM25 over the candidates; titles and lexicon are of no use to it."""
    del titles, lexicon
    texts = tuple(
        tuple(word.stem for part in (c.text, *c.tags) for word in split_words(part))
        for c in candidates
    )
    counts: dict[str, int] = {}
    for text in texts:
        for stem in set(text):
            counts[stem] = counts.get(stem, 0) + 1
    rarity = {s: math.log(1 + (len(texts) - n + 0.5) / (n + 0.5)) for s, n in counts.items()}
    return Bm25(texts, rarity, sum(map(len, texts)) / len(texts))


class Vectors(Struct, frozen=True):
    """Static vectors alone: wholes against wholes, or each word with the text's nearest."""

    texts: tuple[tuple[str, ...], ...]
    by_word: bool

    def answer(self, phrase: str) -> Mapping[int, Answer]:
        """Every candidate with what it reaches above nothing."""
        vectors = load_vectors()
        asked = tuple(says(phrase))
        if not asked:
            return {}
        own = vectors.of_texts([(word,) for word in asked])
        weights = (own * own).sum(axis=1) ** 0.5
        found = {}
        for position, text in enumerate(self.texts):
            if self.by_word:
                words = vectors.of_texts([(word,) for word in text])
                near = cosines(directions(own), directions(words)).max(axis=1).clip(0)
                value = float(weights @ near / weights.sum())
            else:
                both = directions(vectors.of_texts([asked, text]))
                value = float(cosines(both[:1], both[1:])[0, 0])
            if value > 0:
                found[position] = Answer(
                    min(1.0, round(value, 3)), (Reason(ReasonKind.MEANING, phrase),)
                )
        return found


def build_whole(
    candidates: Sequence[Candidate], titles: Mapping[str, str], lexicon: Lexicon
) -> Vectors:
    """Wholes against wholes."""
    del titles, lexicon
    return Vectors(tuple(_words(c) for c in candidates), by_word=False)


def build_by_word(
    candidates: Sequence[Candidate], titles: Mapping[str, str], lexicon: Lexicon
) -> Vectors:
    """Word by word."""
    del titles, lexicon
    return Vectors(tuple(_words(c) for c in candidates), by_word=True)


def _words(candidate: Candidate) -> tuple[str, ...]:
    return tuple(says(" ".join((candidate.text, *candidate.tags)))) or ("of",)


def build_blend(
    candidates: Sequence[Candidate], titles: Mapping[str, str], lexicon: Lexicon
) -> BlendedIndex:
    """Words and names first, meaning beside them: what lapel uses."""
    blend = add_meaning(index_candidates(candidates, titles, lexicon), NearnessMemory(CACHE))
    assert blend is not None, "wordllama is not installed"
    return blend


ENGINES: Mapping[str, Build] = {
    "BM25": build_bm25,
    "vectors, whole": build_whole,
    "vectors, word by word": build_by_word,
    "lexical": index_candidates,
    "blend": build_blend,
}
