"""The files of a document: each begun or made, and called by whose it is."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from lapel.document.tree import Document
from lapel.fitting.slack import harmless_slack_pt
from lapel.fitting.whole import FittedWhole
from lapel.inputs import Inputs
from lapel.lettering import PlacedLetter
from lapel.problems import compare_with_plan
from lapel.rendering.engine import Pending, Press
from lapel.rendering.lines import Line
from lapel.rendering.setting import Setting
from lapel.selection.fitted import Fitted
from lapel.source.diagnostics import Diagnostic, Outcome, Severity
from lapel.store.names import document_name
from lapel.text.plurals import count, join_and
from lapel.theme.model import Theme


def file_name(inputs: Inputs, extension: str, document: str = "resume") -> str:
    """Return the file name of the resume, or of the "letter", with the person's name in it."""
    name = inputs.profile.basics.name.plain
    title = inputs.words.documents[document]
    return document_name(name, f"{title} Public" if inputs.options.public else title, extension)


def wants(inputs: Inputs, document: str, format: str) -> bool:
    """Tell whether a document is asked for in a format."""
    return document in inputs.options.documents and format in inputs.options.formats


def begin_pdf(fitted: Fitted | FittedWhole, inputs: Inputs, press: Press) -> Pending:
    """Begin the PDF; its ``wait`` gives a ``RenderedPdf``."""
    from lapel.rendering.pdf.document import render_pdf  # noqa: PLC0415 - explain needs none

    laid_out = _gather_layout(fitted, _theme_of(fitted, inputs))
    return press.engine.call(render_pdf, *laid_out, press.cache)


def begin_pages(
    document: str, fitted: Fitted | FittedWhole, inputs: Inputs, press: Press
) -> Pending | None:
    """Begin the PDF, where it or a DOCX with its line breaks is asked for; return None otherwise.
    Its ``wait`` gives the pages laid out, then drawn.
    """
    from lapel.rendering.pdf.document import render_in_steps  # noqa: PLC0415 - as above

    if not any(wants(inputs, document, format) for format in ("pdf", "docx")):
        return None
    laid_out = _gather_layout(fitted, _theme_of(fitted, inputs))
    return press.engine.call(render_in_steps, *laid_out, press.cache)


def begin_combined(
    letter: PlacedLetter | None, fitted: Fitted, inputs: Inputs, press: Press
) -> tuple[Pending, ...]:
    """Begin one PDF of the letter's page and the resume's pages, where it is asked for."""
    if letter is None or not inputs.options.combined:
        return ()
    from lapel.rendering.pdf.document import render_combined  # noqa: PLC0415 - explain needs none

    parts = (
        _gather_layout(letter.fitted, letter.fitted.theme),
        _gather_layout(fitted, inputs.theme),
    )
    return (press.engine.call(render_combined, parts, press.cache),)


def files_of(
    document: str, fitted: Fitted | FittedWhole, begun: Pending | None, inputs: Inputs
) -> Outcome[Mapping[str, bytes]]:
    """Return the files of a document by name, in the formats asked for, with warnings about them.
    Fails where a block of the PDF, which was ``begun``, lies elsewhere than planned.
    """
    files: dict[str, bytes] = {}
    problems: list[Diagnostic] = []
    if begun is not None:
        laid_out = begun.wait()
        problems += compare_with_plan(fitted.pages.placed, laid_out.placed)
        if wants(inputs, document, "docx"):
            name = file_name(inputs, "docx", document)
            files[name] = make_docx(fitted, inputs, laid_out.lines)
            problems += _count_pages(name, files[name], fitted, inputs)
        drawn = begun.wait()
        if wants(inputs, document, "pdf"):
            files[file_name(inputs, "pdf", document)] = drawn.data
    if document in inputs.options.documents:
        files |= make_exports(fitted, inputs)
    return Outcome(files, tuple(problems))


