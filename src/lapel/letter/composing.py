"""Composing a letter's body of its planned paragraphs, deeds, answers, the posting and the frame.

Nothing is said twice: a highlight that was told is not told again, nor the personal connection.
Where the letter is short and strong evidence is left, the body tells more of it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from lapel.letter.answering.connection import connect, is_on_relation
from lapel.letter.answering.inquiry import Inquiry
from lapel.letter.answering.point import answer_point
from lapel.letter.answering.topics import deeds_meant
from lapel.letter.arranging.answered import without_answered
from lapel.letter.arranging.connecting import put_answers_apart, with_connection
from lapel.letter.arranging.introducing import introduce, pair_deeds
from lapel.letter.arranging.layout import put_posting_first, regroup_deeds
from lapel.letter.arranging.prefacing import preface_deeds
from lapel.letter.arranging.repeating import is_said_in, without_repeats, without_years_again
from lapel.letter.arranging.settling import settle_paragraphs
from lapel.letter.english.persons import stands_alone
from lapel.letter.framing import close_letter, open_letter
from lapel.letter.gate import gate_moves
from lapel.letter.lengthening import default_body, lead_with_posting, lengthen
from lapel.letter.materials import Materials, Progress
from lapel.letter.model import FEWEST_WORDS, Paragraph, Sentence, Source, SourceKind, ToDo
from lapel.letter.moves import Form, Move, Told, choose_forms, count_words, count_words_of, shorten
from lapel.letter.plan import Planned, PlannedPoint, plan_letter, targets_of
from lapel.letter.points.model import Part
from lapel.letter.spelling import begin_as_bullet
from lapel.letter.unsaid.further_deeds import tell_further
from lapel.letter.unsaid.todos import with_unsaid
from lapel.text.content import content_stems
from lapel.text.inline import plain_text
from lapel.text.regexes import regex
from lapel.text.words import word_count

FAREWELL = regex(r"(?:thank you|many thanks|i (?:look forward|hope to hear))\b", re.IGNORECASE)
VALUES = frozenset(("value", "like", "love", "admire"))
LONGEST_OPENING = 75
"""The most words of an opening; a longer one keeps the reader from the letter's subject."""
WHY = ToDo("say why you want this job", "no letter point says it")


def compose_letter(
    points: Iterable[PlannedPoint], materials: Materials, most_words: int
) -> tuple[Paragraph, ...]:
    """Return the body's paragraphs for the points, with at most ``most_words`` words."""
    points = tuple(points)
    progress = Progress(meant=deeds_meant(targets_of(points), materials.deeds))
    unasked = Inquiry(None, materials, progress)
    plan = plan_letter(points)
    told = without_repeats([_tell_points(planned, materials, progress) for planned in plan])
    found = gate_moves(connect((), unasked), materials.notes, company=materials.company)
    connection = tuple(part for part in found if isinstance(part, Move))
    fewest = min(FEWEST_WORDS, most_words) - count_words_of(connection)
    told = regroup_deeds(lengthen(told, unasked, fewest))
    told = [lead_with_posting(paragraph, unasked) for paragraph in told]
    related = tuple(move for move in connection if is_on_relation(move, materials))
    if not told[0].notes and (opens := _choose_opening(connection, related)):
        opened = tuple(open_letter(opens, materials))
        told[0] = replace(told[0], moves=_take_over_notes(opened, told[0].moves))
        connection = tuple(move for move in connection if move not in opens)
    told = [*put_answers_apart(with_connection(told, connection, materials.company))]
    if not related and not any(planned.points and planned.says_why for planned in plan):
        told[0] = replace(told[0], todos=(*told[0].todos, WHY))
    left = tuple(
        part for part in found if isinstance(part, ToDo) and not is_said_in(part.text, told)
    )
    told[-1] = replace(told[-1], todos=(*told[-1].todos, *left))
    answers = frozenset(answer.id for answer in materials.answers)
    told = without_answered(told, answers, materials.company)
    told = without_years_again(settle_paragraphs(without_repeats(told)))
    told = preface_deeds(told, {note for notes in progress.shared.values() for note in notes})
    told, said = _fit_within(told, most_words)
    paragraphs = (
        Paragraph(
            paragraph.label,
            tuple(_finish_sentence(sentence, materials, progress) for sentence in sentences),
            paragraph.todos,
            paragraph.notes,
        )
        for paragraph, sentences in zip(told, _drop_verbatim_repeats(said), strict=True)
        if sentences or paragraph.todos
    )
    return _drop_repeated_todos(with_unsaid(paragraphs, points, materials))


def _choose_opening(connection: tuple[Move, ...], related: tuple[Move, ...]) -> tuple[Move, ...]:
    """Return the opening of a letter that no note opens: the whole personal connection if it is
    short, with its ``related`` sentences first if it begins with the writer's values; otherwise
    only the related ones, and these only if each can be understood alone.
    """
    leaving = related if all(stands_alone(move.text) for move in related) else ()
    if count_words_of(connection) > LONGEST_OPENING:
        return leaving
    if connection and VALUES & {*connection[0].first.text.split()[:3]}:
        return (*leaving, *(move for move in connection if move not in leaving))
    return connection


