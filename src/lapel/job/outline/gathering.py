"""What a job file has said so far: its statements and headings, and the topics they opened."""

from msgspec import Struct, field
from msgspec.structs import replace

from lapel.job.markup.markdown import Block, Shape, Written
from lapel.job.markup.wrapping import begins_named
from lapel.job.outline.blocks import part_label, text_of
from lapel.job.outline.opening import heads_posting, opens_by_name
from lapel.job.outline.statements import Context, Outlined, Statement
from lapel.job.settings.stated import can_be_followed
from lapel.job.words.headings import (
    asks_of_connection,
    is_kept,
    is_of_documents,
    is_posting_heading,
    topic_of,
)
from lapel.job.words.labels import (
    Labelled,
    begins_with_verb,
    is_bold_line,
    is_only_link,
    plain,
    split_label,
)
from lapel.job.words.placeholders import is_placeholder
from lapel.job.words.topics import FIELDS, Topic
from lapel.text.regexes import regex

LONGEST_FIELD_NAME_WORDS = 5
_REMINDS = regex(
    r"(?i)(?:don['’]?t|do not|never) (?:forget|mention|use|say|put|include|bring|name)\b"
    r"|remember to\b"
)


def _link_at_end(lines: tuple[Written, ...]) -> Written | None:
    """The link that a field's value is or ends with: "Indeed — https://…"."""
    if len(lines) != 1 or not (words := lines[0].text.split()) or not is_only_link(words[-1]):
        return None
    before = len(lines[0].text) - len(words[-1])
    return replace(lines[0], text=words[-1], column=lines[0].column + before)


class Gathered(Struct):
    """Statements and headings in the order of the file; ``demanded`` are the numbers of contexts
    in which an employer's text began without a name for it.
    """

    statements: list[Statement] = field(default_factory=list)
    headings: list[Written] = field(default_factory=list)
    unknown: list[Written] = field(default_factory=list)
    opened: list[Topic] = field(default_factory=list)
    demanded: list[int] = field(default_factory=list)
    stated: list[tuple[Written, Written]] = field(default_factory=list)

    def open(self, topic: Topic, *, by_label: bool = False) -> Context:
        """The context of a topic that begins here."""
        self.opened.append(topic)
        return Context(topic, by_label=by_label, number=len(self.opened))

    def demand(self, *, by_label: bool = False) -> Context:
        """The context of an employer's text that begins without a name for it."""
        context = self.open(Topic.DESCRIPTION, by_label=by_label)
        self.demanded.append(context.number)
        return context

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

    def value(self, context: Context, block: Block, labelled: Labelled) -> None:
        """Add a label as a heading, and what stands behind it as a statement."""
        label, *value = part_label(block.lines, labelled)
        self.headings.append(label)
        self.say(context, tuple(value))

    def field_at_head(self, labelled: Labelled, current: Context) -> Topic | None:
        """The field that a label gives where nothing of the employer's text was read yet but what
        has a label, and nobody gave it before.
        """
        topic = heads_posting(labelled, self.opened)
        if topic is None or current.topic is not Topic.DESCRIPTION or current.sealed:
            return None
        own = (s for s in self.statements if s.context.topic is Topic.DESCRIPTION)
        return topic if all(split_label(s.text).label for s in own) else None

    def is_bold_value(self, text: str, current: Context) -> bool:
        """Whether a bold line is the value that the heading of a field waits for."""
        said = self.statements[-1].context if self.statements else None
        waits = current.topic in FIELDS and said != current
        return waits and not plain(text).endswith(":") and not opens_by_name(text)

    def is_answered(self, current: Context) -> bool:
        """Whether a label gave the field that the heading names ("# Job" above "Title: …")."""
        said = [s.context for s in self.statements if s.context.topic is current.topic]
        return current.topic in FIELDS and bool(said) and current not in said

    def leaves_answers(self, block: Block, current: Context) -> bool:
        """Whether a paragraph below answers is an order: "don't forget to ask about the van", or,
        below a list of them, "keep it to one page".
        """
        said = [s for s in self.statements if current.holds(s.context)]
        asks = current.topic is Topic.LETTER_POINT and asks_of_connection(current.label)
        if not said or not (asks or current.topic is Topic.CONNECTION):
            return False
        text = text_of(block)
        listed = any(s.is_item for s in said) and begins_with_verb(text)
        return listed or _REMINDS.match(text) is not None

    def leaves_list(self, block: Block, current: Context) -> bool:
        """Whether a paragraph below skills is none of them: below a list of these, or with a name
        of its own where they have none ("Tesco: two lines"), or an order ("skip the pizza place");
        nor is one of the hints below a label and their list, where it begins with no name.
        """
        said = [s for s in self.statements if current.holds(s.context)]
        if current.topic is Topic.HINT and current.by_label and not current.label:
            return any(s.is_item for s in said) and not begins_named(block.lines[0])
        if current.topic is not Topic.EMPHASIS or not said:
            return False
        text = text_of(block)
        again = topic_of(split_label(text).label, in_notes=True) is Topic.EMPHASIS
        named = [line for s in said for line in s.lines if begins_named(line)]
        other = (begins_named(block.lines[0]) and not named) or begins_with_verb(text)
        return not (again or is_bold_line(text)) and (other or any(s.is_item for s in said))

    def stray(self, labelled: Labelled, lines: tuple[Written, ...]) -> Context | None:
        """A field that nobody knows ("Location: Norfolk"), kept under its own name, unless it tells
        how the documents should be ("CV length: two pages"): that is a note.
        """
        if not labelled.label or len(labelled.label.split()) > LONGEST_FIELD_NAME_WORDS:
            return None
        label = replace(lines[0], text=labelled.label)
        if len(lines) == 2 and can_be_followed(labelled.label, plain(labelled.rest)):
            self.headings += (label, lines[1])
            self.stated.append((label, lines[1]))
            return Context()
        if is_of_documents(labelled.label) and not is_placeholder(labelled.rest):
            named = replace(label, text=f"{labelled.label}:")
            self.say(Context(Topic.NOTES), (named, *lines[1:]), Shape.ITEM)
            return Context()
        value = lines[1:]
        if (link := _link_at_end(value)) and Topic.URL not in self.opened:
            context = self.open(Topic.URL)
            self.headings.extend(value)
            value = (link,)
        elif is_posting_heading(labelled.label) and not is_kept(labelled.label):
            context = Context(Topic.DESCRIPTION).under(labelled.label)
        else:
            context = self.other(label)
        self.headings.append(label)
        self.say(context, value)
        return Context()

    def outlined(self) -> Outlined:
        """All of it, once the file is read."""
        return Outlined(
            tuple(self.statements),
            tuple(self.headings),
            tuple(self.unknown),
            frozenset(self.opened),
            frozenset(self.demanded),
            tuple(self.stated),
        )
