"""A sentence of the notes that says two things, and either half of it."""

import re

from msgspec.structs import replace

from lapel.letter.english.finite import is_sentence
from lapel.letter.english.persons import unresolved_pronoun
from lapel.letter.english.words import capital
from lapel.letter.moves import Move
from lapel.letter.telling.tidying import stopped
from lapel.text.inline import plain_text

HALVES = r"(?P<one>[^,;:]+), (?:while|but|and) (?P<other>[^;:]+)"


def is_complete(half: str) -> bool:
    """Tell whether half of a sentence is one by itself."""
    text = half.rstrip(".")
    return is_sentence(text.split()) and not unresolved_pronoun(text)


def keep_half(move: Move, half: str) -> Move:
    """Return the move with only one half of its sentence, ``"one"`` or ``"other"``."""
    sentence = move.first
    new = re.sub(HALVES, lambda found: stopped(capital(found[half])), plain_text(sentence.text))
    return replace(move, forms=((replace(sentence, text=new, own=False),),))
