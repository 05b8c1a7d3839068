"""The result of the outline: the lines of a job file under their topics."""

from msgspec import Struct
from msgspec.structs import replace

from lapel.job.markup.markdown import Written
from lapel.job.words.labels import names_paragraph
from lapel.job.words.topics import Topic


class Context(Struct, frozen=True):
    """The topic and headings of the lines being read.

    ``stem`` are the headings that hold until the container ends, ``path`` those and the label read
    last. ``by_label`` topics end with the next label, ``sealed`` ones with their container; an
    ``inline`` one began with its value, or was announced, and goes on in a list only; a ``brief``
    label holds for one list. ``number`` tells one heading of a topic from the next of the same.
    ``section`` is the profile's section of a hint, ``other`` the unknown heading of a topic that
    nobody knows.
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

    def holds(self, inner: "Context") -> bool:
        """Tell whether another context is this one or lies under further headings within it."""
        same = (inner.topic, inner.number) == (self.topic, self.number)
        return same and inner.path[: len(self.path)] == self.path

    def under(self, heading: str) -> "Context":
        """Return this context below one more heading, which lasts."""
        path = (*self.stem, heading)
        return replace(self, stem=path, path=path)

    def labelled(self, label: str) -> "Context":
        """Return this context after a label, which the next label replaces."""
        return replace(self, path=(*self.stem, label))

    def inside(self) -> "Context":
        """Return the context inside an item, where the last label lasts."""
        return replace(self, stem=self.path)

    def beneath(self, label: str) -> "Context":
        """Return the context below an item with text of its own behind ``label``."""
        names = (self.topic is Topic.HINT and not self.label and label) or (
            self.topic is Topic.LETTER_POINT and names_paragraph(label)
        )
        return replace(self.inside(), label=label) if names else self.inside()

    @property
    def is_plain(self) -> bool:
        """Whether at most the file's title stands above, and no topic was opened."""
        return self.topic is Topic.TITLE


class Statement(Struct, frozen=True):
    """Words of the file under their topic: a paragraph, an item, or a row's cells."""

    context: Context
    lines: tuple[Written, ...]
    is_item: bool = False
    is_row: bool = False

    @property
    def text(self) -> str:
        """The words as written, as one line; a row's cells have " | " between them."""
        return (" | " if self.is_row else " ").join(line.text for line in self.lines)

    @property
    def start(self) -> Written:
        """The words that stand highest in the file; the cells of a pair may stand in any order."""
        return min(self.lines, key=lambda line: line.line)

    @property
    def end(self) -> int:
        """The last line that the words stand on."""
        return max(line.end for line in self.lines)


class Outlined(Struct, frozen=True):
    """All statements, and the headings and labels they stand under.

    ``opened`` are the topics that anything opened, ``demanded`` the numbers of those parts of the
    description that an employer's heading began ("Requirements") and not a name of it. ``stated``
    are labels at the head that are settings ("Theme: modern"), each with its value.
    """

    statements: tuple[Statement, ...]
    headings: tuple[Written, ...]
    unknown: tuple[Written, ...]
    opened: frozenset[Topic] = frozenset()
    demanded: frozenset[int] = frozenset()
    stated: tuple[tuple[Written, Written], ...] = ()
