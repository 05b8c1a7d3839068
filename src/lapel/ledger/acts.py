"""What became of what a note asks of the document: done, or the front matter that does it."""

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from lapel.job.model import Job
from lapel.matching.acts import Act, ActKind
from lapel.matching.model import Orders, Requirement
from lapel.matching.orders import bullets_of, most_bullets, wordings_called
from lapel.matching.sections import PREFIX
from lapel.profile.model import Profile, SectionKind
from lapel.text.plurals import count, join_and

_MOST_NAMED = 2
_MOST_LISTED = 6
_LOOKS = {
    "us letter": "letter",
    "english": "en",
    "german": "de",
    "deutsch": "de",
    "french": "fr",
    "français": "fr",
    "spanish": "es",
    "español": "es",
    "italian": "it",
    "portuguese": "pt",
    "dutch": "nl",
    "swedish": "sv",
    "polish": "pl",
}
"""How the front matter spells what notes say."""


class Told(Struct, frozen=True):
    """One act's answer; ``done`` is None where lapel can do nothing about it."""

    done: bool | None
    why: str


class Standing(Struct, frozen=True):
    """What acts are told by: what stands on the page, and what answers the notes beside them.

    ``on_page`` are ids of entries, highlights, groups of skills and summaries, whatever their
    wording; ``pages`` is how many the resume has. ``led`` are the highlights that the note's
    words for what comes first mean, and ``wanted`` those that a note asks for: no advice takes
    them out.
    """

    job: Job
    profile: Profile
    orders: Orders
    on_page: frozenset[str]
    pages: int
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


def tell_act(act: Act, requirement: Requirement, standing: Standing) -> Told:
    """What became of one act, for the contract."""
    return _TELLERS[act.kind](act, requirement, standing)


def _tell_pages(act: Act, _: Requirement, standing: Standing) -> Told:
    if act.number == standing.pages:
        return Told(True, f"the resume has {_pages(standing.pages)}")
    return Told(
        False,
        f"the resume has {_pages(standing.pages)}; "
        f"`pages: {act.number}` in the front matter asks for it",
    )


def _pages(count: int) -> str:
    return "one page" if count == 1 else f"{count} pages"


def _tell_first(act: Act, _: Requirement, standing: Standing) -> Told:
    if any(id.startswith(PREFIX) for id in act.named):
        return _tell_moved(act, standing)
    if not act.named and standing.led:
        ordered = any(entry.id for entry, _ in standing.job.settings.order)
        where = "where the front matter's `order:` leaves room" if ordered else "in their role"
        return Told(True, f"such bullets stand first {where}; roles stay newest first")
    work = [entry.id for entry in standing.profile.section(SectionKind.WORK)]
    if work and work[0] in act.named:
        return Told(True, f"{act.subject} stands first")
    return Told(
        None,
        "roles and degrees stay newest first; `order: {role: [bullet]}` in the front matter says "
        "which bullet of a role comes first, and `pin:` holds it",
    )


_PLACES = {
    ActKind.FIRST: "first, above the jobs",
    ActKind.UP: "right behind the jobs",
    ActKind.LAST: "last",
}


def _tell_moved(act: Act, standing: Standing) -> Told:
    """Where the sections of an act stand."""
    sections = [
        called
        for id in act.named
        if id.startswith(PREFIX)
        for called in _called(id.removeprefix(PREFIX), standing.profile)
    ]
    where = f"above {act.beside.removeprefix(PREFIX)}" if act.beside else _PLACES[act.kind]
    stand = "stands" if len(sections) == 1 else "stand"
    kind = "the section" if len(sections) == 1 else "the sections"
    return Told(True, f"{kind} {join_and(sections)} {stand} {where}; entries stay newest first")


def _called(section: str, profile: Profile) -> Iterable[str]:
    """What a section is called; the person's own ones by their titles."""
    if section != SectionKind.CUSTOM:
        return (section,)
    return dict.fromkeys(f"“{e.custom_section}”" for e in profile.section(SectionKind.CUSTOM))


def _tell_last(act: Act, _: Requirement, standing: Standing) -> Told:
    if any(id.startswith(PREFIX) for id in act.named):
        return _tell_moved(act, standing)
    if not act.named:
        return Told(None, "`order: {role: [bullet]}` in the front matter orders a role's bullets")
    return Told(True, f"“{act.subject}” stands behind the other bullets of its role")


def _tell_out(act: Act, requirement: Requirement, standing: Standing) -> Told:
    what = _what(act)
    if not act.named:
        return Told(None, _by_name(what, requirement, standing))
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


