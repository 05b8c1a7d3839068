"""What a line of a posting asks that a note asks already: it is asked in the note's own words.

"Select and implement a new accounting system" asks for what the note "System implementation" asks,
and has its evidence. A line is a note's twin if one part of it says all that a phrase of the note
turns on: its names and special words, or all of its words, in any order but near to each other,
since "build systems with other teams" is no team building. The last of them must end a group of
words, or begin the line: a "lab technician" is no "lab". One name or word is enough of a skill to
emphasize; of an idea or a hint two are wanted, since "board" in "Show that I can talk to a board"
is said of much else.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from lapel.matching.answers.spotting import find_namings
from lapel.matching.lexicon import Lexicon
from lapel.matching.model import Requirement, RequirementKind
from lapel.text.phrases import phrase_words
from lapel.text.words import Word, split_words, stems_of

_PART_ENDS = ";.:!?"
_INSIDE_GROUPS = " '’-_"
_LEAST_SAID = 2
_MOST_BETWEEN = 3

Key = frozenset[str]
Places = Mapping[str, tuple[int, int]]  # each name and word with its first and last word's number


class NotePhrase(Struct, frozen=True):
    """A phrase of a note; ``key`` its names and special stems, ``stems`` all but small words."""

    text: str
    key: Key
    stems: Key
    note: str
    emphasized: bool


def note_phrases(
    requirements: Sequence[Requirement],
    keys: Sequence[Sequence[Key]],
    lexicon: Lexicon,
    *,
    english: bool,
) -> tuple[NotePhrase, ...]:
    """Return the phrases of notes with their keys, each thing once, as the first note says it."""
    found: dict[Key, NotePhrase] = {}
    for requirement, own in zip(requirements, keys, strict=True):
        emphasized = requirement.kind is RequirementKind.EMPHASIS
        for phrase, key in zip(requirement.phrases, own, strict=True):
            if key:
                small = phrase_words().fillers | phrase_words().breaks
                stems = stems_of(phrase) - small if english else key
                head = _unnamed_head(phrase, lexicon) - small if english else frozenset()
                one = NotePhrase(phrase, key | head, stems, requirement.text, emphasized)
                found.setdefault(key, one)
    return tuple(found.values())


def _unnamed_head(phrase: str, lexicon: Lexicon) -> Key:
    """Return the last word of a phrase where it is behind a name and no part of it.

    "Revenue management systems" are more than revenue management.
    """
    words = split_words(phrase)
    last = max((naming.last for naming in find_namings(words, lexicon)), default=len(words))
    return frozenset(word.stem for word in words[last:][-1:])


def find_twins(
    text: str, phrases: Sequence[NotePhrase], lexicon: Lexicon, *, english: bool
) -> tuple[NotePhrase, ...]:
    """Return the phrases of notes that a line asks for, in the line's order."""
    parts = [_read_part(part, lexicon, english=english) for part in _cut_at_ends(text)]
    found = []
    for phrase in phrases:
        said = (n for n, part in enumerate(parts) if (last := _find_last_said(phrase, *part)) >= 0)
        if (number := next(said, None)) is not None:
            found.append((number, last, phrase))
    wider = [one for *_, one in found if any(one.stems < other.stems for *_, other in found)]
    in_order = sorted(found, key=lambda one: one[:2])
    return tuple(phrase for *_, phrase in in_order if phrase not in wider)


def _cut_at_ends(text: str) -> list[str]:
    """Cut a line where a sentence or a clause ends."""
    for mark in _PART_ENDS:
        text = text.replace(f"{mark} ", "\n")
    return text.split("\n")


def _find_last_said(phrase: NotePhrase, places: Places, ends: frozenset[int]) -> int:
    """Return the number of the word that completes a phrase in a part, -1 if none does."""
    for wanted in (phrase.key, phrase.stems):
        enough = len(wanted) >= _LEAST_SAID or (phrase.emphasized and wanted is phrase.key)
        if enough and wanted <= places.keys():
            spans = sorted(places[element] for element in wanted)
            between = max((b[0] - a[1] - 1 for a, b in pairwise(spans)), default=0)
            last = max(end for _, end in spans)
            if last in ends and between <= _MOST_BETWEEN:
                return last
    return -1


def _read_part(part: str, lexicon: Lexicon, *, english: bool) -> tuple[Places, frozenset[int]]:
    """Return where a part says each name and word last, and which words end a group."""
    words = split_words(part, english=english)
    stems = [word.stem if english else word.stem.casefold() for word in words]
    places = {stem: (number, number) for number, stem in enumerate(stems)}
    if not english:
        return places, frozenset(range(len(words)))
    for naming in find_namings(words, lexicon):
        places[f"#{naming.concept}"] = (naming.first, naming.last - 1)
    return places, _group_ends(part, words)


def _group_ends(part: str, words: Sequence[Word]) -> frozenset[int]:
    """Return the positions of words that end a group of words, and of the first."""
    breaks, last = phrase_words().breaks | {"of"}, len(words) - 1
    return frozenset(
        number
        for number, word in enumerate(words)
        if number in (0, last)
        or (after := words[number + 1].lower) in breaks
        or after.endswith("ly")
        or part[word.end : words[number + 1].start].strip(_INSIDE_GROUPS)
    )
