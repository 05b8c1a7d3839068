"""The keys of a YAML job file, for editors; a Markdown job file needs only ``tailoring``."""

from typing import Any

from lapel.job.settings.tailoring import Tailoring
from lapel.source.json_schema import json_schema
from lapel.source.shapes import Shape, described, needed


class Answer(Shape, is_open=True):
    """A question about you and the company, with your answer."""

    question: str = needed("As the Markdown form has it before the answer.")
    answer: str | None = described("Your answer.")


class Point(Shape, is_open=True):
    """One point for the cover letter."""

    paragraph: str | None = described("Which paragraph: opening, body, closing, …")
    text: str | None = described("What it should say.")


Lines = str | list[Any] | dict[str, Any] | None


class NotesKeys(Shape, is_open=True):
    """Your instructions. Synonyms such as `skills`, `letterPoints` and `bullets` are fine."""

    emphasize: Lines = described("Skills to emphasize, a list.")
    ideas: Lines = described("Ideas for the resume as a whole, a list.")
    hints: Lines = described(
        "For an employer, school or project, what to emphasize there; either straight "
        "under its name or under work, education, projects, volunteer.",
    )
    letter: str | list[str | Point | dict[str, Any]] | dict[str, Any] | None = described(
        "Points for the cover letter: texts, or {paragraph, text}."
    )


class JobKeys(Shape, is_open=True, caption="lapel job file"):
    """A job file in YAML: the fields of the Markdown form, by the same names and synonyms.

    A key that is not known is kept and named in a warning, as an unknown heading is.
    """

    company: str | None = described("The company's name.")
    position: str | None = described("The position's title.")
    url: str | None = described("Where the posting is, or words about it.")
    status: Lines = described("How far the application is, in your own words.")
    description: Lines = described(
        "The employer's text: Markdown with headings and lists, or a mapping of "
        "headings (responsibilities, qualifications, …) to lists.",
    )
    company_details: Lines = described("What you know of the company.")
    application_date: str | None = described("2026-03-31, March 31, 2026, or TBD.")
    recipient: Lines = described("Whom the letter is for, line by line.")
    connection: str | list[str | Answer | dict[str, Any]] | dict[str, Any] | None = described(
        "You and the company: {question, answer}, texts, or questions with answers.",
    )
    notes: str | list[Any] | NotesKeys | None = described("Your instructions.")
    tailoring: Tailoring | None = described("What lapel and its preview write.")


def job_json_schema() -> dict[str, Any]:
    """The JSON Schema of the YAML form; `$defs/Tailoring` is that of the front matter."""
    schema = json_schema(JobKeys)
    schema["properties"]["$schema"] = {"type": "string"}
    return schema
