"""What the parts between a bullet's commas are: a further deed, a measure, a state, a sentence."""

import re
from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

from lapel.letter.english.finite import has_object, is_rate, main_verb
from lapel.letter.english.noun_phrases import head_of
from lapel.letter.english.verbs import leading_verb
from lapel.letter.english.words import bare, counts, is_counted_noun, is_in, is_number
from lapel.letter.telling.bullets.subjects import own_sentence
from lapel.text.common import is_adjective, is_noun, is_plural, is_small
from lapel.text.regexes import regex
from lapel.text.verbs import Form, forms_of

_RELATIVES = frozenset({"who", "whom", "whose", "which", "that", "what"})
_AVERAGES = frozenset({"average", "median", "mean"})
_STILL = frozenset({"still", "now", "also"})
_BY_NOW = frozenset({"now", "since", "later", "soon"})
_GROUPS = frozenset({"both", "all", "some", "most", "half", "none", "one", "many"})
_OF = frozenset({"in", "of", "since", "for", "on", "to", "at"})
_ON_END = frozenset({"running", "straight", "early", "late", "later", "earlier"})
_NO_COUNT = frozenset({"times", "or", "and", "to"})
_FEWEST_SENTENCE_WORDS = 3
_LONGEST_MEASURE_WORDS = 12
_SHORTEST_COUNT = 4
_SHORTEST_SHARE = 2
_AMOUNT_OF = regex(r"^(?P<what>[A-Za-z][^\d,;:()]*) (?P<much>[$£€]?\d[\d.,]*\S*(?: [a-z]+)?)$")
_NOUNS = frozenset((Form.BASE, Form.THIRD))
"""Forms of verbs that nouns may be spelled like: "average", "returns"."""
AVERAGE = regex(r"^(?P<what>average|median|mean) (?:of )?(?P<much>[$£€]?\d.*)$")


class Part(StrEnum):
    """What the words between two commas are."""

    DEED = "deed"
    STATE = "state"
    RATE = "rate"
    SENTENCE = "sentence"
    FIRST = "first"
    DOUBTFUL = "doubtful"
    OTHER = "other"


def kind_of(part: str, first: str) -> Part:
    """Tell what kind of part is behind a comma; ``first`` is what is before the first comma."""
    words = part.split()
    form = leading_verb(words)
    doing = Form.GERUND in forms_of(bare(words[0])) and words[0][0].islower() and len(words) > 1
    if doing or (is_adjective(bare(words[0])) and bare((*words, "")[1]) in ("for", "to")):
        return Part.OTHER  # "right for 97% of trips"
    if (known := _kind_by_first_words(words, part)) is not None:
        return known
    if form is Form.PAST:
        begun = forms_of(bare((*first.split(), "")[0]))
        now = Form.BASE in begun and Form.PAST not in begun
        deed = not now or _has_certain_object(words)  # "report leaks, damaged bins and near misses"
        return Part.DEED if deed and _is_deed(words) else Part.OTHER
    if form in (Form.THIRD, Form.BASE) and len(words) > 2 and is_in(words[1], "changes"):
        return Part.SENTENCE  # "returns dropped by a third"
    measure = bare((*words, "")[1]) == "of"  # "budget of $180K"
    if first and Form.BASE in forms_of(bare(words[0])) and _is_present(first) and not measure:
        return Part.DEED if form is Form.BASE and _has_certain_object(words) else Part.OTHER
    if form is not None or _opens_phrase(words):
        return Part.OTHER
    if counts(words[0]):
        return _kind_of_number(words, first)
    if _is_state(words):
        return Part.STATE
    return _kind_of_sentence(part, words)


def _kind_by_first_words(words: Sequence[str], part: str) -> Part | None:
    """Tell what kind of part it is by its first words alone, None where they do not tell."""
    if _is_done(words) or _says_what_became(words):
        return Part.OTHER  # "paid back in 14 months", "now rolled out to 11"
    if is_in(words[0], "firsts") and len(words) > 2 and bare(words[1]) in _OF:
        return Part.FIRST
    return Part.STATE if bare(words[0]) in _AVERAGES and measure_of(part) else None


def is_count_done(part: str) -> bool:
    """Tell whether a part is a number of things, done: "900 copies printed"."""
    return _find_participle(part.split()) > 0


