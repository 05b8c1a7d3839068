"""The faults of a sentence: why it does not stand, by its words alone.

A sentence has a subject and a verb that is its own, and tells no reader what to do.
"""

import re
from collections.abc import Sequence

from lapel.letter.english.clauses import ANYBODY, is_clause, is_first_person, is_thing_of_theirs
from lapel.letter.english.finite import is_sentence, main_verb
from lapel.letter.english.forms import is_base, is_plural, words_of
from lapel.letter.english.vocabulary import either, word_list
from lapel.letter.english.words import bare, is_counted_noun
from lapel.letter.points.prose import is_subordinate
from lapel.letter.points.prose import is_whole as is_finished
from lapel.letter.telling.sayable import COUNTS_ALONE, is_unclosed
from lapel.text.common import is_adjective, is_counted, is_small
from lapel.text.inline import plain_text
from lapel.text.numbers import NUMERALS
from lapel.text.regexes import regex
from lapel.text.verbs import Form, forms_of

NO_SENTENCE = "it is no sentence by itself"
NO_DOER = "it does not say who or what"
NO_VERB_OF_ITS_OWN = "what was done has no verb in it"
NO_ORDER = "it would tell the reader what to do"
NO_ANTECEDENT = "nothing before it says what it points at"

_FEWEST = 3
"""The fewest words of a sentence; one of just so many has to begin with its doer."""
_NEAR = 5
"""The number of words within which a sentence that begins with a time names its doer.

"Every July we …".
"""
_POLITE = frozenset(("please", "thank"))
_OWN = frozenset(("my", "our"))
"""Words that open a written-out subject."""
_TWO_OWNERS = regex(
    r"\b(?:my|your|their|our|its) (?:my|your|their|our|its|mine|yours|theirs|ours|the|an?)\b",
    re.IGNORECASE,
)
_PASSIVE = regex(
    r"^I (?:\w+ly )?(?P<done>[a-z]+) by (?P<by>(?:an?|the|my|your|their|our|two|three|[A-Z])\b|\w+)"
)
_OF_DONE = regex(
    r"\b(?:years?|months|seasons) of (?P<done>[a-z]+) (?:up|by|at|in|on|from|out|down|with)\b"
)
_PART_DONE = (
    r"(?i)(?:(?:An?|One|Two|Three) )?(?:thirds?|half|quarters?|fifths?|most|many|some|few|several"
    r"|all|none|[\d.,]+(?:%| percent| per cent)?) (?P<done>[a-z]+)(?: (?P<then>[a-z]+)\b|\.?$)"
)
"""A share with what was done to it and nobody who did: "a third lost in 1st year"."""
_SUBJECT_BEHIND = r"(?i)^of [^,]+, |^of (?:course|late|the \w+ (?:I|we)\b)"
"""What follows an "of" that opens a sentence: "Of 340 windows, 300 kept their glass"."""
_LABEL = regex(r"^(?P<label>[\w'’-]+(?: [\w'’-]+){0,2}): ")
_FRAGMENTS = (
    rf"^You (?:want|need|require|list|ask for) (?:\d+\+?|{'|'.join(NUMERALS)}) \w+\.$|"
    r"^I(?:['’]d| would|['’]ll| will| can| could)? \w+ (?:to |for )?me\b"
    r"|\w / (?:[a-z]|I\b)|^(?:I|My|We)\b[^;:]*, own\b"
    r"|^I(?:['’]m| am) (?:honest|frank|upfront|candid) (?:about|that)\b"
)
"""Fragments whose real subject was lost, strings of terms, and advice on how to say a thing:
"I would mean to me", "no degree / diploma", "I can drive, own car", "I am honest about never having
led one".
"""
_ELLIPTIC = regex(
    r", so \w+ly\.$"
    rf"|n['’]t \w+,? but (?:half|most|all|many|some|the|my|your) (?!.*\b(?:{either('finite')})\b)"
    r"[^,]+\.$"
)
"""Sentences without their second verb: "…, so gladly", "You don't ask but half the county"."""
_UNFINISHED = regex(
    r"\b(?:and|or|but|to the|of the)\.$|, and (?:how|why) \("
    r"|[→➜⇒↔]|->|=>|[\U0001F300-\U0001FAFF\u2600-\u27BF]"
    r"|^I am an? not (?!(?:so|too|quite|very|in)\b)"
    r"|^(?:It|This|That|They|Them|He|She), |^An? [\"“](?:an?|the|my|our|your)\b"
    r"|(?:^| )[a-z][a-z-]*, [A-Z]{2,5}\.?$|, (?:willing|available|eager|keen|how|why|etc)\.?$"
)
"""Unfinished sentences: symbols between words, a pronoun without its verb, or a stray word after
the last comma: "…, MI", "…, willing"; or the joint to a part that was lost.
"""
_ALONE = regex(r"I [a-z]+\.?$")
"""A sentence that means nothing without the question it answers: "I call"."""
_ASKED_FOR = regex(r"^You \w+ .* would be (?:very )?(?:welcome|nice|good)\.$")


