"""Noun phrases that state something by themselves: years, papers, terms, languages, a referral."""

import re

from lapel.letter.english.clauses import is_clause, says_not_held
from lapel.letter.english.forms import is_base, is_participle, is_plural, is_third, words_of
from lapel.letter.english.vocabulary import either, mapping, pattern, word_list
from lapel.letter.points.completing import with_subject
from lapel.letter.points.cutting.parting import begins_without_i
from lapel.letter.points.frames import frame, framed
from lapel.letter.points.model import Act, Part, Seek, Side, Unsayable
from lapel.letter.points.saying.asking import Asked
from lapel.letter.points.saying.standing import tell_standing
from lapel.letter.points.sentences import said, say, uncapital, with_article, without_determiner
from lapel.text.common import is_counted
from lapel.text.numbers import NUMERALS
from lapel.text.plurals import join_and
from lapel.text.regexes import regex

_AS_USER = (
    rf"(?i)^(?:my |the )?(?P<n>(?:\w+ )?\w+ (?:years|months)) as (?:an? )?(?P<who>(?:\w+ )?(?:"
    rf"{either('customers')}))(?: of (?:yours|theirs))?(?:,? and (?P<more>(?:the|my|an?) .+))?$"
)
"""The time somebody has been a customer, and more: "five years as a user"."""
_AND_DO = regex(r"^, (?P<do>[a-z]+) (?P<what>[a-z]+)$")
_BETWEEN = regex(r", (?:and )?| and ")
"""The separators between the things of a list."""
_DONE = {
    "renewed": "renewed",
    "done": "finished",
    "completed": "completed",
    "finished": "finished",
    "passed": "passed",
}
_SHIFT = regex(r"(?:first|second|third|swing) shift\b", re.IGNORECASE)
"""A shift that is called by its place in the day, without an article."""
_SO_FAR = (" so far", " until now", " up to now")
_NOTHING = frozenset(("no", "not", "none", "never", "nothing"))
_LONGEST_HELD_WORDS = 4
_LASTS = regex(
    rf" (?:in|within|after) (?:\d+|{'|'.join(NUMERALS)}) (?:minutes|hours|days|weeks|months)\b"
)
"""How long something takes, by which it is no paper that is held: "certificates in three days"."""


def state_fact(asked: Asked, text: str) -> tuple[Act, ...] | None:
    """Return the fact that a noun phrase states, None if it only names something.

    It may be years, papers held, terms, languages or a referral.
    """
    mine = asked.mine(text)
    value = asked.asides[0] if asked.asides else ""
    as_mine = None if is_clause(mine) else pattern("as_mine").match(mine)
    if as_mine and not _is_because(as_mine):
        what = as_mine["what"]
        be = "are" if is_plural(what) and what[:1].islower() else "is"
        return said(f"{what} {be} {as_mine['mine']}")
    if standing := say_fine(mine) or tell_standing(mine, value):
        return standing
    for end in _SO_FAR:
        if mine.endswith(end) and words_of(mine)[0] not in _NOTHING:
            return said(f"So far it has been {mine.removesuffix(end)}")
    if found := pattern("language").match(mine):
        spoken = frame("spoken", f"{found['l']}{found['level'] or ''}")
        return (Seek((found["l"],), (Side.PROFILE,), spoken),)
    if (
        told := _state_time(asked, mine)
        or _state_people(asked, mine, value)
        or _state_dates(mine, value)
        or _state_life(mine, value)
    ):
        return told
    if creed := pattern("stating_creed").match(mine):
        return said(f"My {creed['what']} is {creed['is']}")
    if offer := pattern("offered").match(mine):
        does = f"offer you {offer['what']}" if offer["of"] else offer["what"]
        return said(f"I would be glad to {does}")
    if found := pattern("available_end").match(mine):
        return _state_enclosed(found["what"], found["how"])
    return _state_held(asked, mine, value)


def _is_because(as_mine: re.Match[str]) -> bool:
    """Tell whether "as" gives a reason: "after 1 June as my contract runs out"."""
    begins = words_of(as_mine["what"])[0] in word_list("links")
    mine = as_mine["mine"]
    return begins or is_clause(mine) or any(map(is_third, words_of(mine)[2:4]))


def _state_time(asked: Asked, mine: str) -> tuple[Act, ...]:
    """Return acts on how time was spent, or on how long the writer has been a customer."""
    if during := pattern("years_i").match(mine):
        return (Seek(asked.targets(during["what"]), (Side.PROFILE,)),)
    if spent := pattern("spent").match(mine):
        told = frame("spent", spent["what"])
        return (Seek(asked.targets(mine), (Side.CONNECTION, Side.PROFILE), told),)
    years = re.match(_AS_USER, mine)
    if years is None:
        return ()
    user = framed("years_as", with_article(years["who"]), n=years["n"])
    return (*user, Seek((years["more"],), (Side.PROFILE,))) if years["more"] else user


