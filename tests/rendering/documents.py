"""An invented nurse's resume as documents and as a varied draft, for the rendering tests."""

import random
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from lapel.document.tree import Block, Document, Section
from lapel.text.inline import LINE_BREAK, Run
from lapel.theme.model import BlockKind, Theme
from lapel.theme.reading import read_theme
from lapel.theme.styles import AsidePosition

TEMPLATES = Path(__file__).parents[2] / "templates"
CLASSIC = TEMPLATES / "classic"
THEMES = sorted(path.parent.name for path in TEMPLATES.glob("*/theme.yaml"))


@cache
def theme_named(name: str) -> Theme:
    """A built-in theme."""
    theme = read_theme(TEMPLATES / name).value
    assert theme is not None
    return theme


def classic_theme() -> Theme:
    """The theme where none is named, without its footer, which has tests of its own."""
    return replace(theme_named("classic"), footer=None)


def with_dates(theme: Theme, position: AsidePosition) -> Theme:
    """The theme with all its dates and places in this position."""
    styles = {
        kind: replace(style, aside=replace(style.aside, position=position))
        for kind, style in theme.styles.items()
    }
    return replace(theme, styles=styles, digest=f"{theme.digest} {position}")


def plain(text: str) -> tuple[Run, ...]:
    """One run without a look."""
    return (Run(text),)


def block(
    id: str, kind: BlockKind, text: str | tuple[Run, ...], aside: str = "", *, keep: bool = False
) -> Block:
    """A leaf of plain text or of runs."""
    runs = plain(text) if isinstance(text, str) else text
    return Block(id, kind, runs, plain(aside) if aside else (), keeps_next=keep)


def bullets(prefix: str, texts: Sequence[str | tuple[Run, ...]]) -> tuple[Block, ...]:
    """Bullets with ids of their own; the first two and the last two stay together."""
    kept = {0, len(texts) - 2} - {len(texts) - 1}
    return tuple(
        block(f"{prefix}/{n}", BlockKind.BULLET, text, keep=n in kept)
        for n, text in enumerate(texts)
    )


def section(id: str, title: str, *blocks: Block) -> Section:
    """A section with its heading."""
    return Section(id, block(f"section/{id}", BlockKind.HEADING, title, keep=True), blocks)


HEADER = (
    block("header/name", BlockKind.NAME, "Marisol Okafor-Lind"),
    block("header/headline", BlockKind.HEADLINE, "Charge Nurse, Intensive Care"),
    block(
        "header/contact",
        BlockKind.CONTACT,
        (
            Run("Duluth, Minnesota"),
            Run(" · "),
            Run("+1 218-555-0142", href="tel:+12185550142"),
            Run(" · "),
            Run("marisol.okafor@example.org", href="mailto:marisol.okafor@example.org"),
            Run(" · "),
            Run("okafor-lind.example.org", href="https://okafor-lind.example.org"),
        ),
    ),
)

SUMMARY = section(
    "summary",
    "Summary",
    block(
        "summary/leader",
        BlockKind.PARAGRAPH,
        "Intensive care nurse with eleven years at the bedside and four in charge of a 24-bed "
        "unit. Known for calm handovers, for teaching that sticks, and for turning incident "
        "reports into protocols that the night shift actually follows.",
    ),
)

LAKESIDE = (
    block(
        "lakeside:line",
        BlockKind.ORGANISATION,
        (Run("Lakeside Regional Medical Center", href="https://lakeside.example.org"),),
        "Duluth, MN",
        keep=True,
    ),
    block("charge:open", BlockKind.ROLE, "Charge Nurse, ICU", "Mar 2021 – Present", keep=True),
    *bullets(
        "charge",
        [
            "Lead a team of 38 nurses and 9 aides across three shifts of a 24-bed medical-surgical "
            "intensive care unit; turnover fell from 21% to 8% in two years.",
            (
                Run("Introduced a "),
                Run("nurse-driven sedation protocol", strong=True),
                Run(" that cut median ventilator days from 5.1 to 3.6, with no rise in "),
                Run("unplanned extubations", emphasis=True),
                Run("."),
            ),
            "Rewrote the handover sheet with night staff; medication discrepancies at shift change "
            "dropped by 64%.",
            "Manage a $1.9M supply budget and closed two of three years under plan.",
            "Chair the unit's falls committee and report to the board every quarter.",
        ],
    ),
    block("staff:open", BlockKind.NEXT_ROLE, "Staff Nurse, ICU", "Jun 2016 – Feb 2021", keep=True),
    *bullets(
        "staff",
        [
            "Cared for two to three critically ill patients a shift: sepsis, ARDS, "
            "post-cardiac-arrest cooling, continuous renal replacement.",
            "Precepted 22 new graduates, 19 of whom still work in critical care.",
            "Wrote the unit's first ECMO transport checklist, now used by four hospitals nearby.",
            "Served as resource nurse during the 2020 surge, when the unit doubled to 48 beds in "
            "nine days.",
        ],
    ),
)

NORTHGATE = (
    block(
        "northgate:line",
        BlockKind.ORGANISATION,
        "Northgate Community Hospital",
        "Superior, WI",
        keep=True,
    ),
    block(
        "north:open",
        BlockKind.ROLE,
        "Registered Nurse, Step-Down Unit",
        "Aug 2012 – May 2016",
        keep=True,
    ),
    *bullets(
        "north",
        [
            "Ran telemetry for 16 beds.",
            "Trained float staff.",
            "Cut alarm noise by half with a default-threshold review (see [poster], 2015).",
        ],
    ),
)

