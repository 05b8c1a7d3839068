"""Reading a theme's folder."""

import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from lapel.locale.words import load_words
from lapel.source.diagnostics import Outcome
from lapel.theme.checking import check_theme
from lapel.theme.model import BUILT_IN_THEMES, LETTER_KINDS, RESUME_KINDS, BlockKind, Theme
from lapel.theme.reading import read_theme
from lapel.theme.styles import Range
from lapel.workspace import themes_in

CLASSIC = Path(__file__).parents[2] / "templates" / "classic"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the classic theme to change."""
    return Path(shutil.copytree(CLASSIC, tmp_path / "own"))


def read_with(folder: Path, old: str, new: str) -> Outcome[Theme]:
    """The theme with a part of its file replaced."""
    path = folder / "theme.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return read_theme(folder)


def codes(outcome: Outcome[Theme]) -> list[str]:
    return [diagnostic.code for diagnostic in outcome.diagnostics]


def test_the_built_in_theme_is_read_without_a_word() -> None:
    """The classic theme has a look for every kind of leaf, three steps and two papers."""
    outcome = read_theme(CLASSIC)
    assert outcome.diagnostics == ()
    theme = outcome.value
    assert theme is not None
    assert theme.name == "classic"
    assert set(theme.styles) == RESUME_KINDS
    assert set(theme.for_letter().styles) == LETTER_KINDS
    assert [step.name for step in theme.steps] == ["roomy", "normal", "compact"]
    assert [paper.name for paper in theme.papers] == ["letter", "a4"]


@pytest.mark.parametrize("own", sorted(themes_in(BUILT_IN_THEMES)), ids=lambda own: own.name)
def test_what_is_kept_of_an_own_theme_is_what_its_file_says(own: Path) -> None:
    """What the checks made of it and what comes out of what is kept are the same, twice."""
    checked, kept, again = check_theme(own).value, read_theme(own).value, read_theme(own).value
    assert checked is not None
    assert kept is not None
    assert kept == again == replace(checked, digest=kept.digest)
    assert list(kept.styles) == list(checked.styles)


def test_what_a_kind_does_not_say_is_as_in_body() -> None:
    """A kind that gives only its gap looks like the body."""
    theme = read_theme(CLASSIC).value
    assert theme is not None
    bullet = theme.styles[BlockKind.BULLET]
    assert (bullet.size_pt, bullet.leading_pt, bullet.bold) == (10, 12.8, False)
    assert theme.styles[BlockKind.HEADING].color == theme.accent


def test_a_one_line_entry_looks_the_same_wherever_it_stands(folder: Path) -> None:
    """Its height is measured once, so its two kinds differ in the gap alone."""
    outcome = read_with(folder, "next-brief: {", "next-brief: {italic: true, ")
    assert outcome.value is None
    assert codes(outcome) == ["theme-next-brief"]


def test_floors_and_ceilings_are_kept_in_order(folder: Path) -> None:
    """A gap that does not rise from floor to ceiling is an error at its place."""
    outcome = read_with(folder, "bullet: {gap: [0.1, 1.3, 3]}", "bullet: {gap: [4, 1.3, 3]}")
    assert outcome.value is None
    (problem,) = outcome.errors
    assert problem.place is not None
    assert "bullet: {gap: [4" in problem.excerpt


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  skills: {gap: [0.4, 1.5, 3.2]}\n", ""),
        ("letter: 61, a4: 55", "letter: 61"),
        ("    date: {gap: [18, 30, 42]}\n", ""),
        ("letter: 57.6, a4: 51.5}, inset", "letter: 57.6}, inset"),
        ("inset: {letter: [42.4, 42.4]", "inset: {letter: [200, 200]"),
        ("  italic: files/SourceSerifPro-It.ttf\n", ""),
        ("align: center, gap: [0, 0, 0]", "align: center, gap: [0, 2, 4]"),
    ],
)
def test_what_is_missing_is_named(folder: Path, old: str, new: str) -> None:
    """A kind, a margin or a face that the theme needs and lacks is reported, not guessed."""
    outcome = read_with(folder, old, new)
    assert outcome.value is None
    assert len(outcome.errors) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("label:", "lapells:"),
        ("boldWeight: 600", "boldWeight: bold"),
        ('ink: "#1a1a1a"', "ink: black"),
        ("letterSpacing: 0.06", "letterSpacing: 0.2"),
        ("family: Source Serif Pro", 'family: "x; } body { color: red"'),
        ("sections: [work", "sections: [jobs"),
        ("dates: {position: right}", "dates: {position: left}"),
    ],
)
def test_a_value_that_cannot_be_is_an_error(folder: Path, old: str, new: str) -> None:
    """Misspelt keys, wrong types and values that would harm the page are refused."""
    outcome = read_with(folder, old, new)
    assert outcome.value is None
    assert outcome.errors
    assert all(error.place is not None for error in outcome.errors)


def test_all_problems_come_at_once(folder: Path) -> None:
    """Reading does not stop at the first mistake."""
    read_with(folder, "label:", "lapells:")
    outcome = read_with(folder, 'ink: "#1a1a1a"', "ink: black")
    assert len(outcome.diagnostics) >= 3


def test_a_folder_without_a_theme_says_so(tmp_path: Path) -> None:
    """A folder without theme.yaml is one error, no exception."""
    outcome = read_theme(tmp_path)
    assert outcome.value is None
    assert len(outcome.errors) == 1


def test_a_file_that_is_no_yaml_is_named(folder: Path) -> None:
    """A syntax error has its line."""
    outcome = read_with(folder, "label: Classic serif", "label: [")
    assert outcome.value is None
    assert outcome.errors


def test_the_digest_follows_every_file(folder: Path) -> None:
    """A change in any file of the theme changes its digest; the folder's place does not."""
    theme, original = read_theme(folder).value, read_theme(CLASSIC).value
    assert theme is not None
    assert original is not None
    assert theme.digest == original.digest
    (folder / "theme.css.j2").write_text("p {}", encoding="utf-8")
    changed = read_theme(folder).value
    assert changed is not None
    assert changed.digest != original.digest


