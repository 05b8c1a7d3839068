"""The place of each word of a document in the text that was read back.

Both texts become lists of words; words left over by the longest common blocks (difflib) were torn
apart, moved, lost or added. Marks without a letter or digit are not counted as words: separators
and bullets differ between renderers by design.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from unicodedata import normalize

from msgspec import Struct

from lapel.checks.produced.model import ReadFile
from lapel.ledger.model import PageLine
from lapel.text.regexes import regex

# Without blanks between words each character counts as one: any of them may end a line.
UNSPACED = "\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef\u0e00-\u0e7f"
WORD = regex(rf"(?=[^\W_])[{UNSPACED}]|[^\s{UNSPACED}]*(?![{UNSPACED}])[^\W_][^\s{UNSPACED}]*")
ODDITIES = regex("[\u00ad\u200b-\u200f\u2060\ufeff]")
MARKS = str.maketrans("‘’‚", "'''", '"“”„«»')
"""Apostrophes become one kind; quotation marks are dropped."""
HYPHENS = regex("[\u2010\u2011\u2013]")
LINE_ENDS = ("-", "\u2010", "\u2013", "/")
"""Characters within a word after which a line may end."""


class Stretch(Struct, frozen=True):
    """Words of one planned line that go together; ``near`` is a line of the read text, from 1."""

    line: PageLine
    words: str
    near: int
    read: str = ""


class Alignment(Struct, frozen=True):
    """The planned lines, numbered from 0, against the read ones.

    ``lost`` are stretches found nowhere, ``moved`` those found elsewhere, ``torn`` those with
    blanks where there should be none or none where there should be, but for a line's end after a
    word's own hyphen; ``added`` words of the file that the plan does not have, with their line.
    """

    lines: tuple[PageLine, ...]
    lost: tuple[Stretch, ...]
    moved: tuple[Stretch, ...]
    torn: tuple[Stretch, ...]
    added: tuple[tuple[str, int], ...]
    positions: "tuple[_Position | None, ...]"
    _spans: tuple[tuple[int, int, int], ...]

    def text_positions(self, index: int) -> "tuple[_Position, ...]":
        """Return where the words of a line's text were read, without those not found."""
        start, middle, _ = self._spans[index]
        return tuple(p for p in self.positions[start:middle] if p)

    def first_line(self, index: int) -> int | None:
        """Return the line, from 1, on which the first word of a line's text was read; None if none
        was.
        """
        return min((position.line for position in self.text_positions(index)), default=None)

    def aside_positions(self, index: int) -> "tuple[_Position, ...]":
        """Return where the words of a line's aside were read, without those not found."""
        _, middle, end = self._spans[index]
        return tuple(p for p in self.positions[middle:end] if p)


class _Position(Struct, frozen=True, order=True):
    """The number of a word of the read text, and its line, from 1."""

    word: int
    line: int


def align(lines: Sequence[PageLine], read: ReadFile) -> Alignment:
    """Align the lines of a document with a file's text."""
    planned, spans = _list_planned_words(lines)
    found = [(word, number) for number, line in enumerate(read.lines, 1) for word in words_of(line)]
    positions: list[_Position | None] = [None] * len(planned)
    torn: list[Stretch] = []
    missing: list[tuple[int, int, int]] = []
    extra: list[tuple[int, int]] = []
    a, b = [compared(word) for word, _ in planned], [compared(word) for word, _ in found]
    for tag, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            for offset in range(a2 - a1):
                positions[a1 + offset] = _Position(b1 + offset, found[b1 + offset][1])
        elif "".join(a[a1:a2]) == "".join(b[b1:b2]):
            for offset in range(a1, a2):
                positions[offset] = _Position(b1, found[b1][1])
            parts = found[b1:b2]
            shown = " ".join(word for word, _ in parts)
            stretch = _make_stretch(planned, lines, a1, a2, found[b1][1], shown)
            torn += [] if a2 - a1 == 1 and _goes_on_over_lines(parts) else [stretch]
        else:
            near = found[min(b1, len(found) - 1)][1] if found else 1
            missing += [(start, end, near) for start, end in _split_by_line(planned, a1, a2)]
            if b2 > b1:
                extra.append((b1, b2))
    lost, moved = [], []
    for start, end, near in missing:
        at = _take_words(a[start:end], b, extra)
        if at is None:
            lost.append(_make_stretch(planned, lines, start, end, near))
            continue
        for offset in range(start, end):
            word = at + offset - start
            positions[offset] = _Position(word, found[word][1])
        moved.append(_make_stretch(planned, lines, start, end, found[at][1]))
    added = tuple((" ".join(w for w, _ in found[b1:b2]), found[b1][1]) for b1, b2 in extra)
    return Alignment(
        tuple(lines), tuple(lost), tuple(moved), tuple(torn), added, tuple(positions), spans
    )


def _goes_on_over_lines(parts: Sequence[tuple[str, int]]) -> bool:
    """Tell whether each part of a word but the last ends its line with the word's own hyphen or
    slash, as in long compounds: readers of the text join such parts.
    """
    return all(
        one.endswith(LINE_ENDS) and line < next_line
        for (one, line), (_, next_line) in pairwise(parts)
    )


def words_of(text: str) -> list[str]:
    """Return the words of a text as written; a mark alone does not count."""
    return WORD.findall(text)


def compared(word: str) -> str:
    """Return a word as it is compared: case, ligatures, the kind of hyphen, of apostrophe and of
    quotation marks do not count.
    """
    plain = HYPHENS.sub("-", ODDITIES.sub("", normalize("NFKC", word)))
    return plain.translate(MARKS).strip("'").casefold()


def _list_planned_words(
    lines: Sequence[PageLine],
) -> tuple[list[tuple[str, int]], tuple[tuple[int, int, int], ...]]:
    """Return all words with the number of their line, and where each line's text and aside end."""
    planned: list[tuple[str, int]] = []
    spans = []
    for number, line in enumerate(lines):
        start = len(planned)
        planned += [(word, number) for word in words_of(line.text)]
        middle = len(planned)
        planned += [(word, number) for word in words_of(line.aside)]
        spans.append((start, middle, len(planned)))
    return planned, tuple(spans)


def _split_by_line(
    planned: Sequence[tuple[str, int]], start: int, end: int
) -> Iterator[tuple[int, int]]:
    """Yield the stretches of ``start`` to ``end`` that lie in one line each."""
    first = start
    for index in range(start + 1, end + 1):
        if index == end or planned[index][1] != planned[first][1]:
            yield first, index
            first = index


def _take_words(words: list[str], read: list[str], extra: list[tuple[int, int]]) -> int | None:
    """Remove the words from what is left over; return where they were, None if they were not
    there.
    """
    for place, (start, end) in enumerate(extra):
        for at in range(start, end - len(words) + 1):
            if read[at : at + len(words)] == words:
                rest = [(start, at), (at + len(words), end)]
                extra[place : place + 1] = [(first, last) for first, last in rest if last > first]
                return at
    return None


def _make_stretch(
    planned: Sequence[tuple[str, int]],
    lines: Sequence[PageLine],
    start: int,
    end: int,
    near: int,
    read: str = "",
) -> Stretch:
    words = " ".join(word for word, _ in planned[start:end])
    return Stretch(lines[planned[start][1]], words, near, read)
