"""What lapel makes of half-typed words stands only where it was surely understood."""

from pathlib import Path

import pytest

from lapel.job.model import Note, NoteKind
from lapel.letter.gate import NO_ANTECEDENT, NO_ORDER, begun_as, gated, why_not
from lapel.letter.model import Sentence, Source, SourceKind, ToDo
from lapel.letter.moves import Move
from lapel.source.diagnostics import Place

BROKEN = (
    "Tell us the truth with a chart.",
    "Rural.",
    "Many left.",
    "I learn.",
    "I would bring that experience to your yours.",
    "I founded by families tired of strangers.",
    "I bring 10 years of tied up astern.",
    "You send me a triangle would be very welcome.",
    "Wife is from Madison, so gladly.",
    "Bike shop taught me patience.",
    "Clearance check is fine.",
    "Bad it was before.",
    "Recruiting: the school, five passed, I know who graduates next.",
    "Your honesty about machine captions, most aren't.",
    "You don't ask but half the county.",
    "A third lost in 1st year.",
    "Half sold in a week.",
    "I would mean to me.",
    "I have no degree / diploma from Reaseheath 2010.",
    "I can drive, own car, not weekends in April (calving).",
    "Although I haven't shipped web components.",
    "Because my brother is blind.",
    "While I have not worked in government.",
    "As a printmaker.",
    "If needed.",
    "Although new to government, eager to learn.",
    "It, point to gloves and standing up.",
    "You want three years.",
    "I am a not Willow owner.",
    "I did the course, willing.",
    "That is all I did for six years, MI.",
    "Margin went up (12 to 19), how.",
    '"We mean it" → that line made me apply.',
    'You "hire people who can say no.',
    'An "a driver in sandals may be our best hire".',
    "I am honest about never having led one.",
    "Barn fire 1994, adjuster came before the fire truck left (I was 8).",
)
WHOLE = (
    "Although my degree is in printmaking, I have shipped software since 2018.",
    "When I joined Mapletree, nobody owned accessibility.",
    "When the office closed, my team kept working.",
    "As a patient I know how forms feel.",
    "Since I live in Denver, I can visit agencies in person.",
    "Thank you for your time.",
    "Please call me any time after 3.",
    "Weekends are fine with me.",
    "Letters people understand save everyone time.",
    "Anesthesia is what I want to do all day (900 cases).",
    "Sterile biologics is the closest thing.",
    "Small creameries need exactly that.",
    "My dentist uses you.",
    "I stopped by the shop on my way home.",
    "I learned by doing.",
    "Now I know who does, and I want to be her.",
    "Every July it tasted of geraniums.",
    "My daughter learned to read Portuguese with it, from her grandmother's phone.",
    "Your new career wing, which opens in the fall, caught my attention.",
    "My wife is from Madison, so I would gladly relocate.",
    "Farm lines are new to me but the farm isn't.",
    "I have managed two people, not ten.",
    "We hold the permit.",
    "A third of the calls were lost.",
    "Most stayed for years.",
    "Two thirds came back.",
    "I worked with SAP / Oracle for years.",
    "I trained in Ann Arbor, MI.",
    'You "hire people who can say no."',
    "I can lift 70 lb, and I am willing.",
    "I'm moving from production to teaching: back trouble, and I like the questions better.",
)


@pytest.mark.parametrize("text", BROKEN)
def test_what_was_not_understood_does_not_stand(text: str) -> None:
    """Labels, orders to the reader, halves of sentences, deeds of others told as one's own."""
    assert why_not(text)


@pytest.mark.parametrize("text", WHOLE)
def test_a_whole_sentence_stands(text: str) -> None:
    """A subject and its verb, whoever the subject is."""
    assert why_not(text) == ""


def note(id: str, text: str) -> Note:
    """A letter point."""
    return Note(
        id=id,
        kind=NoteKind.LETTER_POINT,
        text=text,
        label="",
        body="",
        section="",
        optional=False,
        place=Place(Path("job.md"), 1),
        last_line=1,
    )


