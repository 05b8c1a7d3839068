"""What acts of notes point at: "lead with URBN" names an employer, "cut the skiing" a bullet.

What is surely meant (``naming``) is obeyed; ``arranging`` finds what gets another place, and
``refusing`` what should go.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from msgspec.structs import replace

from lapel.matching.acts import ARRANGED, Act, ActKind
from lapel.matching.answers.lexical import SUPPORT
from lapel.matching.asked.act_reading import means_each, means_past
from lapel.matching.lexicon import Lexicon
from lapel.matching.model import VAGUE, Candidate, CandidateKind, Requirement, RequirementKind
from lapel.matching.places.arranging import parted_places, point_first_skill, point_place
from lapel.matching.places.likely import likely_bullets
from lapel.matching.places.names import Engine, Names
from lapel.matching.places.naming import (
    find_all_named,
    find_entries_surely,
    list_entries_of_section,
)
from lapel.matching.places.parting import is_strung, parts_of
from lapel.matching.places.placing import names_organisation, names_wholly, place_label
from lapel.matching.places.refusing import point_less, point_refusal
from lapel.matching.places.saying import find_entry_beside_work, find_within_by_line
from lapel.matching.sections import PREFIX, section_asked, section_called
from lapel.profile.model import Entry, Profile, SectionKind
from lapel.text.regexes import regex

_OF_ENTRIES = frozenset(
    {
        *(ActKind.OUT, ActKind.LESS, ActKind.SHORT, ActKind.SPARE),
        *(ActKind.WHOLE, ActKind.ONLY, ActKind.KEEP),
    }
)
"""Acts that are about the hint's own entries if they have no subject."""
_LIMITING = _OF_ENTRIES - {ActKind.WHOLE, ActKind.KEEP}
_WISHED = (ActKind.KEEP, ActKind.SPARE, ActKind.FIRST_SKILL, *ARRANGED)
"""Acts whose words ask for nothing else once they surely name something."""
_A_YEAR = 1900
_FEATURES = regex(
    r"(?:please )?(?:mention|include|feature|list|add|reference|bring up|(?:highlight|showcase)"
    r"(?= (?:the |my )?\S+ \S)) (?P<x>[^,;:]+?)(?: (?:as|to show|for) (?P<y>[^,;:]+))?[.!]?$",
    re.IGNORECASE,
)
_FOREGROUNDS = regex(
    r"(?:please )?(?:(?:focus|concentrate)(?: (?:mainly|mostly|more|heavily))? on|emphasi[sz]e|"
    r"highlight|stress|feature|showcase|play up|foreground) "
    r"(?:(?:my|the) (?:time|work|years|experience|role|job) (?:at|with|for) )?"
    r"(?P<x>[^,;:]+?)[.!]?$",
    re.IGNORECASE,
)
_PERHAPS = 0.25
"""The score from which a bullet is named that a note may want to keep; nothing is done about it."""


def point_acts(
    requirements: Sequence[Requirement],
    profile: Profile,
    lexicon: Lexicon,
    engine: Engine,
    candidates: Sequence[Candidate],
) -> tuple[Requirement, ...]:
    """Return the requirements with each act's targets: the ids of what it names.

    What surely names an employer or a school, stays, goes or is moved is dropped from the phrases:
    it is no skill. An act that is an order only if surely meant is dropped where it is not.
    """
    hinted = [r.entries for r in requirements if r.kind is RequirementKind.HINT]
    alone = frozenset(id for ids in hinted if len(ids) == 1 for id in ids)
    names = Names(profile, lexicon, engine, candidates, alone=alone)
    return tuple(_point_all(requirement, names) for requirement in requirements)


def _point_all(requirement: Requirement, names: Names) -> Requirement:
    own = replace(names, within=requirement.entries)
    phrases = tuple(
        phrase
        for phrase in requirement.phrases
        if not requirement.note
        or requirement.of_entry
        or not names_organisation(phrase, names.profile)
    )
    acts: list[Act] = []
    led = {act.subject for act in requirement.acts if act.kind in (ActKind.FIRST, ActKind.UP)}
    for act in requirement.acts:
        placed, *others = _point_each(act, requirement, own)
        if act.subject and not act.firm and not placed.sure and phrases:
            continue
        acts += (placed, *others)
        own = replace(own, within=own.within or _entries_meant(requirement, placed))
        own = replace(own, older=placed.named if placed.kind is ActKind.SINCE else own.older)
        wished = act.kind in _WISHED or not act.firm
        wished = wished and not (act.kind is ActKind.KEEP and act.subject in led)
        if placed.named and wished and _is_settled(placed, names.profile):
            said = f"{act.subject} {act.beside}"
            phrases = tuple(p for p in phrases if p not in said and not _is_section(p, placed))
        elif placed.beside and act.firm and section_called(act.subject):
            phrases = tuple(p for p in phrases if p not in f"{act.subject} {act.beside}")
    if featured := _find_featured(requirement, own):
        acts.append(featured)
        own_words = tuple(p for p in phrases if p in featured.subject and not section_asked(p))
        kept = featured.kind is ActKind.KEEP
        phrases = tuple(p for p in own_words if kept and _is_said(p, names))
    elif _keeps_bare_entries(requirement, names.profile):
        phrases = ()
    return replace(requirement.of_phrases(phrases), acts=_take_out_kept(acts), entries=own.within)


