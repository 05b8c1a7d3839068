"""The lines around the body: date, recipient, subject, salutation, sign-off, enclosure."""

import re
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from lapel.job.model import Job
from lapel.letter.model import Line, Source, SourceKind
from lapel.letter.recipient import OFFICE, Recipient, read_recipient
from lapel.locale.words import LetterWords
from lapel.profile.model import Basics
from lapel.text.data import read_word_lists
from lapel.text.regexes import regex

LEGAL_FORM = regex(
    r"(?<!&),?\s+(?:inc|llc|l\.l\.c|ltd|limited|corp|corporation|co|plc|llp|pbc|gmbh|ag|s\.?a|b\.?v|n\.?v)\.?$",
    re.IGNORECASE,
)
INITIALS = regex(r"(?:[^\W\d_]\.\s*)+")
DEGREES = regex(r"(?:[^\W\d_]{2,}\.(?:-[^\W\d_]+\.)*\s+)+")
"""Academic titles between an honorific and the names: "Prof. Dr.-Ing."."""
LAST_NAME = regex(r"(?:[a-zà-ÿ]+['’ ]\s*)*[^\W\d_][\w'’-]*")
"""One word, with the small ones before it: "van der Berg"."""


class Address(Struct, frozen=True):
    """The lines of a letter before and after its body."""

    date: Line | None
    recipient: tuple[Line, ...]
    subject: Line | None
    salutation: Line
    sign_off: Line
    signature: Line
    enclosure: Line | None


def address_letter(
    job: Job, basics: Basics, words: LetterWords, day: date | None, wished: Line | None = None
) -> Address:
    """Return the letter's address lines for a job; ``day`` is the letter's date where one is known,
    ``wished`` the salutation where the person asks for one.
    """
    position = job.position.text if job.position else ""
    recipient = read_recipient(job)
    reader = wished.text.rstrip(",") if wished else recipient.name
    written = words.written_day(day.year, day.month, day.day) if day else ""
    return Address(
        date=Line(written, (Source(SourceKind.JOB, "date"),)) if written else None,
        recipient=tuple(_recipient_lines(recipient, job, words)),
        subject=Line(words.subject.format(position=position), (Source(SourceKind.JOB, "position"),))
        if words.subject and position
        else None,
        salutation=wished or _salutation(recipient.name, job, words),
        sign_off=Line(_sign_off(reader, words), (Source(SourceKind.FRAME, "sign-off"),)),
        signature=Line(basics.name.markdown, (Source(SourceKind.PROFILE, "name"),)),
        enclosure=Line(words.enclosure, (Source(SourceKind.FRAME, "enclosure"),))
        if words.enclosure
        else None,
    )


def _sign_off(reader: str, words: LetterWords) -> str:
    """Return the sign-off; some languages have another one for a reader whose name is not known."""
    named = reader and not OFFICE.search(reader)
    return words.sign_off if named else words.sign_off_unnamed or words.sign_off


def _recipient_lines(recipient: Recipient, job: Job, words: LetterWords) -> Iterator[Line]:
    """Yield the lines of the recipient, with the company's where none of them names it.

    It stands behind the person and their office, before the street; without other lines only where
    the salutation does not name the company ("Madame, Monsieur,").
    """
    lines = [Line(text, (Source(SourceKind.JOB, "recipient"),)) for text in recipient.lines]
    streets = (n for n, line in enumerate(lines) if any(map(str.isdigit, line.text)))
    street = next(streets, len(lines))
    is_unsaid = recipient.name if lines else "{company}" not in words.salutation_company
    if (
        is_unsaid
        and job.company
        and not any(_names_house(line.text, job) for line in lines[:street])
    ):
        lines.insert(street, Line(job.company.text, (Source(SourceKind.JOB, "company"),)))
    yield from lines


def _names_house(text: str, job: Job) -> bool:
    """Tell whether a line names the company, or an organisation by a word such as "Hospital"."""
    spoken = spoken_company(job).casefold()
    own = text.casefold()
    houses = read_word_lists("lapel.letter", "addressing.yaml")["houses"]
    named = spoken in own or own in spoken or not houses.isdisjoint(own.split())
    return named or LEGAL_FORM.search(text) is not None


def spoken_company(job: Job) -> str:
    """Return the company's name without its legal form; "" if none is named."""
    return LEGAL_FORM.sub("", job.company.text.strip("[]{}<>")).strip() if job.company else ""


def addressee(job: Job) -> str:
    """Return the first person named in the recipient block, or "" if it names none."""
    return read_recipient(job).name


def _salute_person(reader: str, words: LetterWords) -> str:
    """Return the salutation to a person: "Dear Ms. Whitcomb," for Ms. Dolores Whitcomb."""
    title, _, names = reader.partition(" ")
    if names and (form := words.salutation_titled.get(title.rstrip("."))):
        return form.format(title=title, name=_last_name(names))
    return words.salutation_name.format(name=reader)


def _last_name(names: str) -> str:
    """Return the last of a person's names with the degrees before them, "Dr. Solms"; all of the
    names if it is unclear where the last begins.
    """
    degrees = DEGREES.match(names)
    held = degrees[0] if degrees else ""
    _, _, others = names.removeprefix(held).partition(" ")
    last = INITIALS.sub("", others)
    return f"{held}{last}" if LAST_NAME.fullmatch(last) else names


def _salutation(reader: str, job: Job, words: LetterWords) -> Line:
    if reader:
        return Line(_salute_person(reader, words), (Source(SourceKind.JOB, "recipient"),))
    if company := spoken_company(job):
        text = words.salutation_company.format(company=company.removeprefix("The "))
        return Line(text, (Source(SourceKind.JOB, "company"),))
    return Line(words.salutation, (Source(SourceKind.FRAME, "salutation"),))
