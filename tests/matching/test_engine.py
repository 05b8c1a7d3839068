"""From a job and a profile to matches."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from msgspec import Struct
from msgspec.structs import replace

from lapel.job.model import Job
from lapel.matching.answers.lexical import Answer
from lapel.matching.asked.requirements import list_requirements
from lapel.matching.candidates import list_candidates
from lapel.matching.engine import match_requirements, match_with
from lapel.matching.evidence import judge_requirement
from lapel.matching.lexicon import Lexicon
from lapel.matching.model import (
    Candidate,
    CandidateKind,
    Evidence,
    Match,
    Matches,
    Reason,
    ReasonKind,
    Requirement,
    RequirementKind,
)
from lapel.profile.model import Profile, SectionKind
from lapel.source.diagnostics import Place
from tests.matching import builders as make

PLACE = Place(Path("job.md"), 1)

PROFILE = make.profile(
    make.entry(
        "ward",
        "Charge Nurse",
        "Lake Harrow",
        [
            "Triaged 60 walk-ins a day with two aides",
            {
                "text": "Took eleven new nurses through their first winter",
                "tags": ["onboarding"],
                "wordings": {"short": "Onboarded eleven nurses"},
            },
            {"text": "Wrote the wound care protocol", "hidden": True},
        ],
    ),
    make.entry(
        "clinic", "Staff Nurse", "Elm Clinic", ["Dressed wounds; wound care for 15 patients"]
    ),
    make.entry("school", "BS, Nursing", "Hale College", section=SectionKind.EDUCATION),
    skills={"Systems": ["Epic", "Pyxis"]},
    summaries={"calm": "Nurse who stays calm in triage"},
)


def _match(job: Job, lexicon: Lexicon, profile: Profile = PROFILE) -> Matches:
    return match_requirements(job, profile, lexicon)


def _of(matches: Matches, candidate: str) -> Match:
    (found,) = matches.by_candidate[candidate]
    return found


def test_every_visible_text_is_a_candidate_and_no_hidden_one(lexicon: Lexicon) -> None:
    """Bullets, wordings, entries, skills and summaries can answer; hidden bullets cannot."""
    found = {c.id: c.kind for c in _match(make.job(), lexicon).candidates}
    assert found == {
        "calm": CandidateKind.SUMMARY,
        "ward": CandidateKind.ROLE,
        "ward/1": CandidateKind.HIGHLIGHT,
        "ward/2": CandidateKind.HIGHLIGHT,
        "ward/2#short": CandidateKind.WORDING,
        "clinic": CandidateKind.ROLE,
        "clinic/1": CandidateKind.HIGHLIGHT,
        "school": CandidateKind.ENTRY,
        "skills/Systems": CandidateKind.SKILL,
    }


def test_a_reason_says_the_words_of_the_bullet(lexicon: Lexicon) -> None:
    """What makes a match is told in the bullet's own words."""
    matches = _match(make.job(emphases=["Wound care"]), lexicon)
    assert _of(matches, "clinic/1").reasons[0].text == "wound care"


def test_an_alias_and_a_tag_are_told_apart(lexicon: Lexicon) -> None:
    """Each part of a score names its kind: the trade's other name, the author's tag."""
    charts = _match(make.job(emphases=["Electronic health records"]), lexicon)
    reason, *_ = _of(charts, "skills/Systems").reasons
    assert (reason.kind, reason.text) == (ReasonKind.ALIAS, "Epic")
    hires = _match(make.job(emphases=["Onboarding"]), lexicon)
    assert _of(hires, "ward/2").reasons[0].kind is ReasonKind.TAG


def test_what_the_author_calls_a_bullet_counts_as_a_tag(lexicon: Lexicon) -> None:
    """An id is the author's own label, unless it was made of the text's first words, or counts."""
    bullets: list[str | dict[str, str]] = [
        {"id": "chlorine-gas", "text": "Got rid of the cylinders"},
        {"id": "cylinders", "text": "Got rid of the cylinders again"},
        "Rowed the boat",
    ]
    profile = make.profile(make.entry("a", "Operator", "Elm", bullets))
    matches = _match(make.job(emphases=["Chlorine gas"]), lexicon, profile)
    best = matches.by_requirement["emphasis-1"][0]
    assert (best.candidate, best.supports) == ("chlorine-gas", True)
    assert best.reasons[0] == Reason(ReasonKind.ID, "chlorine gas")
    assert [c.called for c in matches.candidates][1:] == ["chlorine gas", "cylinders", ""]


