"""Tells the writer's own sentences from notes: they stay as written, and nothing is looked for.

A sentence that begins with a capital, ends with a full stop and has a subject with a finite verb is
finished. The marks show where its verb is: behind a clause that opens it, behind the colon of a
list, or before the semicolon.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from lapel.letter.english.clauses import ANYBODY, is_clause, is_first_person
from lapel.letter.english.finite import is_sentence
from lapel.letter.english.forms import is_base, is_plural, is_third, words_of
from lapel.letter.english.vocabulary import pattern, word_list
from lapel.letter.points.instructing import begins_instruction
from lapel.text.common import is_noun
from lapel.text.regexes import regex
from lapel.text.verbs import Form, forms_of

_LEADS = frozenset(("So", "And", "But", "Then", "Yet", "Still", "Now", "Perhaps", "Maybe"))
_JOINT = regex(r"(?:,|;|:| [–—]) (?:and |but |so |yet )?")
_PERSONS = word_list("nominatives")
_WHOSE = _PERSONS | {"your", "their", "his", "her", "its"}
_WHAT = frozenset(("what", "whatever", "where", "how", "why", "whoever"))
"""The start of a subject that is a clause: "What I like about cats is …"."""
_RELATIVE = frozenset(("that", "who", "which", "what", "where", "when"))
_OBJECTS = frozenset(
    ("someone", "somebody", "nobody", "everybody", "everyone", "no", "me", "us", "them", "him")
)
_FEW = 3
_NAMING = frozenset(("The", "My", "Our", "That"))
"""The start of a name that only precedes the rest: "The hospital wing, …"."""

_SUBORDINATOR = (
    r"(?i)(?:that )?(?:(?:even )?(?:though|if)|although|while|whilst|because|since|as|"
    r"when(?:ever)?|once|unless|until|after|before|whereas|now that|given that)\b"
    r"(?! (?:well|though|long)\b)"
)
_LATER_SUBJECT = r"(?<!that)(?<!what)(?<!who)(?<!which)(?<!and)(?<!where)(?<!,) I(?:['’]\w+)? \w+"


def is_subordinate(text: str) -> bool:
    """Tell whether a text is only a subordinate clause, or less.

    "Although I am new to it", "because my brother is blind" and "as a printmaker" are.
    """
    opened = re.match(_SUBORDINATOR, text)
    if opened is None:
        return False
    told = text[opened.end() :].strip(" .")
    if any(map(is_whole, told.split(", ")[1:])):
        return False
    return re.search(_LATER_SUBJECT, told) is None


def is_prose(sentence: str) -> bool:
    """Tell whether a sentence is the writer's own and finished, and no note or instruction."""
    starts = sentence[:1].isupper() or sentence[:1] in "\"“'‘"
    if not (starts and sentence.rstrip('"”’)').endswith((".", "!"))):
        return False
    return not begins_instruction(sentence) and is_whole(sentence)


def is_true_of_anybody(sentence: str) -> bool:
    """Tell whether a finished sentence tells what is true of anybody.

    Its "you" is then neither writer nor company: "Fish that outlive their keepers keep you modest".
    """
    words = words_of(sentence)
    if is_first_person(sentence) or {*words[:1]} & _WHOSE or "your" in words:
        return False
    if pattern("lacks_i").search(sentence):
        return False
    they = next((place for place, word in enumerate(words) if word in ("they", "their")), 0)
    named = {*words[1:2]} & _RELATIVE or any(map(is_plural, words[:they]))
    return bool(not they or named) and is_prose(sentence)


def is_whole(sentence: str) -> bool:
    """Tell whether a sentence has a subject and a finite verb, whatever is before them."""
    text = sentence.strip(" \"“”'‘’")
    first, _, rest = text.partition(" ")
    denies = first == "Not" and rest.startswith(("every", "all", "many"))
    text = rest if denies or first.rstrip(",") in _LEADS else text
    words = words_of(text)
    if pattern("some_of").match(text):
        return True
    if len(words) < 2 or (len(words) < _FEW and words[0] not in _PERSONS):
        return False
    opens = words[0] in word_list("subordinators") | word_list("links") | _WHAT
    opens = opens or pattern("when_it_was").match(text) is not None
    lacks = words[0] in word_list("stances")
    if is_first_person(text) or (not lacks and is_clause(text)):
        return True
    if not (opens or lacks) and is_sentence(text.split()):
        return True
    if any(map(is_whole, _behind(text, opens=opens))):
        return True
    if words[0] in _WHAT:
        return _says_of_clause(words)
    if words[0] == "no":
        return any(is_third(word) for word in words[2:])  # "no rule book helps"
    return _tells_of_several(words) or _has_verb_left(words) or _says_of_one(words)


