"""A verb phrase in another form: which of its words change, and which stay."""

import pytest

from lapel.letter.english.forms import to_base


@pytest.mark.parametrize(
    ("doing", "task"),
    [
        ("building and leading a team", "build and lead a team"),
        (
            "leading crews, hanging lights, and mending cables",
            "lead crews, hang lights, and mend cables",
        ),
        ("keeping lights, including the new ones", "keep lights, including the new ones"),
        (
            "keeping lights, including the new ones, and mending cables",
            "keep lights, including the new ones, and mend cables",
        ),
        ("keeping books, using a ledger", "keep books, using a ledger"),
        ("planning tours, following the seasons", "plan tours, following the seasons"),
    ],
)
def test_what_goes_on_behind_a_comma_is_no_further_task(doing: str, task: str) -> None:
    """Only in a list that an "and" ends is it one; "including" never is."""
    assert to_base(doing) == task