def test_the_role_s_title_alone_supports_nothing(lexicon: Lexicon) -> None:
    """A title adds to what a bullet says and is no support by itself."""
    matches = _match(make.job(emphases=["Charge nurse"]), lexicon)
    bullet = _of(matches, "ward/1")
    assert not bullet.supports
    assert [reason.kind for reason in bullet.reasons] == [ReasonKind.TITLE]


def test_a_score_has_three_decimals_and_is_at_most_one(lexicon: Lexicon) -> None:
    """Scores are rounded before anything is decided by them."""
    matches = _match(make.job(emphases=["Triage", "Wound care", "Onboarding nurses"]), lexicon)
    for match in matches.matches:
        assert 0 < match.score <= 1
        assert match.score == round(match.score, 3)


def test_a_bullet_supports_the_phrases_it_answers(lexicon: Lexicon) -> None:
    """Of a wish with two phrases a bullet may support one, and the match says which."""
    matches = _match(make.job(emphases=["Onboarding and wound care"]), lexicon)
    assert _of(matches, "clinic/1").phrases == {1}
    assert _of(matches, "ward/2").phrases == {0}


def test_a_hint_is_supported_only_inside_its_entries(lexicon: Lexicon) -> None:
    """Outside the role a hint names, a bullet keeps its score but supports nothing; of what stands
    there something may be meant, though it does not say so.
    """
    matches = _match(make.job(hints=[("work", "Lake Harrow: triage, wound care")]), lexicon)
    assert matches.placements == {"hint-1": ("ward",)}
    assert matches.requirements[0].entries == ("ward",)
    assert _of(matches, "ward/1").supports
    assert not _of(matches, "clinic/1").supports
    assert matches.phrase_evidence["hint-1"] == (Evidence.STRONG, Evidence.WEAK)


def test_a_hint_that_is_not_placed_has_no_evidence(lexicon: Lexicon) -> None:
    """A label that names nothing gathers no support anywhere."""
    matches = _match(make.job(hints=[("work", "Acme: triage")]), lexicon)
    assert matches.placements == {"hint-1": ()}
    assert matches.evidence["hint-1"] is Evidence.NONE
    assert [d.code for d in matches.diagnostics] == ["hint-not-placed"]


@pytest.mark.parametrize(
    ("ask", "evidence"),
    [
        ("Triage", Evidence.STRONG),
        ("Wound care", Evidence.STRONG),
        ("Epic", Evidence.WEAK),
        ("Onboarding", Evidence.STRONG),
        ("Litigation", Evidence.NONE),
        ("Kubernetes", Evidence.NONE),
        ("Triage and litigation", Evidence.STRONG),
        ("Triage, litigation and Kubernetes", Evidence.WEAK),
        ("Litigation and Kubernetes", Evidence.NONE),
    ],
)
def test_evidence_is_strong_weak_or_none(ask: str, evidence: Evidence, lexicon: Lexicon) -> None:
    """A clear deed is strong, a listed skill or one wish of three weak, and nothing is nothing."""
    matches = _match(make.job(emphases=[ask]), lexicon)
    assert matches.evidence["emphasis-1"] is evidence


def test_scores_do_not_depend_on_what_else_is_asked(lexicon: Lexicon) -> None:
    """A wish scores the same alone and among others."""
    alone = _match(make.job(emphases=["Triage"]), lexicon)
    among = _match(make.job(emphases=["Triage", "Wound care"], ideas=["Show Epic"]), lexicon)
    assert alone.by_requirement["emphasis-1"] == among.by_requirement["emphasis-1"]


def test_the_same_input_gives_the_same_matches(lexicon: Lexicon) -> None:
    """Nothing depends on chance or on what was matched before."""
    job = make.job(emphases=["Triage", "Wound care"], hints=["Elm Clinic: wounds"])
    first, second = (replace(_match(job, lexicon), index=None) for _ in range(2))
    assert first == second


