"""What the rows of a table are, by the names at the head of its columns."""

from collections.abc import Sequence

from msgspec import Struct, field

from lapel.job.markup.markdown import Block, Written
from lapel.job.outline.opening import topic_in
from lapel.job.outline.statements import Context
from lapel.job.words.labels import begins_with_verb, is_table_head, plain, plain_label, table_topic
from lapel.job.words.phrased import entry_words
from lapel.job.words.vocabulary import (
    EMPLOYERS,
    FIELDS,
    NOTES,
    Topic,
    heading_name,
    refuses,
    speaks_of_own,
    steers,
    topic_of,
)


class Columns(Struct, frozen=True):
    """What a table's head says: the first column that is the person's own (0 for none), where what
    the employer asks in those before belongs, and the rows, if no heading tells; ``refused`` are
    the name and the number, from 0, of a last column of what to leave out.
    """

    own: int = 0
    refused: tuple[str, int] | None = None
    asked: Context = field(default_factory=Context)
    rows: Context | None = None


def own_column(head: Block) -> int:
    """The first column, counted from 0, that a table's head says is the person's own: "Criterion |
    My evidence"; 0 where none is or all are.
    """
    columns = (at for at, cell in enumerate(head.lines) if speaks_of_own(plain(cell.text)))
    return next(columns, 0)


def names_columns(cells: Sequence[Written], current: Context) -> bool:
    """Whether a table's first row only names its columns: elsewhere than among notes, its first
    cell may be a field's name.
    """
    if _are_names(cells):
        return True
    named = cells
    if current.topic not in NOTES:
        is_field = topic_in(plain_label(cells[0].text) if cells else "", current) is not None
        named = () if is_field or current.topic in (*EMPLOYERS, Topic.OTHER) else cells[:1]
    return any(is_table_head(cell.text) for cell in named)


def _are_names(cells: Sequence[Written]) -> bool:
    """Whether each of several cells is nothing but a column's name."""
    return len(cells) > 1 and all(is_table_head(cell.text) for cell in cells)


def refused_column(head: Block) -> tuple[str, int] | None:
    """The name and the number of the last column, where it is of what to leave out."""
    last = plain_label(head.lines[-1].text) if head.lines else ""
    last = "Leave out" if heading_name(last) == "leave" else last  # alone it may be days off
    return (last, len(head.lines) - 1) if len(head.lines) > 2 and refuses(last) else None


def holds_hints(head: Block) -> bool:
    """Whether a table's head says that each row tells what to do with an employer: "Job | Say"."""
    first, *others = [plain_label(cell.text) for cell in head.lines] or [""]
    is_entry = heading_name(first).removesuffix("s") in entry_words()
    return is_entry and any(map(_tells, others)) and not any(topic_of(o) in FIELDS for o in others)


def _tells(title: str) -> bool:
    """Whether a column's name says what to do with what stands before it: "Angle", "Bring out"."""
    if steers(title) or refuses(title) or begins_with_verb(title):
        return True
    return topic_of(title, in_notes=True) in NOTES or table_topic(title) in NOTES


def topic_of_rows(head: Block) -> Topic | None:
    """The notes that a table under no heading holds, None where its head does not tell: "Skill |
    Priority", "Employer | Hint", "Ask | Why".
    """
    if not _are_names(head.lines):
        return None
    topics = [table_topic(cell.text) for cell in head.lines]
    topic = next((found for found in topics if found), None)
    of_fields = [topic_of(cell.text) in FIELDS for cell in head.lines]
    if topic is not Topic.NOTES or not any(of_fields):
        return topic
    return Topic.HINT if of_fields == [True, False] else None  # "Employer | Note"
