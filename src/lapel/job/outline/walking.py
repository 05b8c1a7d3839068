"""From blocks to statements: every line of the file under the topic that claims it.

Headings, bold lines, labels with a colon, list items with a nested list and table rows all open
topics; they differ in how long a topic lasts. A heading lasts to the next one of its level, an item
as long as its nested list, a label among paragraphs to the next label. The employer's text is ended
only by a heading that does not lie deeper, or by one that only an applicant writes.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from lapel.job.markup.markdown import Block, Shape
from lapel.job.markup.wrapping import find_first_named, find_next_start
from lapel.job.outline.blocks import (
    file_title,
    holds_something,
    is_label,
    part_label,
    text_of,
    with_announced_headings,
    with_title,
)
from lapel.job.outline.closing import field_after_notes
from lapel.job.outline.gathering import Gathered
from lapel.job.outline.headings import ASKING, OF_ENTRIES, begin_heading
from lapel.job.outline.headline import names_opening
from lapel.job.outline.opening import (
    begins_demands,
    begins_posting,
    folds_posting,
    is_own_label,
    item_topic,
    label_topic,
    topic_in,
)
from lapel.job.outline.statements import Context, Outlined
from lapel.job.outline.tables import Columns, columns_of, read_row
from lapel.job.words.errands import heads_errands
from lapel.job.words.headings import (
    announced_topic,
    asks_of_connection,
    heads_refusals,
    is_aside,
    is_for_own_use,
    is_own_heading,
    is_position,
    is_posting_heading,
    section_of,
)
from lapel.job.words.labels import (
    Labelled,
    is_bold_line,
    is_in_capitals,
    is_only_link,
    is_short,
    plain_label,
    split_label,
    strip_markdown,
)
from lapel.job.words.topics import EMPLOYERS, FIELDS, NOTES, Topic

LISTED = frozenset({Topic.EMPHASIS, Topic.LETTER_POINT})
"""Topics of notes that may be one of several lines, each with a name before it."""


def outline(
    blocks: Sequence[Block], before: Sequence[Block] = (), *, is_keyed: bool = False
) -> Outlined:
    """Return every line of the blocks as a statement or a heading; ``before`` are the front
    matter's blocks.

    Where keys say what each thing is (``is_keyed``), no label within a note ends the notes.
    """
    walker = _Walker(is_keyed=is_keyed)
    walker.walk(before, Context())
    blocks = with_announced_headings(with_title(blocks))
    title = file_title(blocks)
    context = Context()
    if title is not None:
        walker.headings.extend(title.lines)
        blocks = [block for block in blocks if block is not title]
        context = context.under(strip_markdown(title.lines[0].text))
    walker.walk(blocks, context)
    return walker.outlined()


class _Walker(Gathered, kw_only=True):
    """Reads blocks side by side, and gathers statements and headings on the way."""

    is_keyed: bool

    def walk(self, blocks: Sequence[Block], outer: Context) -> None:
        """Read the blocks of one container, whose context is ``outer``."""
        stack: list[tuple[int, Context]] = []
        current = outer
        previous: Shape | None = None
        columns = Columns()
        for index, block in enumerate(blocks):
            is_row = block.shape is Shape.ROW
            columns = columns if is_row else Columns()
            base = stack[-1][1] if stack else outer
            if current.brief and previous is Shape.ITEM and block.shape is Shape.PARAGRAPH:
                current = replace(current, path=current.stem, brief=False)
            previous = block.shape
            is_inside = outer.topic in NOTES or self.is_keyed
            ends = None if is_inside else field_after_notes(blocks, index, current, self.opened)
            if ends is not None:
                current = self.end_notes(ends, block)
                stack = [(level, current) for level, _ in stack]
            elif block.shape is Shape.HEADING:
                while stack and stack[-1][0] >= block.level:
                    stack.pop()
                base = stack[-1][1] if stack else outer
                current = begin_heading(self, blocks, index, base)
                stack.append((block.level, current))
            elif block.shape is Shape.FENCE:
                self.headings.extend(block.lines)
                sealed = current.topic in EMPLOYERS
                self.walk(block.children, replace(current.inside(), sealed=sealed))
            elif block.shape is Shape.ITEM:
                current = self.item(block, current, base)
            elif is_row:
                columns = columns_of(self, block, current) if block.level else columns
                read_row(self, block, columns.rows or current, columns)
            else:
                current = self.paragraph(block, current, base, holds=holds_something(blocks, index))

    # Fields below notes

    def end_notes(self, topic: Topic, block: Block) -> Context:
        """Read a field below notes, and return the context after it, which is none of theirs."""
        context = self.begin(topic)
        if block.shape is Shape.ROW:
            self.headings.append(block.lines[0])
            self.add(context, block.lines[1:], Shape.ROW)
        else:
            self.add_labelled(context, block, split_label(text_of(block)))
        return Context()

    # Paragraphs

    def paragraph(self, block: Block, current: Context, base: Context, *, holds: bool) -> Context:
        """Read a paragraph, and return the context of what follows it, which a label may change."""
        text = text_of(block)
        told = any(current.holds(s.context) for s in self.statements[-1:])
        demands = holds and begins_demands(block.lines, current, self.demanded, told=told)
        whole = is_label(block) or demands
        if whole and self.is_bold_value(text, current):
            self.add(current, block.lines)
            return current
        labelled = Labelled(plain_label(text), "") if whole else split_label(text)
        topic = label_topic(labelled, current, self.opened, whole=whole)
        if topic is None and not whole:
            topic = self.field_at_head(labelled, current)
        if topic is not None:
            notes = next((c for c in (current, base) if _is_of_own_notes(c)), None)
            ends = self.ends_labelled(topic, block, notes)
            if not ends:
                return self.labelled(topic, block, labelled, base)
            first = replace(block, lines=block.lines[:ends])
            self.labelled(topic, first, split_label(text_of(first)), base)
            following = replace(block, lines=block.lines[ends:])
            below = notes or self.begin(Topic.NOTES, by_label=True)
            return self.paragraph(following, below, base, holds=holds)
        if whole and (holds or current.topic not in ASKING or section_of(text)):
            return self.inner_label(labelled.label, block, current, base)
        if current.inline:  # below a list that was announced its writer goes on
            current = self.begin(Topic.NOTES, by_label=True) if base.is_plain else base
        if self.leaves_list(block, current) or self.leaves_answers(block, current):
            current = self.begin(Topic.NOTES, by_label=current.by_label)
        closes = current.is_plain or _is_own_value(labelled, block, current)
        takes_fields = closes or self.is_answered(current)
        if takes_fields and _is_field_line(labelled, block.lines[0].text):
            name = self.keep_unknown_field(labelled, part_label(block.lines, labelled))
            if name is not None:
                return name if closes else current
        self.add(current, block.lines)
        return current

    def ends_labelled(self, topic: Topic, block: Block, notes: Context | None) -> int:
        """Return the index of a paragraph's first line that is no longer the label's, 0 for none.

        Among notes that is the first with a name of its own, elsewhere the first new line below
        skills in the label's line.
        """
        if topic not in LISTED:
            return 0
        if notes is not None:
            return find_first_named(block.lines)
        inline = topic is Topic.EMPHASIS and split_label(block.lines[0].text).rest
        new = find_next_start(block.lines, 0, capitals=True) if inline else 0
        return new if new < len(block.lines) else 0

    def labelled(self, topic: Topic, block: Block, labelled: Labelled, base: Context) -> Context:
        """Read a label that opens a topic, with or without a value; return the context after it."""
        if topic is Topic.DESCRIPTION and _is_link(block, labelled):
            topic = Topic.URL
        context = self.begin(topic, by_label=True)
        if not labelled.rest:
            self.headings.extend(block.lines)
            return replace(context, inline=announced_topic(labelled.label) in NOTES)
        self.add_labelled(context, block, labelled)
        inline = base.topic is Topic.NOTES and topic is not Topic.CONNECTION
        return base if topic in FIELDS else replace(context, inline=inline)

    def inner_label(self, label: str, block: Block, current: Context, base: Context) -> Context:
        """Read a label line that opens no topic of its own, and return the context after it."""
        topic, section = current.topic, section_of(label)
        is_other = topic is Topic.HINT and not is_in_capitals(label) and self.have_names(current)
        if heads_errands(label) or (is_other and section is None):
            self.headings.extend(block.lines)
            return self.begin_unknown(block.lines[0], by_label=True)
        of_entries = topic is Topic.EMPHASIS and section in OF_ENTRIES
        if (topic in (Topic.HINT, Topic.NOTES) and section is not None) or of_entries:
            self.headings.extend(block.lines)
            opened = current if topic is Topic.HINT else self.begin(Topic.HINT, by_label=True)
            return replace(opened.labelled(label), section=section, label="")
        if topic in NOTES and current.by_label and is_bold_line(text_of(block)) and is_aside(label):
            self.headings.extend(block.lines)
            return self.begin_unknown(block.lines[0], by_label=True)
        asks = asks_of_connection(label)
        if topic in (Topic.LETTER_POINT, Topic.CONNECTION) or (topic is Topic.HINT and not asks):
            self.headings.extend(block.lines)
            return replace(current.labelled(label), label=label, inline=False)
        short = is_short(label)
        is_own = current.by_label and (
            (topic in EMPLOYERS and is_own_label(label))
            or (topic is Topic.EMPHASIS and is_own_heading(label))
        )
        if is_own or (topic in (Topic.EMPHASIS, Topic.HINT) and asks):
            self.headings.extend(block.lines)
            return self.begin_unknown(block.lines[0], by_label=True)
        if topic in EMPLOYERS and not (is_bold_line(text_of(block)) or short):
            self.add(current, block.lines)
            return current
        self.headings.extend(block.lines)
        opening = (
            topic is Topic.TITLE and bool(self.headings[:-1]) and names_opening(block.lines[0])
        )
        if opening or begins_posting(label, current):
            return self.begin_demands(by_label=True).labelled(label)
        if _begins_own_section(label, current) or topic in FIELDS - {Topic.STATUS}:
            return self.begin_unknown(block.lines[0], by_label=True)
        if topic is Topic.OTHER and current.by_label and base.topic is not Topic.OTHER:
            return self.begin_unknown(block.lines[0], by_label=True)
        return replace(current.labelled(label), brief=not is_bold_line(text_of(block)))

    # Items and rows

    def item(self, block: Block, current: Context, base: Context) -> Context:
        """Read an item and the blocks it holds, and return the context after it, which a label
        without a list may change.
        """
        if not block.lines:
            self.walk(block.children, current.inside())
            return current
        text = text_of(block)
        whole = is_label(block) or (
            bool(block.children)
            and current.topic not in EMPLOYERS
            and (topic_in(text, current) is not None or _names_group(text, current))
        )
        labelled = Labelled(plain_label(text), "") if whole else split_label(text)
        topic = item_topic(labelled, current, self.opened, holds=bool(block.children))
        if topic is None and whole and folds_posting(block, current):
            topic = Topic.DESCRIPTION
        if topic is None and not whole:
            topic = self.field_at_head(labelled, current)
        if topic in FIELDS and any(child.children for child in block.children):
            topic = None  # a field holds its value, not lists
        if topic is not None:
            after = self.labelled(topic, block, labelled, base)
            self.walk(block.children, replace(after, by_label=False).inside())
            return current if block.children or labelled.rest else after
        inner = self.item_label(block, labelled, current, whole=whole)
        if inner is not None:
            self.headings.extend(block.lines)
            self.walk(block.children, inner.inside())
            return inner if not block.children else current
        if (
            (current.is_plain or self.is_answered(current))
            and labelled.rest
            and self.keep_unknown_field(labelled, part_label(block.lines, labelled))
        ):
            self.walk(block.children, current)
            return current
        self.add(current, block.lines, Shape.ITEM)
        self.walk(block.children, current.beneath(labelled.label))
        return current

    def item_label(
        self, block: Block, labelled: Labelled, current: Context, *, whole: bool
    ) -> Context | None:
        """Return the context of what an item holds where it is only a label, else None."""
        topic, holds = current.topic, bool(block.children)
        title = labelled.label or strip_markdown(text_of(block))
        bare = not (labelled.label and labelled.rest)
        if topic in (Topic.HINT, Topic.NOTES) and bare and (whole or holds):
            section = section_of(title)
            if section is not None:
                opened = current if topic is Topic.HINT else self.begin(Topic.HINT)
                return replace(opened.labelled(title), section=section, label="")
        if not holds:
            return None
        short = is_short(title)
        if topic is Topic.HINT:
            named = bare and short and not current.label
            return replace(current.labelled(title), label=title) if named else None
        if topic is Topic.CONNECTION:
            asks = whole or (not labelled.label and title.endswith("?"))
            return replace(current.labelled(title), label=title) if asks else None
        return self.group(title, block, current, short=short) if whole else None

    def group(self, title: str, block: Block, current: Context, *, short: bool) -> Context | None:
        """Return the context below an item that only names a group, None for running text."""
        topic = current.topic
        if begins_posting(title, current):
            return self.begin_demands().under(title)
        if _begins_own_section(title, current):
            return self.begin_unknown(block.lines[0])
        if topic is Topic.LETTER_POINT:
            return replace(current.labelled(title), label=title)
        return current.labelled(title) if short or topic not in EMPLOYERS else None


def _begins_own_section(title: str, current: Context) -> bool:
    """Tell whether a name outside all topics, or one among notes that is not about the documents,
    begins a section of its own.
    """
    aside = is_aside(title) or is_for_own_use(title) or is_posting_heading(title)
    return current.topic is Topic.TITLE or (current.topic is Topic.NOTES and aside)


def _names_group(text: str, current: Context) -> bool:
    """Tell whether an item with a list, outside all topics or "leave out", only names the group."""
    short = is_short(text) and not text.endswith((".", "!", "?"))
    unnamed = current.topic in (Topic.TITLE, Topic.OTHER)
    return (unnamed and short) or (current.topic is Topic.NOTES and heads_refusals(text))


def _is_own_value(labelled: Labelled, block: Block, current: Context) -> bool:
    """Tell whether a bold label of the person's own and its value end an employer's text that began
    with a label, too: "**I've got**: Tekla".
    """
    bold = block.lines[0].text.startswith(("**", "__"))
    theirs = current.topic in EMPLOYERS and current.by_label and not current.sealed
    return bold and theirs and bool(labelled.rest) and is_own_label(labelled.label)


def _is_link(block: Block, labelled: Labelled) -> bool:
    """Tell whether the text behind a label is nothing but a link."""
    _, *value = part_label(block.lines, labelled)
    return len(value) == 1 and is_only_link(value[0].text)


def _is_field_line(labelled: Labelled, line: str) -> bool:
    """Tell whether a paragraph's first line is a field, and no position as "Nurse - ICU" is."""
    own = split_label(line).label == labelled.label
    return bool(labelled.rest) and own and (":" in line or not is_position(labelled.label))


def _is_of_own_notes(context: Context) -> bool:
    """Tell whether a context is of notes of no kind, or under a heading in the first person."""
    own = context.topic is Topic.OTHER and context.other and is_own_heading(context.other.text)
    return context.topic is Topic.NOTES or bool(own)
