"""How long something was used, inside the sentence that tells of the use or before it."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from lapel.job.model import Note
from lapel.letter.english.finite import main_verb
from lapel.letter.english.persons import to_the_company
from lapel.letter.english.words import bare, capital, is_in
from lapel.letter.telling.connecting.answers import Said
from lapel.letter.telling.connecting.questions import (
    complete_fragment,
    duration_phrase,
    is_duration,
    is_over,
    topic_of_question,
)
from lapel.letter.telling.connecting.typed import write_out_shorthand
from lapel.letter.telling.tidying import stopped
from lapel.text.common import is_noun
from lapel.text.numbers import YEAR
from lapel.text.regexes import regex
from lapel.text.verbs import Form, forms_of

USED = regex(r"^(I've|I have|I)( (?:also|long|always|often))? (used|been using)\s+")
_LASTING = regex(r"\b(?:for|since) (?:\w+ ){0,3}(?:\d|years?|months?)")
_RATED = r"I use (?P<what>[^,;]+?)(?P<then> and (?P<does>[a-z]+) [^,;]+)?\.$"
_SAYS_MORE = regex(r",| (?:and|but|so) ")
_YEAR = regex(rf"\b{YEAR}\b")
_HAS_BEEN = r"(?:\w+ ){1,3}(?:have|has) been [^,;]+$"
_NEAR = r" (?:with|at) [^,;]+$"
"""Words that belong nearer to what was used than how long it was: "at work"."""
_LONE_BOTH = regex(r"\bboth (as [^,]+,)(?!.*\band as\b)")


def with_duration(
    said: list[Said], notes: Sequence[Note], company: str, left: dict[str, str], *, used: bool
) -> list[Said]:
    """Add how long the use lasted, in the sentence that tells of the use or before it.

    ``left`` loses the note that is told so.
    """
    lasting = [
        n
        for n in notes
        if topic_of_question(n.label) == "duration" and is_duration(write_out_shorthand(n.body))
    ]
    if not lasting:
        return said
    note = lasting[0]
    phrase = duration_phrase(write_out_shorthand(note.body))
    for number, one in enumerate(said):
        joined = _insert_duration(one.text, phrase, company)
        if joined is not None:
            left.pop(note.id, None)
            said[number] = replace(one, text=joined, notes=(*one.notes, note.id), own=False)
            return said
    for number, one in enumerate(said):
        of_use = one.topic in ("used", "experience")
        still = _append_duration(one.text, phrase) if of_use else ""
        lasting_text = one.text if of_use and _LASTING.search(one.text) else still
        if of_use and not lasting_text and is_over(phrase) and not _YEAR.search(one.text):
            left.pop(note.id, None)
            was = stopped(f"That was {phrase}")
            said.insert(number + 1, Said(was, (note.id,), "duration", -1, 0, own=False))
            return said
        if lasting_text:
            left.pop(note.id, None)
            own = one.own and lasting_text == one.text
            said[number] = replace(one, text=lasting_text, notes=(*one.notes, note.id), own=own)
            return said
    alone = complete_fragment(note.label, write_out_shorthand(note.body), company, used=used)
    if alone is not None:
        left.pop(note.id, None)
        text = stopped(capital(to_the_company(alone, alone)))
        first = next((i for i, one in enumerate(said) if one.topic in ("experience", "used")), 0)
        said.insert(first, Said(text, (note.id,), "duration", -1, 0, own=False))
    return said


def _insert_duration(sentence: str, phrase: str, company: str) -> str | None:
    """Put how long behind what was used in "I've used Etsy …"; None for any other sentence."""
    found = re.match(_RATED, sentence)
    if found is not None and _is_further_verb(found["does"] or ""):
        return f"I have used {found['what']} {phrase}{found['then']}."
    if found is not None:
        return f"I have used {found['what']}{found['then'] or ''} {phrase}."
    found = USED.match(sentence)
    if found is None or _LASTING.search(sentence):
        return None
    rest = sentence[found.end() :]
    thing = re.match(r"(?:only )?(?:your|the|both|an?|two) (?:[\w-]+ ){0,4}[\w-]+(?=\.$)", rest)
    names = (
        thing.group() if thing else "",
        company,
        f"{company}'s",
        "it",
        "your product",
        "your products",
        "your service",
    )
    name = next((n for n in names if n and re.match(rf"{re.escape(n)}\b", rest)), None)
    if name is None:
        return None
    have = "I've used" if found[1] == "I've" else "I have used"
    have = have.replace("used", "been using") if found[3] == "been using" else have
    tail = _LONE_BOTH.sub(r"\1", rest[len(name) :])
    if re.match(_NEAR, tail):
        return f"{have} {name}{tail.rstrip('.')} {phrase}."
    return f"{have} {name} {phrase}{tail}"


def _is_further_verb(word: str) -> bool:
    """Tell whether a word behind "I use it and" is another verb of the writer's: "recommend"."""
    return Form.BASE in forms_of(word) and not is_noun(word)


def _is_past(sentence: str) -> bool:
    """Tell whether a sentence tells of the past: "Prairie Hope got a grant from you"."""
    words = sentence.rstrip(".").split()
    at = main_verb(words)
    return at is not None and Form.PAST in forms_of(bare(words[at]))


def _append_duration(sentence: str, phrase: str) -> str:
    """Add to a sentence how long it has been so, or when it was; "" where that cannot be said.

    "… gets its pallets from you, and has since May 2020"; "… have been patients since they were
    little, for 6 years now".
    """
    if is_over(phrase):
        one = not _YEAR.search(sentence) and not _SAYS_MORE.search(sentence)
        return f"{sentence.rstrip('.')} {phrase}." if one and _is_past(sentence) else ""
    if re.match(_HAS_BEEN, sentence):
        now = " now" if " since " in sentence and phrase.startswith("for ") else ""
        return f"{sentence.rstrip('.')}{',' if now else ''} {phrase}{now}."
    if found := re.match(r"I(?: am|['’]m) (?=(?:an?|the|one) )", sentence):
        return f"I have been {sentence[found.end() :].rstrip('.')} {phrase}."
    words = sentence.rstrip(".").split()
    at = main_verb(words)
    if at is None or _SAYS_MORE.search(sentence):
        return ""
    if any(is_in(word, "relatives") for word in words):
        return ""
    forms = forms_of(bare(words[at]))
    perfect = at + 1 < len(words) and Form.PARTICIPLE in forms_of(bare(words[at + 1]))
    if Form.PAST in forms or not forms & {Form.THIRD, Form.BASE} or perfect:
        return ""
    if {"am", "is", "are"} & {*map(bare, words[at + 1 :])}:
        return ""  # "The oat bars are in my drawer": the verb is in doubt
    verb = bare(words[at])
    have = "has" if Form.THIRD in forms and verb != "are" else "have"
    been = " been" if verb in ("am", "is", "are") else ""
    return f"{sentence.rstrip('.')}, and {have}{been} {phrase}."
