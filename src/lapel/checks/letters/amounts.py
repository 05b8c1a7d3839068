"""Numbers of a letter that no source has.

A number is in the sources when one of their texts has the same amount and speaks of the same thing:
it shares a telling word, or another number, with the sentence.
"""

import re
from collections.abc import Iterator

from lapel.checks.letters.dates import (
    DURATIONS,
    is_known_duration,
    is_known_year,
    month_before,
    written_date,
)
from lapel.checks.letters.facts import Fact, Facts
from lapel.checks.letters.numbers import Number, Unit
from lapel.checks.letters.sentence import Claim, Said
from lapel.checks.letters.vocabulary import word_list
from lapel.text.regexes import regex
from lapel.text.words import split_words

_NEXT = regex(r"[\s-]*([A-Za-z’']+)(?:\s+([A-Za-z’']+))?")
_POINTING = regex(r"\b(?:these|those|all|other|same|(?:one|either) of)\s+$", re.IGNORECASE)
_CAPITAL_BEFORE = regex(r"([A-Z]\w*) $")
_HYPOTHETICAL = regex(r"\b(?:if|imagine|suppose|unless)\b[^,;:.]*$", re.IGNORECASE)
_FEW = 6
"""The largest number that may be a turn of phrase: "two ways", "three of them"."""
_SMALL = 12
"""The largest number told so loosely that one word in common is enough."""
_FEW_WORDS = 2
_DAYS = 31
_PLANNED = 100
_NEAR_WORDS = 8
_NEAR = 48
_MOST_UP, _MOST_DOWN, _AROUND = 1.3, 0.7, 0.15


def amount_claims(said: Said, facts: Facts) -> Iterator[Claim]:
    """Yield each number that is in neither the profile nor the job file."""
    owners = facts.owners_in(said.text)
    if not owners:
        owners = facts.owners_in(said.before)[-1:] if said.before else ()
    for number in said.numbers:
        if not _is_fact(number, said) or _is_known(number, said, facts, owners):
            continue
        yield Claim(
            number.start, number.end, f"“{_quote_number(number, said)}” is not in your profile"
        )


def _is_fact(number: Number, said: Said) -> bool:
    """Tell whether a number claims something of the record, and is no plan or turn of phrase."""
    following = _NEXT.match(said.text, number.end)
    groups = following.groups() if following else ()
    after = [word.lower().rstrip("'’") for word in groups if word]
    if _HYPOTHETICAL.search(said.text, 0, number.start):
        return False
    if number.value <= _DAYS and month_before(number, said) is not None:
        return False
    few = number.unit is Unit.PLAIN and number.value <= _FEW
    if few and after and after[0] in word_list("uncounted"):
        return False
    if few and after and after[0] == "of" and after[1:] in (["us"], ["them"], ["you"]):
        return False
    if few and _POINTING.search(said.text, 0, number.start):
        return False
    return not (
        _is_planned(number, said)
        and after
        and after[0] in word_list("measures")
        and number.value < _PLANNED
    )


def _is_planned(number: Number, said: Said) -> bool:
    """Tell whether a word near the number speaks of the time to come."""
    at = sum(word.end <= number.start for word in said.words)
    near = said.lower[max(0, at - _NEAR_WORDS) : at + _NEAR_WORDS]
    return bool(word_list("plans").intersection(near))


def _is_known(number: Number, said: Said, facts: Facts, owners: tuple[str, ...]) -> bool:
    if number.is_year():
        return is_known_year(number, said, facts, owners)
    if _is_part_of_a_name(number, said, facts):
        return True
    if is_known_duration(number, said, facts, owners):
        return True
    named = facts.owners_in(said.text)
    return any(
        _speaks_of_it(fact, said, number, facts, named)
        for fact in facts.facts
        if any(_agrees_with(number, other) for other in fact.numbers)
    )


def _is_part_of_a_name(number: Number, said: Said, facts: Facts) -> bool:
    """Tell whether the number follows a capitalised word in the sources as here: "Year 9", "Form
    990".
    """
    before = _CAPITAL_BEFORE.search(said.text, 0, number.start)
    name = f"{before[1]} {number.written}" if before else ""
    return bool(name) and any(name in fact.text for fact in facts.facts)


def _agrees_with(said: Number, known: Number) -> bool:
    """Tell whether the letter's number is the source's, or hedged and near it."""
    if said.measure in DURATIONS and known.measure != said.measure:
        return False
    if said.same_as(known):
        return True
    if Unit.CLOCK in (said.unit, known.unit) or (
        said.unit is not known.unit and Unit.PLAIN not in (said.unit, known.unit)
    ):
        return False
    if not said.value or known.is_year() or said.measure != known.measure:
        return False
    ratio = known.value / said.value
    return (
        (said.hedge in word_list("hedges_up") and 1 < ratio <= _MOST_UP)
        or (said.hedge in word_list("hedges_down") and _MOST_DOWN <= ratio < 1)
        or (said.hedge in word_list("hedges_around") and abs(ratio - 1) <= _AROUND)
    )


def _speaks_of_it(
    fact: Fact, said: Said, number: Number, facts: Facts, named: tuple[str, ...]
) -> bool:
    """Tell whether a fact with this amount is about the same thing as the sentence.

    A fact of another organisation than the one the sentence names has to share more with it; a
    sentence that says little but the organisation is about that.
    """
    foreign = len(named) == 1 and fact.owner not in ("", *named)
    common = facts.common_stems if fact.kind != "job" else frozenset()
    shared = len((fact.stems & said.stems) - common)
    if shared and _counts_the_same(number, said, fact):
        shared += 1
    least = 0 if number.value <= _SMALL else 1
    if shared > least + foreign or len(fact.stems & said.stems) > 1 + least + foreign:
        return True
    if len(fact.stems & said.stems_around - facts.common_stems) > 1 + foreign:
        return True
    others = [
        n for n in said.numbers if n is not number and (n.value > _FEW or n.unit is not Unit.PLAIN)
    ]
    if any(other.same_as(known) for other in others for known in fact.numbers):
        return True
    own = said.stems - {stem for name in named for stem in Fact(name).stems}
    measured = number.measure and any(number.measure == known.measure for known in fact.numbers)
    return len(own) <= _FEW_WORDS and (fact.owner in named or bool(measured))


def _counts_the_same(number: Number, said: Said, fact: Fact) -> bool:
    """Tell whether sentence and fact count the same: "34 nurses" and "34 newly hired nurses"."""
    here = _find_stems_after(number, said.text)
    there = [known for known in fact.numbers if _agrees_with(number, known)]
    if any(known.measure and known.measure == number.measure for known in there):
        return True
    return any(here & _find_stems_after(known, fact.text) for known in there)


def _find_stems_after(number: Number, text: str) -> frozenset[str]:
    return frozenset(word.stem for word in split_words(text[number.end : number.end + _NEAR])[:3])


def _quote_number(number: Number, said: Said) -> str:
    written = (
        written_date(number, said) if number.is_year() else said.text[number.start : number.end]
    )
    return written.strip()
