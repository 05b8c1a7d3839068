"""A fresh draft is merged into a letter that was edited, sentence by sentence."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapel.letter.file.merging import Merged, merge_letters
from lapel.letter.model import CONFLICT_MARKS, Letter, LetterPart, Part, Piece


def letter(*paragraphs: str) -> Letter:
    """A letter whose paragraphs are sentences with bars between."""
    return Letter(tuple(_part(paragraph) for paragraph in paragraphs))


def _part(paragraph: str) -> LetterPart:
    return LetterPart(Part.PARAGRAPH, tuple(Piece(text) for text in paragraph.split("|")))


def shown(merged: Merged) -> list[str]:
    return ["|".join(piece.text for piece in part.pieces) for part in merged.letter.parts]


BASE = ("One.|Two.|Three.", "Four.|Five.")


@pytest.mark.parametrize(
    ("edited", "fresh", "merged"),
    [
        (BASE, ("One.|2.|Three.", "Four.|Five."), ["One.|2.|Three.", "Four.|Five."]),
        (("One.|2.|Three.", "Four.|Five."), BASE, ["One.|2.|Three.", "Four.|Five."]),
        (("1.|Two.|Three.", BASE[1]), ("One.|2.|Three.", BASE[1]), ["1.|2.|Three.", BASE[1]]),
        (("One.|Three.", BASE[1]), (BASE[0], "Four.|5."), ["One.|Three.", "Four.|5."]),
        (("One.|Two.|Three.",), ("One.|Two.|3.", "Four.|Five."), ["One.|Two.|3."]),
        (
            ("One.|Two.|Three.", "Mine.", "Four.|Five."),
            ("One.|Two.|Three.", "Four.|5."),
            ["One.|Two.|Three.", "Mine.", "Four.|5."],
        ),
        (("One.|2.|Three.", BASE[1]), ("One.|2.|Three.", BASE[1]), ["One.|2.|Three.", BASE[1]]),
    ],
)  # fmt: skip
def test_changes_that_do_not_touch_are_both_taken(
    edited: Sequence[str], fresh: Sequence[str], merged: list[str]
) -> None:
    """Edits stand, and what the fresh draft changes elsewhere, also in the next sentence, comes."""
    found = merge_letters(letter(*BASE), letter(*edited), letter(*fresh))
    assert shown(found) == merged
    assert found.conflicts == 0


def test_what_both_changed_stands_twice_between_marks() -> None:
    """A conflict shows both versions, the person's first, and nothing else is touched."""
    found = merge_letters(
        letter(*BASE),
        letter("One.|Mine.|Three.", "Four.|Five."),
        letter("One.|Theirs.|Three.", "Four.|5."),
    )
    ours, between, theirs = CONFLICT_MARKS
    assert shown(found) == [f"One.|{ours}|Mine.|{between}|Theirs.|{theirs}|Three.", "Four.|5."]
    assert found.conflicts == 1


def test_only_the_sentence_that_both_changed_is_in_conflict() -> None:
    """The one beside it, which only the person changed, stands as they wrote it."""
    found = merge_letters(
        letter(*BASE),
        letter("Mine.|My own.|Three.", BASE[1]),
        letter("One.|Theirs.|Three.", BASE[1]),
    )
    ours, between, theirs = CONFLICT_MARKS
    assert shown(found)[0] == f"Mine.|{ours}|My own.|{between}|Theirs.|{theirs}|Three."


sentences = st.lists(st.sampled_from("abcdef"), min_size=1, max_size=4).map("|".join)
letters = st.lists(sentences, min_size=1, max_size=4).map(lambda paragraphs: letter(*paragraphs))


@given(letters, letters)
def test_one_side_alone_is_taken_whole(base: Letter, changed: Letter) -> None:
    """Where only one side changed anything, the merge is that side."""
    for found in (
        merge_letters(base, changed, base),
        merge_letters(base, base, changed),
        merge_letters(base, changed, changed),
    ):
        assert shown(found) == shown(Merged(changed, 0))
        assert found.conflicts == 0


@given(letters, letters, letters)
def test_no_sentence_of_the_person_is_lost(base: Letter, edited: Letter, fresh: Letter) -> None:
    """Whatever is merged, every sentence that the person wrote stands in the result."""
    found = merge_letters(base, edited, fresh)
    drafted = {piece.text for piece in base.sentences()}
    stands = {piece.text for piece in found.letter.sentences()}
    assert {p.text for p in edited.sentences()} - drafted <= stands
