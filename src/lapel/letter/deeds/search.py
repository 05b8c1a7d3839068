"""Which highlights answer what a letter wants to tell: the same matching as the resume's."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, cached_property

from msgspec import Struct
from msgspec.structs import replace

from lapel.letter.deeds.changes import changing
from lapel.letter.deeds.counting import Counted, count, figures_in, numbers_in
from lapel.letter.deeds.entry_names import EntryNames
from lapel.letter.deeds.scores import (
    BY_FIGURE,
    BY_HEAD,
    BY_NAME,
    BY_TITLE,
    CLEAR,
    HALF,
    LEAD,
    LEADING,
    LEADING_BY_MEANING,
    LEADING_TWICE,
    NAME_WORDS,
    NAMED_SUPPORT,
    NEARLY,
    ON_PAGE,
    OWN_SENTENCE,
    PER_RELEVANCE,
    PER_WEIGHT,
    SMALL,
    TWICE,
)
from lapel.letter.points.language.grammar import is_gerund, is_past
from lapel.letter.points.language.vocabulary import word_list
from lapel.matching.acronyms import is_acronym
from lapel.matching.answers.lexical import SUPPORT
from lapel.matching.asked.in_full import Dictionary, write_out
from lapel.matching.engine import Engine
from lapel.matching.evidence import CLEAR_CHANCE
from lapel.matching.lexicon import Lexicon
from lapel.matching.model import DEEDS, Candidate, Matches
from lapel.profile.ids import highlight_of, words_of_id
from lapel.profile.model import Entry, Highlight, Profile, SectionKind
from lapel.source.diagnostics import Place
from lapel.text.common import is_small
from lapel.text.content import content_stems
from lapel.text.phrases import phrase_words, special_stems
from lapel.text.regexes import regex
from lapel.text.words import split_words, stems_of

SHORTEST_TELLING = 2
"""A number of more characters tells one deed from others."""
VOLUNTEERING, SERVING = frozenset(("volunteer",)), frozenset(("militari",))
"""What is left of a phrase that means all that was done as a volunteer, or in the forces."""
_FORCES = regex(
    r"\b(?:army|navy|air force|marines?|marine corps|coast guard|national guard|space force)\b",
    re.IGNORECASE,
)
NOTHING = Counted(frozenset(), frozenset(), frozenset())
_MADE_BY_ME = regex(r"(?<=[a-z]) (?:that |which )?I(?:['’]ve| have)? [a-z]+$")
"""What only says whose a thing is: "the clusters I built"."""
_HEAD = regex(
    r"\b[\w'’-]+(?=[,.;:)]|$| (?:a|an|and|as|at|by|each|every|for|from|in|into|of|on|or|over|that"
    r"|the|to|which|who|with|without|across|after|before|between|during|under)\b)"
)
"""A word with none behind it that it could be an attribute of."""


class Deed(Struct, frozen=True):
    """A highlight with its entry: ``score`` in (0, 1] is how well it answers what was asked, and
    ``strong`` whether it says so plainly.
    """

    highlight: Highlight
    entry: Entry
    score: float
    strong: bool

    @property
    def is_plain(self) -> bool:
        """Whether it says so at all, and does not only come nearest."""
        return self.score >= SUPPORT

    @property
    def stems(self) -> frozenset[str]:
        """The stems of its bullet's words that say something."""
        return content_stems(self.highlight.text.plain)

    @property
    def tagged(self) -> frozenset[str]:
        """The stems of what its author calls it."""
        return content_stems(" ".join(self.highlight.tags))


