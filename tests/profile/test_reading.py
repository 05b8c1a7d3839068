"""Profile files: what holds for any of them."""

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from lapel.profile.ids import telling_words
from lapel.profile.model import Profile, SectionKind
from lapel.profile.reading import parse_profile, read_profile
from lapel.source.diagnostics import Outcome
from lapel.source.printing import format_diagnostic
from lapel.source.reading import decode_source
from lapel.source.source import without_unseen
from lapel.text.inline import plain_text
from tests.source.strategies import BROKEN, TYPED, WORDS

KEYWORDS = ", ".join(f"t{number:03}" for number in range(1001))


def parse(text: str, name: str = "profile.yaml") -> Outcome[Profile]:
    source = decode_source(Path(name), text.encode("utf-8", "replace")).value
    return parse_profile(source) if source else Outcome(None)


def profile_of(fields: dict[str, Any], name: str = "profile.yaml") -> Profile:
    as_json = name.endswith(".json")
    text = json.dumps(fields) if as_json else yaml.safe_dump(fields, allow_unicode=True)
    outcome = parse(text, name)
    assert outcome.value, [format_diagnostic(d) for d in outcome.diagnostics]
    return outcome.value


def of_role(highlights: list[str]) -> dict[str, Any]:
    return {
        "basics": {"name": "Ada Lund"},
        "work": [{"id": "mill", "position": "Cook", "highlights": highlights}],
    }


TEXTS = st.lists(
    (WORDS | TYPED).map(without_unseen).map(str.strip).filter(bool),
    max_size=6,
    unique_by=lambda text: " ".join(plain_text(text).split()),
).filter(lambda texts: all(plain_text(text).split() for text in texts))


@pytest.mark.parametrize("name", ["a.yaml", "a.yml", "a.YAML", "a.json"])
def test_a_file_is_read_by_its_name(tmp_path: Path, name: str) -> None:
    """YAML and JSON are told apart by the file's ending."""
    path = tmp_path / name
    path.write_text(
        '{"basics":\t{"name": "Ada Lund"}}' if "json" in name else "basics: {name: Ada}"
    )
    assert read_profile(path).value


def test_a_file_that_is_none_is_said(tmp_path: Path) -> None:
    """A missing profile and one that is no text are errors like any other."""
    assert [d.code for d in read_profile(tmp_path / "none.yaml").diagnostics] == ["missing-file"]
    path = tmp_path / "a.yaml"
    path.write_bytes(b"basics: {name: Jos\xe9}\n")
    assert [d.code for d in read_profile(path).diagnostics] == ["not-utf-8"]


@given(BROKEN.map(lambda text: text.replace("\x00", "")), st.sampled_from(["a.yaml", "a.json"]))
def test_any_text_is_a_profile_or_problems(text: str, name: str) -> None:
    """Whatever a file holds, reading never raises, and every problem can be printed."""
    outcome = parse(text, name)
    assert (outcome.value is None) == bool(outcome.errors) or not text
    assert all(format_diagnostic(problem) for problem in outcome.diagnostics)


KEYS = ["basics", "work", "skills", "sections", "name", "roles", "highlights", "text", "weight"]
KEYS += ["position", "startDate", "endDate", "id", "location", "tags", "summaries", "x", "title"]
SHAPES = st.recursive(
    WORDS | st.sampled_from(["2020", "2019-04", "present", ".nan", "no", "-1", ""]) | st.none(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from(KEYS), SHAPES, max_size=5), st.booleans())
def test_any_shape_is_a_profile_or_problems(fields: dict[str, Any], as_json: bool) -> None:
    """Known keys over values of any shape never raise either."""
    fields = {"basics": {"name": "Ada Lund"}, **fields}
    text = json.dumps(fields) if as_json else yaml.safe_dump(fields, allow_unicode=True)
    outcome = parse(text, "a.json" if as_json else "a.yaml")
    assert (outcome.value is None) == bool(outcome.errors)
    assert all(format_diagnostic(problem) for problem in outcome.diagnostics)


