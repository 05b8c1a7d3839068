"""The fields of a profile file, a superset of JSON Resume 1.x, as pydantic checks them.

https://jsonresume.org/schema: nothing is required there; here only what an entry is called by.
Empty values are taken out before, so that a field is either filled or absent.
"""

from typing import Annotated, Any, ClassVar, Self

from pydantic import Field, model_validator
from pydantic.alias_generators import to_camel
from pydantic_core import PydanticCustomError

from lapel.profile.fields import (
    Fields,
    Name,
    Prose,
    Texts,
    Written,
    list_field,
    optional_field,
    required_field,
)
from lapel.profile.networks import as_network_writes, with_networks_gathered
from lapel.profile.places import with_location_gathered
from lapel.profile.reshaping import (
    with_bullets_parted,
    with_clients_told,
    with_keywords_named,
    with_rank_told,
    with_text_named,
    with_title_named,
)
from lapel.profile.spans import with_dates_parted
from lapel.source.lists import NAMES
from lapel.source.placed import PlacedText

Weight = Annotated[float, Field(ge=0, le=3, allow_inf_nan=False)]


class ChosenFields(Fields):
    """What lapel may choose or leave out."""

    id: PlacedText | None = optional_field("A short name for pins and drops, unique in the profile")
    tags: Texts = list_field("What this shows, in words a job might use")
    weight: Weight = Field(1.0, description="How much it matters to you, 0 to 3; 1 where absent")
    hidden: bool = Field(False, description="true keeps it off every page")


class HighlightFields(ChosenFields):
    """One bullet."""

    plain = "text"
    is_prose = True
    text: Prose = Field(description="The bullet, with **strong**, *emphasis*, [link](https://…)")
    wordings: dict[str, Prose] = Field(
        default_factory=dict, description="Other ways to say it, by name"
    )
    letter: Prose | None = optional_field("How to say it in a cover letter")

    @classmethod
    def _reshape(cls, value: Written) -> Written:
        return with_text_named(value)


class ListFields(HighlightFields):
    """A bullet made of a list that the file has, such as the courses of a degree."""


class LocationFields(Fields):
    """A place."""

    plain = "city"
    address: PlacedText | None = optional_field(
        "Street and number; printed in languages whose resumes have it, such as German"
    )
    postal_code: PlacedText | None = optional_field("Postal code; printed with the address")
    city: Name | None = optional_field("City")
    region: Name | None = optional_field("State, province or region")
    country_code: PlacedText | None = optional_field("Country as ISO 3166-1 alpha-2, such as US")


class EntryFields(ChosenFields):
    """What every dated entry may have; at least one of ``named_by`` says what it is."""

    named_by: ClassVar[tuple[str, ...]] = ()
    aliases: Texts = list_field("Other names a job file may use for this entry")
    start_date: PlacedText | None = optional_field(
        "2021, 2021-03, 2021-03-15, or words kept as written"
    )
    end_date: PlacedText | None = optional_field("A date, or present")
    location: LocationFields | None = optional_field("Where it was")
    url: PlacedText | None = optional_field("A web address", "url", "website")
    summary: Prose | None = optional_field(
        "One or two sentences; the first bullet, with the id summary, or what follows the title "
        "where an entry outside work, education and volunteer has no bullets"
    )
    highlights: tuple[HighlightFields, ...] = list_field("The bullets")
    keywords: Texts = list_field("Tools, methods, subjects")

    @classmethod
    def _reshape(cls, value: Written) -> Written:
        parted = with_dates_parted(with_bullets_parted(value), cls.model_fields)
        return with_location_gathered(parted)

    @model_validator(mode="after")
    def _is_named(self) -> Self:
        if self.named_by and not any(getattr(self, name) for name in self.named_by):
            expected = " or ".join(f"`{to_camel(name)}:`" for name in self.named_by)
            raise PydanticCustomError(
                "unnamed_entry", "expected {expected}", {"expected": expected}
            )
        return self


