"""The YAML form of a job file as the blocks that its Markdown twin would have."""

import itertools
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Table
from functools import cache

from msgspec import Struct, field
from msgspec.structs import replace

from lapel.job.markup.lines import Comment
from lapel.job.markup.markdown import Block, Shape, Written, parse_markdown
from lapel.job.markup.other_marks import without_wiki_marks
from lapel.job.words.headings import CAMEL, heading_name, is_of_documents, section_of, topic_of
from lapel.job.words.topics import EMPLOYERS, NOTES, Topic
from lapel.source.nodes import Mapping, Node, Scalar, Sequence, is_null
from lapel.source.source import Source
from lapel.text.data import read_data
from lapel.text.regexes import regex

_INDICATOR = regex(r"[|>][+\-\d]*\s*(?:#.*)?$")
_ONLY_MARKS = regex(r"^[\s\[\]{},\-.\"']*$")
_COMMENT = regex(r"(?:^|\s)#\s?(.*)$")
_KEY = regex(r"[^\W\d_]+(?:_[^\W_]+)+|[a-z]{3,}(?:[A-Z][a-z]+)+")
_WHOLE = (*EMPLOYERS, Topic.RECIPIENT, Topic.LETTER_POINT, Topic.CONNECTION)
"""Topics whose values may have keys of their own."""
Entry = tuple[Scalar, Node]
Entries = Iterable[Entry]
OWN = "Notes"
"""The heading over the person's notes, beside an employer's text with a key of its own."""


@cache
def _load_key_pairs() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the keys for the first part of a pair, each with those for its second."""
    listed = read_data("lapel.job.words", "keys.yaml")["pairs"]
    return tuple((first, tuple(pair["second"])) for pair in listed for first in pair["first"])


@cache
def _load_inner_names() -> Table[Topic, Table[str, str]]:
    """Return what the keys below a field's own are called at the top: `name` below `company:`."""
    fields = read_data("lapel.job.words", "keys.yaml")["below"]
    return {Topic(field): names for field, names in fields.items()}


def _says_of_documents(key: Scalar, value: Node) -> bool:
    """Tell whether a key and value say how the documents should be: `cv length: two pages`."""
    is_said = isinstance(value, Scalar) and not is_null(value)
    return is_said and topic_of(key.text) is None and is_of_documents(key.text)


def _is_key_of_notes(key: str, value: Node) -> bool:
    """Tell whether a key names notes ("skills"), or entries of the resume, each with what to do."""
    return topic_of(key, in_notes=True) in NOTES or (
        section_of(key) is not None and _names_each(value)
    )


def _is_line(entry: Entry) -> bool:
    """Tell whether a key is no topic's and has one line behind it: "Acme: the ward move"."""
    name, said = entry
    is_line = isinstance(said, Scalar) and "\n" not in said.text.strip() and not is_null(said)
    return is_line and topic_of(name.text) is None


def _names_each(value: Node) -> bool:
    """Tell whether a value says something of each of several names ("- Acme: the ward move")."""
    if isinstance(value, Sequence):
        return all(isinstance(item, Mapping) for item in value.items)
    return isinstance(value, Mapping)


