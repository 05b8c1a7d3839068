"""Which entries of the profile a hint means: "Pepsico Head" is that role, "Temple" that school.

Every word of the label must be explained by an entry: by its id, its organisation's name, alias
or initials, by words of its title, their initials or short forms, or by a year of its dates; a
slip of the keys is forgiven. The entries with the most literal explanation win, and among those
the ones of whose title it says the most. Where a label names only an organisation, all
its entries are meant. The section a hint stands under decides between several organisations.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from lapel.job.labels import split_label
from lapel.job.model import Job, Note, NoteKind
from lapel.matching.lexicon import Lexicon
from lapel.matching.sections import section_called
from lapel.matching.spotting import find_namings
from lapel.profile.model import Entry, Profile, SectionKind
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.text.data import read_data
from lapel.text.plurals import join_and
from lapel.text.spelling import edit_distance, letters_of, nearest
from lapel.text.stems import stem_word
from lapel.text.words import split_words

_EXACT, _PART, _SLIP = 3, 2, 1
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
_SEVERAL = re.compile(r"\s*(?:,|/|&|;|\+|\band\b|\bor\b)\s*", re.IGNORECASE)
_TELLS_ENTRY = re.compile(r"\s(?:job|role|position|years?|days|time)$", re.IGNORECASE)
_LEAST_FUZZY_LETTERS = 5
_LEAST_INITIALS = 2
_VOWELS = frozenset("aeiou")


class _Words(Struct, frozen=True):
    """``placing.yaml``, ready to look up."""

    fillers: frozenset[str]
    short_titles: Mapping[str, str]
    initials: Mapping[str, str]


class Placement(Struct, frozen=True):
    """What a label means: ``entries`` where it is clear, else the ``candidates`` it may mean."""

    entries: tuple[str, ...]
    candidates: tuple[Entry, ...] = ()


class _Named(Struct, frozen=True):
    """An entry with the words that may name it."""

    entry: Entry
    names: tuple[tuple[str, ...], ...]
    title: tuple[str, ...]
    title_stems: frozenset[str]
    initials: tuple[str, ...]
    years: frozenset[str]
    lexicon: Lexicon
    concepts: frozenset[int]


def place_hints(
    job: Job, profile: Profile, lexicon: Lexicon
) -> tuple[Mapping[str, tuple[str, ...]], tuple[Diagnostic, ...]]:
    """The entries of each hint, none where its label does not tell, and why it does not."""
    placements: dict[str, tuple[str, ...]] = {}
    problems = []
    named = _list_named(profile, lexicon)
    for note in job.notes_of(NoteKind.HINT):
        label = note.label or _named_in(note.body, profile)
        placed = _place_several(label, note.section, named)
        placements[note.id] = placed.entries
        if not placed.entries:
            problems.append(_unplaced(note, placed, named))
    return placements, tuple(problems)


def hints_by_name(job: Job, profile: Profile, lexicon: Lexicon) -> Job:
    """The job with its ideas that begin with the name of an entry as hints for that entry.

    Among notes without a heading of their own people write "Acme: the budget", or with a dash.
    One word of a longer name is enough only beside such a note, where a list of them goes on:
    by itself "Community: …" is no "Community Hospital".
    """
    named = _list_named(profile, lexicon)
    sure = [_begins_with_name(note, named) for note in job.notes]

    def hint(index: int, note: Note) -> Note:
        least = _PART if any(sure[max(index - 1, 0) : index + 2]) else _EXACT
        if not _begins_with_name(note, named, least):
            return note
        parted = split_label(note.text)
        return replace(note, kind=NoteKind.HINT, label=parted.label, body=parted.rest)

    return replace(job, notes=tuple(hint(index, note) for index, note in enumerate(job.notes)))


def _begins_with_name(note: Note, named: Sequence[_Named], least: int = _EXACT) -> bool:
    """Whether an idea begins with the name of an entry, by one word told as literally as this."""
    if note.kind is not NoteKind.IDEA:
        return False
    parted = split_label(note.text)
    least = _PART if len(_tokens(parted.label)) > 1 else least
    placed = _place_several(parted.label, "", named).entries
    return bool(parted.rest and placed) and _literalness(parted.label, named) >= least


def place_label(label: str, section: str, profile: Profile, lexicon: Lexicon) -> Placement:
    """The entries a label names; ``section`` is the one it stands under, "" for none."""
    label = _TELLS_ENTRY.sub("", label)
    return _place_several(label, section, _list_named(profile, lexicon))


def places_surely(label: str, profile: Profile, lexicon: Lexicon) -> bool:
    """Whether a label names an entry beyond doubt: by its id, by its whole name or title, or by
    several words of it, one of them with a capital, or with "job" or "years" behind them.
    """
    told = _TELLS_ENTRY.search(label)
    name = _TELLS_ENTRY.sub("", label)
    if told and place_label(name, "work", profile, lexicon).entries:
        return True
    best = _literalness(name, _list_named(profile, lexicon))
    return best >= _EXACT or (best >= _PART and (len(_tokens(name)) > 1 or name[:1].isupper()))


def places_by_name(label: str, profile: Profile, lexicon: Lexicon) -> bool:
    """Whether the words of a label stand in an organisation's name, all without a slip."""
    return _literalness(label, _list_named(profile, lexicon)) >= _PART


