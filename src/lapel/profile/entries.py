"""The entries of every section before they have ids: who, what, where and when."""

import re
from collections.abc import Iterator
from typing import Self

from msgspec import Struct
from msgspec.structs import replace

from lapel.locale.words import FALLBACK, load_words
from lapel.profile.authors import in_bold, is_person
from lapel.profile.ids import kebab, telling_words, words_of
from lapel.profile.model import UNDER_ORGANISATION, Entry, Organisation, SectionKind, Text
from lapel.profile.organisations import organisation_of
from lapel.profile.schema import (
    AwardFields,
    CertificateFields,
    ChosenFields,
    CustomEntryFields,
    EducationFields,
    EntryFields,
    HighlightFields,
    InterestFields,
    LanguageFields,
    ListFields,
    ProfileFields,
    ProjectFields,
    PublicationFields,
    ReferenceFields,
    VolunteerFields,
    WorkFields,
)
from lapel.profile.texts import (
    as_text,
    clean_line,
    joined_text,
    names_elsewhere,
    optional_text,
    place_name,
)
from lapel.source.placed import PlacedText
from lapel.text.inline import plain_text
from lapel.text.regexes import regex

LONGEST_COURSE_WORDS = 6
LONGEST_KIND_WORDS = 4
"""An employer's description of at most so many words says what the employer is: "A bakery"."""
_DOI = r"(?i)^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)"
_AT_HOME = regex(r"(?i)\b(?:carer|caregiver|homemaker)\b|\bparent$")
_BETWEEN_COURSES = r"[,;]\s+"
WORDS_OF_TITLE = 4
WORDS_OF_ORGANISATION = 3


class EntryDraft(Struct, frozen=True, kw_only=True):
    """An entry as its section reads its fields, before it has an id and the parts that are checked
    later: dates, highlights, tags and weight; ``fields`` has what all have alike.

    A role has tags, weight and hiding of its ``employer`` too. ``ongoing`` is an absent end that
    means the present where the start has a year. A ``described`` entry has its description as the
    first of its highlights.
    """

    entry: Entry
    fields: EntryFields
    start: PlacedText | None
    highlights: tuple[HighlightFields, ...]
    described: bool
    employer: ChosenFields | None = None
    ongoing: bool = False

    @property
    def end(self) -> PlacedText | None:
        """The end as it is written."""
        return self.fields.end_date

    def saying(self, **told: Text | str | tuple[str, ...] | None) -> Self:
        """Return the draft with these values of its entry replaced."""
        return replace(self, entry=replace(self.entry, **told))

    @property
    def proposals(self) -> list[str]:
        """Return ever longer ids: organisation and title, all their words, with dates, with the
        place.
        """
        title, named = plain_text(self.entry.title.constant), self.entry.organisation
        organisation = plain_text(named.name.constant) if named else ""
        organisation = "" if organisation == title else organisation
        short = [
            *telling_words(organisation)[:WORDS_OF_ORGANISATION],
            *telling_words(title)[:WORDS_OF_TITLE],
        ]
        whole = words_of(f"{organisation} {title}")
        dates = words_of(f"{self.start or ''} {self.end or ''}")
        place = words_of(self.entry.location)
        longer = (short, whole, [*short, *dates], [*whole, *dates], [*whole, *dates, *place])
        return [kebab(words) for words in longer if words] or [self.entry.section.value]


def entry_drafts(fields: ProfileFields) -> list[EntryDraft]:
    """Return the drafts of all sections, each in the file's order."""
    words = load_words(fields.language or FALLBACK).value
    coursework = words.coursework + words.colon if words else ""
    return [
        *(
            draft
            for employer in _move_own_descriptions(fields.work)
            for draft in _draft_work(employer)
        ),
        *(_draft_volunteer(entry) for entry in fields.volunteer),
        *(_draft_education(entry, coursework) for entry in fields.education),
        *(_draft_project(entry) for entry in fields.projects),
        *(_draft_certificate(entry) for entry in fields.certificates),
        *(_draft_award(entry) for entry in fields.awards),
        *(_draft_publication(entry, fields.basics.name) for entry in fields.publications),
        *(_draft_language(entry) for entry in fields.languages),
        *(_draft_interest(entry) for entry in fields.interests),
        *(_draft_reference(entry) for entry in fields.references),
        *(
            _draft_custom(entry, clean_line(section.title))
            for section in fields.sections
            for entry in section.entries
        ),
    ]


