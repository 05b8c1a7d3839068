"""Acronyms and the words they stand for."""

import pytest

from lapel.matching.acronyms import acronym_of, find_words_of_acronym, is_acronym, is_numeronym
from lapel.matching.engine import match_requirements
from lapel.matching.lexicon import build_lexicon
from lapel.matching.model import Evidence
from lapel.text.words import split_words
from tests.matching import builders as make


@pytest.mark.parametrize(
    ("phrase", "found"), [("CRRT", True), ("QA", False), ("crrt", False), ("ONE WORD", False)]
)
def test_three_to_six_capitals_are_an_acronym(phrase: str, found: bool) -> None:
    """Shorter ones stand for too much, and a shouted phrase is none."""
    assert is_acronym(phrase) is found


def test_initials_spell_an_acronym_over_small_words() -> None:
    """Standards of care review is SCR; two words are too few."""
    assert acronym_of(split_words("standards of care review")) == "SCR"
    assert acronym_of(split_words("wound care")) == ""


def test_words_are_found_where_they_stand() -> None:
    """The stretch whose initials spell the acronym is given, wherever it stands."""
    words = split_words("trained for continuous renal replacement therapy in 2019")
    assert find_words_of_acronym("CRRT", words) == (2, 6)
    assert find_words_of_acronym("ABCD", words) is None


@pytest.mark.parametrize(
    ("ask", "bullet"),
    [
        ("CRRT", "One of nine nurses trained for continuous renal replacement therapy"),
        ("crrt", "One of nine nurses trained for continuous renal replacement therapy"),
        ("ISO audits", "Passed ISO9001 audits in two plants"),
        ("Zonal hazard review", "Wrote the ZHR for two plants"),
        ("i18n", "Internationalisation of a checkout for nine markets"),
        ("o11y", "Owned observability for the cluster"),
        ("Glocalization", "Ran g11n for a games studio"),
        ("ALCOA+", "Taught ALCOA to everybody who starts"),
    ],
)
def test_either_spelling_is_evidence_for_the_other(ask: str, bullet: str) -> None:
    """Without an entry in the lexicon, the acronym and its words answer each other."""
    profile = make.profile(make.entry("role", "Role", "Somewhere", (bullet, "Made tea")))
    matches = match_requirements(make.job(emphases=[ask]), profile, build_lexicon([]))
    assert matches.evidence["emphasis-1"] is Evidence.STRONG


def test_a_list_spells_nothing() -> None:
    """Words of different items of a list are no name, whatever their initials."""
    assert (
        find_words_of_acronym("SAP", split_words("External audit, Single audit, Policy writing"))
        is None
    )


@pytest.mark.parametrize(
    ("acronym", "text"),
    [
        ("COR", "Kept the credit out of the renters"),
        ("COR", "Cut overtime rates"),
        ("WIT", "Worked with inspectors to"),
        ("CTB", "Called the tenants about"),
    ],
)
def test_words_that_are_no_name_spell_nothing(acronym: str, text: str) -> None:
    """Particles, prepositions and the deed that a bullet begins with are no part of a name."""
    assert find_words_of_acronym(acronym, split_words(text)) is None


@pytest.mark.parametrize(
    ("acronym", "text"),
    [
        ("DNR", "Wrote the Do Not Resuscitate policy"),
        ("CDC", "reported to the Centers for Disease Control"),
        ("ABA", "trained in applied behavior analysis"),
    ],
)
def test_names_with_small_words_are_spelled(acronym: str, text: str) -> None:
    """Capitals make a name of any words, small words stand within one."""
    assert find_words_of_acronym(acronym, split_words(text)) is not None


@pytest.mark.parametrize(("word", "is_one"), [("l10n", True), ("k8s", False), ("B2B", False)])
def test_a_numeronym_counts_many_letters(word: str, is_one: bool) -> None:
    """What counts fewer letters than a word worth shortening has is a name of its own."""
    assert is_numeronym(word) is is_one
