"""What became of what a note asks of the document: done, or the front matter that does it."""

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from lapel.job.model import Job
from lapel.matching.acts import Act, ActKind
from lapel.matching.model import Orders, Requirement
from lapel.matching.orders import bullets_of, most_bullets
from lapel.profile.model import Profile, SectionKind
from lapel.text.plurals import count, join_and

_MOST_NAMED = 2


class Told(Struct, frozen=True):
    """One act's answer; ``done`` is None where lapel can do nothing about it."""

    done: bool | None
    why: str


class Standing(Struct, frozen=True):
    """What acts are told by: what stands on the page, and what answers the note beside them.

    ``on_page`` are ids of entries and highlights, whatever their wording; ``pages`` is how many
    the resume has, ``wanted`` are the ids of the highlights that answer what the note asks for.
    """

    job: Job
    profile: Profile
    orders: Orders
    on_page: frozenset[str]
    pages: int
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


def tell_act(act: Act, requirement: Requirement, standing: Standing) -> Told:
    """What became of one act, for the contract."""
    return _TELLERS[act.kind](act, requirement, standing)


def _tell_pages(act: Act, _: Requirement, standing: Standing) -> Told:
    if act.pages == standing.pages:
        return Told(True, f"the resume has {_pages(standing.pages)}")
    return Told(
        False,
        f"the resume has {_pages(standing.pages)}; "
        f"`pages: {act.pages}` in the front matter asks for it",
    )


def _pages(count: int) -> str:
    return "one page" if count == 1 else f"{count} pages"


def _tell_first(act: Act, _: Requirement, standing: Standing) -> Told:
    if not act.named:
        ordered = any(entry.id for entry, _ in standing.job.settings.order)
        where = "where the front matter's `order:` leaves room" if ordered else "in their role"
        return Told(True, f"such bullets stand first {where}; roles stay newest first")
    work = [entry.id for entry in standing.profile.section(SectionKind.WORK)]
    if work and work[0] in act.named:
        return Told(True, f"{act.subject} stands first")
    return Told(
        None,
        "sections keep the theme's order and entries stay newest first; `pin:` in the front matter "
        "holds an entry or bullet, `order:` says which bullet of a role comes first",
    )


def _tell_out(act: Act, _: Requirement, standing: Standing) -> Told:
    what = _what(act)
    if not act.named:
        return Told(None, _by_name(what))
    shown = standing.shown(act.named)
    entries = [entry.id for entry in standing.profile.entries if entry.id in act.named]
    if not act.sure:
        return _tell_standing(act, shown)
    if shown:
        return Told(False, f"{what} stands, since the front matter pins {join_and(shown)}")
    back = f"`pin: [{', '.join(act.named)}]` in the front matter brings it back"
    if kept := [id for id in entries if id in standing.on_page]:
        out = f"`drop: [{', '.join(kept)}]` takes that out too"
        return Told(True, f"{what} stands in one line, without bullets; {out}")
    return Told(True, f"{what} is left out, of the letter too; {back}")


def _tell_less(act: Act, _: Requirement, standing: Standing) -> Told:
    shown = standing.shown(act.named)
    if not act.named:
        return Told(None, _by_name(_what(act)))
    if not act.sure:
        return _tell_standing(act, shown)
    if not shown:
        return Told(True, f"no bullet about {_what(act)} stands on the page")
    about = len(list(bullets_of(frozenset(act.named), standing.profile)))
    half = (
        f"the bullet about {_what(act)} counts half, and stands for what else it answers"
        if about == 1
        else f"the bullets about {_what(act)} count half: {len(shown)} of {about} stand, for what "
        "else they answer"
    )
    return Told(True, f"{half}; to take more out: {_drop((), shown)}")


def _tell_standing(act: Act, shown: list[str]) -> Told:
    """What may be meant, and is left to the person."""
    if not shown:
        return Told(True, f"no bullet about {_what(act)} stands on the page")
    return Told(
        False,
        f"{_what(act)} may mean what stands; the front matter takes it out: "
        f"{_drop(act.named, shown)}",
    )


def _what(act: Act) -> str:
    return f"“{act.subject}”" if act.subject else "it"


def _by_name(what: str) -> str:
    return f"to take {what} out, name the entry or bullet in the front matter: `drop: [id]`"


