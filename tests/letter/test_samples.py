"""The letters of the samples: read and approved, and what holds for each of them."""

import re
from pathlib import Path

import pytest

from lapel.job.model import NoteKind
from lapel.letter.file.writing import letter_of
from lapel.letter.model import Sentence, SourceKind
from lapel.letter.points.context import Context
from lapel.letter.points.model import Silence, Wish
from lapel.letter.points.reading import read_point
from lapel.letter.style import LONGEST_WORDS, begins_with_i, cliches_in, opener
from lapel.letter.tracing import place_of
from tests.letter.lines import ENGLISH, JOBS, STRANGERS, case_of, letter_file, words_in
from tests.quick import one_quick

GOLDEN = Path(__file__).parent / "golden"
PEOPLE = [(job, job.with_name("job-2.md")) for job in STRANGERS if job.stem == "job-1"]
TITLE_WORDS = re.compile(r"(?<![.!?:] )(?<!^)\b[A-Z][\w'’&-]+")


def name_of(job: Path) -> str:
    """A job as it is called among the tests."""
    return f"{job.parent.name}-{job.stem}"


@pytest.fixture(params=one_quick(JOBS), ids=lambda job: job.stem)
def sample(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.fixture(params=one_quick((*JOBS, *STRANGERS)), ids=name_of)
def job(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.fixture(params=one_quick((*ENGLISH, *STRANGERS)), ids=name_of)
def english(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def drafted(job: Path) -> list[Sentence]:
    """The sentences that lapel made."""
    return [sentence for sentence in case_of(job).draft.sentences() if not sentence.own]


def test_letter_is_as_it_was_read_and_approved(sample: Path, update: bool) -> None:
    """The words of the draft are those a person read last; `--update` takes the new ones."""
    golden = GOLDEN / f"{sample.stem}.md"
    if update:
        golden.write_text(letter_file(sample))
    assert letter_file(sample) == golden.read_text()


def test_drafted_sentences_read_well(english: Path) -> None:
    """None is long or worn, no opener repeats, and at most a third begin with "I"."""
    texts = [sentence.text for sentence in drafted(english)]
    assert [text for text in texts if len(text.split()) > LONGEST_WORDS] == []
    assert [text for text in texts if cliches_in(text)] == []
    openers = [opener(text) for text in texts]
    assert sorted(openers) == sorted(set(openers))
    assert sum(map(begins_with_i, texts)) <= max(1, len(texts) // 3)


def test_a_paragraph_begins_with_no_reference_back(english: Path) -> None:
    """What it begins with is clear without the paragraph before it."""
    for paragraph in case_of(english).draft.paragraphs:
        first = paragraph.sentences[0] if paragraph.sentences else None
        if first is not None and not first.own:
            assert not re.match(r"(?:There|Before that|Earlier|Later|I also)\b", first.text)


def test_no_paragraph_is_a_list(english: Path) -> None:
    """Of what the profile tells no paragraph has more than three deeds."""
    for paragraph in case_of(english).draft.paragraphs:
        sources = {source for sentence in paragraph.sentences for source in sentence.sources}
        deeds = {source.id for source in sources if source.kind is SourceKind.HIGHLIGHT}
        assert len(deeds) <= 3 * max(1, len(paragraph.notes)), deeds


@pytest.mark.parametrize("person", one_quick(PEOPLE), ids=lambda jobs: jobs[0].parent.name)
def test_two_letters_of_one_person_do_not_read_alike(person: tuple[Path, Path]) -> None:
    """Of lapel's own sentences hardly one stands in both, and the openings differ."""
    first, second = ([s.text for s in drafted(job)] for job in person)
    assert first[0] != second[0]
    assert len(set(first) & set(second)) <= max(len(first), len(second)) // 3


def test_no_highlight_is_told_twice(job: Path) -> None:
    """Each highlight has one place in the letter."""
    told = [
        source.id
        for part in letter_of(case_of(job).draft).parts
        for source in {s for piece in part.pieces for s in piece.sources}
        if source.kind is SourceKind.HIGHLIGHT
    ]
    assert sorted(told) == sorted(set(told))


def test_numbers_and_names_stand_in_the_sources(job: Path) -> None:
    """A number, and a word with a capital, of any sentence is in the profile or the job file."""
    inputs = case_of(job).inputs
    profile = (inputs.profile.basics.name.place.path).read_text()
    known = words_in(profile) | words_in(job.read_text())
    known |= {part for word in known for part in re.split(r"[-'’.,]", word)}
    for sentence in case_of(job).draft.sentences():
        numbers = {word for word in words_in(sentence.text) if re.search(r"\d", word)}
        names = {name.casefold() for name in TITLE_WORDS.findall(sentence.text)} - {"i"}
        names = {re.split(r"['’]", name)[0] for name in names} - {"i"}
        assert numbers - known == set(), sentence.text
        assert {n for n in names if not set(re.split(r"[-&]", n)) - {""} <= known} == set()


def test_every_source_has_its_place(job: Path) -> None:
    """What a sentence comes from is found in the files, but for frame sentences."""
    inputs = case_of(job).inputs
    for sentence in case_of(job).draft.sentences():
        assert sentence.sources
        for source in sentence.sources:
            if source.kind is not SourceKind.FRAME:
                assert place_of(source, inputs.job, inputs.profile) is not None, source


def test_every_point_is_said_or_reported(job: Path) -> None:
    """A point is the source of a sentence or of a to-do, unless it asks for silence."""
    case = case_of(job)
    said = {s.id for sentence in case.draft.sentences() for s in sentence.sources}
    said |= {todo.note.id for todo in case.draft.todos() if todo.note}
    for note in case.inputs.job.notes_of(NoteKind.LETTER_POINT):
        acts = read_point(note.body, Context()).acts
        if acts and not all(isinstance(act, Silence | Wish) for act in acts):
            assert note.id in said, note.text


def test_no_placeholder_and_no_leftover_instruction(job: Path) -> None:
    """Nothing that is still to be filled in stands in a sentence."""
    text = " ".join(sentence.text for sentence in case_of(job).draft.sentences())
    assert not re.search(r"\[[^\]]*\](?!\()|TBD|<<|\{|\}|__", text)


def test_letter_keeps_to_its_words(job: Path) -> None:
    """No letter is longer than it may be."""
    assert letter_of(case_of(job).draft).word_count() <= 400
