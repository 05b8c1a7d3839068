"""The answers about the personal connection, joined into a paragraph without their questions.

"How long have you used it?" "3 yrs" is told with the use; "yes" alone is no sentence, and a "no" is
not told.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from lapel.job.model import Note
from lapel.letter.english.words import capital
from lapel.letter.model import Sentence, Source, SourceKind
from lapel.letter.telling.connecting.answers import (
    FAULT,
    YES,
    Said,
    finds_fault,
    name_first,
    sentences_of_answer,
    why_untold,
)
from lapel.letter.telling.connecting.lasting import USED, with_duration
from lapel.letter.telling.connecting.questions import data, topic_of_question
from lapel.letter.telling.connecting.typed import write_out_shorthand
from lapel.letter.telling.model import Connection
from lapel.text.content import content_stems
from lapel.text.phrases import phrase_words
from lapel.text.regexes import regex
from lapel.text.sentences import split_sentences
from lapel.text.words import split_words

MOST_WORDS = 110
"""The most words that one paragraph has."""
MOST_REST = 20
"""The most words more that may finish the answers that were begun."""
NO_ROOM = "there was no room for it"
_WORTH = {
    "experience": 3.0,
    "used": 2.6,
    "relation": 2.4,
    "features": 1.6,
    "impact": 1.5,
    "duration": 1.4,
}
_OTHERS = r"^(?:my|our|his|her|an?|no) |\b(?:friends?|is|are|was|were|does|did|has|uses?)\b|\["
"""Signs of an answer about others' use, or of a whole sentence."""
_PROSE_WORTH = 2.0
_LATER_WORTH = 0.7
_NEAR_WORTH = 0.4
_MOST_NEAR = 3
_FEWEST_UNTOLD = 3
"""The fewest telling words that a sentence must have to be missed: "Great people" has fewer."""


def tell_connection(
    notes: Sequence[Note], company: str, about: Iterable[str] = (), *, person: str = ""
) -> Connection:
    """Join the answers into a paragraph of sentences, those nearest to the texts ``about``.

    ``notes`` are the job file's of this kind, in order, ``company`` is its name or "". ``person``
    is the writer's name: notes about them by name are said in the first person.
    """
    said: list[Said] = []
    left: dict[str, str] = {}
    used = _says_used(notes)
    asked = _stems(" ".join(about))
    for number, note in enumerate(notes):
        before = write_out_shorthand(notes[number - 1].body) if number else ""
        if finds_fault(write_out_shorthand(note.body)) and not asked & _stems(note.body):
            left[note.id] = FAULT
            continue
        found = tuple(
            sentences_of_answer(note, company, len(said), used=used, person=person, before=before)
        )
        if found:
            said += found
        elif topic_of_question(note.label) == "used" and _says_only_how(note, notes):
            left[note.id] = YES
        else:
            left[note.id] = why_untold(note)
    said = _put_person_for_she(said, notes)
    for one in said:
        left.pop(one.notes[0], None)
    said = with_duration(said, notes, company, left, used=used)
    chosen = tuple(_put_names_for_it(_choose(said, asked), company))
    shown = {note for one in chosen for note in one.notes}
    for one in said:
        for note_id in one.notes:
            if note_id not in shown:
                left.setdefault(note_id, NO_ROOM)
    return Connection(
        sentences=tuple(
            Sentence(
                one.text,
                tuple(Source(SourceKind.NOTE, note_id) for note_id in one.notes),
                own=one.own,
            )
            for one in chosen
        ),
        left=tuple((note.id, left[note.id]) for note in notes if note.id in left),
        untold=tuple((note.id, text) for note in notes for text in _find_untold(note, said)),
    )


def _find_untold(note: Note, said: Sequence[Said]) -> Iterator[str]:
    """Yield sentences of a told answer, behind a told one, most of whose words are missing."""
    heard = content_stems(" ".join(one.text for one in said if note.id in one.notes))
    begun = False
    for sentence in split_sentences(write_out_shorthand(note.body)):
        stems = content_stems(sentence)
        is_told = 2 * len(stems & heard) >= len(stems)
        begun = begun or (bool(heard) and is_told)
        if begun and not is_told and len(stems) >= _FEWEST_UNTOLD:
            yield sentence


