"""What a note writes short and the posting or the profile in full: "peer supt", "cqi", "cutover".

The notes are about the posting, and the profile answers them, so these two are the dictionary of
their shorthand. A word of a note that the profile does not have, and that is no common word, is
replaced by the one word or name of theirs that fits: one that begins so ("anticoag"), that has
these letters in this order ("supt", "ctr"), or whose words have these initials ("cqi", "sws",
"TOC"). A word that the profile has in two ("cut over") gets a hyphen, since "roll out" would be an
order.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from lapel.matching.acronyms import find_words_of_acronym
from lapel.matching.answers.spotting import find_namings
from lapel.matching.asked.wish_words import wish_words
from lapel.matching.lexicon import Lexicon
from lapel.text.common import is_common, is_small
from lapel.text.stems import spell_out
from lapel.text.words import Word, split_words

_FEWEST_LETTERS, _LEAST_CUT, _FEWEST_PARTED, _LEAST_PART = 3, 3, 6, 3
_TYING = frozenset(("of", "for", "in", "to", "on"))
_VOWELS = frozenset("aeiouy")
_SURE_INITIALS = 3


class Dictionary(Struct, frozen=True):
    """The spellings of the posting and the profile.

    ``texts`` are their texts, ``spelled`` has one spelling for each stem; ``has`` are the profile's
    words, and ``parted`` its pairs of words by the one word that they would make ("cutover":
    "cut-over").
    """

    texts: tuple[tuple[Word, ...], ...]
    spelled: Mapping[str, str]
    has: frozenset[str]
    parted: Mapping[str, str]

    @classmethod
    def of(
        cls, posting: Iterable[tuple[Word, ...]], profile: Sequence[tuple[Word, ...]]
    ) -> "Dictionary":
        """Build it from the words of the posting's lines and of the profile's texts."""
        texts = (*posting, *profile)
        spelled: dict[str, str] = {}
        for word in (word for text in texts for word in text):
            spelled.setdefault(word.stem, word.lower)
        has = frozenset(word.lower for text in profile for word in text)
        parted = {
            one.lower + two.lower: f"{one.lower}-{two.lower}"
            for text in profile
            for one, two in pairwise(text)
            if two.start - one.end == 1 and min(len(one.written), len(two.written)) >= _LEAST_PART
        }
        return cls(texts, spelled, has, parted)


def write_out(text: str, dictionary: Dictionary, lexicon: Lexicon) -> str:
    """Write out the shorthand of a note: "peer supt" as "peer support"."""
    words = split_words(text)
    tied = {after for word, after in pairwise(words) if word.joined == "-"}
    for word in reversed(words):
        alone = not word.joined and word not in tied and word.lower not in wish_words().shorthand
        if alone and (full := _write_in_full(word, dictionary, lexicon)):
            text = f"{text[: word.start]}{full}{text[word.end :]}"
    return text


def _write_in_full(word: Word, dictionary: Dictionary, lexicon: Lexicon) -> str:
    lower = word.lower
    if lower in dictionary.has or not lower.isalpha() or spell_out(lower) != lower:
        return ""
    if len(lower) >= _FEWEST_PARTED and lower in dictionary.parted:
        return dictionary.parted[lower]
    short = word.written.isupper() or _VOWELS.isdisjoint(lower)
    if not short and (is_common(lower) or len(lower) < _SURE_INITIALS):
        return ""
    if find_namings((word,), lexicon):
        return ""
    return _find_spelled_out(word, dictionary) or _find_longer_word(word, dictionary)


def _find_spelled_out(word: Word, dictionary: Dictionary) -> str:
    """Return the words that have these initials, "" if there are none.

    Two letters are enough only if the words occur twice.
    """
    for letters in dict.fromkeys((word.lower, word.lower.removesuffix("s"))):
        names = [
            name for text in dictionary.texts for name in _find_by_initials(letters.upper(), text)
        ]
        if len(letters) < _SURE_INITIALS:
            times = Counter(name.rstrip("s") for name in names)
            names = [name for name in names if len(letters) > 1 < times[name.rstrip("s")]]
        for name in names:
            if letters == word.lower or name.endswith("s"):
                return name
    return ""


def _find_by_initials(letters: str, words: tuple[Word, ...]) -> Iterator[str]:
    """Yield the words with these initials, counting small words or not ("POC")."""
    place = find_words_of_acronym(letters, words)
    if place is None and len(letters) >= _SURE_INITIALS:
        first = "".join(word.written[0].upper() for word in words).find(letters)
        name = words[first : first + len(letters)] if first >= 0 else ()
        tied = all(two.start - one.end == 1 for one, two in pairwise(name))
        content = [word for word in name if word.lower not in _TYING]
        if tied and len(name) > len(content) > 1 and name[0] in content and name[-1] in content:
            place = first, first + len(letters)
    if place is not None:
        name = words[slice(*place)]
        small = any(is_small(word.lower) and word.lower not in _TYING for word in name)
        if not small and not any(word.joined for word in name[:-1]):
            yield " ".join(word.lower for word in name)


def _find_longer_word(word: Word, dictionary: Dictionary) -> str:
    """Return the one word that a word is short for, "" if there is none or more than one."""
    short = word.lower
    cut = len(short) >= _FEWEST_LETTERS and word.written[:2].islower()
    if not cut or word.stem in dictionary.spelled:
        return ""
    found = [long for long in dictionary.spelled.values() if _is_short_for(short, long)]
    return found[0] if len(found) == 1 else ""


def _is_short_for(short: str, long: str) -> bool:
    if short[0] != long[0] or len(long) < len(short) + 2:
        return False
    if long.startswith(short):
        return _FEWEST_LETTERS < len(short) <= len(long) - _LEAST_CUT
    vowels = sum(letter in _VOWELS for letter in short)
    if vowels > (len(short) > _FEWEST_LETTERS) or short[-1] != long[-1]:
        return False
    letters = iter(long)
    return all(letter in letters for letter in short)
