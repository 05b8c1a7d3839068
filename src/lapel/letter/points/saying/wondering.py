"""Objects that begin with how, when or another question: the writer is to tell it."""

import re

from msgspec.structs import replace

from lapel.letter.english.clauses import ANYBODY, is_clause, is_first_person
from lapel.letter.english.forms import is_past, is_third, words_of
from lapel.letter.english.vocabulary import either, pattern
from lapel.letter.english.words import capital
from lapel.letter.points.frames import framed
from lapel.letter.points.model import (
    Act,
    Part,
    Say,
    Seek,
    Side,
    Silence,
    Since,
    Today,
    Unsayable,
)
from lapel.letter.points.saying.asking import Asked, seek
from lapel.letter.points.saying.clauses import say_clause
from lapel.letter.points.saying.halves import say_wish
from lapel.letter.points.saying.meeting import REFERS_BACK, tell_meeting
from lapel.letter.points.saying.reasons import explain_why, names_company
from lapel.letter.points.saying.tying import bring_to, tell_company_side
from lapel.letter.points.saying.whats import COULD, KIN, explain_what
from lapel.letter.points.sentences import said, say
from lapel.text.common import is_adjective
from lapel.text.regexes import regex

_FEW_WORDS = 4
"""The most words of a "how" that says only that something was done."""
ONLY_YOU = "this is a question that only you can answer"
_OF_MINE = regex(
    r"\bof (?:mine|my)\b|\bI(?:['’](?:d|ll)| would| could| will) (?:bring|use|tell|show|choose)\b"
)
"""A question which of the writer's things are meant: "which two of mine I would bring"."""
_AND_WHO = regex(r", (?:and )?(?=(?:who|what|how|why|when|where|which)\b)")
_ONLY_ASKS = regex(
    r"(?:and |or )?(?:why|how|when|where|what|who|the reasons?|for what reasons?)(?: not| so)?\??",
    re.IGNORECASE,
)
"""A question in brackets that says nothing by itself: "(and why)"."""
_LIKE = regex(r"\b(?:is|are|was|were) (?:like|similar|the same|comparable|not so different)\b")
_PRODUCT = regex(rf"\byour (?:\w+ )?(?:{either('offerings')})\b")
_A_THING = regex(r"(?:the|my|our|your|an?) \w")
_PLANS = frozenset(("spend", "approach", "structure", "handle", "tackle", "organize", "organise"))
"""Questions that only a plan could answer: "how I would spend the first ninety days"."""
_LEARNS = regex(
    r"^(?: \w+)*? (?:learn|study|master|catch up|get up to speed|pick (?:it|this|that|them) up|"
    r"pick up|prepare)\b(?! (?:from|with|about|alongside)\b)"
)
"""Something still to be learned, which is said as no wish: "how I would learn it"."""
_OURS = frozenset(("you", "your", "me", "my", "i", "we", "our", "can"))
"""Words for the writer and the company, and "can"."""
_CAME = regex(
    r" (?:(?:came|went|fell|rose|dropped|grew) (?:down|up|back|about|together)"
    r"|(?:was|were|got) \w+ed|changed|improved|dropped|fell|rose|grew|developed|shrank|doubled"
    r"|halved|evolved)$"
)
"""A result without more, told by its deed: "the turnaround came down"."""
_PRONOUNS = ANYBODY | {"it", "this", "that", "they", "he", "she"}
_MANNER_OF_THEIRS = regex(r"^(?:\w+ly|well|hard|fast|often|early|little|much) you \w+ .+$")
_HEARD = regex(r"^(?:heard|learned|learnt|read) (?:from|at|in|on|through|via|over) ")
"""The way the writer heard of the opening, with its verb: "heard from a colleague"."""
_OPENINGS = rf"(?:the |this |your )?(?:{either('opening')}|ad|advert|listing|you)\b"
_DEGREE = regex(r"^(?:much|far|deeply|strongly|well|greatly|often)\s+", re.IGNORECASE)
_COUNTED = regex(r"(?:(?:many|few) |(?:much|little) of )(?!(?:of )?(?:you|your)\b)", re.IGNORECASE)
"""A number that only a deed gives: "how many cooks I trained", "how much of the oak I kept"."""
_SAYS_HOW = regex(
    r" (?:by|without|through|because|so that|when|after|until"
    r"|(?:with|from) (?=(?:an?|the|my|our|only|just|one|two|three|four)\b)) |\d"
)
"""Words for how, when or how much: "how I cut the bill by moving two fans"."""
_DAY = regex(r"\b\d{1,2}(?:st|nd|rd|th)?$|^\w+day\b")
_LINKED = regex(r"^(?:from|through|at|via|in|on|when|by|while|after|thanks)\b", re.IGNORECASE)


