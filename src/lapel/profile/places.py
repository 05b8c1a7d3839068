"""The parts of a place, where they stand beside the rest: `city`, `state`, `zip`."""

from types import MappingProxyType
from typing import Any

from lapel.source.keys import letters
from lapel.source.placed import PlacedText

PLACES = MappingProxyType(
    {
        "city": "city",
        "town": "city",
        "region": "region",
        "state": "region",
        "province": "region",
        "country": "countryCode",
        "countrycode": "countryCode",
        "address": "address",
        "street": "address",
        "postalcode": "postalCode",
        "zip": "postalCode",
        "zipcode": "postalCode",
        "postcode": "postalCode",
    }
)


def with_location_gathered(value: dict[str, Any]) -> dict[str, Any]:
    """Parts of a place that stand beside the rest, such as a city and a state, as a place."""
    if "location" in value:
        return value
    parts = {PLACES[letters(key)]: held for key, held in value.items() if letters(key) in PLACES}
    texts = [part for part in parts.values() if isinstance(part, PlacedText)]
    if len(parts) < 2 or len(texts) < len(parts):
        return value
    rest = {key: held for key, held in value.items() if letters(key) not in PLACES}
    return {**rest, "location": parts}
