"""Whom "they" and "their" mean where they are not the company: people or things named before.

The company is meant unless something in the note shows another: a share of several ("most of
them"), what they do with their own, a clause about them ("trains that outlive their suppliers"),
or, for "them", several named before in the note and no verb of what one does for a company.
"""

import itertools
import re
from collections.abc import Sequence
from itertools import pairwise

from lapel.letter.english.clauses import is_clause
from lapel.letter.english.forms import is_plural, words_of
from lapel.letter.english.vocabulary import pattern, word_list
from lapel.text.common import is_noun
from lapel.text.numbers import NUMERALS
from lapel.text.regexes import regex
from lapel.text.verbs import forms_of

_AGENTS = regex(r"^[a-z-]{3,}(?:ers|ors|ists|ees|ians)$")
_SHARES = frozenset(("all", "most", "half", "some", "many", "none", "both", "few", "each"))
_DETERMINED = frozenset(("the", "my", "our", "these", "those", "some", "most", "many"))
_TELLING = frozenset(("who", "that", "which"))
_ASKING = frozenset(("want", "need", "seek"))
_PLANNING = frozenset(("want", "plan", "hope", "intend", "mean", "aim"))
_BOUGHT = frozenset(("buy", "use", "order", "drink", "eat", "wear", "read", "watch", "visit"))
_BEING = frozenset(("am", "was", "been", "became"))
_OF_MINE = frozenset((("of", "mine"), ("of", "ours")))
_HOW_THEY_ARE = regex(r"(?:are|were)(?: \w+ly| always| never| often| still)* (?!\w+ing\b)[a-z]+")
"""A description of people that fits no company: "they are always forgotten"."""
_QUOTE = r"[\"“](?P<quote>[^\"“”]{2,60})[\"”]\s*(?::| → | – )\s*(?=\w)"
_OF_SEVERAL = r"\b(?P<before>[\w'’]+,?) (?:they(?P<after> (?P<does>[a-z]+))|them)\b"
_FOR_COMPANY = frozenset(
    word_list("done_for_company") | word_list("towards_company") | {"thank", "tell", "ask"}
)
_WANTED = frozenset(("someone", "somebody", "a", "an", "people", "staff", "me", "to"))
"""A wish of a company for somebody, or to do something."""
_PLURAL_COMPANY = frozenset(("years", "months", "weeks", "days", "times", "yours", "theirs"))
_SAME_OF_ONE = frozenset(("sheep", "deer", "fish", "cattle"))
"""Words with the same form for one and for several."""
_NEAR_VERB = 3
_YEAR_DIGITS = 4


def told_of_label(text: str) -> str:
    """Put a note's label in place of the "they" after it.

    "Drivers: they know the noise" becomes a statement on drivers. A wish for somebody stays the
    company's.
    """
    text = pattern("taken_up").sub(_taken_up, text)
    found = pattern("labelled").match(text)
    if found is None or not is_plural(found["label"]) or found["does"] in _ASKING:
        return text
    noun = found["label"].split()[-1].casefold()
    people = is_somebody(noun) or noun in word_list("kin")
    people = people or _HOW_THEY_ARE.match(text[found.start("does") :]) is not None
    does = text[found.start("does") :].replace(", I ", "; I ")
    told = f"{text[:1].upper()}{text[1 : found.end('label')]} {does}"
    return f"{told.rstrip('.')}." if people else text


def told_of_quote(text: str) -> str:
    """Drop the posting's words that a note quotes and answers.

    The people named last in them replace "they" or "them": "“Manage brokers”: I know what they
    hide".
    """
    found = re.match(_QUOTE, text)
    if found is None:
        return text
    rest = text[found.end() :]
    several = [noun for noun in words_of(found["quote"]) if is_noun(noun) and is_plural(noun)]
    if not several:
        return rest
    return re.sub(_OF_SEVERAL, lambda of: _several_meant(of, several[-1]), rest)