def explain(asked: Asked, text: str) -> tuple[Act, ...]:
    """Return acts for a "why", "how", "what" or "when" that the writer is asked to tell."""
    told_with = tuple(aside for aside in asked.asides if not _ONLY_ASKS.fullmatch(aside))
    asked = replace(asked, asides=told_with)
    one, *more = _AND_WHO.split(text.strip())
    if more and len(words_of(one)) <= _FEW_WORDS:
        return tuple(act for part in (one, *more) for act in explain(asked, part))
    first, _, rest = text.strip().partition(" ")
    told = asked.asides[0] if asked.asides and first.casefold() == "how" else ""
    if is_first_person(told) and is_clause(told):
        return say_clause(asked, told)
    match first.casefold():
        case "why":
            return explain_why(asked, rest.strip())
        case _ if not asked.asides and _is_of_deed(text.strip()):
            return ()
        case "how":
            return _explain_how(asked, rest.strip())
        case "what":
            return explain_what(asked, rest.strip())
        case "when" | "where":
            return _explain_when(asked, first.casefold(), rest.strip())
        case "which" if asked.asides and (chosen := pattern("wondering_which").match(rest)):
            return said(f"{asked.asides[0]} {asked.mine(chosen['did'])}")
        case "which" if _OF_MINE.search(rest) and (named := _seek_listed_beside(asked)):
            return (Silence(text), *named)
        case _:
            is_me = re.match(r"who I am(?: (?:now|today|at present))?$", asked.mine(text))
            return (Today(text) if is_me else Unsayable(text, ONLY_YOU),)


def _is_of_deed(text: str) -> bool:
    """Tell whether a question is of a deed told with it, which answers it: "how big it was"."""
    return any(pattern(name).match(text) for name in ("of_deed", "how_done"))


def _explain_how(asked: Asked, rest: str) -> tuple[Act, ...]:
    mine = asked.mine(rest)
    if well := pattern("how_well").match(rest):
        done = f"{well['did']} {well['how']}"
        return (
            Seek(asked.targets(asked.mine(well["did"])), (Side.PROFILE,), say(asked.mine(done))),
        )
    if (held := pattern("how_long").match(rest)) and not asked.asides:
        return (Since(held["what"], f"how {mine}"),)
    if counted := _COUNTED.match(mine):
        things = mine[counted.end() :]
        others = {"i", "we"}.isdisjoint(words_of(things))
        return (Seek(asked.targets(things), (Side.PROFILE,), quiet=others),)
    began = pattern("began").match(mine)
    if began and (began["who"] == "you" or asked.context.part is Part.COMPANY):
        return said(f"You {began['began'].replace('was', 'were')} {began['from']}")
    if made := pattern("made").match(mine):
        return said(f"{made['it']} {made['made']} {made['what']} {made['how']}")
    if is_clause(mine) and {*words_of(mine)[:2]} & KIN:
        return say_clause(asked.changed(), mine)
    return _explain_how_it_meets(asked, rest, mine)


