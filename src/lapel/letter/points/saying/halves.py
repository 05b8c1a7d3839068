"""Halves of clauses made the writer's sentences: "can start in March", "happy to teach"."""

import re

from lapel.letter.english.clauses import is_clause
from lapel.letter.english.forms import (
    head_noun,
    is_base,
    is_gerund,
    is_past,
    is_plural,
    is_third,
    verb_form,
    words_of,
)
from lapel.letter.english.vocabulary import mapping, pattern, word_list
from lapel.letter.english.words import begun_small
from lapel.letter.points.completing import with_articles
from lapel.letter.points.frames import framed
from lapel.letter.points.model import Act, Side
from lapel.letter.points.prose import is_true_of_anybody
from lapel.letter.points.saying.asking import Asked, seek
from lapel.letter.points.saying.clauses import say_clause
from lapel.letter.points.saying.lacking import say_lack
from lapel.letter.points.saying.standing import tell_standing
from lapel.letter.points.sentences import said, sentence, with_article
from lapel.text.common import is_adjective, is_noun
from lapel.text.numbers import NUMERALS, YEAR
from lapel.text.verbs import Form, forms_of, is_noun_too

_NO_HALVES = frozenset(
    (
        *(("not", "having"), ("not", "being"), ("never", "having")),
        *(("referred", "by"), ("recommended", "by")),
    )
)
_MANNERS = {"remote": "remotely", "hybrid": "in a hybrid way"}
SOMEBODY = ("er", "or", "ist", "ian", "person", "expert", "fan", "man", "woman", "pro")
"""Endings of nouns that name a person by what they do or are."""
_BUT_YEARS = r" but (?=[\w-]+ (?:\w+ )?(?:years|months|seasons)\b)"
_GIVEN = (("consideration",), ("time",), ("attention",), ("patience",))
_DONE_THINGS = frozenset(("it", "that", "this", "all", "both", "a", "an", "the", "two", "three"))
_VERB_PREFIXES = ("co-", "re-", "over-", "under-", "out-", "mis-")
_ANY = frozenset(("a", "an", "any", "every", "each", "no"))
"""Words that begin what is true of anybody: "a child who cannot read by nine falls behind"."""
_OBJECTS = frozenset(("a", "an", "the", "my", "their", "your", "to", "at", "with"))


def say_subjectless(asked: Asked, text: str) -> tuple[Act, ...] | None:
    """Return acts for words that lack only their "I"; None for other texts.

    "Can start in March", "don't need a visa", "ran the night pool", "happy to teach on nights".
    """
    words = words_of(text)
    deed = len(words) > 1 and is_gerund(words[0]) and asked.names_skill(text)
    if len(words) < 2 or words[:2] in _NO_HALVES or deed:  # "moving from cron to Airflow"
        return said(f"I am {text}") if words and words[0] in word_list("alone") else None
    if standing := tell_standing(asked.mine(text), ""):
        return standing
    base = verb_form(words[0], Form.BASE) if is_third(words[0]) else ""
    if base in word_list("wanting") or words[0] == "has":
        return say_clause(asked, f"I {base} {' '.join(text.split()[1:])}")
    if manner := _say_manner(text):
        return manner
    if (replaced := _say_replaced(asked, words, text)) is not None:
        return replaced
    if lack := say_lack(asked, text):
        return lack
    if before := _find_missing_start(words, text):
        half = re.sub(_BUT_YEARS, " but have ", text) if words[0] == "not" else text
        return say_clause(asked, with_articles(f"{before} {begun_small(half)}"))
    first = words[0] if not words[0].endswith("ly") else words[1]
    if (
        first in word_list("strengths")
        and len(words) > 2
        and words[1] in ("at", "with", "in", "on")
    ):
        return (seek(asked, " ".join(words[2:]), sides=(Side.PROFILE,)),)
    is_one = pattern("self").search(text) and not is_plural(text)
    if is_one and words[0] not in ("my", "the", "your"):
        return say_clause(asked, f"I am {with_article(text)}")
    return None


def say_wish(asked: Asked, text: str) -> tuple[Act, ...] | None:
    """Return a reason as it stands, or with the "I" it lacks: "want to shape curriculum"."""
    words = words_of(text)
    if is_clause(text):
        return say_clause(asked, text)
    found = say_subjectless(asked, text)
    settled = words[:1] and words[0] in word_list("states") | word_list("wanting")
    settled = settled or (*words, "", "")[1] in _OBJECTS
    if found is None and len(words) > 1 and _is_wish(words[0]) and settled:
        return say_clause(asked, f"I {begun_small(text)}")
    of_all = words[:1] and words[0] in _ANY and not word_list("first_person") & {*words}
    if found is None and of_all and is_true_of_anybody(sentence(text)):
        return said(text)
    return found


