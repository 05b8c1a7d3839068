"""The account of the letter: where each sentence comes from, and what it does for each note."""

from collections.abc import Iterator

from msgspec import Struct

from lapel.job.model import Job, Note, NoteKind
from lapel.ledger.model import (
    Answer,
    Fate,
    LetterAccount,
    SentenceAccount,
    SourceAccount,
    ToDoAccount,
)
from lapel.letter.model import Letter, LetterPart, Part, Piece, Source, SourceKind
from lapel.letter.tracing import place_of
from lapel.profile.model import Profile
from lapel.text.inline import plain_text

FEWEST_ANSWER_WORDS = 4
TODO_MARK = "To do:"


class StandingLetter(Struct, frozen=True):
    """The letter as placed on its page.

    ``file`` is where its text was read from, "" for a draft that was not written. ``edited`` says
    that it was changed since it was drafted, ``awaited`` are the notes for which today's draft
    would have sentences that the letter's own draft had not; ``hints`` are what would make it
    better, a sentence each.
    """

    letter: Letter
    file: str
    edited: bool
    awaited: frozenset[str]
    step: str
    fill: float
    hints: tuple[str, ...]


def account_letter(standing: StandingLetter, job: Job, profile: Profile) -> LetterAccount:
    """Return the letter as the ledger tells it."""
    return LetterAccount(
        file=standing.file,
        edited=standing.edited,
        words=standing.letter.word_count(),
        step=standing.step,
        fill=round(standing.fill, 4),
        sentences=tuple(sentence_accounts(standing.letter, job, profile)),
        todos=tuple(todo_accounts(standing.letter, job, profile)),
        hints=standing.hints,
    )


def sentence_accounts(letter: Letter, job: Job, profile: Profile) -> Iterator[SentenceAccount]:
    """Yield each sentence of the body with its sources and their places today."""
    return (_account_sentence(piece, job, profile) for piece in letter.sentences())


def todo_accounts(letter: Letter, job: Job, profile: Profile) -> Iterator[ToDoAccount]:
    """Yield each to-do that the letter leaves to the person, with the place of its note."""
    for part in letter.of(Part.TODO):
        note = next((s for p in part.pieces for s in p.sources if s.kind is SourceKind.NOTE), None)
        place = place_of(note, job, profile) if note else None
        text = plain_text(part.text).removeprefix(TODO_MARK).strip()
        yield ToDoAccount(text, note.id if note else "", str(place) if place else "")


def judge_letter_note(note: Note, standing: StandingLetter) -> tuple[Fate, str]:
    """Say what became of a letter point or an answer in a letter, with a sentence that says why."""
    letter, source = standing.letter, Source(SourceKind.NOTE, note.id)
    todos = [part for part in letter.of(Part.TODO) if _has_source(part, source)]
    said = [piece for piece in letter.sentences() if source in piece.sources]
    if todos:
        text = plain_text(todos[0].text).removeprefix(TODO_MARK).strip()
        return (Fate.PARTLY if said else Fate.TO_DO), f"left to you in the letter: {text}"
    if said:
        number = "a sentence" if len(said) == 1 else f"{len(said)} sentences"
        return Fate.HONOURED, f"said in {number} of the letter"
    if note.id in standing.awaited:
        return Fate.FOR_THE_LETTER, (
            "the letter's file has no sentence for it; "
            "lapel letter --update takes up what is new in a fresh draft"
        )
    if standing.edited:
        return Fate.FOR_THE_LETTER, "the letter was edited, and no sentence drafted for it is left"
    if note.kind is NoteKind.LETTER_POINT:
        return (
            Fate.NOT_APPLICABLE,
            "asks for nothing that a sentence could say, or is a wish granted",
        )
    if len(note.body.split()) < FEWEST_ANSWER_WORDS:
        return Fate.NOT_APPLICABLE, "alone it is no sentence; the other answers are used"
    return Fate.LEFT_OUT, "the letter does not use it"


def find_sentences_for(
    note: Note, letter: Letter, job: Job, profile: Profile
) -> tuple[Answer, ...]:
    """Return the sentences of the letter that come from a note or were asked for by it, each with
    what it tells: the first of its sources that is not the note, else the note itself.
    """
    return tuple(
        _make_answer(piece, note, job, profile)
        for piece in letter.sentences()
        if Source(SourceKind.NOTE, note.id) in piece.sources
    )


def _make_answer(piece: Piece, note: Note, job: Job, profile: Profile) -> Answer:
    others = [s for s in piece.sources if s.kind not in (SourceKind.ENTRY, SourceKind.FRAME)]
    told = next((s for s in others if s.id != note.id), Source(SourceKind.NOTE, note.id))
    place = place_of(told, job, profile)
    return Answer(
        id=told.id,
        place=str(place) if place else "",
        text=plain_text(piece.text),
        score=1.0,
        reasons=(),
        included=True,
    )


def _has_source(part: LetterPart, source: Source) -> bool:
    return any(source in piece.sources for piece in part.pieces)


def _account_sentence(piece: Piece, job: Job, profile: Profile) -> SentenceAccount:
    sources = tuple(_account_source(source, job, profile) for source in piece.sources)
    return SentenceAccount(piece.text, str(piece.place) if piece.place else "", sources)


def _account_source(source: Source, job: Job, profile: Profile) -> SourceAccount:
    place = place_of(source, job, profile)
    return SourceAccount(source.kind, source.id, str(place) if place else "")
