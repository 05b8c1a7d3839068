"""The letter file: what is written reads back, and a person's edits are read by their shape."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapel.letter.file.reading import read_letter
from lapel.letter.file.writing import letter_of, letter_text
from lapel.letter.model import (
    Letter,
    LetterDraft,
    Line,
    Paragraph,
    Part,
    Sentence,
    Source,
    SourceKind,
    ToDo,
)
from lapel.locale.words import known_languages
from lapel.source.diagnostics import Outcome
from tests.given import locale_words, source_of

NOTE = Source(SourceKind.NOTE, "letter-1")
HIGHLIGHT = Source(SourceKind.HIGHLIGHT, "urbn/team")
FRAME = Source(SourceKind.FRAME, "thanks")

WRITTEN = """March 2, 2026

Dana Fox
Fenwick House
Leeds

**Re: Head of Programmes**

Dear Dana Fox,

I lead nine people,
four when I came. Dr. Ott asked why.
I said so.

Three things count:

- the first,
  and more of it
- the second

<!-- a thought of mine -->

> **To do:** say why (no such line)

Thank you.

Sincerely,

Robin Ashdown

Enclosure: resume
"""


@pytest.mark.parametrize("language", known_languages())
def test_a_letter_in_any_language_reads_back(language: str) -> None:
    """Its date, subject, salutation and all that ends it are known, by mark or word."""
    words = locale_words(language).letter
    salutations = (
        words.salutation,
        words.salutation_company.format(company="Dune"),
        words.salutation_name.format(name="Dana Fox"),
    )
    for salutation in salutations:
        written = {
            Part.DATE: words.written_day(2026, 3, 12),
            Part.SUBJECT: f"**{words.subject.format(position='Weaver')}**" if words.subject else "",
            Part.SALUTATION: salutation,
            Part.PARAGRAPH: "I weave.",
            Part.SIGN_OFF: words.sign_off,
            Part.SIGNATURE: "Ada Rowe",
            Part.ENCLOSURE: words.enclosure,
        }
        parts = {part: line for part, line in written.items() if line}
        source = source_of("\n\n".join(parts.values()), "letters/job.md")
        found = read_letter(source, words).value
        assert found is not None
        assert [part.part for part in found.parts] == list(parts)


def read(text: str) -> Outcome[Letter]:
    source = source_of(text, "letters/job.md")
    return read_letter(source)


def letter(text: str) -> Letter:
    value = read(text).value
    assert value is not None
    return value


def test_parts_are_told_by_their_shape() -> None:
    """Each block of an edited letter is what its shape and its place say."""
    found = [(part.part, part.text) for part in letter(WRITTEN).parts]
    assert found == [
        (Part.DATE, "March 2, 2026"),
        (Part.RECIPIENT, "Dana Fox Fenwick House Leeds"),
        (Part.SUBJECT, "Re: Head of Programmes"),
        (Part.SALUTATION, "Dear Dana Fox,"),
        (Part.PARAGRAPH, "I lead nine people, four when I came. Dr. Ott asked why. I said so."),
        (Part.PARAGRAPH, "Three things count:"),
        (Part.BULLET, "the first, and more of it"),
        (Part.BULLET, "the second"),
        (Part.COMMENT, "a thought of mine"),
        (Part.TODO, "**To do:** say why (no such line)"),
        (Part.PARAGRAPH, "Thank you."),
        (Part.SIGN_OFF, "Sincerely,"),
        (Part.SIGNATURE, "Robin Ashdown"),
        (Part.ENCLOSURE, "Enclosure: resume"),
    ]


def test_every_piece_stands_where_its_place_says() -> None:
    """A sentence's place is its first character, also where it begins within a line."""
    lines = WRITTEN.split("\n")
    for part in letter(WRITTEN).parts:
        if part.part is Part.COMMENT:
            continue
        for piece in part.pieces:
            assert piece.place is not None
            line = lines[piece.place.line - 1][piece.place.column - 1 :]
            assert line[: piece.place.width] == piece.text[: piece.place.width]
            assert part.first_line <= piece.place.line <= part.last_line


