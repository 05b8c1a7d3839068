"""What bullets leave out to be short: the "a" of an object, the last "and" of a list of things."""

import re
from collections.abc import Sequence
from itertools import pairwise

from lapel.letter.telling.verbs import base_of, end_of_phrase, head_word, leading_verb
from lapel.letter.telling.words import bare, is_counted_noun, is_in, is_number
from lapel.text.articles import article
from lapel.text.common import is_adjective, is_counted, is_plural
from lapel.text.plurals import join_and
from lapel.text.verbs import Form, forms_of

_FEWEST_THINGS = 3
_LISTED = r"(?:[\w-]+ ){0,2}[\w-]+,? (?:and|or) "
_LONGEST_THING = 6
_SERVING = ("serve", "serves", "served", "sit", "sat")


def with_article(deed: str) -> str:
    """The deed with the "a" that bullets leave out: "led cross-functional team of chemists"."""
    words = deed.split()
    if len(words) < 2 or is_in(words[1], "objects") or is_number(words[1]):
        return deed
    if bare(words[1]) == "and":  # "designed and developed framework"
        form = leading_verb(words[2:])
        return f"{words[0]} and {with_article(' '.join(words[2:]))}" if form else deed
    if _is_first_of_two(words[1:], leading_verb(words)):
        return deed
    if bare(words[0]).startswith("help") and Form.BASE in forms_of(bare(words[1])):
        return deed
    if bare(words[0]) in _SERVING and words[1] == "on" and is_in(head_word(words[2:]), "takes_a"):
        rest = " ".join(words[2:])
        return deed if is_in(words[2], "objects") else f"{words[0]} on {article(rest)} {rest}"
    if any(is_in(words[1], name) for name in ("prepositions", "relatives", "adverbs")):
        return deed
    head = head_word(words[1:])
    named = words[1][0].isupper()
    if named and (end_of_phrase(words[1:]) == 1 or words[2][0].isupper()):
        return deed
    made = is_in(base_of(bare(words[0])), "making") and is_counted(head) and is_counted_noun(head)
    new = made or (is_in(head, "takes_a") and not named)
    if not new or words[1].endswith(("'s", "’s", "s'", "s’", ",")):
        return deed
    if any(word == "from" and is_number(after) for word, after in pairwise(words)):
        return deed  # what moved between figures is known: "brought turnaround from 71 to 39"
    rest = " ".join(words[1:])
    return f"{words[0]} {article(rest)} {rest}"


def _is_first_of_two(words: Sequence[str], form: Form | None) -> bool:
    """Whether a thing is joined to others, and no deed to the deed: "event and UI code", "strategy,
    standards and execution".
    """
    end = end_of_phrase(words)
    if words[end - 1].endswith(",") and "including" not in words[:end]:
        described = is_adjective(bare(words[end - 1]))
        return described or re.match(_LISTED, " ".join(words[end:])) is not None
    joined = end < len(words) - 1 and bare(words[end]) in ("and", "or")
    return joined and leading_verb(words[end + 1 :]) not in (form, Form.PAST)


def _lists_things(parts: Sequence[str]) -> bool:
    """Whether parts between commas are several of one kind ("central lines, chest tubes")."""
    if len(parts) < _FEWEST_THINGS or any(re.search(r" (?:and|or|&) ", part) for part in parts):
        return False
    first, *others = [part.split() for part in parts]
    counted = len(first) > 1 and is_number(first[1])
    if any(is_number(words[0]) != counted for words in others):
        return False
    if not counted and any(is_in(w, "prepositions") for words in (first, *others) for w in words):
        return False
    heads = [head_word(words) for words in others]
    short = all(len(words) <= _LONGEST_THING for words in others)
    verbs = any(leading_verb(words) is Form.PAST for words in others)
    return (
        short and not verbs and all(is_plural(h) or h.endswith(("ing", "al", "ups")) for h in heads)
    )


def last_and_of_things(deed: str) -> str | None:
    """A list whose last "and" was left out, with it: "central lines, chest tubes"; None for what is
    no such list.
    """
    parts = deed.split(", ")
    if " and " in f" {parts[-1]} ":
        return None
    verbs = len(parts) > 1 and all(
        len(part.split()) == 1 and leading_verb([part]) for part in parts
    )
    return join_and(parts) if verbs or _lists_things(parts) else None
