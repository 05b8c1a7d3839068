"""What there is none of, typed behind its label: "Press: none so far", "accidents: zero so far".

What a person has none of must never be claimed; whatever is typed behind it in words that make no
sentence is left to them.
"""

from lapel.letter.english.clauses import is_clause
from lapel.letter.english.forms import is_gerund, is_plural, words_of
from lapel.letter.english.vocabulary import pattern, word_list
from lapel.letter.english.words import begun_small
from lapel.letter.points.instructing import take_instruction
from lapel.letter.points.model import Act, Unsayable
from lapel.letter.points.saying.asking import Asked
from lapel.letter.points.saying.halves import say_subjectless
from lapel.letter.points.sentences import said

_HAVING = frozenset(("experience", "background", "training", "knowledge", "skills", "practice"))
_YET = frozenset(("yet", "so far", "until now", "left"))


def say_none(asked: Asked, label: str, behind: str) -> tuple[Act, ...]:
    """Return what a label and the denial behind it say; a denial of anything else is a to-do."""
    none = pattern("none").match(behind)
    if none is None or is_clause(label) or take_instruction(label) is not None:
        return (Unsayable(label, "what stands beside it says no"),)
    return (
        *said(_deny_having(asked.mine(label), none["when"] or "")),
        *_say_more(asked, none["more"]),
    )


def _deny_having(what: str, when: str) -> str:
    bare = begun_small(what)
    if what.casefold() in word_list("languages"):
        return f"I speak no {what} {when}"
    if when and when not in _YET:
        return f"I have had no {bare} {when}"
    named = is_plural(bare) or not {*words_of(bare)[-1:]}.isdisjoint(word_list("held"))
    has_it = named or not _HAVING.isdisjoint(words_of(bare))
    return f"I have no {bare}{'' if has_it else ' experience'} {when}"


def _say_more(asked: Asked, more: str | None) -> tuple[Act, ...]:
    """Return what is said behind the denial: "none yet, taking a course"."""
    if not more:
        return ()
    if is_gerund(words_of(more)[0]):
        return said(f"I am {asked.mine(more)}")
    whole = said(asked.mine(more)) if is_clause(more) else say_subjectless(asked, more)
    return whole or (Unsayable(more, "this is no sentence"),)
