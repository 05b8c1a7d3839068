"""What a few words are that answer a question: a deed, how something is, or a thing."""

import re
from collections.abc import Sequence

from lapel.letter.english.finite import is_sentence, may_be_sentence
from lapel.letter.english.noun_phrases import head_of
from lapel.letter.english.nouns import lacks_article
from lapel.letter.english.verbs import leading_verb
from lapel.letter.english.words import bare, is_in, is_number, lowered
from lapel.text.articles import choose_article
from lapel.text.common import is_adjective, is_counted, is_noun, is_plural, is_small
from lapel.text.plurals import join_and
from lapel.text.verbs import Form, forms_of

_ON_ME = 5
"""The number of words within which a deed names the writer: "taught my son and me"."""
_BETTER = frozenset(("better", "more", "less", "worse", "faster", "earlier", "later", "smarter"))
_DEGREES = frozenset(("very", "so", "too", "quite", "more", "less", "always", "much", "a", "bit"))
_DENIES = frozenset(("none", "nothing", "no", "not", "never", "very", "all"))
_APART = r"[,;] (?:and |but |so |because )?|,? (?:when|while|after|before|because|if) "
_GOES_ON = (
    r"(?:who|which|where|when|whose|that(?! (?:nobody|no one|everyone|everybody|you|they|it|it's|"
    r"there|the|an?|I|we) )|even|especially|particularly|not|but|so|because|with|"
    r"without|from|like|including|such|never|I|it|they|we|both|all)\b"
)
"""The beginning of words about the thing before them: "the hints, which never give the answer
away".
"""


def deed_form(words: Sequence[str]) -> Form | None:
    """Return the form of the verb that begins an answer, None if it begins with a thing.

    "Access to books" begins with a thing. A verb with "better" needs no object.
    """
    first, then = bare(words[0]), bare((*words, "")[1])
    forms = forms_of(first)
    before_of = (is_in(then, "prepositions") and then != "about") or then in ("that", "which")
    thing = is_noun(first) and Form.PAST not in forms and before_of
    thing = thing or (is_adjective(first) and is_noun(then) and Form.PAST not in forms)
    if len(words) == 1 or thing:
        return None
    alone = Form.BASE in forms and (then in _BETTER or then == "about")
    return Form.BASE if alone else leading_verb(words)


def only_describes(words: Sequence[str]) -> bool:
    """Tell whether a past form may only describe what follows: "applied science that …"."""
    then = (*words, "")[1]
    return is_adjective(bare(words[0])) and is_noun(bare(then)) and not is_plural(bare(then))


def did_to_me(words: Sequence[str], form: Form | None) -> bool:
    """Tell whether a deed is the company's: "made me want to teach", "helps me sleep".

    A deed in the past that names nobody ("sold my car") is the writer's.
    """
    if form is not Form.PAST:
        return form is Form.THIRD
    then = bare((*words, "")[1])
    mine = then in ("my", "our", "how", "what", "it") or Form.GERUND in forms_of(then)
    on_me = any(bare(word) in ("me", "us") for word in words[1:_ON_ME])
    return on_me or (mine and is_in(words[0], "causes"))


def how_it_is(fragment: str) -> str:
    """Return an adjective with its degree and what belongs to it, to follow "is"; else "".

    "Very easy to use" is such a fragment.
    """
    words = [bare(word) for word in fragment.split()]
    at = 0
    while at + 1 < len(words) and (words[at] in _DEGREES or words[at].endswith("ly")):
        at += not (is_adjective(words[at]) and words[at].endswith("ly"))
        if is_adjective(words[at]) and words[at] not in _DEGREES:
            break
    then = (*words, "")[at + 1]
    if all(map(is_adjective, words)):
        return join_listed(lowered(fragment))
    ends = fragment.split()[at][-1] in ".;" or not then
    ends = ends or (fragment.split()[at][-1] == "," and not _describes_one(words[at:]))
    goes_on = is_in(then, "prepositions_too") or is_in(then, "prepositions")
    goes_on = goes_on or then in ("to", "and", "but", "than", "enough")
    described = is_adjective(words[at]) or "-" in words[at]
    return lowered(fragment) if described and (ends or goes_on) else ""


def _describes_one(words: Sequence[str]) -> bool:
    """Tell whether adjectives with commas between describe a thing: "simple, honest pricing"."""
    first = next((word for word in words if not is_adjective(word)), "and")
    return not (is_small(first) or is_in(first, "surely_third") or first == "works")


def thing_in(fragment: str) -> str | None:
    """Return things as they follow a verb, None where a fragment surely names none."""
    words = fragment.split()
    form, first = deed_form(words), bare(words[0])
    deed = form in (Form.PAST, Form.BASE, Form.THIRD) and not only_describes(words)
    if deed or is_number(first) or _is_no_thing(words):
        return None
    if first == "same":
        return f"the {lowered(fragment)}"
    doing = Form.GERUND in forms_of(first)
    head = re.split(_APART, fragment, maxsplit=1)[0].split()
    if is_sentence(head) or (may_be_sentence(head) and not doing):
        return None
    one = re.split(r"[,;]| and ", fragment, maxsplit=1)[0]
    lacks = lacks_article(one) and is_counted(head_of(one))
    small = lowered(fragment)
    return join_listed(f"{choose_article(small)} {small}" if lacks and not doing else small)


def _is_no_thing(words: Sequence[str]) -> bool:
    """Tell whether words surely name no thing: they deny one, or say where, when or how."""
    first = bare(words[0])
    doing = Form.GERUND in forms_of(first) and first != "including"
    linked = is_in(first, "prepositions_too") or (is_in(first, "prepositions") and not doing)
    how = is_in(first, "asking") or (first.endswith("ly") and not is_adjective(first))
    alone = len(words) == 1 and not is_noun(first)
    return linked or how or alone or first in _DENIES


def join_listed(what: str) -> str:
    """Put an "and" before the last of things joined by commas alone.

    Words that go on about the last thing stay as they are.
    """
    parts = re.split(r",\s+", what)
    apart = re.search(r"\b(?:and|or)\b", what) is None
    goes_on = any(re.match(_GOES_ON, part) for part in parts[1:])
    return join_and(parts) if apart and not goes_on else what


def compares_manner(word: str) -> bool:
    """Tell whether a word compares how something is done, which needs no object: "sleep better"."""
    return bare(word) in _BETTER
