"""A theme adapted to the script of a language: its direction, what its letters cannot do, and the
families for characters that the theme's own fonts lack.

A document in such a language is set in its script's family throughout, figures and Latin names too,
so that all of a line is on one baseline; the theme's own family draws what that one lacks.
"""

import importlib.util
import sys
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any
from unicodedata import category

from msgspec import Struct
from msgspec.structs import replace

from lapel.locale.words import Script
from lapel.text.data import read_data
from lapel.theme.model import BlockKind, Theme
from lapel.theme.styles import BlockStyle, Fallback, Font, FontFace, FontKind, Range

LATIN, LATIN_1 = "latin", "\xff"
FIRST_MARK, LAST_MARK = "\u1e00", "\u2e7f"
"""Latin and Greek with accents, and marks and signs of every script, such as a dash."""
FIRST_FOREIGN = "\u0590"
"""The first character beyond Latin, Greek, Cyrillic and Armenian, which need no other families."""


class Family(Struct, frozen=True):
    """A family that may be installed: lapel's extra for it, its package on the index, and the
    characters it is used for.
    """

    extra: str
    distribution: str
    script: str
    alternative: str
    fallback: Fallback
    own: tuple[range, ...]
    shared: tuple[range, ...]
    wider_indent_em: float
    wider_headline_em: float

    @property
    def is_installed(self) -> bool:
        """Whether its package is here."""
        return importlib.util.find_spec(self.fallback.faces[0].package) is not None

    def has_own(self, text: frozenset[str]) -> bool:
        """Tell whether a text has characters that are this script's alone."""
        return any(_is_within(character, self.own) for character in text)

    def takes(self, character: str) -> bool:
        """Tell whether the family is for this character, alone or among others."""
        return _is_within(character, self.own) or _is_within(character, self.shared)


def theme_for(theme: Theme, script: Script, characters: frozenset[str]) -> Theme:
    """Return the theme for a language's script and for whatever else these characters are written
    in.
    """
    families = [family for family in families_for(characters, script) if family.is_installed]
    plain = script.slants and script.tracks
    if plain and not script.right_to_left and not families:
        return theme
    lead = next((family for family in families if family.script == script.name), None)
    others = tuple(family.fallback for family in families if family is not lead)
    wider_em = lead.wider_indent_em if lead else 0.0
    lower_em = lead.wider_headline_em if lead else 0.0
    styles, letter_styles = (
        _lower_headline(_adapt_styles(styles, script), lower_em)
        for styles in (theme.styles, theme.letter.styles)
    )
    letter = replace(theme.letter, styles=letter_styles)
    return replace(
        theme,
        digest=f"{theme.digest} {script.name}",
        styles=styles,
        letter=letter,
        right_to_left=script.right_to_left,
        font=_as_leading_font(lead) if lead else theme.font,
        bullet=replace(theme.bullet, indent_em=theme.bullet.indent_em + wider_em),
        fallbacks=(*others, _as_fallback(theme.font)) if lead else others,
    )


def _as_leading_font(family: Family) -> Font:
    regular, bold = family.fallback.faces
    faces = (regular, regular, bold, bold)
    return Font(family.fallback.family, FontKind.SANS, family.alternative, faces)


def _as_fallback(font: Font) -> Fallback:
    regular, _, bold, _ = font.faces
    return Fallback(font.family, "", (regular, bold))


def is_foreign(character: str) -> bool:
    """Tell whether a character belongs to one of the scripts that have families here."""
    if character < FIRST_FOREIGN or FIRST_MARK <= character <= LAST_MARK:
        return False
    return any(f.takes(character) for f in _load_families())


def letters_beyond_latin_1(characters: frozenset[str]) -> frozenset[str]:
    """Return the letters of Latin, Greek and Cyrillic among these that a family may lack."""
    return frozenset(
        c for c in characters if c > LATIN_1 and category(c)[0] in "LM" and not is_foreign(c)
    )


