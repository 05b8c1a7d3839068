"""What the notes order about bullets and entries, gathered for the page, the letter, the ledger.

Only what is surely meant is gathered (``act_targets``); of the rest there are warnings. A pin in
the front matter is a later word: what it names is not refused.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from msgspec import Struct, field

from lapel.matching.acts import Act, ActKind, refuses
from lapel.matching.details import detail_called
from lapel.matching.lexicon import Lexicon
from lapel.matching.model import Match, Move, Orders, Requirement, RequirementKind
from lapel.matching.places.placing import clear_label, describe
from lapel.matching.sections import PREFIX
from lapel.profile.ids import highlight_of, is_inner, words_of_id
from lapel.profile.model import Entry, Profile, SectionKind
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.text.plurals import count, join_and
from lapel.text.stems import stem_word

_FEW = 2
_FEW_LISTED = 3
_LISTED = frozenset(
    {
        *(SectionKind.CERTIFICATES, SectionKind.AWARDS, SectionKind.PUBLICATIONS),
        *(SectionKind.PROJECTS, SectionKind.VOLUNTEER, SectionKind.CUSTOM),
    }
)
"""Sections whose entries stand on lines of their own and may leave."""
_BY_DATE = (SectionKind.WORK, SectionKind.EDUCATION, SectionKind.VOLUNTEER)


def read_orders(
    requirements: Sequence[Requirement],
    matches: Sequence[Match],
    profile: Profile,
    pinned: Collection[str],
) -> Orders:
    """Gather what these notes order; ``pinned`` are the ids that the front matter pins."""
    held = frozenset(highlight_of(id) for id in pinned)
    gathered = _Gathered(profile, matches, held)
    for requirement in requirements:
        for act in requirement.acts:
            _ORDERING.get(act.kind, _gather_nothing)(act, requirement, gathered)
    kept = frozenset(gathered.kept)
    refused = frozenset(gathered.refused - held - _keep_bullets(kept))
    beside = frozenset(gathered.beside - held - kept - refused)
    lessened = frozenset(gathered.lessened - held - kept - refused)
    most = gathered.most
    return Orders(
        refused=refused,
        beside=beside,
        lessened=lessened,
        most={id: count for id, count in most.items() if count or id not in held},
        least={id: count for id, count in gathered.least.items() if count and id not in most},
        whole=frozenset(gathered.whole - most.keys()),
        doubted=frozenset(gathered.doubted - held),
        quiet=frozenset(gathered.quiet) | beside | lessened,
        kept=kept - refused,
        wordings=gathered.wordings,
        moves=tuple(dict.fromkeys(gathered.moves)),
        first_skills=tuple(dict.fromkeys(gathered.first_skills)),
    )


def unsure_refusals(requirements: Sequence[Requirement]) -> Iterator[Diagnostic]:
    """Warn of each refusal that is not obeyed, since it is not sure what is meant."""
    for requirement in requirements:
        for act in requirement.acts:
            unsure = refuses(act) and act.subject and (act.refused or not act.sure)
            if unsure and (act.named or detail_called(act.subject) is None):
                yield Diagnostic(
                    "note-refuses",
                    Severity.WARNING,
                    f"what this note refuses, “{act.subject}”, names no bullet or entry for sure",
                    requirement.place,
                    help="name it under `drop:` in the job file's front matter, by its id",
                )


def wide_limits(
    requirements: Sequence[Requirement], profile: Profile, lexicon: Lexicon
) -> Iterator[Diagnostic]:
    """Warn of each hint whose number of bullets is divided among several roles."""
    for requirement in requirements:
        if requirement.kind is not RequirementKind.HINT:
            continue
        for act in requirement.acts:
            if act.kind is not ActKind.SHORT or act.bullets is None or act.each:
                continue
            most = most_bullets(act, requirement)
            if len(most) < 2:
                continue
            bullets = count("bullet", act.bullets)
            roles = [entry for entry in profile.entries if entry.id in most]
            parted = join_and([f"{most[role.id]} for “{describe(role)}”" for role in roles])
            labels = [f"“{clear_label(role, profile, lexicon)}: …”" for role in roles]
            yield Diagnostic(
                "hint-limits-several",
                Severity.WARNING,
                f"{bullets} at most for {len(roles)} roles together, parted as {parted}",
                requirement.place,
                help=f"to mean one of them, begin the note with {join_and(labels, 'or')}; "
                f"“{bullets} each” means each of them",
            )


class _Gathered(Struct):
    """What the acts read so far order, before pins of the front matter are respected."""

    profile: Profile
    matches: Sequence[Match]
    held: Collection[str]
    refused: set[str] = field(default_factory=set)
    beside: set[str] = field(default_factory=set)
    lessened: set[str] = field(default_factory=set)
    doubted: set[str] = field(default_factory=set)
    quiet: set[str] = field(default_factory=set)
    kept: set[str] = field(default_factory=set)
    whole: set[str] = field(default_factory=set)
    most: dict[str, int] = field(default_factory=dict)
    least: dict[str, int] = field(default_factory=dict)
    wordings: dict[str, str] = field(default_factory=dict)
    moves: list[Move] = field(default_factory=list)
    first_skills: list[str] = field(default_factory=list)

    def bullets(self, act: Act) -> set[str]:
        """Return the highlights that an act means."""
        return set(bullets_of(act.named, self.profile))

    def best_first(self, entries: Sequence[Entry]) -> list[Entry]:
        """Return entries with those first that are pinned, answer the job best, or are newest."""
        scores: dict[str, float] = {}
        for match in self.matches:
            if match.supports:
                scores[match.candidate] = max(match.score, scores.get(match.candidate, 0.0))

        def rank(entry: Entry) -> tuple[bool, float, int]:
            return entry.id in self.held, scores.get(entry.id, 0.0), _newest_year(entry)

        return sorted(entries, key=rank, reverse=True)


def _gather_nothing(_act: Act, _requirement: Requirement, _gathered: _Gathered) -> None:
    """Do nothing: the act is not about bullets, entries or sections."""


def _gather_refused(act: Act, _: Requirement, gathered: _Gathered) -> None:
    if act.sure:
        leaving = act.named if act.entirely else _list_leaving(act.named, gathered.profile)
        gathered.refused |= gathered.bullets(act) | set(leaving)
        gathered.most |= {e.id: 0 for e in gathered.profile.entries if e.id in act.named}
    elif act.firm:
        gathered.doubted |= gathered.bullets(act)


def _gather_less(act: Act, _: Requirement, gathered: _Gathered) -> None:
    if act.sure:
        gathered.lessened |= gathered.bullets(act) | set(_list_leaving(act.named, gathered.profile))
    if act.refused:
        gathered.doubted |= gathered.bullets(act)


def _gather_since(act: Act, _: Requirement, gathered: _Gathered) -> None:
    gathered.refused |= gathered.bullets(act)
    gathered.most |= dict.fromkeys(act.named, 0)


def _gather_short(act: Act, requirement: Requirement, gathered: _Gathered) -> None:
    if listed := listed_of(act, gathered.profile):
        beyond = gathered.best_first(listed)[most_listed(act) :]
        gathered.beside |= {entry.id for entry in beyond}
        return
    bullets = gathered.bullets(act)
    for id, most in most_bullets(act, requirement).items():
        gathered.most[id] = min(most, gathered.most.get(id, most))
    gathered.quiet |= bullets if len(act.named) == 1 or requirement.entries else set()
    gathered.kept |= _find_named_beside(act, requirement, gathered.matches, bullets)


def _gather_whole(act: Act, _: Requirement, gathered: _Gathered) -> None:
    kept = {entry.id for entry in gathered.profile.entries if not entry.highlights}
    gathered.kept |= kept & set(act.named)
    if act.bullets is None:
        gathered.whole |= set(act.named)
    gathered.least |= dict.fromkeys(act.named, act.bullets or 0)


def _gather_only(act: Act, requirement: Requirement, gathered: _Gathered) -> None:
    bullets = gathered.bullets(act)
    if act.sure:
        gathered.beside |= bullets | set(_list_leaving(act.named, gathered.profile))
        return
    shown = _find_answering_bullets(requirement, gathered.matches) & bullets
    gathered.beside |= bullets - shown if shown else set()


def _gather_kept(act: Act, _: Requirement, gathered: _Gathered) -> None:
    gathered.kept |= set(act.named) if act.sure else set()


def _gather_moves(act: Act, _: Requirement, gathered: _Gathered) -> None:
    if not act.sure:
        return
    free = {entry.id for entry in gathered.profile.entries if _has_no_date_to_stand_by(entry)}
    entries = {entry.id for entry in gathered.profile.entries if entry.id in act.named}
    sections = [id for id in act.named if id.startswith(PREFIX)]
    to = "before" if act.beside else act.kind.value
    moved = [id for id in act.named if id in free]
    gathered.moves += (Move(id, to, act.beside) for id in sections or moved)
    if sections:  # what takes its section along is the first in it
        gathered.moves += (Move(id, ActKind.FIRST.value) for id in moved)
    gathered.kept |= entries if act.kind is not ActKind.LAST else set()


def _gather_first_skills(act: Act, _: Requirement, gathered: _Gathered) -> None:
    gathered.first_skills += act.named
    gathered.kept |= set(groups_of(act.named, gathered.profile))


def _has_no_date_to_stand_by(entry: Entry) -> bool:
    """Tell whether an entry may be anywhere in its section.

    Positions and studies with dates go newest first, so that a gap is seen.
    """
    dated = any(date is not None and date.year for date in (entry.start, entry.end))
    return entry.section not in _BY_DATE or not dated


def _gather_wordings(act: Act, requirement: Requirement, gathered: _Gathered) -> None:
    gathered.wordings |= wordings_called(act, requirement, gathered.profile)


_ORDERING: Mapping[ActKind, Callable[[Act, Requirement, _Gathered], None]] = {
    ActKind.OUT: _gather_refused,
    ActKind.LESS: _gather_less,
    ActKind.SPARE: _gather_less,
    ActKind.SINCE: _gather_since,
    ActKind.SHORT: _gather_short,
    ActKind.WHOLE: _gather_whole,
    ActKind.ONLY: _gather_only,
    ActKind.KEEP: _gather_kept,
    ActKind.FIRST: _gather_moves,
    ActKind.UP: _gather_moves,
    ActKind.LAST: _gather_moves,
    ActKind.FIRST_SKILL: _gather_first_skills,
    ActKind.WORDING: _gather_wordings,
}


def _keep_bullets(ids: Collection[str]) -> frozenset[str]:
    """Keep only the ids of bullets."""
    return frozenset(filter(is_inner, ids))


def most_bullets(act: Act, requirement: Requirement) -> dict[str, int]:
    """Return how many bullets each of an act's entries may have.

    They share the number said; without a number each may have two, or one for each wish of the
    note.
    """
    if not act.named:
        return {}
    if act.bullets is None:
        return dict.fromkeys(act.named, max(_FEW, len(requirement.wishes)))
    if act.each:
        return dict.fromkeys(act.named, act.bullets)
    share, more = divmod(act.bullets, len(act.named))
    return {id: share + (n < more) for n, id in enumerate(act.named)}


def listed_of(act: Act, profile: Profile) -> tuple[Entry, ...]:
    """Return an act's entries if there are several, each a line without bullets that may leave, as
    publications are; else none.
    """
    named = tuple(entry for entry in profile.entries if entry.id in act.named)
    lines = all(e.section in _LISTED and all(h.describes for h in e.highlights) for e in named)
    return named if len(named) > 1 and lines else ()


def most_listed(act: Act) -> int:
    """Return how many of such entries may stand."""
    return _FEW_LISTED if act.bullets is None else act.bullets


def _newest_year(entry: Entry) -> int:
    return max((date.year or 0 for date in (entry.start, entry.end) if date), default=0)


def bullets_of(named: Collection[str], profile: Profile) -> Iterator[str]:
    """Yield the highlights named, and those of the entries named, in the profile's order."""
    for entry in profile.entries:
        for highlight in entry.highlights:
            if highlight.id in named or entry.id in named:
                yield highlight.id


