"""What became of notes that want less: content that goes, counts half, is short, or alone is
wanted.
"""

from lapel.ledger.advice import drop_line, pin_line
from lapel.ledger.standing import Standing, Told, named_in, tell_unplaced
from lapel.matching.acts import Act
from lapel.matching.details import detail_called, has_detail
from lapel.matching.model import Requirement
from lapel.matching.places.orders import bullets_of, listed_of, most_bullets, most_listed
from lapel.text.plurals import count, join_and

_MOST_NAMED = 2
_MOST_LISTED = 6


def tell_out(act: Act, requirement: Requirement, standing: Standing) -> Told:
    """Say whether what a note wants out is gone."""
    what = named_in(act)
    if not act.named and (key := detail_called(act.subject)) is not None:
        return _tell_detail(key, what, standing)
    if not act.named:
        return tell_unplaced(act, _advise_naming(requirement, standing))
    shown = standing.shown(act.named)
    entries = [entry.id for entry in standing.profile.entries if entry.id in act.named]
    if not act.sure:
        return _tell_standing(act, shown)
    if shown:
        return Told(False, f"{what} stands, since the front matter pins {join_and(shown)}")
    back = f"{pin_line(act.named)} in the front matter brings it back"
    if kept := [id for id in entries if id in standing.on_page]:
        out = f"{drop_line(kept)} takes that out too"
        return Told(True, f"{what} stands in one line, without bullets; {out}")
    return Told(True, f"{what} is left out, of the letter too; {back}")


def _tell_detail(key: str, what: str, standing: Standing) -> Told:
    """Say where a detail is printed from that a note wants out; no note takes it out."""
    if not has_detail(key, standing.profile):
        return Told(True, f"no {what} is printed")
    return Told(False, f"{what} is printed from `{key}:` in the profile; take it out there")


def tell_less(act: Act, requirement: Requirement, standing: Standing) -> Told:
    """Say how much is left of what a note wants less of."""
    shown = standing.shown(act.named)
    if not act.named:
        return tell_unplaced(act, _advise_naming(requirement, standing))
    if not act.sure:
        return _tell_standing(act, shown)
    if not shown:
        return Told(True, f"no bullet about {named_in(act)} stands on the page")
    about = len(list(bullets_of(frozenset(act.named), standing.profile)))
    half = (
        f"the bullet about {named_in(act)} counts half, and there was room for it"
        if about == 1
        else f"the bullets about {named_in(act)} count half, and there was room for {len(shown)} "
        f"of {about}"
    )
    to_do = _advise_taking_out(shown, standing)
    return Told(not act.refused, f"{half}; {to_do}", in_part=act.refused)


def _advise_taking_out(shown: list[str], standing: Standing) -> str:
    """Say how to take out bullets on the page, except those that notes ask for."""
    spare = [id for id in shown if id not in standing.wanted]
    if not spare:
        return "notes ask for what stands"
    return f"to take more out: {_format_drop_line((), spare)}"


def _tell_standing(act: Act, shown: list[str]) -> Told:
    """Name bullets on the page that the act may mean; the decision is left to the person."""
    if not shown:
        return Told(True, f"no bullet about {named_in(act)} stands on the page")
    return Told(
        False,
        f"{named_in(act)} may mean what stands; the front matter takes it out: "
        f"{_format_drop_line(act.named, shown)}",
    )


def _advise_naming(requirement: Requirement, standing: Standing) -> str:
    """Say how to take out something that the note does not name; for an entry with few bullets, by
    their ids.
    """
    theirs = standing.shown(requirement.entries)
    if not 0 < len(theirs) <= _MOST_LISTED:
        return "name the entry or bullet in the front matter to take it out: `drop: [id]`"
    one = f"one of {join_and(theirs)}" if len(theirs) > 1 else theirs[0]
    return f"name the bullet in the front matter to take it out: `drop: [id]`, {one}"


def tell_short(act: Act, requirement: Requirement, standing: Standing) -> Told:
    """Say whether what a note wants short is short."""
    if not act.named and act.subject:
        return tell_unplaced(act, "it gets shorter with `drop: [id]` of its bullets")
    if not act.named:
        return Told(None, "how long the resume may be is said with `pages:` in the front matter")
    if listed := listed_of(act, standing.profile):
        return _tell_listed([entry.id for entry in listed], most_listed(act), standing)
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


def _tell_listed(listed: list[str], most: int, standing: Standing) -> Told:
    """Say how many stand of entries that are a line each."""
    shown = [id for id in listed if id in standing.on_page]
    stand = f"{len(shown)} of {len(listed)} stand"
    if len(shown) > most:
        return Told(False, f"{stand}, since they are pinned or notes keep them")
    left = [id for id in listed if id in standing.orders.beside]
    back = f"; {pin_line(left[:1])} in the front matter brings one back" if left else ""
    return Told(True, f"{stand}{back}")


def tell_only(act: Act, _: Requirement, standing: Standing) -> Told:
    """Say whether only the wanted part of something is on the page."""
    bullets = frozenset(bullets_of(act.named, standing.profile))
    beside = bullets & standing.orders.beside
    if act.sure:
        lines = [id for id in act.named if id in standing.on_page]
        stay = f"{join_and(lines)} in one line; " if lines else ""
        back = f"{pin_line(act.named[:_MOST_NAMED])} brings it back"
        return Told(True, f"what is not “{act.subject}” is left off, {stay}{back}")
    if not act.named or not bullets:
        return Told(None, "")
    if not beside:
        return Told(None, f"none of its bullets was found to be beside “{act.subject}”")
    back = f"{pin_line(sorted(beside)[:_MOST_NAMED])} brings it back"
    return Told(True, f"what is not “{act.subject}” is left off; {back}")


def tell_spare(act: Act, requirement: Requirement, standing: Standing) -> Told:
    """Say what became of content wanted only where there is room for it."""
    named = act.named if act.subject else requirement.entries
    if not named:
        return Told(True, "it is shown where there is room")
    what, shown = named_in(act), standing.shown(named)
    if not shown and any(id in standing.on_page for id in named):
        return Told(True, "it stands in one line")
    if not shown:
        return Told(True, f"{what} is left off for what is asked for")
    bullets = count("bullet", len(shown))
    return Told(
        True,
        f"there was room for {bullets} of {what}, though it counts half; "
        f"to take more room away: {_format_drop_line((), shown)}",
    )


def tell_since(act: Act, _: Requirement, standing: Standing) -> Told:
    """Say what became of entries older than wanted."""
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
        f"{_format_drop_line((), older)} takes it out",
    )


def _format_drop_line(named: tuple[str, ...], shown: list[str]) -> str:
    """Return the line of front matter that takes bullets or an entry out."""
    ids = [id for id in named if id in shown] or list(named) or shown
    return drop_line(ids)
