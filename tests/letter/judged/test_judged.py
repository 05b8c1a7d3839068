"""The fifty points that a reader judged: the record is whole, and says what is claimed of it."""

from bench.points import VERDICTS, read_judged

PROMISED = 0.85


def test_at_least_85_percent_of_the_judged_points_are_kept() -> None:
    """The record has fifty points, each with what became of it and a verdict, most of them kept."""
    points = [one for group in read_judged() for one in group["points"]]
    assert len(points) == 50
    assert all(one["verdict"] in VERDICTS for one in points)
    assert all(one["becomes"] for one in points if one["verdict"] == "keep")
    kept = sum(one["verdict"] == "keep" for one in points)
    assert kept / len(points) >= PROMISED
