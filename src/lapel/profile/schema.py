"""The fields of a profile file, a superset of JSON Resume 1.x, as pydantic checks them.

https://jsonresume.org/schema: nothing is required there; here only what an entry is called by.
Empty values are taken out before, so that a field is either filled or absent.
"""

import re
from itertools import chain
from types import MappingProxyType
from typing import Annotated, Any, ClassVar, Self

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, model_validator
from pydantic.alias_generators import to_camel
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import PydanticCustomError

from lapel.profile.dates import is_date
from lapel.profile.per_language import PerLanguage, each_per_language, marker_of
from lapel.source.keys import fields_by_spelling, known_keys, letters, meant_by, spellings
from lapel.source.lists import NAMES, OF_A_DATE, bullets_within, is_list, parted
from lapel.source.placed import PlacedText
from lapel.source.shapes import DIALECT
from lapel.text.regexes import regex

Prose = Annotated[PlacedText, PerLanguage(is_prose=True)]
"""A sentence or a title, which has to be translated."""
Name = Annotated[PlacedText, PerLanguage()]
"""A name, which may have another form in another language."""
Texts = Annotated[tuple[Name, ...], PerLanguage()]
POSITIONS = ("position", "role")
LONGEST_NAME = 6
PRESENT = "present"
CURRENT = frozenset({"current", "iscurrent", "currentlyworking", "isworkinghere", "currentrole"})
CLIENTS = frozenset({"clients", "customers", "accounts", "engagements"})
CLIENT = frozenset({"name", "highlights"})
PRIVATE_KEY = r"^([$_]|x-)"
RANGES = frozenset(
    {
        *("date", "dates", "period", "years", "duration", "when", "timeframe", "daterange"),
        *("timeperiod", "tenure"),
    }
)
PLACES = MappingProxyType(
    {
        "city": "city",
        "town": "city",
        "region": "region",
        "state": "region",
        "province": "region",
        "country": "countryCode",
        "countrycode": "countryCode",
        "address": "address",
        "street": "address",
        "postalcode": "postalCode",
        "zip": "postalCode",
        "zipcode": "postalCode",
        "postcode": "postalCode",
    }
)
BOUNDS = MappingProxyType(
    {"start": "startDate", "from": "startDate", "end": "endDate", "to": "endDate"}
)
_BETWEEN_DATES = regex(
    r"\s*[–—]\s*|\s*--+\s*|\s+(?:-|until|bis)\s+|\s+to\s+(?!date$)|\s+(?=to date$)|\s*-$"
    r"|(?<=^\d{4})-(?=\d{4}$|[^\W\d])|(?<=[/. ]\d{4})-(?=\d{1,2}[/.]|[^\W\d])"
    r"|(?<=[/.]\d\d)-(?=\d{4}|[^\W\d])|\s*[~～]\s*|\s*至\s*(?!今)|(?=至今)",
    re.IGNORECASE,
)
_SINCE = r"(?i)(?:since|seit|depuis|desde)\s+"
_SHORT_END = r"(\d\d)(\d\d)\s*[–—]\s*(\d\d)"
_YEAR = r"\b\d{4}\b"
NETWORKS = MappingProxyType(
    {
        name.casefold(): name
        for name in ("LinkedIn", "GitHub", "GitLab", "XING", "ORCID", "Mastodon", "Behance")
    }
)
ADDRESSES = MappingProxyType(
    {
        "linkedin": "https://linkedin.com/in/",
        "github": "https://github.com/",
        "gitlab": "https://gitlab.com/",
        "orcid": "https://orcid.org/",
        "xing": "https://xing.com/profile/",
        "behance": "https://behance.net/",
    }
)
"""Where the page of a name is, in networks in which that is the same for everybody."""
Weight = Annotated[float, Field(ge=0, le=3, allow_inf_nan=False)]


def _parted(dates: str) -> tuple[str, str] | None:
    """The two dates of a range, one of which may have no month; the present where it is open."""
    if since := re.match(_SINCE, dates):
        return dates[since.end() :], PRESENT
    if short := re.fullmatch(_SHORT_END, dates):
        return short[1] + short[2], short[1] + short[3]
    parts = _BETWEEN_DATES.split(dates)
    if len(parts) != 2 or not all(
        is_date(part) or re.search(_YEAR, part) for part in parts if part
    ):
        return None
    return (parts[0], parts[1] or PRESENT) if parts[0] else None


