"""The lexical engine: how well a text of the profile answers one phrase, by words and names.

Each word of the phrase is covered (1) when the text holds its stem, or in part when the text
holds another name for it (0.95) or something that implies it (0.78, less with each step). Words
weigh by how rare they are in this profile; generic words ("team", "systems") weigh little beside
others. The covered share of the phrase's weight, to the power of 1.25 (half a phrase is no
support), lessened when its words stand far apart, only tell more of another thing, or lack the one
it turns on, times a ceiling, is what the text says: 0.9 for a whole phrase, 0.8 for one word, 0.5
or less for one common word. A phrase of common words only ("team building") counts when they stand
together or as deed and object in one clause ("built and led a team"), else not at all; so does,
lessened, a name of the lexicon.

Where a text holds the word a phrase turns on (or 40 % of its weight), the rest may come from the
author's tags (0.9) or the role's title (0.7): "Lead nine engineers" under "Manager, Machine
Learning" answers "ML team leadership". Tags answer like texts, up to 0.85; the role's title adds
up to 0.2. Independent signs add up as chances do: 1 - (1 - a)(1 - b).

A score does not depend on what else was asked, so 0.45 means the same everywhere: it supports.
Only texts that share a stem or a name with the phrase are looked at (an index from stems and
concepts to candidates), so cost grows with what is shared, not with all pairs.
"""

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from msgspec import Struct, field

from lapel.matching.acronyms import (
    acronym_of,
    find_words_of_acronym,
    is_acronym,
    is_acronym_in_small,
    is_numeronym,
    numeronym_of,
)
from lapel.matching.answers.asking import Ask, rarity_of_stems, read_ask
from lapel.matching.answers.covering import (
    CLOSE_WORDS,
    STEPS,
    Cover,
    best_covers,
    cover_nothing,
    cover_phrase,
    measure_head_use,
    measure_nearness,
    measure_order,
    measure_share,
)
from lapel.matching.answers.facts import Held, find_stated, list_held
from lapel.matching.answers.reading import Reading, read_text
from lapel.matching.answers.trials import asks_for_use, is_given_up
from lapel.matching.lexicon import Lexicon
from lapel.matching.model import Candidate, CandidateKind, Reason, ReasonKind
from lapel.text.phrases import phrase_words
from lapel.text.words import split_words

SUPPORT = 0.45
_PHRASE_CEILING = 0.9
_WORD_CEILING = 0.8
_MILD_CEILING = 0.5
_GENERIC_CEILING = 0.4
_TAG_CEILING = 0.85
_TITLE_CEILING = 0.2
_LEAST_TAG_SHARE = 0.6
_LEAST_TITLE_SHARE = 0.5
_BY_TAG = 0.9
_BY_TITLE = 0.7
_LEAST_SCORE = 0.1
_SPELLED_OUT = 0.8
_HELD, _HELD_IN_PART = 0.99, 0.6


class Answer(Struct, frozen=True):
    """How well a candidate answers a phrase: ``score`` in (0, 1] and what makes it.

    ``near`` says that the text does not support the phrase, yet comes near enough to be looked at;
    ``vague`` that it holds only one common word of the phrase ("managed" for management), as many
    texts do, or one of the several that are the name of one thing. ``tried`` says that it is weak
    evidence at best: it tells of a trial that was given up where something brought into use is
    asked for, or it holds only common words and not the name beside them. ``nearness`` is how near
    in meaning it is, None where that is not measured.
    """

    score: float
    reasons: tuple[Reason, ...]
    near: bool = False
    vague: bool = False
    tried: bool = False
    nearness: float | None = None


