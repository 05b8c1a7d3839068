"""A text read for matching: where its stems stand, what its words name, what it denies."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from lapel.matching.lexicon import FARTHEST_STEP, PASSED_OVER, Lexicon, exact_words, name_stems
from lapel.text.numbers import NUMERALS
from lapel.text.phrases import is_past, phrase_words
from lapel.text.stems import stem_word
from lapel.text.words import Word, split_words

_NEGATIONS = frozenset({"without", "no", "not", "never", "nor", "lacking", "lacked", "cannot"})
_NEGATION_ENDS = frozenset({"but", "and", "while", "by", "then", "although", "though", "yet"})
_CLAUSE_END = re.compile(r"[.,;:!?()–—]|\s-\s")
_LONGEST_NEGATION_WORDS = 6
_MISFORTUNE_WORDS = 3
_DEED_TO_OBJECT_WORDS = 4
_REACH_WORDS = 8
_BARRIERS = frozenset(
    (
        "for",
        "with",
        "in",
        "to",
        "by",
        "from",
        "on",
        "at",
        "into",
        "as",
        "across",
        "than",
        "after",
        "before",
        "via",
        "through",
        "using",
        "that",
        "which",
        "who",
        "while",
        "when",
        "where",
        "or",
        "under",
        "over",
    )
)


_SHORTENED = "shortened time"
_SHORTENING = frozenset(
    (
        *("cut", "cuts", "reduced", "shortened", "brought", "bring", "lowered", "trimmed", "took"),
        *("fell", "went", "dropped", "sped", "shrank", "got", "compressed", "down"),
    )
)
_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year"})
_NUMERAL = rf"(?:{'|'.join(NUMERALS)})"
_LONGEST_SPAN_WORDS = 4
_FIGURES = {
    "measurable results": re.compile(
        r"\bfrom (?:[^.;:]|\.\d){0,25}?\d(?:[^.;:]|\.\d){0,30}? to (?:[^.;:]|\.\d){0,15}?\d[\w%]*"
        rf"|\bfrom {_NUMERAL}\b[^.;:]{{0,25}}? to (?:{_NUMERAL}|\d+)\b"
        r"|\d[\d.,]* ?(?:%|percent\b|per cent\b)|\b(?:halved|doubled|tripled|quadrupled)\b"
        r"|\bby (?:a|one|two) (?:half|thirds?|quarters?)\b",
        re.IGNORECASE,
    ),
    "high volume": re.compile(
        r"\d[\d,]{2,} (?:[\w-]+ ){1,3}(?:a|an|per|each|every) "
        r"(?:night|day|shift|week|month|hour|year|summer|season)\b"
        r"|\d[\d,]{2,} [\w-]+ (?:on|in) an? (?:\w+ )?(?:night|day|shift|week|month|hour)\b",
        re.IGNORECASE,
    ),
    "budget management": re.compile(
        r"\b(?:runs?|ran|manag(?:e|es|ed)|own(?:ed)?|oversee|oversaw|hold|held|answer(?:ed)? for|"
        r"control(?:led)?|administer(?:ed)?|direct(?:ed)?) (?:[\w-]+ ){0,3}[$£€] ?\d[\w.,]*",
        re.IGNORECASE,
    ),
}
"""What figures tell, by the name of what they show."""
_HAVING = frozenset(
    (
        *("with", "of", "over", "lead", "led", "leading", "manage", "managed", "managing"),
        *("supervise", "supervised", "run", "ran", "direct", "directed", "oversee", "oversaw"),
    )
)


class Naming(Struct, frozen=True):
    """A stretch of words, ``first`` to before ``last``, that names a concept, or where it is a
    ``deed`` shows it by its first word and its last.
    """

    concept: int
    first: int
    last: int
    compound: bool = False
    deed: bool = False

    @property
    def places(self) -> tuple[int, ...]:
        """The words that name it."""
        ends = (self.first, self.last - 1)
        return ends if self.deed else tuple(range(self.first, self.last))


class Reading(Struct, frozen=True):
    """A text's words; ``positions`` are those of stems that count on their own, ``clause`` tells
    for each word how many barriers (prepositions, punctuation) stand before it. ``concepts``
    maps a concept to the first naming that names or implies it and the steps between.
    """

    text: str
    words: tuple[Word, ...]
    positions: Mapping[str, tuple[int, ...]]
    clause: tuple[int, ...]
    namings: tuple[Naming, ...]
    concepts: Mapping[int, tuple[Naming, int]]

    def written(self, first: int, last: int) -> str:
        """The words from ``first`` to before ``last`` as they stand in the text."""
        return self.text[self.words[first].start : self.words[last - 1].end]


@lru_cache(maxsize=4096)  # of a profile that changed, most texts are the same
def read_text(text: str, lexicon: Lexicon, *, english: bool = True) -> Reading:
    """The reading of a plain text; ``english`` says whether stems and lexicon apply."""
    words = split_words(text, english=english)
    if not english:
        exact: dict[str, list[int]] = {}
        for index, word in enumerate(words):
            exact.setdefault(word.stem.casefold(), []).append(index)
        return Reading(text, words, _frozen(exact), (0,) * len(words), (), {})
    denied = _denied(text, words)
    found = (
        *find_namings(words, lexicon),
        *_shortenings(words, lexicon),
        *_shown(text, words, lexicon),
        *_told_in_figures(text, words, lexicon),
        *_led(words, lexicon),
    )
    namings = tuple(n for n in found if n.first not in denied)
    silent = set(denied)
    for naming in namings:
        if naming.compound:
            silent.update(range(naming.first, naming.last))
    namings = tuple(n for n in namings if n.compound or not silent & {n.first, n.last - 1})
    return Reading(
        text,
        words,
        _positions(words, silent),
        _clauses(text, words),
        namings,
        _concepts(namings, lexicon),
    )


def longest_names(
    words: tuple[Word, ...], lexicon: Lexicon
) -> tuple[frozenset[str], frozenset[Word]]:
    """The concepts that words name, each behind a "#", which no stem has, and the words that name
    them; of names that share a word the longest counts.
    """
    names: set[str] = set()
    taken: set[Word] = set()
    for naming in sorted(find_namings(words, lexicon), key=lambda one: one.first - one.last):
        named = words[naming.first : naming.last]
        if taken.isdisjoint(named):
            taken.update(named)
            names.add(f"#{naming.concept}")
    return frozenset(names), frozenset(taken)


def find_namings(words: tuple[Word, ...], lexicon: Lexicon) -> tuple[Naming, ...]:
    """Every stretch of words the lexicon knows, by its first word, longer ones first.

    Articles and possessives inside a name are passed over ("built the team"); a name does not
    begin behind a hyphen ("plain-language model" is no language model).
    """
    places = [index for index, word in enumerate(words) if word.stem not in PASSED_OVER]
    stems = tuple(words[index].stem for index in places)
    found = []
    for start, first in enumerate(places):
        if first and words[first - 1].joined == "-":
            continue
        longest = min(lexicon.longest.get(stems[start], 0), len(stems) - start)
        for length in range(longest, 0, -1):
            key = stems[start : start + length]
            concept = lexicon.phrases.get(key)
            if concept is None:
                continue
            last = places[start + length - 1] + 1
            forms = lexicon.forms.get(key)
            if forms is None or exact_words(words[first:last]) in forms:
                found.append(Naming(concept, first, last, key in lexicon.compounds))
        if words[first].joined == "-" and first + 1 < len(words):
            concept = lexicon.phrases.get((_fused(words, first),))
            if concept is not None:
                found.append(Naming(concept, first, first + 2))
        found.extend(_deeds_at(words, first, lexicon))
    return tuple(found)


def find_asked(words: tuple[Word, ...], lexicon: Lexicon) -> tuple[Naming, ...]:
    """What a phrase asks for by name, or by the deed it begins with ("developing cooks")."""
    named = find_namings(words, lexicon)
    objects = lexicon.shows.get(words[0].stem) if words else None
    if objects is None:
        return named
    return (*named, *_met(words, 0, objects, _BARRIERS))


def _deeds_at(words: tuple[Word, ...], first: int, lexicon: Lexicon) -> Iterator[Naming]:
    """A deed with its object a few words on: "managed a small night team"."""
    objects = lexicon.deeds.get(words[first].stem)
    if objects is None or not (first == 0 or is_past(words[first].written)):
        return
    for place in range(first + 1, min(len(words), first + 2 + _DEED_TO_OBJECT_WORDS)):
        word = words[place]
        parted = word.start - words[place - 1].end > 1
        if parted or word.lower in _BARRIERS:
            return
        for object, concept in objects:
            if word.stem == object:
                yield Naming(concept, first, place + 1)


def _shown(text: str, words: tuple[Word, ...], lexicon: Lexicon) -> Iterator[Naming]:
    """What deeds show without naming it: "wrote the lockout card", "shrinkage halved"."""
    for first, word in enumerate(words):
        objects = lexicon.shows.get(word.stem)
        if objects is not None and (_begins(text, words, first) or is_past(word.written)):
            yield from _met(words, first, objects, _BARRIERS)
        wide = lexicon.reaches.get(word.stem)
        if wide is not None and (_begins(text, words, first) or is_past(word.written)):
            yield from _met(words, first, wide, frozenset(), far=_REACH_WORDS)
        happenings = lexicon.befalls.get(word.stem)
        if happenings is not None:
            yield from _met(words, first, happenings, frozenset(), past=True)


def _begins(text: str, words: tuple[Word, ...], place: int) -> bool:
    """Whether a clause begins here, so that a verb in the present is a deed too."""
    before = text[words[place - 1].end : words[place].start] if place else ""
    return not place or bool(_CLAUSE_END.search(before)) or words[place - 1].stem in ("and", "then")


def _met(
    words: tuple[Word, ...],
    first: int,
    seconds: Mapping[str, tuple[int, ...]],
    barriers: frozenset[str],
    *,
    past: bool = False,
    far: int = _DEED_TO_OBJECT_WORDS,
) -> Iterator[Naming]:
    """These words behind another, in the same clause and not far."""
    for place in range(first + 1, min(len(words), first + 2 + far)):
        word = words[place]
        parted = word.start - words[place - 1].end > 1
        if parted or word.lower in barriers:
            return
        if word.stem in seconds and (not past or is_past(word.written)):
            for concept in seconds[word.stem]:
                yield Naming(concept, first, place + 1, deed=True)


def _told_in_figures(text: str, words: tuple[Word, ...], lexicon: Lexicon) -> Iterator[Naming]:
    """Where figures tell something: "rose from 61 to 74" a result, "2,400 loaves a night" a volume,
    "run a $2 million plant" a budget.
    """
    for name, pattern in _FIGURES.items():
        concept = lexicon.phrases.get(name_stems(split_words(name)))
        found = pattern.search(text)
        if concept is None or found is None:
            continue
        inside = [i for i, word in enumerate(words) if found.start() <= word.start < found.end()]
        if inside:
            yield Naming(concept, inside[0], inside[-1] + 1, deed=name == "budget management")


def _led(words: tuple[Word, ...], lexicon: Lexicon) -> Iterator[Naming]:
    """Where somebody has people: "with nine staff", "led 48 pickers"."""
    concept = lexicon.phrases.get(name_stems(split_words("people management")))
    for index, word in enumerate(words[1:-1], start=1):
        counted = word.lower in NUMERALS or word.written[0].isdigit()
        if not counted or words[index - 1].lower not in _HAVING:
            continue
        for place in range(index + 1, min(len(words), index + 3)):
            if words[place].stem in lexicon.workers and concept is not None:
                yield Naming(concept, index - 1, place + 1, deed=True)
                break


def _shortenings(words: tuple[Word, ...], lexicon: Lexicon) -> Iterator[Naming]:
    """Where a text tells that something takes less time: "cut the close from nine days to four"."""
    concept = lexicon.phrases.get(name_stems(split_words(_SHORTENED)))
    spelled = [word.lower for word in words]
    if concept is None or "from" not in spelled or _SHORTENING.isdisjoint(spelled):
        return
    for first, word in enumerate(spelled):
        if word != "from" or _SHORTENING.isdisjoint(spelled[:first]):
            continue
        span = spelled[first + 1 : first + 2 + _LONGEST_SPAN_WORDS]
        if "to" not in span:
            continue
        turn = first + 1 + span.index("to")
        before, after = spelled[first + 1 : turn], spelled[turn + 1 : turn + 3]
        timed = any(one.removesuffix("s") in _TIMES for one in (*before, *after))
        amounts = _amount(before), _amount(after)
        if timed and 0 < amounts[1] < amounts[0]:
            yield Naming(concept, first, turn + 2)


def _amount(spelled: Sequence[str]) -> float:
    """The first number among words, 0 where there is none."""
    for word in spelled:
        if word in NUMERALS:
            return NUMERALS[word]
        if word.replace(".", "", 1).isdecimal():
            return float(word)
    return 0.0


def _fused(words: tuple[Word, ...], first: int) -> str:
    return stem_word(words[first].written + words[first + 1].written)


def _positions(words: tuple[Word, ...], silent: set[int]) -> Mapping[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for index, word in enumerate(words):
        if index in silent or (len(word.written) == 1 and word.joined == "-"):
            continue
        found.setdefault(word.stem, []).append(index)
        if word.joined == "-" and index + 1 < len(words):
            found.setdefault(_fused(words, index), []).append(index)
    return _frozen(found)


def _frozen(found: dict[str, list[int]]) -> Mapping[str, tuple[int, ...]]:
    return {stem: tuple(places) for stem, places in found.items()}


def _denied(text: str, words: tuple[Word, ...]) -> set[int]:
    """The words a negation takes back: from it to the end of its clause."""
    denied: set[int] = set()
    for index, word in enumerate(words):
        spelled = word.lower
        if spelled == "non" and word.joined:
            denied.update((index, index + 1))
        starts = spelled in _NEGATIONS and not word.joined
        starts = starts or (spelled in ("lack", "instead", "rather") and _has_of(words, index))
        if not starts or _is_only(words, index) or _spares(words, index):
            continue
        for place in range(index, min(len(words), index + 1 + _LONGEST_NEGATION_WORDS)):
            if place > index:
                between = text[words[place - 1].end : words[place].start]
                ends = words[place].lower in _NEGATION_ENDS
                if ends or _CLAUSE_END.search(between):
                    break
            denied.add(place)
    return denied


def _has_of(words: tuple[Word, ...], index: int) -> bool:
    return index + 1 < len(words) and words[index + 1].stem in ("of", "than")


def _spares(words: tuple[Word, ...], index: int) -> bool:
    """Whether what did not happen is a misfortune: "without a lost-time injury" tells of safety."""
    near = words[index + 1 : index + 2 + _MISFORTUNE_WORDS]
    return any(word.stem in phrase_words().misfortunes for word in near)


def _is_only(words: tuple[Word, ...], index: int) -> bool:
    """Whether it denies nothing: "not only", "no fewer than"."""
    after = words[index + 1].stem if index + 1 < len(words) else ""
    return after in ("onli", "just", "fewer", "less", "later", "more")


def _clauses(text: str, words: tuple[Word, ...]) -> tuple[int, ...]:
    number, clauses = 0, []
    for index, word in enumerate(words):
        if index and _CLAUSE_END.search(text[words[index - 1].end : word.start]):
            number += 1
        tied = word.joined or (index > 0 and words[index - 1].joined)
        if word.lower in _BARRIERS and not tied:
            number += 1
        clauses.append(number)
    return tuple(clauses)


def _concepts(namings: tuple[Naming, ...], lexicon: Lexicon) -> Mapping[int, tuple[Naming, int]]:
    found: dict[int, tuple[Naming, int]] = {}
    for naming in namings:
        implied = lexicon.implied.get(naming.concept, {})
        own = int(naming.deed)
        for concept, more in ((naming.concept, 0), *implied.items()):
            steps = min(own + more, FARTHEST_STEP)
            known = found.get(concept)
            if known is None or steps < known[1]:
                found[concept] = (naming, steps)
    return found
