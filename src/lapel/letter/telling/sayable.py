"""Whether a clause made of a bullet is a sentence that a person would say aloud.

A bullet is read by its words' forms, and these can mislead: a noun taken for a verb, a sentence
taken for a thing, a list taken for what came before. What gives such a reading away is looked for
here, once, in the finished clause. A clause that fails is not told; the to-do gives its reason.
"""

from collections.abc import Sequence

from lapel.letter.english.finite import has_object, main_verb
from lapel.letter.english.noun_phrases import head_word
from lapel.letter.english.vocabulary import pattern
from lapel.letter.english.words import bare, is_in
from lapel.letter.telling.clauses import Clause, Subject
from lapel.text.common import is_noun, is_small
from lapel.text.regexes import regex
from lapel.text.verbs import Form, forms_of

COUNTS_ALONE = regex(
    r"\binclude[sd]? (?:.*(?<!from) \d\S*(?: [a-z]+)? to \d|\d[\d,.]* \w+ \w+ed\.?$)"
)
"""Figures and what came of them, with no verb between."""
_WITH_SENTENCE = regex(r", with (?P<said>[^,;]+)")
_QUOTES = regex(r"(?<!\d)\"")
_PAIRS = (("(", ")"), ("“", "”"), ("[", "]"))
_LISTED_FIRST = 2


def is_unclosed(text: str) -> bool:
    """Tell whether a text opens a bracket or a quotation that it does not close; 4" are inches."""
    return len(_QUOTES.findall(text)) % 2 == 1 or any(
        text.count(a) > text.count(b) for a, b in _PAIRS
    )


def is_sayable(clause: Clause, *, of_project: bool) -> bool:
    """Tell whether a clause can be said aloud.

    Its marks close, its figures have a verb, what the work included is no sentence, and before the
    subject there is only a time or a place. The work included no product ("a low alcohol beer")
    either, unless the entry is that product.
    """
    text, front = clause.text, clause.front
    if is_unclosed(f"{front} {text}") or COUNTS_ALONE.search(text) or _is_strung(front):
        return False
    if clause.subject is Subject.WORK:
        thing = text.partition(";")[0].split()[1:]
        made = thing[:1] in (["a"], ["an"]) and not is_in(head_word(thing[1:]), "things_of_work")
        made = made and thing[1][0] not in "$£€"  # "a $34M book"
        if (made and not of_project) or _is_sentence_within(thing):
            return False
    if any(_is_sentence_within(found["said"].split()) for found in _WITH_SENTENCE.finditer(text)):
        return False
    if clause.subject is not Subject.OTHER:
        return True
    changes = pattern("change").finditer(text)
    return not any(_is_verbless(found.group().split()) for found in changes)


def _is_strung(front: str) -> bool:
    """Tell whether the words before a clause are a string of things.

    "After the claim, an independent check at 60%, markups in red" are.
    """
    *before, last = front.split(", ")
    return len(before) >= _LISTED_FIRST and " and " not in last


def _is_sentence_within(words: Sequence[str]) -> bool:
    """Tell whether there is a verb where only a thing may be: behind "with", "included"."""
    verb = main_verb(words)
    if verb is None:
        return False
    forms = forms_of(bare(words[verb]))
    certain = is_in(words[verb], "finite") or Form.PARTICIPLE not in forms
    return certain and (Form.BASE not in forms or has_object(words, verb))


def _is_verbless(what: Sequence[str]) -> bool:
    """Tell whether a thing that changed "from 118 to 97" has no verb for that."""
    for word, following in zip(what, (*what[1:], "from"), strict=True):
        forms = forms_of(bare(word))
        if is_in(word, "finite") or is_in(word, "personal"):
            return False
        if forms & {Form.PAST, Form.THIRD} and (following == "from" or is_small(bare(following))):
            return False
        if Form.GERUND in forms or (Form.BASE in forms and not is_noun(bare(word))):
            return False
    return True