def test_a_negation_is_no_evidence(lexicon: Lexicon) -> None:
    """What a bullet says it went without, it does not show."""
    profile = make.profile(
        make.entry("app", "Builder", "Sole", ["Shipped it without design support or user research"])
    )
    matches = _match(make.job(emphases=["User research", "Design"]), lexicon, profile)
    assert set(matches.evidence.values()) == {Evidence.NONE}


def test_the_entry_s_title_fills_in_what_the_bullet_leaves_out(lexicon: Lexicon) -> None:
    """A bullet of leading counts for leading a trade where the role's title names it."""
    bullets = ["Led nine people in two shifts"]
    nurse = make.profile(make.entry("a", "Head of Dialysis", "Elm", bullets))
    clerk = make.profile(make.entry("a", "Head of Archives", "Elm", bullets))
    job = make.job(emphases=["Dialysis team leadership"])
    inside, outside = (_of(_match(job, lexicon, p), "a/1").score for p in (nurse, clerk))
    assert inside > outside + 0.1


def test_who_is_one_has_not_led_several(lexicon: Lexicon) -> None:
    """A title, a degree and a certificate make an embalmer, and no lead of embalmers."""
    profile = make.profile(
        make.entry("one", "Senior Embalmer", "Elm", ["Ordered flowers"]),
        make.entry("degree", "BSc, Embalming", "Oak", section=SectionKind.EDUCATION),
        make.entry("held", "Certified Embalmer", "Guild", section=SectionKind.CERTIFICATES),
        make.entry("led", "Lead of Embalmers", "Ash", ["Led four embalmers"]),
    )
    job = make.job(description=make.lines(["Duties"], "Lead four embalmers and two assistants"))
    found = {m.candidate for m in _match(job, lexicon, profile).matches if m.supports}
    assert "led/1" in found
    assert found.isdisjoint({"one", "degree", "held"})


def test_another_language_counts_exact_words_and_says_so(lexicon: Lexicon) -> None:
    """In a profile that is not in English only equal words and tags match."""
    bullets = ["Leitete die Wundversorgung auf zwei Stationen", "Versorgte Wunden"]
    profile = replace(make.profile(make.entry("a", "Pfleger", "Elm", bullets)), language="de")
    matches = _match(make.job(emphases=["Wundversorgung"]), lexicon, profile)
    assert [m.candidate for m in matches.matches if m.supports] == ["a/1"]
    assert [d.code for d in matches.diagnostics] == ["matching-language"]
    assert matches.diagnostics[0].message == (
        "the profile is read in “de”, not in English, so only exact words and tags count as matches"
    )


class _ByLetter:
    """An engine that answers a phrase by its first letter."""

    def answer(self, phrase: str) -> Mapping[int, Answer]:
        """The first candidate, for phrases that begin with a t."""
        return {0: Answer(0.8, ())} if phrase.casefold().startswith("t") else {}


def test_any_engine_fits_behind_the_same_interface(lexicon: Lexicon) -> None:
    """What follows an engine's answers is the same for each engine."""
    job = make.job(emphases=["Triage and wound care"])
    requirements, _ = list_requirements(job, lexicon, {})
    candidates = _match(job, lexicon).candidates
    matches, evidence = match_with(_ByLetter(), requirements, candidates)
    assert [(m.candidate, m.score, m.phrases) for m in matches] == [("calm", 0.7, frozenset({0}))]
    assert evidence == {"emphasis-1": (Evidence.WEAK, Evidence.NONE)}


def test_an_empty_job_and_an_empty_profile_match_nothing(lexicon: Lexicon) -> None:
    """Nothing asked, or nothing to ask, is no error."""
    assert _match(make.job(), lexicon).matches == ()
    matches = _match(make.job(emphases=["Triage"]), lexicon, make.profile())
    assert matches.matches == ()
    assert matches.evidence == {"emphasis-1": Evidence.NONE}


def test_a_job_in_another_language_is_noticed(lexicon: Lexicon) -> None:
    """A description without English function words turns stems and lexicon off."""
    said = (
        "Sie leiten die Station und planen den Dienst der Pflegekräfte mit Umsicht und Ruhe",
        "Sie führen neue Kolleginnen ein und sorgen für eine gute Übergabe zwischen den Schichten",
    )
    job = make.job(emphases=["Übergabe"], description=make.lines([], *said))
    assert [d.code for d in _match(job, lexicon).diagnostics] == ["matching-language"]


