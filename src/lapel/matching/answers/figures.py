"""What figures tell without naming it: a result, a volume, a budget, people led, time saved."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from msgspec import Struct

from lapel.matching.answers.moves import Move
from lapel.matching.answers.spotting import Naming, is_person
from lapel.matching.lexicon import Lexicon, name_stems
from lapel.text.data import read_data
from lapel.text.numbers import NUMERALS
from lapel.text.regexes import regex
from lapel.text.words import Word, split_words

_DEEDS = ("budget management", "team size")
_LISTS = ("having", "nearly", "leading", "serving", "bodies", "teams")


class _Table(Struct, frozen=True):
    """``figures.yaml``, ready to use.

    ``patterns`` go by the name of what they show; some are looked for only where one of their
    ``words`` stands in the text.
    """

    patterns: Mapping[str, re.Pattern[str]]
    words: Mapping[str, tuple[str, ...]]
    having: frozenset[str]
    nearly: frozenset[str]
    leading: frozenset[str]
    serving: frozenset[str]
    bodies: frozenset[str]
    teams: frozenset[str]


def find_told_in_figures(text: str, words: tuple[Word, ...], lexicon: Lexicon) -> Iterator[Naming]:
    """Yield where figures show something of the lexicon.

    "Rose from 61 to 74" shows a result, "2,400 loaves a night" a volume, "run a $2 million plant" a
    budget.
    """
    table, lower = _table(), text.lower()
    for name, pattern in table.patterns.items():
        near = table.words.get(name)
        concept = _concept(name, lexicon)
        if concept is None or (near and not any(word in lower for word in near)):
            continue
        found = pattern.search(text)
        if found is None:
            continue
        inside = [i for i, word in enumerate(words) if found.start() <= word.start < found.end()]
        if inside:
            yield Naming(concept, inside[0], inside[-1] + 1, deed=name in _DEEDS)


def find_people_led(words: tuple[Word, ...], lexicon: Lexicon) -> Iterator[Naming]:
    """Yield where somebody leads people, and how many.

    "Over nine staff", "ran the shop with 48 pickers", "two analysts report to me" do; who worked
    "with two surgeons" leads nobody, and a "society of 400 radiographers" is no team.
    """
    managing, size = _concept("people management", lexicon), _concept("team size", lexicon)
    if managing is None:
        return
    spelled = [word.lower for word in words]
    for index in _find_reporting_verbs(spelled):
        yield Naming(managing, index, index + 3, deed=True)
    table, before, leads = _table(), "", False
    for index, word in enumerate(spelled[1:-1], start=1):
        if spelled[index - 1] not in table.nearly:
            before = spelled[index - 1]
            leads = leads or before in table.leading
        counted = word in NUMERALS or word[0].isdigit()
        if not counted or not (leads if before == "with" else before in table.having):
            continue
        if before == "of" and not _are_led(spelled[max(0, index - 4) : index], leads=leads):
            continue
        for place in range(index + 1, min(len(words), index + 3)):
            if is_person(words, place, lexicon, "@workers"):
                yield Naming(managing, index - 1, place + 1, deed=True)
                if size is not None:
                    yield Naming(size, index - 1, place + 1, deed=True)
                break


def _find_reporting_verbs(spelled: Sequence[str]) -> Iterator[int]:
    """Yield the position of a verb two words before "me" ("report to me")."""
    for index, word in enumerate(spelled[2:]):
        if word == "me" and spelled[index] in _table().serving:
            yield index


def _are_led(before: Sequence[str], *, leads: bool) -> bool:
    """Tell whether people behind "of" are led: "a team of 9" is, "a society of 400" is not."""
    return _table().bodies.isdisjoint(before) and (leads or not _table().teams.isdisjoint(before))


def find_shortenings(
    words: tuple[Word, ...], moves: Sequence[Move], lexicon: Lexicon
) -> Iterator[Naming]:
    """Yield where something takes less time: "the close from nine days to four"."""
    concept = _concept("shortened time", lexicon)
    for move in moves:
        if concept is not None and move.timed and move.fell:
            first, last = move.words(words)
            yield Naming(concept, first, last)


def _concept(name: str, lexicon: Lexicon) -> int | None:
    return lexicon.phrases.get(name_stems(split_words(name)))


@lru_cache(maxsize=1)
def _table() -> _Table:
    data: dict[str, Any] = read_data("lapel.matching.answers", "figures.yaml")
    numeral = f"(?:{'|'.join(NUMERALS)})"
    shown: dict[str, list[str]] = data["shown"]
    return _Table(
        {
            name: regex("|".join(said).replace("<numeral>", numeral), re.IGNORECASE)
            for name, said in shown.items()
        },
        {name: tuple(words.split()) for name, words in data["beside"].items()},
        *(frozenset(data[name].split()) for name in _LISTS),
    )
