"""The word lists beside the code: each is there because something asks for it."""

import re
from pathlib import Path

import pytest

import lapel
from lapel.text.data import parse_data

HOME = Path(lapel.__file__).parent
LISTS = (
    *("checks/letters/words.yaml", "job/phrases.yaml", "letter/points/frames.yaml"),
    *("letter/points/words.yaml", "letter/telling/connection.yaml", "letter/telling/grammar.yaml"),
    *("letter/telling/places.yaml", "letter/telling/posting.yaml", "matching/description.yaml"),
    *("matching/wishes.yaml", "text/phrases.yaml", "text/stems.yaml"),
)
CODE = "".join(path.read_text() for path in sorted(HOME.rglob("*.py")))


@pytest.mark.parametrize("name", LISTS)
def test_every_list_is_asked_for(name: str) -> None:
    """A list that no code names is words that nobody reads."""
    names = parse_data((HOME / name).read_text())
    assert [key for key in names if not re.search(rf"[\"'.]{re.escape(key)}\b", CODE)] == []
