"""What a letter tells of the posting: duties that are joined are told in one form."""

import re
from pathlib import Path

import pytest

from lapel.letter.model import LetterDraft
from tests.letter.lines import case_of

PROFILE = """basics: {name: Ada Reyes}
work:
  - name: Tarn Mill
    position: Foreman
    startDate: 2019
    highlights:
      - text: Planned the night maintenance of twelve looms and posted the plan for every weaver
      - text: Trained nine weavers on the new looms in one winter, with no cloth returned
      - text: Cut waste from 9% to 4% by weighing every bin
      - text: Ran the mill's open day for 400 people of the valley
      - text: Wrote the fire plan that the brigade took over for two other mills
"""
JOB = """---
profile: profile.yaml
---
## Company
{company}
## Position
Mill Manager
## Job Description
You will:
- {duty}
## Personal Connection
{answers}
## Notes
- Key skills to emphasize: maintenance planning
"""


def letter_of(
    folder: Path, duty: str, answers: str = "", company: str = "Beck & Sons", points: str = ""
) -> list[list[str]]:
    """The sentences of the letter's paragraphs."""
    letter = drafted(folder, duty, answers, company, points)
    return [[s.text for s in paragraph.sentences] for paragraph in letter.paragraphs]


def drafted(
    folder: Path, duty: str, answers: str = "", company: str = "Beck & Sons", points: str = ""
) -> LetterDraft:
    (folder / "profile.yaml").write_text(PROFILE)
    job = folder / "job.md"
    job.write_text(JOB.format(duty=duty, answers=answers, company=company) + points)
    return case_of(job).draft


@pytest.mark.parametrize("company", ["Beck & Sons", "Aire Cloth", "Calder Wool", "Dale Felts"])
def test_duties_that_are_joined_stand_in_one_form(company: str, tmp_path: Path) -> None:
    """Whichever of its sentences the frame takes; behind it stands the deed."""
    duty = (
        "Choose the right maintenance plan, from single looms to large-scale works, and defend it"
    )
    _, body, _ = letter_of(tmp_path, duty, company=company)
    assert not re.search(r"choosing .* and defend it|choose .* and defending it", body[0])
    assert "aintenance plan" in body[0]
    assert body[1].startswith("At Tarn Mill, I planned")


def test_one_shared_word_is_not_enough_to_speak_of_the_posting(tmp_path: Path) -> None:
    _, body, _ = letter_of(tmp_path, "Keep an eye on maintenance budgets of the group")
    assert body[0].startswith("At Tarn Mill, I planned")


def test_a_thing_in_a_list_does_not_speak_of_what_is_asked_for(tmp_path: Path) -> None:
    """Of "loom expansion" no line that only has looms among other things."""
    points = "- Cover letter points:\n  - Body: Tie the fire plan to their loom expansion\n"
    duty = "Oversee carding, looms, dyeing and despatch at both sites"
    told = " ".join(s for said in letter_of(tmp_path, duty, points=points) for s in said)
    assert "overs" not in told.casefold()
    assert "I'd like to help with your loom expansion." in told.replace("I would", "I'd")


def test_a_letter_that_no_note_opens_begins_with_the_connection(tmp_path: Path) -> None:
    """All of it, with the reason last; what one values does not come first."""
    answers = (
        "- What do you particularly value? That the looms are open to see\n"
        "- How does it relate to your professional interest? I want to weave where my aunt did\n"
    )
    opening, *_ = letter_of(tmp_path, "Plan", answers)
    assert opening == [
        "I want to weave where my aunt did.",
        "I particularly value that the looms are open to see.",
        "That is why I am applying for the position of Mill Manager.",
    ]


def test_the_connection_is_told_where_a_point_speaks_of_it(tmp_path: Path) -> None:
    """Not where they share one word of many; an answer that was begun is told to its end."""
    answers = "- What impact has it had on you? I use your yarn. People ask me where it is from.\n"
    points = "- Cover letter points:\n  - Body: Discuss the plan and why people began to use it\n"
    paragraphs = letter_of(tmp_path, "Plan", answers, points=points)
    apart = [i for i, said in enumerate(paragraphs) if "I use your yarn." in said]
    assert apart
    assert not any("planned the night maintenance" in s for s in paragraphs[apart[0]])


@pytest.mark.parametrize(("what", "quoted"), [("looms", False), ("looms and boilers", True)])
def test_what_says_the_same_again_is_not_quoted(what: str, quoted: bool, tmp_path: Path) -> None:
    """A deed with all the words of the posting needs no posting before it."""
    said = letter_of(tmp_path, f"Plan the night maintenance of {what}")
    assert any("night maintenance" in s and "planned" not in s for p in said for s in p) is quoted


def test_thin_points_do_not_make_a_thin_letter(tmp_path: Path) -> None:
    """Where no point has a deed told, the letter tells what a letter without points would."""
    duties = "Run the mill's open day for the valley\n- Write the fire plan with the brigade"
    points = "- Cover letter points:\n  - Opening: love your cloth\n  - Closing: can start in May\n"
    said = " ".join(
        s for paragraph in letter_of(tmp_path, duties, points=points) for s in paragraph
    )
    assert "open day" in said
    assert "brigade" in said


def test_a_company_takes_the_article_of_its_name(tmp_path: Path) -> None:
    opening, *_ = letter_of(tmp_path, "Plan", company="City of Larkhaven")
    assert "at the City of Larkhaven" in opening[0]


