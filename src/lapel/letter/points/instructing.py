"""The instruction that a point begins with: what it does, and with what."""

import re

from msgspec import Struct

from lapel.letter.english.forms import words_of
from lapel.letter.english.vocabulary import (
    bare_instructions,
    instructions,
    longest_first,
    longest_keys,
    mapping,
    pattern,
    word_list,
)
from lapel.text.regexes import regex
from lapel.text.spelling import edit_distance
from lapel.text.verbs import read_verb
from lapel.text.words import fold_text

_NAMED = regex(r"^[A-Z][\w-]+ (?:should|could|might|must|needs to|wants to|will) (?:also )?")
_ASKED_FOR = tuple(f"{word} " for word in ("that", "how", "why", "what", "my", "the", "about"))
_ASKING = ("for ", "to ", "whether ")
_ADVERB = regex(r"^[a-z]+ly (?=(?:to|on|upon|about|at|with) )")
"""How something is to be told, before the particle of its verb: "refer briefly to the rating"."""
_SPACE = regex(r"\s+")
_SHORTEST_MISSPELLED = 6
_KEEPING = frozenset(("apply", "tie", "link", "connect", "relate"))
_TOLD = frozenset(
    ("that", "how", "why", "what", "about", "i", "i'm", "i've", "when", "where", "whether")
)
_OFTEN = frozenset(("still", "now", "daily", "today", "weekly", "every", "often"))
_OBJECT_STARTS = word_list("instruction_object_starts")


class Instruction(Struct, frozen=True):
    """An instruction: its ``kinds`` of action, its object, and whether the writer ``wished`` it."""

    kinds: frozenset[str]
    object: str
    verb: str
    wished: bool = False


def without_leads(text: str) -> str:
    """Return the text without the politeness and hedges before its request."""
    while True:
        shorter = _without_first(text, "always_leads")
        if shorter is None:
            longer = _without_first(text, "leads") or _without_name(text)
            shorter = longer if longer and _take(longer) else None
        if not shorter:
            return text
        text = shorter


def _without_name(text: str) -> str | None:
    """Return the task of a writer named in it: "Maren should mention …"; None for others."""
    found = _NAMED.match(text)
    return text[found.end() :] if found else None


def take_instruction(text: str) -> Instruction | None:
    """Return the instruction at the start of a text, None where there is none."""
    if pattern("offers_them").match(text):
        return None
    wished = _without_first(text, "wishes")
    found = _take(without_leads(wished)) if wished is not None else None
    if found is not None and not pattern("worked").match(wished or ""):
        return Instruction(found.kinds, found.object, found.verb, wished=True)
    return _take(without_leads(text))


def begins_instruction(text: str, *, joined: bool = False) -> bool:
    """Tell whether a text begins with an instruction.

    A verb ``joined`` by "and" or a comma must not be a noun as well, unless an object shows it.
    """
    bare = without_leads(text)
    words = words_of(bare)
    found = _take(bare)
    if not words or found is None:
        return False
    if any(bare.casefold().startswith(refusal + " ") for refusal in longest_first("refusals")):
        return True
    doubtful = joined and bare == text and words[0] in word_list("nouns_too")
    asked = words[2:3] if words[1:2] and words[1].endswith("ly") else words[1:2]
    asks = "ask" in found.kinds and asked and asked[0] in ("to", "for", "about", "whether")
    ties = "tie" in found.kinds and words[1:2] and words[1] in ("to", "with", "back", "it", "this")
    return (
        bool(ties or asks)
        or not doubtful
        or (len(words) > 1 and (words[1] in _OBJECT_STARTS or " " in found.verb))
        or (
            words[0] in word_list("core")
            and any(word[:1].isdigit() for word in words[1:2])
            and "years" in words[2:3]
        )
    )


def _without_first(text: str, name: str) -> str | None:
    lower, phrases = fold_text(text), longest_first(name)
    for phrase in phrases if lower.startswith(phrases) else ():
        if lower.startswith(phrase) and lower[len(phrase) : len(phrase) + 1] in (" ", ",", ":"):
            return text[len(phrase) :].lstrip(" ,:")
    return None


