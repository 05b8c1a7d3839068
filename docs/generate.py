"""Makes what the documentation shows of the samples: picture, tour and letter of the README.

    .venv/bin/python docs/generate.py

Needs pdftoppm (poppler-utils). `tests/test_docs.py` fails where something is no longer current.
"""

import json
import re
import subprocess
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import Any

from click.testing import CliRunner
from msgspec import Struct

from lapel.cli.main import main
from lapel.document.dates import format_day
from lapel.locale.words import known_languages, load_words
from lapel.profile.model import Date

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
PICTURES = ROOT / "docs" / "pictures"
LANGUAGES = ROOT / "docs" / "languages.md"
TABLE = re.compile(r"(?<=<!-- generated: languages -->\n).*?(?=<!-- end -->)", re.DOTALL)
RESOLUTION = "80"
JOB = ROOT / "jobs" / "gannet-bay-nurse-manager-icu.md"
TOUR = re.compile(r"(?<=<!-- generated: tour -->\n).*?(?=<!-- end -->)", re.DOTALL)
SHOWN = (
    "emphasis-1",
    "emphasis-3",
    "emphasis-4",
    "emphasis-5",
    "emphasis-6",
    "hint-1",
    "hint-5",
)
LETTER = re.compile(r"(?<=<!-- generated: letter -->\n).*?(?=<!-- end -->)", re.DOTALL)
SENTENCES = 4
LONGEST = 88


class Made(Struct, frozen=True):
    """What `lapel tailor` made of the tour's job."""

    pdf: bytes
    ledger: dict[str, Any]


def tailor() -> Made:
    """Make the PDF and the ledger of the tour's job, as the README's command does."""
    with tempfile.TemporaryDirectory() as folder:
        arguments = ["tailor", str(JOB), "--format", "pdf"]
        environment = {"LAPEL_CACHE": f"{folder}/cache"}
        result = CliRunner().invoke(
            main, [*arguments, "--quiet", "--output", folder], env=environment
        )
        assert result.exit_code == 0, result.output
        [pdf], [ledger] = Path(folder).rglob("*Resume.pdf"), Path(folder).rglob("ledger.json")
        return Made(pdf.read_bytes(), json.loads(ledger.read_text()))


def tour(ledger: dict[str, Any]) -> str:
    """Return a table of some notes: as written, what became of each, and by which bullet or why."""
    rows = [
        "",
        "| your note (line) | what became of it | by which bullets, or why |",
        "| --- | --- | --- |",
    ]
    notes = {note["id"]: note for note in ledger["notes"]}
    for id in SHOWN:
        note = notes[id]
        stands = [answer["text"] for answer in note["answers"] if answer["included"]]
        more = f" and {len(stands) - 1} more" if stands[1:] else ""
        by = f"“{_cut(stands[0])}”{more}" if stands else note["why"]
        line = note["place"].rpartition(":")[2]
        rows.append(f"| {_cut(note['text'])} ({line}) | {note['fate']} | {by} |")
    return "\n".join((*rows, "", ""))


def letter(ledger: dict[str, Any]) -> str:
    """Return a table of the letter's first sentences, each with its sources and their lines."""
    rows = ["", "| the draft says | which comes from |", "| --- | --- |"]
    for sentence in ledger["letter"]["sentences"][:SENTENCES]:
        sources = [_source(source) for source in sentence["sources"]]
        rows.append(f"| {sentence['text'].replace('|', '')} | {'; '.join(sources)} |")
    return "\n".join((*rows, "", ""))


def _source(source: dict[str, str]) -> str:
    line = source["place"].rpartition(":")[2]
    named = f"{source['kind']} {source['id']}".strip()
    return f"{named} ({line})" if line else named


def _cut(text: str) -> str:
    text = text.replace("|", "\\|")
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]} …"


def languages() -> str:
    """Return a table of the languages: each with a title, a range of dates and a letter's day."""
    rows = [
        "",
        "| tag | experience | dates | a letter's day | file |",
        "| --- | --- | --- | --- | --- |",
    ]
    start, end = Date("2021-03", 2021, 3), Date("present", present=True)
    for tag in known_languages():
        words = load_words(tag).value
        assert words is not None
        dates = words.range.format(start=format_day(start, words), end=format_day(end, words))
        day = format_day(Date("2026-11-24", 2026, 11, 24), words)
        file = words.documents["resume"]
        rows.append(f"| `{tag}` | {words.titles['work']} | {dates} | {day} | {file} |")
    return "\n".join((*rows, "", ""))


def write_all() -> None:
    """Write the picture of the first page, its PDF's digest, the tour, the letter and languages."""
    made = tailor()
    command = ["pdftoppm", "-r", RESOLUTION, "-png", "-singlefile", "-", str(PICTURES / "tailored")]
    subprocess.run(command, input=made.pdf, check=True)
    (PICTURES / "tailored.sha256").write_text(f"{sha256(made.pdf).hexdigest()}\n")
    LANGUAGES.write_text(TABLE.sub(lambda _: languages(), LANGUAGES.read_text()))
    text = TOUR.sub(lambda _: tour(made.ledger), README.read_text())
    README.write_text(LETTER.sub(lambda _: letter(made.ledger), text))


if __name__ == "__main__":
    write_all()