@pytest.mark.parametrize(
    ("scores", "evidence", "supports"),
    [
        ({"one": 0.35, "other": 0.1}, Evidence.STRONG, True),
        ({"one": 0.2, "other": 0.1}, Evidence.WEAK, False),
        ({"one": 0.2, "other": 0.19, "third": 0.18}, Evidence.NONE, False),
        ({"one": 0.35, "one#short": 0.35}, Evidence.STRONG, True),
        ({"one": 0.6, "other": 0.6, "third": 0.6}, Evidence.STRONG, True),
        ({"one": 0.44, "other": 0.44, "third": 0.44}, Evidence.WEAK, False),
        ({"skills/Boats": 0.6}, Evidence.WEAK, False),
    ],
)
def test_a_bullet_is_weighed_against_the_others(
    scores: Mapping[str, float], evidence: Evidence, supports: bool, lexicon: Lexicon
) -> None:
    """A small score counts where the bullet stands out, and a good one however many have it;
    wordings are one bullet, and a skill is only named.
    """
    profile = make.profile(
        make.entry(
            "a",
            "Role",
            "Sole",
            [
                {"id": "one", "text": "Sailed", "wordings": {"short": "Sails"}},
                {"id": "other", "text": "Rowed"},
                {"id": "third", "text": "Swam"},
            ],
        ),
        skills={"Boats": ["dinghy"]},
    )
    (requirement,), _ = list_requirements(make.job(emphases=["Crisis line"]), lexicon, {})
    candidates = list_candidates(profile)
    matches, found = match_with(_ByName(scores, candidates), [requirement], candidates)
    assert found[requirement.id] == (evidence,)
    told = {m.candidate for m in matches if m.supports} & {"one", "other", "third"}
    assert ("one" in told) is supports


def test_beside_a_plain_bullet_a_faint_one_only_comes_near(lexicon: Lexicon) -> None:
    """What supports a wish where nothing shows it better comes near beside what plainly does."""
    profile = make.profile(make.entry("a", "Role", "Sole", ["Sailed", "Rowed", "Swam"]))
    (requirement,), _ = list_requirements(make.job(emphases=["Crisis line"]), lexicon, {})
    candidates = list_candidates(profile)
    for best, supports in ((0.95, False), (0.7, True)):
        scores = {"a/1": best, "a/2": 0.6, "a/3": 0.6}
        matches, evidence = match_with(_ByName(scores, candidates), [requirement], candidates)
        assert evidence[requirement.id] == (Evidence.STRONG,)
        faint = next(match for match in matches if match.candidate == "a/2")
        assert (faint.supports, faint.near) == (supports, frozenset() if supports else {0})


def test_of_two_bullets_about_as_plain_the_earlier_comes_first(lexicon: Lexicon) -> None:
    """Profiles are written newest first, and each role begins with what its author thinks most of;
    a bullet that says it much more plainly comes first wherever it stands.
    """
    profile = make.profile(
        make.entry("new", "Role", "Sole", ["Sailed"] * 12),
        make.entry("old", "Role", "Elm", ["Swam"] * 12),
    )
    (requirement,), _ = list_requirements(make.job(emphases=["Crisis line"]), lexicon, {})
    candidates = list_candidates(profile)
    scores = {"new/2": 0.3, "old/2": 0.6, "old/3": 0.32}
    matches, _ = match_with(_ByName(scores, candidates), [requirement], candidates)
    ranked = [match.candidate for match in sorted(matches, key=lambda match: -match.score)]
    assert ranked == ["old/2", "new/2", "old/3"]


