"""A document as HTML and CSS through the theme's templates, which alone decide the looks."""

import base64
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from lapel.document.tree import Block, Document
from lapel.fitting.model import PageGeometry
from lapel.rendering.marks import text_in_marks
from lapel.rendering.metrics import bullet_width_em, run_width_em
from lapel.rendering.photos import last_of_header
from lapel.rendering.setting import Setting
from lapel.rendering.tearing import room_em, tear_long_words
from lapel.rendering.templates import STYLE_TEMPLATE, render_template
from lapel.rendering.tidying import NO_BREAK_SPACE, strip_controls
from lapel.rendering.typography import set_typography
from lapel.text.inline import LINE_BREAK, Run
from lapel.text.regexes import regex
from lapel.theme.model import BlockKind, Theme
from lapel.theme.styles import NO_INSET, BlockStyle, Inset

# The plan lets a page be 10⁻⁶ pt too full (``fitting.pagination``), the engine a 10⁻⁹ part of its
# height, about 7·10⁻⁷ pt. With this much more the engine agrees to whatever the plan has filled.
SPARE_PT = 4e-7
# A word joiner forbids a break, has no width, and leaves nothing in the text of a PDF.
WORD_JOINER = "\u2060"
# Some PDF readers drop a hyphen at a line's end, so a word with one is kept whole, unless it is
# so long that the line before it would be left half empty. So are a short word with a slash, and
# an address, which nobody could put together again from two halves.
HYPHENATED = regex(
    r"(?<!\S)(?:(?=\S{3,24}(?!\S))\S*\w[-–]\w\S*|(?=\S{3,16}(?!\S))\S*\w/\w\S*|\S*://\S+)"
)
OPENS_ENTRY = frozenset(
    {BlockKind.ORGANISATION, BlockKind.NEXT_ROLE, BlockKind.BRIEF, BlockKind.NEXT_BRIEF}
)
HYPHEN = regex(r"([-–/]|\?(?=\S))")


class _ShownRun(Struct, frozen=True):
    text: str
    strong: bool
    emphasis: bool
    href: str
    css_class: str
    line_break: bool


class _Leaf(Struct, frozen=True):
    anchor: str
    kind: str
    ruled: bool
    text: tuple[_ShownRun, ...]
    aside: tuple[_ShownRun, ...]
    keeps_next: bool
    opens_list: bool
    closes_list: bool
    opens_entry: bool
    under: str = ""
    photo: str = ""
    photo_alt: str = ""


class Page(Struct, frozen=True):
    """A page's size and margins, and the inset of the lines under the header, in points."""

    width_pt: float
    height_pt: float
    side_pt: float
    top_pt: float
    bottom_pt: float
    inset: Inset = NO_INSET


class _Look(Struct, frozen=True):
    size_pt: float
    leading_pt: float
    gap_pt: float
    below_pt: float | None
    style: BlockStyle


class _Bullet(Struct, frozen=True):
    """The left edge of a bullet's glyph, relative to its text's edge (so below 0); that edge; and
    the distance from the glyph to it.
    """

    hanging_pt: float
    indent_pt: float
    gap_pt: float


def document_html(document: Document, setting: Setting, scale: float) -> str:
    """Return the document as well-formed HTML; leaf number n has the id "b{n}", counted from 0."""
    page = page_of(setting.geometry, scale)
    return _render_html(tuple(document.blocks()), page, setting, scale, document)


def page_of(geometry: PageGeometry, scale: float) -> Page:
    """Return the page's size and its margins at a gap scale."""
    return Page(
        geometry.width_pt,
        geometry.height_pt,
        geometry.side_margin_pt,
        geometry.top_margin.at(scale),
        geometry.bottom_margin.at(scale) - SPARE_PT,
        geometry.inset,
    )


def tall_html(blocks: Sequence[Block], setting: Setting, height_pt: float) -> str:
    """Return these leaves one under the other on a page without end, for measuring."""
    geometry = setting.geometry
    page = Page(geometry.width_pt, height_pt, geometry.side_margin_pt, 0, 0, geometry.inset)
    return _render_html(blocks, page, setting, 0, None)


def _render_html(
    blocks: Sequence[Block], page: Page, setting: Setting, scale: float, document: Document | None
) -> str:
    theme = setting.theme
    shared = {"theme": theme, "page": page}
    leaves = tuple(_build_leaves(blocks, setting))
    css = render_template(
        theme.folder,
        theme.digest,
        STYLE_TEMPLATE,
        {
            **shared,
            "families": ", ".join(f'"{family}"' for family in theme.families),
            "looks": _build_looks(setting, scale),
            "bullet": _measure_bullet(setting),
            "footer": _format_footer(theme, document),
        },
    )
    return render_template(
        theme.folder,
        theme.digest,
        theme.template,
        {
            **shared,
            "css": css,
            "leaves": tuple(_with_photo(leaves, blocks, document)),
            "title": strip_controls(document.title) if document else "",
            "author": strip_controls(document.author) if document else "",
            "language": document.language if document else "",
        },
    )