class YamlForm(Struct):
    """Makes blocks of a YAML file's nodes.

    ``last_line`` is where the YAML ends, 0 for the file's end. ``keys`` gathers the keys that only
    name what they hold, ``spans`` the first and last line of each text.
    """

    source: Source
    last_line: int = 0
    keys: list[Written] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)

    def unwrapped(self, node: Mapping) -> Mapping:
        """Return the fields with those below `job:` and `company:` among them.

        Keys of a mapping that say how the documents should be stand at the top too.
        """
        return Mapping(tuple(self._unwrap_fields(node.entries)), node.place)

    def _unwrap_fields(self, entries: Entries) -> Iterator[Entry]:
        """Yield the fields with those below `job:` and `company:` among them."""
        for key, value in entries:
            topic = topic_of(key.text, in_notes=True)
            if not isinstance(value, Mapping) or topic in _WHOLE:
                yield key, value
                continue
            if topic is not None and topic in _load_inner_names():
                self.keys.append(_to_written(key))
                yield from self._unwrap_fields(
                    self._rename_inner_keys(_load_inner_names()[topic], value)
                )
                continue
            stated = [e for e in value.entries if _says_of_documents(*e)]
            yield from stated
            rest = tuple(entry for entry in value.entries if entry not in stated)
            yield key, Mapping(rest, value.place)

    def _rename_inner_keys(self, names: Table[str, str], value: Mapping) -> Iterator[Entry]:
        """Yield each key below a field's own with its name at the top."""
        for inner, said in value.entries:
            name = names.get(heading_name(inner.text))
            if name is not None:
                self.keys.append(_to_written(inner))
            yield (replace(inner, text=name) if name else inner), said

    def blocks(self, node: Mapping) -> tuple[Block, ...]:
        """Return the blocks of a job's fields."""
        blocks: list[Block] = []
        described = any(topic_of(key.text) is Topic.DESCRIPTION for key, _ in node.entries)
        for key, value in node.entries:
            if key.text == "$schema":
                self.keys += [
                    _to_written(key),
                    *([_to_written(value)] if isinstance(value, Scalar) else ()),
                ]
                continue
            topic = topic_of(key.text)
            if topic is Topic.NOTES and isinstance(value, Mapping):
                blocks += self.notes(key, value)
                continue
            if _says_of_documents(key, value):
                blocks.append(Block(Shape.HEADING, (replace(_to_written(key), text=OWN),), 1))
                blocks.append(self.labelled(key, value))
                continue
            if topic is Topic.RECIPIENT and isinstance(value, Mapping):
                blocks += [self.heading(key, 1), *itertools.starmap(self.labelled, value.entries)]
                continue
            has_place = described or (section_of(key.text) is not None and _names_each(value))
            if has_place and topic is None and _is_key_of_notes(key.text, value):
                blocks.append(Block(Shape.HEADING, (replace(_to_written(key), text=OWN),), 1))
                blocks += self.entry(key, value, 2, is_prose=False)
                continue
            if topic is None and isinstance(value, Mapping) and all(map(_is_line, value.entries)):
                blocks += self.notes(key, value)
                continue
            blocks += self.entry(key, value, 1, is_prose=topic in EMPLOYERS or topic is None)
        return tuple(blocks)

    def notes(self, key: Scalar, notes: Mapping) -> list[Block]:
        """Return the blocks of notes under names: a name with one line is an item "Acme: …", any
        other a heading.
        """
        blocks = self.entry(key, Scalar("", notes.place, quoted=False), 1, is_prose=False)
        for name, said in notes.entries:
            if _is_line((name, said)):
                blocks.append(self.labelled(name, said))
            else:
                blocks += self.entry(name, said, 2, is_prose=False)
        return blocks

    def entry(self, key: Scalar, value: Node, level: int, *, is_prose: bool) -> list[Block]:
        """Return a key as a heading, and the blocks of its value."""
        return [self.heading(key, level), *self.value(value, level + 1, is_prose=is_prose)]

    def heading(self, key: Scalar, level: int) -> Block:
        """Return a key as a heading."""
        self.span(key)
        return Block(Shape.HEADING, (_to_written(key),), level)

    def value(self, node: Node, level: int, *, is_prose: bool) -> list[Block]:
        """Return the blocks of a value; ``level`` is that of headings in it, ``is_prose`` makes
        texts paragraphs rather than items.
        """
        if is_null(node):
            return []
        if isinstance(node, Mapping):
            return [
                block
                for key, inner in node.entries
                for block in self.entry(key, inner, level, is_prose=is_prose)
            ]
        if isinstance(node, Sequence):
            return [block for item in node.items for block in self.item(item)]
        return self.scalar(node, Shape.PARAGRAPH if is_prose else Shape.ITEM)

    def item(self, node: Node) -> list[Block]:
        """Return the blocks of a list's item; a mapping is a pair, or items with labels."""
        if is_null(node):
            return []
        if isinstance(node, Scalar):
            return self.scalar(node, Shape.ITEM)
        if isinstance(node, Sequence):
            return [block for item in node.items for block in self.item(item)]
        return self.pair(node) or [self.labelled(key, value) for key, value in node.entries]

    def pair(self, node: Mapping) -> list[Block]:
        """Return a mapping such as {question, answer} as a row of two cells, or as an item with a
        list; empty for any other.
        """
        entries = {key.text.casefold(): (key, value) for key, value in node.entries}
        for first, seconds in _load_key_pairs():
            label = entries[first][1] if first in entries else None
            second = next((name for name in seconds if name in entries), None)
            if not isinstance(label, Scalar) or (second is None and len(entries) > 1):
                continue
            rest = [value for name, (_, value) in entries.items() if name != first]
            lists = [value for value in rest if not isinstance(value, Scalar)]
            if lists and len(rest) > 1:
                continue
            self.name_keys(node)
            if lists:
                return [self.labelled(label, lists[0])]
            cells = [self.one_line(v) for v in (label, *rest) if isinstance(v, Scalar) and v.text]
            return [Block(Shape.ROW, tuple(cells))] if cells else []
        return []

    def name_keys(self, node: Mapping) -> None:
        """Note the keys of a pair, which only name its parts."""
        for key, _ in node.entries:
            self.span(key)
            self.keys.append(_to_written(key))

    def labelled(self, key: Scalar, value: Node) -> Block:
        """Return a key with its value as an item: `closing: March` -> "- closing: March"."""
        label = replace(self.one_line(key), text=as_words(key.text))
        if isinstance(value, Scalar) and not is_null(value):
            text = self.one_line(value)
            words = replace(label, text=f"{label.text}: {text.text}", last_line=text.end)
            return Block(Shape.ITEM, (words,))
        named = replace(label, text=f"{label.text}:")
        children = tuple(self.value(value, 1, is_prose=False))
        return Block(Shape.ITEM, (named,), children=children)

    def one_line(self, node: Scalar) -> Written:
        """Return the words of a scalar as one line."""
        first, last = self.span(node)
        text = without_wiki_marks(" ".join(node.text.split()))
        return Written(text, first, node.place.column, last)

    def scalar(self, node: Scalar, shape: Shape) -> list[Block]:
        """Return a text's blocks: one line in this shape, several lines as Markdown."""
        if "\n" not in node.text.strip():
            return [Block(shape, (self.one_line(node),))]
        first, last = self.span(node)
        text = node.text.rstrip()
        numbers = _find_line_numbers(self.source, text.split("\n"), first, last)
        blocks, _ = parse_markdown(text)
        return [Block(Shape.FENCE, children=tuple(_renumber_blocks(blocks, numbers, last)))]

    def span(self, node: Scalar) -> tuple[int, int]:
        """Return the first and last line of a scalar's text, which may begin below its key."""
        first = node.place.line
        lines = self.source.lines
        opening = lines[first - 1][node.place.column - 1 :]
        if _INDICATOR.match(opening.strip()):
            last = _find_block_end(lines, first)
            self.spans.append((first, last))
            return min(first + 1, last), last
        last = first
        flat = " ".join(node.text.split())
        while (
            last < len(lines)
            and "\n" not in opening
            and _continues_text(lines[last], flat, opening)
        ):
            last += 1
        self.spans.append((first, last))
        return first, last

    def comments(self, first_line: int = 1) -> tuple[Comment, ...]:
        """Return the comments of the file's YAML lines from ``first_line`` on."""
        inside = {n for first, last in self.spans for n in range(first + 1, last + 1)}
        found = []
        lines = self.source.lines[: self.last_line or None]
        for number, line in enumerate(lines[first_line - 1 :], start=first_line):
            match = _COMMENT.search(line)
            if match and number not in inside:
                found.append(Comment(match[1].strip(), number, number))
        return tuple(found)

    def marks(self) -> frozenset[int]:
        """Return the numbers (from 1) of the lines that hold only YAML's own marks."""
        return frozenset(
            number
            for number, line in enumerate(self.source.lines, start=1)
            if line.strip() and (_ONLY_MARKS.match(line) or line.startswith(("---", "%")))
        )