class LexicalIndex(Struct, frozen=True):
    """The candidates of a profile, read once; ``answer`` tells which answer a phrase."""

    lexicon: Lexicon
    english: bool
    readings: tuple[Reading, ...]
    tags: tuple[tuple[Reading, ...], ...]
    called: tuple[bool, ...]
    titles: tuple[Reading | None, ...]
    by_stem: Mapping[str, tuple[int, ...]]
    by_concept: Mapping[int, tuple[int, ...]]
    rarity: Mapping[str, float]
    roles: frozenset[int] = frozenset()
    entries: frozenset[int] = frozenset()
    holders: Mapping[int, str] = field(default_factory=dict)
    held: tuple[Held, ...] = ()
    _answers: dict[str, Mapping[int, Answer]] = field(default_factory=dict)
    _asks: dict[str, Ask] = field(default_factory=dict)

    def answer(self, phrase: str) -> Mapping[int, Answer]:
        """Return the candidates that answer ``phrase`` at all, by their position, in order."""
        if phrase not in self._answers:
            self._answers[phrase] = self.answer_of(phrase, range(len(self.readings)))
        return self._answers[phrase]

    def answer_of(self, phrase: str, positions: Sequence[int]) -> Mapping[int, Answer]:
        """Answer as ``answer`` does, for the candidates at these positions only."""
        ask = self.ask(phrase)
        answers = {}
        shared: dict[int, Cover] = {}
        for position in self._shortlist(ask).intersection(positions):
            answer = self._score_candidate(ask, position, shared)
            if answer is not None:
                answers[position] = answer
        for position, words in self._find_other_spellings(phrase, positions):
            if position not in answers or answers[position].score < _SPELLED_OUT:
                reason = Reason(ReasonKind.ACRONYM, words)
                answers[position] = Answer(_SPELLED_OUT, (reason,))
        for one in self.held:
            if one.little and one.position in answers:  # it says so, and is not held in full
                score = min(answers[one.position].score, _HELD_IN_PART)
                answers[one.position] = Answer(score, (Reason(ReasonKind.HELD, one.title),))
        for stated in find_stated(phrase, self.held, self.lexicon, english=self.english):
            if stated.position in positions:
                score = _HELD if stated.full else _HELD_IN_PART
                reason = Reason(ReasonKind.HELD, stated.title)
                answers[stated.position] = Answer(score, (reason,))
        return dict(sorted(answers.items()))

    def _find_other_spellings(
        self, phrase: str, positions: Sequence[int]
    ) -> Iterator[tuple[int, str]]:
        """Yield texts with the phrase's long form, acronym or numeronym, and these words."""
        if not self.english:
            return
        written = _make_spelling_finder(phrase)
        if written is None:
            return
        for position in positions:
            if found := written(self.readings[position]):
                yield position, found

    def ask(self, phrase: str) -> Ask:
        """Read the phrase once, with the rarities of this index."""
        if phrase not in self._asks:
            asked = read_ask(
                phrase, self.lexicon, self.rarity, english=self.english, known=self.by_stem
            )
            self._asks[phrase] = asked
        return self._asks[phrase]

    def _shortlist(self, ask: Ask) -> set[int]:
        found: set[int] = set()
        alone = all(ask.generic)
        for stem, generic in zip(ask.stems, ask.generic, strict=True):
            if alone or not generic:
                found.update(self.by_stem.get(stem, ()))
        for naming in ask.namings:
            found.update(self.by_concept.get(naming.concept, ()))
        return found

    def _score_candidate(self, ask: Ask, position: int, shared: dict[int, Cover]) -> Answer | None:
        """Answer for one candidate; ``shared`` keeps the covers of titles and tags."""
        if ask.people and position in self.roles:
            return None
        if ask.several and self._is_one_of(ask.several, position):
            return None  # who was an engineer has led none
        reading, title = self.readings[position], self.titles[position]
        text = cover_phrase(ask, reading)
        if ask.held and title is not None and (text.aliased or 0 in text.covers):
            return None  # a deed that only has to do with a licence or a degree holds none
        tags = tuple(_cover_once(ask, tag, shared) for tag in self.tags[position])
        titled = _cover_once(ask, title, shared) if title is not None else cover_nothing(ask)
        tagged = best_covers([tag.covers for tag in tags], ask)
        signs, reasons = [], []
        share = measure_share(ask, text.covers, (tagged, _BY_TAG), (titled.covers, _BY_TITLE))
        if text.spots and share > 0:
            share *= (
                measure_nearness(text)
                * measure_order(text, reading)
                * measure_head_use(ask, text, reading)
            )
            signs.append(_ceiling(ask, text) * share)
            reasons.append(_build_reason(ask, text, reading))
        share = measure_share(ask, tagged, (text.covers, _BY_TAG), (titled.covers, _BY_TITLE))
        if share >= _LEAST_TAG_SHARE:
            best = max(
                range(len(tags)),
                key=lambda number: (measure_share(ask, tags[number].covers), -number),
            )
            signs.append(_TAG_CEILING * share)
            if max(*text.covers, *tags[best].covers) < STEPS[1]:
                signs = [max(signs)]  # what both imply from afar they say once
            by_id = self.called[position] and best == len(tags) - 1
            kind = ReasonKind.ID if by_id else ReasonKind.TAG
            reasons.append(Reason(kind, self.tags[position][best].text))
        share = measure_share(ask, titled.covers)
        if title is not None and share >= _LEAST_TITLE_SHARE:
            signs.append(_TITLE_CEILING * share)
            reasons.append(Reason(ReasonKind.TITLE, title.text))
        score = round(1 - math.prod(1 - sign for sign in signs), 3)
        in_part = ask.title and len(text.spots) == 1
        vague = not text.aliased and (in_part or _holds_only_common(ask, text))
        vague = vague and (len(ask.stems) == 1 or not (any(tagged) or any(titled.covers)))
        if score < _LEAST_SCORE:
            return None
        tried = asks_for_use(ask.stems) and is_given_up(reading.text)
        lacks = ask.named and not any(text.covers[n] or tagged[n] for n in ask.named)
        tried = tried or bool(lacks and _holds_only_common(ask, text, most=len(ask.stems)))
        return Answer(score, tuple(reasons), vague=vague, tried=tried)

    def _is_one_of(self, several: frozenset[str], position: int) -> bool:
        """Tell whether a candidate only says that its person is one of the people asked for.

        A title or summary calls its person so, or an entry says that somebody became one ("MS,
        Genetic Counseling" where genetic counselors are asked for); neither says that somebody led
        them.
        """
        if position in self.holders:
            return self.holders[position] in several
        if position not in self.entries:
            return False
        persons = several.intersection(self.holders.values())
        found = [w.written for w in self.readings[position].words if w.stem in persons]
        return bool(found) and not any(word.endswith("s") for word in found)


