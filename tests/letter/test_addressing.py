"""How a letter calls the person it is for."""

from pathlib import Path

import pytest

from lapel.job.reading import read_job
from lapel.letter.addressing import address_letter
from lapel.letter.model import Line
from lapel.letter.points.context import Context
from lapel.letter.points.model import Say
from lapel.letter.points.reading import read_point
from lapel.locale.words import load_words
from lapel.profile.model import Basics, Text
from lapel.source.diagnostics import Place


@pytest.mark.parametrize(
    ("recipient", "salutation"),
    [
        ("Ms. Dolores Whitcomb", "Dear Ms. Whitcomb,"),
        ("Ms. Dolores J. Whitcomb, Director", "Dear Ms. Whitcomb,"),
        ("Dr. Anna van der Berg", "Dear Dr. van der Berg,"),
        ("Prof. María García López", "Dear Prof. María García López,"),
        ("Mr. Okafor", "Dear Mr. Okafor,"),
        ("Dolores Whitcomb", "Dear Dolores Whitcomb,"),
        ("Hiring Committee", "Dear hiring team,"),
        ("Gwen (07700 900318)", "Dear Gwen,"),
        ("Gwen, hiring manager", "Dear Gwen,"),
        ("Sister Ngozi Bell, ward manager, ext 4471 — she said I can visit", "Dear Sister Bell,"),
        ("Rosa Lindqvist, nurse recruiter, rl@x.example", "Dear Rosa Lindqvist,"),
        ("through the website", "Dear hiring team,"),
        ("referred by Tom W.", "Dear hiring team,"),
    ],
)
def test_a_person_with_a_title_is_called_by_the_last_name(
    recipient: str, salutation: str, tmp_path: Path
) -> None:
    """Where nobody can tell which names are the last one, all of them stand."""
    assert greeted("en", recipient, tmp_path) == salutation


def greeted(language: str, recipient: str, folder: Path) -> str:
    """The salutation of a letter to a recipient."""
    path = folder / "job.md"
    path.write_text(f"## Position\nCook\n\n## Recipient\n{recipient}\n", encoding="utf-8")
    job, words = read_job(path).value, load_words(language).value
    assert job is not None
    assert words is not None
    basics = Basics(Text("Ada Lund", Place(Path("profile.yaml"), 1, 1)))
    return address_letter(job, basics, words.letter, None).salutation.text


@pytest.mark.parametrize(
    ("language", "recipient", "salutation"),
    [
        ("de", "Frau Dr. Annegret Solms", "Sehr geehrte Frau Dr. Solms,"),
        ("de", "Herrn Prof. Dr.-Ing. Uwe Kern", "Sehr geehrter Herr Prof. Dr.-Ing. Kern,"),
        ("de", "Frau Solms, Personalabteilung", "Sehr geehrte Frau Solms,"),
        ("de", "Annegret Solms", "Guten Tag Annegret Solms,"),
        ("fr", "Madame Hélène Garrigue, directrice", "Madame,"),
        ("fr", "M. Paul Garrigue", "Monsieur,"),
        ("it", "Dott.ssa Anna Rossi", "Gentile Dott.ssa Rossi,"),
        ("es", "Sra. Carmen Ruiz", "Estimada Sra. Ruiz:"),
        ("pt", "Sr. Rui Costa", "Prezado Sr. Costa,"),
        ("pt-PT", "Sr. Rui Costa", "Caro Sr. Costa,"),
        ("nl", "Mevrouw Anna de Vries", "Geachte mevrouw de Vries,"),
        ("pl", "Pani Anna Nowak", "Szanowna Pani,"),
    ],
)
def test_each_language_calls_a_person_with_a_title_its_own_way(
    language: str, recipient: str, salutation: str, tmp_path: Path
) -> None:
    """The title tells what a name alone does not; degrees before the name stay."""
    assert greeted(language, recipient, tmp_path) == salutation


def test_the_reader_is_thanked_as_you() -> None:
    """A point may call by name whom the letter addresses."""
    context = Context(reader="Ms. Dolores Whitcomb")
    for name in ("Ms. Whitcomb", "Dolores", "Dolores Whitcomb"):
        (act,) = read_point(f"thank {name} for the call on November 3", context).acts
        assert isinstance(act, Say)
        assert act.variants[0] == "Thank you for the call on November 3."
    (act,) = read_point("thank Mr. Lee for the call", context).acts
    assert isinstance(act, Say)
    assert "Mr. Lee" in act.variants[0]


