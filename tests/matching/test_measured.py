"""The labelled set: its figures in the docs do not get worse unnoticed."""

import pytest
from bench.engines import ENGINES
from bench.matching import measure, read_openings, run_engine
from bench.measures import macro, weighted_kappa

from tests.given import own_lexicon

FLOORS = {
    "lexical": {
        "nDCG@10": (0.29, 0.21),
        "recall@10": (0.28, 0.21),
        "job@20": (0.59, 0.55),
        "AUC": (0.71, 0.68),
        "sup prec": (0.69, 0.66),
    },
    "blend": {
        "nDCG@10": (0.64, 0.61),
        "recall@10": (0.79, 0.75),
        "first": (0.57, 0.56),
        "job@20": (0.71, 0.68),
        "AUC": (0.82, 0.82),
        "sup prec": (0.80, 0.77),
        "sup rec": (0.21, 0.15),
    },
}


@pytest.mark.slow
@pytest.mark.parametrize("engine", FLOORS)
@pytest.mark.parametrize("tagged", [True, False], ids=["with tags", "without"])
def test_the_figures_stay_above_their_floors(engine: str, tagged: bool) -> None:
    """Over eight professions each engine finds what the labels name, as well as it did."""
    run = run_engine(ENGINES[engine], tuple(read_openings()), own_lexicon(), tagged=tagged)
    figures = macro(measure(run, lines=False))
    floors = {name: floor[0 if tagged else 1] for name, floor in FLOORS[engine].items()}
    assert {n: figures[n] for n, floor in floors.items() if figures[n] < floor} == {}


def test_kappa_is_one_for_equal_grades_and_nothing_for_chance() -> None:
    """Weighted kappa tells agreement beyond chance."""
    assert weighted_kappa([(0, 0), (3, 3), (1, 1)]) == 1
    assert weighted_kappa([(0, 0), (0, 3), (3, 0), (3, 3)]) == 0
