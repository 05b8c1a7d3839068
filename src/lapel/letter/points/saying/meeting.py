"""How something of the writer's meets the company's: "how the redesign prepares me for theirs"."""

import re

from msgspec import Struct

from lapel.letter.english.clauses import is_clause
from lapel.letter.english.forms import (
    is_base,
    is_gerund,
    is_past,
    is_plural,
    is_third,
    to_base,
    to_gerund,
    verb_form,
    words_of,
)
from lapel.letter.english.vocabulary import pattern, verb_forms, word_list
from lapel.letter.points.frames import framed
from lapel.letter.points.model import Act, Side, Silence
from lapel.letter.points.saying.asking import Asked, seek
from lapel.letter.points.saying.clauses import say_clause
from lapel.letter.points.saying.tying import bring_to, lacks_owner, tell_company_side
from lapel.letter.points.sentences import said
from lapel.text.regexes import regex
from lapel.text.verbs import Form

_MODALS = frozenset(("would", "could", "can", "might", "may", "will", "has", "have"))
_SOMEBODY = frozenset(("me", "us", "you", "him", "her"))
_LINKS = frozenset(("to", "with", "for", "into", "in", "on", "onto", "up"))
_TYING = frozenset(("to", "with", "for", "into", "onto"))
_CARRYING = frozenset(("relate", "apply", "translate", "transfer", "carry", "extend", "connect"))
"""Verbs that carry something over to the company's side: "how it relates to dealer events"."""
_OWN = regex(r"\b(?:I|me|my|mine|our|your)\b")
_CLOSELY = frozenset(("well", "also", "always", "closely", "directly", "perfectly", "in"))
REFERS_BACK = frozenset(("that", "this", "it", "these", "those", "they", "which", "both", "all"))
_SEVERAL = frozenset(("these", "those", "they", "both", "all"))
_WRITERS = regex(r"\b(?:my|your|his|her|I|you|he|she|candidate['’]s)\b", re.IGNORECASE)
_SUBJECTS = frozenset(("i", "we", "they", "he", "she", "who", "what"))
_CREED = regex(r"\b(?:my |your )?(?:own |personal )+values\b")


class _Meeting(Struct, frozen=True):
    """A clause by its parts.

    They are something of the writer's, its verb, something of the employer's that it meets, and the
    words between: a ``modal``, somebody as object, a preposition.
    """

    mine: str
    modal: str
    verb: str
    me: str
    link: str
    theirs: str


def tell_meeting(asked: Asked, text: str) -> tuple[Act, ...] | None:
    """Return the acts for a clause on two sides that meet; None for other clauses."""
    meets = _read_meeting(text)
    if meets and (_is_meeting(asked, meets) or _ties(asked, meets)):
        return _say_meeting(asked, meets)
    return None


def _read_meeting(text: str) -> _Meeting | None:
    """Return the two sides that meet in a clause; of several possible verbs, take the surest."""
    words = text.split()
    bare = [word.casefold().strip(".,;:") for word in words]
    verbs = verb_forms("meeting_verbs") | verb_forms("proving_verbs")
    places = [i for i in range(1, len(words) - 1) if bare[i] in verbs and bare[i][-3:] != "ing"]
    if not places:
        return None

    def doubt(at: int) -> int:
        if bare[at + 1] in _SOMEBODY:
            return 0
        if bare[at - 1] in _MODALS:
            return 1
        leads = bare[at + 1] in _LINKS | word_list("determiners")
        return 2 if leads and (is_third(bare[at]) or is_plural(" ".join(words[:at]))) else 3

    verb = min(places, key=doubt)
    start, end = verb, verb + 1
    while start > 1 and (bare[start - 1].endswith("ly") or bare[start - 1] in _CLOSELY):
        start -= 1
    modal = bare[start - 1] if start > 1 and bare[start - 1] in _MODALS else ""
    me = words[end] if bare[end] in _SOMEBODY else ""
    end += bool(me)
    helps_in = bare[verb].startswith("help") and bare[end : end + 1] == ["in"]
    while end < len(words) - 1 and (bare[end] in _CLOSELY or bare[end].endswith("ly")):
        if helps_in:
            break
        end += 1
    link = bare[end] if end < len(words) - 1 and bare[end] in _LINKS else ""
    theirs = " ".join(words[end + bool(link) :])
    writers = " ".join(words[: start - bool(modal)])
    return _Meeting(writers, modal, bare[verb], me, link, theirs) if theirs else None


