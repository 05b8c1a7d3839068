"""Skills and languages that no bullet tells of, said plainly where a letter point names them."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from lapel.letter.answering.inquiry import Inquiry
from lapel.letter.deeds.search import Deeds
from lapel.letter.english.vocabulary import word_list
from lapel.letter.english.words import lowered
from lapel.letter.model import Sentence, Source, SourceKind
from lapel.letter.moves import Move
from lapel.profile.model import SectionKind
from lapel.text.common import is_noun
from lapel.text.inline import plain_text
from lapel.text.plurals import join_and
from lapel.text.regexes import regex
from lapel.text.words import stems_of

_SOME = regex(r"\b(?:basic|beginner|elementary|some|a little|limited|a[12])\b", re.IGNORECASE)
_AGENT = regex(r"(?<=[a-z]{3})[eo]r$")
_READS = regex(r"\bread", re.IGNORECASE)
_TOOLS = regex(
    r"\b(?:tool|software|system|app|platform|framework|librar|technolog|program|language|suite|stack"
    r"|product|\bit\b|tech\b|computer|database|cloud|other|^skills?$|^$)",
    re.IGNORECASE,
)
"""Names of groups of skills in which one word may be a product's name: "Canvas"."""
_ALL_LANGUAGES = regex(
    r"(?:(?:my|other|foreign|spoken) )*languages?(?: skills)?|multilingual\w*", re.IGNORECASE
)
_AS_SPOKEN = {"fluently": "{} fluently", "": "{}", "some": "some {}"}
"""Forms for how well a language is spoken, in the order in which languages are told."""
_LEADS = ("My skills include ", "I work with ", "I hold ")
_NATIVE = regex(r"\b(?:native|mother tongue|first language|bilingual|c2)\b", re.IGNORECASE)
_FLUENT = regex(r"^(?:fluent|full professional.*|near-native|c[12])$", re.IGNORECASE)


def tell_ability(target: str, inquiry: Inquiry) -> Iterator[Move]:
    """Yield the language or skill that a phrase names, as a move: "I speak Spanish"."""
    if names_languages(target):
        yield from _tell_languages(inquiry)
        return
    asked = _strip_agent_endings(stems_of(target) - word_list("ability_words"))
    named = [
        (_strip_agent_endings(stems_of(name)), said, source)
        for (name, said), source in _list_abilities(inquiry.deeds)
    ]
    whole = [found for found in named if asked == found[0]]
    parts = [found for found in named if asked <= found[0] and _is_part(target, found[1])]
    told = whole[:1] or (parts if len(parts) == 1 else [])
    for _, sentence, source in told if asked else ():
        yield inquiry.move(sentence, source)


def _is_part(target: str, sentence: str) -> bool:
    """Tell whether a skill's name has a phrase in it as a name or at its end.

    "Indemnity" is at the end of "insurance indemnity".
    """
    return target[:1].isupper() or sentence.endswith(f" {target}.")


def join_listings(moves: Sequence[Move]) -> Iterator[Move]:
    """Yield the moves, joining those that list things after the same words.

    "I work with Maya and Blender" joins two.
    """
    for lead, alike in groupby(moves, key=_leading_words):
        several = [*dict.fromkeys(move.first for move in alike)]
        listed = [plain_text(one.text).removeprefix(lead).removesuffix(".") for one in several]
        if not lead or len(several) == 1:
            yield from (Move(((one,),)) for one in several)
            continue
        sources = tuple(dict.fromkeys(source for one in several for source in one.sources))
        yield Move(((Sentence(f"{lead}{join_and(listed)}.", sources),),))


def _leading_words(move: Move) -> str:
    """Return the words with which a sentence introduces a skill or a certificate, or ""."""
    return next((lead for lead in _LEADS if plain_text(move.first.text).startswith(lead)), "")


def names_languages(target: str) -> bool:
    """Tell whether a phrase names all languages that somebody speaks: "my languages"."""
    return _ALL_LANGUAGES.fullmatch(target) is not None


def _tell_languages(inquiry: Inquiry) -> Iterator[Move]:
    """Yield one sentence with the profile's languages: "I speak Arabic and French fluently"."""
    spoken: dict[str, list[str]] = {}
    entries = [
        entry
        for entry in inquiry.deeds.profile.entries
        if entry.section is SectionKind.LANGUAGES and not entry.hidden
    ]
    for entry in entries:
        level = entry.detail.plain if entry.detail else ""
        well = "fluently" if _NATIVE.search(level) else _how_well(level)
        spoken.setdefault(well, []).append(entry.title.plain)
    told = [
        form.format(join_and(spoken[well])) for well, form in _AS_SPOKEN.items() if well in spoken
    ]
    speaks = ", and ".join(filter(None, (", ".join(told[:-1]), *told[-1:])))
    said = [f"speak {speaks}"] if speaks else []
    said += [f"read {join_and(spoken['read'])}"] if "read" in spoken else []
    if said:
        sources = [Source(SourceKind.ENTRY, entry.id) for entry in entries]
        yield inquiry.move(f"I {join_and(said)}.", *sources)


def _strip_agent_endings(stems: frozenset[str]) -> frozenset[str]:
    """Return the stems without the ending of agents, so that "tuner" matches "tuning"."""
    return frozenset(_AGENT.sub("", stem) for stem in stems)


def _list_abilities(deeds: Deeds) -> Iterator[tuple[tuple[str, str], Source]]:
    """Yield the name of each language and skill with a sentence that says it, and its source."""
    for entry in deeds.profile.entries:
        if entry.section is SectionKind.LANGUAGES and not entry.hidden:
            language = entry.title.plain
            level = entry.detail.plain if entry.detail else ""
            yield (language, _say_language(language, level)), Source(SourceKind.ENTRY, entry.id)
    for group in deeds.profile.skills:
        for keyword in group.keywords if not group.hidden else ():
            name = keyword.plain
            yield ((name, _say_skill(name, group.name.plain)), Source(SourceKind.SKILL, group.id))


def _how_well(level: str) -> str:
    if _READS.search(level):
        return "read"
    return "fluently" if _FLUENT.match(level) else "some" if _SOME.search(level) else ""


def _say_language(language: str, level: str) -> str:
    well = _how_well(level)
    if well == "read":
        return f"I read {language}."
    return f"I speak {_AS_SPOKEN[well].format(language)}."


def _say_skill(name: str, group: str) -> str:
    """Return a sentence for a skill: as a language, a tool, or one of "my skills"."""
    if name.casefold() in word_list("languages") or (
        "language" in group.casefold()
        and name[:1].isupper()
        and "programming" not in group.casefold()
    ):
        return f"I speak {name}."
    phrase = name[1:].islower() and (" " in name or (is_noun(name) and not _TOOLS.search(group)))
    inside = lowered(name) if phrase else name
    return f"I work with {name}." if inside[:1].isupper() else f"My skills include {inside}."