def index_candidates(
    candidates: Sequence[Candidate],
    titles: Mapping[str, str],
    lexicon: Lexicon,
    *,
    english: bool = True,
) -> LexicalIndex:
    """Index these candidates; ``titles`` gives the title of an entry by its id."""
    readings = tuple(read_text(c.text, lexicon, english=english) for c in candidates)
    read: dict[str, Reading] = {}
    tags = tuple(
        tuple(
            _read_once(tag, read, lexicon, english=english)
            for tag in (*candidate.tags, candidate.called)
            if tag
        )
        for candidate in candidates
    )
    title_readings = tuple(
        _read_once(titles[c.entry], read, lexicon, english=english)
        if c.entry in titles and c.kind not in (CandidateKind.ROLE, CandidateKind.ENTRY)
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
        tuple(bool(candidate.called) for candidate in candidates),
        title_readings,
        {stem: tuple(found) for stem, found in by_stem.items()},
        {concept: tuple(found) for concept, found in by_concept.items()},
        rarity_of_stems(readings),
        frozenset(n for n, c in enumerate(candidates) if c.kind is CandidateKind.ROLE),
        frozenset(n for n, c in enumerate(candidates) if c.kind is CandidateKind.ENTRY),
        {n: holder for n, c in enumerate(candidates) if english and (holder := _find_holder(c))},
        list_held(candidates, titles, lexicon, english=english),
    )


