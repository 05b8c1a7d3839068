"""From blocks to statements: every line of the file under the topic that claims it.

Headings, bold lines, labels with a colon, list items with a nested list and table rows all open
topics; what differs is how long a topic lasts. A heading lasts to the next one of its level, an
item as long as its nested list, a label among paragraphs to the next label. The employer's text
is ended only by a heading that does not lie deeper, or by one that only an applicant writes.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from lapel.job.markup.markdown import Block, Shape, Written
from lapel.job.markup.wrapping import first_named, first_new
from lapel.job.outline.blocks import (
    file_title,
    holds_something,
    is_label,
    part_label,
    text_of,
    with_title,
)
from lapel.job.outline.closing import field_after_notes
from lapel.job.outline.gathering import Gathered
from lapel.job.outline.headline import names_opening
from lapel.job.outline.opening import (
    begins_another,
    begins_demands,
    begins_posting,
    folds_posting,
    heading_topic,
    is_own_label,
    item_topic,
    label_topic,
    lists_field,
    may_be_field,
    names_part_of_letter,
    topic_in,
)
from lapel.job.outline.statements import Context, Outlined
from lapel.job.outline.tables import (
    Columns,
    holds_hints,
    names_columns,
    own_column,
    refused_column,
    topic_of_rows,
)
from lapel.job.words.labels import (
    Labelled,
    is_bold_line,
    is_only_link,
    is_rank,
    names_paragraph,
    plain,
    plain_label,
    split_label,
)
from lapel.job.words.vocabulary import (
    EMPLOYERS,
    FIELDS,
    NOTES,
    Topic,
    asks_of_connection,
    is_aside,
    is_demand_heading,
    is_kept,
    is_own_heading,
    is_position,
    is_posting_heading,
    refuses,
    section_of,
    topic_of,
)

LONGEST_INNER_HEADING_WORDS = 6
ASKING = NOTES - {Topic.NOTES}
OF_ENTRIES = frozenset({"work", "education", "projects", "volunteer"})
LISTING_NOTES = frozenset({Topic.NOTES, Topic.IDEA, Topic.EMPHASIS, Topic.HINT})
"""Notes among which a table may tell what to do with each employer."""
LISTED = frozenset({Topic.EMPHASIS, Topic.LETTER_POINT})
"""What may be one line of several that begin with a name."""


def outline(
    blocks: Sequence[Block], before: Sequence[Block] = (), *, is_keyed: bool = False
) -> Outlined:
    """Every line of the blocks as a statement or a heading; ``before`` are the front matter's.

    Where keys say what each thing is (``is_keyed``), no label within a note ends the notes.
    """
    walker = _Walker(is_keyed=is_keyed)
    walker.walk(before, Context())
    blocks = with_title(blocks)
    title = file_title(blocks)
    context = Context()
    if title is not None:
        walker.headings.extend(title.lines)
        blocks = [block for block in blocks if block is not title]
        context = context.under(plain(title.lines[0].text))
    walker.walk(blocks, context)
    return walker.outlined()


class _Walker(Gathered, kw_only=True):
    """Reads blocks side by side; gathers statements and headings on the way."""

    is_keyed: bool

    def walk(self, blocks: Sequence[Block], outer: Context) -> None:
        """Read the blocks of one container."""
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
                current = self.begin(blocks, index, base)
                stack.append((block.level, current))
            elif block.shape is Shape.FENCE:
                self.headings.extend(block.lines)
                sealed = current.topic in EMPLOYERS
                self.walk(block.children, replace(current.inside(), sealed=sealed))
            elif block.shape is Shape.ITEM:
                current = self.item(block, current, base)
            elif is_row:
                columns = self.columns(block, current) if block.level else columns
                self.row(block, columns.rows or current, columns)
            else:
                current = self.paragraph(block, current, base, holds=holds_something(blocks, index))

    def columns(self, head: Block, current: Context) -> Columns:
        """What a table's head says of its columns."""
        unnamed = current.topic in (Topic.OTHER, Topic.TITLE) and not current.sealed
        if (unnamed or current.topic in LISTING_NOTES) and holds_hints(head):
            refused = refused_column(head)
            return Columns(refused=refused, rows=self.open(Topic.HINT, by_label=True))
        if own := own_column(head):
            asked = plain(head.lines[0].text)
            is_demand = unnamed and is_demand_heading(asked)
            asked_in = (self.demand() if is_demand else current).labelled(asked)
            return Columns(own=own, asked=asked_in)
        topic = topic_of_rows(head) if unnamed else None
        return Columns(rows=self.open(topic) if topic else None)

    # Fields below notes

    def end_notes(self, topic: Topic, block: Block) -> Context:
        """Read a field below notes: what follows it belongs to none of them."""
        context = self.open(topic)
        if block.shape is Shape.ROW:
            self.headings.append(block.lines[0])
            self.say(context, block.lines[1:], Shape.ROW)
        else:
            self.value(context, block, split_label(text_of(block)))
        return Context()

    # Headings

    def begin(self, blocks: Sequence[Block], index: int, base: Context) -> Context:
        """The context under a heading, which may begin another opening than the file's."""
        block = blocks[index]
        if base.topic is Topic.TITLE and begins_another(blocks, index, self.opened):
            self.headings.extend(block.lines)
            return replace(self.other(block.lines[0]), sealed=True)
        return self.heading(block, base, holds=holds_something(blocks, index))

    def heading(self, block: Block, base: Context, *, holds: bool) -> Context:
        """The context under a heading; ``base`` is that of the heading above it.

        A heading among notes that holds nothing (``holds``) is a note itself.
        """
        text = text_of(block)
        labelled = split_label(text)
        topic = heading_topic(text, base, self.opened)
        if topic is None and labelled.label and labelled.rest:
            topic = heading_topic(labelled.label, base, self.opened)
            if topic is Topic.LETTER_POINT and holds and names_part_of_letter(labelled.rest):
                self.headings.extend(block.lines)
                return replace(self.open(topic), label=labelled.rest)
            if topic is not None and topic is not Topic.TITLE:
                context = self.open(topic)
                self.value(context, block, labelled)
                return context
        says = bool(labelled.label and labelled.rest) or not holds
        if topic is None and base.topic in ASKING and says and section_of(text) is None:
            self.say(base, block.lines)
            return self.beneath(labelled, base)
        self.headings.extend(block.lines)
        if topic is not None:
            return self.open(topic)
        title = plain_label(text)
        if base.topic in (Topic.TITLE, Topic.OTHER) and not base.sealed:
            return self.stray_heading(title, block.lines[0], base)
        return self.inner_heading(title, block.lines[0], base)

    def stray_heading(self, title: str, written: Written, base: Context) -> Context:
        """The context under an unknown heading outside all topics: perhaps the last one goes on."""
        previous = self.opened[-1] if self.opened else None
        section = section_of(title)
        below_notes = previous in NOTES and section in OF_ENTRIES
        theirs = is_posting_heading(title) and Topic.DESCRIPTION not in self.opened
        if (section is not None and previous is Topic.HINT) or (below_notes and not theirs):
            return replace(self.open(Topic.HINT).under(title), section=section)
        if (
            previous is Topic.LETTER_POINT
            and names_paragraph(title)
            and not asks_of_connection(title)
        ):
            return replace(self.open(Topic.LETTER_POINT), label=title)
        if begins_posting(title, base) and not is_kept(title):
            return self.demand().under(title)
        return base.under(title) if base.topic is Topic.OTHER else self.other(written)

    def inner_heading(self, title: str, written: Written, base: Context) -> Context:
        """The context under a heading that opens no topic of its own."""
        if base.topic is Topic.COMPANY_DETAILS and begins_posting(title, base):
            return self.demand().under(title)
        section = section_of(title)
        if base.topic is Topic.NOTES and section is not None:
            return replace(self.open(Topic.HINT).under(title), section=section)
        if base.topic is Topic.HINT and section is not None and not base.label:
            return replace(base.under(title), section=section)
        if base.topic is Topic.HINT and not base.label and refuses(title):
            return self.open(Topic.NOTES).under(title)
        if base.topic is Topic.HINT and topic_of(title, in_notes=True) is Topic.HINT:
            return base  # "by job" below "resume" says nothing new
        if base.topic is Topic.HINT:
            # an employer above and a role below: "PepsiCo Head of ML"
            return replace(base.under(title), label=f"{base.label} {title}".strip())
        if base.topic in (Topic.LETTER_POINT, Topic.CONNECTION):
            return replace(base.under(title), label=title)
        if base.topic is Topic.COMPANY:
            return Context(Topic.COMPANY_DETAILS).under(title)
        if base.topic is Topic.NOTES or base.topic in FIELDS - {Topic.STATUS, Topic.RECIPIENT}:
            return self.other(written)
        return base.under(title)

    # Paragraphs

    def paragraph(self, block: Block, current: Context, base: Context, *, holds: bool) -> Context:
        """Read a paragraph; a label gives the context of what follows it."""
        text = text_of(block)
        told = any(current.holds(s.context) for s in self.statements[-1:])
        demands = holds and begins_demands(block.lines, current, self.demanded, told=told)
        whole = is_label(block) or demands
        if whole and self.is_bold_value(text, current):
            self.say(current, block.lines)
            return current
        labelled = Labelled(plain_label(text), "") if whole else split_label(text)
        topic = label_topic(labelled, current, self.opened, whole=whole)
        if topic is None and not whole:
            topic = self.field_at_head(labelled, current)
        if topic is not None:
            notes = next((c for c in (current, base) if _holds_own(c)), None)
            ends = self.ends_labelled(topic, block, notes)
            if not ends:
                return self.labelled(topic, block, labelled, base)
            first = replace(block, lines=block.lines[:ends])
            self.labelled(topic, first, split_label(text_of(first)), base)
            following = replace(block, lines=block.lines[ends:])
            below = notes or self.open(Topic.NOTES, by_label=True)
            return self.paragraph(following, below, base, holds=holds)
        if whole and (holds or current.topic not in ASKING or section_of(text)):
            return self.inner_label(labelled.label, block, current, base)
        current = base if current.inline else current
        if self.leaves_skills(block, current) or self.leaves_answers(block, current):
            current = self.open(Topic.NOTES, by_label=current.by_label)
        takes_fields = _is_plain(current) or self.is_answered(current)
        if takes_fields and _gives_field(labelled, block.lines[0].text):
            name = self.stray(labelled, part_label(block.lines, labelled))
            if name is not None:
                return name if _is_plain(current) else current
        self.say(current, block.lines)
        return current

    def ends_labelled(self, topic: Topic, block: Block, notes: Context | None) -> int:
        """Where what stands behind a label ends within its paragraph, 0 where it does not: among
        notes before a name, and skills in the label's own line with it.
        """
        if topic not in LISTED:
            return 0
        if notes is not None:
            return first_named(block.lines)
        inline = topic is Topic.EMPHASIS and split_label(block.lines[0].text).rest
        new = first_new(block.lines, 0, capitals=True) if inline else 0
        return new if new < len(block.lines) else 0

    def labelled(self, topic: Topic, block: Block, labelled: Labelled, base: Context) -> Context:
        """The context after a label that opens a topic, perhaps with a value behind it."""
        if topic is Topic.DESCRIPTION and _is_link(block, labelled):
            topic = Topic.URL
        context = self.open(topic, by_label=True)
        if not labelled.rest:
            self.headings.extend(block.lines)
            return context
        self.value(context, block, labelled)
        inline = base.topic is Topic.NOTES and topic is not Topic.CONNECTION
        return base if topic in FIELDS else replace(context, inline=inline)

    def inner_label(self, label: str, block: Block, current: Context, base: Context) -> Context:
        """The context after a label line that opens no topic of its own."""
        section = section_of(label)
        topic = current.topic
        of_entries = topic is Topic.EMPHASIS and section in OF_ENTRIES
        if (topic in (Topic.HINT, Topic.NOTES) and section is not None) or of_entries:
            self.headings.extend(block.lines)
            opened = current if topic is Topic.HINT else self.open(Topic.HINT, by_label=True)
            return replace(opened.labelled(label), section=section, label="")
        if topic in NOTES and current.by_label and is_bold_line(text_of(block)) and is_aside(label):
            self.headings.extend(block.lines)
            return self.other(block.lines[0], by_label=True)
        asks = asks_of_connection(label)
        if topic in (Topic.LETTER_POINT, Topic.CONNECTION) or (topic is Topic.HINT and not asks):
            self.headings.extend(block.lines)
            return replace(current.labelled(label), label=label, inline=False)
        short = len(label.split()) <= LONGEST_INNER_HEADING_WORDS
        is_own = current.by_label and (
            (topic in EMPLOYERS and is_own_label(label))
            or (topic is Topic.EMPHASIS and is_own_heading(label))
        )
        if is_own or (topic in (Topic.EMPHASIS, Topic.HINT) and asks):
            self.headings.extend(block.lines)
            return self.other(block.lines[0], by_label=True)
        if topic in EMPLOYERS and not (is_bold_line(text_of(block)) or short):
            self.say(current, block.lines)
            return current
        self.headings.extend(block.lines)
        opening = (
            topic is Topic.TITLE and bool(self.headings[:-1]) and names_opening(block.lines[0])
        )
        if opening or begins_posting(label, current):
            return self.demand(by_label=True).labelled(label)
        if topic in (Topic.TITLE, Topic.NOTES) or topic in FIELDS - {Topic.STATUS}:
            return self.other(block.lines[0], by_label=True)
        if topic is Topic.OTHER and current.by_label and base.topic is not Topic.OTHER:
            return self.other(block.lines[0], by_label=True)
        return replace(current.labelled(label), brief=not is_bold_line(text_of(block)))

    # Items and rows

    def item(self, block: Block, current: Context, base: Context) -> Context:
        """Read an item and what it holds; one that holds nothing may be a label for the next."""
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
            (_is_plain(current) or self.is_answered(current))
            and labelled.rest
            and self.stray(labelled, part_label(block.lines, labelled))
        ):
            self.walk(block.children, current)
            return current
        self.say(current, block.lines, Shape.ITEM)
        self.walk(block.children, self.beneath(labelled, current))
        return current

    def item_label(
        self, block: Block, labelled: Labelled, current: Context, *, whole: bool
    ) -> Context | None:
        """The context of what an item holds, where the item is only a label."""
        topic, holds = current.topic, bool(block.children)
        title = labelled.label or plain(text_of(block))
        bare = not (labelled.label and labelled.rest)
        if topic in (Topic.HINT, Topic.NOTES) and bare and (whole or holds):
            section = section_of(title)
            if section is not None:
                opened = current if topic is Topic.HINT else self.open(Topic.HINT)
                return replace(opened.labelled(title), section=section, label="")
        if not holds:
            return None
        short = len(title.split()) <= LONGEST_INNER_HEADING_WORDS
        if topic is Topic.HINT:
            named = bare and short and not current.label
            return replace(current.labelled(title), label=title) if named else None
        if topic is Topic.CONNECTION:
            asks = whole or (not labelled.label and title.endswith("?"))
            return replace(current.labelled(title), label=title) if asks else None
        return self.group(title, block, current, short=short) if whole else None

    def group(self, title: str, block: Block, current: Context, *, short: bool) -> Context | None:
        """The context of what stands below an item that only names a group."""
        topic = current.topic
        if begins_posting(title, current):
            return self.demand().under(title)
        if topic in (Topic.NOTES, Topic.TITLE):
            return self.other(block.lines[0])
        if topic is Topic.LETTER_POINT:
            return replace(current.labelled(title), label=title)
        return current.labelled(title) if short or topic not in EMPLOYERS else None

    def beneath(self, labelled: Labelled, current: Context) -> Context:
        """The context of what stands below an item that says something itself."""
        if current.topic is Topic.HINT and not current.label and labelled.label:
            return replace(current.inside(), label=labelled.label)
        if current.topic is Topic.LETTER_POINT and names_paragraph(labelled.label):
            return replace(current.inside(), label=labelled.label)
        return current.inside()

    def row(self, block: Block, current: Context, columns: Columns) -> None:
        """Read a table's row: its first cell is its label, or what the employer asks where later
        ones are the person's own.
        """
        cells, own = block.lines, columns.own
        if own and block.level:
            self.headings.extend(cells)
            return
        if own and columns.asked.topic in EMPLOYERS:
            self.say(columns.asked, cells[:own], Shape.ITEM)
            self.say(Context(Topic.NOTES), cells[own:], Shape.ROW)
            return
        if cells and not block.level and current.topic in NOTES and is_rank(cells[0].text):
            self.headings.append(cells[0])
            cells = cells[1:]
        if columns.refused and not block.level and len(cells) > columns.refused[1]:
            name, at = columns.refused
            if any(map(str.isalnum, cells[at].text)):
                self.say(current.labelled(name), (cells[0], cells[at]), Shape.ROW)
            else:
                self.headings.append(cells[at])
            cells = cells[:at]
        first = plain_label(cells[0].text) if cells else ""
        topic = topic_in(first, current)
        labelled = Labelled(first, " ".join(cell.text for cell in cells[1:]))
        if block.level and names_columns(cells, current):
            self.headings.extend(cells)
        elif topic is not None and (
            may_be_field(topic, current, self.opened)
            or lists_field(topic, labelled, current, self.opened)
            or topic is self.field_at_head(labelled, current)
        ):
            self.headings.append(cells[0])
            self.say(self.open(topic), cells[1:], Shape.ROW)
        elif not (_is_plain(current) and len(cells) == 2 and self.stray(labelled, cells)):
            self.say(current, cells, Shape.ROW)


def _names_group(text: str, current: Context) -> bool:
    """Whether an item outside all topics, with a list below, is only the name of what is in it."""
    short = len(text.split()) <= LONGEST_INNER_HEADING_WORDS and not text.endswith((".", "!", "?"))
    return current.topic in (Topic.TITLE, Topic.OTHER) and short


def _is_link(block: Block, labelled: Labelled) -> bool:
    """Whether what stands behind a label is nothing but a link."""
    _, *value = part_label(block.lines, labelled)
    return len(value) == 1 and is_only_link(value[0].text)


def _gives_field(labelled: Labelled, line: str) -> bool:
    """Whether the label of a paragraph stands in its first line, has a value, and is no position
    before a dash: "Registered Nurse - ICU".
    """
    own = split_label(line).label == labelled.label
    return bool(labelled.rest) and own and (":" in line or not is_position(labelled.label))


def _holds_own(context: Context) -> bool:
    """Whether what stands here is the person's, of no kind: notes, by a known name or another."""
    own = context.topic is Topic.OTHER and context.other and is_own_heading(context.other.text)
    return context.topic is Topic.NOTES or bool(own)


def _is_plain(context: Context) -> bool:
    """Whether nothing but the file's title claims what stands here."""
    return context.topic is Topic.TITLE
