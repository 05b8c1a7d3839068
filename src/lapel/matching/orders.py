"""What the notes order about bullets and entries, gathered for the page, the letter, the ledger.

Only what is surely meant is here (``acting``). A pin in the front matter is a later word: what it
names is not refused.
"""

from collections.abc import Collection, Iterator, Sequence

from lapel.matching.acts import Act, ActKind
from lapel.matching.model import Match, Orders, Requirement
from lapel.profile.ids import highlight_of
from lapel.profile.model import Profile, SectionKind

_KEPT_SECTIONS = (SectionKind.WORK, SectionKind.EDUCATION)
"""What never leaves the page by a note alone: it would leave a gap in the dates."""
_FEW = 2


def read_orders(
    requirements: Sequence[Requirement],
    matches: Sequence[Match],
    profile: Profile,
    pinned: Collection[str],
) -> Orders:
    """The orders in these notes; ``pinned`` are the ids that the front matter holds."""
    refused: set[str] = set()
    beside: set[str] = set()
    lessened: set[str] = set()
    doubted: set[str] = set()
    quiet: set[str] = set()
    most: dict[str, int] = {}
    whole: set[str] = set()
    for requirement, act in _acts(requirements):
        bullets = set(bullets_of(act.named, profile))
        if act.kind is ActKind.OUT and act.sure:
            refused |= bullets | set(_leaving(act.named, profile))
            most |= {id: 0 for id in act.named if id not in bullets}
        elif act.kind is ActKind.OUT and act.firm:
            doubted |= bullets
        elif act.kind is ActKind.SPARE or (act.kind is ActKind.LESS and act.sure):
            lessened |= bullets
        elif act.kind is ActKind.SHORT:
            most |= most_bullets(act, requirement)
            quiet |= bullets if len(act.named) == 1 or requirement.entries else set()
        elif act.kind is ActKind.WHOLE:
            whole |= set(act.named)
        elif act.kind is ActKind.ONLY and (shown := _shown(requirement, matches) & bullets):
            beside |= bullets - shown
    held = frozenset(highlight_of(id) for id in pinned)
    refused, beside, lessened = refused - held, beside - held, lessened - held
    return Orders(
        frozenset(refused),
        frozenset(beside - refused),
        frozenset(lessened - refused),
        {id: count for id, count in most.items() if count or id not in held},
        frozenset(whole - most.keys()),
        frozenset(doubted - held),
        frozenset(quiet | beside | lessened),
    )


def _acts(requirements: Sequence[Requirement]) -> Iterator[tuple[Requirement, Act]]:
    for requirement in requirements:
        for act in requirement.acts:
            yield requirement, act


def most_bullets(act: Act, requirement: Requirement) -> dict[str, int]:
    """How many bullets each entry may have that should be short: as many as said, parted among
    the entries; else two, or one for each thing that is asked of it.
    """
    if not act.named:
        return {}
    if act.bullets is None:
        return dict.fromkeys(act.named, max(_FEW, len(requirement.wishes)))
    if not requirement.entries:
        return dict.fromkeys(act.named, act.bullets)
    share, more = divmod(act.bullets, len(act.named))
    least = min(1, act.bullets)
    return {id: max(least, share + (n < more)) for n, id in enumerate(act.named)}


def bullets_of(named: Collection[str], profile: Profile) -> Iterator[str]:
    """The highlights named, and those of the entries named, in the profile's order."""
    for entry in profile.entries:
        for highlight in entry.highlights:
            if highlight.id in named or entry.id in named:
                yield highlight.id


def _leaving(named: Collection[str], profile: Profile) -> Iterator[str]:
    """The entries named that leave the page with their bullets."""
    for entry in profile.entries:
        if entry.id in named and entry.section not in _KEPT_SECTIONS:
            yield entry.id


def _shown(requirement: Requirement, matches: Sequence[Match]) -> set[str]:
    """The bullets that answer what alone is wanted, or where none does those that come near."""
    own = [match for match in matches if match.requirement == requirement.id]
    found = [match for match in own if match.supports] or [match for match in own if match.near]
    return {highlight_of(match.candidate) for match in found}
