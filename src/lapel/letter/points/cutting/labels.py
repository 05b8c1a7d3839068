"""Labels of a note: the thing that the sentence after one is about, or an example.

"Breakage: I got it down" says what was got down, "Bats. They leave trees standing and I've stopped
jobs for it" has a side of the company's and one of the writer's, and "Good with people too. The
roster is the example" claims what the roster is to show.
"""

import re

from lapel.letter.english.clauses import is_clause
from lapel.letter.english.forms import is_base, is_past, words_of
from lapel.letter.english.vocabulary import pattern
from lapel.letter.english.words import capital, lowered
from lapel.letter.points.instructing import begins_instruction, take_instruction
from lapel.letter.points.sentences import with_article, without_determiner
from lapel.text.common import is_noun, is_small
from lapel.text.regexes import regex

_DID = regex(r"^(?:I|we)(?:['’]ve| have)? (?:did|done) (?:it|one|that) (?=\w)")
_POINTS = regex(r"(?<= )(?:it|them|one|ours|mine)\b")
_LONGEST_HEADING = 2
"""The most words of a heading; a longer label names something to tell as well."""


def turn_labels(text: str) -> str:
    """Return a note with its labels turned into the instructions they mean."""
    text = pattern("exemplifies").sub(_ask_for_example, text)
    text = pattern("headed_sides").sub(_tell_both_sides, text)
    text = pattern("labelled_task").sub(_put_label_in_task, text)
    return pattern("labelled_own").sub(_put_label_for_pronoun, text)


def _ask_for_example(found: re.Match[str]) -> str:
    """Return an instruction to show the example that a note names, with the claim to prove."""
    claim, beside = found["claim"] or "", f" ({found['beside']})" if found["beside"] else ""
    asked = take_instruction(claim)
    if asked and asked.object.startswith("that ") and not beside:
        return f"{claim}, with {lowered(found['what'])} as the example"
    proves = bool(claim) and not is_clause(claim) and not begins_instruction(claim)
    shown = f" as proof of {lowered(claim)}" if proves else ""
    before = f"{claim}. " if claim and not proves else ""
    return f"{before}Show {lowered(found['what'])}{shown}{beside}"


def _tell_both_sides(found: re.Match[str]) -> str:
    """Return the company's side of a heading, and the writer's deed that answers it."""
    if not is_past(found["does"]):
        return found.group()
    beside = f" ({found['head']})" if found["head"] else ""
    return f"{found['theirs']}. Show that {found['mine']}{beside}"


def _put_label_in_task(found: re.Match[str]) -> str:
    """Put a label's thing in place of the "it" of its instruction, where nothing else is meant.

    "Upgrade – say why I want to be there while it's built".
    """
    label, task = found["label"], found["task"]
    before, be = task[: found.start("it") - found.start("task")], found["be"]
    named = (word for word in words_of(before)[1:] if not (is_small(word) or is_base(word)))
    others = any(map(is_noun, named))
    if others or is_clause(label) or not begins_instruction(task):
        return found.group()
    thing = lowered(label)
    thing = thing if without_determiner(thing) != thing else f"the {thing}"
    return f"{capital(before)}{thing}{' is' if be else ''}{found['rest']}"


def _put_label_for_pronoun(found: re.Match[str]) -> str:
    """Put the thing that a label names in place of its pronoun: "Breakage: I got it down"."""
    label, own, rest = found["label"], found["own"], found["rest"]
    if "why" in words_of(label):
        return f"{own}{rest}"
    if is_clause(label) or begins_instruction(label) or not is_past(found["does"]):
        return found.group()
    thing = lowered(label)
    if did := _DID.match(own):
        return f"Show {thing} {own[did.end() :]}{rest}"
    bare = without_determiner(thing)
    meant = {
        "it": f"the {bare}" if bare == thing else thing,
        "them": thing,
        "one": with_article(bare),
        "ours": f"our {bare}",
        "mine": f"my {bare}",
    }
    told = _POINTS.sub(lambda of: meant[of[0]], own, count=1)
    heading = told == own and label.count(" ") >= _LONGEST_HEADING
    return found.group() if heading else f"Show that {told}{rest}"
