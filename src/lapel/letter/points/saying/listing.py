"""Facts in a list, each made a sentence: "native French, work permit applied for"."""

from itertools import pairwise

from msgspec.structs import replace

from lapel.letter.english.clauses import ANYBODY, is_clause
from lapel.letter.english.forms import is_gerund, is_past, words_of
from lapel.letter.english.vocabulary import pattern, word_list
from lapel.letter.points.completing import with_articles, with_copula
from lapel.letter.points.model import Act, Say, Unsayable
from lapel.letter.points.saying.asking import Asked, seek
from lapel.letter.points.saying.clauses import say_clause, say_gerund
from lapel.letter.points.saying.halves import say_subjectless
from lapel.letter.points.saying.stating import say_terms, state_fact
from lapel.letter.points.sentences import joined, said
from lapel.text.regexes import regex

_LISTED = regex(r"[,;] (?!and\b|but\b|or\b|who\b|which\b|only\b|so\b|the last \d)")


def say_listed_facts(asked: Asked, text: str) -> tuple[Act, ...] | None:
    """Return each fact in a list as a sentence: "native French, work permit applied for"."""
    parts = _LISTED.split(text)
    if len(parts) == 1:
        return None
    alone = replace(asked, asides=())
    firsts = [(*words_of(part), "", "") for part in parts]
    contrasts = any(w[0] == "not" and w[1] not in word_list("stances") for w in firsts[1:])
    bends = any(map(pattern("bends").match, parts[1:]))
    if contrasts or bends or all(is_past(words[0]) for words in firsts):
        return None
    if any(_is_of_others(words) and is_past(then[0]) for words, then in pairwise(firsts)):
        return None  # whose deed it is nobody says: "nobody called my mother, ended up in hospital"
    told = [_read_fact(alone, part, first=part is parts[0]) for part in parts]
    goes_on = word_list("halves")
    rest = zip(parts[1:], told[1:], strict=True)
    halves = [part for part, acts in rest if acts and words_of(part)[0] in goes_on]
    yet = [part.endswith((" yet", " so far")) and part[:3] == "no " for part in parts]
    denies = any(acts and undone for acts, undone in zip(told, yet, strict=True))
    left = [part for part, acts in zip(parts, told, strict=True) if not acts]
    begins = told[0] and isinstance(told[0][0], Say) and all(map(_may_stand, left))
    most = sum(map(bool, told)) > len(parts) / 2 and (begins or any(map(is_terse, parts)))
    most = most or denies
    if not most and not (told[0] and (all(told) or halves)):
        return None
    unsaid = [
        (
            seek(alone, part)
            if most and asked.targets(part)
            else Unsayable(part, "this is no sentence"),
        )
        for part in parts
    ]
    return joined([act for acts, left in zip(told, unsaid, strict=True) for act in acts or left])


def _is_of_others(words: tuple[str, ...]) -> bool:
    """Tell whether a part speaks of somebody other than the writer and the company."""
    others = words[0] in ANYBODY | {"she"} or not word_list("kin").isdisjoint(words[:3])
    return others and "i" not in words


def say_terse_facts(asked: Asked, text: str) -> tuple[Act, ...] | None:
    """Return the acts of terms typed short, which may look like a clause: "nights ok"."""
    return say_listed_facts(asked, text) if is_terse(_LISTED.split(text)[0]) else None


def _may_stand(part: str) -> bool:
    """Tell whether a part may name a thing by itself, and is no figure or manner of the one before.

    "4000 wheels" behind "designed a cave" is such a figure, "illegally" such a manner.
    """
    return " " in part and not part[0].isdigit()


def is_terse(part: str) -> bool:
    """Tell whether a part of a list is terms typed short: "nights ok", "own truck", "no visa"."""
    words = words_of(part)
    return words[:1] in (("no",), ("own",)) or not word_list("terse").isdisjoint(words[-1:])


def _read_fact(asked: Asked, part: str, *, first: bool) -> tuple[Act, ...] | None:
    """Return the statement that one part of a list makes; None where it only names something."""
    part = with_copula(part)
    words = words_of(part)
    if is_clause(part) and words[0] != "start":
        return say_terms(asked.mine(part)) or say_clause(asked, part)
    if not first and not is_terse(part) and _is_doing(part, words):
        return said(f"I am {with_articles(asked.mine(part))}")
    going_on = say_gerund(asked, part) or ()
    told = state_fact(asked, part) or say_subjectless(asked, part)
    told = told or _say_two(asked, part)
    return told or (going_on if all(isinstance(act, Say) for act in going_on) else None)


def _is_doing(part: str, words: tuple[str, ...]) -> bool:
    """Tell whether a part says what the writer is doing: "taking the course at night"."""
    return len(words) > 1 and is_gerund(words[0]) and part[:1].islower()


def _say_two(asked: Asked, part: str) -> tuple[Act, ...]:
    """Return what each of two things states, the second one's own: "clean licence and own car"."""
    one, both, other = part.partition(" and own ")
    first = state_fact(asked, one) if both else None
    second = say_subjectless(asked, f"own {other}") if first else None
    return (*first, *second) if first and second else ()
