"""Finding the recipient, the status and the URL in the person's sentences, where no field gives
them.

A recipient is somebody whose address stands there too ("Rolf Haskins (rolf@…)"), who is said to be
in charge ("the curator is …"), to whom one writes, with whom of an office one spoke, whose
telephone number stands there, who is named with a title behind a label that nobody knows ("Head:
Mrs Corrie"), or who signed a pasted mail. Of the employer's text only addresses beside names are
asked, the points of the letter are not searched.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import dropwhile, takewhile

from lapel.job.markup.markdown import Written
from lapel.job.model import WEB_ADDRESS, Field
from lapel.job.outline.statements import Statement
from lapel.job.words.headings import is_for_own_use
from lapel.job.words.labels import strip_markdown
from lapel.job.words.topics import Topic
from lapel.locale.words import MONTHS, SHORTEST_MONTH
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.source.source import Source
from lapel.text.data import read_data
from lapel.text.patterns import alternatives_in, any_of
from lapel.text.regexes import regex
from lapel.text.sentences import split_sentences

_HEAD = (Topic.TITLE, Topic.OTHER)
_OWN = (*_HEAD, Topic.NOTES)
_MAIL = regex(r"([\w.+-]+)@[\w-]+(?:\.[\w-]+)+")
_PHONE = regex(r"(?<![\w.])[+(]?\d(?:[ ()/.-]{0,2}\d){8,}(?!\w)")
_WHAT = regex(
    r"(?: (?i:in|at|from|of|the) [^,;().\d]{2,30}| ?\([^()]*\)"
    r"|, (?:[^\W\d_a-zß-ÿ][^,;().\d]{1,40}|[^,;().\dA-Z]{2,40})){0,2}[\s,;:(–-]*"
)
"""A person's place or office, between the name and the number or address."""
_WHERE = frozenset({"IN", "AT", "FROM", "OF", "THE"})
_CAPITAL = regex(r"(?<!\w)[^\W\d_a-zß-ÿ][^\W\d_]+")
_PARTS = 2
"""The parts of a mail address that are somebody's names."""
_LOCAL = regex(r"[.+_\d-]+")
_CLAUSES = regex(r"[,;·|(]\s*|\s[-–—]+\s")
_FIELD_ENDS = regex(r"\s+[·|]\s+")
_SEEN = regex(
    r"(?i)\b(?:url|link|seen|saw|spotted|found|posted|advertised|apply|gesehen|gefunden|vu|trouvé)\b"
    rf"(?: \w+){{0,3}}:? (?P<address>{WEB_ADDRESS.pattern})"
)
_ANSWER = regex(r"\W*(?i:yes|no|not|nope|done)\b")
_REFUSED = regex(r"(?i)\?\W+(?:no|not|nope)\b")
_SHORTEST_PART = 3
"""The fewest letters that an address must have in common with a name."""


def find_progress(text: str) -> str:
    """Return the sentences of a text that tell what became of the application, each from the clause
    that does so; "" for none.
    """
    return " ".join(_from_clauses(_build_progress_pattern(), text))


def find_sending(text: str) -> str:
    """Return the first sentence of a text that says that the application was sent, from its clause
    on; "" for none.
    """
    said = next(_from_clauses(_build_sent_pattern(), text), "")
    return "" if _REFUSED.search(said) else said


def _from_clauses(begins: re.Pattern[str], text: str) -> Iterator[str]:
    return filter(None, (_cut_from_clause(begins, sentence) for sentence in _with_answers(text)))


def _with_answers(text: str) -> Sequence[str]:
    """Return the sentences of a text, a question with its answer: "Sent? No, by Friday"."""
    said: list[str] = []
    for sentence in split_sentences(text):
        if said and said[-1].endswith("?") and _ANSWER.match(sentence):
            said[-1] = f"{said[-1]} {sentence}"
        else:
            said.append(sentence)
    return said


