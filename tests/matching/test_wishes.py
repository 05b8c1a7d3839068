"""A note taken apart into wishes, acts on the document, and asides."""

from pathlib import Path

import pytest
from bench.reading import NoteRead, read_notes
from hypothesis import given
from hypothesis import strategies as st

from lapel.matching.wishes import Act, ActKind, read_wish

_PAGES = sorted((Path(__file__).parent / "notes").glob("*.yaml"))
_WRITTEN = [note for page in _PAGES for note in read_notes(page)]

_WISHES = [
    ("EV work (they have a big charging contract)", ["EV work"]),
    ("Lifecycle (email, SMS)", ["Lifecycle (email, SMS)"]),
    ("Keeping people (turnover!!)", ["Keeping people (turnover!!)"]),
    ("Rigging (it's on page two of the ad!)", ["Rigging"]),
    ("Budget, because they lost 2M last year", ["Budget"]),
    ("Budget, they lost 2M last year", ["Budget"]),
    ("They lost 2M last year", ["They lost 2M last year"]),
    ("Show I can do paperwork, not just pull wire", ["I can do paperwork"]),
    ("More manufacturing than distribution", ["manufacturing"]),
    ("maybe mention forklifts if there's room", ["mention forklifts"]),
    ("do I have anything on OSHA?", ["OSHA"]),
    ("It IS a hotel, say so", ["a hotel"]),
    ("Don't forget the crane ticket", ["the crane ticket"]),
    ("They want someone who can weld", ["someone who can weld"]),
]
_ACTS = [
    ("keep it to one page", [Act(ActKind.PAGES, pages=1)]),
    ("2 pages max!", [Act(ActKind.PAGES, pages=2)]),
    ("first line ought to be the flood", [Act(ActKind.FIRST, "the flood")]),
    ("wrote a one page of numbers", []),
    ("Put the hospital job first", [Act(ActKind.FIRST, "the hospital job")]),
    ("lead with the food cost number", [Act(ActKind.FIRST, "the food cost number")]),
    ("First aid", []),
    ("keep it short", [Act(ActKind.SHORT)]),
    ("keep the manager role short: hiring", [Act(ActKind.SHORT, "the manager role")]),
    ("Tone down the betting work", [Act(ActKind.LESS, "betting")]),
    ("Don't overdo treasury, corporate has that", [Act(ActKind.LESS, "treasury")]),
    ("don't lead with 84 million", [Act(ActKind.LATER, "84 million")]),
    ("cut the skiing", [Act(ActKind.LESS, "skiing")]),
    ("dont bang on about the pet shop job", [Act(ActKind.LESS, "pet shop")]),
    ("Don't repeat the summary", [Act(ActKind.MANNER)]),
    ("check with Bo which year", [Act(ActKind.ERRAND)]),
    ("email campaigns", []),
    ("Green: less chemicals, less water", []),
    ("leave as is", [Act(ActKind.KEEP)]),
]


@pytest.mark.parametrize("note", _WRITTEN, ids=lambda note: note.note)
def test_a_note_asks_for_what_its_reader_takes_from_it(note: NoteRead) -> None:
    """Notes as people type them ask for what was written down beforehand; the others are known."""
    assert note.holds != note.missed, (note.found, note.done)


@pytest.mark.parametrize(("note", "asks"), _WISHES)
def test_an_aside_is_not_asked_for(note: str, asks: list[str]) -> None:
    """Reasons, contrasts and talk to oneself fall away; alone, a remark is all there is."""
    assert list(read_wish(note).asks) == asks


@pytest.mark.parametrize(("note", "acts"), _ACTS)
def test_what_a_note_asks_of_the_document_is_no_skill(note: str, acts: list[Act]) -> None:
    """Order, length, what should go and how it is written are understood as that."""
    assert list(read_wish(note).acts) == acts


@given(st.text(max_size=80))
def test_any_line_is_read(text: str) -> None:
    """Whatever is typed, a wish comes out."""
    read_wish(text)
