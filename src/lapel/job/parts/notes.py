"""Reading the statements that are notes: each as one or more numbered `Note` values."""

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from lapel.job.markup.wrapping import ORDERS, begin_with_capitals, runs_of_lines
from lapel.job.model import Note, NoteKind
from lapel.job.outline.statements import Statement
from lapel.job.parts.leftovers import report_leftovers, report_placeholder, report_unsaid
from lapel.job.parts.prose import is_for_letter, single_sentences, without_letter
from lapel.job.words.headings import heads_refusals, section_of
from lapel.job.words.labels import (
    CROSS,
    Labelled,
    begins_with_verb,
    is_only_paragraph,
    is_optional,
    is_question,
    names_paragraph,
    plain_label,
    question_label,
    split_brackets,
    split_label,
    strip_markdown,
)
from lapel.job.words.placeholders import asks_nothing, is_placeholder, without_brackets
from lapel.job.words.topics import Topic
from lapel.source.diagnostics import Diagnostic
from lapel.source.source import Source
from lapel.text.regexes import regex

_OF_RESUME = (Topic.NOTES, Topic.EMPHASIS, Topic.HINT, Topic.IDEA)
_WISHES = (NoteKind.IDEA, NoteKind.EMPHASIS)
ID_WORDS = {NoteKind.LETTER_POINT: "letter"}
LONGEST_NAME_WORDS = 5
_ANSWERED = regex(
    r"(?:(?<=\s)(?:A|Answer|Antwort|Respuesta)|(?i:\n(?:a|answer|antwort|respuesta)))\s?\d{0,2}:(?=\s)"
)
_BARE_ANSWER = regex(r"\na (?=\S)")
_QUESTION_ENDS = regex(r"(?<=\?)\s+")
OF_NO_EMPLOYER = frozenset({"skills", "summary", "education"})
"""Sections that no entry has: "Skills: put SQL first" below an employer is not about it."""

BEHIND_REFUSAL = frozenset({"the", "my", "this", "that", "it", "off", "out", "any", "all"})
"""Words behind a verb that make it an order to leave out: "trim carpentry" is a trade."""


class Notes(Struct, frozen=True):
    """The notes in the file's order, and the diagnostics about the lines under their headings."""

    notes: tuple[Note, ...]
    diagnostics: tuple[Diagnostic, ...]


def read_notes(source: Source, statements: Iterable[Statement]) -> Notes:
    """Return the notes in the statements, numbered by kind: "hint-1", "letter-2"."""
    notes: list[Note] = []
    diagnostics: list[Diagnostic] = []
    numbers: Counter[NoteKind] = Counter()
    written = tuple(statements)
    capitals = begin_with_capitals([statement.lines[0] for statement in written])
    for statement in _join_answers(written):
        single = _split_into_notes(statement, capitals=capitals)
        for part in (s for note in single for s in single_sentences(note)):
            kind = _find_kind(part)
            labelled = _split_note(part, kind)
            if _is_empty(part, kind, labelled):
                diagnostics.extend(_report_empty(source, part, kind, labelled))
                continue
            numbers[kind] += 1
            diagnostics.extend(report_leftovers(source, part))
            notes.append(
                Note(
                    id=f"{ID_WORDS.get(kind, kind.value)}-{numbers[kind]}",
                    kind=kind,
                    text=part.text,
                    label=labelled.label,
                    body=without_brackets(labelled.rest).strip(),
                    section=_find_section(part, labelled) if kind is NoteKind.HINT else "",
                    optional=kind is not NoteKind.CONNECTION and is_optional(part.text),
                    place=part.start.place(source),
                    last_line=part.end,
                    heading=next(iter(part.context.path[-1:]), "") if kind in _WISHES else "",
                )
            )
    return Notes(tuple(notes), tuple(diagnostics))


def _find_kind(statement: Statement) -> NoteKind:
    topic = statement.context.topic
    if topic in _OF_RESUME and is_for_letter(statement.text):
        return NoteKind.LETTER_POINT
    refused = topic is Topic.EMPHASIS and (
        any(map(heads_refusals, statement.context.path)) or _is_refusal(statement)
    )
    return NoteKind.IDEA if refused or topic is Topic.NOTES else NoteKind(topic.value)


