"""Which entries of the profile a hint means: "Pepsico Head" is that role, "Temple" that school.

The entries that a label names most literally (``literalness``) win, and among those the ones of
whose title it says the most. Where a label names only an organisation, all its entries are meant.
The section a hint stands under decides between several organisations.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from lapel.job.model import Job, Note, NoteKind
from lapel.job.words.labels import split_label
from lapel.matching.answers.spotting import find_namings
from lapel.matching.lexicon import Lexicon
from lapel.matching.places.literalness import (
    EXACT,
    PART,
    Named,
    best_literalness,
    list_named,
    literalness,
    name_grade,
    tokens_of,
    words_of_labels,
)
from lapel.matching.sections import section_called
from lapel.profile.ids import words_of_id
from lapel.profile.model import Entry, Profile, SectionKind
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.text.plurals import join_and
from lapel.text.regexes import regex
from lapel.text.spelling import find_nearest, letters_of
from lapel.text.words import split_words, stems_of

_SECTIONS: Mapping[str, frozenset[SectionKind]] = {
    "work": frozenset({SectionKind.WORK, SectionKind.VOLUNTEER}),
    "education": frozenset({SectionKind.EDUCATION, SectionKind.CERTIFICATES}),
    "projects": frozenset(
        {SectionKind.PROJECTS, SectionKind.CUSTOM, SectionKind.PUBLICATIONS, SectionKind.VOLUNTEER}
    ),
    "volunteer": frozenset({SectionKind.VOLUNTEER}),
    "publications": frozenset({SectionKind.PUBLICATIONS}),
    "certificates": frozenset({SectionKind.CERTIFICATES}),
    "awards": frozenset({SectionKind.AWARDS}),
}
_ISSUED = frozenset({SectionKind.CERTIFICATES, SectionKind.AWARDS, SectionKind.PUBLICATIONS})
_SEVERAL = regex(r"\s*(?:,|/|&|;|\+|\band\b|\bor\b)\s*", re.IGNORECASE)
_LONG_YEARS = 8
_TELLS_ENTRY = regex(r"\s(?:job|role|position|years?|days|time)$", re.IGNORECASE)


class Placement(Struct, frozen=True):
    """What a label means: ``entries`` where it is clear, else the ``candidates`` it may mean."""

    entries: tuple[str, ...]
    candidates: tuple[Entry, ...] = ()


def place_hints(
    job: Job, profile: Profile, lexicon: Lexicon
) -> tuple[Mapping[str, tuple[str, ...]], tuple[Diagnostic, ...]]:
    """Return each hint's entries, none for an unclear label, and a warning for those."""
    placements: dict[str, tuple[str, ...]] = {}
    problems = []
    named = list_named(profile, lexicon)
    for note in job.notes_of(NoteKind.HINT):
        label = note.label or _find_name_in(note.body, profile)
        placed = _place_several(label, note.section, named)
        if section_called(label) and (told := _find_told_entries(note.body, placed.entries, named)):
            placed = Placement(told)
        placements[note.id] = placed.entries
        if not placed.entries:
            problems.append(_warn_of_unplaced(note, placed, named))
    return placements, tuple(problems)


def hints_by_name(job: Job, profile: Profile, lexicon: Lexicon) -> Job:
    """Turn notes that begin with an entry's name, or have it as heading, into its hints."""
    named = list_named(profile, lexicon)
    sure = [_begins_with_name(note, named) for note in job.notes]

    def hint(index: int, note: Note) -> Note:
        if note.heading and best_literalness(note.heading, named) >= EXACT:
            return replace(note, kind=NoteKind.HINT, label=note.heading)
        least = PART if any(sure[max(index - 1, 0) : index + 2]) else EXACT
        parted = split_label(note.text)
        is_skill = note.kind is NoteKind.EMPHASIS and parted.rest
        is_named = is_skill and names_organisation(parted.label, profile)
        if not is_named and not _begins_with_name(note, named, least):
            return note
        return replace(note, kind=NoteKind.HINT, label=parted.label, body=parted.rest)

    return replace(job, notes=tuple(hint(index, note) for index, note in enumerate(job.notes)))


