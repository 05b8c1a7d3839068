"""Which families are taken for what is written, and what a script does not know."""

import re

import pytest

from lapel.locale.words import Script, load_words
from lapel.theme.model import BlockKind
from lapel.theme.scripts import families_for, fonts_hint, own_fonts_hint, theme_for
from tests.rendering.documents import classic_theme
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