@pytest.mark.parametrize(
    ("ending", "parts"),
    [
        ("Sincerely,\nRobin", [Part.SIGN_OFF, Part.SIGNATURE]),
        ("Mit freundlichen Grüßen\n\nRobin", [Part.SIGN_OFF, Part.SIGNATURE]),
        ("Robin", [Part.PARAGRAPH]),
        ("Je vous salue.\n\nRobin\n\nP. J. : CV", [Part.PARAGRAPH, Part.SIGNATURE, Part.ENCLOSURE]),
        ("Yours,\n\nRobin\n\nP.S. I can start in May.", [Part.SIGN_OFF, Part.SIGNATURE]),
        ("Best,\n\nEnclosures: resume, samples", [Part.SIGN_OFF, Part.ENCLOSURE]),
    ],
)
def test_endings_are_read_as_people_write_them(ending: str, parts: list[Part]) -> None:
    """A sign-off needs no comma and no blank line after it."""
    found = [part.part for part in letter(f"Dear Dana,\n\nI am here.\n\n{ending}\n").parts[2:]]
    assert found[: len(parts)] == parts


def test_a_letter_without_salutation_is_a_body() -> None:
    """Nothing of a letter is lost because it does not begin as letters do."""
    found = [part.part for part in letter("I am here.\n\nSo are you.\n").parts]
    assert found == [Part.PARAGRAPH, Part.PARAGRAPH]


@pytest.mark.parametrize("text", ["", "\n\n"])
def test_an_empty_letter_has_no_parts(text: str) -> None:
    """A file that was only just made is read as the letter that it is."""
    assert letter(text).parts == ()


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        (
            "Dear Dana,\n\n<<<<<<< yours\nI am.\n=======\nI was.\n>>>>>>> new\n",
            "letter-conflict",
            3,
            1,
        ),
        ("Dear Dana,\n\nI am. <!-- ok --> <!-- not\n\nI was.\n", "comment-open", 3, 19),
    ],
)
def test_broken_letters_are_errors(text: str, code: str, line: int, column: int) -> None:
    """What would put marks on the page, or hide the rest, is said with its place."""
    outcome = read(text)
    assert outcome.value is None
    (problem,) = outcome.diagnostics
    assert problem.place is not None
    assert (problem.code, problem.place.line, problem.place.column) == (code, line, column)


@pytest.mark.parametrize("text", ["> TODO more", "[TBD]", "> **To do:** x", "To do: x"])
def test_what_is_to_be_written_is_no_paragraph(text: str) -> None:
    """A to-do in any of its forms is read as one, and a quotation is text."""
    assert [part.part for part in letter(f"Dear Dana,\n\n{text}\n").parts][1] is Part.TODO
    assert letter("Dear Dana,\n\n> So it goes.\n").parts[1].part is Part.PARAGRAPH


def drafted(*sentences: Sentence, todos: tuple[ToDo, ...] = ()) -> LetterDraft:
    field = (Source(SourceKind.JOB, "company"),)
    return LetterDraft(
        "en",
        Line("March 2, 2026", field),
        (Line("Dana Fox", field), Line("Fenwick House", field)),
        Line("Head of Programmes", field),
        Line("Dear Dana Fox,", field),
        (Paragraph("opening", sentences, todos),),
        Line("Sincerely,", ()),
        Line("Robin Ashdown", ()),
        Line("Enclosure: resume", ()),
    )


def test_what_is_written_reads_back_with_its_sources() -> None:
    """Sentences and sources survive the file, also where two sentences cannot be told apart."""
    draft = drafted(
        Sentence("I lead nine people. Four came with me.", (NOTE, HIGHLIGHT)),
        Sentence("It was at Fenwick Inc.", (HIGHLIGHT,)),
        Sentence("Thank you.", (FRAME,)),
        todos=(ToDo("say why", "no such line"),),
    )
    back = letter(letter_text(letter_of(draft)))
    assert [[(p.text, p.sources) for p in part.pieces] for part in back.of(Part.PARAGRAPH)] == [
        [
            ("I lead nine people.", (NOTE, HIGHLIGHT)),
            ("Four came with me.", (NOTE, HIGHLIGHT)),
            ("It was at Fenwick Inc. Thank you.", (HIGHLIGHT, FRAME)),
        ]
    ]


words = st.text(st.sampled_from("abcXYZ .,!?-–*>#1:()<&"), min_size=1, max_size=40)


@given(st.lists(words, min_size=1, max_size=5))
def test_any_text_is_read_without_loss(texts: list[str]) -> None:
    """Whatever is typed, its words come back in order, none twice."""
    text = "Dear Dana,\n\n" + "\n\n".join(texts) + "\n"
    outcome = read(text)
    if outcome.value is None:
        return
    found = " ".join(part.text for part in outcome.value.parts)
    letters = [c for c in found if c.isalnum()]
    assert letters == [c for c in text if c.isalnum()]
