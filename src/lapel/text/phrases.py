"""The phrases a line asks for: its noun and verb groups, without the words that name no skill.

"Emphasize leadership aspects and e-commerce recommendation systems" asks for "leadership" and
"e-commerce recommendation systems". A line is cut at punctuation and at function words; words that
name nothing are dropped from the ends of each piece; "written and oral communication" becomes two
phrases, each with the noun. The lists of these words are in ``phrases.yaml``.
"""

import re
from functools import lru_cache
from typing import Any

from msgspec import Struct

from lapel.text.data import read_data
from lapel.text.numbers import NUMERALS
from lapel.text.regexes import regex
from lapel.text.stems import stem_word
from lapel.text.words import Word, is_amount, is_number, split_words, stems_of

PARTICLES = frozenset(("up", "out", "off", "down", "back"))
_PUNCTUATION = regex(r"[,;:.!?()\[\]{}\"“”–—|•→]|\s(?:[-/+]+|[-=]+>)\s|[^\W\d_]\+\s")
_CLAUSE_ENDS = frozenset(";:.—–")
_QUOTED = regex(r"[\"“]((?:[^\s\"“”]+\s+){0,3}[^\s\"“”]+)[\"”]")
_SLASHED_LETTERS = 3
_LONGEST_SKILL_WORDS = 3
_KEEP, _FILL, _BREAK, _OF = "keep", "fill", "break", "of"
"""The roles of a word in its phrase."""
_ADJECTIVE = ("al", "ic", "ive", "ary", "ous", "ent", "ant", "able", "ible", "less", "ful")


class PhraseWords(Struct, frozen=True):
    """The word lists of ``phrases.yaml``, ready to look up."""

    breaks: frozenset[str]
    shouted: frozenset[str]
    counts: frozenset[str]
    counting: frozenset[str]
    relations: frozenset[str]
    fillers: frozenset[str]
    modifiers: frozenset[str]
    tails: frozenset[str]
    instructions: frozenset[str]
    telling: frozenset[str]
    framing: frozenset[str]
    nouns_like_instructions: frozenset[str]
    skills_like_instructions: frozenset[str]
    empty: frozenset[tuple[str, ...]]
    kept: frozenset[tuple[str, ...]]
    adjectives: frozenset[str]
    nouns_like_adjectives: frozenset[str]
    past: frozenset[str]
    deeds: frozenset[str]
    adjective_ends: frozenset[str]
    nobodies: frozenset[str]
    generic: frozenset[str]
    mild: frozenset[str]
    mild_nouns: frozenset[str]
    light_deeds: frozenset[str]
    carried: frozenset[str]
    company_deeds: frozenset[str]
    misfortunes: frozenset[str]
    idioms: tuple[tuple[re.Pattern[str], str], ...]


@lru_cache(maxsize=1)
def phrase_words() -> PhraseWords:
    """Return the word lists; ``generic`` and ``mild`` hold stems, the others words in lower
    case.
    """
    data: dict[str, Any] = read_data("lapel.text", "phrases.yaml")
    lists: dict[str, Any] = {
        name: frozenset(told.split()) for name, told in data.items() if isinstance(told, str)
    }
    mild, deeds = _stem_words(lists["mild"]), _stem_words(lists.pop("mild_deeds"))
    return PhraseWords(
        **lists
        | {
            "counts": lists["counts"].union(NUMERALS),
            "deeds": lists["past"] | lists["deeds"],
            "generic": _stem_words(lists["generic"]),
            "mild": mild | deeds,
            "mild_nouns": mild,
            "misfortunes": _stem_words(lists["misfortunes"]),
            "empty": frozenset(_lower_words(split_words(phrase)) for phrase in data["empty"]),
            "kept": frozenset(_lower_words(split_words(phrase)) for phrase in data["kept"]),
            "idioms": tuple(
                (regex(pattern, re.IGNORECASE), said) for said, pattern in data["idioms"].items()
            ),
        }
    )


def _stem_words(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(stem_word, words))