class RoleFields(EntryFields):
    """One position at an employer."""

    position: Prose | None = optional_field("The position's title", "position", "title")
    department: Prose | None = optional_field("A part of the employer: a unit, a team")
    description: Prose | None = optional_field("What the employer does")

    @classmethod
    def _reshape(cls, value: Written) -> Written:
        return super()._reshape(with_rank_told(with_clients_told(value)))


class WorkFields(RoleFields):
    """An employer with its roles, or an employer and the one role there."""

    named = ("name", "")
    named_by = ("name", "position")
    name: Name | None = optional_field("The employer", "name", "company", "organization")
    roles: tuple[RoleFields, ...] = list_field("Several positions there, the latest first")


class VolunteerFields(RoleFields):
    """Unpaid work."""

    plain = "position"
    named = ("organization", "")
    named_by = ("organization", "position")
    organization: Name | None = optional_field(
        "The organisation", "organization", "organisation", "name"
    )


class EducationFields(EntryFields):
    """A degree, a course of study, an apprenticeship."""

    plain = "study_type"
    named = ("institution", "degree")
    named_by = ("institution", "area", "study_type")
    institution: Name | None = optional_field("The school", "institution", "name")
    area: Prose | None = optional_field("The subject, such as Computer Science")
    study_type: Prose | None = optional_field("The degree, such as MS", "studyType", "degree")
    score: Name | None = optional_field("Grade or honours", "score", "gpa")
    courses: tuple[HighlightFields, ...] = list_field("Courses, printed like highlights")


class ProjectFields(EntryFields):
    """Something built or led outside or beside a role."""

    plain = "name"
    is_prose = True
    told = "summary"
    named = ("name", "summary")
    name: Name = required_field("The project's name", "name", "title")
    description: Prose | None = optional_field("The same as summary")
    entity: Name | None = optional_field("Who it was done for")
    type: PlacedText | None = optional_field("Kind of project; not printed")
    roles: Texts = list_field("Your part in it")


class CertificateFields(EntryFields):
    """A certificate or licence."""

    named = ("name", "date")
    plain = "name"
    is_prose = True
    parted = ";"
    name: Name = required_field("The certificate", "name", "title")
    issuer: Name | None = optional_field("Who issued it")
    date: PlacedText | None = optional_field("When it was issued")


class AwardFields(EntryFields):
    """An award or honour."""

    named = ("title", "date")
    plain = "title"
    is_prose = True
    parted = ";"
    title: Name = required_field("The award", "title", "name")
    awarder: Name | None = optional_field("Who gave it")
    date: PlacedText | None = optional_field("When it was given")


class PublicationFields(EntryFields):
    """A paper, book, article or talk in print."""

    plain = "name"
    is_prose = True
    parted = ";"
    name: Name = required_field("The title", "name", "title")
    authors: Texts = list_field("Everyone who wrote it, in order; your own name is set in bold")
    publisher: Name | None = optional_field("Journal, conference or publisher")
    doi: PlacedText | None = optional_field("Its DOI, for a link where there is no url")
    release_date: PlacedText | None = optional_field("When it appeared", "releaseDate", "date")


class LanguageFields(EntryFields):
    """A language spoken."""

    named = ("language", "fluency")
    plain = "language"
    parted = NAMES
    language: Name = required_field("The language", "language", "name")
    fluency: Name | None = optional_field("How well, such as Native or B2", "fluency", "level")


class InterestFields(EntryFields):
    """An interest."""

    named = ("name", "keywords")
    plain = "name"
    is_prose = True
    parted = NAMES
    name: Name = Field(description="The interest")


class ReferenceFields(EntryFields):
    """What somebody says of the person; never printed."""

    plain = "name"
    is_prose = True
    name: Name = Field(description="Who says it")
    reference: Prose | None = optional_field("What they say")


class SkillFields(ChosenFields):
    """A group of skills."""

    named = ("name", "keywords")
    plain = "name"
    told = "keywords"
    parted = NAMES
    name: Name = Field(description="The group, such as Machine learning")
    level: Name | None = optional_field("How well, such as Advanced")
    keywords: Texts = list_field("The single skills")

    @classmethod
    def _reshape(cls, value: Written) -> Written:
        return with_keywords_named(value)


