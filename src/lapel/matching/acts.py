"""What a clause of a note asks of the document: what goes, what comes first, how much of something.

"Keep the badger out of it", "two bullets max", "all of it", "lead with URBN", "don't overdo
treasury". A refusal, and a wish for less, are read here once for the page and for the letter.
The patterns are in ``acts.yaml``.
"""

import re
from enum import StrEnum
from functools import lru_cache
from typing import Any

from msgspec import Struct

from lapel.text.data import read_data
from lapel.text.phrases import in_short, phrase_words
from lapel.text.words import stems_of

_MOST_LED_WORDS = 9
_MOST_DENIED_WORDS = 4
_WORD = re.compile(r"[\w’'-]+")


class ActKind(StrEnum):
    """What a note asks of the document."""

    FIRST = "first"
    OUT = "out"
    LESS = "less"
    LATER = "later"
    KEEP = "keep"
    PAGES = "pages"
    SHORT = "short"
    WHOLE = "whole"
    ONLY = "only"
    SPARE = "spare"
    MANNER = "manner"
    ERRAND = "errand"


class Act(Struct, frozen=True):
    """One thing to do; ``subject`` is what should come first, or go, in the note's words ("" where
    the note's own entry is meant), ``bullets`` how many something may have at most.

    ``firm`` is false of a bare denial, which may only say what a wish is not ("not sales", "less
    chemicals"). ``named`` are the ids of entries or highlights that it means, and ``sure`` whether
    they are meant beyond doubt, so that lapel obeys by itself.
    """

    kind: ActKind
    subject: str = ""
    pages: int = 0
    bullets: int | None = None
    firm: bool = True
    named: tuple[str, ...] = ()
    sure: bool = False


class Asked(Struct, frozen=True):
    """What a clause asks of the document, and what it wants shown beside it."""

    acts: tuple[Act, ...]
    asks: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.acts or self.asks)


_NOTHING = Asked(())
_LISTS = ("measured", "measured_of", "shortened", "only", "out", "less", "first")
_PARTS = ("limit", "amount", "unit", "end", "tail")
_PATTERNS = (
    *(
        "pages",
        "short",
        "later",
        "kept",
        "unchanged",
        "ranked",
        "each",
        "whole",
        "gone",
        "comparative",
    ),
    *("denial", "beyond", "only_that"),
)
_BEGINNINGS = ("errands", "manner")
_PLAIN = {
    "kept": ActKind.KEEP,
    "unchanged": ActKind.KEEP,
    "errands": ActKind.ERRAND,
    "manner": ActKind.MANNER,
    "gone": ActKind.OUT,
    "only_that": ActKind.ONLY,
}
_WORDS = ("around", "refused", "no_thing", "lessening")


class _Rules(Struct, frozen=True):
    """``acts.yaml``, ready to use."""

    amounts: dict[str, int]
    lists: dict[str, tuple[re.Pattern[str], ...]]
    patterns: dict[str, re.Pattern[str]]
    words: dict[str, frozenset[str]]
    elsewhere: dict[str, re.Pattern[str]]


@lru_cache(maxsize=1)
def _rules() -> _Rules:
    data: dict[str, Any] = read_data("lapel.matching", "acts.yaml")

    def ready(pattern: str) -> re.Pattern[str]:
        for part in _PARTS:
            pattern = pattern.replace(f"<{part}>", data[part])
        return re.compile(pattern, re.IGNORECASE)

    patterns = {name: ready(data[name]) for name in _PATTERNS}
    for name in _BEGINNINGS:
        spelled = re.sub(r"\|\s+", "|", data[name].strip())
        patterns[name] = ready(rf"^(?:{spelled})")
    return _Rules(
        {spelled: int(count) for spelled, count in data["amounts"].items()},
        {name: tuple(map(ready, data[name])) for name in _LISTS},
        patterns,
        {name: frozenset(data[name].split()) for name in _WORDS},
        {name: ready(pattern) for name, pattern in data["elsewhere"].items()},
    )


def read_acts(said: str, core: str, *, joined: bool = False) -> Asked:
    """What a clause asks of the document; ``core`` is the clause without what only introduces a
    wish, and ``joined`` says that it only goes on with another.
    """
    return _measured(said) or _plainly(said, core) or _led(core) or _denied(core, joined=joined)


def read_elsewhere(part: str) -> Act | None:
    """What a part of a note in another language orders of its entry, None where it is a wish."""
    for name, pattern in _rules().elsewhere.items():
        if pattern.fullmatch(part.strip(" .!")):
            return Act(ActKind.SHORT, bullets=1) if name == "one" else Act(ActKind(name))
    return None


def is_act(said: str) -> bool:
    """Whether a part of a list is all order: how much, that it stays, that it goes."""
    patterns = _rules().patterns
    names = ("kept", "unchanged", "whole", "gone")
    alone = any(patterns[name].match(said) for name in names)
    return alone or bool(_amount_of(said)) or _only_short(said)


def refuses(said: str) -> bool:
    """Whether words ask for less of something, or for none."""
    patterns = (*_rules().lists["out"], *_rules().lists["less"])
    return any(pattern.match(said) for pattern in patterns)


def means_each(subject: str) -> bool:
    """Whether a limit holds for each entry of work ("two bullets per job")."""
    return _rules().patterns["each"].match(subject) is not None


def tells_of_less(text: str) -> bool:
    """Whether a bullet tells that something became less, as "cut" and "less" of a note may mean."""
    words = map(str.casefold, _WORD.findall(text))
    return not _rules().words["lessening"].isdisjoint(words)


def without_rank(part: str) -> str:
    """A part of a list without what says only that it comes later ("wine second")."""
    return _rules().patterns["ranked"].sub("", part)


