"""The letter file: plain Markdown read into the parts of a letter, each with its place.

A part is known by its shape, so that a letter may be edited, or written, by hand: before the
salutation stand the date, the recipient or a subject in bold; the salutation is the first short
line that ends as one does, in a mark or in the language's own word; the sign-off is the last short
line with a comma, and the signature and the enclosures follow. A quotation that begins with "To do"
is a to-do.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from lapel.job.words.placeholders import is_placeholder
from lapel.letter.model import BODY, SOURCES, Letter, LetterPart, Part, Piece, SourceKind
from lapel.letter.model import Source as Origin
from lapel.locale.words import LetterWords
from lapel.source.diagnostics import Diagnostic, Outcome
from lapel.source.source import Source
from lapel.text.numbers import YEAR
from lapel.text.regexes import regex
from lapel.text.sentences import split_sentences

COMMENT = regex(r"<!--(.*?)-->", re.DOTALL)
CONFLICT = regex(r"<{7}|={7}$|>{7}|\|{7}")
BULLET = regex(r"\s*[-*+•]\s+(?=\S)")
NUMBER = regex(r"\s*\d{1,2}[.)]\s+(?=\S)")
QUOTE = regex(r"\s*>\s?")
HEADING = regex(r"\s*#{1,6}\s+(.*?)\s*#*\s*$")
RULE = regex(r"\s*(?:-{3,}|\*{3,}|_{3,})\s*$")
TODO = regex(r"\W*to[- ]?do\b", re.IGNORECASE)
_YEAR = regex(rf"(?<!\d){YEAR}(?!\d)")
SALUTATION_MARKS = (",", ":", "!", "\N{ARABIC COMMA}", "\N{FULLWIDTH COMMA}", "\N{FULLWIDTH COLON}")
GREETING = regex(r"(?:dear|hello|hi|to whom)\b", re.IGNORECASE)
ENCLOSURE = regex(r"^encl|:", re.IGNORECASE)
LONGEST_SALUTATION_WORDS = 12
LONGEST_SIGN_OFF_WORDS = 5
LONGEST_SIGNATURE_WORDS = 8
LONGEST_DATE_WORDS = 5


class _Row(Struct, frozen=True):
    """A line of the file: its text without the block's marks, and where this stands (from 1)."""

    text: str
    line: int
    column: int


class _Block(Struct, frozen=True):
    part: Part
    rows: tuple[_Row, ...]

    @property
    def text(self) -> str:
        return " ".join(row.text for row in self.rows)

    @property
    def words(self) -> int:
        return len(self.text.split())


def read_letter(source: Source, forms: LetterWords | None = None) -> Outcome[Letter]:
    """Return the parts of a letter file; errors for an unfinished merge or an open comment.

    By the ``forms`` of its language a sign-off may look like a sentence, and a salutation end in no
    mark.
    """
    problems = tuple(_report_broken(source))
    if problems:
        return Outcome(None, problems)
    end, sign_off = (forms.salutation_end, forms.sign_off) if forms else ("", "")
    blocks = _name_ends(_name_beginning(list(_split_blocks(source.text)), end), sign_off)
    parts = [_make_part(block, source) for block in blocks]
    return Outcome(Letter(tuple(_attach_sources(parts))))


def _report_broken(source: Source) -> Iterator[Diagnostic]:
    for number, written in enumerate(source.lines, 1):
        if CONFLICT.match(written):
            yield source.diagnostic(
                "letter-conflict",
                "two versions of the letter stand here since the last update",
                source.place(number, 1, len(written)),
                help="keep what you want to say and delete the marks <<<<<<<, ======= and >>>>>>>",
            )
            return
    open_at = COMMENT.sub(lambda found: " " * len(found.group()), source.text).find("<!--")
    if open_at >= 0:
        before = source.text[:open_at]
        line, column = before.count("\n") + 1, open_at - before.rfind("\n")
        yield source.diagnostic(
            "comment-open",
            "this comment is never closed, so it hides the rest of the letter",
            source.place(line, column, 4),
            help="end it with -->, or delete the <!--",
        )


