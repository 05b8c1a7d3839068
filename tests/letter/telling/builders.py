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

    In projects the second field is a description.
    """
    section, _, rest = head.partition(": ")
    title, place, end = (field.strip() for field in rest.split("|"))
    kind = SectionKind(section)
    project = kind is SectionKind.PROJECTS
    return Entry(
        id="entry",
        section=kind,
        title=text_of(title),
        organisation=Organisation("place", text_of(place)) if place and not project else None,
        summary=text_of(place) if place and project else None,
        start=Date("2015", 2015),
        end=Date("present", present=True) if end == "present" else Date("2020", 2020),
        highlights=tuple(
            Highlight(f"entry/{number}", text_of(bullet.removeprefix("- ")))
            for number, bullet in enumerate(bullets, 1)
        ),
    )
