"""What holds for each of lapel's own themes."""

from itertools import accumulate, cycle, islice, pairwise
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from msgspec.structs import replace

from lapel.fitting.model import Heights
from lapel.fitting.pagination import paginate
from lapel.fitting.spacing import FLOOR
from lapel.letter.model import MOST_WORDS
from lapel.rendering.fonts import font_path
from lapel.rendering.heights.measuring import measure_blocks
from lapel.rendering.metrics import text_width_em, widths_em
from lapel.rendering.setting import setting_of
from lapel.theme.contrast import LEAST, contrast
from lapel.theme.model import HEADER_KINDS, BlockKind, Theme
from lapel.theme.styles import NO_INSET
from tests.rendering.documents import THEMES, block, letter, theme_named

HEADING, LETTER_PARAGRAPH = BlockKind.HEADING, BlockKind.LETTER_PARAGRAPH
FIRST = (BlockKind.PARAGRAPH, BlockKind.ORGANISATION, BlockKind.LINE, BlockKind.SKILLS)
BODY = (LETTER_PARAGRAPH, BlockKind.BULLET)
RISING = (BlockKind.BULLET, BlockKind.NEXT_ROLE, BlockKind.ORGANISATION)
SENTENCE = "I lead 38 nurses and nine aides across three shifts, and turnover fell by half."
LANGUAGES = {
    "French": "ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸàâæçéèêëîïôœùûüÿ«»",
    "German": "ÄÖÜäöüß„“",
    "Polish": "ĄĆĘŁŃÓŚŹŻąćęłńóśźż",
    "Swedish and Norwegian": "ÅÄÖÆØåäöæø",
    "Czech": "ÁČĎÉĚÍŇÓŘŠŤÚŮÝŽáčďéěíňóřšťúůýž",
    "Romanian and Turkish": "ĂÂÎȘȚăâîșțĞİŞğış",
    "figures and signs": "0123456789 –—-•·|/&%€£$@#+(),.:;'\"“”‘’…",
}


@pytest.fixture(params=THEMES)
def each(request: pytest.FixtureRequest) -> Theme:
    """Each theme in turn."""
    return theme_named(request.param)


def test_there_are_six() -> None:
    """A serif, a sans, a dense one, a generous one, a long one and a plain one."""
    assert THEMES == ["academic", "classic", "compact", "executive", "modern", "plain"]


def test_every_text_can_be_read(each: Theme) -> None:
    """All colours of text have the contrast that WCAG 2.2 asks for at level AA (1.4.3)."""
    styles = (*each.styles.values(), *each.letter.styles.values())
    colors = {style.color for style in styles} | {style.aside.color for style in styles}
    colors |= {each.bullet.color, each.separator_color, each.muted, each.accent}
    colors |= {each.footer.color} if each.footer else set()
    assert [color for color in colors if contrast(color) < LEAST] == []


def test_faces_are_what_the_theme_says(each: Theme) -> None:
    """Static TrueType of the family and weight that the theme names, free to be embedded."""
    for face in each.font.faces:
        with TTFont(font_path(face), lazy=True) as font:
            names = (font["name"].getDebugName(1), font["name"].getDebugName(16))
            assert each.font.family in names
            assert font["OS/2"].usWeightClass == face.weight
            assert font["OS/2"].fsType == 0
            assert "fvar" not in font
            assert "glyf" in font


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_face_has_the_letters_of_europe(each: Theme, language: str) -> None:
    """No word falls apart because its italic lacks a letter."""
    for face in each.font.faces:
        known = widths_em(face)
        assert [c for c in LANGUAGES[language] if ord(c) not in known] == [], face.file