def is_past(written: str) -> bool:
    """Tell whether a word has the form of a past deed ("managed", "built")."""
    spelled = written.casefold()
    return spelled.endswith("ed") or spelled in phrase_words().past


def special_stems(text: str) -> frozenset[str]:
    """Return the stems of the words that say what a text is about; common words are left out."""
    lists = phrase_words()
    return stems_of(text) - lists.generic - lists.mild - lists.fillers


def replace_roundabout(text: str) -> str:
    """Return a note with its roundabout expressions replaced by the trade's words."""
    for pattern, said in phrase_words().idioms:
        text = pattern.sub(said, text)
    return text


def split_phrases(
    text: str,
    *,
    instructions: frozenset[str] = frozenset(),
    together: frozenset[tuple[str, ...]] = frozenset(),
) -> tuple[str, ...]:
    """Return the phrases of a line as written, each once, in order.

    ``instructions`` are the verbs by which a line tells what to do with the rest ("emphasize …");
    without the verbs that only ideas and hints begin with, a short line may be the name of a skill.
    ``together`` holds further word sequences, in lower case, that are never cut.
    """
    words = split_words(text)
    quoted = {
        index
        for quote in _QUOTED.finditer(text)
        for index, word in enumerate(words)
        if quote.start(1) <= word.start < quote.end(1)
    }
    kinds = _find_kinds(text, words, instructions=instructions, together=together)
    kinds = [_KEEP if index in quoted else kind for index, kind in enumerate(kinds)]
    pieces = _split_at_breaks(text, words, kinds, together)
    if instructions:
        pieces = _drop_counting_pieces(words, pieces)
    phrases = _add_shared_nouns(text, words, pieces)
    return tuple(dict.fromkeys(phrase for phrase in phrases if phrase))


def _find_kinds(
    text: str,
    words: tuple[Word, ...],
    *,
    instructions: frozenset[str],
    together: frozenset[tuple[str, ...]],
) -> list[str]:
    """Return the role of each word in its phrase: kept, filler, break, or the "of" inside one."""
    lists = phrase_words()
    lower = _lower_words(words)
    kinds = [_find_kind(words, index, lists) for index in range(len(words))]
    for index, word in enumerate(words):
        tied = word.joined == "-" or (index > 0 and words[index - 1].joined == "-")
        if tied or (kinds[index - 1] == _KEEP and _is_doubled(lower, index)):
            kinds[index] = _KEEP
    if instructions:
        _break_at_instructions(instructions, text, words, kinds)
        _keep_relations(lower, kinds)
    _fill_particles(lower, kinds)
    _mark_sequences(lower, kinds, _BREAK, lists.empty)
    _mark_sequences(lower, kinds, _KEEP, lists.kept, together)
    for index in range(len(words)):
        if is_amount(words, index):
            kinds[index] = _FILL if kinds[index] == _KEEP else kinds[index]
        elif is_number(words[index].written):
            kinds[index - 1] = _KEEP
    return kinds


def _is_doubled(lower: tuple[str, ...], index: int) -> bool:
    """Tell whether a word joins a thing to itself ("face to face"), which makes one thing."""
    inside = 0 < index < len(lower) - 1 and lower[index] in ("to", "by", "on", "for")
    doubled = inside and lower[index - 1] == lower[index + 1] and len(lower[index - 1]) > 1
    return doubled and lower[index - 1] not in phrase_words().mild


def _find_kind(words: tuple[Word, ...], index: int, lists: PhraseWords) -> str:
    word, spelled = words[index], words[index].lower
    named = word.stem == word.written and word.written[0].isupper()
    named = named and spelled not in lists.shouted
    if spelled == "of":
        return _OF
    if spelled in lists.breaks and not (named and word.written not in ("I", "A")):
        return _BREAK
    return _FILL if is_filler(words, index) else _KEEP


