"""The request passed to every reader of a piece: context, who is who, and targets to look for."""

import re

from msgspec import Struct
from msgspec.structs import replace

from lapel.letter.english.forms import words_of
from lapel.letter.english.vocabulary import pattern, word_list
from lapel.letter.points.context import Context
from lapel.letter.points.model import Part, Seek, Side
from lapel.letter.points.model import Say as Saying
from lapel.letter.points.persons import Persons
from lapel.letter.points.sentences import without_determiner
from lapel.letter.points.targets import find_targets
from lapel.letter.points.writer import Writer
from lapel.text.common import is_noun


class Asked(Struct, frozen=True):
    """A point being read.

    It has its context, who is who in it, and the words beside the piece. ``headed`` says that the
    piece is a label before these, ``shows`` that it shows something and does not only say it,
    ``plainly`` that it is to be said in the note's words ("be honest that …").
    """

    context: Context
    persons: Persons
    asides: tuple[str, ...] = ()
    shows: bool = False
    headed: bool = False
    plainly: bool = False

    def mine(self, text: str) -> str:
        """Return the words as the writer says them to the company."""
        return pattern("coming").sub("your ", self.persons.change(text.strip(" .,;:")))

    def own(self, text: str) -> str:
        """Return the words of a finished sentence as the writer says them to the company."""
        return text.strip(" .,;:") if self.persons.addressed(text) else self.mine(text)

    @property
    def aside(self) -> str:
        """The first thing that stood beside the piece, "" where nothing did."""
        return self.asides[0] if self.asides else ""

    def changed(self) -> "Asked":
        """Return the same request for words that are already as the writer says them."""
        return replace(self, persons=replace(self.persons, writer=Writer.FIRST))

    @property
    def opens(self) -> bool:
        """Whether the point is for the opening."""
        return self.context.part is Part.OPENING

    def targets(self, text: str) -> tuple[str, ...]:
        """Return the phrases to look for in a noun phrase; none where it names nothing special."""
        text = self.with_you(text)
        for name in self.context.company_names:
            text = re.sub(
                rf"(?:\b(?:at|with|for|of) )?(?<![\w-]){re.escape(name)}(?![\w-])", "", text
            )
        return find_targets(" ".join(text.split()), self.context.names)

    def with_you(self, text: str) -> str:
        """Return the text with "your" for the company's name with an apostrophe."""
        for name in self.context.company_names:
            text = re.sub(rf"(?<![\w-]){re.escape(name)}['’]s?(?=\s)", "your", text)
        last = self.context.company.rpartition(" ")[2].casefold()
        if is_noun(last):  # "the cooperative's values"
            text = re.sub(rf"\bthe {re.escape(last)}['’]s?(?=\s)", "your", text)
        return text

    def to_company(self, text: str) -> str:
        """Return words that are surely on the company as said to it: "what they say of care"."""
        return self.with_you(re.sub(r"\btheir\b", "your", re.sub(r"\bthey\b", "you", text)))

    def names_company(self, text: str) -> bool:
        """Tell whether a text names the company."""
        found = text.casefold()
        return any(name.casefold() in found for name in self.context.company_names)

    def names_skill(self, text: str) -> bool:
        """Tell whether a text names a skill or an entry of the profile."""
        known = (*self.context.skills, *self.context.names)
        return any(re.search(rf"\b{re.escape(name)}\b", text) for name in known)

    def at_position(self) -> str:
        """Return the position and the company in words, "" where the job file names no position."""
        if not self.context.position:
            return ""
        at = f" at {self.context.company}" if self.context.company else ""
        return f"the position of {self.context.position}{at}"


def seek(
    asked: Asked,
    text: str,
    *,
    sides: tuple[Side, ...] | None = None,
    otherwise: Saying | None = None,
) -> Seek:
    """Return a search: in the profile first and, depending on the paragraph, elsewhere too."""
    if sides is None:
        sides = (Side.PROFILE, Side.CONNECTION)
        if asked.context.part is Part.COMPANY:
            sides = (Side.CONNECTION, Side.PROFILE, Side.POSTING)
    return Seek(asked.targets(text), sides, otherwise)


def is_empty(text: str) -> bool:
    """Tell whether a noun phrase is of words that nothing can be said about."""
    words = words_of(without_determiner(text))
    return not words or words[0] in word_list("empty")
