"""A note taken apart into wishes, acts on the document, and asides."""

from pathlib import Path

import pytest
from bench.reading import read_notes
from hypothesis import example, given
from hypothesis import strategies as st

from lapel.matching.acts import Act, ActKind
from lapel.matching.asked.wishes import Wish, read_wish, read_wish_elsewhere

_PAGES = sorted((Path(__file__).parents[1] / "notes").glob("*.yaml"))

_WISHES = [
    ("budget $$ (weak, see consoles)", ["budget $$"]),
    ("Payroll (thin, but ADP)", ["Payroll (but ADP)"]),
    ("Social media: see if I ever did any", ["Social media"]),
    ("accreditation – anything close", ["accreditation"]),
    ("something close to procurement", ["something close to procurement"]),
    ("EV work (they have a big charging contract)", ["EV work"]),
    ("Lifecycle (email, SMS)", ["Lifecycle (email, SMS)"]),
    ("Keeping people (turnover!!)", ["staff retention (turnover!!)"]),
    ("keeping nurses", ["staff retention"]),
    ("keeping people safe", ["keeping people safe"]),
    ("regatta timing, shows I can count", ["regatta timing"]),
    ("lead with the catch rather than the boat", ["the catch"]),
    ("Anything with ropes near the top, paid or not", ["ropes"]),
    ("Make the harbor years count: they said so", ["the harbor years"]),
    ("just culture stuff", ["just culture stuff"]),
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
    ("I can still cut tape, they like hands-on EPs", ["I can still cut tape"]),
    ("MIG welding, they want five years of it", ["MIG welding or five years of it"]),
    ("AI tools? skip if I've got none", ["AI tools"]),
    ("Robot welding - only if there's any", ["Robot welding"]),
    ("forklift, drop it if there's no room", ["forklift"]),
    ("triage is their word for it", ["triage"]),
    ("School groups - i only have the winter program, is that ok?", ["School groups"]),
    ("public speaking, i guess", ["public speaking"]),
    ("grant writing? no idea if mine counts", ["grant writing"]),
    ("carpentry maybe, ask dad for dates", ["carpentry maybe"]),
    ("Teamwork (does the crew count?)", ["Teamwork"]),
    ("Budget - is that worth a line?", ["Budget"]),
    ("Forecasts that people believe", ["Forecasts that people believe"]),
    ("one line, archive", ["archive"]),
    ("no need for the kitchen years beyond pastry", ["pastry"]),
    ("nuts first, wine second, cows last", ["nuts", "wine", "cows"]),
    ("the grid w the rotas", ["the grid with the rotas"]),
    ("W Hotels", ["W Hotels"]),
    ("Rigging (the heart of the posting)", ["Rigging"]),
    ("Rigging (the thing they asked about on the phone)", ["Rigging"]),
    ("something that shows I led adults", ["led adults"]),
    ("numbers on turnover, not just love", ["turnover"]),
    ("parent voice, have them at the table", ["parent voice"]),
    ("less wrench more desk", ["more desk"]),
    ("raise money a bit", ["raise money"]),
    ("Working alone, with no second medic to turn to", ["working independently"]),
    ("responsibility for more than one property", ["multi-site management"]),
    ("Emphasize that nurses stay", ["Emphasize staff retention"]),
    ("Reviewing what went wrong after a spill", ["incident reviews after a spill"]),
    ("Getting better terms out of suppliers", ["negotiation with suppliers"]),
    ("Keeping the margin healthy", ["margin improvement"]),
    ("Parents who slammed the door at first", ["Parents who slammed the door at first"]),
    ("Calming angry guests at breakfast", ["complaint handling at breakfast"]),
    ("bringing neighbors round one table", ["consensus building"]),
    ("rescues with before-and-after numbers", ["rescues"]),
    ("Turn the resume towards planting and away from the shop", ["planting"]),
    ("the relay work, its hidden under the title", ["the relay work"]),
]
_ACTS = [
    ("keep it to one page", [Act(ActKind.PAGES, number=1)]),
    ("2 pages max!", [Act(ActKind.PAGES, number=2)]),
    ("1-2 pages", [Act(ActKind.PAGES, number=2)]),
    ("no 3rd page pls, 1 page best", [Act(ActKind.PAGES, number=2), Act(ActKind.PAGES, number=1)]),
    ("don't go over one page", [Act(ActKind.PAGES, number=1)]),
    ("two sides of A4", [Act(ActKind.PAGES, number=2)]),
    ("CV length: 2", [Act(ActKind.PAGES, number=2)]),
    ("page limit: 1", [Act(ActKind.PAGES, number=1)]),
    ("first line ought to be the flood", [Act(ActKind.FIRST, "the flood")]),
    ("wrote a one page of numbers", []),
    ("Put the hospital job first", [Act(ActKind.FIRST, "the hospital job")]),
    (
        "Lead with the boilers and push the drawing down",
        [Act(ActKind.FIRST, "the boilers"), Act(ActKind.LAST, "the drawing", firm=False)],
    ),
    ("lead with the food cost number", [Act(ActKind.FIRST, "the food cost number")]),
    ("First aid", []),
    ("keep it short", [Act(ActKind.SHORT)]),
    ("keep the manager role short: hiring", [Act(ActKind.SHORT, "the manager role")]),
    ("Tone down the betting work", [Act(ActKind.LESS, "betting")]),
    ("Don't overdo treasury, corporate has that", [Act(ActKind.LESS, "treasury")]),
    ("don't lead with 84 million", [Act(ActKind.LATER, "84 million")]),
    ("the first aid card must be visible!!", [Act(ActKind.KEEP, "the first aid card")]),
    ("never invent anything", []),
    ("cut the skiing", [Act(ActKind.OUT, "skiing", deed=True)]),
    ("dont bang on about the pet shop job", [Act(ActKind.LESS, "pet shop")]),
    ("Don't repeat the summary", [Act(ActKind.MANNER)]),
    ("check with Bo which year", [Act(ActKind.ERRAND)]),
    ("email campaigns", []),
    ("Green: less chemicals, less water", []),
    ("leave as is", [Act(ActKind.KEEP, firm=False)]),
    ("yes!", [Act(ActKind.KEEP)]),
    ("keep the badger out of it", [Act(ActKind.OUT, "badger")]),
    ("leave cerumen out ha", [Act(ActKind.OUT, "cerumen")]),
    ("no quiz please", [Act(ActKind.OUT, "quiz")]),
    ("the quiz out, please", [Act(ActKind.OUT, "quiz")]),
    ("Night monitoring - no", [Act(ActKind.OUT, "Night monitoring")]),
    ("Loans (in + out)", []),
    ("no need for the kitchen years beyond pastry", [Act(ActKind.LESS, "kitchen years")]),
    ("Undertow should be the first line", [Act(ActKind.FIRST, "Undertow")]),
    ("vetting 1st, then yard", [Act(ActKind.FIRST, "vetting")]),
    ("short, one or two", [Act(ActKind.SHORT, bullets=2)]),
    ("one line at most, the cakes", [Act(ActKind.SHORT, bullets=1)]),
    ("keep, one bullet, they'll smile", [Act(ActKind.KEEP), Act(ActKind.SHORT, bullets=1)]),
    ("two lines of poetry in print", []),
    ("cut if tight", [Act(ActKind.SPARE)]),
    ("only if room", [Act(ActKind.SPARE)]),
    ("drop unless there's room", [Act(ActKind.SPARE)]),
    ("skip if I've got none", []),
    ("live, but don't make me a breakfast person", [Act(ActKind.MANNER)]),
    ("make it sound less like a law firm", [Act(ActKind.MANNER)]),
    ("warm tone", [Act(ActKind.MANNER)]),
    ("warm tone, no photo please", [Act(ActKind.MANNER), Act(ActKind.PHOTO)]),
    ("leave off my picture", [Act(ActKind.PHOTO)]),
    ("Write in a friendly, modest tone", [Act(ActKind.MANNER)]),
    ("mirror the keywords of the posting", [Act(ActKind.MANNER)]),
    ("make it skimmable", [Act(ActKind.MANNER)]),
    ("British spelling", [Act(ActKind.LOOKS, "language: en-GB")]),
    ("tone of voice research", []),
    ("keyword research", []),
    ("dental prep, not the puppies", [Act(ActKind.OUT, "puppies")]),
    ("mentoring, not people management", [Act(ActKind.OUT, "people management", firm=False)]),
    ("everything but the quiz", [Act(ActKind.WHOLE), Act(ActKind.OUT, "quiz")]),
    ("I don't want the skiing on there", [Act(ActKind.OUT, "skiing")]),
    ("leave it out", [Act(ActKind.OUT)]),
    ("leave out: the choir, the census", [Act(ActKind.OUT, "choir, the census")]),
    ("leave out choir robes and census", [Act(ActKind.OUT, "choir robes and census")]),
    ("drop the premium, the deputy signed that", [Act(ActKind.OUT, "premium")]),
    ("leave off, or just one line", [Act(ActKind.SHORT, bullets=1)]),
    ("omit or shorten", [Act(ActKind.SHORT)]),
    ("not finished, leave out for now?", [Act(ActKind.OUT, firm=False)]),
    ("less chemicals", [Act(ActKind.LESS, "chemicals", firm=False)]),
    ("fewer management bullets", [Act(ActKind.LESS, "management")]),
    ("without a lost-time injury", []),
    ("skip tracing", [Act(ActKind.OUT, "tracing", firm=False)]),
    ("no-code tools", []),
    ("all of it really", [Act(ActKind.WHOLE)]),
    ("main entry so give it room", [Act(ActKind.WHOLE)]),
    ("only the backlog", [Act(ActKind.ONLY, "the backlog")]),
    ("the backlog, nothing else", [Act(ActKind.ONLY, "the backlog")]),
    ("only four years", []),
    ("just got my licence", []),
    ("two bullets max", [Act(ActKind.SHORT, bullets=2)]),
    ("a couple", [Act(ActKind.SHORT, bullets=2)]),
    ("title only", [Act(ActKind.SHORT, bullets=0)]),
    ("include the degree only", [Act(ActKind.SHORT, bullets=0)]),
    ("one bullet, maybe two", [Act(ActKind.SHORT, bullets=2)]),
    ("must be on", [Act(ActKind.KEEP)]),
    ("limit the bakery to one line", [Act(ActKind.SHORT, "the bakery", bullets=1)]),
    ("two bullets per role", [Act(ActKind.SHORT, "role", bullets=2, each=True)]),
    ("one of the first in the state", []),
    ("put the rescue in the top third of page one", [Act(ActKind.FIRST, "the rescue")]),
    ("Read the last two annual reports", [Act(ActKind.ERRAND)]),
    ("buy a white shirt", [Act(ActKind.ERRAND)]),
    ("Renew my forklift licence", [Act(ActKind.ERRAND)]),
    ("update portfolio", [Act(ActKind.ERRAND)]),
    ("ring Sandra on Monday", [Act(ActKind.ERRAND)]),
    ("emailed Priya", [Act(ActKind.ERRAND)]),
    ("suit to the cleaners", [Act(ActKind.ERRAND)]),
    ("reading the meters", []),
    ("Print two-colour jobs", []),
    ("Read the river and its tides", []),
    ("Fishing alone", []),
    ("Show that nurses stay", []),
]
_OPTIONAL = [
    ("AI tools? skip if I've got none", True),
    ("A/B testing if I have it", True),
    ("Freelance, cut if tight", True),
    ("only if there's any", True),
    ("keep the lights on", False),
    ("I cut waste where there was any", False),
]


