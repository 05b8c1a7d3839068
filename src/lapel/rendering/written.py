"""The text of a document, leaf by leaf, in the characters that its renderers draw."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from lapel.document.tree import Document
from lapel.ledger.model import PageLine, PageLink
from lapel.rendering.glyphs import make_drawable
from lapel.rendering.marks import text_in_marks
from lapel.rendering.tidying import strip_controls
from lapel.rendering.typography import prepare_runs
from lapel.source.diagnostics import Place
from lapel.text.inline import Run, runs_text
from lapel.theme.model import Theme


def written_lines(
    document: Document, theme: Theme, places: Mapping[str, Place]
) -> tuple[PageLine, ...]:
    """Return the leaves in reading order; ``places`` says where the profile has each source."""
    lines = []
    for block in document.blocks():
        text = prepare_runs(block.text, theme.styles[block.kind], theme)
        aside = make_drawable(block.aside, theme)
        place = places.get(block.source)
        lines.append(
            PageLine(
                block.id,
                block.kind.value,
                runs_text(text),
                runs_text(aside),
                (*_find_links(text), *_find_links(aside)),
                str(place) if place else "",
            )
        )
    return tuple(lines)


def written_footer(document: Document, theme: Theme) -> str:
    """Return the theme's footer with the person's name in it, "" where it has none."""
    name = text_in_marks(strip_controls(document.author), theme.marks)
    return theme.footer.text.replace("{name}", name) if theme.footer else ""


def _find_links(runs: Sequence[Run]) -> Iterator[PageLink]:
    """Yield the links; neighbouring runs with one address are one link."""
    for href, linked in groupby(runs, key=lambda run: run.href):
        if href:
            yield PageLink(runs_text(tuple(linked)), href)
