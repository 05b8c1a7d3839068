"""A text where a list is expected, taken as the list that it was meant as."""

import re
from collections.abc import Iterator
from typing import Annotated, get_args, get_origin

from pydantic import BaseModel

from lapel.source.nodes import Scalar, Sequence

_BULLET = r"^\s*(?:[-*•●○◦▪■‣·–]|\d{1,2}[.)])\s+"
_RUN = r"\s+(?=[•●○◦▪■‣]\s)"
"""Between the bullets of a list that YAML made one line of."""
NAMES = ",;"
"""What parts names in one text, such as those of skills; "" parts nothing."""


def as_list(text: Scalar, annotation: object) -> Sequence | None:
    """The items of a text: its bullets or lines, or what the marks part that its items' model
    names; None where the field (``annotation``) is no list of texts.
    """
    item = _item_type(annotation)
    if not isinstance(item, type):
        return None
    if issubclass(item, BaseModel):
        if not getattr(item, "plain", ""):
            return None
        marks = getattr(item, "parted", "")
    elif issubclass(item, str):
        marks = NAMES
    else:
        return None
    lines = re.sub(_RUN, "\n", text.text).strip().split("\n")
    if len(lines) > 1 or _is_bullet(lines[0]):
        items = tuple(_from_lines(lines))
    else:
        items = tuple(_parted(lines[0], marks))
    return Sequence(tuple(Scalar(item, text.place, quoted=True) for item in items), text.place)


def _item_type(annotation: object) -> object:
    """What a tuple holds any number of; None where the field is none."""
    arguments = get_args(annotation)
    if get_origin(annotation) is Annotated:
        return _item_type(arguments[0])
    if get_origin(annotation) is not tuple or len(arguments) != 2:
        return None
    return get_args(arguments[0])[0] if get_origin(arguments[0]) is Annotated else arguments[0]


def _parted(text: str, marks: str) -> Iterator[str]:
    """The parts of a text; a mark within brackets parts nothing."""
    depth, start = 0, 0
    for at, character in enumerate(text):
        depth += (character in "([") - (character in ")]")
        if character in marks and depth <= 0 and text[at + 1 : at + 2] in (" ", ""):
            yield from _named(text[start:at])
            start = at + 1
    yield from _named(text[start:])


def _named(part: str) -> Iterator[str]:
    if name := part.strip().removeprefix("and ").lstrip():
        yield name


def _is_bullet(line: str) -> bool:
    return re.match(_BULLET, line) is not None


def _from_lines(lines: list[str]) -> Iterator[str]:
    """An item for each bullet, or for each line where none has one."""
    marked = any(map(_is_bullet, lines))
    item: list[str] = []
    for line in lines:
        begins = _is_bullet(line) if marked else line.strip()
        if item and (begins or not line.strip()):
            yield " ".join(item)
            item = []
        if line.strip():
            item.append(re.sub(_BULLET, "", line).strip())
    if item:
        yield " ".join(item)
