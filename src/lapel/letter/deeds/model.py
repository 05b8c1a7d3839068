"""A deed: a highlight that a letter may tell, with how well it answers what was asked."""

from msgspec import Struct

from lapel.matching.answers.lexical import SUPPORT
from lapel.profile.model import Entry, Highlight
from lapel.text.content import content_stems


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
        """The stems of its bullet's telling words."""
        return content_stems(self.highlight.text.plain)

    @property
    def tagged(self) -> frozenset[str]:
        """The stems of its author's tags."""
        return content_stems(" ".join(self.highlight.tags))
