"""The statements and headings of a job file gathered so far, and the topics they opened."""

from msgspec import Struct, field
from msgspec.structs import replace

from lapel.job.markup.markdown import Block, Shape, Written
from lapel.job.markup.wrapping import begins_named
from lapel.job.outline.blocks import part_label, text_of
from lapel.job.outline.opening import field_above_posting, opens_by_name
from lapel.job.outline.statements import Context, Outlined, Statement
from lapel.job.settings.stated import can_be_followed
from lapel.job.words.headings import (
    asks_of_connection,
    is_for_own_use,
    is_of_documents,
    is_own_heading,
    is_posting_heading,
    topic_of,
)
from lapel.job.words.labels import (
    Labelled,
    begins_with_verb,
    is_bold_line,
    is_only_link,
    split_label,
    strip_markdown,
)
from lapel.job.words.placeholders import is_placeholder
from lapel.job.words.topics import FIELDS, Topic
from lapel.text.regexes import regex

LONGEST_FIELD_NAME_WORDS = 5
_REMINDS = regex(
    r"(?i)(?:don['’]?t|do not|never) (?:forget|mention|use|say|put|include|bring|name)\b"
    r"|remember to\b"
)


def _find_link_at_end(lines: tuple[Written, ...]) -> Written | None:
    """Return the link that a field's one line is or ends with: "Indeed — https://…", or None."""
    if len(lines) != 1 or not (words := lines[0].text.split()) or not is_only_link(words[-1]):
        return None
    before = len(lines[0].text) - len(words[-1])
    return replace(lines[0], text=words[-1], column=lines[0].column + before)


def _is_theirs(label: str) -> bool:
    """Tell whether an employer would write a label, and not the person."""
    return is_posting_heading(label) and not (is_for_own_use(label) or is_own_heading(label))


