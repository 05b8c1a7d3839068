"""Every link of the document is in the file, with its address."""

from collections import Counter
from collections.abc import Iterator
from urllib.parse import unquote

from lapel.checks.produced.alignment import Alignment
from lapel.checks.produced.model import ReadFile
from lapel.source.diagnostics import Diagnostic, Severity


def check_links(file: ReadFile, alignment: Alignment) -> Iterator[Diagnostic]:
    """Links that are lost, and such as lapel did not write."""
    left = Counter(map(same_address, file.links))
    for index, line in enumerate(alignment.lines):
        for link in line.links:
            address = same_address(link.href)
            if left[address]:
                left[address] -= 1
                continue
            near = min((p.line for p in alignment.text_positions(index)), default=None)
            message = f"the link behind “{link.text}” is lost: {link.href}"
            yield file.problem("lost-link", Severity.ERROR, message, near)
    for address in left.elements():
        message = f"a link in the file is not in what lapel wrote: {address}"
        yield file.problem("added-link", Severity.WARNING, message)


def same_address(href: str) -> str:
    """An address as it is compared: escapes resolved, and no slash alone at the end."""
    return unquote(href).strip().removesuffix("/")
