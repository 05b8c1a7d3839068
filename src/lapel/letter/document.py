"""A letter as a document tree: the resume's header, then the letter's parts as leaves."""

from collections.abc import Iterator

from lapel.document.header import draft_header
from lapel.document.tree import Block, Document, Section
from lapel.letter.model import Letter, LetterPart, Part
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
OF_LINES = frozenset(
    {Part.DATE, Part.RECIPIENT, Part.SUBJECT, Part.SIGNATURE, Part.ENCLOSURE, Part.SALUTATION}
)


def letter_document(letter: Letter, basics: Basics, language: str, theme: Theme) -> Document:
    """The leaves of a letter under the theme's header; to-dos and comments stay behind."""
    name = basics.name.markdown
    return Document(
        title=name,
        author=name,
        language=language,
        header=draft_header(basics, theme.separator, theme.contact),
        sections=(Section("letter", None, tuple(_leaves(letter))),),
    )


def _leaves(letter: Letter) -> Iterator[Block]:
    for number, part in enumerate(letter.of(*KINDS), 1):
        kept = part.part is Part.SIGN_OFF
        yield Block(f"letter/{number}", KINDS[part.part], tuple(_runs(part)), keeps_next=kept)


def _runs(part: LetterPart) -> Iterator[Run]:
    if part.part not in OF_LINES:
        yield from parse_inline(part.text)
        return
    for number, piece in enumerate(part.pieces):
        if number:
            yield Run(LINE_BREAK)
        yield from parse_inline(piece.text)