def _is_refusal(statement: Statement) -> bool:
    """Tell whether a line below skills is crossed out or an order to leave out: "skip the café"."""
    if CROSS.match(strip_markdown(statement.text)):
        return True
    first, second = [*statement.text.casefold().split(maxsplit=2), "", ""][:2]
    refused = first in ORDERS or (heads_refusals(first) and second in BEHIND_REFUSAL)
    return refused and not (statement.is_item or statement.is_row)


def _find_section(statement: Statement, labelled: Labelled) -> str:
    """Return the section of a hint: its label's where no entry has that one ("Skills: …"), else the
    one it stands under, else its label's.
    """
    named = section_of(labelled.label) or ""
    return named if named in OF_NO_EMPLOYER else statement.context.section or named


def _is_empty(part: Statement, kind: NoteKind, labelled: Labelled) -> bool:
    """Tell whether a note says nothing yet; an employer's name alone asks for the employer."""
    if kind is NoteKind.HINT and labelled.label and not labelled.rest:
        return part.text.rstrip("*_ ").endswith((":", "–", "—"))
    said = labelled.rest if labelled.label else part.text
    return is_placeholder(said) or (kind is not NoteKind.CONNECTION and asks_nothing(said))


def _report_empty(
    source: Source, part: Statement, kind: NoteKind, labelled: Labelled
) -> tuple[Diagnostic, ...]:
    """Return the warnings for a note that says nothing yet."""
    if labelled.label and not labelled.rest:
        is_question = kind is NoteKind.CONNECTION
        return report_unsaid(source, part, labelled.label, is_question=is_question)
    return report_placeholder(source, part)


# One statement may hold several notes


def _split_into_notes(statement: Statement, *, capitals: bool) -> Iterator[Statement]:
    """Yield the notes of a paragraph: each line with those on which it goes on."""
    if statement.is_item or statement.is_row or len(statement.lines) < 2:
        yield statement
        return
    if statement.context.topic is Topic.CONNECTION:
        yield from _split_at_questions(statement)
        return
    for lines in runs_of_lines(statement.lines, capitals=capitals):
        yield replace(statement, lines=lines)


def _split_at_questions(statement: Statement) -> Iterator[Statement]:
    """Yield each question of a paragraph with its answer."""
    start = 0
    for index, line in enumerate(statement.lines[1:], start=1):
        if _find_label_kind(line.text) == "q" or line.text.endswith("?"):
            yield replace(statement, lines=statement.lines[start:index])
            start = index
    yield replace(statement, lines=statement.lines[start:])


def _join_answers(statements: Iterable[Statement]) -> Iterator[Statement]:
    """Yield the statements, each item "Q: …" joined with its answer in the next item."""
    asked: Statement | None = None
    for statement in statements:
        if asked is not None:
            if statement.context == asked.context and not _holds_question(statement):
                yield replace(asked, lines=(*asked.lines, *statement.lines))
                asked = None
                continue
            yield asked
            asked = None
        if statement.context.topic is Topic.CONNECTION and _is_asked(statement):
            asked = statement
        else:
            yield statement
    if asked is not None:
        yield asked


def _is_asked(statement: Statement) -> bool:
    """Tell whether a statement is a question alone, whose answer may stand in the next."""
    if statement.is_row or _ends_sentence(statement.text):
        return False
    if _find_label_kind(statement.text) == "q":
        return not _split_answer(statement, "").rest
    return strip_markdown(statement.text).endswith("?") or (
        strip_markdown(statement.text).endswith(":") and is_question(statement.text)
    )


def _holds_question(statement: Statement) -> bool:
    if _find_label_kind(statement.text) == "a":
        return False
    return bool(_split_answer(statement, "").label) or _find_label_kind(statement.text) == "q"


def _find_label_kind(text: str) -> str:
    """Return "q" for a line that begins with "Q:" or a bare "q", "a" for one with "A:", else ""."""
    found = question_label(text)
    return ("a" if found["answer"] else "q") if found else ""


# What stands before the colon


