"""A posting that lost its line breaks: the headings and list items inside a running line.

What people copy from a portal's preview, an e-mail or a spreadsheet is one long line in which "… a
safe pair of hands What you'll need A food handler's card Two years at a stove" holds a heading and
two items. Running text does not do what shows them: a word that opens headings or items has a
capital right behind a small word. The words are in ``flattened.yaml``.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

from msgspec import Struct

from lapel.text.data import read_data
from lapel.text.regexes import regex
from lapel.text.sentences import split_sentences

FEWEST_WORDS = 30
_FEWEST_LISTED = 3
_ENGLISH_IN = 25
"""English text has at least one of its small words among so many, in the barest lists too."""
_WORD = r"[\w'’&/+-]+"


class Part(Struct, frozen=True):
    """A stretch of a running line.

    It is a heading (``heads``), a list item without its mark (``listed``), or a sentence.
    """

    text: str
    heads: bool = False
    listed: bool = False


class _Words(Struct, frozen=True):
    marks: re.Pattern[str]
    dashes: re.Pattern[str]
    gap: re.Pattern[str]
    colon: re.Pattern[str]
    headings: re.Pattern[str]
    labels: re.Pattern[str]
    announcing: re.Pattern[str]
    firm: frozenset[str]
    verbs: frozenset[str]
    others: frozenset[str]
    ends: frozenset[str]
    english: frozenset[str]


def parts_of(text: str) -> Iterator[Part]:
    """Yield the headings, sentences or items of a line; of a short line only its sentences."""
    if len(text.split()) < FEWEST_WORDS:
        yield from map(Part, split_sentences(text))
        return
    for stretch in _cut_at_marks(text):
        if not _is_english(stretch):
            yield from map(Part, split_sentences(stretch))
            continue
        for part in _cut_at_headings(stretch):
            if part.heads:
                yield part
            else:
                for sentence in split_sentences(part.text):
                    yield from _cut_into_items(sentence)


def _is_english(text: str) -> bool:
    """Tell whether a stretch is English by its small words; others capitalise otherwise."""
    words = text.casefold().split()
    return sum(word in _words().english for word in words) * _ENGLISH_IN >= len(words)


def _cut_at_marks(text: str) -> Iterator[str]:
    """Cut a line at the bullets left in it."""
    for stretch in _words().marks.split(text):
        dashes = _words().dashes.split(stretch)
        yield from (dashes if len(dashes) > _FEWEST_LISTED else [stretch])


def _cut_at_headings(text: str) -> Iterator[Part]:
    """Cut a stretch at the headings of ``flattened.yaml`` that it contains."""
    start = 0
    for found in _words().headings.finditer(text):
        shouted = found.group("shouted")
        if shouted and not _words().labels.fullmatch(shouted):
            continue
        if not _is_complete(text[: found.start()]):
            continue
        yield Part(text[start : found.start()].strip())
        yield Part(found.group().strip(" :;-–—"), heads=True)
        start = found.end()
    yield Part(text[start:].strip())


def _is_complete(before: str) -> bool:
    """Tell whether text before a capital is complete: its last word does not ask for another."""
    word = _last_word(before)
    return not word or before.rstrip()[-1:] in ".!?:;)" or not _is_open(word)


def _is_open(word: str) -> bool:
    return word.casefold() in _words().ends


def _last_word(text: str) -> str:
    words = re.findall(_WORD, text[-40:])
    return words[-1] if words else ""


def _cut_into_items(sentence: str) -> Iterator[Part]:
    """Cut a sentence behind an announcing colon, at its semicolons, and before its items."""
    found = _find_list_colon(sentence)
    if found:
        yield Part(sentence[: found.start()].strip(), heads=True)
        sentence = sentence[found.end() :]
    pieces = re.split(r";\s+", sentence)
    listed = bool(found) or len(pieces) >= _FEWEST_LISTED
    pieces = pieces if len(pieces) >= _FEWEST_LISTED else [sentence]
    items = [item for piece in pieces for item in _cut_at_openers(piece, listed=listed) if item]
    yield from (Part(item, listed=listed or len(items) > 1) for item in items)


def _find_list_colon(sentence: str) -> re.Match[str] | None:
    """Find the colon behind which a list begins: it follows a label, or words that announce one."""
    for found in _words().colon.finditer(sentence):
        before, behind = sentence[: found.start()], sentence[found.end() : found.end() + 1]
        announced = _words().labels.fullmatch(before.strip()) or (
            ":" in found.group() and _words().announcing.search(before)
        )
        if announced and behind and not behind.isspace():
            return found
    return None


def _cut_at_openers(text: str, *, listed: bool) -> Iterator[str]:
    """Cut a stretch before each capitalised word that opens an item.

    Outside a list one such word alone may as well begin a name ("the nearby Support Centre").
    """
    gaps = [gap for gap in _words().gap.finditer(text) if _opens_item(text, gap)]
    if len(gaps) == 1 and not (listed or _surely_opens_item(text, gaps[0])):
        gaps = []
    starts = [0, *(gap.end() for gap in gaps), len(text)]
    pieces = (text[start:end].strip(" ,") for start, end in pairwise(starts))
    yield from (re.sub(r"^(?:and|or) (?=[A-Z])", "", piece) for piece in pieces)


def _opens_item(text: str, gap: re.Match[str]) -> bool:
    """Tell whether an item may begin behind a gap; a name goes on with a capital on either side."""
    words, before = _words(), _last_word(text[: gap.start()])
    first, *rest = re.findall(_WORD, text[gap.end() :][:80])
    if _is_open(before) or (before.isupper() and first.isupper()):
        return False
    if _surely_opens_item(text, gap):
        return True
    spelled, small = first.casefold(), not before[:1].isupper() or before.isupper()
    if spelled in words.verbs or _is_gerund(spelled):
        return small
    return small and spelled in words.others and not (rest and rest[0][:1].isupper())


def _surely_opens_item(text: str, gap: re.Match[str]) -> bool:
    """Tell whether no name can go on behind a gap.

    The next word only begins items, or is a figure; or several blanks are left of the line's end.
    """
    first = re.match(_WORD, text[gap.end() :])
    word = first.group() if first else ""
    return word.casefold() in _words().firm or word[:1].isdigit() or len(gap.group()) > 1


def opens_duty(text: str) -> bool:
    """Tell whether a line begins with a duty's verb ("Verifies …", "Reconciling …")."""
    word = text.split(maxsplit=1)[0].casefold() if text else ""
    base = f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")
    verbs = _words().verbs
    return not verbs.isdisjoint((word, base, word.removesuffix("es"))) or _is_gerund(word)


