"""How a line's phrases belong together: which are details of others, which alternatives."""

import re
from collections.abc import Iterator

from lapel.matching.answers.spotting import find_namings
from lapel.matching.asked.phrases import are_apart, is_name, is_vague
from lapel.matching.asked.wish_words import first_word
from lapel.matching.lexicon import Lexicon
from lapel.text.phrases import special_stems, split_phrases
from lapel.text.regexes import regex
from lapel.text.words import split_words, stems_of

_CHOICE = regex(
    r"^[^;:.)]*(?:/|\bor\b)[^;:.)]*$"
    r"|^\s*:\s*(?:(?:i|they|we|that|how|what|show|anything|where)\b[^,;:.]*)?$",
    re.IGNORECASE,
)
_RELATIVES = ("that", "which", "who")
_OR = regex(r"\bor\b")
_INCLUDING = regex(r", (?:including|especially|particularly) ", re.IGNORECASE)
_SIMILAR = regex(
    r"(?P<named>[^;:.()]+?),? or (?:an? |any |some )?"
    r"(?:similar|comparable|equivalent|another|other|related|like) "
    r"(?P<kind>[^,;:.()]+?)"
    r"(?= (?:is|are|would|preferred|desirable|required|experience)\b|[,;:.()]|$)",
    re.IGNORECASE,
)


def similar_among(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Split a wish for a named tool or another of its kind into its phrases.

    "Power BI or similar reporting tool" asks for Power BI, and for what the lexicon says it is for,
    if the kind is no name of its own. Other lines give ().
    """
    found = _SIMILAR.search(text)
    if found is None:
        return ()
    named = split_phrases(found["named"], together=lexicon.spellings)
    instances = [n for name in named for n in find_namings(split_words(name), lexicon)]
    if not instances:
        return ()
    kind = found["kind"]
    if not is_name(kind, lexicon):
        if split_words(kind)[-1].stem not in _tool_stems():
            return ()
        kinds = [
            lexicon.names[c] for n in instances for c in _list_directly_implied(n.concept, lexicon)
        ]
        alike = (name for name in kinds if stems_of(name) & special_stems(kind))
        kind = next(alike, kinds[0] if kinds else kind)
    return tuple(dict.fromkeys((*named, kind)))


def _tool_stems() -> frozenset[str]:
    return stems_of("tool software system platform program package app framework suite database")


def _list_directly_implied(concept: int, lexicon: Lexicon) -> list[int]:
    return [other for other, steps in lexicon.implied.get(concept, {}).items() if steps == 1]


def details_among(text: str, phrases: tuple[str, ...], lexicon: Lexicon) -> frozenset[int]:
    """Return the positions of phrases that only tell more of the one before them.

    "Geodetic control for long corridors" has one. They are behind a preposition or the beginning of
    a clause, without a name; included in the one before; how it was done ("grew without adding
    staff"); or only a common word ("NetSuite, the team"). A clause that says something the lexicon
    knows is a wish of its own ("the course that cut staff turnover").
    """
    found, end = set(), 0
    for number, phrase in enumerate(phrases):
        begin = text.find(phrase, end)
        gap = text[end:begin] if end and begin >= 0 else ""
        how = gap.strip() == "without" and first_word(phrase).endswith("ing")
        tells = gap.strip() and not are_apart(gap)
        named = first_word(gap) in _RELATIVES and find_namings(split_words(phrase), lexicon)
        begins = how or _INCLUDING.fullmatch(gap) or (tells and not named)
        if (begins and phrase[0].islower()) or (number and is_vague(phrase, lexicon)):
            found.add(number)
        end = max(end, begin + len(phrase))
    return frozenset(found)


def choices_among(
    text: str, phrases: tuple[str, ...], details: frozenset[int]
) -> Iterator[frozenset[int]]:
    """Yield the positions of phrases any one of which is enough.

    They are joined by a slash or an "or", with a list before it; or one is followed by its
    instances in brackets ("regulated (FCA)") or behind a colon; or one by its ``details``.
    """
    choice, listed, end = {0}, {0}, 0
    for number, phrase in enumerate(phrases):
        said = phrase if text.find(phrase, end) >= 0 else phrase.partition(" ")[0]
        start = max(end, text.find(said, end))
        gap, before = text[end:start], text[:start]
        joined = _CHOICE.search(gap) or before.count("(") > before.count(")")
        joined = joined or number in details
        if number and joined:
            choice |= {number} | (listed if _OR.search(gap) else set())
        elif number:
            if len(choice) > 1:
                yield frozenset(choice)
            choice = {number}
        listed = {*listed, number} if gap.strip() == "," else {number}
        end = start + len(said)
    if len(choice) > 1:
        yield frozenset(choice)