def _of_several_words(text: str) -> Instruction | None:
    """Return an instruction of several words at the start: "tell them about the flood"."""
    if quoted := pattern("their_phrase").match(text):
        return Instruction(frozenset(("quote",)), text[quoted.end() :], "quote")
    if proof := pattern("proved_with").match(text):
        return Instruction(frozenset(("show",)), text[proof.end() :], "prove it with")
    lower = _SPACE.sub(" ", fold_text(text))
    known = mapping("instructing")
    for phrase in longest_keys("instructing"):
        if lower.startswith(phrase + " "):
            kept = "that" if phrase.endswith(" that") else ""
            return _addressed(frozenset((known[phrase],)), kept + text[len(phrase) :], phrase)
    return None


def _take(text: str) -> Instruction | None:
    if (told := _of_several_words(text)) is not None:
        return told
    first, _, rest = text.strip().partition(" ")
    verb = _spelled(first.strip(",:.").casefold())
    if verb.endswith("ly") and rest and (found := _take(rest)):
        return found
    kinds = instructions().get(verb)
    if verb == "give" and pattern("given").match(rest):
        return Instruction(frozenset(("show",)), rest.strip(), verb)
    if verb == "use" and {*words_of(rest)[1:]} & _OFTEN and words_of(rest)[0] in ("it", "them"):
        return None  # what the writer does: "use it still"
    if not kinds or not rest.strip() or verb == "references":
        return None
    if verb not in bare_instructions() and not (
        verb in word_list("closing_gerunds") or _in_core(verb)
    ):
        return None
    rest = _ADVERB.sub("", rest)
    after = words_of(rest)
    if verb in word_list("weak") and not (
        after
        and (after[0] in _OBJECT_STARTS or after[0] in word_list("instruction_particles"))
        and after[0] != "of"
    ):
        return None
    if verb in ("put", "work", "get", "fit", "bring", "drop", "slip"):
        rest = re.sub(r" in$", "", rest)
    object = rest if kinds & {"thank", "ask"} else _without_particle(verb, rest)
    return _addressed(kinds, object, verb)


def _in_core(form: str) -> bool:
    return any(reading.verb.base in word_list("core") for reading in read_verb(form))


def _spelled(word: str) -> str:
    """Return the instruction verb for which ``word`` is a typing slip."""
    if word in instructions() or len(word) < _SHORTEST_MISSPELLED or read_verb(word):
        return word
    least = 2 if len(word) < 9 else 3
    best = word
    for verb in sorted(bare_instructions()):
        if len(verb) >= _SHORTEST_MISSPELLED and verb[0] == word[0]:
            distance = edit_distance(word, verb, limit=least)
            if distance < least:
                best, least = verb, distance
    return best


def _without_particle(verb: str, rest: str) -> str:
    first, _, after = rest.strip().partition(" ")
    belongs = first.casefold() in word_list("instruction_particles") and verb not in _KEEPING
    if (
        belongs
        and first.casefold() == "to"
        and verb not in ("speak", "refer", "allude", "point", "hint", "nod")
    ):
        return rest
    if belongs and after:
        second, _, more = after.partition(" ")
        doubled = first.casefold() in ("back", "up", "in", "attention") and second.casefold() in (
            "on",
            "to",
            "with",
        )
        return more if doubled and more else after
    return rest


def _addressed(kinds: frozenset[str], object: str, verb: str) -> Instruction:
    """Return the instruction without the person to be told."""
    object = object.strip(" ,:")
    how, _, what = object.partition(" ")
    if how.endswith("ly") and what.startswith((*_ASKED_FOR, *(_ASKING if "ask" in kinds else ()))):
        object = what
    if " " in verb and "say" in kinds:
        object = object.removeprefix("about ")
    if not kinds & {"thank", "ask"}:
        object = _without_receiver(object, keeps_about="say" not in kinds)
    return Instruction(kinds, object, verb)


def _without_receiver(object: str, *, keeps_about: bool) -> str:
    """Return the object without a leading "them" or "to the reader"."""
    lower = object.casefold()
    for receiver in longest_first("receivers"):
        if lower.startswith(receiver + " "):
            rest = object[len(receiver) :].strip(" ,:")
            if receiver.startswith("to ") or (words_of(rest)[:1] and words_of(rest)[0] in _TOLD):
                return rest if keeps_about else rest.removeprefix("about ")
    return object