def test_a_point_that_asks_for_the_connection_has_all_of_it_told_in_order(tmp_path: Path) -> None:
    """Answers lean on each other: none leaves for the opening, and none is left over."""
    answers = (
        "- If yes, describe your experience: My younger son wore your cloth on the ward.\n"
        "- What impact has it had on you? He slept in it, and he asked for it at home.\n"
        "- Which do you value? I value the soft seams and the patience of the shop.\n"
    )
    points = (
        "- Cover letter points:\n  - Opening: I want to weave\n  - Body: Highlight the fire plan\n"
        "  - Personal: Share my son's nights on the ward\n"
    )
    opening, *_, personal, _ = letter_of(tmp_path, "Plan", answers, points=points)
    assert opening[0] == "I want to weave."
    assert personal == [
        "My younger son wore your cloth on the ward.",
        "He slept in it, and he asked for it at home.",
        "I value the soft seams and the patience of the shop.",
    ]


def test_answers_stand_apart_from_the_deeds_of_other_points(tmp_path: Path) -> None:
    """Where points without labels share a paragraph."""
    answers = (
        "- Describe your experience: My aunt wore your cloth for years.\n"
        "- What impact has it had on you? She left me her loom.\n"
    )
    points = (
        "- Cover letter points:\n  - Opening: I want to weave\n  - Highlight the fire plan\n"
        "  - Mention my aunt\n  - Describe the open day\n"
    )
    _, plan, aunt, day, *_ = letter_of(tmp_path, "Plan", answers, points=points)
    assert ["fire plan" in plan[0], len(plan), "open day" in day[0]] == [True, 1, True]
    assert aunt == ["My aunt wore your cloth for years.", "She left me her loom."]


def test_what_a_point_says_of_the_connection_is_where_the_answers_are_told(tmp_path: Path) -> None:
    """Instead of it: nothing is said twice, and what only the point says stays."""
    answers = (
        "- Describe your experience: I buy cloth at the Damen Avenue shop nearly every week.\n"
        "- What impact has it had on you? My kids sew now.\n"
    )
    points = (
        "- Cover letter points:\n  - Opening: I want to weave\n"
        "  - Company: Reference that I am a regular customer at the Damen Avenue shop and that I "
        "admire the open looms\n"
    )
    said = letter_of(tmp_path, "Plan", answers, points=points)
    company = next(p for p in said if any("Damen" in sentence for sentence in p))
    assert company == [
        "I buy cloth at the Damen Avenue shop nearly every week.",
        "My kids sew now.",
        "I admire the open looms.",
    ]


def test_a_point_on_what_the_answers_tell_elsewhere_is_answered(tmp_path: Path) -> None:
    """And what it only adds with "it" is not said again."""
    answers = (
        "- Describe your experience: I wear your cloth every day. The seam of the sleeve tore "
        "twice, and it was fixed within a week.\n"
    )
    points = (
        "- Cover letter points:\n  - Company: Share my experience with your cloth every day\n"
        "  - Mention the torn sleeve seam and that they fixed it\n"
    )
    letter = drafted(tmp_path, "Plan", answers, points=points)
    assert not [todo.text for todo in letter.todos() if "seam" in todo.text]
    said = [s.text for s in letter.sentences()]
    assert sum("fixed" in sentence for sentence in said) == 1


def test_what_the_company_did_for_me_asks_for_the_connection(tmp_path: Path) -> None:
    answers = "- Describe your experience: I was a client in 2012. We never went cold.\n"
    points = "- Cover letter points:\n  - Personal: tell them what the mill did for my family\n"
    letter = drafted(tmp_path, "Plan", answers, points=points)
    told = [s for s in letter.sentences() if "letter-1" in {source.id for source in s.sources}]
    assert [s.text for s in told] == ["I was a client in 2012.", "We never went cold."]


def test_a_sentence_of_an_answer_that_cannot_be_told_is_left_to_the_person(tmp_path: Path) -> None:
    """And a fault of the company's; what others say of the same answer is told."""
    answers = (
        "- Describe your experience: I wear your cloth every day. Loom tours, weavers, dye "
        "gardens.\n- What do you value? Honestly the shop is slow\n"
    )
    letter = drafted(tmp_path, "Plan", answers)
    assert "I wear your cloth every day." in [s.text for s in letter.sentences()]
    todos = {todo.text: todo.reason for todo in letter.todos()}
    assert "Loom tours, weavers, dye gardens." in todos
    assert "finds fault" in todos["Honestly the shop is slow"]


def test_a_duty_of_the_posting_is_told_for_what_they_want(tmp_path: Path) -> None:
    """Where that says less: "You want to build the partnerships"."""
    points = (
        "- Cover letter points:\n  - Highlight the fire plan and tie it to the partnerships they "
        "want to build\n"
    )
    duty = "Build partnerships with the brigade and other mills"
    said = " ".join(s for p in letter_of(tmp_path, duty, points=points) for s in p)
    assert "partnerships with the brigade and other mills" in said
    assert "You want to build" not in said


def test_a_common_word_names_no_position(tmp_path: Path) -> None:
    """Of one word it is named as it is spelled: "that manager" is no application."""
    answers = "- How does it relate to your interest in us? I want to be a director who weaves\n"
    job = JOB.replace("Mill Manager", "Director")
    (tmp_path / "profile.yaml").write_text(PROFILE)
    path = tmp_path / "job.md"
    path.write_text(job.format(duty="Plan", answers=answers, company="Beck & Sons"))
    said = [s.text for s in case_of(path).draft.sentences()]
    assert "I want to be a director who weaves." in said
    assert any("position of Director" in sentence for sentence in said)
