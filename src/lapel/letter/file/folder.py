"""The files of a job's letter: the text to edit, and the draft it came from.

Both lie beside the job file, so that a folder of jobs holds jobs only: the letter as
`letters/JOB.md`, the draft as it was written in `letters/.base/JOB.md`.
"""

from pathlib import Path

from msgspec import Struct

from lapel.letter.file.reading import read_letter
from lapel.letter.model import Letter
from lapel.letter.tracing import trace_sources
from lapel.locale.words import LetterWords
from lapel.source.diagnostics import Outcome
from lapel.source.reading import read_source
from lapel.source.source import Source
from lapel.store.writing import write_atomically


class LetterFiles(Struct, frozen=True):
    """A job's letter file and its base; ``text`` and ``base`` are None where there is no such file.

    ``forms`` are those of the letter's language, where it is known.
    """

    path: Path
    base_path: Path
    text: Outcome[Source] | None
    base: Source | None
    forms: LetterWords | None = None

    @property
    def digest(self) -> str:
        """The digest of the letter file, "" where there is none."""
        return self.text.value.digest if self.text and self.text.value else ""

    @property
    def is_edited(self) -> bool:
        """Whether the letter is no longer as lapel wrote it."""
        if self.text is None or self.text.value is None:
            return False
        return self.base is None or self.base.text != self.text.value.text

    def base_letter(self) -> Letter | None:
        """Return the last draft that lapel wrote, None where it is missing or broken."""
        return read_letter(self.base, self.forms).value if self.base else None

    def letter(self) -> Outcome[Letter] | None:
        """Return the letter in its file, each sentence with its sources; None for no file."""
        if self.text is None:
            return None
        if self.text.value is None:
            return Outcome(None, self.text.diagnostics)
        read = read_letter(self.text.value, self.forms)
        if read.value is None:
            return read
        return Outcome(trace_sources(read.value, self.base_letter()), read.diagnostics)

    def write(self, text: str, base: str) -> None:
        """Write the letter and the draft it came from; raises OSError."""
        self.base_path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(self.path, text.encode())
        write_atomically(self.base_path, base.encode())


def read_letter_files(job_path: Path, forms: LetterWords | None = None) -> LetterFiles:
    """Read the letter of a job file and its last draft, so far as they exist."""
    folder = job_path.parent / "letters"
    path = folder / f"{job_path.stem}.md"
    base_path = folder / ".base" / path.name
    return LetterFiles(
        path,
        base_path,
        read_source(path) if path.exists() else None,
        read_source(base_path).value if base_path.exists() else None,
        forms,
    )
