"""Where sections and entries stand, as notes order."""

import pytest

from lapel.document.arranging import apply_moves, order_for
from lapel.matching.model import Move
from lapel.profile.model import SectionKind as Kind
from tests.document.builders import profile, role, year
from tests.given import PRESENT
from tests.matching import builders as make

ORDER = (Kind.WORK, Kind.PROJECTS, Kind.EDUCATION, Kind.VOLUNTEER, Kind.SKILLS)


def moved(*moves: Move) -> list[str]:
    """The initials of the sections after the moves."""
    sections = [make.entry(f"section/{kind.value}", "", "", []) for kind in ORDER]
    return [section.id.removeprefix("section/")[0] for section in apply_moves(sections, moves)]


@pytest.mark.parametrize(
    ("move", "order"),
    [
        (Move("section/skills", "first"), "swpev"),
        (Move("section/volunteer", "up"), "wvpes"),
        (Move("section/projects", "last"), "wevsp"),
        (Move("section/skills", "before", "section/education"), "wpsev"),
        (Move("section/awards", "up"), "wpevs"),
        (Move("section/summary", "first"), "wpevs"),
        (Move("section/volunteer", "before", "section/awards"), "wpevs"),
        (Move("section/work", "up"), "wpevs"),
    ],
)
def test_a_section_moves(move: Move, order: str) -> None:
    """The others keep their order; what the theme does not have stays away."""
    assert "".join(moved(move)) == order


def test_several_keep_the_order_they_were_named_in() -> None:
    """Volunteering and skills go up: volunteering first."""
    assert moved(Move("section/volunteer", "up"), Move("section/skills", "up")) == list("wvspe")


@pytest.mark.parametrize(
    ("jobs", "studies", "first"),
    [
        ([(2026, 2026)], (2023, 2027), True),  # a summer's work beside a degree
        ([(2022, None)], (2023, None), True),  # a job kept beside studies that go on
        ([], (2023, 2027), True),
        ([(2026, None)], (2021, 2025), False),  # the first job after it
        ([(2012, None)], (2025, 2027), False),  # a degree beside a career
        ([(2010, 2015)], (2006, 2010), False),
        ([(2019, 2021)], None, False),
    ],
)
def test_who_studies_has_the_studies_above_the_work(
    jobs: list[tuple[int, int | None]], studies: tuple[int, int | None] | None, first: bool
) -> None:
    """They are what a student or a new graduate has to show; later, work is."""
    spans = [(Kind.WORK, *span) for span in jobs]
    spans += [(Kind.EDUCATION, *studies)] if studies else []
    person = profile(
        *(
            role(f"e{n}", start=year(start), end=year(end) if end else PRESENT, section=kind)
            for n, (kind, start, end) in enumerate(spans)
        )
    )
    order = "ewpvs" if first else "wpevs"
    assert "".join(kind.value[0] for kind in order_for(person, ORDER)) == order