def _explain_how_it_meets(asked: Asked, rest: str, mine: str) -> tuple[Act, ...]:
    """Return acts for how something of the writer's is, serves or was done."""
    if stance := pattern("stance").match(rest):
        return say_clause(asked, f"{stance['be']} {stance['how']} {stance['rest'] or ''}")
    if (useful := pattern("useful").match(rest)) and not is_clause(useful["mine"]):
        return _tell_use(asked, useful["mine"], useful["theirs"])
    if (so := pattern("how_so").match(mine)) and is_adjective(so["how"]):
        return say_clause(asked.changed(), f"{so['who']} {so['be']} {so['how']} {so['rest']}")
    if likened := _LIKE.search(rest):
        shown = seek(asked, asked.mine(rest[: likened.start()]), sides=(Side.PROFILE,))
        return (shown, *say_clause(asked, rest))
    if degree := _say_how_much(asked, rest, mine):
        return degree
    if (met := tell_meeting(asked, rest)) is not None:
        return met
    if _is_use(asked, mine):
        told = say(mine) if is_clause(mine) and len(words_of(mine)) > 4 else None
        return (Seek(asked.targets(mine), (Side.CONNECTION,), told),)
    if could := COULD.match(mine):
        return _say_how_it_could(asked, mine, mine[could.end() :])
    if mine.startswith(("I ", "my ", "I'", "I’", "we ", "our ")):
        return _tell_own_way(asked, mine)
    return _tell_others_way(asked, rest, mine)


def _say_how_much(asked: Asked, rest: str, mine: str) -> tuple[Act, ...]:
    """Return acts that say how much something means or is so; () where no degree is asked for."""
    if much := pattern("how_much").match(mine):
        return said(f"{much['does']} a lot {much['rest']}")
    return say_clause(asked, _DEGREE.sub("", rest)) if _DEGREE.match(rest) else ()


def _tell_use(asked: Asked, mine: str, theirs: str) -> tuple[Act, ...]:
    """Return acts for the use of something of the writer's, told before or to be looked for."""
    if words_of(mine)[0] in REFERS_BACK:
        return tell_company_side(asked, theirs)
    writer = seek(asked, asked.mine(mine), sides=(Side.PROFILE, Side.CONNECTION))
    named = names_company(asked, asked.mine(theirs))
    return (writer, *(() if named else bring_to(asked.mine(theirs))))


def _say_how_it_could(asked: Asked, mine: str, what: str) -> tuple[Act, ...]:
    """Return acts on how the writer would do something, a wish unless only they can tell."""
    if _PLANS & {*words_of(what)[:2]} or _LEARNS.match(what):
        return (Unsayable(f"how {mine}", "only you can say it"),)
    wished = re.sub(r"^ (?:like|love) to\b", "", what)
    return say_clause(asked, f"I would like to{wished}")


def _tell_others_way(asked: Asked, rest: str, mine: str) -> tuple[Act, ...]:
    """Return acts for how somebody else does something: from deeds, else from the note."""
    if pattern("alike").match(mine):
        return said(mine)
    if pattern("reflects").match(mine):
        return (Silence(f"how {mine}"),)
    if manner := _MANNER_OF_THEIRS.match(mine):
        return framed("admired", f"how {manner.group()}")
    beside = tuple(t for aside in asked.asides for t in asked.targets(aside))
    if is_clause(mine) or any(is_third(word) or is_past(word) for word in words_of(mine)[1:4]):
        told = say_clause(asked.changed(), mine)
        others = words_of(mine)[0] not in _PRONOUNS and not _OURS & {*words_of(mine)}
        if not others or len(told) != 1 or not isinstance(told[0], Say):
            return told
        if asked.shows and beside:
            return (Seek(beside, (Side.PROFILE,)),)
        if asked.shows and (came := _CAME.search(mine)):
            return (Seek(asked.targets(mine[: came.start()]), (Side.PROFILE,)),)
        if asked.shows and words_of(mine)[-1] in REFERS_BACK:
            return (Seek(asked.targets(_doer(mine)), (Side.PROFILE,)),)
        return (Seek(asked.targets(mine), (Side.PROFILE,), told[0]),)
    found = seek(asked, rest)
    return (Seek((*found.targets, *beside), found.sides),)


