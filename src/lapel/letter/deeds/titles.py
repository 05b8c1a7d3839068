"""Which entries a phrase means by their titles, or by being voluntary or military work."""

import re
from collections.abc import Collection, Sequence

from msgspec import Struct

from lapel.letter.deeds.bullets import Bullets
from lapel.letter.deeds.scores import BY_TITLE
from lapel.matching.engine import Engine
from lapel.matching.model import Candidate
from lapel.profile.model import SectionKind
from lapel.text.phrases import special_stems
from lapel.text.regexes import regex

_VOLUNTEERING, _SERVING = frozenset(("volunteer",)), frozenset(("militari",))
"""The stems of a phrase that means all that was done as a volunteer, or in the forces."""
_FORCES = regex(
    r"\b(?:army|navy|air force|marines?|marine corps|coast guard|national guard|space force)\b",
    re.IGNORECASE,
)


class Titles(Struct, frozen=True):
    """The titles of entries whose bullets may be told."""

    bullets: Bullets
    candidates: Sequence[Candidate]
    engine: Engine

    def meant_by(self, phrase: str, within: Collection[str] = ()) -> frozenset[str]:
        """Return the entries that a phrase means by title, ``within`` these if any.

        It is nearly the title, or has all of a title of several words: "site engineer in Cork".
        """
        answers = self.engine.answer(phrase).items() if phrase else ()
        found = {
            self.candidates[position].entry
            for position, answer in answers
            if answer.score >= BY_TITLE
        }
        words = f" {phrase.casefold()} "
        titles = ((entry.id, entry.title.plain) for entry in self.bullets.entries.values())
        found |= {id for id, title in titles if " " in title and f" {title.casefold()} " in words}
        if special_stems(phrase) == _VOLUNTEERING:
            found |= self._unpaid
        if special_stems(phrase) == _SERVING:
            entries = self.bullets.entries.values()
            named = ((e.id, e.organisation) for e in entries if e.organisation)
            found |= {id for id, of in named if _FORCES.search(of.name.plain)}
        found &= self.bullets.entries.keys()
        return frozenset(found & {*within} if within else found)

    def unpaid_one(self, phrase: str) -> frozenset[str]:
        """Return the only entry of voluntary work, if a phrase says "volunteering"."""
        says_so = special_stems(phrase) > _VOLUNTEERING
        return self._unpaid if says_so and len(self._unpaid) == 1 else frozenset()

    @property
    def _unpaid(self) -> frozenset[str]:
        entries = self.bullets.entries.values()
        return frozenset(e.id for e in entries if e.section is SectionKind.VOLUNTEER)


def is_kind_of_work(phrase: str) -> bool:
    """Tell whether a phrase means all that was done as a volunteer, or in the forces."""
    return special_stems(phrase) in (_VOLUNTEERING, _SERVING)
