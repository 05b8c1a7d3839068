"""Web addresses of the profile as people type them: what they link to, and how they are shown."""

import re

_SCHEME = re.compile(r"[a-z][a-z0-9+-]*:", re.IGNORECASE)
_UNSHOWN = re.compile(r"^(https?:)?(//)?(www\.)?", re.IGNORECASE)


def href_of(address: str) -> str:
    """Where an address leads; one without a scheme is on the web, and none leads nowhere."""
    if not address or _SCHEME.match(address):
        return address
    return f"https://{address.lstrip('/')}"


def shown_address(address: str) -> str:
    """An address as people write it: without its scheme, "www." and a last slash."""
    return _UNSHOWN.sub("", address).rstrip("/")
