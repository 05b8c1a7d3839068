"""From blocks to statements: every line of the file under the topic that claims it.

Headings, bold lines, labels with a colon, list items with a nested list and table rows all open
topics; what differs is how long a topic lasts. A heading lasts to the next one of its level, an
item as long as its nested list, a label among paragraphs to the next label. The employer's text
is ended only by a heading that does not lie deeper, or by one that only an applicant writes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lapel.job.labels import (
    Labelled,
    is_bold_line,
    is_table_head,
    names_paragraph,
    plain,
    split_label,
)
from lapel.job.markdown import Block, Shape, Written
from lapel.job.vocabulary import (
    EMPLOYERS,
    FIELDS,
    NOTES,
    Topic,
    is_named,
    is_posting_heading,
    is_weak,
    section_of,
    topic_of,
    vocabulary,
)

LONGEST_INNER_HEADING_WORDS = 6
LONGEST_FIELD_NAME_WORDS = 5


@dataclass(frozen=True, slots=True)
class Context:
    """What the lines now being read are about.

    ``stem`` are the headings that hold until the container ends, ``path`` those and the label
    read last. ``by_label`` topics end with the next label, ``sealed`` ones with their container;
    an ``inline`` one began with its value and goes on in a list only; a ``brief`` label holds for
    one list. ``number`` tells one heading of a topic from the next of the same.
    """

    topic: Topic = Topic.TITLE
    stem: tuple[str, ...] = ()
    path: tuple[str, ...] = ()
    section: str = ""
    label: str = ""
    by_label: bool = False
    inline: bool = False
    brief: bool = False
    sealed: bool = False
    number: int = 0
    other: Written | None = None

    def under(self, heading: str) -> "Context":
        """The same topic below one more heading that lasts."""
        path = (*self.stem, heading)
        return replace(self, stem=path, path=path)

    def labelled(self, label: str) -> "Context":
        """The same topic after a label that the next one replaces."""
        return replace(self, path=(*self.stem, label))

    def inside(self) -> "Context":
        """The context of what an item holds: its label lasts there."""
        return replace(self, stem=self.path)


@dataclass(frozen=True, slots=True)
class Statement:
    """Words of the file under their topic: a paragraph, an item, or a row's cells."""

    context: Context
    lines: tuple[Written, ...]
    is_item: bool = False
    is_row: bool = False

    @property
    def text(self) -> str:
        """The words as written, in one line."""
        return (" | " if self.is_row else " ").join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Outlined:
    """All statements, and the headings and labels they stand under."""

    statements: tuple[Statement, ...]
    headings: tuple[Written, ...]
    unknown: tuple[Written, ...]
    known: bool


def outline(blocks: Sequence[Block], before: Sequence[Block] = ()) -> Outlined:
    """Every line of the blocks as a statement or a heading; ``before`` are the front matter's."""
    walker = _Walker()
    walker.walk(before, Context())
    title = _file_title(blocks)
    context = Context()
    if title is not None:
        walker.headings.extend(title.lines)
        blocks = [block for block in blocks if block is not title]
        context = context.under(plain(title.lines[0].text))
    walker.walk(blocks, context)
    return Outlined(
        tuple(walker.statements), tuple(walker.headings), tuple(walker.unknown), bool(walker.opened)
    )


def _file_title(blocks: Sequence[Block]) -> Block | None:
    """The heading that is the file's own title: first, highest, and of no other meaning."""
    headings = [block for block in blocks if block.shape is Shape.HEADING]
    if not headings or headings[0] is not blocks[0]:
        return None
    first, rest = headings[0], headings[1:]
    topic = topic_of(_text(first))
    if topic is Topic.TITLE:
        return first
    unknown = topic is None and topic_of(split_label(_text(first)).label) is None
    return first if unknown and rest and all(h.level > first.level for h in rest) else None


def _text(block: Block) -> str:
    return " ".join(line.text for line in block.lines)