def _format_footer(theme: Theme, document: Document | None) -> str:
    """Return the footer as the value of CSS ``content``, "" where there is none."""
    if theme.footer is None or document is None:
        return ""
    name = text_in_marks(strip_controls(document.author), theme.marks)
    values = {"name": _css_string(name), "page": "counter(page)"}
    values["pages"] = "counter(pages)"
    return " ".join(
        values[part[1:-1]] if part.startswith("{") else _css_string(part)
        for part in theme.footer.parts()
    )


def _css_string(text: str) -> str:
    """Return a text as a CSS string inside a style element: all but letters and figures as
    escapes.
    """
    return '"' + "".join(c if c.isalnum() else f"\\{ord(c):x} " for c in text) + '"'


def _measure_bullet(setting: Setting) -> _Bullet:
    theme, step = setting.theme, setting.step
    style = theme.styles[BlockKind.BULLET]
    inset_pt = step.indent_pt(theme.bullet.inset_em, style)
    indent_pt = step.indent_pt(theme.bullet.indent_em, style)
    glyph_pt = bullet_width_em(theme, style) * step.size_pt(style)
    return _Bullet(inset_pt - indent_pt, indent_pt, indent_pt - inset_pt - glyph_pt)


def _build_looks(setting: Setting, scale: float) -> dict[str, _Look]:
    return {
        kind.value: _Look(
            setting.size_pt(kind),
            setting.leading_pt(kind),
            style.gap.at(scale),
            style.below.at(scale) if style.below else None,
            style,
        )
        for kind, style in setting.theme.styles.items()
    }


def _build_leaves(blocks: Sequence[Block], setting: Setting) -> Iterator[_Leaf]:
    """Yield the leaves as the template shows them: neighbouring bullets form one list."""
    theme, gaps = setting.theme, setting.theme.gaps()
    bullets = [False, *(block.kind is BlockKind.BULLET for block in blocks), False]
    for index, block in enumerate(blocks):
        above = blocks[index - 1].kind if index else None
        drawn, width_em = set_typography(block, setting), setting.leaf_width_em(block.kind)
        yield _Leaf(
            anchor=f"b{index}",
            kind=block.kind.value,
            ruled=theme.styles[block.kind].rule is not None,
            text=tuple(_show_text(drawn, theme, width_em)),
            aside=tuple(_show_run(run, "") for run in _join_blanks(drawn.aside)),
            keeps_next=block.keeps_next,
            opens_list=not bullets[index],
            closes_list=not bullets[index + 2],
            opens_entry=block.kind in OPENS_ENTRY and above is not BlockKind.HEADING,
            under=above.value if above and gaps.below_of(above, block.kind) else "",
        )


def _with_photo(
    leaves: Sequence[_Leaf], blocks: Sequence[Block], document: Document | None
) -> Iterator[_Leaf]:
    """Yield the leaves, the last of the header with the photo."""
    photo = document.photo if document else None
    holder = last_of_header(blocks) if photo else -1
    for number, leaf in enumerate(leaves):
        if photo is not None and number == holder:
            data = base64.b64encode(photo.data).decode()
            yield replace(leaf, photo=f"data:image/jpeg;base64,{data}", photo_alt=photo.alt)
        else:
            yield leaf


def _show_text(drawn: Block, theme: Theme, width_em: float) -> Iterator[_ShownRun]:
    """Yield the runs of a text, with marks for where they must or must not break."""
    style = theme.styles[drawn.kind]
    longest_em = room_em(drawn.kind, theme, width_em)
    for run, long in tear_long_words(tuple(_join_blanks(drawn.text)), style, theme, longest_em):
        if long:
            yield _show_run(run, "torn")
        elif drawn.kind is not BlockKind.CONTACT:
            yield _show_run(run, "")
        elif run.text.strip() == theme.separator.strip():
            yield _show_run(run, "separator")
        else:
            fits = run_width_em(run, style, theme) <= longest_em
            yield _show_run(run, "whole" if fits else "")


def _join_blanks(runs: Sequence[Run]) -> Iterator[Run]:
    """Yield the runs, each blank that is a run by itself added to the run before it.

    The engine draws no text of blanks only, so some readers would join the words around it.
    """
    held: Run | None = None
    for run in runs:
        if held is not None and run.text == " ":
            held = replace(held, text=held.text + " ")
            continue
        if held is not None:
            yield held
        held = run
    if held is not None:
        yield held


def _show_run(run: Run, css_class: str) -> _ShownRun:
    text = run.text.replace(NO_BREAK_SPACE, f" {WORD_JOINER}")
    return _ShownRun(
        text=HYPHENATED.sub(lambda word: HYPHEN.sub(rf"\1{WORD_JOINER}", word.group()), text),
        strong=run.strong,
        emphasis=run.emphasis,
        href=run.href,
        css_class=css_class,
        line_break=run.text == LINE_BREAK,
    )
