"""Objects that begin with "what": what the writer did, likes or brings, and what others did."""

import re

from lapel.letter.english.clauses import is_clause
from lapel.letter.english.forms import is_base, is_past, words_of
from lapel.letter.english.vocabulary import pattern, word_list
from lapel.letter.points.model import Act, Part, Posted, Seek, Side, Silence, Unsayable
from lapel.letter.points.saying.asking import Asked, seek
from lapel.letter.points.saying.meeting import REFERS_BACK
from lapel.letter.points.saying.reasons import names_company
from lapel.letter.points.saying.tying import bring_to
from lapel.letter.points.sentences import said, say
from lapel.text.regexes import regex

_AND_ABOUT = regex(r" and (?:about|in|of|at|with) (?=(?:the|your|a|an|its|how)\b)")
"""A second thing that something is liked about, which the sentence names beside the first."""
_DEAR = regex(
    r"^(?:me to )?(?P<do>(?P<verb>[a-z]+) (?:an?|the|your|my|this|these|children|people|on|in|at"
    r"|for|with|to|again|here|there)\b.*)$"
)
"""The meaning of doing something: "what it would mean to direct the acting in a film"."""
_WORK_AT = regex(
    r"^I(?: have|['’]ve)? (?:do|did|done|am doing|was doing|learned|built)(?: now)? "
    r"(?:at|for|with|in) (?P<where>[A-Z].+)$"
)
"""Work at a place, told by the deeds there."""
_STRUCK = regex(r"^\S+ .*\b(?:got|struck|moved|caught|won|convinced|sold|drew|impressed) me\b")
_THING_OF = (
    r"^(?:[Tt]he|[Tt]hat|[Mm]y) (?P<what>[\w'’ -]+?) (?:thing|stuff|bit|part|story|one|work)$"
)
"""A thing recalled by its name alone: "the volunteers thing"."""
_PERSONS = frozenset(("he", "she", "we", "you", "i"))
COULD = regex(r"^I(?:['’](?:d|ll)| would| can| could| will| might| plan to| hope to)\b")
"""A wish or plan of the writer's, which is no deed."""
KIN = word_list("kin") | {f"{kin}'s" for kin in word_list("kin")}


def explain_what(asked: Asked, rest: str) -> tuple[Act, ...]:
    """Return acts for a "what", whose "what" is left out in ``rest``."""
    mine = asked.mine(rest)
    if somewhere := _seek_somewhere(asked, mine):
        return somewhere
    if _STRUCK.search(mine):
        return said(f"What {mine}")
    if not asked.asides and pattern("opinion").match(mine):
        return (Unsayable(f"what {rest}", "only you can say it"),)
    meaning = pattern("meaning").match(rest)
    if told := _tell_beside(asked, mine):
        return told
    if pattern("offers").match(rest) or pattern("offers").match(mine):
        beside = tuple(t for aside in asked.asides for t in asked.targets(aside))
        brought = meaning and not names_company(asked, asked.mine(meaning["theirs"]))
        tied = bring_to(asked.mine(meaning["theirs"])) if meaning and brought else ()
        return (Seek(beside, (Side.PROFILE,)), *tied)
    if meaning and not is_clause(asked.mine(meaning["theirs"])):
        return _say_meaning(asked, mine, meaning["mine"], meaning["theirs"])
    if pattern("draws").match(mine):
        drawn = re.search(r"\b(?:to|about|into) (?P<what>.+)$", mine)
        targets = asked.targets(drawn["what"]) if drawn else ()
        return (Seek(targets, (Side.CONNECTION,)),)
    if liked := pattern("liked").match(mine):
        what = _AND_ABOUT.sub(" and ", liked["what"] or "")
        kept = say(f"I {liked['do']} {what}") if what else None
        return (Seek(asked.targets(liked["what"] or ""), (Side.CONNECTION,), kept),)
    if (back := _tell_pointing_back(asked, mine)) is not None:
        return back
    own = mine.startswith(("I ", "I've ", "I’ve "))
    return _tell_own_thing(asked, mine) if own else _tell_others_thing(asked, mine)


def _seek_somewhere(asked: Asked, mine: str) -> tuple[Act, ...]:
    """Return acts for what the posting says of something, or for work at a place; else ()."""
    if there := pattern("said_there").match(mine):
        what, _, mine_too = there["what"].partition(" and to ")
        own = (seek(asked, mine_too, sides=(Side.PROFILE,)),) if mine_too else ()
        return (Seek(asked.targets(what), (Side.POSTING,)), *own)
    work = _WORK_AT.match(mine)
    beside = tuple(t for aside in asked.asides for t in asked.targets(aside))
    return (Seek((*beside, *asked.targets(work["where"])), (Side.PROFILE,)),) if work else ()