def _tell_kept(_: Act, requirement: Requirement, standing: Standing) -> Told:
    entries = requirement.entries
    if not entries:
        return Told(None, "`pin:` in the front matter keeps an entry or a bullet")
    gone = [id for id in entries if id not in standing.on_page]
    if not gone:
        return Told(True, "it stands on the page")
    return Told(
        False, f"it is not on the page; `pin: [{', '.join(gone)}]` in the front matter keeps it"
    )


def _tell_later(act: Act, _: Requirement, __: Standing) -> Told:
    if not act.named:
        return Told(None, "`order:` in the front matter says which bullet of a role comes first")
    return Told(True, f"what says “{act.subject}” does not come first in its role")


def _tell_short(act: Act, requirement: Requirement, standing: Standing) -> Told:
    if not act.named and act.subject:
        return Told(None, f"“{act.subject}” gets shorter with `drop: [id]` of its bullets")
    if not act.named:
        return Told(None, "how long the resume may be is said with `pages:` in the front matter")
    most = most_bullets(act, requirement)
    counts = {id: len(standing.shown((id,))) for id in act.named}
    shown = sum(counts.values())
    if any(counts[id] > most[id] for id in counts):
        return Told(False, f"it has {count('bullet', shown)}, since the front matter pins them")
    if not shown:
        return Told(True, "it stands in one line")
    if len(counts) > 1 and not requirement.entries:
        return Told(True, f"none of them has more than {count('bullet', max(most.values()))}")
    return Told(True, f"it has {count('bullet', shown)}")


def _tell_whole(act: Act, _: Requirement, standing: Standing) -> Told:
    if not act.named:
        return Told(None, "`pin:` in the front matter holds a bullet or an entry")
    all_of_it = list(bullets_of(frozenset(act.named), standing.profile))
    gone = [id for id in all_of_it if id not in standing.on_page]
    gone = [id for id in gone if id not in standing.orders.out]
    if not gone:
        return Told(True, "all of its bullets stand")
    shown = len(standing.shown(act.named))
    return Told(
        shown > len(all_of_it) / 2,
        f"{shown} of its {count('bullet', len(all_of_it))} stand; "
        f"`pin: [{', '.join(gone[:_MOST_NAMED])}]` in the front matter holds more",
    )


def _tell_only(act: Act, _: Requirement, standing: Standing) -> Told:
    bullets = frozenset(bullets_of(act.named, standing.profile))
    beside = bullets & standing.orders.beside
    if not act.named or not bullets:
        return Told(None, "")
    if not beside:
        return Told(None, f"none of its bullets was found to be beside “{act.subject}”")
    back = f"`pin: [{', '.join(sorted(beside)[:_MOST_NAMED])}]` brings it back"
    return Told(True, f"what is not “{act.subject}” is left off; {back}")


def _tell_spare(_: Act, requirement: Requirement, standing: Standing) -> Told:
    """What is wanted only where there is room for it."""
    entries = requirement.entries
    if not entries:
        return Told(True, "it is shown where there is room")
    shown = standing.shown(entries)
    if not shown:
        return Told(True, "its bullets are left off for what is asked for")
    return Told(
        True,
        f"there was room for {count('bullet', len(shown))} of it, though it counts half; "
        f"to take more room away: {_drop((), shown)}",
    )


def _drop(named: tuple[str, ...], shown: list[str]) -> str:
    """The line of front matter that takes bullets or an entry out."""
    ids = [id for id in named if id in shown] or list(named) or shown
    return f"`drop: [{', '.join(ids)}]`"


def _tell_errand(_: Act, __: Requirement, ___: Standing) -> Told:
    return Told(None, "this is for you to do; lapel asks nobody and looks nothing up")


def _tell_manner(_: Act, __: Requirement, ___: Standing) -> Told:
    return Told(
        None,
        "this says how to write; lapel chooses among your sentences and rewrites none "
        "(`wording:` in the front matter takes another of yours)",
    )


_TELLERS: Mapping[ActKind, Callable[[Act, Requirement, Standing], Told]] = {
    ActKind.PAGES: _tell_pages,
    ActKind.FIRST: _tell_first,
    ActKind.OUT: _tell_out,
    ActKind.LESS: _tell_less,
    ActKind.LATER: _tell_later,
    ActKind.SHORT: _tell_short,
    ActKind.WHOLE: _tell_whole,
    ActKind.ONLY: _tell_only,
    ActKind.SPARE: _tell_spare,
    ActKind.KEEP: _tell_kept,
    ActKind.ERRAND: _tell_errand,
    ActKind.MANNER: _tell_manner,
}
