"""A photo that floats beside the header (ECMA-376 Part 1, 20.4.2.3)."""

import io

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from lapel.document.tree import Block, Photo
from lapel.rendering.setting import Setting
from lapel.text.inline import LINE_BREAK
from lapel.theme.styles import PhotoSide


def add_photo(
    paragraph: Paragraph, photo: Photo, setting: Setting, scale: float, block: Block
) -> None:
    """Put the photo at the edge of the header's last paragraph, foot to foot, or on the rule's.

    A paragraph begins with the space before it.
    """
    theme = setting.theme
    style, line = theme.portrait, theme.styles[block.kind]
    lines = 1 + sum(run.text == LINE_BREAK for run in block.text)
    height_pt = line.gap.at(scale) + lines * setting.leading_pt(block.kind)
    if line.rule is not None:
        height_pt += line.rule.above_pt + line.rule.width_pt
    run = paragraph.add_run()
    shape = run.add_picture(io.BytesIO(photo.data), Pt(style.width_pt), Pt(style.height_pt))
    inline = shape._inline
    inline.docPr.set("name", "Photo")
    inline.docPr.set("descr", photo.alt)
    at_left = theme.right_to_left == (style.side is PhotoSide.END)
    rise = round((height_pt - style.height_pt) * Pt(1))
    anchor = parse_xml(
        f'<wp:anchor {nsdecls("wp")} distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        'relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="margin">'
        f"<wp:align>{'left' if at_left else 'right'}</wp:align></wp:positionH>"
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{rise}</wp:posOffset>'
        "</wp:positionV></wp:anchor>"
    )
    extent, properties, graphic = inline.extent, inline.docPr, inline.graphic
    wrap = parse_xml(f"<wp:wrapNone {nsdecls('wp')}/>")
    frame = parse_xml(f"<wp:cNvGraphicFramePr {nsdecls('wp')}/>")
    for part in (extent, wrap, properties, frame, graphic):
        anchor.append(part)
    inline.getparent().replace(inline, anchor)
