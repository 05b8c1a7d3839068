"""Where a Word file says that a page begins, since LibreOffice would forget what holds together.

Before it knows any height, LibreOffice deals a file's paragraphs out, 25 to a page, and then moves
what does not fit on and what does back. A paragraph that keeps the next one and was dealt last on
its page stays there, although the next one stands on another page: nobody has moved that one, so
nobody asks what holds on to it. A page that begins within such a hold is told to, and the dealing
begins anew with it; all other pages end where the text flows to, for whoever edits the file.
"""

from collections.abc import Sequence

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
        if blocks[held].keeps_next:
            told.add(blocks[number].id)
            dealt_from = number
    return frozenset(told)
