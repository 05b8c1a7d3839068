"""Clauses made the writer's sentences: "that I can start in March", "being local"."""

import re

from lapel.letter.english.forms import (
    is_gerund,
    is_gerund_phrase,
    is_past,
    is_plural,
    to_base,
    verb_form,
    words_of,
)
from lapel.letter.english.vocabulary import pattern, word_list
from lapel.letter.points.completing import completed, unspliced, with_subject
from lapel.letter.points.frames import framed
from lapel.letter.points.model import Act, Part, Seek, Side, Unsayable
from lapel.letter.points.saying.applying import tell_applied
from lapel.letter.points.saying.asking import Asked, seek
from lapel.letter.points.saying.showing import show_as, show_claim
from lapel.letter.points.saying.standing import tell_standing
from lapel.letter.points.sentences import clauses_joined, said, say
from lapel.text.regexes import regex
from lapel.text.verbs import Form

_GOING_ON = frozenset(("because", "since", "soon", "shortly", "next", "this"))
"""Words showing that something is going on now: "leaving because …"."""
_AND_DOING = regex(r"\band (?P<doing>(?!being\b)[a-z]+ing\b)(?= [a-z])")
"""A second gerund, which continues with "I": "being a customer and liking the porter"."""
_ACHIEVED = frozenset(("grow", "raise", "find", "present", "stay", "start", "begin", "take"))
"""An achievement, shown by a deed or not claimed: "highlight growing individual giving"."""
_STATES = frozenset(("was", "were", "had", "been", "could", "would"))
_LASTING = frozenset(("since", "year", "years", "months", "decades", "seasons", "winters"))
_AGENT = regex(r"(?:er|or|ist|ant)$")  # "a returning applicant"


_LASTS = regex(r"^I(?: have|['’]ve) .*\b(?:since|for (?:\w+ ){0,3}(?:years|months))\b")
"""A lasting state with its duration, told by the clause and not by a deed."""


_APPLIES = regex(r"^I(?: am|['’]m) applying for (?P<what>.+)$")
"""A clause that only names what is applied for: "the senior post"."""


def say_clause(asked: Asked, text: str) -> tuple[Act, ...]:
    """Return a clause with its subject, said; a single deed is sought in the profile first."""
    if apart := pattern("of_others_too").search(text):
        one, other = text[: apart.start()], text[apart.end() :]
        return (*say_clause(asked, one), *say_clause(asked, other))
    clause = clauses_joined(asked.mine(pattern("subject").sub("", text)))
    clause = "I" + clause[1:] if clause[:2] in ("i ", "i'") else clause
    clause = pattern("clauses_did_to_me").sub(_add_article, clause)
    if not clause.startswith(("I", "my ")) and _begins_with_paper(clause):
        clause = f"my {clause}"
    written = text.startswith("that ")
    clause = completed(unspliced(clause if written else with_subject(clause)))
    if standing := tell_standing(clause, ""):
        return standing
    if (applies := _APPLIES.match(clause)) and (named := tell_applied(asked, applies["what"])):
        return named
    if (shown := show_claim(asked, clause)) is not None:
        return shown
    deed = pattern("deed").match(clause) if not asked.plainly else None
    told = pattern("joined").search(clause) or _LASTS.search(clause)
    if deed and _is_work(deed["verb"], shows=asked.shows) and not told:
        targets = asked.targets(clause[deed.start("verb") :])
        return (Seek(targets, (Side.PROFILE,), say(clause)),)
    if compared := pattern("compared").match(clause):
        return framed("more", compared["says"], rest=compared["rest"] or "")
    return said(clause) or (Unsayable(text, "this says nothing yet"),)


def _add_article(found: re.Match[str]) -> str:
    """Add the missing article to the doer of something: "yard laid us off"."""
    several = is_plural(found[0].split()[-3])
    return found[0] if several else f"the {found[0][:1].lower()}{found[0][1:]}"


def say_gerund(asked: Asked, text: str) -> tuple[Act, ...] | None:
    """Return a gerund phrase as acts: "being local" is said in the present, a deed is sought."""
    words = words_of(text)
    if words[:1] in (("not",), ("never",)) and len(words) > 2 and words[1] in ("having", "being"):
        verb = "have" if words[1] == "having" else "am"
        return say_clause(asked, f"I {verb} {words[0]} {' '.join(text.split()[2:])}")
    if not words or not is_gerund(words[0]):
        return None
    rest = " ".join(text.split()[1:])
    if len(words) == 2 and _AGENT.search(words[1]):
        return None
    if words[0] == "being" and rest:
        return _say_being(asked, rest)
    if words[0] == "having" and rest:
        return say_clause(asked, f"I have {rest}")
    if not is_gerund_phrase(text):
        return None
    return _tell_doing(asked, text, words, rest)


def _tell_doing(asked: Asked, text: str, words: tuple[str, ...], rest: str) -> tuple[Act, ...]:
    """Return what somebody does or did: a state is said, a deed is sought."""
    base = verb_form(words[0], Form.BASE)
    goes_on = base in word_list("events") and (*words, "")[1] in _GOING_ON
    goes_on = goes_on or (base == "leave" and asked.headed)
    if base in word_list("states") and asked.names_company(text):
        told = say(f"I {base} {asked.mine(rest)}")
        return (Seek(asked.targets(text), (Side.CONNECTION,), told),)
    if base in word_list("worked_states"):
        return (Seek(asked.targets(text), _sides(asked), say(f"I {base} {asked.mine(rest)}")),)
    if base in word_list("states") or goes_on:
        return say_clause(asked, f"I am {text}" if goes_on else f"I {base} {rest}")
    if base in _ACHIEVED and asked.shows and words[1:2] != ("up",):
        return (Seek((text,), _sides(asked)),)
    if base in word_list("events") and asked.shows:
        past = say(f"I {verb_form(base, Form.PAST)} {asked.mine(rest)}")
        return (Seek((text,), _sides(asked), past),)
    if base in word_list("events"):
        return say_clause(asked, f"I {verb_form(base, Form.PAST)} {rest}")
    return (seek(asked, text, sides=_sides(asked)),)


def _say_being(asked: Asked, what: str) -> tuple[Act, ...]:
    """Return acts that say what the writer is, or has been: "being a customer for nine years"."""
    what = _AND_DOING.sub(lambda found: f"and {to_base(found['doing'])}", what)
    words = {*words_of(what)}
    if {"since", "for"} & words and _LASTING & words:
        return say_clause(asked, f"I have been {what}")
    return show_as(asked, what) if asked.shows else say_clause(asked, f"I am {what}")


def _begins_with_paper(clause: str) -> bool:
    """Tell whether a clause begins with a paper that the writer holds: "certificate is current"."""
    head = re.split(r" (?:is|are|was|were|has|will|expires|runs|covers)\b", clause, maxsplit=1)[0]
    words = words_of(head)
    return (
        0 < len(words) <= 4
        and words[-1] in word_list("held") | {"references", "portfolio"}
        and (words[0] not in word_list("determiners"))
    )


def _is_work(verb: str, *, shows: bool) -> bool:
    """Tell whether a verb is a deed at work; to be shown, any past but a state's will do."""
    if shows:
        return is_past(verb) and verb not in _STATES
    return is_past(verb) and verb not in word_list("life") | word_list("auxiliaries")


def _sides(asked: Asked) -> tuple[Side, ...]:
    """Return where to look for a deed; one about the company also in the writer's answers."""
    of_company = asked.context.part is Part.COMPANY
    return (Side.CONNECTION, Side.PROFILE) if of_company else (Side.PROFILE,)
