"""A piece with an instruction before it: what the instruction does with its object."""

import re

from msgspec.structs import replace

from lapel.letter.english.clauses import is_clause
from lapel.letter.english.forms import is_gerund_phrase, words_of
from lapel.letter.english.vocabulary import pattern, word_list
from lapel.letter.points.bare import read_bare
from lapel.letter.points.cutting.directions import MANNER
from lapel.letter.points.frames import framed
from lapel.letter.points.instructing import Instruction
from lapel.letter.points.model import Act, Part, Posted, Say, Seek, Side, Silence, Today
from lapel.letter.points.objects import read_object, tie
from lapel.letter.points.persons import names_people_served, names_writers_own
from lapel.letter.points.saying.asking import Asked, is_empty, seek
from lapel.letter.points.saying.beside import add_beside
from lapel.letter.points.saying.requesting import read_request
from lapel.letter.points.saying.tying import FIT, tell_company_side
from lapel.letter.points.sentences import said
from lapel.letter.points.writer import Writer
from lapel.text.regexes import regex

_HOW_SAID = (
    r"(?<! if)(?<! though)(?<! if only)(?<! albeit) (?:(?:only|just) )?"
    r"(?:in passing|honestly|openly|briefly|frankly|candidly|politely|gently"
    r"|tactfully|positively|right away|straight away|at once|early(?: on)?|up ?front|first thing)$"
)
_WHEN_SAID = regex(
    r"^(?:(?:right )?from the (?:very )?(?:start|outset|beginning)|early on|(?:right|straight) away"
    r"|up ?front|at the outset|at once|once more|once again|again|briefly|in passing|first)"
    r" (?=(?:that|how|why|what|my|the|their)\b)"
)
"""Words for when to say something in the letter, before the thing to say."""
_PROVING = (" it with", " this with", " that with", " it up with", " this up with", " that up with")
_WHO = regex(
    r",? (?:who|and) (?P<does>(?:is (?:applying|ready|eager|keen|hoping|looking|seeking)|wants|"
    r"hopes|seeks|would (?:like|love)|wishes)\b.+)$"
)
"""The wish of a person who is introduced; matches no mere deed."""
_ONE = regex(r"an? (?:[\w-]+ ){1,4}(?:who|with|for)\b")
"""Somebody by what they did, as whom an opening presents the writer."""
_THEIRS = regex(r"\b(?:they|them|theirs?|you|yours?|the (?:role|position|job|company|team))\b")
_HOLDING_UP = frozenset(("point", "frame", "present", "position", "cite", "portray", "treat"))
_POINTING = frozenset(("point to", "point at"))
_DOING = regex(r"^(?:being|working|doing|having|the) ")
_ASSURING = ("reassur", "assur", "convinc", "persuad")
_SPENT = (" time", " years", " experience", " work", " role", " background", " days", " career")
"""Endings of phrases in which "as" names a past role: "my years as a nurse"."""


def read_instruction(asked: Asked, instruction: Instruction) -> tuple[Act, ...] | None:
    """Return the acts of a piece with an instruction; None where its object says nothing."""
    kinds, object = instruction.kinds, MANNER.sub("", instruction.object.strip())
    object = _WHEN_SAID.sub("", object)
    bare = re.sub(_HOW_SAID, "", object)
    object = object if is_clause(bare) else bare
    asked = _told_by(asked, instruction)
    if "thank" in kinds and (also := pattern("reader_and").match(object)):
        return (*framed("thanks_alone"), *read_bare(asked, also["more"]))
    asks_nothing = word_list("only_refers") | word_list("asking")
    if "thank" not in kinds and " ".join(words_of(object)) in asks_nothing:
        return ()
    if (of_company := _of_company(asked, instruction, object)) is not None:
        return of_company
    if (requested := read_request(asked, instruction)) is not None:
        return add_beside(asked, requested) if asked.asides else requested
    as_one = _ONE.match(object) is not None and asked.opens
    if instruction.verb.endswith(" as") and ("introduce" in kinds or as_one or _WHO.search(object)):
        return _introduce(asked, object)
    if instruction.verb.startswith(_ASSURING):
        return tuple(_with_evidence(act) for act in read_object(asked, object))
    if "introduce" in kinds and (found := pattern("myself").match(object)):
        more = read_object(asked, found["more"]) if found["more"] else ()
        told = _introduce(asked, found["as"]) if found["as"] else (Today(object),)
        return (*told, *more)
    if (held_up := _held_up(asked, instruction, object)) is not None:
        return held_up
    if is_empty(object):
        return None
    acts = read_object(asked, object)
    turns = "turn" in kinds and not {"i", "my"} & {*words_of(object)}
    return tuple(map(_also_of_posting, acts)) if turns else acts