def _cut_from_clause(begins: re.Pattern[str], sentence: str) -> str:
    starts = (0, *(cut.end() for cut in _CLAUSES.finditer(sentence)))
    said = next((sentence[at:] for at in starts if begins.match(sentence, at)), "")
    return _FIELD_ENDS.split(said)[0].strip()


def is_about_application(text: str) -> bool:
    """Tell whether a line tells what became of the application, where the opening was seen or who
    the contact is.
    """
    contact = (
        told(text)
        for told in (_find_person_by_address, _find_person_by_words, _find_person_by_number)
    )
    said = (find_progress(text), address_in(text), *contact)
    return any(map(bool, said))


def address_in(text: str) -> str:
    """Return the web address where the opening was seen: "seen on https://…"; "" for none."""
    found = _SEEN.search(text)
    return found["address"].rstrip(".,;:!?)") if found else ""


def find_contact(
    source: Source, statements: Iterable[Statement], senders: Sequence[Written] = ()
) -> Field | None:
    """Return the first person whom a statement of the person's own makes the recipient, else one
    whose address the employer's text gives or who sent and signed a mail, None where none does; one
    named with their address comes first.
    """
    statements = [*statements]
    own = [s for s in statements if s.context.topic in _OWN and not (s.is_row and _is_loose(s))]
    head = [s for s in own if s.context.topic in _HEAD and not _is_about_referee(s)]
    named = [s for s in head if not _is_loose(s)]
    ways = (
        (_find_person_by_address, own),
        (_find_person_by_words, own),
        (_find_person_by_number, head),
        (_find_person_by_title, named),
    )
    if (told := _told_in(source, ways)) is not None:
        return told
    if (addressed := _spelled_in_address(source, own)) is not None:
        return addressed
    signed = next((signed for s in own if (signed := _find_signature(source, s))), None)
    posting = [s for s in statements if s.context.topic is Topic.DESCRIPTION]
    return (
        signed
        or _told_in(source, ((_find_person_by_address, posting),))
        or _sent_and_signed(source, statements, senders)
    )


def _spelled_in_address(source: Source, own: Sequence[Statement]) -> Field | None:
    """Return the name in a mail address of somebody who is called by the first part of it
    elsewhere: "imogen.stradling@…" of "call w Imogen"; None for none.
    """
    lines = [line for statement in own for line in statement.lines]
    said = {word for line in lines for word in _CAPITAL.findall(_MAIL.sub(" ", line.text))}
    for line in lines:
        for mail in _MAIL.finditer(line.text):
            names = [part.capitalize() for part in mail[1].split(".")]
            if len(names) == _PARTS and all(map(str.isalpha, names)) and names[0] in said:
                return Field(" ".join(names), line.place(source), line.end)
    return None


def _sent_and_signed(
    source: Source, statements: Sequence[Statement], senders: Sequence[Written]
) -> Field | None:
    names = {name for sender in senders for name in _find_names(sender.text)}
    said = (line for s in statements for line in s.lines if strip_markdown(line.text) in names)
    return next((Field(strip_markdown(one.text), one.place(source), one.end) for one in said), None)


def _told_in(
    source: Source, ways: Iterable[tuple[Callable[[str], str | None], Sequence[Statement]]]
) -> Field | None:
    """Return the first person whom one of these ways finds in its statements, None for none."""
    for way, asked in ways:
        for statement in asked:
            for line in statement.lines:
                if (name := way(strip_markdown(line.text))) is not None:
                    return Field(name, line.place(source), line.end)
    return None


def _find_signature(source: Source, statement: Statement) -> Field | None:
    """Return the name below "Kind regards" in a pasted mail, None where there is none."""
    if len(statement.lines) < 2 or not closes_mail(statement.lines[0].text):
        return None
    below = statement.lines[1]
    name = next(_find_names(strip_markdown(below.text)), "")
    return (
        Field(name, below.place(source), below.end) if name == strip_markdown(below.text) else None
    )


def closes_mail(text: str) -> bool:
    """Tell whether a line is a mail's closing: "Kind regards"."""
    return strip_markdown(text).casefold().rstrip(" ,.!") in _load_words()["closings"]


