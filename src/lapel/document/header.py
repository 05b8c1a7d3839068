"""The header of a resume: the name, a headline, and how to reach the person."""

from lapel.document.addresses import (
    LONGEST_SHOWN,
    href_of,
    phone_href,
    shortened_address,
    shown_address,
)
from lapel.document.tree import Block
from lapel.locale.words import Words
from lapel.profile.model import Basics
from lapel.text.inline import Run
from lapel.theme.model import BlockKind
from lapel.theme.styles import ContactItem, ContactStyle


def draft_header(
    basics: Basics, words: Words, separator: str, style: ContactStyle
) -> tuple[Block, ...]:
    """Draft the header's leaves; ``separator`` goes between the items of the contact line."""
    blocks = [Block("header/name", BlockKind.NAME, basics.name.runs)]
    if basics.label is not None:
        label = basics.label.runs
        blocks.append(Block("header/headline", BlockKind.HEADLINE, label))
    found = _make_contact_items(basics, words, style)
    items = [item for kind in style.order for item in found[kind]]
    if items:
        runs = [items[0]]
        for item in items[1:]:
            runs += [Run(separator), item]
        blocks.append(Block("header/contact", BlockKind.CONTACT, tuple(runs)))
    return tuple(blocks)


def _make_contact_items(
    basics: Basics, words: Words, style: ContactStyle
) -> dict[ContactItem, list[Run]]:
    found: dict[ContactItem, list[Run]] = {kind: [] for kind in ContactItem}
    if place := home(basics, words):
        found[ContactItem.LOCATION].append(Run(place))
    if basics.phone:
        found[ContactItem.PHONE].append(Run(basics.phone, href=phone_href(basics.phone)))
    if basics.email:
        mail = f"mailto:{basics.email.replace(', ', ',')}"
        found[ContactItem.EMAIL].append(Run(basics.email, href=mail if "@" in mail else ""))
    pages = [(basics.url, ""), *((link.url, link.label) for link in basics.links)]
    shown = {shown_address(url) or label: url for url, label in pages}
    for text, url in shown.items():
        if text:
            found[ContactItem.PAGES].append(
                Run(_shorten_address(text, url, style), href=href_of(url))
            )
    return found


def home(basics: Basics, words: Words) -> str:
    """Return where the person lives: the postal address where documents of the language have it and
    the profile knows all of it, else the city and region.

    An address without a city beside it is one that was written whole.
    """
    if not words.address or not basics.street:
        return basics.location
    if not basics.city:
        return basics.street
    if not basics.postal_code:
        return basics.location
    return words.address.format(
        street=basics.street,
        postal_code=basics.postal_code,
        city=basics.city,
        region=basics.region,
    )


def _shorten_address(shown: str, url: str, style: ContactStyle) -> str:
    """Return an address as the contact line shows it, or the label of a page without one."""
    if not url:
        return shown
    if style.shows_scheme and len(shown) <= LONGEST_SHOWN:
        return href_of(url) or shown
    return shortened_address(shown)
