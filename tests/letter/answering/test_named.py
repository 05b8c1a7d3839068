"""What a letter point names is told, in its order, and nothing that it does not name beside it."""

from pathlib import Path

import pytest

from lapel.text.inline import plain_text
from tests.letter.lines import case_of

PROFILE = """basics: {name: Tobias Wren}
work:
  - name: Northgate Water
    position: Lead Data Engineer
    startDate: 2022-01
    highlights:
      - Moved launch planning to a checklist used by five teams
      - Built streaming ingestion of 60,000 meter readings a minute with Kafka
      - Lead four engineers and run a weekly design review
      - Launched the self-serve portal in eleven weeks; 2,300 firms signed up
      - Interviewed 34 operators before writing the roadmap for the alarm screen
      - Wrote map matching that snaps noisy points to streets, right for 97% of trips
  - name: Studio Cartwheel
    position: Data Engineer
    startDate: 2018-04
    endDate: 2021-12
    highlights:
      - Built a feature store with the pricing scientists; models ship in one week
      - Started a weekly family hour
volunteer:
  - organization: Leeds Library
    position: Volunteer
    startDate: 2021
    highlights:
      - Help older adults set up their phones on Saturday mornings
"""
JOB = """---
profile: profile.yaml
---
## Company
Lantern Bank
## Position
Staff Engineer
## Personal Connection
- Have you used their product? Yes
- If yes, describe your experience: My grandmother has banked with Lantern for two years.
## Notes
- Key skills to emphasize:
  - Leading engineers
- Cover letter points:
  - Body paragraph: {point}
"""


def letter_of(folder: Path, point: str) -> list[list[str]]:
    """The sentences of the paragraphs, without the opening and the close."""
    (folder / "profile.yaml").write_text(PROFILE)
    job = folder / "job.md"
    job.write_text(JOB.format(point=point).replace("Body paragraph: Share", "Company: Share"))
    paragraphs = case_of(job).draft.paragraphs[1:-1]
    return [[plain_text(sentence.text) for sentence in p.sentences] for p in paragraphs]


@pytest.mark.parametrize(
    ("point", "named"),
    [
        (
            "Demonstrate how streaming work at Northgate and the feature store at Cartwheel "
            "prepare me for real-time monitoring",
            ("streaming ingestion", "feature store", "prepared me for real-time"),
        ),
        ("Highlight launch experience", ("Launched the self-serve".lower(),)),
        (
            "Connect the feature store and map matching to Lantern's booking and alarm roadmap",
            ("feature store", "map matching"),
        ),
        ("Highlight streaming, including the launch of the portal", ("streaming", "portal")),
        ("Show how streaming work will help grow paid plans", ("streaming", "growing paid plans")),
    ],
)
def test_a_point_tells_what_it_names_in_order_and_nothing_else(
    point: str, named: tuple[str, ...], tmp_path: Path
) -> None:
    """What is emphasized besides has a paragraph of its own."""
    paragraphs = [" ".join(paragraph) for paragraph in letter_of(tmp_path, point)]
    told = next(text for text in paragraphs if named[0] in text)
    places = [told.find(name) for name in named]
    assert -1 not in places, told
    assert places == sorted(places), told
    assert "four engineers" not in told, told
    assert "34 operators" not in told, told


def test_what_a_company_paragraph_names_of_the_profile_is_told_there(tmp_path: Path) -> None:
    """Behind what is told of the connection."""
    point = "Share my grandmother's story and my Saturday mornings at the library"
    told = next(p for p in letter_of(tmp_path, point) if "grandmother" in p[0])
    assert "Saturday mornings" in told[-1]
    assert "Leeds Library" in told[-1]


def test_an_employer_is_called_by_its_kind(tmp_path: Path) -> None:
    """Of "water checklist" at Northgate Water the checklist is what is told, and told there."""
    points = "Describe the water checklist\n  - Body paragraph: Highlight launch planning"
    first, *_ = letter_of(tmp_path, points)
    assert "checklist" in first[0]


def test_terms_are_answered_by_no_deed(tmp_path: Path) -> None:
    """What only shares a word with them stays untold."""
    point = "Mention streaming, and availability to start after four weeks"
    assert "family hour" not in str(letter_of(tmp_path, point))


def test_what_stands_behind_a_figure_gets_no_article(tmp_path: Path) -> None:
    """An adjective with its preposition is as it is written."""
    assert "streets, right for 97%" in str(letter_of(tmp_path, "Highlight map matching"))


def test_a_name_within_a_bullet_is_found_by_it(tmp_path: Path) -> None:
    """Though it looks like a verb."""
    profile = PROFILE.replace(
        "- Started a weekly", "- Started Spoke, a parts library, and a weekly"
    )
    (tmp_path / "profile.yaml").write_text(profile)
    job = tmp_path / "job.md"
    job.write_text(JOB.format(point="Spoke"))
    assert any("started Spoke" in plain_text(s.text) for s in case_of(job).draft.sentences())


def test_the_rest_of_a_note_says_which_deed_is_meant(tmp_path: Path) -> None:
    """Of two bullets with its one topic the one that has more of its words."""
    more = "      - Paid 160 claims in two days\n      - Read claims files with adjusters weekly\n"
    (tmp_path / "profile.yaml").write_text(PROFILE.replace("volunteer:", f"{more}volunteer:", 1))
    job = tmp_path / "job.md"
    job.write_text(JOB.format(point="Something about claims. I read my files weekly."))
    told = " ".join(plain_text(s.text) for s in case_of(job).draft.sentences())
    assert "I read claims files" in told


def test_the_same_words_are_left_to_the_person_once(tmp_path: Path) -> None:
    """For whatever reasons."""
    (tmp_path / "profile.yaml").write_text(PROFILE)
    job = tmp_path / "job.md"
    job.write_text(JOB.format(point="Why leave? Growth of zeppelins, no hangar seat before 2029."))
    todos = [todo.text for todo in case_of(job).draft.todos()]
    assert len(todos) == len({*todos})


@pytest.mark.parametrize(
    ("name", "point"),
    [
        ("Ott Fire Company No. 2", "fire company, one sentence"),
        ("Ott Magistrates' Court", "Highlight my years at the magistrates' court"),
    ],
)
def test_a_part_of_one_name_that_says_what_it_is_names_it(
    name: str, point: str, tmp_path: Path
) -> None:
    """Ott Fire Company No. 2 is "fire company", and no bullet's fires are; a court is one, too."""
    work = "      - Traced fire alarms in a court to one bad cable\n  - name: Studio"
    crew = (
        f"  - organization: {name}\n    position: Lieutenant\n"
        "    startDate: 2020\n    highlights: [Train nine volunteers every Tuesday]\n"
    )
    profile = PROFILE.replace("  - name: Studio", work)
    (tmp_path / "profile.yaml").write_text(profile + crew)
    job = tmp_path / "job.md"
    job.write_text(JOB.format(point=point))
    told = " ".join(plain_text(s.text) for s in case_of(job).draft.sentences())
    assert "I train nine volunteers" in told
    assert "alarms" not in told
