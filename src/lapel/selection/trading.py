"""What each option left out lost to: read from objective and height, without solving again.

The option is put in with what it needs (its entry opened, the bullets of the minimum), what cannot
stand beside it goes (its slot's other variant, a bullet beyond the maximum), and of what remains
the one, two or few options go that lose least and make room. Every change is then computed whole,
so overlaps and headings count in it.
"""

from dataclasses import dataclass

import numpy as np

from lapel.selection.board import ALONE, Board, Flags
from lapel.selection.exchange import Position
from lapel.selection.model import Problem, Rival, Selection


@dataclass(frozen=True, slots=True)
class _Leaving:
    """Options that can go together, and one that then takes their place (or ``ALONE``)."""

    options: tuple[int, ...]
    instead: int
    loss: float
    freed_pt: float


def trade_all(problem: Problem, selection: Selection) -> tuple[Rival, ...]:
    """A rival for each option left out that could stand on the page, in the profile's order.

    What is dropped has none, and neither has what no exchange makes room for.
    """
    board = Board(problem)
    current = Position(board, board.flags(selection.chosen))
    rivals = []
    for option in range(board.size):
        if board.allowed[option] and not current.flags[option]:
            rival = _rival(current, option)
            if rival is not None:
                rivals.append(rival)
    return tuple(rivals)


def _rival(current: Position, option: int) -> Rival | None:
    board = current.board
    inside = _put_in(current, option)
    if board.breaks_pins(inside.flags):
        return None
    entered = inside.flags & ~current.flags
    if inside.free_pt < 0 and not _make_room(inside, entered):
        return None
    gone = board.chosen(current.flags & ~inside.flags & ~board.is_line)
    come = board.chosen(inside.flags & ~current.flags & ~board.is_line)
    name = board.problem.options[option].id
    return Rival(
        option=name,
        loses_to=board.in_order(gone),
        objective_change=inside.worth() - current.worth(),
        brings_along=tuple(id for id in board.in_order(come) if id != name),
    )


def _put_in(current: Position, option: int) -> Position:
    """The position with the option in and what contradicts it out, whatever its height."""
    board = current.board
    flags = current.flags.copy()
    _take_slot(board, flags, option)
    group = int(board.group[option])
    opened = int(board.opens[option])
    if group != ALONE and not flags[board.opens == group].any():
        _take_slot(board, flags, int(np.flatnonzero((board.opens == group) & board.allowed)[0]))
        opened = group
    if opened != ALONE:
        _reach_minimum(board, flags, opened)
    if group != ALONE:
        members = (board.group == group) & flags
        if members.sum() > board.maximum[group]:
            losses = -board.changes(flags, board.totals(flags), -1)
            members &= board.pin == ALONE
            members[option] = False
            if members.any():
                flags[np.argmin(np.where(members, losses, np.inf))] = False
    return Position(board, flags)


def _take_slot(board: Board, flags: Flags, option: int) -> None:
    """Put an option in its slot; an entry that closes by it loses its bullets."""
    if board.slot[option] != ALONE:
        for other in board.slots[board.slot[option]]:
            if flags[other] and board.opens[other] not in (ALONE, board.opens[option]):
                flags[board.group == board.opens[other]] = False
            flags[other] = False
    flags[option] = True


def _reach_minimum(board: Board, flags: Flags, group: int) -> None:
    """Add the best bargains among an entry's bullets until it has its minimum."""
    while (flags & (board.group == group)).sum() < board.minimum[group]:
        taken = {int(slot) for slot in board.slot[flags]}
        able = (board.group == group) & board.allowed & ~np.isin(board.slot, list(taken))
        if not able.any():
            return
        gains = board.changes(flags, board.totals(flags), 1) / np.maximum(board.cost, 1e-9)
        flags[np.argmax(np.where(able, gains, -np.inf))] = True


def _make_room(inside: Position, entered: Flags) -> bool:
    """Let the least go that makes room, in place; False where nothing does."""
    while inside.free_pt < 0:
        leaving = _cheapest(_candidates(inside, entered), -inside.free_pt)
        if not leaving:
            return False
        for group in leaving:
            instead = [] if group.instead == ALONE else [group.instead]
            inside.step(list(group.options), instead)
    return True


def _candidates(inside: Position, entered: Flags) -> list[_Leaving]:
    """Everything that could go by itself: a bullet or line, a fuller variant, an open entry."""
    board = inside.board
    losses = -board.changes(inside.flags, inside.totals, -1)
    found = [
        _Leaving((int(o),), ALONE, float(losses[o]), float(board.cost[o] + inside.freed[o]))
        for o in np.flatnonzero(inside.may_leave() & ~entered)
    ]
    for number, count in enumerate(board.problem.counts):
        opened = np.flatnonzero((board.opens == number) & inside.flags)
        bullets = np.flatnonzero((board.group == number) & inside.flags)
        if len(opened) and count.options:
            closing = _closing(inside, int(opened[0]), tuple(int(b) for b in bullets), entered)
            if closing is not None:
                found.append(closing)
    return found


def _closing(
    inside: Position, opened: int, bullets: tuple[int, ...], entered: Flags
) -> _Leaving | None:
    """An open entry shrinking to one line, or leaving where it may."""
    board = inside.board
    going = [opened, *bullets]
    if entered[going].any() or (board.pin[going] != ALONE).any():
        return None
    flags = inside.flags.copy()
    flags[going] = False
    instead = ALONE
    if board.required[board.slot[opened]]:
        others = [o for o in board.slots[board.slot[opened]] if board.opens[o] == ALONE]
        others = [int(o) for o in others if board.allowed[o]]
        if not others:
            return None
        instead = others[0]
        flags[instead] = True
    board.settle_lines(flags)
    loss = inside.worth() - board.worth(flags, board.totals(flags))
    return _Leaving(tuple(going), instead, loss, board.height(inside.flags) - board.height(flags))


def _cheapest(candidates: list[_Leaving], needed_pt: float) -> list[_Leaving]:
    """The one, or the two, that free enough and lose least; else the best bargain to begin with."""
    alone = [c for c in candidates if c.freed_pt >= needed_pt]
    best = [min(alone, key=lambda c: c.loss)] if alone else []
    least = best[0].loss if best else float("inf")
    small = sorted((c for c in candidates if c.loss < least), key=lambda c: c.loss)
    for index, one in enumerate(small):
        for other in small[index + 1 :]:
            if one.loss + other.loss >= least:
                break
            apart = not set(one.options) & set(other.options)
            if apart and one.freed_pt + other.freed_pt >= needed_pt:
                best, least = [one, other], one.loss + other.loss
                break
    if best or not candidates:
        return best
    bargains = [c for c in candidates if c.freed_pt > 0]
    return [min(bargains, key=lambda c: c.loss / c.freed_pt)] if bargains else []
