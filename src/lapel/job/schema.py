"""The keys of a YAML job file as pydantic models; a Markdown job file needs only ``tailoring``."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from lapel.job.settings.tailoring import Tailoring
from lapel.source.shapes import json_schema


class _OpenKeys(BaseModel):
    model_config = ConfigDict(extra="allow", populate_by_name=True, defer_build=True)


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
    """Return the JSON Schema of the YAML form; `$defs/Tailoring` is that of the front matter."""
    schema = json_schema(JobKeys)
    schema["title"] = "lapel job file"
    schema["properties"]["$schema"] = {"type": "string"}
    return schema
