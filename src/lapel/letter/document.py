"""A letter as a document tree: the resume's header, then the letter's parts as leaves.

An ideographic space in a salutation or sign-off is where its custom begins a new line: 此致　敬礼.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from lapel.document.header import draft_header
from lapel.document.tree import Block, Document, Section
from lapel.letter.model import Letter, LetterPart, Part
from lapel.locale.words import Words
from lapel.profile.model import Basics
from lapel.text.inline import LINE_BREAK, Run, parse_inline
from lapel.theme.model import BlockKind, Theme

KINDS = {
    Part.DATE: BlockKind.DATE,
    Part.RECIPIENT: BlockKind.RECIPIENT,
    Part.SUBJECT: BlockKind.SUBJECT,
    Part.SALUTATION: BlockKind.SALUTATION,
    Part.PARAGRAPH: BlockKind.LETTER_PARAGRAPH,
    Part.BULLET: BlockKind.BULLET,
    Part.SIGN_OFF: BlockKind.SIGN_OFF,
    Part.SIGNATURE: BlockKind.SIGNATURE,
    Part.ENCLOSURE: BlockKind.ENCLOSURE,
}
OF_LINES = KINDS.keys() - {Part.PARAGRAPH, Part.BULLET}
NEW_LINE = "\u3000"


def letter_document(letter: Letter, basics: Basics, words: Words, theme: Theme) -> Document:
    """Return a letter as a document under the theme's header, without to-dos and comments."""
    name = basics.name.markdown
    return Document(
        title=name,
        author=name,
        language=words.language,
        header=draft_header(basics, words, theme.separator, theme.contact),
        sections=(Section("letter", None, tuple(_leaves(letter, words.letter.date_behind))),),
    )


def _leaves(letter: Letter, date_behind: str) -> Iterator[Block]:
    parts = _dated(tuple(letter.of(*KINDS)), date_behind)
    for number, part in enumerate(parts, 1):
        kept = part.part is Part.SIGN_OFF
        yield Block(f"letter/{number}", KINDS[part.part], tuple(_runs(part)), keeps_next=kept)


def _dated(parts: Sequence[LetterPart], behind: str) -> Iterable[LetterPart]:
    """Return the parts, with the date where letters of the language have it."""
    recipients = [part for part in parts if part.part is Part.RECIPIENT]
    if behind == Part.RECIPIENT and recipients:
        return (*recipients, *(part for part in parts if part.part is not Part.RECIPIENT))
    return _put_date_last(parts) if behind == Part.SIGNATURE else parts


def _put_date_last(parts: Sequence[LetterPart]) -> Iterator[LetterPart]:
    """Yield the parts, with the date as the signature's last line."""
    dates = tuple(piece for part in parts if part.part is Part.DATE for piece in part.pieces)
    for part in parts:
        if part.part is Part.SIGNATURE:
            yield replace(part, pieces=(*part.pieces, *dates))
        elif part.part is not Part.DATE:
            yield part


def _runs(part: LetterPart) -> Iterator[Run]:
    if part.part not in OF_LINES:
        yield from parse_inline(part.text)
        return
    lines = (line for piece in part.pieces for line in piece.text.split(NEW_LINE))
    for number, line in enumerate(lines):
        if number:
            yield Run(LINE_BREAK)
        yield from parse_inline(line)