def _say_manner(text: str) -> tuple[Act, ...]:
    """Return acts on how the writer works or wants to: "remote since 2014", "part time"."""
    if since := pattern("worked_since").match(text):
        how = _MANNERS.get(since["how"].casefold(), since["how"].lower())
        return framed("worked", f"{how} {since['rest']}")
    if how := pattern("working").match(text):
        manner = _MANNERS.get(how["how"].casefold(), how["how"].lower())
        return framed("working", f"{manner}{text[how.end() :]}")
    return ()


def _is_undone(words: tuple[str, ...]) -> bool:
    """Tell whether "not" denies a deed with its object: "not managed five people yet"."""
    first, done, of, *_ = (*words, "", "", "")
    counted = of[:1].isdigit() or of in NUMERALS or of in ("a", "an", "the")
    return first == "not" and counted and is_past(done) and Form.PARTICIPLE in forms_of(done)


def _find_missing_start(words: tuple[str, ...], text: str) -> str:
    """Return the words missing at a sentence's start: "I", "I am", "I have my"; else ""."""
    first = words[0] if not words[0].endswith("ly") else words[1]
    if words[0] == "still" and _is_still(words[1:]):
        return "it is"
    if _lacks_i_have(words) or _is_undone(words):
        return "I have"
    if words[:2] in (("get", "along"), ("get", "on")):
        return "I"
    if words[0] == "own":
        return _start_of_owning(words)
    if words[0] == "not":
        return "I am" if _is_of_person(words[1:]) else ""
    if first in word_list("auxiliaries") and not (_is_reduced(words) or _is_none(words)):
        alone = words[0] in ("never", "always", "still") and not forms_of(words[1])
        return "I am" if alone or _is_habit(words) else "I"
    looks = words[:2] in (("looking", "after"), ("looking", "into"), ("looking", "at"))
    if first in word_list("stances") and not looks and _is_stance(words[words.index(first) + 1 :]):
        return "I am"
    if words[0] in word_list("wanting") and words[1] not in ("of", "for", "and"):
        return "I"
    if is_base(words[0]) and words[1] in ("it", "them"):
        return "I"
    follows = word_list("links") | {"the", "a", "last", "here", "twice", "before"}
    counted = words[1][0].isdigit() or words[1] in NUMERALS
    adjective = words[0] in word_list("participles") and not (words[1] in follows or counted)
    held = words[-1] in word_list("held") and words[1] not in word_list("determiners")
    paired = words[1] in ("and", "or") and not is_past((*words, "", "")[2])
    adjective = adjective or words[0] in word_list("strengths")
    name = text.split(maxsplit=1)[0].isupper() and not text.isupper()  # "LED replacement"
    deed = _is_deed(words) and not (adjective or held or paired or name or _is_thing(words))
    return "I" if deed and text[:1] not in "0123456789" else ""


def _is_none(words: tuple[str, ...]) -> bool:
    """Tell whether words only say that there was no such thing: "never a lost day"."""
    return words[0] == "never" and words[1] in ("a", "an", "one", "any")


def _is_habit(words: tuple[str, ...]) -> bool:
    """Tell whether words say what somebody is used to and not what they did: "used to nights"."""
    return words[:2] == ("used", "to") and not is_base((*words, "", "")[2])


def _is_thing(words: tuple[str, ...]) -> bool:
    """Tell whether words like a deed may be a thing: "missed appointments at the surgery"."""
    first, what, where, *_ = (*words, "")
    either = Form.PARTICIPLE in forms_of(first) and where in word_list("links")
    return either and is_noun(what) and is_plural(what)


def _is_of_person(words: tuple[str, ...]) -> bool:
    """Tell whether words say of a person what they are or are not.

    "Not afraid of heights" and "not a cable man" do; "not profit" and "not by smaller portions" are
    said of things.
    """
    if words[0] in ("a", "an"):
        named = head_noun(" ".join(words[1:]))
        persons = word_list("selves") | word_list("persons") | word_list("kin")
        return named in persons or named.endswith(SOMEBODY)
    if words[0] in ("from", "after") or (
        is_gerund(words[0]) and words[0] in word_list("stance_links")
    ):
        return True
    of_person = word_list("stances") | word_list("strengths") | word_list("alone")
    felt = Form.PARTICIPLE in forms_of(words[0]) and words[1:2] in (("of",), ("about",))
    adjective = is_adjective(words[0]) or felt
    return words[0] in of_person or (adjective and words[0] not in word_list("of_things"))