class Gathered(Struct):
    """Statements and headings so far, in the file's order.

    ``opened`` are the topics that were opened; ``demanded`` the numbers of contexts in which an
    employer's text began without a heading that names it.
    """

    statements: list[Statement] = field(default_factory=list)
    headings: list[Written] = field(default_factory=list)
    unknown: list[Written] = field(default_factory=list)
    opened: list[Topic] = field(default_factory=list)
    demanded: list[int] = field(default_factory=list)
    stated: list[tuple[Written, Written]] = field(default_factory=list)

    def begin(self, topic: Topic, *, by_label: bool = False) -> Context:
        """Note that a topic begins here, and return its context."""
        self.opened.append(topic)
        return Context(topic, by_label=by_label, number=len(self.opened))

    def begin_demands(self, *, by_label: bool = False) -> Context:
        """Begin an employer's text that no heading names, and return its context."""
        context = self.begin(Topic.DESCRIPTION, by_label=by_label)
        self.demanded.append(context.number)
        return context

    def begin_unknown(self, heading: Written, *, by_label: bool = False) -> Context:
        """Begin a section under an unknown heading, and return its context."""
        self.unknown.append(heading)
        return Context(Topic.OTHER, other=heading, by_label=by_label)

    def add(
        self, context: Context, lines: tuple[Written, ...], shape: Shape = Shape.PARAGRAPH
    ) -> None:
        """Add the lines as a statement, unless there are none."""
        if lines:
            is_item, is_row = shape is Shape.ITEM, shape is Shape.ROW
            self.statements.append(Statement(context, lines, is_item, is_row))

    def add_labelled(self, context: Context, block: Block, labelled: Labelled) -> None:
        """Add a label as a heading, and the text behind it as a statement."""
        label, *value = part_label(block.lines, labelled)
        self.headings.append(label)
        self.add(context, tuple(value))

    def field_at_head(self, labelled: Labelled, current: Context) -> Topic | None:
        """Return the field that a label gives at the head of the employer's text; None elsewhere,
        or where it was given before.

        The head ends with the first line that has no label.
        """
        topic = field_above_posting(labelled, self.opened)
        if topic is None or current.topic is not Topic.DESCRIPTION or current.sealed:
            return None
        own = (s for s in self.statements if s.context.topic is Topic.DESCRIPTION)
        return topic if all(split_label(s.text).label for s in own) else None

    def is_bold_value(self, text: str, current: Context) -> bool:
        """Tell whether a bold line is the value that the heading of a field waits for."""
        said = self.statements[-1].context if self.statements else None
        waits = current.topic in FIELDS and said != current
        return waits and not strip_markdown(text).endswith(":") and not opens_by_name(text)

    def is_answered(self, current: Context) -> bool:
        """Tell whether a label gave the field that the heading names ("# Job" above "Title: …")."""
        said = [s.context for s in self.statements if s.context.topic is current.topic]
        return current.topic in FIELDS and bool(said) and current not in said

    def have_names(self, current: Context) -> bool:
        """Tell whether all hints so far have their employer's name in their own line: then a label
        alone on its line is none.
        """
        said = [s for s in self.statements if current.holds(s.context)]
        return bool(said) and all(begins_named(s.lines[0]) for s in said)

    def leaves_answers(self, block: Block, current: Context) -> bool:
        """Tell whether a paragraph below answers on the connection is an order and no answer:
        "don't forget to ask about the van" or, below a list of answers, "keep it to one page".
        """
        said = [s for s in self.statements if current.holds(s.context)]
        asks = current.topic is Topic.LETTER_POINT and asks_of_connection(current.label)
        if not said or not (asks or current.topic is Topic.CONNECTION):
            return False
        text = text_of(block)
        listed = any(s.is_item for s in said) and begins_with_verb(text)
        return listed or _REMINDS.match(text) is not None

    def leaves_list(self, block: Block, current: Context) -> bool:
        """Tell whether a paragraph below skills is none of them: below a list of these, or with a
        name of its own where they have none ("Tesco: two lines"), or an order ("skip the pizza
        place"), or a sentence where the skills stand behind their label.

        The same goes for a paragraph without a name below a list of hints.
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
        inline = current.by_label and said[0].start.column > 1  # behind its label
        other = other or (inline and len(said) == 1 and text.endswith("."))
        return not (again or is_bold_line(text)) and (other or any(s.is_item for s in said))

    def keep_unknown_field(self, labelled: Labelled, lines: tuple[Written, ...]) -> Context | None:
        """Keep an unknown field ("Location: Norfolk") under its own name; return None where the
        label is none or too long for a field.

        One that says how the documents should be ("CV length: two pages") becomes a note.
        """
        if not labelled.label or len(labelled.label.split()) > LONGEST_FIELD_NAME_WORDS:
            return None
        label = replace(lines[0], text=labelled.label)
        if len(lines) == 2 and can_be_followed(labelled.label, strip_markdown(labelled.rest)):
            self.headings += (label, lines[1])
            self.stated.append((label, lines[1]))
            return Context()
        if is_of_documents(labelled.label) and not is_placeholder(labelled.rest):
            named = replace(label, text=f"{labelled.label}:")
            self.add(Context(Topic.NOTES), (named, *lines[1:]), Shape.ITEM)
            return Context()
        value = lines[1:]
        if (link := _find_link_at_end(value)) and Topic.URL not in self.opened:
            context = self.begin(Topic.URL)
            self.headings.extend(value)
            value = (link,)
        elif _is_theirs(labelled.label):
            context = Context(Topic.DESCRIPTION).under(labelled.label)
        else:
            context = self.begin_unknown(label)
        self.headings.append(label)
        self.add(context, value)
        return Context()

    def outlined(self) -> Outlined:
        """Return everything gathered, once the file is read."""
        return Outlined(
            tuple(self.statements),
            tuple(self.headings),
            tuple(self.unknown),
            frozenset(self.opened),
            frozenset(self.demanded),
            tuple(self.stated),
        )
