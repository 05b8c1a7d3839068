"""Where words name a concept of the lexicon, or show it by a deed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from lapel.matching.answers.moves import Move
from lapel.matching.lexicon import PASSED_OVER, Lexicon, exact_words
from lapel.text.data import read_word_lists
from lapel.text.phrases import is_past, phrase_words
from lapel.text.regexes import regex
from lapel.text.stems import stem_word
from lapel.text.words import Word, is_number

_PARTED = regex(r"[.,;!?]")
CLAUSE_END = regex(r"[.,;:!?()–—]|\s-\s")
_DEED_TO_OBJECT_WORDS = 4
_REACH_WORDS = 8
_TURNS = {"down": "fell", "up": "rose"}


class Naming(Struct, frozen=True):
    """The words from ``first`` to before ``last``, which name a concept of the lexicon.

    A ``deed`` shows the concept by its first word and its last; a ``compound`` counts as a whole
    only.
    """

    concept: int
    first: int
    last: int
    compound: bool = False
    deed: bool = False

    @property
    def places(self) -> tuple[int, ...]:
        """The positions of the words that name it."""
        ends = (self.first, self.last - 1)
        return ends if self.deed else tuple(range(self.first, self.last))


def find_namings(words: tuple[Word, ...], lexicon: Lexicon) -> tuple[Naming, ...]:
    """Find every stretch of words that the lexicon knows, by its first word, longer ones first.

    Articles and possessives inside a name are passed over ("built the team"); a name does not begin
    behind a hyphen ("plain-language model" is no language model).
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
            concept = lexicon.phrases.get((fuse_to_stem(words, first),))
            if concept is not None:
                found.append(Naming(concept, first, first + 2))
        found.extend(_find_deeds_at(words, first, lexicon))
    return tuple(found)


def find_asked(words: tuple[Word, ...], lexicon: Lexicon) -> tuple[Naming, ...]:
    """Find what a phrase asks for by name, or by the deed it begins with ("developing cooks").

    Who asks for a named tool ("case management system") does not ask for what it is for.
    """
    named = find_namings(words, lexicon)
    tools = [n for n in named if n.last - n.first > 1 and words[n.last - 1].lower in _tools()]
    named = tuple(n for n in named if not any(_is_inside(n, tool) for tool in tools))
    objects = lexicon.shows.get(words[0].stem) if words else None
    if objects is None:
        return named
    return (*named, *_find_paired_deeds(words, 0, objects, lexicon, barriers()))


def _is_inside(naming: Naming, other: Naming) -> bool:
    """Tell whether a name is a part of another that goes on behind it."""
    return other.first <= naming.first and naming.last < other.last


def longest_names(
    words: tuple[Word, ...], lexicon: Lexicon
) -> tuple[frozenset[str], frozenset[Word]]:
    """Return the concepts that words name, each behind a "#", and the words that name them.

    No stem begins with "#". Of names that share a word the longest counts.
    """
    names: set[str] = set()
    taken: set[Word] = set()
    for naming in sorted(find_namings(words, lexicon), key=lambda one: one.first - one.last):
        named = words[naming.first : naming.last]
        if taken.isdisjoint(named):
            taken.update(named)
            names.add(f"#{naming.concept}")
    return frozenset(names), frozenset(taken)


def _find_deeds_at(words: tuple[Word, ...], first: int, lexicon: Lexicon) -> Iterator[Naming]:
    """Yield a deed with its object a few words on: "managed a small night team"."""
    objects = lexicon.deeds.get(words[first].stem)
    if objects is None or not (first == 0 or is_past(words[first].written)):
        return
    for place in range(first + 1, min(len(words), first + 2 + _DEED_TO_OBJECT_WORDS)):
        word = words[place]
        parted = word.start - words[place - 1].end > 1
        if parted or word.lower in barriers():
            return
        for object, concept in objects:
            if word.stem == object:
                yield Naming(concept, first, place + 1)


def find_shown(text: str, words: tuple[Word, ...], lexicon: Lexicon) -> Iterator[Naming]:
    """Yield what deeds show without naming it: "wrote the lockout card", "shrinkage halved"."""
    for first, word in enumerate(words):
        for verb, start in ((word.stem, first), (_find_tied_key(words, first, lexicon), first - 1)):
            objects, wide = lexicon.shows.get(verb), lexicon.reaches.get(verb)
            if (objects or wide) and (_begins_clause(text, words, start) or is_past(word.written)):
                yield from _find_paired_deeds(words, first, objects or {}, lexicon, barriers())
                yield from _find_paired_deeds(words, first, wide or {}, lexicon, far=_REACH_WORDS)
        for key in _list_word_keys(words, first, lexicon):
            if befallen := lexicon.befalls.get(key):
                yield from _find_paired_deeds(words, first, befallen, lexicon, past=True)


def find_moved(
    text: str, words: tuple[Word, ...], moves: Sequence[Move], lexicon: Lexicon
) -> Iterator[Naming]:
    """Yield what is shown by an amount that rose or fell and its thing: "turnover 48% to 14%"."""
    for move in moves:
        yield from _find_shown_by_move(text, words, move, lexicon)


