"""A job's output folder read back as a machine would, with every rule applied."""

from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from lapel.checks.produced.alignment import Alignment, align
from lapel.checks.produced.characters import check_characters
from lapel.checks.produced.contact import check_contact
from lapel.checks.produced.docx import read_docx
from lapel.checks.produced.drift import check_drift, find_drifted
from lapel.checks.produced.links import check_links
from lapel.checks.produced.model import ReadFile, without_footers
from lapel.checks.produced.pdf import read_pdf
from lapel.checks.produced.properties import check_properties
from lapel.checks.produced.right_to_left import check_right_to_left, has_no_order
from lapel.checks.produced.roles import check_roles
from lapel.checks.produced.words import check_words
from lapel.ledger.model import DocumentAccount, Ledger
from lapel.ledger.serialising import LEDGER_JSON, ledger_from_json
from lapel.source.diagnostics import Diagnostic, Outcome, Place, Severity
from lapel.store.manifest import MANIFEST_NAME, read_manifest

READERS: dict[str, Callable[[Path], Outcome[ReadFile]]] = {".pdf": read_pdf, ".docx": read_docx}
RULES: tuple[Callable[[ReadFile, Alignment], Iterator[Diagnostic]], ...] = (
    check_words,
    check_links,
    check_contact,
    check_roles,
    check_characters,
    check_properties,
)
UNPLANNED = (check_characters, check_properties)


class ReadBack(Struct, frozen=True):
    """What was read of some produced files, and their problems."""

    files: tuple[ReadFile, ...]
    diagnostics: tuple[Diagnostic, ...]


def check_folder(folder: Path, root: Path) -> ReadBack:
    """Read every PDF and DOCX that lapel wrote into a folder; ``root`` is the workspace's."""
    read = read_manifest(folder)
    manifest = read.value
    if manifest is None:
        why = read.diagnostics or (_report_no_output(folder),)
        return ReadBack((), tuple(replace(d, severity=Severity.ERROR) for d in why))
    ledger = _read_ledger(folder)
    sources = {"job": root / manifest.job}
    if ledger is not None:
        sources["profile"] = root / ledger.profile
    problems = list(check_drift(folder, manifest, sources))
    paths = [folder / name for name in manifest.outputs if Path(name).suffix in READERS]
    changed = frozenset(folder / name for name in find_drifted(folder, manifest))
    checked = [check_file(path, ledger, changed) for path in paths if path.is_file()]
    if ledger is None and checked:
        problems.append(_report_no_ledger(folder))
    return ReadBack(
        tuple(file for one in checked for file in one.files),
        (*problems, *(problem for one in checked for problem in one.diagnostics)),
    )


def check_one(path: Path) -> ReadBack:
    """Read one PDF or DOCX, and compare it with the ledger beside it where there is one."""
    manifest = read_manifest(path.parent).value
    changed = frozenset(
        path.parent / name for name in (find_drifted(path.parent, manifest) if manifest else ())
    )
    return check_file(path, _read_ledger(path.parent), changed)


def check_file(path: Path, ledger: Ledger | None, changed: frozenset[Path]) -> ReadBack:
    """Apply every rule to one file; in one that was changed by hand, differences are only
    warnings.
    """
    read = READERS[path.suffix.lower()](path)
    if read.value is None:
        return ReadBack((), read.diagnostics)
    document = _find_document(path, ledger)
    body = without_footers(read.value, document.footer) if document else read.value
    alignment = align(document.lines if document else (), body)
    rules = RULES if document else UNPLANNED
    if document and has_no_order(read.value):
        rules = (check_right_to_left, check_links, check_properties)
    found = [problem for rule in rules for problem in rule(read.value, alignment)]
    if path in changed:
        found = [replace(problem, severity=Severity.WARNING) for problem in found]
    return ReadBack((read.value,), tuple(found))


def _find_document(path: Path, ledger: Ledger | None) -> DocumentAccount | None:
    """Return the account of this file; `Name.new.pdf` was written beside a file somebody
    changed.
    """
    names = {document.name: document for document in ledger.documents} if ledger else {}
    return names.get(path.stem) or names.get(path.stem.partition(".new")[0])


def _read_ledger(folder: Path) -> Ledger | None:
    path = folder / LEDGER_JSON
    return ledger_from_json(path.read_text()) if path.is_file() else None


def _report_no_output(folder: Path) -> Diagnostic:
    message = f"{folder} has no {MANIFEST_NAME}, so lapel did not write it"
    help = "name a job's folder in output/, a PDF or DOCX, or the files to read, as in jobs/*.md"
    return Diagnostic("no-output", Severity.ERROR, message, help=help)


def _report_no_ledger(folder: Path) -> Diagnostic:
    message = "without its ledger, what the files should say is not known"
    help = "run lapel tailor again"
    place = Place(folder / LEDGER_JSON, 1)
    return Diagnostic("no-ledger", Severity.WARNING, message, place, help=help)
