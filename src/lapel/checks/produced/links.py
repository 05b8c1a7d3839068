"""Every link of the document is in the file, with its address."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from urllib.parse import unquote

from lapel.checks.produced.alignment import Alignment
from lapel.checks.produced.model import ReadFile
from lapel.source.diagnostics import Diagnostic, Severity


def check_links(file: ReadFile, alignment: Alignment) -> Iterator[Diagnostic]:
    """Report links that are lost, and links that lapel did not write."""
    left = Counter(each_once(file.links))
    written = [(index, link) for index, line in enumerate(alignment.lines) for link in line.links]
    for address, group in groupby(written, key=lambda place: same_address(place[1].href)):
        if left[address]:
            left[address] -= 1
            continue
        index, link = next(group)
        near = alignment.first_line(index)
        message = f"the link behind “{link.text}” is lost: {link.href}"
        yield file.problem("lost-link", Severity.ERROR, message, near)
    for address in left.elements():
        message = f"a link in the file is not in what lapel wrote: {address}"
        yield file.problem("added-link", Severity.WARNING, message)


def each_once(links: Sequence[str]) -> list[str]:
    """Return the addresses of links in order; one that goes on over a line's end, or whose look
    changes on its way, is several to a reader of PDF.
    """
    return [address for address, _ in groupby(map(same_address, links))]


def same_address(href: str) -> str:
    """Return an address as it is compared: escapes resolved, and no slash alone at the end."""
    return unquote(href).strip().removesuffix("/")
