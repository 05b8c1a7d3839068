"""A person's public pages, in lapel's form and in others'."""

import re
from collections.abc import Mapping
from typing import Any

from lapel.source.placed import PlacedText
from lapel.text.data import read_data

_NAMES: Mapping[str, str] = read_data("lapel.profile", "key_names.yaml")["networks"]
NETWORKS = {name.casefold(): name for name in _NAMES}
ADDRESSES = {name.casefold(): address for name, address in _NAMES.items() if address}
"""Addresses of pages by a user's name, for networks in which they follow one pattern."""


def with_networks_gathered(value: dict[str, Any]) -> dict[str, Any]:
    """Move pages that are keyed by their network's name among the contacts into `profiles`."""
    pages = {key: page for key, page in value.items() if key.casefold() in NETWORKS}
    if not all(isinstance(page, PlacedText) for page in pages.values()):
        return value
    named = [
        {"network": PlacedText.at(page.place, key), "url": page} for key, page in pages.items()
    ]
    rest = {key: field for key, field in value.items() if key not in pages}
    others = value.get("profiles") or ()
    if isinstance(others, dict):
        others = [
            {"network": PlacedText.at(page.place, key), "url": page}
            for key, page in others.items()
            if isinstance(page, PlacedText)
        ]
    return rest | {"profiles": [*others, *named]} if named else value


def as_network_writes(value: dict[str, Any]) -> dict[str, Any]:
    """Return a network's name as it writes itself; an address without a dot is the name there."""
    network, url = value.get("network"), value.get("url")
    if isinstance(network, PlacedText) and (own := NETWORKS.get(network.casefold())):
        value = {**value, "network": PlacedText.at(network.place, own)}
    if isinstance(url, PlacedText) and "." not in url and "username" not in value:
        value = {**{k: v for k, v in value.items() if k != "url"}, "username": url}
    return _with_address(value)


def _with_address(page: dict[str, Any]) -> dict[str, Any]:
    """Return a page with the address that a name has in a network where all addresses are alike."""
    network, username = page.get("network"), page.get("username")
    if "url" in page or not isinstance(network, PlacedText) or not isinstance(username, PlacedText):
        return page
    before, name = ADDRESSES.get(network.casefold(), ""), username.removeprefix("@")
    is_name = before and re.fullmatch(r"[\w-]+", name) and name.casefold() != network.casefold()
    return {**page, "url": PlacedText.at(username.place, before + name)} if is_name else page
