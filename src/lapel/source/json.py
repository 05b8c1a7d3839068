"""JSON as nodes with their places, in the same shape as YAML gives them."""

import re
from bisect import bisect_right
from json import JSONDecodeError, JSONDecoder
from typing import NoReturn

from lapel.source.diagnostics import Diagnostic, Outcome, Place, Severity, on_lines
from lapel.source.nodes import DEEPEST_LEVEL, Mapping, Node, Scalar, Sequence
from lapel.source.source import Source
from lapel.text.regexes import regex

_STRINGS = JSONDecoder(strict=False)  # a tab or a newline inside a text does no harm
_SPACE = regex(r"[ \t\n\r]*")
_COMMENT = regex(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
_PLAIN = regex(r"(?:null|true|false|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)(?![\w.+-])")
_BARE_WORD = regex(r"[^\s,:\[\]{}\"]+|.", re.DOTALL)
_UNREADABLE = regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def parse_json(source: Source) -> Outcome[Node]:
    """Read a JSON file (RFC 8259). The first violation is an error, except comments and a comma
    before a closing bracket, whose meaning is clear.
    """
    parser = _Parser(source)
    try:
        return Outcome(parser.document(), tuple(parser.spared.values()))
    except _NotJsonError as error:
        found = source.diagnostic("json-syntax", error.message, error.place, help=error.help)
        return Outcome(None, (found,))


class _NotJsonError(Exception):
    def __init__(self, message: str, place: Place, help: str) -> None:
        super().__init__(message)
        self.message, self.place, self.help = message, place, help


class _Parser:
    """A recursive descent over the text; every method takes an index and returns the next one."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.text = source.text
        self.spared: dict[str, Diagnostic] = {}
        self.starts = [0]
        for line in source.lines:
            self.starts.append(self.starts[-1] + len(line) + 1)

    def document(self) -> Node:
        node, at = self.value(self.skip(0), 0)
        at = self.skip(at)
        if at < len(self.text):
            self.fail(at, f"{self.found(at)} after the end of the value", "remove what follows it")
        return node

    def value(self, at: int, level: int) -> tuple[Node, int]:
        if level > DEEPEST_LEVEL:
            self.fail(at, f"more than {DEEPEST_LEVEL} levels of nesting", "")
        match self.text[at : at + 1]:
            case "{":
                return self.mapping(at, level)
            case "[":
                return self.sequence(at, level)
            case '"':
                return self.string(at)
        plain = _PLAIN.match(self.text, at)
        if plain is None:
            self.fail(at, f"expected a value, found {self.found(at)}", self.hint(at))
        return Scalar(plain[0], self.place(at, plain.end()), quoted=False), plain.end()

    def string(self, at: int) -> tuple[Scalar, int]:
        try:
            text, end = _STRINGS.raw_decode(self.text, at)
        except JSONDecodeError as error:
            if error.pos == at:
                self.fail(at, "this text has no closing quote", 'close it with `"`')
            help = "write a backslash itself as two: \\\\"
            self.fail(error.pos, "this escape is not known to JSON", help)
        if unreadable := _UNREADABLE.search(text):
            message = f"this text holds the invisible character U+{ord(unreadable[0]):04X}"
            self.fail(at, message, "delete it")
        return Scalar(text, self.place(at, end), quoted=True), end

    def sequence(self, at: int, level: int) -> tuple[Sequence, int]:
        items: list[Node] = []
        start, at = at, self.skip(at + 1)
        while self.text[at : at + 1] != "]":
            item, at = self.value(at, level + 1)
            items.append(item)
            at = self.separator(at, "]", start)
        return Sequence(tuple(items), self.place(start, start + 1)), at + 1

    def mapping(self, at: int, level: int) -> tuple[Mapping, int]:
        entries: dict[str, tuple[Scalar, Node]] = {}
        start, at = at, self.skip(at + 1)
        while self.text[at : at + 1] != "}":
            if self.text[at : at + 1] != '"':
                self.fail(at, f"expected a key in quotes, found {self.found(at)}", self.hint(at))
            key, at = self.string(at)
            at = self.skip(at)
            if self.text[at : at + 1] != ":":
                self.fail(at, f"expected `:` after the key, found {self.found(at)}", "")
            value, at = self.value(self.skip(at + 1), level + 1)
            if key.text in entries:
                lines = on_lines(entries[key.text][0].place, key.place)
                message = f"the key `{key.text}` stands here twice: {lines}"
                raise _NotJsonError(message, key.place, "keep one of them")
            entries[key.text] = (key, value)
            at = self.separator(at, "}", start)
        return Mapping(tuple(entries.values()), self.place(start, start + 1)), at + 1

    def separator(self, at: int, closing: str, start: int) -> int:
        """Pass the comma before the next item, or stop at the closing bracket."""
        at = self.skip(at)
        character = self.text[at : at + 1]
        if character == closing:
            return at
        if character != ",":
            line = self.place(start, start + 1).line
            self.fail(
                at,
                f"expected `,` or `{closing}`, found {self.found(at)}",
                f"the `{self.text[start]}` it belongs to is on line {line}",
            )
        after = self.skip(at + 1)
        if self.text[after : after + 1] == closing:
            self.spare("json-comma", at, at + 1, "a comma before a closing bracket is passed over")
        return after

    def skip(self, at: int) -> int:
        """Pass blanks and comments."""
        while True:
            match = _SPACE.match(self.text, at)
            at = match.end() if match else at
            comment = _COMMENT.match(self.text, at)
            if comment is None:
                return at
            self.spare("json-comment", at, comment.end(), "a comment in JSON is passed over")
            at = comment.end()

    def spare(self, code: str, at: int, end: int, message: str) -> None:
        """Hint at the first of each kind of harmless violation of JSON."""
        if code not in self.spared:
            help = "other programs cannot read the file so: remove it there and everywhere"
            self.spared[code] = self.source.diagnostic(
                code, message, self.place(at, end), help=help, severity=Severity.HINT
            )

    def found(self, at: int) -> str:
        match = _BARE_WORD.match(self.text, at)
        return f"`{match[0][:20]}`" if match else "the end of the file"

    def hint(self, at: int) -> str:
        rest = self.text[at : at + 2]
        if rest.startswith("'"):
            return 'JSON knows only double quotes: `"`'
        if rest.startswith(("/*", "#")):
            return "JSON has no comments: remove it, or name the file .yaml"
        return "a text stands in double quotes" if rest[:1].isalpha() else ""

    def place(self, at: int, end: int) -> Place:
        """Return the place of a stretch of the text, cut off at the end of its first line."""
        line = bisect_right(self.starts, at)
        start = self.starts[line - 1]
        last = min(end, start + len(self.source.lines[line - 1]))
        return self.source.place(line, at - start + 1, max(1, last - at))

    def fail(self, at: int, message: str, help: str) -> NoReturn:
        if at >= len(self.text):
            at = max(0, len(self.text.rstrip()))
        raise _NotJsonError(message, self.place(at, at + 1), help)
