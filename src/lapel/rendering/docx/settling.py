"""Page ends in a company's style, which no plan knows: laid out by LibreOffice, and mended where
leaves that belong together are torn apart.

LibreOffice may forget such a hold (``turns.py`` says when). The first leaf of a torn group is
marked to begin a page, and the file is laid out again, since everything after it moves.
"""

from bisect import bisect
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from unicodedata import normalize

from lapel.document.tree import Block
from lapel.rendering.office import page_texts_of_docx
from lapel.text.inline import runs_text
from lapel.text.regexes import regex

MOST_TRIES = 4
SILENT = regex(r"[\W_]+")


def settle_page_turns(blocks: Sequence[Block], render: Callable[[frozenset[str]], bytes]) -> bytes:
    """Return the file that ``render`` makes when the leaves it is given, by id, begin pages; as it
    comes where LibreOffice is not installed.
    """
    told: frozenset[str] = frozenset()
    data = render(told)
    for _ in range(MOST_TRIES):
        texts = page_texts_of_docx(data)
        torn = (
            frozenset(_find_torn_groups(blocks, pages_of(blocks, texts))) if texts else frozenset()
        )
        if torn <= told:
            break
        told |= torn
        data = render(told)
    return data


def pages_of(blocks: Sequence[Block], pages: Sequence[str]) -> list[int]:
    """Return the page on which each leaf begins, from 0, by the texts of the pages."""
    spoken = [_strip_silent(page) for page in pages]
    ends, whole = list(accumulate(map(len, spoken))), "".join(spoken)
    found, position = [0], 0
    for block in blocks:
        text = _strip_silent(runs_text(block.text))
        at = whole.find(text, position)
        if at < 0:  # readers see some texts otherwise, as in another script
            found.append(found[-1])
            continue
        found.append(min(bisect(ends, at), len(pages) - 1))
        position = at + len(text)
    return found[1:]


def _find_torn_groups(blocks: Sequence[Block], pages: Sequence[int]) -> Iterator[str]:
    """Yield the ids of the first leaves of torn groups."""
    for number in range(len(blocks) - 1):
        if not blocks[number].keeps_next or pages[number] == pages[number + 1]:
            continue
        first = number
        while first and blocks[first - 1].keeps_next and pages[first - 1] == pages[number]:
            first -= 1
        yield blocks[first].id


def _strip_silent(text: str) -> str:
    """Return the letters and figures alone, which every reader gives alike."""
    return SILENT.sub("", normalize("NFKC", text)).casefold()
