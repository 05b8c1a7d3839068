"""From the YAML parser's events to nodes, reporting what would lose or change a text."""

import re
from collections.abc import Iterator
from typing import Any, Protocol

import yaml
from msgspec import Struct, field
from msgspec.structs import replace

from lapel.source.diagnostics import Diagnostic, Place, on_lines
from lapel.source.nodes import DEEPEST_LEVEL, Mapping, Node, Scalar, Sequence
from lapel.source.quoting import BULLET, advise_quotes, split_line
from lapel.source.source import Source
from lapel.source.yaml_parentheses import whole_entries, whole_items
from lapel.text.regexes import regex

MOST_NODES_FROM_ALIASES = 10_000
ENDLESS = frozenset({"yaml-depth", "yaml-aliases"})
TEXT_LOST = frozenset({"yaml-comment", "yaml-tag", "yaml-anchor", "yaml-quote"})

Event = Any  # the parser's stubs make every mark optional, and say nothing of values
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STRING_TAGS = frozenset({None, "tag:yaml.org,2002:str"})
# What YAML 1.1 takes for a newline but no editor counts as one; as a space, lines stay true.
_OTHER_LINE_BREAKS = str.maketrans("\r\x85\u2028\u2029", "    ")
CUTTING_COMMENT = regex(r"\s+(#+[^#\s])")
CUTTING_LINE = regex(r"\s*(#+[^#\s])")
_OUT_OF_USE = regex(r"\s*#+(?:[\"'{\[]|- |[A-Za-z][\w-]*:(?:\s|$))")
"""A line of YAML that was commented out: no text continues like that."""
_TIGHT_BULLET = regex(r"-[^\W\d_](?:[^:]|:(?=\S))*$")
_STUB = regex(r"[|>][+-]?\s*(?:\s#+(?:\s.*)?)?$")
_CONTROL = regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


class Mark(Protocol):
    """A position as the parser gives it: line and column from 0."""

    line: int
    column: int


class EndlessError(Exception):
    """The rest of the document is not read: aliases or nesting have no end in sight."""


def events_of(text: str) -> Iterator[Event]:
    """Yield the parser's events, one by one; a syntax error is raised at its event."""
    return iter(yaml.parse(text.translate(_OTHER_LINE_BREAKS), Loader=_LOADER))


def place_of_mark(source: Source, first_line: int, mark: Mark | None) -> Place:
    """Return the place in the file of a mark in a text that begins at ``first_line``."""
    if mark is None:
        return source.place(first_line)
    line = min(first_line + mark.line, len(source.lines))
    return source.place(line, mark.column + 1)


class Anchor(Struct, frozen=True):
    """A node that aliases may repeat, and its number of nodes with all its aliases."""

    node: Node
    size: int


