"""From checked fields to the profile: entries in the file's order with ids, dates and checks."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from lapel.profile.claims import Claims
from lapel.profile.dates import is_before, looks_wrong, parse_date
from lapel.profile.entries import EntryDraft, entry_drafts
from lapel.profile.highlights import highlights_of
from lapel.profile.ids import text_ids
from lapel.profile.languages import DEFAULT_LANGUAGE
from lapel.profile.model import Basics, Date, Entry, Profile, SectionKind, SkillGroup, Summary
from lapel.profile.organisations import SharedOrganisations
from lapel.profile.places import country_code, home_country, writes_british
from lapel.profile.schema import (
    ChosenFields,
    LocationFields,
    ProfileFields,
    SummaryFields,
    WorkFields,
)
from lapel.profile.texts import (
    as_text,
    build_link,
    clean_contact,
    clean_line,
    optional_text,
    place_name,
)
from lapel.source.diagnostics import Outcome, Severity
from lapel.source.placed import PlacedText
from lapel.source.source import Source
from lapel.text.inline import plain_text
from lapel.text.regexes import regex

BRITISH = "en-GB"
END_OR_PRESENT = "write its end, or `endDate: present` if it goes on"
MOST_KEYWORDS = 2_000
MAIL = "expected one such as ines@example.org"
_MAIL = regex(r"[^\s@]@[^\s@]+\.[^\s@]")
_LANGUAGE_TAG = regex(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def build_profile(fields: ProfileFields, source: Source) -> Outcome[Profile]:
    """Build the profile, and report where its parts contradict each other."""
    claims = Claims(source)
    for employer in fields.work:
        if employer.roles:
            claims.claim(employer.id)
            _report_stray_fields(employer, claims)
    drafts = entry_drafts(fields)
    given = [claims.claim(draft.fields.id) for draft in drafts]
    summaries = _build_summaries(fields, claims)
    skills = _build_skills(fields, claims)
    ids = claims.choose(given, [draft.proposals for draft in drafts])
    named = (draft.entry.organisation for draft in drafts)
    shared = SharedOrganisations([organisation for organisation in named if organisation])
    entries = tuple(_build_entry(*pair, shared, claims) for pair in zip(drafts, ids, strict=True))
    _report_open_ends(drafts, entries, claims)
    basics = _build_basics(fields, claims)
    profile = Profile(
        digest=source.digest,
        language=_find_language(fields.language, basics, claims),
        basics=basics,
        summaries=summaries,
        entries=entries,
        skills=skills,
    )
    return Outcome(profile, tuple(claims.problems))


def _build_entry(draft: EntryDraft, id: str, shared: SharedOrganisations, claims: Claims) -> Entry:
    start, end = _read_dates(draft, claims)
    tags, weight, hidden = _choose_settings(draft.fields, draft.employer)
    return replace(
        draft.entry,
        id=id,
        organisation=shared.get(draft.entry.organisation),
        start=start,
        end=end,
        highlights=highlights_of(id, draft.highlights, claims, described=draft.described),
        tags=tags,
        weight=weight,
        hidden=hidden,
    )


def _choose_settings(
    fields: ChosenFields, employer: ChosenFields | None
) -> tuple[tuple[str, ...], float, bool]:
    """Return tags, weight and hiding of an entry; a role takes those it lacks from its employer."""
    if employer is None:
        return tuple(clean_line(tag) for tag in fields.tags), fields.weight, fields.hidden
    tags = tuple(dict.fromkeys(clean_line(tag) for tag in (*fields.tags, *employer.tags)))
    says_weight = "weight" in fields.model_fields_set
    weight = fields.weight if says_weight else employer.weight
    return tags, weight, fields.hidden or employer.hidden


def _read_dates(draft: EntryDraft, claims: Claims) -> tuple[Date | None, Date | None]:
    start = _read_date(draft.start, claims)
    end = _read_date(draft.end, claims)
    if end is None and draft.ongoing and start is not None and start.year is not None:
        end = Date("", present=True)
    if start and start.present and draft.start:
        message = f"a start cannot be `{start.written}`"
        help = "write the year or month it began, such as 2021-03"
        claims.report("start-present", message, draft.start.place, help=help)
    elif start and end and draft.start and draft.end and is_before(end, start):
        message = (
            f"the end {end.written} lies before the start {start.written} "
            f"of line {draft.start.place.line}"
        )
        help = "exchange them, or correct the wrong one"
        claims.report("end-before-start", message, draft.end.place, help=help)
    return start, end


def _read_date(written: PlacedText | None, claims: Claims) -> Date | None:
    if written is None:
        return None
    date = parse_date(re.sub(r"\s*--+\s*", " – ", written))
    if looks_wrong(date):
        message = (
            f"there is no such date as {date.written}; it is printed as written and not sorted by"
        )
        help = "expected a year, 2021-03 or 2021-03-15"
        claims.report("no-such-date", message, written.place, help=help, severity=Severity.WARNING)
    return date


def _report_open_ends(
    drafts: Sequence[EntryDraft], entries: Sequence[Entry], claims: Claims
) -> None:
    """Warn of a role without an end, which counts as going on, if another began after it: the end
    may be forgotten. Volunteering may go on beside work. Ask for the end of dated studies, which
    may be over or not.
    """
    work = [
        (draft, entry)
        for draft, entry in zip(drafts, entries, strict=True)
        if entry.section is SectionKind.WORK
    ]
    starts = [entry.start for _, entry in work if entry.start]
    for draft, entry in work:
        is_assumed = entry.end is not None and draft.end is None
        start = entry.start if is_assumed else None
        if draft.start and start and any(is_before(start, other) for other in starts):
            message = (
                "no `endDate`, so this role counts as going on until today, "
                "though another began after it"
            )
            claims.report(
                "no-end", message, draft.start.place, help=END_OR_PRESENT, severity=Severity.WARNING
            )
    for draft, entry in zip(drafts, entries, strict=True):
        is_dated = entry.start is not None and entry.start.year is not None
        if entry.section is SectionKind.EDUCATION and is_dated and draft.start and not draft.end:
            message = "no `endDate`, so only the start is printed"
            claims.report(
                "no-end", message, draft.start.place, help=END_OR_PRESENT, severity=Severity.WARNING
            )


def _report_stray_fields(employer: WorkFields, claims: Claims) -> None:
    """Report a bullet, a position or dates of an employer beside ``roles:``, since they belong to
    none of them; dates only where not every role has its own.
    """
    dated = all(role.start_date for role in employer.roles)
    strays = {
        "position": employer.position,
        "startDate": None if dated else employer.start_date,
        "endDate": None if dated else employer.end_date,
        "highlights": employer.highlights[0].text if employer.highlights else None,
        "keywords": employer.keywords[0] if employer.keywords else None,
    }
    for key, written in strays.items():
        if written is not None:
            message = f"`{key}` stands beside `roles:` and belongs to none of them"
            help = "move it under the role it belongs to"
            claims.report("beside-roles", message, written.place, help=help)


def _build_basics(fields: ProfileFields, claims: Claims) -> Basics:
    basics = fields.basics
    if basics.email and not _MAIL.search(clean_contact(basics.email)):
        message = f"`{basics.email}` is not an email address; it is printed as written"
        claims.report("no-mail", message, basics.email.place, help=MAIL, severity=Severity.WARNING)
    location = basics.location or LocationFields()
    return Basics(
        name=as_text(basics.name),
        label=optional_text(basics.label),
        email=clean_contact(basics.email),
        phone=clean_contact(basics.phone),
        url=clean_contact(basics.url),
        location=place_name(basics.location),
        street=clean_line(location.address),
        postal_code=clean_line(location.postal_code),
        city=clean_line(location.city),
        region=clean_line(location.region),
        country_code=_find_country(location),
        links=tuple(made for network in basics.profiles if (made := build_link(network))),
        image=optional_text(basics.image),
        birth_date=_read_date(basics.birth_date, claims),
        nationality=optional_text(basics.nationality),
    )


def _find_country(location: LocationFields) -> str:
    """Return the code of the country, or the written text where it is no country's."""
    written = clean_line(location.country_code)
    return (
        country_code(written)
        or written
        or country_code(
            clean_line(location.city), clean_line(location.region), clean_line(location.address)
        )
    )


