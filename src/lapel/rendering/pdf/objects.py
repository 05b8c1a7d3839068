"""Objects of weasyprint and pydyf, which have no types, and the ways into them."""

from collections.abc import Iterator
from typing import Any

# Without types, these names at least say what is meant.
Rendered = Any
Box = Any
Pdf = Any
Font = Any


def object_at(pdf: Pdf, reference: bytes) -> Any:  # noqa: ANN401 - pydyf's
    """Return the object that a reference ("7 0 R") is to."""
    return pdf.objects[int(reference.split()[0])]


def objects_of(pdf: Pdf, type: str) -> list[Any]:
    """Return the objects of a type, such as "/Page", in the file's order."""
    return [item for item in pdf.objects if isinstance(item, dict) and item.get("Type") == type]


def walk_streams(pdf: Pdf) -> Iterator[list[Any]]:
    """Yield the operators of each stream of the file, to be changed in place."""
    for item in pdf.objects:
        stream = getattr(item, "stream", None)
        if isinstance(stream, list):
            yield stream