BRIEFS = (
    block("aide:brief", BlockKind.BRIEF, "Nursing Assistant, Birchwood Care Home", "2010 – 2012"),
    block(
        "camp:brief", BlockKind.NEXT_BRIEF, "Camp Medic, Lake Superior Youth Camps", "Summer 2009"
    ),
)

EDUCATION = section(
    "education",
    "Education",
    block("uni:line", BlockKind.ORGANISATION, "College of St. Brigid", "Duluth, MN", keep=True),
    block(
        "msn:open",
        BlockKind.ROLE,
        "Master of Science in Nursing, Clinical Leadership",
        "2018 – 2020",
    ),
    block(
        "bsn:open",
        BlockKind.NEXT_ROLE,
        "Bachelor of Science in Nursing, magna cum laude",
        "2008 – 2012",
    ),
)

PROJECTS = section(
    "projects",
    "Projects",
    block("quiet:open", BlockKind.ORGANISATION, "Quiet Nights", "2022 – 2023", keep=True),
    *bullets(
        "quiet",
        [
            "Measured noise at 24 bedsides for six weeks and moved two alarms and one ice machine; "
            "patients' own sleep scores rose by 1.4 of 10 points.",
            "Presented at the regional critical-care meeting; the method is in use at three units.",
        ],
    ),
)

SKILLS = section(
    "skills",
    "Skills",
    block(
        "skills/clinical",
        BlockKind.SKILLS,
        (
            Run("Critical care", strong=True),
            Run(": ", strong=True),
            Run(
                "ventilator management, CRRT, hemodynamic monitoring, "
                "targeted temperature management, ECMO transport, sedation and delirium protocols"
            ),
        ),
    ),
    block(
        "skills/lead",
        BlockKind.SKILLS,
        (
            Run("Leadership", strong=True),
            Run(": ", strong=True),
            Run("scheduling, budgeting, precepting, root-cause analysis"),
        ),
    ),
    block(
        "skills/languages",
        BlockKind.SKILLS,
        (Run("Languages", strong=True), Run(": ", strong=True), Run("Spanish (fluent), Swedish")),
    ),
)

CERTIFICATES = section(
    "certificates",
    "Certificates",
    block(
        "ccrn", BlockKind.LINE, "CCRN (Adult), American Association of Critical-Care Nurses", "2017"
    ),
    block("acls", BlockKind.LINE, "Advanced Cardiovascular Life Support, instructor", "2019"),
)


LETTER_TEXT = (
    "At Lakeside Regional Medical Center, as Charge Nurse, I lead 38 nurses and 9 aides across "
    "three shifts of a 24-bed intensive care unit; turnover fell from 21% to 8% in two years. I "
    "rewrote the handover sheet with night staff, and discrepancies at shift change fell by 64%."
)


def one_page() -> Document:
    """A resume that fills most of one page."""
    work = section("work", "Experience", *LAKESIDE, *NORTHGATE, *BRIEFS)
    sections = (SUMMARY, work, EDUCATION, SKILLS, CERTIFICATES)
    return Document("Marisol Okafor-Lind", "Marisol Okafor-Lind", "en-US", HEADER, sections)


def two_pages() -> Document:
    """A resume of nearly two pages: every employer three times over."""
    employers: list[Block] = []
    for number in range(3):
        leaves = (*LAKESIDE, *NORTHGATE)
        employers += [replace(leaf, id=f"{number}-{leaf.id}") for leaf in leaves]
    work = section("work", "Experience", *employers, *BRIEFS)
    sections = (SUMMARY, work, PROJECTS, EDUCATION, SKILLS, CERTIFICATES)
    return Document("Marisol Okafor-Lind", "Marisol Okafor-Lind", "en-US", HEADER, sections)


def letter() -> Document:
    """A letter with everything that one can have, to be rendered in ``theme.for_letter()``."""
    address = ("Ms. Dana Whitfield", "Director of Nursing", "400 Harbor Street, Portland, ME 04101")
    lines = [part for line in address for part in (Run(LINE_BREAK), Run(line))][1:]
    leaves = (
        block("letter/date", BlockKind.DATE, "November 25, 2026"),
        block("letter/recipient", BlockKind.RECIPIENT, tuple(lines)),
        block("letter/subject", BlockKind.SUBJECT, "Nurse Manager, Intensive Care"),
        block("letter/salutation", BlockKind.SALUTATION, "Dear Ms. Whitfield,"),
        block("letter/1", BlockKind.LETTER_PARAGRAPH, LETTER_TEXT),
        block("letter/2", BlockKind.LETTER_PARAGRAPH, "Three things I would bring:"),
        *bullets("letter/list", ["Calm handovers.", "A protocol that the night shift follows."]),
        block("letter/3", BlockKind.LETTER_PARAGRAPH, LETTER_TEXT),
        block("letter/sign-off", BlockKind.SIGN_OFF, "Sincerely,", keep=True),
        block("letter/signature", BlockKind.SIGNATURE, "Marisol Okafor-Lind"),
        block("letter/enclosure", BlockKind.ENCLOSURE, "Enclosure: resume"),
    )
    return Document("Letter", "Marisol Okafor-Lind", "en-US", (*HEADER, *leaves), ())


def random_subset(document: Document, chance: random.Random, share: float) -> Document:
    """The document with each bullet, entry and section kept by chance."""
    sections = []
    for part in document.sections:
        kept = [
            leaf
            for leaf in part.blocks
            if leaf.kind in (BlockKind.ORGANISATION, BlockKind.ROLE) or chance.random() < share
        ]
        if kept:
            sections.append(Section(part.id, part.heading, tuple(kept)))
    return Document(
        document.title, document.author, document.language, document.header, tuple(sections)
    )