def is_filler(words: tuple[Word, ...], index: int) -> bool:
    """Tell whether a word asks for nothing in its place. "role" does ask for something before a
    noun ("role design"), and "stories" after a word that says little alone ("customer stories").
    """
    lists, spelled = phrase_words(), words[index].lower
    if spelled not in lists.fillers:
        return False
    if spelled in lists.tails and index and _touches_next(words, index - 1):
        before, stem = words[index - 1].lower, words[index - 1].stem
        alone = index == 1 or words[index - 2].lower in lists.breaks | lists.instructions
        if alone and before not in lists.fillers and stem in lists.mild_nouns | lists.generic:
            return False
    return spelled not in lists.modifiers or not _is_noun_behind(words, index + 1)


def _is_noun_behind(words: tuple[Word, ...], index: int) -> bool:
    """Tell whether a word right behind another is its noun: neither an adverb nor a verb."""
    if index == len(words) or not _touches_next(words, index - 1):
        return False
    lists, spelled = phrase_words(), words[index].lower
    if spelled in lists.breaks or spelled == "of" or not spelled.isalpha():
        return False
    ends = (
        index + 1 == len(words) or not _touches_next(words, index) or words[index + 1].stem == "and"
    )
    other = spelled.endswith("ly") or is_past(spelled)
    return not (other or is_filler(words, index)) and (ends or not spelled.endswith("ing"))


def _touches_next(words: tuple[Word, ...], index: int) -> bool:
    """Tell whether one blank and no more is between a word and the next."""
    return words[index + 1].start - words[index].end == 1 and not words[index].joined


def _find_clause_starts(text: str, words: tuple[Word, ...]) -> frozenset[int]:
    """Return the indexes of words at the line's start or after a full stop, a colon or a
    semicolon.
    """
    return frozenset(
        index
        for index, word in enumerate(words)
        if index == 0 or _CLAUSE_ENDS.intersection(text[words[index - 1].end : word.start])
    )


def _break_at_instructions(
    instructions: frozenset[str], text: str, words: tuple[Word, ...], kinds: list[str]
) -> None:
    """Mark instruction verbs at a clause's start, or after a break, as asking for nothing
    themselves.
    """
    lists, starts, lower = phrase_words(), _find_clause_starts(text, words), _lower_words(words)
    names_skill = 1 < len(lower) <= _LONGEST_SKILL_WORDS and all(k == _KEEP for k in kinds[1:])
    nouns = lists.nouns_like_instructions
    nouns = nouns if lists.telling <= instructions else nouns | lists.skills_like_instructions
    for index, word in enumerate(lower):
        if names_skill and word in nouns:
            continue
        if words[index].joined:  # "point-of-care testing"
            continue
        if word in instructions and (index in starts or kinds[index - 1] == _BREAK):
            kinds[index] = _BREAK


def _keep_relations(lower: tuple[str, ...], kinds: list[str]) -> None:
    """Keep a person or group after "with": "coordination with inspectors", whose noun says little
    alone.
    """
    for index in range(len(lower) - 2):
        told = lower[index] in phrase_words().relations and kinds[index + 2] == _KEEP
        if told and lower[index + 1] in ("with", "between", "among"):
            kinds[index + 1] = _KEEP


def _fill_particles(lower: tuple[str, ...], kinds: list[str]) -> None:
    """Let a verb that names nothing alone take its particle along: "bringing up apprentices"."""
    for index in range(1, len(lower)):
        if kinds[index - 1] == _FILL and lower[index] in PARTICLES:
            kinds[index] = _FILL


def _mark_sequences(
    lower: tuple[str, ...], kinds: list[str], kind: str, *known: frozenset[tuple[str, ...]]
) -> None:
    longest = max(map(_measure_longest, known))
    index = 0
    while index < len(lower):
        for length in range(min(longest, len(lower) - index), 0, -1):
            sequence = lower[index : index + length]
            if any(sequence in sequences for sequences in known):
                kinds[index : index + length] = [kind] * length
                index += length - 1
                break
        index += 1


@lru_cache(maxsize=8)
def _measure_longest(sequences: frozenset[tuple[str, ...]]) -> int:
    return max(map(len, sequences), default=0)


