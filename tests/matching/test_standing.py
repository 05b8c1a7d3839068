"""A chance says what a score is worth among the others."""

from hypothesis import given
from hypothesis import strategies as st

from lapel.matching.standing import Standing

SCORES = st.floats(0, 1, allow_nan=False).map(lambda score: round(score, 3))


def standing(*scores: float, asked: int = 30, few: bool = False) -> Standing:
    """The standing of bullets named by their place."""
    named = ((str(place), score) for place, score in enumerate(scores, start=1))
    return Standing.of(named, asked, few=few)


@given(SCORES, SCORES, st.integers(1, 300))
def test_a_better_score_has_the_better_chance(one: float, other: float, asked: int) -> None:
    """Within one phrase the order of the scores stays; a chance is between none and certainty."""
    field = standing(one, other, asked=asked)
    chances = field.chance("1", one), field.chance("2", other)
    assert all(0 <= chance < 1 for chance in chances)
    assert (one > other) <= (chances[0] >= chances[1])


def test_standing_out_makes_likely() -> None:
    """The same score is worth more where the others have less."""
    alone, among = standing(0.3, 0.1, 0.02), standing(0.3, 0.29, 0.28)
    assert alone.chance("1", 0.3) > 2 * among.chance("1", 0.3)


def test_a_good_score_is_no_worse_for_others_that_have_it() -> None:
    """Where five bullets say it plainly each of them shows it."""
    assert standing(*[0.8] * 5).chance("5", 0.8) > 0.8


def test_one_of_few_is_likelier_and_of_forty_on_no_less() -> None:
    """A hint asks the bullets of its entry; a long profile has more to show."""
    chances = [standing(0.2, 0.1, 0.1, asked=n, few=True).chance("1", 0.2) for n in (3, 8, 40, 200)]
    assert chances == sorted(chances, reverse=True)
    assert chances[2] == chances[3]


def test_a_short_profile_counts_as_one_of_twenty() -> None:
    """Among three bullets one stands out easily, unless a hint means these three."""
    scores = (0.2, 0.01, 0.01)
    short, hinted = standing(*scores, asked=3), standing(*scores, asked=3, few=True)
    assert short == Standing(20, "1", 0.01, 0.15, 0.0, 0.2)
    assert short.chance("1", 0.2) < hinted.chance("1", 0.2)


def test_no_bullet_is_no_error() -> None:
    """Where nobody is asked nobody is best."""
    assert standing(asked=0) == Standing(20, "", 0.0, 0.15, 0.0, 0.0)


def test_only_of_many_bullets_the_far_ones_are_left_out() -> None:
    """The hundred nearest are always told, and so is every bullet that is near."""
    assert standing(*[0.01] * 99).far == 0
    assert standing(*[0.02] * 100, 0.01).far == 0.02
    assert standing(*[0.5] * 200).far < 0.05
