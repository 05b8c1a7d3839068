"""Reading a theme's folder: ``theme.yaml`` with its defaults filled in and its names resolved."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from lapel.source.diagnostics import Diagnostic, Outcome
from lapel.source.nodes import Node, place_of
from lapel.source.reading import read_source
from lapel.source.source import Source
from lapel.source.validation import validate
from lapel.source.yaml import parse_yaml
from lapel.theme.file import BlockFile, BodyFile, LetterFile, PaperFile, StepFile, ThemeFile
from lapel.theme.model import (
    HEADER_KINDS,
    LETTER_KINDS,
    RESUME_KINDS,
    AsideStyle,
    BlockKind,
    BlockStyle,
    BulletStyle,
    FontFace,
    Layout,
    Paper,
    Range,
    RuleStyle,
    Step,
    Theme,
)

THEME_FILE = "theme.yaml"
RESUME_TEMPLATE = "resume.html.j2"
LETTER_TEMPLATE = "letter.html.j2"


def read_theme(folder: Path) -> Outcome[Theme]:
    """The theme in ``folder``, or every problem of its ``theme.yaml``."""
    read = read_source(folder / THEME_FILE)
    if read.value is None:
        return Outcome(None, read.diagnostics)
    parsed = parse_yaml(read.value)
    if parsed.value is None:
        return Outcome(None, parsed.diagnostics)
    checked = validate(ThemeFile, parsed.value, read.value)
    if checked.value is None:
        return Outcome(None, (*parsed.diagnostics, *checked.diagnostics))
    problems = tuple(_problems(checked.value, parsed.value, read.value))
    theme = None if problems else _theme(checked.value, folder)
    return Outcome(theme, (*parsed.diagnostics, *checked.diagnostics, *problems))


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
    faces = {(face.weight, face.style) for face in file.font.faces}
    for weight, style in sorted(_used_faces(file) - faces):
        yield source.diagnostic(
            "theme-face-missing",
            f"the theme sets {style} type of weight {weight}, but names no such face",
            place_of(node, ("font", "faces")),
        )


def _layout_problems(
    path: tuple[str, ...],
    layout: ThemeFile | LetterFile,
    kinds: frozenset[BlockKind],
    node: Node,
    source: Source,
) -> Iterator[Diagnostic]:
    """The same for the kinds, steps and papers of a resume, or of a letter."""
    missing = [kind.value for kind in BlockKind if kind in kinds and kind not in layout.blocks]
    if missing:
        yield source.diagnostic(
            "theme-kind-missing",
            f"no look for {', '.join(missing)}",
            place_of(node, (*path, "blocks")),
            help="give each kind of leaf at least its gap: [floor, default, ceiling]",
        )
    name = layout.blocks.get(BlockKind.NAME)
    if name is not None and any(name.gap):
        yield source.diagnostic(
            "theme-name-gap",
            "the name has a gap above it, but it stands at the top of the page",
            place_of(node, (*path, "blocks", BlockKind.NAME.value, "gap")),
            help="write gap: [0, 0, 0] and use the paper's topMargin",
        )
    for index, step in enumerate(layout.steps):
        absent = [paper for paper in layout.papers if paper not in step.side_margin]
        if absent:
            yield source.diagnostic(
                "theme-margin-missing",
                f'the step "{step.name}" has no side margin for {", ".join(absent)}',
                place_of(node, (*path, "steps", index)),
            )


def _used_faces(file: ThemeFile) -> set[tuple[int, str]]:
    """Every weight and style that a document in this theme can ask for."""
    weights = {file.body.weight, file.letter.body.weight, file.font.strong_weight}
    for block in (*file.blocks.values(), *file.letter.blocks.values()):
        weights |= {block.aside.weight, *([block.weight] if block.weight else [])}
    return {(weight, style) for weight in weights for style in ("normal", "italic")}


def _theme(file: ThemeFile, folder: Path) -> Theme:
    colors = file.colors.model_dump()
    styles = _styles(file.blocks, file.body, colors)
    return Theme(
        name=folder.name,
        label=file.label,
        folder=folder,
        digest=_digest(folder),
        font_family=file.font.family,
        faces=tuple(
            FontFace(file.font.package, face.file, face.weight, face.style)
            for face in file.font.faces
        ),
        **colors,
        strong_weight=file.font.strong_weight,
        rule=RuleStyle(
            file.rule.width,
            _color(file.rule.color, colors),
            file.rule.above,
            file.rule.below,
        ),
        bullet=BulletStyle(
            file.bullet.glyph,
            _color(file.bullet.color, colors),
            file.bullet.inset,
            file.bullet.indent,
        ),
        separator=file.separator.text,
        separator_spacing_em=file.separator.spacing,
        separator_color=_color(file.separator.color, colors),
        docx_caps=file.docx.caps,
        docx_slack_pt=file.docx.slack,
        docx_fallback=file.docx.fallback,
        docx_faces=tuple(
            FontFace(file.font.package, face.file, face.weight, face.style)
            for face in file.docx.faces
        ),
        template=RESUME_TEMPLATE,
        styles=styles,
        steps=_steps(file.steps),
        papers=_papers(file.papers),
        letter=Layout(
            LETTER_TEMPLATE,
            {kind: styles[kind] for kind in HEADER_KINDS}
            | _styles(file.letter.blocks, file.letter.body, colors),
            _steps(file.letter.steps),
            _papers(file.letter.papers),
        ),
        section_order=file.sections,
    )


def _steps(steps: Sequence[StepFile]) -> tuple[Step, ...]:
    return tuple(Step(step.name, step.size, dict(step.side_margin)) for step in steps)


def _papers(papers: Mapping[str, PaperFile]) -> tuple[Paper, ...]:
    return tuple(
        Paper(name, p.width, p.height, Range(*p.top_margin), Range(*p.bottom_margin))
        for name, p in papers.items()
    )


def _styles(
    blocks: Mapping[BlockKind, BlockFile], body: BodyFile, colors: Mapping[str, str]
) -> dict[BlockKind, BlockStyle]:
    return {kind: _style(block, body, colors) for kind, block in blocks.items()}


def _style(block: BlockFile, body: BodyFile, colors: Mapping[str, str]) -> BlockStyle:
    look = body.model_dump() | block.model_dump(exclude_none=True, exclude={"aside", "gap"})
    aside = block.aside
    return BlockStyle(
        size_pt=look["size"],
        leading_pt=look["leading"],
        weight=look["weight"],
        italic=look["italic"],
        color=_color(look["color"], colors),
        align=look["align"],
        letter_spacing_em=look["letter_spacing"],
        small_caps=look["small_caps"],
        gap=Range(*block.gap),
        aside=AsideStyle(aside.weight, aside.italic, _color(aside.color, colors)),
    )


def _color(name: str, colors: Mapping[str, str]) -> str:
    return colors.get(name, name)


def _digest(folder: Path) -> str:
    """The SHA-256 of all files of the theme, their names included."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        data = path.read_bytes()
        digest.update(f"{path.relative_to(folder).as_posix()}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()
