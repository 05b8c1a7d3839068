"""Nothing of a letter point is lost: what nobody said of it is a to-do in its own words."""

from pathlib import Path

import pytest

from tests.letter.lines import become

LOST = (
    ("dispatcher", "14 sec -> 6, by moving two people, not by shouting", "by moving two people"),
    ("mediator", "74% agreements but the other 26 also went home calmer", "the other 26 also went"),
    ("fish-farmer", "can start in june (mid may) and would like to bring my dog", "would like"),
    ("stud-manager", "the mare they bought (Sable Wind) and ask how she is", "the mare they"),
    ("cabinetmaker", "no serious accident since 2017, eight people, three saws", "three saws"),
)
SAID = (
    ("arborist", "safety record and how bad it was before"),  # the deed says both
    ("arborist", "Highlight qualifications (L4, PTI)"),  # … spelled out
    ("arborist", "show I'm careful (women climbers)"),  # what heads the rest
    ("mediator", "the rooster, if there's room for a smile"),  # how to write
    ("stage-manager", "OVERTIME -28%. they know why I'm mentioning it"),
    ("seed-farmer", "germination 78-93, tell how"),
    ("arborist", "Mention my safety record, calmly"),
    ("beekeeper", "Discuss how you brought winter losses down, and explain what you changed"),
    ("hotel-manager", "Emphasize the rise in occupancy and how the choirs came into it"),
    ("customs-lead", "Mention the UK desk, and my languages"),
    ("customs-lead", "State the role, and how many declarants I lead"),
    ("registrar", "Explain that I handled the loans, how many and with which lenders"),
    ("registrar", "Carnets: I did them for four years"),  # as its dates say
    ("registrar", "One sentence at most: the ceramics"),
    ("registrar", "The ceramics should be told in one line, with the numbers. Short and sweet."),
    ("registrar", "The ceramics. Leave my phone number so they can just ring."),
    ("registrar", "The ceramics, because of their city goal"),  # one word of the posting will do
    ("registrar", "Moving 9,000 ceramics, nothing broken"),  # without a single breakage
    ("registrar", "Mention the loans and thank the trustees"),
    ("registrar", "Describe the loans, so they see I can keep a calendar"),  # a purpose
    ("registrar", "Discuss the loans, both at the firm and now"),  # wherever they are told from
    (
        "registrar",
        "Describe the loans, because the building is so far from the city",
    ),  # they say so
)


@pytest.mark.parametrize(("person", "point", "begins"), LOST)
def test_what_is_not_said_is_a_todo(person: str, point: str, begins: str, tmp_path: Path) -> None:
    """The rest is said, and the to-do is a stretch of the point and not all of it."""
    said, todos = become(person, point, tmp_path)
    assert said
    (left,) = todos
    assert left.startswith(begins)
    assert left in point
    assert left != point


@pytest.mark.parametrize(("person", "point"), SAID)
def test_what_a_deed_says_in_other_words_is_said(person: str, point: str, tmp_path: Path) -> None:
    """There is no to-do for what is said, heads the rest, or tells how to write."""
    said, todos = become(person, point, tmp_path)
    assert said
    assert not todos


def test_what_is_named_beside_a_deed_is_looked_for_by_itself(tmp_path: Path) -> None:
    """Of two things named, the one that another bullet tells is told, too; what is the company's
    is not looked for among the writer's deeds.
    """
    point = "Emphasize humane on-call (70 to 9 pages) and the Kubernetes migration"
    said, todos = become("site-reliability", point, tmp_path)
    assert {"Kubernetes" in text for text in said} == {True, False}
    assert not todos
    said, todos = become("seed-farmer", "link isolation maps (41 varieties) to their 600", tmp_path)
    assert len(said) == 1
    assert todos == ["to their 600"]


def test_a_reason_that_nobody_gave_is_left(tmp_path: Path) -> None:
    """What the posting does not say is no fact of it."""
    point = "Describe the loans, because the insurers are so nervous"
    _, todos = become("registrar", point, tmp_path)
    assert todos == ["because the insurers are so nervous"]
