"""The application as an opening names it: the position, and where the writer works today."""

from lapel.letter.english.forms import words_of
from lapel.letter.english.vocabulary import pattern, word_list
from lapel.letter.points.frames import framed
from lapel.letter.points.model import Act, Today
from lapel.letter.points.saying.asking import Asked
from lapel.text.regexes import regex

_SHORTEST = 2
_TOO = regex(r",? (?:as well|too|also)$")
_IN_BRACKETS = regex(r" \([^()]*\)$")


def tell_applied(asked: Asked, text: str) -> tuple[Act, ...]:
    """Return the application or today's position if words name nothing else, else ()."""
    text = _TOO.sub("", text)
    if _names_position(asked, text):
        return framed("applying", asked.at_position())
    placed = pattern("position_placed").match(text) if asked.opens else None
    if placed and _names_position(asked, placed["position"]):
        where = "" if asked.names_company(asked.mine(placed["where"])) else f" {placed['where']}"
        named = f"the position of {asked.context.position}"
        return framed("applying", asked.at_position().replace(named, f"{named}{where}", 1))
    if pattern("my_place").match(asked.mine(text)) or pattern("my_job").match(asked.mine(text)):
        return (Today(text),)
    return ()


def _names_position(asked: Asked, text: str) -> bool:
    """Tell whether words name the job file's position, by its name or as "the position"."""
    mine = _IN_BRACKETS.sub("", asked.mine(text))
    position = asked.context.position
    if pattern("position_asked").match(mine):
        return bool(position)
    found = pattern("applies").match(mine) or pattern("position").match(mine)
    if found is None or not position:
        return False
    names = words_of(f"{position} {asked.context.company}")
    named = {*words_of(found["words"])} - word_list("opening_links")
    said = word_list("position_kinds") | word_list("opening")
    return all(word in said or any(_is_short_for(word, name) for name in names) for word in named)


def _is_short_for(word: str, name: str) -> bool:
    """Tell whether a word is one of a name's, or a short form of one: "maint", "sr"."""
    ends = word[0] == name[0] and word[-1] == name[-1] and len(word) == _SHORTEST
    return word == name or ends or (len(word) > _SHORTEST and name.startswith(word))
