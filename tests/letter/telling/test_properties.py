"""What holds for every telling of every highlight in the repository's profiles."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from lapel.letter.style import LONGEST_WORDS
from lapel.letter.telling.highlight import LONGEST_TELLING_WORDS, tell_highlight
from lapel.letter.telling.introducing.places import setting_of
from lapel.letter.telling.model import Introduction, Telling, Untold
from lapel.letter.telling.tidying import tidy
from lapel.profile.model import Entry, Highlight
from lapel.profile.reading import read_profile
from lapel.text.inline import plain_text
from lapel.text.verbs import Form, forms_of
from tests.quick import one_quick

ROOT = Path(__file__).parents[3]
PROFILES = (
    *sorted((ROOT / "profiles").glob("*.yaml")),
    *sorted((ROOT / "tests" / "matching" / "labelled").glob("*/profile.yaml")),
)
NUMBER = re.compile(r"[$£€#]?\d[\d.,:]*\d|[$£€#]?\d")
NAME = re.compile(r"(?<=[a-z,;] )[A-Z][\w'’-]+")


@cache
def highlights(path: Path) -> tuple[tuple[Entry, Highlight], ...]:
    profile = read_profile(path).value
    assert profile is not None
    return tuple((entry, h) for entry in profile.entries for h in entry.highlights)


@cache
def ways_told(path: Path) -> tuple[tuple[Entry, Highlight, tuple[Telling, ...]], ...]:
    """Every highlight with the ways to tell it after each introduction, told once for all tests."""
    return tuple(
        (entry, highlight, told)
        for entry, highlight in highlights(path)
        for introduction in Introduction
        if not isinstance(told := tell_highlight(highlight, entry, introduction), Untold)
    )


def tellings(path: Path) -> Iterator[tuple[Entry, Highlight, Telling]]:
    for entry, highlight, told in ways_told(path):
        yield from ((entry, highlight, one) for one in told)


@pytest.fixture(params=one_quick(PROFILES), ids=lambda path: f"{path.parent.name}-{path.stem}")
def path(request: pytest.FixtureRequest) -> Path:
    found: Path = request.param
    return found


def test_every_sentence_begins_and_ends_as_one(path: Path) -> None:
    """A capital or a figure at the start, one mark at the end, no space or mark doubled."""
    for _, _, told in tellings(path):
        for sentence in told.sentences:
            text = plain_text(sentence.text)
            assert re.match(r"[\"“‘]?[A-Z0-9$£€]", text), text
            assert re.search(r"[^.!?][.!?][\"”’)]*$", text), text
            assert not re.search(r"  |\s[.,;]|[,;]{2}|\.\.|[,;:]\.$", text), text


def test_no_sentence_is_longer_than_a_reader_follows(path: Path) -> None:
    for _, _, told in tellings(path):
        counts = [len(sentence.text.split()) for sentence in told.sentences]
        assert max(counts) <= LONGEST_WORDS, told
        assert sum(counts) <= LONGEST_TELLING_WORDS, told


def test_the_first_person_is_said_as_people_say_it(path: Path) -> None:
    """No "I" doubled, no imperative or bare noun behind it, no "my" of somebody else."""
    for entry, _, told in tellings(path):
        over = entry.end is not None and not entry.end.present
        for sentence in told.sentences:
            text = sentence.text
            assert not re.search(r"\bI (?:I|My|my|we)\b|\bI (?:was|am) I\b", text), text
            for word in re.findall(r"(?:^|, |; )I (?:also )?([\w'’/-]+)", text):
                forms = forms_of(word)
                assert forms or word.endswith("ly") or word in {"still", "once", "rope"}, text
                if over and not sentence.own:
                    assert forms != {Form.BASE}, text


def test_numbers_and_names_come_out_as_they_went_in(path: Path) -> None:
    """In the order of the text that was told: the bullet, a wording of its author, or its start."""
    for entry, highlight, told in tellings(path):
        said = " ".join(plain_text(sentence.text) for sentence in told.sentences)
        setting = setting_of(entry)
        place = entry.organisation.name.markdown if entry.organisation else ""
        for before in (setting.role, setting.at, setting.at_short, setting.name, place):
            at = said.lower().find(before.lower())
            said = said[:at] + said[at + len(before) :] if at >= 0 else said
        texts = [highlight.text, *(wording.text for wording in highlight.wordings)]
        texts += [highlight.letter] if highlight.letter is not None else []
        for pattern in (NUMBER, NAME):
            begins = {word for text in texts for word in plain(text.markdown).split()[:2]}
            found = [one for one in pattern.findall(said) if one not in begins]
            sources = [
                [one for one in pattern.findall(plain(text.markdown)) if one not in begins]
                for text in texts
            ]
            assert any(found == source[: len(found)] for source in sources), (said, found, sources)
            dropped = [source for source in sources if found == source[: len(found)]]
            assert found in dropped or highlight.wordings or ";" in texts[0].markdown, said


@cache
def plain(markdown: str) -> str:
    return re.sub("[\ue000\ue001]", "", tidy(markdown))


def test_a_telling_names_its_sources(path: Path) -> None:
    """The highlight stands behind every sentence, the entry behind the one that names it."""
    for entry, highlight, told in tellings(path):
        for sentence in told.sentences:
            assert f"highlight {highlight.id}" in map(str, sentence.sources)
        named = told.introduction not in (
            Introduction.SAME,
            Introduction.THIS,
            Introduction.BARE,
        )
        assert (f"entry {entry.id}" in map(str, told.sentences[0].sources)) == named


def test_ways_to_tell_one_highlight_open_differently(path: Path) -> None:
    for _, _, told in ways_told(path):
        assert len({one.opener for one in told}) == len(told)


def test_nearly_every_highlight_can_be_told() -> None:
    """Of the bullets of eight professions at most one in twenty has to be left to others."""
    labelled = [pair for path in PROFILES if "labelled" in path.parts for pair in highlights(path)]
    untold = [
        highlight.id
        for entry, highlight in labelled
        if isinstance(tell_highlight(highlight, entry, Introduction.FULL), Untold)
    ]
    assert len(untold) <= len(labelled) / 20, untold
