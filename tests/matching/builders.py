"""Profiles and jobs for the tests of matching, from plain data."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from lapel.job.model import Field, Job, Line, Note, NoteKind, Settings
from lapel.profile.model import (
    Basics,
    Date,
    Entry,
    Highlight,
    Organisation,
    Profile,
    SectionKind,
    SkillGroup,
    Summary,
    Wording,
)
from lapel.source.diagnostics import Place
from tests.given import text

PROFILE = Path("profile.yaml")
JOB = Path("job.md")


def highlight(id: str, said: str | Mapping[str, Any]) -> Highlight:
    """A bullet from a string, or from a mapping with text, tags, hidden and wordings."""
    data: Mapping[str, Any] = {"text": said} if isinstance(said, str) else said
    return Highlight(
        data.get("id", id),
        text(data["text"]),
        tags=tuple(data.get("tags", ())),
        hidden=data.get("hidden", False),
        wordings=tuple(Wording(n, text(w)) for n, w in data.get("wordings", {}).items()),
    )


def entry(
    id: str,
    title: str,
    organisation: str = "",
    bullets: Sequence[str | Mapping[str, Any]] = (),
    *,
    section: SectionKind = SectionKind.WORK,
    aliases: Sequence[str] = (),
    organisation_id: str = "",
    keywords: Sequence[str] = (),
    start: int | None = None,
    end: int | None = None,
    hidden: bool = False,
) -> Entry:
    """An entry with its bullets; theirs are `<entry>/<number>` where they name none."""
    employer = None
    if organisation:
        employer_id = organisation_id or organisation.casefold().replace(" ", "-")
        employer = Organisation(employer_id, text(organisation), aliases=tuple(aliases))
    return Entry(
        id,
        section,
        text(title),
        employer,
        start=Date(str(start), start) if start else None,
        end=Date(str(end), end) if end else None,
        highlights=tuple(highlight(f"{id}/{n}", b) for n, b in enumerate(bullets, start=1)),
        keywords=tuple(map(text, keywords)),
        hidden=hidden,
    )


def profile(
    *entries: Entry,
    skills: Mapping[str, Sequence[str]] | None = None,
    summaries: Mapping[str, str] | None = None,
    language: str = "en",
) -> Profile:
    """A profile of these entries."""
    return Profile(
        "digest",
        language,
        Basics(text("Robin Vale")),
        summaries=tuple(Summary(id, text(said)) for id, said in (summaries or {}).items()),
        entries=entries,
        skills=tuple(
            SkillGroup(f"skills/{name}", text(name), tuple(map(text, words)))
            for name, words in (skills or {}).items()
        ),
    )


def note(
    kind: NoteKind, said: str, *, number: int = 1, section: str = "", optional: bool = False
) -> Note:
    """A note as the job file's reader gives it: a hint's label stands before its colon."""
    label, colon, body = said.partition(": ") if kind is NoteKind.HINT else ("", "", said)
    if not colon:
        label, body = "", said
    place = Place(JOB, number)
    return Note(
        f"{kind}-{number}", kind, said, label, body, section, optional, place, last_line=number
    )


def lines(
    headings: Iterable[str], *said: str, first: int = 100, is_item: bool = True
) -> list[Line]:
    """Lines of the description under these headings."""
    return [
        Line(one, tuple(headings), is_item, Place(JOB, number), number)
        for number, one in enumerate(said, start=first)
    ]


def job(
    *,
    emphases: Sequence[str] = (),
    ideas: Sequence[str] = (),
    hints: Sequence[tuple[str, str] | str] = (),
    description: Sequence[Line] = (),
    company: str = "",
    position: str = "",
    settings: Settings | None = None,
) -> Job:
    """A job with these notes, numbered in the order given; a hint may bring its section."""
    said = [
        *((NoteKind.EMPHASIS, one, "") for one in emphases),
        *((NoteKind.HINT, *((h, "") if isinstance(h, str) else (h[1], h[0]))) for h in hints),
        *((NoteKind.IDEA, one, "") for one in ideas),
    ]
    return Job(
        "digest",
        company=Field(company, Place(JOB, 1)) if company else None,
        position=Field(position, Place(JOB, 2)) if position else None,
        description=tuple(description),
        notes=tuple(
            note(kind, one, number=number, section=section)
            for number, (kind, one, section) in enumerate(said, start=1)
        ),
        settings=settings or Settings(),
    )
