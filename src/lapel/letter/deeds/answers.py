"""Which highlights answer a phrase, and how well.

They do so by their words and meaning; else by what they change, count or are called; else because
they come nearest by far.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, cached_property

from msgspec import Struct

from lapel.letter.deeds.bullets import Bullets, singular
from lapel.letter.deeds.changes import find_bringing, find_changing
from lapel.letter.deeds.counting import figures_in
from lapel.letter.deeds.entry_names import EntryNames
from lapel.letter.deeds.scores import (
    BY_FIGURE,
    CLEAR,
    HALF,
    LEAD,
    LEADING,
    LEADING_BY_MEANING,
    LEADING_TWICE,
    NAME_WORDS,
    NAMED_SUPPORT,
    NEARLY,
    SMALL,
    TWICE,
    WHOLE,
)
from lapel.letter.english.forms import is_gerund, is_past
from lapel.letter.english.vocabulary import word_list
from lapel.matching.acronyms import is_acronym
from lapel.matching.answers.lexical import SUPPORT
from lapel.matching.asked.in_full import Dictionary, write_out
from lapel.matching.engine import Engine
from lapel.matching.lexicon import Lexicon
from lapel.matching.model import DEEDS, Candidate
from lapel.profile.ids import highlight_of
from lapel.text.common import is_small
from lapel.text.content import content_stems
from lapel.text.phrases import phrase_words
from lapel.text.words import split_words, stems_of


class Answers(Struct, frozen=True, dict=True):
    """Finds which of the highlights answer a phrase; scores are in (0, 1]."""

    bullets: Bullets
    candidates: Sequence[Candidate]
    engine: Engine
    lexicon: Lexicon
    names: EntryNames

    def found_or_by_kind(self, phrase: str, entries: frozenset[str]) -> dict[str, float]:
        """Return the highlights that answer a phrase, with scores.

        If none does plainly, the first word may mean an employer by its kind: "library makerspace"
        one of Lund Public Library.
        """
        found = self._add_of_object(phrase, entries, self.found(phrase, entries))
        kind, _, more = phrase.partition(" ")
        if entries or not more or any(score >= SUPPORT for score in found.values()):
            return found
        there = self.names.of_kind(kind)
        shorter = self.found(more, there) if there else {}
        return {id: score for id, score in shorter.items() if score >= SUPPORT} or found

    def found(self, phrase: str, entries: frozenset[str]) -> dict[str, float]:
        """Return highlights that answer a phrase, with scores; of ``entries`` only, if any."""
        forms = (phrase, *self._write_in_full(phrase)) if phrase else ()
        least = NAMED_SUPPORT if entries else SUPPORT
        scored = [(said, self._scores_within(said, entries)) for said in forms]
        for _, scores in scored:
            if supporting := {id: score for id, score in scores.items() if score >= least}:
                return supporting
        for said, scores in scored:
            near = self._find_near(said)
            nearest = {id: score for id, score in scores.items() if id in near}
            if found := nearest or self._find_leading(said, scores):
                return found
        return self._find_alone_saying(phrase, entries)

    def _scores_within(self, phrase: str, entries: frozenset[str]) -> dict[str, float]:
        """Return how well the highlights of ``entries``, or all, answer or are called a phrase."""
        scores = self.scores(phrase)
        if entries:
            scores = {id: s for id, s in scores.items() if self.bullets.entry_of(id).id in entries}
        called = self._find_called(phrase, entries)
        return scores | {id: max(scores.get(id, 0.0), BY_FIGURE) for id in called}

    def scores(self, phrase: str) -> dict[str, float]:
        """Return how well each highlight answers a phrase, of those that do at all."""
        found: dict[str, float] = {}
        for position, answer in self.engine.answer(phrase).items():
            if (id := self._telling.get(position)) is not None:
                found[id] = max(found.get(id, 0.0), answer.score)
        if figures := figures_in(phrase):
            same = [id for id, told in self.bullets.counted.items() if figures <= told.figures]
            found = {id: max(found.get(id, 0.0), BY_FIGURE) for id in same} or found
        for id in find_changing(phrase, self.bullets.texts):
            found[id] = max(found.get(id, 0.0), BY_FIGURE)
        found |= dict.fromkeys(find_bringing(phrase, self.bullets.texts), WHOLE)
        return found

    def _add_of_object(
        self, phrase: str, entries: frozenset[str], found: dict[str, float]
    ) -> dict[str, float]:
        """Add what answers a deed's object and names it, if the best only shares the deed's verb.

        For "growing individual giving", "Grew the Friends scheme" only shares the verb.
        """
        verb, _, object = phrase.partition(" ")
        asked = content_stems(object)
        best = max(found, key=lambda id: found[id], default="")
        if not best or not asked or not (is_gerund(verb) or is_past(verb)):
            return found
        if asked & self.bullets.stems[best] or not stems_of(verb) & self.bullets.stems[best]:
            return found
        clear = found[best] >= CLEAR
        fewest = max(len(asked), NAME_WORDS) if clear else 1
        least = CLEAR if clear else NEARLY * found[best]
        named = {
            id: found[best] + SMALL
            for id, score in self.found(object, entries).items()
            if score >= least and len(asked & self.bullets.stems[id]) >= fewest
        }
        return found | named

    def _find_called(self, phrase: str, entries: Collection[str]) -> Iterator[str]:
        """Yield the highlights that a phrase calls by their id or by a name in their text.

        The id is the person's own name for one: "the refill one"; "Spoke" is a name in the text.
        """
        named = (
            re.compile(rf"(?<=[a-z] ){phrase}\b") if phrase.isalpha() and phrase.istitle() else None
        )
        asked = {singular(word) for word in phrase.casefold().split() if not is_small(word)}
        for id, called in self.bullets.calls.items():
            short = len(called) <= NAME_WORDS and bool(asked) and asked <= called
            if entries and self.bullets.entry_of(id).id not in entries:
                continue
            if called <= asked or short or (named and named.search(self.bullets.texts[id])):
                yield id

    def _find_leading(self, phrase: str, scores: Mapping[str, float]) -> dict[str, float]:
        """Return the highlight whose score is well above all others, if there is one."""
        best, second, *_ = [*sorted(scores.values(), reverse=True), 0.0, 0.0]
        stems = stems_of(phrase)
        return {
            id: score
            for id, score in scores.items()
            if score == best >= LEAD * second
            if score >= (LEADING if stems & self.bullets.stems[id] else LEADING_BY_MEANING)
            or score >= max(LEADING_TWICE, TWICE * second)
        }

    def saying(self, phrase: str, entries: Collection[str]) -> dict[str, float]:
        """Return the highlights that have all telling words of a phrase, of ``entries``, if any."""
        asked = content_stems(phrase)
        return {
            id: BY_FIGURE
            for id, told in self.bullets.stems.items()
            if asked <= told and (not entries or self.bullets.entry_of(id).id in entries)
        }

    def _find_alone_saying(self, phrase: str, entries: Collection[str]) -> dict[str, float]:
        """Return the only highlight with some words of a phrase, if it has half of all."""
        common = phrase_words().generic | phrase_words().breaks | _stems_of_any_employer()
        asked = {stem for stem in stems_of(phrase) - common if not is_small(stem)}
        if any(map(str.isdigit, phrase)):
            return {}
        holders = {
            stem: [id for id, told in self.bullets.stems.items() if stem in told] for stem in asked
        }
        named = {ids[0] for ids in holders.values() if len(ids) == 1}
        shared = {stem for stem, ids in holders.items() if named & {*ids}}
        here = not entries or all(self.bullets.entry_of(id).id in entries for id in named)
        if len(named) != 1 or not here or len(shared) < HALF * len(asked):
            return {}
        return dict.fromkeys(named, LEADING)

    def _find_near(self, phrase: str) -> set[str]:
        """Return the ids of the highlights that are near a phrase in meaning."""
        answers = self.engine.answer(phrase).items() if phrase else ()
        return {highlight_of(self.candidates[n].id) for n, answer in answers if answer.near}

    def _write_in_full(self, phrase: str) -> Iterator[str]:
        """Yield a phrase with its shorthand written out, if it has any.

        An acronym is also tried without its first word.
        """
        full = write_out(phrase, self._dictionary, self.lexicon)
        if full != phrase:
            yield full
            if is_acronym(phrase):
                yield full.partition(" ")[2]

    @cached_property
    def _dictionary(self) -> Dictionary:
        """The words that the profile writes in full."""
        return Dictionary.of((), [split_words(candidate.text) for candidate in self.candidates])

    @cached_property
    def _telling(self) -> Mapping[int, str]:
        """The highlights that may be told, by the positions of their texts and wordings."""
        ids = ((n, highlight_of(c.id)) for n, c in enumerate(self.candidates) if c.kind in DEEDS)
        return {position: id for position, id in ids if id in self.bullets}


@cache
def _stems_of_any_employer() -> frozenset[str]:
    """Return the stems of nouns that fit every employer and so identify no deed: "the program"."""
    return stems_of(" ".join(word_list("company_nouns")))
