"""The formats without pages say what the PDF says, each in its own form."""

import io
import json
import re
from collections import Counter
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import docx
import jsonschema
import pypdf
import pytest
from markdown_it import MarkdownIt

from lapel.document.tree import Document
from lapel.rendering.text import render_text
from lapel.store.formats import FORMATS
from lapel.theme.model import BlockKind
from tests.command import run_lapel
from tests.folders import new_folder
from tests.json_resume import SCHEMA
from tests.quick import one_quick
from tests.rendering.documents import block, bullets, section
from tests.rendering.readers import AS_TYPED, by_pypdf, words_of
from tests.samples import NAMES, ROOT

EVERY = tuple(dict.fromkeys((NAMES[0], NAMES[2], NAMES[-1])))
BETWEEN = {"·", "|"}
FOOTER = re.compile(r"\s[^\n·]+ · \d$", re.MULTILINE)


@cache
def written(name: str, only: str = "resume") -> dict[str, bytes]:
    """A sample's resume, or its letter, in every format, by suffix."""
    folder = str(new_folder("formats"))
    job = str(ROOT / "jobs" / f"{name}.md")
    asked = ["tailor", job, "--format", ",".join(FORMATS), "--output", folder, "--only", only]
    result = run_lapel(*asked, "--quiet")
    assert result.exit_code == 0, result.output
    found = [
        path for path in Path(folder, name).iterdir() if path.stem not in ("ledger", "manifest")
    ]
    return {path.suffix[1:]: path.read_bytes() for path in found}


