"""The indefinite article."""

import pytest

from lapel.text.articles import choose_article

AN = """
hour-long talk; honest answer; heir; honours degree; apple; urgent case; umbrella term; usher
unimportant step; uninsured patient; unidentified leak; unaided walk; understudy; utter mess
MRI; LLM; LLM-based tool; HR system; FDA audit; RFP; SLA; X-ray; MSc; MBA; EHR; EU grant; iOS app
8-week course; 80-page report; $8 million budget; 11-week rota; 18% cut; 11,000-item store
R&D lab; A/B test; S3 bucket; M.S. in Physics; eighteen-bed ward; ongoing audit; "urgent" call
"""
A = """
unit; uniform policy; university; union shop; unanimous vote; use case; user study; usual suspect
utility; urinary catheter; one-page plan; once-weekly clinic; European tour; euro; ewe; ubiquitous
house; honey farm; hotel; UX team; US firm; URL; B2B suite; PhD; NASA grant; HIPAA audit; NICU
SaaS product; LEED plan; STEM club; REST interface; HACCP plan; SCADA system; MySQL table
7-week course; 110-bed ward; 1,100-item store; 180-day plan; LinkedIn page; T-shirt; U-turn
CNC lathe; team; “best” ward
"""


def phrases(listed: str) -> list[str]:
    return [phrase for line in listed.strip().splitlines() for phrase in line.split("; ")]


@pytest.mark.parametrize("phrase", phrases(AN))
def test_a_vowel_sound_takes_an(phrase: str) -> None:
    """A phrase that begins with a vowel's sound takes "an"."""
    assert choose_article(phrase) == "an"


@pytest.mark.parametrize("phrase", phrases(A))
def test_a_consonant_sound_takes_a(phrase: str) -> None:
    """A phrase that begins with a consonant's sound takes "a"."""
    assert choose_article(phrase) == "a"


def test_nothing_takes_a() -> None:
    """Words without a letter or a figure raise nothing."""
    assert choose_article("") == choose_article("—") == "a"
