"""Words that can be a noun as well as a verb: what follows them decides."""

from collections.abc import Sequence

from lapel.letter.english.finite import is_rate, main_verb, says_change, span_of
from lapel.letter.english.noun_phrases import FEWEST_BESIDE, begins_object, head_word, up_to_comma
from lapel.letter.english.vocabulary import word_list
from lapel.letter.english.words import (
    bare,
    base_of,
    counts_about,
    is_agent,
    is_in,
    is_number,
    is_task,
)
from lapel.text.common import is_adjective, is_counted, is_noun, is_plural
from lapel.text.verbs import Form, forms_of, is_noun_too, read_verb


def may_be_pair(words: Sequence[str]) -> bool:
    """Tell whether the first two words may be two nouns as well as a verb and its bare object."""
    both = len(words) > 1 and is_noun_too(bare(words[0])) and is_noun(bare(words[1]))
    certain = both and (is_in(words[0], "surely_base") or begins_object(words[1]))
    return both and not certain and Form.PAST not in forms_of(bare(words[0]))


def is_noun_of(words: Sequence[str], forms: frozenset[Form]) -> bool:
    """Tell whether a word spelled like a verb's base form is a noun by the word behind it.

    It is before "of" or "per" ("read of", "cost per"); or before any noun, if it is hardly ever a
    verb ("crew housing").
    """
    if Form.BASE not in forms or len(words) < 2:
        return False
    rarely = is_in(words[0], "rarely_verbs") and not begins_object(words[1])
    return rarely or bare(words[1]) in ("of", "per")


def goes_from_to(words: Sequence[str]) -> bool:
    """Tell whether the noun behind the first word goes "from" one figure "to" another."""
    return not begins_object((*words, "the")[1]) and span_of(words) == 2


def is_noun_that_changed(words: Sequence[str], form: Form) -> bool:
    """Tell whether words begin with a noun that went up or down, though it could be a verb."""
    if form is Form.THIRD:
        return says_change(words, 1)
    measured = len(words) > 2 and (bare(words[2]) in ("by", "from") or is_number(words[2]))
    sure = is_in(words[0], "opening_verbs") or is_in(words[0], "surely_base")
    return measured and not sure


def tells_past(words: Sequence[str]) -> bool:
    """Tell whether words before a comma are a subject with its own past.

    "Lead service line inventory finished …" are.
    """
    verb = main_verb(up_to_comma(words))
    return verb is not None and is_in(words[verb], "changes")


def is_noun_in(word: str, form: Form) -> bool:
    """Tell whether a word can be a noun in the form that it has as a verb."""
    readings = (reading for reading in read_verb(word) if reading.form is form)
    return is_in(word, "rarely_verbs") or any(reading.verb.is_noun for reading in readings)


def is_certain_deed(words: Sequence[str], form: Form) -> bool | None:
    """Tell whether the second word makes the first a verb, None where it does not decide."""
    if is_in(words[0], "volunteering") and is_agent(words[1]):
        return False  # "Volunteer parent supporting school trips"
    if bare(words[1]) == "of" and not is_in(words[0], "takes_of"):
        return False  # "Cross-sell of cyber policies"
    if form is Form.BASE and counts_about(words[1:]):
        return not is_in(words[0], "rarely_verbs")
    if is_in(words[0], "checked") and not begins_object(words[1]):
        head = head_word(words[1:]).removesuffix("s")
        if is_task(head):
            return False  # "Stock condition surveys of 700 homes"
    if bare(words[0]) == "own" and is_in(head_word(words[1:]), "of_ones_own"):
        return begins_object(words[1])  # "Own caseload of 70 claims"
    if is_in(words[0], "describing_too") and bare(words[1]) not in ("and", "or"):
        return begins_object(words[1]) and not is_number(words[1])
    return None


def is_thing_changed(words: Sequence[str]) -> bool:
    """Tell whether words are a thing that went up or down by a measure."""
    for index in range(2, min(5, len(words) - 1)):
        if bare(words[index]) in ("up", "down"):
            measured = is_number(words[index + 1]) or bare(words[index + 1]) in ("from", "by")
            return measured and not any(word.endswith(",") for word in words[:index])
    return False


def has_its_object(words: Sequence[str], form: Form) -> bool:
    """Tell whether what follows a word that could be a noun makes a verb of it."""
    first, following = bare(words[0]), bare(words[1])
    if f"{first}-{following}" in word_list("noun_pairs"):
        return False
    if f"{base_of(first)}-{following}" in word_list("verb_pairs"):
        return True  # "Call on 240 farms"
    rarely = is_in(first, "rarely_verbs")
    if rarely and is_number(words[1]):
        return False
    if is_in(following, "objects") or is_number(words[1]) or following.endswith("ly"):
        return form is Form.BASE or not is_rate(words, 1)
    if following == "of" or rarely:
        return False
    if form is Form.BASE and is_in(following, "prepositions") and _goes_on_doing(words):
        return True
    if is_in(following, "prepositions") or following == "to":
        return is_in(base_of(first), "intransitive") and not (
            is_agent(first) and first not in ("work", "volunteer", "assist", "cook", "advocate")
        )
    return _is_object(words, form) and (
        is_in(base_of(first), "opening_verbs") or not is_noun_in(first, form)
    )


def _goes_on_doing(words: Sequence[str]) -> bool:
    """Tell whether a further verb with its object goes on from the first: "nurse on a ward of 30
    and lead the night team".
    """
    return any(
        bare(joint) == "and" and Form.BASE in forms_of(bare(verb)) and begins_object(object)
        for joint, verb, object in zip(words[2:], words[3:], words[4:], strict=False)
    )


def makes_a_noun(words: Sequence[str]) -> bool:
    """Tell whether what follows makes a noun of a word ("Lead engineer on …", "Help desk")."""
    if is_in(words[1], "prepositions") or is_agent(head_word(words[1:])):
        return True
    return f"{bare(words[0])}-{bare(words[1])}" in word_list("noun_pairs")


def _is_object(words: Sequence[str], form: Form) -> bool:
    """Tell whether the bare noun phrase after the first word can be its object."""
    following = bare(words[1])
    if makes_a_noun(words):
        return False
    if is_adjective(bare(words[0])) and len(words) > 2 and words[1][0].isupper():
        return not words[2][0].isupper()  # "Lean Six Sigma"
    alone = head_word(words[1:]) == following
    if alone and is_noun_too(bare(words[0])) and is_task(following):
        return False
    if words[1][0].isupper() or is_plural(following) or is_plural(head_word(words[1:])):
        return True
    if form is Form.THIRD:
        return False
    mass = is_in(following, "uncounted") and is_in(words[0], "opening_verbs")
    counted = is_counted(following) or is_in(following, "counted")
    if counted and not is_adjective(following) and not mass:
        return False
    if is_adjective(bare(words[0])) and alone and not is_in(words[0], "opening_verbs"):
        return False  # "Dry dock at Greenock"
    if is_adjective(following) and len(words) > 2:
        return not is_counted(bare(words[2])) or is_plural(bare(words[2]))
    return True


def is_done_to_thing(words: Sequence[str]) -> bool:
    """Tell whether words begin with what can be two nouns as well as a verb and its object.

    The second one is the plural of something done: "rescue drills".
    """
    if len(words) < FEWEST_BESIDE or not words[0].isalpha():
        return False
    done = bare(words[1])
    both = is_noun_too(bare(words[0])) and is_noun_too(done.removesuffix("s"))
    return both and is_plural(done)
