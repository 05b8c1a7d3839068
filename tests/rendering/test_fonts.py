"""The theme's fonts, and what their files say."""

import os
import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from msgspec.structs import replace

from lapel.document.tree import Document
from lapel.rendering.fonts import (
    MissingFontError,
    font_path,
    fonts_digest,
    missing_fonts,
    only_fonts_of,
)
from lapel.rendering.glyphs import missing_glyphs
from lapel.rendering.metrics import aside_fits, face_for, run_width_em, text_width_em, widths_em
from lapel.theme.model import BlockKind, Theme
from lapel.theme.styles import FontFace
from tests.rendering.documents import block, one_page, section


def test_every_face_is_the_weight_it_says(theme: Theme) -> None:
    """The files have the weights and the family that the theme names, and may be embedded."""
    for face in theme.font.faces:
        with TTFont(font_path(face)) as font:
            names = (font["name"].getDebugName(1), font["name"].getDebugName(16))
            assert theme.font.family in names
            assert font["OS/2"].usWeightClass == face.weight
            assert font["OS/2"].fsType == 0


def test_the_environment_is_left_as_it_was(
    theme: Theme, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fontconfig sees the theme's file inside only; a program opened later sees its own fonts."""
    monkeypatch.setenv("FONTCONFIG_FILE", "/before")
    with only_fonts_of(theme, cache):
        assert os.environ["FONTCONFIG_FILE"].startswith(str(cache))
    assert os.environ["FONTCONFIG_FILE"] == "/before"
    monkeypatch.delenv("FONTCONFIG_FILE")
    with pytest.raises(ZeroDivisionError), only_fonts_of(theme, cache):
        raise ZeroDivisionError
    assert "FONTCONFIG_FILE" not in os.environ


def test_a_cache_that_cannot_be_written_is_done_without(theme: Theme, tmp_path: Path) -> None:
    """Pages are laid out with the theme's fonts, whatever the state of the user's folders."""
    (tmp_path / "file").write_text("")
    with only_fonts_of(theme, tmp_path / "file" / "cache"):
        path = Path(os.environ["FONTCONFIG_FILE"])
        assert linked(path) == {font_path(face).resolve() for face in theme.faces}
    assert not path.exists()


def linked(configuration: Path) -> set[Path]:
    """The files in the one folder that a fontconfig file names."""
    (folder,) = re.findall("<dir>(.*)</dir>", configuration.read_text(encoding="utf-8"))
    return {path.resolve() for path in Path(folder).iterdir()}


def test_a_font_written_anew_is_looked_at_anew(theme: Theme, tmp_path: Path) -> None:
    """Fontconfig keeps what it read of a folder; a file that changed is in a folder of its own."""
    font = tmp_path / "Own.ttf"
    font.write_bytes(font_path(theme.font.faces[0]).read_bytes())
    face = replace(theme.font.faces[0], package="", file=str(font))
    own = replace(theme, font=replace(theme.font, faces=(face,)))
    named = []
    for seconds in (1, 2):
        os.utime(font, (seconds, seconds))
        with only_fonts_of(own, tmp_path / "cache") as path:
            assert linked(path) == {font}
            named.append(path)
    assert named[0] != named[1]


@pytest.mark.parametrize("weight", [400, 600])
def test_pages_are_drawn_with_a_variable_font_at_its_weight(
    theme: Theme, weight: int, tmp_path: Path
) -> None:
    """It is made static once, whole, and every letter stays as wide as it is at that weight."""
    face = FontFace("fontpkg_heebo", "files/Heebo[wght].ttf", weight, "normal")
    own = replace(theme, font=replace(theme.font, faces=(face,)))
    with only_fonts_of(own, tmp_path) as path:
        [file] = linked(path)
        written = file.stat().st_mtime_ns
    with only_fonts_of(own, tmp_path) as path:
        assert {path.stat().st_mtime_ns for path in linked(path)} == {written}
    with TTFont(file) as font, TTFont(font_path(face)) as variable:
        assert "fvar" not in font
        assert font["OS/2"].usWeightClass == weight
        drawn, glyphs = font.getBestCmap(), variable.getGlyphSet(location={"wght": weight})
        assert drawn.keys() == variable.getBestCmap().keys()
        for code, name in variable.getBestCmap().items():
            em = font["hmtx"][drawn[code]][0] / font["head"].unitsPerEm
            assert widths_em(face)[code] == em
            assert glyphs[name].width == pytest.approx(em * font["head"].unitsPerEm, abs=0.51)


def test_a_damaged_cache_is_written_anew(theme: Theme, tmp_path: Path) -> None:
    """Half a fontconfig file, or a link that was deleted, would let other fonts in unseen."""
    with only_fonts_of(theme, tmp_path) as path:
        whole, files = path.read_text(), linked(path)
    path.write_text(whole[:30])
    next(path.with_suffix("").iterdir()).unlink()
    with only_fonts_of(theme, tmp_path) as path:
        assert (path.read_text(), linked(path)) == (whole, files)


def test_a_font_that_is_not_installed_is_named(theme: Theme, cache: Path) -> None:
    """A face without its file is an error of its own, before anything is laid out."""
    face = replace(theme.font.faces[0], file="files/Nowhere.ttf")
    for lost in (face, replace(face, package="no_such_package")):
        with (
            pytest.raises(MissingFontError, match=r"Nowhere\.ttf"),
            only_fonts_of(replace(theme, font=replace(theme.font, faces=(lost,))), cache),
        ):
            pass


@pytest.mark.parametrize("length", [0, 3, 20, 5000, None], ids=str)
def test_half_a_font_is_none(length: int | None, theme: Theme, tmp_path: Path) -> None:
    """A file of somebody's own that is no font, or was copied in part, is named and not laid out
    with, which would end the layout engine.
    """
    own = tmp_path / "Mine-Regular.ttf"
    own.write_bytes(font_path(theme.font.faces[0]).read_bytes()[:length])
    face = replace(theme.font.faces[0], file=str(own), package="")
    found = list(missing_fonts(replace(theme, font=replace(theme.font, faces=(face,)))))
    message = f"{own} is not a readable font, or only part of one"
    assert [problem.message for problem in found] == ([] if length is None else [message])


def test_the_digest_follows_the_files(theme: Theme) -> None:
    """Other faces have another digest."""
    assert fonts_digest(theme) == fonts_digest(theme)
    fewer = replace(theme.font, faces=theme.font.faces[:1])
    assert fonts_digest(theme) != fonts_digest(replace(theme, font=fewer))


def test_missing_glyphs_are_reported_by_leaf(theme: Theme) -> None:
    """Each character that no face has is named once for each leaf; blanks and joiners never are."""
    leaves = (
        block("a", BlockKind.PARAGRAPH, "中文 中 → Ω Ж é \u2011 \u202f \u200d"),
        block("b", BlockKind.ROLE, "fine", "二〇二一"),
    )
    document = Document("x", "x", "en", (), (section("s", "S", *leaves),))
    assert missing_glyphs(document, theme) == (
        ("a", "中"),
        ("a", "文"),
        ("b", "二"),
        ("b", "〇"),
        ("b", "一"),
    )
    assert missing_glyphs(one_page(), theme) == ()


def test_a_face_for_every_look(theme: Theme) -> None:
    """Four faces: regular or bold, upright or italic."""
    faces = [face_for(theme, bold=b, italic=i) for b in (False, True) for i in (False, True)]
    assert [(face.weight, face.style) for face in faces] == [
        (400, "normal"),
        (400, "italic"),
        (600, "normal"),
        (600, "italic"),
    ]


def test_widths_are_those_of_the_font(theme: Theme) -> None:
    """Widths come from the file, in ems."""
    assert text_width_em("•", theme.font.faces[:1]) == pytest.approx(0.305)
    assert text_width_em("中", theme.font.faces[:1]) == pytest.approx(0.6)


@pytest.mark.parametrize(("room_em", "fits"), [(5, True), (1, False), (-1, True)])
def test_an_aside_needs_room_after_the_last_line(theme: Theme, room_em: float, fits: bool) -> None:
    """What counts is the last line of the text: one that wraps leaves room again."""
    leaf = block("x", BlockKind.LINE, " ".join(["nineteen"] * 12), "2017")
    width_em = run_width_em(leaf.text[0], theme.styles[leaf.kind], theme) + room_em
    assert aside_fits(leaf, theme, width_em) is fits
