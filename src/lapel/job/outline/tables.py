"""Reading the rows of tables, by the names at the head of their columns."""

from collections.abc import Sequence

from msgspec import Struct, field

from lapel.job.markup.markdown import Block, Shape, Written
from lapel.job.outline.gathering import Gathered
from lapel.job.outline.opening import lists_field, may_be_field, topic_in
from lapel.job.outline.statements import Context
from lapel.job.words.headings import (
    heading_name,
    heads_instructions,
    heads_refusals,
    is_demand_heading,
    speaks_of_own,
    topic_of,
)
from lapel.job.words.labels import (
    Labelled,
    begins_with_verb,
    is_rank,
    is_table_head,
    plain_label,
    strip_markdown,
    table_topic,
)
from lapel.job.words.phrased import entry_words
from lapel.job.words.topics import EMPLOYERS, FIELDS, NOTES, Topic

LISTING_NOTES = frozenset({Topic.NOTES, Topic.IDEA, Topic.EMPHASIS, Topic.HINT})
"""Notes among which a table may tell what to do with each employer."""


class Columns(Struct, frozen=True):
    """The meaning of a table's columns.

    ``own`` is the first column of the person's own (from 0; 0 for none), and ``asked`` the context
    of the employer's demands in the columns before it. ``rows`` is the context of the rows where no
    heading gives one. ``refused`` are the name and the number (from 0) of a last column of things
    to leave out.
    """

    own: int = 0
    refused: tuple[str, int] | None = None
    asked: Context = field(default_factory=Context)
    rows: Context | None = None


def columns_of(gathered: Gathered, head: Block, current: Context) -> Columns:
    """Return the meaning of a table's columns by their names, opening the topic of its rows."""
    unnamed = current.topic in (Topic.OTHER, Topic.TITLE) and not current.sealed
    begun = current.number in gathered.demanded  # by "Skills", which may be the person's own
    if (unnamed or begun or current.topic in LISTING_NOTES) and _holds_hints(head):
        refused = _find_refused_column(head)
        return Columns(refused=refused, rows=gathered.begin(Topic.HINT, by_label=True))
    if own := _find_own_column(head):
        asked = strip_markdown(head.lines[0].text)
        if unnamed and is_demand_heading(asked):
            return Columns(own=own, rows=gathered.begin(Topic.EMPHASIS))
        return Columns(own=own, asked=current.labelled(asked))
    topic = _find_topic_of_rows(head) if unnamed else None
    return Columns(rows=gathered.begin(topic) if topic else None)


def read_row(gathered: Gathered, block: Block, current: Context, columns: Columns) -> None:
    """Read a table's row: its first cell is its label, or a demand of the employer's where later
    cells are the person's own.
    """
    cells, own = block.lines, columns.own
    if own and block.level:
        gathered.headings.extend(cells)
        return
    if own and columns.asked.topic in EMPLOYERS:
        gathered.add(columns.asked, cells[:own], Shape.ITEM)
        gathered.add(Context(Topic.NOTES), cells[own:], Shape.ROW)
        return
    if cells and not block.level and current.topic in NOTES and is_rank(cells[0].text):
        gathered.headings.append(cells[0])
        cells = cells[1:]
    if columns.refused and not block.level and len(cells) > columns.refused[1]:
        name, at = columns.refused
        if any(map(str.isalnum, cells[at].text)):
            gathered.add(current.labelled(name), (cells[0], cells[at]), Shape.ROW)
        else:
            gathered.headings.append(cells[at])
        cells = cells[:at]
    first = plain_label(cells[0].text) if cells else ""
    topic = topic_in(first, current)
    labelled = Labelled(first, " ".join(cell.text for cell in cells[1:]))
    if block.level and _names_columns(cells, current):
        gathered.headings.extend(cells)
    elif topic is not None and (
        may_be_field(topic, current, gathered.opened)
        or lists_field(topic, labelled, current, gathered.opened)
        or topic is gathered.field_at_head(labelled, current)
    ):
        gathered.headings.append(cells[0])
        gathered.add(gathered.begin(topic), cells[1:], Shape.ROW)
    elif not (
        current.is_plain and len(cells) == 2 and gathered.keep_unknown_field(labelled, cells)
    ):
        gathered.add(current, cells, Shape.ROW)


def _find_own_column(head: Block) -> int:
    """Return the number (from 0) of the first column that is the person's own ("Criterion | My
    evidence"); 0 where none is or all are.
    """
    columns = (at for at, cell in enumerate(head.lines) if speaks_of_own(strip_markdown(cell.text)))
    return next(columns, 0)


def _names_columns(cells: Sequence[Written], current: Context) -> bool:
    """Tell whether a table's first row only names its columns.

    Elsewhere than among notes, its first cell may be a field's name.
    """
    if _are_names(cells):
        return True
    named = cells
    if current.topic not in NOTES:
        is_field = topic_in(plain_label(cells[0].text) if cells else "", current) is not None
        named = () if is_field or current.topic in (*EMPLOYERS, Topic.OTHER) else cells[:1]
    return any(is_table_head(cell.text) for cell in named)


def _are_names(cells: Sequence[Written]) -> bool:
    """Tell whether there are several cells, and each is nothing but a column's name."""
    return len(cells) > 1 and all(is_table_head(cell.text) for cell in cells)


def _find_refused_column(head: Block) -> tuple[str, int] | None:
    """Return name and number (from 0) of the last column, where it is for things to leave out and
    not one of two.
    """
    last = plain_label(head.lines[-1].text) if head.lines else ""
    last = "Leave out" if heading_name(last) == "leave" else last  # alone it may be days off
    return (last, len(head.lines) - 1) if len(head.lines) > 2 and heads_refusals(last) else None


def _holds_hints(head: Block) -> bool:
    """Tell whether each row of a table says what to do with an employer: "Job | Say"."""
    first, *others = [plain_label(cell.text) for cell in head.lines] or [""]
    is_entry = heading_name(first).removesuffix("s") in entry_words() or (
        speaks_of_own(first)
        and topic_of(first, in_notes=True) in (None, Topic.NOTES)  # "Me | What"
    )
    return (
        is_entry
        and any(map(_names_instructions, others))
        and not any(topic_of(o) in FIELDS for o in others)
    )


def _names_instructions(title: str) -> bool:
    """Tell whether a column's name is for what to do: "Angle", "Bring out", "What happened"."""
    asks = heading_name(title).startswith(("what ", "how "))
    if asks or heads_instructions(title) or heads_refusals(title) or begins_with_verb(title):
        return True
    return topic_of(title, in_notes=True) in NOTES or table_topic(title) in NOTES


def _find_topic_of_rows(head: Block) -> Topic | None:
    """Return the kind of notes in a table under no heading by its columns ("Skill | Priority",
    "Employer | Hint", "Ask | Why"); None where they do not tell.
    """
    if not _are_names(head.lines):
        return None
    topics = [table_topic(cell.text) for cell in head.lines]
    topic = next((found for found in topics if found), None)
    of_fields = [topic_of(cell.text) in FIELDS for cell in head.lines]
    if topic is not Topic.NOTES or not any(of_fields):
        return topic
    return Topic.HINT if of_fields == [True, False] else None  # "Employer | Note"