def names_organisation(phrase: str, profile: Profile) -> bool:
    """Whether a phrase is nothing but the name of an employer or a school."""
    letters = letters_of(phrase)
    organisations = (entry.organisation for entry in profile.entries if entry.organisation)
    return phrase[:1].isupper() and any(
        letters == letters_of(name)
        for organisation in organisations
        for name in (organisation.name.plain, *organisation.aliases, organisation.id)
    )


def _list_named(profile: Profile, lexicon: Lexicon) -> tuple[_Named, ...]:
    return tuple(_name(entry, lexicon) for entry in profile.entries if not entry.hidden)


def _place_several(label: str, section: str, named: Sequence[_Named]) -> Placement:
    whole = _place_one(label, section, named)
    parts = [part for part in _SEVERAL.split(label) if part.strip()]
    if whole.entries or len(parts) < 2:
        return whole
    placed = [_place_one(part, section, named) for part in parts]
    if not all(part.entries for part in placed):
        return whole
    return Placement(tuple(dict.fromkeys(id for part in placed for id in part.entries)))


def _place_one(label: str, section: str, named: Sequence[_Named]) -> Placement:
    label = re.sub(r"\([^)]*\)$", "", label).strip() or label
    if (kind := section_called(label)) is not None:
        return Placement(tuple(one.entry.id for one in named if one.entry.section == kind))
    scored = [(_explain(label, one), one.entry) for one in named]
    found = [(score, entry) for score, entry in scored if score > 0]
    found = _in_section(found, section)
    best = max((score for score, _ in found), default=0.0)
    entries = tuple(entry for score, entry in found if score == best)
    if len({_owner(entry) for entry in entries}) > 1:
        return Placement((), entries)
    return Placement(tuple(entry.id for entry in entries))


def _owner(entry: Entry) -> str:
    """What makes several entries one meaning: their organisation, in one part of the profile."""
    if entry.organisation is None:
        return f"={entry.id}"
    return entry.organisation.name.plain.casefold()


def _in_section(found: list[tuple[float, Entry]], section: str) -> list[tuple[float, Entry]]:
    kinds = _SECTIONS.get(section.casefold(), frozenset())
    inside = [(score, entry) for score, entry in found if entry.section in kinds]
    return inside or found


def _name(entry: Entry, lexicon: Lexicon) -> _Named:
    organisation = entry.organisation
    names = [*entry.aliases]
    if organisation is not None:
        name = organisation.name.plain
        names += [name, *organisation.aliases, organisation.id]
        names += re.findall(r"\(([^)]+)\)", name)
    years = {str(date.year) for date in (entry.start, entry.end) if date is not None and date.year}
    split = dict.fromkeys(words for name in names for words in (_tokens(name), _split(name)))
    title = _tokens(_title(entry))
    return _Named(
        entry,
        tuple(name for name in split if name),
        title,
        frozenset(map(stem_word, title)),
        (_initials(title), _initials(_split(_title(entry)))),
        frozenset(years),
        lexicon,
        named_concepts(_title(entry), lexicon),
    )


