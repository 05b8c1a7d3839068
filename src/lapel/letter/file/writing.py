"""A letter as the file that the person edits: a sentence a line, sources in comments."""

from collections.abc import Iterator, Sequence

from lapel.letter.model import (
    BODY,
    CONFLICT_MARKS,
    OWN,
    SOURCES,
    Letter,
    LetterDraft,
    LetterPart,
    Line,
    Paragraph,
    Part,
    Piece,
    Sentence,
    Source,
    SourceKind,
    ToDo,
)
from lapel.text.sentences import split_sentences

TODO_MARK = "**To do:**"
MARKS = {Part.TODO: ("> ", "> "), Part.BULLET: ("- ", "  ")}
"""The prefix of the first line of a block, and that of its other lines."""


def letter_of(draft: LetterDraft) -> Letter:
    """Return the draft as the parts of a letter, top to bottom."""
    return Letter(tuple(_to_parts(draft)))


def letter_text(letter: Letter) -> str:
    """Return the text of the letter file; reading it gives the letter back.

    After each paragraph a comment names the sources of its sentences in order, with bars between.
    """
    return "\n\n".join(_write_block(part) for part in letter.parts) + "\n"


def _sources_text(pieces: Sequence[Piece]) -> str:
    """Return the sources of sentences as a comment says them: "note letter-2, job position | frame
    x".
    """
    return " | ".join(", ".join(map(str, piece.sources)) for piece in pieces)


def _todo_text(todo: ToDo) -> str:
    """Return a to-do as the letter file writes it."""
    return f"{TODO_MARK} {todo.text} ({todo.reason})"


def _to_parts(draft: LetterDraft) -> Iterator[LetterPart]:
    yield from _make_part_of_lines(Part.DATE, draft.date)
    yield from _make_part_of_lines(Part.RECIPIENT, *draft.recipient)
    yield from _make_part_of_lines(Part.SUBJECT, draft.subject)
    yield from _make_part_of_lines(Part.SALUTATION, draft.salutation)
    for paragraph in draft.paragraphs:
        yield from _paragraph_parts(paragraph)
    yield from _make_part_of_lines(Part.SIGN_OFF, draft.sign_off)
    yield from _make_part_of_lines(Part.SIGNATURE, draft.signature)
    yield from _make_part_of_lines(Part.ENCLOSURE, draft.enclosure)


def _make_part_of_lines(part: Part, *lines: Line | None) -> Iterator[LetterPart]:
    pieces = tuple(Piece(line.text, line.sources) for line in lines if line is not None)
    if pieces:
        yield LetterPart(part, pieces)


def _paragraph_parts(paragraph: Paragraph) -> Iterator[LetterPart]:
    if paragraph.sentences:
        yield LetterPart(Part.PARAGRAPH, tuple(_to_pieces(paragraph.sentences)))
    for todo in paragraph.todos:
        sources = (Source(SourceKind.NOTE, todo.note.id),) if todo.note else ()
        yield LetterPart(Part.TODO, (Piece(_todo_text(todo), sources),))


def _to_pieces(sentences: Sequence[Sentence]) -> Iterator[Piece]:
    """Yield the sentences as a reader of the file parts them, with the sources of their words."""
    position, sources = 0, list[tuple[int, tuple[Source, ...]]]()
    for sentence in sentences:
        sources.append((position, sentence.sources))
        position += len(sentence.text) + 1
    text, end = " ".join(sentence.text for sentence in sentences), 0
    for found in split_sentences(text):
        start = text.index(found, end)
        end = start + len(found)
        last = [own for first, own in sources if first <= start][-1:]
        within = [own for first, own in sources if start < first < end]
        yield Piece(found, tuple(dict.fromkeys(s for own in (*last, *within) for s in own)))


def _write_block(part: LetterPart) -> str:
    if part.part is Part.COMMENT:
        return f"<!-- {part.text} -->"
    first, further = MARKS.get(part.part, ("", ""))
    lines: list[str] = []
    for piece in part.pieces:
        if piece.text in CONFLICT_MARKS:
            lines.append(piece.text)
        elif part.part is Part.SUBJECT:
            lines.append(f"**{piece.text}**")
        else:
            lines.append(f"{further if lines else first}{piece.text}")
    if _is_traced(part):
        lines.append(f"<!-- {SOURCES} {_sources_text(part.pieces)} -->")
    return "\n".join(lines)


def _is_traced(part: LetterPart) -> bool:
    """Tell whether a part gets a comment with its sources: it has some, and no open conflict."""
    undecided = any(piece.text in CONFLICT_MARKS for piece in part.pieces)
    drafted = any(piece.sources not in ((), OWN) for piece in part.pieces)
    return part.part in BODY | {Part.TODO} and drafted and not undecided
