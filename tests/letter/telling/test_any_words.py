"""Whatever a person wrote, telling says something or gives a reason; it never fails."""

from hypothesis import given
from hypothesis import strategies as st

from lapel.job.model import Note, NoteKind
from lapel.letter.telling.connecting.connection import tell_connection
from lapel.letter.telling.highlight import tell_highlight
from lapel.letter.telling.model import Introduction, Untold
from lapel.letter.telling.posting import phrase_of
from tests.letter.telling.builders import PLACE, entry_of
from tests.quick import tries

SOME = (
    "Led lead leading Leads set Cut run drive, Member of the and or who which was fell 12% $2M 40+ "
    'I my we team nurses patients Etsy Kotlin Responsible for; by with – ( ) " * Thesis: Zero no '
    "Used used Promoted to promoted and, trained certified up down from 5 Head, Direct A/B first"
)
WORDS = st.sampled_from(SOME.split())
TEXTS = st.one_of(st.lists(WORDS, max_size=14).map(" ".join), st.text(max_size=40))
HEADS = st.sampled_from(
    [
        "work: Head of Things, Part, More | Acme, Inc. | ended",
        "work: Freelance |  | present",
        "education: BA, Economics | Temple University | ended",
        "projects: rowdiff | A tool | present",
        "custom: Forum |  | present",
    ]
)
QUESTIONS = st.sampled_from(
    ["", "Have you used it?", "How long have you used it?", "What do you value?", "Why did you go?"]
)


@tries(400)
@given(HEADS, TEXTS, st.sampled_from(list(Introduction)))
def test_any_bullet_is_told_or_has_a_reason(head: str, text: str, how: Introduction) -> None:
    entry = entry_of(head, [f"- {text}"])
    told = tell_highlight(entry.highlights[0], entry, how)
    if isinstance(told, Untold):
        assert told.reason
    else:
        assert told
        assert all(sentence.text.strip() for one in told for sentence in one.sentences)


@tries(200)
@given(TEXTS, QUESTIONS)
def test_any_answer_is_joined_or_left(text: str, question: str) -> None:
    note = Note("connection-1", NoteKind.CONNECTION, text, question, text, "", False, PLACE, 1)
    told = tell_connection([note], "Etsy", [text], person="Jordan Avery")
    assert told.sentences or told.left == (("connection-1", told.left[0][1]),)
    assert not any(question and question in sentence.text for sentence in told.sentences)


@tries(200)
@given(TEXTS, st.booleans())
def test_any_line_of_a_posting_is_told_or_not(text: str, is_duty: bool) -> None:
    phrase = phrase_of(text, "Etsy", is_duty=is_duty)
    assert phrase is None or phrase.strip()
