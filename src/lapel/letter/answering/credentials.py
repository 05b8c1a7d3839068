"""Certificates and degrees that a letter point names, said as what the writer holds."""

import re
from collections.abc import Iterator, Sequence

from lapel.letter.answering.inquiry import Inquiry
from lapel.letter.deeds.search import Deeds
from lapel.letter.english.vocabulary import word_list
from lapel.letter.english.words import lowered
from lapel.letter.model import Source, SourceKind
from lapel.letter.moves import Move
from lapel.letter.points.sentences import with_article
from lapel.letter.telling.introducing.places import setting_of
from lapel.profile.model import Entry, SectionKind
from lapel.text.common import is_small
from lapel.text.inline import plain_text
from lapel.text.numbers import UNITS, YEAR
from lapel.text.plurals import join_and
from lapel.text.regexes import regex
from lapel.text.words import stems_of

CALLED = 5
"""The number of letters that what one is and what one holds share: "licensed", "license"."""
ACRONYM = regex(r"\b[A-Z]{2,}\b")
"""Capitals that name a certificate and hardly a deed."""
_ALL_HELD = regex(
    r"^(?:(?:my|all|the|three|both|two|four) )*"
    r"(?:certifications|certificates|certs|licen[sc]es|credentials|tickets|papers)$",
    re.IGNORECASE,
)
_ONE_HELD = regex(
    r"^(?:my |the )?(?:certificate|certification|cert|licen[sc]e|ticket|(?P<only>registration))$",
    re.IGNORECASE,
)
"""A paper called only what it is: "my certificate". A registration is only what is called so."""
_STATE_OF = regex(
    r"^(?P<what>[^,]+), "
    r"(?P<how>(?:\w+ )?(?:certified|licensed|licenced|registered|accredited))$"
)
"""A state that a paper gives: "TF-CBT, nationally certified"."""
_PLACED = regex(r"^(?P<paper>[A-Z][A-Za-z-]*[A-Z]), (?P<where>[A-Z][\w ,]+)$")
_YEAR = regex(rf",? \(?{YEAR}\)?$")
_NOT_YET = regex(
    r"[,;:(–—](?!.*\b(?:passed|completed|held)\b).*\b(?:booked|planned|expected|anticipated|pending"
    r"|in progress|scheduled|enrolled|upcoming|candidate|studying|working towards?|applied for"
    r"|application|exam|to be \w+|\w+ of \w+ (?:parts?|papers|modules|exams))\b",
    re.IGNORECASE,
)
"""Words behind a paper's name for one still to come: "CVA, exam in spring".

"ACCA, nine of 13 papers" is one, too; a "Pesticide Application License" is held.
"""
_BRACKETS = regex(r"\s*\([^()]*\)$")
_AGENT = regex(r"(?:er|or|ist|ian|medic|nurse)$")


def tell_credential(target: str, inquiry: Inquiry) -> Iterator[Move]:
    """Yield the certificate, degree or award that a phrase names, as a move.

    A certificate is named by all of its words or its initials; a plural names all certificates.
    """
    entries = inquiry.deeds.profile.entries
    papers_named = (entry for entry in entries if _is_certificate(entry))
    held = [entry for entry in papers_named if not _NOT_YET.search(entry.title.plain)]
    if len(held) > 1 and _ALL_HELD.match(target):
        papers = tuple(Source(SourceKind.ENTRY, e.id) for e in held)
        number = next((n for n, value in UNITS.items() if value == len(held)), "")
        names = join_and([e.title.markdown for e in held])
        whole = f"all {number}" in inquiry.text.casefold()
        listed = (
            f"I hold {f'all {number} certificates' if whole else 'these certificates'}: {names}."
        )
        yield inquiry.move(listed, *papers)
        return
    if (one := _ONE_HELD.match(target)) and len(alone := _choose_called_so(one, held)) == 1:
        said = _sentence_for(_YEAR.sub("", alone[0].title.plain))
        yield inquiry.move(said, Source(SourceKind.ENTRY, alone[0].id))
        return
    for section, tell in (
        (SectionKind.CERTIFICATES, _say_certificate),
        (SectionKind.EDUCATION, _say_degree),
        (SectionKind.AWARDS, _say_award),
    ):
        for entry in entries:
            if entry.section is section and not entry.hidden and (said := tell(target, entry)):
                yield inquiry.move(said, Source(SourceKind.ENTRY, entry.id))
                return


