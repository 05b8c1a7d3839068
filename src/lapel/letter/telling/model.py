"""What can be told, and why something cannot.

``tell_highlight(highlight, entry, introduction) -> tuple[Telling, ...] | Untold`` (highlight.py),
``tell_posting(job, near) -> tuple[PostingPhrase, ...]`` and ``tell_mission(job)`` (posting.py),
``tell_connection(notes, company, about) -> Connection`` (connection.py).
"""

from enum import StrEnum

from msgspec import Struct

from lapel.letter.model import Sentence, Source


class Introduction(StrEnum):
    """How much of where and when a deed is still to be told with it."""

    FULL = "full"
    """ "As Head of Machine Learning at PepsiCo, I …": nothing of the entry was told yet."""
    PLACE = "place"
    """ "At PepsiCo, I …": the role is not worth a mention, or was made clear otherwise."""
    THIS = "this"
    """ "In this role I …": the role was told by itself, and no deed since."""
    AGAIN = "again"
    """ "Also at PepsiCo, I …": other deeds of the role were told, and something else since."""
    ROLE = "role"
    """ "As Principal Engineer there, I …": another role at the place just told of."""
    BEFORE = "before"
    """ "Before that, as Engineer at URBN, I …": a job that was over when the last began."""
    BEFORE_THERE = "before-there"
    """ "Before that, as Engineer there, I …": the same at the place just told of."""
    LATER = "later"
    """ "Later, as Head of Data at PepsiCo, I …": a job begun when the last was over."""
    LATER_THERE = "later-there"
    """ "Later, as Head of Data there, I …": the same at the place just told of."""
    SAME = "same"
    """ "In the same role, I …": the entry just told of."""
    BARE = "bare"
    """ "I …": where and when are clear from the sentence before."""


class Telling(Struct, frozen=True):
    """One way to tell a highlight, usually in one sentence.

    ``opener`` is what the first sentence opens with ("as-role-at-place", "at-place", "in-role",
    "i"): two neighbours should differ in it. ``introduction`` is what was told in fact, which is
    less than was asked where the entry has no role or place to tell.
    """

    highlight: str
    sentences: tuple[Sentence, ...]
    introduction: Introduction
    opener: str


class Untold(Struct, frozen=True):
    """A highlight that cannot be told safely, with the reason for people."""

    highlight: str
    reason: str


class PostingPhrase(Struct, frozen=True):
    """A line of the posting told as a phrase, without a claim or a full stop.

    "Personalizing the buyer's browsing experience" is one; it fits after "speaks of", "asks for"
    and "is about".
    """

    text: str
    source: Source


class Connection(Struct, frozen=True):
    """The answers about the personal connection, joined into sentences.

    ``left`` are the ids of the notes that were not used, each with the reason; ``untold`` those of
    notes with a sentence that could not be told, each with that sentence.
    """

    sentences: tuple[Sentence, ...]
    left: tuple[tuple[str, str], ...] = ()
    untold: tuple[tuple[str, str], ...] = ()
