"""What became of what a note asks of the document: done, or the front matter that does it."""

from lapel.job.model import Job
from lapel.matching.model import Requirement
from lapel.matching.wishes import Act, ActKind
from lapel.profile.model import Profile, SectionKind
from lapel.values import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """One act's answer; ``done`` is None where lapel can do nothing about it."""

    done: bool | None
    why: str


def tell_act(
    act: Act,
    requirement: Requirement,
    job: Job,
    profile: Profile,
    on_page: frozenset[str],
    pages: int,
    wanted: frozenset[str],
) -> Told:
    """What became of one act, for the contract; ``pages`` is how many the resume has, ``wanted``
    are the ids of the candidates that answer what the note asks for beside it.
    """
    if act.kind is ActKind.PAGES:
        return _tell_pages(act, pages)
    if act.kind is ActKind.FIRST:
        return _tell_first(act, job, profile)
    if act.kind is ActKind.LESS:
        return _tell_less(act, requirement, profile, on_page)
    if act.kind is ActKind.LATER:
        return _tell_later(act)
    if act.kind is ActKind.SHORT:
        return _tell_short(act, requirement, profile, on_page, wanted)
    if act.kind is ActKind.SPARE:
        return _tell_spare(requirement.entries, profile, on_page)
    if act.kind is ActKind.KEEP:
        return _tell_kept(requirement.entries, on_page)
    if act.kind is ActKind.ERRAND:
        return Told(None, "this is for you to do; lapel asks nobody and looks nothing up")
    return Told(
        None,
        "this says how to write; lapel chooses among your sentences and rewrites none "
        "(`wording:` in the front matter takes another of yours)",
    )


def _tell_pages(act: Act, pages: int) -> Told:
    if act.pages == pages:
        return Told(True, f"the resume has {_pages(pages)}")
    return Told(
        False,
        f"the resume has {_pages(pages)}; `pages: {act.pages}` in the front matter asks for it",
    )


def _pages(count: int) -> str:
    return "one page" if count == 1 else f"{count} pages"


def _tell_first(act: Act, job: Job, profile: Profile) -> Told:
    if not act.named:
        ordered = any(entry.id for entry, _ in job.settings.order)
        where = "where the front matter's `order:` leaves room" if ordered else "in their role"
        return Told(True, f"such bullets stand first {where}; roles stay newest first")
    work = [entry.id for entry in profile.entries if entry.section is SectionKind.WORK]
    if work and work[0] in act.named:
        return Told(True, f"{act.subject} stands first")
    return Told(
        None,
        "sections keep the theme's order and entries stay newest first; `pin:` in the front matter "
        "holds an entry or bullet, `order:` says which bullet of a role comes first",
    )


def _tell_less(
    act: Act, requirement: Requirement, profile: Profile, on_page: frozenset[str]
) -> Told:
    named = act.named or (() if act.subject else requirement.entries)
    what = f"“{act.subject}”" if act.subject else "it"
    if not named:
        return Told(
            None, f"to take {what} out, name the entry or bullet in the front matter: `drop: [id]`"
        )
    shown = [id for id in _bullets_of(named, profile) if id in on_page]
    if not shown:
        return Told(True, f"no bullet about {what} stands on the page")
    return Told(False, f"{what} still stands; the front matter takes it out: {_drop(named, shown)}")


def _tell_kept(entries: tuple[str, ...], on_page: frozenset[str]) -> Told:
    if not entries:
        return Told(None, "`pin:` in the front matter keeps an entry or a bullet")
    gone = [id for id in entries if id not in on_page]
    if not gone:
        return Told(True, "it stands on the page")
    return Told(
        False, f"it is not on the page; `pin: [{', '.join(gone)}]` in the front matter keeps it"
    )


def _tell_later(act: Act) -> Told:
    if not act.named:
        return Told(None, "`order:` in the front matter says which bullet of a role comes first")
    return Told(True, f"what says “{act.subject}” does not come first in its role")


def _tell_short(
    act: Act,
    requirement: Requirement,
    profile: Profile,
    on_page: frozenset[str],
    wanted: frozenset[str],
) -> Told:
    entries = act.named or (() if act.subject else requirement.entries)
    if not entries and act.subject:
        return Told(None, f"“{act.subject}” gets shorter with `drop: [id]` of its bullets")
    if not entries:
        return Told(None, "how long the resume may be is said with `pages:` in the front matter")
    shown = [id for id in _bullets_of(entries, profile) if id in on_page]
    if not shown:
        return Told(True, "it stands in one line")
    more = [id for id in shown if id not in wanted]
    count = "one bullet" if len(shown) == 1 else f"{len(shown)} bullets"
    most = max(act.bullets, 1)
    if len(more) <= most:
        return Told(True, f"it has {count}")
    spared = max(most - (len(shown) - len(more)), 0)
    return Told(False, f"it has {count}; to shorten it: {_drop((), more[spared:])}")


def _tell_spare(entries: tuple[str, ...], profile: Profile, on_page: frozenset[str]) -> Told:
    """What is wanted only where there is room for it."""
    if not entries:
        return Told(True, "it is shown where there is room")
    shown = [id for id in _bullets_of(entries, profile) if id in on_page]
    if not shown:
        return Told(True, "its bullets are left off for what is asked for")
    count = "one bullet" if len(shown) == 1 else f"{len(shown)} bullets"
    return Told(
        None, f"there was room for {count} of it; to take more room away: {_drop((), shown)}"
    )


def _bullets_of(named: tuple[str, ...], profile: Profile) -> list[str]:
    """The highlights named, and those of the entries named."""
    return [
        highlight.id
        for entry in profile.entries
        for highlight in entry.highlights
        if highlight.id in named or entry.id in named
    ]


def _drop(named: tuple[str, ...], shown: list[str]) -> str:
    """The line of front matter that takes bullets or an entry out."""
    ids = [id for id in named if id in shown] or list(named) or shown
    return f"`drop: [{', '.join(ids)}]`"
