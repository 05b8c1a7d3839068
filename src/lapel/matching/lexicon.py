"""The lexicon: what trades call the same thing, what implies what, which words belong together.

It is made of a list of blocks, out of files (``lexicon_files``). ``same`` lists names of one thing.
``implies`` gives one direction: who did the left did the right. ``shown_by`` gives for a thing the
products, standards and practices that show it, which are found by their words alone: word vectors
know little of these names, and thousands of them would only blur what is near to what.
``compounds`` are expressions whose words mean something else apart ("lead generation" has nothing
to do with leading); they answer only as a whole. ``told`` gives how people tell of a thing without
naming it; it is compared by meaning only.
"""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any

from msgspec import Struct

from lapel.text.phrases import phrase_words
from lapel.text.plurals import plural
from lapel.text.stems import stem_word
from lapel.text.words import Word, split_words

FARTHEST_STEP = 3
_DEED_AND_OBJECT = 2
PASSED_OVER = frozenset({"the", "a", "an", "our", "their", "it", "his", "her", "my", "your"})
"""Articles and possessives: a name may hold them or not."""


class Lexicon(Struct, frozen=True, eq=False):
    """Concepts by number, and the words that name, imply or show them.

    - ``phrases`` maps stems to the concept they name, ``names`` a concept to its first spelling,
      ``same`` to all its spellings, ``implied`` to the concepts it implies with the steps between.
    - ``forms`` gives, for stems that count in some spellings only, those; ``compounds`` are the
      stems of expressions that count only as a whole; ``spellings`` are names with a function word
      inside ("learning and development"); ``longest`` gives by a stem how many words the longest
      phrase has that begins with it.
    - ``deeds`` gives by a deed's stem its objects with their concepts ("managed a team"): other
      words may stand between.
    - ``shows`` gives by a verb's stem the objects with which it shows a skill, and that skill;
      ``reaches`` does so where prepositions may stand between ("spoke at two conferences");
      ``befalls`` gives by a thing what happened to it ("shrinkage halved").
    - ``tied`` gives the key under which these three have two words as one ("load-time"), by their
      stems; ``persons`` gives by a noun the classes of persons that it belongs to ("@workers").
    - ``shown_by`` gives the spellings of the concepts that imply a concept directly, ``told`` how
      people tell of it; concepts from ``worded`` on are found by their words alone.
    - ``meaning`` is a digest of ``same``, ``shown_by``, ``told`` and ``worded``, which decide what
      is near to what.
    """

    phrases: Mapping[tuple[str, ...], int]
    names: tuple[str, ...]
    implied: Mapping[int, Mapping[int, int]]
    forms: Mapping[tuple[str, ...], frozenset[tuple[str, ...]]]
    compounds: frozenset[tuple[str, ...]]
    spellings: frozenset[tuple[str, ...]]
    longest: Mapping[str, int]
    deeds: Mapping[str, tuple[tuple[str, int], ...]]
    shows: Mapping[str, Mapping[str, tuple[int, ...]]]
    reaches: Mapping[str, Mapping[str, tuple[int, ...]]]
    befalls: Mapping[str, Mapping[str, tuple[int, ...]]]
    tied: Mapping[tuple[str, str], str]
    persons: Mapping[str, tuple[str, ...]]
    same: Mapping[int, tuple[str, ...]]
    shown_by: Mapping[int, tuple[str, ...]]
    told: Mapping[int, tuple[str, ...]]
    worded: int
    meaning: str


def build_lexicon(blocks: list[dict[str, Any]]) -> Lexicon:
    """Build the lexicon of these blocks; a name in several ``same`` lists joins them."""
    builder = _Builder()
    for block in blocks:
        for names in block.get("same") or ():
            builder.join(names)
        for name in block.get("compounds") or ():
            builder.concept(name, compound=True)
    for block in blocks:
        for name, implied in (block.get("implies") or {}).items():
            builder.imply(name, implied)
        for name, tellings in (block.get("told") or {}).items():
            builder.tell(name, tellings)
        for name, nouns in (block.get("persons") or {}).items():
            builder.count_among(name, nouns)
        for name, patterns in (block.get("deeds") or {}).items():
            for pattern in patterns:
                builder.show(name, pattern)
    builder.show_by_words(pair for b in blocks for pair in (b.get("shown_by") or {}).items())
    return builder.lexicon()


