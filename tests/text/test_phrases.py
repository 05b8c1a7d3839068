"""What a line asks for, in phrases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapel.text.phrases import phrase_words, split_phrases

_VERBS = phrase_words().instructions

_NOTES = [
    ("ML team leadership and mentoring", ["ML team leadership", "mentoring"]),
    (
        "Emphasize leadership aspects and e-commerce recommendation systems",
        ["leadership", "e-commerce recommendation systems"],
    ),
    ("Experience building recommendation systems", ["building recommendation systems"]),
    ("Feature cross-functional collaboration success stories", ["cross-functional collaboration"]),
    ("Focus on team building, mentoring, and leading ML engineers",
     ["team building", "mentoring", "leading ML engineers"]),
    ("Highlight end-to-end ML system development", ["end-to-end ML system development"]),
    ("Show strong, proven ability to triage", ["triage"]),
    ("Tailor to food safety; mention ServSafe", ["food safety", "ServSafe"]),
    ("Highlight relevant background and skills", []),
    ("Rooftop units & chillers, QA/LQA", ["Rooftop units", "chillers", "QA", "LQA"]),
    ("Manage deadlines for five attorneys", ["Manage deadlines"]),
    ("Coordination with inspectors", ["Coordination with inspectors"]),
    ("callbacks -> loyalty", ["callbacks", "loyalty"]),
    ("it IS a hotel", ["hotel"]),
    ('They say "just culture" twice', ["just culture"]),
    ("Feature engineering", ["Feature engineering"]),
    ("Form 990", ["Form 990"]),
    ("Section 504 and the county code", ["Section 504", "county code"]),
    ("Sales door to door", ["Sales door to door"]),
    ("Sales from day to day", ["Sales"]),
]  # fmt: skip
_LINES = [
    ("5+ years of Python experience", ["Python"]),
    ("Lead an agile team of 4-7 machine learning scientists",
     ["Lead an agile team of 4-7 machine learning scientists"]),
    ("Excellent written and oral communication skills",
     ["written communication", "oral communication"]),
    ("Excellent written & oral communication skills",
     ["written communication", "oral communication"]),
    ("Develop the preventive and predictive maintenance program",
     ["Develop the preventive maintenance program", "predictive maintenance program"]),
    ("Write and keep up rotas for nurses", ["Write", "rotas", "nurses"]),
    ("Retail and hospital sales", ["Retail", "hospital sales"]),
    ("Orientation / onboarding of nurses", ["Orientation", "onboarding of nurses"]),
    ("Health and safety on site", ["Health and safety", "site"]),
    ("Knowledge of R, SQL or Go", ["R", "SQL", "Go"]),
]  # fmt: skip


@pytest.mark.parametrize(("note", "phrases"), _NOTES)
def test_a_note_asks_for_its_phrases(note: str, phrases: list[str]) -> None:
    """Instructions and empty nouns fall away; what is left is asked for, phrase by phrase."""
    assert list(split_phrases(note, instructions=_VERBS)) == phrases


@pytest.mark.parametrize(("line", "phrases"), _LINES)
def test_a_line_of_the_description_asks_for_its_phrases(line: str, phrases: list[str]) -> None:
    """Numbers and claims of quality ask for nothing; a shared noun is told to each adjective."""
    assert list(split_phrases(line)) == phrases


def test_words_held_together_are_not_cut() -> None:
    """A name that holds an "and" stays whole when the caller knows it."""
    together = frozenset({("arts", "and", "crafts")})
    assert split_phrases("Led arts and crafts", together=together) == ("Led arts and crafts",)


@given(st.text(max_size=120))
def test_a_phrase_has_no_word_the_line_lacks(text: str) -> None:
    """Whatever the line, each word of each phrase stands in it."""
    for phrase in split_phrases(text, instructions=_VERBS):
        assert all(word in text for word in phrase.split() if word != ";")
