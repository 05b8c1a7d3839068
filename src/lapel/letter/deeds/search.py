"""Which highlights answer what a letter wants to tell: the same matching as the resume's."""

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from lapel.letter.deeds.answers import Answers
from lapel.letter.deeds.bullets import Bullets
from lapel.letter.deeds.entry_names import EntryNames
from lapel.letter.deeds.model import Deed
from lapel.letter.deeds.numbers import sharing_numbers
from lapel.letter.deeds.scores import (
    BY_FIGURE,
    BY_HEAD,
    BY_NAME,
    BY_WORDS,
    CLEAR,
    NAME_WORDS,
    NAMED_SUPPORT,
    ON_PAGE,
    OWN_SENTENCE,
    PER_RELEVANCE,
    PER_WEIGHT,
    SMALL,
    WHOLE,
)
from lapel.letter.deeds.titles import Titles, is_kind_of_work
from lapel.letter.english.forms import is_past
from lapel.matching.engine import Engine
from lapel.matching.evidence import CLEAR_CHANCE
from lapel.matching.lexicon import Lexicon
from lapel.matching.model import Candidate, Matches
from lapel.profile.ids import highlight_of
from lapel.profile.model import Profile
from lapel.source.diagnostics import Place
from lapel.text.common import is_common
from lapel.text.content import content_stems
from lapel.text.regexes import regex
from lapel.text.words import split_words

_MADE_BY_ME = regex(
    r"(?<=[a-z]) (?:that |which )?I(?:['’]ve| have)?"
    r" (?:[a-z]+$|(?:do|did|had|made|gave)(?= (?:at|for|from|in|on|with)\b|$))"
)
"""Words that only say whose a thing is: "the clusters I built"."""
_AGENTS = regex(r"[a-z]{3}[eo]rs?$")
"""A phrase that names people by what they do, which who did it is not: "supervisors"."""
_HEAD = regex(
    r"\b[\w'’-]+(?=[,.;:)]|$| (?:a|an|and|as|at|by|each|every|for|from|in|into|of|on|or|over|that"
    r"|the|to|which|who|with|without|across|after|before|between|during|under)\b)"
)
"""A word with none behind it that it could be an attribute of."""