def _at_place(whole: str, part: str) -> str:
    """A part of a text at the place of the whole."""
    return PlacedText.at(whole.place, part) if isinstance(whole, PlacedText) else part


def _is_range(key: str) -> bool:
    """Whether a key is called as a range of dates is: "when", "employment_period"."""
    return letters(key) in RANGES or re.split(r"[\s_-]", key.casefold())[-1] in RANGES


def _whole_date(written: object) -> Any:  # noqa: ANN401  (what pydantic hands on)
    """A date that stands in its parts as one; anything else as it is."""
    if not isinstance(written, dict) or "year" not in written or written.keys() - set(OF_A_DATE):
        return written
    parts = [part for name in OF_A_DATE if isinstance(part := written.get(name), PlacedText)]
    whole = "-".join(part.zfill(2) for part in parts)
    return PlacedText.at(parts[0].place, whole) if len(parts) == len(written) else written


def _gathered_location(value: object) -> object:
    """Parts of a place that stand beside the rest, such as a city and a state, as a place."""
    if not isinstance(value, dict) or "location" in value:
        return value
    parts = {PLACES[letters(key)]: held for key, held in value.items() if letters(key) in PLACES}
    texts = [part for part in parts.values() if isinstance(part, PlacedText)]
    if len(parts) < 2 or len(texts) < len(parts):
        return value
    rest = {key: held for key, held in value.items() if letters(key) not in PLACES}
    return {**rest, "location": parts}


def needed(text: str, *spellings: str) -> Any:  # noqa: ANN401  (as pydantic types its Field)
    """A field that nothing goes without, with what an editor shows for it, and its spellings."""
    return Field(description=text, validation_alias=AliasChoices(*spellings))


def described(text: str, *spellings: str) -> Any:  # noqa: ANN401  (as pydantic types its Field)
    """An optional field with what an editor shows for it, and its spellings if several."""
    aliases = AliasChoices(*spellings) if spellings else None
    return Field(default=None, description=text, validation_alias=aliases)


def several(text: str, *spellings: str) -> Any:  # noqa: ANN401  (as pydantic types its Field)
    """A list that may be absent, with what an editor shows for it."""
    aliases = AliasChoices(*spellings) if spellings else None
    return Field(default=(), description=text, validation_alias=aliases)


_STRESSED_LABEL = regex(r"^(\*\*|\*|__|_)([^*]+?)(?::\1|\1:)\s+")


class Fields(BaseModel):
    """Any mapping of the profile; ``plain`` is the field that a bare text in its place fills.

    ``is_prose`` says that such a text is a sentence or a name, in which a colon may stand; ``told``
    is the field of what follows a colon in it, where that parts a name from what it is;
    ``parted`` are the marks that part several in one text; ``named`` are the fields of the key and
    of what stands under it where several are written as `key: what`, the second one "" where that
    is no text.
    """

    model_config = ConfigDict(
        alias_generator=to_camel, extra="forbid", frozen=True, defer_build=True
    )
    plain: ClassVar[str] = ""
    is_prose: ClassVar[bool] = False
    told: ClassVar[str] = ""
    parted: ClassVar[str] = ""
    named: ClassVar[tuple[str, str]] = ("", "")

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: object) -> object:
        if not cls.plain or not isinstance(value, str | dict):
            return value
        field = spellings(cls.plain, cls.model_fields[cls.plain])[0]
        if isinstance(value, dict):
            alone = value.get(field) if cls.told and len(value) == 1 else None
            if not isinstance(alone, str):
                return value
            value = alone
        name, colon, rest = _STRESSED_LABEL.sub(r"\2: ", value).partition(": ")
        if not cls.told or not colon or len(name.split()) > LONGEST_NAME:
            return {field: value}
        told: object = _at_place(value, rest.strip())
        if is_list(cls.model_fields[cls.told].annotation):
            told = [_at_place(value, part) for part in parted(rest.rstrip(". "), cls.parted)]
        return {field: _at_place(value, name), cls.told: told}


