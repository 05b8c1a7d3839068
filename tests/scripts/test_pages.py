"""Whole runs in other scripts: no box, no question mark, the same words in every file."""

import io
import re
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path

import docx
import pypdf
import pytest
from msgspec import Struct

from lapel.checks.produced.folder import check_one
from tests.command import run_lapel
from tests.folders import new_folder
from tests.quick import one_quick
from tests.rendering.readers import by_pdftotext

HERE = Path(__file__).parent
RIGHT_TO_LEFT = ("ar", "he")
LED = {
    "ar": "Almarai",
    "he": "Heebo",
    "ja": "Noto Sans JP",
    "ko": "Noto Sans KR",
    "zh": "Noto Sans SC",
    "zh-Hant": "Noto Sans TC",
}
OTHERS = {"hi": "Hind", "th": "Sarabun"}
EVERY = (*LED, *OTHERS)
MARKS = re.compile("[\u200e\u200f\u2060]")


class Run(Struct, frozen=True):
    """The files of a profile by suffix, where they lie, and what the command said."""

    files: dict[str, bytes]
    folder: Path
    said: str


@cache
def written(name: str, theme: str = "classic") -> Run:
    """A run on a profile of this folder."""
    folder = str(new_folder("scripts"))
    arguments = ["tailor", str(HERE / "job.md"), "--profile", str(HERE / f"{name}.yaml")]
    asked = [*arguments, "--format", "pdf,docx,html,md,txt,json", "--output", folder]
    asked += ["--only", "resume", "--theme", theme]
    result = run_lapel(*asked)
    assert result.exit_code == 0, result.output
    there = Path(folder, "job")
    files = [path for path in there.iterdir() if path.stem not in ("ledger", "manifest")]
    return Run({path.suffix[1:]: path.read_bytes() for path in files}, there, result.stderr)


def characters(text: str) -> Counter[str]:
    """How often each letter and figure stands there; readers differ in blanks and in order."""
    plain = unicodedata.normalize("NFKC", text)
    return Counter(c for c in plain if unicodedata.category(c)[0] in "LN")


def docx_text(data: bytes) -> str:
    """The paragraphs, without the marks that only set the direction."""
    paragraphs = docx.Document(io.BytesIO(data)).paragraphs
    return MARKS.sub("", "\n".join(paragraph.text for paragraph in paragraphs))


@pytest.mark.slow
@pytest.mark.parametrize("name", one_quick(EVERY))
def test_every_letter_is_drawn(name: str) -> None:
    """Nothing lacks a glyph, and no letter is lost on the way into either file."""
    run = written(name)
    files, said = run.files, run.said
    assert "no “" not in said
    text = "\n".join(
        page.extract_text() for page in pypdf.PdfReader(io.BytesIO(files["pdf"])).pages
    )
    assert "?" not in text
    lost = characters(docx_text(files["docx"])) - characters(text)
    # A glyph of a Devanagari conjunct stands for several letters, and readers may miss one.
    assert lost.total() <= (1 if name == "hi" else 0)


@pytest.mark.parametrize("name", one_quick(EVERY))
def test_text_and_docx_say_the_same(name: str) -> None:
    """The same words in the same order."""
    files = written(name).files
    text = re.sub(r"^(- |=+$)", "", files["txt"].decode(), flags=re.MULTILINE)
    spoken = docx_text(files["docx"]).replace("\u00a0", " ").replace("·", " ")
    assert text.casefold().split() == spoken.casefold().split()


@pytest.mark.parametrize("name", one_quick(LED))
def test_a_script_leads_with_its_own_family(name: str) -> None:
    """One family draws the lines, also their figures; it is subset in the PDF."""
    pdf = written(name).files["pdf"]
    fonts = set(re.findall(rb"/BaseFont /[A-Z]{6}\+([A-Za-z-]+)", pdf))
    assert {font.decode().replace("-", " ").partition(" Semi")[0] for font in fonts} <= {
        LED[name],
        f"{LED[name]} Bold",
    }
    assert len(pdf) < 150_000


@pytest.mark.parametrize("name", one_quick(RIGHT_TO_LEFT))
def test_a_page_runs_from_right_to_left(name: str) -> None:
    """Paragraphs of the DOCX and the HTML say so, and dates stand at the left."""
    files = written(name).files
    document = docx.Document(io.BytesIO(files["docx"]))
    assert document.styles.element.xpath("//w:style[@w:styleId='Normal']//w:bidi")
    assert 'dir="rtl"' in files["html"].decode()
    assert "\u200f\u200e" in "".join(paragraph.text for paragraph in document.paragraphs)


def test_latin_names_in_a_list_run_from_right_to_left() -> None:
    """The first one stands at the right; text for web forms has no marks that say so."""
    files = written("ar").files
    boxes, text = by_pdftotext(files["pdf"], "-bbox"), files["txt"].decode()
    listed = next(line for line in text.splitlines() if "Scala" in line)
    places_pt = [
        float(re.findall(rf'xMin="([\d.]+)"[^>]*>،?{name}</word>', boxes)[-1])
        for name in sorted(("Python", "SQL", "Scala"), key=listed.index)
    ]
    assert places_pt == sorted(places_pt, reverse=True)
    assert not MARKS.search(text)


@pytest.mark.slow
@pytest.mark.parametrize("name", one_quick(OTHERS))
def test_single_texts_in_another_script_take_its_family_along(name: str) -> None:
    """A document in Latin letters keeps its theme's family and carries the other."""
    files = written(name).files
    table = docx.Document(io.BytesIO(files["docx"])).part.package
    [fonts] = [
        p.blob.decode() for p in table.iter_parts() if str(p.partname).endswith("fontTable.xml")
    ]
    family = OTHERS[name]
    assert re.search(rf'w:name="{family} [0-9A-F]{{4}}"><w:altName w:val="{family}"/>', fonts)
    assert 'w:name="Source Serif Pro"' in fonts


@pytest.mark.parametrize("name", one_quick(["ar", "ja", "ko"]))
def test_files_read_back_as_they_were_meant(name: str) -> None:
    """`lapel check` finds nothing wrong where words have no blanks or run the other way."""
    for path in written(name).folder.glob("*[fx]"):
        if path.suffix in (".pdf", ".docx"):
            assert check_one(path).diagnostics == ()


OTHER_THEMES = ("academic", "compact", "executive", "modern", "plain")
SOME = [
    (name, theme)
    for number, name in enumerate(("ar", "he", "ja", "zh"))
    for theme in OTHER_THEMES[number % 2 :: 2]
]
"""A script in half of the themes, a theme with one that runs each way; readers/test_languages has
all of them, with a shorter resume.
"""


@pytest.mark.slow
@pytest.mark.parametrize(("name", "theme"), SOME)
def test_every_theme_knows_other_scripts(name: str, theme: str) -> None:
    """PDF, DOCX and text say the same in each, and the plan holds."""
    run = written(name, theme)
    text = "\n".join(
        page.extract_text() for page in pypdf.PdfReader(io.BytesIO(run.files["pdf"])).pages
    )
    spoken = docx_text(run.files["docx"])
    assert characters(text) == characters(spoken)
    assert characters(run.files["txt"].decode()) == characters(spoken)
