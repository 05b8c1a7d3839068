"""What lapel and its preview write of a job: the front matter's keys."""

from typing import Annotated, Any, Literal

from lapel.locale.days import read_day
from lapel.source.marks import AnyCase, Holds, Length, Limits, Read, one_or_more
from lapel.source.shapes import Mark, Shape, described, several
from lapel.store.formats import MOST_PAGES

Line = Annotated[str, Length(1)]
Names = Annotated[tuple[Line, ...], Read(one_or_more)]
LetterDate = Annotated[Line, Holds(lambda written: read_day(written) is not None, "letter_date")]


class WordingKeys(Shape):
    """A wording chosen by its name, or a text written for this job."""

    name: Line | None = described("The name of one of the bullet's wordings.")
    text: Line | None = described("The bullet for this job.")
    of: str = described("The digest of the bullet then.", default="")


class _OrName(Mark):
    """A text alone is the name of a wording."""

    def read(self, value: object) -> object:
        """The text as the name."""
        return {"name": value} if isinstance(value, str) else value

    def json_schema(self, written: dict[str, Any]) -> dict[str, Any]:
        """Either of the two."""
        name = {"type": "string", "description": "The name of one of the bullet's wordings."}
        return {"anyOf": [name, written]}


ChosenWording = Annotated[WordingKeys, _OrName()]


class Tailoring(Shape):
    """What lapel and its preview write: `tailoring:` in YAML, the front matter in Markdown."""

    profile: Line | None = described("The profile's file, or its name.")
    pages: Annotated[int, Limits(ge=1, le=MOST_PAGES)] | None = described(
        "How many pages the resume has."
    )
    theme: Line | None = described("The theme's name.")
    paper: Annotated[Literal["letter", "a4"] | None, AnyCase] = described("The paper's size.")
    language: Line | None = described("The language of the documents, as in en-GB.")
    personal: bool | None = described("Whether photo, birth date and nationality are printed.")
    date: LetterDate | None = described("The letter's date, such as 2026-03-31.")
    words: Annotated[int, Limits(ge=50, le=2000)] | None = described(
        "About how long the letter is."
    )
    pin: Names = several("Ids of bullets or entries that must be on the page.")
    drop: Names = several("Ids of bullets, entries or keywords of skills that must not be there.")
    order: dict[str, Names] = described("For an entry, its bullets in this order.", default={})
    wording: dict[str, ChosenWording] = described(
        "For a bullet, the name of one of its wordings, or a text for this job.", default={}
    )
