"""What a mapping of a file may hold, declared as a class: its fields, their types and spellings.

A field is declared as in a dataclass: with its type, its default where it may be absent, and where
an editor is to say more of it what ``described`` makes. What a type cannot say stands beside it as
a mark in ``Annotated``. Values are made by ``checking``, JSON Schemas by ``json_schema``.
"""

from collections.abc import Mapping
from inspect import get_annotations
from typing import Annotated, Any, ClassVar, Self, dataclass_transform, get_args, get_origin

from msgspec import Struct
from msgspec.structs import replace

Facts = Mapping[str, Any]
"""What a message tells of a fault, by name."""
NEEDED = object()
"""Stands where a default would: the field has to be there."""


class Mark:
    """What stands beside a type: how a value is read first, and what else has to hold of it."""

    def read(self, value: object) -> object:
        """A value of the file as the type takes it."""
        return value

    def fault(self, value: Any) -> tuple[str, Facts] | None:  # noqa: ANN401, ARG002 - any type
        """What is wrong with a value of the type: the kind of fault, with its facts."""
        return None

    def json_schema(self, written: dict[str, Any]) -> dict[str, Any]:
        """The JSON Schema of what is taken, made of that of the type."""
        return written


class Field(Struct, frozen=True, eq=False):
    """A field: its type and the marks beside it, and how it is spelled, the preferred way first."""

    default: Any
    description: str = ""
    spellings: tuple[str, ...] = ()
    annotation: Any = None
    marks: tuple[Mark, ...] = ()

    @property
    def is_needed(self) -> bool:
        """Whether nothing goes without it."""
        return self.default is NEEDED


def described(text: str, *spellings: str, default: object = None) -> Any:  # noqa: ANN401 - any type
    """A field that may be absent, with what an editor shows for it and its spellings if several."""
    return Field(default, text, spellings)


def needed(text: str, *spellings: str) -> Any:  # noqa: ANN401 - any type
    """A field that nothing goes without, with the same."""
    return Field(NEEDED, text, spellings)


def several(text: str, *spellings: str) -> Any:  # noqa: ANN401 - any type
    """A list that may be absent, with the same."""
    return Field((), text, spellings)


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Shape:  # noqa: PLW1641 - some hold lists
    """The values of a mapping by the names of its fields.

    A class that ``is_open`` takes keys that it does not know; editors call it by its ``caption``.
    """

    __slots__ = ("__dict__", "_given")
    fields: ClassVar[Mapping[str, Field]] = {}
    by_spelling: ClassVar[Mapping[str, Field]] = {}
    is_open: ClassVar[bool] = False
    caption: ClassVar[str] = ""

    def __init_subclass__(cls, *, is_open: bool | None = None, caption: str = "") -> None:
        """Gather the fields, those of the classes that it extends before its own."""
        said = get_annotations(cls)
        own = {name: type for name, type in said.items() if not _is_of_class(type)}
        declared = {n: _field(n, cls.__dict__.get(n, NEEDED), type) for n, type in own.items()}
        cls.fields = {**cls.fields, **declared}
        cls.by_spelling = {key: f for f in cls.fields.values() for key in f.spellings}
        cls.is_open = cls.is_open if is_open is None else is_open
        cls.caption = caption or cls.__name__

    def __init__(self, **values: object) -> None:
        self._given = frozenset(values)
        defaults = {name: f.default for name, f in self.fields.items() if not f.is_needed}
        vars(self).update(defaults | values)

    def __eq__(self, other: object) -> bool:
        """Whether all values are the same, whichever of them were given."""
        return type(self) is type(other) and vars(self) == vars(other)

    @property
    def given(self) -> frozenset[str]:
        """The fields that the file has."""
        return self._given

    def changed(self, **values: object) -> Self:
        """The same with other values for these fields."""
        return type(self)(**{name: vars(self)[name] for name in self.given} | values)

    @classmethod
    def reshaped(cls, value: object) -> object:
        """What stands in the file in the form of these fields, where people write it in another."""
        return value

    def fault(self) -> tuple[str, Facts] | None:
        """What is wrong with it though each field is right: the kind of fault, with its facts."""
        return None


def _field(name: str, said: object, annotation: Any) -> Field:  # noqa: ANN401 - any type
    field = said if isinstance(said, Field) else Field(said)
    marks: tuple[Any, ...] = ()
    if get_origin(annotation) is Annotated:
        annotation, *marks = get_args(annotation)  # type: ignore[assignment]
    spellings = field.spellings or (camel(name),)
    return replace(field, spellings=spellings, annotation=annotation, marks=tuple(marks))


def _is_of_class(annotation: object) -> bool:
    origin: object = get_origin(annotation)
    return origin is ClassVar


def camel(name: str) -> str:
    """A name as files have it: `startDate` for ``start_date``."""
    first, *more = name.split("_")
    return first + "".join(map(str.capitalize, more))