@dataclass
class _Walker:
    """Reads blocks side by side; collects statements and headings on the way."""

    statements: list[Statement] = field(default_factory=list)
    headings: list[Written] = field(default_factory=list)
    unknown: list[Written] = field(default_factory=list)
    opened: list[Topic] = field(default_factory=list)

    def walk(self, blocks: Sequence[Block], outer: Context) -> None:
        """Read the blocks of one container."""
        stack: list[tuple[int, Context]] = []
        current = outer
        previous: Shape | None = None
        for block in blocks:
            base = stack[-1][1] if stack else outer
            if current.brief and previous is Shape.ITEM and block.shape is Shape.PARAGRAPH:
                current = replace(current, path=current.stem, brief=False)
            previous = block.shape
            if block.shape is Shape.HEADING:
                while stack and stack[-1][0] >= block.level:
                    stack.pop()
                base = stack[-1][1] if stack else outer
                current = self.heading(block, base)
                stack.append((block.level, current))
            elif block.shape is Shape.FENCE:
                sealed = current.topic in EMPLOYERS
                self.walk(block.children, replace(current.inside(), sealed=sealed))
            elif block.shape is Shape.ITEM:
                current = self.item(block, current, base)
            elif block.shape is Shape.ROW:
                current = self.row(block, current)
            else:
                current = self.paragraph(block, current, base)

    def open(self, topic: Topic, *, by_label: bool = False) -> Context:
        """The context of a topic that begins here."""
        self.opened.append(topic)
        return Context(topic, by_label=by_label, number=len(self.opened))

    def other(self, heading: Written, *, by_label: bool = False) -> Context:
        """The context of a section whose heading is not known."""
        self.unknown.append(heading)
        return Context(Topic.OTHER, other=heading, by_label=by_label)

    def say(
        self, context: Context, lines: tuple[Written, ...], shape: Shape = Shape.PARAGRAPH
    ) -> None:
        """Add a statement."""
        if lines:
            is_item, is_row = shape is Shape.ITEM, shape is Shape.ROW
            self.statements.append(Statement(context, lines, is_item, is_row))

    # Headings

    def heading(self, block: Block, base: Context) -> Context:
        """The context under a heading; ``base`` is that of the heading above it."""
        text = _text(block)
        labelled = split_label(text)
        topic = self.allowed(_topic(text, base), text, base)
        if topic is None and labelled.label and labelled.rest:
            topic = self.allowed(_topic(labelled.label, base), labelled.label, base)
            if topic is not None and topic is not Topic.TITLE:
                context = self.open(topic)
                self.say(context, _after_label(block.lines, labelled))
                return context
        self.headings.extend(block.lines)
        if topic is not None:
            return self.open(topic)
        return self.inner_heading(plain(text).rstrip(":"), block.lines[0], base)

    def inner_heading(self, title: str, written: Written, base: Context) -> Context:
        """The context under a heading that opens no topic of its own."""
        previous = self.opened[-1] if self.opened else None
        section = section_of(title)
        if base.topic in (Topic.TITLE, Topic.OTHER) and not base.sealed:
            if section is not None and previous is Topic.HINT:
                return replace(self.open(Topic.HINT).under(title), section=section)
            if previous is Topic.LETTER_POINT and names_paragraph(title):
                return replace(self.open(Topic.LETTER_POINT), label=title)
            if is_posting_heading(title) and base.topic is Topic.TITLE:
                return self.open(Topic.DESCRIPTION).under(title)
            if base.topic is Topic.OTHER:
                return base.under(title)
            return self.other(written)
        if base.topic is Topic.NOTES and section is not None:
            return replace(self.open(Topic.HINT).under(title), section=section)
        if base.topic is Topic.HINT and section is not None and not base.label:
            return replace(base.under(title), section=section)
        if base.topic in (Topic.HINT, Topic.LETTER_POINT, Topic.CONNECTION):
            return replace(base.under(title), label=title)
        if base.topic is Topic.NOTES or base.topic in FIELDS - {Topic.STATUS, Topic.RECIPIENT}:
            return self.other(written)
        return base.under(title)

    def allowed(self, topic: Topic | None, title: str, base: Context) -> Topic | None:
        """The topic, unless a heading of it may not end what ``base`` is about."""
        if topic is None or base.sealed:
            return None
        if topic is Topic.TITLE:
            return topic if base.topic is Topic.TITLE and not self.opened else None
        if base.topic in EMPLOYERS and topic not in vocabulary().mine:
            return None
        if base.topic in NOTES:
            return topic if _opens_among_notes(topic, title, base) else None
        return topic

    # Paragraphs

    def paragraph(self, block: Block, current: Context, base: Context) -> Context:
        """Read a paragraph; a label gives the context of what follows it."""
        text = _text(block)
        whole = _is_label(block)
        labelled = Labelled(plain(text).rstrip(":"), "") if whole else split_label(text)
        topic = self.label_topic(labelled, current, whole=whole)
        if topic is not None:
            return self.labelled(topic, block, labelled, base)
        if whole:
            return self.inner_label(labelled.label, block, current, base)
        current = base if current.inline else current
        if (
            _is_plain(current)
            and labelled.rest
            and (name := self.stray(labelled, _parted(block.lines, labelled)))
        ):
            return name
        self.say(current, block.lines)
        return current

    def labelled(self, topic: Topic, block: Block, labelled: Labelled, base: Context) -> Context:
        """The context after a label that opens a topic, perhaps with a value behind it."""
        context = self.open(topic, by_label=True)
        if not labelled.rest:
            self.headings.extend(block.lines)
            return context
        self.say(context, _after_label(block.lines, labelled), Shape.PARAGRAPH)
        return base if topic in FIELDS else replace(context, inline=topic in NOTES)

    def label_topic(self, labelled: Labelled, current: Context, *, whole: bool) -> Topic | None:
        """The topic that a label among paragraphs opens here."""
        topic = _topic(labelled.label, current) if labelled.label else None
        if topic is None or current.sealed:
            return None
        if topic is Topic.TITLE:
            return topic if whole and not self.opened else None
        if current.topic in NOTES and (topic is current.topic or is_weak(labelled.label)):
            return None
        if (
            current.topic is Topic.LETTER_POINT
            and labelled.rest
            and names_paragraph(labelled.label)
        ):
            return None
        if current.topic in EMPLOYERS and topic not in vocabulary().mine:
            again = topic in self.opened and topic in FIELDS
            return topic if current.by_label and is_named(labelled.label) and not again else None
        return topic

    def inner_label(self, label: str, block: Block, current: Context, base: Context) -> Context:
        """The context after a label line that opens no topic of its own."""
        section = section_of(label)
        topic = current.topic
        if topic in (Topic.HINT, Topic.NOTES) and section is not None:
            self.headings.extend(block.lines)
            opened = current if topic is Topic.HINT else self.open(Topic.HINT, by_label=True)
            return replace(opened.labelled(label), section=section, label="")
        if topic in (Topic.HINT, Topic.LETTER_POINT, Topic.CONNECTION):
            self.headings.extend(block.lines)
            return replace(current.labelled(label), label=label)
        short = len(label.split()) <= LONGEST_INNER_HEADING_WORDS
        if topic in EMPLOYERS and not (is_bold_line(_text(block)) or short):
            self.say(current, block.lines)
            return current
        self.headings.extend(block.lines)
        if topic is Topic.TITLE and is_posting_heading(label):
            return self.open(Topic.DESCRIPTION, by_label=True).labelled(label)
        if topic in (Topic.TITLE, Topic.NOTES) or topic in FIELDS - {Topic.STATUS}:
            return self.other(block.lines[0], by_label=True)
        if topic is Topic.OTHER and current.by_label and base.topic is not Topic.OTHER:
            return self.other(block.lines[0], by_label=True)
        return replace(current.labelled(label), brief=not is_bold_line(_text(block)))

    def stray(self, labelled: Labelled, lines: tuple[Written, ...]) -> Context | None:
        """A field that nobody knows ("Location: Norfolk"), kept under its own name."""
        if not labelled.label or len(labelled.label.split()) > LONGEST_FIELD_NAME_WORDS:
            return None
        if is_posting_heading(labelled.label):
            context = Context(Topic.DESCRIPTION).under(labelled.label)
        else:
            context = self.other(replace(lines[0], text=labelled.label))
        self.headings.append(replace(lines[0], text=labelled.label))
        self.say(context, lines[1:])
        return Context()

    # Items and rows

    def item(self, block: Block, current: Context, base: Context) -> Context:
        """Read an item and what it holds; one that holds nothing may be a label for the next."""
        if not block.lines:
            self.walk(block.children, current.inside())
            return current
        text = _text(block)
        whole = _is_label(block) or (bool(block.children) and is_named(text))
        labelled = Labelled(plain(text).rstrip(":"), "") if whole else split_label(text)
        topic = self.item_topic(labelled, current, holds=bool(block.children))
        if topic is not None:
            after = self.labelled(topic, block, labelled, base)
            self.walk(block.children, replace(after, by_label=False).inside())
            return current if block.children else after
        inner = self.item_label(block, labelled, current, whole=whole)
        if inner is not None:
            self.headings.extend(block.lines)
            self.walk(block.children, inner.inside())
            return inner if not block.children else current
        if (
            _is_plain(current)
            and labelled.rest
            and self.stray(labelled, _parted(block.lines, labelled))
        ):
            self.walk(block.children, current)
            return current
        self.say(current, block.lines, Shape.ITEM)
        self.walk(block.children, self.beneath(labelled, current))
        return current

    def item_topic(self, labelled: Labelled, current: Context, *, holds: bool) -> Topic | None:
        """The topic that an item opens here; among notes a field's name is only a word."""
        topic = _topic(labelled.label, current) if labelled.label else None
        if topic is None or current.sealed or topic is current.topic:
            return None
        if current.topic is Topic.LETTER_POINT and names_paragraph(labelled.label):
            return None
        if current.topic in (Topic.TITLE, Topic.OTHER):
            return topic if topic is not Topic.TITLE else None
        if topic not in NOTES or (labelled.rest and current.topic is not Topic.NOTES):
            return (
                topic
                if current.by_label
                and current.topic in EMPLOYERS
                and (is_named(labelled.label))
                and topic not in self.opened
                else None
            )
        return topic if holds or current.by_label or current.topic is Topic.NOTES else None

    def item_label(
        self, block: Block, labelled: Labelled, current: Context, *, whole: bool
    ) -> Context | None:
        """The context of what an item holds, where the item is only a label."""
        label, topic = labelled.label, current.topic
        holds = bool(block.children)
        title = label or plain(_text(block))
        if (topic in (Topic.HINT, Topic.NOTES) and not labelled.rest.strip()) or not label:
            section = section_of(title)
            if section is not None and topic in (Topic.HINT, Topic.NOTES) and (whole or holds):
                opened = current if topic is Topic.HINT else self.open(Topic.HINT)
                return replace(opened.labelled(title), section=section, label="")
        if not holds:
            return None
        if topic is Topic.CONNECTION:
            asks = whole or (not label and title.endswith("?"))
            return replace(current.labelled(title), label=title) if asks else None
        if topic is Topic.HINT and (whole or not labelled.rest or not label):
            short = len(title.split()) <= LONGEST_INNER_HEADING_WORDS
            if current.label:
                return None
            return replace(current.labelled(title), label=title) if short else None
        if not whole:
            return None
        if topic is Topic.TITLE and is_posting_heading(title):
            return self.open(Topic.DESCRIPTION).under(title)
        if topic in (Topic.NOTES, Topic.TITLE):
            return self.other(block.lines[0])
        if topic is Topic.LETTER_POINT:
            return replace(current.labelled(title), label=title)
        if topic in EMPLOYERS and len(title.split()) > LONGEST_INNER_HEADING_WORDS:
            return None
        return current.labelled(title)

    def beneath(self, labelled: Labelled, current: Context) -> Context:
        """The context of what stands below an item that says something itself."""
        if current.topic is Topic.HINT and not current.label and labelled.label:
            return replace(current.inside(), label=labelled.label)
        if current.topic is Topic.LETTER_POINT and names_paragraph(labelled.label):
            return replace(current.inside(), label=labelled.label)
        return current.inside()

    def row(self, block: Block, current: Context) -> Context:
        """Read a table's row: its first cell is its label."""
        cells = block.lines
        first = plain(cells[0].text).rstrip(":") if cells else ""
        topic = _topic(first, current)
        heads = topic is None and current.topic not in (*EMPLOYERS, Topic.OTHER)
        if block.level and (heads or current.topic in NOTES) and is_table_head(first):
            self.headings.extend(cells)
        elif len(cells) == 1 and topic is None:
            self.say(current, cells, Shape.ROW)
        elif topic is not None and current.topic in (Topic.TITLE, Topic.OTHER):
            self.headings.append(cells[0])
            self.say(self.open(topic), cells[1:], Shape.ROW)
        elif current.topic is Topic.TITLE and len(cells) == 2:
            self.stray(Labelled(first, cells[1].text), block.lines)
        else:
            self.say(current, cells, Shape.ROW)
        return current


