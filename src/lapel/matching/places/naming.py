"""What words of a note surely name in the profile: an id, a section, an entry, a bullet, a group of
skills, a summary. Whoever obeys a note asks here, and does nothing where the answer is nothing.
"""

from collections.abc import Collection, Iterator, Sequence

from lapel.matching.asked.act_reading import without_calling
from lapel.matching.model import Candidate, CandidateKind
from lapel.matching.places.names import WORK_AND_STUDIES, Names
from lapel.matching.places.parting import partings
from lapel.matching.places.placing import names_wholly, place_label, places_by_name, places_surely
from lapel.matching.places.saying import (
    find_alone_beside_work,
    find_as_spelled,
    find_literally,
    is_called,
    lines_saying,
)
from lapel.matching.sections import (
    PREFIX,
    SUMMARY,
    section_called,
    section_named,
    section_of,
    without_section,
)
from lapel.profile.ids import words_of_id
from lapel.profile.model import Profile, SectionKind
from lapel.text.words import stems_of

_MOST_BULLETS = 3


def find_all_named(
    subject: str, names: Names, *, firm: bool = True, keywords: bool = False
) -> tuple[str, ...]:
    """Return the ids of what a subject surely names, as one or several; () if a part is unsure."""
    for parts in partings(subject):
        found = [
            (
                *_find_named(part, names, firm=firm),
                *(_find_keywords(part, names) if keywords else ()),
            )
            for part in parts
        ]
        if all(found):
            return tuple(dict.fromkeys(id for ids in found for id in ids))
    return ()


def _find_named(what: str, names: Names, *, firm: bool) -> tuple[str, ...]:
    if by_id := tuple(_find_by_id(what, names)):
        return by_id
    if in_sections := _find_by_section(what, names):
        return in_sections
    called = tuple(c.id for c in names.bullets if is_called(what, c.id))
    if len(called) > _MOST_BULLETS:
        called = ()
    lines = lines_saying(what, names)
    if called:
        return tuple(dict.fromkeys((*called, *(c.id for c in lines))))
    if not names.within and (other := tuple(_find_skills_or_summary(what, names))):
        return other
    sure = firm or names_wholly(what, names.profile, names.lexicon)
    if sure and not names.within and (entries := find_entries_surely(what, names)):
        return entries
    return _find_by_words(what, names, lines, firm=firm)


def _find_by_words(
    what: str, names: Names, lines: Sequence[Candidate], *, firm: bool
) -> tuple[str, ...]:
    """Find the only thing with all the words: bullet, role, skill group, other entry."""
    literal = find_literally(what, names)
    if len(literal) > 1:
        literal = find_as_spelled(what, literal) or literal
    if len(literal) == 1 and (firm or names.within):
        return (literal[0].id,)
    roles = [c.id for c in lines if c.kind is CandidateKind.ROLE]
    if firm and len(roles) == 1 and not literal:
        return tuple(roles)
    if literal or names.within:
        return ()
    return tuple(_find_skill_group(what, names.profile)) or (
        find_alone_beside_work(what, names) if firm else ()
    )


def _find_by_id(what: str, names: Names) -> Iterator[str]:
    """Yield what is named by its id; of a bullet's id the part behind the entry's is enough."""
    said = what.strip("`'\"“” ").casefold()
    if " " in said:
        return
    profile = names.profile
    for entry in profile.entries:
        if entry.id.casefold() == said and not names.within:
            yield entry.id
    for candidate in names.bullets:
        own = candidate.id.casefold()
        if said == own or (("-" in said or "/" in said) and own.endswith(f"/{said}")):
            yield candidate.id
    groups = [*(group.id for group in profile.skills), *(one.id for one in profile.summaries)]
    yield from (id for id in groups if "/" in id and id.casefold() == said)


def list_entries_of_section(subject: str, names: Names) -> tuple[str, ...]:
    """Return the entries of the section that is called so: "publications", "certification list"."""
    bare = subject.removesuffix(" list")
    called = (section_named(said, names.profile) for said in (subject, bare, f"{bare}s"))
    section = next(filter(None, called), "")
    held = _list_section(section, names.profile) if section and not names.within else ()
    entries = {entry.id for entry in names.profile.entries}
    return tuple(id for id in held if id in entries)


def _find_by_section(what: str, names: Names) -> tuple[str, ...]:
    """Return what the section of this name holds; "the award" means the only one there is."""
    if names.within:
        return ()
    if section := section_named(what, names.profile):
        return tuple(_list_section(section, names.profile))
    section = section_called(f"{what}s")
    alone = tuple(_list_section(section, names.profile)) if section else ()
    return alone if len(alone) == 1 else ()