@given(TEXTS, st.sampled_from(["a.yaml", "a.json"]))
def test_texts_come_back_as_they_were_dumped(texts: list[str], name: str) -> None:
    """A profile written by a program reads back with its very bullets, but for unseen marks."""
    (entry,) = profile_of(of_role(texts), name).entries
    assert [highlight.text.markdown for highlight in entry.highlights] == texts


@given(TEXTS, st.randoms(use_true_random=False), st.data())
def test_an_id_is_its_texts_own(texts: list[str], random: Random, data: st.DataObject) -> None:
    """Bullets added, removed or moved around a bullet leave its id as it is.

    Of bullets that begin with the same telling words this cannot hold: those take more words.
    """
    distinct = list({tuple(telling_words(plain_text(t))[:5]): t for t in texts}.values())
    (entry,) = profile_of(of_role(distinct)).entries
    ids = {highlight.text.markdown: highlight.id for highlight in entry.highlights}
    others = data.draw(st.lists(st.sampled_from(distinct), unique=True)) if distinct else []
    random.shuffle(others)
    (entry,) = profile_of(of_role(others)).entries
    assert {h.text.markdown: h.id for h in entry.highlights} == {t: ids[t] for t in others}
    assert len(set(ids.values())) == len(ids)


def test_every_id_is_unique() -> None:
    """Entries, bullets, summaries and skills never share an id, whatever they are called."""
    profile = profile_of(
        {
            "basics": {"name": "Ada"},
            "summaries": ["Mill", "mill!", "the mill"],
            "work": [{"name": "Mill", "highlights": ["Mill"]}, {"name": "Mill"}],
            "projects": [{"name": "Mill"}, {"name": "The Mill", "id": "mill"}],
            "skills": ["Mill", {"name": "mill"}],
        }
    )
    ids = [
        *(summary.id for summary in profile.summaries),
        *(entry.id for entry in profile.entries),
        *(highlight.id for entry in profile.entries for highlight in entry.highlights),
        *(skill.id for skill in profile.skills),
    ]
    assert len(set(ids)) == len(ids)
    assert profile.entry("mill").section is SectionKind.PROJECTS


def test_every_text_has_its_place() -> None:
    """A bullet leads back to its line and column."""
    text = "basics: {name: Ada}\nwork:\n  - position: Cook\n    highlights:\n      - Cut waste\n"
    profile = parse(text).value
    assert profile
    (highlight,) = profile.entries[0].highlights
    assert (highlight.text.place.line, highlight.text.place.column) == (5, 9)


def test_more_keywords_than_any_page_has_are_an_error() -> None:
    """A whole taxonomy of skills is told of at once, not laid out for minutes."""
    skills = "".join(f"  - name: Tools {group}\n    keywords: [{KEYWORDS}]\n" for group in "ab")
    outcome = parse(f"basics: {{name: Ada}}\nskills:\n{skills}")
    assert outcome.value is None
    assert [format_diagnostic(d).split("\n")[0] for d in outcome.diagnostics] == [
        "profile.yaml:6:6010: error: the skills have 2,002 keywords, and lapel reads 2,000"
    ]


def test_the_samples_are_sound() -> None:
    """Every profile of the repository is read without a single problem."""
    folder = Path(__file__).parents[2] / "profiles"
    for path in sorted(folder.glob("*.yaml")):
        outcome = read_profile(path)
        assert [format_diagnostic(d) for d in outcome.diagnostics] == []
        assert outcome.value


def test_a_profile_gives_its_entries_by_id_and_section() -> None:
    """Asking for an entry that is not there is an error of the asker."""
    profile = profile_of(of_role(["Cut waste"]))
    assert profile.section(SectionKind.WORK) == profile.entries
    assert profile.section(SectionKind.AWARDS) == ()
    with pytest.raises(KeyError):
        profile.entry("none")