class ChosenFields(Fields):
    """What lapel may choose or leave out."""

    id: PlacedText | None = described("A short name for pins and drops, unique in the profile")
    tags: Texts = several("What this shows, in words a job might use")
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
    letter: Prose | None = described("How to say it in a cover letter")

    @model_validator(mode="before")
    @classmethod
    def _from_single(cls, value: object) -> object:
        """A bullet that is one text under a name of its own is that text."""
        if not isinstance(value, dict) or len(value) != 1 or "text" in value:
            return value
        (told,) = value.values()
        return {"text": told} if isinstance(told, PlacedText) else value


class LocationFields(Fields):
    """A place."""

    plain = "city"
    address: PlacedText | None = described("Street and number; not printed")
    postal_code: PlacedText | None = described("Postal code; not printed")
    city: Name | None = described("City")
    region: Name | None = described("State, province or region")
    country_code: PlacedText | None = described("Country as ISO 3166-1 alpha-2, such as US")


class EntryFields(ChosenFields):
    """What every dated entry may have; at least one of ``named_by`` says what it is."""

    named_by: ClassVar[tuple[str, ...]] = ()
    aliases: Texts = several("Other names a job file may use for this entry")
    start_date: PlacedText | None = described("2021, 2021-03, 2021-03-15, or words kept as written")
    end_date: PlacedText | None = described("A date, or present")
    location: LocationFields | None = described("Where it was")
    url: PlacedText | None = described("A web address", "url", "website")
    summary: Prose | None = described(
        "One or two sentences; the first bullet, with the id summary, or what follows the title "
        "where an entry outside work, education and volunteer has no bullets"
    )
    highlights: tuple[HighlightFields, ...] = several("The bullets")
    keywords: Texts = several("Tools, methods, subjects")

    @model_validator(mode="before")
    @classmethod
    def _gather_location(cls, value: object) -> object:
        return _gathered_location(value)

    @model_validator(mode="before")
    @classmethod
    def _part_dates(cls, value: object) -> object:
        """A range of dates under one name is where the entry begins and where it ends; what is said
        to be current goes on.
        """
        if not isinstance(value, dict):
            return value
        value = {key: _whole_date(held) for key, held in value.items()}
        for key in [key for key in value if letters(key) in CURRENT]:
            said = value.pop(key)
            if str(said).casefold() in ("true", "yes") and not value.get("endDate"):
                value["endDate"] = PlacedText.at(said.place, PRESENT)
        if {"startDate", "endDate"} & value.keys():
            return value
        for key, dates in value.items():
            is_range = _is_range(key) and key not in cls.model_fields
            if is_range and isinstance(dates, dict) and dates and not dates.keys() - BOUNDS.keys():
                rest = {other: field for other, field in value.items() if other != key}
                return rest | {BOUNDS[bound]: _whole_date(date) for bound, date in dates.items()}
            parts = _parted(dates.strip()) if is_range and isinstance(dates, PlacedText) else None
            if parts:
                start, end = (PlacedText.at(dates.place, part) for part in parts)
                rest = {other: field for other, field in value.items() if other != key}
                return {**rest, "startDate": start, "endDate": end}
        return value

    @model_validator(mode="before")
    @classmethod
    def _part_bullets(cls, value: object) -> object:
        """Bullets that stand where a sentence is expected are highlights, the first of them."""
        if not isinstance(value, dict) or not isinstance(value.get("highlights", []), list):
            return value
        for key in ("summary", "description"):
            told = value.get(key)
            place = told.place if isinstance(told, PlacedText) else None
            sentence, bullets = bullets_within(told) if isinstance(told, PlacedText) else ("", told)
            if isinstance(bullets, list) and bullets:
                rest = {other: field for other, field in value.items() if other != key}
                if place:
                    bullets = [PlacedText.at(place, bullet) for bullet in bullets]
                if place and sentence:
                    rest[key] = PlacedText.at(place, sentence)
                return {**rest, "highlights": [*bullets, *value.get("highlights", [])]}
        return value

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

    position: Prose | None = described("The position's title", "position", "title")
    description: Prose | None = described("What the employer does")

    @model_validator(mode="before")
    @classmethod
    def _tell_clients(cls, value: object) -> object:
        """Whom one worked for there is a bullet, what one did for each of them more of these."""
        if not isinstance(value, dict):
            return value
        for key in [key for key in value if key.casefold() in CLIENTS]:
            each = [_as_client(one) for one in value[key]] if isinstance(value[key], list) else []
            names = [name for name, _ in each if name is not None]
            if names and len(names) == len(each):
                told = PlacedText.at(names[0].place, f"{key.capitalize()}: {', '.join(names)}")
                bullets = chain.from_iterable(bullets for _, bullets in each)
                rest = {k: v for k, v in value.items() if k != key}
                return {**rest, "highlights": [*rest.get("highlights", ()), told, *bullets]}
        return value


