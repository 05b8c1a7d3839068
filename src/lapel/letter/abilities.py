"""Skills and languages that no bullet tells of, said plainly where a letter point names them."""

import re
from collections.abc import Iterator

from lapel.job.model import Note
from lapel.letter.deeds import Deeds
from lapel.letter.model import Sentence, Source, SourceKind
from lapel.letter.moves import Move
from lapel.letter.points.vocabulary import word_list
from lapel.letter.telling.words import lowered
from lapel.profile.model import SectionKind
from lapel.text.common import is_noun
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
"""Groups of skills in which one word may be a product's name: "Canvas"."""
_FLUENT = regex(r"^(?:fluent|full professional.*|near-native|c[12])$", re.IGNORECASE)


def tell_ability(target: str, note: Note, deeds: Deeds) -> Iterator[Move]:
    """The language or the skill that a phrase names, as a move: "I speak Spanish"."""
    asked = _doing(stems_of(target) - word_list("ability_words"))
    for said, source in _abilities(deeds):
        named, sentence = said
        if asked and asked == _doing(stems_of(named)):
            sources = (source, Source(SourceKind.NOTE, note.id))
            yield Move(((Sentence(sentence, sources),),))
            return


def _doing(stems: frozenset[str]) -> frozenset[str]:
    """The stems with those who do something by what they do: a "tuner" is good at "tuning"."""
    return frozenset(_AGENT.sub("", stem) for stem in stems)


def _abilities(deeds: Deeds) -> Iterator[tuple[tuple[str, str], Source]]:
    """What the profile lists: its name and the sentence that says it, with its source."""
    for entry in deeds.profile.entries:
        if entry.section is SectionKind.LANGUAGES and not entry.hidden:
            language = entry.title.plain
            level = entry.detail.plain if entry.detail else ""
            yield (language, _spoken(language, level)), Source(SourceKind.ENTRY, entry.id)
    for group in deeds.profile.skills:
        for keyword in group.keywords if not group.hidden else ():
            name = keyword.plain
            yield ((name, _used(name, group.name.plain)), Source(SourceKind.SKILL, group.id))


def _spoken(language: str, level: str) -> str:
    if _READS.search(level):
        return f"I read {language}."
    if _FLUENT.match(level):
        return f"I speak {language} fluently."
    return f"I speak {'some ' if _SOME.search(level) else ''}{language}."


def _used(name: str, group: str) -> str:
    """A skill in a sentence: a tool by its name, a language, anything else as one of the skills."""
    if (
        "language" in group.casefold()
        and name[:1].isupper()
        and "programming" not in group.casefold()
    ):
        return f"I speak {name}."
    phrase = name[1:].islower() and (" " in name or (is_noun(name) and not _TOOLS.search(group)))
    inside = lowered(name) if phrase else name
    return f"I work with {name}." if inside[:1].isupper() else f"My skills include {inside}."