_SPLICED = regex(
    r"^You(?:r\b[^,;:“\"]*)? [^,;:“\"]*, (?:it|this|that|he|she|they) (?:was|is|were|had|has)\b"
)
"""Something said of the reader, and behind its comma a sentence on something else: "Your aim is
less sedation, it was the doctor's decision".
"""
_TWICE_JOINED = regex(
    r"\b(\w+ \w+) \1\b|\b(?:is|are) and (?:why|how|the reason)\b"
    r"|^My [^,;:]* I (?:have|had) (?:is|are)\b"
    r"|^I (?:admire|like|value|appreciate|love|enjoy)\b[^,;:]* and (?:about|in) (?:the|your)\b"
)
"""Sentences with words doubled, or with a part that belongs to none.

"I admire the nursery and about the meadow" is one.
"""
_ORDER_INSIDE = regex(
    r"^I(?:['’]ve|['’]m| have| had| am| was)\b[^;:]*, (?:offer|point to|refer to|mention|describe|"
    r"explain|emphasi[sz]e|highlight|stress|ask|thank|invite|show|say|note) "
    r"(?:(?:to|for|that|how|why) )?"
    rf"(?:the|my|your|an?|them|you|how|that|why|{'|'.join(NUMERALS)})\b"
)
"""An instruction left inside a sentence: "I have never had the title, point to the juniors"."""


def why_not(text: str, company: str = "") -> str:
    """Return why a sentence that lapel made of somebody's words fails the gate, or "" if it passes.
    The name of the ``company`` is accepted as a subject, whatever word it begins with.
    """
    text = plain_text(text)
    words = words_of(text)
    if len(words) < _FEWEST and not {*words[:1]} & (ANYBODY | {"thank"}):
        return NO_SENTENCE
    if _is_order(text, words):
        return NO_ORDER
    if words[0] == "of" and not re.search(_SUBJECT_BEHIND, text):
        return NO_DOER
    if (named := _LABEL.match(text)) and not _is_whole(named["label"]):
        return NO_SENTENCE
    if _is_broken(text) or re.search(_FRAGMENTS, text) or is_subordinate(text):
        return NO_SENTENCE
    theirs = bool(company) and text.startswith(company.split(maxsplit=1)[0])
    if _is_done_to(text) or (not theirs and _lacks_doer(text, words)):
        return NO_DOER
    return "" if _has_verb(text, words) and not _SPLICED.match(text) else NO_SENTENCE


def find_sure_fault(text: str) -> str:
    """Return what is surely wrong with a sentence, whoever wrote it, or "" if nothing is. In a
    person's own letter, a sentence that the gate is merely unsure of is not reported.
    """
    text = plain_text(text)
    words = words_of(text)
    if _is_broken(text):
        return NO_SENTENCE
    if COUNTS_ALONE.search(text):
        return NO_VERB_OF_ITS_OWN
    lone = len(words) > _FEWEST and words[0] not in ("all", "both", "later", "now", "then")
    return NO_DOER if _is_done_to(text) or (lone and _lacks_doer(text, words)) else ""


def has_doer_and_verb(text: str) -> bool:
    """Tell whether a finished sentence of somebody's is whole, with its doer and its verb."""
    whole = is_finished(text) and not _UNFINISHED.search(text)
    return whole and not is_unclosed(text) and not _is_done_to(text) and not _ALONE.match(text)


