"""How far a text covers a phrase: word by word, by other names, and how near together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import mul

from msgspec import Struct

from lapel.matching.answers.asking import Ask
from lapel.matching.answers.reading import Reading
from lapel.matching.answers.spotting import Naming
from lapel.matching.lexicon import PASSED_OVER
from lapel.text.common import is_noun
from lapel.text.data import read_word_lists
from lapel.text.phrases import PARTICLES, is_past, phrase_words

CLOSE_WORDS = 3
STEPS = (0.95, 0.78, 0.62, 0.45)
_PARTIAL = 1.25
_MISSING_HEAD = 0.6
_TORN_NAME = 0.45
_OTHERS = 0.7
_DEED_TO_OBJECT_WORDS = 3
_NEARNESS = ((1, 1.0), (3, 0.95), (6, 0.85))
_FAR = 0.7
_REVERSED = 0.6
_MODIFIER, _OWNER = 0.9, 0.6
_LEAST_TO_ORDER = 2
_LEAST_TO_FILL = 0.4


class Cover(Struct, frozen=True):
    """How far a text covers each word of a phrase (0–1), and with which words.

    ``aliased`` are the positions of words covered by another name.
    """

    covers: tuple[float, ...]
    spots: Mapping[int, tuple[int, int]]
    aliased: frozenset[int]


def cover_phrase(ask: Ask, reading: Reading) -> Cover:
    """Return how far the text covers each word of the phrase, by itself or by another name."""
    direct = _choose_nearest_places(ask, reading)
    if not direct and not any(naming.concept in reading.concepts for naming in ask.namings):
        return cover_nothing(ask)
    named = _find_named_covers(ask, reading)
    covers = _find_direct_covers(ask, reading, direct, frozenset(named))
    spots = {index: (place, place + 1) for index, place in direct.items() if covers[index] > 0}
    aliased = set()
    for index, (strength, said) in named.items():
        if covers[index] < strength:
            covers[index] = strength
            spots[index] = (said.first, said.last)
            aliased.add(index)
    return Cover(tuple(covers), spots, frozenset(aliased))


def _find_named_covers(ask: Ask, reading: Reading) -> dict[int, tuple[float, Naming]]:
    """Find words of the phrase inside names that the text also names or implies.

    Each word's position goes to how strongly it is covered (0–1) and to the naming in the text.
    """
    named: dict[int, tuple[float, Naming]] = {}
    for naming in ask.namings:
        hit = reading.concepts.get(naming.concept)
        if hit is None:
            continue
        said, steps = hit
        word = reading.words[said.first].stem if said.last - said.first == 1 else ""
        if naming.deed and word == ask.stems[naming.first]:  # whom it was done for is not told yet
            deeds = (n for n in reading.namings if n.deed and n.concept == naming.concept)
            said, steps = next(((n, 1) for n in deeds), (said, len(STEPS)))
        for index in naming.places:
            if word == ask.stems[index] or steps == len(STEPS):
                continue
            if index not in named or named[index][0] < STEPS[steps]:
                named[index] = (STEPS[steps], said)
    return named


def cover_nothing(ask: Ask) -> Cover:
    """Return the cover by a text that shares nothing with the phrase."""
    return Cover((0.0,) * len(ask.stems), {}, frozenset())


def best_covers(covers: Sequence[tuple[float, ...]], ask: Ask) -> tuple[float, ...]:
    """Return the best cover of each word among several texts."""
    if not covers:
        return (0.0,) * len(ask.stems)
    return tuple(max(each) for each in zip(*covers, strict=True))


def measure_share(
    ask: Ask, covers: tuple[float, ...], *others: tuple[tuple[float, ...], float]
) -> float:
    """Return the covered share of the phrase's weight, less where its head is missing."""
    if not any(covers):
        return 0.0
    own = sum(map(mul, ask.weights, covers))
    turns = any(covers[index] for index in ask.heads)
    lessened = 1.0 if turns or not ask.heads else _MISSING_HEAD
    if others and ask.heads and (turns or own >= _LEAST_TO_FILL * ask.total):
        filled = 0.0
        for index, weight in enumerate(ask.weights):
            cover = covers[index]
            for other, discount in others:
                cover = max(cover, discount * other[index])
            filled += weight * cover
        own = filled
    return float((own / ask.total) ** _PARTIAL) * lessened


