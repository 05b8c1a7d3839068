"""Requests and gifts to the reader of a letter: thanks, a talk, an answer, an enclosure."""

import re

from lapel.letter.english.forms import (
    head_noun,
    is_base,
    is_gerund,
    is_gerund_phrase,
    to_base,
    to_gerund,
    words_of,
)
from lapel.letter.english.vocabulary import either, pattern, word_list
from lapel.letter.points.frames import framed
from lapel.letter.points.instructing import Instruction
from lapel.letter.points.model import Act
from lapel.letter.points.saying.asking import Asked
from lapel.letter.points.sentences import with_article
from lapel.text.common import is_counted
from lapel.text.regexes import regex

_READER = (
    r"(?:you|them|him|her|everyone|(?:the )?(?:hiring |search |selection )?"
    rf"(?:{either('audience')}))"
)
_THANKED = regex(rf"^{_READER}?\s*(?:(?:for|in) (?P<what>.+))?$", re.IGNORECASE)
_INVITED = regex(rf"^{_READER}\s+to\s+(?P<what>.+)$", re.IGNORECASE)
_INVITED_IN = regex(rf"^{_READER}\s+(?P<where>aboard|over|in|along|round)$", re.IGNORECASE)
_MEETING = regex(rf"\b(?:{either('meetings')})\b(?!-)", re.IGNORECASE)
_A_MEETING = regex(rf"^(?:an? |the )?(?:{either('meetings')})\b(?!-)", re.IGNORECASE)
_THE_OFFICE = regex(rf"^the(?= (?:{either('persons')})\b)", re.IGNORECASE)
_FOR_READING = regex(
    r"^(?:(?:your|their|his|her|the) "
    rf"(?P<their>(?:{either('given')})\b.*)"
    r"|(?:reading|considering|reviewing|looking at) .+)$"
)
"""Thanks that only readers of the letter receive, whatever office is named."""
_SUGGESTED = regex(r"^(?:that )?(?P<who>they|you|we) (?P<what>\w+ .+)$", re.IGNORECASE)
_QUESTION = regex(rf"^(?:{either('asking')})\b", re.IGNORECASE)
_ON_REQUEST = regex(r"^(?P<what>.+?) (?P<how>(?:up)?on request)$")


def read_request(asked: Asked, instruction: Instruction) -> tuple[Act, ...] | None:
    """Return the acts of thanking, asking, enclosing and closing; else None."""
    kinds, object = instruction.kinds, instruction.object
    if instruction.verb.startswith(("promis", "pledg")) and object.startswith("to "):
        return framed("promised", asked.mine(object))
    if "thank" in kinds:
        return _thank(asked, object)
    if "praise" in kinds and (praised := pattern("praised").match(object)):
        return _praise(asked, instruction.verb, praised["what"])
    if "enclose" in kinds and words_of(object):
        return _enclose(asked, object)
    if "ask" in kinds:
        return _ask(asked, instruction)
    if "close" in kinds:
        return read_closing(asked, object)
    return say_thanks(asked, object)


def find_thanked_for(object: str) -> str:
    """Return the object of thanks to a reader for the company: "the hiring committee for …"."""
    found = _THANKED.match(object)
    if found is None:
        return "" if _names_deciders(object) else object
    return found["what"] or ""


def _names_deciders(who: str) -> bool:
    """Tell whether those who decide on the application are thanked, and for nothing else."""
    return {*words_of(who)} - {"the"} <= word_list("appointing")


def is_meeting(phrase: str) -> bool:
    """Tell whether a phrase names a talk with the company: "an interview", "meeting in person"."""
    return _A_MEETING.match(phrase) is not None


def say_thanks(asked: Asked, text: str) -> tuple[Act, ...] | None:
    """Return thanks that a noun phrase names: "a thank you for their time"; None for others."""
    found = pattern("thanks_noun").match(text)
    if found and found["who"]:
        return _thank(
            asked, f"{found['who']}{' for ' if found['what'] else ''}{found['what'] or ''}"
        )
    return _frame_thanks(asked, found["what"]) if found else None


def names_ending(text: str) -> bool:
    """Tell whether a text only names a letter's ending: "call to action", "next steps"."""
    return pattern("action").match(text) is not None


def read_closing(asked: Asked, object: str) -> tuple[Act, ...] | None:
    """Return the thanks or the invitation that a letter is to close with; else None."""
    if names_ending(object):
        return framed("talk")
    if (thanked := say_thanks(asked, object)) is not None:
        return thanked
    invitation = pattern("invitation").match(object)
    if invitation and re.match(
        r"(?:join|come|visit|attend|hear|watch|see) .*\b(?:my|our)\b", invitation["what"]
    ):
        return framed("invited", asked.mine(invitation["what"]))
    if invitation:
        return _wish_for(asked, invitation["what"])
    return _wish_for(asked, object) if _A_MEETING.match(object) else None


