"""Live links: a ``w:hyperlink`` with its address among the part's relations."""

from urllib.parse import quote

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

# Word refuses a whole file for one address with a blank in it.
ALLOWED = "!#$%&'()*+,/:;=?@[]~-._"


def add_link(paragraph: Paragraph, href: str) -> BaseOxmlElement:
    """Return an empty link at the paragraph's end, for the runs that belong to it."""
    link = OxmlElement("w:hyperlink")
    address = quote(href, safe=ALLOWED)
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, True))
    link.set(qn("w:history"), "1")
    paragraph._p.append(link)
    return link