def _move_own_descriptions(work: tuple[WorkFields, ...]) -> Iterator[WorkFields]:
    """Yield the employers. Where only a description is given, or an employer occurs several times
    with different ones, the description tells of the person's work and becomes the summary.
    """
    told: dict[str, set[str]] = {}
    for employer in work:
        told.setdefault(clean_line(employer.name), set()).add(clean_line(employer.description))
    for employer in work:
        says_much = len(clean_line(employer.description).split()) > LONGEST_KIND_WORDS
        is_alone = says_much and not employer.highlights and not employer.roles
        is_own = is_alone or len(told[clean_line(employer.name)] - {""}) > 1
        own = {"summary": employer.description, "description": None}
        is_told = is_own and employer.description and not employer.summary
        yield employer.model_copy(update=own) if is_told else employer


def _draft_entry(
    section: SectionKind,
    fields: EntryFields,
    title: Text | None,
    organisation: Organisation | None = None,
    *,
    url: str = "",
    date: PlacedText | None = None,
    summary: Text | None = None,
    courses: tuple[HighlightFields, ...] = (),
) -> EntryDraft:
    """Return a draft with the fields that are read alike in every section.

    An entry without a title is called by its organisation. A summary is part of the entry's line
    where the line is all there is, and elsewhere the first of its highlights.
    """
    called, given = title or (organisation.name if organisation else None), clean_line(fields.url)
    assert called is not None, "the schema asks for one of them"
    told = summary or optional_text(fields.summary)
    highlights = fields.highlights + courses
    described = told is not None and bool(highlights or section in UNDER_ORGANISATION)
    if told and described:
        highlights = (_as_highlight(told), *highlights)
        told = None
    entry = Entry(
        id="",
        section=section,
        title=called,
        organisation=organisation,
        location=place_name(fields.location),
        url=url or ("" if organisation and organisation.url == given else given),
        summary=told,
        keywords=tuple(map(as_text, fields.keywords)),
        aliases=(*map(clean_line, fields.aliases), *names_elsewhere(title)),
    )
    return EntryDraft(
        entry=entry,
        fields=fields,
        start=date or fields.start_date,
        highlights=highlights,
        described=described,
    )


def _as_highlight(summary: Text) -> HighlightFields:
    """Return an entry's summary as one of its highlights, whose id does not change with its
    words.
    """
    place = summary.place
    id = PlacedText.at(place, "summary")
    text = PlacedText.at(place, summary.markdown, summary.constant)
    return HighlightFields.model_validate({"id": id, "text": text})


def _draft_work(employer: WorkFields) -> Iterator[EntryDraft]:
    """Yield the roles at an employer, or the one role whose fields are directly on it.

    Beside ``roles:`` the employer's summary describes the employer, and its address is its own.
    People who cared for somebody at home write that where others have an employer.
    """
    description = employer.summary if employer.roles else None
    if not employer.roles and not employer.position and _AT_HOME.search(clean_line(employer.name)):
        employer = employer.model_copy(update={"position": employer.name, "name": None})
    organisation = organisation_of(
        employer.name,
        id=employer.id,
        aliases=employer.aliases,
        location=place_name(employer.location) if employer.roles else "",
        url=clean_line(employer.url),
        description=joined_text((employer.description, description), " "),
    )
    for role in employer.roles or (employer,):
        draft = _draft_entry(SectionKind.WORK, role, optional_text(role.position), organisation)
        draft = draft.saying(
            location=draft.entry.location or place_name(employer.location),
            detail=optional_text(role.department or employer.department),
        )
        is_own = role is employer
        if is_own and organisation:
            draft = draft.saying(aliases=names_elsewhere(draft.entry.title))
        yield replace(draft, employer=None if is_own else employer, ongoing=True)