def test_a_line_in_the_words_of_notes_is_answered_first_by_what_answers_most_of_it() -> None:
    """What only shows the first thing that a line asks for stands behind what shows all of it."""
    said = ["Sailed", "Rowed", "Swam"]
    candidates = list_candidates(make.profile(make.entry("a", "Role", "Sole", said)))
    phrases = ("stock", "payroll", "ledgers")
    line = Requirement(
        "line-1",
        RequirementKind.RESPONSIBILITY,
        "Oversee stock, payroll and ledgers",
        phrases,
        0.2,
        PLACE,
        whole=True,
        twins=("Stock",),
    )

    class Engine:
        def answer(self, phrase: str) -> Mapping[int, Answer]:
            scores = {"a/1": (0.8, 0.0, 0.0), "a/2": (0.75, 0.8, 0.8)}
            reasons = (Reason(ReasonKind.WORDS, phrase),)
            own = {id: each[phrases.index(phrase)] for id, each in scores.items()}
            return {
                n: Answer(own[c.id], reasons) for n, c in enumerate(candidates) if own.get(c.id)
            }

    matches, _ = match_with(Engine(), [line], candidates)
    assert max(matches, key=lambda match: match.score).candidate == "a/2"


@pytest.mark.parametrize(
    ("nearness", "evidence"),
    [
        ({"rooms": 0.1, "risks": 0.5}, Evidence.NONE),
        ({"rooms": 0.4, "risks": 0.5}, Evidence.STRONG),
    ],
)
def test_a_part_of_a_line_is_answered_as_far_as_a_bullet_is_near_to_the_whole(
    nearness: Mapping[str, float], evidence: Evidence
) -> None:
    """A word of a long line that a bullet holds is no answer where the rest is of something else;
    without word vectors that cannot be told, and the words stand.
    """
    profile = make.profile(
        make.entry(
            "a",
            "Role",
            "Sole",
            [
                {"id": "rooms", "text": "Opened the prep rooms to colleagues"},
                {"id": "risks", "text": "Sailed"},
            ],
        )
    )
    whole, part = "safety in laboratories and prep rooms", "prep rooms"
    line = Requirement(
        "line-1", RequirementKind.RESPONSIBILITY, whole, (whole, part), 0.2, PLACE, whole=True
    )
    candidates = list_candidates(profile)
    by_part = {"rooms": 0.7, "risks": 0.01}

    class Engine:
        def answer(self, phrase: str) -> Mapping[int, Answer]:
            reasons = (Reason(ReasonKind.WORDS, "prep rooms"),)
            return {
                n: Answer(
                    by_part[c.id] if phrase == part else 0.05, reasons, nearness=nearness[c.id]
                )
                for n, c in enumerate(candidates)
                if c.id in by_part
            }

    matches, found = match_with(Engine(), [line], candidates)
    assert found["line-1"][1] is evidence
    assert any(match.candidate == "rooms" and match.supports for match in matches) is (
        evidence is Evidence.STRONG
    )


def test_the_only_bullet_of_the_entry_that_a_hint_names_is_near(lexicon: Lexicon) -> None:
    """Who names an entry for something means its bullet, though nothing else speaks for it."""
    profile = make.profile(
        make.entry("a", "Role", "Sole", ["Sailed"]), make.entry("b", "Role", "Elm", ["Rowed"])
    )
    job = make.job(hints=[("work", "Sole: crisis line")])
    requirements, _ = list_requirements(job, lexicon, {"hint-1": ("a",)})
    candidates = list_candidates(profile)
    engine = _ByName({"a/1": 0.01, "b/1": 0.01}, candidates, told=False)
    matches, found = match_with(engine, requirements, candidates)
    assert found["hint-1"] == (Evidence.WEAK,)
    (near,) = [match for match in matches if match.near]
    assert [reason.text for reason in near.reasons] == ["as the only bullet there"]


@pytest.mark.parametrize("text", ["Cared for every wound", "Triaged 61 a shift"])
def test_after_an_edit_all_is_as_if_it_was_found_anew(lexicon: Lexicon, text: str) -> None:
    """What stood as before is taken from before, also where the edited bullet changes the rest."""

    def ward(*texts: str) -> Profile:
        return make.profile(
            make.entry(
                "ward", "Nurse", "Ward", [*texts, "Dressed cuts and burns", "Tended the hurt"]
            )
        )

    job = make.job(emphases=["Triage and wound care"], description=make.lines(["Duties"], "Triage"))
    anew = _match(job, lexicon, ward(text))
    _match(make.job(emphases=["Gardens"]), lexicon, make.profile())  # nothing is left of it
    _match(job, lexicon, ward("Watered plants"))
    after = _match(job, lexicon, ward(text))
    assert (after.matches, after.phrase_evidence) == (anew.matches, anew.phrase_evidence)