def measure_nearness(cover: Cover) -> float:
    """Return 1 where the covering words stand together, less the more words stand between."""
    spots = set(cover.spots.values())
    first, last = min(start for start, _ in spots), max(end for _, end in spots)
    between = last - first - sum(end - start for start, end in spots)
    return next((value for limit, value in _NEARNESS if between <= limit), _FAR)


def measure_order(cover: Cover, reading: Reading) -> float:
    """Return 1 where the words stand in the phrase's order or as deed and object, else less.

    A list of nouns in another order means something else: "high-flow oxygen patients" is no
    "patient flow".
    """
    places = [cover.spots[i][0] for i in sorted(cover.spots) if i not in cover.aliased]
    if len(places) < _LEAST_TO_ORDER or places[0] < places[-1]:
        return 1.0
    return 1.0 if _is_deed(reading, places[-1]) else _REVERSED


def measure_head_use(ask: Ask, cover: Cover, reading: Reading) -> float:
    """Return 1, or less where the word a phrase turns on only qualifies another noun in the text.

    "Launch planning" is less of a launch than "launched the tier", and "the pantry's first budget"
    is of a budget.
    """
    last = max(ask.heads, default=-1)
    if last not in cover.spots:
        return 1.0
    if _is_owner(reading, cover.spots[last][1] - 1, ask):
        return _OWNER
    if last in cover.aliased:
        return 1.0
    start, place = cover.spots[last]
    if place == len(reading.words) or reading.clause[start] != reading.clause[place]:
        return 1.0
    written, after = reading.words[start].lower, reading.words[place]
    parted = after.start - reading.words[start].end > 1
    tells = not parted and after.stem not in ask.stems and is_noun(after.lower)
    return _MODIFIER if tells and is_noun(written) and not is_past(written) else 1.0


def _is_owner(reading: Reading, place: int, ask: Ask) -> bool:
    """Tell whether a word only says whose another thing is; a name ("Epic's reports") says more."""
    written = reading.words[place].written
    after = reading.words[place + 1].stem if place + 1 < len(reading.words) else ""
    owns = written.islower() and written.endswith("'s")
    return owns and bool(after) and after not in ask.stems


def _choose_nearest_places(ask: Ask, reading: Reading) -> dict[int, int]:
    """Choose a position in the text for each word, near to the weightiest word's."""
    found = {
        index: standing
        for index, stem in enumerate(ask.stems)
        if index not in ask.bound and (standing := _places_of(index, stem, reading, ask))
    }
    if 0 not in ask.bound and ask.deed in _word_lists()["heading"]:
        objects = [place for index, places in found.items() if index for place in places]
        if heading := _find_leading_verbs(reading, objects):
            found[0] = tuple(sorted({*found.get(0, ()), *heading}))
    if all(ask.stems[index] in PARTICLES for index in found):
        return {}  # "set up" is no follow-up
    anchor = max(found, key=lambda index: (ask.weights[index], index))
    best: dict[int, int] = {}
    least = -1
    for start in found[anchor]:
        places = {
            index: min(options, key=lambda place: abs(place - start))
            for index, options in found.items()
        }
        spread = max(places.values()) - min(places.values())
        if least < 0 or spread < least:
            best, least = places, spread
    return best


def _places_of(index: int, stem: str, reading: Reading, ask: Ask) -> tuple[int, ...]:
    """Return the positions of a stem in the text that show what is asked.

    To have "written SQL" is no writing by itself, and "60 runs" are no running.
    """
    every = reading.positions.get(stem, ())
    places = tuple(place for place in every if not _is_other(index, place, reading, ask)) or every
    if stem == ask.deed and stem in _word_lists()["other_nouns"]:
        return tuple(place for place in places if _is_verb(reading, place))
    if stem != "write" or len(ask.stems) > 1:
        return places
    coded = _word_lists()["coded"]
    return tuple(place for place in places if coded.isdisjoint(_object_words(reading, place)))


