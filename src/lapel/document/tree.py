"""The document tree. Its leaves are the only things with a height and a gap above them."""

from collections.abc import Iterator

from msgspec import Struct

from lapel.text.inline import Run
from lapel.theme.model import BlockKind


class Block(Struct, frozen=True):
    """One leaf. ``id`` is unique in a draft and names the slot and variant it came from.

    ``text`` runs from the left edge, ``aside`` (dates, a place) is set at the right of the same
    line. ``source`` is the id of the profile's highlight, entry, skill group or summary, or "" for
    the header and for words of the locale. ``keeps_next`` forbids a page turn after it.
    """

    id: str
    kind: BlockKind
    text: tuple[Run, ...]
    aside: tuple[Run, ...] = ()
    source: str = ""
    keeps_next: bool = False


class Section(Struct, frozen=True):
    """A heading, None in a letter, and the leaves under it, in reading order."""

    id: str
    heading: Block | None
    blocks: tuple[Block, ...]


class Photo(Struct, frozen=True):
    """The person's photo as JPEG, and a text for people who do not see it."""

    data: bytes
    alt: str


class Document(Struct, frozen=True):
    """A finished document for any renderer: ``language`` is a BCP 47 tag."""

    title: str
    author: str
    language: str
    header: tuple[Block, ...]
    sections: tuple[Section, ...]
    photo: Photo | None = None

    def blocks(self) -> Iterator[Block]:
        """Yield every leaf in reading order."""
        yield from self.header
        for section in self.sections:
            if section.heading is not None:
                yield section.heading
            yield from section.blocks