def _several_meant(found: re.Match[str], several: str) -> str:
    """Put the people in place of a pronoun, unless its verb fits the company."""
    before, does = found["before"].casefold(), (found["does"] or "").casefold()
    companys = does in word_list("company_verbs") | _ASKING if does else before in _FOR_COMPANY
    after = words_of(found.string[found.end() :])[:1]
    companys = companys and not (does and is_somebody(several) and not {*after} & _WANTED)
    return found.group() if companys else f"{found['before']} {several}{found['after'] or ''}"


def _taken_up(found: re.Match[str]) -> str:
    """Drop a "they" that repeats the people just named; keep it in a clause."""
    several = is_plural(found["who"].split()[-1]) and not is_clause(found["who"])
    return found["who"] if several else found.group()


def takes_up(before: str, following: str) -> bool:
    """Tell whether a "they" behind a comma means the several just before it.

    "I like the ferries, they never stop" has one.
    """
    head, comma, rest = before.rpartition(", ")
    words = words_of(head)
    if not (comma and words) or rest or following in word_list("company_verbs"):
        return False
    fronted = words[0] in word_list("links") | word_list("subordinators")
    noun = words[-1]
    return is_noun(noun) and is_plural(noun) and not fronted and noun not in _PLURAL_COMPANY


def has_antecedent(lower: list[str], index: int, note: Sequence[str]) -> bool:
    """Tell whether people or things named before in the ``note`` are meant, not the company."""
    before = _before(lower, index, note)
    if _is_heard_from(lower, index):
        return False
    if _is_headed(lower, index, before) or _is_beside_company(lower, index):
        return True
    known = (_is_part_of, _is_own, _is_told_of, _is_of_things, _is_of_known)
    if any(is_known(lower, index) for is_known in known):
        return True
    if _tells_of_things(lower, index, before) or (lower[index] == "them" and _is_several(before)):
        return True
    if _is_companys(lower, index, before):
        return False
    if lower[index].startswith("they") and _goes_on_of(lower, index, before):
        return True
    following = [*lower[index + 1 : index + 2], ""][0]
    near = lower[index] == "theirs" or following in word_list("company_verbs")
    if lower[index].startswith("they") and [*lower[:index], ""][-1] not in word_list("going_on"):
        near = near or not _opens_with_people(before)
    named = lower[:index] if near else before
    one = {noun for article, noun in pairwise(named) if article in ("a", "an")} & _SAME_OF_ONE
    others = one | _done_to(lower, index) | _writer(before) | _thanked(before)
    return any(is_somebody(noun) for noun in named if noun not in others)


def _done_to(lower: list[str], index: int) -> set[str]:
    """Return those to whom a following "they" does something: "the children they treat"."""
    determined, noun, they = [*lower[max(0, index - 2) : index + 1], "", ""][:3]
    does = lower[index + 1 : index + 2]
    relative = they == "they" and determined in word_list("determiners") and is_plural(noun)
    return {noun} if relative and any(map(forms_of, does)) else set()


def _before(lower: list[str], index: int, note: Sequence[str]) -> list[str]:
    """Return the note's words before the one at ``index``, as far as they are found in it."""
    for first in sorted({max(0, index - 2), max(0, index - 1)}):  # an "I" may have been put before
        here = lower[first : index + 1]
        for place in range(len(note) - len(here) + 1):
            if [*note[place : place + len(here)]] == here:
                return [*note[: place + len(here) - 1]]
    return lower[:index]


def _opens_with_people(before: Sequence[str]) -> bool:
    """Tell whether a note begins with people who do something: "parents trust me – they …"."""
    for noun, verb, whom in zip(before[:2], before[1:3], before[2:4], strict=False):
        if is_somebody(noun) and forms_of(verb) and (not is_noun(verb) or whom in ("me", "us")):
            return True
    return False


