"""A time at the end of a deed told before it: "Over two winters I rebuilt four filters"."""

import re
from itertools import pairwise

from msgspec.structs import replace

from lapel.letter.english.words import bare, is_in
from lapel.letter.telling.clauses import Clause, Subject
from lapel.text.numbers import NUMERALS, YEAR
from lapel.text.patterns import any_of
from lapel.text.regexes import regex
from lapel.text.verbs import Form, forms_of

_NUMBER = rf"(?:\d[\d,.]*|an?|{any_of(NUMERALS)})"
_TIME = r"(?:days?|weeks?|months?|years?|seasons?|winters?|summers?|quarters?|weekends?|hours?)"
_WHEN = regex(
    rf"(?P<front>(?:(?:over|in|within|for|during) (?:the (?:first|last) )?{_NUMBER} {_TIME}"
    rf"(?: (?:a|each|every) [a-z]+)?"
    rf"|in (?:{YEAR}|the (?:first|second|third|last) (?:year|month|week))"
    r"|(?:after|before|when|while|once (?:I|we|the)) [^,;:()]+?))$"
)
_OTHER_TIME = regex(rf"\b{YEAR}\b|\b(?:over|in|within|for|during) {_NUMBER} {_TIME}\b")
"""Another time told before the one at the end, which then is only of the words between them."""
_POINTS_BACK = regex(r"\b(?:it|its|they|them|their|this|that|these|he|she|him|his|her)\b")
_MAY_END = regex(rf"[;–:(,]|\b(?:with|without|by|against|not|about) |\b(?:{_TIME}|\w+days?|about)$")
"""Signs that a time at the end may belong to more than the verb's deed."""
_FEWEST_LEFT = 4
_VERBS = frozenset((Form.PAST, Form.BASE))


def fronted(clause: Clause) -> Clause | None:
    """Move the time at the end of the clause's first part before its subject.

    Return None if there is none, or if it need not belong to the first verb.
    """
    if clause.subject is not Subject.PERSON or clause.front:
        return None
    first = re.split(r"(?=; )", clause.text, maxsplit=1)
    found = _WHEN.search(first[0])
    if found is None:
        return None
    before, front = first[0][: found.start()].rstrip(), found["front"]
    words = before.split()
    if len(words) < _FEWEST_LEFT or _MAY_END.search(before) or _has_more_verbs(words):
        return None
    if _POINTS_BACK.search(front) or _OTHER_TIME.search(before):
        return None
    return replace(clause, text="".join((before, *first[1:])), front=front)


def _has_more_verbs(words: list[str]) -> bool:
    """Tell whether another verb than the first could be what a time belongs to."""
    return any(
        is_in(word, "relatives")
        or is_in(word, "finite")
        or (bare(before) in ("and", "then", "to") and forms_of(bare(word)) & _VERBS)
        for before, word in pairwise(words)
    )
