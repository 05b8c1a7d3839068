"""A phrase read for asking: which of its words count, how much, and which it turns on."""

import math
from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec import Struct

from lapel.matching.acronyms import is_acronym
from lapel.matching.answers.facts import asks_for_held
from lapel.matching.answers.reading import Reading
from lapel.matching.answers.spotting import Naming, find_asked, is_trade, people_among
from lapel.matching.language import asks_nothing, in_profile
from lapel.matching.lexicon import Lexicon
from lapel.text.phrases import is_filler, phrase_words
from lapel.text.words import Word, is_amount, split_words

_DEED_WEIGHT = 1.3
_GENERIC_WEIGHT = 0.2
_MILD_WEIGHT = 0.6
_NAME_WEIGHT = 1.3
_COMMON_WEIGHT = 0.35
_FEWEST_IN_TITLE = 3


class Ask(Struct, frozen=True):
    """A phrase read for asking: the stems that count, with their weights.

    ``namings`` are the names of the lexicon in it, ``bound`` the positions of the words inside
    compounds, which only count as a whole, and ``heads`` the positions of the words that the phrase
    turns on. ``generic`` marks stems that weigh little; ``common`` says that no stem is special.
    ``held`` says that it asks for a licence, a certificate or a degree, which no deed shows in
    part; ``people`` that it turns on several people ("machine learning engineers"). ``several`` are
    the stems of words that end in "s"; ``named`` the positions of acronyms beside other words.
    ``deed`` is the stem of the verb that it begins with ("running a unit"), "" where none does.
    ``title`` says that it is the name of one thing in several words ("Theatre Green Book").
    ``trades`` are the positions of words that name people by trade, ``others`` of several of them.
    """

    stems: tuple[str, ...]
    weights: tuple[float, ...]
    total: float
    generic: tuple[bool, ...]
    common: bool
    namings: tuple[Naming, ...]
    bound: frozenset[int]
    heads: frozenset[int]
    people: bool = False
    several: frozenset[str] = frozenset()
    held: bool = False
    named: frozenset[int] = frozenset()
    deed: str = ""
    title: bool = False
    trades: frozenset[int] = frozenset()
    others: frozenset[int] = frozenset()


def rarity_of_stems(readings: Sequence[Reading]) -> Mapping[str, float]:
    """Measure how rare each stem is among the texts, from 0 (in all) to 1 (in one)."""
    counts: dict[str, int] = {}
    for reading in readings:
        for stem in reading.positions:
            counts[stem] = counts.get(stem, 0) + 1
    scale = math.log(len(readings) + 1)
    return {
        stem: math.log((len(readings) + 1) / count) / scale if scale else 1.0
        for stem, count in counts.items()
    }


def read_ask(
    phrase: str,
    lexicon: Lexicon,
    rarity: Mapping[str, float],
    *,
    english: bool = True,
    known: Collection[str] = (),
) -> Ask:
    """Read a phrase for asking; function words and counts inside it ask for nothing.

    ``known`` are the stems of all texts and tags of the profile.
    """
    lists = phrase_words()
    words = split_words(phrase, english=english)
    namings = find_asked(words, lexicon) if english else ()
    kept = _asking_places(words, namings, english=english)
    place = {index: number for number, index in enumerate(kept)}
    stems = (words[index].stem for index in kept)
    asked = tuple(s if english else in_profile(s.casefold(), known) for s in stems)
    modifiers = _find_modifiers(words) if english else frozenset()
    light = _find_light_deed(words, kept) if english else -1
    generic = tuple(
        index in modifiers or index == light or (english and stem in lists.generic)
        for index, stem in zip(kept, asked, strict=True)
    )
    moved = tuple(
        Naming(n.concept, place[n.first], place[n.last - 1] + 1, n.compound, n.deed)
        for n in namings
    )
    bound = frozenset(index for n in moved if n.compound for index in range(n.first, n.last))
    topic = sum(index < _find_first_of(words) for index in kept)
    gerund = bool(kept) and words[kept[0]].written.endswith("ing")
    deed = bool(kept) and (gerund or topic == 1)
    weights = _weigh_stems(asked, generic, rarity, deed=deed)
    common = english and all(stem in lists.generic or stem in lists.mild for stem in asked)
    heads = _find_heads(asked[:topic], generic, deed=deed)
    # "ABM campaigns" turns on ABM as much as on campaigns
    named = {place[index] for index in kept if english and is_acronym(words[index].written)}
    named = named if len(named) < len(kept) else set()
    weights = tuple(_NAME_WEIGHT * w if n in named else w for n, w in enumerate(weights))
    last = words[kept[max(heads)]] if heads else None
    called = last.lower if last is not None and not deed else ""
    people = called.endswith("s") and is_trade(called, lexicon)
    trades = frozenset(place[n] for n in people_among(words, lexicon) if english and n in place)
    several = frozenset(words[i].stem for i in kept if english and words[i].written.endswith("s"))
    return Ask(
        asked,
        weights,
        total=sum(weights) or 1.0,
        generic=generic,
        common=common,
        namings=moved,
        bound=bound,
        heads=heads | named,
        people=people,
        several=several,
        held=asks_for_held(phrase),
        named=frozenset(named),
        deed=asked[0] if gerund else "",
        title=english and not namings and _is_title([words[index].written for index in kept]),
        trades=trades,
        others=frozenset(n for n in trades if words[kept[n]].lower.endswith("s")),
    )


