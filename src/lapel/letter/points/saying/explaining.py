"""Answers to a "how" or "why" by itself, about a clause, or after something named."""

import re

from msgspec.structs import replace

from lapel.letter.english.clauses import is_clause
from lapel.letter.english.vocabulary import pattern, word_list
from lapel.letter.points.model import Act, Say, Seek, Side, Unsayable
from lapel.letter.points.saying.asking import Asked
from lapel.letter.points.saying.beside import add_beside
from lapel.letter.points.saying.clauses import say_clause
from lapel.letter.points.saying.wondering import explain
from lapel.text.regexes import regex

_HOW_MANY = regex(r"how (?:many|much|often) (?!.*\b(?:I|we)\b)")
_ASKS = r"(?:(?:by|with|in|at|for|from|to|on) )?(?:how|what|which)\b"
_TOLD = r"(?:told|taught|said|learned|learnt|meant|showed|gave|made|did|saw)"
_HOW_IT_MOVED = regex(
    r"how (?:the|my|our|their) (?:(?!is|are|was|were|has|have|had)[\w-]+ ){1,2}"
    r"(?:moved|changed|went|rose|fell|grew|dropped|improved)(?: \w+)?$"
)
AND_HOW = regex(
    rf",? and (?=(?:how|why) |what (?:she|he|they) {_TOLD}\b)"
    rf"|, (?=(?!which\b|in which\b|for which\b){_ASKS})"
)
"""The place where "how" it was follows a clause."""
_AND_ASKED = regex(rf"(?:,? and|,) (?=(?:when|where|why)\b|{_ASKS})")
_REASON_BEHIND = regex(r",? (?:since|because|as|given that) .+$")
_HAVE_DONE = regex(
    r"^(?:I|we)(?:['’]ve)?(?: (?:have|had|already|also|once|been|gone|through|done|led))* "
)


def add_asked(asked: Asked, clause: str, questions: str) -> tuple[Act, ...]:
    """Return a clause with the questions about it, left to its deed if they name nothing else.

    "That I have been through a conversion, how big it was and what it saved" is such a clause.
    """
    parts = [_REASON_BEHIND.sub("", part) for part in _AND_ASKED.split(questions)]
    if all(map(pattern("of_deed").fullmatch, parts)):
        done = _HAVE_DONE.sub("", asked.mine(pattern("subject").sub("", clause)))
        return (Seek(asked.targets(done), (Side.PROFILE,)),)
    return (*say_clause(asked, clause), *(act for part in parts for act in explain(asked, part)))


def explain_with_beside(asked: Asked, text: str) -> tuple[Act, ...]:
    """Return the acts for a "how" or "why", with the words beside it."""
    told = _explain_each(asked, text)
    if not text.casefold().startswith("how "):
        return told
    said_so = all(isinstance(act, Say) for act in told) and not is_clause(asked.aside)
    counted = _HOW_MANY.match(text) is not None
    return add_beside(asked, told) if said_so or counted else told


def _explain_each(asked: Asked, text: str) -> tuple[Act, ...]:
    """Return one explanation, or several joined by "and": "how I build teams and how I hire"."""
    parts = re.split(r",? and (?=(?:how|why|what|when)\b)", text)
    if asked.asides and all(part.startswith("why ") for part in parts):
        parts = parts[-1:]
    last = len(parts) - 1
    acts: list[Act] = []
    for number, part in enumerate(parts):
        acts += explain(asked if number == last else replace(asked, asides=()), part)
    return tuple(acts)


def explain_too(first: tuple[Act, ...], asked: Asked, text: str) -> tuple[Act, ...]:
    """Return the thing named and an explanation of it.

    For a personal connection both are looked for together.
    """
    if text in word_list("asking") or _HOW_IT_MOVED.match(text):
        return first  # "… and how", "and how the scores moved": what is told says it
    if re.match(r"why (?:it|they|this|that|these|those) (?:\w+ (?:me|us)|are|were|is|was)\b", text):
        return (*first, Unsayable(text, "only you can say it"))
    if first and _HOW_MANY.match(text):
        return (*first, Unsayable(text, "only you can say it"))
    if len(first) == 1 and isinstance(first[0], Seek) and first[0].sides == (Side.CONNECTION,):
        told = asked.targets(text.partition(" ")[2])
        return (replace(first[0], targets=(*first[0].targets, *told)),)
    return (*first, *explain(asked, text))
