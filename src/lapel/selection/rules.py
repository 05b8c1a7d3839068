"""How many bullets an entry may have: by its age, by hints, and by the room there is."""

from collections.abc import Collection, Mapping

from msgspec import Struct

from lapel.document.draft import Draft, Slot, SlotKind
from lapel.matching.model import Orders
from lapel.profile.model import Profile, SectionKind
from lapel.selection.timeline import Timeline, year_of_end

ONE_PAGE_PT = 640.0
"""About the height of one page's text: a larger budget lets roles have more bullets."""


class BulletRule(Struct, frozen=True):
    """The bullets of an entry that is open: ``minimum`` and ``maximum`` are limits; beyond
    ``wanted`` further bullets are worth less.

    An entry gets round its minimum only by shrinking to one line, which has no bullets.
    """

    minimum: int
    wanted: int
    maximum: int


NEWEST_ROLE = BulletRule(2, 4, 8)
ROLES_BY_YEARS = ((5.0, BulletRule(2, 3, 6)), (10.0, BulletRule(1, 2, 4)))
OLD_ROLE = BulletRule(1, 1, 3)
UNDATED_ROLE = BulletRule(1, 2, 4)
STUDIES = BulletRule(0, 1, 3)
OTHER_ENTRY = BulletRule(1, 1, 3)
HINTED = BulletRule(0, 1, 2)
FURTHER_PAGE = BulletRule(0, 1, 2)
"""What a hint, and each page after the first, add to the three numbers."""


def newest_roles(draft: Draft, profile: Profile) -> frozenset[str]:
    """Return the entries of work that count as newest: those still going on, else the last to
    end.
    """
    ends = {
        entry.id: end
        for slot in draft.slots()
        if slot.kind is SlotKind.ROLE
        and (entry := profile.entry(slot.source)).section is SectionKind.WORK
        and (end := year_of_end(entry)) is not None
    }
    latest = max(ends.values(), default=None)
    return frozenset(id for id, end in ends.items() if end == latest)


class Room(Struct, frozen=True):
    """The pages' height, the height of everything but bullets (``rest_pt``), and by the slot's id
    the least heights of its bullets (``bullets_pt``) and how many must stay (``pinned``).
    """

    budget_pt: float
    rest_pt: float
    bullets_pt: Mapping[str, tuple[float, ...]]
    pinned: Mapping[str, int]


def bullet_rules(
    draft: Draft,
    profile: Profile,
    timeline: Timeline,
    room: Room,
    *,
    hinted: Collection[str],
    orders: Orders,
    raised: int = 0,
) -> dict[str, BulletRule]:
    """Return the rule of each slot that has children, by the slot's id. ``orders`` are the notes'
    limits, ``hinted`` the entries that hints speak of.

    Where all maximums together would leave room unused, they rise together until they do not, and
    by ``raised`` at least.
    """
    newest = newest_roles(draft, profile)
    pages = max(0, round(room.budget_pt / ONE_PAGE_PT) - 1)
    rules: dict[str, BulletRule] = {}
    heights: dict[str, list[float]] = {}
    for slot in draft.slots():
        if slot.children:
            rule = _choose_rule_by_age(slot, profile, timeline, newest)
            if slot.source in hinted:
                rule = _raise_rule(rule, HINTED, 1)
            rule = _raise_rule(rule, FURTHER_PAGE, pages)
            heights[slot.id] = sorted(room.bullets_pt[slot.id])[: orders.most.get(slot.source)]
            count = len(heights[slot.id])
            if slot.source in orders.whole:
                rule = BulletRule(rule.minimum, count, count)
            elif least := min(count, orders.least.get(slot.source, 0)):
                rule = BulletRule(least, max(least, rule.wanted), max(least, rule.wanted))
            rules[slot.id] = rule
    spare_pt = room.budget_pt - room.rest_pt
    more = raised
    while any(rule.maximum + more < len(heights[id]) for id, rule in rules.items()):
        if sum(sum(heights[id][: r.maximum + more]) for id, r in rules.items()) >= spare_pt:
            break
        more += 1
    return {
        id: _clip_rule(rule, more, len(heights[id]), room.pinned.get(id, 0))
        for id, rule in rules.items()
    }


def _choose_rule_by_age(
    slot: Slot, profile: Profile, timeline: Timeline, newest: frozenset[str]
) -> BulletRule:
    entry = profile.entry(slot.source)
    if entry.section is SectionKind.EDUCATION:
        return STUDIES
    if entry.section is not SectionKind.WORK:
        return OTHER_ENTRY
    if entry.id in newest:
        return NEWEST_ROLE
    years = timeline.years_since(entry)
    if years is None:
        return UNDATED_ROLE
    return next((rule for limit, rule in ROLES_BY_YEARS if years <= limit), OLD_ROLE)


def _raise_rule(rule: BulletRule, by: BulletRule, times: int) -> BulletRule:
    return BulletRule(
        rule.minimum + times * by.minimum,
        rule.wanted + times * by.wanted,
        rule.maximum + times * by.maximum,
    )


def _clip_rule(rule: BulletRule, more: int, available: int, pinned: int) -> BulletRule:
    """Return the rule limited to the bullets available, but never below the pinned ones."""
    maximum = max(pinned, min(rule.maximum + more, available))
    minimum = min(rule.minimum, maximum)
    return BulletRule(minimum, max(1, min(rule.wanted + more, available)), maximum)