def test_a_heading_is_nearer_to_its_own(each: Theme) -> None:
    """At every gap scale the space above a heading is at least twice that under it, whatever it
    heads; and the header stands at least as far away.
    """
    for scale in (-1.0, 0.0, 1.0):
        heading = each.styles[HEADING]
        under_pt = heading.rule.below_pt if heading.rule else 0.0
        for kind in FIRST:
            below_pt = under_pt + each.gaps().above(kind, HEADING).at(scale)
            assert heading.gap.at(scale) >= 2 * below_pt, (kind, scale)
        assert each.gaps().above(HEADING, BlockKind.CONTACT).at(scale) >= heading.gap.at(scale)


def test_a_letter_has_the_resumes_header(each: Theme) -> None:
    """The same type at the same height, at every step; a letter's shorter lines stand in the middle
    of the page.
    """
    letter, normal = each.for_letter(), each.steps[1]
    for kind in HEADER_KINDS:
        assert replace(letter.styles[kind], below=None) == replace(each.styles[kind], below=None)
        looks = ((step, theme.styles[kind]) for theme in (each, letter) for step in theme.steps)
        sizes = {(step.size_pt(style), step.leading_pt(style)) for step, style in looks}
        assert len(sizes) == 1
    for step in letter.steps:
        for paper, margin_pt in step.side_margin_pt.items():
            inset = step.inset.get(paper, NO_INSET)
            assert inset.start_pt == inset.end_pt
            assert margin_pt + inset.start_pt > normal.side_margin_pt[paper]
    for ours, other in zip(letter.papers, each.papers, strict=True):
        assert ours.top_margin.default == other.top_margin.default


def test_bullets_are_nearer_than_entries(each: Theme) -> None:
    """Bullets of one role stand closer than roles, and roles closer than employers."""
    for scale in (-1.0, 0.0, 1.0):
        bullet, role, employer = (each.styles[kind].gap.at(scale) for kind in RISING)
        assert bullet < role < employer


def test_sizes_are_few(each: Theme) -> None:
    """At most six sizes stand on a page, and each is in the half points that Word knows."""
    for layout in (each, each.for_letter()):
        for step in layout.steps:
            sizes = {step.size_pt(style) for style in layout.styles.values()}
            assert len(sizes) <= 6
            assert all(size * 2 == int(size * 2) for size in sizes)


def test_lines_of_a_letter_are_short(each: Theme) -> None:
    """A line holds at most 90 characters of running text, a few more where nothing else helps."""
    letter = each.for_letter()
    style = letter.styles[LETTER_PARAGRAPH]
    width_em = text_width_em(SENTENCE, letter.font.faces[:1]) / len(SENTENCE)
    for paper in letter.papers:
        for step, most in zip(letter.steps, (88, 92, 98), strict=True):
            room_pt = paper.width_pt - 2 * step.side_margin_pt[paper.name]
            room_pt -= step.inset.get(paper.name, NO_INSET).both_pt
            assert room_pt / (width_em * step.size_pt(style)) <= most


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_the_longest_draft_has_one_page(each: Theme, paper: str, cache: Path) -> None:
    """A letter of as many words as are drafted stands on a page, with all that frames it."""
    theme = each.for_letter()
    words = tuple(islice(cycle(SENTENCE.split()), MOST_WORDS))
    ends = accumulate((36, 88, 76, 92, 64, 44), initial=0)
    texts = [" ".join(words[start:end]) for start, end in pairwise(ends)]
    body = [block(f"body/{n}", LETTER_PARAGRAPH, text) for n, text in enumerate(texts)]
    frame = [leaf for leaf in letter().blocks() if leaf.kind not in BODY]
    setting = setting_of(theme, paper, theme.steps[-1].name)
    heights = Heights(measure_blocks([*frame, *body], setting, cache), theme.gaps())
    first = next(n for n, leaf in enumerate(frame) if leaf.kind is BlockKind.SIGN_OFF)
    leaves = [*frame[:first], *body, *frame[first:]]
    height_pt = setting.geometry.content_height_pt(FLOOR)
    assert paginate(leaves, heights, height_pt, FLOOR).count == 1