def report_contact(source: Source, contact: Field) -> Diagnostic:
    """Return the hint that the letter goes to this person."""
    return source.diagnostic(
        "contact-told",
        f"the letter goes to “{contact.text}”, as this line says",
        contact.place,
        help="write `Recipient:` and a name if it goes to somebody else",
        severity=Severity.HINT,
    )


def _find_person_by_address(text: str) -> str | None:
    """Return the first person whose name is part of a mail address in the text, or None."""
    if text.isupper():
        return None
    for mail in _MAIL.finditer(text):
        parts = {p for p in _LOCAL.split(mail[1].casefold()) if len(p) >= _SHORTEST_PART}
        for name in _find_names(text[: mail.start()] + " | " + text[mail.end() :]):
            if parts & {word.casefold() for word in name.split()}:
                return name
    return None


def _find_person_by_words(text: str) -> str | None:
    """Return the person said to be in charge, to be written to, or to have been spoken with."""
    found = (pattern.search(text) for pattern in _build_contact_patterns())
    told = next((name for one in found if one for name in _find_names(one["name"])), None)
    called = (pattern.search(text) for pattern in _first_name_patterns())
    return told or next((_strip_other_words(one["name"]) for one in called if one), None) or None


def _is_about_referee(statement: Statement) -> bool:
    """Tell whether a statement or the heading above it is about a referee of the applicant."""
    heading = statement.context.other
    said = f"{heading.text if heading else ''} {statement.text}".casefold()
    return any(word in said for word in _load_words()["vouches"])


def _is_loose(statement: Statement) -> bool:
    """Tell whether a statement is no value of an unknown field, bookkeeping apart."""
    label = statement.context.other
    return label is None or label.line != statement.start.line or is_for_own_use(label.text)


def _find_person_by_number(text: str) -> str | None:
    """Return the person whose name stands before a telephone number or a mail address, or None."""
    for number in (*_PHONE.finditer(text), *_MAIL.finditer(text)):
        before = text[: number.start()]
        for found in _build_name_pattern().finditer(before):
            if _WHAT.fullmatch(before, found.end()) and (name := _strip_other_words(found[0])):
                return name
    return None


def _find_person_by_title(text: str) -> str | None:
    """Return the person with whose title and name the text begins: "Mrs Corrie"."""
    found = _build_name_pattern().match(text)
    titled = found is not None and _is_title(found[0].split()[0])
    return next(_find_names(found[0]), None) if found and titled else None


def _strip_other_words(text: str) -> str:
    """Return a person's name without other words: "LETTER TO RON IN DISPATCH" -> "RON"."""
    words = [*dropwhile(_is_no_name, text.split())]
    if not text.isupper():
        return " ".join(words)
    words = [*takewhile(lambda word: word not in _WHERE, words)]
    before = [number for number, word in enumerate(words, 1) if _is_no_name(word)]
    return " ".join(words[max(before, default=0) :])


def _is_no_name(word: str) -> bool:
    return word.casefold().strip(".,") in _load_words()["not_names"]


def _is_title(word: str) -> bool:
    return word.rstrip(".").casefold() in _load_words()["titles"]


def _find_names(text: str) -> Iterator[str]:
    """Yield the names of persons in a text: of two words or more, or of one behind a title."""
    for found in _build_name_pattern().finditer(text):
        words = _strip_other_words(found[0]).split()
        titles = list(filter(_is_title, words))
        if len(words) > 1 and len(words) > len(titles):
            yield " ".join(words).rstrip(".,")


_any = alternatives_in("lapel.job.words", "contacts.yaml")


@cache
def _load_words() -> Mapping[str, Sequence[str]]:
    data: dict[str, list[str]] = read_data("lapel.job.words", "contacts.yaml")
    return data


@cache
def _build_name_pattern() -> re.Pattern[str]:
    capital = r"[^\W\d_a-zß-ÿ]"
    word = rf"(?:(?i:{_any('titles')})\.|{capital}\.|{capital}[\w'’-]*)"
    return regex(rf"{word}(?: (?:(?i:{_any('within')}) )*{word}){{0,4}}")


