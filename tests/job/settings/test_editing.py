"""Editing a job file's settings: the setting changes, no other byte does."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapel.job.model import Settings
from lapel.job.reading import parse_job
from lapel.job.settings.editing import (
    Append,
    CannotEditError,
    Discard,
    Edit,
    Put,
    Remove,
    edit_settings,
)
from lapel.source.reading import decode_source

BODY = "# Application Details\n\n## Company\nEtsy\n\n## Notes\n- Lead: a team\n"
MARKDOWN, YAML, JSON = Path("a.md"), Path("a.yaml"), Path("a.json")


def edited(text: str, *edits: Edit, path: Path = MARKDOWN) -> str:
    return edit_settings(path, text.encode(), edits).decode()


def settings_of(text: str, path: Path = MARKDOWN) -> Settings:
    source = decode_source(path, text.encode()).value
    assert source is not None
    job = parse_job(source)
    assert job.value is not None
    assert not job.errors
    return job.value.settings


def pins(text: str, path: Path = MARKDOWN) -> list[str]:
    return [pin.id for pin in settings_of(text, path).pin]


CASES = {
    "front matter is made where there is none": (
        BODY,
        Append(("pin",), "mill/crew"),
        f"---\npin: [mill/crew]\n---\n{BODY}",
    ),
    "a row of ids gets one more": (
        "---\npin: [a/b, c/d]  # mine\npages: 1\n---\n",
        Append(("pin",), "e/f"),
        "---\npin: [a/b, c/d, e/f]  # mine\npages: 1\n---\n",
    ),
    "a list of lines gets a line, and comments stay": (
        "---\npin:\n  - a/b  # first\n\n  # the next\n  - c/d  # last\n# pages\npages: 1\n---\n",
        Append(("pin",), "e/f"),
        "---\npin:\n  - a/b  # first\n\n  # the next\n  - c/d  # last\n  - e/f\n"
        "# pages\npages: 1\n---\n",
    ),
    "a list of lines that is not indented": (
        "---\npin:\n- a/b\npages: 1\n---\n",
        Append(("pin",), "e/f"),
        "---\npin:\n- a/b\n- e/f\npages: 1\n---\n",
    ),
    "a single id becomes a list": (
        "---\npin: a/b # why\n---\n",
        Append(("pin",), "c/d"),
        "---\npin: [a/b, c/d] # why\n---\n",
    ),
    "an empty setting is filled": (
        "---\npin: # nothing yet\npages: 1\n---\n",
        Append(("pin",), "c/d"),
        "---\npin: [c/d] # nothing yet\npages: 1\n---\n",
    ),
    "an empty row is filled": (
        "---\npin: []\n---\n",
        Append(("pin",), "c"),
        "---\npin: [c]\n---\n",
    ),
    "what is there is not added twice": (
        "---\npin: [a/b]\n---\n",
        Append(("pin",), "a/b"),
        "---\npin: [a/b]\n---\n",
    ),
    "an id leaves a row": (
        "---\npin: [a/b, c/d, e/f]\n---\n",
        Discard(("pin",), "c/d"),
        "---\npin: [a/b, e/f]\n---\n",
    ),
    "the last id of a row leaves": (
        "---\npin: [a/b, c/d]\n---\n",
        Discard(("pin",), "c/d"),
        "---\npin: [a/b]\n---\n",
    ),
    "an id leaves a list of lines with its line": (
        "---\npin:\n  - a/b  # first\n  - c/d\npages: 1\n---\n",
        Discard(("pin",), "a/b"),
        "---\npin:\n  - c/d\npages: 1\n---\n",
    ),
    "the only id takes its key along": (
        "---\npages: 1\npin:\n  - a/b\ntheme: classic\n---\n",
        Discard(("pin",), "a/b"),
        "---\npages: 1\ntheme: classic\n---\n",
    ),
    "the last setting takes the front matter along": (
        f"---\npin: [a/b]\n---\n{BODY}",
        Discard(("pin",), "a/b"),
        BODY,
    ),
    "front matter with a comment stays": (
        "---\n# mine\npin: [a/b]\n---\n",
        Discard(("pin",), "a/b"),
        "---\n# mine\npin: []\n---\n",
    ),
    "a value takes the place of another": (
        "---\npages: 1 # one\ntheme: classic\n---\n",
        Put(("pages",), 2),
        "---\npages: 2 # one\ntheme: classic\n---\n",
    ),
    "a new setting gets a line": (
        "---\npin:\n  - a\n  - b\n---\n",
        Put(("theme",), "modern"),
        "---\npin:\n  - a\n  - b\ntheme: modern\n---\n",
    ),
    "an order for one entry": (
        "---\npages: 1\n---\n",
        Put(("order", "mill"), ("mill/rye", "mill/crew")),
        "---\npages: 1\norder:\n  mill: [mill/rye, mill/crew]\n---\n",
    ),
    "an order for another entry": (
        "---\norder:\n  mill: [a, b]\npages: 1\n---\n",
        Put(("order", "quay"), ("c",)),
        "---\norder:\n  mill: [a, b]\n  quay: [c]\npages: 1\n---\n",
    ),
    "an order in a row": (
        "---\norder: {mill: [a, b]}\n---\n",
        Put(("order", "quay"), ("c",)),
        "---\norder: {mill: [a, b], quay: [c]}\n---\n",
    ),
    "an order changes, written on lines": (
        "---\norder:\n  mill:\n    - a\n    - b\n  quay: [c]\n---\n",
        Put(("order", "mill"), ("b", "a")),
        "---\norder:\n  mill: [b, a]\n  quay: [c]\n---\n",
    ),
    "the only order takes its key along": (
        "---\npages: 1\norder:\n  mill: [a, b]\n---\n",
        Remove(("order", "mill")),
        "---\npages: 1\n---\n",
    ),
    "a wording": (
        "---\nwording:\n  a/b: concise\n---\n",
        Put(("wording", "c/d"), "leadership"),
        "---\nwording:\n  a/b: concise\n  c/d: leadership\n---\n",
    ),
    "a text of its own, with what YAML could misread": (
        "---\npages: 1\n---\n",
        Put(("wording", "a/b"), {"text": 'Ranked #1: "best"', "of": "0123"}),
        "---\npages: 1\nwording:\n  a/b: {text: 'Ranked #1: \"best\"', of: 0123}\n---\n",
    ),
    "CR LF stays": (
        "---\r\npin:\r\n  - a\r\n---\r\n# Job\r\n",
        Append(("pin",), "b"),
        "---\r\npin:\r\n  - a\r\n  - b\r\n---\r\n# Job\r\n",
    ),
    "a byte order mark stays first": (
        "\ufeff# Job\n",
        Append(("pin",), "b"),
        "\ufeff---\npin: [b]\n---\n# Job\n",
    ),
    "no newline at the end stays so": ("# Job", Put(("pages",), 2), "---\npages: 2\n---\n# Job"),
    "text above the fences that is only blank": (
        "\n---\npin: [a]\n---\n# Job\n",
        Append(("pin",), "b"),
        "\n---\npin: [a, b]\n---\n# Job\n",
    ),
}
DOCUMENTS = {
    "a section at the end": (
        YAML,
        "company: Etsy\nnotes:\n  - a\n# the end\n",
        Append(("pin",), "x"),
        "company: Etsy\nnotes:\n  - a\n# the end\ntailoring:\n  pin: [x]\n",
    ),
    "a section at an end without newline": (
        YAML,
        "company: Etsy",
        Append(("pin",), "x"),
        "company: Etsy\ntailoring:\n  pin: [x]",
    ),
    "a section before the end of the document": (
        YAML,
        "company: Etsy\n...\n",
        Append(("pin",), "x"),
        "company: Etsy\ntailoring:\n  pin: [x]\n...\n",
    ),
    "a section that is there": (
        YAML,
        "tailoring:\n    pin: [x]\ncompany: Etsy\n",
        Put(("order", "mill"), ("b", "a")),
        "tailoring:\n    pin: [x]\n    order:\n      mill: [b, a]\ncompany: Etsy\n",
    ),
    "a section in a row": (
        YAML,
        "tailoring: {pages: 2}\ncompany: Etsy\n",
        Append(("pin",), "x"),
        "tailoring: {pages: 2, pin: [x]}\ncompany: Etsy\n",
    ),
    "a section without anything": (
        YAML,
        "tailoring:\ncompany: Etsy\n",
        Append(("pin",), "x"),
        "tailoring:\n  pin: [x]\ncompany: Etsy\n",
    ),
    "the last setting takes the section along": (
        YAML,
        "company: Etsy\ntailoring:\n  pin: [x]\nnotes: [a]\n",
        Discard(("pin",), "x"),
        "company: Etsy\nnotes: [a]\n",
    ),
    "JSON on lines": (
        JSON,
        '{\n\t"company": "Etsy",\n\t"notes": ["a"]\n}\n',
        Append(("pin",), "x"),
        '{\n\t"company": "Etsy",\n\t"notes": ["a"],\n\t"tailoring": {"pin": ["x"]}\n}\n',
    ),
    "JSON in a row": (
        JSON,
        '{"tailoring":{"pin":["x"]},"company":"Etsy"}',
        Append(("pin",), "y"),
        '{"tailoring":{"pin":["x", "y"]},"company":"Etsy"}',
    ),
    "JSON, nested": (
        JSON,
        '{"company": "Etsy"}',
        Put(("order", "mill"), ("a",)),
        '{"company": "Etsy", "tailoring": {"order": {"mill": ["a"]}}}',
    ),
}


@pytest.mark.parametrize(("before", "edit", "after"), CASES.values(), ids=CASES)
def test_markdown(before: str, edit: Edit, after: str) -> None:
    assert edited(before, edit) == after


@pytest.mark.parametrize(("path", "before", "edit", "after"), DOCUMENTS.values(), ids=DOCUMENTS)
def test_yaml_and_json(path: Path, before: str, edit: Edit, after: str) -> None:
    assert edited(before, edit, path=path) == after


@pytest.mark.parametrize("text", ["---\npin: [a\n---\n", "---\npin: [a]\n# Job\n"])
def test_settings_that_cannot_be_read_are_left_alone(text: str) -> None:
    with pytest.raises(CannotEditError, match="mend them first"):
        edited(text, Append(("pin",), "b"))


IDS = st.sampled_from(
    ["a", "mill/crew", "null", "012", "x y", "it's", 'say "so"', "é", "a#b", "- c"]
)
STARTS = st.sampled_from(
    [
        (MARKDOWN, BODY),
        (MARKDOWN, "# Job"),
        (MARKDOWN, f"---\r\npages: 1\r\npin:\r\n- z # zed\r\n---\r\n{BODY}"),
        (MARKDOWN, f"---\npin: [z]\norder: {{q: [z]}}\n# end\n---\n{BODY}"),
        (YAML, "company: Etsy\nnotes:\n- a"),
        (YAML, "tailoring:\n  pages: 1\n\n\ncompany: Etsy\n"),
        (JSON, '{"company": "Etsy", "tailoring": {"pages": 1}}'),
        (JSON, '{\n  "company": "Etsy"\n}\n'),
    ]
)


@given(STARTS, st.lists(st.tuples(st.booleans(), IDS), max_size=12))
def test_any_edits_are_read_back(start: tuple[Path, str], acts: list[tuple[bool, str]]) -> None:
    path, text = start
    expected = pins(text, path)
    for adds, id in acts:
        edit = Append(("pin",), id) if adds else Discard(("pin",), id)
        text = edited(text, edit, path=path)
        if adds and id not in expected:
            expected.append(id)
        if not adds and id in expected:
            expected.remove(id)
        assert pins(text, path) == expected


@given(STARTS, st.lists(IDS, min_size=1, max_size=4, unique=True), IDS)
def test_an_edit_and_its_reverse_leave_the_file(
    start: tuple[Path, str], ids: list[str], entry: str
) -> None:
    path, text = start
    pinned = pins(text, path)
    new = [id for id in ids if id not in pinned]
    there = edited(text, *(Append(("pin",), id) for id in new), path=path)
    assert edited(there, *(Discard(("pin",), id) for id in new), path=path) == text
    changed = edited(text, Put(("wording", entry), "w"), path=path)
    assert [w.highlight.id for w in settings_of(changed, path).wording] == [entry]
    assert edited(changed, Remove(("wording", entry)), path=path) == text
