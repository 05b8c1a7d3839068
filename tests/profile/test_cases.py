"""The literate cases of profiles: a file, and the profile or the messages it gives."""

from pathlib import Path

import pytest

from lapel.profile.reading import parse_profile
from lapel.source.printing import format_diagnostic
from tests.given import source_of
from tests.literate import Case, cases_under, expected
from tests.profile.dump import dump

PAGES = Path(__file__).parent / "cases"


def read(case: Case) -> str:
    """Every message as a person sees it, then the profile if there is one."""
    source = source_of(case.text, f"profile.{case.form}")
    outcome = parse_profile(source)
    shown = [format_diagnostic(diagnostic) for diagnostic in outcome.diagnostics]
    if outcome.value is not None:
        shown.append(dump(outcome.value))
    return "\n".join(shown) + "\n"


@pytest.mark.parametrize("case", cases_under(PAGES), ids=lambda case: case.name)
def test_a_profile_is_read_as_its_page_says(case: Case, update: bool) -> None:
    """What a person wrote of themselves is read as the page says, or named with its place."""
    answer = read(case)
    assert answer == expected(case, answer, update=update)
