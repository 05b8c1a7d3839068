"""What acts of notes point at: "lead with URBN" names an employer, "cut the skiing" a bullet.

A refusal is obeyed where it is surely meant (``naming``). Where it only may be meant, the likeliest
are named, and the ledger says so with the line that does it. Less of a theme is surely placed where
bullets say it by words, tag or alias, not by nearness.
"""

import re
from collections.abc import Callable, Mapping, Sequence

from msgspec.structs import replace

from lapel.matching.acts import ARRANGED, Act, ActKind
from lapel.matching.answers.lexical import SUPPORT
from lapel.matching.asked.act_reading import means_each, means_past, tells_of_less, without_calling
from lapel.matching.lexicon import Lexicon
from lapel.matching.model import Candidate, CandidateKind, ReasonKind, Requirement, RequirementKind
from lapel.matching.places.naming import (
    Engine,
    Names,
    alone_within,
    called_within,
    entries_by_word,
    entry_beside_work,
    held_by,
    is_called,
    is_strung,
    literally,
    name_all,
    partings,
    parts_of,
    places_of,
    sections_holding,
    skills_called,
    surely_entries,
    within_called,
)
from lapel.matching.places.placing import names_organisation, names_wholly, place_label
from lapel.matching.sections import PREFIX, section_asked, section_called
from lapel.profile.ids import highlight_of, is_inner
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
_WISHED = (ActKind.KEEP, ActKind.SPARE, *ARRANGED)
"""Acts whose words ask for nothing else once they surely name something."""
_CERTIFICATES = f"{PREFIX}{SectionKind.CERTIFICATES}"
_MOST_BULLETS = 3
_MOST_OF_ALL = 0.5
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
_SURELY, _ABOUT = 0.75, 0.1
_PERHAPS = 0.25
"""The score from which a bullet is named that a note may want to keep; nothing is done about it."""
_VAGUE = (ReasonKind.MEANING, ReasonKind.OUTSTANDING, ReasonKind.TITLE)


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
    if featured := _featured(requirement, own):
        acts.append(featured)
        own_words = tuple(p for p in phrases if p in featured.subject and not section_asked(p))
        kept = featured.kind is ActKind.KEEP
        phrases = tuple(p for p in own_words if kept and _is_said(p, names))
    elif _stands_alone(requirement, names.profile):
        phrases = ()
    return replace(requirement.of_phrases(phrases), acts=tuple(acts), entries=own.within)


def _featured(requirement: Requirement, names: Names) -> Act | None:
    """Return the act of an idea that names an entry to show, or None.

    "Mention the food bank board seat" and "include my volunteer work at the shelter as …" keep an
    entry beside work, found by words of its own line; "focus on Acme" shows an entry whole.
    """
    idea = requirement.kind is RequirementKind.IDEA and not requirement.acts
    told = _FOREGROUNDS.match(requirement.text) if idea else None
    if told and names_wholly(told["x"], names.profile, names.lexicon):
        return Act(ActKind.WHOLE, told["x"], named=_entries(told["x"], names), sure=True)
    said = _FEATURES.match(requirement.text) if idea else None
    named = entry_beside_work(said["x"], names) if said else ()
    if not said or not named:
        return None
    return Act(ActKind.KEEP, said["x"], said["y"] or "", named=named, sure=True)


def _is_said(phrase: str, names: Names) -> bool:
    return any(answer.score >= SUPPORT for answer in names.engine.answer(phrase).values())


def _stands_alone(requirement: Requirement, profile: Profile) -> bool:
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
        return _parted(placed, names.profile)
    parts = parts_of(act.subject) if act.kind is ActKind.OUT and act.firm else ()
    if (placed.kind is ActKind.OUT and placed.sure) or len(parts) < 2:
        return [placed]
    each = [_point(replace(act, subject=part), requirement, names) for part in parts]
    if not any(one.kind is ActKind.OUT and one.sure for one in each):
        return [placed]
    return [one for one in each if one.named or not is_strung(act.subject)]


def _parted(act: Act, profile: Profile) -> list[Act]:
    """Return an act on sections and on entries of other sections as two."""
    entries = [entry.id for entry in profile.entries if entry.id in act.named]
    apart = [id for id in entries if not set(sections_holding((id,), profile)) & set(act.named)]
    rest = tuple(id for id in act.named if id not in apart)
    parts = (rest, tuple(apart))
    return [replace(act, named=part) for part in parts if part]


def _point(act: Act, requirement: Requirement, names: Names) -> Act:
    """Return an act with its targets."""
    if not act.subject and act.kind in _OF_ENTRIES:
        named = _left(names) if act.kind in _LIMITING else names.within
        return replace(act, named=named, sure=bool(named) and act.firm)
    return _POINTING[act.kind](act, requirement, names) if act.kind in _POINTING else act


def _left(names: Names) -> tuple[str, ...]:
    """Return a hint's entries without those that another hint is about.

    "Acme manager: the budget" and "Acme: 2 bullets" leave the manager's bullets alone.
    """
    return tuple(id for id in names.within if id not in names.alone) or names.within


