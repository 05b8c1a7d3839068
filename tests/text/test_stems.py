"""Which words are one word, and which only look like it."""

import pytest

from lapel.text.stems import stem_word

_FAMILIES = (
    "pay paid payment",
    "drive drove driving driver",
    "draw drew drawings",
    "leads led leading",
    "recommend recommendation recommendations recommender",
    "personalize personalization personalized",
    "mentor mentoring mentored mentorship",
    "experiment experiments experimentation",
    "build built building",
    "teach taught teaching teacher",
    "analyze analysis analyst analytics",
    "organization organizations organisation",
    "optimisation optimization",
    "LLM LLMs",
    "mgmt management",
    "Ops operations",
    "depts department",
)
_STRANGERS = (
    ("boarding", "board"),
    ("parking", "parks"),
    ("planting", "plant"),
    ("grading", "grade"),
    ("ratings", "rates"),
    ("commissioning", "commission"),
    ("customs", "custom"),
    ("personalize", "personal"),
    ("product", "production"),
    ("product", "productionize"),
    ("Go", "go"),
    ("R", "r"),
    ("AI", "ai"),
    ("LED", "led"),
    ("Excel", "excel"),
    ("customer", "custom"),
    ("busy", "business"),
    ("market", "marketing"),
    ("account", "accounting"),
    ("internal", "intern"),
    ("police", "policy"),
    ("Java", "JavaScript"),
    ("C", "C++"),
)


@pytest.mark.parametrize("family", _FAMILIES)
def test_forms_of_one_word_share_a_stem(family: str) -> None:
    """Forms of one word compare as equal, regular or not."""
    assert len({stem_word(word) for word in family.split()}) == 1


@pytest.mark.parametrize(("one", "other"), _STRANGERS)
def test_words_that_only_look_alike_have_stems_of_their_own(one: str, other: str) -> None:
    """Short names, and words that a stemmer would join, stay apart."""
    assert stem_word(one) != stem_word(other)


def test_a_possessive_is_its_word() -> None:
    """A possessive ending, straight or curly, does not make another word."""
    assert stem_word("patient's") == stem_word("patient’s") == stem_word("patient")
