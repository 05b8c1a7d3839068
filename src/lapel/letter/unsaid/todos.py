"""To-dos for what of a letter point is left unsaid, in the note's own words."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from lapel.job.model import Note
from lapel.letter.deeds.counting import numbers_in
from lapel.letter.deeds.search import Deeds
from lapel.letter.english.clauses import is_clause
from lapel.letter.materials import Materials
from lapel.letter.model import Paragraph, Source, SourceKind, ToDo
from lapel.letter.plan import PlannedPoint
from lapel.letter.points.instructing import take_instruction
from lapel.letter.unsaid.asked import asking_stems, is_mostly_in
from lapel.letter.unsaid.heard import Heard, heard_for, stems_of_deed
from lapel.letter.unsaid.implied import asks_for_measure_told, is_conceded_by_deed
from lapel.letter.unsaid.lost import lost_parts
from lapel.letter.unsaid.note_parts import texts_of_parts
from lapel.text.content import content_stems
from lapel.text.plurals import join_and
from lapel.text.verbs import forms_of

LEFT = "the rest of this point is said, this is not"
LEADS = frozenset(("availability", "logistics", "timing"))
"""Labels that only introduce the rest of a note."""
_POINTS_BACK = r"\bwhat (?:it|that|this) (?:did|does|meant|changed) (?:to|for|in) (?:the |my )?"
"""A question of what the deed told before did: "… and what it did to churn"."""


class _Letter(Struct, frozen=True):
    """What a whole letter tells: the ids of its highlights, and the stems of each."""

    told: Collection[str]
    stems: Collection[frozenset[str]]
    deeds: Deeds

    def tells(self, text: str) -> bool:
        """Tell whether a deed told anywhere has every word of a text, or is its best and strong
        answer.
        """
        if is_clause(text):
            return False
        numbers = numbers_in(text)
        asked = content_stems(text) - asking_stems() | numbers
        if asked and any(asked <= stems for stems in self.stems):
            return True
        instruction = take_instruction(text)
        named = instruction.object if instruction else text
        best = next(iter(self.deeds.answering(named)), None) if not numbers else None
        return best is not None and best.strong and best.highlight.id in self.told


def with_unsaid(
    paragraphs: Iterable[Paragraph], points: Iterable[PlannedPoint], materials: Materials
) -> tuple[Paragraph, ...]:
    """Return the paragraphs with to-dos for what they leave unsaid of the points they answer."""
    kept = list(paragraphs)
    deeds = materials.deeds
    named = {s.id for p in kept for x in p.sentences for s in x.sources}
    told = sorted(named & deeds.bullets.by_id.keys())
    letter = _Letter(told, [stems_of_deed(deeds.deed(id)) for id in told], deeds)
    for planned in {planned.note.id: planned for planned in points}.values():
        note, source = planned.note, Source(SourceKind.NOTE, planned.note.id)
        said = [s for p in kept for s in p.sentences if source in s.sources]
        if not said:
            continue
        place = max(i for i, p in enumerate(kept) if note.id in p.notes or {*said} & {*p.sentences})
        todos = [todo for p in kept for todo in p.todos if todo.note == note]
        heard = heard_for(planned.point.acts, said, todos, materials)
        left = tuple(_todos_left(note, todos, heard, letter))
        kept = [replace(p, todos=tuple(t for t in p.todos if t.note != note)) for p in kept]
        kept[place] = replace(kept[place], todos=(*kept[place].todos, *left))
    return tuple(kept)


def _todos_left(note: Note, todos: Sequence[ToDo], heard: Heard, letter: _Letter) -> Iterator[ToDo]:
    """Yield the to-dos that remain for a point that is partly said; ``todos`` are those so far."""
    whole = note.body or note.text
    yield from (t for t in todos if not (t.missing or asks_for_measure_told(t.text, heard)))
    if any(not todo.missing and todo.text in (whole, note.text) for todo in todos):
        return
    missing = {
        phrase: todo
        for todo in todos
        for phrase in todo.missing
        if not (
            _only_leads(phrase) or _is_heard(phrase, heard) or is_conceded_by_deed(phrase, heard)
        )
        if not re.search(_POINTS_BACK + re.escape(phrase), whole)
    }
    for text in texts_of_parts(whole, lost_parts(whole, heard, missing)):
        sought = [phrase for phrase in missing if is_mostly_in(phrase, text)]
        if sought:
            yield ToDo(text, missing[sought[0]].reason, note)
            missing = {phrase: todo for phrase, todo in missing.items() if phrase not in sought}
        elif not letter.tells(text):
            yield ToDo(text, LEFT, note)
    for todo in todos:
        if phrases := [phrase for phrase, of in missing.items() if of is todo]:
            yield replace(todo, text=join_and(phrases))


def _is_heard(phrase: str, heard: Heard) -> bool:
    """Tell whether a sentence of the letter has every telling word of a phrase."""
    asked = content_stems(phrase)
    return bool(asked) and asked <= heard.stems


def _only_leads(phrase: str) -> bool:
    """Tell whether a word only introduces the rest: "how I cut it", "availability, could start in
    May".
    """
    one = " " not in phrase
    return one and (bool(forms_of(phrase.casefold())) or phrase.casefold() in LEADS)
