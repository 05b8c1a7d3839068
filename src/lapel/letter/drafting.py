"""Drafting a letter from everything that was read."""

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from lapel.job.model import Job, NoteKind
from lapel.letter.addressing import address_letter, addressee, spoken_company
from lapel.letter.barring import without_barred, without_kept_back
from lapel.letter.composing import compose_letter
from lapel.letter.deeds.search import Deeds
from lapel.letter.frame import Frame
from lapel.letter.materials import Materials
from lapel.letter.model import MOST_WORDS, LetterDraft
from lapel.letter.own_words import go_on_small, own_paragraphs
from lapel.letter.plan import PlannedPoint, names_part, part_of, with_topic, without_topic
from lapel.letter.points.context import Context
from lapel.letter.points.reading import read_point
from lapel.letter.spelling import correct_spelling
from lapel.letter.wishes import gather_wishes, grant_wishes, without_avoided
from lapel.locale.words import Words, primary_language
from lapel.matching.language import is_english
from lapel.profile.model import Profile, SectionKind


def draft_letter(
    job: Job,
    deeds: Deeds,
    frame: Frame,
    words: Words,
    day: date | None,
    most_words: int = MOST_WORDS,
) -> LetterDraft:
    """Return the letter for a job; ``day`` is its date where one is known.

    Where the letter's language, or that of the job file or the profile, is not English, it is the
    person's own words with to-dos.
    """
    english = primary_language(words.language) == "en" and is_english(job, deeds.profile)
    job = correct_spelling(without_kept_back(job), deeds.profile) if english else job
    points = tuple(_read_points(job, deeds.profile)) if english else ()
    wishes = gather_wishes(points)
    address = address_letter(job, deeds.profile.basics, words.letter, day, wishes.salutation)
    if english:
        most = min(most_words, wishes.most_words or most_words)
        told = without_avoided(without_barred(deeds), wishes.avoided)
        materials = Materials(job, told, frame)
        paragraphs = grant_wishes(compose_letter(points, materials, most), wishes)
    else:
        paragraphs = go_on_small(own_paragraphs(job, deeds), words.letter.begins_small)
    return LetterDraft(
        language=words.language,
        date=address.date,
        recipient=address.recipient,
        subject=address.subject,
        salutation=address.salutation,
        paragraphs=paragraphs,
        sign_off=wishes.sign_off or address.sign_off,
        signature=address.signature,
        enclosure=address.enclosure,
    )


def _read_points(job: Job, profile: Profile) -> Iterator[PlannedPoint]:
    """Yield each letter point with what it asks for."""
    context = Context(
        company=spoken_company(job),
        position=job.position.text if job.position else "",
        names=tuple(dict.fromkeys(_names(profile))),
        skills=tuple(dict.fromkeys(_skills(profile))),
        reader=addressee(job),
        writer=profile.basics.name.plain,
    )
    for note in job.notes_of(NoteKind.LETTER_POINT):
        here = replace(context, part=part_of(note.label))
        text = note.body if note.body and names_part(note.label) else note.text
        body = without_topic(text)
        point = read_point(body, here)
        topic = "" if body == text else text.partition(": ")[0]
        yield PlannedPoint(note, with_topic(point, topic))


def _names(profile: Profile) -> Iterator[str]:
    """Yield the names and aliases of the profile's organisations, projects and other entries."""
    for entry in profile.entries:
        if entry.organisation is not None:
            yield entry.organisation.name.plain
            yield from entry.organisation.aliases
        if entry.section is SectionKind.PROJECTS:
            yield entry.title.plain
        yield from entry.aliases


def _skills(profile: Profile) -> Iterator[str]:
    """Yield the profile's skills, as it spells them."""
    for group in profile.skills:
        yield group.name.plain
        yield from (keyword.plain for keyword in group.keywords)
    for entry in profile.entries:
        yield from (keyword.plain for keyword in entry.keywords)