def _begins_with_name(note: Note, named: Sequence[Named], least: int = EXACT) -> bool:
    """Tell whether an idea begins with an entry's name.

    One word must name it as literally as ``least``.
    """
    if note.kind is not NoteKind.IDEA:
        return False
    parted = split_label(note.text)
    least = PART if len(tokens_of(parted.label)) > 1 else least
    placed = _place_several(parted.label, "", named).entries
    if section_called(parted.label) and _find_told_entries(parted.rest, placed, named):
        return True
    return bool(parted.rest and placed) and best_literalness(parted.label, named) >= least


def _find_told_entries(body: str, ids: Sequence[str], named: Sequence[Named]) -> tuple[str, ...]:
    """Return those of a section's entries that a text names: "mention the food bank".

    It does so by words of a title or an organisation that no other of the entries has.
    """
    told = stems_of(" ".join(tokens_of(body)))
    theirs = [one for one in named if one.entry.id in ids]
    words = [
        stems_of(" ".join((*one.title, *chain(*one.names), words_of_id(one.entry.id))))
        for one in theirs
    ]
    return tuple(
        one.entry.id
        for index, one in enumerate(theirs)
        if told & words[index].difference(*words[:index], *words[index + 1 :])
    )


def place_label(label: str, section: str, profile: Profile, lexicon: Lexicon) -> Placement:
    """Return the entries a label names; ``section`` is the heading it is under, "" for none."""
    label = _TELLS_ENTRY.sub("", label)
    return _place_several(label, section, list_named(profile, lexicon))


def places_surely(label: str, profile: Profile, lexicon: Lexicon) -> bool:
    """Tell whether a label names an entry beyond doubt.

    It is its id, its whole name or title, or several words of these; or one with a capital; or
    "job" or "years" is behind them.
    """
    told = _TELLS_ENTRY.search(label)
    name = _TELLS_ENTRY.sub("", label)
    if told and place_label(name, "work", profile, lexicon).entries:
        return True
    best = best_literalness(name, list_named(profile, lexicon))
    return best >= EXACT or (best >= PART and (len(tokens_of(name)) > 1 or name[:1].isupper()))


def names_wholly(label: str, profile: Profile, lexicon: Lexicon) -> bool:
    """Tell whether a label is only the name of an entry, with a capital, or calls itself a job.

    A word that the lexicon knows must be the whole name: "Data Science" is what is done at an
    institute for it.
    """
    name = _TELLS_ENTRY.sub("", label)
    if name != label and place_label(name, "work", profile, lexicon).entries:
        return True
    bare = name.removeprefix("the ").removeprefix("my ")
    least = EXACT if find_namings(split_words(bare), lexicon) else PART
    return bare[:1].isupper() and best_literalness(bare, list_named(profile, lexicon)) >= least


def places_by_name(label: str, profile: Profile, lexicon: Lexicon) -> bool:
    """Tell whether the words of a label are in an organisation's name, all without a slip."""
    return best_literalness(label, list_named(profile, lexicon)) >= PART


def names_organisation(phrase: str, profile: Profile) -> bool:
    """Tell whether a phrase is only the name of an employer or a school.

    The issuer of a certificate does not count: it may also be what one can do ("NetSuite").
    """
    letters = letters_of(phrase)
    entries = (entry for entry in profile.entries if entry.section not in _ISSUED)
    organisations = (entry.organisation for entry in entries if entry.organisation)
    return phrase[:1].isupper() and any(
        letters == letters_of(name)
        for organisation in organisations
        for name in (organisation.name.plain, *organisation.aliases, organisation.id)
    )


