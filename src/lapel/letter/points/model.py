"""What a letter point asks for, as acts in the order in which the letter should do them."""

from enum import StrEnum

from msgspec import Struct

from lapel.letter.points.vocabulary import word_list
from lapel.text.common import is_common
from lapel.text.regexes import regex

_PAIR = regex(r"(?P<pair>[A-Z][\w’'-]+ (?:&|and) [A-Z][\w’'-]+) [A-Z]\w")
_SHORTEST_NAME = 4


class Part(StrEnum):
    """The part of the letter that a point stands for."""

    OPENING = "opening"
    BODY = "body"
    COMPANY = "company-specific"
    CLOSING = "closing"
    OTHER = "other"


class Side(StrEnum):
    """Where an answer may be found: the profile's deeds, told in the first person; the answers
    about the personal connection; the employer's text, attributed to the posting.
    """

    PROFILE = "profile"
    CONNECTION = "connection"
    POSTING = "posting"


class Context(Struct, frozen=True):
    """What a point is read against.

    ``company`` and ``position`` are the job file's, "" where it has none. ``names`` are the
    organisations, projects and people of the profile and ``skills`` its skills, as it spells them:
    capitals go by them. ``reader`` is whom the letter addresses, "" where no person is named;
    ``writer`` is the applicant's name, "" where it is not known.
    """

    company: str = ""
    position: str = ""
    part: Part = Part.OTHER
    names: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    reader: str = ""
    writer: str = ""

    @property
    def writer_names(self) -> tuple[str, ...]:
        """What the applicant may be called by: "Ada Byron", "Ada"; no first name that is a word."""
        first, _, rest = self.writer.partition(" ")
        plain = rest and not is_common(first) and len(first) > 1
        return (self.writer, first) if plain else (self.writer,) if self.writer else ()

    @property
    def company_names(self) -> tuple[str, ...]:
        """The company's name and what people shorten it to: "Etsy" of "Etsy Incorporated", "Howe &
        Lund" of "Howe & Lund Hotels".
        """
        first, _, rest = self.company.partition(" ")
        pair = _PAIR.match(self.company)
        if pair is not None:
            return (self.company, pair["pair"])
        short = (
            rest
            and len(first) >= _SHORTEST_NAME
            and first.casefold() not in word_list("common_firsts")
        )
        alone = short and not rest.casefold().startswith(("of ", "and ", "& ", "for "))
        return (self.company, first) if alone else (self.company,) if self.company else ()


class Say(Struct, frozen=True):
    """One sentence to say, with its final point, in inline Markdown.

    ``variants`` say the same, the best first; they begin differently where that reads well.
    ``own`` says that it is the person's own finished sentence. A sentence that ``leans`` points
    back ("that experience …"): it is left out when the act before it found nothing.
    """

    variants: tuple[str, ...]
    own: bool = False
    leans: bool = False


class Seek(Struct, frozen=True):
    """Something to tell that the point only names.

    ``targets`` are the phrases to look for, as written (skills, deeds, employers, projects); none
    asks for what is strongest. ``sides`` are tried in order. ``otherwise`` is said where none of
    them knows; None makes it a to-do. ``quiet`` is only a label's subject: told strongly or not at
    all. ``such`` are those of the targets that stand beside another as what it means: "event
    planning (gear swap)".
    """

    targets: tuple[str, ...]
    sides: tuple[Side, ...]
    otherwise: Say | None = None
    quiet: bool = False
    such: tuple[str, ...] = ()


class Unsayable(Struct, frozen=True):
    """A part of a point that only the person can say: ``text`` as written, and the ``reason`` in
    lower case without a full stop.
    """

    text: str
    reason: str


class Today(Struct, frozen=True):
    """Who the writer is today, which introduces them; ``text`` is as written."""

    text: str


class Since(Struct, frozen=True):
    """Since when the writer has or is something that a certificate shows: ``what`` of "how long I
    have been licensed", ``text`` as written.
    """

    what: str
    text: str


class Posted(Struct, frozen=True):
    """What the posting says of ``what``, in its own words, and ``then`` what is said of that; where
    it does not say it, only the person can: ``text`` is as written.
    """

    what: str
    text: str
    then: Say | None = None


class Silence(Struct, frozen=True):
    """A part of a point that asks for nothing to be said: "don't mention …", "keep it short"."""

    text: str


class WishKind(StrEnum):
    """What of the letter itself a point wishes for. A tone is for the person to hear."""

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
