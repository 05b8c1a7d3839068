"""A point as typed, made fit to read: without wrapping marks, shouting, shorthand and slips."""

import re

from lapel.letter.english.forms import is_third
from lapel.letter.english.vocabulary import mapping, pattern, rewritings, written_forms
from lapel.letter.english.words import base_of
from lapel.letter.points.context import Context
from lapel.text.common import is_adjective, is_small
from lapel.text.regexes import regex
from lapel.text.shouting import is_shouted

_MARKER = regex(r"^\s*(?:[-*•·–—>»+]\s*|\[[ xX]?\]\s*|\(?\d{1,2}[.)]\s+|☐\s*|✓\s*|→\s*)+")
_COMPANY = regex(
    r"\b(?P<the>[Tt]he) (?:company|firm|organi[sz]ation)"
    r"(?:(?P<own>['’]s)| (?P<verb>[a-z]+))(?![\w-])(?P<its> its\b)?"
)
_OF_SEVERAL = {"is": "are", "was": "were", "has": "have", "does": "do"}
_END_MARKS = regex(r"[\s!…]+$|\s*\.{2,}$")
_WORD = regex(r"[A-Za-z][A-Za-z'’/]*(?:-[A-Za-z]+)*")
_CAPITALS = regex(r"\b[A-Z]{2,} \||\| [A-Z]{2,}\b")
_SPELLED_SMALL = frozenset(("who", "it", "us", "am", "pm"))
_ROMAN = regex(r"[IVX]+")
_SLASHED = regex(r"(?<![\w/:.])[A-Za-z]\w+(?:/[A-Za-z]\w+){2,}(?![\w/])")
_RANGE = regex(r"\b([A-Za-z]{3,9}) ?[-–/] ?([A-Za-z]{3,9})\b")
_NEXT = regex(r"(?<=[A-Za-z\d)'’]{2}[.!?] )[a-z]")
_ABBREVIATED = regex(r"\b(?:etc|esp|incl|approx|vs|min|max|no|\w\.\w)\. $")
_NO_NAMES = frozenset(("home", "freelance", "self-employed", "volunteer", "private", "family"))
"""Placeholders used where no employer's name was known."""
_NOT = regex(r"\b(could|would|should|is|was|has|have|are|were|did|does|must|need)nt\b")
_VOWEL = regex(r"[aeiouy]", re.IGNORECASE)


def tidy(text: str, context: Context) -> str:
    """Return the point in one line, with spelling and capitals corrected."""
    text = _strip_wrapping(_MARKER.sub("", " ".join(text.split())))
    for sign, meant in rewritings("signs"):
        text = sign.sub(meant, text)
    text = _SLASHED.sub(lambda found: found.group().replace("/", ", "), text)
    text = _END_MARKS.sub("", text).strip()
    if context.company and not pattern("parting_company").search(text):
        text = _COMPANY.sub(_as_they, text)
    return _restore_capitals(respell_text(text), _map_names(context))


def _as_they(found: re.Match[str]) -> str:
    """Turn the company into "they", as most notes call it, since the letter addresses it."""
    they = "They" if found["the"] == "The" else "they"
    if found["own"]:
        return "Their" if found["the"] == "The" else "their"
    verb = _OF_SEVERAL.get(found["verb"]) or (is_third(found["verb"]) and base_of(found["verb"]))
    its = " their" if found["its"] else ""
    return f"{they} {verb}{its}" if verb else found.group()


def respell_text(text: str) -> str:
    """Write out shorthand and months, and capitalise the beginnings of sentences."""
    for sign, meant in rewritings("typed_figures"):
        text = sign.sub(meant, text)
    spelled = _NOT.sub(r"\1n't", _respell_words(text, shouted=is_shouted(text)))
    spelled = pattern("days").sub(lambda found: mapping("months")[found[1].casefold()], spelled)
    return _NEXT.sub(
        _capitalise_first,
        pattern("months").sub(_write_out_month, _RANGE.sub(_write_out_range, spelled)),
    )


def _strip_wrapping(text: str) -> str:
    found = pattern("wrapped").match(text)
    while found:
        text = next(part for part in found.groups() if part is not None).strip()
        found = pattern("wrapped").match(text)
    return text


def _respell_words(text: str, *, shouted: bool) -> str:
    """Correct typing slips, write out shorthand, and lower the case of a shouted text."""
    known = mapping("respellings")
    acronyms = written_forms("acronyms")
    capitals = written_forms("capitals")

    def respell(found: re.Match[str]) -> str:
        word = found.group()
        lower = word.casefold()
        if word.isupper() and lower == "id":
            return word
        if lower in known and (shouted or not word.isupper() or len(word) > 4):
            meant = known[lower]
            return meant[:1].upper() + meant[1:] if word[:1].isupper() and not shouted else meant
        alone = not _CAPITALS.search(text[: found.start()] + "|" + text[found.end() :])
        if not shouted and len(word) > 2 and word.isupper() and alone and _is_stressed(lower):
            return lower
        if not shouted:
            return capitals.get(lower, word) if word.islower() else word
        if lower in acronyms:
            return acronyms[lower]
        if lower in capitals:
            return capitals[lower]
        return word if not _VOWEL.search(word) or _ROMAN.fullmatch(word) else lower

    return _WORD.sub(respell, text)


def _is_stressed(lower: str) -> bool:
    """Tell whether a word in capitals is only stressed: "NOT", "GOOD"."""
    return lower not in _SPELLED_SMALL and (is_small(lower) or is_adjective(lower))


def _capitalise_first(found: re.Match[str]) -> str:
    """Capitalise the first letter of a sentence that was typed small."""
    before = found.string[: found.start()]
    return found.group() if _ABBREVIATED.search(before) else found.group().upper()


def _write_out_month(found: re.Match[str]) -> str:
    """Write out a month after its preposition."""
    return f"{found[1]} {mapping('months')[found[2].casefold()]}"


def _write_out_range(found: re.Match[str]) -> str:
    """Write out a range of months: "June-Sept" becomes "June to September"."""
    months = mapping("months")
    ends = [months.get(part.casefold()) for part in found.groups()]
    return f"{ends[0]} to {ends[1]}" if ends[0] and ends[1] else found.group()


def _map_names(context: Context) -> dict[str, str]:
    """Return proper names by their lower case; a skill only if its capitals make it a name."""
    skills = (s for s in context.skills if any(c.isupper() for c in s[1:]))
    named = (context.company, *context.names, *skills)
    return {name.casefold(): name for name in named if name and name.casefold() not in _NO_NAMES}


def _restore_capitals(text: str, names: dict[str, str]) -> str:
    """Return the text with the capitals of its names restored."""
    for lower, name in sorted(names.items(), key=lambda pair: len(pair[0])):
        if lower in text.casefold() and name not in text:
            text = re.sub(
                rf"(?<![\w-]){re.escape(lower)}(?![\w-])", name, text, flags=re.IGNORECASE
            )
    return text
