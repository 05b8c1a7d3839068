"""YAML as nodes: what holds for any text."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from lapel.source import yaml_composing
from lapel.source.diagnostics import Outcome, Severity
from lapel.source.nodes import Node, Scalar, Sequence, key_at, place_of, plain_value
from lapel.source.printing import format_diagnostic
from lapel.source.source import Source
from lapel.source.yaml import parse_yaml, parse_yaml_sound
from tests.literate import cases_under
from tests.source.strategies import BROKEN, TYPED, WORDS
from tests.source.test_cases import PAGES


def source_of(text: str) -> Source:
    return Source(Path("file.yaml"), text, "")


def parse(text: str) -> Outcome[Node]:
    return parse_yaml(source_of(text))


def node_of(text: str) -> Node:
    node = parse(text).value
    assert node is not None
    return node


def test_a_place_leads_to_the_deepest_node_that_exists() -> None:
    """A path into the file gives line, column and width of the value, or of what holds it."""
    node = node_of("work:\n  - name: Old Mill\n    tags: [a, bc]\n")
    places = [
        place_of(node, path)
        for path in [("work", 0, "name"), ("work", 0, "tags", 1), ("work", 0, "none", 3), ("x",)]
    ]
    assert [(place.line, place.column, place.width) for place in places] == [
        (2, 11, 8),
        (3, 15, 2),
        (2, 5, 1),
        (1, 1, 1),
    ]


def test_a_key_has_its_own_place() -> None:
    """A key that is wrong is marked itself, not its value."""
    key = key_at(node_of("a:\n  wrong: 1\n"), ("a", "wrong"))
    assert key
    assert (key.place.line, key.place.column, key.place.width) == (2, 3, 5)


def test_columns_count_characters() -> None:
    """Letters outside ASCII count once, whatever bytes they take."""
    assert place_of(node_of("é東😀: x"), ("é東😀",)).column == 6


def test_front_matter_keeps_the_lines_of_its_file() -> None:
    """A part of a file is placed where it stands in the file, problems and all."""
    source = source_of("---\npin: [a]\ndrop: **b**\n---\n# Notes\n")
    good, _ = parse_yaml_sound(source, 2, "pin: [a]\n")
    assert good
    assert place_of(good, ("pin", 0)).line == 2
    _, (problem,) = parse_yaml_sound(source, 2, "pin: [a]\ndrop: **b**\n")
    assert problem.place
    assert problem.place.line == 3
    assert problem.help == 'put it in quotes: drop: "**b**"'


def test_deep_nesting_ends() -> None:
    """A file of brackets or dashes alone is an error, not the end of the program."""
    for text in ("[" * 100_000, "- " * 100_000, "{a: " * 500, "? " * 5000):
        (problem, *_) = parse(text).diagnostics
        assert format_diagnostic(problem)


def test_the_slow_parser_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML comes without its C parser, values and places are the same."""
    good = [case for case in cases_under(PAGES) if case.form == "yaml"]
    fast = [parse(case.text) for case in good]
    monkeypatch.setattr(yaml_composing, "_LOADER", yaml.SafeLoader)
    for case, outcome in zip(good, fast, strict=True):
        slow = parse(case.text)
        assert slow.value == outcome.value
        assert [p.place and p.place.line for p in slow.diagnostics] == [
            p.place and p.place.line for p in outcome.diagnostics
        ]


@given(BROKEN, st.integers(1, 3))
def test_any_text_is_a_value_or_problems_with_a_place(text: str, first_line: int) -> None:
    """Whatever is typed, reading never raises, and every problem can be printed."""
    lines = "\n" * (first_line - 1) + text
    node, problems = parse_yaml_sound(source_of(lines), first_line, text)
    assert node is not None or any(p.severity is Severity.ERROR for p in problems)
    for problem in problems:
        assert problem.place
        assert first_line <= problem.place.line <= lines.count("\n") + 1
        assert format_diagnostic(problem)


@given(st.recursive(WORDS, lambda inner: st.lists(inner) | st.dictionaries(WORDS, inner)))
def test_what_another_program_dumps_is_read_as_it_was(value: object) -> None:
    """Texts of any kind come back the very same from a file written by PyYAML."""
    text = yaml.safe_dump(value, allow_unicode=True, width=60)
    outcome = parse(text)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    assert plain_value(outcome.value) == value


@given(st.lists(TYPED, min_size=1, max_size=5))
def test_a_bullet_is_read_in_full_or_reported(bullets: list[str]) -> None:
    """No bullet typed without quotes is ever shortened, joined or dropped in silence.

    What became a list, a mapping or a value in quotes is not lost here: the schema reports it.
    """
    typed = [" ".join(bullet.split()) for bullet in bullets]
    outcome = parse("".join(f"- {bullet}\n" for bullet in typed))
    if outcome.value is None:
        return
    assert isinstance(outcome.value, Sequence)
    if len(outcome.value.items) < len(typed):  # "[0" and "]" are one list
        assert any(not isinstance(item, Scalar) for item in outcome.value.items)
        return
    for bullet, item in zip(typed, outcome.value.items, strict=True):
        without_comment = re.sub(r"(^|\s)#+(\s.*|$)", "", bullet)
        if isinstance(item, Scalar) and not item.quoted:
            assert item.text == without_comment