def as_words(key: str) -> str:
    """Return a key as words: `why_copenhagen` -> "why copenhagen"; a name with its own capitals
    stays ("PepsiCo").
    """
    return CAMEL.sub(" ", key.replace("_", " ")).strip() if _KEY.fullmatch(key) else key


def _to_written(node: Scalar) -> Written:
    return Written(as_words(node.text), node.place.line, node.place.column)


def _find_block_end(lines: tuple[str, ...], first: int) -> int:
    """Return the last line of the block scalar whose indicator stands on line ``first``."""
    last, indent = first, None
    for number in range(first + 1, len(lines) + 1):
        line = lines[number - 1]
        if not line.strip():
            continue
        width = len(line) - len(line.lstrip(" "))
        indent = width if indent is None else indent
        if width < indent or width == 0:
            break
        last = number
    return last


def _continues_text(line: str, flat: str, opening: str) -> bool:
    """Tell whether a line continues the text ``flat``, which begins with ``opening``."""
    words = line.strip().rstrip("\"'").rstrip()
    if not words or flat in opening:
        return False
    return words in flat and not opening.strip().endswith(words)


def _find_line_numbers(source: Source, texts: list[str], first: int, last: int) -> list[int]:
    """Return for each line of a text the number of the file's line it comes from."""
    numbers, cursor = [], first
    for text in texts:
        words = text.split()
        if words:
            for number in range(cursor, last + 1):
                if words[0] in source.lines[number - 1]:
                    cursor = number
                    break
        numbers.append(cursor)
        cursor = min(cursor + 1, last) if words else cursor
    return numbers


def _renumber_blocks(blocks: tuple[Block, ...], numbers: list[int], last: int) -> Iterable[Block]:
    """Yield the blocks with line numbers of the text replaced by those of the file."""
    for block in blocks:
        lines = tuple(
            replace(
                written,
                line=numbers[written.line - 1],
                last_line=(numbers[written.line] - 1 if written.line < len(numbers) else last),
            )
            for written in block.lines
        )
        yield replace(
            block, lines=lines, children=tuple(_renumber_blocks(block.children, numbers, last))
        )
