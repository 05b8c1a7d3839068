"""Moves, each a thing to say in several forms, and the choice of the forms that read best."""

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from lapel.letter.deeds.model import Deed
from lapel.letter.model import Sentence, Source, SourceKind, ToDo
from lapel.letter.points.model import Part
from lapel.letter.style import cost
from lapel.profile.model import Entry
from lapel.text.content import content_stems
from lapel.text.inline import plain_text
from lapel.text.words import word_count

Form = tuple[Sentence, ...]

PER_CHOICE = 0.1
ROUNDS = 6
KEEP = 0
"""The value for a move that never leaves for lack of room."""
POSTING = 1
SECOND_DEED = 2
"""The value for a deed that is not the only answer to its target: it leaves first."""


class Move(Struct, frozen=True):
    """One thing said, in one of ``forms``, the best first; each is a sentence or several.

    ``drop`` says how soon it leaves where the letter has too many words: ``KEEP`` never, else the
    higher the sooner. ``deed`` is what it tells of the profile, for the notes ``asked``, ``also`` a
    second deed in the same sentence; ``theirs`` says that it is about the company, ``names`` that
    it names a role without a deed, and ``preface`` what of the posting the deed answers.
    """

    forms: tuple[Form, ...]
    drop: int = KEEP
    deed: Deed | None = None
    asked: tuple[Source, ...] = ()
    theirs: bool = False
    names: Entry | None = None
    also: Deed | None = None
    preface: "Move | None" = None

    @property
    def first(self) -> Sentence:
        """The first sentence of the best form."""
        return self.forms[0][0]

    @property
    def text(self) -> str:
        """The plain words of that sentence."""
        return plain_text(self.first.text)

    @property
    def texts(self) -> list[str]:
        """The plain words of each sentence of the best form."""
        return [plain_text(sentence.text) for sentence in self.forms[0]]

    @property
    def stems(self) -> frozenset[str]:
        """The stems of the best form's words; of a deed those of its bullet, without where and
        when.
        """
        if self.deed is not None:
            return self.deed.stems
        return frozenset().union(*map(content_stems, self.texts))

    @property
    def sources(self) -> frozenset[Source]:
        """The sources of all its forms."""
        return frozenset(s for form in self.forms for said in form for s in said.sources)

    @property
    def is_asked(self) -> bool:
        """Whether a note asks for it."""
        return any(source.kind is SourceKind.NOTE for source in self.first.sources)

    def also_from(self, *more: Source) -> "Move":
        """Return the move with more sources of its first sentence, each named once."""
        return replace(
            self, forms=tuple((form[0].also_from(*more), *form[1:]) for form in self.forms)
        )

    def also_for(self, repeated: "Move") -> "Move":
        """Return the move with the sources of another one that it makes needless."""
        more = [source for sentence in repeated.forms[0] for source in sentence.sources]
        asked = tuple(dict.fromkeys((*self.asked, *more))) if self.deed else self.asked
        return replace(self.also_from(*more), asked=asked)

    @property
    def is_of_notes(self) -> bool:
        """Whether the person's notes and answers are its only sources."""
        return {source.kind for source in self.sources} == {SourceKind.NOTE}

    @property
    def entry(self) -> Entry | None:
        """The role, project or degree that it tells of, or None."""
        return self.deed.entry if self.deed is not None else self.names


class Told(Struct, frozen=True):
    """A paragraph as moves, before their forms are chosen; ``subject`` are the ids of the
    highlights that plainly tell what its notes name.
    """

    part: Part
    label: str
    moves: tuple[Move, ...]
    todos: tuple[ToDo, ...] = ()
    notes: tuple[str, ...] = ()
    subject: frozenset[str] = frozenset()

    @property
    def is_free(self) -> bool:
        """Whether it is a part of the body that no note asks for."""
        return self.part is Part.BODY and not self.notes


def choose_forms(paragraphs: Sequence[Told]) -> tuple[tuple[Sentence, ...], ...]:
    """Return the sentences of each paragraph, in the forms that read best in this order.

    Every move starts with its first form, and one at a time takes the form that makes the whole
    letter read best, until none improves it: letters are short, and the order makes it repeatable.
    """
    placed = [(number, move) for number, p in enumerate(paragraphs) for move in p.moves]
    moves = [move for _, move in placed]
    chosen = [0] * len(moves)
    best = _cost(placed, chosen)
    for _ in range(ROUNDS):
        before = best
        for index, move in enumerate(moves):
            for form in range(len(move.forms)):
                tried = [*chosen[:index], form, *chosen[index + 1 :]]
                if (found := _cost(placed, tried)) < best:
                    best, chosen = found, tried
        if best == before:
            break
    forms = iter([move.forms[form] for move, form in zip(moves, chosen, strict=True)])
    return tuple(
        tuple(sentence for _ in paragraph.moves for sentence in next(forms))
        for paragraph in paragraphs
    )


def shorten(paragraphs: Sequence[Told], most_words: int) -> tuple[Told, ...]:
    """Return the paragraphs without the moves that must leave for at most ``most_words``.

    Moves that never leave may keep them longer.
    """
    kept = list(paragraphs)
    while count_words(kept) > most_words:
        droppable = [
            (move.drop, number, index)
            for number, paragraph in enumerate(kept)
            for index, move in enumerate(paragraph.moves)
            if move.drop > KEEP
        ]
        if not droppable:
            break
        _, number, index = max(droppable)
        moves = kept[number].moves
        kept[number] = replace(kept[number], moves=moves[:index] + moves[index + 1 :])
    return tuple(kept)


def count_words(paragraphs: Iterable[Told]) -> int:
    """Return the number of words of the paragraphs in the first form of every move."""
    return sum(count_words_of(paragraph.moves) for paragraph in paragraphs)


def count_words_of(moves: Iterable[Move]) -> int:
    """Return the number of words of the moves in their first forms."""
    return sum(word_count(text) for move in moves for text in move.texts)


def _cost(placed: Sequence[tuple[int, Move]], chosen: Sequence[int]) -> float:
    said = [
        (sentence, paragraph)
        for (paragraph, move), form in zip(placed, chosen, strict=True)
        for sentence in move.forms[form]
    ]
    texts, drafted = [s.text for s, _ in said], [not s.own for s, _ in said]
    return cost(texts, drafted, [paragraph for _, paragraph in said]) + PER_CHOICE * sum(chosen)
