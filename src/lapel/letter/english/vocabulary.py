"""The lists of words, in files by what they are for, and the patterns of ``patterns.yaml``."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from msgspec import Struct

from lapel.text.data import data_reader, read_data
from lapel.text.numbers import NUMERALS
from lapel.text.patterns import any_of, pattern_of
from lapel.text.regexes import regex
from lapel.text.verbs import Form, inflect

_FORMS = (Form.BASE, Form.PAST, Form.GERUND, Form.THIRD)
_NAMED = regex(r"<(\w+)>")
_FILES = ("words.yaml", "bullets.yaml", "notes.yaml", "instructions.yaml", "typing.yaml")
_patterns = data_reader("lapel.letter.english", "patterns.yaml")


class Feeling(Struct, frozen=True):
    """How a feeling is said.

    ``on`` begins its sentence before a noun phrase or gerund ("I am excited about"), ``to`` before
    a verb phrase, ``that`` before a clause, and ``what`` one that ends with the thing felt ("What
    excites me is"); "" where there is none. A feeling that ``draws`` may be the reason to apply;
    with ``gerund`` a verb phrase takes that form; what ``proves`` is told by deeds.
    """

    on: str
    to: str
    that: str
    what: str
    draws: bool
    gerund: bool
    proves: bool


@cache
def _data() -> Mapping[str, Any]:
    """Return all lists and tables, each by its name."""
    files = (read_data("lapel.letter.english", name) for name in _FILES)
    return {
        name: told for file in ({"numerals": [*NUMERALS]}, *files) for name, told in file.items()
    }


@cache
def word_list(name: str) -> frozenset[str]:
    """Return a list as a set, in lower case; "<kin>" in it stands for all of that list."""
    return frozenset(word.casefold() for word in _words(name))


@cache
def word_lists(name: str) -> Mapping[str, frozenset[str]]:
    """Return a table from a word to a list of words."""
    return {word: frozenset(told.split()) for word, told in _data()[name].items()}


def _words(name: str) -> Iterator[str]:
    """Yield the words of a list, which has brackets if it has phrases, as they are written."""
    told = _data()[name]
    for word in told.split() if isinstance(told, str) else told:
        named = _NAMED.fullmatch(word)
        yield from (word,) if named is None else _words(named[1])


@cache
def longest_first(name: str) -> tuple[str, ...]:
    """Return a list of phrases, longer ones first, so that the longest match is found."""
    return tuple(sorted(word_list(name), key=lambda phrase: (-len(phrase.split()), phrase)))


@cache
def either(name: str) -> str:
    """Return a list of phrases as alternatives of a regular expression, longer ones first."""
    return any_of(word_list(name))


@cache
def verb_forms(name: str) -> frozenset[str]:
    """Return all forms of a list of verbs."""
    verbs = word_list(name)
    return verbs | {form for verb in verbs for kind in _FORMS if (form := inflect(verb, kind))}


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Return a pattern of ``patterns.yaml``."""
    return pattern_of(_patterns()[name], _any_of)


@cache
def patterns(name: str) -> Mapping[str, re.Pattern[str]]:
    """Return a table of ``patterns.yaml``, from the meaning of each pattern to the pattern."""
    return {meaning: pattern_of(told, _any_of) for meaning, told in _patterns()[name].items()}


def _any_of(name: str) -> str:
    """Return a list, or the keys of a table, as alternatives."""
    table = feelings() if name == "feelings" else _data()[name]
    return "|".join(table) if isinstance(table, Mapping) else either(name)


def rows(name: str) -> Sequence[Sequence[str]]:
    """Return a table with several columns."""
    table: list[list[str]] = _data()[name]
    return table


@cache
def rewritings(name: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return a table of regular expressions, each with its replacement."""
    return tuple((pattern_of(told, _any_of), instead) for told, instead in rows(name))


@cache
def mapping(name: str) -> Mapping[str, str]:
    """Return a table."""
    return {str(key).casefold(): str(value) for key, value in _data()[name].items()}


@cache
def longest_keys(name: str) -> tuple[str, ...]:
    """Return the keys of a table, longer ones first."""
    return tuple(sorted(mapping(name), key=len, reverse=True))


@cache
def instructions() -> Mapping[str, frozenset[str]]:
    """Return the classes ("say", "show", "tie", …) of every form of every instruction verb."""
    found: dict[str, set[str]] = {}
    for kind, verbs in _data()["instructions"].items():
        for verb in verbs:
            for form in (verb, *(inflect(verb, form) for form in _FORMS)):
                if form:
                    found.setdefault(form, set()).add(kind)
    return {verb: frozenset(kinds) for verb, kinds in found.items()}


@cache
def bare_instructions() -> frozenset[str]:
    """Return the base forms of all instruction verbs."""
    return frozenset(verb for verbs in _data()["instructions"].values() for verb in verbs)


@cache
def feelings() -> Mapping[str, Feeling]:
    """Return how each feeling is said, by its nouns."""
    return {
        noun: Feeling(
            on=said.get("on", ""),
            to=said.get("to", ""),
            that=said.get("that", ""),
            what=said.get("what", ""),
            draws="draws" in said,
            gerund="gerund" in said,
            proves="proves" in said,
        )
        for said in _data()["feelings"].values()
        for noun in said["nouns"]
    }


@cache
def written_forms(name: str) -> Mapping[str, str]:
    """Return a list of words with their capitals, by their lower case."""
    return {word.casefold(): word for word in _words(name)}