def _measured(said: str) -> Asked:
    """How long the document, or a part of it, should be."""
    rules = _rules()
    if (most := _amount_of(said)) is not None:
        return Asked((Act(ActKind.SHORT, bullets=most),))
    for pattern in rules.lists["measured_of"]:
        if (found := pattern.match(said)) and (most := _count(found)) is not None:
            return Asked((Act(ActKind.SHORT, found["x"], bullets=most),))
    pages = rules.patterns["pages"].search(said)
    if pages and not _left_over(said, pages, "around"):
        return Asked((Act(ActKind.PAGES, pages=_number(pages[1])),))
    if rules.patterns["whole"].match(said):
        return Asked((Act(ActKind.WHOLE),))
    if _only_short(said):
        return Asked((Act(ActKind.SHORT),))
    for pattern in rules.lists["shortened"]:
        if found := pattern.match(said):
            more = found.groupdict().get("y")
            return Asked((Act(ActKind.SHORT, found["x"]),), (more,) if more else ())
    return _NOTHING


def _amount_of(said: str) -> int | None:
    """How many bullets a clause allows that says nothing else, None where it is none."""
    for pattern in _rules().lists["measured"]:
        if found := pattern.match(said):
            return 0 if found.groupdict().get("none") else _count(found)
    return None


def _count(found: re.Match[str]) -> int | None:
    """The number that an order allows; None where it is only a number of something."""
    groups = found.groupdict()
    spelled = found["n"].casefold()
    marked = any(groups.get(name) for name in ("limit", "unit", "end", "down"))
    spans = re.split(r" or |[-–]| to ", spelled)
    few = len(spans) > 1 or spelled.startswith(("a couple", "a few", "a pair", "a handful"))
    if not marked and not few:
        return None
    if spans[-1] in ("a", "an", "no", "none", "zero") and not groups.get("unit"):
        return None
    return _number(spans[-1])


def _number(spelled: str) -> int:
    known = _rules().amounts.get(spelled.casefold())
    return int(spelled) if known is None else known


def _only_short(said: str) -> bool:
    found = _rules().patterns["short"].search(said)
    return found is not None and not _left_over(said, found, "around")


def _left_over(said: str, found: re.Match[str], name: str) -> list[str]:
    known = _rules().words[name]
    rest = f"{said[: found.start()]} {said[found.end() :]}"
    return [word for word in _WORD.findall(rest.casefold()) if word not in known]


def _plainly(said: str, core: str) -> Asked:
    """An act that is all a clause is about: what stays, what goes, how it is written, an errand."""
    patterns = _rules().patterns
    if later := patterns["later"].match(said):
        return Asked((Act(ActKind.LATER, later["x"]),))
    for name, kind in _PLAIN.items():
        if patterns[name].match(said) and (kind is not ActKind.ERRAND or core == said):
            subject = "it" if kind is ActKind.ONLY else ""
            return Asked((Act(kind, subject, firm=name != "unchanged"),))
    for kind, heard in ((ActKind.OUT, core), (ActKind.LESS, core), (ActKind.ONLY, said)):
        for pattern in _rules().lists[kind.value]:
            if (found := pattern.match(heard)) and (asked := _named(kind, found["x"])):
                return asked
    if (found := patterns["comparative"].match(core)) and (subject := _subject(found["x"])):
        return Asked((Act(ActKind.LESS, subject, firm=False),))
    return _NOTHING


def _named(kind: ActKind, named: str) -> Asked:
    """An act on what a clause names, and what it excepts; nothing where that is no thing."""
    if kind is ActKind.ONLY:
        return Asked((Act(kind, named),), (named,)) if is_thing(named) else _NOTHING
    less, *kept = _rules().patterns["beyond"].split(named, maxsplit=1)
    subject = _subject(less)
    return Asked((Act(kind, subject),), tuple(kept)) if subject else _NOTHING


def _denied(core: str, *, joined: bool) -> Asked:
    """What a bare denial takes back: surely meant or not, as the profile tells."""
    found = _rules().patterns["denial"].match(core)
    if found is None or not is_thing(found["x"]) or _spares(found["x"]):
        return _NOTHING
    if joined and len(found["x"].split()) > _MOST_DENIED_WORDS:
        return _NOTHING
    subject = _subject(found["x"])
    return Asked((Act(ActKind.OUT, subject, firm=False),)) if subject else _NOTHING


def _spares(denied: str) -> bool:
    """Whether what is denied is a misfortune: "without a lost-time injury" is a deed."""
    return not phrase_words().misfortunes.isdisjoint(stems_of(denied))


def is_thing(named: str) -> bool:
    """Whether what stands behind "only" or "not" is a thing, and no clause, measure or state."""
    words = [word.casefold() for word in _WORD.findall(named)]
    if not words or words[0] in _rules().words["no_thing"] or words[0][0].isdigit():
        return False
    return not (len(words) > 1 and words[0].endswith("ed"))


def _led(core: str) -> Asked:
    """What should come first, and what it should come before."""
    if in_short(core) != core:
        return _NOTHING
    for pattern in _rules().lists["first"]:
        found = pattern.match(core)
        if found and len(found["x"].split()) <= _MOST_LED_WORDS:
            named = tuple(part for part in found.groupdict().values() if part)
            return Asked((Act(ActKind.FIRST, found["x"]),), named)
    return _NOTHING


def _subject(said: str) -> str:
    """What should go, in the note's words."""
    words = re.split(r",\s*", said.strip())[0].split()
    refused = _rules().words["refused"] | phrase_words().instructions
    while words and words[0].casefold().strip(",.") in refused:
        words = words[1:]
    while words and words[-1].casefold().strip(",.") in refused:
        words = words[:-1]
    return " ".join(words).strip(" ,.;:")
