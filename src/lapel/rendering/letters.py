"""The family that a document is set in: the theme's own, or another that has all its letters."""

from msgspec.structs import replace

from lapel.rendering.fonts import MissingFontError
from lapel.rendering.metrics import widths_em
from lapel.theme.model import Theme
from lapel.theme.styles import Font


def choose_full_font(theme: Theme, letters: frozenset[str]) -> Theme:
    """Return the theme in the first of its families that has all the letters, else in the first of
    those that lack the fewest; so no word is in two.
    """
    fonts = (theme.font, *theme.font.others)
    whole = (font for font in fonts if not _count_lacking(font, letters))
    font = next(whole, None) or min(fonts, key=lambda font: _count_lacking(font, letters))
    if font is theme.font:
        return theme
    return replace(theme, digest=f"{theme.digest} {font.family}", font=font)


def _count_lacking(font: Font, letters: frozenset[str]) -> int:
    """Return how many letters the upright faces lack. Nobody knows of a font that is not here, and
    whoever draws with it will tell.
    """
    try:
        drawn = [widths_em(face) for face in font.faces[::2]]
    except MissingFontError:
        return 0
    return sum(any(ord(letter) not in widths for widths in drawn) for letter in letters)
