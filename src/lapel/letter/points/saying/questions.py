"""Questions in a point: asked of the company, answered by the writer, or left to the person."""

import re

from lapel.letter.english.clauses import is_clause
from lapel.letter.english.forms import is_base, is_past, is_plural, verb_form, words_of
from lapel.letter.english.vocabulary import pattern, word_list
from lapel.letter.points.cutting.pieces import begins_question
from lapel.letter.points.frames import framed
from lapel.letter.points.instructing import take_instruction
from lapel.letter.points.model import Act, Part, Unsayable
from lapel.letter.points.saying.asking import Asked
from lapel.letter.points.saying.reasons import names_company
from lapel.letter.points.saying.wondering import ONLY_YOU, explain
from lapel.text.regexes import regex
from lapel.text.verbs import Form

_OF_ONESELF = regex(
    r"^(?P<wh>how|what|where) have (?:you|I) (?P<did>[a-z]+ed? .+?)(?:,? and with what \w+)?$",
    re.IGNORECASE,
)
"""A question to the writer: "how have you trained operators, and with what success"."""
_THERE = regex(r"^(?P<be>is|are) there (?P<what>.+)$", re.IGNORECASE)


def read_question(asked: Asked, text: str, *, marked: bool) -> tuple[Act, ...]:
    """Return a question as asked or wondered, () for words that are none.

    ``marked`` says that a question mark ends them.
    """
    if pattern("wondered").match(text) or (marked and begins_question(text)):
        return _ask(asked, text)
    clause = marked and is_clause(text) and take_instruction(text) is None
    return framed("wondered", asked.mine(text)) if clause else ()


def _ask(asked: Asked, question: str) -> tuple[Act, ...]:
    """Return a question to the company as asked; leave any other to the person."""
    if pattern("asked_oneself").match(f"{question}? ".casefold()):
        return (Unsayable(f"{question}?", ONLY_YOU),)
    why, _, whom = question.partition(" ")
    if why.casefold() == "why" and names_company(asked, asked.mine(whom)):
        return explain(asked, question)
    own = _OF_ONESELF.match(question) if asked.context.part is not Part.COMPANY else None
    if own and is_past(words_of(own["did"])[0]):
        return explain(asked.changed(), f"{own['wh'].lower()} I {own['did']}")
    wondered = pattern("wondered").match(question)
    theirs = wondered and (wondered["who"] == "they" or asked.context.part is Part.COMPANY)
    if wondered and theirs:
        verb = "" if wondered["verb"].casefold() in ("do", "does") else f"{wondered['verb']} "
        who = "they" if wondered["who"] == "you" else wondered["who"]
        return framed(
            "asked", f"{wondered['wh'].lower()} {asked.mine(f'{who} {verb}' + wondered['what'])}"
        )
    if there := _THERE.match(question):
        return framed("asked", f"whether there {there['be'].lower()} {asked.mine(there['what'])}")
    if is_it := pattern("is_it").match(question):
        said_of = f"{is_it['who'].lower()} {is_it['be'].lower()} {is_it['what']}"
        return framed("asked", f"whether {asked.mine(said_of)}")
    if did := pattern("did_to_me").match(question):
        form = Form.PAST if did["aux"] == "did" else Form.THIRD
        how = f"{did['wh'].lower()} {did['who']} {verb_form(did['verb'], form)} {did['rest']}"
        return explain(asked, how)
    if theirs_asked := _ask_of_theirs(asked, question):
        return theirs_asked
    found = pattern("question").match(question)
    if found is None:
        return (Unsayable(f"{question}?", ONLY_YOU),)
    verb = "" if found["verb"].casefold().startswith("do") else f"{found['verb'].lower()} "
    return framed("asked", f"whether {asked.mine(found['who'] + ' ' + verb + found['what'])}")


def _ask_of_theirs(asked: Asked, question: str) -> tuple[Act, ...]:
    """Return a question about something of the company's with its verb at the end, or ().

    "How does the night shift look", "what would your techs say".
    """
    found = pattern("of_theirs").match(question)
    words = found["what"].split() if found else []
    parts = word_list("links") | word_list("determiners") | {"they", "you", "right"}
    end = next((i for i, word in enumerate(words[2:], 2) if word in parts), len(words))
    at = next((i for i in range(end - 1, 0, -1) if is_base(words[i]) and words[i].isalpha()), 0)
    if found is None or not at or is_base(words[0]):
        return ()
    who, verb, rest = " ".join(words[:at]), words[at], " ".join(words[at + 1 :])
    aux = found["aux"].casefold()
    form = Form.THIRD if aux == "does" else Form.PAST if aux == "did" else Form.BASE
    said_of = verb_form(verb, form) if aux in ("do", "does", "did") else f"{aux} {verb}"
    asks = f"{who} {said_of} {rest}".rstrip()
    as_typed = "your" in words or (is_plural(words[at - 1]) and "their" not in words[:at])
    wh = (found["wh"] or "whether").lower()
    return framed("asked", f"{wh} {asks if as_typed else asked.mine(asks)}")
