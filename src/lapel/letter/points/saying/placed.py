"""Deeds in two places or times, one from each: "training, both at Corvo and now"."""

from lapel.letter.english.clauses import is_clause
from lapel.letter.english.vocabulary import pattern
from lapel.letter.points.model import Act, Seek, Side
from lapel.letter.points.saying.asking import Asked
from lapel.letter.points.sentences import without_determiner


def seek_in_both(asked: Asked, text: str) -> tuple[Act, ...] | None:
    """Return searches for a deed from each of two places named after "both", or None.

    A former role is looked for by itself. A place without a name may be any, so its deed is looked
    for anywhere, and first.
    """
    found = pattern("in_both").search(text)
    what = text[: found.start()].strip(" ,") if found else ""
    if found is None or is_clause(what.removeprefix("that ")):
        return None
    places = sorted((found["one"], found["other"]), key=_is_named)
    return tuple(Seek(_list_targets_in(asked, what, place), (Side.PROFILE,)) for place in places)


def _list_targets_in(asked: Asked, what: str, place: str) -> tuple[str, ...]:
    """Return the phrases to look for to find something in one place."""
    link, _, where = place.partition(" ")
    where = without_determiner(where)
    if link.casefold() == "as":
        return asked.targets(where)
    placed = f" at {where}" if _is_named(place) else ""
    return tuple(f"{target}{placed}" for target in asked.targets(what)) or (where,)


def _is_named(place: str) -> bool:
    """Tell whether a place or a role is named: "at Corvo", "as a volunteer"."""
    return place.startswith("as ") or place != place.casefold()
