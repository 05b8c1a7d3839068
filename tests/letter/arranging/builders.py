"""Roles, deeds and paragraphs for tests of arranging, from one line each."""

from lapel.letter.deeds.model import Deed
from lapel.letter.model import Sentence, Source, SourceKind
from lapel.letter.moves import Move, Told
from lapel.letter.points.model import Part
from lapel.profile.model import Date, Entry, Highlight, Organisation, SectionKind
from tests.letter.telling.builders import text_of


def role(
    id: str, place: str, start: str, end: str, section: SectionKind = SectionKind.WORK
) -> Entry:
    """A role from a month to a month, each "2019-04"; an empty end goes on."""
    return Entry(
        id=id,
        section=section,
        title=text_of("Cook"),
        organisation=Organisation(place, text_of(place)),
        start=date(start),
        end=date(end) if end else None,
    )


def date(written: str) -> Date:
    year, _, month = written.partition("-")
    return Date(written, int(year), int(month) if month else None)


def deed(entry: Entry, text: str) -> Move:
    highlight = Highlight(f"{entry.id}/{text}", text_of(text))
    sentence = Sentence(text, (Source(SourceKind.HIGHLIGHT, highlight.id),))
    return Move(((sentence,),), deed=Deed(highlight, entry, 0.5, strong=True))


def told(*moves: Move, notes: tuple[str, ...] = ()) -> Told:
    return Told(Part.BODY, "body", moves, notes=notes)


def say(text: str, note: str = "letter-1", kind: SourceKind = SourceKind.NOTE) -> Move:
    return Move(((Sentence(text, (Source(kind, note),)),),))


def paragraph(part: Part, *moves: Move) -> Told:
    return Told(part, part.value, moves, notes=("letter-1",))


def texts(paragraph: Told) -> list[str]:
    return [m.deed.highlight.text.markdown if m.deed else "-" for m in paragraph.moves]


OLD = role("old", "Inn", "2012", "2015-03")
MIDDLE = role("middle", "Bar", "2015-04", "2018-12")
NEW = role("new", "Bar", "2019", "")