def _asking_places(
    words: tuple[Word, ...], namings: Iterable[Naming], *, english: bool
) -> tuple[int, ...]:
    """Return the positions of the words that ask for something; all positions where none does."""
    if english:
        named = {index for naming in namings for index in naming.places}
        places = range(len(words))
        kept = tuple(at for at in places if at in named or not _asks_nothing(words, at))
    else:
        kept = tuple(at for at, word in enumerate(words) if not asks_nothing(word.lower))
    return kept or tuple(range(len(words)))


def _asks_nothing(words: tuple[Word, ...], index: int) -> bool:
    word = words[index]
    breaks = word.lower in phrase_words().breaks and word.stem == word.stem.casefold()
    return breaks or word.stem == "of" or is_filler(words, index) or is_amount(words, index)


def _is_title(written: Sequence[str]) -> bool:
    """Tell whether words are the name of one thing: several, each with a capital."""
    return len(written) >= _FEWEST_IN_TITLE and all(word[0].isupper() for word in written)


def _find_light_deed(words: Sequence[Word], kept: Sequence[int]) -> int:
    """Return the position of an opening verb that says little ("maintain the archive"), or -1.

    A special word must follow, since then it is what the duty is about that counts.
    """
    lists = phrase_words()
    if len(kept) < 2 or words[kept[0]].lower not in lists.light_deeds:
        return -1
    rest = (words[index].stem for index in kept[1:])
    special = any(stem not in lists.generic and stem not in lists.mild for stem in rest)
    return kept[0] if special else -1


def _find_first_of(words: Sequence[Word]) -> int:
    """Return the position of "of" behind a phrase's head ("onboarding of nurses"), or its end."""
    return next((i for i, word in enumerate(words) if word.stem == "of" and i), len(words))


def _find_modifiers(words: Sequence[Word]) -> frozenset[int]:
    """Return the positions of a hyphenated adjective's words: "data-driven" experimentation."""
    found: set[int] = set()
    first = 0
    for index, word in enumerate(words):
        if word.joined != "-":
            last_part = word.lower
            more = index + 1 < len(words)
            ends = last_part in phrase_words().adjective_ends
            if index > first and more and ends:
                found.update(range(first, index + 1))
            first = index + 1
    return frozenset(found)


def _weigh_stems(
    stems: tuple[str, ...], generic: tuple[bool, ...], rarity: Mapping[str, float], *, deed: bool
) -> tuple[float, ...]:
    """Return how much each word counts; a deed at the head ("leading ML engineers") counts more."""
    if all(generic):
        return (1.0,) * len(stems)
    lists = phrase_words()
    weights = [
        _GENERIC_WEIGHT
        if common or stem in lists.breaks
        else (_MILD_WEIGHT if stem in lists.mild else 1.0)
        * (_COMMON_WEIGHT + (1 - _COMMON_WEIGHT) * rarity.get(stem, 1.0))
        for stem, common in zip(stems, generic, strict=True)
    ]
    if deed and len(weights) > 1 and not generic[0]:
        weights[0] *= _DEED_WEIGHT
    return tuple(weights)


def _find_heads(stems: tuple[str, ...], generic: tuple[bool, ...], *, deed: bool) -> frozenset[int]:
    """Return the positions of the words that an English phrase turns on.

    They are the last special word of its topic, and a deed that the phrase begins with ("leading ML
    engineers").
    """
    nouns = phrase_words().mild_nouns
    able = [index for index in range(len(stems)) if not generic[index]]
    special = [index for index in able if stems[index] not in nouns] or able
    deeds = [0] if deed and special[:1] == [0] else []
    return frozenset([*deeds, *special[-1:]])
