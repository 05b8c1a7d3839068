"""The recipient of a letter, read from a contact as people note it: a name with office, number,
remark.

The letter has the name, the office and the address; numbers and remarks are for the writer.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from lapel.job.model import WEB_ADDRESS, Job
from lapel.job.words.headings import heading_name
from lapel.letter.english.words import capital
from lapel.text.data import read_word_lists
from lapel.text.regexes import regex

ATTENTION = regex(r"(?:attn|attention|c/o|to)\b[.:]?\s+", re.IGNORECASE)
NAME = regex(r"(?:[^\W\d_][\w.'’-]*\s+){1,4}[^\W\d_][\w.'’-]*")
ONE_NAME = regex(r"[^\W\d_a-z][\w'’-]+")
OFFICE = regex(
    r"\b(?:team|committee|department|dept|office|board|manager|recruit\w*|resources|hr|talent|hiring"
    r"|director|staff|search|university|college|school|bank|hospital|foundation|group)\b"
    r"|\b(?:sirs?|madam)$",
    re.IGNORECASE,
)
_MAIL = regex(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\bmailto:\S+")
_NUMBER = regex(
    r"(?:(?:\b(?:tel|phone|mobile|mob|cell|fax|ph)\b\.?:?\s*)?"
    r"(?:\+\d|\(0?\d{2,}\)|\b0\d{2,}|\b\d{3}[-. ]\d{3}[-. ])[\d ().-]{3,}\d"
    r"|\b(?:ext|extension)\b\.?:?\s*\d+|\bx\d{3,})",
    re.IGNORECASE,
)
_BRACKETED = regex(r"\s*[(\[]([^()\[\]]*)[)\]]")
_APART = regex(
    r"\s+@\s+|\s+(?:[–—]|--?)\s+|\s*[;|•·]\s*|\s*—\s*"
    r"|(?<!\b(?:sra|sig))(?<!-ing)(?<!\b(?:prof|dott|dipl|mevr|srta))(?<=[a-z]{3})[.!?]\s+",
    re.IGNORECASE,
)
"""What parts a name from what stands beside it; the point of a title ("Sra.") is no sentence's."""
_LABEL = regex(r"([^\W\d_][\w /-]{1,24}?)\s*:\s+(?=\S)")
_COMMA = regex(r",\s+")
_LEARNED = regex(r"(?:[A-Z][A-Za-z]{0,3}\.?){1,3}(?:-[A-Z]{1,3})?|III?|[JS]r\.?|Esq\.?")
"""Letters behind a name that are a part of it: "PhD", "RN", "Jr."."""
_NO_OFFICE = regex(
    r"(?:the )?(?:(?:hiring|recruiting|vacancy) (?:manager|mgr|lead|holder|contact)"
    r"|(?:main |point of )?contact(?: person)?|referr(?:al|ed by|er)|hr)",
    re.IGNORECASE,
)
_PAY = regex(r"[$£€]\s?\d|\d\s?(?:[kK]\b|€)|\b(?:per|a|an) (?:year|hour|annum|month|day)\b")
_FIRST_PERSON = regex(r"\bI(?:['’]\w+)? [a-z]")
_GIVEN_NAMES = ("first name", "given name", "forename")
_LAST_NAMES = ("last name", "family name", "surname")
LONGEST_OFFICE_WORDS = 7


class Recipient(Struct, frozen=True):
    """The lines of an address, and the name of the person in the first; "" where it names none."""

    name: str = ""
    lines: tuple[str, ...] = ()


def read_recipient(job: Job) -> Recipient:
    """Return the recipient in a job file's contact lines."""
    written = list(_join_names([field.text for field in job.recipient]))
    if not written:
        return Recipient()
    company = job.company.text.casefold() if job.company else ""
    first, *others = written
    parts = tuple(_split_line(first))
    name, *behind = parts or ("",)
    named = ATTENTION.sub("", name)
    is_apart = bool(others or first.strip() != name)
    if not _is_person(named, company, is_apart=is_apart):
        return Recipient("", tuple(_keep_address_lines(written)))
    learned = [part for part in behind if _LEARNED.fullmatch(part)]
    offices = (part for part in behind if part not in learned and _is_office(part))
    lines = (", ".join((name, *learned)), *map(capital, offices), *_keep_address_lines(others))
    return Recipient(named, lines)


def _join_names(texts: list[str]) -> Iterator[str]:
    """Yield the lines without labels; a first and a last name in two lines become one."""
    labels = [heading_name(label[1]) if (label := _LABEL.match(text)) else "" for text in texts]
    first = next(_find_given_names(labels), None)
    for number, text in enumerate(texts):
        if number == first:
            yield " ".join(
                line for pair in texts[number : number + 2] for line in _strip_label(pair)
            )
        elif first is None or number != first + 1:
            yield from _strip_label(text)


def _find_given_names(labels: list[str]) -> Iterator[int]:
    """Yield the index of each label for a first name that is followed by one for a last name."""
    for number, (label, after) in enumerate(pairwise(labels)):
        if label in _GIVEN_NAMES and after in _LAST_NAMES:
            yield number


def _strip_label(text: str) -> Iterator[str]:
    """Yield a line without its label; nothing where the label is of what no address has."""
    label = _LABEL.match(text)
    if label is None:
        yield text
    elif ATTENTION.match(text) or heading_name(label[1]).split()[-1] in _words("labels"):
        yield text[label.end() :]


def _split_line(line: str) -> Iterator[str]:
    """Yield the name in a line, then the parts beside it behind commas, dashes and in brackets."""
    aside = [found[1] for found in _BRACKETED.finditer(line)]
    for text in (_BRACKETED.sub("", line), *aside):
        for part in _APART.split(_without_numbers(text)):
            yield from filter(None, (piece.strip(" ,.") for piece in _COMMA.split(part)))


def _without_numbers(text: str) -> str:
    for pattern in (_MAIL, WEB_ADDRESS, _NUMBER):
        text = pattern.sub("", text)
    return text


def _is_person(name: str, company: str, *, is_apart: bool) -> bool:
    """Tell whether words are a person's name.

    A single word is one only with other words beside it (``is_apart``).
    """
    if not (NAME.fullmatch(name) or (is_apart and ONE_NAME.fullmatch(name))):
        return False
    house = company and (name.casefold() in company or company in name.casefold())
    words = name.casefold().split()
    meant = words[0] not in _words("nobody") and _words("remarks").isdisjoint(words)
    return meant and not house and not OFFICE.search(name)


def _is_office(part: str) -> bool:
    """Tell whether words behind a name are an office, and no remark of the writer."""
    short = len(part.split()) <= LONGEST_OFFICE_WORDS
    return short and not _is_remark(part) and not _NO_OFFICE.fullmatch(part)


def _is_remark(line: str) -> bool:
    words = (word.casefold().strip(".,!?()") for word in line.split())
    said = not _words("remarks").isdisjoint(words) or _FIRST_PERSON.search(line) is not None
    return said or line.endswith(("!", "?")) or _PAY.search(line) is not None


def _keep_address_lines(lines: list[str]) -> Iterator[str]:
    """Yield the lines of an address without numbers and remarks."""
    for line in lines:
        bare = _without_numbers(line).strip(" ,;()")
        if bare == line.strip(" ,;()"):
            if not _is_remark(line):
                yield line
        elif bare and not _is_remark(bare) and not _LABEL.match(f"{bare} x"):
            yield bare


def _words(name: str) -> frozenset[str]:
    return read_word_lists("lapel.letter", "addressing.yaml")[name]