def _find_participle(words: Sequence[str]) -> int:
    """Return the position of the participle behind a number of things, 0 where there is none."""
    done = next((i for i in range(2, len(words)) if _is_participle(words[i])), 0)
    return done if counts(words[0]) and bare(words[done - 1]).endswith("s") else 0


def tells_done(words: Sequence[str]) -> bool:
    """Tell whether words only say what was done: "cleaned and reset"."""
    return all(_is_participle(word) or word == "and" for word in words)


def _is_participle(word: str) -> bool:
    return Form.PARTICIPLE in forms_of(bare(word)) and not is_small(bare(word))


def _is_done(words: Sequence[str]) -> bool:
    """Tell whether words say what was done with a thing before them: "paid back in 14 months"."""
    after = bare((*words, "")[1])
    if bare(words[0]) == "never" and bare((*words, "", "")[2]) == "by":
        return Form.PARTICIPLE in forms_of(after)  # "never exceeded by more than 2%"
    done = Form.PARTICIPLE in forms_of(bare(words[0])) and is_in(words[0], "adjectival")
    return done and (is_in(after, "prepositions") or after in ("back", "off", "out"))


def _says_what_became(words: Sequence[str]) -> bool:
    """Tell whether words say what others did with the thing before them, or what it is by now.

    "Picked up by the BBC" and "later rolled out to all sites" do.
    """
    at = 1 if bare(words[0]) in _BY_NOW else 0
    particle = at + 2 < len(words) and is_in(words[at + 1], "particles")
    if not particle or not _is_participle(words[at]):
        return False
    after = bare(words[at + 2])
    return after == "by" or (at > 0 and (after == "to" or is_in(after, "prepositions")))


def _opens_phrase(words: Sequence[str]) -> bool:
    """Tell whether words go on with the clause: "in …", "mostly by …", "worth …", "the week …"."""
    how = len(words) > 1 and (is_in(words[0], "adverbs") or words[0].endswith("ly"))
    opens = words[1 if how else 0]
    if is_in(words[0], "relatives") or (is_in(opens, "prepositions") and not is_number(words[0])):
        return True
    about = len(words) > 2 and is_in(words[1], "quantifying")
    if len(words) > 1 and is_adjective(bare(words[0])) and is_number(words[2 if about else 1]):
        return bare(words[0]) not in _AVERAGES
    return bare(words[0]) == "the" and len(words) > 1 and is_in(words[1], "rates")


def _is_deed(words: Sequence[str]) -> bool:
    """Tell whether a past behind a comma is a deed, not a participle that describes."""
    forms = forms_of(bare(words[0]))
    if Form.PARTICIPLE not in forms:
        return True
    if len(words) == 1 or _is_thing_measured(words):
        return False
    about = len(words) > 2 and words[1].endswith("ly") and is_number(words[2])
    if is_noun(bare(words[0])):
        return about or _has_certain_object(words)
    following = words if bare(words[1]) not in ("and", "or") else words[2:]
    named = len(following) > 1 and following[1].isalpha() and following[1].isupper()
    return about or named or (len(following) > 1 and has_object(following, 0))


def _is_thing_measured(words: Sequence[str]) -> bool:
    """Tell whether a participle is of a thing with two figures ("lost tools 40 a month to 3")."""
    at = next((i for i in range(2, len(words)) if is_number(words[i])), 0)
    if not at or bare(words[at - 1]) == "from" or is_in(words[0], "changes"):
        return False
    ends = any(bare(a) == "to" and is_number(b) for a, b in pairwise(words[at + 1 :]))
    return ends and is_noun(bare(words[at - 1]))


def _has_certain_object(words: Sequence[str]) -> bool:
    if len(words) == 1:
        return False
    return is_number(words[1]) or (is_in(words[1], "objects") and not is_in(words[1], "relatives"))


def _is_present(text: str) -> bool:
    words = text.split()
    return leading_verb(words) is Form.BASE or bare(words[0]) == "am"


