"""Whether a text is a clause, with a subject and a finite verb of its own, or names a thing."""

import re

from lapel.letter.english.finite import main_verb
from lapel.letter.english.forms import (
    is_base,
    is_gerund,
    is_past,
    is_plural,
    is_third,
    is_verb_only,
    verb_form,
    words_of,
)
from lapel.letter.english.vocabulary import feelings, pattern, word_list
from lapel.letter.english.words import bare
from lapel.text.common import is_noun
from lapel.text.numbers import NUMERALS
from lapel.text.regexes import regex
from lapel.text.verbs import Form, forms_of, is_noun_too

_SUBJECTS = word_list("doers") | {"who", "both", "theirs", "yours"}
ANYBODY = word_list("anybody")
_FINITE = word_list("finite_forms")
_SUBORDINATORS = word_list("subordinators")
_SHORTENED = regex(r"['’](?:m|ve|d|ll|re|s)$")
_LINKS = word_list("links")
_NAMING = word_list("determining") | {"both", "its"}
"""Words that introduce a noun: followed by a single word, they make no clause."""
_HALF_FOLLOWS = regex(r"^(?P<before>[^,;]+), (?:can|could|will|would|have|am|had|don['’]t) ")
"""A half clause that lacks only its "I", after words that may be no clause."""
_ARTICLES = word_list("determining") | {"his", "her", "its", "me"}
_AFTER_IS = word_list("determining").union(
    ("where", "why", "from", "in", "at", "on", "done", "ready", "out")
)
_AFTERTHOUGHTS = frozenset(("too", "either", "anyway", "again"))
_FEWEST_TOLD = 3
_FEW = 3


def is_first_person(text: str) -> bool:
    """Tell whether a text is a sentence whose main subject is the writer."""
    words = words_of(text)
    if not words:
        return False
    if words[0] in ("i", "we") or words[0] in ("i'm", "i've", "i'd", "i'll", "we've", "we're"):
        return len(words) > 1
    main = re.search(r"^[^:]*?,\s+(?:(?:I|we|my)\b|I['’])", text)
    gerund = words[0].endswith("ing") and words[0] not in word_list("stances")
    fronted = words[0] in _LINKS or words[0] in _SUBORDINATORS or gerund
    if main and fronted and words[0] != "why":
        return True
    return is_clause(text) and words[0] in ("my", "our")


def says_not_held(text: str) -> bool:
    """Tell whether a license or degree is said to be missing: "none needed"."""
    return not word_list("unheld").isdisjoint(words_of(text)[:1])


def is_clause(text: str) -> bool:
    """Tell whether a text has a subject and a finite verb of its own, as a sentence does."""
    half = _HALF_FOLLOWS.match(text)
    text = half["before"] if half else text
    text = text.replace(" May", " June")  # the month, and no "may"
    words = words_of(text)
    named = len(words[:3]) == 2 and words[0] in _NAMING  # "both licenses"
    told = len(words) > 1 and not named and not pattern("some_time").match(text)
    return told and not _only_names(text) and _is_clause(text, words)


def is_wanted_so(text: str) -> bool:
    """Tell whether a text names what somebody wants done: "the orders they want brought down"."""
    wanted = pattern("thing_wanted").match(text)
    return wanted is not None and Form.PARTICIPLE in forms_of(words_of(wanted["done"])[0])


def is_thing_of_theirs(text: str) -> bool:
    """Tell whether a text surely names a thing only: "the concert my nephews were in"."""
    return pattern("thing_with").match(text) is not None or is_wanted_so(text)