def _doer(mine: str) -> str:
    """Return the words before the verb, for the doer: "the choirs" of "the choirs came into it"."""
    words = mine.split()
    verb = next((n for n, word in enumerate(words) if n and _is_finite(word)), 0)
    return " ".join(words[:verb]) or mine


def _is_finite(word: str) -> bool:
    return is_past(word) or is_third(word)


def _tell_own_way(asked: Asked, mine: str) -> tuple[Act, ...]:
    """Return acts for how the writer does something, told by deeds."""
    came = pattern("came").match(mine)
    if came and (asked.names_company(mine) or re.search(_OPENINGS, mine[came.end() :])):
        return _say_how_i_came(asked, mine)
    mine, specifics = _split_listed(asked, mine)
    bare = re.sub(r"^(?:I|my|we|our)\s+(?:(?:have|had|am|was|did|do)\s+)?", "", mine)
    beside = tuple(t for aside in asked.asides for t in asked.targets(aside))
    words = words_of(mine)
    of_them = {"you", "your"} & {*words} and not asked.shows and not asked.asides
    done = is_past(words[1]) and _SAYS_HOW.search(mine)
    tells = len(words) > _FEW_WORDS and bool(done or of_them)
    otherwise = say(mine) if tells else None
    targets = (*asked.targets(bare), *specifics, *beside)
    return (Seek(targets, (Side.PROFILE, Side.CONNECTION), otherwise, specifics=specifics),)


def _split_listed(asked: Asked, mine: str) -> tuple[str, tuple[str, ...]]:
    """Return what the writer does and the things it consists of.

    "I train people, the Tuesday tastings and the exam results" lists such things.
    """
    does, comma, listed = mine.partition(", ")
    things = comma and all(_A_THING.match(part) for part in re.split(r",? and |, ", listed))
    return (does, asked.targets(listed)) if things and not is_clause(listed) else (mine, ())


def _say_how_i_came(asked: Asked, mine: str) -> tuple[Act, ...]:
    """Return acts on how the writer met the opening, in the note's words beside it."""
    if not asked.asides:
        told = said(mine) if len(words_of(mine)) > 6 else ()
        return told or (Unsayable(f"how {mine}", "the note does not say how"),)
    aside = asked.mine(asked.asides[0])
    if is_clause(aside):
        return say_wish(asked, aside) or ()
    if _HEARD.match(aside):
        return said(f"I {aside} about {asked.context.company or 'you'}")
    return said(f"{mine} {aside if _LINKED.match(aside) else f'through {aside}'}")


def _explain_when(asked: Asked, word: str, rest: str) -> tuple[Act, ...]:
    mine = asked.mine(rest)
    if asked.asides and is_clause(mine):
        value = asked.asides[0]
        if word == "where" and pattern("came").match(mine):
            return said(f"{mine} through {value}")
        month, day = pattern("month").match(value), _DAY.search(value)
        link = "on " if day else "in " if month else ""
        return said(f"{mine} {link}{capital(value) if month else value}")
    if word == "where" and is_clause(mine) and mine.startswith(("I ", "we ")):
        return said(f"There {mine}", refers_back=True)
    return (Unsayable(f"{word} {mine}", "the note does not say it"),)


def _is_use(asked: Asked, mine: str) -> bool:
    theirs = asked.names_company(mine) or _PRODUCT.search(mine)
    return bool(theirs and mine.startswith("I") and pattern("uses").search(mine))


def _seek_listed_beside(asked: Asked) -> tuple[Act, ...]:
    """Return the things that answer a question: "which two I would bring (rounds, handover)"."""
    listed = [one for aside in asked.asides for one in aside.split(", ")]
    names = listed if not any(map(is_clause, listed)) else ()
    return tuple(seek(asked, name, sides=(Side.PROFILE,)) for name in names)
