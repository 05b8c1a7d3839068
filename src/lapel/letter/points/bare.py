"""A piece without an instruction: a sentence, a fact or only a name, each said as what it is."""

import re

from msgspec.structs import replace

from lapel.letter.english.clauses import is_clause
from lapel.letter.english.forms import (
    head_noun,
    is_base,
    is_past,
    is_plural,
    is_third,
    to_gerund,
    words_of,
)
from lapel.letter.english.vocabulary import pattern, word_list
from lapel.letter.points.completing import (
    completed,
    unspliced,
    with_copula,
    with_subject,
    without_comma,
)
from lapel.letter.points.cutting.parting import begins_without_i
from lapel.letter.points.frames import frame, framed
from lapel.letter.points.model import Act, Part, Seek, Side, Unsayable
from lapel.letter.points.objects import read_object, tie
from lapel.letter.points.persons import names_writers_own
from lapel.letter.points.saying.asking import Asked, seek
from lapel.letter.points.saying.beside import add_beside
from lapel.letter.points.saying.clauses import say_clause
from lapel.letter.points.saying.halves import say_subjectless
from lapel.letter.points.saying.listing import is_terse, say_listed_facts, say_terse_facts
from lapel.letter.points.saying.naming import tell_of
from lapel.letter.points.saying.requesting import read_closing, say_thanks
from lapel.letter.points.saying.standing import tell_standing
from lapel.letter.points.saying.stating import say_fine, say_terms
from lapel.letter.points.saying.tying import tell_company_side
from lapel.letter.points.sentences import said, say, with_article, with_the_occasion
from lapel.text.common import is_counted
from lapel.text.regexes import regex

_ARROW = " → "
_WHAT_YOU = regex(r"^(?:(?:exactly|precisely|just|basically|like) )*what (?:you|they)\b")
_COMPANYS = regex(r"(?:their|they|this|the|your)\b", re.IGNORECASE)
_FRONT_WORDS = 5
_ARTICLES = frozenset(("a", "an", "the"))
_AGENT = regex(r"(?:er|or|ist|ian)$")
_NO_REASON = regex(r",|\b(?:is|are|was|were)\b|^\d")


def read_bare(asked: Asked, text: str) -> tuple[Act, ...]:
    """Return the acts of a piece that has no instruction."""
    if _ARROW in text:
        return _read_arrow(asked, text)
    if (closes := _welcome(asked, text) or say_thanks(asked, text)) is not None:
        return closes
    if text.startswith(("that ", "That ")) and _has_doer(words_of(text)[1:]):
        return say_clause(asked, text)
    if (
        (headed := pattern("headed").match(text))
        and not is_clause(headed["head"])
        and is_clause(headed["tail"])
    ):
        return (
            *tell_of(asked, headed["head"]),
            *said(asked.mine(headed["tail"]), refers_back=True),
        )
    text = pattern("the_only").sub("Yours is the ", re.sub(r"^that\s+(?=\S+\s)", "", text))
    text = without_comma(with_copula(text))
    if terms := _fine_too(asked, text) or say_terse_facts(asked, text):
        return add_beside(asked, terms)
    if facts := _clause_and_facts(asked, text):
        return facts
    if is_clause(text) or _is_fronted(text):
        mine = asked.mine(text)
        if pattern("it_went").match(mine) and (told := say(mine)):
            return (Seek(asked.targets(mine), (Side.PROFILE,), told),)
        return add_beside(
            asked,
            tell_standing(mine, "")
            or say_terms(mine)
            or said(completed(unspliced(with_subject(mine)))),
        )
    if text.startswith(("to ", "To ")) and any(map(is_base, words_of(text)[1:2])):
        return framed("wished", asked.mine(text[3:]))
    acts = read_object(asked, text)
    return _drawing(asked, text, acts) if asked.opens else acts


def _welcome(asked: Asked, text: str) -> tuple[Act, ...]:
    """Return a closing's invitation, or request for one, as welcome; () for others."""
    if asked.context.part is Part.CLOSING and pattern("invitation").match(text):
        return read_closing(asked, text) or ()
    meets = pattern("welcomed").match(text) if asked.context.part is Part.CLOSING else None
    if meets is None:
        return ()
    welcome = said(f"I would welcome {with_article(meets['what'])}{meets['rest'] or ''}")
    return (*welcome, *(read_bare(asked, meets["more"]) if meets["more"] else ()))