def _topic(title: str, context: Context) -> Topic | None:
    return topic_of(title, in_notes=context.topic in NOTES)


def _opens_among_notes(topic: Topic, title: str, base: Context) -> bool:
    """Whether a heading below one of notes begins another topic rather than a part of it."""
    if topic is base.topic and topic is not Topic.NOTES:
        return False
    if base.topic is Topic.LETTER_POINT and names_paragraph(plain(title)):
        return False
    return not is_weak(title)


def _is_plain(context: Context) -> bool:
    """Whether nothing but the file's title claims what stands here."""
    return context.topic is Topic.TITLE


def _is_label(block: Block) -> bool:
    """Whether the block's own text is nothing but a label."""
    text = _text(block)
    if len(block.lines) != 1:
        return False
    if is_bold_line(text) or text.rstrip("*_").endswith(":"):
        return True
    return block.alone


def _after_label(lines: tuple[Written, ...], labelled: Labelled) -> tuple[Written, ...]:
    """The lines without the label they begin with; the first keeps the place of its value."""
    if len(lines) > 1 and lines[0].text.rstrip("*_ ").endswith(":"):
        return lines[1:]
    first = lines[0]
    index = _value_start(first.text, labelled)
    rest = first.text[index:]
    return (replace(first, text=rest, column=first.column + index), *lines[1:])


def _parted(lines: tuple[Written, ...], labelled: Labelled) -> tuple[Written, ...]:
    """The label as a line of its own before the lines of its value."""
    return (replace(lines[0], text=labelled.label), *_after_label(lines, labelled))


def _value_start(text: str, labelled: Labelled) -> int:
    """Where the value begins in a line: after the label's words, its marks and what parts them."""
    words = labelled.label.split()
    index = 0
    for word in words:
        found = text.find(word, index)
        index = found + len(word) if found >= 0 else index
    while index < len(text) and text[index] in " \t:*_–—-=>→|":
        if text[index] in "*_" and text[index - 1] in " \t":
            break
        index += 1
    return index