class Deeds(Struct, frozen=True, dict=True):
    """The highlights that may be told. ``on_page`` are the ids of those on the resume,
    ``dropped`` ids that the job file takes out, ``quiet`` those told only where a point asks.
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
        """The deeds that answer a phrase, the best to tell first.

        Where it names an entry ("the recommender work at URBN") only that entry's are asked, and
        those ``within`` entries named elsewhere; the best of them for the job are enough where
        none answers the rest. Where none supports the phrase, those near it in meaning may.
        """
        named, rest = self.names.split(target)
        rest = _MADE_BY_ME.sub("", rest)
        named = named or self._unpaid(rest)
        entries = named or frozenset(within)
        volunteered = special_stems(rest) in (VOLUNTEERING, SERVING)
        found = {} if volunteered else self._found_there(rest, entries)
        if not found:
            titled = named or self.titled(rest, within)
            sure = CLEAR if volunteered else NAMED_SUPPORT
            near = self._scores(rest) if rest else {}  # the nearest of what is all theirs
            found = {
                id: sure + SMALL * near.get(id, 0.0)
                for id, (_, e) in self.told_of.items()
                if e.id in titled
            }
        deeds = [self._deed(id, score, strong=score >= CLEAR) for id, score in found.items()]
        said, asked = _first_words(rest), content_stems(rest)

        def rank(deed: Deed) -> float:
            text = deed.highlight.text.plain
            begins_so = said != () and _first_words(text)[: len(said)] == said
            of_it = len(asked) > 1 and not (deed.strong or asked.isdisjoint(_heads(text)))
            return self._rank(deed) + BY_NAME * begins_so + BY_HEAD * of_it

        return tuple(sorted(deeds, key=lambda deed: -rank(deed)))

    def _unpaid(self, phrase: str) -> frozenset[str]:
        """The one entry that is voluntary work, where a phrase says that of something: "search and
        rescue volunteering".
        """
        if not frozenset(VOLUNTEERING) < special_stems(phrase):
            return frozenset()
        entries = (entry for _, entry in self.told_of.values())
        unpaid = frozenset(e.id for e in entries if e.section is SectionKind.VOLUNTEER)
        return unpaid if len(unpaid) == 1 else frozenset()

    def fulfilling(self, phrase: str, requirement: str, number: int) -> tuple[Deed, ...]:
        """The deeds that answer the ``number``-th phrase of a requirement, the best to tell first:
        one that the matching holds for strong evidence of it says it plainly.
        """
        found = {deed.highlight.id: deed for deed in self.answering(phrase)}
        for match in self.matches.by_requirement.get(requirement, ()):
            id = highlight_of(match.candidate)
            if id not in self.told_of or number not in match.phrases or not match.supports:
                continue
            known = found.get(id)
            score = max(match.score, known.score if known else 0.0)
            strong = match.score >= CLEAR_CHANCE or (known is not None and known.strong)
            found[id] = self._deed(id, score, strong=strong)
        return tuple(sorted(found.values(), key=lambda deed: -self._rank(deed)))

    def sharing_numbers(self, text: str) -> tuple[Deed, ...]:
        """Return the only deed that shares the text's numbers: two of them, one with its unit of
        time, or a long one and a word. Return () if several deeds do.
        """
        named = numbers_in(self.names.split(text)[1])  # "Two Bridges" is no number
        asked = replace(count(text), numbers=named)
        if asked == NOTHING:
            return ()
        common = stems_of(text)
        found = []
        for id, told in self._counted.items():
            shared = asked.numbers & told.numbers
            measured = asked.measures & told.measures
            share = asked.figures & told.figures
            if not (shared or measured or share):
                continue
            words = {stem for stem in common & self._stems[id] - shared if not is_small(stem)}
            telling = bool(share) or any(len(number) > SHORTEST_TELLING for number in shared)
            large = any(len(number) >= SHORTEST_TELLING for number in shared)
            if len(shared) > 1 or (telling and words) or measured or (large and len(words) > 1):
                found.append(id)
        return (self._deed(found[0], BY_FIGURE, strong=True),) if len(found) == 1 else ()

    def evidence_of(self, place: Place) -> frozenset[str]:
        """Return the ids of the highlights that support the job file's requirement at a place."""
        asked = (r.id for r in self.matches.requirements if r.place.line == place.line)
        found = (match for id in asked for match in self.matches.by_requirement.get(id, ()))
        return frozenset(highlight_of(match.candidate) for match in found if match.supports)

    def strongest(self) -> tuple[Deed, ...]:
        """Return every deed, the one that matters most to the job first."""
        return tuple(sorted(map(self.deed, self.told_of), key=lambda deed: -self._rank(deed)))

    def deed(self, id: str) -> Deed:
        """Return the highlight with this id as a deed; raises KeyError if it may not be told."""
        return self._deed(id, self._relevance.get(id, 0.0), strong=False)

    @cached_property
    def names(self) -> EntryNames:
        """What the profile's entries are called."""
        return EntryNames(self.profile)

    @cached_property
    def told_of(self) -> Mapping[str, tuple[Highlight, Entry]]:
        """The highlights that may be told, by id: none that the resume tells in another version."""
        doubled = {
            id
            for a, b, _ in self.matches.redundancy
            for id, other in ((a, b), (b, a))
            if id not in self.on_page and other in self.on_page
        }
        return {
            highlight.id: (highlight, entry)
            for entry in self.profile.entries
            if not entry.hidden and entry.section is not SectionKind.REFERENCES
            for highlight in entry.highlights
            if not highlight.hidden and not {highlight.id, entry.id} & {*self.dropped, *doubled}
        }

    @cached_property
    def _telling(self) -> Mapping[int, str]:
        """The highlights that may be told, by the positions of their texts and wordings."""
        ids = ((n, highlight_of(c.id)) for n, c in enumerate(self.candidates) if c.kind in DEEDS)
        return {position: id for position, id in ids if id in self.told_of}

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

    def _scores(self, phrase: str) -> dict[str, float]:
        found: dict[str, float] = {}
        for position, answer in self.engine.answer(phrase).items():
            if (id := self._telling.get(position)) is not None:
                found[id] = max(found.get(id, 0.0), answer.score)
        if figures := figures_in(phrase):
            same = [id for id, told in self._counted.items() if figures <= told.figures]
            found = {id: max(found.get(id, 0.0), BY_FIGURE) for id in same} or found
        for id in changing(phrase, self._bullets):
            found[id] = max(found.get(id, 0.0), BY_FIGURE)
        return found

    def _found(self, phrase: str, entries: frozenset[str]) -> dict[str, float]:
        """The highlights that answer a phrase, of ``entries`` where there are any; where it is
        shorthand that none answers, what answers what it stands for, or what it names by id.
        """
        for said in (phrase, *self._in_full(phrase)) if phrase else ():
            scores = self._scores(said)
            if entries:
                scores = {id: s for id, s in scores.items() if self.told_of[id][1].id in entries}
            least = NAMED_SUPPORT if entries else SUPPORT
            scores |= {
                id: max(scores.get(id, 0.0), BY_FIGURE) for id in self._called(said, entries)
            }
            supporting = {id: score for id, score in scores.items() if score >= least}
            near = self._near(said)
            nearest = {id: score for id, score in scores.items() if id in near}
            if found := supporting or nearest or self._leading(said, scores):
                return found
        return self._alone_saying(phrase, entries)

    def _found_there(self, phrase: str, entries: frozenset[str]) -> dict[str, float]:
        """The highlights that answer a phrase; where none says so, those of the employer that its
        first word calls by its kind: "library makerspace" of Lund Public Library.
        """
        found = self._found(phrase, entries)
        found = self._of_object(phrase, entries, found)
        kind, _, more = phrase.partition(" ")
        if entries or not more or any(score >= SUPPORT for score in found.values()):
            return found
        named = ((e.id, e.organisation) for e in self.profile.entries if e.organisation)
        there = frozenset(id for id, of in named if of.name.plain.casefold().endswith(f" {kind}"))
        shorter = self._found(more, there) if there else {}
        return {id: score for id, score in shorter.items() if score >= SUPPORT} or found

    def _of_object(
        self, phrase: str, entries: frozenset[str], found: dict[str, float]
    ) -> dict[str, float]:
        """What was found for a deed, of which the best only shares the verb ("growing individual
        giving": "Grew the Friends scheme"), with what answers its object as well and names it.
        """
        verb, _, object = phrase.partition(" ")
        asked = content_stems(object)
        best = max(found, key=lambda id: found[id], default="")
        if not best or not asked or not (is_gerund(verb) or is_past(verb)):
            return found
        if asked & self._stems[best] or not stems_of(verb) & self._stems[best]:
            return found
        clear = found[best] >= CLEAR
        fewest = max(len(asked), NAME_WORDS) if clear else 1
        least = CLEAR if clear else NEARLY * found[best]
        named = {
            id: found[best] + SMALL
            for id, score in self._found(object, entries).items()
            if score >= least and len(asked & self._stems[id]) >= fewest
        }
        return found | named

    def _called(self, phrase: str, entries: Collection[str]) -> Iterator[str]:
        """The highlights that a phrase calls by their id, which is the person's own name for them:
        "the refill one", or by a name that stands in them: "Spoke".
        """
        named = (
            re.compile(rf"(?<=[a-z] ){phrase}\b") if phrase.isalpha() and phrase.istitle() else None
        )
        asked = {_singular(word) for word in phrase.casefold().split() if not is_small(word)}
        for id, called in self._calls.items():
            short = len(called) <= SHORTEST_TELLING and bool(asked) and asked <= called
            highlight, entry = self.told_of[id]
            if entries and entry.id not in entries:
                continue
            if called <= asked or short or (named and named.search(highlight.text.plain)):
                yield id

    @cached_property
    def _calls(self) -> Mapping[str, frozenset[str]]:
        """The words of each highlight's id."""
        return {id: frozenset(map(_singular, words_of_id(id).split())) for id in self.told_of}

    def _leading(self, phrase: str, scores: Mapping[str, float]) -> dict[str, float]:
        """Return the highlight whose score is well above all others, if there is one."""
        best, second, *_ = [*sorted(scores.values(), reverse=True), 0.0, 0.0]
        stems = stems_of(phrase)
        return {
            id: score
            for id, score in scores.items()
            if score == best >= LEAD * second
            if score >= (LEADING if stems & self._stems[id] else LEADING_BY_MEANING)
            or score >= max(LEADING_TWICE, TWICE * second)
        }

    def _alone_saying(self, phrase: str, entries: Collection[str]) -> dict[str, float]:
        """The one highlight that says words of a phrase which no other says, where these are half
        of its telling words: "cell count halved" of "Somatic cell count down to 140,000".
        """
        common = phrase_words().generic | phrase_words().breaks | _theirs_as_well()
        asked = {stem for stem in stems_of(phrase) - common if not is_small(stem)}
        if any(map(str.isdigit, phrase)):
            return {}
        holders = {stem: [id for id, told in self._stems.items() if stem in told] for stem in asked}
        named = {ids[0] for ids in holders.values() if len(ids) == 1}
        shared = {stem for stem, ids in holders.items() if named & {*ids}}
        here = not entries or all(self.told_of[id][1].id in entries for id in named)
        if len(named) != 1 or not here or len(shared) < HALF * len(asked):
            return {}
        return dict.fromkeys(named, LEADING)

    def titled(self, phrase: str, within: Collection[str] = ()) -> frozenset[str]:
        """The entries, of those ``within`` where there are any, that a phrase means by title."""
        answers = self.engine.answer(phrase).items() if phrase else ()
        found = {
            self.candidates[position].entry
            for position, answer in answers
            if answer.score >= BY_TITLE
        }
        if special_stems(phrase) == VOLUNTEERING:
            found |= {e.id for e in self.profile.entries if e.section is SectionKind.VOLUNTEER}
        if special_stems(phrase) == SERVING:
            named = ((e.id, e.organisation) for e in self.profile.entries if e.organisation)
            found |= {id for id, of in named if _FORCES.search(of.name.plain)}
        found &= {entry.id for _, entry in self.told_of.values()}
        return frozenset(found & {*within} if within else found)

    @cached_property
    def _bullets(self) -> Mapping[str, str]:
        """The words of each highlight."""
        return {id: highlight.text.plain for id, (highlight, _) in self.told_of.items()}

    @cached_property
    def _stems(self) -> Mapping[str, frozenset[str]]:
        """The stems of each highlight's words."""
        return {id: stems_of(text) for id, text in self._bullets.items()}

    @cached_property
    def _counted(self) -> Mapping[str, Counted]:
        """What each highlight counts."""
        return {id: count(text) for id, text in self._bullets.items()}

    @cached_property
    def _dictionary(self) -> Dictionary:
        """What the profile writes in full."""
        return Dictionary.of((), [split_words(candidate.text) for candidate in self.candidates])

    def _in_full(self, phrase: str) -> Iterator[str]:
        """A phrase with its shorthand in full, where it has any; a deed is told with the noun alone
        of a name that it spells by its initials.
        """
        full = write_out(phrase, self._dictionary, self.lexicon)
        if full != phrase:
            yield full
            if is_acronym(phrase):
                yield full.partition(" ")[2]

    def _near(self, phrase: str) -> set[str]:
        """Return the ids of the highlights that are near a phrase in meaning."""
        answers = self.engine.answer(phrase).items() if phrase else ()
        return {highlight_of(self.candidates[n].id) for n, answer in answers if answer.near}

    def _deed(self, id: str, score: float, *, strong: bool) -> Deed:
        highlight, entry = self.told_of[id]
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

    def split_entries(self, target: str) -> tuple[frozenset[str], str]:
        """As by ``names``; a phrase that no deed answers may mean entries by their titles. What an
        entry without deeds is called is asked for itself: a certificate's name.
        """
        told_of = {entry.id for _, entry in self.told_of.values()}
        called, rest = self.names.split(target)
        named = called & told_of
        rest = target if called and not named else rest
        if named or self._found(rest, named):
            return named, rest
        titled = self.titled(rest) & told_of
        return titled, "" if titled else rest


def _first_words(text: str) -> tuple[str, ...]:
    """Return the stems of the first words of a text."""
    return tuple(word.stem for word in split_words(text)[:NAME_WORDS])


def _heads(text: str) -> frozenset[str]:
    """The stems of the words of a text that are no attribute of the word behind them."""
    return content_stems(" . ".join(found.group() for found in _HEAD.finditer(text)))


@cache
def _theirs_as_well() -> frozenset[str]:
    """Return the stems of nouns that fit every employer and so identify no deed: "the program"."""
    return stems_of(" ".join(word_list("company_nouns")))


def _singular(word: str) -> str:
    return word.strip(".,;:!?()'\"").removesuffix("s")
