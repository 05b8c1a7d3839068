"""Degrees and credentials that a letter claims and no source has."""

import re
from collections.abc import Iterator
from functools import cache

from lapel.checks.letters.facts import Fact, Facts, telling_stems
from lapel.checks.letters.sentence import Claim, Said
from lapel.checks.letters.vocabulary import degree_names, word_list
from lapel.profile.model import SectionKind
from lapel.text.regexes import regex
from lapel.text.words import split_words

_HAVE = regex(
    r"\b(?:my|I (?:hold|have|earned|finished|completed|received|got|took|studied)|with an?"
    r"|graduated)\b",
    re.IGNORECASE,
)
_FIELD = regex(r"\s+(?:degree\s+)?(?:in|of)\s+((?:[A-Za-z&-]+\s?){1,5})")
_CERTIFIED = regex(
    r"\b(?:certified|licensed|accredited|chartered)\s+(?:as\s+)?(?:an?\s+)?((?:[A-Za-z&-]+\s?){1,4})"
    r"|\b(?:certificate|certification|license|licence|diploma)\s+(?:in|as|for|of)\s+(?:an?\s+)?"
    r"((?:[A-Za-z&-]+\s?){1,4})",
    re.IGNORECASE,
)
_PRIZE = regex(
    r"\b((?:[A-Za-z&-]+\s){0,3})(?:award|prize|medal|scholarship|fellowship|certificate|"
    r"certification|license|licence|patent)s?\b",
    re.IGNORECASE,
)
_GETTING = regex(
    r"\b(?:won|win|received|awarded|earned|hold|have|got|given|named|my)\b", re.IGNORECASE
)
_CREDENTIALS = frozenset(
    {SectionKind.CERTIFICATES, SectionKind.AWARDS, SectionKind.EDUCATION, SectionKind.CUSTOM}
)


def degree_claims(said: Said, facts: Facts) -> Iterator[Claim]:
    """Yield each degree of a level or in a field that the profile does not have."""
    mine = _HAVE.search(said.text) is not None
    if said.has("negations") or (not mine and "your" in said.lower):
        return
    education = [fact for fact in facts.facts if fact.section is SectionKind.EDUCATION]
    schools = {fact.owner for fact in education} & set(facts.owners_in(said.text))
    own = [fact for fact in education if not schools or fact.owner in schools]
    asked = [fact for fact in facts.facts if fact.kind == "job"]
    for level, start, end in _find_degrees(said.text):
        fields = _FIELD.match(said.text, end)
        field = _find_field_stems(fields[1]) if fields else frozenset[str]()
        sources = own if mine else [*own, *asked]
        having = [fact for fact in sources if level in _find_levels(fact.text)]
        if any(field <= fact.stems for fact in having):
            continue
        shown = said.text[start : fields.end() if fields and having else end].strip()
        yield Claim(start, start + len(shown), f"the degree “{shown}” is not in your profile")


def credential_claims(said: Said, facts: Facts) -> Iterator[Claim]:
    """Yield certificates, licenses and prizes that no source has, also when written without
    capitals.
    """
    if said.has("negations") or "your" in said.lower:
        return
    for pattern, cue in ((_CERTIFIED, None), (_PRIZE, _GETTING)):
        for match in pattern.finditer(said.text):
            if cue is not None and not cue.search(said.text):
                continue
            what = next((group for group in match.groups() if group and group.strip()), "")
            wanted = _find_field_stems(_GETTING.sub(" ", what))
            if wanted and not any(_has_stems(fact, wanted) for fact in facts.own_facts):
                shown = match.group().strip()
                yield Claim(
                    match.start(), match.start() + len(shown), f"“{shown}” is not in your profile"
                )


def _has_stems(fact: Fact, wanted: frozenset[str]) -> bool:
    """Tell whether a fact has all of these stems, or several where it is a credential."""
    return wanted <= fact.stems or (fact.section in _CREDENTIALS and len(wanted & fact.stems) > 1)


def _find_degrees(text: str) -> Iterator[tuple[str, int, int]]:
    found: list[tuple[int, int, str]] = []
    for level, pattern in _build_patterns().items():
        found += [(match.start(), match.end(), level) for match in pattern.finditer(text)]
    end = -1
    for start, stop, level in sorted(found, key=lambda item: (item[0], -item[1])):
        if start >= end:
            yield level, start, stop
            end = stop


@cache
def _find_levels(text: str) -> frozenset[str]:
    return frozenset(level for level, _, _ in _find_degrees(text))


@cache
def _build_patterns() -> dict[str, re.Pattern[str]]:
    return {
        level: regex("|".join(map(_build_pattern, names)))
        for level, names in degree_names().items()
    }


def _build_pattern(name: str) -> str:
    """Return a name as a pattern: capitals count in short forms only."""
    bounded = rf"(?<![\w.]){re.escape(name)}(?![\w])"
    return bounded if name[0].isupper() else rf"(?i:{bounded})"


def _find_field_stems(text: str) -> frozenset[str]:
    """Return the words of a field up to the first that cannot belong to it."""
    words = []
    for word in split_words(text):
        if word.lower in word_list("small") and word.lower not in ("and", "of", "the"):
            break
        words.append(word)
    return telling_stems(words)