def _as_client(written: object) -> tuple[PlacedText | None, list[object]]:
    """The name of a client and the bullets under it; None for the name of anything else."""
    if not isinstance(written, dict):
        return (written, []) if isinstance(written, PlacedText) else (None, [])
    name, bullets = written.get("name"), written.get("highlights", [])
    is_client = isinstance(name, PlacedText) and isinstance(bullets, list)
    return (name, bullets) if is_client and not written.keys() - CLIENT else (None, [])


class WorkFields(RoleFields):
    """An employer with its roles, or an employer and the one role there."""

    named = ("name", "")
    named_by = ("name", "position")
    name: Name | None = described("The employer", "name", "company", "organization")
    roles: tuple[RoleFields, ...] = several("Several positions there, the latest first")


class VolunteerFields(RoleFields):
    """Unpaid work."""

    plain = "position"
    named = ("organization", "")
    named_by = ("organization", "position")
    organization: Name | None = described(
        "The organisation", "organization", "organisation", "name"
    )


class EducationFields(EntryFields):
    """A degree, a course of study, an apprenticeship."""

    plain = "study_type"
    named = ("institution", "degree")
    named_by = ("institution", "area", "study_type")
    institution: Name | None = described("The school", "institution", "name")
    area: Prose | None = described("The subject, such as Computer Science")
    study_type: Prose | None = described("The degree, such as MS", "studyType", "degree")
    score: Name | None = described("Grade or honours", "score", "gpa")
    courses: tuple[HighlightFields, ...] = several("Courses, printed like highlights")


class ProjectFields(EntryFields):
    """Something built or led outside or beside a role."""

    plain = "name"
    is_prose = True
    told = "summary"
    named = ("name", "summary")
    name: Name = needed("The project's name", "name", "title")
    description: Prose | None = described("The same as summary")
    entity: Name | None = described("Who it was done for")
    type: PlacedText | None = described("Kind of project; not printed")
    roles: Texts = several("Your part in it")


class CertificateFields(EntryFields):
    """A certificate or licence."""

    named = ("name", "date")
    plain = "name"
    is_prose = True
    parted = ";"
    name: Name = needed("The certificate", "name", "title")
    issuer: Name | None = described("Who issued it")
    date: PlacedText | None = described("When it was issued")


class AwardFields(EntryFields):
    """An award or honour."""

    named = ("title", "date")
    plain = "title"
    is_prose = True
    parted = ";"
    title: Name = needed("The award", "title", "name")
    awarder: Name | None = described("Who gave it")
    date: PlacedText | None = described("When it was given")


class PublicationFields(EntryFields):
    """A paper, book, article or talk in print."""

    plain = "name"
    is_prose = True
    parted = ";"
    name: Name = needed("The title", "name", "title")
    authors: Texts = several("Everyone who wrote it, in order; your own name is set in bold")
    publisher: Name | None = described("Journal, conference or publisher")
    doi: PlacedText | None = described("Its DOI, for a link where there is no url")
    release_date: PlacedText | None = described("When it appeared", "releaseDate", "date")


class LanguageFields(EntryFields):
    """A language spoken."""

    named = ("language", "fluency")
    plain = "language"
    parted = NAMES
    language: Name = needed("The language", "language", "name")
    fluency: Name | None = described("How well, such as Native or B2", "fluency", "level")


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
    reference: Prose | None = described("What they say")


class SkillFields(ChosenFields):
    """A group of skills."""

    named = ("name", "keywords")
    plain = "name"
    told = "keywords"
    parted = NAMES
    name: Name = Field(description="The group, such as Machine learning")
    level: Name | None = described("How well, such as Advanced")
    keywords: Texts = several("The single skills")

    @model_validator(mode="before")
    @classmethod
    def _name_keywords(cls, value: object) -> object:
        """A skill that stands with a level is its name, and the level where that is in words."""
        if not isinstance(value, dict) or not isinstance(value.get("keywords"), list):
            return value
        return {**value, "keywords": [_as_keyword(each) for each in value["keywords"]]}


