"""What a person typed small or shouted, as the letter spells it."""

from pathlib import Path

import pytest

from lapel.job.reading import read_job
from lapel.letter.spelling import begin_as_bullet, correct_spelling
from lapel.profile.reading import read_profile
from tests import baker


@pytest.mark.parametrize(
    ("written", "spelled"),
    [
        (
            "Company: FERRY LANE BREAD\nPosition: NIGHT BAKER, ICU (MOBILE)\nContact: TOM ABEL",
            ("Ferry Lane Bread", "Night Baker, ICU (Mobile)", "Tom Abel"),
        ),
        (
            "Company: FERRY LANE BREAD\nPosition: 2ND DRIVER, CDL-A\nContact: TOM ABEL",
            ("Ferry Lane Bread", "2nd Driver, CDL-A", "Tom Abel"),
        ),
        (
            "Company: ferry lane bread\nPosition: RN\nContact: tom abel",
            ("Ferry Lane Bread", "RN", "Tom Abel"),
        ),
        (
            "Company: IKEA\nPosition: Head of HR\nContact: HR",
            ("IKEA", "Head of HR", "HR"),
        ),
    ],
)
def test_names_are_neither_small_nor_shouted(
    written: str, spelled: tuple[str, str, str], tmp_path: Path
) -> None:
    """One word alone and what may be an acronym stay as they are."""
    baker.lay(tmp_path, job=f"{written}\n")
    profile = read_profile(tmp_path / "profiles" / "ines.yaml").value
    read = read_job(tmp_path / "jobs" / "hearth.md").value
    assert profile is not None
    assert read is not None
    job = correct_spelling(read, profile)
    assert job.company is not None
    assert job.position is not None
    assert (job.company.text, job.position.text, job.recipient[0].text) == spelled


def test_a_bullet_begins_small_where_the_profile_writes_it_so() -> None:
    """No name is lowered, nor a capital elsewhere in the sentence."""
    small = frozenset(("preneed", "billing"))
    told = "As Leader, Billing and Sales, Preneed contracts rose."
    assert begin_as_bullet(told, "Preneed contracts rose", small) == told.replace("Pre", "pre")
    assert begin_as_bullet("Here, Etsy grew.", "Etsy grew", small) == "Here, Etsy grew."