def _list_section(section: str, profile: Profile) -> Iterator[str]:
    """Yield what a section holds that a note may take out or keep; not work or studies, nor what is
    hidden.
    """
    if section == SUMMARY:
        yield from (summary.id for summary in profile.summaries)
    elif section == SectionKind.SKILLS:
        yield from (group.id for group in profile.skills if not group.hidden)
    elif section not in WORK_AND_STUDIES:
        shown = (entry for entry in profile.entries if not entry.hidden)
        yield from (e.id for e in shown if section_of(e, profile) == section)


def _find_skills_or_summary(what: str, names: Names) -> Iterator[str]:
    """Yield the skill group or summary of this name: "the IT skills", "the design summary"."""
    named = without_calling(what)
    bare = without_section(named)
    if not bare or bare == named:
        return
    if section_called(named.rsplit(maxsplit=1)[-1]) == SectionKind.SKILLS:
        yield from _find_skill_group(bare, names.profile)
    if section_called(what.rsplit(maxsplit=1)[-1]) == SUMMARY:
        for summary in names.profile.summaries:
            known = stems_of(" ".join((words_of_id(summary.id), *summary.tags)))
            if stems_of(bare) <= known:
                yield summary.id


def skills_called(subject: str, names: Names) -> tuple[str, ...]:
    """Return the keywords and groups of skills with these names; () if a part has none."""
    for parts in partings(subject):
        found = [
            (*_find_skill_group(part, names.profile), *_find_keywords(part, names))
            for part in parts
        ]
        if all(found):
            return tuple(dict.fromkeys(id for ids in found for id in ids))
    return ()


def _find_skill_group(what: str, profile: Profile) -> Iterator[str]:
    """Yield the group of skills with this name."""
    called = without_calling(what).casefold()
    yield from (g.id for g in profile.skills if g.name.plain.casefold() == called)


def _find_keywords(what: str, names: Names) -> Iterator[str]:
    """Yield the keywords of skills that have exactly this name."""
    called = without_calling(what).casefold()
    for group in names.profile.skills if not names.within else ():
        own = group.by_id.items()
        yield from (id for id, k in own if called in (id, k.plain.casefold()))


def find_entries_surely(subject: str, names: Names) -> tuple[str, ...]:
    """Return the entries that a subject names beyond doubt."""
    for parts in partings(subject):
        if all(places_surely(part, names.profile, names.lexicon) for part in parts):
            found = (place_label(p, "work", names.profile, names.lexicon).entries for p in parts)
            return tuple(dict.fromkeys(id for ids in found for id in ids))
    return ()


def find_entries_by_word(subject: str, names: Names) -> tuple[str, ...]:
    """Return the entries of the only organisation named with these words ("the supermarket")."""
    called = without_calling(subject)
    if not places_by_name(called, names.profile, names.lexicon):
        return ()
    return place_label(called, "work", names.profile, names.lexicon).entries


def places_of(subject: str, names: Names) -> tuple[str, ...]:
    """Return the ids of the sections and of the entries beside work and studies that it names.

    Nothing is returned if a part names neither. Who names all that a section holds names the
    section too.
    """
    for parts in partings(subject):
        found = [_places_of(part, names) for part in parts]
        if all(found):
            named = dict.fromkeys(id for ids in found for id in ids)
            return tuple(dict.fromkeys((*_sections_held_whole(named, names), *named)))
    return ()


def _places_of(what: str, names: Names) -> tuple[str, ...]:
    if section := section_named(what, names.profile):
        return (f"{PREFIX}{section}",)
    found = find_all_named(what, names)
    kinds = {entry.section for entry in names.profile.entries if entry.id in found}
    return found if kinds and kinds.isdisjoint(WORK_AND_STUDIES) else ()


def _sections_held_whole(named: Collection[str], names: Names) -> Iterator[str]:
    """Return the sections that show no entry but these."""
    shown: dict[str, set[str]] = {}
    for entry in names.profile.entries:
        if not entry.hidden:
            shown.setdefault(section_of(entry, names.profile), set()).add(entry.id)
    yield from (f"{PREFIX}{section}" for section, ids in shown.items() if ids.issubset(named))


def sections_holding(places: Collection[str], profile: Profile) -> tuple[str, ...]:
    """Return the ids of the sections among some places, and of those that hold their entries."""
    holding = [f"{PREFIX}{section_of(e, profile)}" for e in profile.entries if e.id in places]
    return tuple(dict.fromkeys((*(id for id in places if id.startswith(PREFIX)), *holding)))
