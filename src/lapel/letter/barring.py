"""What the notes do not want told: what they refuse for the page is refused for the letter too.

What is refused, or may be, is never told. What a note only wants shorter, or only in part, is told
where a letter point asks for it and nowhere else.
"""

from msgspec.structs import replace

from lapel.letter.deeds import Deeds


def without_barred(deeds: Deeds) -> Deeds:
    """The deeds but for those that the notes refuse, the others with what they play down."""
    orders = deeds.matches.orders
    dropped = (*deeds.dropped, *orders.refused, *orders.doubted)
    return replace(deeds, dropped=dropped, quiet=orders.quiet)
