"""What each option left out lost to, computed from objective and height without solving again.

The option is put in with what it needs (its entry opened, the bullets of the minimum). What cannot
stay beside it goes (its slot's other variant, a bullet beyond the maximum), and of the rest the
few go that lose least and make room: options, whole entries, whole sections with their
headings. Every change is then computed whole, so overlaps and headings count in it.
"""

from collections import Counter
from itertools import accumulate
from math import inf

import numpy as np
from msgspec import Struct

from lapel.selection.board import ALONE, Board, Flags
from lapel.selection.exchange import SAME, Position
from lapel.selection.model import Problem, Rival, Selection

MOST_TRADED = 400
MOST_TOGETHER = 5
"""The most parts that are tried together as what leaves for one option."""
MOST_TRIED = 2000
"""The most sets of them that are tried for one option."""


class _Leaving(Struct, frozen=True):
    """Options that can go together, and one that then takes their place (or ``ALONE``); ``under``
    is the number of the line that goes with them, such as their section's heading.
    """

    options: tuple[int, ...]
    instead: int
    loss: float
    freed_pt: float
    under: int = ALONE


def trade_all(problem: Problem, selection: Selection) -> tuple[Rival, ...]:
    """Return a rival for each option left out that could be on the page, in the profile's order.

    Dropped options have none, and neither have those for which no exchange makes room. Of very
    many, only the most promising are traded.
    """
    board = Board(problem)
    current = Position(board, board.flags(selection.chosen))
    larger = _list_larger_parts(current)
    outside = [o for o in range(board.size) if board.allowed[o] and not current.flags[o]]
    options = problem.options
    outside.sort(key=lambda index: -problem.most_worth(options[index]))
    traded = (_find_rival(current, option, larger) for option in sorted(outside[:MOST_TRADED]))
    return tuple(rival for rival in traded if rival is not None)


def _find_rival(current: Position, option: int, larger: list[_Leaving]) -> Rival | None:
    board = current.board
    inside = _put_option_in(current, option)
    if inside is None or board.breaks_pins(inside.flags):
        return None
    entered = inside.flags & ~current.flags
    if inside.free_pt < 0 and not _make_room(inside, entered, larger):
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


def _put_option_in(current: Position, option: int) -> Position | None:
    """Return the position with the option in and what contradicts it out, whatever its height; None
    where its entry may not open, has too few bullets for its minimum, or its pins fill the maximum.
    """
    board = current.board
    flags = current.flags.copy()
    _take_slot(board, flags, option)
    group = int(board.group[option])
    opened = int(board.opens[option])
    if group != ALONE and not flags[board.opens == group].any():
        forms = np.flatnonzero((board.opens == group) & board.allowed)
        if len(forms) == 0:
            return None
        _take_slot(board, flags, int(forms[0]))
        opened = group
    if opened != ALONE and not _reach_minimum(board, flags, opened):
        return None
    if group != ALONE:
        members = (board.group == group) & flags
        if members.sum() > board.maximum[group]:
            losses = -board.changes(flags, board.totals(flags), -1)
            members &= board.pin == ALONE
            members[option] = False
            if not members.any():
                return None
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


def _reach_minimum(board: Board, flags: Flags, group: int) -> bool:
    """Add the best bargains of an entry's bullets up to its minimum; False if there are too few."""
    while (flags & (board.group == group)).sum() < board.minimum[group]:
        taken = {int(slot) for slot in board.slot[flags]}
        able = (board.group == group) & board.allowed & ~np.isin(board.slot, list(taken))
        if not able.any():
            return False
        gains = board.changes(flags, board.totals(flags), 1) / (board.cost + SAME)
        flags[np.argmax(np.where(able, gains, -np.inf))] = True
    return True


def _make_room(inside: Position, entered: Flags, larger: list[_Leaving]) -> bool:
    """Remove the options that lose least until there is room, in place; False where nothing
    does.
    """
    while inside.free_pt < 0:
        leaving = _find_cheapest(inside, _find_leaving(inside, entered, larger), -inside.free_pt)
        if not leaving:
            return False
        for part in leaving:
            inside.step(list(part.options), [] if part.instead == ALONE else [part.instead])
    return True


def _find_leaving(inside: Position, entered: Flags, larger: list[_Leaving]) -> list[_Leaving]:
    """Return everything that could go: single options, and the ``larger`` parts still unchanged."""
    board = inside.board
    losses = -board.changes(inside.flags, inside.totals, -1)
    freed_pt = board.cost + inside.freed
    found = [
        _Leaving((option,), ALONE, float(losses[option]), float(freed_pt[option]))
        for option in np.flatnonzero(inside.may_leave() & ~entered).tolist()
    ]
    found += [part for part in larger if _is_still_chosen(inside, entered, part)]
    return [part for part in found if part.freed_pt > 0]


