"""The master profile as the rest of lapel sees it: checked, ordered, every text with its place."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct

from lapel.profile.ids import keyword_ids
from lapel.source.diagnostics import Place
from lapel.text.inline import Run, parse_inline, plain_text


class SectionKind(StrEnum):
    """The sections of a profile; ``CUSTOM`` is one under ``sections:`` with its own title."""

    WORK = "work"
    PROJECTS = "projects"
    EDUCATION = "education"
    VOLUNTEER = "volunteer"
    SKILLS = "skills"
    CERTIFICATES = "certificates"
    AWARDS = "awards"
    PUBLICATIONS = "publications"
    LANGUAGES = "languages"
    INTERESTS = "interests"
    REFERENCES = "references"
    CUSTOM = "custom"


UNDER_ORGANISATION = (SectionKind.WORK, SectionKind.EDUCATION, SectionKind.VOLUNTEER)
"""Sections whose entries stand under their organisation, with no room in their own line for a
summary.
"""


class Text(Struct, frozen=True):
    """A human text in the language asked for, with inline Markdown, and its place.

    ``known_as`` is the same text in the profile's main language, where it has several.
    """

    markdown: str
    place: Place
    known_as: str = ""

    @property
    def plain(self) -> str:
        """The words of the text without the markup, as a reader sees them."""
        return plain_text(self.markdown)

    @property
    def runs(self) -> tuple[Run, ...]:
        """The stretches of the text that have one look each."""
        return parse_inline(self.markdown)

    @property
    def constant(self) -> str:
        """The text that is the same whichever language is asked for: ids are made of it."""
        return self.known_as or self.markdown


class Date(Struct, frozen=True):
    """A date as written; ``year`` is None for free text, ``present`` is an ongoing end. A date that
    ``is_worded`` ("expected 2027") is printed as written.

    ``written`` is "" where work, paid or not, has a start with a year and no end: it goes on.
    """

    written: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    present: bool = False
    is_worded: bool = False


class Wording(Struct, frozen=True):
    """Another wording of a highlight by the author; lapel chooses among them, it writes none."""

    name: str
    text: Text


class Highlight(Struct, frozen=True):
    """One bullet: ``id`` is unique in the profile, ``weight`` in [0, 3], 1 where unsaid.

    A highlight that ``describes`` says what its entry is, and is set before the bullets without a
    mark. One that ``lists`` names things learned, such as courses, and tells of no work.
    """

    id: str
    text: Text
    tags: tuple[str, ...] = ()
    weight: float = 1.0
    hidden: bool = False
    wordings: tuple[Wording, ...] = ()
    letter: Text | None = None
    describes: bool = False
    lists: bool = False


class Organisation(Struct, frozen=True):
    """The organisation of an entry: an employer, a school, an issuer, a publisher."""

    id: str
    name: Text
    aliases: tuple[str, ...] = ()
    location: str = ""
    url: str = ""
    description: Text | None = None


class Entry(Struct, frozen=True):
    """One role, project, degree, certificate, award, publication, language, … of the profile.

    ``title`` is the position, the degree ("MS, Computer Science"), the project's name, and where
    there is none the organisation's. Roles of one employer share an equal ``organisation``.
    ``detail`` is a level, a score, an issuer's note; ``authors`` go before a publication's title,
    in one text; ``degree`` and ``area`` are the two parts of the title of an education.
    """

    id: str
    section: SectionKind
    title: Text
    organisation: Organisation | None = None
    start: Date | None = None
    end: Date | None = None
    location: str = ""
    url: str = ""
    summary: Text | None = None
    detail: Text | None = None
    degree: Text | None = None
    area: Text | None = None
    authors: Text | None = None
    highlights: tuple[Highlight, ...] = ()
    keywords: tuple[Text, ...] = ()
    aliases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    weight: float = 1.0
    hidden: bool = False
    custom_section: str = ""

    @property
    def is_untitled(self) -> bool:
        """Whether it is called by its organisation: a role whose position nobody wrote."""
        name = self.organisation and self.organisation.name.markdown
        return name == self.title.markdown

    @property
    def goes_on(self) -> bool:
        """Whether it began and has no end."""
        return self.start is not None and (self.end is None or self.end.present)

    @property
    def is_over(self) -> bool:
        """Whether it has an end."""
        return self.end is not None and not self.end.present


class Summary(Struct, frozen=True):
    """One way the person introduces themselves; the best for the job is chosen."""

    id: str
    text: Text
    tags: tuple[str, ...] = ()
    weight: float = 1.0


class SkillGroup(Struct, frozen=True):
    """A named group of skills; a skill without keywords is a group that has only its name."""

    id: str
    name: Text
    keywords: tuple[Text, ...] = ()
    level: str = ""
    tags: tuple[str, ...] = ()
    weight: float = 1.0
    hidden: bool = False

    @property
    def by_id(self) -> Mapping[str, Text]:
        """The keywords by the ids that a job file may name."""
        ids = keyword_ids(self.id, [keyword.plain for keyword in self.keywords])
        return dict(zip(ids, self.keywords, strict=True))


class Link(Struct, frozen=True):
    """A public page of the person: a network with its user name, or a bare address."""

    label: str
    url: str
    place: Place
    network: str = ""
    username: str = ""


class Basics(Struct, frozen=True):
    """Who the person is and how to reach them; ``location`` is where they live in short, by city
    and region.

    ``image`` is a picture's path as written, in a profile's folder; it, ``birth_date`` and
    ``nationality`` are shown on resumes in some countries and must not be in others.
    """

    name: Text
    label: Text | None = None
    email: str = ""
    phone: str = ""
    url: str = ""
    location: str = ""
    street: str = ""
    postal_code: str = ""
    city: str = ""
    region: str = ""
    country_code: str = ""
    links: tuple[Link, ...] = ()
    image: Text | None = None
    birth_date: Date | None = None
    nationality: Text | None = None


class Profile(Struct, frozen=True):
    """The whole master profile; ``entries`` are in the file's order, hidden ones included.

    ``language`` is that of its texts: the one asked for, or the main one where it has no other.
    """

    digest: str
    language: str
    basics: Basics
    summaries: tuple[Summary, ...] = ()
    entries: tuple[Entry, ...] = ()
    skills: tuple[SkillGroup, ...] = ()

    def section(self, kind: SectionKind) -> tuple[Entry, ...]:
        """Return the entries of one section in the file's order."""
        return tuple(entry for entry in self.entries if entry.section is kind)

    @property
    def wholes(self) -> Mapping[str, Entry | SkillGroup]:
        """The entries and groups of skills, by id: what a person pins or drops as a whole."""
        groups = {group.id: group for group in self.skills}
        return {entry.id: entry for entry in self.entries} | groups

    def entry(self, id: str) -> Entry:
        """Return the entry with this id; raises KeyError when there is none."""
        for entry in self.entries:
            if entry.id == id:
                return entry
        raise KeyError(id)

    def places(self) -> dict[str, Place]:
        """Return the place in the file of each summary, entry, highlight and skill group, by id."""
        found = {summary.id: summary.text.place for summary in self.summaries}
        for entry in self.entries:
            found[entry.id] = entry.title.place
            found |= {highlight.id: highlight.text.place for highlight in entry.highlights}
        return found | {group.id: group.name.place for group in self.skills}
