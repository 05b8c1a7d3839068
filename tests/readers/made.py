"""The samples in every theme as files, with what they should say."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from lapel.ledger.model import DocumentAccount, Ledger
from lapel.ledger.serialising import ledger_from_json
from tests.samples import tailored


class Made(Struct, frozen=True):
    """One document of a sample in one theme: its folder, both files, and what they should say."""

    folder: Path
    pdf: Path
    docx: Path
    ledger: Ledger
    document: DocumentAccount


def made(theme: str, name: str) -> tuple[Made, ...]:
    """The documents of a job of `jobs/` in a theme: resume and letter."""
    folder = Path(tailored(name, theme).view["folder"])
    ledger = ledger_from_json((folder / "ledger.json").read_text())
    assert ledger is not None
    assert ledger.documents
    return tuple(_made(folder, ledger))


def _made(folder: Path, ledger: Ledger) -> Iterator[Made]:
    for document in ledger.documents:
        pdf, docx = (folder / f"{document.name}.{suffix}" for suffix in ("pdf", "docx"))
        yield Made(folder, pdf, docx, ledger, document)