def test_in_a_long_profile_what_is_far_has_no_match(lexicon: Lexicon) -> None:
    """The bullets near a phrase and its hundred nearest are told."""
    entry = make.entry("a", "Role", "Sole", [f"Sailed {n}" for n in range(150)])
    (requirement,), _ = list_requirements(make.job(emphases=["Crisis line"]), lexicon, {})
    candidates = list_candidates(make.profile(entry))
    bullets = [c.id for c in candidates if c.kind is CandidateKind.HIGHLIGHT]
    scores = {id: 0.02 if place < 110 else 0.01 for place, id in enumerate(bullets)}
    matches, _ = match_with(_ByName(scores, candidates), [requirement], candidates)
    assert {match.candidate for match in matches} & {*bullets} == {*bullets[:110]}


@pytest.mark.parametrize(
    ("note", "evidence"),
    [
        ("Rigging; crisis line", (Evidence.STRONG, Evidence.STRONG)),
        ("Crisis line", (Evidence.WEAK,)),
    ],
)
def test_what_comes_near_beside_an_answered_wish_answers_its_own(
    lexicon: Lexicon, note: str, evidence: tuple[Evidence, ...]
) -> None:
    """People name together what they did together."""
    bullets: list[str | dict[str, str]] = [
        {"id": "rigged", "text": "Rigged"},
        {"id": "rang", "text": "Rang"},
    ]
    profile = make.profile(make.entry("a", "Role", "Sole", bullets))
    (requirement,), _ = list_requirements(make.job(emphases=[note]), lexicon, {})
    candidates = list_candidates(profile)
    engine = _ByPhrase({("Rigging", "rigged"): 0.8, ("crisis line", "rang"): 0.26}, candidates)
    matches, found = match_with(engine, [requirement], candidates)
    assert found[requirement.id] == evidence
    (told,) = [match for match in matches if match.candidate == "rang"]
    assert told.supports is (len(evidence) > 1)


@pytest.mark.parametrize(
    ("note", "evidence"),
    [
        ("Rigging; crisis line", Evidence.STRONG),
        ("Rigging for the crisis line", Evidence.STRONG),
        ("Rigging or crisis line", Evidence.WEAK),
        ("Rigging", Evidence.WEAK),
    ],
)
def test_what_a_bullet_has_for_two_wishes_of_a_note_makes_both_likelier(
    lexicon: Lexicon, note: str, evidence: Evidence
) -> None:
    """Of two things told together one bullet often shows both, and of two that either may do none
    speaks for the other.
    """
    profile = make.profile(make.entry("a", "Role", "Sole", [{"id": "one", "text": "Rang"}]))
    (requirement,), _ = list_requirements(make.job(emphases=[note]), lexicon, {})
    candidates = list_candidates(profile)
    engine = _ByPhrase({("rigging", "one"): 0.25, ("crisis line", "one"): 0.25}, candidates)
    _, found = match_with(engine, [requirement], candidates)
    assert judge_requirement(requirement, found[requirement.id]) is evidence


class _ByPhrase(Struct, frozen=True):
    """Answers each phrase with the scores given for it."""

    scores: Mapping[tuple[str, str], float]
    candidates: Sequence[Candidate]

    def answer(self, phrase: str) -> Mapping[int, Answer]:
        reasons = (Reason(ReasonKind.WORDS, phrase),)
        known = {(asked.casefold(), name): score for (asked, name), score in self.scores.items()}
        keys = ((phrase.casefold(), candidate.id) for candidate in self.candidates)
        return {
            position: Answer(known[key], reasons)
            for position, key in enumerate(keys)
            if key in known
        }


class _ByName(Struct, frozen=True):
    """Answers with the given scores, with a reason where they are ``told``."""

    scores: Mapping[str, float]
    candidates: Sequence[Candidate]
    told: bool = True

    def answer(self, phrase: str) -> Mapping[int, Answer]:
        reasons = (Reason(ReasonKind.WORDS, phrase),) if self.told else ()
        names = (candidate.id for candidate in self.candidates)
        return {
            position: Answer(self.scores[name], reasons)
            for position, name in enumerate(names)
            if name in self.scores
        }


