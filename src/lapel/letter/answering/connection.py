"""The personal connection: the answers on what ties the writer to the company, as sentences."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from lapel.job.model import Note
from lapel.letter.answering.inquiry import Inquiry
from lapel.letter.deeds.scores import SHARED_WORDS
from lapel.letter.english.vocabulary import either
from lapel.letter.materials import Materials
from lapel.letter.model import Sentence, Source, SourceKind, ToDo
from lapel.letter.moves import KEEP, POSTING, Move
from lapel.letter.points.model import Part, Unsayable
from lapel.letter.points.saying.reasons import NO_REASON
from lapel.letter.telling.connecting.answers import FAULT, FRAGMENT
from lapel.letter.telling.connecting.connection import tell_connection
from lapel.letter.telling.connecting.questions import topic_of_question
from lapel.text.content import content_stems
from lapel.text.phrases import special_stems
from lapel.text.regexes import regex
from lapel.text.words import stems_of

_WHY_LEFT = {
    FRAGMENT: "this answer is no sentence by itself: make one of it",
    FAULT: "this answer finds fault with the company: say it in your own words, if at all",
}
_FEWEST_WORDS = 3
"""The fewest words of an answer; a shorter one may be a heading, or half a yes."""
_KEPT = 3
"""The number of the connection's sentences that stay in a letter that has too many words."""
_FOR_ME = regex(
    r"\bwhat (?:[\w'’-]+ ){1,5}?(?:did|does|done|do|meant?|means|changed) (?:for|to)"
    r" (?:me|us|my|our)\b|\bmy own (?:case|use|story|treatment|visits?)\b"
)
"""Words that ask for the whole connection: "what the food bank did for my family", "my own
case".
"""
_LIKED = regex(
    r"\bI (?:\w+ly |also |have always )?(?:like|love|admire|value|appreciate|respect|enjoy|trust)d?"
    r"\b|\bmatters? to me\b|\bmeans? (?:a lot|so much|much) to\b"
)
"""Words of an answer that say why something is of value to the writer."""
_MINE = regex(
    rf"\bmy (?:\w+ )?(?:{either('kin')}|{either('pets')}|aunt|uncle|nan|gran)(?:['’]s)?\b"
)
"""Those of the writer's whom no bullet tells of."""


def connect(targets: Sequence[str], inquiry: Inquiry) -> Iterator[Move | ToDo]:
    """Yield the whole personal connection, once in a letter, since its answers build on each other.

    For a note about the company, for the opening or for nobody it is told; for another note only if
    it speaks of the note's targets. An answer that is not a sentence becomes a to-do.
    """
    materials, progress = inquiry.materials, inquiry.progress
    answers = materials.answers
    connection = tell_connection(
        answers, materials.company, tuple(targets), person=materials.person
    )
    sentences = [s for s in connection.sentences if s.text not in progress.answered]
    about_them = inquiry.part in (None, Part.COMPANY, Part.OPENING)
    if not (about_them or _FOR_ME.search(inquiry.text) or _any_speaks_of(targets, sentences)):
        return
    for number, sentence in enumerate(sentences):
        progress.answered.add(sentence.text)
        own = sentence.own or any(is_quoted(sentence.text, answer) for answer in answers)
        said = replace(sentence.also_from(*inquiry.sources), own=own)
        yield Move(((said,),), drop=KEEP if number < _KEPT else POSTING)
    for note_id, text in connection.untold:
        if (note_id, text) not in progress.untold:
            progress.untold.add((note_id, text))
            yield ToDo(text, _WHY_LEFT[FRAGMENT], materials.notes[note_id])
    for answer in answers:
        says_something = len(answer.body.split()) >= _FEWEST_WORDS
        why = _WHY_LEFT.get(dict(connection.left).get(answer.id, ""))
        if says_something and why and answer.id not in progress.answered:
            progress.answered.add(answer.id)
            yield ToDo(answer.body, why, answer)


def connect_for_mine(targets: Sequence[str], inquiry: Inquiry) -> list[Move | ToDo]:
    """Return the personal connection if a note asks for it by the writer's people or by its effect.

    It speaks of the people that the note names, or the note asks what the company did for the
    writer.
    """
    of_mine = _MINE.search(inquiry.text) and speaks_of(targets, inquiry.materials)
    return [*connect(targets, inquiry)] if of_mine or _FOR_ME.search(inquiry.text) else []


def connect_for_reason(act: Unsayable, inquiry: Inquiry) -> list[Move | ToDo]:
    """Return the personal connection if it says what a point leaves open.

    It is of the writer's people, or says why something of the company's is liked.
    """
    if act.reason == NO_REASON and inquiry.part is Part.COMPANY:
        said = " ".join(answer.body for answer in inquiry.materials.answers)
        if _LIKED.search(said) or speaks_of((act.text,), inquiry.materials):
            return [*connect((act.text,), inquiry)]
    return connect_for_mine((act.text,), inquiry)


def _any_speaks_of(targets: Sequence[str], sentences: Iterable[Sentence]) -> bool:
    """Tell whether a sentence speaks of the targets."""
    asked = content_stems(" ".join(targets).replace("'s ", " "))
    return any(asked & stems_of(sentence.text) for sentence in sentences)


def is_told_among(found: Iterable[Move | ToDo], materials: Materials) -> bool:
    """Tell whether the answers about the personal connection are among what was found."""
    answers = {Source(SourceKind.NOTE, answer.id) for answer in materials.answers}
    told = (sentence for part in found if isinstance(part, Move) for sentence in part.forms[0])
    return any(answers & {*sentence.sources} for sentence in told)


def is_on_relation(move: Move, materials: Materials) -> bool:
    """Tell whether a move is an answer on what the connection has to do with the job."""
    notes = [materials.notes.get(source.id) for source in move.first.sources]
    return any(note and topic_of_question(note.label) == "relation" for note in notes)


def speaks_of(targets: Sequence[str], materials: Materials) -> bool:
    """Tell whether the personal connection has half of a target's telling words, or several."""
    said = frozenset().union(*(stems_of(note.body) for note in materials.answers))
    counts = ((len(stems), len(stems & said)) for stems in map(special_stems, targets))
    return any(
        shared >= SHARED_WORDS or 0 < all_ <= SHARED_WORDS * shared for all_, shared in counts
    )


def answers_meant(targets: Sequence[str], materials: Materials) -> tuple[str, ...]:
    """Return the ids of the answers about the personal connection that speak of the targets."""
    if not speaks_of(targets, materials):
        return ()
    asked = frozenset().union(*map(special_stems, targets))
    return tuple(answer.id for answer in materials.answers if asked & stems_of(answer.body))


def says_whole(target: str, materials: Materials) -> bool:
    """Tell whether an answer on the connection has all of several telling words of a target."""
    asked = content_stems(target)
    told = any(asked <= stems_of(note.body) for note in materials.answers)
    return len(asked) >= SHARED_WORDS and told


def is_quoted(text: str, note: Note) -> bool:
    """Tell whether a sentence is a clause of the note itself: "Say that I can start in May"."""
    return text.rstrip(".").casefold() in note.text.casefold()
