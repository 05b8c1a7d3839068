"""What acts of notes mean in a profile, and what they make of its bullets."""

import pytest

from lapel.job.model import Reference, Settings
from lapel.matching.engine import match_requirements
from lapel.matching.model import Matches, Orders
from lapel.profile.model import SectionKind
from lapel.source.diagnostics import Place
from tests.given import own_lexicon
from tests.matching import builders as make

LEXICON = own_lexicon()
PERSON = make.profile(
    make.entry(
        "clinic",
        "Technician",
        "Barnhart Clinic",
        [
            {"id": "clinic/dental", "text": "Scaled teeth for 20 dogs and cats a week"},
            {"id": "clinic/puppies", "text": "Taught Saturday puppy classes"},
            {"id": "clinic/parvo", "text": "Contained a parvo outbreak of nine puppies"},
            {"id": "clinic/badger", "text": "Evicted a badger from the garden"},
            {"id": "clinic/soap", "text": "Cut the cleaning chemicals by half"},
        ],
    ),
    make.entry(
        "mill",
        "Clerk",
        "Old Mill Pharmacy",
        [
            {"id": "mill/till", "text": "Balanced the till each night"},
            {"id": "mill/crew", "text": "Led a crew of five", "tags": ["people management"]},
        ],
    ),
    make.entry("runner", "Marathon", section=SectionKind.PROJECTS, bullets=["Ran with a dog"]),
    skills={"tools": ["Koha", "Excel"]},
)
BARNHART = frozenset(h.id for h in PERSON.entry("clinic").highlights)


def matched(ideas: list[str], hints: list[str], pins: list[str]) -> Matches:
    """The matches of a job with these notes."""
    held = Settings(pin=tuple(Reference(id, Place(make.JOB, 1)) for id in pins))
    job = make.job(ideas=ideas, hints=hints, settings=held)
    return match_requirements(job, PERSON, LEXICON)


def orders(*ideas: str, hints: tuple[str, ...] = (), pins: tuple[str, ...] = ()) -> Orders:
    """What these notes order."""
    return matched([*ideas], [*hints], [*pins]).orders


@pytest.mark.parametrize(
    ("idea", "out"),
    [
        ("keep the badger out of it", {"clinic/badger"}),
        ("leave out the badger and the till", {"clinic/badger", "mill/till"}),
        ("leave out: badger, till", {"clinic/badger", "mill/till"}),
        ("leave out badger and the hovercraft", {"clinic/badger"}),
        ("drop the badger, boring", {"clinic/badger"}),
        ("don't mention the puppy classes", {"clinic/puppies"}),
        ("surgery, not the badger", {"clinic/badger"}),
        ("drop the marathon", {"runner", "runner/1"}),
        ("drop Marathon", {"runner", "runner/1"}),
        ("the badger shouldn't show anywhere", {"clinic/badger"}),
        ("don't say badger", {"clinic/badger"}),
        ("badger out please", {"clinic/badger"}),
        ("skip the run with a dog", {"runner", "runner/1"}),  # it was all of the project
        ("leave out the dogs", set()),  # two bullets say it
        ("cut the chemicals", set()),  # that is what the bullet did
        ("no llama please", set()),
        ("no Koha please", {"skills/tools/koha"}),
        ("skip the teaching", {"clinic/puppies"}),  # it says taught
    ],
)
def test_a_refusal_is_obeyed_where_it_is_sure(idea: str, out: set[str]) -> None:
    """A bullet called so, or the only one with the words, goes; where several may be meant none."""
    assert orders(idea).refused == out


@pytest.mark.parametrize(("idea", "out"), [("cut the skiing", {"i1"}), ("cut the skis", set())])
def test_an_interest_is_meant_by_its_very_word(idea: str, out: set[str]) -> None:
    """One who skis and helps at a ski race means the first by "the skiing"."""
    person = make.profile(
        make.entry("i1", "Cross-country skiing", section=SectionKind.INTERESTS),
        make.entry("v1", "First-aid tent, Spruce Ski Race", section=SectionKind.VOLUNTEER),
    )
    assert match_requirements(make.job(ideas=[idea]), person, LEXICON).orders.refused == out


def test_a_name_that_begins_with_a_figure_is_refused_as_any_other() -> None:
    """A note "no 4-H" takes that entry out and asks for nothing; "no 3rd page" means no entry."""
    person = make.profile(
        make.entry("v1", "Club leader, 4-H", section=SectionKind.VOLUNTEER),
        make.entry("v2", "3rd grade reading aide", section=SectionKind.VOLUNTEER),
    )
    found = match_requirements(make.job(ideas=["no 4-H", "no 3rd page"]), person, LEXICON)
    assert found.orders.refused == {"v1"}
    assert [r.phrases for r in found.requirements] == [(), ()]


