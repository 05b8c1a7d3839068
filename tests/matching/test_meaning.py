"""Nearness in meaning, and its blend with words and names."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from bench.engines import ENGINES
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from lapel.job.model import Job
from lapel.matching import blending
from lapel.matching.answers.lexical import SUPPORT, Answer, index_candidates
from lapel.matching.asked.requirements import list_requirements
from lapel.matching.blending import BlendedIndex, add_meaning, blend, is_near
from lapel.matching.candidates import list_candidates
from lapel.matching.engine import match_requirements, match_with
from lapel.matching.lexicon import Lexicon
from lapel.matching.meaning import vectors
from lapel.matching.meaning.kept import NearnessMemory
from lapel.matching.model import CandidateKind, Evidence, Matches, ReasonKind
from lapel.matching.remembering import Memory
from lapel.profile.model import Profile
from tests.given import text
from tests.matching import builders as make

BULLETS = (
    "Cut the close from nine days to four",
    "Coached four line cooks into sous chefs",
    "Wrote the runbook new hires train on",
    "Knitted scarves for the winter market",
    "Planted tulips along the canal",
)
PROFILE = make.profile(make.entry("role", "Role", "Somewhere", BULLETS))
SHARES = st.floats(0, 1, allow_nan=False).map(lambda share: round(share, 3))


def _match(ask: str, lexicon: Lexicon, profile: Profile = PROFILE) -> Matches:
    return match_requirements(make.job(emphases=[ask]), profile, lexicon)


def _first(matches: Matches) -> str:
    texts = {c.id: c.text for c in matches.candidates if c.kind is CandidateKind.HIGHLIGHT}
    ranked = matches.by_requirement["emphasis-1"]
    return next(texts[match.candidate] for match in ranked if match.candidate in texts)


@pytest.mark.parametrize(
    ("ask", "bullet"),
    [
        ("Process improvement", BULLETS[0]),
        ("Staff development", BULLETS[1]),
        ("Documentation", BULLETS[2]),
        ("Gardening", BULLETS[4]),
    ],
)
def test_a_deed_told_in_other_words_stands_first(ask: str, bullet: str, lexicon: Lexicon) -> None:
    """A bullet that shares no word with the wish is ranked first where it tells of it."""
    assert _first(_match(ask, lexicon)) == bullet


@pytest.mark.parametrize(
    ("ask", "bullet"),
    [
        ("Process improvement", BULLETS[0]),
        ("Process improvement", "Brought door-to-doctor time from 52 minutes to 23"),
        ("Staff development", BULLETS[1]),
        ("Documentation", BULLETS[2]),
    ],
)
def test_a_deed_told_in_other_words_supports(ask: str, bullet: str, lexicon: Lexicon) -> None:
    """A clear deed supports the skill it shows, named or not."""
    profile = make.profile(make.entry("a", "Role", "Sole", [bullet, *BULLETS[3:]]))
    (match,) = [m for m in _match(ask, lexicon, profile).matches if m.supports]
    assert match.candidate == "a/1"


@pytest.mark.parametrize(
    ("ask", "bullet"),
    [
        ("Leadership", "Generated leads at four trade fairs"),
        ("Team building", "Booked a venue for a team-building exercise"),
        ("Java", "Kept JavaScript widgets running"),
        ("Management", "Managed my own schedule"),
        ("Process improvement", "Waits went from two days to nine"),
        ("Process improvement", "Cut the kitchen from nine cooks to four"),
        ("Theatre Green Book", "Kept the prompt book for nine productions"),
        ("Mentor engineers", "Cut the bill for training and serving models by a third"),
        ("Mentoring junior staff", "Checked the doors and brakes of the night train"),
        ("Case management systems", "Carried a caseload of 24 families"),
    ],
)
def test_a_look_alike_supports_nothing(ask: str, bullet: str, lexicon: Lexicon) -> None:
    """What only sounds like the skill does not support it."""
    profile = make.profile(make.entry("a", "Role", "Sole", [bullet, *BULLETS[3:]]))
    assert not [m for m in _match(ask, lexicon, profile).matches if m.supports]


@pytest.mark.parametrize(
    ("ask", "bullet"),
    [
        ("Documentation", "Wrote the card that every van now carries"),
        ("Loss prevention", "Halved shrinkage in a year with weekly counts"),
        ("Workplace safety", "Four years without a lost-time injury on my crews"),
        ("Bilingual", "Interviewed witnesses in Portuguese"),
        ("Results", "Return visits rose from 12 percent to 19"),
    ],
)
def test_a_deed_shows_a_skill_it_does_not_name(ask: str, bullet: str, lexicon: Lexicon) -> None:
    """A verb with its object, a thing with what befell it, and a misfortune denied are evidence."""
    profile = make.profile(make.entry("a", "Role", "Sole", [bullet, *BULLETS[3:]]))
    (match,) = [m for m in _match(ask, lexicon, profile).matches if m.supports]
    assert match.candidate == "a/1"


def test_what_only_comes_near_is_weak_evidence(lexicon: Lexicon) -> None:
    """A bullet near in meaning supports nothing, and still there is not nothing."""
    texts = ["Waits went from two days to nine", BULLETS[3]]
    profile = make.profile(make.entry("a", "Role", "Sole", texts))
    matches = _match("Process improvement", lexicon, profile)
    best = matches.by_requirement["emphasis-1"][0]
    assert (best.candidate, best.supports, best.near) == ("a/1", False, frozenset({0}))
    assert matches.evidence["emphasis-1"] is Evidence.WEAK


@pytest.mark.parametrize(
    ("score", "said", "rest", "near"),
    [
        (0.25, 0.0, None, True),
        (0.249, 0.0, None, False),
        (SUPPORT, 0.0, None, False),
        (0.3, 0.0, 0.2, True),
        (0.3, 0.0, 0.19, False),
        (0.3, 0.25, 0.01, True),
        (0.3, 0.24, 0.01, False),
        (0.3, 0.25, 0.0, False),
    ],
)
def test_what_comes_near_has_a_witness(
    score: float, said: float, rest: float | None, *, near: bool
) -> None:
    """A text near in meaning holds none of the words, or is near to those it lacks, or holds a good
    part of them.
    """
    assert is_near(score, said, rest) is near


def test_an_unknown_acronym_is_near_to_nothing(lexicon: Lexicon) -> None:
    """Letters that no dictionary has are found where they stand, and nowhere else."""
    bullets = ["Cut alarms from 60 a night to five", "Put the pumps into QVXM"]
    profile = make.profile(make.entry("a", "Role", "Sole", bullets))
    found = _match("QVXM", lexicon, profile).by_requirement["emphasis-1"]
    assert [match.candidate for match in found] == ["a/2"]


def test_a_reason_says_what_is_near(lexicon: Lexicon) -> None:
    """Nearness is told with the words that make it and its amount."""
    matches = _match("Flower bulbs", lexicon)
    best = matches.by_requirement["emphasis-1"][0]
    (reason,) = [r for r in best.reasons if r.kind is ReasonKind.MEANING]
    assert reason.text.endswith("“planted” ~ “flower”")


def test_what_a_negation_takes_back_is_not_near(lexicon: Lexicon) -> None:
    """A text is not near by the words it denies."""
    denied = "Shipped it without gardeners or gardens"
    said = "Shipped it with gardeners and gardens"
    for told, near in ((denied, False), (said, True)):
        profile = make.profile(make.entry("a", "Maker", "Sole", [told, *BULLETS[:3]]))
        matches = _match("Gardening", lexicon, profile)
        scores = [m.score for m in matches.matches if m.candidate == "a/1"]
        assert (max(scores, default=0.0) > 0.2) is near


def test_a_compound_is_not_near_by_its_parts(lexicon: Lexicon) -> None:
    """The venue of a team-building exercise gathers nothing for team building."""
    texts = ["Booked a venue for a team-building exercise", *BULLETS]
    profile = make.profile(make.entry("a", "Clerk", "Sole", texts))
    matches = _match("Team building", lexicon, profile)
    assert not any(match.supports for match in matches.by_candidate["a/1"])


@pytest.mark.parametrize("ask", ["lead generation", "lead time"])
def test_a_word_of_a_compound_makes_nothing_near(ask: str, lexicon: Lexicon) -> None:
    """Who leads cooks comes no nearer to leads for the sales staff than who does not."""
    texts = ["Lead eleven cooks in a kitchen that serves 300 covers", *BULLETS]
    profile = make.profile(make.entry("a", "Chef", "Sole", texts))
    matches = _match(ask, lexicon, profile)
    assert not matches.by_candidate.get("a/1")


@given(said=SHARES, nearness=SHARES, rest=st.none() | SHARES)
def test_a_blend_is_a_rounded_share(said: float, nearness: float, rest: float | None) -> None:
    """A score is in [0, 1] with three decimals, whatever the signs."""
    score = blend(said, nearness, rest=rest)
    assert 0 <= score <= 1
    assert score == round(score, 3)


@given(nearness=SHARES)
def test_meaning_alone_is_weak_and_never_by_a_shared_word(nearness: float) -> None:
    """Without words that support, nearness reaches support at most as a weak sign."""
    assert blend(0.0, nearness, rest=None) < 0.6
    assert blend(0.0, nearness, rest=1.0) < SUPPORT


@given(said=st.floats(0.05, 0.4), nearness=st.floats(0.0, 0.54))
def test_words_that_are_missing_and_not_near_either_halve_the_score(
    said: float, nearness: float
) -> None:
    """A text with a part of the phrase is as good as how near it is to the rest."""
    whole, half = (blend(said, nearness, rest=rest) for rest in (0.3, 0.0))
    assert half == pytest.approx(whole / 2, abs=0.001)


def test_a_text_that_says_a_good_part_and_is_plainly_near_supports() -> None:
    """People say again nearly what is asked: "30-minute call response" for "minute call radius"."""
    assert blend(0.35, 0.58, rest=0.3) >= SUPPORT
    assert blend(0.35, 0.5, rest=0.3) < SUPPORT
    assert blend(0.35, 0.58, rest=0.0) < SUPPORT


@given(said=SHARES, nearness=SHARES, more=SHARES, rest=st.none() | SHARES)
def test_nearer_is_never_less(
    said: float,
    nearness: float,
    more: float,
    rest: float | None,
) -> None:
    """A text that is nearer in meaning never scores less."""
    low, high = sorted((nearness, more))
    assert blend(said, low, rest=rest) <= blend(said, high, rest=rest)


def _matched(job: Job, profile: Profile, lexicon: Lexicon, cache: Path | None = None) -> Matches:
    """What is found, without what is kept for further questions."""
    memory = Memory.in_folder(cache)
    return replace(match_requirements(job, profile, lexicon, memory), index=None)


def test_the_cache_changes_no_result(lexicon: Lexicon, tmp_path: Path) -> None:
    """Matches are the same without a cache, with an empty, a filled and a damaged one."""
    job = make.job(emphases=["Staff development", "Gardening"])
    without = _matched(job, PROFILE, lexicon)
    assert without.by_meaning
    assert _matched(job, PROFILE, lexicon, tmp_path) == without
    kept = sorted(tmp_path.iterdir())
    assert [path.name.partition("-")[0] for path in kept] == ["nearness"]
    assert _matched(job, PROFILE, lexicon, tmp_path) == without
    for path in kept:
        path.write_bytes(b"damaged")
    assert _matched(job, PROFILE, lexicon, tmp_path) == without


def test_a_second_run_works_nothing_out(
    lexicon: Lexicon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is near to a phrase is read back as long as the profile says the same."""
    job = make.job(emphases=["Staff development"])
    first = _matched(job, PROFILE, lexicon, tmp_path)
    monkeypatch.setattr(blending, "load_vectors", lambda: pytest.fail("vectors were read again"))
    assert _matched(job, PROFILE, lexicon, tmp_path) == first
    other = make.profile(make.entry("role", "Role", "Elsewhere", BULLETS[1:]))
    with pytest.raises(pytest.fail.Exception):
        _matched(job, other, lexicon, tmp_path)


