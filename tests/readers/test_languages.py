"""A resume and a letter in every language that lapel has words for, read back from both formats."""

from functools import cache
from pathlib import Path

import pytest

from lapel.checks.produced.folder import check_folder
from lapel.checks.produced.links import each_once
from lapel.checks.produced.right_to_left import has_no_order
from lapel.locale.words import known_languages
from tests.command import run_lapel
from tests.folders import new_folder
from tests.readers import sdk
from tests.readers.sdk import violations_by_sdk
from tests.readers.test_samples import faults, violations, words_in
from tests.rendering.documents import THEMES

WRITTEN = {
    "ar": "أدرت 4 مستودعات مبرّدة وفريقاً من 86 موظفاً، وانخفض الهدر من 7% إلى 2.5%",
    "he": "ניהלתי 4 מחסני קירור וצוות של 86 עובדים, והבזבוז ירד מ-7% ל-2.5%",
    "ja": "三工場の品質保証チーム（18名）を統括し、指摘件数を24件から11件に減らしました",
    "ko": "냉장 창고 4곳과 직원 86명을 관리하여 폐기율을 7%에서 2.5%로 낮췄습니다",
    "zh": "管理四个冷藏仓库和八十六名员工，损耗率从7%降到2.5%",
    "zh-Hant": "管理四個冷藏倉庫和八十六名員工，損耗率從7%降到2.5%",
}
LATIN = "Ran four cold stores – 86 people – and cut waste from 7 % to 2.5 %, “at last”"
PROFILE = """\
basics: {{name: Ada Rowe, label: "{text}", email: ada@rowe.example, phone: "+44 20 5550 0100",
  url: https://rowe.example, birthDate: 1986-04-12, nationality: Kenyan}}
work:
  - {{name: Kiln & Co, position: Head of Stores, startDate: 2018-03, endDate: present,
     highlights: ["{text}", "{text} – 2"]}}
  - {{name: Oak Ltd, position: Clerk, startDate: 2011-09, endDate: 2018-02,
     highlights: ["{text} – 3"]}}
education: [{{institution: Kew, studyType: MSc, area: Logistics, startDate: 2009, endDate: 2011}}]
skills: [{{name: Stores, keywords: [SAP, "{text}"]}}]
"""
JOB = """\
---
profile: profile.yaml
---
# Application Details
## Company
Dune
## Position
Store Manager
## Key Skills to Emphasize
- SAP
## Cover Letter Points
- Opening: {text}.
"""


@pytest.mark.slow
@pytest.mark.parametrize("language", known_languages())
def test_both_formats_say_the_same_in_every_language(language: str) -> None:
    """The words of PDF and DOCX, read back, are equal and in order, and so are the links, in every
    theme.
    """
    for theme in THEMES:
        folder = written(language, theme)
        read = check_folder(folder, folder)
        assert read.diagnostics == (), (theme, read.diagnostics)
        pdfs, docxs = ([f for f in read.files if f.path.suffix == s] for s in (".pdf", ".docx"))
        for pdf, docx in zip(pdfs, docxs, strict=True):
            if not has_no_order(pdf):  # else its letters were compared, by `check_folder`
                assert (theme, *words_in(pdf)) == (theme, *words_in(docx))
            links = [each_once(file.links) for file in (pdf, docx)]
            assert links[0] == links[1]


@pytest.mark.slow
@pytest.mark.parametrize("language", known_languages())
def test_both_formats_are_valid_in_every_language(language: str) -> None:
    """PDF and DOCX are as their validators want them."""
    theme = THEMES[known_languages().index(language) % len(THEMES)]
    files = sorted(written(language, theme).iterdir())
    pdfs, docxs = ([f for f in files if f.suffix == suffix] for suffix in (".pdf", ".docx"))
    assert len(pdfs) == len(docxs) == 2
    assert [fault for pdf in pdfs for fault in faults(pdf)] == []
    assert [fault for docx in docxs for fault in violations(docx)] == []
    if sdk.is_here():
        assert [fault for docx in docxs for fault in violations_by_sdk(docx)] == []


@cache
def written(language: str, theme: str) -> Path:
    """The folder with a resume and a letter in a language and a theme, which nobody changes."""
    text, folder = WRITTEN.get(language, LATIN), new_folder("languages")
    (folder / "profile.yaml").write_text(PROFILE.format(text=text), encoding="utf-8")
    job = folder / "job.md"
    job.write_text(JOB.format(text=text), encoding="utf-8")
    options = ["--language", language, "--theme", theme, "--personal", "--format", "pdf,docx"]
    result = run_lapel("tailor", job, *options, "--output", folder / theme)
    assert result.exit_code == 0, result.output
    return folder / theme / "job"
