"""Nodes against a model: our words, at the place, all at once."""

from enum import StrEnum
from pathlib import Path
from typing import Literal

import pytest
from pydantic import AliasChoices, BaseModel, ConfigDict, Field

from lapel.source.diagnostics import Severity
from lapel.source.nodes import Node
from lapel.source.placed import PlacedText
from lapel.source.source import Source
from lapel.source.validation import validate, validate_sound
from lapel.source.yaml import parse_yaml


class Paper(StrEnum):
    """A choice."""

    A4 = "a4"
    LETTER = "letter"


class Inner(BaseModel):
    """Fields inside others."""

    model_config = ConfigDict(extra="forbid")
    name: str
    size: int = Field(default=1, ge=1, le=9)


class Outer(BaseModel):
    """One field of every kind that a file may have."""

    model_config = ConfigDict(extra="forbid")
    inner: Inner | None = None
    items: tuple[Inner, ...] = ()
    paper: Paper | None = None
    step: Literal["roomy", "compact"] | None = None
    ratio: float | None = Field(default=None, gt=0, lt=2, allow_inf_nan=False)
    short: str | None = Field(default=None, min_length=2, max_length=4, pattern="^[a-z]+$")
    numbers: list[int] = Field(default=[], min_length=1, max_length=2)
    table: dict[str, str] = {}
    flag: bool = False
    either: int | Inner | None = None
    placed: PlacedText | None = Field(default=None, validation_alias=AliasChoices("placed", "put"))


def read(text: str) -> tuple[Node, Source]:
    source = Source(Path("a.yaml"), text, "")
    node = parse_yaml(source).value
    assert node
    return node, source


def messages(text: str) -> list[str]:
    outcome = validate(Outer, *read(text))
    return [
        f"{d.place.line}:{d.place.column} {d.message}" + (f" → {d.help}" if d.help else "")
        for d in outcome.diagnostics
        if d.place
    ]


def test_a_sound_node_is_the_models_value() -> None:
    """Texts become numbers, truth values and choices where the model says so."""
    outcome = validate(
        Outer, *read("inner: {name: 012, size: 3}\npaper: a4\nflag: yes\nratio: 1.5\nput: x")
    )
    assert outcome.diagnostics == ()
    value = outcome.value
    assert value
    assert value.inner == Inner(name="012", size=3)
    assert (value.paper, value.flag, value.ratio) == (Paper.A4, True, 1.5)


def test_a_placed_text_keeps_its_place() -> None:
    """A checked value leads back to the line it was read from."""
    value = validate(Outer, *read("flag: no\nput: here")).value
    assert value
    assert value.placed == "here"
    assert value.placed.place.line == 2
    assert value.placed.place.column == 6


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("inner: {size: 2}", "1:8 `name` is missing → add `name:` here"),
        (
            "inner: [a]",
            "1:8 `inner`: expected keys with values, found a list → known here: `name`, `size`",
        ),
        ("inner: {name: [a]}", "1:15 `name`: expected a text, found a list"),
        ("inner: {name: {a: b}}", "1:15 `name`: expected a text, found keys with values"),
        ("inner: {name: }", "1:15 `name`: expected a text, found nothing"),
        ("inner: {name: a, size: x}", "1:24 `size`: expected a whole number, found `x`"),
        ("inner: {name: a, size: 1.5}", "1:24 `size`: expected a whole number, found `1.5`"),
        ("inner: {name: a, size: 0}", "1:24 `size`: expected 1 or more, found `0`"),
        ("inner: {name: a, size: 10}", "1:24 `size`: expected 9 or less, found `10`"),
        ("ratio: 0", "1:8 `ratio`: expected more than 0, found `0`"),
        ("ratio: 2", "1:8 `ratio`: expected less than 2, found `2`"),
        ("ratio: nan", "1:8 `ratio`: expected a number, found `nan`"),
        ("paper: lettre", "1:8 `paper`: `lettre` is not a choice here → did you mean `letter`?"),
        (
            "step: tight",
            "1:7 `step`: `tight` is not a choice here → write one of `roomy`, `compact`",
        ),
        ("flag: maybe", "1:7 `flag`: expected `true` or `false`, found `maybe`"),
        ("short: a", "1:8 `short`: expected a text of 2 characters or more, found `a`"),
        ("short: abcde", "1:8 `short`: expected a text of at most 4 characters, found `abcde`"),
        ("short: AB", "1:8 `short`: `AB` does not have the form of this field"),
        ("numbers: []", "1:10 `numbers`: expected a list of 1 or more, found one of 0"),
        ("numbers: [1, 2, 3]", "1:10 `numbers`: expected a list of at most 2, found one of 3"),
        ("numbers: [1, x]", "1:14 expected a whole number, found `x`"),
        ("table: x", "1:8 `table`: expected keys with values, found `x`"),
        ("either: x", "1:9 `either`: expected a whole number, found `x`"),
        ("either: {}", "1:9 `either`: expected a whole number, found keys with values"),
        ("papr: a4", "1:1 `papr` is read as `paper` → correct it"),
        ("pappre: a4", "1:1 unknown key `pappre`, it is left aside → did you mean `paper`?"),
        (
            "inner: {name: a, colour: b}",
            "1:18 unknown key `colour`, it is left aside → known here: `name`, `size`",
        ),
    ],
)
def test_each_problem_has_our_words_at_its_place(text: str, message: str) -> None:
    """What was found, what was expected, and the nearest valid spelling."""
    assert messages(text) == [message]


def test_all_problems_are_reported_at_once() -> None:
    """One run names every wrong value, in whatever depth."""
    found = messages("items:\n  - {size: 1}\n  - {name: a, size: x, b: c}\nflag: 7\n")
    assert [message.split(" ")[0] for message in found] == ["2:5", "3:21", "3:24", "4:7"]


def test_an_empty_file_says_nothing() -> None:
    """No line yet, or comments alone, is no error, but for what is needed."""
    assert validate(Outer, *read("# later\n")).value == Outer()
    assert validate(Inner, *read("")).errors


def test_an_unknown_key_is_a_warning_and_the_rest_is_the_value() -> None:
    """A key that lapel does not know stops nothing."""
    outcome = validate(Outer, *read("flag: yes\nblag: no"))
    assert outcome.value == Outer(flag=True)
    assert [d.severity for d in outcome.diagnostics] == [Severity.WARNING]


def test_what_is_sound_is_given_for_further_checks() -> None:
    """Beside an error, the value of all that is right; of nothing else nothing."""
    value, problems = validate_sound(Outer, *read("items: [{name: a}, {size: 2}]\nflag: x"))
    assert value == Outer(items=(Inner(name="a"),))
    assert len(problems) == 2
    assert validate_sound(Inner, *read("size: 2"))[0] is None
    assert validate(Outer, *read("flag: x")).value is None
