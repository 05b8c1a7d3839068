"""``theme.yaml`` checked, with its defaults filled in and its names resolved."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from msgspec.structs import replace

from lapel.source.diagnostics import Diagnostic, Outcome
from lapel.source.nodes import Node, place_of
from lapel.source.reading import read_source
from lapel.source.source import Source
from lapel.source.validation import validate
from lapel.source.yaml import parse_yaml
from lapel.theme.file import (
    BlockFile,
    BodyFile,
    FamilyFile,
    FontFile,
    FooterFile,
    HeaderFile,
    LetterFile,
    PaperFile,
    StepFile,
    ThemeFile,
)
from lapel.theme.model import (
    ASIDE_KINDS,
    BELOW_KINDS,
    HEADER_KINDS,
    LETTER_KINDS,
    RESUME_KINDS,
    RULED_KINDS,
    THEME_FILE,
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
NARROWEST_PT = 150
TOKENS_OF_SOME = {"rule": RULED_KINDS, "aside": ASIDE_KINDS, "below": BELOW_KINDS}
"""What only some kinds of leaf may say."""


def check_theme(folder: Path) -> Outcome[Theme]:
    """The theme in ``folder``, its digest left out, or every problem of its ``theme.yaml``."""
    read = read_source(folder / THEME_FILE)
    if read.value is None:
        return Outcome(None, read.diagnostics)
    parsed = _parse_theme(read.value)
    theme = _theme(parsed.value, folder) if parsed.value else None
    return Outcome(theme, parsed.diagnostics)


@lru_cache(maxsize=4)  # a program that stays reads the same text again and again
def _parse_theme(source: Source) -> Outcome[ThemeFile]:
    """What a ``theme.yaml`` says, or every problem of it."""
    parsed = parse_yaml(source)
    if parsed.value is None:
        return Outcome(None, parsed.diagnostics)
    checked = validate(ThemeFile, parsed.value, source)
    if checked.value is None:
        return Outcome(None, (*parsed.diagnostics, *checked.diagnostics))
    problems = tuple(_problems(checked.value, parsed.value, source))
    file = None if problems else checked.value
    return Outcome(file, (*parsed.diagnostics, *checked.diagnostics, *problems))


def _problems(file: ThemeFile, node: Node, source: Source) -> Iterator[Diagnostic]:
    """What no single value shows: kinds, margins and faces that are missing."""
    for path, layout, kinds in (
        ((), file, RESUME_KINDS),
        (("letter",), file.letter, LETTER_KINDS - HEADER_KINDS),
    ):
        yield from _layout_problems(path, layout, kinds, node, source)
    brief, next_brief = (file.blocks.get(kind) for kind in (BlockKind.BRIEF, BlockKind.NEXT_BRIEF))
    if brief and next_brief and brief != next_brief.model_copy(update={"gap": brief.gap}):
        yield source.diagnostic(
            "theme-next-brief",
            "next-brief looks other than brief, but it is the same line nearer to the one above",
            place_of(node, ("blocks", BlockKind.NEXT_BRIEF.value)),
            help="let the two differ in their gap alone",
        )
    room = min(paper.bottom_margin[0] for paper in file.papers.values())
    if file.footer is not None and file.footer.bottom + file.footer.size > room:
        message = "the footer reaches into the text where the bottom margin is at its floor"
        help = f"its bottom and size together must be at most the smallest floor, {room:g}"
        yield source.diagnostic(
            "theme-footer-room", message, place_of(node, ("footer",)), help=help
        )


def _layout_problems(
    path: tuple[str, ...],
    layout: ThemeFile | LetterFile,
    kinds: frozenset[BlockKind],
    node: Node,
    source: Source,
) -> Iterator[Diagnostic]:
    """The same for the kinds, steps and papers of a resume, or of a letter."""

    def wrong(code: str, message: str, *where: str | int, help: str = "") -> Diagnostic:
        return source.diagnostic(code, message, place_of(node, (*path, *where)), help=help)

    needed = kinds - layout.blocks.keys() - {BlockKind.DESCRIPTION}  # else as a paragraph
    if missing := [kind.value for kind in BlockKind if kind in needed]:
        message = f"no look for {', '.join(missing)}"
        help = "give each kind of leaf at least its gap: [floor, default, ceiling]"
        yield wrong("theme-kind-missing", message, "blocks", help=help)
    name = layout.blocks.get(BlockKind.NAME)
    if name is not None and any(name.gap):
        message = "the name has a gap above it, but it stands at the top of the page"
        help = "write gap: [0, 0, 0] and use the paper's topMargin"
        yield wrong("theme-name-gap", message, "blocks", BlockKind.NAME.value, "gap", help=help)
    for kind, block in layout.blocks.items():
        for token, having in TOKENS_OF_SOME.items():
            if token in block.model_fields_set and kind not in having:
                message = f"{kind.value} has no {token}"
                help = "take it out, or look at the kinds that have one in lapel's own themes"
                yield wrong("theme-token-unused", message, "blocks", kind.value, token, help=help)
    for index, step in enumerate(layout.steps):
        papers = layout.papers.items()
        if narrow := [name for name, paper in papers if not _leaves_room(step, paper, name)]:
            named = f"{NARROWEST_PT} pt for its lines on {', '.join(narrow)}"
            message = f'the step "{step.name}" leaves less than {named}'
            help = "make its sideMargin or its inset smaller"
            yield wrong("theme-no-room", message, "steps", index, help=help)
        if absent := [paper for paper in layout.papers if paper not in step.side_margin]:
            message = f'the step "{step.name}" has no side margin for {", ".join(absent)}'
            yield wrong("theme-margin-missing", message, "steps", index)


def _leaves_room(step: StepFile, paper: PaperFile, name: str) -> bool:
    taken = 2 * step.side_margin.get(name, 0) + sum(step.inset.get(name, ()))
    return paper.width - taken >= NARROWEST_PT


def _theme(file: ThemeFile, folder: Path) -> Theme:
    colors = file.colors.model_dump()
    position = file.dates.position
    blocks = {BlockKind.DESCRIPTION: file.blocks[BlockKind.PARAGRAPH], **file.blocks}
    styles = _styles(blocks, file.body, colors, position, file.header)
    letter = file.letter
    under = letter.header if letter.header.below else file.header
    return Theme(
        name=folder.name,
        label=file.label,
        about=file.about,
        folder=folder,
        digest="",
        font=_fonts(file.font, folder),
        **colors,
        bullet=BulletStyle(
            file.bullet.glyph,
            _color(file.bullet.color, colors),
            file.bullet.inset,
            file.bullet.indent,
        ),
        separator=file.separator.text,
        separator_spacing_em=file.separator.spacing,
        separator_color=_color(file.separator.color, colors),
        date_separator=file.dates.separator,
        title_first=file.roles.first == "title",
        contact=ContactStyle(file.contact.order, file.contact.scheme),
        sets_marks=file.quotes == "language",
        keeps_entries=file.entries == "all",
        footer=_footer(file.footer, colors),
        docx_slack_pt=file.docx.slack,
        template=RESUME_TEMPLATE,
        styles=styles,
        steps=_steps(file.steps),
        papers=_papers(file.papers),
        letter=Layout(
            LETTER_TEMPLATE,
            _styles(
                {kind: look for kind, look in file.blocks.items() if kind in HEADER_KINDS},
                file.body,
                colors,
                position,
                under,
            )
            | _styles(letter.blocks, letter.body, colors, position, under),
            _steps(letter.steps),
            _papers(letter.papers),
        ),
        section_order=file.sections,
        portrait=PhotoStyle(
            file.photo.width,
            file.photo.height,
            file.photo.gap,
            file.photo.side,
            file.photo.shape,
        ),
        titles={
            language: {str(key): title for key, title in titles.items()}
            for language, titles in file.titles.items()
        },
    )


def _fonts(font: FontFile, folder: Path) -> Font:
    """The theme's family, and with it the one for what it lacks."""
    own, other = _font(font, folder), font.other
    return replace(own, other=_font(other, folder), other_for=other.letters) if other else own