def _is_companys(lower: list[str], index: int, noted: Sequence[str]) -> bool:
    """Tell whether the words beside a "they" or "their" show that it is the company."""
    word, before = lower[index], lower[:index]
    after = lower[index + 1 : index + 3]
    if word == "theirs" and {*before[-1:], *after[:1]} & {"is", "are", "was"}:
        return True
    if word == "they" and _plans_thing(before, lower[index + 1 : index + 4]):
        return True
    goes_on = before[-1:] and before[-1] in word_list("going_on") and any(map(is_somebody, before))
    theirs = word_list("company_nouns") | word_list("institutions")
    if word == "their" and any(noun in theirs for noun in after[:2]):
        return not goes_on
    if word == "their" and [*before[-2:-1]] == ["i"] and before[-1] in _BOUGHT:
        return True
    if word == "their" and noted and noted[-1] in ("to", "with"):
        return True
    met = before[:1] in (["it"], ["this"]) or before[-1:] == ["for"]
    if word == "their" and met and _is_number(*after[:1]):
        return True  # "it beats their 30 minutes", "it would work for their 110 pupils"
    return word == "they" and bool(before[-1:]) and before[-1] in word_list("reporting")


def _plans_thing(before: Sequence[str], after: Sequence[str]) -> bool:
    """Tell whether "they" stands between a thing and a company's plan for it.

    So it does in "the apprenticeship they want to start", whoever was named before.
    """
    thing = [*before[-1:], ""][0]
    plans, to, what = [*after, "", "", ""][:3]
    planned = plans in _PLANNING and to == "to" and what in word_list("company_plans")
    return planned and is_noun(thing) and not is_somebody(thing)


def is_somebody(word: str) -> bool:
    """Tell whether a word names several people, or one who may be "they"."""
    return word in word_list("people") or (
        _AGENTS.match(word) is not None and word not in word_list("person_no_agents")
    )


def _is_several(before: Sequence[str]) -> bool:
    """Tell whether "them" means several named before.

    "Cylinders and I know how to get rid of (them)", "courtyards and no idea what to do with
    (them)".
    """
    near = before[-_NEAR_VERB:]
    if [*near[:2]] in (["time", "i"], ["when", "i"]):
        return True  # "by the time I meet them": people the writer works with
    if {*near[-1:]} & word_list("done_for_company") or not near:
        return False
    towards = near[-1] in word_list("towards_company")
    if towards and not {*near} & word_list("done_with_things"):
        return False
    owned = {
        place + far
        for place, word in enumerate(before)
        for far in (1, 2)
        if towards and word in ("their", "your")
    }
    none = word_list("no_antecedents") | _thanked(before)
    return any(
        (is_noun(noun) and is_plural(noun) and noun not in none)
        or (noun in ("the", "all") and _is_number([*before[place + 1 : place + 2], ""][0]))
        for place, noun in enumerate(before)
        if place not in owned
    )


def _is_number(word: str = "") -> bool:
    """Tell whether a word is a number, which alone may name several: "every one of the 62"."""
    return (word.isdigit() and len(word) < _YEAR_DIGITS) or word in NUMERALS


def _is_of_things(lower: list[str], index: int) -> bool:
    """Tell whether several things of the writer's or the company's are meant.

    "Sixty of mine went out with their code"; "their shop publishes its prices and sticks to them".
    """
    before = lower[:index]
    if lower[index] == "their":
        return not _OF_MINE.isdisjoint(pairwise(before))
    doers = [n for n, word in enumerate(before) if word in ("they", "their")]
    named = before[doers[-1] + 2 :] if doers else []
    return lower[index] == "them" and any(is_noun(word) and is_plural(word) for word in named)


def _is_of_known(lower: list[str], index: int) -> bool:
    """Tell whether "their" means those whom the writer knows.

    "I know the parishes, I can sit in their meetings" has such a "their".
    """
    return lower[index] == "their" and any(
        verb in ("know", "knew") and the in ("the", "those", "these") and is_plural(noun)
        for verb, the, noun in zip(lower[:index], lower[1:index], lower[2:index], strict=False)
    )


def _is_own(lower: list[str], index: int) -> bool:
    """Tell whether "their own" or "themselves" means the several who do something."""
    own = lower[index : index + 2] == ["their", "own"] or lower[index] == "themselves"
    named = [noun for noun in lower[:index] if noun.startswith("they") or is_plural(noun)]
    return own and bool(named) and not named[-1].startswith("they")


