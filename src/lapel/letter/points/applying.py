"""The opening itself as what a point asks to be named: "state the role", "which post I want"."""

from lapel.letter.points.asking import Asked
from lapel.letter.points.frames import framed
from lapel.letter.points.grammar import words_of
from lapel.letter.points.model import Act
from lapel.letter.points.vocabulary import pattern, word_list


def tell_applied(asked: Asked, text: str) -> tuple[Act, ...]:
    """The application, where words name nothing but the position; () where they say more."""
    return framed("applying", asked.at_position()) if names_position(asked, text) else ()


def names_position(asked: Asked, text: str) -> bool:
    """Whether words name the position that the job file names, by its name or as such."""
    mine = asked.mine(text)
    found = pattern("position").match(mine)
    if found is None or not asked.context.position:
        return False
    known = {*words_of(f"{asked.context.position} {asked.context.company}")}
    known |= word_list("opening_links") | word_list("position_kinds")
    return known.issuperset(words_of(found["words"] or ""))