@pytest.mark.parametrize(
    ("recipient", "expected"),
    [
        ("Dr. Ines Duarte", ["Dr. Ines Duarte", "Fenwick & Oake, Inc."]),
        (
            "Ms. Ines Duarte\nHead of Property\n12 Quay Street",
            ["Ms. Ines Duarte", "Head of Property", "Fenwick & Oake, Inc.", "12 Quay Street"],
        ),
        ("Ms. Ines Duarte\nFenwick & Oake", ["Ms. Ines Duarte", "Fenwick & Oake"]),
        ("Ms. Ines Duarte\nSt. Odila Hospital", ["Ms. Ines Duarte", "St. Odila Hospital"]),
        ("Hiring team", ["Hiring team"]),
    ],
)
def test_a_person_is_written_to_at_their_house(
    recipient: str, expected: list[str], tmp_path: Path
) -> None:
    """The company stands under the person and before the street, where no line names a house."""
    path = tmp_path / "job.md"
    path.write_text(
        f"## Company\nFenwick & Oake, Inc.\n\n## Recipient\n{recipient}\n", encoding="utf-8"
    )
    job, words = read_job(path).value, load_words("en").value
    assert job is not None
    assert words is not None
    basics = Basics(Text("Ada Lund", Place(Path("profile.yaml"), 1, 1)))
    address = address_letter(job, basics, words.letter, None)
    assert [line.text for line in address.recipient] == expected


@pytest.mark.parametrize(
    ("contact", "expected"),
    [
        ("Rosa Lindqvist, nurse recruiter, rl@x.example", ["Rosa Lindqvist", "Nurse recruiter"]),
        ("Dr. Ines Duarte (Director)", ["Dr. Ines Duarte", "Director"]),
        ("Gwen (07700 900318)", ["Gwen"]),
        ("Ines Duarte\n£31,000 a year", ["Ines Duarte"]),
        ("Jane Dole, PhD, RN - Director of Care", ["Jane Dole, PhD, RN", "Director of Care"]),
        ("Abel Prior, HR lead, met at the fair! Call her.", ["Abel Prior", "HR lead"]),
        ("Name: Ines Duarte\nRole: Cook\nMet: at the fair", ["Ines Duarte", "Cook"]),
        ("First name: Ines\nLast name: Duarte\nTitle: Dean", ["Ines Duarte", "Dean"]),
        ("Ines Duarte\nShe prefers first names\n0113 496 0000", ["Ines Duarte"]),
        ("Ines Duarte @ Quay Search; tel. +44 113 496 0000", ["Ines Duarte", "Quay Search"]),
        ("12 Quay Street\nLeeds LS1 4AB", ["12 Quay Street", "Leeds LS1 4AB"]),
    ],
)
def test_numbers_and_remarks_stay_with_the_writer(
    contact: str, expected: list[str], tmp_path: Path
) -> None:
    """On the letter stand a name, an office and a house."""
    path = tmp_path / "job.md"
    path.write_text(f"## Position\nCook\n\n## Contact\n{contact}\n", encoding="utf-8")
    job, words = read_job(path).value, load_words("en").value
    assert job is not None
    assert words is not None
    basics = Basics(Text("Ada Lund", Place(Path("profile.yaml"), 1, 1)))
    address = address_letter(job, basics, words.letter, None)
    assert [line.text for line in address.recipient] == expected


@pytest.mark.parametrize(
    ("language", "recipient", "wished", "sign_off"),
    [
        ("en-GB", "Dr. Ines Duarte", "", "Yours sincerely,"),
        ("en-GB", "Hiring Committee", "", "Yours faithfully,"),
        ("en-GB", "Hiring Committee", "Dear Priya,", "Yours sincerely,"),
        ("en-GB", "Dr. Ines Duarte", "Dear Sir or Madam,", "Yours faithfully,"),
        ("en", "Hiring Committee", "", "Sincerely,"),
        ("de", "Personalabteilung", "", "Mit freundlichen Grüßen"),
    ],
)
def test_who_is_greeted_without_a_name_is_taken_leave_of_so(
    language: str, recipient: str, wished: str, sign_off: str, tmp_path: Path
) -> None:
    """British letters have a formula of their own for it; others have one for everybody."""
    path = tmp_path / "job.md"
    path.write_text(f"## Recipient\n{recipient}\n", encoding="utf-8")
    job, words = read_job(path).value, load_words(language).value
    assert job is not None
    assert words is not None
    basics = Basics(Text("Ada Lund", Place(Path("profile.yaml"), 1, 1)))
    salutation = Line(wished, ()) if wished else None
    assert address_letter(job, basics, words.letter, None, salutation).sign_off.text == sign_off


@pytest.mark.parametrize(
    ("language", "lines"), [("en", []), ("fr", ["Fenwick"]), ("de", ["Fenwick"])]
)
def test_a_company_alone_is_written_to_where_no_salutation_says_it(
    language: str, lines: list[str], tmp_path: Path
) -> None:
    """`Madame, Monsieur,` names nobody's house, `Dear Fenwick hiring team,` does."""
    path = tmp_path / "job.md"
    path.write_text("## Company\nFenwick\n\n## Position\nCook\n", encoding="utf-8")
    job, words = read_job(path).value, load_words(language).value
    assert job is not None
    assert words is not None
    basics = Basics(Text("Ada Lund", Place(Path("profile.yaml"), 1, 1)))
    address = address_letter(job, basics, words.letter, None)
    assert [line.text for line in address.recipient] == lines
