"""The letter points that were judged by hand, and the table of their verdicts."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.pages import read_page

JUDGED = Path(__file__).parents[1] / "tests" / "letter" / "judged"
VERDICTS = ("keep", "mend", "strike")

_HEAD = """\
| set | points | typed | written by, judged by | at first sight | in the end |
| --- | --- | --- | --- | --- | --- |
"""
_PARTS = {"at-once": "", "worked-from": ", worked from", "held-back": ", held back"}


def read_sets() -> list[dict[str, Any]]:
    """Return the descriptions of the sets, oldest first, as in ``sets.yaml``."""
    sets: list[dict[str, Any]] = read_page(JUDGED / "sets.yaml")
    return sets


def read_judged(name: str) -> list[dict[str, Any]]:
    """Return the persons of a set with their points, sentences and verdicts."""
    groups: list[dict[str, Any]] = read_page(JUDGED / f"{name}.yaml")
    return groups


def count_verdicts(points: Sequence[Mapping[str, Any]], key: str = "verdict") -> list[int]:
    """How many points are to keep, to mend and lost, by the verdicts under a key."""
    counted = Counter(point[key] for point in points)
    return [counted[verdict] for verdict in VERDICTS]


def part_points(groups: Sequence[Mapping[str, Any]], part: str) -> list[dict[str, Any]]:
    """Return the points of a part of a set; any part of a set without parts has all of them."""
    return [
        point
        for group in groups
        for point in group["points"]
        if point.get("lot", group.get("lot", part)) == part
    ]


def table() -> str:
    """Return the verdicts of all sets as a Markdown table, a row a part: kept, to mend, lost."""
    return _HEAD + "".join(f"{row}\n" for one in read_sets() for row in _rows(one))


def _rows(described: Mapping[str, Any]) -> Iterator[str]:
    groups = read_judged(described["name"])
    for part, first in described["first"].items():
        points = part_points(groups, part)
        end = described.get("end", {}).get(part)
        cells = (
            f"`{described['name']}`{_PARTS[part]}",
            str(len(points)),
            described["typed"],
            f"{described['written']}, {described['judged']}",
            _figures(points, first),
            _figures(points, end) if end else "",
        )
        yield f"| {' | '.join(cells)} |"


def _figures(points: Sequence[Mapping[str, Any]], counted: str | list[int]) -> str:
    """Three figures: of the record, or as they were counted then."""
    figures = count_verdicts(points, counted) if isinstance(counted, str) else counted
    assert sum(figures) == len(points)
    return ", ".join(map(str, figures))
