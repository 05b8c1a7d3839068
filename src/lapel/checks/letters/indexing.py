"""Indexing a profile and a job file as facts that a letter may state."""

from collections.abc import Iterator
from itertools import chain

from lapel.checks.letters.facts import Fact, Facts, Span
from lapel.job.model import Job
from lapel.locale.words import MONTHS
from lapel.matching.lexicon import Lexicon
from lapel.profile.model import Date, Entry, Profile, SectionKind
from lapel.text.inline import plain_text
from lapel.text.words import split_words

PLACES = frozenset(
    {SectionKind.WORK, SectionKind.EDUCATION, SectionKind.VOLUNTEER, SectionKind.CUSTOM}
)
"""The sections whose organisations a person was at, rather than only got something from."""


def known_facts(profile: Profile, job: Job, lexicon: Lexicon) -> Facts:
    """Index a profile, hidden texts included, and a job file, the employer's text included."""
    today = _find_newest_month(profile, job)
    spans = tuple(span for entry in profile.entries for span in _find_spans(entry, today))
    facts = (*_list_own_facts(profile), *_list_job_facts(job))
    owners = {
        spelling: entry.organisation.name.markdown
        for entry in profile.entries
        if entry.organisation and entry.section in PLACES
        for name in (entry.organisation.name.markdown, *entry.organisation.aliases)
        for spelling in _list_spellings(name)
    }
    locations = (
        profile.basics.location,
        profile.basics.street,
        *(entry.location for entry in profile.entries),
        *(entry.organisation.location for entry in profile.entries if entry.organisation),
    )
    return Facts(facts, spans, owners, locations, _find_acronyms(lexicon), today)


def _find_acronyms(lexicon: Lexicon) -> dict[str, tuple[str, ...]]:
    """Return the names in capitals with the other names of the same thing."""
    found: dict[str, tuple[str, ...]] = {}
    for names in lexicon.same.values():
        for name in names:
            if name.isupper() and name.isalpha():
                found[name] = (*found.get(name, ()), *(other for other in names if other != name))
    return found


def _list_own_facts(profile: Profile) -> Iterator[Fact]:
    basics = profile.basics
    label = basics.label.markdown if basics.label else ""
    yield Fact(basics.name.plain)
    places = (basics.location, basics.street, basics.postal_code)
    yield Fact(", ".join((label, *places)), "title")
    yield Fact(
        " ".join((basics.email, basics.phone, basics.url, *(link.label for link in basics.links)))
    )
    for summary in profile.summaries:
        yield Fact(summary.text.plain, "title")
    for entry in profile.entries:
        yield from _list_entry_facts(entry)
    for group in profile.skills:
        words = (group.name, *group.keywords)
        yield Fact(", ".join(word.plain for word in words), "skills")


def _list_entry_facts(entry: Entry) -> Iterator[Fact]:
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
            yield Fact(text.plain, "text", owner, entry.section)
        if highlight.tags:
            yield Fact(", ".join(highlight.tags), "skills", owner, entry.section)


def _list_job_facts(job: Job) -> Iterator[Fact]:
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


def _find_spans(entry: Entry, today: int) -> Iterator[Span]:
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


def _find_newest_month(profile: Profile, job: Job) -> int:
    """Return the newest month that the sources date, in months since the year 0."""
    dates = [date for entry in profile.entries for date in (entry.start, entry.end) if date]
    months = [date.year * 12 + (date.month or 1) - 1 for date in dates if date.year]
    if job.applied_on:
        months.append(job.applied_on.year * 12 + job.applied_on.month - 1)
    return max(months, default=0)


def _list_spellings(name: str) -> Iterator[str]:
    """Yield the spellings of an organisation's name: whole, and without words of registers
    ("Inc").
    """
    words = [word.lower for word in split_words(plain_text(name))]
    yield " ".join(words)
    while len(words) > 1 and words[-1] in ("inc", "llc", "ltd", "co", "company", "corp", "gmbh"):
        words = words[:-1]
        yield " ".join(words)


def _month_name(date: Date) -> str:
    if date.year is None or date.month is None:
        return ""
    return f"{MONTHS[date.month - 1].capitalize()} {date.year}"
