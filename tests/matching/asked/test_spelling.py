"""Names that are asked for in small letters."""

import pytest

from lapel.matching.engine import match_requirements
from lapel.matching.model import Evidence
from tests.given import own_lexicon
from tests.matching import builders as make

PERSON = make.profile(
    make.entry("mill", "Clerk", "Old Mill", ["Repaired load cells in the field"]),
    skills={"office": ["Excel", "Access"]},
)


@pytest.mark.parametrize("asked", ["excel", "Excel", "access"])
def test_a_listed_keyword_answers_however_it_is_typed(asked: str) -> None:
    """A name that is a common word, too, is found by its capitals: a hurried note has none."""
    matches = match_requirements(make.job(emphases=[asked]), PERSON, own_lexicon())
    (requirement,) = matches.requirements
    (best, *_) = matches.by_requirement[requirement.id]
    assert (best.candidate, best.supports) == ("skills/office", True)
    assert matches.evidence[requirement.id] is not Evidence.NONE