@lru_cache(maxsize=1000)
def named_concepts(text: str, lexicon: Lexicon) -> frozenset[int]:
    """What the lexicon finds named in a short text ("ICU" is intensive care)."""
    return frozenset(naming.concept for naming in find_namings(split_words(text), lexicon))


def _title(entry: Entry) -> str:
    return entry.title.plain


def _explain(label: str, named: _Named) -> float:
    """How literally the entry explains every word of the label; 0 where one stays unexplained."""
    letters = letters_of(label)
    if letters in (letters_of(named.entry.id), *map(letters_of, named.entry.aliases)):
        return 2.0 * _EXACT
    tokens = _tokens(label)
    if not tokens:
        return 0.0
    if "".join(tokens) == "".join(named.title):
        return _EXACT
    best = 0.0
    grades = [_title_grade(token, named) for token in tokens]
    beside = [
        grade or _short_grade(token, named) for token, grade in zip(tokens, grades, strict=True)
    ]
    widths = [_width(token, named) for token in tokens]
    for length in range(len(tokens), 0, -1):
        for first in range(len(tokens) - length + 1):
            rest = (*beside[:first], *beside[first + length :])
            if not all(rest):
                continue
            said = sum((*widths[:first], *widths[first + length :]))
            for name in named.names:
                if part := _name_grade(tokens[first : first + length], name):
                    whole = 0 < len(named.title) <= said  # "Acme tech" is no lead technician
                    best = max(best, min((part, *rest)) + (said + whole / 2) / 100)
    by_title = any(token not in named.years for token in tokens)
    return best or (min(grades) / 2 if all(grades) and by_title else 0.0)


def _literalness(label: str, named: Sequence[_Named]) -> float:
    """How literally any entry explains every word of the label."""
    return max((_explain(label, one) for one in named), default=0.0)


def _name_grade(tokens: tuple[str, ...], name: tuple[str, ...]) -> int:
    """How literally these words are the organisation's name."""
    typed, full = "".join(tokens), "".join(name)
    if typed == full:
        return _EXACT
    if set(tokens) <= set(name) or typed in _abridged(name):
        return _PART
    if full.startswith(typed) and len(typed) >= _LEAST_FUZZY_LETTERS:
        return _PART
    slipped = all(token in name or any(_is_slip(token, w) for w in name) for token in tokens)
    return _SLIP if slipped or _is_slip(typed, full) else 0


def _title_grade(token: str, named: _Named) -> int:
    """How literally a word of the label is one of the title, or of the dates."""
    if token in named.title or token in named.years:
        return _EXACT
    words = _words()
    full = words.short_titles.get(token, token)
    if full in named.title or stem_word(full) in named.title_stems:
        return _EXACT
    if token == letters_of(named.entry.id):
        return _EXACT
    if _is_initials(token, named) or words.initials.get(token) in named.title:
        return _PART
    if not named.concepts.isdisjoint(named_concepts(token.upper(), named.lexicon)):
        return _PART
    return _SLIP if any(_is_slip(token, word) for word in named.title) else 0


def _short_grade(token: str, named: _Named) -> int:
    """How literally a word behind the organisation's name is one of the title made short: its
    beginning ("proj"), or its first letter and consonants of it ("tchr").
    """

    def shortens(word: str) -> bool:
        letters = iter(word)
        begins = len(token) < len(word) and token[0] == word[0]
        in_order = begins and all(letter in letters for letter in token)
        return in_order and (word.startswith(token) or _VOWELS.isdisjoint(token[1:]))

    return _SLIP if len(token) >= _LEAST_INITIALS and any(map(shortens, named.title)) else 0


def _is_initials(token: str, named: _Named) -> bool:
    return len(token) >= _LEAST_INITIALS and any(token in letters for letters in named.initials)


