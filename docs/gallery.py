"""Makes docs/gallery.md: every theme on the resume and the letter of one sample job.

.venv/bin/python docs/gallery.py
"""

import tempfile
from hashlib import sha256
from pathlib import Path

from click.testing import CliRunner
from PIL import Image

from lapel.cli.main import main
from lapel.preview.painting import Painter
from lapel.theme.model import Theme
from lapel.theme.reading import read_theme
from lapel.workspace import DEFAULT_THEME, Workspace, list_themes

ROOT = Path(__file__).parents[1]
SHARED = ROOT / "templates" / "shared"
PROFILE = ROOT / "profiles" / "maren-holt.yaml"
JOB = ROOT / "jobs" / "gannet-bay-nurse-manager-icu.md"
PICTURES = ROOT / "docs" / "pictures" / "themes"
PAGE_WIDTH_PX = 560
BORDER_PX = 1
COLORS = 64
PAPER, EDGE = (255, 255, 255), (176, 176, 176)
HEAD = """# The themes

Each on the same resume and letter: `profiles/maren-holt.yaml` for
`jobs/gannet-bay-nurse-manager-icu.md`, on one page. The pictures are of the PDFs; LibreOffice lays
the DOCX out alike, which a test holds it to. This page is made by `docs/gallery.py`.
How to choose a theme, and how to make one: [themes.md](themes.md).
"""


def documents(theme: str) -> list[bytes]:
    """Return the PDFs of the sample in a theme: the resume, and the letter if there is one."""
    with tempfile.TemporaryDirectory() as folder:
        options = ["--theme", theme, "--pages", "1", "--format", "pdf", "--quiet"]
        arguments = ["tailor", str(JOB), *options, "--output", folder]
        result = CliRunner().invoke(main, arguments, env={"LAPEL_CACHE": f"{folder}/cache"})
        assert result.exit_code == 0, result.output
        paths = sorted(Path(folder).rglob("*.pdf"), key=lambda path: "Resume" not in path.name)
        return [path.read_bytes() for path in paths]


def first_page(pdf: bytes) -> Image.Image:
    """Return a picture of the first page with a thin edge."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "page.png")
        path.write_bytes(Painter.of(pdf).png(0, PAGE_WIDTH_PX))
        page = Image.open(path).convert("RGB")
    framed = Image.new("RGB", (page.width + 2 * BORDER_PX, page.height + 2 * BORDER_PX), EDGE)
    framed.paste(page, (BORDER_PX, BORDER_PX))
    return framed


def side_by_side(pages: list[Image.Image]) -> Image.Image:
    """Return the pages beside each other, in few colours, which keeps the file small."""
    gap = PAGE_WIDTH_PX // 40
    width = sum(page.width for page in pages) + gap * (len(pages) - 1)
    sheet = Image.new("RGB", (width, pages[0].height), PAPER)
    left = 0
    for page in pages:
        sheet.paste(page, (left, 0))
        left += page.width + gap
    return sheet.quantize(COLORS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)


def made_from(theme: Theme) -> str:
    """Return a digest of what a picture shows: the theme's and shared files, and the sample."""
    sources = sorted((*theme.folder.iterdir(), *SHARED.iterdir(), PROFILE, JOB))
    digest = sha256()
    for path in sources:
        digest.update(f"{path.name}\n".encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def passage(theme: Theme) -> str:
    """Return the gallery's text on a theme."""
    default = " It is taken where no theme is named." if theme.name == DEFAULT_THEME else ""
    about = f"{theme.about}{default} Set in {theme.font.family}."
    picture = f"![Resume and letter in {theme.name}](pictures/themes/{theme.name}.png)"
    return f"\n## {theme.name}\n\n{about}\n\n<!-- made from {made_from(theme)} -->\n{picture}\n"


def write_all() -> None:
    """Write the page and a picture a theme."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    page = HEAD
    for folder in list_themes(Workspace(ROOT)):
        theme = read_theme(folder).value
        assert theme is not None
        sheet = side_by_side([first_page(pdf) for pdf in documents(theme.name)])
        sheet.save(PICTURES / f"{theme.name}.png", optimize=True)
        page += passage(theme)
    (ROOT / "docs" / "gallery.md").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    write_all()
