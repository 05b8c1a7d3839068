"""The page as HTML: rules that exactness rests on, and templates that go wrong."""

import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest

from lapel.rendering.html import document_html
from lapel.rendering.pdf.document import render_pdf
from lapel.rendering.setting import setting_of
from lapel.rendering.templates import TemplateError
from lapel.theme.model import Theme
from lapel.theme.reading import read_theme
from tests.rendering.documents import CLASSIC, one_page, two_pages


def html_of(theme: Theme, scale: float = 0.0) -> str:
    return document_html(one_page(), setting_of(theme, "letter", "normal"), scale)


def own_theme(tmp_path: Path, name: str, text: str) -> Theme:
    """The classic theme with one file replaced."""
    folder = tmp_path / "own"
    shutil.copytree(CLASSIC, folder)
    (folder / name).write_text(text, encoding="utf-8")
    theme = read_theme(folder).value
    assert theme is not None
    return theme


def test_it_is_well_formed_and_every_leaf_has_an_anchor(theme: Theme) -> None:
    """The page parses as XML; the leaves carry b0, b1, … in reading order and nobody else does."""
    tree = ElementTree.fromstring(html_of(theme))
    anchors = [element.attrib["id"] for element in tree.iter() if "id" in element.attrib]
    assert anchors == [f"b{n}" for n in range(len(list(one_page().blocks())))]


def test_only_leaves_have_space(theme: Theme) -> None:
    """No selector gives space by position, and no container has any."""
    css = re.search(r"<style>(.*)</style>", html_of(theme), re.DOTALL)
    assert css is not None
    assert not re.search(r":(first|last|nth)-|\+", css.group(1))
    assert "justify" not in css.group(1)


def test_bullets_in_a_row_are_one_list(theme: Theme) -> None:
    """A list opens at the first bullet of a row and closes at the last."""
    setting = setting_of(theme, "letter", "normal")
    html = document_html(two_pages(), setting, 0)
    assert html.count("<ul>") == html.count("</ul>") == 10


def test_scale_moves_gaps_and_margins_only(theme: Theme) -> None:
    """Between two scales nothing differs but margins."""
    pairs = zip(html_of(theme, -1).splitlines(), html_of(theme, 1).splitlines(), strict=True)
    changed = {one.split(":")[0].split("{")[-1].strip() for one, other in pairs if one != other}
    assert changed == {"margin", "margin-top"}


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("resume.html.j2", "<html>\n{{ nonsense }}\n</html>", 2),
        ("resume.html.j2", "<html>\n\n{% if %}\n</html>", 3),
        ("theme.css.j2", "p {\n color: {{ theme.colour }};\n}", 2),
        ("theme.css.j2", "\n\n{{ page.width_pt / 0 }}", 3),
    ],
)
def test_a_template_that_is_wrong_is_named_with_its_line(
    tmp_path: Path, name: str, text: str, line: int
) -> None:
    """The message begins with file and line, whatever kind of mistake it is."""
    theme = own_theme(tmp_path, name, text)
    with pytest.raises(TemplateError, match=f"^{re.escape(str(theme.folder / name))}:{line}: "):
        html_of(theme)


SHARED_STYLE = '{% include "shared/theme.css.j2" %}\n'


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (SHARED_STYLE + "/* two\n lines */\n.name { colour: red; }", 4, "unknown property"),
        (SHARED_STYLE + ".name {\n  color: rde;\n}\n", 3, "invalid value"),
        (
            SHARED_STYLE + "{% for n in [1, 2] %}\n.n{{ n }} { widht: 1pt }\n{% endfor %}",
            3,
            "widht",
        ),
        (SHARED_STYLE + "\n.name { color: red }\n.x { margin: 1qt }\n", 4, "margin"),
    ],
)
def test_a_style_that_the_engine_would_ignore_is_named_with_its_line(
    tmp_path: Path, cache: Path, text: str, line: int, message: str
) -> None:
    """A misspelt property or value is an error at its line, not a page that looks like before."""
    theme = own_theme(tmp_path, "theme.css.j2", text)
    place = re.escape(f"{theme.folder / 'theme.css.j2'}:{line}: ")
    setting = setting_of(theme, "letter", "normal")
    with pytest.raises(TemplateError, match=f"^{place}.*{message}"):
        render_pdf(one_page(), setting, 0, cache)


def test_a_missing_template_is_named(tmp_path: Path) -> None:
    """A theme without its page says which file it lacks."""
    theme = own_theme(tmp_path, "x", "")
    (theme.folder / "resume.html.j2").unlink()
    with pytest.raises(TemplateError, match=r"resume\.html\.j2:1: there is no template resume"):
        html_of(theme)


def test_a_template_that_is_no_text_is_named_with_its_line(tmp_path: Path) -> None:
    """A file in another encoding says which one it is, and where."""
    theme = own_theme(tmp_path, "x", "")
    (theme.folder / "resume.html.j2").write_bytes("<html>\nJosé".encode("latin-1"))
    with pytest.raises(TemplateError, match=r"resume\.html\.j2:2: the byte 0xE9 is not UTF-8"):
        html_of(theme)


def test_a_theme_cannot_reach_the_network(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An address in a stylesheet is not fetched."""
    css = (CLASSIC / "theme.css.j2").read_text(encoding="utf-8")
    theme = own_theme(tmp_path, "theme.css.j2", css + "h1 { background: url(http://127.0.0.1/) }")
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("opened a connection"))
    setting = setting_of(theme, "letter", "normal")
    assert render_pdf(one_page(), setting, -1, cache).pages == 1
