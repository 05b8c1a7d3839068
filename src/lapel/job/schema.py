"""The keys of a YAML job file and of a Markdown job file's front matter, as pydantic models."""

from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import PydanticCustomError

from lapel.locale.days import read_day
from lapel.source.shapes import AnyCase, json_schema

Line = Annotated[str, StringConstraints(min_length=1)]
Names = Annotated[
    list[Line], BeforeValidator(lambda value: [value] if isinstance(value, str) else value)
]


def _checked_date(value: str) -> str:
    """The letter's date as written, where it names one day."""
    if read_day(value) is None:
        raise PydanticCustomError("letter_date", "expected a day")
    return value


LetterDate = Annotated[Line, AfterValidator(_checked_date)]


class _Keys(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True, defer_build=True)


class _OpenKeys(BaseModel):
    model_config = ConfigDict(extra="allow", populate_by_name=True, defer_build=True)


class WordingKeys(_Keys):
    """A wording chosen by its ``name``, or a ``text`` written for this job."""

    name: Line | None = None
    text: Line | None = None
    of: str = ""

    @model_validator(mode="before")
    @classmethod
    def _named(cls, value: object) -> object:
        return {"name": value} if isinstance(value, str) else value


# An editor is told of the two forms; one model behind them gives one message for a wrong one.
ChosenWording = Annotated[
    WordingKeys,
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "description": "The name of one of the bullet's wordings."},
                {
                    "type": "object",
                    "properties": {
                        "text": {"type": "string", "description": "The bullet for this job."},
                        "of": {"type": "string", "description": "The digest of the bullet then."},
                    },
                    "required": ["text"],
                    "additionalProperties": False,
                },
            ]
        }
    ),
]


class Tailoring(_Keys):
    """What lapel and its preview write: `tailoring:` in YAML, the front matter in Markdown."""

    profile: Line | None = Field(None, description="The profile's file, or its name.")
    pages: int | None = Field(None, ge=1, le=10, description="How many pages the resume has.")
    theme: Line | None = Field(None, description="The theme's name.")
    paper: Annotated[Literal["letter", "a4"] | None, AnyCase] = Field(
        None, description="The paper's size."
    )
    language: Line | None = Field(None, description="The language of the documents, as in en-GB.")
    personal: bool | None = Field(
        None, description="Whether photo, birth date and nationality are printed."
    )
    date: LetterDate | None = Field(None, description="The letter's date, such as 2026-03-31.")
    words: int | None = Field(None, ge=50, le=2000, description="About how long the letter is.")
    pin: Names = Field([], description="Ids of bullets or entries that must be on the page.")
    drop: Names = Field(
        [], description="Ids of bullets, entries or keywords of skills that must not be there."
    )
    order: dict[str, Names] = Field({}, description="For an entry, its bullets in this order.")
    wording: dict[str, ChosenWording] = Field(
        {}, description="For a bullet, the name of one of its wordings, or a text for this job."
    )


class Answer(_OpenKeys):
    """A question about you and the company, with your answer."""

    question: str = Field(description="As the Markdown form has it before the answer.")
    answer: str | None = Field(None, description="Your answer.")


class Point(_OpenKeys):
    """One point for the cover letter."""

    paragraph: str | None = Field(None, description="Which paragraph: opening, body, closing, …")
    text: str | None = Field(None, description="What it should say.")


Lines = str | list[Any] | dict[str, Any] | None


class NotesKeys(_OpenKeys):
    """Your instructions. Synonyms such as `skills`, `letterPoints` and `bullets` are fine."""

    emphasize: Lines = Field(None, description="Skills to emphasize, a list.")
    ideas: Lines = Field(None, description="Ideas for the resume as a whole, a list.")
    hints: Lines = Field(
        None,
        description="For an employer, school or project, what to emphasize there; either straight "
        "under its name or under work, education, projects, volunteer.",
    )
    letter: str | list[str | Point | dict[str, Any]] | dict[str, Any] | None = Field(
        None, description="Points for the cover letter: texts, or {paragraph, text}."
    )


class JobKeys(_OpenKeys):
    """A job file in YAML: the fields of the Markdown form, by the same names and synonyms.

    A key that is not known is kept and named in a warning, as an unknown heading is.
    """

    company: str | None = Field(None, description="The company's name.")
    position: str | None = Field(None, description="The position's title.")
    url: str | None = Field(None, description="Where the posting is, or words about it.")
    status: Lines = Field(None, description="How far the application is, in your own words.")
    description: Lines = Field(
        None,
        description="The employer's text: Markdown with headings and lists, or a mapping of "
        "headings (responsibilities, qualifications, …) to lists.",
    )
    company_details: Lines = Field(
        None, alias="companyDetails", description="What you know of the company."
    )
    application_date: str | None = Field(
        None, alias="applicationDate", description="2026-03-31, March 31, 2026, or TBD."
    )
    recipient: Lines = Field(None, description="Whom the letter is for, line by line.")
    connection: str | list[str | Answer | dict[str, Any]] | dict[str, Any] | None = Field(
        None,
        description="You and the company: {question, answer}, texts, or questions with answers.",
    )
    notes: str | list[Any] | NotesKeys | None = Field(None, description="Your instructions.")
    tailoring: Tailoring | None = Field(None, description="What lapel and its preview write.")


def job_json_schema() -> dict[str, Any]:
    """The JSON Schema of the YAML form; `$defs/Tailoring` is that of the front matter."""
    schema = json_schema(JobKeys)
    schema["title"] = "lapel job file"
    schema["properties"]["$schema"] = {"type": "string"}
    return schema
