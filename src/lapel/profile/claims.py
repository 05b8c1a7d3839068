"""The ids of one profile, each given once, and other problems met in building it."""

from collections.abc import Sequence

from msgspec import Struct, field

from lapel.profile.ids import VALID_ID, choose_ids, kebab, words_of
from lapel.source.diagnostics import Diagnostic, Place, Severity, on_lines
from lapel.source.placed import PlacedText
from lapel.source.source import Source


class Claims(Struct):
    """The ids that the person gave, with their places; ``problems`` collects the problems found."""

    source: Source
    given: dict[str, Place] = field(default_factory=dict)
    made: set[str] = field(default_factory=set)
    problems: list[Diagnostic] = field(default_factory=list)

    def claim(self, written: PlacedText | None, prefix: str = "") -> str | None:
        """Return the id that was given, in full; an id that is taken or has no id's form is an
        error.
        """
        if written is None:
            return None
        own = written.strip().removeprefix(prefix)
        if not VALID_ID.fullmatch(own):
            message = f"`{own}` cannot be an id: expected letters, digits, `-`, `_` and `.`"
            help = f"write {kebab(words_of(own)) or 'a word'}"
            self.report("id-form", message, written.place, help=help)
            return None
        id = prefix + own
        if (first := self.given.get(id)) is not None:
            self._report_duplicate(own, first, written.place)
        self.given.setdefault(id, written.place)
        return id

    def _report_duplicate(self, id: str, first: Place, place: Place) -> None:
        where, help = on_lines(first, place), "give one of them another id"
        if first is place:
            where, help = "an alias repeats what it names", "write out what the alias repeats"
            help += ", with an id of its own"
        self.report("duplicate-id", f"the id `{id}` stands twice: {where}", place, help=help)

    def choose(self, given: Sequence[str | None], proposals: Sequence[Sequence[str]]) -> list[str]:
        """Return for each thing its given id, or one made of its words."""
        unnamed = [ids for id, ids in zip(given, proposals, strict=True) if id is None]
        chosen = choose_ids(unnamed, self.made.union(self.given))
        self.made.update(chosen)
        made = iter(chosen)
        return [id if id is not None else next(made) for id in given]

    def report(
        self,
        code: str,
        message: str,
        place: Place,
        *,
        help: str = "",
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Add a problem at its place."""
        found = self.source.diagnostic(code, message, place, help=help, severity=severity)
        self.problems.append(found)
