"""Deeds and answers that the notes keep out of the letter: what they refuse for the page too.

A deed that is refused, or may be, is never told. One that a note only wants shorter, or only in
part, is told where a letter point asks for it and nowhere else.
"""

import re

from msgspec.structs import replace

from lapel.job.model import Job, NoteKind
from lapel.letter.deeds.search import Deeds
from lapel.text.content import content_stems
from lapel.text.regexes import regex
from lapel.text.words import split_words

_ASKS_OF_LETTER = regex(
    r"(?:should|shall|do|does|can|could|may|must) (?:(?P<what>.+?) (?:go|be|belong|fit|come|stay)"
    r"\b.*\bletter\b|(?:i|we) (?:mention|include|use|say|name|bring up|write about) (?P<whom>.+?)"
    r"(?: in the letter)?\??$)",
    re.IGNORECASE,
)
_NO = regex(r"(?:no|nope|never|don['’]t|do not|not|leave|keep)\b", re.IGNORECASE)
_BEGINS = regex(r"[.!?;,] |,? (?:and|but|while) ")


def without_barred(deeds: Deeds) -> Deeds:
    """Return the deeds without refused ones, and with those that the notes play down marked."""
    orders = deeds.matches.orders
    dropped = (*deeds.dropped, *orders.refused, *orders.doubted)
    return replace(deeds, dropped=dropped, quiet=orders.quiet)


def without_kept_back(job: Job) -> Job:
    """Return the job without answers on what belongs into the letter, and without what they refuse.

    After "Should my nephew go in? No", other answers end before the clause about the nephew.
    """
    asked = {
        note.id: found
        for note in job.notes_of(NoteKind.CONNECTION)
        if (found := _ASKS_OF_LETTER.match(note.label))
    }
    refused: frozenset[str] = frozenset()
    for note in job.notes:
        if note.id in asked and _NO.match(note.body.strip("*_ ")):
            refused |= content_stems(asked[note.id]["what"] or asked[note.id]["whom"])
    notes = (
        replace(note, body=_cut_before_refused(note.body, refused))
        if note.kind is NoteKind.CONNECTION
        else note
        for note in job.notes
        if note.id not in asked
    )
    return replace(job, notes=tuple(notes))


def _cut_before_refused(answer: str, refused: frozenset[str]) -> str:
    """Return an answer up to the clause that names what is refused."""
    named = next((word for word in split_words(answer) if word.stem in refused), None)
    if named is None:
        return answer
    begins = [0, *(found.start() for found in _BEGINS.finditer(answer, 0, named.start))]
    return answer[: begins[-1]].strip()
