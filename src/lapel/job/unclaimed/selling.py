"""Skills among the person's notes of no kind: "for the cv", "my points".

What no list of headings can tell the lines show: they are a few words each that are no order, no
sentence and nothing about an employer or the page. Two of them are a list. In running text they are
a sentence of nothing but such words between commas, or one that says to show some: "lean on my SQL,
dbt and stakeholder work".
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from lapel.job.markup.markdown import Written
from lapel.job.markup.wrapping import begin_with_capitals, begins_named, runs_of_lines
from lapel.job.outline.blocks import part_label
from lapel.job.outline.statements import Outlined, Statement
from lapel.job.parts.from_sentences import is_about_application
from lapel.job.parts.prose import single_sentences
from lapel.job.words.errands import is_errand, was_errand
from lapel.job.words.headings import heads_refusals, is_own_heading, speaks_of_own
from lapel.job.words.labels import (
    CROSS,
    Labelled,
    begins_with_verb,
    speaks_of_page,
    split_label,
    strip_markdown,
    web_address_in,
)
from lapel.job.words.phrased import find_shown
from lapel.job.words.placeholders import is_placeholder
from lapel.job.words.topics import Topic
from lapel.text.regexes import regex
from lapel.text.sentences import split_sentences

_LONGEST_SKILL = 14
_LONGEST_OWN = 7
"""Words of a line in which somebody says "my", and no mark: more are a story."""
_FEWEST = 2
_SHARE = 0.4
_COMMAS = regex(r"\s*[,;]\s+")
_MARKS = regex(r"\s+[–—·•|/]\s+")
_FEWEST_MARKED = 3
"""The fewest parts between marks of a line that is a list; of two the first may be a name."""
_FEWEST_IN_SENTENCE = 3
_SAYS = regex(r"(?i)(?:i|he|she|it|they|we|that|this|who|which)(?:['’]\w+)?\s")
"""The beginning of a clause, and of no skill."""
_MUST = regex(r"(?i)\S (?:must|should|needs? to|has to|have to|ought to) \S")
"""What must be, which is no skill: "the headline must match"."""
_ALSO = regex(r"(?i)(?:also|and|plus)\b")
"""The beginning of a sentence that goes on with the skills of the one before."""
_JOINED = regex(r"\s*,?\s+(?:and|und|et|y|&)\s+|\s*[,;]\s+")


def with_skills(outlined: Outlined) -> Outlined:
    """Return the outline with such lists as skills to emphasize."""
    capitals = begin_with_capitals([s.lines[0] for s in outlined.statements])
    statements: list[Statement] = []
    leads: list[Written] = []
    for context, run in groupby(outlined.statements, key=lambda s: s.context):
        said = tuple(run)
        if context.topic is Topic.NOTES and not any(map(heads_refusals, context.path)):
            notes = [note for s in said for note in _split_notes(s, capitals=capitals)]
            told = [part for note in notes for part in _split_off_skills(note)]
            leads += (lead for lead, _ in told if lead)
            said = tuple(statement for _, statement in told)
            rest = [s for s in said if s.context.topic is Topic.NOTES]
            said = tuple(map(_as_skill, said)) if _lists_skills(rest) else said
        statements += said
    headings = (*outlined.headings, *leads)
    return replace(outlined, statements=tuple(statements), headings=headings)


def _split_off_skills(note: Statement) -> list[tuple[Written | None, Statement]]:
    """Return a note's sentences where one lists skills, each with the words before it that say to
    show them ("lean on my"); otherwise the note.
    """
    told: list[tuple[Written | None, Statement]] = []
    for sentence in single_sentences(note):
        goes_on = bool(told) and _is_emphasis(told[-1][1]) and _ALSO.match(sentence.text)
        told.append((None, _as_emphasis(sentence)) if goes_on else _split_lead(sentence))
    return told if any(_is_emphasis(statement) for _, statement in told) else [(None, note)]


def _split_lead(sentence: Statement) -> tuple[Written | None, Statement]:
    if sentence.is_row or sentence.context.topic is not Topic.NOTES:
        return None, sentence
    first, *below = sentence.lines
    if shown := find_shown(first.text):
        at = first.text.rindex(shown)
        lead = replace(first, text=first.text[:at].rstrip())
        skills = (replace(first, text=shown, column=first.column + at), *below)
        listed = replace(sentence, lines=skills)
        if _is_list_of_skills(listed.text):
            return lead, _as_emphasis(listed)
    labelled = split_label(sentence.text)
    if _is_of_document(labelled) and _is_list_of_skills(labelled.rest, of=_COMMAS):
        lead, *listing = part_label(sentence.lines, labelled)
        return lead, _as_emphasis(replace(sentence, lines=tuple(listing)))
    marked = sentence.is_item or labelled.label
    is_list = not marked and _is_list_of_skills(sentence.text, of=_COMMAS)
    return None, _as_emphasis(sentence) if is_list else sentence


def _is_of_document(labelled: Labelled) -> bool:
    """Tell whether a label is of a document or of its writer, and no employer's name: "Top of
    resume", "What I do well".
    """
    of_one = speaks_of_page(labelled.label) or is_own_heading(labelled.label)
    return bool(labelled.rest) and of_one and not heads_refusals(labelled.label)


def _is_list_of_skills(text: str, of: re.Pattern[str] = _JOINED) -> bool:
    """Tell whether a sentence is several skills, with or without a stop at its end."""
    said = strip_markdown(text).rstrip(" .")
    parts = of.split(said)
    many = len(parts) >= _FEWEST_IN_SENTENCE or (of is _JOINED and len(_COMMAS.split(said)) == 1)
    return many and len(parts) >= _FEWEST and "!" not in text and all(map(_is_listed, parts))


def _is_listed(part: str) -> bool:
    return _is_skill(part) and not _SAYS.match(part)


def _lists_skills(said: Sequence[Statement]) -> bool:
    """Tell whether two texts or more, and four in ten of those without a name, are skills."""
    texts = [
        strip_markdown(text) for s in said if not _is_named(s) for text in _split_listed_texts(s)
    ]
    skills = sum(map(_is_skill, texts))
    return skills >= _FEWEST and skills >= _SHARE * len(texts)


def _split_notes(statement: Statement, *, capitals: bool) -> Iterator[Statement]:
    """Yield the notes of a paragraph one by one; an item or a row as it is."""
    if statement.is_item or statement.is_row:
        yield statement
        return
    for lines in runs_of_lines(statement.lines, capitals=capitals):
        yield replace(statement, lines=lines)


def _split_listed_texts(statement: Statement) -> Sequence[str]:
    """Return the texts that a statement lists: an item's one, a line's between commas or marks."""
    parts = _MARKS.split(statement.text)
    if len(parts) >= _FEWEST_MARKED:
        return parts
    return [statement.text] if statement.is_item else _COMMAS.split(statement.text)


def _is_named(statement: Statement) -> bool:
    first = statement.lines[0]
    labelled = split_label(first.text)
    named = begins_named(first) or (bool(labelled.rest) and labelled.label[:1].isupper())
    is_list = len(_MARKS.split(statement.text)) >= _FEWEST_MARKED
    return statement.is_row or (named and not is_list)


def _is_skill(text: str) -> bool:
    """Tell whether a text may be a skill: a few words, no order, sentence, link or errand."""
    return len(text.split()) <= _LONGEST_SKILL and not (
        text.startswith("(")
        or "?" in text
        or _MUST.search(text)
        or CROSS.match(text)
        or text.endswith(".")
        or begins_with_verb(text)
        or speaks_of_page(text)
        or web_address_in(text)
        or is_about_application(text)
        or is_placeholder(text)
        or is_errand(text)
        or was_errand(text)
        or len(split_sentences(text)) > 1
    )


def _as_skill(statement: Statement) -> Statement:
    loose = statement.context.topic is Topic.NOTES and not _is_named(statement)
    lists = loose and all(map(_is_skill, map(strip_markdown, _split_listed_texts(statement))))
    return _as_emphasis(statement) if lists and not _tells_story(statement) else statement


def _is_emphasis(statement: Statement) -> bool:
    return statement.context.topic is Topic.EMPHASIS


def _tells_story(statement: Statement) -> bool:
    words = statement.text.split()
    return not statement.is_item and len(words) > _LONGEST_OWN and speaks_of_own(statement.text)


def _as_emphasis(statement: Statement) -> Statement:
    return replace(statement, context=replace(statement.context, topic=Topic.EMPHASIS))