class _Page(HTMLParser):
    """The text and the addresses of a page; a block ends a word."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.links: list[str] = []
        self._styled = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._styled = tag in ("style", "title")
        self.text += " " if tag not in ("a", "strong", "em") else ""
        if tag == "a":
            self.links.append(dict(attrs)["href"] or "")

    def handle_endtag(self, tag: str) -> None:
        self._styled = False
        self.text += " " if tag not in ("a", "strong", "em") else ""

    def handle_data(self, data: str) -> None:
        self.text += "" if self._styled else data


def page(html: str) -> _Page:
    """The page read."""
    read = _Page()
    read.feed(html)
    return read


def words(text: str) -> list[str]:
    """Words without the marks between a line's parts; a theme's capitals and marks are looks."""
    spoken = text.translate(AS_TYPED).replace("\u00a0", " ").casefold()
    return [word for word in words_of(spoken) if word not in BETWEEN]


def pdf_words(files: dict[str, bytes]) -> list[str]:
    return words(FOOTER.sub("", by_pypdf(files["pdf"])))


@pytest.mark.parametrize("name", one_quick(EVERY))
def test_html_says_what_the_pdf_says(name: str) -> None:
    """The same words in the same order, and nothing is fetched from anywhere."""
    files = written(name)
    html = files["html"].decode()
    assert words(page(html).text) == pdf_words(files)
    assert re.findall(r"url\((?!data:)|\ssrc=", html) == []
    assert "<link" not in html
    assert "\u2060" not in html


@pytest.mark.parametrize("name", one_quick(EVERY))
def test_markdown_says_what_the_pdf_says(name: str) -> None:
    """Rendered as CommonMark it has the same words and links as the HTML."""
    files = written(name)
    read = page(MarkdownIt("commonmark").render(files["md"].decode()))
    assert words(read.text) == pdf_words(files)
    assert read.links == page(files["html"].decode()).links


@pytest.mark.parametrize("name", one_quick(EVERY))
def test_text_says_what_the_pdf_says(name: str) -> None:
    """The same words, but for marks of lists and headings and addresses that the page shortens."""
    files = written(name)
    lines = [line.removeprefix("- ") for line in files["txt"].decode().splitlines()]
    spoken = "\n".join(line for line in lines if not re.fullmatch("=+", line))
    assert words(spoken) == pdf_words(files)


def test_a_role_is_one_block_of_text() -> None:
    """Title, dates, employer and place, each on a line of its own, and nothing between them."""
    leaves = (
        block("a", BlockKind.ORGANISATION, "Nurse", "2019 – 2021"),
        block("b", BlockKind.ROLE, "Lakeside", "Duluth"),
        *bullets("c", ["Ran it."]),
        block("d", BlockKind.ORGANISATION, "Aide", "2018"),
    )
    document = Document("Ada", "Ada", "en", (), (section("s", "Work", *leaves),))
    shown = render_text(document, " · ").split("\n\n")[1:]
    assert shown == ["Nurse\n2019 – 2021\nLakeside\nDuluth", "- Ran it.", "Aide\n2018\n"]


@pytest.mark.parametrize("name", one_quick(EVERY))
def test_docx_says_what_the_pdf_says(name: str) -> None:
    """Asked for beside others it is the usual one."""
    files = written(name)
    paragraphs = docx.Document(io.BytesIO(files["docx"])).paragraphs
    assert words("\n".join(paragraph.text for paragraph in paragraphs)) == pdf_words(files)


@pytest.mark.parametrize("name", one_quick(EVERY))
def test_json_is_json_resume(name: str) -> None:
    """Only fields that the schema has, in the forms that it asks for."""
    jsonschema.validate(json.loads(written(name)["json"]), SCHEMA)


@pytest.mark.parametrize("name", one_quick(EVERY))
def test_json_has_the_bullets_of_the_page(name: str) -> None:
    """What was left out of the resume is not in its data, and each bullet is as it stands there."""
    files = written(name)
    resume = json.loads(files["json"])
    listed = [
        text
        for key in ("work", "projects", "volunteer", "education")
        for entry in resume.get(key, ())
        for text in (*entry.get("highlights", ()), *entry.get("courses", ()))
    ]
    own = [
        t for s in resume.get("sections", ()) for e in s["entries"] for t in e.get("highlights", ())
    ]
    shown = [b.text for b in docx.Document(io.BytesIO(files["docx"])).paragraphs]
    bullets = {
        " ".join(line[2:].split())
        for line in files["txt"].decode().splitlines()
        if line.startswith("- ")
    }
    assert {" ".join(text.split()) for text in (*listed, *own)} == bullets
    assert resume["basics"]["name"].casefold() == shown[0].casefold()


@pytest.mark.slow
def test_a_letter_says_the_same_in_every_format() -> None:
    """The same words in the same order; JSON Resume has no letters."""
    files = written("hohenwart-technische-direktorin", "letter")
    marked = MarkdownIt("commonmark").render(files["md"].decode())
    paragraphs = docx.Document(io.BytesIO(files["docx"])).paragraphs
    spoken = {
        "html": page(files["html"].decode()).text,
        "md": page(marked).text,
        "txt": files["txt"].decode(),
        "docx": "\n".join(paragraph.text for paragraph in paragraphs),
    }
    assert {name: words(text) for name, text in spoken.items()} == dict.fromkeys(
        spoken, pdf_words(files)
    )
    assert "json" not in files


def test_no_line_of_the_text_is_wrapped() -> None:
    """A bullet pastes into a form's field as one line, and stands with its own in one block."""
    text = written(EVERY[0])["txt"].decode()
    blocks = [block.splitlines() for block in text.split("\n\n")]
    mixed = [b for b in blocks if 0 < sum(line.startswith("- ") for line in b) < len(b)]
    assert mixed == []


def test_a_format_that_is_none_is_named() -> None:
    """The message lists those there are."""
    result = run_lapel("tailor", "job.md", "--format", "pdf,odt")
    assert result.exit_code == 2
    assert "the formats are pdf, docx, html, md, txt and json" in result.output