def _also_of_posting(act: Act) -> Act:
    """Make a search try the posting last, for what a letter turns to: "move on to the new ward"."""
    if not isinstance(act, Seek) or act.otherwise or Side.POSTING in act.sides:
        return act
    return replace(act, sides=(*act.sides, Side.POSTING))


def _held_up(asked: Asked, instruction: Instruction, object: str) -> tuple[Act, ...] | None:
    """Return the acts for a thing that is to be shown as something else; None for others.

    "Point to the nine schools as the reason I am confident" shows it so.
    """
    if reason := pattern("as_reason").match(object):
        why = said(asked.mine(f"That is why {reason['why']}"), refers_back=True)
        return (*read_object(asked, reason["what"]), *why)
    what, as_what, proved = object.partition(" as ")
    if pattern("occasion").match(proved) and not is_clause(what):
        return framed("seen", asked.mine(what), what=asked.mine(proved))
    held = instruction.verb in _HOLDING_UP and not what.endswith(_SPENT) and not is_clause(what)
    if as_what and held and not re.match(FIT, object):
        return (*read_object(asked, what), Silence(f"as {proved}"))
    return None


def _told_by(asked: Asked, instruction: Instruction) -> Asked:
    """Return the request adjusted to how its instruction wants it told.

    A piece that backs up earlier words is read as part of the body, whatever its paragraph is
    about.
    """
    proves = instruction.verb.endswith(_PROVING)
    return replace(
        asked,
        context=replace(asked.context, part=Part.BODY) if proves else asked.context,
        shows=bool({"show", "turn"} & instruction.kinds) and "say" not in instruction.kinds,
        plainly=instruction.verb.startswith(tuple(word_list("plainly"))),
    )


def _of_company(asked: Asked, instruction: Instruction, object: str) -> tuple[Act, ...] | None:
    """Return the acts for a quote, plan or tie that concerns the employer; None for others."""
    if "quote" in instruction.kinds and "my" not in words_of(object):
        return (Posted(asked.mine(object), f"{instruction.verb} {object}"),)
    if "ahead" in instruction.kinds:
        return (Silence(instruction.verb), *tell_company_side(asked, object))
    turns = "turn" in instruction.kinds or instruction.verb in _POINTING
    if turns and _THEIRS.search(object) and " as " not in object:
        return tell_company_side(asked, object)
    return (_tie(asked, object) or None) if "tie" in instruction.kinds else None


def _with_evidence(act: Act) -> Act:
    """Replace a claim to assure the reader of by a search for the deed that shows it."""
    claim = pattern("assured").match(act.variants[0]) if isinstance(act, Say) else None
    if claim is None or not isinstance(act, Say):
        return act
    return Seek((_DOING.sub("", claim["what"].rstrip(".")),), (Side.PROFILE,), act)


def _tie(asked: Asked, object: str) -> tuple[Act, ...] | None:
    """Return the acts that tie two things, or something to earlier words ("tie it to …")."""
    back = pattern("back").match(object)
    if back is None:
        return tie(asked, object)
    rest = object[back.end() :]
    if names_writers_own(rest):
        return read_object(asked, rest)
    if names_people_served(rest):
        return (seek(asked, rest, sides=(Side.PROFILE, Side.CONNECTION)),)
    done = is_gerund_phrase(rest) and not (_THEIRS.search(rest) or asked.names_company(rest))
    return tuple(_of_either(act) if done else act for act in tell_company_side(asked, rest))


def _of_either(act: Act) -> Act:
    """Make a search try the profile before the posting: "link this to leading the group"."""
    sought = isinstance(act, Seek) and act.sides == (Side.POSTING,)
    return replace(act, sides=(Side.PROFILE, Side.POSTING)) if sought else act


_WHO_OWNS = regex(r",? who (?P<does>(?:\w+ ){1,3}(?:his|her|their) .+)$")
"""A description with a possession: "a locksmith who has run his own shop"."""


def _introduce(asked: Asked, who: str) -> tuple[Act, ...]:
    """Return the acts that introduce the writer as the note says."""
    third = replace(asked.persons, writer=Writer.THIRD)
    does = _WHO.search(who) or _WHO_OWNS.search(who)
    is_one = third.change(who[: does.start()] if does else who)
    wish = third.change(f"she {does['does']}") if does else ""
    if asked.context.position:
        wish = pattern("the_position").sub(f"applying for {asked.at_position()}", wish)
    return framed("introduced", f"{is_one}, and {wish}" if wish else is_one)
