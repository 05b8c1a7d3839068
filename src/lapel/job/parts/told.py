"""To whom an application goes, where no field says it: out of what the person says in a sentence.

Somebody whose address stands there too ("Rolf Haskins (rolf@…)"), who is said to be in charge ("the
curator is …"), to whom one writes, with whom of an office one spoke, or who signed the mail that is
pasted. What an employer says, and what the letter is to say, is not asked.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from lapel.job.model import WEB_ADDRESS, Field
from lapel.job.outline.statements import Statement
from lapel.job.words.labels import plain
from lapel.job.words.topics import Topic
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.source.source import Source
from lapel.text.data import read_data
from lapel.text.regexes import regex
from lapel.text.sentences import split_sentences

_OWN = (Topic.TITLE, Topic.OTHER, Topic.NOTES)
_MAIL = regex(r"([\w.+-]+)@[\w-]+(?:\.[\w-]+)+")
_LOCAL = regex(r"[.+_\d-]+")
_CLAUSES = regex(r"[,;·|(]\s*|\s[-–—]+\s")
_SEEN = regex(
    r"(?i)\b(?:url|link|seen|found|posted|advertised|apply|gesehen|gefunden|vu|trouvé)\b"
    rf"(?: \w+){{0,3}}:? (?P<address>{WEB_ADDRESS.pattern})"
)
_SHORTEST_PART = 3
"""Letters of an address's part that a name has too."""


def told_progress(text: str) -> str:
    """What a line says of what became of the application, in one sentence or several."""
    return " ".join(filter(None, map(_progress_in, split_sentences(text))))


def _progress_in(sentence: str) -> str:
    """What a sentence says so, from the clause that does to its end."""
    starts = (0, *(cut.end() for cut in _CLAUSES.finditer(sentence)))
    return next((sentence[at:].strip() for at in starts if _progress().match(sentence, at)), "")


def tells(text: str) -> bool:
    """Whether a line says either, or where the opening was seen."""
    said = (told_progress(text), _by_address(text), _by_words(text), told_link(text))
    return any(map(bool, said))


def told_link(text: str) -> str:
    """The web address that a line gives as the opening's: "seen on https://…"."""
    found = _SEEN.search(text)
    return found["address"].rstrip(".,;:!?)") if found else ""


def told_contact(source: Source, statements: Iterable[Statement]) -> Field | None:
    """The first person whom a sentence names so; best of those whose address it gives."""
    own = [s for s in statements if s.context.topic in _OWN and not s.is_row]
    for told in (_by_address, _by_words):
        for statement in own:
            for line in statement.lines:
                if (name := told(plain(line.text))) is not None:
                    return Field(name, line.place(source), line.end)
    return next((signed for s in own if (signed := _signed(source, s))), None)


def _signed(source: Source, statement: Statement) -> Field | None:
    """Who wrote a mail that is pasted, by their name below "Kind regards"."""
    if len(statement.lines) < 2 or not closes_mail(statement.lines[0].text):
        return None
    below = statement.lines[1]
    name = next(_names(plain(below.text)), "")
    return Field(name, below.place(source), below.end) if name == plain(below.text) else None


def closes_mail(text: str) -> bool:
    """Whether a line is what stands above a mail's signature."""
    return plain(text).casefold().rstrip(" ,.!") in _words()["closings"]


def report_told(source: Source, contact: Field) -> Diagnostic:
    """The hint to whom the letter goes."""
    return source.diagnostic(
        "contact-told",
        f"the letter goes to “{contact.text}”, as this line says",
        contact.place,
        help="write `Recipient:` and a name if it goes to somebody else",
        severity=Severity.HINT,
    )


def _by_address(text: str) -> str | None:
    """The person of whose name an address in the text is made."""
    if text.isupper():
        return None
    for mail in _MAIL.finditer(text):
        parts = {p for p in _LOCAL.split(mail[1].casefold()) if len(p) >= _SHORTEST_PART}
        for name in _names(text[: mail.start()] + " | " + text[mail.end() :]):
            if parts & {word.casefold() for word in name.split()}:
                return name
    return None


def _by_words(text: str) -> str | None:
    """The person who is said to be in charge, to be written to, or to have been spoken with."""
    found = (pattern.search(text) for pattern in _told())
    return next((name for one in found if one for name in _names(one["name"])), None)


def _names(text: str) -> Iterator[str]:
    """The names of persons: two words or more, or one behind a title."""
    for found in _name().finditer(text):
        words = found[0].split()
        while words and words[0].casefold().strip(".,") in _words()["not_names"]:
            words = words[1:]
        titles = [word for word in words if word.rstrip(".").casefold() in _words()["titles"]]
        if len(words) > 1 and len(words) > len(titles):
            yield " ".join(words).rstrip(".,")


@cache
def _words() -> Mapping[str, Sequence[str]]:
    data: dict[str, list[str]] = read_data("lapel.job.words", "contacts.yaml")
    return data


def _any(name: str) -> str:
    longest_first = sorted(_words()[name], key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest_first))})"


@cache
def _name() -> re.Pattern[str]:
    capital = r"[^\W\d_a-zß-ÿ]"
    word = rf"(?:(?i:{_any('titles')})\.|{capital}\.|{capital}[\w'’-]*)"
    return regex(rf"{word}(?: (?:(?i:{_any('within')}) )*{word}){{0,4}}")


@cache
def _progress() -> re.Pattern[str]:
    return regex(rf"(?i){_any('progress')}\b")


@cache
def _told() -> tuple[re.Pattern[str], ...]:
    name = rf"(?P<name>{_name().pattern})"
    role = rf"(?i:\b{_any('roles')}\b)"
    article = r"(?i:(?:the|our|their|der|die) )?"
    within = r"(?:[^.!?;]|\.(?=\S)|(?<=\d)\.){0,60}?"
    return (
        regex(rf"{role}(?i:(?: of| der| des)(?: \w+){{1,4}}?)? (?i:{_any('is')}) {article}{name}"),
        regex(rf"(?i:\b{_any('sends')})\b{within}(?i:\b{_any('to')}) {article}{name}"),
        regex(rf"(?i:\b{_any('speaks')})\b[^.!?;]{{0,20}}?{role}[ ,(]+{name}"),
    )
