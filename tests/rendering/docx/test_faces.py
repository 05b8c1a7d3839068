"""Fonts inside a DOCX: named as Word looks for them, and otherwise as they were."""

import io

import pytest
from fontTools.ttLib import TTFont

from lapel.rendering.docx.faces import rename_face
from lapel.rendering.fonts import font_path
from lapel.theme.model import Theme

CHANGED = {"name", "OS/2", "head", "GSUB"}


@pytest.mark.parametrize(
    ("slot", "style", "full", "looks", "mac"),
    [
        ("embedRegular", "Regular", "Own Face", 1 << 6, 0),
        ("embedBold", "Bold", "Own Face Bold", 1 << 5, 1),
        ("embedItalic", "Italic", "Own Face Italic", 1, 2),
        ("embedBoldItalic", "Bold Italic", "Own Face Bold Italic", 1 << 5 | 1, 3),
    ],
)
def test_a_face_has_the_names_of_its_slot(
    theme: Theme, slot: str, style: str, full: str, looks: int, mac: int
) -> None:
    """Family, style, full and PostScript name, weight and looks are those of the family's face."""
    data = font_path(theme.font.faces[0]).read_bytes()
    font = TTFont(io.BytesIO(rename_face(data, "Own Face", slot)), checkChecksums=2)
    names = {record.nameID: str(record) for record in font["name"].names}
    postscript = f"OwnFace-{style.replace(' ', '')}"
    assert (names[1], names[2], names[4], names[6]) == ("Own Face", style, full, postscript)
    assert not {3, 16, 17, 21, 22, 25} & names.keys()
    assert font["OS/2"].usWeightClass == (700 if "Bold" in slot else 400)
    assert font["OS/2"].fsSelection & (1 << 6 | 1 << 5 | 1) == looks
    assert font["head"].macStyle == mac


def test_a_face_stays_what_it_is(theme: Theme) -> None:
    """The other names and tables are the file's own; ligatures are there to be asked for."""
    data = font_path(theme.font.faces[0]).read_bytes()
    before, after = (
        TTFont(io.BytesIO(file), checkChecksums=2)
        for file in (data, rename_face(data, "Own Face", "embedRegular"))
    )
    assert before.keys() == after.keys()
    for tag in {*before.keys()} - {"GlyphOrder", *CHANGED}:
        assert before.reader[tag] == after.reader[tag]
    licences = [[str(n) for n in font["name"].names if n.nameID == 13] for font in (before, after)]
    assert licences[0] == licences[1] != []
    tags = [
        {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
        for font in (before, after)
    ]
    assert tags[1] == {"dlig" if tag in ("liga", "clig") else tag for tag in tags[0]} != tags[0]
