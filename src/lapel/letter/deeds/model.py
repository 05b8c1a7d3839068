"""A deed: a highlight that a letter may tell, with how well it answers what was asked."""

from functools import cache

from msgspec import Struct

from lapel.matching.answers.lexical import SUPPORT
from lapel.profile.model import Entry, Highlight
from lapel.text.content import content_stems
from lapel.text.verbs import read_verb
from lapel.text.words import split_words, stems_of


class Deed(Struct, frozen=True):
    """A highlight with its entry, as an answer to what was asked.

    ``score`` in (0, 1] is how well it answers, and ``strong`` whether it says so plainly.
    """

    highlight: Highlight
    entry: Entry
    score: float
    strong: bool

    @property
    def is_plain(self) -> bool:
        """Whether it answers what was asked, not only comes nearest."""
        return self.score >= SUPPORT

    @property
    def stems(self) -> frozenset[str]:
        """The stems of its bullet's telling words, and of its verbs' base forms."""
        return stems_with_bases(self.highlight.text.plain)

    @property
    def tagged(self) -> frozenset[str]:
        """The stems of its author's tags."""
        return content_stems(" ".join(self.highlight.tags))


@cache
def stems_with_bases(text: str) -> frozenset[str]:
    """Return the stems of a text's telling words and of its verbs' base forms."""
    bases = {r.verb.base for word in split_words(text) for r in read_verb(word.written)}
    return content_stems(text) | stems_of(" ".join(sorted(bases)))
