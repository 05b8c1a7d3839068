"""Entries and job files for tests of telling, from one line each."""

from pathlib import Path

from lapel.profile.model import Date, Entry, Highlight, Organisation, SectionKind, Text
from lapel.source.diagnostics import Place

PLACE = Place(Path("profile.yaml"), 1)


def text_of(words: str) -> Text:
    """A text without a place of its own."""
    return Text(words, PLACE)


def entry_of(head: str, bullets: list[str]) -> Entry:
    """The entry of a line "work: Title | Place | ended" and its bullets "- …".

    In projects the second field is a description. A title left empty is the place's name;
    what ended is "present", "ended" or, without dates, "undated".
    """
    section, _, rest = head.partition(": ")
    title, place, end = (field.strip() for field in rest.split("|"))
    ends = {"present": Date("present", present=True), "undated": None}
    kind = SectionKind(section)
    project = kind is SectionKind.PROJECTS
    return Entry(
        id="entry",
        section=kind,
        title=text_of(title or place),
        organisation=Organisation("place", text_of(place)) if place and not project else None,
        summary=text_of(place) if place and project else None,
        start=None if end == "undated" else Date("2015", 2015),
        end=ends.get(end, Date("2020", 2020)),
        highlights=tuple(
            Highlight(f"entry/{number}", text_of(bullet.removeprefix("- ")))
            for number, bullet in enumerate(bullets, 1)
        ),
    )
