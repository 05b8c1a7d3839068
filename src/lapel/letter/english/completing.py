"""What bullets leave out to be short: the "a" of an object, the last "and" of a list of things."""

import re
from collections.abc import Sequence

from lapel.letter.english.noun_phrases import end_of_phrase, head_word
from lapel.letter.english.verbs import leading_verb
from lapel.letter.english.words import bare, base_of, is_counted_noun, is_in, is_number, is_task
from lapel.text.articles import choose_article
from lapel.text.common import is_adjective, is_counted, is_noun, is_plural, is_small
from lapel.text.numbers import YEAR
from lapel.text.plurals import join_and
from lapel.text.regexes import regex
from lapel.text.verbs import Form, forms_of

_FEWEST_THINGS = 3
_LISTED = r"(?:[\w-]+ ){0,2}[\w-]+,? (?:and|or) "
_LONGEST_THING = 6
_FROM_TO = regex(r"\bfrom [$£€]?\d\S*(?: [a-z]+)? (?:(?:down|up) )?to \S*\d")
_YEAR = regex(rf"{YEAR}$")
_MEASURE = r"[$£€]\d[\d.,]*\d?[kKmMbB]?(?:-[a-z]+)*\+?$|\d[\d,.]*\+?-[a-z]+$"
_GETTING = ("receive", "win", "earn", "gain", "award")
_SERVING = ("serve", "serves", "served", "sit", "sat")


def with_articled_object(deed: str) -> str:
    """Return the deed with the article that bullets leave out before its object.

    "Led cross-functional team of chemists" gets "a", "cut nightly batch window" and "led migration
    of four sites" get "the".
    """
    words = deed.split()
    if len(words) < 2:
        return deed
    if bare(words[0]) == "have" and Form.PARTICIPLE in forms_of(bare(words[1])):
        return f"{words[0]} {with_articled_object(' '.join(words[1:]))}"
    if is_number(words[1]):
        return (
            deed if is_plural(head_word(words[2:])) else " ".join((words[0], measured(words[1:])))
        )
    if is_in(words[1], "objects"):
        return deed if bare(words[1]) != "new" else _with_new(words)
    if bare(words[1]) == "and":  # "designed and developed framework"
        form = leading_verb(words[2:])
        return f"{words[0]} and {with_articled_object(' '.join(words[2:]))}" if form else deed
    helped = bare(words[0]).startswith("help")  # "helped families move"
    if helped or _is_first_of_two(words[1:], leading_verb(words)):
        return deed
    if bare(words[0]) in _SERVING and words[1] == "on" and is_in(head_word(words[2:]), "takes_a"):
        rest = " ".join(words[2:])
        return (
            deed if is_in(words[2], "objects") else f"{words[0]} on {choose_article(rest)} {rest}"
        )
    other = any(is_in(words[1], name) for name in ("prepositions", "relatives", "adverbs"))
    if other or words[1].endswith(("'s", "’s", "s'", "s’", ",")):
        return deed
    rest = " ".join(words[1:])
    found = _determiner(base_of(bare(words[0])), words[1:])
    if _FROM_TO.search(rest):
        found = found.replace("a", "")  # it is known: "brought turnaround from 71 to 39"
    return " ".join(filter(None, (words[0], choose_article(rest) if found == "a" else found, rest)))


def _determiner(verb: str, object: Sequence[str]) -> str:
    """Return the article that a bare object lacks: "a", "the", or "" where nothing is certain.

    By what is done to it and by what follows it is new or one of many, or else known.
    """
    end = end_of_phrase(object)
    head = bare(object[end - 1])
    named = object[0][0].isupper()
    if named and (end == 1 or object[1][0].isupper()):
        return ""
    of_what = [bare(word) for word in object[end : end + 1]] in (["of"], ["from"])
    counted = is_counted(head) and is_counted_noun(head) and not is_adjective(head)
    taken = is_in(head, "takes_a") and not named
    known = (
        counted and end > 1 and not taken and is_in(head, "tasks_too")
    )  # "oversaw kitchen refit"
    if is_in(verb, "heading") and ((of_what and is_task(head)) or known):
        return "the"
    if is_in(verb, "changing") and (counted or taken):
        return "the"
    ends = end == len(object) or is_in(object[end], "prepositions")
    if verb in _GETTING and ends and is_in(head, "prizes"):
        return "a"  # "received RLSS bravery commendation"
    made = is_in(verb, "making") and (counted or is_in(head, "made_too"))
    return "a" if taken or made else ""