def said(text: str, id: str, *, own: bool = False) -> Move:
    """One sentence of a note."""
    return Move(((Sentence(text, (Source(SourceKind.NOTE, id),), own),),))


def test_what_falls_is_a_to_do_once_for_each_note() -> None:
    """The to-do has the person's words; what points at a fallen sentence falls with it."""
    point = note("letter-1", "tell us the truth: I'd do it again")
    parts = (said("Tell us the truth.", "letter-1"), said("It would do.", "letter-1"))
    kept = gated(parts, {"letter-1": point})
    assert [part.text for part in kept if isinstance(part, ToDo)] == [point.text]
    assert not [part for part in kept if isinstance(part, Move)]
    assert NO_ORDER in kept[0].reason if isinstance(kept[0], ToDo) else False


def test_what_points_back_needs_something_before_it() -> None:
    """At the beginning "it" is nothing; behind a sentence it is what that one told of."""
    point = note("letter-1", "would like to learn it")
    alone = gated((said("I'd like to learn it.", "letter-1"),), {"letter-1": point})
    assert isinstance(alone[0], ToDo)
    assert NO_ANTECEDENT in alone[0].reason
    before = said("You run a program for apprentices.", "letter-1")
    both = (before, said("I'd like to learn it.", "letter-1"))
    assert gated(both, {"letter-1": point}) == [*both]
    wished = gated((said("I'd like that to be possible.", "letter-1"),), {"letter-1": point})
    assert isinstance(wished[0], ToDo)


def test_what_points_at_words_left_to_the_person_is_left_too() -> None:
    """Behind a to-do that nothing was said before, "it" is what the to-do is of."""
    point = note("letter-1", "the ledger. I'd do it again")
    again = said("I'd like to do it again.", "letter-1")
    left = ToDo("the ledger", "nothing was found", point)
    assert not any(isinstance(part, Move) for part in gated((left, again), {}, begins=False))
    before = said("I keep a ledger.", "letter-1")
    assert again in gated((before, left, again), {}, begins=False)


def test_the_posting_is_read_back_only_before_an_answer() -> None:
    """Its words alone say nothing to who wrote them."""
    point = note("letter-1", 'they say "from the app to the pole", MI')
    quoted = said('You say "from the app to the pole".', "letter-1")
    answer = said("I have drawn both.", "letter-1")
    assert [isinstance(part, ToDo) for part in gated((quoted,), {"letter-1": point})] == [True]
    other = said("I have drawn both.", "letter-2")
    notes = {"letter-1": point, "letter-2": note("letter-2", "both")}
    assert quoted not in gated((quoted, other), notes)
    assert gated((quoted, answer), {"letter-1": point}) == [quoted, answer]


def test_the_person_s_finished_sentence_is_theirs() -> None:
    """It is not judged by its grammar."""
    own = said("I keep bees, me.", "letter-1", own=True)
    assert gated((own,), {}) == [own]


@pytest.mark.parametrize("text", ["I call.", "Grit → grace is what I bring."])
def test_signs_and_bare_answers_fall_whoever_wrote_them(text: str) -> None:
    """No letter has an arrow in it, nor an answer without its question."""
    (left,) = gated((said(text, "letter-1", own=True),), {"letter-1": note("letter-1", text)})
    assert isinstance(left, ToDo)


def test_a_bullet_begins_small_where_the_profile_writes_it_so() -> None:
    """No name is lowered, nor a capital elsewhere in the sentence."""
    small = frozenset(("preneed", "billing"))
    told = "As Leader, Billing and Sales, Preneed contracts rose."
    assert begun_as(told, "Preneed contracts rose", small) == told.replace("Pre", "pre")
    assert begun_as("Here, Etsy grew.", "Etsy grew", small) == "Here, Etsy grew."
