"""The statements of the profile and the job file, indexed for looking up claims of a letter."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct

from lapel.checks.letters.numbers import Number, numbers_in
from lapel.checks.letters.vocabulary import strip_genitive, word_list
from lapel.profile.model import SectionKind
from lapel.text.words import Word, split_words

_COMMON_AT_LEAST = 8
_COMMON_SHARE = 0.06


class Worded(Struct, frozen=True, dict=True):
    """A text with its words, stems and numbers, by which claims and facts are compared."""

    text: str

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words with their stems."""
        return split_words(self.text)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the words that say something."""
        return telling_stems(self.words)

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers said."""
        return numbers_in(self.text)


class Fact(Worded, frozen=True, dict=True):
    """A text of the sources. ``owner`` is the organisation it belongs to ("" for none), ``kind`` is
    "title" (a position or degree with where and when), "text", "skills", "note" (the person's own,
    of the job file) or "job" (the rest of it).
    """

    kind: str = "text"
    owner: str = ""
    section: SectionKind | None = None

    @cached_property
    def lower(self) -> frozenset[str]:
        """The words in lower case."""
        return frozenset(word.lower for word in self.words)


class Span(Struct, frozen=True):
    """The time of something, in months since the year 0, end included; ``owner`` as in a fact.

    ``exact_start`` and ``exact_end`` say that the month is known, ``goes_on`` that it has no end.
    """

    owner: str
    title: str
    start: int
    end: int
    exact_start: bool
    exact_end: bool
    goes_on: bool


class Facts(Struct, frozen=True, eq=False, dict=True):
    """Everything that may be said without being invented.

    ``owners`` maps the spellings of an organisation, in lower case, to its name; ``acronyms`` the
    lexicon's acronyms to their long forms; ``today`` is the newest month that the sources speak of.
    """

    facts: tuple[Fact, ...]
    spans: tuple[Span, ...]
    owners: dict[str, str]
    locations: tuple[str, ...]
    acronyms: dict[str, tuple[str, ...]]
    today: int

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word of the sources in lower case and without a genitive's ending, hyphenated
        ones also in parts.
        """
        return frozenset(
            strip_genitive(word.written).casefold() for fact in self.facts for word in fact.words
        )

    @cached_property
    def own_facts(self) -> tuple[Fact, ...]:
        """The facts that people state about themselves: in the profile, and in their notes on the
        job.
        """
        return tuple(fact for fact in self.facts if fact.kind != "job")

    @cached_property
    def common_stems(self) -> frozenset[str]:
        """Stems in so many facts that they tell none apart ("nurse" for a nurse)."""
        counts = Counter(stem for fact in self.facts for stem in fact.stems)
        most = max(_COMMON_AT_LEAST, _COMMON_SHARE * len(self.facts))
        return frozenset(stem for stem, count in counts.items() if count > most)

    @cached_property
    def short_owners(self) -> dict[str, str]:
        """Capitalised words that mean one organisation alone: "Temple", "Lumbre"."""
        names = set(self.owners.values())
        words = [(w.written, name) for name in names for w in split_words(name)]
        places = {word.written for text in self.locations for word in split_words(text)}
        counts = Counter(written for written, _ in words)
        return {
            written: name
            for written, name in words
            if counts[written] == 1
            and written[0].isupper()
            and written not in places
            and written.casefold() not in word_list("generic_names")
            and not any(
                written.casefold() in fact.lower
                for fact in self.own_facts
                if fact.kind != "note" and fact.owner != name and name not in fact.text
            )
        }

    def owners_in(self, text: str) -> tuple[str, ...]:
        """Return the organisations of the profile that a text names, also by a word of their
        name.
        """
        words = split_words(text)
        lower = f" {' '.join(word.lower for word in words)} "
        found = [name for spelling, name in self.owners.items() if f" {spelling} " in lower]
        named = (strip_genitive(word.written) for word in words)
        found += [self.short_owners[word] for word in named if word in self.short_owners]
        return tuple(dict.fromkeys(found))


def telling_stems(words: Sequence[Word]) -> frozenset[str]:
    """Return the stems of words that are neither small nor numbers."""
    small = word_list("small") | word_list("vague")
    return frozenset(
        word.stem for word in words if word.lower not in small and not word.written[0].isdigit()
    )
