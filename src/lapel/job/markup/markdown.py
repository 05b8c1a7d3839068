"""Parsing Markdown to blocks with line numbers; the text of a block stays as written."""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec import Struct, field
from msgspec.structs import replace

from lapel.job.markup.bare_headings import is_heading_word
from lapel.job.markup.lines import PlainLine, as_seen, plain_lines
from lapel.job.markup.other_marks import is_decorated
from lapel.job.words.errands import heads_errands
from lapel.job.words.headings import is_for_own_use, speaks_of_own, topic_of
from lapel.job.words.labels import is_table_head
from lapel.job.words.topics import FIELDS, NOTES
from lapel.source.diagnostics import Place
from lapel.source.source import Source
from lapel.text.regexes import regex

_CELL = regex(r"(?<!\\)\|")
_TABS, _ALIGNED = regex(r"\t"), regex(r"\t+")
_DELIMITER = regex(r"^\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")
_CHECKBOX = regex(r"^\[[ xX✓✔]?\]\s+(?=\S)")


class Shape(StrEnum):
    """The kinds of blocks."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    FENCE = "fence"


class Written(Struct, frozen=True):
    """The words of one line without marker and indentation; line and column from 1."""

    text: str
    line: int
    column: int = 1
    last_line: int = 0

    def place(self, source: Source) -> Place:
        """Return the place of these words in the file."""
        raw = as_seen(source.lines[self.line - 1])
        start = self.column
        if not raw.startswith(self.text, start - 1):
            start = (
                max(raw.find(self.text), 0) + 1 if self.text in raw else min(start, len(raw) + 1)
            )
        width = max(1, min(len(self.text), len(raw) - start + 1))
        return source.place(self.line, start, width)

    @property
    def end(self) -> int:
        """The last line that these words stand on."""
        return max(self.line, self.last_line)


class Block(Struct, frozen=True):
    """A heading, paragraph, list item, fence or table's row.

    ``level`` is a heading's (from 1), or 1 for a table's head; ``lines`` of a row are its cells;
    ``children`` are the blocks inside an item or a fence. ``alone`` says that a paragraph's only
    line serves as a heading.
    """

    shape: Shape
    lines: tuple[Written, ...] = ()
    level: int = 0
    alone: bool = False
    children: "tuple[Block, ...]" = ()


class Marks(Struct, frozen=True):
    """The numbers of lines that hold marks only (rules, fences, a table's delimiter), and the lines
    of the open fences.
    """

    lines: frozenset[int] = frozenset()
    open_fences: tuple[int, ...] = ()


@cache
def _build_parser() -> MarkdownIt:
    # Indented code, raw HTML and link references are no habits of job files, but indented
    # lists, "<<PENDING>>" and "[name]: text" are.
    disabled = ["code", "html_block", "reference", "inline", "text_join"]
    return MarkdownIt("commonmark").disable(disabled)


def parse_markdown(text: str, first_line: int = 1) -> tuple[tuple[Block, ...], Marks]:
    """Parse a text to blocks and lines of marks; ``first_line`` is its first line's number."""
    written = text.split("\n")
    lines = plain_lines(text, first_line)
    tokens = _build_parser().parse("\n".join(line.text for line in lines))
    for token in tokens:
        if token.type == "fence" and not _is_closed(token, lines):
            assert token.map is not None
            return _parse_without_fence(written, first_line, lines[token.map[0]].line)
    below = (token for token in tokens[1:] if token.markup.startswith("#"))
    headed = (lines[token.map[0]] for token in below if token.map)
    bare_words = not any(_is_marked(line, written[line.line - first_line]) for line in headed)
    builder = _Builder(written, first_line, lines, bare_words)
    blocks = builder.blocks(tokens)
    return blocks, Marks(frozenset(builder.marks), tuple(builder.open_fences))


def _is_marked(line: PlainLine, typed: str) -> bool:
    """Tell whether a heading has a mark before it, and is not bare or between rows of marks."""
    return line.text.lstrip("# ") != as_seen(typed).strip() and not is_decorated(typed)


def _is_closed(token: Token, lines: Sequence[PlainLine]) -> bool:
    assert token.map is not None
    last = lines[token.map[1] - 1].text.strip(" \t>")
    return (
        token.map[1] - token.map[0] > 1 and last.startswith(token.markup) and not last.strip("`~")
    )


def _parse_without_fence(
    written: list[str], first_line: int, opened: int
) -> tuple[tuple[Block, ...], Marks]:
    """Parse the text without the line of an open fence, which would hide the rest of the file."""
    rest = [*written]
    rest[opened - first_line] = ""
    blocks, marks = parse_markdown("\n".join(rest), first_line)
    return blocks, Marks(marks.lines | {opened}, (opened, *marks.open_fences))


class _Builder(Struct):
    """Makes blocks of the parser's tokens."""

    text: Sequence[str]
    first_line: int
    lines: tuple[PlainLine, ...]
    bare_words: bool
    marks: set[int] = field(default_factory=set)
    open_fences: list[int] = field(default_factory=list)

    def blocks(self, tokens: Sequence[Token]) -> tuple[Block, ...]:
        """Return the blocks that these tokens make, side by side."""
        blocks: list[Block] = []
        index = 0
        while index < len(tokens):
            token = tokens[index]
            end = _find_closing_token(tokens, index)
            inner = tokens[index + 1 : end]
            if token.type == "heading_open":
                blocks.append(self.heading(token, inner[0]))
            elif token.type == "paragraph_open":
                blocks.extend(self.paragraph(inner[0]))
            elif token.type == "list_item_open":
                blocks.append(self.item(token, inner))
            elif token.type == "fence":
                blocks.append(self.fence(token))
            elif token.type == "hr":
                self.mark(token, 0)
            else:
                blocks.extend(self.blocks(inner))
            index = end + 1
        return tuple(blocks)

    def mark(self, token: Token, offset: int) -> None:
        """Note that a line of the token holds marks only; ``offset`` counts from its first line, or
        if negative from its end.
        """
        assert token.map is not None
        index = token.map[0] + offset if offset >= 0 else token.map[1] + offset
        self.marks.add(self.lines[index].line)

    def heading(self, token: Token, inline: Token) -> Block:
        """Return a heading's block; the underline of an underlined one is a line of marks."""
        if token.markup in ("-", "="):
            self.mark(token, -1)
        return Block(Shape.HEADING, self.written(inline), int(token.tag[1:]))

    def paragraph(self, inline: Token) -> tuple[Block, ...]:
        """Return a paragraph's block, or the rows of a table."""
        lines = self.written(inline)
        if all("\t" in w.text for w in lines):
            return _read_tabbed_rows(lines)
        delimiters = [w for w in lines if "-" in w.text and _DELIMITER.match(w.text)]
        if all(w.text.startswith("|") for w in lines) or (
            delimiters and all("|" in w.text for w in lines)
        ):
            self.marks.update(w.line for w in delimiters)
            head = lines[0] if len(lines) > 1 and lines[1] in delimiters else None
            if head and len(lines) == 3 and (turned := _turn_columns(head, lines[2])):
                return turned
            return tuple(_make_row(w, int(w is head)) for w in lines if w not in delimiters)
        named = heads_errands(lines[0].text) or (self.bare_words and is_heading_word(lines[0].text))
        alone = len(lines) == 1 and named
        return (Block(Shape.PARAGRAPH, lines, alone=alone),)

    def item(self, token: Token, tokens: Sequence[Token]) -> Block:
        """Return a list item's block: its own lines, and the blocks inside it."""
        if len(tokens) == 1 and tokens[0].type == "hr" and tokens[0].markup.startswith("_"):
            assert token.map is not None  # a blank to fill in, and no rule
            return Block(
                Shape.ITEM, (Written(tokens[0].markup[:-1], self.lines[token.map[0]].line),)
            )
        children = self.blocks(tokens)
        if not children:
            self.mark(token, 0)
        lines: tuple[Written, ...] = ()
        if children and children[0].shape is Shape.PARAGRAPH:
            lines, children = _without_checkbox(children[0].lines), children[1:]
        return Block(Shape.ITEM, lines, children=children)

    def fence(self, token: Token) -> Block:
        """Return a fence's block, with its content parsed as Markdown."""
        self.mark(token, 0)
        self.mark(token, -1)
        assert token.map is not None
        first = self.lines[token.map[0]].line + 1
        blocks, marks = parse_markdown(token.content.rstrip("\n"), first)
        self.marks |= marks.lines
        self.open_fences += marks.open_fences
        info = token.info.strip()
        named = (Written(info, first - 1),) if info else ()
        return Block(Shape.FENCE, named, children=blocks)

    def written(self, inline: Token) -> tuple[Written, ...]:
        """Return the lines of an inline token with their places in the file."""
        assert inline.map is not None
        written = []
        for offset, text in enumerate(inline.content.split("\n")):
            number = self.lines[min(inline.map[0] + offset, inline.map[1] - 1)].line
            raw = as_seen(self.text[number - self.first_line])
            column = max(raw.find(text.strip()), 0) + 1
            written.append(Written(text.strip(), number, column))
        return tuple(written)


def _find_closing_token(tokens: Sequence[Token], start: int) -> int:
    """Return the index of the token that closes the one at ``start``."""
    if tokens[start].nesting != 1:
        return start
    level = tokens[start].level
    return next(
        index
        for index in range(start + 1, len(tokens))
        if tokens[index].nesting == -1 and tokens[index].level == level
    )


def _read_tabbed_rows(lines: Sequence[Written]) -> tuple[Block, ...]:
    """Return the rows of a table with tabs between its cells, as a spreadsheet gives it.

    Where the lines differ in tabs, several in a row part two cells: they only align the columns.
    """
    is_aligned = len({w.text.count("\t") for w in lines}) > 1
    between = _ALIGNED if is_aligned else _TABS
    first = _split_cells(lines[0], between)
    if (
        len(lines) == 2
        and len(first) > 2
        and (turned := _turn_columns(lines[0], lines[1], between))
    ):
        return turned
    told = topic_of(first[-1].text, in_notes=True) in NOTES  # "Employer | What to say"
    is_named = (len(first) > 2 or told) and is_table_head(first[0].text)
    is_headed = len(lines) > 1 and (is_named or any(speaks_of_own(c.text) for c in first[1:]))
    return tuple(_make_row(w, int(is_headed and w is lines[0]), between) for w in lines)


def _make_row(written: Written, level: int, between: re.Pattern[str] = _CELL) -> Block:
    """Return a table's row; the head of a table has level 1."""
    return Block(
        Shape.ROW, tuple(cell for cell in _split_cells(written, between) if cell.text), level
    )


def _split_cells(written: Written, between: re.Pattern[str] = _CELL) -> list[Written]:
    """Return the words of each cell of a row at their own column, with the empty cells."""
    cells = []
    column = written.column
    for cell in between.split(written.text):
        start = column + len(cell) - len(cell.lstrip())
        cells.append(Written(cell.strip(), written.line, start))
        column += len(cell) + 1
    return cells


def _turn_columns(
    head: Written, values: Written, between: re.Pattern[str] = _CELL
) -> tuple[Block, ...]:
    """Return each column of a two-line table of fields as a row: "Company | Position" above "Etsy |
    Planner".

    Empty where the head has fewer than two fields, or a name that is neither a field's, nor notes',
    nor bookkeeping.
    """
    names, below = _split_cells(head, between), _split_cells(values, between)
    titles = [name.text for name in names if name.text]
    fields = [title for title in titles if topic_of(title) in FIELDS]
    known = [
        title for title in titles if topic_of(title) in (*FIELDS, *NOTES) or is_for_own_use(title)
    ]
    if len(names) != len(below) or len(fields) < 2 or known != titles:
        return ()
    pairs = (tuple(c for c in pair if c.text) for pair in zip(names, below, strict=True))
    return tuple(Block(Shape.ROW, cells) for cells in pairs if cells)


def _without_checkbox(lines: tuple[Written, ...]) -> tuple[Written, ...]:
    first = lines[0]
    if not (box := _CHECKBOX.match(first.text)):
        return lines
    text = first.text[box.end() :]
    return (replace(first, text=text, column=first.column + box.end()), *lines[1:])
