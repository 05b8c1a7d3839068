"""What acts of notes are told by: what stands on the page, and how an answer is given."""

from collections.abc import Iterable

from msgspec import Struct

from lapel.job.model import Job
from lapel.matching.acts import Act
from lapel.matching.model import Orders
from lapel.matching.places.orders import bullets_of
from lapel.profile.model import Profile, SectionKind


class Told(Struct, frozen=True):
    """One act's answer; ``done`` is None where lapel can do nothing about it, and ``placed`` false
    where its words name nothing of the profile.
    """

    done: bool | None
    why: str
    placed: bool = True


class Looks(Struct, frozen=True):
    """How many pages the resume has, and the theme and paper of it."""

    pages: int
    theme: str
    paper: str


class Standing(Struct, frozen=True):
    """What acts are told by: what stands on the page, and what answers the notes beside them.

    ``on_page`` are ids of entries, highlights, groups of skills and summaries, whatever their
    wording; ``looks`` are the resume's own. ``led`` are the highlights that the note's
    words for what comes first mean, and ``wanted`` those that a note asks for: no advice takes
    them out.
    """

    job: Job
    profile: Profile
    orders: Orders
    on_page: frozenset[str]
    looks: Looks
    led: frozenset[str] = frozenset()
    wanted: frozenset[str] = frozenset()

    def shown(self, named: Iterable[str]) -> list[str]:
        """The highlights on the page among those named, and those of the entries named."""
        ids = frozenset(named)
        bullets = [id for id in bullets_of(ids, self.profile) if id in self.on_page]
        return bullets or [id for id in sorted(ids & self.on_page) if id not in self._work]

    @property
    def _work(self) -> frozenset[str]:
        """What stands on the page in any case, by its line."""
        kept = (SectionKind.WORK, SectionKind.EDUCATION)
        return frozenset(e.id for kind in kept for e in self.profile.section(kind))


def unplaced(act: Act, what_to_do: str) -> Told:
    """The answer to an order whose words name nothing: that it is not understood, and the line of
    front matter that does it.
    """
    said = named_in(act)
    return Told(None, f"{said} names no bullet or entry for sure; {what_to_do}", placed=False)


def named_in(act: Act) -> str:
    """What an act is about, in the note's words."""
    return f"“{act.subject}”" if act.subject else "it"
