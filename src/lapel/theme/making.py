"""The theme made of a ``theme.yaml``: names of colours resolved, defaults filled in."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from lapel.theme.file import (
    BlockFile,
    BodyFile,
    FamilyFile,
    FontFile,
    FooterFile,
    HeaderFile,
    PaperFile,
    StepFile,
    ThemeFile,
)
from lapel.theme.model import (
    HEADER_KINDS,
    BlockKind,
    Layout,
    Paper,
    Step,
    Theme,
)
from lapel.theme.styles import (
    AsidePosition,
    AsideStyle,
    BlockStyle,
    BulletStyle,
    ContactStyle,
    Font,
    FontFace,
    FooterStyle,
    Inset,
    PhotoStyle,
    Range,
    RuleStyle,
)

RESUME_TEMPLATE = "resume.html.j2"
LETTER_TEMPLATE = "letter.html.j2"
REGULAR_WEIGHT = 400


def make_theme(file: ThemeFile, folder: Path) -> Theme:
    """Return the theme of a file that was checked, its digest left out."""
    colors = file.colors.model_dump()
    blocks = {BlockKind.DESCRIPTION: file.blocks[BlockKind.PARAGRAPH], **file.blocks}
    return Theme(
        name=folder.name,
        label=file.label,
        about=file.about,
        folder=folder,
        digest="",
        font=_make_fonts(file.font, folder),
        **colors,
        bullet=BulletStyle(
            file.bullet.glyph,
            _look_up_color(file.bullet.color, colors),
            file.bullet.inset,
            file.bullet.indent,
        ),
        separator=file.separator.text,
        separator_spacing_em=file.separator.spacing,
        separator_color=_look_up_color(file.separator.color, colors),
        date_separator=file.dates.separator,
        title_first=file.roles.first == "title",
        contact=ContactStyle(file.contact.order, file.contact.scheme),
        sets_marks=file.quotes == "language",
        keeps_entries=file.entries == "all",
        footer=_make_footer(file.footer, colors),
        docx_slack_pt=file.docx.slack,
        template=RESUME_TEMPLATE,
        styles=_make_styles(blocks, file.body, colors, file.dates.position, file.header),
        steps=_make_steps(file.steps),
        papers=_make_papers(file.papers),
        letter=_make_letter(file, colors),
        section_order=file.sections,
        portrait=PhotoStyle(
            file.photo.width, file.photo.height, file.photo.gap, file.photo.side, file.photo.shape
        ),
        titles={
            language: {str(key): title for key, title in titles.items()}
            for language, titles in file.titles.items()
        },
    )


def _make_letter(file: ThemeFile, colors: Mapping[str, str]) -> Layout:
    """Return the letter's own looks, under the header of the resume."""
    letter, position = file.letter, file.dates.position
    header = {kind: look for kind, look in file.blocks.items() if kind in HEADER_KINDS}
    under = letter.header if letter.header.below else file.header
    return Layout(
        LETTER_TEMPLATE,
        _make_styles(header, file.body, colors, position, under)
        | _make_styles(letter.blocks, letter.body, colors, position, under),
        _make_steps(letter.steps),
        _make_papers(letter.papers),
    )


def _make_fonts(font: FontFile, folder: Path) -> Font:
    """Return the theme's family, with those for letters that it lacks."""
    others = tuple(_make_font(other, folder) for other in font.others)
    return replace(_make_font(font, folder), others=others)


def _make_font(font: FamilyFile, folder: Path) -> Font:
    faces = (
        (font.regular, REGULAR_WEIGHT, "normal"),
        (font.italic, REGULAR_WEIGHT, "italic"),
        (font.bold, font.bold_weight, "normal"),
        (font.bold_italic, font.bold_weight, "italic"),
    )
    return Font(
        font.family,
        font.kind,
        font.fallback,
        tuple(
            FontFace(font.package, name, weight, style)
            if font.package
            else FontFace("", str(folder / name), weight, style)
            for name, weight, style in faces
        ),
    )


def _make_footer(footer: FooterFile | None, colors: Mapping[str, str]) -> FooterStyle | None:
    if footer is None:
        return None
    color = _look_up_color(footer.color, colors)
    return FooterStyle(footer.text, footer.size, color, footer.align, footer.bottom)


def _make_steps(steps: Sequence[StepFile]) -> tuple[Step, ...]:
    return tuple(
        Step(
            step.name,
            step.size,
            dict(step.side_margin),
            {paper: Inset(*edges) for paper, edges in step.inset.items()},
        )
        for step in steps
    )


def _make_papers(papers: Mapping[str, PaperFile]) -> tuple[Paper, ...]:
    return tuple(
        Paper(name, p.width, p.height, Range(*p.top_margin), Range(*p.bottom_margin))
        for name, p in papers.items()
    )


def _make_styles(
    blocks: Mapping[BlockKind, BlockFile],
    body: BodyFile,
    colors: Mapping[str, str],
    position: AsidePosition,
    header: HeaderFile,
) -> dict[BlockKind, BlockStyle]:
    """Return the looks; an aside without a ``position`` of its own gets this one."""
    return {
        kind: _make_style(
            block,
            body,
            colors,
            block.aside.position or position,
            header.below if kind in HEADER_KINDS else block.below,
            fixed=kind in HEADER_KINDS,
        )
        for kind, block in blocks.items()
    }


def _make_style(
    block: BlockFile,
    body: BodyFile,
    colors: Mapping[str, str],
    position: AsidePosition,
    below: tuple[float, float, float] | None,
    *,
    fixed: bool,
) -> BlockStyle:
    own = block.model_dump(exclude_none=True, exclude={"aside", "gap", "rule", "below"})
    look = body.model_dump() | own
    aside, rule = block.aside, block.rule
    return BlockStyle(
        size_pt=look["size"],
        leading_pt=look["leading"],
        bold=look["bold"],
        italic=look["italic"],
        color=_look_up_color(look["color"], colors),
        align=look["align"],
        letter_spacing_em=look["letter_spacing"],
        caps=look["caps"],
        rule=RuleStyle(rule.width, _look_up_color(rule.color, colors), rule.above, rule.below)
        if rule
        else None,
        gap=Range(*block.gap),
        aside=AsideStyle(position, aside.bold, aside.italic, _look_up_color(aside.color, colors)),
        below=Range(*below) if below else None,
        fixed=fixed,
    )


def _look_up_color(name: str, colors: Mapping[str, str]) -> str:
    return colors.get(name, name)
