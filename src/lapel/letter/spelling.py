"""Spelling what a person typed in a hurry as their profile and the posting spell it.

"lodestar crj into boi" is "Lodestar CRJ into BOI" where those write the words with capitals and
never small; a common word stays as it was typed. A company and a recipient of several words that
are all small get capitals; "adidas", one word, may be written so. Of several words that are all in
capitals, the position's too, the long and the common ones are shouted: "NIGHT BAKER, ICU" is "Night
Baker, ICU".
"""

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from lapel.job.model import Field, Job, Note, NoteKind
from lapel.letter.english.words import capital
from lapel.letter.points.cutting.tidying import respell_text
from lapel.profile.model import Profile
from lapel.text.common import is_common, is_small
from lapel.text.regexes import regex

SHORTEST = 3
LONGEST_ACRONYM = 4
_WORD = regex(r"(?<![\w@.-])[A-Za-z][\w&]*(?:['’][\w]+)?(?![\w@])")
_ENDING = regex(r"(?<=[A-Z\d])s$|['’]s$")
_TYPED_SMALL = regex(r"(?<![\w@./&'’-])[a-z][a-z\d]*(?![\w@/&]|\.\w)")
_CAPITALS = regex(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ORDINALS = frozenset({"ST", "ND", "RD", "TH"})
_SPOKEN = frozenset((NoteKind.LETTER_POINT, NoteKind.CONNECTION))


def correct_spelling(job: Job, profile: Profile) -> Job:
    """Return the job with the capitals of its letter points, answers, recipient and names
    corrected.
    """
    job = replace(
        job,
        company=job.company and _calm_capitals(_with_capitals(job.company)),
        position=job.position and _calm_capitals(job.position),
        recipient=tuple(_calm_capitals(_with_capitals(field), 2) for field in job.recipient),
    )
    names = _map_spellings((*_names(job, profile),), (*_texts_of(job), *_texts_of_profile(profile)))
    notes = (_spell_note(note, names) if note.kind in _SPOKEN else note for note in job.notes)
    return replace(job, notes=tuple(notes))


def begin_as_bullet(text: str, bullet: str, small: frozenset[str]) -> str:
    """Return the sentence with the first word of its bullet in lower case after the introduction,
    if that word is in ``small``, those in lower case in the profile: "In this role, preneed …".
    """
    first = bullet.split(maxsplit=1)[0]
    if not first.isalpha() or first.casefold() not in small:
        return text
    return text.replace(f", {first} ", f", {first.casefold()} ", 1)


def _with_capitals(name: Field) -> Field:
    """Return a name of several small words with capitals: "cinder creek" -> "Cinder Creek"."""
    if not name.text.islower() or "@" in name.text or " " not in name.text:
        return name
    first, *others = name.text.split()
    small = (word if is_small(word) else capital(word) for word in others)
    return replace(name, text=" ".join((capital(first), *small)))


def _calm_capitals(name: Field, longest: int = LONGEST_ACRONYM) -> Field:
    """Return a name of several words in capitals with these only where needed: "NIGHT BAKER" ->
    "Night Baker".

    Words of up to ``longest`` letters may be acronyms.
    """
    if not name.text.isupper() or " " not in name.text:
        return name

    def calm(word: str, before: str) -> str:
        if is_small(word.casefold()) and before != "-":  # not the grade of "CDL-A"
            return word.casefold()
        if before.isdigit() and word in _ORDINALS:
            return word.casefold()
        shouted = len(word) > longest or is_common(word.casefold())
        return word.capitalize() if shouted else word

    def calmed(found: re.Match[str]) -> str:
        return calm(found.group(), name.text[max(found.start() - 1, 0) : found.start()])

    return replace(name, text=_CAPITALS.sub(calmed, name.text))


def _spell_note(note: Note, names: dict[str, str]) -> Note:
    def spell(text: str) -> str:
        return _TYPED_SMALL.sub(lambda found: names.get(found.group(), found.group()), text)

    answer = note.kind is NoteKind.CONNECTION
    body = respell_text(note.body) if answer else note.body
    return replace(note, text=spell(note.text), body=spell(body))


def _map_spellings(names: Iterable[str], texts: Iterable[str]) -> dict[str, str]:
    """Return how words with capitals are spelled, by their lower-case form.

    These are the words of names but for the last ("Barnhart Clinic") and those of texts with
    several capitals; none that is written small as well, or is a common word.
    """
    found: dict[str, str] = {}
    for name in names:
        words = _WORD.findall(name)
        found |= {word.casefold(): word for word in words[:-1] or words}
    small: set[str] = set()
    for text in texts:
        for word in _WORD.findall(text):
            written = _ENDING.sub("", word)
            if written.islower():
                small.add(written)
            elif not written[1:].islower():
                found.setdefault(written.casefold(), written)
    return {
        lower: written
        for lower, written in found.items()
        if lower not in small and lower != written
        if len(lower) >= SHORTEST and not is_common(lower)
    }


def _names(job: Job, profile: Profile) -> Iterator[str]:
    yield from (field.text for field in (job.company, *job.recipient) if field is not None)
    yield from (profile.basics.city, profile.basics.location)
    yield from (e.organisation.name.plain for e in profile.entries if e.organisation)


def _texts_of(job: Job) -> Iterator[str]:
    yield job.position.text if job.position else ""
    yield from (line.text for line in (*job.description, *job.company_details))


def _texts_of_profile(profile: Profile) -> Iterator[str]:
    for entry in profile.entries:
        yield from (entry.title.plain, *(h.text.plain for h in entry.highlights))
        yield from (word.plain for word in entry.keywords)
    for group in profile.skills:
        yield from (word.plain for word in group.keywords)
