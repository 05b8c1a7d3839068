"""Live links: a ``w:hyperlink`` with its address among the part's relations."""

from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.paragraph import Paragraph

RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
# Word refuses a whole file for one address with a blank in it.
ALLOWED = "!#$%&'()*+,/:;=?@[]~-._"


def add_link(paragraph: "Paragraph", href: str) -> "BaseOxmlElement":
    """An empty link at the paragraph's end, for the runs that belong to it."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - python-docx is imported where it is used
    from docx.oxml.ns import qn  # noqa: PLC0415 - as above

    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(quote(href, safe=ALLOWED), RELATION, True))
    link.set(qn("w:history"), "1")
    paragraph._p.append(link)
    return link