def _kind_of_sentence(part: str, words: Sequence[str]) -> Part:
    """Tell what kind of part begins with a noun or with a word before one."""
    if len(words) < _FEWEST_SENTENCE_WORDS or any(is_relative(word) for word in words):
        return Part.OTHER
    if bare(words[0]) in _GROUPS:
        return Part.SENTENCE if _is_of_group(words) else Part.OTHER
    said = own_sentence(part)
    verb = main_verb(words)
    if said is None or verb is None:
        return Part.SENTENCE if said is not None else _kind_without_verb(words)
    if "and" in words[:verb]:
        return Part.OTHER
    active = Form.PARTICIPLE not in forms_of(bare(words[verb])) or is_in(words[verb], "finite")
    changes = is_in(words[verb], "changes") and not is_in(words[verb], "changed_by_somebody")
    active = active or changes
    if active or _has_certain_object(words[verb:]) or is_small(bare(words[0])):
        return Part.SENTENCE
    return Part.STATE if verb > 1 else Part.OTHER


def _kind_without_verb(words: Sequence[str]) -> Part:
    """Tell what kind a part is without a sure verb: a state, in doubt, or other.

    "Effectiveness checks done in 12 days" is a state; "mock-up leaked once" is in doubt, as its
    past may be a verb.
    """
    if is_small(bare(words[0])) or not words[0][0].islower():
        return Part.OTHER
    for index in range(1, len(words)):
        if bare(words[index]) == "and":
            return Part.OTHER
        forms = forms_of(bare(words[index]))
        if forms & {Form.PAST, Form.PARTICIPLE} and not is_noun(bare(words[index])):
            thing = index > 1 or is_plural(bare(words[0]))
            thing = thing and Form.PARTICIPLE in forms and index + 1 < len(words)
            return Part.STATE if thing else Part.DOUBTFUL
    return Part.OTHER


def is_relative(word: str) -> bool:
    """Tell whether a word opens a clause about a thing or a person before it ("who", "which")."""
    return bare(word) in _RELATIVES


def _is_of_group(words: Sequence[str]) -> bool:
    """Tell whether a part says what some of those before it did ("both sat their exams")."""
    at = 1
    if bare(words[1]) == "of":
        at = 3
        if not is_in(words[2], "personal") and bare(words[2]) not in ("them", "us"):
            return own_sentence(" ".join(words)) is not None or _group_acts(words)
    forms = forms_of(bare(words[at])) if at < len(words) else frozenset()
    if at > 1 and bare(words[2]) == "it" and Form.BASE in forms and Form.PAST not in forms:
        return False  # "most of it gravel"
    if at == 1 and Form.PARTICIPLE in forms:
        return _has_certain_object(words[at:])
    return Form.PAST in forms or own_sentence(" ".join(words)) is not None


def _group_acts(words: Sequence[str]) -> bool:
    """Tell whether some of several do something today ("3 of 4 rookies return for a year")."""
    for index in range(2, len(words) - 3):
        several, who, does, after = words[index : index + 4]
        if counts(several) and is_plural(bare(who)) and Form.BASE in forms_of(bare(does)):
            return is_in(after, "prepositions")
    return False


def _kind_of_number(words: Sequence[str], first: str) -> Part:
    """Tell what a figure behind a comma is: a measure, a rate, a sentence about some, or other."""
    if len(words) < 2 or any(map(is_relative, words)) or bare(words[1]) in _NO_COUNT:
        return Part.OTHER
    for before, word in pairwise(words[1:]):
        forms = forms_of(bare(word)) if bare(before) in _STILL else frozenset()
        if Form.BASE in forms or (Form.THIRD in forms and word is not words[-1]):
            return Part.SENTENCE
    if bare(words[1]) == "of":
        return Part.SENTENCE if _is_of_group(words) else Part.OTHER
    if (done := _find_participle(words)) and tells_done(words[done:]):
        return Part.STATE
    if len(words) > 3 and bare(words[-2]) in ("a", "per", "an") and is_in(words[-1], "speeds"):
        return Part.RATE
    if _says_when(words) or _is_one_of_several(first):
        return Part.OTHER
    return _kind_of_count(words)


def _says_when(words: Sequence[str]) -> bool:
    """Tell whether a figure is a rate, a rank, a share for each, or a time ("40 hours from …")."""
    if is_rate(words, 1) or bare(words[-1]) == "each" or words[-3:] == ["at", "a", "time"]:
        return True
    if re.match(r"\d+(?:st|nd|rd|th)\b", words[0]) or len(words) > _LONGEST_MEASURE_WORDS:
        return True
    after = words[2] if len(words) > 2 else ""
    lasts = is_in(bare(words[1]).removesuffix("s"), "rates")
    return lasts and (not after or is_in(after, "prepositions") or bare(after) in _ON_END)


