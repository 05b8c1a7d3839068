"""What figures tell is found wherever its pattern finds it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapel.matching.answers.figures import _table


@pytest.mark.parametrize("name", sorted(_table().words))
@given(data=st.data())
def test_what_is_looked_for_beside_words_stands_beside_one(name: str, data: st.DataObject) -> None:
    """No text that shows a thing lacks all words that it is looked for beside."""
    text = data.draw(st.from_regex(_table().patterns[name], alphabet=st.characters(codec="ascii")))
    assert any(word in text.lower() for word in _table().words[name])