def _find_language(written: PlacedText | None, basics: Basics, claims: Claims) -> str:
    """Return the language that is written, else English as it is where the person lives."""
    if written is None:
        country = home_country(basics.country_code, basics.phone)
        return BRITISH if writes_british(country) else DEFAULT_LANGUAGE
    if not _LANGUAGE_TAG.fullmatch(written):
        message = f"`{written}` is not a language tag"
        help = "write a tag such as en, de or pt-BR (BCP 47)"
        claims.report("language-tag", message, written.place, help=help)
    return str(written)


def _build_summaries(fields: ProfileFields, claims: Claims) -> tuple[Summary, ...]:
    """Return the single summaries, of the file or of JSON Resume's basics, and the list of
    several.
    """
    single = [text for text in (fields.summary, fields.basics.summary) if text]
    several = fields.summaries
    given = [*(None for _ in single), *(claims.claim(each.id) for each in several)]
    texts = [*single, *(each.text for each in several)]
    ids = claims.choose(given, [text_ids(plain_text(text.known_as), "summary/") for text in texts])
    chosen: list[SummaryFields | None] = [*(None for _ in single), *several]
    return tuple(
        Summary(id, as_text(text))
        if each is None
        else Summary(id, as_text(text), tuple(clean_line(tag) for tag in each.tags), each.weight)
        for id, text, each in zip(ids, texts, chosen, strict=True)
        if each is None or not each.hidden
    )


def _build_skills(fields: ProfileFields, claims: Claims) -> tuple[SkillGroup, ...]:
    """Return the groups of skills; more keywords than lapel reads would take minutes to lay out."""
    keywords = [keyword for skill in fields.skills for keyword in skill.keywords]
    if len(keywords) > MOST_KEYWORDS:
        message = f"the skills have {len(keywords):,} keywords, and lapel reads {MOST_KEYWORDS:,}"
        help = "keep those that a job may ask for"
        claims.report("many-keywords", message, keywords[MOST_KEYWORDS].place, help=help)
        return ()
    given = [claims.claim(skill.id) for skill in fields.skills]
    proposals = [text_ids(plain_text(skill.name.known_as), "skills/") for skill in fields.skills]
    return tuple(
        SkillGroup(
            id=id,
            name=as_text(skill.name),
            keywords=tuple(as_text(keyword) for keyword in skill.keywords),
            level=clean_line(skill.level),
            tags=tuple(clean_line(tag) for tag in skill.tags),
            weight=skill.weight,
            hidden=skill.hidden,
        )
        for id, skill in zip(claims.choose(given, proposals), fields.skills, strict=True)
    )