def _as_keyword(written: object) -> object:
    """The name of a skill that is more than its name; anything else as it is."""
    name = written.get("name") if isinstance(written, dict) else None
    if not isinstance(written, dict) or not isinstance(name, PlacedText):
        return written
    level = written.get("level")
    says = isinstance(level, PlacedText) and not re.search(r"\d", level)
    return PlacedText.at(name.place, f"{name} ({level})") if says else name


class CustomEntryFields(EntryFields):
    """An entry of a section of the person's own."""

    plain = "title"
    is_prose = True
    parted = ";"
    title: Name = needed("What it is called", "title", "name")
    organisation: Name | None = described(
        "Where or for whom", "organisation", "organization", "entity"
    )
    date: PlacedText | None = described("A single date")
    detail: Prose | None = described(
        "A part or a note beside the title", "detail", "position", "role"
    )
    summary: Prose | None = described(
        "What follows the title, or its first bullet", "summary", "description", "details"
    )

    @model_validator(mode="before")
    @classmethod
    def _name(cls, value: object) -> object:
        """What has no title is called by its position, else by the first text of no known name."""
        if not isinstance(value, dict):
            return value
        known = known_keys(cls, ())
        meant = {key: meant_by(key, known) for key in value}
        texts = [key for key, held in value.items() if isinstance(held, PlacedText)]
        others = [key for key in texts if not meant[key] and key not in fields_by_spelling(cls)]
        hosts = [key for key in texts if meant[key] == ("organisation",)]
        called = next((key for key in (*POSITIONS, *others, *hosts) if key in texts), None)
        if called is None or "name" in value or ("title",) in meant.values():
            return value
        return {"title" if key == called else key: held for key, held in value.items()}


class CustomSectionFields(Fields):
    """A section of the person's own."""

    title: Prose = needed("The section's heading", "title", "name")
    entries: tuple[CustomEntryFields, ...] = several("Its entries", "entries", "items")


class NetworkFields(Fields):
    """A public page of the person."""

    named = ("network", "url")
    plain = "url"
    network: Name | None = described("The network, such as GitHub")
    username: PlacedText | None = described("The name there")
    url: PlacedText | None = described("The page's address")

    @model_validator(mode="before")
    @classmethod
    def _tell_name_from_address(cls, value: object) -> object:
        """A network's name as it writes itself; an address without a dot is the name there."""
        if not isinstance(value, dict):
            return value
        network, url = value.get("network"), value.get("url")
        if isinstance(network, PlacedText) and (own := NETWORKS.get(network.casefold())):
            value = {**value, "network": PlacedText.at(network.place, own)}
        if isinstance(url, PlacedText) and "." not in url and "username" not in value:
            value = {**{k: v for k, v in value.items() if k != "url"}, "username": url}
        return _with_address(value)


def _with_address(page: dict[str, Any]) -> dict[str, Any]:
    """A page with the address that a name has in a network where all addresses are alike."""
    network, username = page.get("network"), page.get("username")
    if "url" in page or not isinstance(network, PlacedText) or not isinstance(username, PlacedText):
        return page
    before, name = ADDRESSES.get(network.casefold(), ""), username.removeprefix("@")
    is_name = before and re.fullmatch(r"[\w-]+", name) and name.casefold() != network.casefold()
    return {**page, "url": PlacedText.at(username.place, before + name)} if is_name else page


class SummaryFields(ChosenFields):
    """One way the person introduces themselves."""

    plain = "text"
    is_prose = True
    text: Prose = Field(description="Two or three sentences")


