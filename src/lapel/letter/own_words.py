"""A letter in a language that lapel does not draft in: the person's own words, and to-dos.

Finished sentences of the points, the answers about the personal connection and the profile's own
``letter:`` sentences stand as they were written; every other point is a to-do. No frame sentence
is put round them.
"""

from collections.abc import Collection, Iterator, Sequence

from msgspec.structs import replace

from lapel.job.model import Job, Note, NoteKind
from lapel.letter.deeds.search import Deeds
from lapel.letter.english.words import begun_small
from lapel.letter.model import Paragraph, Sentence, Source, SourceKind, ToDo
from lapel.letter.plan import part_of
from lapel.letter.points.model import Part
from lapel.text.sentences import split_sentences
from lapel.text.words import word_count

ENDS = (".", "!", "…", "。", "！", "।")
FEWEST_WORDS = 5
MOST_DEEDS = 3
MOST_WORDS = 80
"""The most words that share a paragraph where no label separates them."""
FEWEST_APART = 2
"""With more points than this the first is the opening."""
REASON = "lapel writes sentences in English only"


def own_paragraphs(job: Job, deeds: Deeds) -> tuple[Paragraph, ...]:
    """Return the body: paragraphs of points, of deeds, of answers, and of closing points."""
    points = job.notes_of(NoteKind.LETTER_POINT)
    ending = [note for note in points if part_of(note.label) is Part.CLOSING]
    beginning = [note for note in points if note not in ending]
    paragraphs = [
        *map(_paragraph_of_points, _group_notes(beginning)),
        *_paragraph_of_deeds(deeds),
        *_paragraph_of_answers(job.notes_of(NoteKind.CONNECTION)),
        *map(_paragraph_of_points, _group_notes(ending)),
    ]
    return tuple(paragraphs)


def _group_notes(notes: Sequence[Note]) -> Iterator[list[Note]]:
    """Yield the notes of each paragraph.

    A note with a label has its own, and so has the first of three or more; the others share
    paragraphs of up to 80 words.
    """
    run: list[Note] = []
    several = len(notes) > FEWEST_APART
    for number, note in enumerate(notes):
        words = sum(word_count(other.text) for other in (*run, note))
        opens = several and number == 1
        if run and (note.label or run[0].label or opens or words > MOST_WORDS):
            yield run
            run = []
        run.append(note)
    if run:
        yield run


def go_on_small(paragraphs: Sequence[Paragraph], small: Collection[str]) -> tuple[Paragraph, ...]:
    """Return the paragraphs with the first in lower case where its first word is in ``small``.

    In some languages the body continues the sentence of the salutation.
    """
    if not paragraphs or not paragraphs[0].sentences:
        return tuple(paragraphs)
    first, *rest = paragraphs
    begins, *others = first.sentences
    if begins.text.split(maxsplit=1)[0].casefold() in small:
        begins = replace(begins, text=begun_small(begins.text))
    return (replace(first, sentences=(begins, *others)), *rest)


def is_finished(text: str) -> bool:
    """Tell whether a text is a finished sentence: a capital where the script has any, a final
    point, and at least five words.
    """
    text = text.strip()
    return not text[:1].islower() and text.endswith(ENDS) and word_count(text) >= FEWEST_WORDS


def _paragraph_of_points(notes: Sequence[Note]) -> Paragraph:
    said = [(note, note.body or note.text) for note in notes]
    return Paragraph(
        notes[0].label.casefold(),
        tuple(s for note, text in said if is_finished(text) for s in _sentences(text, note)),
        tuple(ToDo(text, REASON, note) for note, text in said if not is_finished(text)),
        tuple(note.id for note in notes),
    )


def _paragraph_of_answers(answers: Sequence[Note]) -> Iterator[Paragraph]:
    finished = [note for note in answers if is_finished(note.body)]
    sentences = tuple(s for note in finished for s in _sentences(note.body, note))
    if sentences:
        yield Paragraph("company-specific", sentences, (), tuple(n.id for n in finished))


def _paragraph_of_deeds(deeds: Deeds) -> Iterator[Paragraph]:
    told = [d.highlight for d in deeds.strongest() if d.highlight.letter][:MOST_DEEDS]
    sentences = tuple(
        Sentence(text, (Source(SourceKind.HIGHLIGHT, highlight.id),), own=True)
        for highlight in told
        if highlight.letter
        for text in split_sentences(highlight.letter.markdown)
    )
    if sentences:
        yield Paragraph("body", sentences)


def _sentences(text: str, note: Note) -> tuple[Sentence, ...]:
    source = (Source(SourceKind.NOTE, note.id),)
    return tuple(Sentence(sentence, source, own=True) for sentence in split_sentences(text))
