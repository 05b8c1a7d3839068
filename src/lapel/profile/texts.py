"""Texts and places of the profile from the texts of its file."""

import re

from lapel.profile.model import Link, Text
from lapel.profile.schema import LocationFields, NetworkFields
from lapel.source.diagnostics import Place
from lapel.source.lists import without_bullets
from lapel.source.placed import PlacedText
from lapel.text.inline import parse_inline, plain_text, runs_text


def as_text(written: PlacedText) -> Text:
    """Return a human text at its place, without the space around it and the marks of a list in
    it.
    """
    return _make_text(without_bullets(written), written.place, without_bullets(written.known_as))


def optional_text(written: PlacedText | None) -> Text | None:
    """Return a human text at its place, if there is one."""
    return as_text(written) if written else None


def joined_text(parts: tuple[PlacedText | None, ...], separator: str) -> Text | None:
    """Return the parts that are there as one text, at the place of the first."""
    written = [part for part in parts if part]
    if not written:
        return None
    known_as = separator.join(part.known_as.strip() for part in written)
    return _make_text(separator.join(part.strip() for part in written), written[0].place, known_as)


def _make_text(markdown: str, place: Place, known_as: str) -> Text:
    return Text(markdown, place, known_as if known_as != markdown else "")


def names_elsewhere(text: Text | None) -> tuple[str, ...]:
    """Return other names of a title or a name: its words in the profile's main language."""
    return (plain_text(text.known_as),) if text and text.known_as else ()


def clean_line(written: PlacedText | None) -> str:
    """Return a value that is not prose, such as an address; "" where there is none."""
    return " ".join(written.split()) if written else ""


def clean_contact(written: PlacedText | None) -> str:
    """Return how to reach somebody: without markup, and for a text that is all a link, its
    target.
    """
    runs = parse_inline(clean_line(written))
    if len(runs) == 1 and runs[0].href:
        return runs[0].href.removeprefix("mailto:").removeprefix("tel:")
    return runs_text(runs).removeprefix("mailto:").removeprefix("tel:")


def place_name(location: LocationFields | None) -> str:
    """Return a location as people write it: "Brooklyn, NY". An address without a number is taken as
    a town, not a street, and the country is given only where nothing else is.
    """
    if location is None:
        return ""
    parts = [clean_line(location.city), clean_line(location.region)]
    place = ", ".join(part for part in parts if part)
    address = clean_line(location.address)
    town = "" if re.search(r"\d", address) else address
    return place or town or clean_line(location.country_code)


def build_link(fields: NetworkFields) -> Link | None:
    """Return a public page: its network's name and its address, or the user's name there; None for
    a network alone, which exports leave of an empty form.
    """
    names = [clean_line(fields.network), clean_line(fields.username)]
    url = clean_contact(fields.url)
    anchor = fields.url or fields.username
    if anchor is None:
        return None
    label = ": ".join(name for name in names if name)
    return Link(label or url, url, anchor.place, *names)