class BasicsFields(Fields):
    """Who the person is and how to reach them."""

    name: Name = Field(description="First and last name")
    label: Prose | None = described("A title under the name, such as Head of Data")
    image: PlacedText | None = described(
        "A JPEG or PNG file beside the profile; printed with --personal only", "image", "picture"
    )
    birth_date: PlacedText | None = described(
        "When you were born; printed with --personal only", "birthDate", "dateOfBirth"
    )
    nationality: Name | None = described("Printed with --personal only")
    email: PlacedText | None = described("Mail address")
    phone: PlacedText | None = described("Telephone number")
    url: PlacedText | None = described("Own web page", "url", "website")
    summary: Prose | None = described("Two or three sentences; see also summaries")
    location: LocationFields | None = described("Where the person lives")
    profiles: tuple[NetworkFields, ...] = several("Pages such as GitHub or LinkedIn")

    @model_validator(mode="before")
    @classmethod
    def _gather_location(cls, value: object) -> object:
        return _gathered_location(value)

    @model_validator(mode="before")
    @classmethod
    def _gather_networks(cls, value: object) -> object:
        """The page of a network that stands by its name among the contacts is a profile too."""
        if not isinstance(value, dict):
            return value
        pages = {key: page for key, page in value.items() if key.casefold() in NETWORKS}
        if not all(isinstance(page, PlacedText) for page in pages.values()):
            return value
        named = [
            {"network": PlacedText.at(page.place, key), "url": page} for key, page in pages.items()
        ]
        rest = {key: field for key, field in value.items() if key not in pages}
        others = value.get("profiles") or ()
        if isinstance(others, dict):
            others = [
                {"network": PlacedText.at(page.place, key), "url": page}
                for key, page in others.items()
                if isinstance(page, PlacedText)
            ]
        return rest | {"profiles": [*others, *named]} if named else value


class ProfileFields(Fields):
    """A master profile: everything a person did, of which lapel chooses what a job asks for."""

    meta: Any = Field(None, description="Anything about the file itself; lapel does not read it")
    language: PlacedText | None = described("Language of the texts as BCP 47, such as en or de-AT")
    basics: BasicsFields = Field(description="Name and contact")
    summary: Prose | None = described("Two or three sentences about you")
    summaries: tuple[SummaryFields, ...] = several("Several; the best for the job is chosen")
    work: tuple[WorkFields, ...] = several("Employers, the latest first")
    volunteer: tuple[VolunteerFields, ...] = several("Unpaid work")
    education: tuple[EducationFields, ...] = several("Degrees, the latest first")
    projects: tuple[ProjectFields, ...] = several("Projects")
    skills: tuple[SkillFields, ...] = several("Groups of skills")
    certificates: tuple[CertificateFields, ...] = several("Certificates and licences")
    awards: tuple[AwardFields, ...] = several("Awards")
    publications: tuple[PublicationFields, ...] = several("Publications")
    languages: tuple[LanguageFields, ...] = several("Languages")
    interests: tuple[InterestFields, ...] = several("Interests")
    references: tuple[ReferenceFields, ...] = several("References; never printed")
    sections: tuple[CustomSectionFields, ...] = several("Anything else, under your own headings")


def profile_json_schema() -> dict[str, Any]:
    """The JSON Schema of a profile file, for editors: what reading takes, no more and no less."""
    schema = ProfileFields.model_json_schema(by_alias=True, schema_generator=_WithoutTitles)
    definitions = schema.pop("$defs")
    for fields in _kinds_of(Fields):
        definition = schema if fields is ProfileFields else definitions.get(fields.__name__)
        if definition:
            _add_spellings(fields, definition)
            definition["patternProperties"] = {PRIVATE_KEY: {}}
        if definition and fields.plain:
            text = {"type": ["string", "number"], "description": definition["description"]}
            marked = marker_of(fields.model_fields[fields.plain])
            several = [each_per_language({"type": ["string", "number"]})] if marked else []
            definitions[fields.__name__] = {"anyOf": [text, *several, definition]}
    return {"$schema": DIALECT, **schema, "$defs": definitions}


class _WithoutTitles(GenerateJsonSchema):
    """A schema without titles that say the key once more."""

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002  (pydantic's hook)
        return False


def _kinds_of(fields: type[Fields]) -> list[type[Fields]]:
    return [inner for kind in fields.__subclasses__() for inner in (kind, *_kinds_of(kind))]


def _add_spellings(fields: type[Fields], definition: dict[str, Any]) -> None:
    """Let every spelling of a field stand for it, one of them where it is required."""
    properties, required = definition["properties"], set(definition.pop("required", ()))
    alternatives = []
    for field in fields.model_fields.values():
        if isinstance(field.validation_alias, AliasChoices):
            first, *others = (str(choice) for choice in field.validation_alias.choices)
            properties.update(dict.fromkeys(others, properties[first]))
            if first in required:
                required.remove(first)
                alternatives += [{"required": [spelling]} for spelling in (first, *others)]
    if required:
        definition["required"] = sorted(required)
    if alternatives:
        definition["anyOf"] = alternatives
