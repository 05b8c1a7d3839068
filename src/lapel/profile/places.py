"""The parts of a place beside other fields (`city`, `zip`), and its country."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from msgspec import Struct

from lapel.source.keys import normalize_key
from lapel.source.placed import PlacedText
from lapel.text.data import read_data

_NAMED: Mapping[str, list[str]] = read_data("lapel.profile", "key_names.yaml")["places"]
PLACES: Mapping[str, str] = {name: part for part, names in _NAMED.items() for name in names}
_ABROAD = r"\(?(?:\+|00)\)?([\d ]{1,5})"


def with_location_gathered(value: dict[str, Any]) -> dict[str, Any]:
    """Gather parts of a place beside other fields, such as a city and a state, in `location`."""
    if "location" in value:
        return value
    parts = {
        PLACES[normalize_key(key)]: held
        for key, held in value.items()
        if normalize_key(key) in PLACES
    }
    texts = [part for part in parts.values() if isinstance(part, PlacedText)]
    if len(parts) < 2 or len(texts) < len(parts):
        return value
    rest = {key: held for key, held in value.items() if normalize_key(key) not in PLACES}
    return {**rest, "location": parts}


class _Countries(Struct, frozen=True):
    """``countries.yaml``, ready to look up: codes by name and by the prefix of telephones, and the
    countries where English is British.
    """

    codes: dict[str, str]
    calls: dict[str, str]
    british: frozenset[str]


def country_code(*told: str) -> str:
    """Return the country's code from the first of these texts that ends with a country ("Cork,
    Ireland"); "" where none does.
    """
    known = _load_countries()
    for text in filter(None, told):
        last = re.split(r"[,;|]\s*|\s+[-–—·]\s+", text.strip(" ."))[-1]
        if code := known.codes.get(last.strip(" .").casefold()):
            return code
    return ""


def home_country(code: str, phone: str) -> str:
    """Return where somebody lives: the country as written (by its code, else another text), or that
    of the telephone; "" where neither is given.
    """
    if code:
        return country_code(code) or code.upper()
    called = re.match(_ABROAD, phone.strip())
    digits = called[1].replace(" ", "") if called else ""
    prefixes = (digits[:length] for length in (3, 2))
    return next((c for p in prefixes if (c := _load_countries().calls.get(p))), "")


def writes_british(code: str) -> bool:
    """Tell whether English has British forms in a country."""
    return code in _load_countries().british


@cache
def _load_countries() -> _Countries:
    data = read_data("lapel.profile", "countries.yaml")
    named: dict[str, list[str]] = data["named"]
    codes = {name.casefold().strip("."): code for code, names in named.items() for name in names}
    return _Countries(codes, data["calls"], frozenset(data["british"]))
