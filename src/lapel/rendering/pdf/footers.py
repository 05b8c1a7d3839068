"""Footers as PDF/UA wants them for readers: repeated, and not part of the text.

The engine gives the text of a page's margins a structure element without a parent. PDF/UA-1 (7.8)
wants it marked as a pagination artifact (ISO 32000-1, 14.8.2.2), which screen readers skip.
"""

from collections.abc import Iterator
from typing import Any

from lapel.rendering.pdf.objects import Pdf, object_at, objects_of


def mark_footers(pdf: Pdf) -> None:
    """Make artifacts of all marked content whose element the structure tree does not reach."""
    root = next(iter(objects_of(pdf, "/StructTreeRoot")), None)
    if root is None:
        return
    reached = set(_walk_reached(pdf, root["K"]))
    loose = [item for item in objects_of(pdf, "/StructElem") if id(item) not in reached]
    for element in loose:
        marks = {number for number in element["K"] if isinstance(number, int)}
        if marks:
            page = object_at(pdf, element["Pg"])
            _make_artifacts(object_at(pdf, page["Contents"]).stream, marks)
    references = {element.reference for element in loose}
    for numbers in object_at(pdf, root["ParentTree"])["Nums"]:
        if isinstance(numbers, list):
            numbers[:] = ["null" if item in references else item for item in numbers]


def _walk_reached(pdf: Pdf, children: Any) -> Iterator[int]:  # noqa: ANN401 - pydyf's
    for child in children if isinstance(children, list) else [children]:
        element = object_at(pdf, child) if isinstance(child, bytes) else child
        if isinstance(element, dict):
            yield id(element)
            yield from _walk_reached(pdf, element.get("K", []))


def _make_artifacts(items: list[Any], marks: set[int]) -> None:
    for place, item in enumerate(items):
        if isinstance(item, dict) and item.get("MCID") in marks:
            items[place - 1] = "/Artifact"
            items[place] = type(item)({"Type": "/Pagination", "Subtype": "/Footer"})