def _split_at_breaks(
    text: str, words: tuple[Word, ...], kinds: list[str], together: frozenset[tuple[str, ...]]
) -> list[tuple[int, int, str]]:
    """Return the runs of words between breaks as (first, after last, what follows: "and" or "")."""
    pieces: list[tuple[int, int, str]] = []
    start = 0
    for index in range(len(words) + 1):
        ended = index == len(words)
        sign = _find_parting_sign(text, words, index, together) if index and not ended else ""
        if sign:
            pieces.append((start, index, "and" if sign == "/" else ""))
            start = index
        if ended or kinds[index] == _BREAK:
            follows = "and" if not ended and words[index].stem in ("and", "or") else ""
            pieces.append((start, index, follows))
            start = index + 1
    trimmed = []
    for first, last, follows in pieces:
        kept = [index for index in range(first, last) if kinds[index] == _KEEP]
        if kept:
            trimmed.append((kept[0], kept[-1] + 1, follows))
    return trimmed


def _drop_counting_pieces(
    words: tuple[Word, ...], pieces: list[tuple[int, int, str]]
) -> list[tuple[int, int, str]]:
    """Return the pieces without those that only count ("for five attorneys"), if there is any
    other.
    """
    rest = [piece for piece in pieces if not _only_counts(words, piece[0])]
    return rest or pieces


def _only_counts(words: tuple[Word, ...], first: int) -> bool:
    """Tell whether a number is before the words from ``first`` on, a preposition before it."""
    if first < 2 or "/" in words[first - 1].written:
        return False
    counts = is_amount(words, first - 1) or (words[first - 1].lower in phrase_words().counts)
    return counts and words[first - 2].lower in phrase_words().counting


def _find_parting_sign(
    text: str, words: tuple[Word, ...], index: int, together: frozenset[tuple[str, ...]]
) -> str:
    """Return the sign before a word that separates it from the word before, "" where none does."""
    one, other = words[index - 1], words[index]
    gap = text[one.end : other.start]
    if _PUNCTUATION.search(gap):
        return ","
    pair = (one.lower, other.lower)
    if gap != "/" or pair in together or pair in phrase_words().kept:
        return ""
    lengths = sorted((len(one.written), len(other.written)))
    return "/" if lengths[0] > 1 and lengths[1] >= _SLASHED_LETTERS else ""


def _add_shared_nouns(
    text: str, words: tuple[Word, ...], pieces: list[tuple[int, int, str]]
) -> list[str]:
    phrases = []
    for number, (first, last, follows) in enumerate(pieces):
        phrase = text[words[first].start : words[last - 1].end]
        after = pieces[number + 1] if number + 1 < len(pieces) else None
        if (
            follows
            and after is not None
            and after[0] in (last, last + 1)
            and after[1] - after[0] > 1
            and (
                _ends_in_adjective(words[first:last])
                or (last - first == 1 and _are_deeds(words[first], words[after[0]]))
            )
        ):
            head = text[words[after[0] + 1].start : words[after[1] - 1].end]
            phrase = f"{phrase} {head}"
        phrases.append(phrase)
    return phrases


def _ends_in_adjective(words: tuple[Word, ...]) -> bool:
    """Tell whether words are an adjective, alone or behind a verb: "Develop the preventive"."""
    lists, before = phrase_words(), words[:-1]
    done = not before or before[0].lower in lists.light_deeds
    return done and _is_adjective(words[-1]) and all(w.lower in lists.fillers for w in before[1:])


def _are_deeds(one: Word, other: Word) -> bool:
    """Tell whether two words are actions that may share an object: "leading and developing"."""
    return one.written.endswith("ing") and other.written.endswith("ing")


def _is_adjective(word: Word) -> bool:
    lists, spelled = phrase_words(), word.lower
    if spelled in lists.nouns_like_adjectives:
        return False
    return spelled in lists.adjectives or spelled.endswith(_ADJECTIVE)


def _lower_words(words: tuple[Word, ...]) -> tuple[str, ...]:
    return tuple(word.lower for word in words)
