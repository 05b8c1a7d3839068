"""The built-in lexicon for all tests of matching."""

import pytest

from lapel.matching.lexicon import Lexicon
from lapel.matching.lexicon_files import load_lexicon


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The lexicon as every run loads it."""
    value = load_lexicon().value
    assert value is not None
    return value