def _only_names(text: str) -> bool:
    """Tell whether a text names a thing by a deed done to it: "the treatment my son had"."""
    first, things, who, *_ = (*words_of(text), "", "", "")
    if first in ("both", "all") and is_plural(things) and who in ("i", "we", "you", "they"):
        return True  # "both languages I speak"
    if is_thing_of_theirs(text):
        return True
    signed = pattern("things_they_do").match(text)
    if signed and is_noun(signed["thing"]) and is_base(signed["does"]):
        return True
    listed = pattern("two_things").match(text)
    if listed and is_plural(listed["last"]):
        return not any(word in _FINITE or is_verb_only(word) for word in words_of(listed["before"]))
    used = pattern("thing_they_use").match(text)
    if used and is_plural(used["thing"]) and is_noun(used["thing"]) and is_base(used["does"]):
        return is_plural(used["who"]) or used["who"] in ANYBODY
    found = pattern("thing_of_theirs").match(text)
    if found is None or not is_noun(found["thing"]):
        return False
    does, rest = found["does"], words_of(found["rest"])
    verb = is_past(does) or is_third(does) or does in _FINITE
    return verb and not any(word in _FINITE or is_past(word) for word in rest)


def _is_clause(text: str, words: tuple[str, ...]) -> bool:
    if words[0] in _SUBJECTS | ANYBODY:
        if (words[1] in word_list("adverbs") or words[1] == "else") and len(words) > 2:
            words = (words[0], *words[2:])
        pointing = words[0] in ("this", "that", "there", "who")
        return _is_finite(words[1], strict=pointing)
    if _is_shortened(words):
        return True
    if words[0] in ("not", "never", "no"):
        return False
    if words[0].endswith("ly") and words[1] in word_list("auxiliaries"):
        return False
    if words[0] in word_list("auxiliaries") | word_list("wanting") | {"look", "looking"}:
        return False
    if _SHORTENED.search(words[0]) and words[0] in _FINITE:
        return True
    if words[0] in _SUBORDINATORS | _LINKS:
        return False
    plain = any(pattern(name).match(text) for name in ("changed", "suits_best"))
    return plain or _has_verb(words, text) or _tells(text, words)


def _is_shortened(words: tuple[str, ...]) -> bool:
    """Tell whether "'s" is a verb and no genitive: "my mother's from Skerra", "paperwork's in"."""
    first, following, *_ = (*words[words[0] == "my" :], "", "")
    return first.endswith("'s") and following in _AFTER_IS


def _tells(text: str, words: tuple[str, ...]) -> bool:
    """Tell whether a text is a sentence that begins with its subject.

    "Most of their parents speak it" is. A verb that may be a participle must have an object.
    """
    if words[-1] in _AFTERTHOUGHTS and len(words) == _FEWEST_TOLD and not is_base(words[0]):
        plural = is_plural(words[0])
        return is_base(words[1]) if plural else is_third(words[1]) and not is_past(words[0])
    spoken = text.split()
    verb = main_verb(spoken)
    if not verb or verb + 1 >= len(spoken):
        return False
    subject = [bare(word) for word in spoken[:verb]]
    head = subject[1:] if is_past(subject[0]) and len(subject) > 1 else subject
    unlike = _SUBORDINATORS | _SUBJECTS | ANYBODY | word_list("stances") | feelings().keys()
    if any(word in unlike or is_gerund(word) or is_past(word) for word in head):
        return False
    if any(word.endswith((",", ";", ":")) for word in spoken[:verb]) or is_base(subject[0]):
        return False
    told, following = bare(spoken[verb]), bare(spoken[verb + 1])
    counted = bare(spoken[verb - 1]) in NUMERALS or spoken[verb - 1][:1].isdigit()
    if counted and spoken[max(0, verb - 2)] != "of":
        return False  # "the two minutes it took"
    if told in _FINITE:
        return True
    counted = subject[0][:1].isdigit() or following in ("every", "each", "last")
    if counted or following in _LINKS:
        return False
    if Form.PARTICIPLE in forms_of(told):
        return following in _ARTICLES or following[:1].isdigit()
    return True


