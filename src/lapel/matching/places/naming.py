"""What words of a note surely name in the profile: an id, a section, an entry, a bullet, a group of
skills, a summary. Whoever obeys a note asks here, and does nothing where the answer is nothing.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Protocol

from msgspec import Struct

from lapel.matching.answers.lexical import Answer
from lapel.matching.asked.act_reading import without_calling
from lapel.matching.asked.wish_words import WORD
from lapel.matching.lexicon import Lexicon
from lapel.matching.model import Candidate, CandidateKind
from lapel.matching.places.placing import names_wholly, place_label, places_by_name, places_surely
from lapel.matching.sections import (
    PREFIX,
    SUMMARY,
    section_called,
    section_named,
    section_of,
    without_section,
)
from lapel.profile.ids import telling_words, words_of_id
from lapel.profile.model import Profile, SectionKind
from lapel.text.phrases import special_stems
from lapel.text.regexes import regex
from lapel.text.verbs import Form, inflect
from lapel.text.words import split_words, stems_of

_SEVERAL = regex(r"\s*(?:,|/|&|;|\+|\band\b|\bn?or\b|\bund\b|\bet\b|\by\b)\s*", re.IGNORECASE)
_BRACKETS = regex(r"^(.+?)\s*\((?=[^()]*[^\W\d])([^()]+)\)$")
_KINDS_OF_ENTRY = (
    "volunteer volunteering voluntary work job role position seat membership experience time award "
    "prize certificate certification cert licence license project publication paper article talk"
)
_MOST_BULLETS = 3
_WORK_AND_STUDIES = (SectionKind.WORK, SectionKind.EDUCATION)
_LINES = (CandidateKind.ENTRY, CandidateKind.ROLE)


class Engine(Protocol):
    """Whatever tells how well the candidates answer a phrase."""

    def answer(self, phrase: str) -> Mapping[int, Answer]:
        """Return the answers by the candidate's position."""


class Names(Struct, frozen=True):
    """What the words of a note may name.

    ``within`` are the only entries that may be meant, () for all; ``alone`` those that have a hint
    to themselves; ``older`` those that the note calls old by a year.
    """

    profile: Profile
    lexicon: Lexicon
    engine: Engine
    candidates: Sequence[Candidate]
    within: tuple[str, ...] = ()
    alone: frozenset[str] = frozenset()
    older: tuple[str, ...] = ()

    @property
    def bullets(self) -> list[Candidate]:
        """The bullets that may be meant."""
        return [
            candidate
            for candidate in self.candidates
            if candidate.kind is CandidateKind.HIGHLIGHT
            and (not self.within or candidate.entry in self.within)
        ]


def name_all(
    subject: str, names: Names, *, firm: bool = True, keywords: bool = False
) -> tuple[str, ...]:
    """Return the ids of what a subject surely names, as one or several; () if a part is unsure."""
    for parts in partings(subject):
        found = [
            (*_name(part, names, firm=firm), *(_keywords(part, names) if keywords else ()))
            for part in parts
        ]
        if all(found):
            return tuple(dict.fromkeys(id for ids in found for id in ids))
    return ()


def partings(subject: str) -> tuple[tuple[str, ...], ...]:
    """Return ways to read a subject: as one thing, and as several ("betting and casino").

    What brackets contain is read before what is in front of them.
    """
    found: dict[tuple[str, ...], None] = {}
    bracketed = _BRACKETS.match(subject)
    for said in (bracketed[2], bracketed[1]) if bracketed else (subject,):
        found |= dict.fromkeys(((said,), (without_calling(said),)))
        found |= dict.fromkeys(tuple(map(without_calling, parts)) for parts in _groupings(said))
    return tuple(found)


def parts_of(subject: str) -> tuple[str, ...]:
    """Return each thing of a list, without words such as "story" that only say "bullet"."""
    return tuple(map(without_calling, next(_groupings(subject))))


def is_strung(subject: str) -> bool:
    """Tell whether only commas join the parts of a list."""
    return all(joint.group().strip() == "," for joint in _SEVERAL.finditer(subject))