class Deeds(Struct, frozen=True, dict=True):
    """The highlights that a letter may tell, and which of them answer a phrase.

    ``on_page`` are the ids of those on the resume, ``dropped`` ids that the job file takes out,
    ``quiet`` those told only where a point asks.
    """

    profile: Profile
    candidates: Sequence[Candidate]
    engine: Engine
    lexicon: Lexicon
    matches: Matches
    on_page: frozenset[str]
    dropped: Collection[str] = ()
    quiet: Collection[str] = ()

    def answering(self, target: str, within: Collection[str] = ()) -> tuple[Deed, ...]:
        """Return the deeds that answer a phrase, the best to tell first.

        If the phrase names an entry ("the recommender work at URBN"), only deeds of that entry are
        asked, or else of the entries ``within`` that were named elsewhere. If none answers the rest
        of the phrase, the entry's best for the job do.
        """
        called, said = self.names.split(target)
        named = called & self.bullets.entries.keys()
        said = target if called and not named else said
        rest = _MADE_BY_ME.sub("", said)
        named = named or self._titles.unpaid_one(rest)
        entries = named or frozenset(within)
        volunteered = is_kind_of_work(rest)
        found = {} if volunteered else self._answers.found_or_by_kind(rest, entries)
        if rest != said:  # "juniors I have mentored"
            saying = self._answers.saying(said, entries)
            found |= {id: max(score, found.get(id, 0.0)) for id, score in saying.items()}
        if not named and _is_name(rest):
            asked = content_stems(rest)
            found = {id: score for id, score in found.items() if asked & self.deed(id).stems}
        if not found:
            titled = named or self._titles.meant_by(rest, within)
            sure = CLEAR if volunteered else NAMED_SUPPORT
            near = self._answers.scores(rest) if rest else {}  # the nearest of what is all theirs
            found = {
                id: sure + SMALL * near.get(id, 0.0)
                for id, (_, entry) in self.bullets.by_id.items()
                if entry.id in titled
            }
        deeds = [self._deed(id, score, strong=score >= CLEAR) for id, score in found.items()]
        first, asked = _first_stems(rest), content_stems(rest)

        def rank(deed: Deed) -> float:
            text = deed.highlight.text.plain
            begins_so = first != () and _first_stems(text)[: len(first)] == first
            begins_so = begins_so and not (_AGENTS.search(rest) and is_past(text.split()[0]))
            of_it = len(asked) > 1 and not (deed.strong or asked.isdisjoint(_head_stems(text)))
            words = len(asked & deed.stems) / len(asked) if len(asked) > 1 else 0.0
            words = words if deed.score < WHOLE else 1.0
            return self._rank(deed) + BY_NAME * begins_so + BY_HEAD * of_it + BY_WORDS * words

        return tuple(sorted(deeds, key=lambda deed: -rank(deed)))

    def fulfilling(self, phrase: str, requirement: str, number: int) -> tuple[Deed, ...]:
        """Return the deeds that answer the ``number``-th phrase of a requirement, the best first.

        A deed that matching holds for strong evidence of it says it plainly.
        """
        found = {deed.highlight.id: deed for deed in self.answering(phrase)}
        for match in self.matches.by_requirement.get(requirement, ()):
            id = highlight_of(match.candidate)
            if id not in self.bullets or number not in match.phrases or not match.supports:
                continue
            known = found.get(id)
            score = max(match.score, known.score if known else 0.0)
            strong = match.score >= CLEAR_CHANCE or (known is not None and known.strong)
            found[id] = self._deed(id, score, strong=strong)
        return tuple(sorted(found.values(), key=lambda deed: -self._rank(deed)))

    def sharing_numbers(self, text: str) -> tuple[Deed, ...]:
        """Return the only deed that shares the text's numbers, () if there is none or several."""
        id = sharing_numbers(text, self.names.split(text)[1], self.bullets)
        return (self._deed(id, BY_FIGURE, strong=True),) if id else ()

    def evidence_of(self, place: Place) -> frozenset[str]:
        """Return the ids of the highlights that support the job file's requirement at a place."""
        asked = (r.id for r in self.matches.requirements if r.place.line == place.line)
        found = (match for id in asked for match in self.matches.by_requirement.get(id, ()))
        return frozenset(highlight_of(match.candidate) for match in found if match.supports)

    def split_entries(self, target: str) -> tuple[frozenset[str], str]:
        """Return the entries that a phrase means, and the rest of the phrase.

        A phrase that no deed answers may mean entries by their titles. The name of an entry without
        deeds, such as a certificate, is asked for itself.
        """
        called, rest = self.names.split(target)
        named = called & self.bullets.entries.keys()
        rest = target if called and not named else rest
        if named or self._answers.found(rest, named):
            return named, rest
        titled = self._titles.meant_by(rest)
        return titled, "" if titled else rest

    def strongest(self) -> tuple[Deed, ...]:
        """Return every deed, the one that matters most to the job first."""
        return tuple(sorted(map(self.deed, self.bullets.by_id), key=lambda deed: -self._rank(deed)))

    def deed(self, id: str) -> Deed:
        """Return the highlight with this id as a deed; raises KeyError if it may not be told."""
        return self._deed(id, self._relevance.get(id, 0.0), strong=False)

    @cached_property
    def names(self) -> EntryNames:
        """The names of the profile's entries."""
        return EntryNames(self.profile)

    @cached_property
    def bullets(self) -> Bullets:
        """The highlights that may be told, without versions of those on the resume."""
        doubled = {
            id
            for a, b, _ in self.matches.redundancy
            for id, other in ((a, b), (b, a))
            if id not in self.on_page and other in self.on_page
        }
        return Bullets.of(self.profile, {*self.dropped, *doubled})

    @cached_property
    def _answers(self) -> Answers:
        return Answers(self.bullets, self.candidates, self.engine, self.lexicon, self.names)

    @property
    def _titles(self) -> Titles:
        return Titles(self.bullets, self.candidates, self.engine)

    @cached_property
    def _relevance(self) -> Mapping[str, float]:
        """How much each highlight matters to the job, in [0, 1]."""
        best: dict[str, float] = {}
        for match in self.matches.matches:
            if match.supports:
                worth = match.score * self.matches.requirement[match.requirement].weight
                id = highlight_of(match.candidate)
                best[id] = max(best.get(id, 0.0), worth)
        return best

    def _deed(self, id: str, score: float, *, strong: bool) -> Deed:
        highlight, entry = self.bullets.by_id[id]
        return Deed(highlight, entry, score, strong)

    def _rank(self, deed: Deed) -> float:
        id = deed.highlight.id
        return (
            deed.score
            + (ON_PAGE if id in self.on_page else 0.0)
            + (OWN_SENTENCE if deed.highlight.letter else 0.0)
            + PER_WEIGHT * deed.highlight.weight
            + PER_RELEVANCE * self._relevance.get(id, 0.0)
        )


def _is_name(text: str) -> bool:
    """Tell whether a text is the name of somebody or something, of which meaning knows nothing."""
    words = text.split()
    named = len(words) > 1 and all(word[0].isupper() and word[1:].islower() for word in words)
    return named and not any(map(is_common, words))


def _first_stems(text: str) -> tuple[str, ...]:
    """Return the stems of the first words of a text."""
    return tuple(word.stem for word in split_words(text)[:NAME_WORDS])


def _head_stems(text: str) -> frozenset[str]:
    """Return the stems of the words of a text that are no attribute of the word behind them."""
    return content_stems(" . ".join(found.group() for found in _HEAD.finditer(text)))