def _arrange(act: Act, _: Requirement, names: Names) -> Act:
    """Find what should come first, further up or last.

    That is sections, entries beside work and studies among their like, or bullets of their role.
    """
    if not names.within and (placed := _place(act, names)):
        return placed
    named = name_all(act.subject, names, firm=False)
    if act.kind is ActKind.LAST:
        return replace(act, named=named, sure=bool(named))
    ordered = act.beside and (act.firm or name_all(act.beside, names, firm=False))
    bullets = tuple(filter(is_inner, named)) if ordered else ()
    if bullets:
        return replace(act, named=bullets, sure=True)
    return replace(act, named=surely_entries(act.subject, names))


def _first_skill(act: Act, _: Requirement, names: Names) -> Act:
    named = skills_called(act.subject, names)
    return replace(act, named=named, sure=bool(named))


def _place(act: Act, names: Names) -> Act | None:
    """Return the act on the sections and entries that it names, None if it names none.

    An entry takes its section along if it should stand before something of another section, and a
    certificate if it should be at the top: employers sort by licences.
    """
    places = places_of(act.subject, names)
    if not act.beside:
        proofs = sections_holding(places, names.profile) if act.kind is ActKind.FIRST else ()
        raised = (id for id in proofs if id == _CERTIFICATES)
        named = tuple(dict.fromkeys((*raised, *places)))
        return replace(act, named=named, sure=True) if named else None
    beside = places_of(act.beside, names)
    moved, still = (sections_holding(each, names.profile) for each in (places, beside))
    if not moved or not still:
        return None
    if moved == still:
        return replace(act, named=places, beside=beside[-1], sure=True)
    named = tuple(dict.fromkeys((*moved, *places)))
    return replace(act, named=named, beside=still[0], sure=True)


def _shorten(act: Act, _: Requirement, names: Names) -> Act:
    named = _entries(act.subject, names)
    return replace(act, named=named, sure=bool(named))


def _whole(act: Act, requirement: Requirement, names: Names) -> Act:
    """Find what should stand whole: if no verb orders it, a section or a sure entry only."""
    if act.firm or names.within:
        return _shorten(act, requirement, names)
    named = held_by(act.subject, names) or surely_entries(act.subject, names)
    return replace(act, named=named, sure=bool(named))


def _some(act: Act, _: Requirement, names: Names) -> Act:
    """Find what should not be listed whole: a section's entries, or what bullets list."""
    return replace(act, named=held_by(act.subject, names) or _likely(act.subject, names))


def _entries(subject: str, names: Names) -> tuple[str, ...]:
    if means_each(subject):
        section = [e for e in names.profile.section(SectionKind.WORK) if not e.hidden]
        past = [e for e in section if (e.id in names.older if names.older else e.is_over)]
        meant = past if past and means_past(subject) else section
        return names.within or tuple(entry.id for entry in meant)
    if held := held_by(subject, names):
        return held
    found = place_label(subject, "work", names.profile, names.lexicon).entries
    if not found:  # "the bicycle volunteering"
        entries = {entry.id for entry in names.profile.entries}
        found = tuple(id for id in name_all(subject, names) if id in entries)
    return found if not names.within or set(found) <= set(names.within) else ()


def _only(act: Act, requirement: Requirement, names: Names) -> Act:
    """Find what alone is wanted of the note's entries, by its role or by what bullets say.

    If it is one of the entries, or of the section that the label names, the others are meant:
    nothing of them stands.
    """
    label = requirement.text.partition(":")[0]
    meant = held_by(label, replace(names, within=())) or names.within
    wanted = within_called(act.subject, names)
    others = tuple(id for id in meant if id not in wanted)
    if wanted and others:
        return replace(act, named=others, sure=True)
    return replace(act, named=names.within)


def _later(act: Act, _: Requirement, names: Names) -> Act:
    return replace(act, named=_likely(act.subject, names))


def _keep(act: Act, _: Requirement, names: Names) -> Act:
    own = tuple(id for id in entry_beside_work(act.subject, names) if id in names.within)
    if named := own or name_all(act.subject, names) or _known_as(act.subject, names):
        return replace(act, named=named, sure=True)
    return replace(act, named=_likely(act.subject, names, least=_PERHAPS))


def _known_as(subject: str, names: Names) -> tuple[str, ...]:
    """Find the only bullet, or entry beside work, that has another name for a thing.

    "Lifeboat" finds the RNLI.
    """
    kinds = (CandidateKind.ENTRY, CandidateKind.HIGHLIGHT)
    found = [
        names.candidates[position]
        for position, answer in names.engine.answer(subject).items()
        if answer.score >= SUPPORT and any(r.kind not in _VAGUE for r in answer.reasons)
    ]
    ids = tuple(dict.fromkeys(one.id for one in found if one.kind in kinds))
    alone = len(ids) == 1 and (not names.within or found[0].entry in names.within)
    return ids if alone else ()


def _since(act: Act, _: Requirement, names: Names) -> Act:
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