def _lacks_i_have(words: tuple[str, ...]) -> bool:
    """Tell whether a text lacks its "I have": "been there twice", "never run a farm", "done it"."""
    participle = words[1] in ("been", "run") or (
        Form.PARTICIPLE in forms_of(words[1]) and words[1] != "ran"
    )
    done = Form.PARTICIPLE in forms_of(words[0]) and not is_past(words[0]) and not is_base(words[0])
    when = any(word in ("last", "ago") or re.fullmatch(YEAR, word) for word in words)
    done = done and ("since" in words or (not when and words[1] in _DONE_THINGS))
    lasts = Form.PARTICIPLE in forms_of(words[0]) and is_past(words[0]) and _lasts(words)
    return words[0] == "been" or done or lasts or (words[0] == "never" and participle)


def _lasts(words: tuple[str, ...]) -> bool:
    """Tell whether words end with a time since which something goes on: "… since 2019"."""
    return words[-2] == "since" and re.fullmatch(YEAR, words[-1]) is not None


def _start_of_owning(words: tuple[str, ...]) -> str:
    """Return the words missing before "own": "own two looms", "own truck", "own shop once"."""
    if words[1] in NUMERALS or words[1].isdigit():
        return "I"
    return "I had my" if {"once", "before", "previously"} & {*words} else "I have my"


def _is_still(rest: tuple[str, ...]) -> bool:
    """Tell whether something is still done or in use, and not the writer: "still used by all"."""
    if rest[:2] in (("in", "use"), ("in", "place"), ("in", "service"), ("in", "print")):
        return True
    used = Form.PARTICIPLE in forms_of(rest[0]) and rest[0] not in word_list("stances") - {"used"}
    return used and rest[1:2] in ((), ("by",), ("in",), ("today",), ("there",), ("every",))


def _is_deed(words: tuple[str, ...]) -> bool:
    """Tell whether a text begins with a past form.

    One that is a base form or a compound participle too needs its object: "hand-built 40 guitars",
    not "self-sourced pipeline". "Call-outs" is none.
    """
    compound = "-" in words[0] and not words[0].startswith(_VERB_PREFIXES)
    if is_past(words[0]) and not compound:
        return True
    same = verb_form(words[0], Form.PAST) == words[0] and is_base(words[0])
    same = same or (compound and is_past(words[0].rpartition("-")[2]))
    counted = words[1][0].isdigit() or words[1] in NUMERALS
    return same and (counted or words[1] in ("a", "an", "the", "my", "all"))


def _say_replaced(asked: Asked, words: tuple[str, ...], text: str) -> tuple[Act, ...] | None:
    """Return acts for a stance in other words: "passionate about", "looking forward to"."""
    if words[:2] in (("grateful", "for"), ("thankful", "for")) and words[2:3] in _GIVEN:
        return framed("thanks", f"your {' '.join(text.split()[2:])}")
    if words[-1] in ("needed", "required", "necessary"):
        return None
    for phrase, begins in mapping("replaced_stances").items():
        if " ".join(words).startswith(phrase):
            rest = text.split()[len(phrase.split()) :]
            if begins.endswith("look forward to") and is_base((*rest, "")[0]):
                rest[0] = _to_gerund_if_verb(rest[0], (*rest, "")[1])
            return _say_begun(asked, begins, " ".join(rest))
    return None


def _to_gerund_if_verb(verb: str, following: str) -> str:
    """Turn the verb after "looking forward to" into a gerund; keep a word that may be a noun."""
    follows = word_list("links") | word_list("determiners") | {"round"}
    noun = is_noun_too(verb) and following not in follows
    return verb if noun else verb_form(verb, Form.GERUND)


def _is_wish(word: str) -> bool:
    """Tell whether a base form is hardly a noun: "want", "miss", "teach"."""
    return word in word_list("states") | word_list("wanting") or is_base(word)


def _say_begun(asked: Asked, begins: str, rest: str) -> tuple[Act, ...] | None:
    return said(f"{begins} {asked.mine(rest)}" if rest else begins) or None


def _is_stance(after: tuple[str, ...]) -> bool:
    """Tell whether an adjective is used alone and not before a noun: "happy to teach"."""
    return bool(after) and (after[0] in word_list("stance_links") or after[0].endswith("ly"))


def _is_reduced(words: tuple[str, ...]) -> bool:
    """Tell whether a past form begins a noun phrase: "used cars", "need for speed"."""
    if words[0] == "need" and is_plural(words[1]):
        return False
    return words[0] in ("used", "need") and words[1] not in word_list("before_needed")
