"""What a short letter tells unasked."""

from pathlib import Path

import pytest
from bench.judged import read_judged
from bench.points import draft_points


@pytest.mark.parametrize(
    ("person", "begins", "said"),
    [
        ("bus-mechanic", "Company-specific", "I like that you take on apprentices every year"),
        ("museum-educator", "Closing", "I lead three educators and 25 volunteers today and would"),
    ],
)
def test_what_the_writer_tells_is_not_told_before(
    person: str, begins: str, said: str, tmp_path: Path
) -> None:
    """A deed that stands in a sentence of the writer's own does not lengthen the letter, since that
    sentence would leave as a repetition.
    """
    group = next(group for group in read_judged("plain") if group["person"] == person)
    drafts = zip(group["points"], draft_points(group, tmp_path), strict=True)
    (told,) = (told for one, told in drafts if one["point"].startswith(begins))
    assert said in told[0]
