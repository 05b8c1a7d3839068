"""A profile seen from what was typed is the profile that is read then, or is not foreseen."""

from pathlib import Path

import pytest

from lapel.preview.foreseeing import foresee_profile, say_the_same, source_of
from lapel.profile.model import Profile
from lapel.profile.reading import read_profile

PROFILE = """\
basics: {name: Ada Quill}
summary: Keeps bees.
work:
  - id: apiary
    name: North Apiary
    position: Beekeeper
    startDate: 2019
    highlights:
      - Raised forty queens a year for growers
      - {id: sales, text: "Sold honey at three markets", wordings: {short: Sold honey}}
      - id: losses
        text: Cut winter losses from a third
          to a tenth, by feeding in autumn
          and closing the hives early
      - >
        Taught two apprentices
        over a summer
"""


def read(path: Path) -> Profile:
    profile = read_profile(path).value
    assert profile is not None
    return profile


def foreseen(path: Path, old: str, new: str) -> Profile | None:
    """What is foreseen of the profile with other words in one place."""
    path.write_text(PROFILE)
    known, source = read(path), source_of(read(path))
    assert source is not None
    assert PROFILE.count(old) == 1
    path.write_text(PROFILE.replace(old, new))
    return foresee_profile(known, source)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("for growers", "for growers in the valley"),
        ("at three markets", "at four markets"),
        ("Sold honey}", "Sold two tons of honey}"),
        ("a tenth, by feeding", "a twentieth, by feeding"),
        ("hives early", "hives in October"),
    ],
)
def test_other_words_are_foreseen_as_they_are_read(tmp_path: Path, old: str, new: str) -> None:
    profile = foreseen(tmp_path / "ada.yaml", old, new)
    assert profile is not None
    after = read(tmp_path / "ada.yaml")
    assert say_the_same(profile, after)
    assert profile.digest == after.digest
    ids, ids_after = ([h.id for h in p.entries[0].highlights] for p in (profile, after))
    assert ids == ids_after


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Raised forty", "Bred forty"),  # the id is made of these words
        ("position: Beekeeper", "position: Head Beekeeper"),
        ("Keeps bees", "Keeps many bees"),
        ("      - Raised forty queens a year for growers\n", ""),
        ("for growers\n", "for growers\n      - Built hives\n"),
        ("over a summer", "over two summers"),  # a block: what is written is more than is said
        ("three markets", "three \\u006darkets"),
    ],
)
def test_what_takes_reading_is_not_foreseen(tmp_path: Path, old: str, new: str) -> None:
    profile = foreseen(tmp_path / "ada.yaml", old, new)
    assert profile is None or not say_the_same(profile, read(tmp_path / "ada.yaml"))


def test_changes_in_two_places_are_not_foreseen(tmp_path: Path) -> None:
    path = tmp_path / "ada.yaml"
    path.write_text(PROFILE)
    known, source = read(path), source_of(read(path))
    assert source is not None
    path.write_text(PROFILE.replace("three markets", "four markets").replace("a tenth", "a fifth"))
    assert foresee_profile(known, source) is None


def test_a_file_that_is_as_it_was_changes_nothing(tmp_path: Path) -> None:
    assert foreseen(tmp_path / "ada.yaml", "three markets", "three markets") is None


def test_a_file_that_changed_after_it_was_read_is_no_base(tmp_path: Path) -> None:
    path = tmp_path / "ada.yaml"
    path.write_text(PROFILE)
    known = read(path)
    path.write_text(PROFILE.replace("three", "four"))
    assert source_of(known) is None