def tell_since(what: str, inquiry: Inquiry) -> Iterator[Move]:
    """Yield the year since which the writer has held the only certificate that a phrase names.

    "Licensed", "a registered nurse" and "my CDL" name one.
    """
    asked = [word.casefold()[:CALLED] for word in what.split() if not is_small(word.casefold())]
    found = [
        entry
        for entry in inquiry.deeds.profile.entries
        if _is_certificate(entry) and not _NOT_YET.search(entry.title.plain)
        if _is_short_for(what, name := entry.title.plain)
        or (asked and all(any(word.startswith(a) for word in _lower_words(name)) for a in asked))
    ]
    if len(found) != 1 or (year := next(_years(found[0]), None)) is None:
        return
    said = _sentence_for(_YEAR.sub("", found[0].title.plain)).removesuffix(".")
    for now, since in (("I am ", "I have been "), ("I hold ", "I have held ")):
        if said.startswith(now):
            text = f"{since}{said.removeprefix(now)} since {year}."
            yield inquiry.move(text, Source(SourceKind.ENTRY, found[0].id))


def _lower_words(text: str) -> list[str]:
    return [word.casefold() for word in re.findall(r"\w+", text)]


def _years(entry: Entry) -> Iterator[int]:
    return (date.year for date in (entry.start, entry.end) if date is not None and date.year)


def names_credential(target: str, deeds: Deeds) -> bool:
    """Tell whether a phrase is a certificate's whole name."""
    held = [e for e in deeds.profile.entries if _is_certificate(e)]
    if (one := _ONE_HELD.match(target)) and _choose_called_so(one, held):
        return True
    names = (e.title.markdown for e in held)
    asked = _telling_stems(target)
    return bool(asked) and any(asked == _telling_stems(plain_text(name)) for name in names)


def _choose_called_so(one: re.Match[str], held: Sequence[Entry]) -> Sequence[Entry]:
    """Return the certificates whose names share a word with what one is called, or else all.

    "Registered nurse" shares the beginning of "registration".
    """
    asked = {stem[:CALLED] for stem in _telling_stems(one.group())}
    called = [e for e in held if asked & {stem[:CALLED] for stem in _telling_stems(e.title.plain)}]
    return called or ([] if one["only"] else held)


def _is_certificate(entry: Entry) -> bool:
    return entry.section is SectionKind.CERTIFICATES and not entry.hidden


def _say_certificate(target: str, entry: Entry) -> str:
    name = _YEAR.sub("", entry.title.plain)
    if _NOT_YET.search(name):
        return ""
    asked = _telling_stems(target) - word_list("credential_words")
    named = bool(asked) and asked <= _telling_stems(name)
    return _sentence_for(name) if named or _is_short_for(target, name) else ""


def _telling_stems(text: str) -> frozenset[str]:
    return frozenset(stem.casefold() for stem in stems_of(text) if not is_small(stem))


def _is_short_for(target: str, name: str) -> bool:
    """Tell whether a phrase is a name's initials ("PTI"), or first letter and level ("L4")."""
    words = [
        word
        for word in re.findall(r"\w+", _BRACKETS.sub("", name))
        if word[0].isupper() or word.isdigit()
    ]
    written = "".join(word if word.isdigit() else word[0] for word in words)
    short = target.strip().upper()
    level = len(words) > 1 and words[1].isdigit() and short == written[: 1 + len(words[1])]
    return len(short) > 1 and (level or (len(words) > 2 and short == written))


def _say_degree(target: str, entry: Entry) -> str:
    """Return a sentence for a finished degree that a target names, or "".

    "I hold a BS in Civil Engineering from …".
    """
    asked = stems_of(target) - word_list("degree_words")
    finished = entry.is_over and entry.detail is None
    if entry.degree is None or entry.area is None or not asked or not finished:
        return ""
    degree, area = entry.degree.plain, entry.area.plain
    degree = lowered(degree) if degree.split()[-1].islower() else degree
    if not asked <= stems_of(f"{degree} {area}"):
        return ""
    school = f" from {setting_of(entry).at.removeprefix('at ')}" if entry.organisation else ""
    return f"I hold {with_article(degree)} in {area}{school}."


def _say_award(target: str, entry: Entry) -> str:
    asked, name = _telling_stems(target), entry.title.plain
    return f"I received the {name}." if len(asked) > 1 and asked <= _telling_stems(name) else ""


def _sentence_for(name: str) -> str:
    """Return a sentence for a certificate: "I am …" if it is a state ("NATE Certified")."""
    if state := _STATE_OF.match(name):
        return f"I am {state['how']} in {lowered(state['what'])}."
    if placed := _PLACED.match(name):
        return f"I hold the {placed['paper']} ({placed['where']})."
    name = lowered(name) if name[1:].islower() else name
    last = _BRACKETS.sub("", name).rsplit(maxsplit=1)[-1].casefold()
    if last in word_list("credential_states"):
        return f"I am {name}."
    if _AGENT.search(last) or name.split(maxsplit=1)[0] in ("Fellow", "Member", "Associate"):
        return f"I am {with_article(name)}."
    held = any(word.casefold() in word_list("held") for word in name.split())
    noun = "" if held else " certificate"
    return f"I hold the {name}{noun}."
