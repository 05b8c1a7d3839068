"""What a posting wants where it calls for somebody by the job's name, and what only tells."""

import pytest

from lapel.job.model import Job
from lapel.matching.asked.requirements import list_requirements
from lapel.matching.lexicon import Lexicon
from lapel.matching.model import RequirementKind
from tests.matching import builders as make

DUTIES = make.lines(
    ["Duties"],
    "Prepare assessment notices",
    "Reconcile the tax roll",
    "Train seasonal clerks",
    first=40,
)


def _asked(job: Job, lexicon: Lexicon, line: int) -> tuple[str, ...]:
    """The phrases that a line of the posting asks for."""
    found = (r for r in list_requirements(job, lexicon, {})[0] if r.place.line == line)
    return tuple(phrase for requirement in found for phrase in requirement.phrases)


@pytest.mark.parametrize(
    ("position", "said", "wanted"),
    [
        (
            "Tax and Assessment Coordinator",
            "The Tax and Assessment Coordinator looks after grant claims for the county.",
            "look after grant claims for the county",
        ),
        (
            "Director of Sales, Midwest",
            "We are hiring a Director of Sales, Midwest to open the Omaha depot.",
            "open the Omaha depot",
        ),
        (
            "Team Lead Physiotherapist",
            "We need a Team Lead Physiotherapist who can carry a stroke caseload.",
            "carry a stroke caseload",
        ),
        (
            "Clinical Nurse Specialist, Home Therapies",
            "The Clinical Nurse Specialist will assess homes for dialysis machines.",
            "assess homes for dialysis machines",
        ),
        (
            "Installation Supervisor",
            "We're after an Installation Supervisor to inspect heat pump installs.",
            "inspect heat pump installs",
        ),
        (
            "Driver Trainer",
            "We are hiring Driver Trainers who can write a simulator manual.",
            "write a simulator manual",
        ),
        (
            "Pressroom Manager",
            "We are looking for a manager with experience of litho presses.",
            "litho presses",
        ),
    ],
)
def test_the_jobs_name_is_not_asked_for(
    position: str, said: str, wanted: str, lexicon: Lexicon
) -> None:
    """What stands behind the name is wanted; the line itself stays as it was written."""
    line = make.lines([], said, first=10, is_item=False)
    job = make.job(position=position, description=[*line, *DUTIES])
    phrases = _asked(job, lexicon, 10)
    assert phrases
    assert all(phrase in wanted for phrase in phrases)
    asked = next(r for r in list_requirements(job, lexicon, {})[0] if r.place.line == 10)
    assert asked.text == said
    assert asked.kind is not RequirementKind.DESCRIPTION


@pytest.mark.parametrize(
    "said",
    [
        "We are looking for a Kindergarten Lead Teacher to join us in August.",
        "We need a teacher for the Middlebury campus.",
        "The trustees seek a Kindergarten Lead Teacher to follow Margaret Alder.",
        "The school has its own forest, and none of it was ever logged.",
        "Birchbark Community School gives free lessons to refugees from Montpelier.",
    ],
)
def test_only_names_the_job_or_the_company(said: str, lexicon: Lexicon) -> None:
    """Beside listed duties such a sentence asks for nothing, on a line of its own either."""
    for is_item in (False, True):
        line = make.lines([], said, first=10, is_item=is_item)
        job = make.job(
            position="Kindergarten Lead Teacher",
            company="Birchbark Community School",
            description=[*line, *DUTIES],
        )
        assert _asked(job, lexicon, 10) == ()


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (
            "Reporting to the Director of Critical Care, you will answer for ward rotas.",
            ("ward rotas",),
        ),
        ("You will coach six buyers and report to the Head of Wine.", ("coach six buyers",)),
        (
            "The Yard Master reports to the Fleet Controller, with a dotted line to the harbor "
            "master, and manages 90 moorings.",
            ("90 moorings",),
        ),
        ("You will report directly to the VP of Sales.", ()),
        ("The Yard Master reports to the Fleet Controller.", ()),
    ],
)
def test_whom_somebody_reports_to_is_not_asked_for(
    said: str, wanted: tuple[str, ...], lexicon: Lexicon
) -> None:
    """The title of a chief is no wish for what the chief's people do."""
    line = make.lines([], said, first=10, is_item=False)
    job = make.job(position="Yard Master", description=[*line, *DUTIES])
    assert all(any(word in asked for asked in _asked(job, lexicon, 10)) for word in wanted)
    asked = " ".join(_asked(job, lexicon, 10))
    assert not any(word in asked for word in ("Critical", "Wine", "Controller", "harbor", "VP"))
    assert wanted or not asked


def test_reporting_to_a_board_is_work(lexicon: Lexicon) -> None:
    """A board is no chief."""
    job = make.job(description=make.lines(["Duties"], "Report to the Harbor Board", first=20))
    assert "Harbor Board" in " ".join(_asked(job, lexicon, 20))


@pytest.mark.parametrize(
    "said",
    ["GTFS is a plus", "GTFS would be an asset", "GTFS is preferred"],
)
def test_how_much_is_wanted_is_no_part_of_it(said: str, lexicon: Lexicon) -> None:
    """Only what is wanted is asked for."""
    job = make.job(description=make.lines(["Requirements"], said, first=20))
    assert _asked(job, lexicon, 20) == ("GTFS",)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("We would like", RequirementKind.QUALIFICATION),
        ("What we need", RequirementKind.QUALIFICATION),
        ("We ask for", RequirementKind.QUALIFICATION),
        ("The post includes", RequirementKind.RESPONSIBILITY),
    ],
)
def test_headings_of_what_is_wanted(heading: str, kind: RequirementKind, lexicon: Lexicon) -> None:
    """What stands below them is a qualification."""
    lines = make.lines([heading], "Three winters with grooming machines", first=20)
    (asked,) = list_requirements(make.job(description=lines), lexicon, {})[0]
    assert asked.kind is kind


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Work closely with the renal units in Limerick", "renal units"),
        ("Work with designers from the first sketch to opening night", "designers"),
    ],
)
def test_with_whom_work_is_done_where_no_work_is_named(
    said: str, wanted: str, lexicon: Lexicon
) -> None:
    """Whom one works with is asked for where only a place or a time stands behind."""
    job = make.job(description=make.lines(["Duties"], said, first=20))
    assert wanted in " ".join(_asked(job, lexicon, 20))
