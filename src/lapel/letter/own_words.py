"""A letter in a language that lapel does not draft in: the person's own words, and to-dos.

Finished sentences of the points, the answers about the personal connection and the profile's own
``letter:`` sentences stand as they were written; every other point is a to-do. No frame sentence
is put round them.
"""

from collections.abc import Collection, Iterator, Sequence

from msgspec.structs import replace

from lapel.job.model import Job, Note, NoteKind
from lapel.letter.deeds import Deeds
from lapel.letter.model import Paragraph, Sentence, Source, SourceKind, ToDo
from lapel.letter.plan import part_of
from lapel.letter.points.model import Part
from lapel.letter.telling.words import begun_small
from lapel.text.sentences import split_sentences
from lapel.text.words import word_count

ENDS = (".", "!", "…", "。", "！", "।")
FEWEST_WORDS = 5
MOST_DEEDS = 3
REASON = "lapel writes sentences in English only"


def own_paragraphs(job: Job, deeds: Deeds) -> tuple[Paragraph, ...]:
    """The body: a paragraph for each point, then the deeds and the answers no point brought in."""
    points = job.notes_of(NoteKind.LETTER_POINT)
    ending = [note for note in points if part_of(note.label) is Part.CLOSING]
    beginning = [note for note in points if note not in ending]
    paragraphs = [
        *(_of_point(note) for note in beginning),
        *_of_deeds(deeds),
        *_of_answers(job.notes_of(NoteKind.CONNECTION)),
        *(_of_point(note) for note in ending),
    ]
    return tuple(paragraphs)


def gone_on_small(paragraphs: Sequence[Paragraph], small: Collection[str]) -> tuple[Paragraph, ...]:
    """The paragraphs, the first with a small letter where its first word is one of ``small``: in
    some languages the text goes on the sentence of the salutation.
    """
    if not paragraphs or not paragraphs[0].sentences:
        return tuple(paragraphs)
    first, *rest = paragraphs
    begins, *others = first.sentences
    if begins.text.split(maxsplit=1)[0].casefold() in small:
        begins = replace(begins, text=begun_small(begins.text))
    return (replace(first, sentences=(begins, *others)), *rest)


def is_finished(text: str) -> bool:
    """Whether a text stands as sentences do: a capital first, where the script has any, a final
    point, some words between.
    """
    text = text.strip()
    return not text[:1].islower() and text.endswith(ENDS) and word_count(text) >= FEWEST_WORDS


def _of_point(note: Note) -> Paragraph:
    text = note.body or note.text
    sentences = _sentences(text, note) if is_finished(text) else ()
    todos = () if sentences else (ToDo(text, REASON, note),)
    return Paragraph(note.label.casefold(), sentences, todos, (note.id,))


def _of_answers(answers: Sequence[Note]) -> Iterator[Paragraph]:
    finished = [note for note in answers if is_finished(note.body)]
    sentences = tuple(s for note in finished for s in _sentences(note.body, note))
    if sentences:
        yield Paragraph("company-specific", sentences, (), tuple(n.id for n in finished))


def _of_deeds(deeds: Deeds) -> Iterator[Paragraph]:
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
