"""A sentence of a letter with its surroundings."""

import re
from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from lapel.checks.letters.facts import Worded, telling_stems
from lapel.checks.letters.vocabulary import word_list
from lapel.letter.model import BODY, Letter, Part, Piece
from lapel.source.diagnostics import Place
from lapel.source.source import Source
from lapel.text.regexes import regex
from lapel.text.words import split_words

_MARKUP = regex(r"\]\([^)\s]*\)|https?://\S+|\S+@\S+\.\w+")


class Said(Worded, frozen=True, dict=True):
    """One sentence. ``around`` has it with its neighbours of the same paragraph; addresses are
    blanked out in ``text``, so that its columns are those of the file.
    """

    piece: Piece
    around: str
    before: str

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """The words of the sentence in lower case, in order."""
        return tuple(word.lower for word in self.words)

    def has(self, name: str) -> bool:
        """Tell whether the sentence has a word of the list of this name."""
        return not word_list(name).isdisjoint(self.lower)

    @cached_property
    def stems_around(self) -> frozenset[str]:
        """The stems of the telling words of the sentence and its neighbours."""
        return telling_stems(split_words(self.around))


class Claim(Struct, frozen=True):
    """A statement of a sentence that no source makes, from ``start`` to ``end`` of its text."""

    start: int
    end: int
    message: str


def said_sentences(letter: Letter) -> Iterator[Said]:
    """Yield the sentences of a letter's body."""
    before = ""
    for part in letter.of(*BODY):
        texts = [_MARKUP.sub(_to_blanks, piece.text) for piece in part.pieces]
        if part.part is Part.PARAGRAPH:
            before = ""
        for index, piece in enumerate(part.pieces):
            around = " ".join(texts[max(0, index - 1) : index + 2])
            yield Said(texts[index], piece, f"{before} {around}", before)
            before = texts[index]


def place_of(said: Said, start: int, end: int, source: Source) -> Place:
    """Return the place of a stretch of a sentence in its file, also below the sentence's first
    line.
    """
    first = said.piece.place
    if first is None:
        return source.place(1)
    found = said.piece.text[start:end]
    pattern = re.compile(r"\s+".join(map(re.escape, found.split())))
    earlier = len(pattern.findall(said.piece.text, 0, start))
    rest = "\n".join(
        (source.lines[first.line - 1][first.column - 1 :], *source.lines[first.line :])
    )
    matches = list(pattern.finditer(rest))
    if earlier >= len(matches):
        return first
    offset = matches[earlier].start()
    line = rest.count("\n", 0, offset)
    column = offset - rest.rfind("\n", 0, offset) if line else first.column + offset
    width = len(matches[earlier].group().partition("\n")[0])
    return source.place(first.line + line, column, max(1, width))


def _to_blanks(found: re.Match[str]) -> str:
    return " " * len(found.group())
