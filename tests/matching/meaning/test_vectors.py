"""Words as vectors, read from the files of an installed package."""

import numpy

from lapel.matching.meaning.vectors import (
    SCALE,
    WORD_SCALE,
    WordVectors,
    cosines,
    directions,
    load_vectors,
)

PIECES = {"▁": 0, "a": 1, "b": 2, "c": 3, "ab": 4, "▁ab": 5, "▁abc": 6, "bc": 7}


SMALL = WordVectors(numpy.eye(8, dtype="float16"), PIECES)


def test_a_known_word_is_one_piece() -> None:
    """A word the vocabulary holds whole is not cut."""
    assert SMALL.cut("abc") == ("▁abc",)


def test_an_unknown_word_is_cut_by_the_lowest_pieces_first() -> None:
    """Neighbours join to the piece with the lowest number until none is known."""
    assert SMALL.cut("cab") == ("▁", "c", "ab")
    assert SMALL.cut("abca") == ("▁abc", "a")


def test_letters_nobody_knows_weigh_nothing() -> None:
    """A word of unknown letters has no direction and is near to nothing."""
    unknown = directions(SMALL.of_texts([("ж",), ()]))
    assert not cosines(unknown, unknown)[1].any()


def test_a_text_is_the_sum_of_its_words() -> None:
    """Words add up, each as often as it stands there."""
    (twice,) = SMALL.of_texts([("ab", "ab", "c")])
    assert twice[5] == 2 * WORD_SCALE
    assert twice[3] == WORD_SCALE


def test_directions_are_whole_numbers_and_near_to_themselves() -> None:
    """A direction holds whole numbers only, so that sums do not depend on their order."""
    vectors = load_vectors().of_texts([("nurse",), ("invoice", "ledger"), ("kitchen",)])
    found = directions(vectors)
    assert (found == numpy.rint(found)).all()
    assert abs(cosines(found, found).diagonal() - 1).max() < 0.002
    assert (found**2).sum(axis=1).max() < 2**24
    assert abs(numpy.sqrt((found**2).sum(axis=1)) - SCALE).max() < 10


def test_kindred_words_are_nearer_than_strangers() -> None:
    """The installed vectors know what words have to do with each other."""
    words = [("patient",), ("nurse",), ("invoice",)]
    near = cosines(*[directions(load_vectors().of_texts(words))] * 2)
    assert near[0, 1] > near[0, 2] + 0.2