def has_two_owners(text: str) -> bool:
    """Tell whether a text has two possessives in a row: "your yours"."""
    return _TWO_OWNERS.search(text) is not None


def _is_broken(text: str) -> bool:
    """Tell whether a text is surely not a sentence: torn, unfinished, or lacking a verb."""
    found = (_TWO_OWNERS, _ELLIPTIC, _UNFINISHED, _TWICE_JOINED, _ORDER_INSIDE)
    return (
        is_unclosed(text)
        or is_thing_of_theirs(text.rstrip("."))
        or _ASKED_FOR.match(text) is not None
        or any(pattern.search(text) for pattern in found)
    )


def _is_order(text: str, words: Sequence[str]) -> bool:
    if not words or words[0] in _POLITE or not is_base(words[0]):
        return False
    return not _is_whole(text)


def _is_whole(text: str) -> bool:
    """Tell whether a text surely has its own subject and verb."""
    return is_first_person(text) or is_clause(text) or is_sentence(text.split())


def _is_done_to(text: str) -> bool:
    """Tell whether a participle lacks its real subject: "I" stands before a passive with "by" ("I
    trained by two …"), or nobody is named ("years of … by", "a third lost").
    """
    found = _PASSIVE.match(text)
    if found is not None and found["done"] not in word_list("called"):
        known = is_small(found["by"]) or found["by"][:1].isupper() or is_plural(found["by"])
        if Form.PARTICIPLE in forms_of(found["done"]) and known:
            return True
    spent = _OF_DONE.search(text)
    if spent is not None and Form.PARTICIPLE in forms_of(spent["done"]):
        return True
    share = re.match(_PART_DONE, text)
    if share is None or share["done"] in word_list("by_themselves"):
        return False
    object = (share["then"] or "") not in word_list("links") | {""}
    return Form.PARTICIPLE in forms_of(share["done"]) and not object


def _lacks_doer(text: str, words: Sequence[str]) -> bool:
    """Tell whether a sentence begins with half of its subject: "Wife is …", "Many left."."""
    first = words[0]
    if (
        len(words) > 2
        and words[1] in word_list("doers")
        and is_adjective(first)
        and not is_small(first)
    ):
        return True
    spoken = text.split()
    verb = main_verb(spoken)
    if (
        len(words) <= _FEWEST
        and first not in word_list("doers") | {"my", "your", "thank"}
        and "'" not in first
    ):
        return (verb is None or verb < 2) and not is_clause(text)
    if not verb:
        return False
    subject = spoken[:verb]
    names = any(word[:1].isupper() for word in subject[1:]) or any(c.isupper() for c in first)
    opens = first in word_list("subordinators")
    owned = opens or is_small(bare(subject[0])) or "'" in first or first in NUMERALS
    few = len(subject) <= _FEWEST and all(word.isalpha() for word in subject)
    return few and not names and not owned and _wants_article(subject)


def _wants_article(subject: Sequence[str]) -> bool:
    """Tell whether a subject without an article needs one: "wife", "clearance check"."""
    if "and" in subject:
        return False
    noun = bare(subject[-1])
    if is_plural(noun) or not is_counted_noun(noun) or noun in word_list("materials"):
        return False
    if noun == "shift":
        return False  # "second shift"
    return is_counted(noun) or (len(subject) > 1 and Form.BASE in forms_of(noun))


def _has_verb(text: str, words: Sequence[str]) -> bool:
    """Tell whether a sentence has a verb where its subject needs one: before the first comma, if it
    begins with its subject.
    """
    head, comma, _ = text.partition(", ")
    if words[0] in _OWN and any(forms_of(word) & {Form.THIRD, Form.PAST} for word in words[2:]):
        return True
    fronted = words[0] in word_list("links") | word_list("subordinators") | _POLITE
    spoken = word_list("doers") & {*words_of(head)[:_NEAR]}
    if comma and not fronted and not spoken and not is_first_person(text):
        return is_clause(head) or is_sentence(text.split()) or is_sentence(head.split())
    return (
        _is_whole(text)
        or words[0] in _POLITE
        or any(
            word in word_list("finite_forms") or forms_of(word) & {Form.PAST, Form.THIRD, Form.BASE}
            for word in words[1:]
        )
    )