def _refuse(act: Act, requirement: Requirement, names: Names) -> Act:
    """Find what should go if each part of it is surely meant, else what it may mean.

    What it may mean counts for less if bullets surely say it, and is a refusal all the same where
    the note asks for nothing else.
    """
    named = name_all(act.subject, names, firm=act.firm, keywords=True)
    named = named or (alone_within(act.subject, names) if act.firm else ())
    if named and not (act.deed and _tells_of_less(named, names)):
        return replace(act, named=named, sure=True)
    lessened = _lessen(replace(act, kind=ActKind.LESS, firm=False), requirement, names)
    if lessened.sure:
        refused = act.firm or not _wishes_beside(act, requirement)
        return replace(lessened, firm=act.firm, refused=refused)
    return replace(act, named=_likely(act.subject, names))


def _tells_of_less(named: Sequence[str], names: Names) -> bool:
    """Tell whether a single bullet is meant and tells of a decrease ("cut the chemicals")."""
    texts = [c.text for c in names.bullets if c.id in named]
    return len(named) == 1 and bool(texts) and tells_of_less(texts[0])


def _lessen(act: Act, requirement: Requirement, names: Names) -> Act:
    """Find what there should be less of: a named entry, or the bullets that say each part."""
    if not names.within and (entries := surely_entries(act.subject, names)):
        return replace(act, named=entries, sure=True)
    if act.kind is ActKind.SPARE and (named := name_all(act.subject, names)):
        return replace(act, named=named, sure=True)
    theirs = names.bullets
    for parts in partings(act.subject):
        said = [_saying(part, act, requirement, names) for part in parts]
        named = tuple(dict.fromkeys(id for ids in said for id in ids))
        few = len(named) <= _MOST_OF_ALL * len(theirs) or bool(names.within)
        if all(said) and few:
            return replace(act, named=named, sure=True)
    if called := called_within(act.subject, names):
        return replace(act, named=called, sure=True)
    if not names.within and (entries := entries_by_word(act.subject, names)):
        return replace(act, named=entries, sure=True)
    return replace(act, named=_likely(act.subject, names))


def _saying(what: str, act: Act, requirement: Requirement, names: Names) -> tuple[str, ...]:
    """Return the bullets that surely say something.

    A bullet that tells of a decrease may be what a bare comparative asks for ("less chemicals"),
    and one that says more of the note's wish is wished for ("mentoring, not people management").
    """
    texts = {candidate.id: candidate.text for candidate in names.bullets}
    wished: dict[str, float] = {}
    for phrase in requirement.phrases if _wishes_else(act, requirement) else ():
        for position, answer in names.engine.answer(phrase).items():
            id = highlight_of(names.candidates[position].id)
            wished[id] = max(answer.score, wished.get(id, 0.0))
    return tuple(
        dict.fromkeys(
            id
            for position, answer in names.engine.answer(what).items()
            if (id := highlight_of(names.candidates[position].id)) in texts
            and answer.score >= SUPPORT
            and (id not in wished or _rather(answer.score, wished[id]))
            and any(reason.kind not in _VAGUE for reason in answer.reasons)
            and (act.firm or not tells_of_less(texts[id]))
        )
    )


def _rather(denied: float, wished: float) -> bool:
    """Tell whether a bullet that answers both is rather what a note wants less of."""
    return wished < SUPPORT or (denied >= _SURELY and denied > wished - _ABOUT)


def _wishes_beside(act: Act, requirement: Requirement) -> bool:
    """Tell whether a note asks for anything but what it refuses."""
    return any(phrase not in act.subject for phrase in requirement.phrases)


def _wishes_else(act: Act, requirement: Requirement) -> bool:
    """Tell whether a note wishes for something else than what it wants less of."""
    return not any(phrase in act.subject for phrase in requirement.phrases)


def _likely(subject: str, names: Names, least: float = SUPPORT) -> tuple[str, ...]:
    """Return the bullets that a note may mean: those with its words, else the likeliest first."""
    theirs = names.bullets
    subject = without_calling(subject)
    called = tuple(c.id for c in theirs if is_called(subject, c.id))
    literal = called or tuple(c.id for c in literally(subject, names))
    if literal or any(character.isdigit() for character in subject):
        return literal
    known = {candidate.id for candidate in theirs}
    meant = [
        (answer.score, names.candidates[position].id)
        for position, answer in names.engine.answer(subject).items()
        if answer.score >= least and names.candidates[position].id in known
    ]
    meant.sort(key=lambda pair: -pair[0])
    return tuple(id for _, id in meant[:_MOST_BULLETS])


_POINTING: Mapping[ActKind, Callable[[Act, Requirement, Names], Act]] = {
    ActKind.FIRST: _arrange,
    ActKind.UP: _arrange,
    ActKind.LAST: _arrange,
    ActKind.FIRST_SKILL: _first_skill,
    ActKind.SHORT: _shorten,
    ActKind.WHOLE: _whole,
    ActKind.SOME: _some,
    ActKind.ONLY: _only,
    ActKind.LATER: _later,
    ActKind.KEEP: _keep,
    ActKind.SINCE: _since,
    ActKind.OUT: _refuse,
    ActKind.LESS: _lessen,
    ActKind.SPARE: _lessen,
}