class CustomEntryFields(EntryFields):
    """An entry of a section of the person's own."""

    plain = "title"
    is_prose = True
    parted = ";"
    title: Name = required_field("What it is called", "title", "name")
    organisation: Name | None = optional_field(
        "Where or for whom", "organisation", "organization", "entity"
    )
    date: PlacedText | None = optional_field("A single date")
    detail: Prose | None = optional_field(
        "A part or a note beside the title", "detail", "position", "role"
    )
    summary: Prose | None = optional_field(
        "What follows the title, or its first bullet", "summary", "description", "details"
    )

    @classmethod
    def _reshape(cls, value: Written) -> Written:
        return super()._reshape(with_title_named(value, cls))


class CustomSectionFields(Fields):
    """A section of the person's own."""

    title: Prose = required_field("The section's heading", "title", "name")
    entries: tuple[CustomEntryFields, ...] = list_field("Its entries", "entries", "items")


class NetworkFields(Fields):
    """A public page of the person."""

    named = ("network", "url")
    plain = "url"
    network: Name | None = optional_field("The network, such as GitHub")
    username: PlacedText | None = optional_field("The name there")
    url: PlacedText | None = optional_field("The page's address")

    @classmethod
    def _reshape(cls, value: Written) -> Written:
        return as_network_writes(value)


class SummaryFields(ChosenFields):
    """One way the person introduces themselves."""

    plain = "text"
    is_prose = True
    text: Prose = Field(description="Two or three sentences")


class BasicsFields(Fields):
    """Who the person is and how to reach them."""

    name: Name = Field(description="First and last name")
    label: Prose | None = optional_field("A title under the name, such as Head of Data")
    image: PlacedText | None = optional_field(
        "A JPEG or PNG file beside the profile; printed with --personal only", "image", "picture"
    )
    birth_date: PlacedText | None = optional_field(
        "When you were born; printed with --personal only", "birthDate", "dateOfBirth"
    )
    nationality: Name | None = optional_field("Printed with --personal only")
    email: PlacedText | None = optional_field("Mail address")
    phone: PlacedText | None = optional_field("Telephone number")
    url: PlacedText | None = optional_field("Own web page", "url", "website")
    summary: Prose | None = optional_field("Two or three sentences; see also summaries")
    location: LocationFields | None = optional_field("Where the person lives")
    profiles: tuple[NetworkFields, ...] = list_field("Pages such as GitHub or LinkedIn")

    @classmethod
    def _reshape(cls, value: Written) -> Written:
        return with_location_gathered(with_networks_gathered(value))


class ProfileFields(Fields):
    """A master profile: everything a person did, of which lapel chooses what a job asks for."""

    meta: Any = Field(None, description="Anything about the file itself; lapel does not read it")
    language: PlacedText | None = optional_field(
        "Language of the texts as BCP 47, such as en or de-AT"
    )
    basics: BasicsFields = Field(description="Name and contact")
    summary: Prose | None = optional_field("Two or three sentences about you")
    summaries: tuple[SummaryFields, ...] = list_field("Several; the best for the job is chosen")
    work: tuple[WorkFields, ...] = list_field("Employers, the latest first")
    volunteer: tuple[VolunteerFields, ...] = list_field("Unpaid work")
    education: tuple[EducationFields, ...] = list_field("Degrees, the latest first")
    projects: tuple[ProjectFields, ...] = list_field("Projects")
    skills: tuple[SkillFields, ...] = list_field("Groups of skills")
    certificates: tuple[CertificateFields, ...] = list_field("Certificates and licences")
    awards: tuple[AwardFields, ...] = list_field("Awards")
    publications: tuple[PublicationFields, ...] = list_field("Publications")
    languages: tuple[LanguageFields, ...] = list_field("Languages")
    interests: tuple[InterestFields, ...] = list_field("Interests")
    references: tuple[ReferenceFields, ...] = list_field("References; never printed")
    sections: tuple[CustomSectionFields, ...] = list_field("Anything else, under your own headings")
