"""The points that readers judged: the records are whole, and say what is claimed of them."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from bench.points import SETS, VERDICTS, read_judged

from tests.samples import ROOT
from tests.seeds import printed_by_seed

PROMISED = 0.85

_DRAFT_POINTS = """
import sys
from pathlib import Path
from bench.points import draft_points, read_judged
print([*draft_points(read_judged("strangers")[3], Path(sys.argv[1]))])
"""
"""Two deeds are equally near to the first of these points."""


def points_of(name: str) -> list[dict[str, Any]]:
    """The points of a set."""
    return [one for group in read_judged(name) for one in group["points"]]


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("points", 50),
        ("typed", 40),
        ("hurried", 40),
        ("calm", 50),
        ("fresh", 160),
        ("rounds", 200),
        ("strangers", 50),
        ("drawn", 120),
        ("letters", 50),
        ("sealed", 50),
        ("lot", 60),
        ("ordinary", 72),
        ("plain", 100),
        ("manners", 50),
    ],
)
def test_every_judged_point_has_its_verdict(name: str, number: int) -> None:
    """A set has so many points, each with what became of it and a verdict."""
    assert name in SETS
    points = points_of(name)
    assert len(points) == number
    assert all(one["verdict"] in VERDICTS for one in points)
    assert all("becomes" in one for one in points)


def test_at_least_85_percent_of_the_judged_points_are_kept() -> None:
    """Of the fifty points most are kept, and those have sentences."""
    points = points_of("points")
    assert all(one["becomes"] for one in points if one["verdict"] == "keep")
    assert sum(one["verdict"] == "keep" for one in points) / len(points) >= PROMISED


def test_the_docs_say_how_the_typed_points_were_judged() -> None:
    """The figures of the page are those of the record."""
    verdicts = Counter(one["verdict"] for one in points_of("typed"))
    page = " ".join((ROOT / "docs" / "letter.md").read_text("utf-8").split())
    said = f"{verdicts['keep']} were kept as they came out the first time"
    assert said in page
    assert f"{verdicts['mend']} wanted a word or two" in page


@pytest.mark.parametrize("name", ["hurried", "calm", "strangers", "drawn", "letters"])
def test_the_docs_say_how_the_points_ended_that_were_shown_or_held_back(name: str) -> None:
    """The figures of the page are those of the record, shown and held back by turns."""
    groups = read_judged(name)
    page = " ".join((ROOT / "docs" / "letter.md").read_text("utf-8").split())
    _, page = page.split(f"(`{name}.yaml`)")
    page, *_ = page.split(".yaml`)")
    for some, said in (
        (groups[::2], "of the shown {} were kept, {} wanted a word and {} w"),
        (groups[1::2], "of those held back {}, {} and {}"),
    ):
        verdicts = Counter(one["verdict"] for group in some for one in group["points"])
        assert said.format(*(verdicts[v] for v in VERDICTS)) in page


@pytest.mark.parametrize("name", ["fresh", "rounds"])
def test_the_docs_say_how_the_points_of_rounds_were_judged(name: str) -> None:
    """The figures of the page are those of the record."""
    verdicts = Counter(one["verdict"] for one in points_of(name))
    page = " ".join((ROOT / "docs" / "letter.md").read_text("utf-8").split())
    kept, mended, lost = (verdicts[v] for v in VERDICTS)
    said = f"{kept} were kept at first sight, {mended} wanted a word and {lost} were lost"
    assert said in page


def test_the_docs_say_how_the_sealed_points_were_judged_twice() -> None:
    """The figures of the page are those of the record, at first sight and after a day's work."""
    points = points_of("sealed")
    page = " ".join((ROOT / "docs" / "letter.md").read_text("utf-8").split())
    _, page = page.split("(`sealed.yaml`)")
    for key, said in (
        ("first", "{} were kept at first sight, {} wanted a word and {} w"),
        ("verdict", "in the end {}, {} and {}"),
    ):
        verdicts = Counter(one[key] for one in points)
        assert said.format(*(verdicts[v] for v in VERDICTS)) in page


def test_the_docs_say_how_the_points_parted_by_lot_were_judged_twice() -> None:
    """The figures of the page are those of the record, of both halves before and after."""
    page = " ".join((ROOT / "docs" / "letter.md").read_text("utf-8").split())
    _, page = page.split("(`lot.yaml`)")
    for lot, key, said in (
        (
            "shown",
            "first",
            "of the half that was worked from {} were kept, {} wanted a word and {} w",
        ),
        ("sealed", "first", "of the other {}, {} and {} at first sight"),
        ("shown", "verdict", "in the end {}, {} and {} of the first half"),
        ("sealed", "verdict", "and {}, {} and {} of the other"),
    ):
        verdicts = Counter(one[key] for one in points_of("lot") if one["lot"] == lot)
        assert said.format(*(verdicts[v] for v in VERDICTS)) in page


def test_the_docs_say_how_points_and_answers_of_ordinary_people_were_judged_twice() -> None:
    """The figures of the page are those of the record, of both halves before and after."""
    page = " ".join((ROOT / "docs" / "letter.md").read_text("utf-8").split())
    _, page = page.split("(`ordinary.yaml`)")
    groups = read_judged("ordinary")
    for kind, lot, said in (
        ("points", "shown", "{} of the points were kept, {} wanted a word and {} were lost"),
        ("points", "sealed", "of those held back {}, {} and {}"),
        ("answers", "shown", "of the answers {}, {} and {}"),
        ("answers", "sealed", "and {}, {} and {}"),
    ):
        judged = [one for group in groups if group["lot"] == lot for one in group[kind]]
        for key, when in (("first", " at first sight"), ("verdict", " in the end")):
            verdicts = Counter(one[key] for one in judged)
            assert said.format(*(verdicts[v] for v in VERDICTS)) + when in page


@pytest.mark.slow
def test_the_order_of_sets_changes_no_letter(tmp_path: Path) -> None:
    """Runs with different string hashes draft the same sentences."""
    assert len(printed_by_seed(_DRAFT_POINTS, tmp_path)) == 1