@pytest.mark.parametrize(("note", "optional"), _OPTIONAL)
def test_a_condition_is_no_order(note: str, optional: bool) -> None:
    """What is wanted only where it is there, or has room, is asked for, and may be missing."""
    assert read_wish(note).optional is optional


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: page.stem)
def test_a_note_asks_for_what_its_reader_takes_from_it(page: Path) -> None:
    """Notes as people type them ask for what was written down beforehand; the others are known."""
    assert [note for note in read_notes(page) if note.holds == note.missed] == []


@pytest.mark.parametrize(("note", "asks"), _WISHES)
def test_an_aside_is_not_asked_for(note: str, asks: list[str]) -> None:
    """Reasons, contrasts and talk to oneself fall away; alone, a remark is all there is."""
    assert list(read_wish(note).asks) == asks


@pytest.mark.parametrize(("note", "acts"), _ACTS)
def test_what_a_note_asks_of_the_document_is_no_skill(note: str, acts: list[Act]) -> None:
    """Order, length, what should go and how it is written are understood as that."""
    assert list(read_wish(note).acts) == acts


def test_plain_orders_are_heard_in_other_languages() -> None:
    """Only where a part of the note says nothing else; the rest is asked for as it stands."""
    one = Act(ActKind.SHORT, bullets=1)
    assert read_wish_elsewhere("eine Zeile genügt") == Wish((), (one,))
    assert read_wish_elsewhere("Gastspiele, kurz") == Wish(("Gastspiele",), (Act(ActKind.SHORT),))
    assert read_wish_elsewhere("kurze Wege, Etat") == Wish(("kurze Wege, Etat",), ())


@given(st.text(max_size=80))
@example("\x85 0")
def test_any_line_is_read(text: str) -> None:
    """Whatever is typed, a wish comes out."""
    read_wish(text)
