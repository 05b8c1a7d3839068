"""The header of a resume: the name, a headline, and how to reach the person."""

import re

from lapel.document.addresses import href_of, shortened_address, shown_address
from lapel.document.tree import Block
from lapel.profile.model import Basics
from lapel.text.inline import Run, parse_inline
from lapel.theme.model import BlockKind


def draft_header(basics: Basics, separator: str) -> tuple[Block, ...]:
    """The header's leaves; ``separator`` stands between the items of the contact line."""
    blocks = [Block("header/name", BlockKind.NAME, parse_inline(basics.name.markdown))]
    if basics.label is not None:
        label = parse_inline(basics.label.markdown)
        blocks.append(Block("header/headline", BlockKind.HEADLINE, label))
    items = _contact_items(basics)
    if items:
        runs = [items[0]]
        for item in items[1:]:
            runs += [Run(separator), item]
        blocks.append(Block("header/contact", BlockKind.CONTACT, tuple(runs)))
    return tuple(blocks)


def _contact_items(basics: Basics) -> list[Run]:
    items = []
    if basics.location:
        items.append(Run(basics.location))
    if basics.phone:
        number = re.sub(r"[^\d+]", "", basics.phone)
        items.append(Run(basics.phone, href=f"tel:{number}"))
    if basics.email:
        items.append(Run(basics.email, href=f"mailto:{basics.email}"))
    pages = [(basics.url, ""), *((link.url, link.label) for link in basics.links)]
    shown = {shown_address(url) or label: url for url, label in pages}
    return items + [
        Run(shortened_address(text) if url else text, href=href_of(url))
        for text, url in shown.items()
        if text
    ]