def _is_gerund(word: str) -> bool:
    """Tell whether a word is the gerund of a verb that opens items ("Reconciling", "Preparing")."""
    stem = word.removesuffix("ing")
    return stem != word and not _words().verbs.isdisjoint((stem, f"{stem}e", stem[:-1]))


@cache
def _words() -> _Words:
    data: dict[str, Any] = read_data("lapel.matching.asked", "flattened.yaml")
    named = "|".join(f"(?:{pattern})" for pattern in data["headings"])
    openers = "|".join(map(str.capitalize, f"{data['firm']} {data['others']}".split()))
    colon = r"\s*[:;][\s:;–—-]*|\s+[–—-]\s+|\?\s+"
    capital = r"\s+(?=[A-Z\d“\"])|(?<=[a-z])(?=[A-Z][a-z ])"
    headings = (
        rf"(?<![\w-])(?:{named})(?:{colon}|{capital})|\b{data['nouns']}\s*|\b{data['plain']}(?:{colon}|\s+(?=(?:{openers}|[A-Z][a-z]+ing)\b))"
        rf"|\b(?P<shouted>[A-Z][A-Z'’]+(?:[\s&/,]+[A-Z'’]+)*)(?:\s*[:;][\s:;–—-]*|\s+(?=[A-Z][a-z]))"
    )
    gap = (
        r"(?<=[\w)%+’'\"”])\s+(?=[A-Z])"  # before a capital
        r"|(?<=[a-z]{3})(?=[A-Z][a-z]{2})"  # where a line break has left nothing
        r"|(?<=[a-z)])\s+(?=\d+\+?[^a-z]{0,6}years?\W{1,2}(?:\w+ ){0,3}experience)"
    )
    return _Words(
        regex(r"\s*[•·▪●◦‣§■➢✓✔►]+\s*|\s+\*\s+(?=[A-Z])"),
        regex(r"(?:^|(?<=[\s.:;]))[-–—]\s+(?=[A-Z])"),
        regex(gap),
        regex(r"(?<=\w)\)?\s*[:;]+\s*[-–—]*\s+|\s*:[-–—]\s*"),
        regex(headings),
        regex(_unfold_pattern(data["labels"]), re.IGNORECASE),
        regex(_unfold_pattern(data["announcing"]), re.IGNORECASE),
        *(frozenset(data[name].split()) for name in ("firm", "verbs", "others", "ends", "english")),
    )


def _unfold_pattern(pattern: str) -> str:
    """Remove the blanks that YAML puts behind a bar or before a group of a folded pattern."""
    return re.sub(r"(?<=\|) | (?=\(\?:)", "", pattern.strip())
