"""A bullet read into clauses that can be said in the first person.

A bullet has no subject. Its first words show what replaces it: a verb ("Led …"), a person ("Lead
author of …"), a state ("Responsible for …"), a thing ("Kotlin app for …"), a result ("$2M in
savings …"), or a sentence of its own ("Falls went from nine to two"). Each kind has one safe way to
be said in the first person; where none is safe, there is a reason instead.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from lapel.letter.english.words import begun_small, is_in
from lapel.letter.telling.bullets.chains import as_measure
from lapel.letter.telling.bullets.joining import is_done_with_thing, is_outcome
from lapel.letter.telling.bullets.labels import read_label
from lapel.letter.telling.bullets.sentences import read_sentence
from lapel.letter.telling.clauses import Clause, Subject, Unread
from lapel.letter.telling.tidying import sentences_of, tidy, without_stop
from lapel.text.regexes import regex
from lapel.text.shouting import is_shouted

_STRUNG = regex(r"[,;:–]| and ")
_BEING = ("am ", "was ")


def read_bullet(markdown: str, *, ended: bool) -> tuple[Clause, ...] | Unread:
    """Read a bullet into clauses, one for each sentence, or say why it cannot be read.

    ``ended`` says that the role is over: a bullet in the present is then told in the past. A later
    sentence that cannot be said, or that only names a thing, is left out, unless it takes something
    back.
    """
    whole = tidy(markdown)
    if is_shouted(whole):
        return Unread("it is written in capitals, which hide its names")
    clauses: list[Clause] = []
    for number, sentence in enumerate(sentences_of(whole)):
        words = sentence.split()
        said = without_stop(sentence)
        if number and (is_outcome(words) or is_done_with_thing(words)):
            if is_outcome(words) and clauses and _takes_measure(clauses[-1]):
                came = f"{clauses[-1].text}, which {begun_small(said)}"
                clauses[-1] = replace(clauses[-1], text=came)
            continue
        labelled = None if number else read_label(said, ended=ended)
        clause = labelled or read_sentence(said, ended=ended)
        measure = as_measure(said) if clauses else None
        if measure and _takes_measure(clauses[-1]):
            clauses[-1] = replace(clauses[-1], text=f"{clauses[-1].text}, with {measure}")
        elif not isinstance(clause, Unread):
            if not clauses or clause.subject is not Subject.WORK:
                clauses.append(clause)
        elif not clauses or is_in(sentence.split(maxsplit=1)[0], "contrasts"):
            return clause
    return _pair_clauses(clauses) or Unread("it says nothing")


def _pair_clauses(clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """Join what somebody was and did into one clause: "was a Lean champion and led 12 events"."""
    if len(clauses) != 2:
        return tuple(clauses)
    first, second = clauses
    personal = first.subject is Subject.PERSON is second.subject
    was = personal and first.text.startswith(_BEING) and not second.text.startswith(_BEING)
    if not was or second.front or _STRUNG.search(first.text):
        return tuple(clauses)
    return (replace(first, text=f"{first.text} and {second.text}"),)


def _takes_measure(clause: Clause) -> bool:
    """Tell whether a clause takes what came of it, as nothing is joined to it yet."""
    return clause.subject is not Subject.OTHER and not re.search(r";|, with ", clause.text)