def _is_other(index: int, place: int, reading: Reading, ask: Ask) -> bool:
    """Tell whether one of two words of a stem names people by trade, and the other what they do.

    To work "with two managers" is no managing, and a "growth plan" is nothing of "planners".
    """
    if index in ask.trades:
        return index in ask.others and place not in reading.people
    return place in reading.others


def _find_leading_verbs(reading: Reading, objects: Iterable[int]) -> tuple[int, ...]:
    """Return the positions of verbs for being at the head of one of these objects.

    Who managed a ward was running it.
    """
    clauses = {reading.clause[place] for place in objects}
    places = (
        place for verb in _word_lists()["heading"] for place in reading.positions.get(verb, ())
    )
    told = (place for place in places if reading.clause[place] in clauses)
    return tuple(sorted(place for place in told if _is_verb(reading, place)))


def _object_words(reading: Reading, place: int) -> Iterator[str]:
    """Yield the words right behind a verb, as far as its object may stand."""
    for after in range(place + 1, min(len(reading.words), place + 1 + _DEED_TO_OBJECT_WORDS)):
        if reading.clause[after] == reading.clause[place]:
            yield reading.words[after].lower


def _find_direct_covers(
    ask: Ask, reading: Reading, places: Mapping[int, int], named: frozenset[int]
) -> list[float]:
    """Return how far the text's own words cover each word of the phrase.

    A name of the lexicon whose words stand apart in the text counts little. ``named`` are the
    positions of the words covered by another name.
    """
    covers = [1.0 if index in places else 0.0 for index in range(len(ask.stems))]
    for index, place in places.items():
        if _is_other(index, place, reading, ask):
            covers[index] = _OTHERS
    if ask.common and len(ask.stems) > 1 and not _are_close(range(len(covers)), reading, places):
        return [0.0] * len(covers)
    for naming in ask.namings:
        inside = naming.places
        needed = inside[:1] if naming.deed else inside  # a deed shows itself, whoever it was for
        torn = any(i not in places and i not in named for i in needed)
        whole = not naming.deed and all(index in places for index in inside)
        whole = whole and not named.issuperset(inside)  # it is said by another name beside
        if len(inside) > 1 and (torn or (whole and not _are_close(inside, reading, places))):
            for index in inside:
                covers[index] *= _TORN_NAME
    return covers


def _are_close(asked: Sequence[int], reading: Reading, places: Mapping[int, int]) -> bool:
    """Tell whether these words of the phrase are close enough in the text to be one thing.

    They are a name ("team building"), or a deed and its object in one clause ("built and led a
    team").
    """
    if any(index not in places for index in asked):
        return False
    order = [places[index] for index in asked]
    first, last = min(order), max(order)
    if reading.clause[first] != reading.clause[last]:
        return False
    lists = phrase_words()
    between = [
        word.lower
        for index, word in enumerate(reading.words[first : last + 1], start=first)
        if index not in order
    ]
    if order[0] == first:
        return all(word in PASSED_OVER for word in between)
    unsaid = lists.breaks | lists.fillers
    special = [word for word in between if word not in unsaid and not word[0].isdigit()]
    return len(special) <= _DEED_TO_OBJECT_WORDS and _is_deed(reading, first)


def _is_deed(reading: Reading, place: int) -> bool:
    """Tell whether a word of the text is a verb, or a noun that takes its object with "of"."""
    after = reading.words[place + 1].stem if place + 1 < len(reading.words) else ""
    return after == "of" or _is_verb(reading, place)


def _is_verb(reading: Reading, place: int) -> bool:
    """Tell whether a word of the text is a verb.

    A verb begins a clause, ends in "-ed" or "-ing", or follows "who" or another verb ("evaluate and
    test the controls").
    """
    if place == 0 or reading.clause[place - 1] != reading.clause[place]:
        return True
    spelled, before = reading.words[place].written, reading.words[place - 1].lower
    if is_past(spelled) or spelled.endswith("ing") or before in _word_lists()["before_verbs"]:
        return True
    joined = before == "and" and place + 1 < len(reading.words)
    return joined and reading.clause[place + 1] == reading.clause[place] and spelled.islower()


def _word_lists() -> Mapping[str, frozenset[str]]:
    return read_word_lists("lapel.matching.answers", "reading.yaml")
