"""What became of notes that say where content stands: first, further up, last, not first."""

from collections.abc import Collection, Iterable, Iterator

from msgspec.structs import replace

from lapel.ledger.advice import pin_line
from lapel.ledger.standing import Standing, Told, named_in, tell_unplaced
from lapel.matching.acts import Act, ActKind
from lapel.matching.model import Requirement
from lapel.matching.places.orders import groups_of
from lapel.matching.sections import PREFIX, SUMMARY, WORK_ID, own_sections, section_of
from lapel.profile.ids import is_inner
from lapel.profile.model import Profile, SectionKind
from lapel.text.plurals import count, join_and

_MOST_NAMED = 2
_ORDER_LINE = "`order: {role: [bullet]}` in the front matter orders a role's bullets"
_PLACES = {
    ActKind.FIRST: "first, above the jobs",
    ActKind.UP: "right behind the jobs",
    ActKind.LAST: "last",
}
_AMONG_SKILLS = (SectionKind.LANGUAGES, SectionKind.INTERESTS)
_SUMMARY = f"{PREFIX}{SUMMARY}"


def tell_first(act: Act, _: Requirement, standing: Standing) -> Told:
    """Say whether what a note wants first, or further up, is there."""
    if any(id.startswith(PREFIX) for id in act.named):
        return _tell_raised(act, standing)
    bullets = [*filter(is_inner, act.named)]
    if bullets or (standing.led and not act.named):
        return _tell_led(frozenset(bullets) or standing.led, standing)
    if act.named:
        return _tell_entries(act, standing)
    said = f"no bullet surely says “{act.subject}”, and roles and studies stay newest first"
    return Told(None, f"{said}; {_ORDER_LINE}")


def _tell_led(led: frozenset[str], standing: Standing) -> Told:
    """Say whether those bullets stand first in their roles that are on the page."""
    stands = [id for id in standing.looks.order if id in led]
    behind = list(_find_behind_others(stands, standing))
    if not stands:
        return Told(False, "no such bullet is on the page")
    if not behind:
        return Told(True, "such bullets stand first in their role; roles stay newest first")
    roles = {h.id: entry.id for entry in standing.profile.entries for h in entry.highlights}
    first, *_ = behind
    return Told(
        False,
        f"{_tell_behind(behind, 'bullet', 'role', standing)}; "
        f"`order: {{{roles[first]}: [{first}]}}` in the front matter puts it first",
        in_part=len(behind) < len(stands),
    )


def _tell_entries(act: Act, standing: Standing) -> Told:
    """Say whether entries stand first, last, or before another, among those of their section; what
    should go up and could not, since it goes by its dates, stands where it stood.
    """
    stands = [id for id in standing.looks.order if id in act.named]
    if not stands:
        line = pin_line(act.named)
        return Told(False, f"{named_in(act)} is not on the page; {line} in the front matter does")
    beside = act.beside if act.beside in standing.looks.order else ""
    last = act.kind is ActKind.LAST
    wrong = list(
        _find_before_others(stands, standing)
        if last
        else _find_behind_others(stands, standing, beside)
    )
    if wrong:
        told = _tell_behind(wrong, "entry", "section", standing, below=last)
        told = (
            f"what has dates stays newest first: {told}{_tell_section_move(act, stands, standing)}"
        )
        return Told(False, told, in_part=wrong != stands)
    stand = "stand" if stands[1:] else "stands"
    where = "last" if last else f"before {beside}" if beside else "first"
    sections = {entry.section for entry in standing.profile.entries if entry.id in stands}
    whole = "their sections" if len(sections) > 1 else "the section"
    told = f"{join_and(stands)} {stand} {where} in {whole}"
    moved = {move.id for move in standing.orders.moves}.issuperset(stands)
    done = moved or act.kind is not ActKind.UP
    return Told(
        done, told if done else f"{told}{_tell_section_move(act, stands, standing)}", in_part=True
    )


def _tell_raised(act: Act, standing: Standing) -> Told:
    """Say where sections are now, and whether what took them along is the first in them."""
    told = _tell_sections(act, standing)
    moved = {move.id for move in standing.orders.moves if not move.id.startswith(PREFIX)}
    within = tuple(id for id in act.named if id in moved)
    if not told.done or not within:
        return told
    inner = _tell_entries(replace(act, named=within, beside=""), standing)
    return Told(inner.done, f"{told.why}; {inner.why}", in_part=True)


def _tell_section_move(act: Act, entries: Collection[str], standing: Standing) -> str:
    """Say how the section of these entries is moved."""
    own = {
        e.section: section_of(e, standing.profile)
        for e in standing.profile.entries
        if e.id in entries
    }
    if act.kind is ActKind.LAST or act.beside or SectionKind.WORK in own:
        return ""
    titles = {name: title for title, name in own_sections(standing.profile).items()}
    section, *_ = sorted(own.values())
    return f"; the note “{titles.get(section, section)} first” would move the section"