def make_docx(
    fitted: Fitted | FittedWhole, inputs: Inputs, lines: Mapping[str, Sequence[Line]]
) -> bytes:
    """Return the same pages as DOCX, with the ``lines`` of the PDF; or the same words in the style
    of the reference document.
    """
    from lapel.rendering.docx.document import render_docx  # noqa: PLC0415 - explain needs none
    from lapel.rendering.docx.turns import find_marked_turns  # noqa: PLC0415 - as above

    theme = _theme_of(fitted, inputs)
    if inputs.reference is not None:
        from lapel.rendering.docx.reference import (  # noqa: PLC0415 - seldom asked for
            render_into_reference,
        )
        from lapel.rendering.docx.settling import settle_page_turns  # noqa: PLC0415 - as above

        page = fitted.document, theme, theme.step(fitted.step), inputs.reference
        return settle_page_turns(
            tuple(fitted.document.blocks()), lambda told: render_into_reference(*page, told)
        )
    told = find_marked_turns(tuple(fitted.document.blocks()), fitted.pages.placed)
    return render_docx(*_gather_layout(fitted, theme), _slack_pt(fitted, theme), told, lines)


def make_exports(fitted: Fitted | FittedWhole, inputs: Inputs) -> dict[str, bytes]:
    """Return the formats without pages that were asked for, by file name, with the same words. JSON
    Resume has no letters.
    """
    from lapel.rendering.json_resume import render_json_resume  # noqa: PLC0415 - rarely asked for
    from lapel.rendering.markdown import render_markdown  # noqa: PLC0415 - as above
    from lapel.rendering.text import render_text  # noqa: PLC0415 - as above
    from lapel.rendering.web import render_web  # noqa: PLC0415 - as above

    document = "letter" if isinstance(fitted, FittedWhole) else "resume"
    writers: dict[str, Callable[[], str]] = {
        "html": lambda: render_web(*_gather_layout(fitted, _theme_of(fitted, inputs))),
        "md": lambda: render_markdown(fitted.document),
        "txt": lambda: render_text(fitted.document, inputs.theme.separator),
    }
    if isinstance(fitted, Fitted):
        writers["json"] = lambda: render_json_resume(inputs.profile, fitted, inputs.words)
    asked = [name for name in inputs.options.formats if name in writers]
    return {file_name(inputs, name, document): writers[name]().encode() for name in asked}


def _count_pages(
    name: str, data: bytes, fitted: Fitted | FittedWhole, inputs: Inputs
) -> Iterator[Diagnostic]:
    """Warn of a DOCX in a company's style that has more or fewer pages than planned."""
    if inputs.reference is None:
        return
    from lapel.rendering.docx.named_fonts import find_named_fonts  # noqa: PLC0415 - seldom asked for
    from lapel.rendering.office import lay_out_docx  # noqa: PLC0415 - as above

    laid, planned = lay_out_docx(data), fitted.pages.count
    if laid is None:
        message = f"nobody has counted the pages of {name}, since LibreOffice is not installed"
        yield Diagnostic("pages-not-counted", Severity.WARNING, message)
    elif len(laid.texts) != planned:
        message = (
            f"{name} has {count('page', len(laid.texts))} in the looks of the reference, and "
            f"{count('page', planned)} in the theme's"
        )
        help = "ask for another number with --pages, or leave bullets out with drop:"
        if lacking := [font for font in sorted(find_named_fonts(data)) if laid.lacks(font)]:
            fonts = join_and([f"“{font}”" for font in lacking])
            message += f"; {fonts} {'are' if lacking[1:] else 'is'} not installed here"
            help = f"open it where the font is installed, or install it here; otherwise {help}"
        yield Diagnostic("other-pages", Severity.WARNING, message, help=help)


def _gather_layout(fitted: Fitted | FittedWhole, theme: Theme) -> tuple[Document, Setting, float]:
    """Return what both renderers work from, so that the two files come out alike."""
    setting = Setting(theme, fitted.geometry, theme.step(fitted.step))
    return fitted.document, setting, fitted.pages.scale


def _theme_of(fitted: Fitted | FittedWhole, inputs: Inputs) -> Theme:
    """Return the theme that a document is set in: a letter has its own."""
    return fitted.theme if isinstance(fitted, FittedWhole) else inputs.theme


def _slack_pt(fitted: Fitted | FittedWhole, theme: Theme) -> float:
    """Return the height that a DOCX has to spare on each page, in points."""
    blocks = tuple(fitted.document.blocks())
    gaps, geometry, pages = theme.gaps(), fitted.geometry, fitted.pages
    return harmless_slack_pt(blocks, gaps, geometry, pages, theme.docx_slack_pt)
