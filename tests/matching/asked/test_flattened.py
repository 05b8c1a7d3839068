"""A posting that lost its line breaks: the headings and items inside a running line."""

import pytest

from lapel.matching.asked.description import AskKind, read_description
from lapel.matching.asked.flattened import opens_duty, parts_of
from tests.matching import builders as make

_BAKERY = (
    "About the company Dunmore Loaf bakes for forty cafés along the river. Your new role You will "
    "run the night shift. Responsibilities include but are not limited to: Mixing sourdough for "
    "two rooms Ordering flour and butter from four mills Rostering a crew of six What you'll need "
    "to succeed Ability to keep calm at four in the morning 3+ years of experience at a deck "
    "oven Prior wholesale trade is desirable What you'll get in return Bread every day and a "
    "pension. For a confidential chat call Oona on 0555 201 4477."
)
_ASKED = [
    ("You will run the night shift.", AskKind.RESPONSIBILITY),
    ("Mixing sourdough for two rooms", AskKind.RESPONSIBILITY),
    ("Ordering flour and butter from four mills", AskKind.RESPONSIBILITY),
    ("Rostering a crew of six", AskKind.RESPONSIBILITY),
    ("Ability to keep calm at four in the morning", AskKind.QUALIFICATION),
    ("3+ years of experience at a deck oven", AskKind.QUALIFICATION),
    ("Prior wholesale trade is desirable", AskKind.PREFERRED),
]
_FILL = (
    "Our river valley has had bakers since the mill was built, and bread is what people talk about "
    "at every corner, in rain and shine, from the first of the year to the last"
)
_CUTS = [
    # a list behind semicolons, and one whose bullets were left in the line
    (
        f"{_FILL} here; Count the trays; Close the books; and Lock up",
        ["Close the books", "Lock up"],
    ),
    (f"{_FILL} here. • Count the trays • Close the books", ["Count the trays", "Close the books"]),
    # a line break that has left nothing at all, and one that has left two blanks
    (f"{_FILL} hereExcellent numeracy", ["Excellent numeracy"]),
    (f"{_FILL} here  Loading vans before six", ["Loading vans before six"]),
    # items behind semicolons whose first ends as a heading might
    (f"{_FILL}. Patient writing skills; warm hands; cold cellars", ["Patient writing skills"]),
    # shouted headings, and one with words of its own up to the colon
    (f"{_FILL}. REQUIREMENTS Patience at night", ["Patience at night"]),
    (f"{_FILL} one Requirements to do well here: Patience at night", ["Patience at night"]),
]
_WHOLE = [
    "The baker works with our nearby Support Centre, looks after the stall at both summer fairs, "
    "and tells the Friends of the Mill each quarter what was sold, to whom and for how much.",
    # German begins every noun with a capital
    "Du verantwortest unsere Ladeprozesse von der Quelle bis zum Bericht und baust Monitoring und "
    "klare Standards auf, planst Coaching, schreibst Code und entwickelst Reporting für alle "
    "Bereiche des Hauses in drei Ländern.",
    # names go on with a capital; a word that wants another ends nothing
    "You will report each Friday to the Wealth Management and Fresh Produce desks, to our Senior "
    "Planning Manager and to The Costa Brothers, who have run the house for ninety years now.",
    "We have kept our ovens lit over the past 15 years, through two floods and one long strike, "
    "with JavaScript timers that a cousin of the founder wrote for us in one rainy spring.",
]


def test_a_flat_posting_is_read_by_its_headings_and_items() -> None:
    """The company, what is paid and whom to call ask for nothing; the rest is of its kind."""
    read = read_description(make.lines([], _BAKERY, is_item=False))
    asked = [(one.text, one.kind) for one in read if one.kind is not AskKind.NOTHING]
    assert asked == _ASKED


@pytest.mark.parametrize(("line", "parts"), _CUTS)
def test_items_of_a_running_line_stand_by_themselves(line: str, parts: list[str]) -> None:
    """Whatever is left of their line breaks."""
    assert set(parts) <= {part.text for part in parts_of(line)}


@pytest.mark.parametrize("sentence", _WHOLE)
def test_a_long_sentence_stays_whole(sentence: str) -> None:
    """Capitals inside it are names."""
    assert [part.text for part in parts_of(sentence)] == [sentence]


def test_behind_a_colon_without_a_heading_duties_stand() -> None:
    """What the sentence before it is about is not lost."""
    line = f"{_FILL}. Day to day the baker is asked to do the following: Feed the starters"
    *_, last = read_description(make.lines([], line, is_item=False))
    assert (last.text, last.kind, last.is_item) == (
        "Feed the starters",
        AskKind.RESPONSIBILITY,
        True,
    )


@pytest.mark.parametrize("line", ["Verifies invoices", "Reconciling accounts", "Run the till"])
def test_a_duty_opens_with_its_verb(line: str) -> None:
    """In whatever form: "verifies", "reconciling", "run"."""
    assert opens_duty(line)
    assert not opens_duty("Evening classes")
