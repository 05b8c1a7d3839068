"""What supports what: a table of wishes and bullets over many professions."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from bench.pages import read_page

from lapel.matching.engine import match_requirements
from tests.given import own_lexicon
from tests.matching import builders as make

_TABLE = Path(__file__).with_name("pairs.yaml")


class Case(NamedTuple):
    """One wish with the bullets that show it, that do not, and that fool us still."""

    profession: str
    ask: str
    supports: tuple[str, ...]
    others: tuple[str, ...]
    fools: tuple[str, ...]


def _cases() -> Iterator[Case]:
    for block in read_page(_TABLE):
        for case in block["cases"]:
            yield Case(
                block["profession"],
                case["ask"],
                tuple(case["supports"]),
                tuple(case["not"]),
                tuple(case.get("fools", ())),
            )


CASES = tuple(_cases())


def _supported(case: Case) -> set[str]:
    """The case's bullets that support its wish, in a profile with thirty others beside them."""
    own = (*case.supports, *case.others, *case.fools)
    beside = [text for other in CASES if other is not case for text in other.supports][::3][:30]
    profile = make.profile(make.entry("role", "Role", "Somewhere", [*own, *beside]))
    matches = match_requirements(make.job(emphases=[case.ask]), profile, own_lexicon())
    texts = {candidate.id: candidate.text for candidate in matches.candidates}
    return {texts[match.candidate] for match in matches.matches if match.supports} & set(own)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.profession}: {case.ask}")
def test_a_wish_is_supported_by_its_bullets_only(case: Case) -> None:
    """A wish is supported by the bullets a careful person names and not by look-alikes."""
    assert _supported(case) - set(case.fools) == set(case.supports)


@pytest.mark.parametrize(
    "case", [case for case in CASES if case.fools], ids=lambda case: str(case.ask)
)
def test_known_failures_are_still_failures(case: Case) -> None:
    """A hard negative listed as fooling the engine moves to the others once it does not."""
    assert set(case.fools) <= _supported(case)


def test_the_table_covers_fifteen_professions() -> None:
    """The table looks beyond software: at least fifteen professions stand in it."""
    assert len({case.profession for case in CASES}) >= 15