def _put_names_for_it(chosen: Sequence[Said], company: str) -> Iterator[Said]:
    """Put the company's name for an "It" whose meaning only the question says.

    It begins the first sentence, or an impact right behind what one values.
    """
    for before, one in zip((None, *chosen), chosen, strict=False):
        apart = before is None or (before.topic == "features" and one.topic == "impact")
        yield name_first(one, company) if apart else one


def _says_only_how(note: Note, notes: Sequence[Note]) -> bool:
    """Tell whether an answer only says how something was used, which another answer tells.

    "Yes, as a family member" is such an answer.
    """
    how = re.sub(data()["yes_before"], "", write_out_shorthand(note.body).casefold())
    tells = any(
        topic_of_question(other.label) == "experience" and write_out_shorthand(other.body)
        for other in notes
    )
    return tells and re.match(data()["how_used"], how) is not None


def _put_person_for_she(said: Sequence[Said], notes: Sequence[Note]) -> list[Said]:
    """Put the person for a "She" in the second sentence, so that the first need not be told.

    "My sister has used Etsy. She is a potter …" becomes "My sister is a potter …".
    """
    asked = (note for note in notes if topic_of_question(note.label) == "used")
    no = regex(data()["no_before"], re.IGNORECASE)
    bodies = ((note, no.sub("", write_out_shorthand(note.body)).rstrip(".")) for note in asked)
    found = ((note, re.match(data()["elliptic"], body)) for note, body in bodies)
    note, elliptic = next(((note, who) for note, who in found if who), (None, None))
    told = [one for one in said if note is None or one.notes != (note.id,)]
    if note is None or elliptic is None or not told:
        return [*said]
    who, first = capital(elliptic[1]), told[0]
    then = re.sub(r"^(?:She|He|They)\b", who, first.text)
    if not then.startswith(f"{who} "):
        return [*said]
    own = first.own and then == first.text
    return [replace(first, text=then, notes=(note.id, *first.notes), own=own), *told[1:]]


def _says_used(notes: Sequence[Note]) -> bool:
    """Tell whether the person said that they used the product: by a yes, or by an experience."""
    for note in notes:
        topic, body = topic_of_question(note.label), write_out_shorthand(note.body).casefold()
        if topic == "used" and re.search(data()["hedged"], body):
            return False
        if topic == "used" and any(re.match(data()[yes], body) for yes in ("yes", "yes_before")):
            return True
        if topic == "used" and (
            re.match(data()["no"], body) or re.match(data()["no_before"], body)
        ):
            return False
    of_use = [
        write_out_shorthand(note.body) for note in notes if topic_of_question(note.label) == "used"
    ]
    if any(body and not re.search(_OTHERS, body.casefold()) for body in of_use):
        return True  # "Member-owner", "daily"
    return any(  # an experience told says it too
        topic_of_question(note.label) == "experience" and USED.match(write_out_shorthand(note.body))
        for note in notes
    )


def _choose(said: Sequence[Said], about: frozenset[str]) -> tuple[Said, ...]:
    """Choose the sentences that a paragraph has room for, the best first; keep the answers' order.

    Of one answer a later sentence is told only behind those before it.
    """
    chosen: list[Said] = []
    while True:
        open_ones = [
            one
            for one in said
            if one not in chosen
            and sum(other.notes[0] == one.notes[0] for other in chosen) == one.depth
        ]
        if not open_ones:
            break
        best = max(open_ones, key=lambda one: _worth(one, about))
        words = sum(len(one.text.split()) for one in (*chosen, best))
        if chosen and words > MOST_WORDS:
            break
        chosen.append(best)
    begun = {one.notes[0] for one in chosen}
    rest = [one for one in said if one not in chosen and one.notes[0] in begun]
    if sum(len(one.text.split()) for one in (*chosen, *rest)) <= MOST_WORDS + MOST_REST:
        chosen += rest
    order = {one.text: number for number, one in enumerate(said)}
    return tuple(sorted(chosen, key=lambda one: order[one.text]))


def _worth(one: Said, about: frozenset[str]) -> float:
    worth = _WORTH.get(one.topic, _PROSE_WORTH)
    near = min(len(_stems(one.text) & about), _MOST_NEAR)
    later = 1.0 if one.topic == "prose" else _LATER_WORTH**one.depth
    return worth * later + _NEAR_WORTH * near


def _stems(text: str) -> frozenset[str]:
    lists = phrase_words()
    return frozenset(
        word.stem
        for word in split_words(text)
        if word.lower not in lists.fillers | lists.breaks | lists.instructions
    )
