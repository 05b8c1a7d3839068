"""Whether a sentence of an answer is finished: it has its subject and its verb."""

import re
from collections.abc import Sequence

from lapel.letter.english.finite import is_sentence, main_verb
from lapel.letter.english.verbs import leading_verb
from lapel.letter.english.words import bare, is_in
from lapel.letter.telling.connecting.fragments import how_it_is
from lapel.letter.telling.connecting.questions import data
from lapel.text.regexes import regex
from lapel.text.verbs import Form, forms_of

_ABOUT_IT = frozenset(("who", "which", "whose", "that", "where"))
"""Words that go on about the thing before the comma."""
_FEWEST_WORDS = 3
_PERSON_DID = regex(
    r"^(?:The|An?|One|Their|Your) (?:[a-z]+ )?[a-z]+(?:er|or|ist|ian|man|woman|rse) "
    r"(?:[a-z]+ed|came|went|sat|took|gave|made|knew|told|saw|held|kept|stood) "
    r"(?:till|until|with|for|to|at|on|in|me|us|my|our|the|a|an|me|every)\b"
)
"""A sentence on what somebody did: "The director stayed till …"."""
_OF_MINE = regex(
    r"^(?:(?:both|all|half|most|some|two|three|four)(?: of)? )?(?:my|our)\b", re.IGNORECASE
)
"""The beginning of a subject that is the writer's: "both my daughters"."""
_MODALS = frozenset(("would", "could", "can", "might", "should"))
_TIMES = frozenset({"every", "each", "last", "one", "once", "then", "today", "now", "most", "when"})


def is_finished(sentence: str) -> bool:
    """Tell whether words are a sentence of their own, with subject and verb."""
    words = sentence.split()
    if len(words) < _FEWEST_WORDS or sentence.endswith("?"):
        return False
    first = bare(words[0])
    if first == "that" and is_in(words[1], "finite"):
        return True
    if first in _MODALS and not is_in(words[1], "nominatives"):
        return False  # "Would love to …"
    if is_in(first, "relatives") or first in ("that", "because"):
        then = is_in(first, "prepositions_too") and not is_in(words[1], "personal")
        behind = (then and _has_subject_behind(words)) or _find_main_clause(words) is not None
        return _is_fronted(sentence) or behind
    if _says_who(words, 0) or _OF_MINE.match(sentence):
        return True
    if _PERSON_DID.match(sentence):
        return True
    if leading_verb(words) in (Form.PAST, Form.BASE):
        return False
    if is_in(first, "prepositions") or (first in _TIMES and not _is_one_of_them(words)):
        return _is_fronted(sentence) or _has_subject_behind(words)
    says_who = any(_says_who(words, index) for index in range(1, len(words)))
    return is_sentence(words) or _is_fronted(sentence) or (says_who and first in _TIMES)


def with_comma(sentence: str) -> str:
    """Put a comma before the main clause of a sentence where none is typed."""
    words = sentence.split()
    place = _find_main_clause(words)
    return (
        " ".join((*words[: place - 1], f"{words[place - 1]},", *words[place:]))
        if place
        else sentence
    )


def _is_one_of_them(words: Sequence[str]) -> bool:
    """Tell whether "one", "each" begin a subject: "One nurse sang", not "one night"."""
    first, then = bare(words[0]), bare(words[1])
    time = is_in(then.removesuffix("s"), "rates") or is_in(then, "weekdays") or then == "time"
    return first in ("one", "each", "every", "most") and not time


def _find_main_clause(words: Sequence[str]) -> int | None:
    """Find where the main clause begins if no comma is before it, else return None.

    "When the barn burned their adjuster came" has it at "their", "After my accident my rep came" at
    the second "my".
    """
    when = bare(words[0])
    of_thing = when in ("after", "before") and is_in((*words, "")[1], "determining")
    if when not in ("when", "while", "once", "after", "before", "as", "if"):
        return None
    places = (
        place
        for place in range(_FEWEST_WORDS, len(words) - 1)
        if is_in(words[place], "determining") or (is_in(words[place], "personal") and not of_thing)
        if not any(word[-1] in ",;:" for word in words[:place])
        if not is_in(words[place - 1], "prepositions")
        if bare(words[place - 1]) not in ("and", "or", "but", "that", "which")
        if of_thing or any(Form.PAST in forms_of(bare(word)) for word in words[2:place])
        if is_sentence(words[place:])
    )
    return next(places, None)


def _has_subject_behind(words: Sequence[str]) -> bool:
    """Tell whether a subject with its verb follows the first word.

    "On the day of the storm the crew came" has one, "From my sister, who works there" has not.
    """
    for index in range(1, len(words)):
        verb = main_verb(words[index:]) if is_in(words[index], "objects") else None
        when = words[index - 2 : index - 1] == ["the"] and is_in(words[index - 1], "rates")
        says_who = index > 1 and _says_who(words, index) and not when  # "since the day I came"
        verb = verb if verb is not None else 1 if says_who else None
        between = words[index : index + verb] if verb is not None else ()
        if between and not any(is_in(word, "relatives") for word in between):
            return True
    return False


def _says_who(words: Sequence[str], index: int) -> bool:
    """Tell whether a pronoun with its verb is at this word ("I use", "we've", "they were")."""
    word = bare(words[index])
    if is_in(word.partition("'")[0], "nominatives") and "'" in word:
        return True
    following = bare(words[index + 1]) if index + 1 < len(words) else ""
    verb = is_in(following, "finite") or is_in(following, "adverbs") or following.endswith("ly")
    return is_in(word, "nominatives") and (verb or bool(forms_of(following)))


def _is_fronted(sentence: str) -> bool:
    """Tell whether a sentence has something before its subject: "As a user, I've experienced …"."""
    head, comma, rest = sentence.partition(", ")
    words = rest.split()
    if not comma or not words or ";" in head or words[0] in _ABOUT_IT:
        return False
    if bare(words[0]) in ("and", "but", "so") and how_it_is(head):
        return False  # "Good, but the app is slow"
    leads = is_in(head.split()[0], "relatives") or is_in(head.split()[0], "prepositions")
    if not leads and re.match(data()["customer"], head, re.IGNORECASE):
        return False  # "Subscriber for 9 years, I keep them all"
    return _says_who(words, 0) or bare(words[0]) in ("my", "our") or is_sentence(words)