def _groupings(said: str) -> Iterator[tuple[str, ...]]:
    """Cut a list at all its joints, then at all but one: "lost and found" may be a single thing."""
    joints = list(_SEVERAL.finditer(said))
    for spared in (None, *joints):
        cuts = [joint for joint in joints if joint is not spared]
        starts = [0, *(cut.end() for cut in cuts)]
        ends = [*(cut.start() for cut in cuts), len(said)]
        yield tuple(filter(None, (said[a:b].strip() for a, b in zip(starts, ends, strict=True))))


def _name(what: str, names: Names, *, firm: bool) -> tuple[str, ...]:
    if by_id := tuple(_by_id(what, names)):
        return by_id
    if in_sections := _by_section(what, names):
        return in_sections
    called = tuple(c.id for c in names.bullets if is_called(what, c.id))
    if len(called) > _MOST_BULLETS:
        called = ()
    lines = _lines(what, names)
    if called:
        return tuple(dict.fromkeys((*called, *(c.id for c in lines))))
    if not names.within and (other := tuple(_skills_or_summary(what, names))):
        return other
    sure = firm or names_wholly(what, names.profile, names.lexicon)
    if sure and not names.within and (entries := surely_entries(what, names)):
        return entries
    return _by_words(what, names, lines, firm=firm)


def _by_words(
    what: str, names: Names, lines: Sequence[Candidate], *, firm: bool
) -> tuple[str, ...]:
    """Find the only thing with all the words: bullet, role, skill group, other entry."""
    literal = literally(what, names)
    if len(literal) > 1:
        literal = _as_spelled(what, literal) or literal
    if len(literal) == 1 and (firm or names.within):
        return (literal[0].id,)
    roles = [c.id for c in lines if c.kind is CandidateKind.ROLE]
    if firm and len(roles) == 1 and not literal:
        return tuple(roles)
    if literal or names.within:
        return ()
    return tuple(_groups(what, names.profile)) or (_alone_beside_work(what, names) if firm else ())


def _as_spelled(what: str, found: Sequence[Candidate]) -> list[Candidate]:
    """Find the entry that alone has the words as spelled: "skiing" is an interest, no ski race."""
    words = set(telling_words(what.casefold()))
    said = [c for c in found if words <= set(telling_words(" ".join(_told(c)).casefold()))]
    return said if [c.kind for c in said] == [CandidateKind.ENTRY] else []


def _alone_beside_work(what: str, names: Names) -> tuple[str, ...]:
    """Find the only entry beside work and studies with any special word, also in a bullet."""
    special = special_stems(what) if not _SEVERAL.search(what) else frozenset()
    owners = {
        candidate.entry if candidate.kind is CandidateKind.HIGHLIGHT else candidate.id
        for candidate in names.candidates
        if candidate.kind in (*_LINES, CandidateKind.HIGHLIGHT)
        and not special.isdisjoint(_says(candidate) | stems_of(words_of_id(candidate.entry)))
    }
    beside = {e.id for e in names.profile.entries if e.section not in _WORK_AND_STUDIES}
    return tuple(owners) if len(owners) == 1 and owners <= beside else ()


def within_called(what: str, names: Names) -> tuple[str, ...]:
    """Return the entries meant that have all the words in their line: "the manager role"."""
    wanted = _stems(what.casefold()) - stems_of(_KINDS_OF_ENTRY)
    lines = [c for c in names.candidates if c.kind in _LINES and c.id in names.within]
    told = {c.id: stems_of(f"{c.text} {words_of_id(c.id)}".casefold()) for c in lines}
    return tuple(id for id, line in told.items() if wanted and wanted <= line)


