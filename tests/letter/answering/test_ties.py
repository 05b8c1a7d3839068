"""What a point ties to the company is told from its posting, beside the deed that answers it."""

from pathlib import Path

from tests.letter.answering.one_letter import letter_of

PROFILE = """basics: {name: Dana Ruiz}
work:
  - name: Saltmarsh Clinic
    position: Veterinary Nurse
    startDate: 2019
    highlights:
      - Started a written pain score, and relief overnight went from one in five to one in twelve
      - Reached stranded owners in 24 minutes on average, over 112 calls
      - Introduced captions and a quiet room at 28 public evenings
      - Wrote the handbook that all 14 students use
certificates:
  - {name: Registered Veterinary Nurse}
  - {name: First Aid at Work}
"""
POSTING = """The head of cellar runs our wards and moves us to digital records.
Our promise to owners is that no animal waits for pain relief.
We work on the principle of support before blame, and our fees are printed on the door.

- Plan the support of owners and students
- Lower the noise of the wards"""


def told(folder: Path, *points: str, answers: str = "") -> tuple[list[str], list[str]]:
    """The sentences and to-dos of the points, without the to-do that asks for the motive."""
    said, todos = letter_of(folder, PROFILE, *points, answers=answers, posting=POSTING)
    return said, [todo for todo in todos if not todo.startswith("say why you")]


def test_a_tie_typed_behind_a_mark_reads_the_posting_back(tmp_path: Path) -> None:
    """The words that it quotes stand there."""
    said, todos = told(tmp_path, 'Body: the pain score I started!! goes w/ their "no animal waits"')
    assert said[0] == "Your promise to owners is that no animal waits for pain relief."
    assert "written pain score" in said[1]
    assert not todos


def test_what_the_posting_states_comes_before_a_duty_with_some_of_its_words(tmp_path: Path) -> None:
    """Else the duty to plan the support of owners would be told."""
    said, todos = told(
        tmp_path,
        "Body: Describe the captions and relate them to the principle of support before blame",
    )
    assert said[0].startswith("You work on the principle of support before blame")
    assert not todos


def test_what_they_say_of_something_is_told(tmp_path: Path) -> None:
    """No deed is told in its place."""
    said, _ = told(tmp_path, "Company: Refer to what they say about the fees on the door")
    assert said[0].endswith("and your fees are printed on the door.")


def test_what_the_post_does_is_not_said_of_the_company(tmp_path: Path) -> None:
    """The posting says who moves them to digital records."""
    said, _ = told(tmp_path, "Body: Connect the handbook to the clinic's move to digital records")
    assert not any("leads our wards" in text or "runs your wards" in text for text in said)


def test_a_measure_asked_for_is_told_by_the_one_deed_that_has_it(tmp_path: Path) -> None:
    """The remark behind it then has something to point at."""
    said, todos = told(
        tmp_path, "Body: mention how fast I get to stranded people, it beats their 30 minutes"
    )
    assert "in 24 minutes on average" in said[0]
    assert said[1] == "It beats your 30 minutes."
    assert not todos


def test_a_registration_is_the_certificate_that_says_so(tmp_path: Path) -> None:
    """Others are no registration; and the position's own words do not say it already."""
    said, todos = told(tmp_path, "Closing: note the registration, and thank them")
    assert "I am a Registered Veterinary Nurse." in said
    assert not todos


def test_a_claim_is_left_to_what_the_next_sentence_names(tmp_path: Path) -> None:
    """It needs no to-do of its own."""
    said, todos = told(tmp_path, "Body: Show that I can teach. Mention the handbook.")
    assert "handbook" in said[0]
    assert not todos


def test_an_answer_that_a_sentence_tells_again_is_left_out(tmp_path: Path) -> None:
    """Both would say where and how long."""
    answers = "I grew up in Mzamo, where we fetched water from the river until I was fourteen."
    own = "In Mzamo we drank from the river until I was fourteen, and water is no paperwork to me."
    said, _ = told(tmp_path, f"Company-specific: {own}", answers=answers)
    assert own in said
    assert not any(text.startswith("I grew up") for text in said)


def test_what_a_deed_was_about_is_told_with_it(tmp_path: Path) -> None:
    """The claim alone would be an echo of the posting."""
    said, _ = told(tmp_path, 'Body: Emphasize that "pain seen" is what the written score was about')
    assert said[0] == '"Pain seen" is what the written score was about.'
    assert "written pain score" in said[1]


def test_somebody_whom_only_the_answers_name_is_told_by_them(tmp_path: Path) -> None:
    """The opening begins with them, and no deed with a word of the point comes first."""
    answers = "Mrs. Pruitt drove the van of the clinic and let me hold the lamp."
    note = (
        "Opening: Start with the handbook and Mrs. Pruitt, and lead from there to the head position"
    )
    said, _ = told(tmp_path, note, answers=answers)
    assert said[0] == answers
    assert "Head of Cellar" in said[1]


def test_a_line_of_theirs_is_read_back_whole(tmp_path: Path) -> None:
    """Its "them" is the company, as in the posting."""
    said, todos = told(tmp_path, "Company: Comment on their line that no animal waits for relief")
    assert said[0] == "Your promise to owners is that no animal waits for pain relief."
    assert not todos


def test_a_wish_of_theirs_is_met_by_what_the_point_names_behind_it(tmp_path: Path) -> None:
    """The verb that asks for both is no part left unsaid."""
    note = "Body: Speak to their wish for quiet evenings, with the captions I introduced"
    said, todos = told(tmp_path, note)
    assert said[0] == "You want quiet evenings."
    assert "captions" in said[1]
    assert not todos


def test_what_a_deed_is_for_or_meets_is_told_from_the_posting(tmp_path: Path) -> None:
    """Something to come, and something they say, are theirs; what the deed is told for is not."""
    said, todos = told(
        tmp_path,
        "Body: Describe the pain score I started, which fits what they say about pain relief",
    )
    assert said[0] == "Your promise to owners is that no animal waits for pain relief."
    assert "written pain score" in said[1]
    assert not todos
    said, _ = told(tmp_path, "Body: Describe the handbook for a ward that has yet to open")
    assert "wards" in said[0]
    assert "handbook" in said[1]


def test_a_tie_to_what_the_posting_tells_of_is_no_todo(tmp_path: Path) -> None:
    """Its words for it may be others, and the company's name asks for nothing."""
    for point in (
        "Body: Describe the pain score; relate it to the records of animals at Brook & Daughters",
        "Body: Relate the handbook, and the pain score, to their owners and their printed fees",
    ):
        said, todos = told(tmp_path, point)
        assert any("pain score" in text for text in said)
        assert not todos


def test_what_a_point_turns_to_is_told_behind_the_deed(tmp_path: Path) -> None:
    """It is theirs where they "want" it, and of two things held up each is told."""
    said, todos = told(tmp_path, "Body: Explain how I wrote the handbook, then turn to their fees")
    assert any("fees" in text for text in said)
    assert any("handbook" in text for text in said)
    assert not todos
    said, todos = told(
        tmp_path,
        "Body: Cite the handbook as an example of care, and the captions as evidence of tact",
    )
    assert ["handbook" in text or "captions" in text for text in said] == [True, True]
    assert not todos
