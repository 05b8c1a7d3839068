"""Where a Word file says that a page begins, since LibreOffice would forget what holds together.

Before it knows any height, LibreOffice deals a file's paragraphs out, 25 to a page, and then moves
what does not fit on and what does back. A paragraph that keeps the next one and was dealt last on
its page stays there, although the next one stands on another page: nobody has moved that one, so
nobody asks what holds on to it. And what holds together from the first paragraph that was dealt to
a page may stay there, though a full page before it has just the room. A page that begins within
such a hold, or ends with one that was dealt so, is told to begin, and the dealing begins anew with
it; all other pages end where the text flows to, for whoever edits the file.
"""

from collections.abc import Mapping, Sequence

from lapel.document.tree import Block
from lapel.fitting.model import Placed

DEALT = 25


def told_turns(blocks: Sequence[Block], placed: Sequence[Placed]) -> frozenset[str]:
    """The leaves that must be told to begin a page, by id; ``placed`` has the pages planned."""
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
    """Whether what holds together at the end of the page that begins with ``first`` was dealt first
    to a page of its own.
    """
    here = page[blocks[first].id]
    last = max(number for number, block in enumerate(blocks) if page[block.id] == here)
    start = last
    while blocks[start - 1].keeps_next:
        start -= 1
    return start > first and start < last and not (start - dealt_from) % DEALT
