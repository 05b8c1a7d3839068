"""The schema of a job's settings: the front matter's keys, as a pydantic model."""

from typing import Annotated, Literal

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
from lapel.source.shapes import AnyCase
from lapel.store.formats import MOST_PAGES

Line = Annotated[str, StringConstraints(min_length=1)]
Names = Annotated[
    list[Line], BeforeValidator(lambda value: [value] if isinstance(value, str) else value)
]


def _check_date(value: str) -> str:
    """Return the letter's date as written; raise PydanticCustomError where it is no single day."""
    if read_day(value) is None:
        raise PydanticCustomError("letter_date", "expected a day")
    return value


LetterDate = Annotated[Line, AfterValidator(_check_date)]


class _Keys(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True, defer_build=True)


class WordingKeys(_Keys):
    """A wording chosen by its ``name``, or a ``text`` written for this job."""

    name: Line | None = None
    text: Line | None = None
    of: str = ""

    @model_validator(mode="before")
    @classmethod
    def _as_named(cls, value: object) -> object:
        return {"name": value} if isinstance(value, str) else value


# An editor is told of the two forms; one model behind them gives one message for a wrong one.
ChosenWording = Annotated[
    WordingKeys,
    WithJsonSchema(
        {
            "anyOf": [
                {
                    "type": "string",
                    "description": "The name of one of the bullet's wordings; text for its own.",
                },
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
    pages: int | None = Field(
        None, ge=1, le=MOST_PAGES, description="How many pages the resume has."
    )
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
