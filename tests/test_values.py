"""Frozen dataclasses made here are what the standard library would have made."""

import dataclasses
import pickle
from collections.abc import Callable
from copy import deepcopy
from inspect import Parameter, signature
from typing import Any, ClassVar, Generic, TypeVar

import pytest
from pydantic import TypeAdapter

from lapel.values import dataclass as quick

T = TypeVar("T")
Maker = Callable[..., Any]


def make(dataclass: Maker) -> type:
    @dataclass(frozen=True, slots=True)
    class Every(Generic[T]):
        """A class with every kind of field that there is here."""

        limit: ClassVar[int] = 3
        first: str
        second: tuple[int, ...] = (1, 2)
        third: list[str] = dataclasses.field(default_factory=list, compare=False)
        fourth: float = dataclasses.field(default=0.5, compare=False, repr=False)
        fifth: int = dataclasses.field(default=5, kw_only=True)

        @property
        def both(self) -> tuple[str, int]:
            return self.first, self.fifth

    return Every


Quick, Usual = make(quick), make(dataclasses.dataclass)
BOTH = pytest.mark.parametrize("cls", [Quick, Usual])


@quick(frozen=True, slots=True)
class Pair:
    """A value that can be pickled."""

    left: int
    right: "Pair | None" = None


@quick(frozen=True, slots=True)
class Single:
    """A value with one field."""

    value: float


@quick(frozen=True, slots=True)
class Checked:
    """A value that looks at itself."""

    value: int

    def __post_init__(self) -> None:
        if self.value < 0:
            raise ValueError(self.value)


def test_the_parameters_are_the_same() -> None:
    quick, usual = (
        [
            (p.name, p.kind, p.default if isinstance(p.default, tuple | int | float) else None)
            for p in signature(cls).parameters.values()
        ]
        for cls in (Quick, Usual)
    )
    assert quick == usual
    assert quick[-1][1] is Parameter.KEYWORD_ONLY


def test_the_fields_slots_and_patterns_are_the_same() -> None:
    quick, usual = (
        [(f.name, f.type, f.compare, f.repr, f.kw_only) for f in dataclasses.fields(cls)]
        for cls in (Quick, Usual)
    )
    assert quick == usual
    assert Quick.__slots__ == Usual.__slots__  # type: ignore[attr-defined]
    assert Quick.__match_args__ == Usual.__match_args__  # type: ignore[attr-defined]
    assert Quick.__doc__ == Usual.__doc__


@BOTH
def test_fields_are_filled_by_place_by_name_and_by_default(cls: type) -> None:
    value = cls("a", (3,), fifth=6)
    assert dataclasses.asdict(value) == {
        "first": "a",
        "second": (3,),
        "third": [],
        "fourth": 0.5,
        "fifth": 6,
    }
    assert value.both == ("a", 6)
    assert cls("a").third is not cls("a").third


@BOTH
def test_what_is_missing_or_unknown_is_refused(cls: type) -> None:
    with pytest.raises(TypeError, match="first"):
        cls()
    with pytest.raises(TypeError, match="sixth"):
        cls("a", sixth=6)


@BOTH
def test_values_are_equal_and_hash_by_what_compares(cls: type) -> None:
    assert cls("a", third=["x"], fourth=1.0) == cls("a")
    assert hash(cls("a", third=["x"])) == hash(cls("a"))
    assert cls("a") != cls("b")
    assert cls("a") != "a"
    assert len({cls("a"), cls("a"), cls("a", fifth=6)}) == 2


def test_classes_that_look_alike_make_unequal_values() -> None:
    assert Quick("a") != Usual("a")


@BOTH
def test_the_repr_names_the_fields(cls: type) -> None:
    assert repr(cls("a")).endswith("Every(first='a', second=(1, 2), third=[], fifth=5)")


@BOTH
def test_nothing_can_be_set_or_deleted(cls: type) -> None:
    value = cls("a")
    with pytest.raises(dataclasses.FrozenInstanceError, match="first"):
        value.first = "b"
    with pytest.raises(dataclasses.FrozenInstanceError, match="first"):
        del value.first
    assert value.first == "a"


def test_values_can_be_replaced_copied_and_pickled() -> None:
    value = Pair(1, Pair(2))
    assert dataclasses.replace(value, left=3) == Pair(3, Pair(2))
    assert deepcopy(value) == value
    assert pickle.loads(pickle.dumps(value)) == value


def test_one_field_compares_as_several_do() -> None:
    nan = float("nan")
    assert Single(nan) == Single(nan)
    assert hash(Single(1.5)) == hash(Single(1.5))
    assert repr(Single(1.5)) == "Single(value=1.5)"


def test_a_value_may_look_at_itself() -> None:
    assert Checked(1).value == 1
    with pytest.raises(ValueError, match="-1"):
        Checked(-1)


def test_pydantic_writes_and_reads_them() -> None:
    adapter = TypeAdapter(Pair)
    assert adapter.dump_json(Pair(1, Pair(2))) == b'{"left":1,"right":{"left":2,"right":null}}'
    assert adapter.validate_json(b'{"left": 1}') == Pair(1)


def test_other_options_are_the_standard_librarys() -> None:
    @quick(frozen=True, slots=True, order=True)
    class Ordered:
        value: int

    @quick
    class Open:
        value: int = 1

    assert sorted([Ordered(2), Ordered(1)]) == [Ordered(1), Ordered(2)]
    opened = Open()
    opened.value = 2
    assert opened == Open(2)
