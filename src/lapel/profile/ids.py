"""Ids made of words: the same for the same text, whatever its context."""

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from lapel.text.regexes import regex

FEWEST_WORDS = 5
VALID_ID = regex(r"\w[\w.-]*")

# Words that do not tell texts apart; without them an id is shorter, nothing else.
UNTELLING = frozenset(
    {"a", "an", "the", "and", "or", "of", "for", "to", "in", "on", "at", "by", "with", "from"}
    | {"as", "into", "over", "its", "their", "our", "my", "that", "which"}
)
_INSIDE_WORDS = regex(r"['\u2019\u02bc]|(?<=\d)[.,](?=\d)")
_WORD = regex(r"[^\W_]+")


def words_of(text: str) -> list[str]:
    """Return the words of a text as ids spell them: lower case, without accents.

    Marks inside a word or a number are left out: "team's" is teams, "2,300" is 2300.
    """
    joined = _INSIDE_WORDS.sub("", text.casefold())
    if joined.isascii():
        return _WORD.findall(joined)
    decomposed = unicodedata.normalize("NFKD", joined)
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return _WORD.findall(unicodedata.normalize("NFC", bare))


def words_of_id(id: str) -> str:
    """Return the words of a bullet's id, without its entry's: "loan returns" of
    "museum/loan-returns".
    """
    return " ".join(re.split(r"[-_]+", id.rpartition("/")[2]))


def telling_words(text: str) -> list[str]:
    """Return the words of a text without articles, prepositions and the like, if any others are
    left.
    """
    return _keep_telling(words_of(text))


def _keep_telling(words: list[str]) -> list[str]:
    return [word for word in words if word not in UNTELLING] or words


def kebab(words: Iterable[str]) -> str:
    """Return the words as one id."""
    return "-".join(words)


def text_ids(text: str, prefix: str) -> list[str]:
    """Return ever longer ids of a text: its first telling words, more of them, all words, a
    digest.
    """
    every = words_of(text)
    telling = _keep_telling(every)
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:6]
    lengths = range(min(FEWEST_WORDS, len(telling)), len(telling) + 1)
    proposals = [kebab(telling[:length]) for length in lengths if length]
    return [prefix + id for id in (*proposals, kebab(every), kebab([*every[:3], digest])) if id]


def keyword_ids(group: str, texts: Sequence[str]) -> tuple[str, ...]:
    """Return the ids of a group's keywords, after the group's own: "tools/excel". Those spelled
    alike ("C", "C++") get a digest, so that no id depends on their order.
    """
    called = [kebab(words_of(text)) for text in texts]
    often = Counter(called)
    return tuple(
        f"{group}/{name}" if name and often[name] == 1 else text_ids(text, f"{group}/")[-1]
        for name, text in zip(called, texts, strict=True)
    )


def choose_ids(proposals: Sequence[Sequence[str]], taken: Iterable[str]) -> list[str]:
    """Choose for each list of ever longer ids the first that nobody else has.

    Where two want the same id both take a longer one, so that neither depends on which came first;
    only texts equal to the last word are numbered.
    """
    taken = frozenset(taken)
    levels = [0] * len(proposals)
    while True:
        chosen = [ids[level] for ids, level in zip(proposals, levels, strict=True)]
        counts = Counter(chosen)
        moved = False
        for index, id in enumerate(chosen):
            if (counts[id] > 1 or id in taken) and levels[index] + 1 < len(proposals[index]):
                levels[index] += 1
                moved = True
        if not moved:
            return _number_repeats(chosen, taken)


def _number_repeats(ids: list[str], taken: frozenset[str]) -> list[str]:
    used = set(taken)
    result = []
    for id in ids:
        number, candidate = 1, id
        while candidate in used or (number > 1 and candidate in ids):
            number += 1
            candidate = f"{id}-{number}"
        used.add(candidate)
        result.append(candidate)
    return result


def is_inner(id: str) -> bool:
    """Tell whether an id begins with another's, as a bullet's does with its entry's: "acme/1"."""
    return "/" in id


def wording_id(highlight: str, name: str) -> str:
    """Return the id of a highlight's wording: "acme/1#short"; its own for the text, named ""."""
    return f"{highlight}#{name}" if name else highlight


def highlight_of(candidate: str) -> str:
    """Return the id of the highlight that a candidate is, or is a wording of: "acme/1" for
    "acme/1#short".
    """
    return candidate.partition("#")[0]


def wording_of(candidate: str) -> str:
    """Return the name of the wording that a candidate is: "short" for "acme/1#short"; "" for the
    text.
    """
    return candidate.partition("#")[2]
