"""Sentences without a verb, two sentences joined by a comma, and the same thing said twice.

Problems in lapel's own sentences are warnings, in the person's only hints. Each rule reports only
where it can hardly be wrong: a person's turns of phrase are nobody's business.
"""

import re
from collections.abc import Iterator, Sequence

from lapel.checks.letters.sentence import Said
from lapel.checks.letters.style import make_remark
from lapel.checks.letters.vocabulary import word_list as letter_words
from lapel.letter.arranging.repeating import says_same
from lapel.letter.english.clauses import is_clause
from lapel.letter.english.forms import words_of
from lapel.letter.english.vocabulary import word_list
from lapel.letter.faults import find_sure_fault
from lapel.letter.points.completing import unspliced
from lapel.source.diagnostics import Diagnostic
from lapel.source.source import Source
from lapel.text.common import is_small
from lapel.text.content import content_stems
from lapel.text.numbers import NUMERALS
from lapel.text.regexes import regex
from lapel.text.verbs import Form, forms_of

FEWEST_REPEATED = 4
"""The least number of telling words that two sentences share for them to say the same."""
FEWEST_WORDS = 4
"""The least number of words: a shorter one may be a call or a wish: "Many thanks."."""
FEWEST_JOINED = 3
"""The least number of words of a joined sentence: with fewer it is a turn of phrase: "…, I
read".
"""
_VERBAL = frozenset((Form.BASE, Form.PAST, Form.THIRD))
_FRONTED = regex(
    r"^(?:if|when|as|since|while|once|because|although|though|after|before)\b", re.IGNORECASE
)
_BETWEEN = frozenset(("also", "still", "now", "often", "always", "never"))
"""Words that may come between a subject and its verb: "I also direct accounting"."""
_HALF = regex(r"[^;\s][^;]*")


def check_verbs(letter: Sequence[Said], source: Source) -> Iterator[Diagnostic]:
    """Report sentences without a verb."""
    for said in letter:
        if len(said.words) >= FEWEST_WORDS and not _has_verb(said):
            message = "this is no sentence: it has no verb"
            help = "say who does or did what"
            yield make_remark(said, source, "no-verb", message, 0, len(said.text), help)


def check_doubts(letter: Sequence[Said], source: Source) -> Iterator[Diagnostic]:
    """Report sentences that lapel would not draft: half a subject, two owners, another's deed."""
    for said in letter:
        if why := find_sure_fault(said.text):
            message = f"this may not say what is meant: {why}"
            help = "read it aloud, and say who did what"
            yield make_remark(said, source, "doubtful-sentence", message, 0, len(said.text), help)


def check_splices(letter: Sequence[Said], source: Source) -> Iterator[Diagnostic]:
    """Report two sentences that only a comma joins, also after a semicolon."""
    for said in letter:
        for half in _HALF.finditer(said.text):
            text = half.group()
            if _FRONTED.match(text) or unspliced(text) == text:
                continue
            at = half.start() + text.index(",")
            if len(words_of(said.text[at : half.end()])) < FEWEST_JOINED:
                continue
            message = "a comma joins two sentences here"
            help = "make two of them, or put a semicolon or “and” there"
            yield make_remark(said, source, "comma-splice", message, at, at + 1, help)


def check_repeats(letter: Sequence[Said], source: Source) -> Iterator[Diagnostic]:
    """Report the same thing said twice."""
    seen: list[tuple[frozenset[str], Said]] = []
    for said in letter:
        stems = content_stems(said.text)
        before = next((s for other, s in seen if _repeats(stems, other)), None)
        if before is None:
            seen.append((stems, said))
        else:
            place = before.piece.place
            where = f" on line {place.line}" if place else " before"
            message = f"this was said{where} already"
            help = "say it once"
            yield make_remark(said, source, "said-twice", message, 0, len(said.text), help)


def _repeats(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= FEWEST_REPEATED and says_same(one, other)


def _has_verb(said: Said) -> bool:
    """Tell whether a word could be the verb; not after an article, a number or a preposition, where
    only a noun can be.
    """
    words = [word for word in words_of(said.text) if word not in _BETWEEN]
    if is_clause(said.text) or set(words) & word_list("finite_forms"):
        return True
    return any(
        _may_be_verb(before, word) for before, word in zip(("", *words), words, strict=False)
    )


def _may_be_verb(before: str, word: str) -> bool:
    """Tell whether a word can be a verb after the one before it: "Fiscal 2024 closed"."""
    forms = forms_of(word) & _VERBAL
    if before[:1].isdigit() or before in NUMERALS:
        return Form.PAST in forms
    return bool(forms) and (
        not before or not is_small(before) or before in letter_words("subjects")
    )
