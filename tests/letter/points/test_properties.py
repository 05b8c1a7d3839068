"""What holds for every point, whatever it says."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lapel.letter.points.context import Context
from lapel.letter.points.model import (
    Act,
    Part,
    Posted,
    Say,
    Seek,
    Silence,
    Since,
    Today,
    Unsayable,
    Wish,
)
from lapel.letter.points.reading import read_point
from tests.letter.points.dump import read_fragment, sentences
from tests.literate import cases_under
from tests.quick import tries

CASES = Path(__file__).parent / "cases"
POINTS = [pair for case in cases_under(CASES) for pair in read_fragment(case.text)]
CONTEXT = Context("Etsy", "Engineering Manager", Part.BODY, ("St. Brigid's",))

PLACEHOLDERS = ("[customize]", "TBD", "[insert skill here]", "…", "[x]", "???", "{company}", "")


@pytest.mark.parametrize("text", PLACEHOLDERS)
def test_a_placeholder_says_nothing(text: str) -> None:
    """What stands for a point still to come is reported as one."""
    assert read_point(text, CONTEXT).is_placeholder


SUBJECTS = st.sampled_from(["I", "you", "she", "he", "the candidate"])
DEEDS = st.sampled_from(
    ["ran the night shift", "can start in May", "lives near the school", "is moving to Leeds"]
)


@given(
    SUBJECTS,
    DEEDS,
    st.sampled_from(["mention that", "say", "note that", "don't forget to add that"]),
)
@tries(60)
def test_whoever_the_note_calls_the_writer_says_i(subject: str, deed: str, verb: str) -> None:
    """The writer as I, you, he, she or the candidate comes out as "I", the verb with it."""
    if subject in ("I", "you"):
        deed = deed.replace("lives", "live").replace(
            "is moving", "am moving" if subject == "I" else "are moving"
        )
    point = read_point(f"{verb} {subject} {deed}", CONTEXT)
    said = sentences(point)
    expected = (
        deed.replace("lives", "live")
        .replace("is moving", "am moving")
        .replace("are moving", "am moving")
    )
    assert [say.variants[0] for say in said] == [f"I {expected}."]


@given(
    st.sampled_from(["Express interest in", "Mention admiration for", "reiterate enthusiasm for"]),
    st.sampled_from(["their work in wound care", "the company's work in wound care"]),
)
@tries(20)
def test_the_company_is_you(verb: str, thing: str) -> None:
    """What is the company's is "your", however the note names it."""
    for say in sentences(read_point(f"{verb} {thing}", CONTEXT)):
        for variant in say.variants:
            assert "your work in wound care" in variant.casefold()


@given(st.text(max_size=80))
@example("…")
@example("(((")
@example("Mention")
@example("and and and")
@example("How")
@example("→")
@example("Thank")
@example("tie to")
@example("\x00")
@example("why?")
@tries(400)
def test_any_text_gives_a_point(text: str) -> None:
    """Every text is read without an error, twice the same, and is expressed or reported."""
    point = read_point(text, CONTEXT)
    assert point == read_point(text, CONTEXT)
    assert point.is_placeholder or all(_is_told(act) for act in point.acts)


WORDS = sorted({word for text, _ in POINTS for word in text.split()})


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=9))
@example(["Enclose", "<->"])
@example(["—", "Praise", "&", "->"])
@example(["close:", "/", "attached,"])
@example(["that", "+"])
@tries(400)
def test_any_words_of_points_give_a_point(words: list[str]) -> None:
    """Words of points in any order are read without an error."""
    point = read_point(" ".join(words), CONTEXT)
    assert point.is_placeholder or all(_is_told(act) for act in point.acts)


def _is_told(act: Act) -> bool:
    match act:
        case Say():
            return bool(act.variants)
        case Seek():
            return bool(act.sides)
        case Since() | Posted():
            return bool(act.what)
        case Today():
            return bool(act.text)
        case Unsayable():
            return bool(act.reason)
        case Silence() | Wish():
            return bool(act.text)


@pytest.mark.parametrize(
    "result",
    ["Carbapenems fell by 28 % on my wards.", "Bus delays dropped from nine to two a day."],
)
def test_a_result_is_said_as_the_sentence_it_is(result: str) -> None:
    """What went up or down is no reason put before "is why"."""
    [act] = read_point(result, Context("Etsy", "Manager", Part.OPENING)).acts
    assert isinstance(act, Say)
    assert act.variants == (result,)
