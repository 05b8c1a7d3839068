"""Live links: a ``w:hyperlink`` with its address among the part's relations."""

from typing import Any
from urllib.parse import quote

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
# Word refuses a whole file for one address with a blank in it.
ALLOWED = "!#$%&'()*+,/:;=?@[]~-._"


def add_link(paragraph: Any, href: str) -> Any:  # noqa: ANN401 - python-docx has no types
    """An empty link at the paragraph's end, for the runs that belong to it."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - python-docx is imported where it is used
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above

    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(quote(href, safe=ALLOWED), RELATION, True))
    link.set(qn("w:history"), "1")
    paragraph._p.append(link)  # noqa: SLF001 - its API has no links
    return link