def families_for(characters: frozenset[str], script: Script) -> tuple[Family, ...]:
    """Return the families for characters of other scripts, the language's own family first.

    Han is drawn in the forms of the language, else of any other East Asian family there is.
    """
    foreign = frozenset(
        c for c in characters if c >= FIRST_FOREIGN and not FIRST_MARK <= c <= LAST_MARK
    )
    if not foreign:
        return ()
    known = sorted(_load_families(), key=lambda family: family.script != script.name)
    needed = [f for f in known if f.has_own(foreign) or _is_own(f, script, foreign)]
    rest = {c for c in foreign if not any(family.takes(c) for family in needed)}
    others = [family for family in reversed(known) if any(map(family.takes, rest))]
    return (*needed, *others[:1])


def fonts_hint(characters: str) -> str:
    """Return how to install the fonts that draw these characters, "" where lapel knows none."""
    return _advise_install([f for c in characters for f in _load_families() if f.takes(c)])


def own_fonts_hint(script: Script) -> str:
    """Return how to install a script's own family, "" where it is installed or there is none."""
    if script.name == LATIN:
        return ""
    return _advise_install(
        [f for f in _load_families() if f.script == script.name and not f.is_installed]
    )


def _advise_install(families: Iterable[Family]) -> str:
    wanted = {family.extra: family.distribution for family in families}
    paste = f"{sys.executable} -m pip install --no-deps {' '.join(wanted.values())}"
    return f"they come with lapel[{','.join(wanted)}]; paste: {paste}" if wanted else ""


def _is_own(family: Family, script: Script, characters: frozenset[str]) -> bool:
    return family.script == script.name and any(map(family.takes, characters))


def _adapt_styles(
    styles: Mapping[BlockKind, BlockStyle], script: Script
) -> Mapping[BlockKind, BlockStyle]:
    """Return the looks without features that the script lacks: italics, capitals, letter
    spacing.
    """
    adapted = dict(styles)
    for kind, style in adapted.items():
        changed = style
        if not script.slants:
            changed = replace(changed, italic=False, aside=replace(style.aside, italic=False))
        if not script.tracks:
            changed = replace(changed, caps=False, letter_spacing_em=0.0)
        adapted[kind] = changed
    return adapted


def _lower_headline(
    styles: Mapping[BlockKind, BlockStyle], by_em: float
) -> Mapping[BlockKind, BlockStyle]:
    """Return the looks with the headline lower by so many ems of the name, where a family sets its
    letters low in their line: readers that go by place take two lines for one below 0.8 em.
    """
    lower_pt = by_em * styles[BlockKind.NAME].size_pt
    headline = styles[BlockKind.HEADLINE]
    floor, default, ceiling = headline.gap.floor, headline.gap.default, headline.gap.ceiling
    gap = Range(floor + lower_pt, default + lower_pt, ceiling + lower_pt)
    return {**styles, BlockKind.HEADLINE: replace(headline, gap=gap)}


def _is_within(character: str, ranges: tuple[range, ...]) -> bool:
    return any(ord(character) in range for range in ranges)


@cache
def _load_families() -> tuple[Family, ...]:
    return tuple(map(_make_family, read_data("lapel.theme", "fallbacks.yaml")))


def _make_family(data: dict[str, Any]) -> Family:
    faces = (
        FontFace(data["package"], data["regular"], 400, "normal"),
        FontFace(data["package"], data["bold"], int(data["boldWeight"]), "normal"),
    )
    fallback = Fallback(data["family"], data["slot"], faces)
    own, shared = (tuple(_parse_ranges(data.get(key, ()))) for key in ("own", "shared"))
    return Family(
        data["extra"],
        data["distribution"],
        data["script"],
        data["alternative"],
        fallback,
        own,
        shared,
        float(data.get("widerIndent", 0)),
        float(data.get("widerHeadline", 0)),
    )


def _parse_ranges(written: list[str]) -> Iterator[range]:
    for first, last in (blocks.split("-") for blocks in written):
        yield range(int(first, 16), int(last, 16) + 1)
