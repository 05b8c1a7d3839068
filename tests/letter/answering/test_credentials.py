"""A certificate that a point names is told as what the writer holds."""

from pathlib import Path

import pytest

from lapel.inputs import match, read_inputs
from lapel.lettering import draft
from lapel.matching.remembering import Memory
from lapel.options import Request
from lapel.workspace import Workspace

PROFILE = """\
basics: {name: Ada Quill}
work:
  - name: Lowell Heating
    position: Technician
    startDate: 2019-01
    highlights: [Repaired boilers in three schools, Wrote the lifting plan for two towers]
certificates:
  - {name: EPA Section 608 Universal}
  - {name: NATE Certified}
  - {name: "TF-CBT, state certified"}
  - {name: "CWT, Oregon"}
  - {name: Ohio Dental Hygiene License}
  - {name: Professional Tree Inspection}
  - {name: Level 4 Diploma in Arboriculture}
  - {name: "CPCU, 2018"}
  - {name: Personal warrant holder}
  - {name: "CVPM, application approved, exam in spring"}
  - {name: "ACCA, nine of 13 papers"}
  - {name: "TRAQ, course booked for March"}
education:
  - {institution: University of Idaho, studyType: BS, area: Civil Engineering, endDate: 2014}
  - {institution: Lane College, studyType: Graduate certificate, area: Grouting, endDate: 2016}
  - {institution: Boise State College, studyType: MS, area: Hydrology, startDate: 2018}
languages:
  - {language: Spanish, fluency: Fluent}
  - {language: Dutch, fluency: basic}
skills:
  - {name: Systems, keywords: [Ignition, EPANET, Rockwell PlantPAx]}
  - {name: Tuning, keywords: [aural tuning, suction lifters]}
"""


@pytest.mark.parametrize(
    ("point", "sentence"),
    [
        ("mention EPA 608", "I hold the EPA Section 608 Universal certificate."),
        ("NATE", "I am NATE Certified."),
        ("Ohio hygiene license", "I hold the Ohio Dental Hygiene License."),
        ("mention TF-CBT", "I am state certified in TF-CBT."),
        ("mention CWT", "I hold the CWT (Oregon)."),
        ("mention CPCU", "I hold the CPCU certificate."),
        ("mention PTI", "I hold the Professional Tree Inspection certificate."),
        ("mention L4", "I hold the Level 4 Diploma in Arboriculture."),
        ("mention my license", "I hold the Ohio Dental Hygiene License."),
        (
            "mention my certificate",
            "I hold a graduate certificate in Grouting from Lane College.",
        ),
        (
            "mention my civil engineering degree",
            "I hold a BS in Civil Engineering from the University of Idaho.",
        ),
        ("mention Spanish", "I speak Spanish fluently."),
        ("mention my Dutch", "I speak some Dutch."),
        ("mention Ignition", "I work with Ignition."),
        ("mention aural tuning", "My skills include aural tuning."),
        ("mention Rockwell", "I work with Rockwell PlantPAx."),
        ("mention Ignition and EPANET in one line", "I work with Ignition and EPANET."),
        ("mention PTI and Ignition", "I hold the Professional Tree Inspection certificate."),
        (
            "the inspection ticket they ask for",
            "I hold the Professional Tree Inspection certificate.",
        ),
        (
            "mention suction lifters",
            "My skills include suction lifters.",
        ),  # no bullet is of them, and one lifts
        ("mention my warrant", "I am a personal warrant holder."),
    ],
)
def test_a_certificate_is_told_by_its_name(tmp_path: Path, point: str, sentence: str) -> None:
    """All of the point's words are in the certificate's name: it stands in the letter as it is."""
    assert sentence in sentences_for(tmp_path, point)


@pytest.mark.parametrize("point", ["mention CVPM", "mention the ACCA", "TRAQ in March"])
def test_a_paper_that_is_still_to_come_is_not_held(tmp_path: Path, point: str) -> None:
    """What is planned, applied for or half passed is no certificate yet."""
    assert not [told for told in sentences_for(tmp_path, point) if told.startswith("I hold")]


def test_all_papers_are_those_that_are_held(tmp_path: Path) -> None:
    """Papers named by what they are alone are listed, without those that are still to come."""
    (listed,) = (told for told in sentences_for(tmp_path, "mention my papers") if "EPA" in told)
    assert listed.startswith("I hold these certificates: ")
    assert not any(name in listed for name in ("CVPM", "ACCA", "TRAQ"))


def sentences_for(tmp_path: Path, point: str) -> list[str]:
    (tmp_path / "ada.yaml").write_text(PROFILE)
    job = tmp_path / "job.md"
    job.write_text(
        "---\nprofile: ada.yaml\n---\n# Application Details\n## Company\nBrill Schools\n"
        f"## Position\nEngineer\n## Cover letter points\n- {point}\n"
    )
    inputs = read_inputs(job, Request(), Workspace(tmp_path)).value
    assert inputs is not None
    letter = draft(inputs, match(inputs, Memory.in_folder(tmp_path)), None).value
    assert letter is not None
    return [told.text for told in letter.sentences()]