def _say_meaning(asked: Asked, mine: str, what: str, theirs: str) -> tuple[Act, ...]:
    """Return acts on what something means to the writer, to others, or for the company."""
    if theirs.strip() in ("me", "you"):
        return (Seek(asked.targets(what), (Side.CONNECTION,)),)
    if words_of(what)[0] in REFERS_BACK and mine.endswith(f" to {theirs}"):
        if what == "it" and (dear := _DEAR.match(theirs)) and is_base(dear["verb"]):
            return said(f"It would mean a lot to me to {dear['do']}")
        return (Unsayable(f"what {mine}", "only you can say it"),)
    return bring_to(asked.mine(theirs))


def _tell_own_thing(asked: Asked, mine: str) -> tuple[Act, ...]:
    """Return acts for what the writer did, learned or saw; its place is looked for."""
    done = re.sub(r"^I(?:['’]ve| have)? \w+\s+(?:from|at|in|with|by)?\s*", "", mine)
    if COULD.match(mine) or pattern("learned_about").match(mine):
        return (Unsayable(f"what {mine}", "only you can say it"),)
    of_them = asked.context.part is Part.COMPANY or "your" in words_of(mine)
    if not of_them and not asked.targets(done):
        return (Unsayable(f"what {mine}", "only you can say it"),)
    sides = (Side.PROFILE, Side.CONNECTION)
    return (Seek(asked.targets(done), sides[::-1] if of_them else sides),)


def _tell_others_thing(asked: Asked, mine: str) -> tuple[Act, ...]:
    """Return acts for what somebody else did, got or taught; a deed may tell it."""
    if asked.shows and not {"me", "my"} & {*words_of(mine)} and (found := asked.targets(mine)):
        return (Seek(found, (Side.PROFILE,)),)
    if {*words_of(mine)} & KIN and "my" in words_of(mine):
        return (Seek(asked.targets(mine), (Side.CONNECTION,)),)
    if did := pattern("it_did").match(mine):
        return (Seek(asked.targets(f"{did['thing']} {did['rest'] or ''}"), (Side.PROFILE,)),)
    if (moved := pattern("moved_me").match(mine)) and not asked.asides:
        then = say(f"That {moved['did']} me", refers_back=True)
        return (Posted(_AND_ABOUT.sub(" and ", moved["what"]), f"what {mine}", then),)
    return (*_seek_teacher(mine), Unsayable(f"what {mine}", "only you can say it"))


def _seek_teacher(mine: str) -> tuple[Act, ...]:
    """Return a search for the teacher of something: "what Gander taught me"."""
    taught = pattern("taught").match(mine)
    named = taught is not None and words_of(taught["by"])[0] not in REFERS_BACK | _PERSONS
    return (Seek((taught["by"],), (Side.PROFILE,)),) if taught and named else ()


def _tell_beside(asked: Asked, mine: str) -> tuple[Act, ...]:
    """Return the words beside a "what": the deed for "what I'd bring", or what it is."""
    if not asked.asides:
        return ()
    told = asked.mine(asked.asides[0])
    if pattern("taught").match(mine) and is_base(words_of(told)[0]):
        return said(f"What {mine} is to {told}")
    if pattern("offers").match(mine) and is_past(words_of(told)[0]):
        targets = tuple(t for aside in asked.asides for t in asked.targets(aside))
        return (Seek(targets or (told,), (Side.PROFILE,)),)
    if pattern("offers").match(mine) and (named := _catchwords(told)):
        return tuple(seek(asked, name) for name in named)
    named = tuple(told.split(", "))
    if pattern("did_things").match(mine) and len(named) > 1 and not any(map(is_clause, named)):
        return tuple(seek(asked, re.sub(r"^and ", "", name)) for name in named)
    if pattern("draws").match(mine) or mine.startswith(("I ", "I'", "I’")):
        likes = pattern("likes_about").match(mine) is not None
        told = f"that {told}" if likes and is_clause(told) else told
        return said(told) if is_clause(told) else said(f"What {mine} is {told}")
    return ()


def _tell_pointing_back(asked: Asked, mine: str) -> tuple[Act, ...] | None:
    """Return acts for what something told before did or became: "what it did to churn"."""
    if any(pattern(name).match(mine) for name in ("came_of_it", "reflects", "done_about")):
        return (Silence(f"what {mine}"),)
    if became := pattern("became").match(mine):
        return (Seek(asked.targets(became["what"]), (Side.PROFILE,)),)
    if passive := pattern("was_done").match(mine):
        return (Seek(asked.targets(passive["what"]), (Side.PROFILE,)),)
    back = re.match(r"(?:it|that|this) (?:did|does|meant|changed)\b(?P<rest>.*)$", mine)
    if back is None:
        return None
    targets = asked.targets(re.sub(r"^ (?:to|for|in)\b", "", back["rest"]))
    return (Seek(targets, (Side.PROFILE,)),) if targets else ()


def _catchwords(told: str) -> tuple[str, ...]:
    """Return the things that words only recall, each told by a bullet, () if the words tell.

    "The volunteers thing, bridge" recalls two.
    """
    named = told.split(", ")
    called = any(re.match(_THING_OF, name) for name in named)
    if is_clause(told) or not (called or (len(named) > 1 and " and " not in told)):
        return ()
    return tuple(re.sub(_THING_OF, r"\g<what>", name) for name in named)
