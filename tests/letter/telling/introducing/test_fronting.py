"""The time at the end of a deed, told before it."""

import pytest

from lapel.letter.telling.clauses import Clause, Subject
from lapel.letter.telling.introducing.fronting import fronted


@pytest.mark.parametrize(
    ("text", "front", "rest"),
    [
        ("built a team of seven in 14 months", "in 14 months", "built a team of seven"),
        (
            "audited dressings every night for two years; infections fell",
            "for two years",
            "audited dressings every night; infections fell",
        ),
        (
            "rewrote our space procedure after a man died on another ship",
            "after a man died on another ship",
            "rewrote our space procedure",
        ),
    ],
)
def test_a_time_can_stand_first(text: str, front: str, rest: str) -> None:
    assert fronted(Clause(Subject.PERSON, text)) == Clause(Subject.PERSON, rest, front)


@pytest.mark.parametrize(
    "text",
    [
        "gave a report every month, and got the budget out of the red in the second year",
        "turned the rooms back from the painters three days before the fair",
        "filed statements in 38 states with no late fees in four years",
        "closed the store after three teams left it",
        "wrote the rule that the county took up in 2019",
        "went home in 2019",
        "reached 118% of quota in 2023 and 122% of it in 2022",
        "rebuilt two filters in four weeks and a third one in ten days",
    ],
)
def test_a_time_that_may_belong_elsewhere_stays(text: str) -> None:
    """To a second verb, a clause, a measure, a half; or it points back at what is not said yet."""
    assert fronted(Clause(Subject.PERSON, text)) is None
