"""The points that readers judged: the records are whole, and say what is claimed of them."""

from pathlib import Path

import pytest
from bench.judged import JUDGED, VERDICTS, count_verdicts, read_judged, read_sets, table

from tests.samples import ROOT
from tests.seeds import printed_by_seed

PROMISED = 0.85

_DRAFT_POINTS = """
import sys
from pathlib import Path
from bench.judged import read_judged
from bench.points import draft_points
print([*draft_points(read_judged("strangers")[3], Path(sys.argv[1]))])
"""
"""Two deeds are equally near to the first of these points."""


def test_every_judged_point_has_its_verdict() -> None:
    """A set has its points, each with what became of it and a verdict."""
    for one in read_sets():
        points = [point for group in read_judged(one["name"]) for point in group["points"]]
        assert points, one["name"]
        assert all(point["verdict"] in VERDICTS for point in points), one["name"]
        assert all("becomes" in point for point in points), one["name"]


def test_every_set_is_described() -> None:
    """Each page of the folder is a set of the table."""
    described = {one["name"] for one in read_sets()}
    assert {path.stem for path in JUDGED.glob("*.yaml")} == described | {"sets"}


def test_at_least_85_percent_of_the_judged_points_are_kept() -> None:
    """Of the fifty points most are kept, and those have sentences."""
    points = [point for group in read_judged("points") for point in group["points"]]
    assert all(point["becomes"] for point in points if point["verdict"] == "keep")
    assert count_verdicts(points)[0] / len(points) >= PROMISED


def test_the_docs_show_the_verdicts() -> None:
    """The table of the page is the record's: ``python bench/points.py --table``."""
    assert table() in (ROOT / "docs" / "internals" / "letter-points.md").read_text("utf-8")


@pytest.mark.slow
def test_the_order_of_sets_changes_no_letter(tmp_path: Path) -> None:
    """Runs with different string hashes draft the same sentences."""
    assert len(printed_by_seed(_DRAFT_POINTS, tmp_path)) == 1