def groups_of(named: Collection[str], profile: Profile) -> Iterator[str]:
    """Yield the groups of skills named, and those of the keywords named, in the profile's order."""
    yield from (g.id for g in profile.skills if not {g.id, *g.by_id}.isdisjoint(named))


def _list_leaving(named: Collection[str], profile: Profile) -> Iterator[str]:
    """Yield the ids of what leaves the page whole: entries named, groups of skills, summaries.

    Work would leave a gap in the dates, so it stays as a line, and so do studies that have bullets.
    A project leaves with the last of its bullets.
    """
    kept = {
        entry.id
        for entry in profile.entries
        if entry.section is SectionKind.WORK
        or (entry.section is SectionKind.EDUCATION and entry.highlights)
    }
    yield from (id for id in named if id not in kept)
    for project in profile.section(SectionKind.PROJECTS):
        if project.highlights and all(highlight.id in named for highlight in project.highlights):
            yield project.id


def _find_answering_bullets(requirement: Requirement, matches: Sequence[Match]) -> set[str]:
    """Return the bullets that answer the only thing wanted, or, if none does, those near it."""
    own = [match for match in matches if match.requirement == requirement.id]
    found = [match for match in own if match.supports] or [match for match in own if match.near]
    return {highlight_of(match.candidate) for match in found}