def _split_blocks(text: str) -> Iterator[_Block]:
    """Yield the comments, and the text between blank lines, bullets and quotations apart."""
    line, position = 1, 0
    for found in COMMENT.finditer(text):
        before = text[position : found.start()]
        yield from _split_text_blocks(before, line)
        line += before.count("\n")
        yield _Block(Part.COMMENT, (_Row(found.group(1).strip(), line, 1),))
        line += found.group().count("\n")
        position = found.end()
    yield from _split_text_blocks(text[position:], line)


def _split_text_blocks(text: str, line: int) -> Iterator[_Block]:
    part, rows = Part.PARAGRAPH, list[_Row]()
    for number, written in enumerate(text.split("\n"), line):
        kind, row = _read_row(written, number)
        continues = bool(rows) and kind is Part.PARAGRAPH and not NUMBER.match(written)
        if continues and part is Part.TODO and row.text:
            continues = False
        same_quote = kind is part is Part.TODO
        if rows and not (row.text and (continues or same_quote)):
            yield _Block(part, tuple(rows))
            rows = []
        if row.text and not RULE.match(written):
            part = part if rows else kind
            rows.append(row)
    if rows:
        yield _Block(part, tuple(rows))


def _read_row(written: str, number: int) -> tuple[Part, _Row]:
    """Return a line with the part that its marks make it; a quotation is a to-do at first."""
    part, start = Part.PARAGRAPH, len(written) - len(written.lstrip())
    if found := QUOTE.match(written):
        part, start = Part.TODO, found.end()
    elif found := BULLET.match(written):
        part, start = Part.BULLET, found.end()
    elif found := HEADING.match(written):
        return part, _Row(f"**{found.group(1)}**", number, 1)
    text = written[start:].rstrip().removesuffix("\\").rstrip()
    return part, _Row(text, number, start + 1)


def _name_beginning(blocks: Sequence[_Block], salutation_end: str) -> list[_Block]:
    """Return the blocks before the body named by their shape, and to-dos told from quotations."""
    named = [_without_quotation(block) for block in blocks]
    texts = [i for i, block in enumerate(named) if block.part is Part.PARAGRAPH]
    salutation = next((i for i in texts if _is_salutation(named[i], salutation_end)), None)
    if salutation is None:
        first = texts[0] if texts else 0
        if texts and _is_date(named[first]):
            named[first] = replace(named[first], part=Part.DATE)
        return named
    for index in texts:
        if index < salutation:
            named[index] = replace(named[index], part=_head_part(named[index]))
    named[salutation] = replace(named[salutation], part=Part.SALUTATION)
    return named


def _name_ends(blocks: list[_Block], formula: str) -> list[_Block]:
    """Return the blocks with sign-off, signature and enclosures named; short lines are these where
    there is no sign-off.
    """
    texts = [i for i, block in enumerate(blocks) if block.part is Part.PARAGRAPH]
    sign_off = next((i for i in reversed(texts) if _is_sign_off(blocks[i], formula)), None)
    trailing = _find_short_ends(blocks, texts)
    lines = [i for i in trailing if not ENCLOSURE.search(blocks[i].text)]
    if sign_off is None and len(lines) > 1:
        sign_off = lines[0]
    if sign_off is None and len(lines) == len(trailing):
        return blocks
    after = lines[0] - 1 if sign_off is None and lines else sign_off
    named: list[_Block] = []
    signed = False
    for index, block in enumerate(blocks):
        if index == sign_off:
            first, *rest = block.rows
            named.append(_Block(Part.SIGN_OFF, (first,)))
            if rest:
                named.append(_Block(Part.SIGNATURE, tuple(rest)))
                signed = True
        elif after is not None and index > after and index in texts and _is_line(block):
            encloses = signed or ENCLOSURE.search(block.text)
            named.append(replace(block, part=Part.ENCLOSURE if encloses else Part.SIGNATURE))
            signed = True
        else:
            named.append(block)
    return named


def _find_short_ends(blocks: Sequence[_Block], texts: Sequence[int]) -> list[int]:
    """Return the indices of the short paragraphs at the end, for a sign-off without a comma."""
    short: list[int] = []
    for index in reversed(texts):
        if not _is_line(blocks[index]):
            break
        short.insert(0, index)
    return short


