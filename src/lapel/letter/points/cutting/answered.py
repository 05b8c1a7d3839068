"""The sentences of a point; a question to oneself is one with its answer."""

import re
from collections.abc import Iterator, Sequence

from lapel.letter.english.clauses import is_clause, is_first_person
from lapel.letter.english.forms import is_plural
from lapel.letter.english.words import capital, lowered
from lapel.letter.points.instructing import begins_instruction
from lapel.text.numbers import NUMERALS
from lapel.text.regexes import regex
from lapel.text.sentences import split_sentences

_AFTER_I = regex(r"(?<=\bI\.)\s+(?=[A-Z])")
_ANSWERS = ("Because ", "Since ", "By ")
_ASKED_ONESELF = regex(
    r"^What (?P<aux>do|did|would|can|could|will) I (?P<no>not )?"
    r"(?P<what>[a-z]+(?: [\w'’]+){0,5})\?(?: (?P<answer>.+))?$"
)
"""A question that the writer asks themselves: "What do I not have? Surety." """
_YES_OR_NO = regex(
    r"^(?P<aux>Have|Am|Can|Do|Did|Could|Would) I (?P<what>[^?]+)\? (?P<yes>Yes|No)\b[.,;:!]*"
    r"(?: (?P<more>.+))?$",
    re.IGNORECASE,
)
"""A question to oneself that is answered by yes or no: "Have I led people? Yes, four." """
_GOES_ON = ("Or ", "And ", "Nor ", "Plus ")
_NOT_GOING_ON = frozenset(("did", "have", "had", "am", "was"))


def split_answered(text: str) -> list[str]:
    """Return the sentences of a text; one that continues with "or" stays with the one before it."""
    found: list[str] = []
    for part in _AFTER_I.split(text):
        for sentence in map(_state_own_answer, _pair_with_answers(split_sentences(part))):
            goes_on = sentence.startswith(_GOES_ON)
            rest = sentence.partition(" ")[2] if goes_on else ""
            answers = found and found[-1].endswith("?") and sentence.startswith(_ANSWERS)
            if answers:
                found[-1] = f"{found[-1]} {sentence}"
            elif found and goes_on and not begins_instruction(rest) and not is_clause(rest):
                found[-1] = f"{found[-1].rstrip('.')}, {sentence[:1].lower()}{sentence[1:]}"
            else:
                found.append(sentence)
    return found


def _pair_with_answers(sentences: Sequence[str]) -> Iterator[str]:
    """Yield the sentences, each question to oneself together with the bare answer after it."""
    held = ""
    for sentence in sentences:
        bare = not is_clause(sentence) and not begins_instruction(sentence)
        if held and bare and not sentence.endswith("?"):
            yield f"{held} {sentence}"
            held = ""
            continue
        if held:
            yield held
        held = sentence if _ASKED_ONESELF.match(sentence) else ""
        if not held:
            yield sentence
    if held:
        yield held


def _state_own_answer(sentence: str) -> str:
    """Return a question and its answer as one statement.

    "What do I like most? Their reading room" becomes "What I like most is their reading room".
    """
    asked = _ASKED_ONESELF.match(sentence)
    answer = asked["answer"] if asked else ""
    if asked is None or not answer:
        return sentence
    aux = asked["aux"].casefold()
    denied = f"{aux}n't " if asked["no"] and aux in ("do", "did") else ""
    aux = denied or ("" if aux in ("do", "did") else f"{aux} {asked['no'] or ''}")
    named = answer if is_first_person(answer) else lowered(answer)
    return f"What I {aux}{asked['what']} is {named}"


def state_answered_whether(text: str) -> str:
    """Return what the writer asks themselves and answers by yes or no as a statement.

    "Have I led people? Yes, four" becomes "I have led four people".
    """
    asked = _YES_OR_NO.match(text)
    if asked is None or begins_instruction(asked["what"]):
        return text
    aux, what, more = asked["aux"].casefold(), asked["what"], (asked["more"] or "").rstrip(".")
    if asked["yes"].casefold() == "no":
        told = f"I {'cannot' if aux == 'can' else f'{aux} not'} {what}"
        return f"{told}, {more}." if more.startswith("but ") else f"{told}. {capital(more)}".strip()
    counted = bool(NUMERALS.keys() & {more.casefold()}) or more.isdigit()
    *before, last = what.split()
    if counted and is_plural(last):
        what, more = " ".join((*before, more, last)), ""
    told = f"I {what}" if aux in ("do", "did") else f"I {aux} {what}"
    return f"{told}. {capital(more)}".strip() if aux != "did" else text


def state_answered_how(sentence: str) -> str:
    """Return how the writer would do what they ask themselves, as a sentence; "" for others."""
    asked, answers, by = sentence.partition("? By ")
    words = asked.split()
    if (
        not answers
        or asked[:3].casefold() != "how"
        or words[2:3] != ["I"]
        or words[1] in _NOT_GOING_ON
    ):
        return ""
    aux = () if words[1] == "do" else words[1:2]
    return " ".join(("I", *aux, *words[3:], "by", by))
