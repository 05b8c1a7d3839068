"""Which lines of a job file are found again in what was read, by their words."""

import re
from collections.abc import Iterator

from lapel.job.model import Field, Job, Line
from lapel.source.diagnostics import Outcome, Place
from lapel.source.source import without_unseen

WORD = re.compile(r"[A-Z]?[^\W_A-Z]+|[^\W_]")
"""A part of a key is a word of its own: "whyUs" is read as "why Us"."""
NUMBERING = re.compile(
    r"^[\s>]*(?:\d\ufe0f?\u20e3\s|\(?(?:\d{1,2}|[a-z])\\?[.)]\s|\d{1,2}(?:\.\d{1,2})+\s"
    r"|\d(?= [A-Z ]+$)|[ivx]{1,4}\.\s|\([ivx]{1,4}\)\s|(?:[IVX]{1,4}|[A-Z])\.\s|h\d\.\s"
    r"|\*+\s(?:TODO|DONE)\s|o\t|#{1,6}\s*|[-*+]\s+\[x\])?"
)
TAG = re.compile(
    r"(?<!`)</?(?:html|body|div|p|ul|li|h\d|b|a|br|details|summary)\b[^<>]*>|\[!\w+\]"
    r"|(?<=\])\[\w+\]|&(?:amp|lt|gt|nbsp|#39);"
)
SETTINGS = {"profile", "pages", "theme", "paper", "language", "date", "words", "pin", "drop"}
SETTINGS |= {"order", "wording", "text", "of", "tailoring"}


def lost_lines(text: str, outcome: Outcome[Job]) -> list[tuple[int, str]]:
    """The lines with a word that neither a value of the job nor a problem on that line has."""
    job = outcome.value
    assert job is not None
    reported = {problem.place.line for problem in outcome.diagnostics if problem.place}
    if any(problem.code.startswith("yaml") for problem in outcome.errors):
        reported |= set(range(1, text.splitlines().index("---", 1) + 2))
    said: dict[int, set[str]] = {}
    for first, last, value in _values(job):
        for number in range(first, last + 1):
            said.setdefault(number, set()).update(WORD.findall(value))
    lost = []
    # A posting's HTML says nothing.
    for number, line in enumerate(TAG.sub(" ", without_unseen(text)).splitlines(), start=1):
        words = set(WORD.findall(NUMBERING.sub("", line, count=1)))
        if (number not in reported and not words <= said.get(number, set())) or (
            line.strip() and number not in job.covered and number not in reported
        ):
            lost.append((number, line))
    return lost


def _values(job: Job) -> Iterator[tuple[int, int, str]]:
    """Every text of the job with the lines it may stand on."""
    singles = [job.company, job.position, job.url, job.application_date]
    for value in (*singles, *job.status, *job.recipient, *job.headings):
        if value is not None:
            yield from _field(value)
    for comment in job.comments:
        yield from _field(comment)
    for line in (*job.description, *job.company_details):
        yield _line(line)
    for other in job.others:
        yield other.place.line, other.place.line, other.heading
        yield from map(_line, other.lines)
    for note in job.notes:
        yield note.place.line, note.last_line, note.text
        yield note.place.line, note.last_line, f"{note.label} {note.body}"
    yield from _settings(job)


def _field(value: Field) -> Iterator[tuple[int, int, str]]:
    yield value.place.line, max(value.place.line, value.last_line), value.text


def _line(line: Line) -> tuple[int, int, str]:
    return line.place.line, line.last_line, line.text


def _settings(job: Job) -> Iterator[tuple[int, int, str]]:
    settings = job.settings
    names = " ".join((*SETTINGS, *map(str.capitalize, SETTINGS)))
    fields = (settings.profile, settings.theme, settings.paper, settings.language, settings.date)
    places: list[tuple[Place, str]] = [(f.place, f.text) for f in fields if f is not None]
    places += [(r.place, r.id) for r in (*settings.pin, *settings.drop)]
    for entry, ids in settings.order:
        places += [(r.place, r.id) for r in (entry, *ids)]
    for wording in settings.wording:
        said = f"{wording.highlight.id} {wording.name} {wording.text} {wording.of}"
        places.append((wording.highlight.place, said))
    for place, words in places:
        yield place.line, place.line, words
    for line in job.covered:
        yield line, line, f"{names} {settings.pages} {settings.words}"
