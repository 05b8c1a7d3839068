"""What the profile and the job file say, indexed for looking up what a letter claims."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from lapel.checks.letters.numbers import Number, numbers_in
from lapel.checks.letters.vocabulary import ordered_words, word_list
from lapel.job.model import Job
from lapel.matching.lexicon import Lexicon
from lapel.profile.model import Date, Entry, Profile, SectionKind
from lapel.text.inline import plain_text
from lapel.text.words import Word, split_words

PLACES = frozenset(
    {SectionKind.WORK, SectionKind.EDUCATION, SectionKind.VOLUNTEER, SectionKind.CUSTOM}
)
"""The sections whose organisations a person was at, and did not only get something from."""

_COMMON_AT_LEAST = 8
_COMMON_SHARE = 0.06


@dataclass(frozen=True)
class Fact:
    """A text of the sources. ``owner`` is the organisation it belongs to ("" for none), ``kind``
    what it is: "title" (a position or degree with where and when), "text", "skills", "note" (the
    person's own, of the job file) or "job" (the rest of it).
    """

    text: str
    kind: str = "text"
    owner: str = ""
    section: SectionKind | None = None

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """The words with their stems."""
        return split_words(self.text)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the words that say something."""
        return telling_stems(self.words)

    @cached_property
    def lower(self) -> frozenset[str]:
        """The words in lower case."""
        return frozenset(word.written.casefold() for word in self.words)

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """The numbers said."""
        return numbers_in(self.text)


@dataclass(frozen=True, slots=True)
class Span:
    """When something was, in months since the year 0, end included; ``owner`` as in a fact.

    ``exact_start`` and ``exact_end`` say that the month is known, ``goes_on`` that it has no end.
    """

    owner: str
    title: str
    start: int
    end: int
    exact_start: bool
    exact_end: bool
    goes_on: bool


@dataclass(frozen=True, eq=False)
class Facts:
    """All that may be said without having been invented.

    ``owners`` maps the spellings of an organisation, in lower case, to its name; ``acronyms`` the
    lexicon's acronyms to what they stand for; ``today`` is the newest month that the sources
    speak of.
    """

    facts: tuple[Fact, ...]
    spans: tuple[Span, ...]
    owners: dict[str, str]
    locations: tuple[str, ...]
    acronyms: dict[str, tuple[str, ...]]
    today: int

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word of the sources in lower case, hyphenated ones also in parts."""
        return frozenset(word.written.casefold() for fact in self.facts for word in fact.words)

    @cached_property
    def own_facts(self) -> tuple[Fact, ...]:
        """What the person says of themselves: in the profile, and in their notes on the job."""
        return tuple(fact for fact in self.facts if fact.kind != "job")

    @cached_property
    def common_stems(self) -> frozenset[str]:
        """Stems that so many facts have that they tell none apart ("nurse" for a nurse)."""
        counts = Counter(stem for fact in self.facts for stem in fact.stems)
        most = max(_COMMON_AT_LEAST, _COMMON_SHARE * len(self.facts))
        return frozenset(stem for stem, count in counts.items() if count > most)

    @cached_property
    def short_owners(self) -> dict[str, str]:
        """Capitalised words that stand for one organisation alone: "Temple", "Lumbre"."""
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
        """The organisations of the profile that a text names, also by a word of their name."""
        words = split_words(text)
        lower = f" {' '.join(word.written.casefold() for word in words)} "
        found = [name for spelling, name in self.owners.items() if f" {spelling} " in lower]
        bare = (word.written.removesuffix("'s").removesuffix("’s") for word in words)
        found += [self.short_owners[word] for word in bare if word in self.short_owners]
        return tuple(dict.fromkeys(found))


def telling_stems(words: Sequence[Word]) -> frozenset[str]:
    """The stems of words that are neither small nor numbers."""
    small = word_list("small") | word_list("vague")
    return frozenset(
        word.stem
        for word in words
        if word.written.casefold() not in small and not word.written[0].isdigit()
    )


def known_facts(profile: Profile, job: Job, lexicon: Lexicon) -> Facts:
    """Index a profile, hidden texts included, and a job file, the employer's text included."""
    today = _newest(profile, job)
    spans = tuple(span for entry in profile.entries for span in _spans(entry, today))
    facts = (*_own_facts(profile), *_job_facts(job))
    owners = {
        spelling: entry.organisation.name.markdown
        for entry in profile.entries
        if entry.organisation and entry.section in PLACES
        for name in (entry.organisation.name.markdown, *entry.organisation.aliases)
        for spelling in _spellings(name)
    }
    locations = (
        profile.basics.location,
        *(entry.location for entry in profile.entries),
        *(entry.organisation.location for entry in profile.entries if entry.organisation),
    )
    return Facts(facts, spans, owners, locations, _acronyms(lexicon), today)


def _acronyms(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """The names in capitals with the other names of the same thing."""
    found: dict[str, tuple[str, ...]] = {}
    for names in lexicon.same.values():
        for name in names:
            if name.isupper() and name.isalpha():
                found[name] = (*found.get(name, ()), *(other for other in names if other != name))
    return found


def _own_facts(profile: Profile) -> Iterator[Fact]:
    basics = profile.basics
    label = basics.label.markdown if basics.label else ""
    yield Fact(plain_text(basics.name.markdown))
    yield Fact(f"{label}, {basics.location}", "title")
    yield Fact(
        " ".join((basics.email, basics.phone, basics.url, *(link.label for link in basics.links)))
    )
    for summary in profile.summaries:
        yield Fact(plain_text(summary.text.markdown), "title")
    for entry in profile.entries:
        yield from _entry_facts(entry)
    for group in profile.skills:
        words = (group.name, *group.keywords)
        yield Fact(", ".join(plain_text(word.markdown) for word in words), "skills")


def _entry_facts(entry: Entry) -> Iterator[Fact]:
    organisation = entry.organisation
    name = organisation.name.markdown if organisation else ""
    owner = name if entry.section in PLACES | {SectionKind.PROJECTS} else ""
    texts = [entry.title.markdown, name, entry.location]
    if organisation:
        texts += [organisation.location, *organisation.aliases]
        texts += [organisation.description.markdown] if organisation.description else []
    texts += [*entry.aliases, entry.custom_section]
    texts += [text.markdown for text in (entry.summary, entry.detail) if text]
    texts += [date.written for date in (entry.start, entry.end) if date]
    texts += [_month_name(date) for date in (entry.start, entry.end) if date]
    texts += [text.markdown for text in entry.keywords]
    yield Fact(", ".join(plain_text(text) for text in texts if text), "title", owner, entry.section)
    for highlight in entry.highlights:
        for text in (
            highlight.text,
            *(wording.text for wording in highlight.wordings),
            *([highlight.letter] if highlight.letter else []),
        ):
            yield Fact(plain_text(text.markdown), "text", owner, entry.section)
        if highlight.tags:
            yield Fact(", ".join(highlight.tags), "skills", owner, entry.section)


def _job_facts(job: Job) -> Iterator[Fact]:
    fields = (job.company, job.position, job.application_date, *job.status, *job.recipient)
    lines = chain(
        (field.text for field in (*fields, *job.headings) if field),
        (line.text for line in (*job.description, *job.company_details)),
        (line.text for other in job.others for line in other.lines),
    )
    for text in lines:
        yield Fact(plain_text(text), "job")
    for note in job.notes:
        yield Fact(plain_text(note.text), "note")
    if job.applied_on:
        yield Fact(f"{job.applied_on:%B %d %Y}", "job")


def _spans(entry: Entry, today: int) -> Iterator[Span]:
    start, end = entry.start, entry.end
    if start is None or start.year is None:
        return
    title = entry.title.markdown
    owner = entry.organisation.name.markdown if entry.organisation else title
    first = start.year * 12 + (start.month or 1) - 1
    if end is not None and end.present:
        yield Span(owner, title, first, max(first, today), start.month is not None, False, True)
    elif end is None or end.year is None:
        yield Span(owner, title, first, first, start.month is not None, False, False)
    else:
        last = end.year * 12 + (end.month or 12) - 1
        exact = end.month is not None
        yield Span(owner, title, first, last, start.month is not None, exact, False)


def _newest(profile: Profile, job: Job) -> int:
    """The newest month that the sources date, in months since the year 0."""
    dates = [date for entry in profile.entries for date in (entry.start, entry.end) if date]
    months = [date.year * 12 + (date.month or 1) - 1 for date in dates if date.year]
    if job.applied_on:
        months.append(job.applied_on.year * 12 + job.applied_on.month - 1)
    return max(months, default=0)


def _spellings(name: str) -> Iterator[str]:
    """How an organisation may be called: whole, and without what only registers write."""
    words = [word.written.casefold() for word in split_words(plain_text(name))]
    yield " ".join(words)
    while len(words) > 1 and words[-1] in ("inc", "llc", "ltd", "co", "company", "corp", "gmbh"):
        words = words[:-1]
        yield " ".join(words)


def _month_name(date: Date) -> str:
    if date.year is None or date.month is None:
        return ""
    return f"{ordered_words('month_names')[date.month - 1].capitalize()} {date.year}"
