"""The draft: everything that could be on the page, as slots that each offer variants."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from lapel.document.tree import Block, Document, Photo, Section
from lapel.profile.ids import highlight_of
from lapel.text.inline import Run
from lapel.theme.model import BlockKind

LETS_BRIEFS_FOLLOW = frozenset({BlockKind.HEADING, BlockKind.BRIEF, BlockKind.LINE})


class SlotKind(StrEnum):
    """The kinds of content of a slot; the rules of selection read them."""

    SUMMARY = "summary"
    ROLE = "role"
    ENTRY = "entry"
    HIGHLIGHT = "highlight"
    SKILLS = "skills"


class Form(StrEnum):
    """The forms of an entry: open, with bullets under it; in one line, or in two where the theme
    sets titles so; in one line that the theme would set on two.
    """

    OPEN = "open"
    BRIEF = "brief"
    SQUEEZED = "squeezed"


def form_id(entry: str, form: Form) -> str:
    """Return the id of an entry in a form, as a variant and as a block: "acme:open"."""
    return f"{entry}:{form}"


def find_shown_id(option: str) -> str:
    """Return the id of the highlight, entry or group that an option shows, in whatever form: "acme"
    for "acme:open", "acme/1" for "acme/1#short".
    """
    return highlight_of(option).rpartition(":")[0] or highlight_of(option)


class Variant(Struct, frozen=True):
    """One way to fill a slot. ``candidates`` are the ids by which matching knows its content:
    usually one, several where skills or languages share a line.

    ``open`` says that the slot's children may appear under it (a role with its bullets), unlike the
    one-line form; ``squeezed`` that one line holds what the theme sets on two or three.
    ``left_out`` are the keywords without which a group of skills stands in part.
    """

    id: str
    blocks: tuple[Block, ...]
    candidates: tuple[str, ...] = ()
    open: bool = False
    squeezed: bool = False
    left_out: tuple[str, ...] = ()


class Slot(Struct, frozen=True):
    """One place in the document. ``required`` slots must take one of their variants."""

    id: str
    kind: SlotKind
    variants: tuple[Variant, ...]
    required: bool
    source: str = ""
    children: tuple["Slot", ...] = ()


class GroupDraft(Struct, frozen=True):
    """Slots under one common line: an employer over its roles. The line is in if any of the slots
    takes an open variant; ``line`` is None where the slots need no common line.
    """

    id: str
    line: Block | None
    slots: tuple[Slot, ...]


class SectionDraft(Struct, frozen=True):
    """A section's heading, in if anything under it is, and its groups in reading order."""

    id: str
    heading: Block
    groups: tuple[GroupDraft, ...]

    def slots(self) -> Iterator[Slot]:
        """Yield every slot of the section, children after their parent."""
        for group in self.groups:
            for slot in group.slots:
                yield slot
                yield from slot.children


class Draft(Struct, frozen=True):
    """Everything that could be on the page, in reading order."""

    title: str
    author: str
    language: str
    header: tuple[Block, ...]
    sections: tuple[SectionDraft, ...]
    photo: Photo | None = None

    def slots(self) -> Iterator[Slot]:
        """Yield every slot in reading order, children after their parent."""
        for section in self.sections:
            yield from section.slots()

    def blocks(self) -> Iterator[Block]:
        """Yield every leaf of every variant in reading order: all that has to be measured."""
        yield from self.header
        for section in self.sections:
            yield section.heading
            for group in section.groups:
                if group.line is not None:
                    yield group.line
                for slot in group.slots:
                    for part in (slot, *slot.children):
                        for variant in part.variants:
                            yield from variant.blocks


def leaving_entries(draft: Draft) -> frozenset[str]:
    """Return the ids of the entries that may leave the page."""
    entries = (SlotKind.ROLE, SlotKind.ENTRY)
    return frozenset(s.source for s in draft.slots() if s.kind in entries and not s.required)


def section_heading(id: str, title: str) -> Block:
    """Return a section's heading; it is never left alone at the foot of a page."""
    return Block(f"{id}:heading", BlockKind.HEADING, (Run(title),), keeps_next=True)


def compose_document(
    draft: Draft, chosen: frozenset[str], orders: Mapping[str, tuple[str, ...]]
) -> Document:
    """Return the document of the chosen variants; ``orders`` gives the order of an entry's
    highlights.
    """
    sections = []
    for section in draft.sections:
        blocks = [b for group in section.groups for b in _compose_group(group, chosen, orders)]
        if blocks:
            sections.append(Section(section.id, section.heading, tuple(_tighten_briefs(blocks))))
    return Document(
        draft.title, draft.author, draft.language, draft.header, tuple(sections), draft.photo
    )


def _compose_group(
    group: GroupDraft, chosen: frozenset[str], orders: Mapping[str, tuple[str, ...]]
) -> Iterator[Block]:
    picked = [(slot, v) for slot in group.slots for v in slot.variants if v.id in chosen]
    if group.line is not None and any(variant.open for _, variant in picked):
        yield group.line
    for slot, variant in picked:
        bullets = _compose_bullets(slot, chosen, orders)
        *before, last = variant.blocks
        yield from before
        # A line with no bullet after it must not hold on to the next entry.
        yield last if bullets else replace(last, keeps_next=False)
        yield from bullets


def _tighten_briefs(blocks: Sequence[Block]) -> Iterator[Block]:
    """Set one-line entries close together, and well away from the bullets of another entry."""
    previous = BlockKind.HEADING
    for block in blocks:
        follows = block.kind is BlockKind.BRIEF and previous in LETS_BRIEFS_FOLLOW
        yield replace(block, kind=BlockKind.NEXT_BRIEF) if follows else block
        previous = block.kind


def _compose_bullets(
    slot: Slot, chosen: frozenset[str], orders: Mapping[str, tuple[str, ...]]
) -> tuple[Block, ...]:
    order = orders.get(slot.source, ())
    position = {id: index for index, id in enumerate(order)}
    children = sorted(
        slot.children,
        key=lambda child: (not describes(child), position.get(child.source, len(order))),
    )
    return tuple(
        block
        for child in children
        for variant in child.variants
        if variant.id in chosen
        for block in variant.blocks
    )


def describes(slot: Slot) -> bool:
    """Tell whether a highlight says what its entry is; it then comes before what was done there."""
    return slot.variants[0].blocks[0].kind is BlockKind.DESCRIPTION
