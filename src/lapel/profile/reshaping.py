"""Values written in another form than the schema's, brought into it before it is checked."""

import re
from itertools import chain
from typing import Any

from pydantic import BaseModel

from lapel.source.keys import fields_by_spelling, find_meant_keys, known_keys
from lapel.source.lists import bullets_within
from lapel.source.placed import PlacedText

_POSITIONS = ("position", "role")
_CLIENTS = frozenset({"clients", "customers", "accounts", "engagements"})
_CLIENT = frozenset({"name", "highlights"})


def with_text_named(value: dict[str, Any]) -> dict[str, Any]:
    """Take a bullet that is one text under some name as that text."""
    if len(value) != 1 or "text" in value:
        return value
    (told,) = value.values()
    return {"text": told} if isinstance(told, PlacedText) else value


def with_bullets_parted(value: dict[str, Any]) -> dict[str, Any]:
    """Move bullets found where a sentence is expected to the front of the highlights; a sentence
    above them becomes the summary, since it tells no more of the employer than they do.
    """
    if not isinstance(value.get("highlights", []), list):
        return value
    for key in ("summary", "description"):
        told = value.get(key)
        place = told.place if isinstance(told, PlacedText) else None
        sentence, bullets = bullets_within(told) if isinstance(told, PlacedText) else ("", told)
        if isinstance(bullets, list) and bullets:
            rest = {other: field for other, field in value.items() if other != key}
            if place:
                bullets = [PlacedText.at(place, bullet) for bullet in bullets]
            if place and sentence:
                rest.setdefault("summary", PlacedText.at(place, sentence))
            return {**rest, "highlights": [*bullets, *value.get("highlights", [])]}
    return value


def with_clients_told(value: dict[str, Any]) -> dict[str, Any]:
    """Make a bullet of the clients that one worked for, and more bullets of the work for each."""
    for key in [key for key in value if key.casefold() in _CLIENTS]:
        each = [_split_client(one) for one in value[key]] if isinstance(value[key], list) else []
        names = [name for name, _ in each if name is not None]
        if names and len(names) == len(each):
            told = PlacedText.at(names[0].place, f"{key.capitalize()}: {', '.join(names)}")
            bullets = chain.from_iterable(bullets for _, bullets in each)
            rest = {k: v for k, v in value.items() if k != key}
            return {**rest, "highlights": [*rest.get("highlights", ()), told, *bullets]}
    return value


def _split_client(written: object) -> tuple[PlacedText | None, list[object]]:
    """Return the name of a client and the bullets under it; None for the name of anything else."""
    if not isinstance(written, dict):
        return (written, []) if isinstance(written, PlacedText) else (None, [])
    name, bullets = written.get("name"), written.get("highlights", [])
    is_client = isinstance(name, PlacedText) and isinstance(bullets, list)
    return (name, bullets) if is_client and not written.keys() - _CLIENT else (None, [])


def with_rank_told(value: dict[str, Any]) -> dict[str, Any]:
    """Take a rank as the position where there is none; else put it beside the department."""
    rank = value.get("rank")
    if not isinstance(rank, PlacedText):
        return value
    rest = {key: held for key, held in value.items() if key != "rank"}
    if {"position", "title"}.isdisjoint(rest):
        return {**rest, "position": rank}
    unit = rest.get("department")
    beside = f"{rank}, {unit}" if isinstance(unit, PlacedText) else rank
    return {**rest, "department": PlacedText.at(rank.place, beside)}


def with_keywords_named(value: dict[str, Any]) -> dict[str, Any]:
    """Take a skill with a level by its name, with the level where that is in words."""
    if not isinstance(value.get("keywords"), list):
        return value
    return {**value, "keywords": [_as_keyword(each) for each in value["keywords"]]}


def _as_keyword(written: object) -> object:
    """Return the name of a skill that is more than its name; anything else as it is."""
    name = written.get("name") if isinstance(written, dict) else None
    if not isinstance(written, dict) or not isinstance(name, PlacedText):
        return written
    level = written.get("level")
    says = isinstance(level, PlacedText) and not re.search(r"\d", level)
    return PlacedText.at(name.place, f"{name} ({level})") if says else name


def with_title_named(value: dict[str, Any], model: type[BaseModel]) -> dict[str, Any]:
    """Give an entry without a title its position as one, else the first text whose key the
    ``model`` has no field for, else its organisation.
    """
    known, fields = known_keys(model, ()), fields_by_spelling(model)
    meant = {key: find_meant_keys(key, known) for key in value}
    texts = [key for key, held in value.items() if isinstance(held, PlacedText)]
    others = [key for key in texts if not meant[key] and key not in fields]
    host = fields["organisation"]
    hosts = [k for k in texts if meant[k] == ("organisation",) or fields.get(k) is host]
    called = next((key for key in (*_POSITIONS, *others, *hosts) if key in texts), None)
    if called is None or "name" in value or ("title",) in meant.values():
        return value
    return {"title" if key == called else key: held for key, held in value.items()}
