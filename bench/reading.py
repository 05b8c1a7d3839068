"""How notes and postings are read, held against what a careful reader wrote down beforehand.

Run with ``python bench/reading.py``; ``--notes`` and ``--postings`` print every difference. The
notes in ``tests/matching/notes`` and the postings in ``tests/matching/postings`` were written, each
with what it asks for, before the code was run on them. A note holds where exactly the expected
phrases are found (in whatever wording) and it asks the same of the document.
"""

import argparse
import re
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.pages import read_page
from lapel.job.reading import parse_job
from lapel.matching.acts import Act
from lapel.matching.asked.description import AskKind, Sentence, read_description
from lapel.matching.asked.phrases import Key, phrase_key
from lapel.matching.asked.requirements import list_requirements
from lapel.matching.lexicon import Lexicon
from lapel.matching.lexicon_files import load_lexicon
from lapel.source.source import Source

WRITTEN = Path(__file__).parents[1] / "tests" / "matching"
HEADINGS = {
    "skill": "Key skills to emphasize",
    "idea": "Resume customization ideas",
    "hint": "Work experience",
}
MARK = re.compile(r" ?⟦([RPDN-])(?:: ([^⟧]*))?⟧")
KINDS = {
    "R": AskKind.QUALIFICATION,
    "P": AskKind.PREFERRED,
    "D": AskKind.RESPONSIBILITY,
    "-": AskKind.DESCRIPTION,
    "N": AskKind.NOTHING,
}


@cache
def lexicon() -> Lexicon:
    """Return the built-in lexicon."""
    value = load_lexicon().value
    assert value is not None
    return value


def key(phrase: str) -> Key:
    """Return a key that is equal for phrases that ask for the same in other words."""
    return phrase_key(phrase, lexicon())


class NoteRead(Struct, frozen=True):
    """A note with what a reader takes from it and what the code does."""

    note: str
    asks: tuple[str, ...]
    does: tuple[str, ...]
    found: tuple[str, ...]
    done: tuple[str, ...]
    missed: bool

    @property
    def holds(self) -> bool:
        """Whether both ask for the same."""
        same = {key(phrase) for phrase in self.asks} == {key(phrase) for phrase in self.found}
        return same and self.does == self.done


def read_notes(page: Path) -> Iterator[NoteRead]:
    """Every note of a page, read as a line of a job file."""
    pages: dict[str, list[dict[str, Any]]] = read_page(page)
    for notes in pages.values():
        for one in notes:
            heading = HEADINGS["hint" if one.get("hint") else one.get("as", "skill")]
            text = f"## Notes\n- {heading}:\n  - {one['note']}\n"
            read = parse_job(Source(Path("job.md"), text, ""))
            job = read.value
            assert job is not None
            found = list_requirements(job, lexicon(), {})[0]
            aside = ("errand" for told in read.diagnostics if told.code == "note-errand")
            yield NoteRead(
                one["note"],
                tuple(one["asks"]),
                tuple(one.get("does", ())),
                tuple(phrase for requirement in found for phrase in requirement.phrases),
                (*aside, *(_told(act) for requirement in found for act in requirement.acts)),
                bool(one.get("missed")),
            )


def _told(act: Act) -> str:
    return f"{act.kind.value} {act.number}" if act.number else act.kind.value


class SentenceRead(Struct, frozen=True):
    """A stretch of a posting with what a reader takes from it and what the code does."""

    text: str
    kind: AskKind
    asks: tuple[str, ...]
    kinds: tuple[AskKind, ...]
    found: tuple[str, ...]
    elsewhere: frozenset[Key]

    @property
    def kind_holds(self) -> bool:
        """Whether nothing is asked where nothing is, and the rest is of the right kind."""
        if self.kind in (AskKind.NOTHING, AskKind.DESCRIPTION):
            return not self.found or self.kind is AskKind.DESCRIPTION
        return bool(self.kinds) and all(kind is self.kind for kind in self.kinds)

    @property
    def missing(self) -> tuple[str, ...]:
        """What a reader takes from it, and no phrase of the posting has."""
        return tuple(p for p in self.asks if not any(_alike(key(p), k) for k in self.elsewhere))

    @property
    def odd(self) -> tuple[str, ...]:
        """What the code takes from it and a reader does not."""
        return tuple(f for f in self.found if not any(_alike(key(f), key(p)) for p in self.asks))


def _alike(one: Key, other: Key) -> bool:
    return bool(one and other) and (one <= other or other <= one)


def read_posting(page: Path) -> Iterator[SentenceRead]:
    """Every marked stretch of a posting, read as a job's description."""
    marked = page.read_text("utf-8")
    text = "## Company\nAcme\n\n## Job Description\n" + MARK.sub("", marked) + "\n## Notes\n"
    job = parse_job(Source(Path("job.md"), text, "")).value
    assert job is not None
    sentences = tuple(read_description(job.description))
    asked = list_requirements(job, lexicon(), {})[0]
    by_text: Mapping[str, tuple[str, ...]] = {r.text: r.phrases for r in asked}
    everything = frozenset(key(phrase) for r in asked for phrase in r.phrases)
    for line in marked.splitlines():
        start = 0
        for mark in MARK.finditer(line):
            stretch = line[start : mark.start()]
            start = mark.end()
            inside = [s for s in sentences if _within(s, stretch)]
            yield SentenceRead(
                stretch.strip(),
                KINDS[mark[1]],
                tuple(p.strip() for p in (mark[2] or "").split(";") if p.strip()),
                tuple(s.kind for s in inside),
                tuple(p for s in inside for p in by_text.get(s.text, ())),
                everything,
            )


def _within(sentence: Sentence, stretch: str) -> bool:
    said, whole = _bare(sentence.text), _bare(stretch)
    return bool(said) and (said in whole or whole in said)


def _bare(text: str) -> str:
    return re.sub(r"\W+", " ", text.casefold()).strip()


def main() -> None:
    """Print the figures, and the differences that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--notes", action="store_true")
    parser.add_argument("--postings", action="store_true")
    asked = parser.parse_args()
    for page in sorted((WRITTEN / "notes").glob("*.yaml")):
        notes = tuple(read_notes(page))
        held = sum(note.holds for note in notes)
        sys.stdout.write(f"notes, {page.stem}: {held} of {len(notes)} hold\n")
        for note in notes:
            if asked.notes and not note.holds:
                sys.stdout.write(f"  {note.note}\n    asks  {note.asks} {note.does}\n")
                sys.stdout.write(f"    found {note.found} {note.done}\n")
    for page in sorted((WRITTEN / "postings").glob("*.md")):
        lines = tuple(read_posting(page))
        kinds = sum(line.kind_holds for line in lines)
        phrases = sum(len(line.asks) for line in lines)
        missing = sum(len(line.missing) for line in lines)
        found, odd = sum(len(line.found) for line in lines), sum(len(line.odd) for line in lines)
        sys.stdout.write(
            f"posting {page.stem}: {kinds} of {len(lines)} sentences of the right kind, "
            f"{phrases - missing} of {phrases} phrases found, {odd} of {found} not asked for\n"
        )
        for line in lines:
            if asked.postings and not (line.kind_holds and not line.missing and not line.odd):
                sys.stdout.write(f"  {line.text}\n    {line.kind.value}: {'; '.join(line.asks)}\n")
                kinds_found = ", ".join(dict.fromkeys(k.value for k in line.kinds))
                sys.stdout.write(f"    {kinds_found}: {'; '.join(line.found)}\n")
                if line.missing:
                    sys.stdout.write(f"    missing {line.missing}\n")


if __name__ == "__main__":
    main()