def _state_people(asked: Asked, mine: str, value: str) -> tuple[Act, ...]:
    """Return acts for a referral, a talk or a visit: "referral from Dana", "Dana, who …".

    Of a talk or a visit the personal connection may tell more.
    """
    if found := pattern("who").match(mine):
        who = f"{with_article(found['what'])}, {found['name']}," if found["what"] else found["name"]
        return said(f"{who} {found['did']}")
    if somebody := pattern("somebody").match(mine):
        return said(f"{somebody['who']} {somebody['did']}")
    if found := pattern("referred").match(mine):
        who = f"{found['who']}, {value}," if value and not is_clause(value) else found["who"]
        return framed("referred" if "refer" in found["how"].casefold() else "recommended", who=who)
    if found := pattern("dealing").match(mine):
        verb = mapping("dealings")[found["what"].casefold()]
        link = "" if verb in ("met", "visited", "toured") else f" {found['link']}"
        both = mine.casefold().startswith("our ") and found["link"] not in ("with", "to")
        told = say(f"{'We' if both else 'I'} {verb}{link} {found['rest']}")
        theirs = both or asked.context.part is Part.COMPANY or "your" in words_of(mine)
        sides = (Side.POSTING if theirs else Side.PROFILE, Side.CONNECTION)
        return (Seek(asked.targets(mine), sides, told),)
    return ()


def _state_life(mine: str, value: str) -> tuple[Act, ...]:
    """Return acts for half sentences about the writer: "patient there for 20 years"."""
    if mine.casefold() == "languages" and value:
        return framed("spoken", join_and(_BETWEEN.split(value)))
    if papers := [pattern("stating_paper").match(part) for part in mine.split(", ")]:
        told = [_state_paper(paper) for paper in papers if paper]
        if told and (len(told) == len(papers) or papers[0]):
            rest = mine.split(", ")[len(told) :]
            halves = [
                f"and I {part}" if begins_without_i(words_of(part)) else part for part in rest
            ]
            return said(", ".join([" and ".join(told), *halves]))
    if re.match(r"(?:my )?references?\b(?! to)", mine, re.IGNORECASE):
        return said(mine) if " available on " in mine else framed("provided", mine)
    bound = pattern("since").match(mine)
    if bound and bound["who"].casefold() in word_list("customers"):
        return said(f"I have been {with_article(bound['who'])} {bound['rest']}")
    if fine := say_fine(mine):
        return fine
    if agreed := re.match(r"(?i)yes to (?P<what>.+)$", mine):
        return framed("open_to", agreed["what"])
    return ()


def say_fine(mine: str) -> tuple[Act, ...]:
    """Return acts on what suits the writer: "weekends fine", "mornings preferred"; else ()."""
    if better := pattern("preferred").match(mine):
        manner = " work" if better["manner"] else ""
        flexible = " but am flexible" if better["flexible"] else ""
        return framed("preferred", f"{better['what'].lower()}{manner}{flexible}")
    fine = pattern("stating_fine").match(mine)
    if fine is None or is_clause(fine["what"]):
        return ()
    be = "are" if is_plural(fine["what"]) else "is"
    what = fine["what"]
    if " or " not in what and not _SHIFT.match(what):
        what = with_subject(f"{what} {be} fine").removesuffix(f" {be} fine")
    told = framed("fine", what, **{"is": be})
    but = f", {fine['but'].strip(' ,')}" if fine["but"] else ""
    return said(*(f"{one.rstrip('.')}{but}" for act in told for one in act.variants))


def _is_role(what: str) -> bool:
    """Tell whether years were spent in a role: "second in science", "line cook"."""
    first = next(iter(words_of(what)), "")
    return (
        first in word_list("roles")
        or first in word_list("persons")
        or first.endswith(("er", "or", "ist", "man", "woman"))
    )


def _state_paper(paper: re.Match[str]) -> str:
    """Return a certificate's state as a clause: "MSN done in December"."""
    what = f"my {uncapital(without_determiner(paper['what']))}"
    if done := _DONE.get(paper["how"].casefold()):
        return f"I {done} {what}{paper['rest']}"
    return f"{what} {'are' if is_plural(paper['what']) else 'is'} {paper['how']}{paper['rest']}"


