"""Groups in which every member is alike every other, built from pairs that are."""

from collections.abc import Iterable

Pair = tuple[str, str, float]


def group_alike(pairs: Iterable[Pair]) -> tuple[tuple[tuple[str, ...], float], ...]:
    """Group pairs that are alike, each pair in one group, with the least similarity in the group.

    The closest pairs come first, and a group takes in every member that is alike all others, so
    that ten copies of one bullet are one group rather than 45 pairs.
    """
    alike: dict[str, dict[str, float]] = {}
    for first, second, similarity in pairs:
        if first != second:
            alike.setdefault(first, {})[second] = similarity
            alike.setdefault(second, {})[first] = similarity
    order = {member: place for place, member in enumerate(alike)}
    left = {(a, b) for a in alike for b in alike[a] if order[a] < order[b]}
    groups = []
    for first, second in sorted(left, key=lambda p: (-alike[p[0]][p[1]], order[p[0]], order[p[1]])):
        if (first, second) not in left:
            continue
        members = [first, second]
        for other in sorted(alike[first].keys() & alike[second].keys(), key=order.__getitem__):
            edges = [_order_pair(order, member, other) for member in members]
            if all(edge in left for edge in edges):
                members.append(other)
        members.sort(key=order.__getitem__)
        edges = [_order_pair(order, a, b) for a in members for b in members if order[a] < order[b]]
        left.difference_update(edges)
        groups.append((tuple(members), min(alike[a][b] for a, b in edges)))
    return tuple(groups)


def _order_pair(order: dict[str, int], one: str, other: str) -> tuple[str, str]:
    return (one, other) if order[one] < order[other] else (other, one)
