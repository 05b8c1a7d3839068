"""Whatever points people write, each is said or reported, and nothing is made up."""

import re
from functools import cache

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lapel.inputs import Inputs
from lapel.job.model import NoteKind
from lapel.letter.file.reading import read_letter
from lapel.letter.file.writing import letter_of, letter_text
from lapel.letter.model import Sentence
from lapel.letter.points.context import Context
from lapel.letter.points.model import Silence, Wish
from lapel.letter.points.reading import read_point
from lapel.lettering import draft
from tests.given import source_of
from tests.letter.lines import words_in
from tests.letter.one_job import inputs_with, matches
from tests.letter.points.dump import read_fragment
from tests.literate import cases_under
from tests.quick import tries
from tests.samples import ROOT

LABELS = ("Opening paragraph: ", "Body paragraph: ", "Why us: ", "Closing: ", "")


@cache
def points() -> tuple[str, ...]:
    """Every point that was collected for reading points."""
    cases = cases_under(ROOT / "tests" / "letter" / "points" / "cases")
    return tuple(dict.fromkeys(point for c in cases for point, _ in read_fragment(c.text)))


written = st.tuples(st.sampled_from(LABELS), st.deferred(lambda: st.sampled_from(points())))


@pytest.mark.slow
@tries(40)
@example([("Closing: ", "Describe story time growth, 12 to 60 kids")])  # its deed is told before it
@example([("Body paragraph: ", "Show excitement")])  # the writer's own words open instead
@example([("Body paragraph: ", "Thistledown")])  # names nothing but whom it is written to
@given(st.lists(written, min_size=1, max_size=7, unique_by=lambda pair: pair[1]))
def test_any_points_make_an_honest_letter(
    tmp_path_factory: pytest.TempPathFactory, pairs: list[tuple[str, str]]
) -> None:
    """Points of other lives and trades: said, looked for or left to the person, never lost."""
    folder = tmp_path_factory.mktemp("job")
    inputs = inputs_with(folder, [label + point for label, point in pairs])
    letter = draft(inputs, matches(), None).value
    assert letter is not None
    sentences = list(letter.sentences())
    said = {source.id for sentence in sentences for source in sentence.sources}
    said |= {todo.note.id for todo in letter.todos() if todo.note}
    for note in inputs.job.notes_of(NoteKind.LETTER_POINT):
        acts = read_point(note.body, Context()).acts
        if acts and not all(isinstance(act, Silence | Wish) for act in acts):
            assert note.id in said, note.text
    _assert_from_sources(sentences, inputs)
    source = source_of(letter_text(letter_of(letter)), "letter.md")
    read = read_letter(source).value
    assert read is not None
    assert read.word_count() == letter_of(letter).word_count()


def _assert_from_sources(sentences: list[Sentence], inputs: Inputs) -> None:
    """Every number of a sentence stands in the profile or in the job file."""
    files = [inputs.profile.basics.name.place.path, inputs.job.notes[0].place.path]
    known = {word for file in files for word in words_in(file.read_text())}
    known |= {part for word in known for part in re.split(r"[-'’.,]", word)}
    for sentence in sentences:
        numbers = {word for word in words_in(sentence.text) if re.search(r"\d", word)}
        assert numbers - known == set(), sentence.text
        assert not re.search(r"\[[^\]]*\](?!\()|TBD|<<|\{|\}", sentence.text)
