"""Bullets that say nearly the same."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from lapel.matching.answers.lexical import index_candidates
from lapel.matching.candidates import list_candidates
from lapel.matching.lexicon import build_lexicon
from lapel.matching.model import CandidateKind
from lapel.matching.redundancy import THRESHOLD, find_redundancy
from lapel.text.stems import stem_word
from tests.matching import builders as make


def _pairs(*bullets: str) -> list[tuple[str, str]]:
    profile = make.profile(make.entry("a", "Cook", "Inn", bullets))
    candidates = list_candidates(profile)
    index = index_candidates(candidates, {}, build_lexicon([]))
    found = find_redundancy(candidates, index.readings, index.rarity)
    assert all(THRESHOLD <= similarity <= 1 for _, _, similarity in found)
    return [(one, other) for one, other, _ in found]


def test_one_deed_told_twice_is_a_pair() -> None:
    """Two tellings of one deed are found, in the profile's order."""
    assert _pairs(
        "Cut food cost from 33 to 27 percent by weighing every plate that came back",
        "Ran the grill on Saturdays for two hundred covers",
        "Food cost cut from 33 to 27 percent, weighing plates that came back",
    ) == [("a/1", "a/3")]


def test_a_bullet_contained_in_a_longer_one_is_a_pair() -> None:
    """A short bullet that a long one says too is found though most of the long one differs."""
    assert _pairs(
        "Trained four apprentices in pastry",
        "Trained four apprentices in pastry, opened a second bakery near the harbour, negotiated "
        "flour prices with three mills and moved the ovens to gas",
    ) == [("a/1", "a/2")]


def test_shared_common_words_make_no_pair() -> None:
    """Bullets that share a verb and a noun of every day are two deeds."""
    assert (
        _pairs(
            "Led the team that opened a bakery in Leith",
            "Led the team that rewrote menus for allergies",
            "Led the team through an inspection without findings",
        )
        == []
    )


WORDS = (
    *("flour", "oven", "dough", "baker", "harbour", "ledger", "invoice"),
    *("auditor", "nurse", "ward", "crane", "valve", "lorry"),
)


@given(
    st.lists(
        st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join),
        min_size=2,
        max_size=12,
        unique=True,
    )
)
def test_no_pair_is_missed(bullets: list[str]) -> None:
    """Whatever falls out on the way, the pairs are those found by comparing each with each."""
    weights = {stem: 0.1 + 0.07 * number for number, stem in enumerate(map(stem_word, WORDS))}
    profile = make.profile(make.entry("a", "Cook", "Inn", bullets))
    candidates = list_candidates(profile)
    index = index_candidates(candidates, {}, build_lexicon([]))
    deeds = {
        candidate.id: {*reading.positions}
        for candidate, reading in zip(candidates, index.readings, strict=True)
        if candidate.kind is CandidateKind.HIGHLIGHT and len(reading.positions) > 2
    }
    alike = set()
    for (one, own), (other, others) in combinations(deeds.items(), 2):
        shared, *sizes = (sum(weights[s] for s in stems) for stems in (own & others, own, others))
        jaccard = shared / (sum(sizes) - shared)
        if round(max(jaccard, 0.9 * shared / min(sizes)), 3) >= THRESHOLD:
            alike.add((one, other))
    found = find_redundancy(candidates, index.readings, weights)
    assert {(one, other) for one, other, _ in found} == alike
