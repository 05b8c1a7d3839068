"""The word lists beside the code: each is there because something asks for it, and each word of it
stands there once.
"""

import re
from collections import Counter
from pathlib import Path
from typing import TypeGuard

import pytest

import lapel
from lapel.text.data import parse_data

ENGLISH = ("words", "bullets", "notes", "instructions", "typing")
HOME = Path(lapel.__file__).parent
LISTS = (
    *("checks/letters/words.yaml", "job/words/phrases.yaml", "letter/points/frames.yaml"),
    *(
        *(f"letter/english/{name}.yaml" for name in ENGLISH),
        "letter/english/patterns.yaml",
        "matching/sections.yaml",
    ),
    *("letter/telling/connecting/connection.yaml",),
    *("letter/telling/introducing/places.yaml", "letter/telling/posting.yaml"),
    *("matching/asked/description.yaml", "matching/asked/wishes.yaml"),
    *("text/phrases.yaml", "text/stems.yaml"),
)
CODE = "".join(path.read_text() for path in sorted(HOME.rglob("*.py")))
NAMED = "".join(path.read_text() for path in sorted((HOME / "letter/english").glob("*.yaml")))


@pytest.mark.parametrize("name", LISTS)
def test_every_list_is_asked_for(name: str) -> None:
    """A list that no code, pattern or other list names is words that nobody reads."""
    names = parse_data((HOME / name).read_text())
    asked = re.compile(r"[\"'.](\w+)").findall(CODE) + re.compile(r"<(\w+)>").findall(NAMED)
    assert [key for key in names if key not in asked] == []


@pytest.mark.parametrize("name", LISTS)
def test_every_list_has_its_name_alone(name: str) -> None:
    """Of two lists with one name YAML keeps the second."""
    names = re.findall(r"(?m)^([\w-]+):", (HOME / name).read_text())
    assert [name for name, times in Counter(names).items() if times > 1] == []


@pytest.mark.parametrize("name", LISTS)
def test_every_word_stands_once_in_its_list(name: str) -> None:
    """Of a word that stands twice the second is deleted in vain."""
    lists = parse_data((HOME / name).read_text())
    listed = {
        key: told.split() if isinstance(told, str) else tuple(filter(_is_text, told))
        for key, told in lists.items()
        if isinstance(told, list) or (_is_text(told) and not _PATTERN.search(told))
    }
    twice = {key: [w for w, n in Counter(words).items() if n > 1] for key, words in listed.items()}
    assert {key: words for key, words in twice.items() if words} == {}


_PATTERN = re.compile(r"[|\\(?{]")


def _is_text(told: object) -> TypeGuard[str]:
    return isinstance(told, str)
