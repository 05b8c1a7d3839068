"""A deed: a highlight that a letter may tell, with how well it answers what was asked."""

from msgspec import Struct

from lapel.matching.answers.lexical import SUPPORT
from lapel.profile.model import Entry, Highlight
from lapel.text.content import content_stems


class Deed(Struct, frozen=True):
    """A highlight with its entry: ``score`` in (0, 1] is how well it answers what was asked, and
    ``strong`` whether it says so plainly.
    """

    highlight: Highlight
    entry: Entry
    score: float
    strong: bool

    @property
    def is_plain(self) -> bool:
        """Whether it says so at all, and does not only come nearest."""
        return self.score >= SUPPORT

    @property
    def stems(self) -> frozenset[str]:
        """The stems of its bullet's words that say something."""
        return content_stems(self.highlight.text.plain)

    @property
    def tagged(self) -> frozenset[str]:
        """The stems of what its author calls it."""
        return content_stems(" ".join(self.highlight.tags))
