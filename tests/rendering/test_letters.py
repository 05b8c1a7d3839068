"""Every theme draws Latin, Greek and Cyrillic, in its own family or in another of its own."""

import pytest
from fontTools.ttLib import TTFont

from lapel.rendering.fonts import font_path
from lapel.rendering.letters import choose_full_font
from lapel.rendering.metrics import widths_em
from lapel.theme.model import Theme
from lapel.theme.scripts import letters_beyond_latin_1
from tests.rendering.documents import THEMES, theme_named

TEXTS = {
    "Europe": "ŁódźČeskýİğțĊ Ŋŋ Əə Ǩǩ Ḃḃ Ẁẃ Việtế Ọẹ̀ ʻ",
    "Greek": "Ελληνικά ΆΈώϋ Ω π",
    "Greek with all its accents": "ἀρετή ᾧ Ἡρακλῆς τὸ περὶ ζῴων",
    "Cyrillic": "Русский язык Ёё Українська їєґ Љубав ѐ ѝ Ћ ў",
    "other Cyrillic": "Ғғ Ққ Ңң Өө Ұұ Үү Һһ Әә Җҗ Ҙҙ Ҡҡ Ҫҫ Ӑӑ Ӗӗ Ӳӳ Ҕҕ Ҥҥ Ҷҷ Ӣӣ Ӯӯ Ӡӡ Ҩҩ Ԥԥ Ӝӝ",
    "Sanskrit": "Saṃskṛta ṇ ṭ ḍ ṅ ñ ś ṣ ā ī ū",
}


def set_in(name: str, text: str) -> Theme:
    """The theme in which a text is set."""
    return choose_full_font(theme_named(name), letters_beyond_latin_1(frozenset(text)))


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("name", THEMES)
def test_every_theme_draws_latin_greek_and_cyrillic(name: str, text: str) -> None:
    """In one family, upright and bold; where italics lack letters, upright ones stand for them."""
    theme = set_in(name, TEXTS[text])
    for face in (theme.font.faces[0], theme.font.faces[2]):
        drawn = widths_em(face)
        assert [c for c in TEXTS[text] if c.isalpha() and ord(c) not in drawn] == []


@pytest.mark.parametrize(
    ("name", "text", "family"),
    [
        ("executive", "10 μg, “Łódź” – 100 %", "Spectral"),
        ("executive", "Русский", "Spectral"),
        ("executive", "5 Ω", "Source Serif Pro"),
        ("executive", "Ελένη", "Source Serif Pro"),
        ("executive", "ѝ", "Source Serif Pro"),
        ("academic", "ŁódźČeskýİğțĊ", "Crimson Text"),
        ("academic", "Русский", "Source Serif Pro"),
        ("academic", "Kaʻiulani Əliyev", "Source Serif Pro"),
        ("academic", "ἀρετή", "Fira Sans"),
        ("classic", "Porsáŋgu", "Spectral"),
        ("classic", "Porsáŋgu ἀρετή", "Fira Sans"),
        ("plain", "Ḃríd, Ɔkyere", "Fira Sans"),
        ("modern", "Saṃskṛta", "Source Sans Pro"),
        ("classic", "Ⴀ", "Source Serif Pro"),  # no family has it
    ],
)
def test_a_text_is_in_the_first_family_with_all_its_letters(
    name: str, text: str, family: str
) -> None:
    """Throughout, and the letter in the same; signs and other scripts change nothing."""
    theme = set_in(name, text)
    assert (theme.font.family, theme.for_letter().font.family) == (family, family)


def test_other_letters_make_another_theme() -> None:
    """Heights that were kept are those of the same family."""
    theme = theme_named("academic")
    assert set_in("academic", "Ελένη").digest != theme.digest
    assert set_in("academic", "Plain – text") is theme


@pytest.mark.parametrize("name", THEMES)
def test_every_other_family_is_what_it_says(name: str) -> None:
    """Static, of the weight that is named, and installed."""
    for font in theme_named(name).font.others:
        for face in font.faces:
            file = TTFont(font_path(face))
            assert "fvar" not in file
            assert file["OS/2"].usWeightClass == face.weight
