"""The leaves that a Word file marks to begin a page, since LibreOffice would forget which
paragraphs hold together.

Before it knows any height, LibreOffice deals a file's paragraphs out, 25 to a page, and then moves
on those that do not fit, and back those that do. A paragraph that keeps the next one and was dealt
last on its page stays there although the next is on another page: that one was never moved, so its
hold is never checked. And paragraphs that hold together from the first one dealt to a page may stay
there though a full page before it has just the room. So a page that begins within such a hold, or
ends with one that was dealt so, is marked to begin, and the dealing begins anew with it. All other
pages end where the text flows to, for people who edit the file.
"""

from collections.abc import Mapping, Sequence

from lapel.document.tree import Block
from lapel.fitting.model import Placed

DEALT = 25


def find_marked_turns(blocks: Sequence[Block], placed: Sequence[Placed]) -> frozenset[str]:
    """Return the ids of leaves that must be marked to begin a page; ``placed`` has the planned
    pages.
    """
    page = {leaf.id: leaf.page for leaf in placed}
    told, dealt_from = set(), 0
    for number in range(1, len(blocks)):
        if page[blocks[number].id] == page[blocks[number - 1].id]:
            continue
        held = number
        while blocks[held].keeps_next and (held + 1 - dealt_from) % DEALT:
            held += 1
        if blocks[held].keeps_next or _stays_behind(blocks, page, number, dealt_from):
            told.add(blocks[number].id)
            dealt_from = number
    return frozenset(told)


def _stays_behind(
    blocks: Sequence[Block], page: Mapping[str, int], first: int, dealt_from: int
) -> bool:
    """Tell whether the group held together at the end of the page that begins with ``first`` was
    dealt first to another page.
    """
    here = page[blocks[first].id]
    last = max(number for number, block in enumerate(blocks) if page[block.id] == here)
    start = last
    while blocks[start - 1].keeps_next:
        start -= 1
    return start > first and start < last and not (start - dealt_from) % DEALT
