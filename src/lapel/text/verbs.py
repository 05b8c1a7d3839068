"""Forms of English verbs: the verbs a written word can be, and a verb in a wanted form.

The table (``verbs.yaml``) is generated from a maintained library; it is read when a letter is
drafted and not before.
"""

from enum import StrEnum
from functools import lru_cache
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from lapel.text.data import read_data
from lapel.text.plurals import plural
from lapel.text.regexes import regex
from lapel.text.words import fold_text

_VOWELS = frozenset("aeiou")
_PREFIXES = ("re", "co", "pre", "over", "under", "mis", "de")
_SHORTEST_REST = 3
_O_WITH_ES = regex(r"(?:(?:^|re|un|out|over|under|for|fore)-?[dg]|ech|vet|embarg|torped|zer)o$")
"""The verbs in -o whose third person has -es: does, redoes, undergoes, echoes; but memos."""
_NEW_VERBS = ("ized", "ised", "ified", "izing", "ising", "ifying", "ize", "ise", "ify")
_BE = {"am": "base", "is": "third", "are": "base", "was": "past", "were": "past"}


class Form(StrEnum):
    """The forms of a verb: lead, leads, led, (have) led, leading."""

    BASE = "base"
    THIRD = "third"
    PAST = "past"
    PARTICIPLE = "participle"
    GERUND = "gerund"


_LIKE_NOUNS = (Form.BASE, Form.THIRD)


class Verb(Struct, frozen=True):
    """A verb in all its forms; ``is_noun`` where the base form is a noun as well ("design")."""

    base: str
    third: str
    past: str
    participle: str
    gerund: str
    is_noun: bool


_BE_ITSELF = Verb("am", "is", "was", "been", "being", is_noun=False)


class Reading(Struct, frozen=True):
    """One way to read a word: which verb it is, and in which form."""

    verb: Verb
    form: Form


class _Table(Struct, frozen=True):
    """Spellings by form, the usual one first; ``surfaces`` leads back from irregular forms."""

    nouns: frozenset[str]
    regular: frozenset[str]
    irregular: dict[str, tuple[tuple[str, ...], ...]]
    surfaces: dict[str, tuple[tuple[str, Form], ...]]


@lru_cache(maxsize=4096)
def read_verb(word: str) -> tuple[Reading, ...]:
    """Return every verb and form that a word can be, whatever its capitals; () if it is no verb.

    Prefixed and hyphenated verbs are read by their last part ("re-architected", "Co-led").
    """
    lower = fold_text(word)
    if lower in _BE:
        return (Reading(_BE_ITSELF, Form(_BE[lower])),)
    found = _find_readings(lower)
    if found:
        return tuple(Reading(_build_verb(base), form) for base, form in found)
    prefix, rest = _split_prefix(lower)
    if prefix:
        return tuple(
            Reading(_add_prefix(prefix, reading.verb), reading.form)
            for reading in read_verb(rest)
            if "-" in prefix or not (reading.verb.is_noun and reading.form in _LIKE_NOUNS)
        )
    return _read_new_verb(lower)


def forms_of(word: str) -> frozenset[Form]:
    """Return the forms a word can have as a verb."""
    return frozenset(reading.form for reading in read_verb(word))


def is_noun_too(word: str) -> bool:
    """Tell whether a verb in its base form is also a noun ("lead", "chair")."""
    return any(reading.form is Form.BASE and reading.verb.is_noun for reading in read_verb(word))


def inflect(word: str, form: Form) -> str | None:
    """Return the verb of which ``word`` is a form, in another form; None where it is no verb.

    Of several readings a past form wins, then a base form: "found" is "find", and "saw" is "see".
    The result is in lower case.
    """
    readings = read_verb(word)
    if not readings:
        return None
    order = (Form.PAST, Form.BASE, Form.THIRD, Form.GERUND, Form.PARTICIPLE)
    best = min(readings, key=lambda reading: order.index(reading.form))
    return str(getattr(best.verb, form.value))


def regular_forms(base: str) -> tuple[str, str, str]:
    """Return past, participle and gerund by the spelling rules, without doubling."""
    if base.endswith("ie"):
        return base + "d", base + "d", base[:-2] + "ying"
    if base.endswith(("ee", "oe", "ye")):
        return base + "d", base + "d", base + "ing"
    if base.endswith("e"):
        return base + "d", base + "d", base[:-1] + "ing"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ied", base[:-1] + "ied", base + "ing"
    return base + "ed", base + "ed", base + "ing"