def _take_over_notes(moves: Sequence[Move], earlier: Sequence[Move]) -> tuple[Move, ...]:
    """Return the moves that replace ``earlier`` ones, the last with the notes that those answered.

    So a point "show excitement" is answered where the writer's own words open the letter.
    """
    said = (source for move in earlier for s in move.forms[0] for source in s.sources)
    notes = tuple(source for source in said if source.kind is SourceKind.NOTE)
    if not notes:
        return tuple(moves)
    *before, last = moves
    forms = tuple((*form[:-1], form[-1].also_from(*notes)) for form in last.forms)
    return (*before, replace(last, forms=forms))


def _fit_within(told: Sequence[Told], most_words: int) -> tuple[list[Told], tuple[Form, ...]]:
    """Return the paragraphs and their sentences, shortened to ``most_words`` as far as possible."""
    room, moves = most_words, -1
    while True:
        short = shorten(introduce(told), room)
        final = introduce([pair_deeds(paragraph) for paragraph in short])
        said = choose_forms(final)
        over = sum(word_count(plain_text(s.text)) for form in said for s in form) - most_words
        left = sum(len(paragraph.moves) for paragraph in short)
        if over <= 0 or left == moves:
            return final, said
        room, moves = min(room, count_words(short)) - 1, left


def _tell_points(planned: Planned, materials: Materials, progress: Progress) -> Told:
    """Return the paragraph that answers the planned points, with its moves and to-dos."""
    moves: list[Move] = []
    todos: list[ToDo] = []
    for point in planned.points:
        inquiry = Inquiry(point.note, materials, progress)
        answered = put_posting_first(answer_point(point.point.acts, inquiry))
        found = gate_moves(answered, materials.notes, begins=not moves, company=materials.company)
        said = [part for part in found if isinstance(part, Move)]
        left = [part for part in found if isinstance(part, ToDo)]
        more = gate_moves(tell_further(point.point.acts, said, inquiry), materials.notes)
        progress.answer(point.note.id)
        todos += left
        moves += [*said, *(part for part in more if isinstance(part, Move))]
    match planned.part:
        case Part.OPENING:
            moves = list(open_letter(moves, materials))
        case Part.BODY if not planned.points:
            moves += default_body(Inquiry(None, materials, progress))
        case Part.CLOSING:
            moves = [*_put_thanks_last(moves), *close_letter(moves, materials)]
        case _:
            pass
    notes = tuple(point.note.id for point in planned.points)
    named = [target for _, targets in targets_of(planned.points) for target in targets]
    answers = ((target, deed) for target in named for deed in materials.deeds.answering(target))
    subject = frozenset(
        deed.highlight.id
        for target, deed in answers
        if deed.is_plain and content_stems(target) & (deed.stems | deed.tagged)
    )
    return Told(planned.part, planned.label, tuple(moves), tuple(todos), notes, subject)


def _drop_repeated_todos(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """Return the paragraphs without a to-do that repeats an earlier or a longer one."""
    asked: set[str] = set()
    kept = []
    for paragraph in paragraphs:
        todos = []
        for todo in paragraph.todos:
            within = any(
                todo.text != other.text and todo.text in other.text for other in paragraph.todos
            )
            if todo.text not in asked and not within:
                todos.append(todo)
            asked.add(todo.text)
        kept.append(replace(paragraph, todos=tuple(todos)))
    return tuple(paragraph for paragraph in kept if paragraph.sentences or paragraph.todos)


def _drop_verbatim_repeats(paragraphs: Iterable[Form]) -> Iterator[Form]:
    """Yield the sentences of each paragraph without verbatim repeats of earlier ones."""
    said: set[str] = set()
    for paragraph in paragraphs:
        kept = []
        for sentence in paragraph:
            if sentence.text not in said:
                kept.append(sentence)
            said.add(sentence.text)
        yield tuple(kept)


def _put_thanks_last(moves: Iterable[Move]) -> list[Move]:
    """Return the moves of the closing with thanks and farewells last."""
    return sorted(moves, key=lambda move: bool(FAREWELL.match(move.first.text)))


def _finish_sentence(sentence: Sentence, materials: Materials, progress: Progress) -> Sentence:
    """Return the sentence as the letter prints it."""
    shared = _add_shared_notes(sentence, progress)
    told = next((s.id for s in sentence.sources if s.kind is SourceKind.HIGHLIGHT), "")
    if not told or sentence.own:
        return shared
    bullet = materials.deeds.deed(told).highlight.text.markdown
    return replace(shared, text=begin_as_bullet(shared.text, bullet, materials.written_small))


def _add_shared_notes(sentence: Sentence, progress: Progress) -> Sentence:
    """Return the sentence with the later notes that it also answers added to its sources."""
    told = [source.id for source in sentence.sources]
    notes = [Source(SourceKind.NOTE, note) for id in told for note in progress.shared.get(id, ())]
    return sentence.also_from(*notes)