def _says_of_clause(words: tuple[str, ...]) -> bool:
    """Tell whether a clause used as a subject has a verb behind it.

    "What our crew has learned is patience" has one, "what our switch has saved" has not.
    """
    finite = [
        place for place in range(_FEW, len(words)) if words[place] in word_list("finite_forms")
    ]
    rest = (word for place in finite[:1] for word in words[place + 1 :])
    after = next((word for word in rest if word not in word_list("adverbs")), "")
    return len(finite) > 1 or bool(finite and after and not _is_participle(after))


def _is_participle(word: str) -> bool:
    return Form.PARTICIPLE in forms_of(word)


def _says_of_one(words: tuple[str, ...]) -> bool:
    """Tell whether a thing with a relative clause has a verb and an object behind that.

    "A house that opens its doors after three years needs someone to switch on the light" has.
    """
    told_apart = next((n for n, word in enumerate(words[:4]) if n > 1 and word in _RELATIVE), 0)
    if not told_apart or words[0] not in word_list("determiners") - word_list("links"):
        return False
    goes_on = word_list("determiners") | word_list("links") | {"and", "or"}
    objects = word_list("determiners") | _PERSONS | _OBJECTS
    return any(
        is_third(word) and before not in goes_on and after in objects
        for before, word, after in zip(
            words[told_apart + 2 :], words[told_apart + 3 :], words[told_apart + 4 :], strict=False
        )
    )


def _has_verb_left(words: tuple[str, ...]) -> bool:
    """Tell whether a sentence has more verbs than its relative clauses take.

    "A limb that cannot be repaired is a loan" and "Fish that outlive their keepers keep you modest"
    have.
    """
    told_apart = words[1] in _RELATIVE
    verbs = sum(
        word in word_list("finite_forms") or (told_apart and (_is_verb(word) or after in _PERSONS))
        for word, after in pairwise((*words, ""))
    )
    clauses = sum(word in _RELATIVE for word in words)
    return (told_apart or words[0] in word_list("determiners")) and verbs > clauses > 0


def _behind(text: str, *, opens: bool) -> Iterator[str]:
    """Yield the text after an opening clause or phrase, a list, or the first half of a sentence."""
    for found in _JOINT.finditer(text):
        head = text[: found.start()].split()
        few = len(head) <= _FEW and not (head[0] in _NAMING and is_noun(head[-1]))
        if opens or few or not found.group().startswith(","):
            yield text[found.end() :]
    spoken = text.split() if opens else []
    for place in range(2, len(spoken)):
        asked = place <= _FEW and spoken[place - 1].casefold() in _WHAT | _RELATIVE
        if spoken[place].casefold() in _PERSONS | ANYBODY and not asked:
            yield " ".join(spoken[place:])
            return


def _tells_of_several(words: tuple[str, ...]) -> bool:
    """Tell whether several things with words that say which have a verb that is no noun.

    "The ones that lie by a minute need patience", "Two of my apprentices now run crews".
    """
    counted = words[0] in word_list("determiners") - word_list("links")
    nouns = (words[3:5] if words[1] == "of" else words[1:3]) if counted else ()
    if not any(map(is_plural, nouns)):
        return False
    theirs = frozenset(("that", "who", "which", "to"))
    return any(
        before not in theirs
        and (_is_verb(word) or (before in word_list("adverbs") and is_base(word)))
        for before, word in pairwise(words)
    )


def _is_verb(word: str) -> bool:
    """Tell whether a word is surely the verb of several."""
    return word in word_list("needing") or (
        is_base(word) and not is_noun(word) and word not in word_list("links")
    )
