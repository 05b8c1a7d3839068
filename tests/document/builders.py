"""Profiles made by hand, as short as a test needs."""

from pathlib import Path

from lapel.profile.model import (
    Basics,
    Date,
    Entry,
    Highlight,
    Organisation,
    Profile,
    SectionKind,
    Summary,
    Wording,
)
from lapel.source.diagnostics import Place
from tests.given import text

PLACE = Place(Path("profile.yaml"), 1)


def year(number: int, month: int | None = None) -> Date:
    """A date as written in ISO form."""
    return Date(f"{number}-{month:02}" if month else str(number), number, month)


def highlight(id: str, words: str = "Did a thing", **wordings: str) -> Highlight:
    """A bullet with its wordings by name."""
    return Highlight(
        id, text(words), wordings=tuple(Wording(name, text(w)) for name, w in wordings.items())
    )


def role(
    id: str,
    organisation: str = "",
    *highlights: Highlight,
    start: Date | None = None,
    end: Date | None = None,
    section: SectionKind = SectionKind.WORK,
    hidden: bool = False,
) -> Entry:
    """A role at an employer (or a degree at a school); its title is its id, capitalised."""
    employer = Organisation(organisation, text(organisation.title())) if organisation else None
    return Entry(
        id=id,
        section=section,
        title=text(id.title()),
        organisation=employer,
        start=start,
        end=end,
        highlights=highlights,
        hidden=hidden,
    )


def profile(*entries: Entry, summaries: tuple[Summary, ...] = ()) -> Profile:
    """A profile of one person with these entries."""
    return Profile("digest", "en", Basics(text("Ada Rowe")), summaries, entries)