def _place_several(label: str, section: str, named: Sequence[Named]) -> Placement:
    whole = _place_one(label, section, named)
    parts = [part for part in _SEVERAL.split(label) if part.strip()]
    if whole.entries or len(parts) < 2:
        return whole
    placed = [_place_one(part, section, named) for part in parts]
    if not all(part.entries for part in placed):
        return whole
    return Placement(tuple(dict.fromkeys(id for part in placed for id in part.entries)))


def _place_one(label: str, section: str, named: Sequence[Named]) -> Placement:
    """Return the entries that a label means in the first of its readings that names any."""
    readings = dict.fromkeys(_readings(label, section))  # most labels read alike in all ways
    placed = [_place_words(*reading, named) for reading in readings]
    surely = next((one for one in placed if one.entries), None)
    surely = surely or _place_in_time(label, section, named)
    return surely or next((one for one in placed if one.candidates), Placement(()))


def _readings(label: str, section: str) -> Iterator[tuple[str, str]]:
    """Yield the readings of a label, each with the section it is under.

    They are all of it; all but its brackets; what is behind a section's name ("Education –
    Lakeshore"); and all but words that usually stand around a name.
    """
    bare = re.sub(r"\([^)]*\)$", "", label).strip() or label
    yield label, section
    yield bare, section
    first, dash, rest = (part.strip() for part in re.split(r"(\s[–—-]\s|:\s)", f"{bare} :  ")[:3])
    if dash and rest and (kind := section_called(first)):
        yield rest, kind
    around = words_of_labels().around
    yield " ".join(w for w in bare.split() if w.casefold() not in around), section


def _place_in_time(label: str, section: str, named: Sequence[Named]) -> Placement | None:
    """Return the roles that a label means by their time, None if it tells none.

    "Current role", "first job", "early career" and "Acme (current)" do.
    """
    lists = words_of_labels()
    words = re.findall(r"[^\W_]+", label.casefold())
    when = [
        word for word in words if word in lists.newest | lists.oldest | lists.before | lists.early
    ]
    rest = [word for word in words if word not in (*when, *lists.told_with, *lists.fillers)]
    if len(when) != 1 or section not in ("", "work"):
        return None
    roles = [one.entry for one in named if one.entry.section == SectionKind.WORK]
    roles.sort(key=_time_key, reverse=True)
    if rest:
        within = _place_words(" ".join(rest), section, named).entries
        roles = [role for role in roles if role.id in within]
    return Placement(tuple(role.id for role in _choose_roles(when[0], roles))) if roles else None


def _choose_roles(when: str, roles: Sequence[Entry]) -> Sequence[Entry]:
    """Choose the roles of a time among roles, the newest first; early ones ended long before."""
    lists = words_of_labels()
    if when in lists.early:
        newest = max(_last_year(role) for role in roles)
        return [r for r in roles if 0 < _last_year(r) <= newest - _LONG_YEARS] or roles[-1:]
    if when in lists.before:
        return roles[1:2]
    return roles[:1] if when in lists.newest else roles[-1:]


def _time_key(role: Entry) -> tuple[bool, int, int]:
    """Return a key that sorts roles by time: by whether they go on, by end, by start."""
    month = (role.start.month or 0) if role.start else 0
    start = (role.start.year or 0) * 12 + month if role.start else 0
    return role.goes_on, 0 if role.goes_on else _last_year(role), start


def _last_year(role: Entry) -> int:
    dates = [date.year for date in (role.start, role.end) if date and date.year]
    return max(dates, default=0)


def _place_words(label: str, section: str, named: Sequence[Named]) -> Placement:
    if (kind := section_called(label)) is not None:
        return Placement(tuple(one.entry.id for one in named if one.entry.section == kind))
    if kind := section_called(f"{label}s"):
        alone = tuple(one.entry.id for one in named if one.entry.section == kind)
        if len(alone) == 1:  # "side project" of one who has a single one
            return Placement(alone)
    scored = [(literalness(label, one), one.entry) for one in named]
    found = [(score, entry) for score, entry in scored if score > 0]
    found = _keep_in_section(found, section)
    best = max((score for score, _ in found), default=0.0)
    entries = tuple(entry for score, entry in found if score == best)
    if len({_owner_key(entry) for entry in entries}) > 1:
        return Placement((), entries)
    return Placement(tuple(entry.id for entry in entries))