def entry_beside_work(what: str, names: Names) -> tuple[str, ...]:
    """Find the only entry beside work and studies whose line has all the words.

    Words for the kind of entry need not be in the line ("the food bank board seat").
    """
    wanted = _stems(what.casefold()) - stems_of(_KINDS_OF_ENTRY)
    beside = {e.id for e in names.profile.entries if e.section not in _WORK_AND_STUDIES}
    lines = [c for c in names.candidates if c.kind in _LINES]
    told = {c.id: f"{c.text} {words_of_id(c.id)}".casefold() for c in lines}
    having = [id for id, line in told.items() if wanted <= stems_of(line)]
    return tuple(having) if wanted and len(having) == 1 and having[0] in beside else ()


def _by_id(what: str, names: Names) -> Iterator[str]:
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


def held_by(subject: str, names: Names) -> tuple[str, ...]:
    """Return the entries of the section that is called so: "publications", "certification list"."""
    bare = subject.removesuffix(" list")
    called = (section_named(said, names.profile) for said in (subject, bare, f"{bare}s"))
    section = next(filter(None, called), "")
    held = _in_section(section, names.profile) if section and not names.within else ()
    entries = {entry.id for entry in names.profile.entries}
    return tuple(id for id in held if id in entries)


def _by_section(what: str, names: Names) -> tuple[str, ...]:
    """Return what the section of this name holds; "the award" means the only one there is."""
    if names.within:
        return ()
    if section := section_named(what, names.profile):
        return tuple(_in_section(section, names.profile))
    section = section_called(f"{what}s")
    alone = tuple(_in_section(section, names.profile)) if section else ()
    return alone if len(alone) == 1 else ()


def _in_section(section: str, profile: Profile) -> Iterator[str]:
    """Yield what a section holds that a note may take out or keep; not work or studies."""
    if section == SUMMARY:
        yield from (summary.id for summary in profile.summaries)
    elif section == SectionKind.SKILLS:
        yield from (group.id for group in profile.skills)
    elif section not in _WORK_AND_STUDIES:
        yield from (e.id for e in profile.entries if section_of(e, profile) == section)


def _skills_or_summary(what: str, names: Names) -> Iterator[str]:
    """Yield the skill group or summary of this name: "the IT skills", "the design summary"."""
    named = without_calling(what)
    bare = without_section(named)
    if not bare or bare == named:
        return
    if section_called(named.rsplit(maxsplit=1)[-1]) == SectionKind.SKILLS:
        yield from _groups(bare, names.profile)
    if section_called(what.rsplit(maxsplit=1)[-1]) == SUMMARY:
        for summary in names.profile.summaries:
            known = stems_of(" ".join((words_of_id(summary.id), *summary.tags)))
            if stems_of(bare) <= known:
                yield summary.id


def skills_called(subject: str, names: Names) -> tuple[str, ...]:
    """Return the keywords and groups of skills with these names; () if a part has none."""
    for parts in partings(subject):
        found = [(*_groups(part, names.profile), *_keywords(part, names)) for part in parts]
        if all(found):
            return tuple(dict.fromkeys(id for ids in found for id in ids))
    return ()


def _groups(what: str, profile: Profile) -> Iterator[str]:
    """Yield the group of skills with this name."""
    called = without_calling(what).casefold()
    yield from (g.id for g in profile.skills if g.name.plain.casefold() == called)


def _keywords(what: str, names: Names) -> Iterator[str]:
    """Yield the keywords of skills that have exactly this name."""
    called = without_calling(what).casefold()
    for group in names.profile.skills if not names.within else ():
        own = group.by_id.items()
        yield from (id for id, k in own if called in (id, k.plain.casefold()))


def surely_entries(subject: str, names: Names) -> tuple[str, ...]:
    """Return the entries that a subject names beyond doubt."""
    for parts in partings(subject):
        if all(places_surely(part, names.profile, names.lexicon) for part in parts):
            found = (place_label(p, "work", names.profile, names.lexicon).entries for p in parts)
            return tuple(dict.fromkeys(id for ids in found for id in ids))
    return ()


def entries_by_word(subject: str, names: Names) -> tuple[str, ...]:
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
            return tuple(dict.fromkeys((*_held_whole(named, names), *named)))
    return ()


