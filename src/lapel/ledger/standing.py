"""The page as acts of notes are judged by it, and the form of their answers."""

from collections.abc import Iterable

from msgspec import Struct

from lapel.job.model import Job
from lapel.matching.acts import Act
from lapel.matching.model import Orders
from lapel.matching.places.orders import bullets_of
from lapel.profile.model import Profile, SectionKind


class Told(Struct, frozen=True):
    """One act's answer; ``done`` is None where lapel can do nothing about it, ``in_part``
    tells of what is not done that some of it is, and ``placed`` is false where its words name
    nothing of the profile.
    """

    done: bool | None
    why: str
    placed: bool = True
    in_part: bool = False


class Looks(Struct, frozen=True):
    """The number of pages of the resume, its theme, paper and language, the ``order`` in which
    sections, entries and bullets stand on it, by their ids, and whether it has a ``photo``.
    """

    pages: int
    theme: str
    paper: str
    language: str
    order: tuple[str, ...] = ()
    photo: bool = False


class Standing(Struct, frozen=True):
    """The page that acts are judged by, and the content that answers other notes.

    ``on_page`` are ids of entries, highlights, groups of skills and summaries, whatever their
    wording; ``looks`` are the resume's own. ``led`` are the highlights meant by the note's words
    for what comes first, and ``wanted`` those that a note asks for: no advice takes them out.
    """

    job: Job
    profile: Profile
    orders: Orders
    on_page: frozenset[str]
    looks: Looks
    led: frozenset[str] = frozenset()
    wanted: frozenset[str] = frozenset()

    def shown(self, named: Iterable[str]) -> list[str]:
        """Return the highlights on the page among those named, and those of the entries named;
        where there are none, the named ids on the page without roles and studies.
        """
        ids = frozenset(named)
        bullets = [id for id in bullets_of(ids, self.profile) if id in self.on_page]
        return bullets or [id for id in sorted(ids & self.on_page) if id not in self._work]

    @property
    def hidden(self) -> frozenset[str]:
        """Entries and bullets that the profile hides, so that no front matter brings them in."""
        entries = self.profile.entries
        bullets = ((h.id, h.hidden or e.hidden) for e in entries for h in e.highlights)
        every = (*((e.id, e.hidden) for e in entries), *bullets)
        return frozenset(id for id, hidden in every if hidden)

    def above(self, id: str) -> tuple[str, ...]:
        """Return the bullets of the same role, or the entries of the same section, that stand above
        one.
        """
        like = self._find_alike(id)
        return like[: like.index(id)]

    def below(self, id: str) -> tuple[str, ...]:
        """Return those that stand below it."""
        like = self._find_alike(id)
        return like[like.index(id) + 1 :]

    def _find_alike(self, id: str) -> tuple[str, ...]:
        """Return the bullets on the page of one's role, or the entries of one's section."""
        entries = self.profile.entries
        roles = [frozenset(highlight.id for highlight in entry.highlights) for entry in entries]
        kinds = {entry.section for entry in entries if entry.id == id}
        like = frozenset(entry.id for entry in entries if entry.section in kinds)
        like = next((role for role in roles if id in role), like)
        return tuple(each for each in self.looks.order if each in like)

    @property
    def _work(self) -> frozenset[str]:
        """Entries whose line is always on the page: work and education."""
        kept = (SectionKind.WORK, SectionKind.EDUCATION)
        return frozenset(e.id for kind in kept for e in self.profile.section(kind))


def tell_unplaced(act: Act, what_to_do: str) -> Told:
    """Return the answer to an order whose words name nothing: that it is not understood, and the
    line of front matter that does it.
    """
    said = named_in(act)
    return Told(None, f"{said} names no bullet or entry for sure; {what_to_do}", placed=False)


def named_in(act: Act) -> str:
    """Return the subject of an act, in the note's words, or "it"."""
    return f"“{act.subject}”" if act.subject else "it"