def _has_verb(words: tuple[str, ...], text: str) -> bool:
    """Tell whether a noun phrase is followed by a finite verb of its own.

    A clause that tells which thing is meant may be between: "tenants I see were suspended once".
    """
    if pattern("which_i").match(text):
        return True
    if is_past(words[0]) or words[0] == "proofread":
        return False
    for index, word in enumerate(words[1:], start=1):
        inner = word in _FINITE and _SHORTENED.search(word) and word[0] in "iwyt"
        following = (*words, "")[index + 1]
        if word in ("may", "am") and words[index - 1][0].isdigit():
            continue  # a month, an hour
        if word == "so" and following == "far":
            continue
        if word == "to" and not is_base(following):
            continue
        if word in _SUBORDINATORS or word in _SUBJECTS | ANYBODY or inner:
            return False
        if word in _FINITE or _is_plain_verb(words, index) or _is_lexical_verb(words, index, text):
            return True
    return False


def _is_finite(word: str, *, strict: bool) -> bool:
    if word in _FINITE or word in word_list("auxiliaries"):
        return True
    forms = forms_of(word)
    if strict:
        return bool(forms & {Form.PAST, Form.THIRD})
    return bool(forms & {Form.PAST, Form.THIRD, Form.BASE}) or word.endswith("ly")


def _is_plain_verb(words: tuple[str, ...], index: int) -> bool:
    """Tell whether the words beside a word alone make it a verb: "used to", "my neighbor works"."""
    if words[index] == "used" and words[index + 1 : index + 2] == ("to",):
        return True
    following = (*words, "")[index + 1]
    wanting = words[index] in word_list("needing")
    if wanting and is_plural(words[index - 1]) and following and words[0] not in _SUBORDINATORS:
        return True
    doers = words[index - 1] in word_list("people") | {"kids"} and is_plural(words[index - 1])
    if doers and index < _FEW and Form.BASE in forms_of(words[index]) and following:
        return not is_noun_too(words[index]) or following in word_list("determiners")
    owned = words[0] in ("my", "our") and index == 2 and following in ("its", "their", "his", "her")
    if owned and Form.PAST in forms_of(words[index]):
        return True
    whose = words[0] in ("my", "our") and words[1] in word_list("kin") | word_list("persons")
    return whose and index == 2 and bool({Form.THIRD, Form.PAST} & forms_of(words[index]))


def _is_lexical_verb(words: tuple[str, ...], index: int, text: str) -> bool:
    """Tell whether a word is its subject noun's verb: "Dana referred me", "nights suit me"."""
    word = words[index]
    following = words[index + 1] if index + 1 < len(words) else ""
    forms = forms_of(word)
    ours = words[0] in ("my", "our") and words[1] in word_list("kin") and is_plural(words[1])
    if ours and index == 2 and Form.BASE in forms:
        return True
    if following in ("they", "it", "that", "we", "i") and word in word_list("reporting"):
        return True
    ends = index + 2 == len(words) and following in ("that", "it", "this", "one", "both")
    if ends and Form.THIRD in forms and not is_plural(words[index - 1]):
        return words[index - 1] not in word_list("determiners") and is_noun(words[index - 1])
    object_follows = _is_object(following, (*words, "", "")[index + 2])
    if object_follows and forms & {Form.PAST, Form.THIRD, Form.BASE} and not is_gerund(word):
        return True
    subject = words[0] in word_list("determining") or text[:1].isupper()
    settled = following in word_list("determiners") or not following
    if not subject or (index == 1 and words[0] in word_list("determiners")):
        return False
    if Form.PAST in forms and not forms & {Form.BASE, Form.PARTICIPLE}:
        return bool(following) or word not in ("bit", "saw", "shot", "ground")
    if Form.BASE in forms and words[index - 1] in ("already", "still", "never", "always", "often"):
        return True
    if Form.PAST in forms and Form.BASE not in forms:
        return following in ("a", "an", "the", "that", "his", "its", "this", "in", "on", "at")
    if word in word_list("plural_verbs") and is_plural(words[index - 1]):
        return bool(following)
    is_only_verb = Form.THIRD in forms and not is_noun_too(verb_form(word, Form.BASE))
    return is_only_verb and settled


def _is_object(word: str, then: str) -> bool:
    """Tell whether a pronoun must be an object, by the word behind: not "accounts you had"."""
    if word == "you":
        return not (then in _FINITE or is_past(then))
    return word in ("me", "my", "us", "our", "your", "them", "him", "her")
