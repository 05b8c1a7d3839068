"""The templates of a theme, and the file and line in them of any mistake.

Each line of a theme's own stylesheet ends with a comment that names its template and line. It
survives loops and includes, so that the engine's complaint about a line of the finished stylesheet
can be traced to the line that a person wrote.
"""

import logging
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lapel.text.regexes import regex
from lapel.theme.model import SHARED

if TYPE_CHECKING:
    from jinja2 import Environment, Template

    from lapel.rendering.compiled import CompiledTemplates

STYLE_TEMPLATE = "theme.css.j2"
STYLE = regex(r"<style>(.*?)</style>", re.DOTALL)
MARK = regex(r"/\*@(.+?):(\d+)\*/")
COMMENT = regex(r"/\*.*?\*/|/\*.*", re.DOTALL)
PLACE = regex(r" at (\d+):\d+")


class TemplateError(Exception):
    """A template of the theme is wrong; the message begins with its file and line."""


def render_template(folder: Path, digest: str, name: str, values: dict[str, Any]) -> str:
    """Return a template of the theme in ``folder`` with these values; ``digest`` is the theme's.

    Raises TemplateError for a mistake in the template.
    """
    environment = _build_environment(folder, digest)
    try:
        return environment.get_template(name).render(values)
    except Exception as error:
        place = _find_place(error, folder)
        if place is None:
            raise
        raise TemplateError(f"{place}: {_describe_mistake(error)}") from error


@cache
def own_template(name: str) -> "Template":
    """Return a template outside any theme, such as that of the ledger's page, compiled once."""
    import jinja2  # noqa: PLC0415 - only the stages that render pay for it

    environment = jinja2.Environment(
        bytecode_cache=_make_bytecode_cache(),
        loader=jinja2.PackageLoader("lapel.rendering", "."),
        autoescape=jinja2.select_autoescape(["html.j2"], default=False),
        undefined=jinja2.StrictUndefined,
    )
    environment.filters["words"] = lambda value: str(value).replace("-", " ")
    return environment.get_template(name)


@cache
def _make_bytecode_cache() -> "CompiledTemplates":
    """Return the cache of templates compiled as in this module, for all environments."""
    from lapel.rendering.compiled import CompiledTemplates  # noqa: PLC0415 - as above

    return CompiledTemplates(Path(__file__))


@cache
def _build_environment(folder: Path, _digest: str) -> "Environment":
    """Return the templates of a folder; the digest is a parameter so that changed ones are read
    again.
    """
    import jinja2  # noqa: PLC0415 - only the stages that render pay for it
    from jinja2.ext import Extension  # noqa: PLC0415 - as above

    class Marking(Extension):
        """Adds the marks to the stylesheets of the theme itself."""

        def filter_stream(self, stream: Any) -> Iterator[Any]:  # noqa: ANN401 - Jinja's own
            own = stream.filename and not Path(stream.filename).is_relative_to(SHARED)
            if not (own and stream.name == STYLE_TEMPLATE):
                yield from stream
                return
            for token in stream:
                if token.type == "data":
                    marked = _mark_lines(token.value, stream.filename, token.lineno)
                    yield jinja2.lexer.Token(token.lineno, "data", marked)
                else:
                    yield token

    class Loader(jinja2.FileSystemLoader):
        """Loads templates; names the file where a template is not valid text."""

        def get_source(self, environment: jinja2.Environment, template: str) -> Any:  # noqa: ANN401
            try:
                return super().get_source(environment, template)
            except UnicodeDecodeError as error:
                line = error.object.count(b"\n", 0, error.start) + 1
                message = f"the byte 0x{error.object[error.start]:02X} is not UTF-8"
                file = next(f for path in self.searchpath if (f := Path(path, template)).is_file())
                raise jinja2.TemplateSyntaxError(message, line, template, str(file)) from error

    return jinja2.Environment(
        bytecode_cache=_make_bytecode_cache(),
        loader=Loader([folder, SHARED.parent]),
        autoescape=jinja2.select_autoescape(["html.j2"], default=False),
        undefined=jinja2.StrictUndefined,
        auto_reload=False,
        extensions=[Marking],
    )


def _mark_lines(text: str, file: str, line: int) -> str:
    """Return the text with a mark at each line's end, but inside comments."""
    plain = COMMENT.sub(lambda comment: re.sub("[^\n]", " ", comment.group()), text)
    ends = [match.start() for match in re.finditer("\n", plain)]
    inside = [match.span() for match in COMMENT.finditer(text)]
    marked, position = "", 0
    for number, end in enumerate(ends, line):
        marked += text[position:end]
        if not any(start < end < stop for start, stop in inside):
            marked += f"/*@{file}:{number}*/"
        position = end
    return marked + text[position:]


def _find_place(error: Exception, folder: Path) -> str | None:
    """Return file and line of a mistake in a template: the error's own, or from its traceback."""
    import jinja2  # noqa: PLC0415 - only the stages that render pay for it

    file, line = None, None
    if isinstance(error, jinja2.TemplateSyntaxError):
        file, line = error.filename or error.name, error.lineno
    elif isinstance(error, jinja2.TemplateNotFound):
        file = str(folder / str(error.name))
    trace = error.__traceback__
    while trace is not None:
        filename = Path(trace.tb_frame.f_code.co_filename)
        if filename.is_relative_to(folder) or filename.is_relative_to(SHARED):
            file, line = str(filename), trace.tb_lineno
        trace = trace.tb_next
    return f"{file}:{line or 1}" if file else None


def _describe_mistake(error: Exception) -> str:
    """Return a mistake in a template, in words."""
    import jinja2  # noqa: PLC0415 - only the stages that render pay for it

    if isinstance(error, jinja2.TemplateNotFound):
        named = str(error.name)
        if named.startswith(f"{SHARED.name}/") or error.__traceback__ is None:
            return f"there is no template {named}"
        return f"there is no template {named}; the one of templates/classic is a beginning"
    return getattr(error, "message", None) or str(error)


@contextmanager
def complaints_as_errors(html: str) -> Iterator[None]:
    """Raise TemplateError at the end for anything in the stylesheet that the engine would ignore.

    ``html`` is the text that the engine lays out.
    """
    heard: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: heard.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
    wrong = [message for message in heard if "CSS" in message or PLACE.search(message)]
    if wrong:
        raise TemplateError(_place_complaint(wrong, html))


def _place_complaint(complaints: Sequence[str], html: str) -> str:
    """Return the first complaint at its place in the theme."""
    complaint = complaints[0]
    style, at = STYLE.search(html), PLACE.search(complaint)
    lines = ["", *style[1].split("\n")] if style else []
    place = _place_of_line(lines, int(at[1])) if at else str(SHARED / STYLE_TEMPLATE)
    return f"{place}: {PLACE.sub('', complaint).rstrip('.')}"


def _place_of_line(lines: Sequence[str], number: int) -> str:
    """Return the file and line of a template for a line of the stylesheet. The last line of a file
    has no mark, so it counts one more than the line before it.
    """
    for more, line in enumerate(lines[number : max(0, number - 2) : -1]):
        if mark := MARK.search(line):
            return f"{mark[1]}:{int(mark[2]) + more}"
    return str(SHARED / STYLE_TEMPLATE)