@pytest.mark.parametrize("hint", ["keep", "yes!", "all", "keep, one bullet"])
def test_a_hint_without_a_wish_is_answered_by_all_of_its_entry(hint: str, lexicon: Lexicon) -> None:
    """Who only says that an entry stays wants what stands in it."""
    profile = make.profile(
        make.entry("sole", "Role", "Sole", ["Sailed", "Moored"]),
        make.entry("elm", "Role", "Elm", ["Rowed"]),
    )
    matches = _match(make.job(hints=[("work", f"Sole: {hint}")]), lexicon, profile)
    answers = [m for m in matches.by_requirement["hint-1"] if m.supports]
    assert [match.candidate for match in answers] == ["sole/1", "sole/2"]
    assert matches.evidence["hint-1"] is Evidence.STRONG


@pytest.mark.parametrize("hint", ["results", "focus on metrics", "the numbers", "impact, results"])
def test_a_hint_that_asks_for_results_is_answered_by_what_has_figures(
    hint: str, lexicon: Lexicon
) -> None:
    """Of an entry's bullets those that tell what came of it, in numbers."""
    bullets = ["Moored 30 boats", "Cut the time at the lock from 41 minutes to 19", "Sailed"]
    profile = make.profile(make.entry("sole", "Role", "Sole", bullets))
    matches = _match(make.job(hints=[("work", f"Sole: {hint}")]), lexicon, profile)
    first = next(m for m in matches.by_requirement["hint-1"] if m.supports)
    assert first.candidate == "sole/2"
    assert matches.evidence["hint-1"] is Evidence.STRONG


def test_a_hint_if_applicable_is_answered_by_no_bullet_without_a_sign(lexicon: Lexicon) -> None:
    """The only bullet of an entry is what a hint means, unless its writer doubts that there is."""
    profile = make.profile(
        make.entry("gauge", "Creek Gauge", "", ["Soldered three sensors with a neighbor"]),
        make.entry("elm", "Role", "Elm", ["Rowed"]),
    )
    sure = make.job(hints=[("work", "Creek Gauge: violin")])
    doubted = replace(sure, notes=tuple(replace(note, optional=True) for note in sure.notes))
    assert _match(sure, lexicon, profile).evidence["hint-1"] is not Evidence.NONE
    assert _match(doubted, lexicon, profile).evidence["hint-1"] is Evidence.NONE


def test_what_a_hint_leaves_as_it_is_asks_for_nothing(lexicon: Lexicon) -> None:
    """Who has nothing to add wishes no bullet."""
    profile = make.profile(make.entry("sole", "Role", "Sole", ["Sailed"]))
    matches = _match(make.job(hints=[("work", "Sole: leave as is")]), lexicon, profile)
    assert matches.requirement["hint-1"].phrases == ()


def test_a_bullet_outside_a_hints_entry_stands_below_those_inside(lexicon: Lexicon) -> None:
    """However well it shows the thing, it is not what was asked."""
    profile = make.profile(
        make.entry("sole", "Role", "Sole", ["Handled calls of people who were in a crisis"]),
        make.entry("elm", "Role", "Elm", ["Ran the crisis line"]),
    )
    matches = _match(make.job(hints=[("work", "Sole: crisis line")]), lexicon, profile)
    inside, outside, *_ = matches.by_requirement["hint-1"]
    assert (inside.candidate, outside.candidate) == ("sole/1", "elm/1")
    assert outside.score < inside.score / 4


def test_who_issued_a_certificate_is_also_what_one_can_do(lexicon: Lexicon) -> None:
    """The name of an employer is no skill; that of a maker of programs is."""
    issued = make.entry("cert", "Administrator", "NetSuite", section=SectionKind.CERTIFICATES)
    profile = make.profile(
        make.entry("sole", "Role", "Sole", ["Moved the books to NetSuite"]), issued
    )
    matches = _match(make.job(hints=[("work", "Sole: NetSuite")]), lexicon, profile)
    assert matches.requirement["hint-1"].phrases == ("NetSuite",)