def _find_behind_others(stands: list[str], standing: Standing, beside: str = "") -> Iterator[str]:
    """Yield those that have others of their kind above them, ``beside`` where it is named."""
    for id in stands:
        above = standing.above(id)
        if beside in above if beside else not set(above) <= set(stands):
            yield id


def _find_before_others(stands: list[str], standing: Standing) -> Iterator[str]:
    """Yield those that have others of their kind below them."""
    yield from (id for id in stands if not set(standing.below(id)) <= set(stands))


def _tell_behind(
    ids: Collection[str], kind: str, whole: str, standing: Standing, *, below: bool = False
) -> str:
    """Say how many of their kind stand above these, or ``below`` them."""
    told = [
        f"{id} has {count(kind, len(standing.below(id) if below else standing.above(id)))} of its "
        f"{whole} {'below' if below else 'above'} it"
        for id in list(ids)[:_MOST_NAMED]
    ]
    return join_and(told)


def _tell_sections(act: Act, standing: Standing) -> Told:
    """Say where the sections of an act are now."""
    named = [id for id in act.named if id.startswith(PREFIX)]
    gone = [id for id in named if id not in standing.looks.order]
    if gone:
        called = _join_section_names(gone, standing.profile)
        shared = {f"{PREFIX}{kind.value}" for kind in _AMONG_SKILLS}.issuperset(gone)
        why = f"the page lists {called} among the skills" if shared else ""
        return Told(False, why or f"the page has no section {called}", in_part=gone != named)
    called = _join_section_names(named, standing.profile)
    stand = f"the section {called} stands" if len(named) == 1 else f"the sections {called} stand"
    if wrong := _find_sections_in_the_way(act, named, standing):
        where = "below" if act.kind is ActKind.LAST else "above"
        it = "it" if len(named) == 1 else "them"
        return Told(
            False, f"{stand} with {_join_section_names(wrong, standing.profile)} {where} {it}"
        )
    beside = _join_section_names([act.beside], standing.profile)
    where = f"above {beside}" if act.beside else _PLACES[act.kind]
    return Told(True, f"{stand} {where}")


def _find_sections_in_the_way(act: Act, named: list[str], standing: Standing) -> list[str]:
    """Return the sections that stand where those named should."""
    order = [id for id in standing.looks.order if id.startswith(PREFIX)]
    places = [order.index(id) for id in named]
    if act.kind is ActKind.LAST:
        others = order[min(places) :]
    elif act.beside:
        others = [id for id in order[: max(places)] if id == act.beside]
    else:
        after_work = order.index(WORK_ID) + 1 if WORK_ID in order else 0
        others = order[after_work if act.kind is ActKind.UP else 0 : max(places)]
    return [id for id in others if id not in (*named, _SUMMARY)]


def _join_section_names(sections: Iterable[str], profile: Profile) -> str:
    """Return the names of sections as a list in a sentence; of the person's own, their titles."""
    titles = {name: f"“{title}”" for title, name in own_sections(profile).items()}
    names = [id.removeprefix(PREFIX) for id in sections]
    return join_and([titles.get(name, name) for name in names])


def tell_last(act: Act, _: Requirement, standing: Standing) -> Told:
    """Say whether what a note wants last is last."""
    if any(id.startswith(PREFIX) for id in act.named):
        return _tell_sections(act, standing)
    if not act.named:
        return tell_unplaced(act, _ORDER_LINE)
    bullets = [id for id in standing.looks.order if id in act.named and is_inner(id)]
    if not bullets:
        return _tell_entries(act, standing)
    if before := list(_find_before_others(bullets, standing)):
        told = _tell_behind(before, "bullet", "role", standing, below=True)
        return Told(False, f"{told}; {_ORDER_LINE}", in_part=before != bullets)
    return Told(True, f"“{act.subject}” stands behind the other bullets of its role")


def tell_later(act: Act, _: Requirement, standing: Standing) -> Told:
    """Say whether what a note does not want first is kept from being first."""
    if not act.named:
        return tell_unplaced(
            act, "`order:` in the front matter says which bullet of a role comes first"
        )
    first = [id for id in standing.looks.order if id in act.named and not standing.above(id)]
    if first:
        return Told(False, f"{join_and(first)} comes first in its role; {_ORDER_LINE}")
    return Told(True, f"what says “{act.subject}” does not come first in its role")


def tell_first_skill(act: Act, _: Requirement, standing: Standing) -> Told:
    """Say whether a skill stands before the others."""
    if not act.named:
        said = f"no keyword of your skills is called “{act.subject}”"
        return Told(False, f"{said}; add it to `skills:` in the profile if you can do it")
    groups = list(groups_of(act.named, standing.profile))
    gone = [id for id in groups if id not in standing.on_page]
    if gone:
        brings = f"{pin_line(gone)} in the front matter brings it in"
        return Told(False, f"{join_and(gone)} is not on the page; {brings}")
    stand = "stand" if act.named[1:] else "stands"
    return Told(True, f"“{act.subject}” {stand} first among the skills")
