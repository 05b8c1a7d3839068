"""A whole choice out of the fractions of the linear relaxation."""

import numpy as np

from lapel.selection.board import ALONE, Board, Flags, Floats, Whole
from lapel.selection.exchange import SAME, Position

LIKELY = 0.5
PROMISING = 0.99
"""An entry opened or closed is looked into further when it loses no more than this at first."""


def round_choice(board: Board, fractions: Floats) -> Position | None:
    """Make a choice near the fractions that keeps the rules and the budget; None if none is found.

    Slots take their likeliest variant, entries are open where that is likelier, then the worst
    bargains leave until the rest fits.
    """
    likely = np.where(board.allowed, fractions, -1.0)
    flags = np.zeros(board.size, dtype=bool)
    for number, members in enumerate(board.slots):
        if board.group[members[0]] == ALONE:
            best = _find_likeliest(board, likely, members)
            if board.required[number] or likely[best] >= LIKELY or board.pin[best] != ALONE:
                flags[best] = True
    for number in range(len(board.problem.counts)):
        opened = flags[board.opens == number].any()
        if opened and not _take_bullets(board, likely, flags, number):
            return None
    position = Position(board, flags)
    return position if _shorten_to_fit(position) else None


def _find_likeliest(board: Board, likely: Floats, members: Whole) -> int:
    """Return the likeliest of a slot's variants, a pinned one before the others."""
    pinned = members[board.pin[members] != ALONE]
    among = pinned if len(pinned) else members
    return int(among[likely[among].argmax()])


def _take_bullets(board: Board, likely: Floats, flags: Flags, number: int) -> bool:
    """Add the likely bullets of an open entry, at least its minimum; False where there are too
    few.
    """
    slots = {int(slot) for slot in board.slot[board.group == number]}
    best = [_find_likeliest(board, likely, board.slots[slot]) for slot in sorted(slots)]
    best = [option for option in best if board.allowed[option]]
    best.sort(key=lambda option: (board.pin[option] == ALONE, -likely[option], option))
    for rank, option in enumerate(best[: board.maximum[number]]):
        needed = rank < board.minimum[number] or board.pin[option] != ALONE
        if needed or likely[option] >= LIKELY:
            flags[option] = True
    return len(best) >= int(board.minimum[number])


def _shorten_to_fit(position: Position) -> bool:
    """Remove the worst bargains until the rest fits; False where that is not enough."""
    while position.free_pt < 0:
        option = position.worst_bargain()
        if option is None:
            return False
        position.step([option], [])
    return True


def reopen(position: Position, bound: float, prices: Floats) -> Position:
    """Return the position, or a better one with other entries open. ``bound`` and ``prices`` are
    those of the relaxation: they rule out most entries without a trial.
    """
    best, worth = position, position.worth()
    for number in range(len(position.board.problem.counts)):
        other = _switch_entry(best, number, bound - worth, prices)
        if other is None or other.worth() < PROMISING * worth:
            continue
        other.exchange()
        if other.worth() > worth + SAME:
            best, worth = other, other.worth()
    return best if best is position else reopen(best, bound, prices)


def _switch_entry(position: Position, number: int, spare: float, prices: Floats) -> Position | None:
    """Return the position with one open entry closed, or a closed one opened, and refilled; None
    where the rules forbid it or its price is at or above ``spare``, the most that could be gained.
    """
    board = position.board
    opening = np.flatnonzero((board.opens == number) & board.allowed)
    if not len(opening):
        return None
    slot = board.slot[opening[0]]
    flags = position.flags.copy()
    was_open = bool(flags[board.opens == number].any())
    flags[board.slots[slot]] = False
    flags[board.group == number] = False
    closed = [o for o in board.slots[slot] if board.opens[o] == ALONE and board.allowed[o]]
    if not was_open:
        flags[opening[0]] = True
    elif board.required[slot]:
        if not closed:
            return None
        flags[closed[0]] = True
    members = board.slots[slot]
    price = np.where(flags[members], -prices[members], prices[members])
    if np.maximum(0.0, price).sum() >= spare:
        return None
    if not was_open:
        bargains = board.changes(flags, board.totals(flags), 1) / (board.cost + SAME)
        # Below LIKELY, so that the entry opens with its minimum; the rest is filled in by price.
        likely = np.where(board.allowed, bargains / (1 + abs(bargains)) * LIKELY, -1.0)
        if not _take_bullets(board, likely, flags, number):
            return None
    if board.breaks_pins(flags):
        return None
    other = Position(board, flags)
    if not _shorten_to_fit(other):
        return None
    other.fill()
    return other
