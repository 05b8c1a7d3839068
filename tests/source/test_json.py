"""JSON as nodes: what holds for any text."""

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from lapel.source.diagnostics import Outcome
from lapel.source.json import parse_json
from lapel.source.nodes import Node, place_of, plain_value
from lapel.source.printing import format_diagnostic
from lapel.source.source import Source
from tests.source.strategies import BROKEN, WORDS


def parse(text: str) -> Outcome[Node]:
    return parse_json(Source(Path("file.json"), text, ""))


def test_values_have_places() -> None:
    """Line, column and width of a value, also after tabs and over several lines."""
    node = parse('{\n\t"a": [1,\n "two"]}').value
    assert node
    place = place_of(node, ("a", 1))
    assert (place.line, place.column, place.width) == (3, 2, 5)
    assert place_of(node, ("a", 0)).column == 8


def test_deep_nesting_ends() -> None:
    """A file of brackets alone is an error, not the end of the program."""
    assert parse("[" * 100_000).errors
    assert parse('{"a":' * 100_000).errors


@given(
    st.recursive(WORDS | st.just(""), lambda x: st.lists(x) | st.dictionaries(WORDS, x)),
    st.booleans(),
)
def test_what_another_program_dumps_is_read_as_it_was(value: object, escaped: bool) -> None:
    """Texts come back the very same, with their characters escaped or not."""
    node = parse(json.dumps(value, ensure_ascii=escaped, indent="\t")).value
    assert node is not None
    assert plain_value(node) == value


@given(BROKEN | st.text('{}[]",:\\ue0129abn \n\t', max_size=30))
def test_any_text_is_a_value_or_a_problem_with_a_place(text: str) -> None:
    """Whatever is typed, reading never raises; what the standard library refuses is refused."""
    outcome = parse(text)
    assert (outcome.value is None) == bool(outcome.errors)
    for problem in outcome.diagnostics:
        assert problem.place
        assert 1 <= problem.place.line <= text.count("\n") + 1
        assert format_diagnostic(problem)
    if outcome.value is not None:
        json.loads(text, strict=False)
