"""Shorthand of notes, written out."""

import pytest

from lapel.matching.asked.in_full import Dictionary, write_out
from lapel.matching.lexicon_files import load_lexicon
from lapel.text.words import split_words

POSTING = (
    "Plans and directs the work of four shifts",
    "Leads continuous quality improvement and transitions of care",
    "Supervises social workers, and orders anticoagulation clinics",
)
PROFILE = (
    "Started peer support, eight trained",
    "Spillman to Tyler CAD, cut over at 0300 on a Tuesday",
    "Lead for seven social workers; two on LCSW hours",
    "Corncrest is a one-page site",
    "Sat the board examination in 2014",
    "Best practical, board examination",
)


@pytest.mark.parametrize(
    ("note", "full"),
    [
        ("peer supt + burnout", "peer support + burnout"),
        ("CAD cutover", "CAD cut-over"),
        ("cqi + data", "continuous quality improvement + data"),
        ("TOC", "transitions of care"),
        ("supervising sws (clinical)", "supervising social workers (clinical)"),
        ("Warfarin / anticoag", "Warfarin / anticoagulation"),
        ("LCSW hours", "LCSW hours"),
        ("has hands", "has hands"),
        ("COR", "COR"),
        ("PD", "PD"),
        ("research ops", "research ops"),
        ("non-English patients", "non-English patients"),
        ("supt-led", "supt-led"),
        ("the camp should be in", "the camp should be in"),
        ("dont say it bc it hurts", "dont say it bc it hurts"),
    ],
)
def test_shorthand_is_written_as_posting_and_profile_write_it(note: str, full: str) -> None:
    """A word that they have in full is; what is common, known, or fits by chance stays."""
    lexicon = load_lexicon().value
    assert lexicon is not None
    own = Dictionary.of(map(split_words, POSTING), [split_words(text) for text in PROFILE])
    assert write_out(note, own, lexicon) == full
