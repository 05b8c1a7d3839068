"""How drafted sentences read, as numbers."""

import pytest

from lapel.letter.style import cost

FIRST = "At Bay Street, as Bar Manager, I designed the cocktail menu."


@pytest.mark.parametrize(
    ("second", "better"),
    [
        (
            "Also at Bay Street, I trained 11 bartenders.",
            "In my current role I trained 11 bartenders.",
        ),
        ("At Bay Street I also trained servers.", "As Host at The Ladle, I trained servers."),
    ],
)
def test_no_paragraph_opens_with_the_place_of_the_one_before_it(second: str, better: str) -> None:
    """A letter costs less whose neighbouring paragraphs open with different places."""

    def of(sentence: str) -> float:
        return cost([FIRST, sentence], [True, True], [0, 1])

    assert of(better) < of(second)