def _with_new(words: Sequence[str]) -> str:
    """Put "a" before something new: "implemented new scheduling system"."""
    head = head_word(words[2:])
    one = is_in(head, "takes_a") or is_in(head, "made_too") or is_counted(head)
    one = one and is_counted_noun(head) and not is_adjective(head)
    return " ".join([words[0], "a", *words[1:]]) if one else " ".join(words)


def with_measures(deed: str) -> str:
    """Put "a" before a thing further on that begins with a measure, or is one of many.

    "Support the chair of 180-person lab", "manage $2M budget", "taught in bilingual classroom" need
    it.
    """
    words = deed.split()
    for index in range(2, len(words) - 1):
        before, word = words[index - 1 : index + 1]
        verb = bare(words[index - 2]) == "and" and leading_verb(words[index - 1 :]) is not None
        behind = is_in(before, "prepositions") or verb
        measures = behind and re.match(_MEASURE, word) and word[-1] not in ",;"
        said = measured(words[index:]) if measures else ""
        if behind and _YEAR.match(word) and _is_one(words[index + 1 :]):
            return with_measures(" ".join([*words[:index], "the", *words[index:]]))
        if is_in(before, "prepositions") and not said and _is_one_of_many(words[index:]):
            said = f"{choose_article(word)} {' '.join(words[index:])}"
        if said not in ("", " ".join(words[index:])):
            return " ".join([*words[:index], with_measures(said)])
    return deed


def _is_one_of_many(words: Sequence[str]) -> bool:
    """Tell whether words begin with a described thing, one of many: "regional hospital"."""
    described = words[: end_of_phrase(words)]
    if len(described) < 2 or not is_in(described[-1], "ones_of_many"):
        return False
    return all(word.islower() and word[-1] != "," for word in described[:-1]) and not (
        is_small(bare(described[0])) or is_in(described[0], "known_already")
    )


def _is_one(words: Sequence[str]) -> bool:
    """Tell whether words begin with a countable thing: "ransomware attempt"."""
    head = head_word(words)
    return is_counted(head) and is_counted_noun(head) and not is_small(bare(words[0]))


def measured(object: Sequence[str]) -> str:
    """Put "a" before a thing that begins with its measure: "$1.2M travel budget", "8-line phone".

    "$90K" and "$2M revenue" take none.
    """
    text = " ".join(object)
    if len(object) == 1:
        return text
    head = head_word(object[1:])
    measures = re.match(_MEASURE, object[0]) is not None and not is_small(bare(object[1]))
    counted = is_counted_noun(head) and (is_counted(head) or is_in(head, "takes_a"))
    counted = counted or ("-" in object[0] and not is_noun(head) and not head.endswith("s"))
    counted = counted and not is_plural(head) and not is_in(head, "rates")
    counted = counted and not object[0].endswith("hour")  # "around 24-hour call"
    return f"{choose_article(text)} {text}" if measures and counted else text


def _is_first_of_two(words: Sequence[str], form: Form | None) -> bool:
    """Tell whether an object is joined to others: "event and UI code", "strategy and execution".

    A deed joined to the deed does not count.
    """
    end = end_of_phrase(words)
    if words[end - 1].endswith(",") and "including" not in words[:end]:
        described = is_adjective(bare(words[end - 1]))
        return described or re.match(_LISTED, " ".join(words[end:])) is not None
    joined = end < len(words) - 1 and bare(words[end]) in ("and", "or")
    return joined and leading_verb(words[end + 1 :]) not in (form, Form.PAST)


def _lists_things(parts: Sequence[str]) -> bool:
    """Tell whether parts between commas are several of one kind ("central lines, chest tubes")."""
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
        short
        and not verbs
        and all(
            is_plural(head) or head.endswith(("ing", "al", "ups")) or words[0] in ("a", "an")
            for head, words in zip(heads, others, strict=True)
        )
    )


def last_and_of_things(deed: str) -> str | None:
    """Put the left-out "and" before the last of listed things; None for what is no such list."""
    parts = deed.split(", ")
    if " and " in f" {parts[-1]} ":
        return None
    verbs = len(parts) > 1 and all(
        len(part.split()) == 1 and leading_verb([part]) for part in parts
    )
    return join_and(parts) if verbs or _lists_things(parts) else None
