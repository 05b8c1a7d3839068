"""Whom "they" and "their" mean where they are not the company: people or things named before."""

import re
from itertools import pairwise

from lapel.letter.points.grammar import is_plural
from lapel.letter.points.vocabulary import word_list
from lapel.text.common import is_noun
from lapel.text.numbers import NUMERALS

_REPORTING = frozenset(("say", "says", "said", "think", "thinks"))
_AGENTS = re.compile(r"^[a-z-]{3,}(?:ers|ors|ists|ees|ians)$")
_NO_AGENTS = word_list("person_no_agents")
_SHARES = frozenset(("all", "most", "half", "some", "many", "none", "both", "few", "each"))
_GOING_ON = frozenset(
    ("before", "after", "when", "while", "until", "till", "once", "where", "what", "how", "if")
)
_TOWARDS = frozenset(("with", "to", "for", "from", "at", "about"))
_TOLD = frozenset(
    (
        "suits",
        "suit",
        "thank",
        "tell",
        "ask",
        "show",
        "offer",
        "give",
        "let",
        "invite",
        "help",
        "join",
        "meet",
        "remind",
        "assure",
        "promise",
        "let",
        "want",
        "see",
        "visit",
        "email",
        "call",
    )
)


def has_antecedent(lower: list[str], index: int, note: tuple[str, ...]) -> bool:
    """Whether people or things named shortly before, in the ``note``, are meant, and not the
    company.
    """
    if _is_part_of(lower, index) or _is_done_to(lower, index, note) or _is_own(lower, index):
        return True
    if _tells_of_things(lower, index, note):
        return True
    return not _is_companys(lower, index) and _is_named_before(lower, index)


def _is_companys(lower: list[str], index: int) -> bool:
    """Whether what stands beside a "they" or "their" shows that it is the company."""
    word, before = lower[index], lower[:index]
    after = lower[index + 1 : index + 3]
    if word == "theirs" and before[-1:] and before[-1] in ("is", "are", "was"):
        return True
    if word == "their" and any(noun in word_list("company_nouns") for noun in after[:2]):
        return True
    if word == "their" and before[-1:] and before[-1] in ("to", "with"):
        return True
    if lower[:1] == ["i"] and _is_self(before):
        return True
    return word == "they" and bool(before[-1:]) and before[-1] in _REPORTING


def _is_named_before(lower: list[str], index: int) -> bool:
    """Whether people, or things for "them", were named before."""
    word, before = lower[index], lower[:index]
    met = before[-3:-1] in (["time", "i"], ["when", "i"], ["whom", "i"])
    if word == "them" and (met or _are_things(before)):
        return True  # "by the time I meet them": people the writer works with
    if word == "them" and any(subject in ("they", "they're", "they've") for subject in before):
        theirs = max(i for i, subject in enumerate(before) if subject.startswith("they"))
        if any(is_plural(noun) for noun in before[theirs + 2 :]):
            return True  # "they fix things instead of replacing them"
    return any(
        noun in word_list("people") or (_AGENTS.match(noun) and noun not in _NO_AGENTS)
        for noun in before
    )


def _is_own(lower: list[str], index: int) -> bool:
    """Whether several who do something do it with what is "their own", or to "themselves"."""
    own = lower[index : index + 2] == ["their", "own"] or lower[index] == "themselves"
    named = [noun for noun in lower[:index] if noun.startswith("they") or is_plural(noun)]
    return own and bool(named) and is_noun(named[-1])


def _is_part_of(lower: list[str], index: int) -> bool:
    """Whether some "of them" are counted: "30 of them", "most of them"."""
    counting, of = [*lower[max(0, index - 2) : index], "", ""][:2]
    counts = counting[:1].isdigit() or counting in NUMERALS or counting in _SHARES
    return lower[index] == "them" and of == "of" and counts


def _tells_of_things(lower: list[str], index: int, note: tuple[str, ...]) -> bool:
    """Whether "they" begins a clause that goes on from things named before: "models before they're
    wrapped", "pianos, so I know what they're worth".
    """
    before, after = [*lower[max(0, index - 1) : index], ""][0], [*lower[index + 1 :], ""][0]
    if not lower[index].startswith("they") or before not in _GOING_ON:
        return False
    stands = "'" in lower[index] or after in ("are", "were", "get", "got")
    if after in word_list("company_verbs") or (before in ("what", "how") and not stands):
        return False
    whole = [i for i, pair in enumerate(pairwise(note)) if pair == (before, lower[index])]
    named = note[: whole[0]] if whole else lower[:index]
    return any(is_noun(noun) and is_plural(noun) for noun in named)


def _is_done_to(lower: list[str], index: int, note: tuple[str, ...]) -> bool:
    """Whether what somebody else did to "them" was done to things named before in the note: "my
    grandmother's peas are in their catalog; she sent them herself".
    """
    doer = lower[index - 2] if index > 1 else ""
    if (
        lower[index] != "them"
        or doer not in ("she", "he", "it", "who")
        or lower[index - 1] in _TOWARDS | _TOLD
    ):
        return False
    named = note[: len(note) - len(lower) + index]
    return any(is_noun(noun) and is_plural(noun) for noun in named)


def _are_things(before: list[str]) -> bool:
    """Whether "them" is several things named before: "cylinders and I know how to get rid of"."""
    last = before[-1] if before else ""
    named = any(is_noun(noun) and is_plural(noun) for noun in before)
    return named and last not in _TOWARDS | _TOLD


def _is_self(before: list[str]) -> bool:
    """Whether the people named are the writer: "I have been a customer since their …"."""
    named = [i for i, noun in enumerate(before) if noun in word_list("customers")]
    return bool(named) and before[named[-1] - 1] in ("a", "an")
