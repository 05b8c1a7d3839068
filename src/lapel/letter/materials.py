"""The materials of a letter, and the progress of what it has told so far."""

from collections.abc import Sequence
from functools import cached_property

from msgspec import Struct, field

from lapel.job.model import Job, Note, NoteKind
from lapel.letter.addressing import spoken_company
from lapel.letter.deeds.search import Deeds
from lapel.letter.frame import Frame
from lapel.matching.model import Evidence, RequirementKind
from lapel.text.regexes import regex

WISHES = (
    RequirementKind.EMPHASIS,
    RequirementKind.IDEA,
    RequirementKind.QUALIFICATION,
    RequirementKind.RESPONSIBILITY,
)


class Wanted(Struct, frozen=True):
    """A phrase that a note or the posting asks for: the ``number``-th (from 0) of a requirement."""

    phrase: str
    requirement: str
    number: int


class Materials(Struct, frozen=True, dict=True):
    """All that a letter may tell; it never changes."""

    job: Job
    deeds: Deeds
    frame: Frame

    @property
    def company(self) -> str:
        """The company's name without its legal form, "" where the job file names none."""
        return spoken_company(self.job)

    @property
    def person(self) -> str:
        """The writer's name."""
        return self.deeds.profile.basics.name.plain

    @property
    def position(self) -> str:
        """The position, "" where the job file names none."""
        return self.job.position.text if self.job.position else ""

    @property
    def seed(self) -> str:
        """The seed for choosing among frame sentences: it stays the same when notes are edited."""
        return f"{self.company} {self.position}"

    @property
    def answers(self) -> tuple[Note, ...]:
        """The notes about the personal connection."""
        return self.job.notes_of(NoteKind.CONNECTION)

    @cached_property
    def written_small(self) -> frozenset[str]:
        """The words that the profile writes with a small letter."""
        keywords = (word.markdown for group in self.deeds.profile.skills for word in group.keywords)
        texts = (h.text.markdown for entry in self.deeds.profile.entries for h in entry.highlights)
        small = regex(r"\b[a-z]{4,}\b")
        return frozenset(word for text in (*keywords, *texts) for word in small.findall(text))

    @property
    def notes(self) -> dict[str, Note]:
        """The job file's notes by their ids."""
        return {note.id: note for note in self.job.notes}

    def wishes(self, kinds: Sequence[RequirementKind] = WISHES) -> tuple[Wanted, ...]:
        """Return the phrases of these kinds with strong evidence, kind by kind in the file's order.

        A whole line of the posting is no phrase to tell of.
        """
        matches = self.deeds.matches
        wished = [r for kind in kinds for r in matches.requirements if r.kind is kind]
        return tuple(
            Wanted(phrase, requirement.id, number)
            for requirement in wished
            for number, (phrase, evidence) in enumerate(
                zip(requirement.phrases, matches.phrase_evidence[requirement.id], strict=True)
            )
            if evidence is Evidence.STRONG and number >= requirement.whole
        )


class Progress(Struct):
    """What the letter has told so far.

    ``told`` are ids of highlights. ``answered`` are the sentences of the personal connection that
    were told, and the ids of answers that are to-dos; ``untold`` are pairs of such an id and the
    text that is a to-do. ``phrases`` are the posting's. ``shared`` has the notes that are answered
    too by a highlight or an answer, by its id; ``numbered`` are the notes that named their deed by
    its numbers. ``meant`` has the notes that a highlight answers best and plainly, by its id, for
    which it is kept; ``listed`` counts the deeds told unasked that can only be listed.
    """

    told: set[str] = field(default_factory=set)
    answered: set[str] = field(default_factory=set)
    untold: set[tuple[str, str]] = field(default_factory=set)
    phrases: set[str] = field(default_factory=set)
    shared: dict[str, list[str]] = field(default_factory=dict)
    numbered: set[str] = field(default_factory=set)
    meant: dict[str, set[str]] = field(default_factory=dict)
    listed: int = 0

    def leaves(self, highlight: str, note: str) -> bool:
        """Tell whether a highlight is kept for later notes that it answers best."""
        return note not in self.meant.get(highlight, (note,))

    def share(self, told: str, note: str) -> None:
        """Record that a note is answered too by what is told for another."""
        self.shared.setdefault(told, []).append(note)

    def has_shared(self, note: str) -> bool:
        """Tell whether something told for another note answers this one."""
        return any(note in notes for notes in self.shared.values())

    def answer(self, note: str) -> None:
        """Record that a note is answered: no highlight is kept for it any more."""
        for highlight, notes in [*self.meant.items()]:
            if notes == {note}:
                del self.meant[highlight]
            notes.discard(note)