def is_person(words: Sequence[Word], place: int, lexicon: Lexicon, kind: str) -> bool:
    """Tell whether a word names persons of this kind ("@workers") and stands on its own.

    Before another noun it only qualifies it ("designer shoes").
    """
    word = words[place]
    if kind not in lexicon.persons.get(word.lower, ()):
        return False
    after = words[place + 1] if place + 1 < len(words) else None
    if after is None or word.lower.endswith("s") or after.start - word.end > 1:
        return True
    lists = phrase_words()
    return not word.joined and after.lower in lists.breaks | lists.fillers | barriers()


def is_trade(spelled: str, lexicon: Lexicon) -> bool:
    """Tell whether a word in small letters names people by their trade."""
    return "@workers" in lexicon.persons.get(spelled, ())


def people_among(words: Sequence[Word], lexicon: Lexicon) -> frozenset[int]:
    """Return the positions of the words that name people by their trade."""
    return frozenset(n for n, word in enumerate(words) if is_trade(word.lower, lexicon))


def _list_word_keys(words: Sequence[Word], place: int, lexicon: Lexicon) -> Iterator[str]:
    """Yield the keys under which the lexicon's deeds may have a word.

    They are its stem, the word tied to the one before it ("load time"), and the kinds of persons
    that it names.
    """
    yield words[place].stem
    if tied := _find_tied_key(words, place, lexicon):
        yield tied
    for kind in lexicon.persons.get(words[place].lower, ()):
        if is_person(words, place, lexicon, kind):
            yield kind


def _find_tied_key(words: Sequence[Word], place: int, lexicon: Lexicon) -> str:
    """Return the key of a word and the one before it where deeds know the two as one, else ""."""
    if not place or words[place].start - words[place - 1].end > 1:
        return ""
    return lexicon.tied.get((words[place - 1].stem, words[place].stem), "")


def _begins_clause(text: str, words: tuple[Word, ...], place: int) -> bool:
    """Tell whether a clause begins here, so that a verb in the present is a deed too."""
    before = text[words[place - 1].end : words[place].start] if place else ""
    return not place or bool(CLAUSE_END.search(before)) or words[place - 1].stem in ("and", "then")


def _find_paired_deeds(
    words: tuple[Word, ...],
    first: int,
    seconds: Mapping[str, tuple[int, ...]],
    lexicon: Lexicon,
    barriers: frozenset[str] = frozenset(),
    *,
    past: bool = False,
    far: int = _DEED_TO_OBJECT_WORDS,
) -> Iterator[Naming]:
    """Yield a deed at ``first`` for each of ``seconds`` not far behind in the same clause."""
    if not seconds:
        return
    for place in range(first + 1, min(len(words), first + 2 + far)):
        word = words[place]
        parted = word.start - words[place - 1].end > 1
        if parted or word.lower in barriers:
            return
        if past and not is_past(word.written):
            keys: Iterable[str] = _find_turn_stem(words, place)
        else:
            keys = _list_word_keys(words, place, lexicon)
        for concept in (concept for key in keys for concept in seconds.get(key, ())):
            yield Naming(concept, first, place + 1, deed=True)


def _find_shown_by_move(
    text: str, words: tuple[Word, ...], move: Move, lexicon: Lexicon
) -> Iterator[Naming]:
    """Yield what one moved amount shows; its thing is a few words before it, or within."""
    first, last = move.words(words)
    verb = stem_word("fell" if move.fell else "rose")
    for place in range(last - 1, max(-1, first - 1 - _DEED_TO_OBJECT_WORDS), -1):
        if place < first and _PARTED.search(text[words[place].end : words[place + 1].start]):
            return
        for key in _list_word_keys(words, place, lexicon):
            for concept in lexicon.befalls.get(key, {}).get(verb, ()):
                yield Naming(concept, min(place, first), last, deed=True)


def _find_turn_stem(words: Sequence[Word], place: int) -> tuple[str, ...]:
    """Return the stem of "fell" or "rose" for "down" or "up" beside an amount, else nothing.

    "Took the bill down by a third" made it fall.
    """
    turned = _TURNS.get(words[place].lower)
    if turned is None or place + 1 == len(words):
        return ()
    after = words[place + 1].lower
    return (stem_word(turned),) if after in ("by", "from", "to") or is_number(after) else ()


def fuse_to_stem(words: tuple[Word, ...], first: int) -> str:
    """Return the stem of two words written as one: "call center" as "callcenter"."""
    return stem_word(words[first].written + words[first + 1].written)


def barriers() -> frozenset[str]:
    """Return the prepositions and the like over which a deed does not reach to an object."""
    return read_word_lists("lapel.matching.answers", "reading.yaml")["barriers"]


def _tools() -> frozenset[str]:
    """Return the nouns for a thing that work is done with."""
    return read_word_lists("lapel.matching.answers", "reading.yaml")["tools"]
