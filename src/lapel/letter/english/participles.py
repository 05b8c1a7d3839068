"""Participles that begin a bullet and tell no deed of the person's.

They only describe what follows them ("Detailed reports"), or tell what others did ("Named in four
letters").
"""

from collections.abc import Sequence

from lapel.letter.english.finite import main_verb
from lapel.letter.english.noun_phrases import FEWEST_BESIDE, begins_object, head_word
from lapel.letter.english.vocabulary import pattern, word_list, word_lists
from lapel.letter.english.words import (
    bare,
    base_of,
    counts,
    is_agent,
    is_counted_noun,
    is_in,
    is_number,
)
from lapel.text.common import is_noun, is_plural
from lapel.text.verbs import Form, forms_of

_SO_OFTEN = frozenset({"times", "years", "seasons", "terms", "months"})


def only_describes(words: Sequence[str]) -> bool:
    """Tell whether a participle only describes the noun after it ("Detailed reports for …")."""
    first = bare(words[0])
    if len(words) < 2 or (is_in(words[1], "particles") and bare(words[1]) not in ("in", "off")):
        return False  # "Worked out landed cost"
    if len(words) > 2 and is_noun(words[1]) and _is_certain_change(words[2]):
        return Form.PARTICIPLE in forms_of(first)  # "Accepted substitutions rose …"
    if len(words) > 2 and is_noun(bare(words[1])) and is_in(words[2], "surely_third"):
        return not is_in(base_of(first), "clause_takers")  # "Spent grain goes to a dairy"
    if _is_before_certain_past(words) or _is_failing(words):
        return True
    if is_in(first, "holding") and is_agent(words[1]) and not is_plural(bare(words[1])):
        return True  # "Trained facilitator, 37 conferences"
    if _is_of_a_subject(words) or f"{first}-{bare(words[1])}" in word_list("noun_pairs"):
        return True
    return is_in(first, "adjectival") and _describes_noun(words)


def _describes_noun(words: Sequence[str]) -> bool:
    """Tell whether a participle that mostly describes is before a noun that it can describe."""
    first = bare(words[0])
    if is_in(words[1], "prepositions"):
        return False
    if is_in(first, "adjectival_of_one") and not is_counted_noun(head_word(words[1:])):
        return False
    if first == "continued" and Form.GERUND in forms_of(bare(words[1])):
        return False
    return not is_in(words[1], "objects") and not is_number(words[1])


def _is_failing(words: Sequence[str]) -> bool:
    """Tell whether a participle describes several things that changed: "failed logins down 38%"."""
    first, several = bare(words[0]), bare(words[1]).endswith("s")
    deed = is_in(base_of(first), "opening_verbs") or is_in(base_of(first), "surely_base")
    changed = len(words) > FEWEST_BESIDE and bare(words[2]) in ("up", "down")
    measure = words[4:5] if bare((*words, *"    ")[3]) in ("to", "from", "by") else words[3:4]
    measured = changed and any(map(is_number, measure))
    return several and not deed and measured and not is_in(first, "changing")


def _is_before_certain_past(words: Sequence[str]) -> bool:
    """Tell whether a past behind a participle and its noun must have that noun as its subject.

    "Failed jobs went from 30 a week to 3" is such a text.
    """
    forms = forms_of(bare(words[0]))
    if Form.PARTICIPLE not in forms or Form.BASE in forms or is_in(words[0], "causing"):
        return False
    if len(words) <= FEWEST_BESIDE or not is_noun(bare(words[1])):
        return False
    third = forms_of(bare(words[2]))
    return Form.PAST in third and not third & {Form.PARTICIPLE, Form.BASE}


def _is_of_a_subject(words: Sequence[str]) -> bool:
    """Tell whether a participle describes a subject whose verb follows.

    "Controlled log balanced each shift" is such a text.
    """
    first, rest = bare(words[0]), words[1:]
    forms = forms_of(first)
    if Form.PARTICIPLE not in forms or Form.BASE in forms or is_in(first, "causing"):
        return False
    if begins_object(rest[0]) or not is_noun(bare(rest[0])) or is_plural(bare(rest[0])):
        return False
    verb = main_verb(rest)
    if verb is None or any(parts_subject(word) for word in rest[:verb]):
        return False
    forms = forms_of(bare(rest[verb]))
    return Form.PAST in forms and Form.BASE not in forms


def parts_subject(word: str) -> bool:
    """Tell whether a word ends a short subject: it has a comma, or is "and" or a preposition."""
    return word.endswith(",") or bare(word) == "and" or is_in(word, "prepositions")


def _is_certain_change(word: str) -> bool:
    """Tell whether a word can only be the verb of a change ("rose", not "cost")."""
    return is_in(word, "changes") and (
        bare(word) == "fell" or Form.BASE not in forms_of(bare(word))
    )


def is_passive(words: Sequence[str]) -> bool:
    """Tell whether a participle says what others did to the person ("Named in four letters")."""
    first = bare(words[0])
    if len(words) == 1:
        return first in word_lists("passive")
    if first in word_list("received") and pattern("prize_received").match(" ".join(words[1:])):
        return True
    if first == "awarded" and is_in(head_word(words[1:]), "prizes"):
        return "to" not in map(bare, words)  # "Awarded bursary for a course"
    by_others = first == "awarded" and "by" in map(bare, words[2:])
    if by_others and "to" not in map(bare, words) and not words[1].isdigit():
        return True  # "Awarded three-year contract by a grocery chain"
    if first in word_lists("passive") and len(words) > 2 and counts(words[1]):
        return bare(words[2]) in _SO_OFTEN
    after = word_lists("passive").get(first, frozenset())
    return bare(words[1]) in after or "-".join(map(bare, words[1:3])) in after
