"""The provenance check is quiet on honest letters and catches what was invented."""

import pytest

from tests.checks.letters.measure import (
    HERE,
    SETS,
    alarms,
    check_set,
    everything,
    letters,
    provenance,
    sow,
    summary,
)
from tests.quick import one_quick
from tests.samples import ROOT


@pytest.mark.parametrize("folder", one_quick(SETS))
def test_honest_letters_raise_few_alarms(folder: str) -> None:
    """At most one sentence in twenty, in letters as people write them."""
    found = check_set(folder)
    assert alarms(found) <= sum(one.sentences for one in found) / 20


@pytest.mark.parametrize("folder", one_quick(SETS))
def test_inventions_are_caught(folder: str) -> None:
    """Nine of ten wrong numbers, dates, titles, degrees, employers, prizes and certificates."""
    sown = sow(folder)
    assert {one.kind for one in sown} == {
        *("number", "date", "title", "degree", "employer", "award", "certificate")
    }
    assert sum(bool(one.messages) for one in sown) >= 0.9 * len(sown)


@pytest.mark.parametrize("folder", one_quick(SETS))
def test_the_figures_in_the_docs_are_todays(folder: str) -> None:
    """The table in docs/checks.md is what the command prints."""
    assert summary(folder) in (ROOT / "docs" / "checks.md").read_text()


@pytest.mark.parametrize("folder", one_quick(SETS))
def test_honest_letters_are_sent_with_few_remarks(folder: str) -> None:
    """No other rule warns of them; how they read is hinted at."""
    found = [p for path in letters(folder) for p in everything(path.stem, path.read_text())]
    assert {p.code for p in found if p.severity != "hint"} <= {"not-in-profile"}


@pytest.mark.parametrize("sentence", (HERE / "turns.txt").read_text().splitlines())
def test_turns_of_phrase_are_no_claims(sentence: str) -> None:
    """Plans, negations, what the posting asks, sums of years: the profile need not say them."""
    assert (
        provenance("corvane-staff-machine-learning-engineer.1", f"Dear Dana,\n\n{sentence}\n") == ()
    )