def _width(token: str, named: _Named) -> int:
    """Of how many words of the title a word of the label tells: the role's id tells of all."""
    if token in named.title:
        return 1
    if token == letters_of(named.entry.id):
        return len(named.title)
    return len(token) if _is_initials(token, named) else 1


def _is_slip(typed: str, word: str) -> bool:
    """Whether a slip of the keys makes one of the other: a letter in five, two at the most."""
    if min(len(typed), len(word)) < _LEAST_FUZZY_LETTERS or typed.isdigit():
        return False
    allowed = 1 if len(typed) < 2 * _LEAST_FUZZY_LETTERS else 2
    return edit_distance(typed, word, limit=allowed + 1) <= allowed


def _named_in(body: str, profile: Profile) -> str:
    """The organisation or title a hint without a label names in its text, "" where none."""
    for entry in profile.entries:
        names = [entry.title.plain]
        if entry.organisation is not None:
            names = [entry.organisation.name.plain, *entry.organisation.aliases]
        for name in names:
            if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", body, re.IGNORECASE):
                return name
    return ""


@lru_cache(maxsize=2000)
def _abridged(name: tuple[str, ...]) -> frozenset[str]:
    """What a name is with the initials of two words or more of its beginning or its end for them:
    "NY Times", "BBC NOW", and those of all.
    """
    cuts = range(_LEAST_INITIALS, len(name) + 1)
    begun = (_initials(name[:cut]) + "".join(name[cut:]) for cut in cuts)
    ended = ("".join(name[:-cut]) + _initials(name[-cut:]) for cut in cuts)
    return frozenset((*begun, *ended))


def _initials(words: tuple[str, ...]) -> str:
    return "".join(word[0] for word in words)


@lru_cache(maxsize=2000)
def _split(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W_]+", text.replace("'", "").replace("’", "").casefold()))


@lru_cache(maxsize=2000)
def _tokens(text: str) -> tuple[str, ...]:
    return tuple(word for word in _split(text) if word not in _words().fillers)


@lru_cache(maxsize=1)
def _words() -> _Words:
    data: dict[str, Any] = read_data("lapel.matching", "placing.yaml")
    fillers = frozenset(data["fillers"].split())
    return _Words(fillers, data["short_titles"], data["initials"])


def _unplaced(note: Note, placed: Placement, named: Sequence[_Named]) -> Diagnostic:
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


def _suggest(note: Note, named: Sequence[_Named]) -> str:
    """What the label may have meant: entries that explain one of its words, else all names."""
    tokens = _tokens(note.label)
    near = [
        one.entry
        for one in named
        if any(_name_grade((token,), name) for token in tokens for name in one.names)
    ]
    if near:
        return "did you mean " + join_and([f"“{describe(entry)}”" for entry in near[:4]], "or")
    names = tuple(dict.fromkeys(_owner_name(one.entry) for one in named))
    close = nearest(note.label, names)
    if close is not None:
        return f"did you mean “{close}”"
    listed = join_and([f"“{name}”" for name in names[:8]])
    return f"the profile has {listed}" if names else "the profile has no entries"


def _owner_name(entry: Entry) -> str:
    if entry.organisation is not None:
        return entry.organisation.name.plain
    return _title(entry)


def describe(entry: Entry) -> str:
    """An entry as people know it: its title and where it was."""
    if entry.organisation is None or entry.is_untitled:
        return _title(entry)
    return f"{_title(entry)}, {_owner_name(entry)}"


def clear_label(entry: Entry, profile: Profile, lexicon: Lexicon) -> str:
    """A label that means an entry alone: its title and where it was, else its id."""
    label = describe(entry)
    alone = place_label(label, "", profile, lexicon).entries == (entry.id,)
    return label if alone else entry.id


def iter_ids(profile: Profile) -> Iterator[str]:
    """Every id of the profile that a job file may name, hidden ones included."""
    for entry in profile.entries:
        yield entry.id
        if entry.organisation is not None:
            yield entry.organisation.id
        yield from (highlight.id for highlight in entry.highlights)
    for group in profile.skills:
        yield group.id
        yield from group.by_id
    yield from (summary.id for summary in profile.summaries)