@cache
def _build_progress_pattern() -> re.Pattern[str]:
    waits = rf"{_any('nots')} (?:\w+ ){{0,2}}?{_any('deeds')}|{_any('to_come')} {_any('to_do')}"
    waits = rf"(?:i )?(?:{waits})|{_things()} not (?:yet )?{_any('deeds_of_things')}|applying"
    return regex(rf"(?i)(?:{_any('progress')}|{waits})\b|{_sending()}")


@cache
def _build_sent_pattern() -> re.Pattern[str]:
    return regex(rf"(?i){_sending()}")


def _sending() -> str:
    """Return the pattern of "sent my CV", "CV sent", and of "applied" with how or when or alone."""
    months = f"(?:{any_of((*MONTHS, *(month[:SHORTEST_MONTH] for month in MONTHS)))})"
    days = rf"{months}|\d{{1,2}}(?:st|nd|rd|th|\.)? {months}|\d{{1,4}}[-/.]\d{{1,2}}[-/.]?\d*"
    behind = rf"{_things()}|{_any('hows')}|{days}"
    how = rf"(?: (?:{behind})\b|\W*$|[,.;:!?(–—])"
    said = rf"(?:{_any('subjects')} )?{_any('deeds')}(?={how})"
    return rf"(?:{said}|{_things()} {_any('deeds_of_things')}\b|{_any('sent_abroad')}\b)"


def _things() -> str:
    return rf"(?:(?:the|my|a) )?{_any('things')}"


def _build_role() -> str:
    """Return the pattern of what people in charge are called."""
    return rf"(?i:\b{_any('roles')}\b)"


@cache
def _build_contact_patterns() -> tuple[re.Pattern[str], ...]:
    name = rf"(?P<name>{_build_name_pattern().pattern})"
    role = _build_role()
    article = r"(?i:(?:the|our|their|der|die) )?"
    office = rf"(?i:(?:the |their )?(?:[\w-]+ ){{0,2}}){role}"
    within = r"(?:[^.!?;]|\.(?=\S)|(?<=\d)\.){0,60}?"
    return (
        regex(rf"{role}(?i:(?: of| der| des)(?: \w+){{1,4}}?)? (?i:{_any('is')}) {article}{name}"),
        regex(rf"{name} \({office}(?: [^()]{{0,20}})?\)"),
        regex(rf"^(?i:the) (?:[\w-]+ )?[\w-]+ (?i:is) {name}(?=,? to whom\b)"),
        regex(
            rf"(?i:\b(?:the|their)) {role}, "
            rf"(?P<name>(?i:{_any('titles')})\.? {_build_name_pattern().pattern})"
        ),
        regex(rf"(?i:\b{_any('sends')})\b{within}(?i:\b{_any('to')}) {article}{name}"),
        regex(rf"(?i:\b{_any('speaks')})\b[^.!?;]{{0,20}}?{role}[ ,(]+{name}"),
        regex(rf"(?i:\b{_any('speaks')} (?:to|with) (?:the|their)) (?:[\w-]+ ){{1,3}}?{name}"),
        regex(rf"(?i:\b(?:{_any('bearers')} (?:called|named)|(?:his|her) name (?:is|was))) {name}"),
    )


@cache
def _first_name_patterns() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of people in charge who are called by their first names."""
    name = r"(?P<name>[^\W\d_a-zß-ÿ][^\W\d_]{2,})"
    role = _build_role()
    ends = r"(?=\s*(?:[(,;.]|$|[–—-] |\d))"
    return (
        regex(rf"(?i:\b(?:the |their |hiring )){role} (?i:{_any('is')}) {name}{ends}"),
        regex(rf"^{role} (?i:{_any('is')}) {name}{ends}"),
        regex(rf"\b{name} \((?i:(?:the |their )?(?:[\w-]+ ){{0,2}}){role}\)"),
    )
