"""What brackets in a note contain: a list or a name is asked for, talk to oneself is not."""

import re

from lapel.matching.asked.act_reading import is_order, read_acts
from lapel.matching.asked.wish_words import WORD, bare_words, first_word, wish_words
from lapel.text.phrases import phrase_words
from lapel.text.regexes import regex

_BRACKETS = regex(r"\s*(?:\(([^()]*)\)|\[([^\[\]]*)\])")
_AMOUNT = regex(
    r"^[~<>≈±]?\s*[$£€]?\s*\d[\d.,]*\s*(?:\+|%|k|m|bn?|x)?(?=$|[\s!/,-])", re.IGNORECASE
)
_NAME_IN_AMOUNT = regex(r"\d[\d.,]*\+?\s+[A-Z]{2}|^\d+ [A-Z][a-z]")
_MOST_WORDS_OF_NAME = 2


def without_asides(text: str) -> str:
    """Remove from a note what its writer only says to themselves in brackets."""
    text = wish_words().patterns["lacked"].sub(r"; lack of experience with \g<x>; \g<but>", text)
    return _BRACKETS.sub(_without_aside, text)


def _without_aside(found: re.Match[str]) -> str:
    """Return brackets without what is only talk: a list or a name is kept, an order set apart."""
    inside = (found[1] if found[1] is not None else found[2]).strip()
    before = bare_words(re.split(r"[.;:,]\s", found.string[: found.start()])[-1])
    told = any(not act.subject and is_order(before) for act in read_acts(before, before).acts)
    if told or is_order(bare_words(inside)) or wish_words().patterns["pressed"].fullmatch(inside):
        return f"; {inside}; "
    kept = [
        part.strip()
        for part in re.split(r"[,;]\s+|[.!?]\s+", inside)
        if _names_something(part.strip())
    ]
    if _is_talk(inside):
        return " "
    return f" ({', '.join(kept)})" if kept else " "


def _is_talk(inside: str) -> bool:
    """Tell whether words in brackets are talk to oneself: a sentence, an exclamation, a reason."""
    lists = wish_words()
    first = first_word(inside)
    spoken = ("persons", "selves", "reasons")
    if any(first in lists.words[name] for name in spoken):
        return True
    words = WORD.findall(inside)
    if "they" in words or lists.patterns["opening"].search(inside):
        return True
    named = len(words) == 1 or any(word[:1].isupper() for word in words)
    shouts = inside.endswith("!") and not named
    asks = inside.endswith("?") and len(words) > _MOST_WORDS_OF_NAME
    return shouts or asks or first in lists.words["musings"]


def _names_something(part: str) -> bool:
    """Tell whether a part of a list in brackets names something: no figure, no state, no clause."""
    lists = wish_words()
    words = [word.casefold() for word in WORD.findall(part)]
    spoken = ("persons", "selves", "musings")
    if not words or (words[0] != "but" and any(words[0] in lists.words[name] for name in spoken)):
        return False
    if _AMOUNT.match(part) and not _NAME_IN_AMOUNT.search(part):
        return False
    fillers = phrase_words().fillers | phrase_words().breaks
    meant = [word for word in words if word not in fillers]
    return bool(meant) and not lists.words["states"].intersection(meant)
