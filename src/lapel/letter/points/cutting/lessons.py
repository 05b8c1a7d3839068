"""What something in a life was worth, typed behind it, as one sentence.

"History degree – not wasted, taught me to ask who wrote it" tells what the degree taught, "waiter
before – means I can carry five plates" what somebody was.
"""

import re

from lapel.letter.english.clauses import is_clause
from lapel.letter.english.forms import head_noun, is_plural, words_of
from lapel.letter.english.vocabulary import pattern, word_list
from lapel.letter.english.words import begun_small
from lapel.letter.points.instructing import take_instruction
from lapel.letter.points.sentences import with_article, without_determiner

_AGENT = ("er", "or", "ist", "ian", "man", "woman", "person", "nurse")
"""Endings of nouns that name a person by their work."""


def turn_lesson(text: str) -> str:
    """Return a note as the sentence that its label and the lesson behind it make, if they do."""
    if found := pattern("lesson").match(text):
        return _say_lesson(found) or text
    if found := pattern("was_before").match(text):
        return (
            f"{_say_former_role(found['role'])} before, and that {found['means']} {found['what']}."
        )
    return text


def _say_lesson(found: re.Match[str]) -> str:
    """Return what a label's thing was and taught, "" where the label is no thing."""
    thing = found["thing"]
    words = words_of(thing)
    if is_clause(thing) or take_instruction(f"{thing} x") or words[0] in word_list("stances"):
        return ""
    several = is_plural(thing)
    bare = without_determiner(begun_small(thing))
    owner = "The " if thing.casefold().startswith("the ") else "My "
    told = f"{owner}{bare} {'were' if several else 'was'} {found['verdict']}: "
    told = f"{told}{'they' if several else 'it'}" if found["verdict"] else f"{owner}{bare}"
    return f"{told} {found['taught'].rstrip('.')}."


def _say_former_role(role: str) -> str:
    """Return what somebody was, or the field they worked in: "site engineer in Kraków"."""
    head = head_noun(role)
    one = head.endswith(_AGENT) or head in word_list("roles") | word_list("persons")
    begun = begun_small(role)
    return f"I was {with_article(begun)}" if one else f"I worked in {without_determiner(begun)}"
