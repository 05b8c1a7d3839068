"""Points proved by a deed instead of being said: a single time, or a feeling."""

import re
from typing import TypeGuard

from msgspec.structs import replace

from lapel.letter.english.clauses import is_clause
from lapel.letter.english.forms import is_past, words_of
from lapel.letter.english.vocabulary import either, pattern
from lapel.letter.points.model import Act, Say, Seek, Side, Silence
from lapel.letter.points.saying.asking import Asked, seek
from lapel.letter.points.saying.beside import add_beside
from lapel.text.regexes import regex

SHOWN_BY = regex(r" (?:through|by way of|by means of|via) (?P<by>(?:(?!through ).)+)$")
AS_SHOWN = regex(
    r",? (?:as (?:is |was )?(?:shown|seen|demonstrated|prove[dn]|evidenced|illustrated|reflected)"
    r" (?:by|in|during|when|at|through|with)|with reference to|with a reference to|citing"
    r"|drawing on|referring to|(?:e\.g\.|for example|for instance),?(?= (?:the|my|our)\b)) "
    r"(?P<by>.+)$"
)
"""A proof added to an object, whatever it is: "…, as shown during the flood"."""
PROVED_BY = regex(r"^(?P<claim>.+?), (?:with|using|by) (?P<by>(?:what|how|the|my) .+)$")
"""A claim with its proof: "I meet the requirement, with the safety record"."""
_WHEN = regex(r"\b(?:when|where) $", re.IGNORECASE)
_SPOKEN = regex(r"(?:I|you|we|he|she)\b")
_WHEN_HELD = regex(r"^(?:when|where|how) (?=(?:I|you|s?he)\b)")
_ONE_TIME = regex(rf"^(?:an?|one|some) (?:\w+ )?(?:{either('occasions')}|example|instance)s?\b")
_STANCE = regex(r"^I am committed to (?P<of>(?![a-z]+ing\b)[^,;]+)\.$")


def seek_once(asked: Asked, text: str, held: str) -> tuple[Act, ...]:
    """Return a search for a single deed of a kind, () for other texts.

    "A time I calmed an angry family" asks for one; deeds done at the company do not count.
    """
    if asked.shows and _WHEN.search(text[: len(text) - len(held)]) and not _SPOKEN.match(held):
        return (seek(asked, held),)
    mine = asked.mine(_WHEN_HELD.sub("", held))
    deed = pattern("deed").match(mine) if _ONE_TIME.match(text) else None
    if deed is None or {"you", "your"} & {*words_of(mine)} or not is_past(deed["verb"]):
        return ()
    return (Seek(asked.targets(mine[deed.start("verb") :]), (Side.PROFILE,)),)


def show_feeling_beside(asked: Asked, felt: tuple[Act, ...]) -> tuple[Act, ...]:
    """Return searches for deeds that show a feeling, by the words beside it, without the claim.

    A stance is shown by the deeds that surely show it.
    """
    shows = asked.shows and not asked.opens and not asked.asides
    claims = [_STANCE.match(act.variants[0]) if isinstance(act, Say) else None for act in felt]
    if shows and any(claims):
        return tuple(
            Seek(asked.targets(claim["of"]), (Side.PROFILE,), act)
            if claim and isinstance(act, Say)
            else act
            for claim, act in zip(claims, felt, strict=True)
        )
    sought = tuple(target for aside in asked.asides for target in asked.targets(aside))
    if asked.shows and sought and not any(map(is_clause, asked.asides)):
        return (Seek(sought, (Side.PROFILE,)),)
    return add_beside(asked, felt)


def tell_by_proof(
    asked: Asked, claim: str, acts: tuple[Act, ...], proof: tuple[Act, ...]
) -> tuple[Act, ...]:
    """Return the acts of a claim and of its proof, which is told in place of a mere claim."""
    told = (_say_claim(act, claim) if _is_claimed(act) else act for act in acts)
    return (*(told if asked.shows else acts), *proof)


def _say_claim(act: Seek, claim: str) -> Say | Silence:
    """Return a claim in the note's words where they say it; a mere one is left to its proof."""
    return replace(act.otherwise, refers_back=False) if act.otherwise else Silence(claim)


def _is_claimed(act: Act) -> TypeGuard[Seek]:
    """Tell whether an act seeks what would show a claim: "that I can react fast"."""
    return isinstance(act, Seek) and act.sides == (Side.PROFILE,)
