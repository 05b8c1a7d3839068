"""The literate cases of roles and places."""

from pathlib import Path

import pytest

from lapel.letter.telling.highlight import tell_highlight
from lapel.letter.telling.introducing.places import setting_of
from lapel.letter.telling.model import Introduction, Untold
from tests.letter.telling.builders import entry_of
from tests.literate import Case, cases_of, expected
from tests.matching import builders as make

PAGE = Path(__file__).parents[1] / "cases" / "places.md"
SHOWN = (Introduction.FULL, Introduction.PLACE, Introduction.SAME)


def introduce(head: str) -> str:
    """The three sentences of one entry."""
    entry = entry_of(head, ["- Ran the front desk"])
    said = []
    for introduction in SHOWN:
        told = tell_highlight(entry.highlights[0], entry, introduction)
        assert not isinstance(told, Untold)
        said.append(told[0].sentences[0].text)
    return " ".join(said)


@pytest.mark.parametrize("case", cases_of(PAGE), ids=lambda case: case.name)
def test_where_and_as_what_is_told_as_the_page_says(case: Case, update: bool) -> None:
    answer = "".join(f"{introduce(head)}\n" for head in case.text.splitlines())
    assert answer == expected(case, answer, update=update)


@pytest.mark.parametrize(
    ("name", "again"),
    [
        ("Hollis Prairie Regional Airport", "at Hollis Prairie"),
        ("Brackwell & Moyne Structural Engineers", "at Brackwell & Moyne"),
        ("Brenvik Orlo Joint Unified School District", "at Brenvik Orlo"),
        ("San Rafael Unified School District", "at the San Rafael Unified School District"),
        ("Texas Parks & Wildlife", "at Texas Parks & Wildlife"),
        ("American Red Cross Society", "at the American Red Cross Society"),
        ("Two Rivers Community College", "at Two Rivers Community College"),
        ("City of Salmon Fork", "at the City of Salmon Fork"),
        ("Palo Seco Provisions, Inc.", "at Palo Seco Provisions"),
        ("Brook & Co", "at Brook & Co"),
    ],
)
def test_a_place_that_was_named_goes_by_its_short_name(name: str, again: str) -> None:
    """Without its legal form, and without the kind of place where the rest is its own."""
    entry = entry_of(f"work: Clerk | {name} | present", ["- Ran the front desk"])
    assert setting_of(entry).again().at == again


@pytest.mark.parametrize(
    "name",
    ["Palo Seco [Freight]", "Palo Seco (contract)", "Palo Seco | Client: A Grocer (Chile)"],
)
def test_what_is_written_behind_an_employer_s_name_is_not_said(name: str) -> None:
    """A letter says where it was, and not for which client or in which branch."""
    entry = make.entry("clerk", "Clerk", name)
    assert setting_of(entry).at == "at Palo Seco"