def _take_out_kept(acts: Sequence[Act]) -> tuple[Act, ...]:
    """Take what a note keeps from what it refuses: "no volunteering except the shelter"."""
    kept = {id for act in acts if act.kind is ActKind.KEEP and act.sure for id in act.named}
    if not kept:
        return tuple(acts)
    return tuple(
        replace(act, named=tuple(id for id in act.named if id not in kept))
        if act.kind is ActKind.OUT
        else act
        for act in acts
    )


def _find_featured(requirement: Requirement, names: Names) -> Act | None:
    """Return the act of an idea that names an entry to show, or None.

    "Mention the food bank board seat" and "include my volunteer work at the shelter as …" keep an
    entry beside work, found by words of its own line; "focus on Acme" shows an entry whole.
    """
    idea = requirement.kind is RequirementKind.IDEA and not requirement.acts
    told = _FOREGROUNDS.match(requirement.text) if idea else None
    if told and names_wholly(told["x"], names.profile, names.lexicon):
        return Act(ActKind.WHOLE, told["x"], named=_find_entries(told["x"], names), sure=True)
    said = _FEATURES.match(requirement.text) if idea else None
    named = find_entry_beside_work(said["x"], names) if said else ()
    if not said or not named:
        return None
    return Act(ActKind.KEEP, said["x"], said["y"] or "", named=named, sure=True)


def _is_said(phrase: str, names: Names) -> bool:
    return any(answer.score >= SUPPORT for answer in names.engine.answer(phrase).values())


def _keeps_bare_entries(requirement: Requirement, profile: Profile) -> bool:
    """Tell whether a hint only keeps entries that have no bullets, such as a certificate."""
    keeps = any(a.kind is ActKind.KEEP and not a.subject for a in requirement.acts)
    bare = {entry.id for entry in profile.entries if not entry.highlights}
    return keeps and bool(requirement.entries) and set(requirement.entries) <= bare


def _entries_meant(requirement: Requirement, act: Act) -> tuple[str, ...]:
    """Return entries that an order of an unlabelled hint names: "keep Acme short: tills"."""
    of_entries = act.kind in (ActKind.SHORT, ActKind.WHOLE) and act.sure
    return act.named if of_entries and requirement.kind is RequirementKind.HINT else ()


def _is_settled(act: Act, profile: Profile) -> bool:
    """Tell whether what an act names is no wish as well; bullets that come first are wished for."""
    if act.kind not in (ActKind.FIRST, ActKind.UP):
        return act.sure
    entries = {entry.id for entry in profile.entries}
    return any(id in entries or id.startswith(PREFIX) for id in act.named)


def _is_section(phrase: str, act: Act) -> bool:
    """Tell whether a phrase beside an order of sections names one, and asks for nothing."""
    return any(id.startswith(PREFIX) for id in act.named) and section_called(phrase) is not None


def _point_each(act: Act, requirement: Requirement, names: Names) -> list[Act]:
    """Return an act with its targets; a list of what should go may become an act for each part.

    It does so if not all parts are found together and one is surely meant. A part behind a comma
    that names nothing is a remark.
    """
    placed = _point(act, requirement, names)
    if placed.kind in ARRANGED and placed.sure:
        return parted_places(placed, names.profile)
    parts = parts_of(act.subject) if act.kind is ActKind.OUT and act.firm else ()
    if (placed.kind is ActKind.OUT and placed.sure) or len(parts) < 2:
        return [placed]
    each = [_point(replace(act, subject=part), requirement, names) for part in parts]
    if not any(one.kind is ActKind.OUT and one.sure for one in each):
        return [placed]
    return [one for one in each if one.named or not is_strung(act.subject)]


def _point(act: Act, requirement: Requirement, names: Names) -> Act:
    """Return an act with its targets."""
    if not act.subject and act.kind in _OF_ENTRIES:
        named = _entries_left(names) if act.kind in _LIMITING else names.within
        return replace(act, named=named, sure=bool(named) and act.firm)
    return _POINTING[act.kind](act, requirement, names) if act.kind in _POINTING else act


def _entries_left(names: Names) -> tuple[str, ...]:
    """Return a hint's entries without those that another hint is about.

    "Acme manager: the budget" and "Acme: 2 bullets" leave the manager's bullets alone.
    """
    return tuple(id for id in names.within if id not in names.alone) or names.within