def test_what_may_be_refused_is_told_and_kept_from_the_letter() -> None:
    """Where it is not sure what is meant, a warning says so, and the letter tells neither."""
    found = matched(["leave out the dogs"], [], [])
    assert found.orders.doubted == {"clinic/dental", "runner/1"}
    assert [d.code for d in found.diagnostics] == ["note-refuses"]


def test_work_shrinks_where_it_is_refused() -> None:
    """An employer never vanishes by a note: it is left with one line."""
    found = orders("leave out the Old Mill job")
    assert found.refused == {"mill/till", "mill/crew"}
    assert found.most == {"mill": 0}


def test_a_pin_is_a_later_word() -> None:
    """What the front matter holds is not refused."""
    assert orders("keep the badger out of it", pins=("clinic/badger",)).refused == frozenset()


@pytest.mark.parametrize(
    ("idea", "less"),
    [
        ("fewer management bullets", {"mill/crew"}),
        ("mentoring, not people management", {"mill/crew"}),
        ("don't overdo the puppies", {"clinic/puppies", "clinic/parvo"}),
        ("less chemicals", set()),
        ("don't make too much of the pharmacy", {"mill/till", "mill/crew"}),
        ("mentoring, not rocket science", set()),
    ],
)
def test_less_of_a_theme_counts_for_less(idea: str, less: set[str]) -> None:
    """What says the theme by its words or tags, or else all of the employer whose name does; a deed
    of having less is what may be asked for.
    """
    assert orders(idea).lessened == less


@pytest.mark.parametrize(
    ("hint", "most"),
    [
        ("Barnhart: short, one or two", {"clinic": 2}),
        ("Barnhart: one line at most, the teeth", {"clinic": 1}),
        ("Barnhart: teeth, puppies, garden, keep it short", {"clinic": 3}),
        ("Barnhart: title only", {"clinic": 0}),
        ("Barnhart: skip it", {"clinic": 0}),
    ],
)
def test_a_hint_limits_the_bullets_of_its_entry(hint: str, most: dict[str, int]) -> None:
    """By its number, or by what it asks for where it only says short."""
    assert orders(hints=(hint,)).most == most


def test_a_limit_may_hold_for_every_job() -> None:
    """As an idea it names the entries itself."""
    assert orders("no more than two bullets per job").most == {"clinic": 2, "mill": 2}
    assert orders("max 2 bullets for Barnhart").most == {"clinic": 2}


SEVERAL = make.profile(
    make.entry("chief", "Senior Genetic Counselor", "Elm Institute", ["Cut the wait", "Taught"]),
    make.entry("first", "Genetic counselor", "Elm Institute", ["Wrote the consent page"]),
    make.entry("shop", "Checker", "H-E-B", ["Ran two tills"]),
)


@pytest.mark.parametrize(
    ("hints", "most", "told"),
    [
        (["Elm senior: the wait", "Elm gc: consent. 2 bullets"], {"first": 2}, 0),
        (["Elm senior: the wait", "Elm: consent. 2 bullets"], {"first": 2}, 0),
        (["Elm: consent. 2 bullets"], {"chief": 1, "first": 1}, 1),
        (["Elm: consent. 2 bullets each"], {"chief": 2, "first": 2}, 0),
        (["Elm: max 3 bullets per role"], {"chief": 3, "first": 3}, 0),
        (["Elm: 2 bullets apiece"], {"chief": 2, "first": 2}, 0),
        (["HEB and Elm gc: one line each"], {"shop": 1, "first": 1}, 0),
    ],
)
def test_a_limit_spares_the_roles_that_have_a_hint_of_their_own(
    hints: list[str], most: dict[str, int], told: int
) -> None:
    """Of several roles left it is of all together, which is told, unless it says each."""
    found = match_requirements(make.job(hints=[("work", h) for h in hints]), SEVERAL, LEXICON)
    assert found.orders.most == most
    assert [d.code for d in found.diagnostics] == ["hint-limits-several"] * told
    assert all("“Genetic counselor, Elm Institute: …”" in (d.help or "") for d in found.diagnostics)


def test_a_name_may_be_asked_for_only_where_there_is_room() -> None:
    """The name “HEB” is H-E-B, and no skill that the profile should show."""
    job = make.job(ideas=["HEB? only if theres room"])
    found = match_requirements(job, SEVERAL, LEXICON)
    assert found.orders.lessened == {"shop/1"}
    assert found.requirements[0].phrases == ()


def test_all_of_an_entry_is_wanted() -> None:
    """But for what the same note refuses."""
    found = orders(hints=("Barnhart: all of it really, not the badger",))
    assert found.whole == {"clinic"}
    assert found.refused == {"clinic/badger"}


def test_only_some_of_an_entry_is_wanted() -> None:
    """The rest of its bullets goes, unless nothing was found of what is wanted."""
    assert orders(hints=("Barnhart: only the puppies",)).beside == BARNHART - {
        "clinic/puppies",
        "clinic/parvo",
    }
    assert orders(hints=("Barnhart: only the llamas",)).beside == frozenset()