def _draft_volunteer(fields: VolunteerFields) -> EntryDraft:
    organisation = organisation_of(
        fields.organization,
        url=clean_line(fields.url),
        description=optional_text(fields.description),
    )
    title = optional_text(fields.position)
    draft = _draft_entry(SectionKind.VOLUNTEER, fields, title, organisation)
    return replace(draft.saying(detail=optional_text(fields.department)), ongoing=True)


def _draft_education(fields: EducationFields, coursework: str) -> EntryDraft:
    draft = _draft_entry(
        SectionKind.EDUCATION,
        fields,
        joined_text((fields.study_type, fields.area), ", "),
        organisation_of(fields.institution, url=clean_line(fields.url)),
        courses=_join_courses(fields.courses, coursework),
    )
    return draft.saying(
        detail=optional_text(fields.score),
        degree=optional_text(fields.study_type),
        area=optional_text(fields.area),
    )


def _join_courses(courses: tuple[HighlightFields, ...], label: str) -> tuple[HighlightFields, ...]:
    """Return several courses that are only short names as one line with a label; others
    unchanged.
    """
    names = [course.text for course in courses]
    parts = [part for name in names for part in re.split(_BETWEEN_COURSES, name)]
    is_plain = all(course.model_fields_set == {"text"} for course in courses)
    short = all(len(part.split()) <= LONGEST_COURSE_WORDS for part in parts)
    if len(parts) < 2 or not is_plain or not short or any(":" in name for name in names):
        return courses
    together = joined_text(tuple(names), "; " if any("," in name for name in names) else ", ")
    assert together is not None, "there are several"
    told = PlacedText.at(together.place, label + together.markdown, label + together.constant)
    id = PlacedText.at(together.place, "coursework")
    return (ListFields.model_validate({"id": id, "text": told}),)


def _draft_project(fields: ProjectFields) -> EntryDraft:
    summary = joined_text((fields.summary, fields.description), " ")
    entity = organisation_of(fields.entity)
    draft = _draft_entry(
        SectionKind.PROJECTS, fields, as_text(fields.name), entity, summary=summary
    )
    return draft.saying(detail=joined_text(fields.roles, ", "))


def _draft_certificate(fields: CertificateFields) -> EntryDraft:
    issuer = organisation_of(fields.issuer)
    return _draft_entry(
        SectionKind.CERTIFICATES, fields, as_text(fields.name), issuer, date=fields.date
    )


def _draft_award(fields: AwardFields) -> EntryDraft:
    awarder = organisation_of(fields.awarder)
    return _draft_entry(
        SectionKind.AWARDS, fields, as_text(fields.title), awarder, date=fields.date
    )


def _draft_publication(fields: PublicationFields, person: PlacedText) -> EntryDraft:
    publisher = organisation_of(fields.publisher)
    title = as_text(fields.name)
    date = fields.release_date
    doi = re.sub(_DOI, "", clean_line(fields.doi))
    url = f"https://doi.org/{doi}" if doi and not fields.url else ""
    draft = _draft_entry(SectionKind.PUBLICATIONS, fields, title, publisher, date=date, url=url)
    authors = tuple(in_bold(name) if is_person(name, person) else name for name in fields.authors)
    return draft.saying(authors=joined_text(authors, ", "))


def _draft_language(fields: LanguageFields) -> EntryDraft:
    draft = _draft_entry(SectionKind.LANGUAGES, fields, as_text(fields.language))
    return draft.saying(detail=optional_text(fields.fluency))


def _draft_interest(fields: InterestFields) -> EntryDraft:
    return _draft_entry(SectionKind.INTERESTS, fields, as_text(fields.name))


def _draft_reference(fields: ReferenceFields) -> EntryDraft:
    summary = optional_text(fields.reference)
    return _draft_entry(SectionKind.REFERENCES, fields, as_text(fields.name), summary=summary)


def _draft_custom(fields: CustomEntryFields, section_title: str) -> EntryDraft:
    title, whose = as_text(fields.title), organisation_of(fields.organisation)
    draft = _draft_entry(SectionKind.CUSTOM, fields, title, whose, date=fields.date)
    return draft.saying(detail=optional_text(fields.detail), custom_section=section_title)
