"""What signs add up to: strong evidence, weak evidence, none."""

from pathlib import Path

import pytest

from lapel.matching.evidence import judge_phrase, judge_requirement
from lapel.matching.model import Candidate, CandidateKind, Evidence, Requirement, RequirementKind
from lapel.source.diagnostics import Place

PLACE = Place(Path("profile.yaml"), 1)
STRONG, WEAK, NONE = Evidence.STRONG, Evidence.WEAK, Evidence.NONE
HIGHLIGHT, WORDING = CandidateKind.HIGHLIGHT, CandidateKind.WORDING
ENTRY, SKILLS = CandidateKind.ENTRY, CandidateKind.SKILL


def found(kind: CandidateKind, score: float, id: str = "a/1") -> tuple[Candidate, float]:
    """A candidate that supports the phrase, with its score."""
    return Candidate(id, kind, "a", "", (), PLACE), score


@pytest.mark.parametrize(
    ("supports", "evidence"),
    [
        ([], NONE),
        ([found(HIGHLIGHT, 0.5)], STRONG),
        ([found(HIGHLIGHT, 0.49)], WEAK),
        ([found(WORDING, 0.5, "a/1#short")], STRONG),
        ([found(ENTRY, 0.65)], STRONG),
        ([found(ENTRY, 0.64)], WEAK),
        ([found(HIGHLIGHT, 0.4), found(HIGHLIGHT, 0.4, "a/2")], WEAK),
        ([found(HIGHLIGHT, 0.4), found(SKILLS, 0.9, "skills/1")], WEAK),
        ([found(SKILLS, 0.9, "skills/1"), found(HIGHLIGHT, 0.7)], STRONG),
    ],
)
def test_a_likely_deed_is_strong_and_a_claim_is_weak(
    supports: list[tuple[Candidate, float]], evidence: Evidence
) -> None:
    """A deed counts by its chance; what is only claimed is never enough."""
    assert judge_phrase(supports) is evidence


def test_what_only_comes_near_is_weak() -> None:
    assert judge_phrase([], near=True) is WEAK


def test_what_only_tells_more_of_a_wish_is_no_evidence() -> None:
    """Who hired seasonal staff has not for sure done their payroll."""
    assert judge_phrase([found(HIGHLIGHT, 0.9)], alone=False) is NONE


@pytest.mark.parametrize(
    ("phrases", "evidence"),
    [
        ([STRONG, STRONG, STRONG, NONE, NONE], STRONG),
        ([STRONG, STRONG, WEAK, NONE], STRONG),
        ([STRONG, WEAK, NONE], WEAK),
        ([WEAK, NONE, NONE], WEAK),
        ([NONE, NONE], NONE),
        ([], NONE),
    ],
)
def test_a_requirement_is_strong_by_half_of_its_phrases(
    phrases: list[Evidence], evidence: Evidence
) -> None:
    """Half are enough: the fate names what is missing."""
    names = ("",) * len(phrases)
    note = Requirement("emphasis-1", RequirementKind.EMPHASIS, "", names, 1.0, PLACE)
    assert judge_requirement(note, phrases) is evidence


@pytest.mark.parametrize(
    ("whole", "parts", "evidence"),
    [
        (STRONG, [NONE, NONE], STRONG),
        (NONE, [STRONG, NONE], STRONG),
        (WEAK, [STRONG, NONE, NONE], STRONG),
        (WEAK, [NONE, NONE], WEAK),
        (NONE, [NONE], NONE),
    ],
)
def test_a_posting_s_line_is_strong_whole_or_by_a_part(
    whole: Evidence, parts: list[Evidence], evidence: Evidence
) -> None:
    line = Requirement(
        "line-1", RequirementKind.RESPONSIBILITY, "", ("",) * 3, 0.2, PLACE, whole=True
    )
    assert judge_requirement(line, [whole, *parts]) is evidence
