"""The literate cases of reading files: a fragment, and its value or the messages it gets."""

import json
from pathlib import Path

import pytest

from lapel.source.json import parse_json
from lapel.source.nodes import plain_value
from lapel.source.printing import format_diagnostic
from lapel.source.yaml import parse_yaml
from tests.given import source_of
from tests.literate import Case, cases_under, expected

PAGES = Path(__file__).parent / "cases"


def read(case: Case) -> str:
    """The value as JSON on one line, or every message as a person sees it."""
    source = source_of(case.text, f"file.{case.form}")
    outcome = parse_json(source) if case.form == "json" else parse_yaml(source)
    shown = [format_diagnostic(diagnostic) for diagnostic in outcome.diagnostics]
    if outcome.value is not None:
        shown.append(json.dumps(plain_value(outcome.value), ensure_ascii=False))
    return "\n".join(shown) + "\n"


@pytest.mark.parametrize("case", cases_under(PAGES), ids=lambda case: case.name)
def test_a_fragment_is_read_as_its_page_says(case: Case, update: bool) -> None:
    """What is typed is read as typed, or named with its place and what to write instead."""
    answer = read(case)
    assert answer == expected(case, answer, update=update)
