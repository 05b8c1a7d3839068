"""What a phrase asks for that an entry of the profile states: a licence, a degree, a language.

"Current unrestricted Minnesota RN license" is no deed: the certificate "Registered Nurse,
Minnesota" answers it, and no bullet that shares its words. A phrase asks for such a thing by the
words in ``facts.yaml``, or by its short form alone ("CPA"). An entry states it if its line says all
that is left once the usual words around a name are taken away, or if its name has the initials
asked for ("PE, Ohio" for "Professional Engineer license"). It states it in part if its line lacks
one word, or if it has lapsed or is not finished. A language is asked for where only names of
languages are left; if it is wanted well, an entry for a little of it states it in part. What asks
for all of a section ("publications", "volunteer experience") is stated by each of its entries, and
"non-profit experience" in part by what was done unpaid.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import takewhile

from msgspec import Struct

from lapel.matching.answers.reading import read_text
from lapel.matching.answers.spotting import longest_names
from lapel.matching.lexicon import Lexicon
from lapel.matching.model import Candidate, CandidateKind
from lapel.matching.sections import section_asked, section_asked_in_part
from lapel.profile.model import SectionKind
from lapel.text.data import read_word_lists
from lapel.text.phrases import special_stems
from lapel.text.words import fold_text, split_words, stems_of

_CREDENTIALS = (SectionKind.CERTIFICATES, SectionKind.EDUCATION)
_NAMED = (*_CREDENTIALS, SectionKind.LANGUAGES)
"""Sections whose entries are asked for by name."""
_BEHIND = frozenset({"in", "of", "as", "from", "for"})
_FEWEST_IN_PART = 2
_PARTS = str.maketrans("(;:/–—", ",,,,,,", ")")


class Held(Struct, frozen=True):
    """What an entry of a section other than work states.

    ``says`` are the names and words of its line, ``called`` those of each part of its title, and
    ``initials`` the short forms of these parts; ``little`` says that a language is not known well,
    or that something else has lapsed or is not finished.
    """

    position: int
    section: SectionKind
    title: str
    says: frozenset[str] = frozenset()
    called: tuple[frozenset[str], ...] = ()
    initials: frozenset[str] = frozenset()
    little: bool = False


class Stated(Struct, frozen=True):
    """A candidate that states what a phrase asks for, in ``full`` or in part, with its title."""

    position: int
    title: str
    full: bool


def list_held(
    candidates: Sequence[Candidate], titles: Mapping[str, str], lexicon: Lexicon, *, english: bool
) -> tuple[Held, ...]:
    """Return what the candidates' entries outside work state; ``titles`` go by entry id."""
    held = []
    for position, candidate in enumerate(candidates):
        section = candidate.section
        if section in (None, SectionKind.WORK):
            continue
        title, text = titles[candidate.entry], candidate.text
        if section not in _NAMED:
            held.append(Held(position, section, title))
            continue
        parts = _split_title(title)
        called = tuple(_list_names_and_words(part, lexicon, english=english) for part in parts)
        initials = frozenset(map(_initials, parts))
        says = _list_names_and_words(text, lexicon, english=english)
        says |= {f"#{name}" for name in read_text(text, lexicon, english=english).concepts}
        small = ("little",) if section is SectionKind.LANGUAGES else ("lapsed", "unfinished")
        little = any(not _word_lists()[name].isdisjoint(_lower_words(text)) for name in small)
        held.append(Held(position, section, title, says, called, initials, little))
    return tuple(held)


def says_lapsed(text: str) -> bool:
    """Tell whether a line says that a licence or the like is no longer held ("lapsed")."""
    return not _word_lists()["lapsed"].isdisjoint(_lower_words(text))


def find_stated(
    phrase: str, held: Sequence[Held], lexicon: Lexicon, *, english: bool
) -> Iterator[Stated]:
    """Yield the candidates that state what a phrase asks for."""
    if (section := section_asked(phrase)) is not None:
        yield from (Stated(h.position, h.title, full=True) for h in held if h.section is section)
        return
    if (section := section_asked_in_part(phrase)) is not None:
        yield from (Stated(h.position, h.title, full=False) for h in held if h.section is section)
    asked = _list_names_and_words(phrase, lexicon, english=english) if held else frozenset()
    if not asked:
        return
    written = _lower_words(phrase)
    languages = [entry for entry in held if entry.section is SectionKind.LANGUAGES]
    yield from _find_spoken_languages(phrase, languages, lexicon, english=english)
    licensed = not _word_lists()["asks"].isdisjoint(written)
    short = _initials(phrase) if licensed else ""
    for entry in held:
        if entry in languages:
            continue
        if (
            (licensed and asked <= entry.says)
            or (phrase.isupper() and asked in entry.called)
            or (short in entry.initials - {""} and (short in phrase or short in entry.title))
        ):
            yield Stated(entry.position, entry.title, full=not entry.little)
        elif licensed and len(asked) > _FEWEST_IN_PART and len(asked - entry.says) == 1:
            yield Stated(entry.position, entry.title, full=False)


