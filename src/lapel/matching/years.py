"""Years of some work that a line asks for: the roles whose dates show them.

"Four years of critical care" is no deed, and no membership of an association. The roles whose
titles answer a line best are added up; months that two share count once. If they are too short, all
whose titles answer it count, and then those whose bullets do. If that is as long as is asked, they
come before all other answers; how long it is is said in any case. If no role says all that a line
asks for ("responsible election experience"), the nearest ones that last as long as is asked are
weak evidence. What bullets show, of a note too, is weak where the dates of all their roles add up
to fewer years.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

from msgspec.structs import replace

from lapel.matching.model import Evidence, Match, Reason, ReasonKind, Requirement, RequirementKind
from lapel.profile.experience import YEARS
from lapel.profile.model import Date, Entry, Profile, SectionKind
from lapel.text.numbers import NUMERALS

_MONTHS = 12
_ORDER = tuple(Evidence)
_SERVED, _AS_WELL, _CALLED = 0.99, 0.9, 0.3
_NUMERALS = NUMERALS | {"zwei": 2, "drei": 3, "fünf": 5, "deux": 2, "trois": 3, "cinq": 5}
_NUMBER = rf"\d\d?|{'|'.join(_NUMERALS)}"
_UNTIL = r"(?<!within )(?<!last )(?<!past )(?<!next )(?<!every )"
_MORE = rf"\+?(?:(?: to |[-–])(?:{_NUMBER})\+?| or more| plus)?"
_SEVERAL, _FEWEST_SEVERAL = r"(?i)\bmehrjährige|\bplusieurs années\b|\bseveral years\b", 3
_ASKED = rf"(?i)\b{_UNTIL}({_NUMBER}){_MORE}[ -](?:{YEARS})\b"


def add_years(
    requirements: Iterable[Requirement],
    matches: Sequence[Match],
    owners: Mapping[str, str],
    profile: Profile,
    applied_on: date | None,
) -> tuple[Match, ...]:
    """Give the matches of roles the years that their lines ask for.

    ``owners`` has the entries of the candidates. Work that goes on counts to ``applied_on``, or to
    the profile's newest date.
    """
    lines = (r for r in requirements if not r.note and r.kind is not RequirementKind.DESCRIPTION)
    asked = {r.id: n for r in lines if (n := asked_years(r.text))}
    roles = {e.id: e for e in profile.entries if e.section is SectionKind.WORK} if asked else {}
    now = _newest_month(profile, applied_on)
    months = {id: frozenset(_months_of(role, now)) for id, role in roles.items()}
    told: dict[int, Match] = {}
    for requirement, wanted in asked.items():
        own = [m for m in matches if m.requirement == requirement]
        such, years = _find_roles_served(own, months, owners, wanted)
        told |= {id(m): _with_years(m, years, wanted) for m in such}
    return tuple(told.get(id(match), match) for match in matches)


def _find_roles_served(
    matches: Sequence[Match],
    months: Mapping[str, frozenset[int]],
    owners: Mapping[str, str],
    wanted: int,
) -> tuple[Sequence[Match], int]:
    """Return the roles that answer a line, and how many years they are together.

    They are those whose titles answer it best, or if these are too short a wider choice.
    """
    roles = [m for m in matches if m.candidate in months]
    called = [m for m in roles if m.supports or m.score >= _CALLED]
    least = _AS_WELL * max((m.score for m in called), default=0.0)
    best = [m for m in called if m.score >= least]
    so_called = [m for m in roles if m in best or m.supports]
    shown = {owners.get(m.candidate) for m in matches if m.supports}
    with_bullets = [m for m in roles if m in best or m.candidate in shown]

    def years(such: Sequence[Match]) -> int:
        return len(frozenset[int]().union(*(months[m.candidate] for m in such))) // _MONTHS

    enough = (such for such in (best, so_called, with_bullets) if years(such) >= wanted)
    such = next(enough, best)
    return such, years(such)


def asked_years(text: str) -> int:
    """Return how many years a line asks for, 0 where it asks for none."""
    found = re.search(_ASKED, text)
    if found is None:
        return _FEWEST_SEVERAL if re.search(_SEVERAL, text) else 0
    return _NUMERALS.get(found[1].casefold()) or int(found[1])


def _with_years(match: Match, years: int, asked: int) -> Match:
    reason = Reason(ReasonKind.YEARS, f"{years} of {asked} asked")
    if not match.supports:
        return replace(
            match,
            supports=years >= asked,
            phrases=frozenset({0}) if years >= asked else match.phrases,
            reasons=(reason, *match.reasons),
        )
    score = max(match.score, _SERVED) if years >= asked else match.score
    return replace(match, score=score, reasons=(reason, *match.reasons))


def tell_too_few(
    requirements: Iterable[Requirement],
    matches: Sequence[Match],
    owners: Mapping[str, str],
    profile: Profile,
    applied_on: date | None,
) -> tuple[tuple[Match, ...], frozenset[str]]:
    """Find the requirements that ask for more years than the roles of what supports them add up to.

    Return the matches with that as a reason, and the requirements' ids. ``owners`` gives the entry
    of a candidate. If a match belongs to no role, or to one without dates, nothing is known.
    """
    asked = {r.id: n for r in requirements if (n := asked_years(r.text))}
    roles = {e.id: e for e in profile.entries if e.section is SectionKind.WORK} if asked else {}
    now = _newest_month(profile, applied_on)
    shown = [
        m for m in matches if m.requirement in asked and m.supports and owners.get(m.candidate)
    ]
    months: dict[str, set[int]] = {}
    unknown: set[str] = set()
    for match in shown:
        role = roles.get(owners[match.candidate])
        own = _months_of(role, now) if role is not None else range(0)
        months.setdefault(match.requirement, set()).update(own)
        unknown.update(() if own else (match.requirement,))
    few = {
        id: f"{len(own) // _MONTHS} of {asked[id]} asked"
        for id, own in months.items()
        if id not in unknown and len(own) < asked[id] * _MONTHS
    }
    told = {
        id(m): replace(m, reasons=(*m.reasons, Reason(ReasonKind.YEARS, few[m.requirement])))
        for m in shown
        if m.requirement in few and m.reasons[0].kind is not ReasonKind.YEARS
    }
    return tuple(told.get(id(match), match) for match in matches), frozenset(few)


def judge_years(
    found: Mapping[str, tuple[Evidence, ...]], matches: Iterable[Match], few: AbstractSet[str]
) -> Mapping[str, tuple[Evidence, ...]]:
    """Judge the evidence for phrases anew by years.

    It is weak where only the dates of roles speak for a phrase, and where there are too ``few``
    years.
    """
    dated = {m.requirement for m in matches if m.supports and m.reasons[0].kind is ReasonKind.YEARS}
    bare = [id for id in dated if set(found[id]) == {Evidence.NONE}]
    weakest = {id: tuple(max(e, Evidence.WEAK, key=_ORDER.index) for e in found[id]) for id in few}
    return {**found, **{id: (Evidence.WEAK, *found[id][1:]) for id in bare}, **weakest}


def _months_of(role: Entry, now: int) -> range:
    """Return the numbers of a role's months, none where its dates do not tell them."""
    if role.start is None or role.start.year is None:
        return range(0)
    ended = role.end is not None and role.end.year is not None
    last = _month_number(role.end, _MONTHS) if role.end and ended else now
    return range(_month_number(role.start, 1), last + 1)


def _newest_month(profile: Profile, applied_on: date | None) -> int:
    dates = [each for entry in profile.entries for each in (entry.start, entry.end) if each]
    known = [_month_number(each, 1) for each in dates if each.year is not None]
    return applied_on.year * _MONTHS + applied_on.month if applied_on else max(known, default=0)


def _month_number(dated: Date, month: int) -> int:
    """Return a month's number, counted from year 0; ``month`` is used if the date has none."""
    return (dated.year or 0) * _MONTHS + (dated.month or month)