class Composer(Struct):
    """Builds the nodes of one text; ``problems`` collects the problems found in it."""

    source: Source
    first_line: int
    problems: list[Diagnostic] = field(default_factory=list)
    anchors: dict[str, Anchor] = field(default_factory=dict)
    lone_anchors: dict[str, Place] = field(default_factory=dict)
    size: int = 0
    repeated: int = 0

    def compose(self, events: Iterator[Event]) -> Node:
        """Return the node of the only document; a second document is an error."""
        node: Node = Scalar("", self.source.place(self.first_line), quoted=False)
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents == 2:
                    self._report_second_document(event)
            elif isinstance(event, yaml.NodeEvent):
                try:
                    composed = self._compose_node(event, events, 0)
                except EndlessError:
                    return node
                node = composed if documents == 1 else node
        for place in self.lone_anchors.values():
            self._advise_to_quote("yaml-anchor", "`&` sets an anchor that nothing repeats", place)
        return node

    def _compose_node(self, event: Event, events: Iterator[Event], level: int) -> Node:
        """Return the node that begins with ``event``, with everything inside it."""
        if level > DEEPEST_LEVEL:
            place = self._place_of(event)
            self._report_problem(
                "yaml-depth", f"more than {DEEPEST_LEVEL} levels of nesting", place
            )
            raise EndlessError
        if isinstance(event, yaml.AliasEvent):
            return self._resolve_alias(event)
        size_before = self.size
        self.size += 1
        node: Node
        if isinstance(event, yaml.ScalarEvent):
            node = self._compose_scalar(event)
        elif isinstance(event, yaml.SequenceStartEvent):
            items = tuple(self._compose_items(events, level))
            items = whole_items(items, self.source) if event.flow_style else items
            node = Sequence(items, self._place_of(event))
        else:
            node = self._compose_mapping(events, level, self._place_of(event))
            if event.flow_style:
                node = replace(node, entries=whole_entries(node.entries, self.source))
        if event.tag not in _STRING_TAGS and not isinstance(node, Scalar):
            self._advise_to_quote("yaml-tag", f"`{event.tag}` is a tag of YAML", node.place)
        if event.anchor is not None:
            self.anchors[event.anchor] = Anchor(node, self.size - size_before)
            if isinstance(node, Scalar):
                self.lone_anchors[event.anchor] = node.place
        return node

    def _compose_scalar(self, event: Event) -> Scalar:
        place = self._place_of(event)
        scalar = Scalar(event.value, place, quoted=bool(event.style))
        if event.tag not in _STRING_TAGS:
            self._advise_to_quote("yaml-tag", "`!` sets a tag in YAML", place)
        elif not scalar.quoted:
            self._check_plain(event, scalar)
        elif event.style in "|>" and not scalar.text.strip() and not self._is_stub(scalar):
            self._advise_to_quote(
                "yaml-text", f"in YAML `{event.style}` begins a block of lines", place
            )
        elif _CONTROL.search(scalar.text):
            self._report_problem(
                "control-character", "an escape in this text makes an invisible character", place
            )
        elif event.style in "\"'":
            self._check_quotes(event, place)
            self._check_comment(event, scalar, CUTTING_LINE)
        return scalar

    def _check_plain(self, event: Event, scalar: Scalar) -> None:
        """Report a text that a ``#`` cut short, on its last line or as its next line."""
        if self._check_comment(event, scalar, CUTTING_COMMENT) or not scalar.text:
            return
        first, last = event.start_mark.line + 1, event.end_mark.line + 1
        self._check_lines(scalar, self.first_line + event.end_mark.line)
        for number in range(self.first_line + first, self.first_line + last):
            if BULLET.match(self._line_at(number)) and not BULLET.match(scalar.text):
                self._report_swallowed(scalar.place.line, number)
        line = self.first_line + last
        match = CUTTING_LINE.match(self._line_at(line))
        if _OUT_OF_USE.match(self._line_at(line)):
            return
        if match and match.start(1) > split_line(self._line_at(scalar.place.line)).owner:
            place = self.source.place(line, match.start(1) + 1)
            self.problems.append(report_text_cut(self.source, scalar.place.line, place))

    def _check_lines(self, scalar: Scalar, last: int) -> None:
        """Report lines that begin like bullets without the space, and are read as one text."""
        first = scalar.place.line
        written = [self._line_at(number).strip() for number in range(first, last + 1)]
        below = (
            first > self.first_line and not self._line_at(first)[: scalar.place.column - 1].strip()
        )
        if below and all(map(_TIGHT_BULLET.match, written)):
            message = "a list's `-` without a space after it"
            message += ", so that these lines are one text" if len(written) > 1 else ""
            self._report_problem(
                "yaml-dash", message, scalar.place, help=f"write - {written[0][1:]}"
            )

    def _report_swallowed(self, first: int, line: int) -> None:
        """Report a line that begins like a bullet and is read as the end of the text above it."""
        text = self._line_at(line)
        indent = len(text) - len(text.lstrip())
        message = "this bullet is read as the end of the text above it"
        quotes = advise_quotes(self.source.lines, first)
        help = f"begin it below the `-` of the bullet above; if it is none, {quotes}"
        place = self.source.place(line, indent + 1, len(text) - indent)
        self._report_problem("yaml-swallowed", message, place, help=help)

    def _check_comment(self, event: Event, scalar: Scalar, comment: re.Pattern[str]) -> bool:
        """Report text after a value on its line that YAML takes for a comment but hardly is one."""
        line = self.first_line + event.end_mark.line
        match = comment.match(self._line_at(line), event.end_mark.column)
        if match:
            place = self.source.place(line, match.start(1) + 1)
            self.problems.append(report_text_cut(self.source, scalar.place.line, place))
        return match is not None

    def _line_at(self, number: int) -> str:
        """Return a line of the file, "" past its end."""
        lines = self.source.lines
        return lines[number - 1] if number <= len(lines) else ""

    def _is_stub(self, scalar: Scalar) -> bool:
        """Tell whether an empty block of lines waits to be filled; ">5" is a typed text."""
        line = self._line_at(scalar.place.line)
        return _STUB.match(line, scalar.place.column - 1) is not None

    def _check_quotes(self, event: Event, place: Place) -> None:
        """Report a quote that swallowed the bullets below it."""
        first = self.first_line + event.start_mark.line
        last = self.first_line + event.end_mark.line
        owner = split_line(self._line_at(first)).owner if last > first else -1
        for line in range(first + 1, last + 1):
            text = self._line_at(line)
            if text.strip() and len(text) - len(text.lstrip()) <= owner:
                message = f"this quote is not closed before line {line}"
                self._advise_to_quote("yaml-quote", message, place)
                return

    def _compose_items(self, events: Iterator[Event], level: int) -> Iterator[Node]:
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                return
            yield self._compose_node(event, events, level + 1)

    def _compose_mapping(self, events: Iterator[Event], level: int, place: Place) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        merged: dict[str, tuple[Scalar, Node]] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._compose_node(event, events, level + 1)
            value = self._compose_node(next(events), events, level + 1)
            if not isinstance(key, Scalar):
                self._report_key_without_text(key)
            elif self._is_text(key, value):
                self._advise_to_quote("yaml-key", "`?` begins a key, and no text", key.place)
            elif _is_merge_key(key) and (brought := _merge_entries(value)) is not None:
                merged |= brought
            elif key.text in entries:
                self._report_duplicate(key, entries[key.text][0], place)
            else:
                entries[key.text] = (key, value)
        return Mapping(tuple((merged | entries).values()), place)

    def _is_text(self, key: Scalar, value: Node) -> bool:
        """Tell whether a key without a value is a text that was typed: "? maybe later"."""
        empty = isinstance(value, Scalar) and not value.text and not value.quoted
        return empty and split_line(self._line_at(key.place.line)).value.startswith("?")

    def _report_key_without_text(self, key: Node) -> None:
        message = "a key must be a text"
        written = split_line(self._line_at(key.place.line))
        if written.label.startswith("-") or written.value.startswith("?"):
            self._advise_to_quote("yaml-key", message, key.place)
        else:
            self._report_problem("yaml-key", message, key.place, help="put the key in quotes")

    def _report_duplicate(self, key: Scalar, first: Scalar, whole: Place) -> None:
        message = f"the key `{key.text}` stands here twice: {on_lines(first.place, key.place)}"
        help = "keep one of them, or join what stands under both"
        if self._line_at(whole.line)[: whole.column - 1].endswith("- "):
            help += "; another entry of the list begins with `- `"
        self._report_problem("yaml-duplicate-key", message, key.place, help=help)

    def _resolve_alias(self, event: Event) -> Node:
        """Return the node that an alias repeats; repetitions are counted, so that they have an
        end.
        """
        place = self._place_of(event)
        anchor = self.anchors.get(event.anchor)
        if anchor is None:
            message = f"`*{event.anchor}` repeats an anchor that does not stand above it"
            self._advise_to_quote("yaml-alias", message, place)
            return Scalar("", place, quoted=True)
        self.lone_anchors.pop(event.anchor, None)
        self.size += anchor.size
        self.repeated += anchor.size
        if self.repeated > MOST_NODES_FROM_ALIASES:
            message = (
                f"the aliases of this file repeat more than {MOST_NODES_FROM_ALIASES:,} values"
            )
            help = "write the values out"
            self._report_problem("yaml-aliases", message, place, help=help)
            raise EndlessError
        return anchor.node

    def _report_second_document(self, event: Event) -> None:
        message = "a second document begins here, expected one"
        help = "remove this line, or keep what follows in a file of its own"
        self._report_problem("yaml-documents", message, self._place_of(event), help=help)

    def _place_of(self, event: Event) -> Place:
        """Return the place where an event begins, as wide as it is on its first line."""
        start, end = event.start_mark, event.end_mark
        line = min(self.first_line + start.line, len(self.source.lines))
        last = end.column
        if end.line != start.line:
            last = len(self.source.lines[line - 1])
        return self.source.place(line, start.column + 1, max(1, last - start.column))

    def _advise_to_quote(self, code: str, message: str, place: Place) -> None:
        self._report_problem(
            code, message, place, help=advise_quotes(self.source.lines, place.line)
        )

    def _report_problem(self, code: str, message: str, place: Place, *, help: str = "") -> None:
        self.problems.append(self.source.diagnostic(code, message, place, help=help))


def report_text_cut(source: Source, line: int, place: Place) -> Diagnostic:
    """Report a text that begins on ``line`` and is cut where a comment begins."""
    comment = source.lines[place.line - 1][place.column - 1 :].split()[0]
    message = f"this text is cut before `{comment}`: ` #` begins a comment in YAML"
    quotes = advise_quotes(source.lines, line)
    help = f"if it is a comment, put a space after the `#`; if not, {quotes}"
    return source.diagnostic("yaml-comment", message, place, help=help)


def _is_merge_key(key: Scalar) -> bool:
    return key.text == "<<" and not key.quoted


def _merge_entries(value: Node) -> dict[str, tuple[Scalar, Node]] | None:
    """Return the entries that ``<<`` brings in, the earlier mapping's first; None if it has no
    mapping.
    """
    mappings = value.items if isinstance(value, Sequence) else (value,)
    merged: dict[str, tuple[Scalar, Node]] = {}
    for mapping in reversed(mappings):
        if not isinstance(mapping, Mapping):
            return None
        merged |= {key.text: (key, inner) for key, inner in mapping.entries}
    return merged