def _is_meeting(asked: Asked, meets: _Meeting) -> bool:
    mine, theirs = meets.mine, meets.theirs
    if re.match(r"(?:I|you|he|she|we|they)\b", mine, re.IGNORECASE) and mine.casefold() != "they":
        return False
    if meets.verb in verb_forms("proving_verbs"):
        return False
    named = asked.names_company(theirs)
    back = mine.casefold() in REFERS_BACK
    return back or bool(_WRITERS.search(mine) or pattern("companys").search(theirs)) or named


def _ties(asked: Asked, meets: _Meeting) -> bool:
    """Tell whether a clause says what things show or are good for, not what they did.

    "The feature store prepares me for …", "the redesign shows …".
    """
    theirs = {"you", "your", *_SUBJECTS} & {*words_of(asked.mine(meets.mine))}
    if theirs or is_clause(meets.mine) or meets.theirs[:1].isdigit():
        return False
    if meets.me.casefold() in ("me", "us"):
        return True
    if is_past(meets.verb):
        return False
    if meets.verb in verb_forms("proving_verbs"):
        return meets.modal not in ("has", "have")
    helps = meets.verb == "help" and meets.modal not in ("", "has", "have")
    return helps or meets.link in _TYING


def _say_meeting(asked: Asked, meets: _Meeting) -> tuple[Act, ...]:
    """Return the acts for two sides that meet: the writer's deeds, then the employer's side."""
    mine, theirs, verb = meets.mine, asked.mine(meets.theirs), meets.verb
    whole = " ".join(filter(None, (verb, meets.me, meets.link, meets.theirs)))
    if mine.casefold() in REFERS_BACK:
        if verb_form(verb, Form.BASE) in _CARRYING and meets.link and not _OWN.search(meets.theirs):
            return tell_company_side(asked, meets.theirs)
        if verb.startswith("help") and meets.link == "in" and is_gerund(words_of(theirs)[0]):
            whole = f"{verb} me {to_base(meets.theirs)}"  # "help in coaching managers"
        named = (
            not meets.me and not is_base(words_of(meets.theirs)[0]) and lacks_owner(meets.theirs)
        )
        if named and {*words_of(meets.theirs)[-1:]} & word_list("company_nouns"):
            whole = " ".join(filter(None, (verb, meets.link, f"your {meets.theirs}")))
        whole = " ".join(filter(None, (meets.modal, _CREED.sub("my own values", whole))))
        several = mine.casefold() in _SEVERAL
        return framed("back_to_several" if several else "back", asked.mine(whole))
    if {*words_of(mine)[-1:]} & word_list("creeds"):
        return say_clause(asked, f"{mine} {whole}")
    if _CREED.search(theirs):
        return say_clause(asked, f"{mine} {_CREED.sub('my own values', whole)}")
    writer = seek(asked, asked.mine(mine), sides=(Side.PROFILE, Side.CONNECTION))
    if verb in verb_forms("proving_verbs"):
        return (writer, Silence(meets.theirs))
    if meets.me and not verb.startswith("help"):
        return (writer, *framed("prepared", f"{meets.link or 'for'} {theirs}"))
    if verb.startswith(("contribut", "help", "benefit", "add")):
        helped = f"you {theirs}" if meets.me == "you" else theirs
        return (writer, *_say_good_for(asked.with_you(helped)))
    return (writer, *tell_company_side(asked, meets.theirs))


def _say_good_for(theirs: str) -> tuple[Act, ...]:
    """Return acts that say what deeds told before are good for: a person, a thing or a task."""
    first = (*words_of(theirs), "")[0]
    if first in ("you", "your") and (first == "you" or any(map(is_base, words_of(theirs)[2:]))):
        return said(f"I would like to help {theirs}")
    return bring_to((is_base(first) and to_gerund(theirs)) or theirs)
