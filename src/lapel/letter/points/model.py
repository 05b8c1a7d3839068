"""The requests of a letter point, as acts in the order in which the letter should do them."""

from enum import StrEnum

from msgspec import Struct


class Part(StrEnum):
    """The part of the letter that a point belongs to."""

    OPENING = "opening"
    BODY = "body"
    COMPANY = "company-specific"
    CLOSING = "closing"
    OTHER = "other"


class Side(StrEnum):
    """Where an answer may be found.

    It is in the profile's deeds, told in the first person; in the answers about the personal
    connection; or in the employer's text, attributed to the posting.
    """

    PROFILE = "profile"
    CONNECTION = "connection"
    POSTING = "posting"


class Say(Struct, frozen=True):
    """One sentence to say, with its full stop, in inline Markdown.

    ``variants`` say the same, the best first; they begin differently where that reads well. ``own``
    says that it is the person's own finished sentence, ``refers_back`` that it is left out if the
    act before it found nothing ("that experience …").
    """

    variants: tuple[str, ...]
    own: bool = False
    refers_back: bool = False


class Seek(Struct, frozen=True):
    """Something to tell that the point only names.

    ``targets`` are the phrases to look for, as written (skills, deeds, employers, projects);
    without any the strongest deed is sought. ``sides`` are tried in order. ``otherwise`` is said if
    none of them has anything; None makes it a to-do. ``quiet`` says that it is only a label's
    subject, told strongly or not at all. ``specifics`` are targets beside another that say what it
    means: "event planning (gear swap)".
    """

    targets: tuple[str, ...]
    sides: tuple[Side, ...]
    otherwise: Say | None = None
    quiet: bool = False
    specifics: tuple[str, ...] = ()


class Unsayable(Struct, frozen=True):
    """A part of a point that only the person can say.

    ``text`` is as written, ``reason`` in lower case without a full stop.
    """

    text: str
    reason: str


class Today(Struct, frozen=True):
    """Who the writer is today, which introduces them; ``text`` is as written."""

    text: str


class Since(Struct, frozen=True):
    """A question since when the writer has or is something that a certificate shows.

    ``what`` is that thing in "how long I have been licensed", ``text`` the point as written.
    """

    what: str
    text: str


class Posted(Struct, frozen=True):
    """A statement of the posting on ``what``, in its own words, and ``then`` the reply to it.

    If the posting has none, only the person can say it: ``text`` is as written.
    """

    what: str
    text: str
    then: Say | None = None


class Silence(Struct, frozen=True):
    """A part of a point that asks for nothing to be said: "don't mention …", "keep it short"."""

    text: str


class WishKind(StrEnum):
    """A feature of the letter that a point wishes for; only the person can judge a tone."""

    SIGN_OFF = "sign-off"
    SALUTATION = "salutation"
    WORDS = "words"
    PARAGRAPHS = "paragraphs"
    AVOID = "avoid"
    TONE = "tone"


class Wish(Struct, frozen=True):
    """A wish about the letter itself, which no sentence answers: "sign off with 'Kind regards'".

    ``value`` is the formula, the number or the words to stay away from; ``text`` is as written.
    """

    kind: WishKind
    value: str
    text: str


Act = Say | Seek | Today | Since | Posted | Unsayable | Silence | Wish


class Point(Struct, frozen=True):
    """A point read: what to do, in order. A placeholder has no acts: the default plan fills in."""

    acts: tuple[Act, ...]

    @property
    def is_placeholder(self) -> bool:
        """Whether the point says nothing yet."""
        return not self.acts
