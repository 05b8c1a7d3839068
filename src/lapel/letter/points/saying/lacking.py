"""Things the writer lacks, has not done or does not need: "no accidents in nine years"."""

import re

from lapel.letter.english.forms import is_gerund, is_gerund_phrase, is_plural, to_base, verb_form
from lapel.letter.english.vocabulary import pattern
from lapel.letter.english.words import begun_small
from lapel.letter.points.frames import framed
from lapel.letter.points.model import Act
from lapel.letter.points.saying.asking import Asked
from lapel.letter.points.saying.clauses import say_clause
from lapel.letter.points.sentences import with_article, without_determiner
from lapel.text.verbs import Form

_UNNEEDED = frozenset(
    ("no visa", "no sponsorship", "no work permit", "no relocation", "no relocation help")
)


def say_lack(asked: Asked, text: str) -> tuple[Act, ...] | None:
    """Return acts on what the writer lacks or does not need; None if a text says neither."""
    return _say_unneeded(asked, text) or (
        _say_without(asked, text) if text[:3].lower() == "no " else None
    )


def _say_unneeded(asked: Asked, text: str) -> tuple[Act, ...] | None:
    """Return acts on what the writer does not need: "relocating not needed"."""
    found = pattern("not_needed").match(text)
    if found is None:
        return None
    what = asked.mine(found["what"])
    if is_gerund_phrase(what):
        return say_clause(asked, f"I don't need to {to_base(what)}")
    return say_clause(asked, f"I need no {begun_small(without_determiner(what))}")


def _say_without(asked: Asked, text: str) -> tuple[Act, ...] | None:
    """Return acts on what the writer has none of: "no accidents in nine years"."""
    if only := pattern("no_but").match(text):
        counted = only["but"].split()[0] if only["but"] else ""
        but = only["but"] if counted[:1].isdigit() else with_article(only["but"])
        return say_clause(asked, f"I have {begun_small(only['no'])}, but {but}")
    if needed := re.match(
        r"(?i)(?P<what>no .+?) (?:is |are )?(?:needed|required|necessary)$", text
    ):
        return say_clause(asked, f"I need {begun_small(needed['what'])}")
    if need := re.match(r"(?i)no need (?:to|for|of) ", text):
        verb = "to " if need.group().endswith("to ") else ""
        return say_clause(asked, f"I don't need {verb}{text[need.end() :]}")
    if (undone := pattern("undone").match(text)) and is_gerund(undone["doing"]):
        done = verb_form(verb_form(undone["doing"].casefold(), Form.BASE), Form.PARTICIPLE)
        return say_clause(asked, f"I have not {done}{undone['rest']}")
    if (unknown := pattern("unknown").match(text)) and is_plural(unknown["what"]):
        return say_clause(asked, f"I have had {begun_small(text)}")
    if unknown:
        return framed("unworked", asked.mine(unknown["what"]))
    if text.casefold() in _UNNEEDED:
        return say_clause(asked, f"I need {begun_small(text)}")
    had = pattern("lasting").search(text)
    return say_clause(
        asked, f"I have {'had ' if had and 'yet' not in text else ''}{begun_small(text)}"
    )