def _is_told_of(lower: list[str], index: int) -> bool:
    """Tell whether a relative clause tells of several what they do with theirs.

    "Trains that outlive their suppliers", "neighbors who only know it from their cars".
    """
    for place in range(index - 1, 0, -1):
        word, noun = lower[place], lower[place - 1]
        if word in word_list("nominatives"):
            return False
        doing = word not in _TELLING
        if doing and place + 1 < index:
            continue
        known = is_somebody(noun) or noun[:-1] in word_list("kin") or (not doing and is_noun(noun))
        if is_plural(noun) and known and forms_of(word if doing else lower[place + 1]):
            served = {*lower[place:index]} & word_list("done_for_company")
            stated = {*lower[index + 1 : index + 3]} & word_list("stated_by_company")
            return not served and not stated
    return False


def _is_part_of(lower: list[str], index: int) -> bool:
    """Tell whether some "of them" are counted: "30 of them", "most of them"."""
    counting, of = [*lower[max(0, index - 2) : index], "", ""][:2]
    counts = counting[:1].isdigit() or counting in NUMERALS or counting in _SHARES
    return lower[index] == "them" and of == "of" and counts


def _tells_of_things(lower: list[str], index: int, named: Sequence[str]) -> bool:
    """Tell whether "they" begins a clause about things named before.

    "Models before they're wrapped", "pianos, so I know what they're worth".
    """
    before, after = [*lower[max(0, index - 1) : index], ""][0], [*lower[index + 1 :], ""][0]
    if not lower[index].startswith("they") or before not in word_list("going_on"):
        return False
    stands = "'" in lower[index] or after in ("are", "were", "get", "got")
    if before == "what" and [*lower[index + 2 : index + 3], ""][0].endswith("ing"):
        return False  # "what they are looking for"
    if after in word_list("company_verbs") or (before in ("what", "how") and not stands):
        return False
    if before in ("know", "knew", "see", "saw") and after in word_list("auxiliaries"):
        return False
    return any(is_noun(noun) and is_plural(noun) for noun in named)


def _goes_on_of(lower: list[str], index: int, before: Sequence[str]) -> bool:
    """Tell whether "they" means the subject that a text began with.

    "The moths do not read our policies; they read the gaps".
    """
    if {*lower[index + 1 : index + 2]} & word_list("company_verbs") or {*before} & word_list(
        "reporting"
    ):
        return False
    opened = before[:1] and before[0] in _DETERMINED
    return bool(opened) and any(is_noun(noun) and is_plural(noun) for noun in before[1:3])


def _is_headed(lower: list[str], index: int, before: Sequence[str]) -> bool:
    """Tell whether "they" means the people named just before a colon.

    "Working with children: they tell you at once".
    """
    begins = not index and lower[0].startswith("they") and len(before) > _NEAR_VERB
    return begins and is_somebody(before[-1])


def _is_beside_company(lower: list[str], index: int) -> bool:
    """Tell whether a clause names the company beside "them": "I respect the practice for them"."""
    named = ((the, noun) for the, noun in pairwise(lower[:index]) if the in ("the", "this"))
    known = word_list("institutions") | word_list("company_alone")
    return lower[index] == "them" and any(noun in known for _, noun in named)


def _is_heard_from(lower: list[str], index: int) -> bool:
    """Tell whether the writer waits to hear from "them", who are always the company."""
    heard, whence = [*lower[max(0, index - 2) : index], "", ""][:2]
    return lower[index] == "them" and whence == "from" and heard in ("hear", "hearing")


def _thanked(before: Sequence[str]) -> set[str]:
    """Return the company's people whom the writer thanks: "thank the trustees and meet them"."""
    thanks = before[:1] and before[0] in ("thank", "thanking")
    named = itertools.takewhile(lambda word: word not in ("for", "to"), before) if thanks else ()
    return {*named}


def _writer(before: Sequence[str]) -> set[str]:
    """Return the nouns for what the writer is: "I am a customer", "as a nurse"."""
    found: set[str] = set()
    for place, word in enumerate(before):
        is_one = word == "as" or (word in _BEING and "i" in before[max(0, place - 2) : place])
        if is_one or word == "i'm":
            article, *rest = [*before[place + 1 : place + 5], ""]
            found.update(rest if article in ("a", "an") else ())
    return found
