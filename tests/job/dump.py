"""A job and the problems in its file as a few lines, for a person to compare."""

from lapel.job.model import Field, Job, Line, Note, Reference
from lapel.source.diagnostics import Outcome


def dump(outcome: Outcome[Job]) -> str:
    """Every value with the lines it stands on, then every problem."""
    lines = _job(outcome.value) if outcome.value else ["no job"]
    for problem in outcome.diagnostics:
        line = problem.place.line if problem.place else 0
        help = f" → {problem.help}" if problem.help else ""
        lines.append(f"{problem.severity} {line}: {problem.message}{help}")
    return "\n".join(lines) + "\n"


def _job(job: Job) -> list[str]:
    lines: list[str] = []
    singles = {
        "company": job.company,
        "position": job.position,
        "url": job.url,
        "application date": job.application_date,
    }
    lines += [f"{name}: {_field(value)}" for name, value in singles.items() if value]
    if job.link:
        lines.append(f"link: {job.link}")
    if job.applied_on:
        lines.append(f"applied on: {job.applied_on}")
    lines += [f"status: {_field(value)}" for value in job.status]
    lines += [f"recipient: {_field(value)}" for value in job.recipient]
    lines += [_line("description", line) for line in job.description]
    lines += [_line("details", line) for line in job.company_details]
    lines += [_note(note) for note in job.notes]
    for other in job.others:
        lines.append(f"other “{other.heading}” @{other.place.line}")
        lines += [_line("  kept", line) for line in other.lines]
    lines += [f"comment: {_field(value)}" for value in job.comments]
    return lines + _settings(job)


def _settings(job: Job) -> list[str]:
    settings = job.settings
    lines = []
    for name in ("profile", "pages", "theme", "paper", "language", "date", "words"):
        value = getattr(settings, name)
        if value is not None:
            lines.append(f"{name} = {_field(value) if isinstance(value, Field) else value}")
    lines += [f"pin = {_reference(id)}" for id in settings.pin]
    lines += [f"drop = {_reference(id)}" for id in settings.drop]
    for entry, ids in settings.order:
        lines.append(f"order of {_reference(entry)} = {', '.join(map(_reference, ids))}")
    for wording in settings.wording:
        said = wording.name or f"“{wording.text}” of {wording.of}"
        lines.append(f"wording of {_reference(wording.highlight)} = {said}")
    return lines


def _reference(reference: Reference) -> str:
    return f"{reference.id} @{reference.place.line}"


def _field(field: Field) -> str:
    return f"{field.text} @{field.place.line}:{field.place.column}"


def _span(first: int, last: int) -> str:
    return f"@{first}" if last == first else f"@{first}-{last}"


def _line(name: str, line: Line) -> str:
    path = f" [{' / '.join(line.headings)}]" if line.headings else ""
    bullet = "- " if line.is_item else ""
    return f"{name}{path}: {bullet}{line.text} {_span(line.place.line, line.last_line)}"


def _note(note: Note) -> str:
    section = f" in {note.section}" if note.section else ""
    label = f" “{note.label}”" if note.label else ""
    optional = " (optional)" if note.optional else ""
    usual = (note.body, f"{note.label}: {note.body}", f"{note.label} {note.body}")
    text = "" if note.text in usual else f" ‹{note.text}›"
    span = _span(note.place.line, note.last_line)
    return f"{note.id}{section}{label}: {note.body}{optional}{text} {span}"
