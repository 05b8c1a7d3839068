"""Sentences with a subject of their own, whose verb or article a bullet leaves out."""

import re
from collections.abc import Sequence
from itertools import pairwise

from lapel.letter.english.finite import main_verb, span_of
from lapel.letter.english.noun_phrases import head_of
from lapel.letter.english.nouns import lacks_article
from lapel.letter.english.words import (
    bare,
    begun_small,
    is_in,
    is_number,
    lowered,
)
from lapel.text.articles import choose_article
from lapel.text.common import is_noun, is_plural
from lapel.text.verbs import Form, forms_of

_SINCE_WHEN = frozenset({"since", "after", "until", "while"})
_NEAR_VERB = 3
_SHARES = frozenset({"third", "half", "quarter", "fifth", "tenth"})
_ASIDE_COMMAS = 2


def own_sentence(text: str) -> str | None:
    """Return a sentence with its own subject, its left-out words put back; None for other texts."""
    words = text.split()
    change = next((i for i in range(1, len(words)) if _is_change_without_verb(words, i)), None)
    verb = main_verb(words)
    span = span_of(words)
    if span and verb is not None and verb < span - 1 and is_in(words[verb], "adjectival"):
        change, verb = span, None  # "Combined ratio from 118 to 97"
    if change is not None and (verb is None or verb >= change - 1):
        words.insert(change, "went")
        verb = change
    if verb is None or _begins_anew(words, verb) or _is_none(words[:verb]):
        return None
    if _says_what_was_done(text):
        return None
    if is_noun(bare(words[verb])) and re.search(r", (?:I|we) ", text):
        return None  # "Cost model in Excel, I use …": the only sure subject is the later one
    done = Form.PARTICIPLE in forms_of(bare(words[verb])) and not is_in(words[verb], "changes")
    if is_in(words[0], "firsts") and done:
        return None  # "First organic certified brewery in the county"
    subject = " ".join(words[:verb])
    if is_in(words[0], "my_own") and verb < _NEAR_VERB:
        words = ["my", begun_small(words[0]), *words[1:]]
        verb += 1
    undone = is_in(words[verb], "changed_by_somebody") and _says_measure(words, verb)
    if undone and is_in(words[verb], "bringing") and is_number(words[verb + 1]):
        undone = False  # "their codes brought 5,200 orders"
    by = not _has_somebody(words, verb) and any(
        bare(word) == "by" and not (is_in(after, "by_measure") or is_number(after))
        for word, after in pairwise(words[verb + 1 : verb + 4])
    )
    if undone or (
        by and Form.PARTICIPLE in forms_of(bare(words[verb])) and not _has_be(words[:verb])
    ):
        words.insert(verb, "were" if is_plural(head_of(subject)) else "was")
    the = f"{_determiner(subject)} " if words[0] != "my" and lacks_article(subject) else ""
    return the + lowered(" ".join(words))


def _determiner(subject: str) -> str:
    """Return the article that a subject left out: "an apprentice of mine", "the response time"."""
    return choose_article(subject) if re.search(r" of (?:mine|ours)\b", subject) else "the"


def _says_what_was_done(text: str) -> bool:
    """Tell whether words say what was done to several things: "Keys cut, screens mended"."""
    parts = [part.split() for part in text.rstrip(".").split(", ")]
    done = (len(part) == 2 and Form.PARTICIPLE in forms_of(bare(part[1])) for part in parts)
    return len(parts) > 1 and all(done)


def _is_none(words: Sequence[str]) -> bool:
    """Tell whether words before a verb say what there was none of, and are not who does it.

    So "zero" of "Zero failed audits" does, and what there was none of since something.
    """
    since = (after for word, after in pairwise(words[2:]) if bare(word) in _SINCE_WHEN)
    none = bare(words[0]) in ("no", "zero")
    return none and (len(words) == 1 or any(not is_number(after) for after in since))


def _begins_anew(words: Sequence[str], verb: int) -> bool:
    """Tell whether the verb has another subject than the first words: a list is before it."""
    ends = [index for index in range(verb) if words[index].endswith(",")]
    if any(is_in(words[index + 1], "personal") for index in ends):
        return True
    if not ends:
        return False
    aside = words[ends[0] + 1 : ends[-1] + 1]
    if len(ends) != _ASIDE_COMMAS or verb + 1 == len(words):
        return True
    opens = aside[0]
    return not (
        is_in(opens, "prepositions")
        or is_in(opens, "relatives")
        or is_in(opens, "adverbs")
        or is_in(opens, "determining")
        or Form.PARTICIPLE in forms_of(bare(opens))
    )


def _has_somebody(words: Sequence[str], verb: int) -> bool:
    """Tell whether a verb has a pronoun as its object ("auditors moved us by nothing")."""
    following = bare(words[verb + 1]) if verb + 1 < len(words) else ""
    return following in ("us", "me", "them", "it")


def _has_be(words: Sequence[str]) -> bool:
    return bool({bare(word) for word in words[-2:]} & {"was", "were", "is", "are", "been", "be"})


def _is_change_without_verb(words: Sequence[str], index: int) -> bool:
    """Tell whether "up" or "down" is used as a verb: "CSAT up from 84% to 93%"."""
    if bare(words[index]) not in ("up", "down") or not _says_measure(words, index):
        return False
    before = words[:index]
    if any(word.endswith((",", ":")) for word in before) or [
        bare(w) for w in words[index : index + 2]
    ] == ["up", "to"]:
        return False
    described = forms_of(bare(before[0])) & {Form.PARTICIPLE, Form.GERUND}  # "waiting time"
    deeds = before[1:] if described else before
    return not any(forms_of(bare(word)) - {Form.BASE, Form.THIRD} for word in deeds)


def _says_measure(words: Sequence[str], index: int) -> bool:
    following = words[index + 1] if index + 1 < len(words) else ""
    if bare(following) == "a" and index + 2 < len(words):
        return bare(words[index + 2]) in _SHARES  # "Bookings up a third"
    return bare(following) in ("from", "by", "to") or is_number(following)


def is_change(words: Sequence[str]) -> bool:
    """Tell whether words are a sentence about a change: "Marketing spend reduced from 4% to 3%"."""
    verb = main_verb(words)
    if verb is None or not is_in(words[verb], "changes"):
        return False
    return _says_measure(words, verb) and not any(word.endswith(",") for word in words[:verb])
