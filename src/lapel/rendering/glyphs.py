"""Which characters the theme's fonts can draw, and what replaces the others in every document.

Pictures are left out, since the words around them say the same: emoji, dingbats, the private
characters of icon fonts, and the joiners that hold them together. A letter or a sign that would
leave a hole in the meaning becomes a question mark. ``missing_glyphs`` reports both.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from unicodedata import category

from msgspec.structs import replace

from lapel.document.addresses import shortened_address
from lapel.document.tree import Block, Document
from lapel.rendering.marks import set_marks
from lapel.rendering.metrics import widths_em
from lapel.rendering.tidying import tidy_runs
from lapel.text.inline import Run
from lapel.text.regexes import regex
from lapel.theme.model import Theme
from lapel.theme.styles import FontFace

STAND_IN = "?"
# Blanks, breaks and formatting characters need no glyph.
INVISIBLE = frozenset({"Cf", "Cc", "Zs", "Zl", "Zp"})
PICTURES = frozenset({"So", "Sk", "Co"})
# Planes where Unicode adds emoji; an older Python has no category for the newest ones.
EMOJI_PLANES = range(0x1F000, 0x1FC00)
# The zero width joiner, variation selectors, the keycap, and the tags that make a flag.
JOINERS = frozenset({0x200D, 0x20E3, *range(0xFE00, 0xFE10), *range(0xE0000, 0xE0200)})
LEFT_OUT = "\ufffc"
PICTURE = f"{LEFT_OUT}[{LEFT_OUT}{''.join(map(chr, sorted(JOINERS)))}]*"
# A blank before a picture leaves with it, where a mark follows that would be left apart.
HOLE = regex(rf" *{PICTURE}(?=[.,;:!?)\]])|{PICTURE}")


def make_drawable(runs: Sequence[Run], theme: Theme) -> tuple[Run, ...]:
    """Return the runs tidied, with the language's marks, as the theme's fonts can draw them. A long
    address that is its own link is shortened in the text, not in the link.

    Where nothing but pictures was written, stand-ins keep the place.
    """
    runs = [
        replace(run, text=shortened_address(run.text)) if run.href == run.text else run
        for run in set_marks(runs, theme.marks)
    ]
    if all(run.text.isascii() for run in runs):
        return tidy_runs(runs)
    known = known_characters(theme)
    drawn = tidy_runs(
        [replace(run, text=_without_pictures(run.text, known)) for run in tidy_runs(runs)]
    )
    return drawn or tuple(replace(run, text=STAND_IN) for run in tidy_runs(runs)[:1])


def missing_glyphs(document: Document, theme: Theme) -> tuple[tuple[str, str], ...]:
    """Return every character that no face of the theme can draw, with its leaf's id, once for
    each.
    """
    known = known_characters(theme)
    found = (
        (leaf.id, character)
        for leaf in document.blocks()
        for character in _find_drawn_characters(leaf)
    )
    return tuple(dict.fromkeys(pair for pair in found if ord(pair[1]) not in known))


def is_picture(character: str) -> bool:
    """Tell whether a character without a glyph is left out rather than replaced."""
    return category(character) in PICTURES or ord(character) in EMOJI_PLANES


def known_characters(theme: Theme) -> frozenset[int]:
    """Return the code points that at least one face of the theme has."""
    return _characters_of(theme.faces)


@cache
def _characters_of(faces: tuple[FontFace, ...]) -> frozenset[int]:
    return frozenset(code for face in faces for code in widths_em(face))


def _without_pictures(text: str, known: frozenset[int]) -> str:
    return HOLE.sub("", "".join(_replace_character(character, known) for character in text))


def _replace_character(character: str, known: frozenset[int]) -> str:
    code = ord(character)
    if code in known:
        return character
    if code in JOINERS:
        return ""
    if not _needs_glyph(character):
        return character
    return LEFT_OUT if is_picture(character) else STAND_IN


def _find_drawn_characters(leaf: Block) -> Iterator[str]:
    for run in (*tidy_runs(leaf.text), *tidy_runs(leaf.aside)):
        yield from filter(_needs_glyph, run.text)


def _needs_glyph(character: str) -> bool:
    """Tell whether a character is drawn at all."""
    return category(character) not in INVISIBLE and ord(character) not in JOINERS
