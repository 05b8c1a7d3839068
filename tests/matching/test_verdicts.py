"""The strict reading of a contract tells a right verdict from each kind of wrong one."""

import pytest
from bench.matching import SETS, read_openings
from bench.verdicts import Verdict, count_kinds, read_verdicts

from lapel.ledger.model import Answer, Fate, NoteAccount
from lapel.matching.model import Evidence
from tests.given import own_lexicon

OPENING = next(read_openings(SETS["shown"]))
RIGHT, OTHER = [h.id for entry in OPENING.profile.entries for h in entry.highlights][:2]


def verdict(grade: int, fate: Fate, evidence: Evidence, *named: str) -> Verdict:
    """A note whose one graded bullet is ``RIGHT``, with what is said of it."""
    answers = tuple(Answer(id, "profile.yaml:1", "…", 0.5, (), included=True) for id in named)
    account = NoteAccount(
        "emphasis-1", "emphasis", "…", "job.md:1", (), fate, evidence, "…", (), answers
    )
    return Verdict(OPENING, account, {RIGHT: grade} if grade else {})


@pytest.mark.parametrize(
    ("kind", "grade", "fate", "evidence", "named"),
    [
        ("right", 3, Fate.HONOURED, Evidence.STRONG, [RIGHT]),
        ("timid", 3, Fate.PARTLY, Evidence.WEAK, [RIGHT, OTHER]),
        ("first", 3, Fate.HONOURED, Evidence.STRONG, [OTHER, RIGHT]),
        ("first", 3, Fate.HONOURED, Evidence.STRONG, ["skills/languages"]),
        ("none", 2, Fate.NO_EVIDENCE, Evidence.NONE, []),
        ("right", 2, Fate.PARTLY, Evidence.WEAK, [f"{RIGHT}#concise"]),
        ("right", 1, Fate.PARTLY, Evidence.WEAK, [RIGHT]),
        ("false", 1, Fate.HONOURED, Evidence.STRONG, [RIGHT]),
        ("false", 0, Fate.PARTLY, Evidence.WEAK, [OTHER]),
        ("right", 0, Fate.NO_EVIDENCE, Evidence.NONE, []),
        ("right", 0, Fate.NOT_APPLICABLE, Evidence.NONE, []),
    ],
)
def test_a_verdict_is_of_one_kind(
    kind: str, grade: int, fate: Fate, evidence: Evidence, named: list[str]
) -> None:
    """Honoured is right where a bullet of grade 3 is named first, none where there is nothing."""
    judged = verdict(grade, fate, evidence, *named)
    assert judged.kind == kind
    assert count_kinds([judged]) == {
        one: int(one == kind) for one in ("right", "none", "timid", "first", "false")
    }


def test_every_graded_note_is_judged() -> None:
    """Each note of a life has its verdict, with the account of the real ledger."""
    judged = tuple(read_verdicts([OPENING], own_lexicon()))
    notes = {note.text for note in OPENING.job.notes}
    assert {v.account.text for v in judged} == {t for t, _ in OPENING.graded if t in notes}