def _state_dates(mine: str, value: str) -> tuple[Act, ...]:
    """Return acts for years of work, availability, or terms like a notice period."""
    found = pattern("years").match(mine)
    if found and found["what"].startswith("no "):
        return said(f"I have had {found['what']} in {found['n']}")
    if found and not re.match(r"(?:ago|old|from now|later)\b", found["what"]):
        linked = re.match(
            r"(?:of|in|at|as|on|with|without|for|behind|from|\w+ing)\b", found["what"]
        )
        if is_participle(words_of(found["what"])):
            return framed("spent", f"{found['n']} {found['what']}")
        doing = re.match(r"\w+ing(?=$|,)", found["what"])
        link = "in " if doing else "" if linked else "as " if _is_role(found["what"]) else "of "
        return framed("years", f"{found['n']} {link}{found['what']}")
    if start := pattern("start").match(mine):
        when = mapping("months").get(start["when"].casefold(), start["when"])
        rest = _AND_DO.sub(_join_ability, start["rest"] or "")
        day = re.match(r" \d{1,2}(?:st|nd|rd|th)?\b(?!:)", rest)
        dated = ("on " if day else "in ") if when[:1].isupper() else ""
        return framed("can_start", f"{dated}{when}{rest}")
    available = pattern("available").match(mine)
    if available and (rest := available["rest"] or value):
        return framed("available", rest)
    return say_terms(mine, value)


def _join_ability(found: re.Match[str]) -> str:
    """Return a further ability, typed in telegram style: ", bring whistle"."""
    bare = is_counted(found["what"])
    what = with_article(found["what"]) if bare else found["what"]
    return f" and {found['do']} {what}" if is_base(found["do"]) else found.group()


def _state_enclosed(what: str, how: str) -> tuple[Act, ...] | None:
    bare = without_determiner(what)
    owned = what if bare != what or is_plural(what) or "," in what else f"my {uncapital(bare)}"
    if how == "to follow":
        return said(f"{owned} will follow")
    return said(f"{owned} {'are' if is_plural(what) else 'is'} {how}")


def say_terms(mine: str, value: str = "") -> tuple[Act, ...]:
    """Return acts for a date or a term of employment with its value; () for other texts."""
    return said(_word_terms(mine, value))


def _word_terms(mine: str, value: str) -> str:
    """Return a date or a term of employment with its value: "notice period of four weeks"."""
    bare = without_determiner(mine)
    for term in sorted(word_list("terms"), key=len, reverse=True):
        if not bare.casefold().startswith(term):
            continue
        rest = (
            re.sub(r"^(?:of|is|are|would be|around|in|on|from)\s+", "", bare[len(term) :].strip())
            or value
        )
        rest = rest.strip("()")
        if not rest:
            return ""  # "notice period" by itself
        if words_of(rest) and not is_clause(rest):
            verb = "are" if term.endswith("s") and not term.endswith("ss") else "is"
            if words_of(rest)[0] in word_list("auxiliaries"):
                return f"My {bare[: len(term)].lower()} {rest}"
            return f"My {bare[: len(term)].lower()} {verb} {rest}"
    return ""


def _state_held(asked: Asked, mine: str, value: str) -> tuple[Act, ...] | None:
    """Return acts for a license, degree or certificate that the writer holds."""
    bare = without_determiner(mine)
    head = re.split(r" (?:in|for|from|of|at|with|by|to|that|and)\b|,", bare, maxsplit=1)[0]
    words = words_of(head)
    if (
        not words
        or words[0] == "no"
        or words[-1] not in word_list("held")
        or len(words) > _LONGEST_HELD_WORDS
    ):
        return None
    if bare != mine and not mine.casefold().startswith(("my ", "a ", "an ")):
        return None
    if re.search(r"\band\b", bare) or _LASTS.search(bare):
        return None
    if is_clause(value):
        return said(value)
    if says_not_held(value):
        return (Unsayable(f"{bare}: {value}", "it does not say what you hold"),)
    counted = words[-1] in word_list("without_article")
    phrase = f"my {bare}" if is_plural(head) and bare != mine else bare
    phrase = phrase if is_plural(head) or counted else with_article(bare)
    listed = _BETWEEN.split(value)
    if len(words) == 1 and is_plural(head) and value and all(one[:1].isupper() for one in listed):
        return framed("held", f"the {join_and(listed)} {uncapital(head)}")
    beside = f" ({value})" if value else ""
    return (
        Seek(
            asked.targets(bare),
            (Side.PROFILE,),
            frame("held", f"{phrase}{beside}"),
        ),
    )