def _fine_too(asked: Asked, text: str) -> tuple[Act, ...]:
    """Return what suits the writer, also behind an offer: "can work weekends, nights ok"."""
    first, comma, last = text.rpartition(", ")
    facts = say_listed_facts(asked, text) if comma and is_terse(last) else None
    if facts and not any(isinstance(act, Unsayable) for act in facts):
        return facts
    does = say_subjectless(asked, first) if comma and begins_without_i(words_of(first)) else None
    fine = say_fine(asked.mine(last if does else text))
    return (*(does or ()), *fine) if fine else ()


def _has_doer(told: tuple[str, ...]) -> bool:
    """Tell whether words after "that" begin with a subject and its verb."""
    if {*told[:1]} & _ARTICLES:
        return True
    several = bool(told) and is_plural(told[0]) and is_past((*told, "")[1])
    return several or any(is_third(word) for word in told[1:4])


def _clause_and_facts(asked: Asked, text: str) -> tuple[Act, ...]:
    """Return a clause and the facts listed beside it: "hospital is new for me, CPR cert pending".

    Words that are a clause only across a comma are such a list: "mother tongue Welsh, wrote it".
    """
    clause, comma, rest = text.partition(", ")
    alike = is_clause(clause) == is_clause(rest)
    if not comma or ";" in text or (alike and (is_clause(clause) or not is_clause(text))):
        return ()
    told = tell_standing(asked.mine(text), "") or say_listed_facts(asked, text) or ()
    return told if not any(isinstance(act, Unsayable) for act in told) else ()


def _is_fronted(text: str) -> bool:
    """Tell whether a sentence follows a clause of time: "by the time I meet them half …"."""
    words = words_of(text)
    if not pattern("fronted").match(text):
        return False
    return any(word in word_list("finite_forms") for word in words[_FRONT_WORDS:])


def _drawing(asked: Asked, text: str, acts: tuple[Act, ...]) -> tuple[Act, ...]:
    """Return what an opening only names as the reason to apply, if nothing tells more of it."""
    mine = with_the_occasion(asked.mine(text))
    only = acts[0] if len(acts) == 1 else None
    position = asked.context.position
    asks = words_of(mine)[0] in word_list("asking")
    if not isinstance(only, Seek) or only.otherwise or not position or asks:
        return acts
    if _NO_REASON.search(mine):
        return acts
    head = head_noun(mine)
    if (is_counted(head) or _AGENT.search(head)) and not {*words_of(mine)[:1]} & word_list(
        "determiners"
    ):
        return acts  # "Career changer is why …"
    words = {"is": "are" if is_plural(mine) else "is", "position": position}
    return (replace(only, otherwise=frame("drawn", mine, **words)),)


def _read_arrow(asked: Asked, text: str) -> tuple[Act, ...]:
    """Return the acts for two things around an arrow: tied to the employer's side, or in a row."""
    mine, _, other = text.partition(_ARROW)
    if len(words_of(other)) == 1 and len(words_of(mine)) == 1:
        return (seek(asked, f"{mine}, {other}"),)  # "miners → splicers": what became of what
    other = _WHAT_YOU.sub("what they", other)
    sides = (other, mine) if names_writers_own(other) else (other,)
    if any(_COMPANYS.match(side) or asked.names_company(side) for side in sides):
        return tie(asked, text) or ()
    alone = replace(asked, asides=())
    if doing := _in_gerund(other):
        brought = frame("brought_to_deed", asked.mine(doing))
        return (*read_object(asked, mine), Seek(asked.targets(other), (Side.POSTING,), brought))
    more = say_subjectless(alone, other) or (
        read_object(alone, other) if is_clause(other) else None
    )
    return (*read_object(asked, mine), *(more or tell_company_side(alone, other)))


def _in_gerund(other: str) -> str:
    """Return the posting's task after an arrow as a gerund: "mentor associate advisors"."""
    words = words_of(other)
    doing = len(words) > 1 and is_base(words[0]) and not is_clause(other)
    doing = doing and words[1] not in word_list("links")
    doing = doing and (is_plural(words[-1]) or words[1] in word_list("determiners"))
    return (doing and to_gerund(other)) or ""