def _is_one_of_several(first: str) -> bool:
    """Tell whether a figure is one of several things: "kept 9 shakers, 12 sweepers"."""
    head = first.split()
    return 1 < len(head) < _SHORTEST_COUNT and counts(head[1])


def _kind_of_count(words: Sequence[str]) -> Part:
    """Tell whether a number and what it counts are a measure or the subject of a sentence."""
    counted = bare(words[1])
    if is_in(counted, "prepositions") or is_in(counted, "firsts"):
        one = bare(words[0]) == "one" and own_sentence(" ".join(words)) is not None
        return Part.SENTENCE if one else Part.OTHER
    verb = main_verb(words)
    if Form.PARTICIPLE in forms_of(counted) and not is_noun(counted):
        object_ = _has_certain_object(words[1:])
        sentence = verb == 1 and (object_ or not is_in(words[1], "changes"))
        return Part.SENTENCE if sentence else Part.STATE if len(words) > 2 else Part.OTHER
    if not is_noun(counted) and not is_adjective(counted):
        share = words[0].endswith("%") and len(words) == _SHORTEST_SHARE and verb is None
        return Part.SENTENCE if verb == 1 else Part.STATE if share else Part.OTHER
    sure = verb is not None and (
        Form.PARTICIPLE not in forms_of(bare(words[verb]))
        or is_in(words[verb], "finite")
        or _has_certain_object(words[verb:])
    )
    if sure:
        return Part.SENTENCE
    if "and" in words or any(_may_be_verb(words, index) for index in range(2, len(words))):
        return Part.OTHER  # the end of a list, or a sentence that is not certain
    return Part.STATE


def _may_be_verb(words: Sequence[str], index: int) -> bool:
    """Tell whether a word could be the verb of what is counted ("eleven colleagues teach …")."""
    spelled, forms = bare(words[index]), forms_of(bare(words[index]))
    if Form.BASE in forms and is_plural(bare(words[index - 1])):
        return True
    if is_noun(spelled) or bare(words[index - 1]) == "to":
        return False
    if forms & {Form.BASE, Form.THIRD}:
        return True
    following = words[index + 1] if index + 1 < len(words) else ""
    return Form.PAST in forms and bool(following) and is_noun(bare(following).rpartition("-")[2])


def _is_state(words: Sequence[str]) -> bool:
    """Tell whether words without a verb say how much or in what state something was."""
    if len(words) < 2 or len(words) > _LONGEST_MEASURE_WORDS or bare(words[-1]) == "each":
        return False
    text = " ".join(words)
    if bare(words[0]) in ("no", "zero"):
        return own_sentence(text) is None
    if AVERAGE.match(text):
        return True
    if is_small(bare(words[0])) or not (words[0][0].islower() or words[0].isupper()):
        return False
    if is_in(words[0], "groups") and words[1] == "of" and counts(words[-1]):
        return True
    measured = any(map(is_number, words[1:])) and "and" not in words
    if changed_at(words):
        return True
    counted = is_counted_noun(head_of(text)) and bare(words[-1]) not in ("later", "ago", "before")
    return measured and counted and own_sentence(text) is None


def changed_at(words: Sequence[str]) -> int:
    """Return the position of what became of a thing's measure, 0 where nothing did.

    It is "down" in "RFIs down to 64", "cut" in "alarms cut from 60 a night to 5".
    """
    for index in range(1, min(6, len(words) - 1)):
        spelled, following = bare(words[index]), words[index + 1]
        if (spelled, bare(following)) == ("up", "to") and "and" in words[:index]:
            continue  # the end of a list: "permits and checks up to date"
        if (spelled in ("up", "down") or is_in(spelled, "changed_by_somebody")) and (
            is_number(following) or bare(following) in ("from", "by", "to")
        ):
            return index
    return 0


def measure_of(part: str) -> str:
    """Return a figure behind its measure with the "of" put in ("fleet average of 4.8"), else ""."""
    found = _AMOUNT_OF.match(part)
    words = found["what"].split() if found else []
    if found is None or any(
        is_in(word, "prepositions") or is_in(word, "relatives") or forms_of(bare(word)) - _NOUNS
        for word in words[1:]
    ):
        return ""
    named = is_noun(bare(words[-1])) or words[-1].isupper()
    return f"{found['what']} of {found['much']}" if named else ""