def _is_still_chosen(inside: Position, entered: Flags, part: _Leaving) -> bool:
    """Tell whether a part is all still chosen, with no other bullet under an entry that closes, and
    nothing new under the line that goes with it.
    """
    board, options = inside.board, list(part.options)
    if not inside.flags[options].all() or entered[options].any():
        return False
    if part.under != ALONE and entered[board.lines[part.under][1]].any():
        return False
    opened = board.opens[options]
    return all(
        inside.count[group] == (board.group[options] == group).sum()
        for group in opened[opened != ALONE]
    )


def _list_larger_parts(current: Position) -> list[_Leaving]:
    """Return what could change its form: open entries close, variants give way to shorter ones, all
    entries of a section leave with its heading.
    """
    board = current.board
    found = []
    for option in np.flatnonzero(current.flags & (board.slot != ALONE)).tolist():
        going = _with_bullets(current, [option])
        others = [
            int(other)
            for other in board.slots[board.slot[option]]
            if board.allowed[other] and other != option and board.opens[other] == ALONE
        ]
        if not board.required[board.slot[option]] and len(going) > 1:
            others.append(ALONE)
        found += [_change_form(current, going, other) for other in others]
    for number, (_, options) in enumerate(board.lines):
        entries = options[current.flags[options]].tolist()
        if len(entries) > 1 and not board.required[board.slot[entries]].any():
            found.append(_change_form(current, _with_bullets(current, entries), ALONE, number))
    return [part for part in found if part is not None]


def _with_bullets(current: Position, entries: list[int]) -> list[int]:
    """Return these entries with all their bullets that are chosen."""
    opened = current.board.opens[entries]
    bullets = current.flags & np.isin(current.board.group, opened[opened != ALONE])
    return entries + np.flatnonzero(bullets).tolist()


def _change_form(
    current: Position, going: list[int], instead: int, under: int = ALONE
) -> _Leaving | None:
    """Return the loss and height freed when options leave for one other, or for none; None where a
    pin forbids it.
    """
    board = current.board
    flags = current.flags.copy()
    flags[going] = False
    if instead != ALONE:
        flags[instead] = True
    if board.breaks_pins(flags):
        return None
    board.settle_lines(flags)
    loss = current.worth() - board.worth(flags, board.totals(flags))
    freed_pt = board.height(current.flags) - board.height(flags)
    return _Leaving(tuple(going), instead, loss, freed_pt, under)


def _find_cheapest(inside: Position, parts: list[_Leaving], needed_pt: float) -> list[_Leaving]:
    """Return the few parts that free enough and lose least; where no few free enough, the best
    bargains, to begin with.

    Few sets are tried in full: what must still be lost for the room that is lacking is at least
    that room at the price of the best bargain left.
    """
    best = _bargains(inside, parts, needed_pt)
    least = sum(part.loss for part in best)
    if sum(part.freed_pt for part in best) < needed_pt:
        least = inf
    ranked = sorted(parts, key=lambda part: part.loss)
    prices = [max(part.loss, 0.0) / part.freed_pt for part in ranked]
    left = [*accumulate(reversed(prices), min)][::-1]
    tried = 0

    def widen(start: int, chosen: list[_Leaving], loss: float, lacking_pt: float) -> None:
        nonlocal best, least, tried
        for index in range(start, len(ranked)):
            part = ranked[index]
            tried += 1
            if loss + part.loss >= least or tried > MOST_TRIED:
                return
            if not _can_leave_together(inside, [*chosen, part]):
                continue
            still_pt = lacking_pt - part.freed_pt
            if still_pt <= 0:
                best, least = [*chosen, part], loss + part.loss
                return
            more = index + 1 < len(ranked) and len(chosen) + 1 < MOST_TOGETHER
            if more and loss + part.loss + still_pt * left[index + 1] < least:
                widen(index + 1, [*chosen, part], loss + part.loss, still_pt)

    widen(0, [], 0.0, needed_pt)
    return best


def _bargains(inside: Position, parts: list[_Leaving], needed_pt: float) -> list[_Leaving]:
    """Return the parts that lose least for the room that they free, until there is enough, without
    those that are then not needed.
    """
    taken: list[_Leaving] = []
    freed_pt = 0.0
    for part in sorted(parts, key=lambda part: part.loss / part.freed_pt):
        if freed_pt < needed_pt and _can_leave_together(inside, [*taken, part]):
            taken.append(part)
            freed_pt += part.freed_pt
    for part in sorted(taken, key=lambda part: -part.loss):
        if freed_pt - part.freed_pt >= needed_pt:
            taken.remove(part)
            freed_pt -= part.freed_pt
    return taken


def _can_leave_together(inside: Position, parts: list[_Leaving]) -> bool:
    """Tell whether parts can all leave: they share no option, and an entry keeps its minimum of
    bullets.
    """
    options = [option for part in parts for option in part.options]
    if len(set(options)) < len(options):
        return False
    board = inside.board
    single = [int(board.group[p.options[0]]) for p in parts if p.instead == ALONE]
    leaving = Counter(group for group in single if group != ALONE)
    return all(inside.count[g] - n >= board.minimum[g] for g, n in leaving.items())