def _places_of(what: str, names: Names) -> tuple[str, ...]:
    if section := section_named(what, names.profile):
        return (f"{PREFIX}{section}",)
    found = name_all(what, names)
    kinds = {entry.section for entry in names.profile.entries if entry.id in found}
    return found if kinds and kinds.isdisjoint(_WORK_AND_STUDIES) else ()


def _held_whole(named: Collection[str], names: Names) -> Iterator[str]:
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


def is_called(what: str, id: str) -> bool:
    """Tell whether a bullet's id says the same as the note."""
    called = stems_of(words_of_id(id))
    return called in (special_stems(what), _stems(what))


def called_within(what: str, names: Names) -> tuple[str, ...]:
    """Find the only bullet whose id is a part of the words: "upsell" of "upsell revenue"."""
    said = _stems(what)
    found = [c.id for c in names.bullets if (own := stems_of(words_of_id(c.id))) and own <= said]
    return tuple(found) if len(found) == 1 else ()


def alone_within(what: str, names: Names) -> tuple[str, ...]:
    """Find the only bullet of the hint's entries with any of the special words.

    "The penguin suit" is found in a role where one bullet tells of penguins.
    """
    special = special_stems(what)
    found = [c.id for c in names.bullets if not special.isdisjoint(_says(c))]
    return tuple(found) if names.within and len(found) == 1 else ()


def literally(what: str, names: Names) -> list[Candidate]:
    """Return the bullets, and lines of entries beside work, with all the words."""
    lines = [c for c in _lines(what, names) if c.kind is CandidateKind.ENTRY]
    whole = {line.id for line in lines}
    bullets = [c for c in names.bullets if c.entry not in whole]
    about = {c.id: stems_of(c.text) for c in names.candidates if c.kind in _LINES}
    as_verbs = stems_of(_as_verbs(" ".join(telling_words(what))))
    for asked, says in ((_stems(what), _says), (special_stems(what), _says), (as_verbs, _done)):
        said = [
            c
            for c in bullets
            if asked and _says_all(asked, says(c), about.get(c.entry, frozenset()))
        ]
        if said:
            return [*lines, *said]
    return lines


def _told(bullet: Candidate) -> tuple[str, str]:
    """Return a bullet's text, and its id with its tags, as two texts whose words are cached."""
    return bullet.text, " ".join((words_of_id(bullet.id), *bullet.tags))


def _says(bullet: Candidate) -> frozenset[str]:
    """Return the stems of a bullet's text, its id and its tags."""
    return frozenset().union(*map(stems_of, _told(bullet)))


def _done(bullet: Candidate) -> frozenset[str]:
    """Return the stems as ``_says`` does, with each verb in its base form."""
    words = (word.written for text in _told(bullet) for word in split_words(text))
    return frozenset().union(*map(_base_stems, words))


def _says_all(asked: frozenset[str], own: frozenset[str], about: frozenset[str]) -> bool:
    """Tell whether a bullet has all these stems, some of which its entry's line may supply.

    Of "the clinic leaflets" the line may supply the clinic.
    """
    return asked <= own | about and not asked.isdisjoint(own)


@lru_cache(maxsize=4096)
def _base_stems(word: str) -> frozenset[str]:
    return stems_of(_as_verbs(word))


def _as_verbs(text: str) -> str:
    """Return a text with each verb in its base form: "Swept" is sweep."""
    return " ".join(inflect(word, Form.BASE) or word for word in WORD.findall(text))


def _stems(what: str) -> frozenset[str]:
    """Return the stems of words without articles and the like."""
    return stems_of(" ".join(telling_words(what)))


def _lines(what: str, names: Names) -> list[Candidate]:
    """Return the entries with all the words in their own line, the section's name left out or not.

    "The clinic volunteering" need only say the clinic.
    """
    if names.within:
        return []
    wanted = [stems for said in (what, without_section(what)) if (stems := _stems(said))]
    return [
        candidate
        for candidate in names.candidates
        if candidate.kind in _LINES
        and any(w <= stems_of(f"{candidate.text} {words_of_id(candidate.id)}") for w in wanted)
    ]