def _find_readings(lower: str) -> tuple[tuple[str, Form], ...]:
    table = _table()
    found = list(table.surfaces.get(lower, ()))
    if lower in table.regular or lower in table.irregular:
        found.append((lower, Form.BASE))
    for base in _guess_bases(lower):
        if base in table.regular:
            past, _, gerund = regular_forms(base)
            if lower == past:
                found += [(base, Form.PAST), (base, Form.PARTICIPLE)]
            if lower == gerund:
                found.append((base, Form.GERUND))
        if lower == _build_third_person(base) and (
            base in table.regular or base in table.irregular
        ):
            found.append((base, Form.THIRD))
    return tuple(dict.fromkeys(found))


def _guess_bases(lower: str) -> tuple[str, ...]:
    """Return the possible base forms of a regular form."""
    bases: list[str] = []
    if lower.endswith(("ied", "ies")):
        bases.append(lower[:-3] + "y")
    if lower.endswith(("ed", "es")):
        bases += [lower[:-2], lower[:-1]]
    if lower.endswith("s"):
        bases.append(lower[:-1])
    if lower.endswith("ing"):
        bases += [lower[:-3], lower[:-3] + "e"]
        if lower.endswith("ying"):
            bases.append(lower[:-4] + "ie")
    return tuple(dict.fromkeys(bases))


def _build_third_person(base: str) -> str:
    if base == "have":
        return "has"
    return base + "es" if _O_WITH_ES.search(base) else plural(base)


@lru_cache(maxsize=1024)
def _build_verb(base: str) -> Verb:
    table = _table()
    if base in table.irregular:
        past, participle, gerund = (spellings[0] for spellings in table.irregular[base])
    else:
        past, participle, gerund = regular_forms(base)
    return Verb(base, _build_third_person(base), past, participle, gerund, base in table.nouns)


def _split_prefix(lower: str) -> tuple[str, str]:
    if "-" in lower.strip("-"):
        prefix, _, rest = lower.rpartition("-")
        return prefix + "-", rest
    for prefix in _PREFIXES:
        rest = lower.removeprefix(prefix)
        doubled = rest.startswith("un")  # "counties" do not untie together
        if rest != lower and not doubled and len(rest) > _SHORTEST_REST and _find_readings(rest):
            return prefix, rest
    return "", lower


def _add_prefix(prefix: str, verb: Verb) -> Verb:
    return replace(verb, **{form.value: prefix + getattr(verb, form.value) for form in Form})


def _read_new_verb(lower: str) -> tuple[Reading, ...]:
    """Read verbs that trades make up by rule ("dockerized", "gamifying")."""
    if not lower.isalpha() or not lower.endswith(_NEW_VERBS) or len(lower) < 7:
        return ()
    for base in (*_guess_bases(lower), lower):
        if base.endswith(("ize", "ise", "ify")):
            past, participle, gerund = regular_forms(base)
            verb = Verb(base, _build_third_person(base), past, participle, gerund, is_noun=False)
            forms = [form for form in Form if getattr(verb, form.value) == lower]
            if forms:
                return tuple(Reading(verb, form) for form in forms)
    return ()


@lru_cache(maxsize=1)
def _table() -> _Table:
    data: dict[str, Any] = read_data("lapel.text", "verbs.yaml")
    words = data["regular"].split()
    nouns = {word[:-1] for word in words if word.endswith("*")}
    irregular: dict[str, tuple[tuple[str, ...], ...]] = {}
    surfaces: dict[str, list[tuple[str, Form]]] = {}
    for line in data["irregular"].splitlines():
        name, _, forms = line.partition(": ")
        base = name.rstrip("*")
        if name != base:
            nouns.add(base)
        irregular[base] = tuple(tuple(form.split("/")) for form in forms.split())
        for form, spellings in zip(
            (Form.PAST, Form.PARTICIPLE, Form.GERUND), irregular[base], strict=True
        ):
            for spelling in spellings:
                surfaces.setdefault(spelling, []).append((base, form))
    return _Table(
        nouns=frozenset(nouns),
        regular=frozenset(word.rstrip("*") for word in words),
        irregular=irregular,
        surfaces={surface: tuple(found) for surface, found in surfaces.items()},
    )
