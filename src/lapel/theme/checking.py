"""Checks of ``theme.yaml`` that need more than one of its values."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from lapel.source.diagnostics import Diagnostic, Outcome
from lapel.source.nodes import Node, place_of
from lapel.source.reading import read_source
from lapel.source.source import Source
from lapel.source.validation import validate
from lapel.source.yaml import parse_yaml
from lapel.theme.contrast import warn_of_pale_text
from lapel.theme.file import (
    LetterFile,
    PaperFile,
    StepFile,
    ThemeFile,
)
from lapel.theme.making import make_theme
from lapel.theme.model import (
    ASIDE_KINDS,
    BELOW_KINDS,
    HEADER_KINDS,
    LETTER_KINDS,
    RESUME_KINDS,
    RULED_KINDS,
    THEME_FILE,
    BlockKind,
    Theme,
)

NARROWEST_PT = 150
TOKENS_OF_SOME = {"rule": RULED_KINDS, "aside": ASIDE_KINDS, "below": BELOW_KINDS}
"""Tokens that only some kinds of leaf may have."""


def check_theme(folder: Path) -> Outcome[Theme]:
    """Return the theme in ``folder``, its digest left out, or every problem of its
    ``theme.yaml``.
    """
    read = read_source(folder / THEME_FILE)
    if read.value is None:
        return Outcome(None, read.diagnostics)
    parsed = _parse_theme(read.value)
    theme = make_theme(parsed.value, folder) if parsed.value else None
    return Outcome(theme, parsed.diagnostics)


@lru_cache(maxsize=4)  # a preview reads the same text again and again
def _parse_theme(source: Source) -> Outcome[ThemeFile]:
    """Return the values of a ``theme.yaml``, or every problem of it."""
    parsed = parse_yaml(source)
    if parsed.value is None:
        return Outcome(None, parsed.diagnostics)
    checked = validate(ThemeFile, parsed.value, source)
    if checked.value is None:
        return Outcome(None, (*parsed.diagnostics, *checked.diagnostics))
    problems = tuple(_find_problems(checked.value, parsed.value, source))
    told = (*parsed.diagnostics, *checked.diagnostics, *problems)
    if problems:
        return Outcome(None, told)
    return Outcome(checked.value, (*told, *warn_of_pale_text(parsed.value, source)))


def _find_problems(file: ThemeFile, node: Node, source: Source) -> Iterator[Diagnostic]:
    """Yield the problems that need more than one value: kinds, margins and faces that are
    missing.
    """
    for path, layout, kinds in (
        ((), file, RESUME_KINDS),
        (("letter",), file.letter, LETTER_KINDS - HEADER_KINDS),
    ):
        yield from _find_layout_problems(path, layout, kinds, node, source)
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


def _find_layout_problems(
    path: tuple[str, ...],
    layout: ThemeFile | LetterFile,
    kinds: frozenset[BlockKind],
    node: Node,
    source: Source,
) -> Iterator[Diagnostic]:
    """Yield the same for the kinds, steps and papers of a resume, or of a letter."""

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