def _find_spoken_languages(
    phrase: str, languages: Sequence[Held], lexicon: Lexicon, *, english: bool
) -> Iterator[Stated]:
    """Yield the languages that a phrase asks for, if it names nothing but languages.

    If several are wanted well ("bilingual English/Spanish"), each is as good as the one known
    least. English need not be among a profile's languages if the profile is written in it.
    """
    names = frozenset(name for entry in languages for name in entry.called[0])
    own = _list_names_and_words("English", lexicon, english=english) if english else frozenset()
    much = not _word_lists()["much"].isdisjoint(_lower_words(phrase))
    for choice in phrase.split(" or "):
        asked = _list_names_and_words(choice, lexicon, english=english)
        if asked and asked <= names | own:
            found = [entry for entry in languages if frozenset() < entry.called[0] <= asked]
            full = not (much and any(entry.little for entry in found))
            yield from (Stated(entry.position, entry.title, full=full) for entry in found)


def asks_for_held(phrase: str) -> bool:
    """Tell whether a phrase turns on a licence, a certificate or a degree, which no deed shows.

    "Certification audits" turns on audits.
    """
    return any(map(_turns_on_credential, phrase.split(" or ")))


def _turns_on_credential(phrase: str) -> bool:
    words = (word.lower for word in split_words(phrase, english=False))
    topic = list(takewhile(lambda word: word not in _BEHIND, words))
    return bool(topic) and topic[-1] in _word_lists()["asks"]


def states_hint(phrase: str, candidate: Candidate) -> bool:
    """Tell whether a degree's or certificate's own line says all that a hint for it asks.

    "Research training" is said by "Certificate, Design Research".
    """
    if candidate.section not in _CREDENTIALS or candidate.kind is not CandidateKind.ENTRY:
        return False
    asked = special_stems(" ".join(_lower_words(phrase) - _word_lists()["schooling"]))
    return asked <= stems_of(candidate.text)


def _split_title(title: str) -> list[str]:
    return title.translate(_PARTS).split(",")


def _initials(name: str) -> str:
    """Return the initials of a name, or a short form as written, two letters or more, else ""."""
    small = _word_lists()["asks"] | _word_lists()["around"] - {"professional"}
    words = [w.written for w in split_words(name, english=False)]
    while words and words[-1].casefold() in small:
        words.pop()
    while words and words[0].casefold() in small and not words[0][0].isupper():
        words.pop(0)
    if len(words) == 1:
        return words[0] if words[0].isupper() else ""
    initials = "".join(word[0] for word in words if word[0].isupper())
    return initials if len(initials) > 1 else ""


@lru_cache(maxsize=2000)
def _list_names_and_words(text: str, lexicon: Lexicon, *, english: bool) -> frozenset[str]:
    """Return the names and words of a text without those that usually stand around a name."""
    lists = _word_lists()
    words = tuple(w for w in split_words(text, english=english) if w.lower not in lists["levels"])
    names, taken = longest_names(words, lexicon) if english else (frozenset(), frozenset())
    small = lists["asks"] | lists["levels"] | lists["around"]
    found = set(names)
    for word in words:
        bare = word.lower if english else _strip_article_and_ending(word.written)
        if word not in taken and bare not in small:
            found.add(word.stem if english else bare)
    return frozenset(found)


def _lower_words(text: str) -> frozenset[str]:
    return frozenset(word.lower for word in split_words(text, english=False))


def _strip_article_and_ending(word: str) -> str:
    """Return a word in lower case without an elided article or the ending of a language's name."""
    bare = fold_text(word).rpartition("'")[2]
    for ending in _word_lists()["endings"]:
        if bare.endswith(ending) and bare != ending:
            return bare.removesuffix(ending)
    return bare


def _word_lists() -> Mapping[str, frozenset[str]]:
    return read_word_lists("lapel.matching.answers", "facts.yaml")
