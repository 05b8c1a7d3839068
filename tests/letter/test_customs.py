"""The letter's customs by language: which lines stand apart, at their end, or in another order."""

import pytest

from lapel.document.tree import Block
from lapel.letter.document import letter_document
from lapel.letter.model import Letter, LetterPart, Part, Piece
from lapel.profile.model import Basics
from lapel.text.inline import LINE_BREAK, runs_text
from lapel.theme.model import BlockKind
from tests.given import locale_words, text
from tests.rendering.documents import theme_named

DATE = "2026"
BASICS = Basics(text("Ada"))


def leaves(language: str) -> list[Block]:
    """The leaves under the header of a letter with the language's own formulas."""
    words = locale_words(language)
    written = {
        Part.DATE: DATE,
        Part.RECIPIENT: "Dr. Solms",
        Part.SALUTATION: words.letter.salutation,
        Part.PARAGRAPH: "Text.",
        Part.SIGN_OFF: words.letter.sign_off,
        Part.SIGNATURE: "Ada",
        Part.ENCLOSURE: words.letter.enclosure,
    }
    letter = Letter(tuple(LetterPart(part, (Piece(line),)) for part, line in written.items()))
    document = letter_document(letter, BASICS, words, theme_named("classic").for_letter())
    return list(document.sections[0].blocks)


def test_a_chinese_letter_ends_on_two_lines_and_with_its_date() -> None:
    """The formula is in two lines; the date stands under the name, both where lines end."""
    last = {leaf.kind: runs_text(leaf.text).split(LINE_BREAK) for leaf in leaves("zh")}
    assert last[BlockKind.SIGN_OFF] == ["此致", "敬礼"]
    assert last[BlockKind.SIGNATURE] == ["Ada", DATE]
    assert BlockKind.DATE not in last
    assert aligned("zh") == {BlockKind.SIGNATURE}


def test_a_japanese_letter_is_framed_by_its_words() -> None:
    """What it opens with stands under who it is for, what it ends with where lines end."""
    first = {leaf.kind: runs_text(leaf.text).split(LINE_BREAK) for leaf in leaves("ja")}
    assert first[BlockKind.SALUTATION][-1] == "拝啓"
    assert first[BlockKind.SIGN_OFF] == ["敬具"]
    assert aligned("ja") == {BlockKind.DATE, BlockKind.SIGN_OFF, BlockKind.SIGNATURE}


@pytest.mark.parametrize(
    ("sentences", "paragraph"),
    [
        (
            ("品質を改善しました。", "本当ですか？", "はい。"),
            "品質を改善しました。本当ですか？はい。",
        ),
        (("I closed the books.", "Then I left."), "I closed the books. Then I left."),
    ],
)
def test_sentences_stand_as_far_apart_as_their_script_has_them(
    sentences: tuple[str, ...], paragraph: str
) -> None:
    """After a Japanese sentence no blank: its mark is as wide as a letter."""
    assert LetterPart(Part.PARAGRAPH, tuple(map(Piece, sentences))).text == paragraph


@pytest.mark.parametrize("language", ["fr", "pl"])
def test_a_date_stands_where_its_line_ends(language: str) -> None:
    """As letters of that country have it, and first of all."""
    assert aligned(language) == {BlockKind.DATE}
    assert leaves(language)[0].kind is BlockKind.DATE


def test_a_german_letter_begins_with_who_it_is_for() -> None:
    """The date stands below."""
    kinds = [leaf.kind for leaf in leaves("de")]
    assert kinds[:3] == [BlockKind.RECIPIENT, BlockKind.DATE, BlockKind.SALUTATION]
    assert aligned("de") == set()


def test_an_english_letter_is_in_one_block() -> None:
    """Nothing of it stands at a line's end."""
    assert aligned("en") == set()


def aligned(language: str) -> set[BlockKind]:
    """The kinds of a letter's leaves that stand at the right in *modern*."""
    theme = theme_named("modern").with_letter_ends(locale_words(language).letter.at_end)
    return {kind for kind, style in theme.for_letter().styles.items() if style.align == "right"}
