"""Which families are taken for what is written, and what a script does not know."""

import re

import pytest

from lapel.locale.words import Script, load_words
from lapel.rendering.metrics import widths_em
from lapel.theme.model import BlockKind
from lapel.theme.scripts import families_for, fonts_hint, own_fonts_hint, theme_for
from tests.rendering.documents import THEMES, classic_theme, theme_named
from tests.samples import ROOT


def script(language: str) -> Script:
    found = load_words(language).value
    assert found is not None
    return found.script


@pytest.mark.parametrize(
    ("language", "text", "families"),
    [
        ("en", "Naïve — “quoted” €5 Ωμέγα Ж", []),
        ("en", "Works in العربية", ["Almarai"]),
        ("en", "בעברית and ไทย", ["Heebo", "Sarabun"]),
        ("en", "漢字", ["Noto Sans SC"]),
        ("en", "漢字かな", ["Noto Sans JP"]),
        ("ja", "漢字", ["Noto Sans JP"]),
        ("zh", "漢字", ["Noto Sans SC"]),
        ("zh-TW", "漢字", ["Noto Sans TC"]),
        ("ko", "漢字 한글", ["Noto Sans KR"]),
        ("ja", "日本語と한글", ["Noto Sans JP", "Noto Sans KR"]),
        ("en", "हिन्दी", ["Hind"]),
    ],
)
def test_families_are_those_of_the_letters(language: str, text: str, families: list[str]) -> None:
    """Han characters take the forms of the language, or of what else of East Asia there is."""
    found = families_for(frozenset(text), script(language))
    assert [family.fallback.family for family in found] == families


def test_an_english_theme_stays_as_it_is() -> None:
    """Who writes Latin letters only pays for nothing."""
    theme = classic_theme()
    assert theme_for(theme, script("en"), frozenset("Plain – text")) is theme


def test_greek_is_set_in_a_family_that_has_it() -> None:
    """Throughout, so that no line is in two families; units and sums are no Greek."""
    theme = theme_named("executive")
    english = script("en")
    assert theme_for(theme, english, frozenset("10 μg, 5 Ω")).families == ("Spectral",)
    greek = theme_for(theme, english, frozenset("Ελένη"))
    assert greek.families == ("Source Serif Pro",)
    assert greek.for_letter().families == ("Source Serif Pro",)
    assert theme_for(theme, english, frozenset("Русский")) is theme


def test_cyrillic_is_set_in_a_family_that_has_it() -> None:
    """As Greek is; Latin with every accent stays in the theme's own."""
    theme, english = theme_named("academic"), script("en")
    assert theme_for(theme, english, frozenset("ŁódźČeskýİğțĊ")).families == ("Crimson Text",)
    for text in ("Русский", "Ελένη"):
        assert theme_for(theme, english, frozenset(text)).families == ("Source Serif Pro",)


@pytest.mark.parametrize("name", THEMES)
def test_every_theme_draws_latin_greek_and_cyrillic(name: str) -> None:
    """Upright and bold; where italics lack letters, upright ones stand for them."""
    text = "ŁódźČeskýİğțĊ Ελληνικά ΆΈώϋ Русский язык Ёё Українська їєґ"
    theme = theme_for(theme_named(name), script("en"), frozenset(text))
    for face in (theme.font.faces[0], theme.font.faces[2]):
        drawn = widths_em(face)
        assert [c for c in text if ord(c) not in drawn] == []


@pytest.mark.parametrize(
    ("name", "text", "family"),
    [
        ("classic", "Porsáŋgu", "Spectral"),
        ("academic", "Kaʻiulani Əliyev", "Source Serif Pro"),
        ("compact", "Ɔkyere Ɗanladi", "Fira Sans"),
        ("plain", "Ḃríd", "Fira Sans"),
    ],
)
def test_rare_latin_letters_are_set_in_a_family_that_has_them(
    name: str, text: str, family: str
) -> None:
    """Throughout: Sámi, Azerbaijani, Hawaiian, Akan, Hausa, old Irish."""
    theme = theme_for(theme_named(name), script("en"), frozenset(text))
    assert theme.families == (family,)
    for face in (theme.font.faces[0], theme.font.faces[2]):
        assert [c for c in text if ord(c) not in widths_em(face)] == []


@pytest.mark.parametrize("name", THEMES)
def test_letters_named_for_another_family_are_lacking_in_the_first(name: str) -> None:
    """None that the theme draws itself takes a page into another family."""
    font = theme_named(name).font
    for letters in (letters for letters in font.other_for if not letters.isascii()):
        assert [c for c in letters if ord(c) in widths_em(font.faces[0])] == []
        assert font.other is not None
        assert [c for c in letters if ord(c) not in widths_em(font.other.faces[0])] == []


def test_arabic_has_no_italics_and_nothing_set_apart() -> None:
    """Neither in the resume nor in the letter, and the theme's own family comes last."""
    theme = theme_for(classic_theme(), script("ar"), frozenset("سيرة"))
    assert theme.right_to_left
    assert theme.families == ("Almarai", "Source Serif Pro")
    for styles in (theme.styles, theme.for_letter().styles):
        assert not any(style.italic or style.aside.italic for style in styles.values())
        assert not any(style.caps or style.letter_spacing_em for style in styles.values())
    assert classic_theme().styles[BlockKind.ROLE].italic


def test_fonts_that_are_missing_are_named_with_what_to_paste(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The extra and its pinned package, and nothing where no family is known."""
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    assert re.search(r"lapel\[thai\]; paste: .* fontpkg-sarabun==1\.0$", fonts_hint("ก"))
    assert fonts_hint("A") == fonts_hint("ᚠ") == ""
    assert own_fonts_hint(script("de")) == ""
    assert "lapel[cjk]" in own_fonts_hint(script("ja"))
    assert theme_for(classic_theme(), script("ja"), frozenset("日本")).fallbacks == ()


def test_fonts_are_pinned_as_the_project_says() -> None:
    """The package that a hint names is the one that the extra installs."""
    project = (ROOT / "pyproject.toml").read_text()
    for character in "عאकกあ한漢":
        pinned = fonts_hint(character).rpartition(" ")[2]
        assert f'"{pinned}"' in project


def test_a_theme_for_another_script_has_another_digest() -> None:
    """Heights kept from earlier runs are those of the same fonts and looks."""
    theme = classic_theme()
    arabic = theme_for(theme, script("ar"), frozenset("ع"))
    assert arabic.digest != theme.digest
