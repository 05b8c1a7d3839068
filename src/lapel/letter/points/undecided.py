"""What a note keeps back: it is not meant to be said, wants other words, or its writer has not made
up their mind. Of such a note nothing goes into the letter by itself, however well it would read.
"""

import re

from lapel.letter.points.model import Act, Silence, Unsayable
from lapel.text.content import content_stems
from lapel.text.regexes import regex

_LETTER = r"(?:the|this|my) (?:cover )?letter"
_IT = r"(?:it|this|that|any of (?:it|this))"
_NOT_MEANT = regex(
    r"\((?:just |only )?(?:joking|kidding|leave (?:(?:it|this|that) )?out|don['’]?t use)\b[^()]*\)$"
    r"|(?:[.;,–—] ?|\()(?:but |and )?(?:"
    rf"(?:this |that |it )?(?:is )?not (?:in|for|into) {_LETTER}"
    rf"|(?:do not|don['’]?t|never) (?:put|write|say|mention|use|include) {_IT}"
    rf"(?: in(?:to)? {_LETTER})?"
    r")\)?[.!]*$",
    re.IGNORECASE,
)
_OTHERWISE = regex(
    r"\b(?:do not|don['’]?t|never|not to) (?:say|put|write|phrase|word|tell) (?:it|this|that|so)"
    r"(?: quite)? (?:like (?:that|this)|that way|this way|so \w+|in (?:these|those) words)\b",
    re.IGNORECASE,
)
"""What is thought, and wants other words: "the owner is chaotic (don't put it that way)"."""
_UNSAID = regex(
    r"\((?:but |just )?(?:do not|don['’]?t|never|not|no) (?:say|mention|name|use|write|call|tell)"
    r"(?: (?:it|him|her|them))? (?P<what>[^()]+)\)",
    re.IGNORECASE,
)
"""What a bracket wants unsaid: "he sells to his nephew (don't say nephew)"."""
_SURE = r"not (?:so |too |really |quite |yet )?sure(?: yet)?"
_UNSURE = (
    rf"\((?:(?:i['’]?m |am )?{_SURE}|unsure|undecided|too (?:much|personal)|idk|tmi"
    r"|(?:maybe|perhaps|probably) (?:not|too|skip|leave|drop|cut))\b[^()]*\)$"
    rf"|[.,;–—] ?(?:idk|dunno|tmi|hm+|(?:i['’]?m )?{_SURE})[.!…]*$"
)
"""A doubt behind what is noted: "(not sure, maybe too much)", "…, idk"."""
_OR_NOT = r"\bor (?:just |better |rather )?(?:skip|not|leave|let|drop|cut|omit)\b[^.?!;]{0,16}\?$"
"""The other choice, asked for: "say so or skip?", "or let it be?"."""
_WORTH_IT = (
    r"[.,;–—(] ?(?:or )?(?:(?:is|would) (?:it|this|that) (?:be )?)?(?:a bit |way |maybe )?"
    r"(?:too (?!many\b|few\b)\w+|tmi|overkill|relevant|appropriate|wise"
    rf"|ok(?:ay)?(?: to (?:say|mention|write|include)(?: {_IT})?)?"
    rf"|worth (?:it|(?:say|mention|includ|tell|bring)ing(?: {_IT})?(?: up)?))\?\)?$"
)
"""Whether it does any good: "too personal?", "is that relevant?", "worth saying?"."""
_GOES_IN = (
    r"[.,;:–—(] ?(?:(?:do|should|shall) i )?"
    r"(?:say|mention|include|address|bring up|keep|skip|leave|use)"
    r"(?: (?:it|this|that|so|out|in|up|head[- ]on|at all|here))*\?\)?$"
)
"""Whether it goes in: "mention it?", "address head on?"."""
_UNDECIDED = regex("|".join((_UNSURE, _OR_NOT, _WORTH_IT, _GOES_IN)), re.IGNORECASE)
_HEARSAY = regex(
    r"^(?:they|their|the company)\b.*\((?:[a-z]+ ){0,2}(?:papers?|news|rumou?rs?|gossip|glassdoor|"
    r"reddit|heard|apparently)\b[^()]*\)",
    re.IGNORECASE,
)
"""What is said about the company behind its back: "they lost nine people (paper said)"."""
_LEAVING_THEM = regex(
    r"^why (?:i(?:['’]m| am) |am i )?(?:leav(?:e|ing)|left|quit(?:ting)?|moving on)\b.*"
    r"\b(?:they(?:['’]\w+)?|their|them)\b",
    re.IGNORECASE,
)
"""Who is left, and would be taken for who is written to: "why leave? they settle everything"."""
_COMPARED = regex(
    r"^\d[\w,.]*(?: [a-z]+){0,2} (?:vs\.?|versus) (?:(?:my|their|your|our) )?\d[\w,.]*"
    r"(?: [a-z]+){0,2}\.?$",
    re.IGNORECASE,
)
"""Two figures beside each other, and nothing that says what follows: "16 people vs my 13"."""
_REASONS = (
    (_OTHERWISE, "the note wants it said in other words"),
    (_UNDECIDED, "whether it goes in is yours to decide"),
    (_HEARSAY, "what is only heard about them is yours to say or not"),
    (_LEAVING_THEM, "who “they” are must be told apart from whom you write to"),
    (_COMPARED, "what the two figures show is yours to say"),
)


def kept_back(tidied: str) -> Act | None:
    """What becomes of a note that is kept back: silence where it is not meant for the letter,
    otherwise the person's own words; None for a note that is meant to be said.
    """
    if _NOT_MEANT.search(tidied):
        return Silence(tidied)
    for pattern, reason in _REASONS:
        if pattern.search(tidied):
            return Unsayable(tidied, reason)
    unsaid = _UNSAID.search(tidied)
    rest = tidied.replace(unsaid.group(), " ") if unsaid else ""
    if unsaid and content_stems(unsaid["what"]) & content_stems(rest):
        return Unsayable(tidied, f"it says “{unsaid['what']}”, which is to be left unsaid")
    return None
