"""Files of the documents on show: all into the output folder, as `lapel tailor` does, or one."""

from lapel.files import begin_combined, file_name, make_docx
from lapel.fitting.whole import FittedWhole
from lapel.preview.acts import ActError
from lapel.preview.building import Build, Shop
from lapel.preview.view import COMBINED, DOCUMENTS, FILE_KINDS, LETTER, RESUME
from lapel.rendering.pdf.document import RenderedPdf
from lapel.selection.fitted import Fitted
from lapel.tailor import store, tailor_job
from lapel.text.plurals import count


def write_documents(shop: Shop, build: Build) -> str:
    """Write every document and the ledger; files changed by hand are kept, the new ones beside
    them.

    Return in words what was written; raises ActError where it cannot be made.
    """
    made = tailor_job(build.inputs, build.matches, build.warnings, shop.press)
    if made.value is None:
        raise ActError(made.errors[0].message)
    stored = store(build.inputs, made.value, force=False)
    told = f"{count('file', len(stored.files))} written to {build.inputs.folder}"
    if stored.kept:
        told += f"; {stored.kept[0].name} was changed by hand and is kept, the new one is beside it"
    return told


def make_file(shop: Shop, build: Build, document: str, kind: str) -> tuple[str, bytes] | None:
    """Return one file of the documents on show, with its name; None where there is no such
    document.
    """
    name = file_name(build.inputs, kind, document) if document in DOCUMENTS else ""
    letter = build.letter.placed if build.letter else None
    if document == COMBINED and kind == "pdf":
        begun = begin_combined(letter, build.fitted, build.inputs, shop.press)
        return (name, begun[0].wait()) if begun else None
    made: dict[str, tuple[Fitted | FittedWhole, RenderedPdf]]
    made = {RESUME: (build.fitted, build.rendered)}
    if build.letter is not None and build.letter.rendered is not None and letter is not None:
        made[LETTER] = letter.fitted, build.letter.rendered
    if document not in made or kind not in FILE_KINDS:
        return None
    fitted, rendered = made[document]
    is_pdf = kind == "pdf"
    return name, rendered.data if is_pdf else make_docx(fitted, build.inputs, rendered.lines)
