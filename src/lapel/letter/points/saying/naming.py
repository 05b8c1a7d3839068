"""Noun phrases: the things a point only names, and where they may be told from."""

import re

from msgspec.structs import replace

from lapel.letter.english.clauses import is_clause
from lapel.letter.english.finite import is_sentence
from lapel.letter.english.forms import is_past, words_of
from lapel.letter.english.vocabulary import either, pattern, word_list
from lapel.letter.points.frames import frame, framed
from lapel.letter.points.model import Act, Part, Seek, Side, Unsayable
from lapel.letter.points.saying.asking import Asked, is_empty, seek
from lapel.letter.points.saying.tying import as_statement
from lapel.letter.points.sentences import dated, said, say, without_determiner
from lapel.text.regexes import regex

_BOND = rf"(?:my |our |own |the |personal )*(?:[\w-]+ )?(?:{either('bonds')})"
_POSSESSED = regex(r"^your\b", re.IGNORECASE)
_FAMILIAR = regex(r"^(?:my |\w+ )?familiarity with (?P<what>your\b.+)$")
_AND_MINE = regex(r"^(?P<theirs>[^,;]+?),? and (?P<mine>my [^,;]+)$")


def strip_container(text: str) -> str:
    """Return the content of a "story about …" or "the fact that …"; else the text itself."""
    found = pattern("container").match(text)
    while found and (
        found["what"].casefold()
        in word_list("containers")
        | (
            {"time", "moment", "occasion", "situation"}
            if text[:2].casefold() in ("a ", "an", "on")
            else set()
        )
        and all(word in word_list("container_adjectives") for word in words_of(found["how"] or ""))
    ):
        text = text[found.end() :]
        found = pattern("container").match(text)
    return text


def tell_of(asked: Asked, text: str) -> tuple[Act, ...]:
    """Return acts for the thing that a noun phrase names, told from where it is known."""
    if is_empty(text):
        return (Unsayable(text, "it names nothing to tell of"),)
    mine = asked.mine(text)
    if once := pattern("once").match(mine):
        return said(f"One {once['when']} {once['what']}")
    foremost = pattern("foremost").match(mine)
    if foremost and is_past(foremost["did"]) and not is_clause(foremost["what"]):
        return said(f"The {foremost['which']} was {dated(foremost['what'])}")
    if _is_connection(asked, text, mine):
        return (Seek(_connection_targets(asked, mine), (Side.CONNECTION,)),)
    if known := _FAMILIAR.match(mine):
        return framed("familiar", known["what"])
    mine = pattern("knowledge").sub("", mine)
    announced = asked.context.part is Part.COMPANY and pattern("event").match(mine)
    if _POSSESSED.match(mine) or _names_company(asked, mine) or announced:
        return _tell_of_company(asked, mine)
    words = " ".join(words_of(without_determiner(mine)))
    if words in word_list("fit") | word_list("general") and asked.context.part is Part.CLOSING:
        return ()
    if words in word_list("fit"):
        return (Seek((), (Side.PROFILE,)),)
    noticed = asked.context.part is Part.COMPANY and mine.startswith("the ") and " I " not in mine
    otherwise = frame("noticed", mine) if noticed else None
    found = _add_specifics(asked, seek(asked, mine, otherwise=otherwise), mine)
    if not found.targets and words not in word_list("general"):
        return (Seek((without_determiner(mine),), found.sides, otherwise),)
    return (found,)


def _add_specifics(asked: Asked, sought: Seek, mine: str) -> Seek:
    """Return the search with the part of it that is written after "especially"."""
    especial = pattern("especially").search(mine)
    specifics = asked.targets(mine[especial.end() :]) if especial else ()
    return replace(
        sought, specifics=tuple(target for target in sought.targets if target in specifics)
    )


def _is_connection(asked: Asked, text: str, mine: str) -> bool:
    if pattern("connection").search(text):
        return True
    found = pattern("as_customer").match(mine)
    if found and found["who"].casefold() in word_list("customers"):
        return True
    bound = rf"{_BOND} (?:with|of|for|using|at|to) "
    return any(
        re.match(bound + re.escape(name), mine, re.IGNORECASE)
        for name in asked.context.company_names
    )


def _connection_targets(asked: Asked, mine: str) -> tuple[str, ...]:
    bare = pattern("personally").sub("", mine)
    return tuple(t for t in asked.targets(bare) if t.casefold() not in ("personal", "connection"))


def _names_company(asked: Asked, mine: str) -> bool:
    return any(
        re.match(rf"{re.escape(name)}(?:['’]s?)?(?=\s|$)", mine, re.IGNORECASE)
        for name in asked.context.company_names
    )


def _tell_of_company(asked: Asked, mine: str) -> tuple[Act, ...]:
    """Return acts for something of the employer's: from the posting, or as a statement.

    A thing of the writer's beside it ("their fine-free policy and my work on ours") is looked for.
    """
    if both := _AND_MINE.match(mine):
        sides = (Side.PROFILE, Side.CONNECTION)
        return (*_tell_of_company(asked, both["theirs"]), seek(asked, both["mine"], sides=sides))
    if seen := pattern("which").match(mine):
        what = seen["what"][:1].lower() + seen["what"][1:]
        return said(f"I {seen['saw']} {what} {seen['rest']}")
    if line := pattern("their_line").match(mine):
        return (Seek(asked.targets(line["that"]), (Side.POSTING,)),)
    mine = f"{mine}," if ", which " in mine or ", where " in mine else mine
    whole = mine if is_sentence(mine.split()) else ""
    statement = whole or as_statement(asked.with_you(mine.rstrip(",")))
    otherwise = say(statement) if statement else frame("noticed", mine)
    return (Seek(asked.targets(mine), (Side.POSTING, Side.CONNECTION), otherwise),)