@pytest.mark.slow
def test_letter_and_resume_make_one_pdf() -> None:
    """In one language, with the words, links and tags of both, the letter first."""
    folder = str(new_folder("combined"))
    job = ROOT / "jobs" / "hohenwart-technische-direktorin.md"
    asked = ["tailor", str(job), "--combined", "--format", "pdf", "--output", folder, "--quiet"]
    result = run_lapel(*asked)
    assert result.exit_code == 0, result.output
    letter, resume, both = (
        pypdf.PdfReader(Path(folder, job.stem, f"Mireille-Kestner-{name}.pdf"))
        for name in ("Anschreiben", "Lebenslauf", "Bewerbung")
    )
    assert page_texts(both) == [*page_texts(letter), *page_texts(resume)]
    assert links(both) == [*links(letter), *links(resume)]
    assert tags(both) == tags(letter) + tags(resume)
    assert str(both.root_object["/Lang"]) == "de"


@pytest.mark.slow
def test_what_cannot_be_combined_is_told() -> None:
    """A public resume goes without a letter, so there is nothing to put before it."""
    job = ROOT / "jobs" / "gannet-bay-nurse-manager-icu.md"
    options = ("--combined", "--public", "--format", "pdf", "--output", new_folder("public"))
    result = run_lapel("tailor", job, *options)
    assert result.exit_code == 0, result.output
    assert (
        "no PDF of letter and resume, since a public resume goes without a letter" in result.output
    )


def page_texts(reader: pypdf.PdfReader) -> list[str]:
    """The text of each page."""
    return [page.extract_text() for page in reader.pages]


def links(reader: pypdf.PdfReader) -> list[str]:
    """The addresses on the pages, in their order."""
    annotations = (a.get_object() for page in reader.pages for a in page.get("/Annots", ()))
    return [str(annotation["/A"]["/URI"]) for annotation in annotations]


def tags(reader: pypdf.PdfReader) -> Counter[str]:
    """How often each kind of element is in the structure tree, its root left out."""
    found: Counter[str] = Counter()
    todo: list[Any] = [reader.root_object["/StructTreeRoot"]]
    while todo:
        last = todo.pop()
        item = last.get_object() if hasattr(last, "get_object") else last
        if isinstance(item, list):
            todo += item
        elif isinstance(item, dict):
            found[str(item.get("/S", ""))] += 1
            todo += [item["/K"]] if "/K" in item else []
    return Counter({kind: n for kind, n in found.items() if kind not in ("", "/Document")})


def test_a_group_of_skills_without_a_label_has_its_keywords(tmp_path: Path) -> None:
    """Its name is the section's, so that the page does not say it twice."""
    profile, job = tmp_path / "ada.yaml", tmp_path / "barista.md"
    profile.write_text("basics: {name: Ada}\nskills: [{name: Skills, keywords: [Tea, Tills]}]\n")
    job.write_text("# Application Details\n\n## Company\nCup\n\n## Position\nBarista\n")
    asked = ["--profile", str(profile), "--output", str(tmp_path), "--only", "resume"]
    result = run_lapel("tailor", str(job), *asked, "--format", "json,txt")
    assert result.exit_code == 0, result.output
    [data], [read] = (list(tmp_path.rglob(f"Ada-Resume.{suffix}")) for suffix in ("json", "txt"))
    shown = {"name": "Skills", "keywords": ["Tea", "Tills"]}
    assert json.loads(data.read_text())["skills"] == [shown]
    assert read.read_text().rstrip().endswith("\nTea, Tills")


@pytest.mark.parametrize("formats", ["txt", "docx,md"])
def test_a_letter_needs_no_pdf_beside_it(formats: str, tmp_path: Path) -> None:
    """Any formats can be asked for alone."""
    job = str(ROOT / "jobs" / "digue-direction-technique.md")
    asked = ["tailor", job, "--format", formats, "--output", str(tmp_path), "--quiet"]
    result = run_lapel(*asked)
    assert result.exit_code == 0, result.output
    suffixes = sorted(path.suffix[1:] for path in tmp_path.rglob("Mireille-Kestner-*"))
    assert suffixes == sorted(formats.split(",") * 2)
