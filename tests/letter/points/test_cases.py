"""The literate cases of letter points: what a person noted, and what lapel makes of it."""

import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml

from lapel.letter.points.cutting.tidying import tidy
from lapel.text.stems import stem_word
from lapel.text.verbs import Form, inflect
from lapel.text.words import split_words
from tests.letter.points.dump import dump, read, read_fragment, sentences
from tests.literate import Case, cases_under, expected

PAGES = Path(__file__).parent / "cases"
EVERY_CASE = pytest.mark.parametrize("case", cases_under(PAGES), ids=lambda case: case.name)


@EVERY_CASE
def test_points_become_what_their_page_says(case: Case, update: bool) -> None:
    """Every point of a case becomes the sentences and searches that its page shows."""
    answer = dump(case.text)
    assert answer == expected(case, answer, update=update)


def read_data(name: str) -> dict[str, Any]:
    """A data file of the points."""
    text = files("lapel.letter").joinpath(name).read_text("utf-8")
    data: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)
    return data


SMALL = (
    "I I'm I've I'd me my mine myself you your yours a an the of to in on at for from with and or "
    "but is am are was were be been have had has do does did would will can could that this it "
    "it's no not never so than as because about by own if through there don't cannot"
)
STATED = (
    "you'd you're finished whether need plan plans focus committed interested looking believe want "
    "mission position spoke met visited toured spirit see lot those we"
)
FRAMES = " ".join(
    [
        *(text for texts in read_data("points/frames.yaml").values() for text in texts),
        *(
            str(text)
            for said in read_data("english/notes.yaml")["feelings"].values()
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


@EVERY_CASE
def test_a_sentence_says_only_what_its_point_says(case: Case) -> None:
    """Every word of a sentence is the point's, the job's company and position, or a frame's."""
    for text, context in read_fragment(case.text):
        sources = f"{text} {tidy(text, context)} {context.company} {context.position}"
        known = {word.stem.casefold() for word in split_words(sources.casefold())} | ALLOWED
        for say in sentences(read(text, context)):
            for variant in say.variants:
                words = {word.written for word in split_words(variant)}
                invented = {word for word in words if not _is_known(word, known)}
                assert not invented, f"{invented} in {variant!r}"


def _is_known(word: str, known: set[str]) -> bool:
    return any(c.isdigit() for c in word) or not _forms(word).isdisjoint(known)


@cache
def _forms(word: str) -> frozenset[str]:
    """What a word may be known as: itself, its stem, those of its forms."""
    forms = (form for kind in Form if (form := inflect(word, kind)))
    return frozenset((word.casefold(), stem_word(word.casefold()), *map(stem_word, forms)))


@EVERY_CASE
def test_a_sentence_is_finished(case: Case) -> None:
    """It begins with a capital or figure, ends with a point, tells nobody what to write, speaks of
    the company as "you", and holds no placeholder.
    """
    for text, context in read_fragment(case.text):
        for say in sentences(read(text, context)):
            assert say.variants, text
            for variant in say.variants:
                assert re.match(r"[\"“(]?[A-Z0-9£$€]", variant), variant
                assert variant.endswith((".", "!", "?", ".”", '."')), variant
                assert not INSTRUCTIONS.match(variant), variant
                assert "[" not in variant, variant
                assert "  " not in variant, variant
                assert not re.search(r"\b(?:I are|I is|I has|your your|my my|you the)\b", variant)
