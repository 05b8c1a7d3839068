"""Skills that a letter claims and the profile does not have.

A posting names many skills, so naming one is no invention; claiming to have it is. The lexicon says
which words are skills, and what shows a skill without its name.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from lapel.checks.letters.facts import Facts
from lapel.checks.letters.sentence import Said, place_of
from lapel.matching.lexicon import Lexicon, name_stems
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.source.source import Source
from lapel.text.regexes import regex
from lapel.text.words import Word

_CLAIM = regex(
    r"\bI(?:['’](?:m|ve)| am| have| hold| know| speak| use| used| work| worked| write| wrote| code"
    r"| program| run| build| built)\b|\bmy (?:\w+ )?(?:experience|expertise|skills?|knowledge|"
    r"command|background|years)\b|\b(?:experienced|expert|skilled|proficient|fluent|versed|trained|"
    r"certified) (?:in|with|at|on)\b|\b(?:experience|expertise|years) (?:in|of|with)\b",
    re.IGNORECASE,
)
_AFTER = regex(r" (?:experience|expertise|skills?)\b")
_PARTS = regex("[:;—–.?!]")
_FARTHEST = 10
_LONGEST = 5


def check_skills(
    letter: Sequence[Said], source: Source, facts: Facts, lexicon: Lexicon
) -> Iterator[Diagnostic]:
    """Report each skill of the lexicon or the posting that a sentence claims without a source."""
    has = _find_concepts(facts, lexicon)
    for said in letter:
        if _is_no_claim(said):
            continue
        for start, end, concept in _find_skills(said.words, lexicon):
            written = said.text[start:end]
            if concept in has or not _is_tool(written) or not _is_claimed(said, start, end):
                continue
            yield source.diagnostic(
                "skill-not-in-profile",
                f"“{written}” is a skill that your profile does not have",
                place_of(said, start, end, source),
                severity=Severity.WARNING,
                help="if you have it, add it to your profile; otherwise take it out",
            )


def _is_no_claim(said: Said) -> bool:
    return any(map(said.has, ("negations", "wishes", "reader")))


def _is_claimed(said: Said, start: int, end: int) -> bool:
    """Tell whether "I have used …" or the like stands before the skill, or "… experience" behind
    it.
    """
    if _AFTER.match(said.text, end):
        return True
    before = list(_CLAIM.finditer(said.text, 0, start))
    between = said.text[before[-1].end() : start] if before else ":"
    return not _PARTS.search(between) and len(between.split()) <= _FARTHEST


def _is_tool(written: str) -> bool:
    """Tell whether a skill is a thing with a name, and not only a way to speak of work."""
    return any(letter.isupper() for letter in written)


def _find_concepts(facts: Facts, lexicon: Lexicon) -> frozenset[int]:
    """Return the concepts that the profile names, and those that these imply."""
    found: set[int] = set()
    for fact in facts.own_facts:
        for _, _, concept in _find_skills(fact.words, lexicon):
            found.add(concept)
            found.update(lexicon.implied.get(concept, {}))
    return frozenset(found)


def _find_skills(words: Sequence[Word], lexicon: Lexicon) -> Iterator[tuple[int, int, int]]:
    """Yield the lexicon's phrases in the words, the longest first, as first and last character and
    concept.
    """
    phrases: Mapping[tuple[str, ...], int] = lexicon.phrases
    index = 0
    while index < len(words):
        longest = min(_LONGEST, len(words) - index, lexicon.longest.get(words[index].stem, 0))
        for length in range(longest, 0, -1):
            stems = name_stems(words[index : index + length])
            if len(stems) == length and stems in phrases:
                yield words[index].start, words[index + length - 1].end, phrases[stems]
                index += length - 1
                break
        index += 1
