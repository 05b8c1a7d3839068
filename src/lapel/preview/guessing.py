"""Guessing the pages: begun for the earlier choice while the new choice is still being made.

Most changes are of a few words, and the same bullets are chosen again: then the PDF is half done
when the choice is. A guess is used only if it equals the choice to the last digit.
"""

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from lapel.document.draft import compose_document
from lapel.document.tree import Document
from lapel.files import begin_pdf
from lapel.fitting.holding import hold_lists
from lapel.fitting.model import Heights
from lapel.fitting.spacing import close_gaps
from lapel.inputs import Inputs
from lapel.matching.model import Matches
from lapel.rendering.engine import Pending, Press
from lapel.rendering.pdf.document import RenderedPdf
from lapel.selection.costs import option_blocks
from lapel.selection.fitted import Fitted
from lapel.tailor import draft_for, ruler_for
from lapel.theme.model import HIGHLIGHT_KINDS


class Made(Struct, frozen=True):
    """The inputs of the last build, and its choice."""

    inputs: Inputs
    matches: Matches
    fitted: Fitted


class Finished(Struct, frozen=True):
    """A finished PDF, in the place of one in the making."""

    rendered: RenderedPdf

    def wait(self) -> RenderedPdf:
        """Return it at once."""
        return self.rendered

    def forget(self) -> None:
        """Do nothing: it is finished."""


class BegunPages(Struct, frozen=True):
    """Pages that are written or being written, with their inputs, and the PDF for them."""

    inputs: Inputs
    fitted: Fitted
    pdf: Pending | Finished

    def show(self, fitted: Fitted, inputs: Inputs) -> bool:
        """Tell whether these are the pages that were then chosen."""
        return _gather_printed(self.fitted, self.inputs) == _gather_printed(fitted, inputs)


def pages_of(
    fitted: Fitted, inputs: Inputs, known: Iterable[BegunPages], press: Press
) -> BegunPages:
    """Return the pages of a choice: with the PDF of those ``known`` that show it, or with a new one
    begun now.
    """
    found = next((pages.pdf for pages in known if pages.show(fitted, inputs)), None)
    return BegunPages(inputs, fitted, found or begin_pdf(fitted, inputs, press))


def guess_pages(inputs: Inputs, earlier: Made, press: Press) -> BegunPages | None:
    """Begin the pages of the earlier choice with today's texts; None where that is not possible."""
    known, fitted = earlier.inputs, earlier.fitted
    if (inputs.options, inputs.theme, inputs.words) != (known.options, known.theme, known.words):
        return None
    draft = draft_for(inputs, earlier.matches)
    chosen = fitted.selection.chosen
    if not chosen <= option_blocks(draft).keys():
        return None
    composed = compose_document(draft, chosen, _find_orders(fitted.document))
    blocks = tuple(composed.blocks())
    ruler = ruler_for(inputs.theme.step(fitted.step), inputs, press)
    told = ruler.known_pt(blocks)
    measured = ruler.measured_pt([block for block in blocks if block.id not in told])
    heights = Heights({**told, **measured}, inputs.theme.gaps())
    document = hold_lists(composed, heights, inputs.theme, fitted.step)
    pages = close_gaps(tuple(document.blocks()), heights, fitted.geometry, fitted.pages.count)
    if pages.count != fitted.pages.count:
        return None
    guessed = replace(fitted, draft=draft, document=document, pages=pages)
    return pages_of(guessed, inputs, (), press)


def _gather_printed(fitted: Fitted, inputs: Inputs) -> tuple[object, ...]:
    """Return all that the PDF depends on."""
    return inputs.theme, fitted.document, fitted.geometry, fitted.step, fitted.pages.scale


def _find_orders(document: Document) -> Mapping[str, tuple[str, ...]]:
    """Return the bullets under each entry, in the order of the page."""
    orders: dict[str, list[str]] = {}
    entry = ""
    for block in document.blocks():
        if block.kind in HIGHLIGHT_KINDS:
            orders.setdefault(entry, []).append(block.source)
        else:
            entry = block.source
    return {id: tuple(order) for id, order in orders.items()}