def _find_named_beside(
    act: Act, requirement: Requirement, matches: Sequence[Match], bullets: Collection[str]
) -> set[str]:
    """Return the bullets of a shortened entry that the note names: the best for each wish.

    They are no more than the entry may have.
    """
    own = [m for m in matches if m.requirement == requirement.id]
    own = [m for m in own if highlight_of(m.candidate) in bullets and (m.supports or m.near)]
    own.sort(key=lambda match: -match.score)
    found: dict[str, None] = {}
    for wish in requirement.wishes:
        best = next((m for m in own if wish & (m.phrases | m.near)), None)
        if best is not None:
            found.setdefault(highlight_of(best.candidate))
    most = sum(most_bullets(act, requirement).values())
    return set(list(found)[:most])


def wordings_called(act: Act, requirement: Requirement, profile: Profile) -> dict[str, str]:
    """Return the bullets with a wording of this name, and the name: "the technical wordings"."""
    asked = {stem_word(word) for word in act.subject.casefold().split()}
    return {
        highlight.id: wording.name
        for entry in profile.entries
        if not requirement.entries or entry.id in requirement.entries
        for highlight in entry.highlights
        for wording in highlight.wordings
        if {stem_word(word) for word in words_of_id(wording.name).casefold().split()} == asked
    }