def _split_note(statement: Statement, kind: NoteKind) -> Labelled:
    """Split a note into label and body, as the labels of its kind look."""
    given = statement.context.label
    if kind is NoteKind.HINT:
        return _split_hint(statement, given)
    if kind is NoteKind.LETTER_POINT:
        labelled = split_label(statement.text)
        text = plain_label(statement.text)
        if not given and is_only_paragraph(text):
            return Labelled(text, "")
        named = labelled.label and given == "" and names_paragraph(labelled.label)
        return (
            labelled if named else Labelled(given, without_letter(strip_markdown(statement.text)))
        )
    if kind is NoteKind.CONNECTION:
        return _split_answer(statement, given)
    text = strip_markdown(statement.text)
    if crossed := CROSS.match(text):
        return Labelled("", _as_refusal(text[crossed.end() :]))
    if any(map(heads_refusals, statement.context.path)):
        return Labelled("", _as_refusal(text))
    if statement.is_row:
        return Labelled("", _join_cells([strip_markdown(line.text) for line in statement.lines]))
    return Labelled("", text)


def _join_cells(cells: list[str]) -> str:
    """Join the cells of a table's row: "SQL", "first", "daily" -> "SQL (first; daily)"."""
    return f"{cells[0]} ({'; '.join(cells[1:])})" if cells[1:] else cells[0]


def _as_refusal(text: str) -> str:
    """Return a line under "Leave out" as an order: "the café" -> "leave out the café"."""
    first = text.casefold().split(maxsplit=1)[0].strip(",.:")
    is_order = first in ORDERS or begins_with_verb(text)
    return text if is_order else f"leave out {text}"


def _split_hint(statement: Statement, given: str) -> Labelled:
    """Split a hint into the employer's name and what to do."""
    text = strip_markdown(statement.text)
    if statement.is_row and len(statement.lines) > 1:
        cells = [strip_markdown(line.text) for line in statement.lines]
        said = "; ".join(cells[1:])
        refused = any(map(heads_refusals, statement.context.path[-1:]))
        return Labelled(cells[0], _as_refusal(said) if refused else said)
    labelled = split_label(statement.text)
    if given and not (labelled.rest and section_of(labelled.label) in OF_NO_EMPLOYER):
        return Labelled(given, text.rstrip(": "))
    is_verb = begins_with_verb(labelled.label) and not begins_with_verb(labelled.rest)
    if labelled.label and not is_verb:  # "Close tracker: feature …" is of a close tracker
        return labelled
    bracketed = split_brackets(statement.text)
    if bracketed.label:
        return bracketed
    is_name = len(text.split()) <= LONGEST_NAME_WORDS and not begins_with_verb(text)
    return Labelled(text, "") if is_name and not is_placeholder(text) else Labelled("", text)


def _split_answer(statement: Statement, given: str) -> Labelled:
    """Split a note on the connection into question and answer."""
    if statement.is_row and len(statement.lines) > 1:
        cells = [strip_markdown(line.text) for line in statement.lines]
        return Labelled(cells[0], " ".join(cells[1:]))
    lines = [strip_markdown(line.text) for line in statement.lines]
    if _find_label_kind(lines[0]) == "q":
        return _split_marked("\n".join(lines))
    text = " ".join(lines)
    if given:
        return Labelled(given, _strip_answer_mark(text))
    labelled = split_label(statement.text)
    if labelled.label and is_question(labelled.label) and "? " not in labelled.label:
        return labelled
    question, mark, answer = text.partition("? ")
    asks = mark and is_question(question + "?") and '"' not in question and "“" not in question
    if asks and not _ends_sentence(question):
        return Labelled(question + "?", _strip_answer_mark(answer))
    return (
        Labelled(text, "")
        if text.endswith("?") and not _ends_sentence(text)
        else Labelled("", text)
    )


def _strip_answer_mark(text: str) -> str:
    """Return an answer without the "A:" before it."""
    found = question_label(text)
    return (text[found.end() :] if found and found["answer"] else text).strip()


def _ends_sentence(question: str) -> bool:
    """Tell whether a sentence ends within the text: then it is prose and no question alone."""
    return any(end in question for end in (". ", "! "))


def _split_marked(text: str) -> Labelled:
    """Split "Q: … A: …", "Q: …? …" or "q …" with "a …" below it into question and answer."""
    asked = question_label(text)
    said = text[asked.end() :].strip() if asked else text
    bare = _BARE_ANSWER.search(said) if asked and asked["bare"] else None
    marked = bare or _ANSWERED.search(said) or _QUESTION_ENDS.search(said)
    if marked is None:
        return Labelled(" ".join(said.split()), "")
    parts = (said[: marked.start()], _strip_answer_mark(said[marked.end() :].strip()))
    return Labelled(*(" ".join(part.split()) for part in parts))
