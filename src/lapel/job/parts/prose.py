"""Notes written as running text: each sentence is one, and some say they are for the letter."""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from lapel.job.markup.markdown import Written
from lapel.job.markup.wrapping import begins_named
from lapel.job.outline.statements import Statement
from lapel.job.words.topics import Topic
from lapel.text.regexes import regex
from lapel.text.sentences import split_sentences

_LETTER = r"(?:the |my |das |mein )?(?:(?:cover |covering )?letter|anschreiben)"
_FOR_LETTER = regex(
    r"^(?:(?:and |also,? |then,? )?(?:in|for) (?:the|my) (?:cover |covering )?letter\b[:,]?\s+"
    r"|(?:in |for )?(?:cover |covering )?letter\s*[:,–—-]\s+"
    rf"|{_LETTER}\.\s+|{_LETTER} (?:should|must|needs to|has to|ought to) say(?: that)?\s+"
    r"|(?:und |auch )?(?:im|fürs|für das) anschreiben\b[:,]?\s+(?:möchte ich sagen, dass )?)(?=\S)",
    re.IGNORECASE,
)
_ONLY_LETTER = regex(rf"{_LETTER}\.", re.IGNORECASE)
_ON_LETTER = regex(
    rf"^{_LETTER} (?:should|must|needs to|has to|soll|sollte|muss|darf|short|brief|kurz|=)\b",
    re.IGNORECASE,
)
_SAYS_IN_LETTER = regex(
    r"^(?:(?:and|so|but|then|also|first|after that|finally),? )*"
    r"(?:i(?:['’]d| would|['’]ll| will| want to)(?: like to)?|(?:i )?(?:should|must)) (?:then )?"
    r"(?:open|begin|start|close|end|finish|sign off)"
    r"(?: (?:the |my )?letter)? (?:with|on|by)\b",
    re.IGNORECASE,
)
"""How somebody says what a letter is to begin or to end with: "I'd open with the planners"."""
_OF_DOCUMENT = regex(
    r"(?i)^(?:and |also,? |then,? )?(?:in|for|on) (?:the|my) (?:cv|resume|résumé)\b"
)

_PROSE = (Topic.NOTES, Topic.EMPHASIS)
"""Topics of which each sentence of a paragraph is a note."""


def single_sentences(statement: Statement) -> Iterator[Statement]:
    """Yield each sentence of a paragraph among skills or notes of no kind; any other statement is
    yielded whole.

    A sentence that is for the letter makes those behind it letter points too, up to one about the
    resume.
    """
    loose = statement.context.topic in _PROSE and not statement.is_item
    sentences = _split_into_sentences(statement.text) if loose and not statement.is_row else ()
    if len(sentences) < 2:
        yield statement
        return
    context = statement.context
    for lines in _cut_lines_by_sentence(statement.lines, sentences):
        part = replace(statement, lines=lines)
        if is_for_letter(part.text):
            context = replace(context, topic=Topic.LETTER_POINT)
        elif _OF_DOCUMENT.match(part.text):
            context = statement.context
        yield replace(part, context=context)


def _split_into_sentences(text: str) -> Sequence[str]:
    """Return the sentences of a text, "The letter." with the next one and a name with what is said
    of it ("Acme: the ward move. No dates.").
    """
    said: list[str] = []
    for sentence in split_sentences(text):
        is_of_name = said and _is_named(said[-1]) and not _says_its_subject(sentence)
        if said and (is_of_name or _ONLY_LETTER.fullmatch(said[-1])):
            said[-1] = f"{said[-1]} {sentence}"
        else:
            said.append(sentence)
    return said


def _is_named(sentence: str) -> bool:
    return not is_for_letter(sentence) and begins_named(Written(sentence, 0))


def _says_its_subject(sentence: str) -> bool:
    """Tell whether a sentence says itself what it is of: a name, or one of the documents."""
    of_document = _OF_DOCUMENT.match(sentence) or is_for_letter(sentence)
    return bool(of_document) or begins_named(Written(sentence, 0))


def is_for_letter(text: str) -> bool:
    """Tell whether a note says that it is for the letter: "in the letter, mention SQL"."""
    patterns = (_FOR_LETTER, _ON_LETTER, _SAYS_IN_LETTER)
    return any(pattern.match(text) for pattern in patterns)


def without_letter(text: str) -> str:
    """Return a note without the words that it is for the letter: "mention SQL"."""
    return _FOR_LETTER.sub("", text)


def _cut_lines_by_sentence(
    lines: Sequence[Written], sentences: Sequence[str]
) -> Iterator[tuple[Written, ...]]:
    """Yield the lines of each sentence; a line is cut where a sentence ends within it."""
    rest = list(lines)
    for sentence in sentences:
        taken: list[Written] = []
        missing = len(sentence)
        while rest and missing > 0:
            line = rest.pop(0)
            if len(line.text) <= missing:
                taken.append(line)
                missing -= len(line.text) + 1
                continue
            taken.append(replace(line, text=line.text[:missing]))
            begins = missing + len(line.text[missing:]) - len(line.text[missing:].lstrip())
            rest.insert(0, replace(line, text=line.text[begins:], column=line.column + begins))
            missing = 0
        yield tuple(taken)
