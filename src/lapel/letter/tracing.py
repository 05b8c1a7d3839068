"""The sources of a letter's sentences, also after edits."""

from msgspec.structs import replace

from lapel.job.model import Job
from lapel.letter.model import OWN, Letter, LetterPart, Part, Source, SourceKind
from lapel.profile.model import Profile
from lapel.source.diagnostics import Place


def trace_sources(letter: Letter, base: Letter | None) -> Letter:
    """Return the letter with the sources of each sentence and to-do.

    Those that stand unchanged have the sources of the draft ``base``; all others are the person's
    own.
    """
    known = {
        piece.text: piece.sources for part in (base.parts if base else ()) for piece in part.pieces
    }
    return Letter(tuple(_trace_part(part, known) for part in letter.parts))


def with_date(letter: Letter, dated: Letter) -> Letter:
    """Return the letter with the date of ``dated``, which the command may ask for."""
    dates = tuple(dated.of(Part.DATE))
    return Letter((*dates, *(part for part in letter.parts if part.part is not Part.DATE)))


def _trace_part(part: LetterPart, known: dict[str, tuple[Source, ...]]) -> LetterPart:
    if part.part is Part.COMMENT:
        return part
    pieces = tuple(replace(piece, sources=known.get(piece.text, OWN)) for piece in part.pieces)
    return replace(part, pieces=pieces)


def place_of(source: Source, job: Job, profile: Profile) -> Place | None:
    """Return the present place of a source in its file, or None if it has none or is gone."""
    match source.kind:
        case SourceKind.NOTE:
            return next((note.place for note in job.notes if note.id == source.id), None)
        case SourceKind.POSTING:
            name, _, number = source.id.rpartition("-")
            lines = job.company_details if name == "company-details" else job.description
            index = int(number) - 1 if number.isdigit() else -1
            return lines[index].place if 0 <= index < len(lines) else None
        case SourceKind.JOB:
            return _place_of_field(source.id, job)
        case SourceKind.PROFILE:
            return profile.basics.name.place
        case SourceKind.FRAME | SourceKind.OWN:
            return None
        case _:
            return profile.places().get(source.id)


def _place_of_field(name: str, job: Job) -> Place | None:
    recipient = job.recipient[0] if job.recipient else None
    fields = {
        "company": job.company,
        "position": job.position,
        "recipient": recipient,
        "date": job.application_date,
    }
    found = fields.get(name)
    return found.place if found else None