def _owner_key(entry: Entry) -> str:
    """Return a key that entries of the same organisation share."""
    if entry.organisation is None:
        return f"={entry.id}"
    return entry.organisation.name.plain.casefold()


def _keep_in_section(found: list[tuple[float, Entry]], section: str) -> list[tuple[float, Entry]]:
    kinds = _SECTIONS.get(section.casefold(), frozenset())
    inside = [(score, entry) for score, entry in found if entry.section in kinds]
    return inside or found


def _find_name_in(body: str, profile: Profile) -> str:
    """Return the organisation or title that a hint without a label names in its text, or ""."""
    for entry in profile.entries:
        names = [entry.title.plain]
        if entry.organisation is not None:
            names = [entry.organisation.name.plain, *entry.organisation.aliases]
        for name in names:
            if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", body, re.IGNORECASE):
                return name
    return ""


def _warn_of_unplaced(note: Note, placed: Placement, named: Sequence[Named]) -> Diagnostic:
    code, severity = "hint-not-placed", Severity.WARNING
    if placed.candidates:
        names = join_and([f"“{describe(entry)}”" for entry in placed.candidates[:6]], "or")
        message = f"“{note.label}” may mean {names}"
        help = "write the label with a word of the position, or with the entry's id"
        return Diagnostic(code, severity, message, note.place, help=help)
    if not note.label:
        message = "this hint names no employer, school or project of the profile"
        help = "begin it with the name and a colon, such as “Acme: …”"
        return Diagnostic(code, severity, message, note.place, help=help)
    message = f"“{note.label}” names no employer, role, school or project of the profile"
    return Diagnostic(code, severity, message, note.place, help=_suggest(note, named))


def _suggest(note: Note, named: Sequence[Named]) -> str:
    """Suggest what a label may mean: entries that explain one of its words, else all names."""
    tokens = tokens_of(note.label)
    near = [
        one.entry
        for one in named
        if any(name_grade((token,), name) for token in tokens for name in one.names)
    ]
    if near:
        return "did you mean " + join_and([f"“{describe(entry)}”" for entry in near[:4]], "or")
    names = tuple(dict.fromkeys(_owner_name(one.entry) for one in named))
    close = find_nearest(note.label, names)
    if close is not None:
        return f"did you mean “{close}”"
    listed = join_and([f"“{name}”" for name in names[:8]])
    return f"the profile has {listed}" if names else "the profile has no entries"


def _owner_name(entry: Entry) -> str:
    if entry.organisation is not None:
        return entry.organisation.name.plain
    return entry.title.plain


def describe(entry: Entry) -> str:
    """Describe an entry as people know it: its title and where it was."""
    if entry.organisation is None or entry.is_untitled:
        return entry.title.plain
    return f"{entry.title.plain}, {_owner_name(entry)}"


def clear_label(entry: Entry, profile: Profile, lexicon: Lexicon) -> str:
    """Return a label that means this entry only: its title and where it was, else its id."""
    label = describe(entry)
    alone = place_label(label, "", profile, lexicon).entries == (entry.id,)
    return label if alone else entry.id


def iter_ids(profile: Profile) -> Iterator[str]:
    """Yield every id of the profile that a job file may name, hidden ones included."""
    for entry in profile.entries:
        yield entry.id
        if entry.organisation is not None:
            yield entry.organisation.id
        yield from (highlight.id for highlight in entry.highlights)
    for group in profile.skills:
        yield group.id
        yield from group.by_id
    yield from (summary.id for summary in profile.summaries)
