"""How well a text answers a phrase."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapel.matching.answers.lexical import SUPPORT, index_candidates
from lapel.matching.candidates import list_candidates
from lapel.matching.lexicon import Lexicon
from tests.matching import builders as make
from tests.seeds import printed_by_seed


def _scores(phrase: str, lexicon: Lexicon, *bullets: str) -> Mapping[str, float]:
    """The score of each bullet by its text; what does not answer is 0."""
    candidates = list_candidates(make.profile(make.entry("a", "Role", "Place", bullets)))
    found = index_candidates(candidates, {}, lexicon).answer(phrase)
    return {
        candidate.text: found[position].score if position in found else 0.0
        for position, candidate in enumerate(candidates)
    }


@pytest.mark.parametrize(
    ("phrase", "better", "worse"),
    [
        ("catheter insertion", "Taught insertion to nine aides", "Ordered catheter kits"),
        ("oxygen flow", "Kept oxygen flow steady", "A row of high-flow oxygen tanks"),
        ("oxygen flow", "Kept oxygen flow steady", "Oxygen for a river with little flow of fish"),
        ("grape harvest", "Ran the grape harvest", "Ran the harvest of late apples"),
        ("CRM", "Cleaned up the CRM", "Moved contacts to HubSpot"),
        ("payroll audit", "Passed the payroll audit", "Passed the audit"),
        ("pantry", "Stocked a pantry", "Kept the pantry's first budget"),
        ("leading cellists", "Led cellists in two halls", "Heard two cellists"),
    ],
)
def test_the_better_answer_scores_higher(
    phrase: str, better: str, worse: str, lexicon: Lexicon
) -> None:
    """Whole, near, in order and with the word it turns on beats torn, far and in part."""
    scores = _scores(phrase, lexicon, better, worse)
    assert scores[better] > scores[worse]


def test_half_a_phrase_is_no_support(lexicon: Lexicon) -> None:
    """One of two equally rare words does not make the phrase."""
    scores = _scores("reed calibration", lexicon, "Calibration of scales", "Cut reeds for oboes")
    assert all(score < SUPPORT for score in scores.values())


def test_more_signs_never_lower_a_score(lexicon: Lexicon) -> None:
    """An author's tag adds to what the text says."""
    plain = make.entry("a", "Role", "Place", ["Ran the harvest"])
    tagged = make.entry("a", "Role", "Place", [{"text": "Ran the harvest", "tags": ["harvest"]}])
    one, other = (
        index_candidates(list_candidates(make.profile(entry)), {}, lexicon).answer("harvest")[1]
        for entry in (plain, tagged)
    )
    assert other.score > one.score


@given(st.text(max_size=80), st.text(max_size=40))
def test_any_text_gets_a_score_between_nought_and_one(text: str, phrase: str) -> None:
    """Whatever the characters, answers are scores with reasons."""
    lexicon = load_small()
    candidates = list_candidates(make.profile(make.entry("a", "Role", "Place", [text])))
    for answer in index_candidates(candidates, {}, lexicon).answer(phrase).values():
        assert 0 < answer.score <= 1
        assert answer.reasons


def load_small() -> Lexicon:
    """A lexicon of two blocks, quick to build."""
    from lapel.matching.lexicon import build_lexicon

    return build_lexicon([{"same": [["a b", "c"]]}, {"compounds": ["lead time"]}])


_PRINT_MATCHES = """
from lapel.matching.engine import match_requirements
from lapel.matching.lexicon_files import load_lexicon
from tests.matching import builders as make
from tests.seeds import printed_by_seed
bullets = ["Led nine cooks through two openings", "Led nine cooks through two openings and a fire",
           "Wrote the HACCP plan with the owner and the health board", "Kept food cost at 27%"]
profile = make.profile(make.entry("inn", "Head Chef", "North Inn", bullets))
job = make.job(emphases=["Leadership and food safety"], ideas=["Cost control, kitchen management"])
matches = match_requirements(job, profile, load_lexicon().value)
print(matches.matches, matches.redundancy, matches.phrase_evidence)
"""


@pytest.mark.slow
def test_the_order_of_sets_changes_nothing() -> None:
    """Two runs with different string hashes give the same matches."""
    # a frozenset of phrases prints in one order: its members are small integers
    assert len(printed_by_seed(_PRINT_MATCHES)) == 1
