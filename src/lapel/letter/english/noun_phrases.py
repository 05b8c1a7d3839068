"""Where a noun phrase ends, and which of its words it is about."""

from collections.abc import Sequence

from lapel.letter.english.words import bare, is_in, is_number
from lapel.text.common import is_noun
from lapel.text.verbs import Form, forms_of

FEWEST_BESIDE = 3
"""The fewest words that can hold a subject, its verb and what follows."""


def begins_object(word: str) -> bool:
    """Tell whether a word begins an object."""
    return is_in(word, "objects") or is_number(word)


def head_word(words: Sequence[str]) -> str:
    """Return the last word of the noun phrase that words begin with."""
    return bare(words[end_of_phrase(words) - 1]) if words else ""


def head_of(text: str) -> str:
    """Return the noun that a noun phrase turns on ("author" in "Lead author of the protocol")."""
    return head_word(text.split())


def end_of_phrase(words: Sequence[str]) -> int:
    """Return where a noun phrase ends: before a preposition, a clause, a number, a comma."""
    for index, word in enumerate(words):
        if index and (
            any(is_in(word, name) for name in ("prepositions", "relatives"))
            or (is_in(word, "objects") and word[0].islower())
            or bare(word) in ("and", "or", "to", "trained", "–")
            or (is_number(word) and not is_in(words[index - 1], "numbered"))
            or word[0] == "("
        ):
            return index
        if index and (_describes_before(words, index) or _tells_when(words, index)):
            return index
        if word[-1] in ",;:)":
            return index + 1
    return len(words)


def _tells_when(words: Sequence[str], index: int) -> bool:
    """Tell whether an adverb is between a noun and its participle: "guide now used by six"."""
    done = index + 1 < len(words) and Form.PARTICIPLE in forms_of(bare(words[index + 1]))
    return done and bare(words[index]) in ("now", "later", "since", "currently")


def _describes_before(words: Sequence[str], index: int) -> bool:
    """Tell whether a participle describes the noun before it.

    "Repository used by …" and "pipeline ingesting 40M pings" have one.
    """
    forms = forms_of(bare(words[index]))
    if Form.GERUND in forms and index + 1 < len(words):
        return begins_object(words[index + 1]) and is_noun(bare(words[index - 1]))
    return Form.PARTICIPLE in forms and Form.BASE not in forms and is_noun(bare(words[index - 1]))


def up_to_comma(words: Sequence[str]) -> Sequence[str]:
    """Return the words before the first comma or "and", whose verb has the same subject."""
    for index, word in enumerate(words):
        if bare(word) == "and":
            return words[:index]
        if word.endswith(","):
            return words[: index + 1]
    return words
