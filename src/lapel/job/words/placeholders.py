"""Placeholders left of a template: words in the place of a value still to come."""

import re
from functools import cache

from lapel.text.data import read_data
from lapel.text.regexes import regex

_PENDING = regex(r"<<[^<>]*>>|\{\{[^{}]*\}\}")
_BRACKETED = regex(r"\[[^\[\]]*\](?!\()")
_WHOLE = regex(r"\[([^\[\]]*)\]|<([^<>:@]*)>|\{([^{}]*)\}|\(([^()]*)\)|_{2,}([^_]*)_{2,}")
_WORD = regex(r"[^\s/,#:()&-]+")
_TIME = regex(r"\d{1,2}:\d\d(?::\d\d)?")
_INSTRUCTION = regex(r"\[([^\[\]]*)\](?!\()")
_ASIDE = regex(r"(?<=\w )\[(?:[^\s\[\]]+ ){2,}[^\s\[\]]+\](?=[.!]?$)")


def is_placeholder(text: str) -> bool:
    """Tell whether the whole text is a placeholder: "[To be determined]", "TBD"."""
    bare = text.strip().strip("*_`\"'").strip() if text.strip(" _") else ""
    if not bare or _PENDING.sub("", bare).strip(" .,-") == "":
        return True
    if whole := _WHOLE.fullmatch(bare.rstrip(".:;,")):
        return _is_empty_word(next(part for part in whole.groups() if part is not None))
    bare = bare.lower()
    words = _load_words()
    return (bare in words["texts"] and bare not in words["only_bracketed"]) or (
        bare.rstrip(".!?") in words["texts"] and bare.rstrip(".!?") not in words["only_bracketed"]
    )


def asks_nothing(text: str) -> bool:
    """Tell whether an instruction is only a word for "nothing": "none"."""
    return text.strip(" .*_").lower() in _load_words()["no_instruction"]


def placeholders_in(text: str) -> tuple[str, ...]:
    """Return the placeholders within a text, as written, with their brackets."""
    found = [match.group() for match in _PENDING.finditer(text)]
    found += [m.group() for m in _BRACKETED.finditer(text) if _is_empty_word(m.group()[1:-1])]
    return tuple(found)


def without_brackets(text: str) -> str:
    """Return the text with its square brackets removed: "[mention SQL]" -> "mention SQL".

    An aside at the end gets round brackets; links and placeholders keep theirs.
    """
    return _INSTRUCTION.sub(_unwrap_brackets, text)


def _unwrap_brackets(found: re.Match[str]) -> str:
    inner = found.group(1)
    if _is_empty_word(inner):
        return found.group()
    return f"({inner})" if _ASIDE.match(found.string, found.start()) else inner


def _is_empty_word(inner: str) -> bool:
    """Tell whether the text in a pair of brackets makes them a placeholder."""
    words = _load_words()
    inner = " ".join(inner.lower().split()).strip(" .*_:")
    if inner in words["texts"] or inner.startswith(words["openings"]):
        return True
    if _TIME.fullmatch(inner):
        return False
    return all(word.isdigit() or word in words["words"] for word in _WORD.findall(inner))


@cache
def _load_words() -> dict[str, tuple[str, ...]]:
    data = read_data("lapel.job.words", "placeholders.yaml")
    return {name: tuple(words) for name, words in data.items()}
