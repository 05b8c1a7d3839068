"""Footers as what they are to a reader of tagged PDF: repeated, and no part of the text.

The engine gives the text of a page's margins a structure element that hangs from nothing. PDF/UA-1
(7.8) wants it marked as a pagination artifact (ISO 32000-1, 14.8.2.2), which screen readers skip.
"""

from collections.abc import Iterator
from typing import Any

# Weasyprint and pydyf have no types; these names say at least what is meant.
Pdf = Any
Element = Any


def mark_footers(pdf: Pdf) -> None:
    """Make artifacts of all marked content whose element the structure tree does not reach."""
    root = next((item for item in pdf.objects if _is_a(item, "/StructTreeRoot")), None)
    if root is None:
        return
    reached = set(_reached(pdf, root["K"]))
    loose = [item for item in pdf.objects if _is_a(item, "/StructElem") and id(item) not in reached]
    for element in loose:
        marks = {number for number in element["K"] if isinstance(number, int)}
        if marks:
            _make_artifacts(_stream_of(pdf, element), marks)
    references = {element.reference for element in loose}
    for numbers in _object(pdf, root["ParentTree"])["Nums"]:
        if isinstance(numbers, list):
            numbers[:] = ["null" if item in references else item for item in numbers]


def _reached(pdf: Pdf, children: Any) -> Iterator[int]:  # noqa: ANN401 - pydyf's
    for child in children if isinstance(children, list) else [children]:
        element = _object(pdf, child) if isinstance(child, bytes) else child
        if isinstance(element, dict):
            yield id(element)
            yield from _reached(pdf, element.get("K", []))


def _make_artifacts(items: list[Any], marks: set[int]) -> None:
    for place, item in enumerate(items):
        if isinstance(item, dict) and item.get("MCID") in marks:
            items[place - 1] = "/Artifact"
            items[place] = type(item)({"Type": "/Pagination", "Subtype": "/Footer"})


def _stream_of(pdf: Pdf, element: Element) -> list[Any]:
    """The operators of the page that an element is on."""
    items: list[Any] = _object(pdf, _object(pdf, element["Pg"])["Contents"]).stream
    return items


def _object(pdf: Pdf, reference: bytes) -> Any:  # noqa: ANN401 - pydyf's
    return pdf.objects[int(reference.split()[0])]


def _is_a(item: Any, type: str) -> bool:  # noqa: ANN401 - pydyf's
    return isinstance(item, dict) and item.get("Type") == type
