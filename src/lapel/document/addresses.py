"""Web addresses of the profile as people type them: what they link to, and how they are shown."""

import re

from lapel.text.inline import SCHEMES
from lapel.text.regexes import regex

_SCHEME = regex(r"[a-z][a-z0-9+-]*:", re.IGNORECASE)
LONGEST_SHOWN = 72
"""The most characters of an address that fit on a line; on paper only the text shows the way."""
_NEXT = regex(r"\s*[,;|]\s*|\s+(?:/|or|oder|ou|and)\s+", re.IGNORECASE)
_EXTENSION = regex(r"\s*(?:\bext(?:ension|n)?\b\.?|\bx(?=[\s.\d]))", re.IGNORECASE)
_AT_HOME = regex(r"(?<=\d)\s*\(0\)")
_DIGITS = regex(r"[^\d+]")
_UNSHOWN = regex(r"^(https?:)?(//)?(www\.)?", re.IGNORECASE)


def href_of(address: str) -> str:
    """Return the link target of an address: https where no scheme is written, "" for none, and for
    one that leads neither to the web nor to mail or a telephone.
    """
    if not address or _SCHEME.match(address):
        return address if address.lower().startswith(SCHEMES) else ""
    return f"https://{address.lstrip('/')}"


def phone_href(phone: str) -> str:
    """Return the link for a telephone number (RFC 3966): the first number written, without the zero
    that is dialled only within the country, and with its extension.
    """
    first = _NEXT.split(phone.strip())[0]
    number, *extension = _EXTENSION.split(first)
    called = _DIGITS.sub("", _AT_HOME.sub("", number))
    inner = _DIGITS.sub("", extension[0]) if extension else ""
    return f"tel:{called};ext={inner}" if inner else f"tel:{called}"


def shown_address(address: str) -> str:
    """Return an address as people write it: without its scheme, "www." and a last slash."""
    return _UNSHOWN.sub("", address).rstrip("/")


def shortened_address(address: str) -> str:
    """Return a shown address that is too long for the eye, with "…" for what is left out.

    A query goes first, then the last parts of the path; a host alone is never cut.
    """
    if len(address) <= LONGEST_SHOWN:
        return address
    path = address.partition("?")[0].partition("#")[0].rstrip("/")
    if path != address and len(path) + len("?…") <= LONGEST_SHOWN:
        return f"{path}?…"
    scheme, slashes, rest = path.rpartition("://")
    host, *parts = rest.split("/")
    shown = f"{scheme}{slashes}{host}"
    for part in parts:
        if len(f"{shown}/{part}/…") > LONGEST_SHOWN:
            break
        shown += f"/{part}"
    return address if shown == address else f"{shown}/…"
