"""Who is meant in a person's own sentences: the writer is "I", the company is "you"."""

import re

from lapel.letter.telling.words import bare, is_in
from lapel.text.common import is_plural
from lapel.text.verbs import Form, forms_of, inflect

_SHORTEST_NAME = 3


def in_first_person(text: str, person: str) -> str:
    """An answer about the writer by name ("Jordan has used …") with "I"; others as they are."""
    names = [person, *(name for name in person.split() if len(name) >= _SHORTEST_NAME)]
    name = next((n for n in names if n and text.startswith(f"{n} ")), None)
    if name is None or re.search(r"\b(?:I|he|she|they|him|her|them)\b", text):
        return text
    verb, _, rest = text[len(name) + 1 :].partition(" ")
    form = forms_of(verb)
    if Form.THIRD in form:
        verb = inflect(verb, Form.BASE) or verb
    elif Form.PAST not in form:
        return text
    rest = re.sub(r"\b(?:himself|herself)\b", "myself", rest)
    return f"I {verb} " + re.sub(r"\b(?:his|her|their)\b", "my", rest)


_PRONOUN = re.compile(
    r"\b(they're|they’re|they've|they’ve|they|themselves|them|theirs|their)\b", re.IGNORECASE
)
_YOU = {
    "they're": "you're",
    "they've": "you've",
    "they": "you",
    "them": "you",
    "themselves": "yourselves",
    "theirs": "yours",
    "their": "your",
}


def to_the_company(sentence: str, answer: str) -> str:
    """The sentence with the company as "you", where "they" can be nobody else: nobody but the
    company was named before it ("they let people finish their sentences" has people).
    """
    found = _OTHERS.search(answer)
    if found is None or any(_can_be_they(word) for word in answer[: found.start()].split()):
        return sentence
    said, since = "", 0
    for pronoun in _PRONOUN.finditer(sentence):
        between = sentence[since : pronoun.start()]
        if said and any(_can_be_they(word) for word in between.split()):
            break
        you = _YOU[pronoun.group().casefold().replace("’", "'")]
        said += between + (you.capitalize() if pronoun.group()[0].isupper() else you)
        since = pronoun.end()
    return said + sentence[since:]


_OTHERS = re.compile(
    r"(?:[\w-]+s (?:from|with|at|through|by|to) )?\b(?:they|them|their|theirs)\b", re.IGNORECASE
)


def _can_be_they(word: str) -> bool:
    """Whether a word names several who could be "they" instead of the company."""
    spelled = bare(word)
    if is_in(spelled, "relatives") or is_in(spelled.removesuffix("s"), "rates"):
        return False
    return is_plural(spelled) or spelled in ("everyone", "people", "staff")
