"""Characters that the theme's fonts cannot draw, from the user's side."""

from pathlib import Path

import pytest

from tests.baker import PROFILE
from tests.cli.conftest import Lapel
from tests.cli.test_tailor import page_text


def write_profile(workspace: Path, old: str, new: str) -> None:
    """The baker's profile with a part of it replaced."""
    assert old in PROFILE
    (workspace / "profiles" / "ines.yaml").write_text(PROFILE.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("name", ["ᏣᎳᎩ (Ines Moreau)", "Ines Moreau 🚀"])
def test_a_name_that_cannot_be_drawn_makes_no_resume(
    workspace: Path, lapel: Lapel, name: str
) -> None:
    """It is an error at the name's line, which says what the fonts cover; nothing is written."""
    write_profile(workspace, "name: Ines Moreau", f'name: "{name}"')
    result = lapel("tailor", "jobs/hearth.md")
    lacking = "ᏣᎳᎩ" if "Ꮳ" in name else "🚀"
    assert result.exit_code == 1
    assert f"ines.yaml:1:16: error: the theme's fonts have no “{lacking}”" in result.stderr
    assert "cover Latin, Greek and Cyrillic" in result.stderr
    assert not (workspace / "output").exists()


def test_a_theme_that_can_write_the_name_is_named(workspace: Path, lapel: Lapel) -> None:
    """A letter of some Kurdish alphabets, which not every family has."""
    write_profile(workspace, "name: Ines Moreau", "name: Ines Ḧesen")
    result = lapel("tailor", "jobs/hearth.md")
    assert result.exit_code == 1
    assert "the theme's fonts have no “Ḧ”, so they cannot write the name" in result.stderr
    assert "help: --theme academic has them" in result.stderr
    assert lapel("tailor", "jobs/hearth.md", "--theme", "academic").exit_code == 0


def test_one_warning_a_text_names_all_that_is_lost(workspace: Path, lapel: Lapel) -> None:
    """What shows as a mark and what is left out are told apart, once for each text."""
    write_profile(workspace, "through the night bake", "of ᏣᎳ bakers 🎉🥖 at night")
    result = lapel("tailor", "jobs/hearth.md")
    assert result.exit_code == 0
    warnings = [line for line in result.stderr.splitlines() if "fonts have no" in line]
    assert warnings == [
        "profiles/ines.yaml:8:26: warning: the theme's fonts have no "
        "“ᏣᎳ” (each shows as “?”) and “🎉🥖” (left out)"
    ]
    (pdf,) = (workspace / "output" / "hearth").glob("*Resume.pdf")
    assert "Led a crew of five of ?? bakers at night" in " ".join(page_text(pdf).split())