def test_a_range_moves_between_its_ends() -> None:
    """-1 is the floor, 0 the default, 1 the ceiling, straight lines between."""
    gap = Range(2, 6, 16)
    assert [gap.at(scale) for scale in (-1, -0.5, 0, 0.5, 1)] == [2, 4, 6, 11, 16]


def test_a_letter_has_looks_of_its_own() -> None:
    """Its header is the resume's where it says nothing else; its heights are kept apart."""
    theme = read_theme(CLASSIC).value
    assert theme is not None
    letter = theme.for_letter()
    assert letter.styles[BlockKind.NAME].size_pt == theme.styles[BlockKind.NAME].size_pt
    assert letter.styles[BlockKind.BULLET] != theme.styles[BlockKind.BULLET]
    assert (letter.template, letter.digest) != (theme.template, theme.digest)


def test_unknown_steps_and_papers_raise() -> None:
    """Asking for what the theme lacks is a KeyError with the name."""
    theme = read_theme(CLASSIC).value
    assert theme is not None
    with pytest.raises(KeyError, match="tiny"):
        theme.step("tiny")
    with pytest.raises(KeyError, match="legal"):
        theme.paper("legal")


def test_fonts_may_lie_in_the_themes_folder(folder: Path) -> None:
    """Without a package the files are the theme's own, and part of its digest."""
    outcome = read_with(folder, "  package: font_source_serif_pro\n", "")
    assert outcome.value is not None
    for face in outcome.value.font.faces:
        assert face.package == ""
        assert Path(face.file).parent == folder / "files"


def test_titles_are_by_language(folder: Path) -> None:
    """A theme's own section titles replace the locale's in their language alone."""
    outcome = read_with(folder, "dates: {", "titles: {en: {work: Career}, de: {}}\ndates: {")
    assert outcome.value is not None
    english, french = (load_words(language).value for language in ("en-GB", "fr"))
    assert english is not None
    assert french is not None
    assert english.with_titles(outcome.value.titles).titles["work"] == "Career"
    assert english.with_titles(outcome.value.titles).titles["skills"] == english.titles["skills"]
    assert french.with_titles(outcome.value.titles).titles == french.titles


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("  bullet: {gap", "  bullet: {aside: {italic: true}, gap", "theme-token-unused"),
        (
            "  bullet: {gap",
            "  bullet: {rule: {width: 1, above: 1, below: 1}, gap",
            "theme-token-unused",
        ),
        (
            "align: center, bottom: 22}",
            "align: center, bottom: 40}",
            "theme-footer-room",
        ),
    ],
)
def test_what_would_do_nothing_or_harm_is_refused(
    folder: Path, old: str, new: str, code: str
) -> None:
    """A token that its kind has no use for, and a footer that would run into the text."""
    outcome = read_with(folder, old, new)
    assert outcome.value is None
    assert codes(outcome) == [code]