def _find_holder(candidate: Candidate) -> str:
    """Return, as a stem, what a title or summary calls its person, or "".

    It is the last word before what tells more: "Senior Genetic Counselor", "Teacher of Physics".
    """
    if candidate.kind not in (CandidateKind.ROLE, CandidateKind.SUMMARY):
        return ""
    called = split_words(re.split(r"[,;:.(]| of | for ", candidate.text, maxsplit=1)[0])
    return called[-1].stem if called and not called[-1].written.endswith("s") else ""


def _read_once(text: str, read: dict[str, Reading], lexicon: Lexicon, *, english: bool) -> Reading:
    if text not in read:
        read[text] = read_text(text, lexicon, english=english)
    return read[text]


def _cover_once(ask: Ask, reading: Reading, shared: dict[int, Cover]) -> Cover:
    key = id(reading)
    if key not in shared:
        shared[key] = cover_phrase(ask, reading)
    return shared[key]


def _build_reason(ask: Ask, cover: Cover, reading: Reading) -> Reason:
    """Return the words that the text shares, as written; an ellipsis is between distant ones."""
    whole = len(cover.spots) == len(ask.stems) > 1
    kind = ReasonKind.PHRASE if whole else ReasonKind.WORDS
    heaviest = max(cover.spots, key=lambda index: (ask.weights[index], index))
    if heaviest in cover.aliased:
        kind = ReasonKind.ALIAS
    pieces: list[tuple[int, int]] = []
    special = {spot for index, spot in cover.spots.items() if whole or not ask.generic[index]}
    for start, end in sorted(special or set(cover.spots.values())):
        if pieces and start - pieces[-1][1] <= CLOSE_WORDS:
            pieces[-1] = (pieces[-1][0], max(end, pieces[-1][1]))
        else:
            pieces.append((start, end))
    return Reason(kind, " … ".join(reading.written(first, last) for first, last in pieces))


def _holds_only_common(ask: Ask, cover: Cover, most: int = 1) -> bool:
    """Tell whether a text holds only common words of a phrase, at most ``most`` of them.

    Of "ventilator management" that is "management".
    """
    lists = phrase_words()
    spots = [ask.stems[index] for index in cover.spots]
    common = all(stem in lists.generic or stem in lists.mild for stem in spots)
    return common and 0 < len(spots) <= most


def _ceiling(ask: Ask, cover: Cover) -> float:
    if cover.aliased or len(ask.stems) > 1:
        return _PHRASE_CEILING
    if ask.common:
        return _GENERIC_CEILING if all(ask.generic) else _MILD_CEILING
    return _WORD_CEILING


def _make_spelling_finder(phrase: str) -> Callable[[Reading], str] | None:
    """Return a function that finds the phrase's other spelling in a text, None if it has none.

    The other spelling is the words of a short form, or the short form of its words.
    """
    phrase = phrase.strip().rstrip("+")
    if is_acronym(phrase) or is_acronym_in_small(phrase):
        return partial(_find_spelled_out, phrase.upper())
    if is_numeronym(phrase):
        meant = phrase.casefold()
        return partial(_find_word, lambda word: numeronym_of(word.casefold()) == meant)
    if phrase.isalpha() and (numeronym := numeronym_of(phrase)):
        return partial(_find_word, lambda word: word.casefold() == numeronym)
    acronym = acronym_of(split_words(phrase))
    return partial(_find_acronym, acronym) if acronym else None


def _find_spelled_out(acronym: str, reading: Reading) -> str:
    found = find_words_of_acronym(acronym, reading.words)
    return reading.written(*found) if found is not None else ""


def _find_acronym(acronym: str, reading: Reading) -> str:
    held = acronym in reading.text  # which most texts do not, so that their words are not asked
    return acronym if held and any(word.written == acronym for word in reading.words) else ""


def _find_word(is_meant: Callable[[str], bool], reading: Reading) -> str:
    return next((word.written for word in reading.words if is_meant(word.written)), "")
