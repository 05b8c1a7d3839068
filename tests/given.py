"""What tests are given: a text as a file or a profile has it, and the words of a language."""

from functools import cache
from pathlib import Path

from lapel.locale.words import Words, load_words
from lapel.matching.lexicon import Lexicon
from lapel.matching.lexicon_files import load_lexicon
from lapel.profile.model import Date, Text
from lapel.source.diagnostics import Place
from lapel.source.reading import decode_source
from lapel.source.source import Source

PROFILE = Path("profile.yaml")
PRESENT = Date("present", present=True)


def text(markdown: str, line: int = 1) -> Text:
    """A text of a profile."""
    return Text(markdown, Place(PROFILE, line))


def source_of(text: str, name: str) -> Source:
    """A text as it is read from a file of this name."""
    source = decode_source(Path(name), text.encode()).value
    assert source is not None
    return source


def locale_words(language: str) -> Words:
    """The words of a language."""
    words = load_words(language).value
    assert words is not None
    return words


@cache
def own_lexicon() -> Lexicon:
    """The lexicon that lapel brings."""
    lexicon = load_lexicon().value
    assert lexicon is not None
    return lexicon
