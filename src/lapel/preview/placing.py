"""The place of every block on the page's picture, as fractions of the page."""

from collections.abc import Mapping
from hashlib import sha256

from msgspec import Struct

from lapel.fitting.whole import FittedWhole
from lapel.selection.fitted import Fitted
from lapel.theme.model import BlockKind, Theme

DIGEST_LENGTH = 16


class Box(Struct, frozen=True):
    """One block on its page: position and size in [0, 1] of the page's width and height.

    ``block`` is its id, ``candidates`` the ids by which matching knows its content, or the notes
    that a paragraph of the letter answers; ``source`` is the id in the profile of the bullet,
    entry, skill group or summary.
    """

    block: str
    source: str
    kind: BlockKind
    candidates: tuple[str, ...]
    left: float
    top: float
    width: float
    height: float


class Sheet(Struct, frozen=True):
    """One page: its size in points, the boxes on it, and a digest of its looks."""

    width_pt: float
    height_pt: float
    boxes: tuple[Box, ...]
    digest: str


def sheets_of(
    fitted: Fitted | FittedWhole, theme: Theme, candidates: Mapping[str, tuple[str, ...]]
) -> tuple[Sheet, ...]:
    """Return the pages as planned; every render is checked against the plan, so the places are
    true.

    ``candidates`` are those of each block, by its id.
    """
    geometry, scale = fitted.geometry, fitted.pages.scale
    top_pt = geometry.top_margin.at(scale)
    width_pt, height_pt = geometry.width_pt, geometry.height_pt
    document = fitted.document
    boxes: list[list[Box]] = [[] for _ in range(fitted.pages.count)]
    looks: list[list[object]] = [
        [theme.digest, geometry, fitted.step, scale, document.language, document.photo, len(boxes)]
        for _ in boxes
    ]
    for block, placed in zip(document.blocks(), fitted.pages.placed, strict=True):
        looks[placed.page - 1] += [block, placed]
        box = Box(
            block=block.id,
            source=block.source,
            kind=block.kind,
            candidates=candidates.get(block.id, ()),
            left=geometry.side_margin_pt / width_pt,
            top=(top_pt + placed.top_pt) / height_pt,
            width=1 - 2 * geometry.side_margin_pt / width_pt,
            height=placed.height_pt / height_pt,
        )
        boxes[placed.page - 1].append(box)
    return tuple(
        Sheet(width_pt, height_pt, tuple(own), _digest(look))
        for own, look in zip(boxes, looks, strict=True)
    )


def candidates_of(fitted: Fitted) -> Mapping[str, tuple[str, ...]]:
    """Return the ids by which matching knows the content of each chosen block, by the block's
    id.
    """
    chosen = fitted.selection.chosen
    return {
        block.id: variant.candidates
        for slot in fitted.draft.slots()
        for variant in slot.variants
        if variant.id in chosen
        for block in variant.blocks
    }


def _digest(look: list[object]) -> str:
    return sha256(repr(look).encode("utf-8", "surrogatepass")).hexdigest()[:DIGEST_LENGTH]
