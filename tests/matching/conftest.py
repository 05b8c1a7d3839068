"""The built-in lexicon for all tests of matching."""

import pytest

from lapel.matching.lexicon import Lexicon
from tests.given import own_lexicon


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The lexicon as every run loads it."""
    return own_lexicon()