def _point_shortened(act: Act, _: Requirement, names: Names) -> Act:
    named = _find_entries(act.subject, names)
    return replace(act, named=named, sure=bool(named))


def _point_whole(act: Act, requirement: Requirement, names: Names) -> Act:
    """Find what should stand whole: if no verb orders it, a section or a sure entry only."""
    if act.firm or names.within:
        return _point_shortened(act, requirement, names)
    named = list_entries_of_section(act.subject, names) or find_entries_surely(act.subject, names)
    return replace(act, named=named, sure=bool(named))


def _point_some(act: Act, _: Requirement, names: Names) -> Act:
    """Find what should not be listed whole: a section's entries, or what bullets list."""
    return replace(
        act, named=list_entries_of_section(act.subject, names) or likely_bullets(act.subject, names)
    )


def _find_entries(subject: str, names: Names) -> tuple[str, ...]:
    if means_each(subject):
        section = [e for e in names.profile.section(SectionKind.WORK) if not e.hidden]
        past = [e for e in section if (e.id in names.older if names.older else e.is_over)]
        meant = past if past and means_past(subject) else section
        return names.within or tuple(entry.id for entry in meant)
    if held := list_entries_of_section(subject, names):
        return held
    found = place_label(subject, "work", names.profile, names.lexicon).entries
    if not found:  # "the bicycle volunteering"
        entries = {entry.id for entry in names.profile.entries}
        found = tuple(id for id in find_all_named(subject, names) if id in entries)
    return found if not names.within or set(found) <= set(names.within) else ()


def _point_only(act: Act, requirement: Requirement, names: Names) -> Act:
    """Find what alone is wanted of the note's entries, by its role or by what bullets say.

    If it is one of the entries, or of the section that the label names, the others are meant:
    nothing of them stands.
    """
    label = requirement.text.partition(":")[0]
    meant = list_entries_of_section(label, replace(names, within=())) or names.within
    wanted = find_within_by_line(act.subject, names)
    others = tuple(id for id in meant if id not in wanted)
    if wanted and others:
        return replace(act, named=others, sure=True)
    return replace(act, named=names.within)


def _point_later(act: Act, _: Requirement, names: Names) -> Act:
    return replace(act, named=likely_bullets(act.subject, names))


def _point_kept(act: Act, _: Requirement, names: Names) -> Act:
    own = tuple(id for id in find_entry_beside_work(act.subject, names) if id in names.within)
    if (
        named := own
        or find_all_named(act.subject, names)
        or _find_by_other_name(act.subject, names)
    ):
        return replace(act, named=named, sure=True)
    return replace(act, named=likely_bullets(act.subject, names, least=_PERHAPS))


def _find_by_other_name(subject: str, names: Names) -> tuple[str, ...]:
    """Find the only bullet, or entry beside work, that has another name for a thing.

    "Lifeboat" finds the RNLI.
    """
    kinds = (CandidateKind.ENTRY, CandidateKind.HIGHLIGHT)
    found = [
        names.candidates[position]
        for position, answer in names.engine.answer(subject).items()
        if answer.score >= SUPPORT and any(r.kind not in VAGUE for r in answer.reasons)
    ]
    ids = tuple(dict.fromkeys(one.id for one in found if one.kind in kinds))
    alone = len(ids) == 1 and (not names.within or found[0].entry in names.within)
    return ids if alone else ()


def _point_since(act: Act, _: Requirement, names: Names) -> Act:
    """Find the roles and studies that ended before the year, or so many years ago."""
    years = [date.year for e in names.profile.entries for date in (e.start, e.end) if date]
    newest = max((year for year in years if year), default=0)
    first = act.number if act.number > _A_YEAR else newest - act.number
    named = tuple(entry.id for entry in names.profile.entries if 0 < _last_year(entry) <= first)
    return replace(act, number=first, named=named, sure=True)


def _last_year(entry: Entry) -> int:
    """Return the year in which a role or a degree ended, 0 where none is given."""
    kept = entry.section in (SectionKind.WORK, SectionKind.EDUCATION) and not entry.hidden
    return (entry.end.year or 0) if kept and entry.end else 0


_POINTING: Mapping[ActKind, Callable[[Act, Requirement, Names], Act]] = {
    ActKind.FIRST: point_place,
    ActKind.UP: point_place,
    ActKind.LAST: point_place,
    ActKind.FIRST_SKILL: point_first_skill,
    ActKind.SHORT: _point_shortened,
    ActKind.WHOLE: _point_whole,
    ActKind.SOME: _point_some,
    ActKind.ONLY: _point_only,
    ActKind.LATER: _point_later,
    ActKind.KEEP: _point_kept,
    ActKind.SINCE: _point_since,
    ActKind.OUT: point_refusal,
    ActKind.LESS: point_less,
    ActKind.SPARE: point_less,
}