def _tell_less(act: Act, requirement: Requirement, standing: Standing) -> Told:
    shown = standing.shown(act.named)
    if not act.named:
        return Told(None, _by_name(_what(act), requirement, standing))
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
    return Told(not act.refused, f"{half}; {_to_take_out(shown, standing)}")


def _to_take_out(shown: list[str], standing: Standing) -> str:
    """How to take out what stands, without what a note asks for."""
    spare = [id for id in shown if id not in standing.wanted]
    if not spare:
        return "notes ask for what stands"
    return f"to take more out: {_drop((), spare)}"


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


def _by_name(what: str, requirement: Requirement, standing: Standing) -> str:
    """How to take out what names nothing: of one entry by the ids of its few bullets."""
    theirs = standing.shown(requirement.entries)
    if not 0 < len(theirs) <= _MOST_LISTED:
        return f"to take {what} out, name the entry or bullet in the front matter: `drop: [id]`"
    one = f"one of {join_and(theirs)}" if len(theirs) > 1 else theirs[0]
    return f"to take {what} out, name the bullet in the front matter: `drop: [id]`, {one}"


def _tell_kept(act: Act, requirement: Requirement, standing: Standing) -> Told:
    named = act.named if act.subject else requirement.entries
    if not named:
        return Told(None, "`pin: [id]` in the front matter keeps an entry or a bullet")
    what = _what(act)
    gone = [id for id in named if id not in standing.on_page]
    if act.subject and not act.sure:
        line = f"`pin: [{', '.join(named)}]` in the front matter keeps what it may mean"
        return Told(None, f"{what} names no bullet or entry for sure; {line}")
    if not gone:
        return Told(True, f"{what} stands on the page")
    return Told(
        False, f"{what} is not on the page; `pin: [{', '.join(gone)}]` in the front matter keeps it"
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


def _tell_spare(act: Act, requirement: Requirement, standing: Standing) -> Told:
    """What is wanted only where there is room for it."""
    named = act.named if act.subject else requirement.entries
    if not named:
        return Told(True, "it is shown where there is room")
    what, shown = _what(act), standing.shown(named)
    if not shown:
        return Told(True, f"{what} is left off for what is asked for")
    bullets = count("bullet", len(shown))
    return Told(
        True,
        f"there was room for {bullets} of {what}, though it counts half; "
        f"to take more room away: {_drop((), shown)}",
    )


def _tell_since(act: Act, _: Requirement, standing: Standing) -> Told:
    older = [id for id in act.named if id in standing.on_page]
    if not older:
        return Told(
            None,
            f"nothing on the page is told to have ended by {act.number}; `drop: [id]` in the front "
            "matter takes a role out",
        )
    return Told(
        True,
        f"what ended by {act.number} stands in one line, since dates without it have a gap; "
        f"{_drop((), older)} takes it out",
    )


def _tell_wording(act: Act, requirement: Requirement, standing: Standing) -> Told:
    called = wordings_called(act, requirement, standing.profile)
    if not called:
        highlights = [h for e in standing.profile.entries for h in e.highlights]
        names = dict.fromkeys(w.name for h in highlights for w in h.wordings)
        has = f"they are {join_and(list(names))}" if names else "it has none"
        return Told(False, f"the profile has no wordings called “{act.subject}”: {has}")
    shown = [id for id in called if id in standing.on_page]
    return Told(
        True,
        f"{len(shown)} of the {count('bullet', len(called))} that have a wording “{act.subject}” "
        "stand, and in it; `wording:` in the front matter takes another for one of them",
    )


def _tell_looks(act: Act, _: Requirement, standing: Standing) -> Told:
    key, _colon, value = act.subject.partition(": ")
    line = f"`{key}: {_LOOKS.get(value, value)}`"
    settings = standing.job.settings
    said = {"theme": settings.theme, "paper": settings.paper, "language": settings.language}[key]
    if said is not None and said.text.casefold() == _LOOKS.get(value, value):
        return Told(True, f"the front matter says {line}")
    return Told(None, f"{line} in the front matter asks for it")


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
    ActKind.UP: _tell_first,
    ActKind.LAST: _tell_last,
    ActKind.SINCE: _tell_since,
    ActKind.WORDING: _tell_wording,
    ActKind.LOOKS: _tell_looks,
    ActKind.KEEP: _tell_kept,
    ActKind.ERRAND: _tell_errand,
    ActKind.MANNER: _tell_manner,
}
