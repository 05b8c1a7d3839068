"""Which bullet is the only one that shares a text's numbers: the $150 rule."""

from collections.abc import Sequence

from msgspec.structs import replace

from lapel.letter.deeds.bounds import Bound, amounts_in, bounds_in
from lapel.letter.deeds.bullets import Bullets
from lapel.letter.deeds.counting import SHORTEST_TELLING, Counted, numbers_in, read_counted
from lapel.text.common import is_small
from lapel.text.words import stems_of

_NOTHING = Counted(frozenset(), frozenset(), frozenset())


def sharing_numbers(text: str, unnamed: str, bullets: Bullets) -> str | None:
    """Return the id of the only bullet that shares the text's numbers, None if there is no such.

    It shares two of them, or one with its unit of time, or a long one and a word, or has one of the
    size that the text says and a word. ``unnamed`` is the text without the names of entries in it:
    "Two Bridges" is no number.
    """
    asked = replace(read_counted(text), numbers=numbers_in(unnamed))
    bounds = tuple(bounds_in(unnamed))
    if asked == _NOTHING and not bounds:
        return None
    common = frozenset(stem for stem in stems_of(text) if not is_small(stem))
    found = [
        id
        for id in bullets.texts
        if _shares_numbers(asked, common, id, bullets) or _is_so_large(bounds, common, id, bullets)
    ]
    return found[0] if len(found) == 1 else None


def _is_so_large(
    bounds: Sequence[Bound], common: frozenset[str], id: str, bullets: Bullets
) -> bool:
    amounts = amounts_in(bullets.texts[id])
    met = [bound for bound in bounds if any(map(bound.holds, amounts))]
    words = sum(not stem[0].isdigit() for stem in common & bullets.stems[id])
    return any(words > (0 if bound.is_telling else 1) for bound in met)


def _shares_numbers(asked: Counted, common: frozenset[str], id: str, bullets: Bullets) -> bool:
    told = bullets.counted[id]
    shared = asked.numbers & told.numbers
    if asked.measures & told.measures or len(shared) > 1:
        return True
    share = asked.figures & told.figures
    if not (shared or share):
        return False
    words = common & bullets.stems[id] - shared
    telling = bool(share) or any(len(number) > SHORTEST_TELLING for number in shared)
    large = any(len(number) >= SHORTEST_TELLING for number in shared)
    return (telling and bool(words)) or (large and len(words) > 1)