def _font(font: FamilyFile, folder: Path) -> Font:
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


def _footer(footer: FooterFile | None, colors: Mapping[str, str]) -> FooterStyle | None:
    if footer is None:
        return None
    color = _color(footer.color, colors)
    return FooterStyle(footer.text, footer.size, color, footer.align, footer.bottom)


def _steps(steps: Sequence[StepFile]) -> tuple[Step, ...]:
    return tuple(
        Step(
            step.name,
            step.size,
            dict(step.side_margin),
            {paper: Inset(*edges) for paper, edges in step.inset.items()},
        )
        for step in steps
    )


def _papers(papers: Mapping[str, PaperFile]) -> tuple[Paper, ...]:
    return tuple(
        Paper(name, p.width, p.height, Range(*p.top_margin), Range(*p.bottom_margin))
        for name, p in papers.items()
    )


def _styles(
    blocks: Mapping[BlockKind, BlockFile],
    body: BodyFile,
    colors: Mapping[str, str],
    position: AsidePosition,
    header: HeaderFile,
) -> dict[BlockKind, BlockStyle]:
    """The looks; what an aside says of no ``position`` stands at this one."""
    return {
        kind: _style(
            block,
            body,
            colors,
            block.aside.position or position,
            header.below if kind in HEADER_KINDS else block.below,
            fixed=kind in HEADER_KINDS,
        )
        for kind, block in blocks.items()
    }


def _style(
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
        color=_color(look["color"], colors),
        align=look["align"],
        letter_spacing_em=look["letter_spacing"],
        caps=look["caps"],
        rule=RuleStyle(rule.width, _color(rule.color, colors), rule.above, rule.below)
        if rule
        else None,
        gap=Range(*block.gap),
        aside=AsideStyle(position, aside.bold, aside.italic, _color(aside.color, colors)),
        below=Range(*below) if below else None,
        fixed=fixed,
    )


def _color(name: str, colors: Mapping[str, str]) -> str:
    return colors.get(name, name)
