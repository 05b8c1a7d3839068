"""What holds for every point, whatever it says."""

import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from lapel.letter.points.model import (
    Act,
    Context,
    Part,
    Point,
    Say,
    Seek,
    Silence,
    Since,
    Today,
    Unsayable,
    Wish,
)
from lapel.letter.points.reading import read_point
from lapel.text.stems import stem_word
from lapel.text.words import split_words
from tests.letter.points.dump import read_fragment
from tests.literate import cases_under
from tests.quick import tries


def read_data(name: str) -> dict[str, Any]:
    """A data file of the points."""
    text = files("lapel.letter.points").joinpath(name).read_text("utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)
    return data


CASES = Path(__file__).parent / "cases"
read = cache(read_point)
POINTS = [pair for case in cases_under(CASES) for pair in read_fragment(case.text)]
CONTEXT = Context("Etsy", "Engineering Manager", Part.BODY, ("St. Brigid's",))

SMALL = (
    "I I'm I've I'd me my mine myself you your yours a an the of to in on at for with and or but "
    "is am are was were be been have had has do does did would will can could that this it it's "
    "no not never so than as because about by own if through there don't"
)
STATED = (
    "you'd you're finished whether need plan plans focus committed interested looking believe want "
    "mission position spoke met visited toured spirit see"
)
FRAMES = " ".join(
    [
        *(text for texts in read_data("frames.yaml").values() for text in texts),
        *(
            str(text)
            for said in read_data("words.yaml")["feelings"].values()
            for text in said.values()
        ),
    ]
)
ALLOWED = {
    form
    for word in re.findall(r"[\w']+", f"{SMALL} {STATED} {FRAMES} match matches how")
    for form in (word.casefold(), stem_word(word.casefold()).casefold())
}
INSTRUCTIONS = re.compile(
    r"^(?:express|highlight|emphasi[sz]e|mention|convey|showcase|discuss|reference|connect|tie|"
    r"describe|demonstrate|explain|say that|note that|state|reiterate|acknowledge)\b",
    re.IGNORECASE,
)
PLACEHOLDERS = ("[customize]", "TBD", "[insert skill here]", "…", "[x]", "???", "{company}", "")


def sentences(point: Point) -> list[Say]:
    """All that a point may say, also what is said where nothing is found."""
    said = [act for act in point.acts if isinstance(act, Say)]
    return said + [act.otherwise for act in point.acts if isinstance(act, Seek) and act.otherwise]


@pytest.mark.parametrize(("text", "context"), POINTS, ids=[text[:60] for text, _ in POINTS])
def test_a_sentence_says_only_what_its_point_says(text: str, context: Context) -> None:
    """Every word of a sentence is the point's, the job's company and position, or a frame's."""
    from lapel.letter.points.tidying import tidy

    sources = f"{text} {tidy(text, context)} {context.company} {context.position}"
    known = {word.stem.casefold() for word in split_words(sources.casefold())} | ALLOWED
    for say in sentences(read(text, context)):
        for variant in say.variants:
            invented = {w.written for w in split_words(variant) if not _is_known(w.written, known)}
            assert not invented, f"{invented} in {variant!r}"


def _is_known(word: str, known: set[str]) -> bool:
    from lapel.text.verbs import Form, inflect

    stems = {stem_word(word.casefold()), word.casefold()}
    stems |= {stem_word(form) for kind in Form if (form := inflect(word, kind))}
    return not stems.isdisjoint(known) or any(c.isdigit() for c in word)


@pytest.mark.parametrize(("text", "context"), POINTS, ids=[text[:60] for text, _ in POINTS])
def test_a_sentence_is_finished(text: str, context: Context) -> None:
    """It begins with a capital or figure, ends with a point, tells nobody what to write, speaks of
    the company as "you", and holds no placeholder.
    """
    for say in sentences(read(text, context)):
        assert say.variants
        for variant in say.variants:
            assert re.match(r"[\"“(]?[A-Z0-9£$€]", variant), variant
            assert variant.endswith((".", "!", "?", ".”", '."')), variant
            assert not INSTRUCTIONS.match(variant), variant
            assert "[" not in variant, variant
            assert "  " not in variant, variant
            assert not re.search(r"\b(?:I are|I is|I has|your your|my my|you the)\b", variant)


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
        case Since():
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
