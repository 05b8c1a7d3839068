"""The gate that every sentence passes which lapel makes of a person's half-typed words.

A sentence stands only where it was surely understood: it has a subject and a verb that is its own,
tells no reader what to do, and points at nothing that was not named. What does not stand is a to-do
with the person's words, since nonsense is worse than silence. The person's finished sentences are
theirs, and only what points at nothing is held against them.
"""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from lapel.job.model import Note
from lapel.letter.english.persons import unresolved_pronoun
from lapel.letter.faults import (
    NO_ANTECEDENT,
    NO_SENTENCE,
    has_doer_and_verb,
    has_two_owners,
    why_not,
)
from lapel.letter.model import Sentence, SourceKind, ToDo
from lapel.letter.moves import Move
from lapel.letter.points.prose import is_subordinate
from lapel.text.inline import plain_text
from lapel.text.regexes import regex

UNSURE = "what would be made of it does not stand: {}"
_FIRST_WORDS = 5
"""The number of first words by which a sentence is told from the person's others."""
_QUOTES_THEM = regex(r"^You (?:say|write|mention|ask for|speak of) [\"“][^\"”]+[\"”]\.$")
"""The beginning of the posting's words read back, which the next sentence must answer."""


def gate_moves(
    parts: Iterable[Move | ToDo],
    notes: Mapping[str, Note],
    *,
    begins: bool = True,
    company: str = "",
) -> list[Move | ToDo]:
    """Return the parts of a paragraph in order, with the sentences that fail the gate replaced by
    to-dos at the end, at most one for each note. ``begins`` says that the parts open the paragraph;
    the name of the ``company`` is accepted as a subject.
    """
    kept: list[Move | ToDo] = []
    fell: list[tuple[Note | None, str]] = []
    alone = begins
    for part in parts:
        if isinstance(part, ToDo) or _is_lapels(part):
            first = not any(isinstance(before, Move) for before in kept)
            alone = isinstance(part, ToDo) and (alone or first)
            kept.append(part)
            continue
        if _is_written(part, notes):
            kept.append(part)
            alone = False
            continue
        forms = tuple(form for form in part.forms if not _why_not_form(form, company, alone=alone))
        if forms:
            kept.append(replace(part, forms=forms))
            alone = False
        else:
            fell.append((_note_of(part, notes), _why_not_form(part.forms[0], company, alone=alone)))
            alone = True
    for place in reversed(range(len(kept))):
        part, after = kept[place], kept[place + 1] if place + 1 < len(kept) else None
        if not isinstance(part, Move) or not _QUOTES_THEM.match(part.first.text):
            continue
        if not isinstance(after, Move) or _note_of(after, notes) != _note_of(part, notes):
            fell.append((_note_of(part, notes), NO_SENTENCE))
            del kept[place]
    return [*kept, *_make_todos(fell, kept)]


def _why_not_form(form: Sequence[Sentence], company: str, *, alone: bool) -> str:
    for number, sentence in enumerate(form):
        text = plain_text(sentence.text)
        made = "" if _is_theirs(sentence) else why_not(text, company)
        if made or (alone and not number and unresolved_pronoun(text) and NO_ANTECEDENT):
            return made or NO_ANTECEDENT
    return ""


def _is_theirs(sentence: Sentence) -> bool:
    """Tell whether a sentence is the person's own and finished."""
    return sentence.own and has_doer_and_verb(plain_text(sentence.text))


def _is_lapels(move: Move) -> bool:
    """Tell whether a move tells a deed, or has other sources than notes and the job's fields."""
    kinds = {s.kind for form in move.forms for sentence in form for s in sentence.sources}
    return move.deed is not None or not kinds <= {SourceKind.NOTE, SourceKind.JOB}


def _is_written(move: Move, notes: Mapping[str, Note]) -> bool:
    """Tell whether a move is a whole clause as the person wrote it.

    It stands behind "that", or is a sentence in which only later words point at nothing.
    """
    note, text = _note_of(move, notes), move.text
    points = unresolved_pronoun(text)
    whole = note is not None and move.first.own and text in note.text
    if whole and points and text[: points.start()].count(" ") > _FIRST_WORDS:
        return True
    begins = " ".join(text.split()[:_FIRST_WORDS]).casefold().rstrip(".,;")
    written = note is not None and f"that {begins}" in note.text.casefold()
    stands = not (has_two_owners(text) or is_subordinate(text))
    return written and stands and not points


def _note_of(move: Move, notes: Mapping[str, Note]) -> Note | None:
    ids = [s.id for sentence in move.forms[0] for s in sentence.sources]
    return next((notes[id] for id in ids if id in notes), None)


def _make_todos(
    fell: Sequence[tuple[Note | None, str]], kept: Sequence[Move | ToDo]
) -> Iterable[ToDo]:
    """Yield a to-do for each note whose sentence failed, unless the note already has one."""
    seen = {part.note.id for part in kept if isinstance(part, ToDo) and part.note}
    for note, why in fell:
        if note is not None and note.id not in seen:
            seen.add(note.id)
            yield ToDo(note.body or note.text, UNSURE.format(why), note)
