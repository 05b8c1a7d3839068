"""Planned lines and read files, made by hand."""

from pathlib import Path

from lapel.checks.produced.model import ReadFile
from lapel.ledger.model import PageLine, PageLink


def line(kind: str, text: str, aside: str = "", links: dict[str, str] | None = None) -> PageLine:
    """A planned line whose id is its text; ``links`` are addresses by their words."""
    found = tuple(PageLink(words, href) for words, href in (links or {}).items())
    return PageLine(f"{kind}/{text}", kind, text, aside, found, "profiles/a.yaml:7")


def read_file(*lines: str, links: tuple[str, ...] = ()) -> ReadFile:
    """A file that reads like this and says all of itself."""
    return ReadFile(Path("a.pdf"), lines, links, "Ada", "Ada", "en", tagged=True)


RESUME = (
    line("name", "Ada Lund"),
    line("contact", "Ulm · ada@example.org", links={"ada@example.org": "mailto:ada@example.org"}),
    line("heading", "Experience"),
    line("organisation", "Harbor Mill", "Ulm"),
    line("role", "Head Baker", "Mar 2021 – Present"),
    line("bullet", "Led a cross-functional crew of nine"),
    line("bullet", "Baked rye"),
    line("next-role", "Baker", "2016 – 2021"),
    line("bullet", "Swept the floor"),
)
READ = (
    "Ada Lund",
    "Ulm | ada@example.org",
    "Experience",
    "Harbor Mill  Ulm",
    "Head Baker  Mar 2021 – Present",
    "• Led a cross-functional crew",
    "of nine",
    "• Baked rye",
    "Baker",
    "2016 – 2021",
    "• Swept the floor",
)