def _thank(asked: Asked, object: str) -> tuple[Act, ...]:
    object = object.removeprefix("to ")
    found = _THANKED.match(object)
    if found:
        return _frame_thanks(asked, found["what"])
    who, _, what = asked.mine(object).partition(" for ")
    if who and set(words_of(who)) <= set(words_of(asked.context.reader)):
        return _frame_thanks(asked, what)
    if not what and _names_deciders(who):
        return framed("thanks_alone")
    if (read := _FOR_READING.match(what)) and who.islower():
        return _frame_thanks(asked, f"your {read['their']}" if read["their"] else what)
    reason = f" for {what}" if what else ""
    named = f"{who.strip(',')}," if "," in who.strip(",") and reason else who
    return framed("thanks_to", f"{_THE_OFFICE.sub('your', named)}{reason}")


def _frame_thanks(asked: Asked, what: str | None) -> tuple[Act, ...]:
    return framed("thanks", asked.mine(what)) if what else framed("thanks_alone")


def _praise(asked: Asked, verb: str, what: str) -> tuple[Act, ...]:
    if verb.startswith("congratulat"):
        return framed("congratulations", asked.mine(what))
    if any(map(is_gerund, words_of(what)[:1])):
        return framed("admired", f"how you {to_base(asked.mine(what))}")
    return framed("admired", asked.mine(what))


def _enclose(asked: Asked, object: str) -> tuple[Act, ...]:
    what = asked.mine(object)
    if wanted := _ON_REQUEST.match(what):
        return framed("sent", f"{with_article(wanted['what'])} {wanted['how']}")
    owned = what if words_of(what)[0] in ("my", "a", "an", "the") else f"my {what}"
    return framed("enclosed", owned)


def _ask(asked: Asked, instruction: Instruction) -> tuple[Act, ...] | None:
    verb, object = instruction.verb, instruction.object
    if verb.startswith(("offer", "undert", "volunteer")):
        return None if "availab" in object else _offer(asked, object)
    if proposed := pattern("proposed").match(object):
        return framed("offered", asked.mine(proposed["what"]))
    suggested = _SUGGESTED.match(object) if verb.startswith("suggest") else None
    if suggested and is_base(words_of(suggested["what"])[0]):
        who = "we" if suggested["who"] == "we" else "you"
        return framed("suggested", asked.mine(suggested["what"]), who=who)
    if invited := _INVITED.match(object):
        what = asked.mine(invited["what"])
        return framed("invited" if is_base(words_of(what)[0]) else "invited_to", what)
    if aboard := _INVITED_IN.match(object):
        return framed("welcomed_in", aboard["where"])
    bare = re.sub(r"^(?:them |him |her )?", "", object)
    if _QUESTION.match(bare) or bare.startswith("about "):
        return framed("asked", asked.mine(bare))
    return _wish_for(asked, bare.removeprefix("for "))


def _offer(asked: Asked, object: str) -> tuple[Act, ...] | None:
    if object.startswith("to "):
        return framed("offered", asked.mine(object.removeprefix("to ")))
    if is_gerund_phrase(object):
        return framed("offered", to_base(asked.mine(object)))
    bare = head_noun(object)
    counted = (
        bare != "help" and is_counted(bare) and words_of(object)[0] not in word_list("determiners")
    )
    return framed("offered_thing", with_article(object) if counted else asked.mine(object))


def _wish_for(asked: Asked, what: str) -> tuple[Act, ...]:
    """Return a wish for a meeting or a chance."""
    mine = asked.mine(what)
    what = re.sub(r"^(?:(?:the |a )?(?:chance|opportunity) )?to ", "", mine)
    words = words_of(what)
    determined = words[:1] and words[0] in ("a", "an", "the", "your", "any", "my", "some")
    meeting = _MEETING.search(what)
    further = words[:1] and words[0] in ("further", "another", "more")
    of_something = words[1:2] and words[1] in (*word_list("determiners"), "you", "your", "it")
    named = _MEETING.match(what) and not of_something  # "a visit", and not "visit the site"
    does = what != mine and is_base(words[0])
    if (to_gerund(what) or does) and not named and not (further and meeting):
        return framed("welcomed_chance", what)
    if meeting and not determined and not what[:1].isdigit():
        what = with_article(what)
    return framed("welcomed", what)
