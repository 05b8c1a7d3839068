"""What every reader of a piece needs: the context, who is who, and targets to look for."""

import re
from dataclasses import dataclass
from functools import cache

from lapel.letter.points.grammar import words_of
from lapel.letter.points.model import Context, Part, Seek, Side
from lapel.letter.points.model import Say as Saying
from lapel.letter.points.persons import Persons
from lapel.letter.points.sentences import without_determiner
from lapel.letter.points.vocabulary import word_list
from lapel.text.phrases import split_phrases

_TITLE = r"(?:St|Prof|Dr|Mr|Ms|Mrs)\. "
_NAME = re.compile(
    rf"\b(?:{_TITLE})?[A-Z][\w’'-]+(?: (?:of (?:the )?|and |& )?[A-Z][\w’'.-]*\w)+"
    rf"|\b{_TITLE}[A-Z][\w’'-]+"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A point being read: its context, who is who in it, and what stood beside the piece."""

    context: Context
    persons: Persons
    asides: tuple[str, ...] = ()

    def mine(self, text: str) -> str:
        """The words as the writer says them to the company."""
        return self.persons.change(text.strip(" .,;:"))

    @property
    def opens(self) -> bool:
        """Whether the point is for the opening."""
        return self.context.part is Part.OPENING

    def targets(self, text: str) -> tuple[str, ...]:
        """The phrases to look for in a noun phrase; none where it names nothing special."""
        bare = without_determiner(self._without_company(text))
        if " ".join(words_of(bare)) in word_list("general") | word_list("general_company"):
            return ()
        names, rest = self._names(bare)
        phrases = split_phrases(rest, instructions=True, together=_together())
        kept = (p for p in phrases if p.casefold() not in word_list("general"))
        return tuple(dict.fromkeys((*kept, *names)))

    def _without_company(self, text: str) -> str:
        company = self.context.company
        return (
            re.sub(rf"(?<![\w-]){re.escape(company)}['’]s?(?=\s)", "your", text)
            if company
            else text
        )

    def _names(self, text: str) -> tuple[tuple[str, ...], str]:
        """The proper names in a text, and the text without them."""
        found: list[str] = []
        known = sorted((*self.context.names, self.context.company), key=len, reverse=True)
        for name in known:
            if name and re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text):
                found.append(name)
                text = text.replace(name, ", ")
        for name in _NAME.findall(text):
            found.append(name)
            text = text.replace(name, ", ")
        return tuple(name for name in found if name != self.context.company), text

    def at_position(self) -> str:
        """The position and the company in words, "" where the job file names no position."""
        if not self.context.position:
            return ""
        at = f" at {self.context.company}" if self.context.company else ""
        return f"the position of {self.context.position}{at}"


@cache
def _together() -> frozenset[tuple[str, ...]]:
    """Words that are looked for together."""
    return frozenset(tuple(phrase.split()) for phrase in word_list("together"))


def seek(
    asked: Asked,
    text: str,
    *,
    sides: tuple[Side, ...] | None = None,
    otherwise: Saying | None = None,
) -> Seek:
    """Something to look for: in the profile first, and by the paragraph elsewhere too."""
    if sides is None:
        sides = (Side.PROFILE, Side.CONNECTION)
        if asked.context.part is Part.COMPANY:
            sides = (Side.CONNECTION, Side.PROFILE, Side.POSTING)
    return Seek(asked.targets(text), sides, otherwise)


def is_empty(text: str) -> bool:
    """Whether a noun phrase is of words that nothing can be said about."""
    words = words_of(without_determiner(text))
    return not words or words[0] in word_list("empty")