def _without_quotation(block: _Block) -> _Block:
    """Return a quotation as a to-do where it asks to write something, else as a paragraph."""
    if block.part is Part.COMMENT:
        return block
    if TODO.match(block.text) or is_placeholder(block.text):
        return replace(block, part=Part.TODO)
    return replace(block, part=Part.PARAGRAPH) if block.part is Part.TODO else block


def _is_salutation(block: _Block, end: str) -> bool:
    if len(block.rows) > 1 or block.words > LONGEST_SALUTATION_WORDS:
        return False
    ends = (*SALUTATION_MARKS, end) if end else SALUTATION_MARKS
    return block.text.endswith(ends) or bool(GREETING.match(block.text))


def _head_part(block: _Block) -> Part:
    if _is_date(block):
        return Part.DATE
    bold = block.text.startswith("**") and block.text.endswith("**")
    return Part.SUBJECT if bold else Part.RECIPIENT


def _is_date(block: _Block) -> bool:
    return block.words <= LONGEST_DATE_WORDS and _YEAR.search(block.text) is not None


def _is_sign_off(block: _Block, formula: str) -> bool:
    first = block.rows[0].text
    short = len(first.split()) <= LONGEST_SIGN_OFF_WORDS
    return first == formula or (short and first.endswith(","))


def _is_line(block: _Block) -> bool:
    return block.words <= LONGEST_SIGNATURE_WORDS and not block.text.endswith((".", "!", "?", ";"))


def _make_part(block: _Block, source: Source) -> LetterPart:
    first, last = block.rows[0], block.rows[-1]
    if block.part in BODY:
        pieces = tuple(_sentence_pieces(block, source))
    elif block.part in (Part.TODO, Part.COMMENT):
        place = source.place(first.line, first.column, max(1, len(first.text)))
        pieces = (Piece(block.text, place=place),)
    else:
        pieces = tuple(_line_pieces(block, source))
    last_line = last.line + last.text.count("\n")
    return LetterPart(block.part, pieces, first.line, last_line)


def _attach_sources(parts: Sequence[LetterPart]) -> Iterator[LetterPart]:
    """Yield the parts with the sources in comments after them, if as many as the sentences."""
    for part, after in zip(parts, (*parts[1:], None), strict=False):
        if _is_sources(part):
            continue
        said = _sources_of(after.text) if after and _is_sources(after) else ()
        if len(said) == len(part.pieces):
            pieces = zip(part.pieces, said, strict=True)
            yield replace(part, pieces=tuple(replace(p, sources=s) for p, s in pieces))
        else:
            yield part


def _is_sources(part: LetterPart) -> bool:
    """Tell whether a part is a comment with the sources of the paragraph before it."""
    return part.part is Part.COMMENT and part.text.startswith(SOURCES)


def _sources_of(comment: str) -> tuple[tuple[Origin, ...], ...]:
    sentences = comment.removeprefix(SOURCES).split("|")
    return tuple(tuple(_read_origins(sentence)) for sentence in sentences)


def _read_origins(sentence: str) -> Iterator[Origin]:
    for named in sentence.split(","):
        kind, _, id = named.strip().partition(" ")
        if kind in set(SourceKind):
            yield Origin(SourceKind(kind), id.strip())


def _line_pieces(block: _Block, source: Source) -> Iterator[Piece]:
    for row in block.rows:
        bold = block.part is Part.SUBJECT
        text = row.text.removeprefix("**").removesuffix("**") if bold else row.text
        column = row.column + row.text.index(text)
        yield Piece(text, place=source.place(row.line, column, max(1, len(text))))


def _sentence_pieces(block: _Block, source: Source) -> Iterator[Piece]:
    """Yield the sentences of a block, each placed at its first character."""
    text, position = block.text, 0
    for sentence in split_sentences(text):
        start = text.index(sentence, position)
        position = start + len(sentence)
        offset = 0
        for row in block.rows:
            if start < offset + len(row.text) + 1:
                within = start - offset
                width = min(len(sentence), len(row.text) - within)
                place = source.place(row.line, row.column + within, max(1, width))
                yield Piece(sentence, place=place)
                break
            offset += len(row.text) + 1