def test_without_the_vectors_words_decide_alone(
    lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the package has no wheel nothing fails, and the matches say it."""
    monkeypatch.setattr(vectors, "find_spec", lambda _: None)
    job = make.job(emphases=["Gardening", "Runbook"])
    matches = match_requirements(job, PROFILE, lexicon)
    assert not matches.by_meaning
    assert matches.evidence == {"emphasis-1": Evidence.NONE, "emphasis-2": Evidence.STRONG}


def test_a_cache_that_cannot_be_written_is_no_error(lexicon: Lexicon, tmp_path: Path) -> None:
    """Where the cache folder is a file, everything is worked out each time."""
    blocked = tmp_path / "cache"
    blocked.write_text("a file", encoding="utf-8")
    job = make.job(emphases=["Gardening"])
    assert _matched(job, PROFILE, lexicon, blocked / "inside").by_meaning


@pytest.mark.parametrize("name", [*ENGINES])
def test_every_engine_answers_behind_one_interface(name: str, lexicon: Lexicon) -> None:
    """Each engine takes the same candidates and gives rounded scores by position."""
    candidates = list_candidates(PROFILE)
    engine = ENGINES[name](candidates, {"role": "Role"}, lexicon)
    requirements, _ = list_requirements(make.job(emphases=["new hires train"]), lexicon, {})
    matches, evidence = match_with(engine, requirements, candidates)
    assert matches[0].score == round(matches[0].score, 3)
    assert set(evidence) == {"emphasis-1"}


def test_an_empty_profile_answers_nothing(lexicon: Lexicon) -> None:
    """Without candidates there is nothing to be near to."""
    engine = add_meaning(index_candidates((), {}, lexicon), NearnessMemory())
    assert engine is not None
    assert engine.answer("Gardening") == {}
    assert engine.answer("the") == {}


def test_a_changed_profile_is_compared_as_a_new_one(lexicon: Lexicon) -> None:
    """What was worked out for the texts that stayed is taken over, and comes to the same."""
    job = make.job(emphases=["Staff development", "Gardening"])
    memory = Memory()
    match_requirements(job, PROFILE, lexicon, memory)
    first, *others = PROFILE.entries
    edited = replace(first.highlights[0], text=text("Taught nine apprentices to prune roses"))
    highlights = (*first.highlights[1:], edited)
    changed = replace(PROFILE, entries=(*others, replace(first, highlights=highlights)))
    again = replace(match_requirements(job, changed, lexicon, memory), index=None)
    assert again == _matched(job, changed, lexicon)
    assert any("roses" in c.text for c in again.candidates)


def test_only_what_is_new_in_a_profile_is_asked_again(
    lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bullet that changed is asked for each requirement, and nothing else is."""
    asked: list[Sequence[int]] = []

    def heard(index: BlendedIndex, phrase: str, positions: Sequence[int]) -> Mapping[int, Answer]:
        asked.append(positions)
        return answer_of(index, phrase, positions)

    answer_of = BlendedIndex.answer_of
    monkeypatch.setattr(BlendedIndex, "answer_of", heard)
    job = make.job(emphases=["Staff development", "Gardening"])
    memory = Memory()
    candidates = match_requirements(job, PROFILE, lexicon, memory).candidates
    assert [len(positions) for positions in asked] == [len(candidates)] * 2
    first, *others = PROFILE.entries
    edited = replace(first.highlights[0], text=text("Taught nine apprentices to prune roses"))
    changed = replace(first, highlights=(*first.highlights[1:], edited))
    asked.clear()
    edited_profile = replace(PROFILE, entries=(*others, changed))
    matches = match_requirements(job, edited_profile, lexicon, memory)
    new = [n for n, candidate in enumerate(matches.candidates) if "roses" in candidate.text]
    assert asked == [new, new]
    asked.clear()
    match_requirements(job, edited_profile, lexicon, memory)
    assert asked == [[], []]
    match_requirements(job, edited_profile, lexicon)  # who holds no memory begins anew
    assert [len(positions) for positions in asked[2:]] == [len(candidates)] * 2