def name_stems(words: Sequence[Word]) -> tuple[str, ...]:
    """Return the stems under which a name is looked up."""
    return tuple(word.stem for word in words if word.stem not in PASSED_OVER)


def exact_words(words: Sequence[Word]) -> tuple[str, ...]:
    """Return the words in their forms: "led the generation" is no "lead generation"."""
    return tuple(word.lower.rstrip("s") for word in words if word.stem not in PASSED_OVER)


class _Builder:
    def __init__(self) -> None:
        self.phrases: dict[tuple[str, ...], int] = {}
        self.names: list[str] = []
        self.parents: list[int] = []
        self.edges: dict[int, list[int]] = {}
        self.worded_edges: dict[int, list[int]] = {}
        self.worded = 0
        self.forms: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
        self.spoken: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
        self.free: set[tuple[str, ...]] = set()
        self.compounds: set[tuple[str, ...]] = set()
        self.spellings: set[tuple[str, ...]] = set()
        self.deeds: dict[str, dict[str, int]] = {}
        self.tellings: dict[int, list[str]] = {}
        self.patterns: dict[str, dict[str, dict[str, dict[int, None]]]] = {
            ":": {},
            "~": {},
            "<": {},
        }
        self.tied: dict[tuple[str, str], str] = {}
        self.persons: dict[str, tuple[str, ...]] = {}
        self.cutting = phrase_words().breaks | phrase_words().fillers | {"of"}

    def concept(self, written: str, *, compound: bool = False, known: bool = False) -> int:
        """Return the number of a name's concept, a new one for a new name.

        ``known`` says that the name is only referred to here: it is then found in this form, too,
        even if another line of the lexicon allows only others.
        """
        name = str(written).removeprefix("=")
        words = split_words(name)
        stems = name_stems(words)
        self._note_spelling(tuple(word.lower for word in words))
        if compound or str(written).startswith("="):
            self.forms.setdefault(stems, set()).add(exact_words(words))
        elif known:
            self.spoken.setdefault(stems, set()).add(exact_words(words))
        else:
            self.free.add(stems)
        if compound:
            self.compounds.add(stems)
        if stems not in self.phrases:
            self.phrases[stems] = len(self.names)
            self.parents.append(len(self.names))
            self.names.append(name)
        if not compound:
            self._note_deed(words, stems)
        return self.root(self.phrases[stems])

    def _note_deed(self, words: Sequence[Word], stems: tuple[str, ...]) -> None:
        if len(stems) == _DEED_AND_OBJECT and words[0].written in phrase_words().deeds:
            self.deeds.setdefault(stems[0], {})[stems[1]] = self.phrases[stems]

    def _note_spelling(self, spelled: tuple[str, ...]) -> None:
        """Note a name that function words inside would cut ("learning and development")."""
        if not self.cutting.isdisjoint(spelled) and spelled[0] not in phrase_words().breaks:
            self.spellings.add(spelled)

    def root(self, number: int) -> int:
        while self.parents[number] != number:
            number = self.parents[number]
        return number

    def join(self, names: list[str]) -> None:
        numbers = sorted({self.concept(name) for name in names})
        for number in numbers[1:]:
            self.parents[number] = numbers[0]

    def imply(self, name: str, implied: list[str]) -> None:
        for other in implied:
            self.edges.setdefault(self.concept(name), []).append(self.concept(other, known=True))

    def show_by_words(self, shown: Iterable[tuple[str, list[str]]]) -> None:
        """Add things with what shows them by its words alone; new names get no more."""
        pairs = [(self.concept(thing, known=True), names) for thing, names in shown]
        self.worded = len(self.names)
        for thing, names in pairs:
            for name in names:
                self.worded_edges.setdefault(self.concept(name), []).append(thing)

    def tell(self, name: str, tellings: list[str]) -> None:
        self.tellings.setdefault(self.concept(name, known=True), []).extend(map(str, tellings))

    def count_among(self, name: str, nouns: list[str]) -> None:
        """Add nouns, and their plurals, to a class of persons."""
        for noun in nouns:
            several = f"{noun[:-3]}men" if noun.endswith("man") else plural(noun)
            for form in (noun, several):
                self.persons[form] = (*self.persons.get(form, ()), name)

    def show(self, name: str, pattern: str) -> None:
        """Add deeds that show a skill.

        They are written "verbs : objects"; "verbs ~ objects" where other words may stand between;
        or "things < verbs" for what happened to a thing.
        """
        concept = self.concept(name, known=True)
        before, sign, after = next(
            (first, sign, second)
            for sign in self.patterns
            for first, found, second in [pattern.partition(f" {sign} ")]
            if found
        )
        seconds = [self._key(word) for word in after.split()]
        for word in before.split():
            found = self.patterns[sign].setdefault(self._key(word), {})
            for second in seconds:
                found.setdefault(second, {})[concept] = None

    def _key(self, word: str) -> str:
        """Return the key of a word in deeds, or of two tied by a hyphen."""
        first, hyphen, second = word.partition("-")
        if not hyphen:
            return stem_word(word)
        self.tied[stem_word(first), stem_word(second)] = word
        return word

    def lexicon(self) -> Lexicon:
        same = self._collect_same()
        shown_by, told = self._collect_shown_by(same), self._collect_told()
        compared = repr(
            (list(same.items()), list(shown_by.items()), list(told.items()), self.worded)
        )
        return Lexicon(
            phrases={stems: self.root(number) for stems, number in self.phrases.items()},
            names=tuple(self.names),
            implied={n: self._find_implied(n) for n in sorted({*self.edges, *self.worded_edges})},
            forms={
                stems: frozenset(names | self.spoken.get(stems, set()))
                for stems, names in self.forms.items()
                if stems in self.compounds or stems not in self.free
            },
            compounds=frozenset(self.compounds),
            spellings=frozenset(self.spellings),
            longest=self._measure_longest(),
            deeds={
                deed: tuple((object, self.root(number)) for object, number in objects.items())
                for deed, objects in self.deeds.items()
            },
            shows=self._root_concepts(self.patterns[":"]),
            reaches=self._root_concepts(self.patterns["~"]),
            befalls=self._root_concepts(self.patterns["<"]),
            tied=self.tied,
            persons=self.persons,
            same=same,
            shown_by=shown_by,
            told=told,
            worded=self.worded,
            meaning=sha256(compared.encode()).hexdigest(),
        )

    def _root_concepts(
        self, found: Mapping[str, Mapping[str, Iterable[int]]]
    ) -> dict[str, dict[str, tuple[int, ...]]]:
        return {
            first: {
                second: tuple(dict.fromkeys(map(self.root, concepts)))
                for second, concepts in seconds.items()
            }
            for first, seconds in found.items()
        }

    def _collect_same(self) -> dict[int, tuple[str, ...]]:
        found: dict[int, list[str]] = {}
        for number, name in enumerate(self.names):
            found.setdefault(self.root(number), []).append(name)
        return {number: tuple(names) for number, names in found.items()}

    def _collect_told(self) -> dict[int, tuple[str, ...]]:
        found: dict[int, tuple[str, ...]] = {}
        for number, tellings in self.tellings.items():
            root = self.root(number)
            found[root] = (*found.get(root, ()), *tellings)
        return found

    def _collect_shown_by(self, same: Mapping[int, tuple[str, ...]]) -> dict[int, tuple[str, ...]]:
        found: dict[int, dict[str, None]] = {}
        for number, implied in self.edges.items():
            for other in implied:
                found.setdefault(self.root(other), {}).update(
                    dict.fromkeys(same[self.root(number)])
                )
        return {number: tuple(names) for number, names in found.items()}

    def _measure_longest(self) -> dict[str, int]:
        longest: dict[str, int] = {}
        for stems in self.phrases:
            longest[stems[0]] = max(longest.get(stems[0], 0), len(stems))
        return longest

    def _find_implied(self, start: int) -> dict[int, int]:
        reached: dict[int, int] = {}
        edge = [start]
        for step in range(1, FARTHEST_STEP + 1):
            edge = [
                after
                for before in edge
                for after in (*self.edges.get(before, ()), *self.worded_edges.get(before, ()))
                if after != start and after not in reached
            ]
            reached.update(dict.fromkeys(edge, step))
        return reached
