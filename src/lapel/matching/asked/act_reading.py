"""Reads what a clause of a note asks of the document.

"Keep the badger out of it", "two bullets max", "all of it", "lead with URBN", "skills last". A
refusal, and a wish for less, are read here once for the page and for the letter. What says what is
one table, ``acts.yaml``.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from lapel.job.words.errands import is_errand, was_errand
from lapel.matching.acts import ARRANGED, REFUSALS, Act, ActKind, refuses
from lapel.matching.asked.wish_words import WORD
from lapel.text.data import read_data
from lapel.text.patterns import fill_pattern
from lapel.text.phrases import phrase_words, replace_roundabout
from lapel.text.regexes import regex
from lapel.text.words import stems_of

_MOST_LED_WORDS = 9
_MOST_DENIED_WORDS = 4
_MOST_LISTED_WORDS = 4
_MOST_STRUNG_WORDS = 3
_ITEM = regex(r",\s*(?:and\s+|or\s+|nor\s+)?|\s+(?:and|or|nor|&)\s+")
_LAST_ITEM = regex(r"\s(?:and|or|nor|&)\s")
_IS = regex(r"\s(?:is|are|was|were|has|have|takes?|needs?)\s", re.IGNORECASE)
_MEASURE = regex(r"\d+(?:[km]|st|nd|rd|th)?", re.IGNORECASE)


class Asked(Struct, frozen=True):
    """What a clause asks of the document, and what it wants shown beside it."""

    acts: tuple[Act, ...]
    asks: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.acts or self.asks)


NOTHING = Asked(())
_AMOUNTS = (ActKind.SHORT, ActKind.WHOLE)
_NO_BREAK = (
    *ARRANGED,
    ActKind.MANNER,
    ActKind.PHOTO,
    ActKind.ERRAND,
    ActKind.REFERENCES,
    ActKind.GAP,
)
"""Kinds of act that may be items of a list, so that they are no clause by themselves: "nuts first,
wine second".
"""
_OPPOSITE = {
    ActKind.OUT: ActKind.KEEP,
    ActKind.KEEP: ActKind.OUT,
    ActKind.FIRST: ActKind.LATER,
    ActKind.SHORT: ActKind.WHOLE,
    ActKind.WHOLE: ActKind.SHORT,
}
_PATTERNS = ("ranked", "beyond", "each", "called", "denied", "opposed", "likewise", "entirely")
_ABOUT = ("about_before", "about_link", "about_behind")
_LOOKS = ("paper", "theme", "language")


class _Rule(Struct, frozen=True):
    """One row of the table, as ``acts.yaml`` tells."""

    kind: ActKind
    says: tuple[re.Pattern[str], ...]
    asks: tuple[str, ...] = ()
    firm: bool = True
    core: bool = False
    loose: bool = False
    begins: bool = False
    bare: bool = False
    thing: bool = False
    counts: bool = False


class _Rules(Struct, frozen=True):
    """``acts.yaml``, ready to use, but for what other languages say."""

    acts: tuple[_Rule, ...]
    amounts: Mapping[str, int]
    patterns: Mapping[str, re.Pattern[str]]
    words: Mapping[str, frozenset[str]]


@lru_cache(maxsize=1)
def _rules() -> _Rules:
    data: dict[str, Any] = read_data("lapel.matching.asked", "acts.yaml")
    return _Rules(
        _read_rules(data, "acts"),
        {spelled: int(count) for spelled, count in data["amounts"].items()},
        {name: _compile_pattern(data[name], data["parts"]) for name in (*_PATTERNS, *_ABOUT)},
        {n: frozenset(data[n].split()) for n in ("around", "refused", "no_thing", "lessening")},
    )


@lru_cache(maxsize=1)
def _rules_elsewhere() -> tuple[_Rule, ...]:
    """Return the rules for other languages; notes in English never ask for them."""
    return _read_rules(read_data("lapel.matching.asked", "acts.yaml"), "elsewhere")


def _read_rules(data: Mapping[str, Any], name: str) -> tuple[_Rule, ...]:
    rules = []
    for row in data[name]:
        flags = {name: row[name] == "true" for name in row.keys() - {"kind", "says", "asks"}}
        says = tuple(_compile_pattern(pattern, data["parts"]) for pattern in row["says"])
        rules.append(_Rule(ActKind(row["kind"]), says, tuple(row.get("asks", ())), **flags))
    return tuple(rules)


def _compile_pattern(pattern: str, parts: Mapping[str, str]) -> re.Pattern[str]:
    return regex(fill_pattern(pattern, parts.__getitem__), re.IGNORECASE)


@lru_cache(maxsize=512)  # one clause is asked for its acts, whether it is an order, and again whole
def read_acts(said: str, core: str, *, joined: bool = False) -> Asked:
    """Read what a clause asks of the document.

    ``core`` is the clause without an opening that only introduces a wish; ``joined`` says that it
    goes on from another clause.
    """
    if denied := _rules().patterns["denied"].match(said):
        rest = said[denied.end() :]
        if opposite := _opposite(read_acts(rest, rest)):
            return opposite
    for rule in _rules().acts:
        if rule.bare and core != said:
            continue
        if rule.kind is ActKind.ERRAND and (is_errand(said) or was_errand(said)):
            return Asked((Act(ActKind.ERRAND),))
        if rule.kind is ActKind.ONLY and (about := _read_amount(said)):
            return about
        if asked := _read_by_rule(rule, core if rule.core else said, joined=joined):
            return asked
    return _read_amount(said)


@lru_cache(maxsize=2)
def _amount_rules(*, elsewhere: bool) -> tuple[_Rule, ...]:
    """Return the rules that tell how much there should be of something."""
    rules = _rules_elsewhere() if elsewhere else _rules().acts
    return tuple(rule for rule in rules if rule.kind in _AMOUNTS)


@lru_cache(maxsize=512)
def _read_amount(said: str, *, elsewhere: bool = False) -> Asked:
    """Read how much there should be of what the clause names, before the amount or behind it.

    The act is firm where a verb orders it, since many a deed is told so ("two lines of poetry in
    print").
    """
    patterns, words = _rules().patterns, said.split(" ")
    parts: list[tuple[re.Match[str], str]] = []
    if behind := patterns["about_behind"].fullmatch(said):
        parts.append((behind, behind["order"]))
    for place in range(1, min(len(words), _MOST_LED_WORDS)):
        if before := patterns["about_before"].fullmatch(" ".join(words[:place])):
            order = " ".join(words[place:])
            link = patterns["about_link"].match(order)
            parts += ((before, order), (before, order[link.end() :] if link else order))
    for about, order in parts:
        for rule in _amount_rules(elsewhere=elsewhere) if _begins_as_name(about["x"]) else ():
            found = _read_by_rule(rule, order, joined=False)
            firm = bool(about["verb"])
            several = firm or about is behind or " " in order  # "the cellar and the bar both"
            if found and not found.acts[0].subject and several:
                act = replace(found.acts[0], subject=about["x"].rstrip(": "), firm=firm)
                act = replace(act, each=act.each or means_each(act.subject))
                act = act if firm else replace(act, beside=said)
                return Asked((act,), found.asks if firm else (said,))
    return NOTHING


def read_opposed(said: str, act: Act) -> Asked:
    """Read what a clause adds to the act before it, or excepts from it.

    "The whistle too" adds; "not the whistle" and "the whistle isn't" ask the opposite for the
    whistle.
    """
    for name in ("likewise", "opposed"):
        found = _rules().patterns[name].fullmatch(said)
        subject = next(filter(None, found.groups()), "") if found else ""
        if not (act.subject and subject and is_thing(subject)):
            continue
        same = replace(act, subject=subject, firm=True)
        if name == "opposed":
            return _opposite(Asked((same,)), firm=act.kind is not ActKind.FIRST)
        return Asked((same,)) if refuses(act) else NOTHING
    return NOTHING


def _opposite(asked: Asked, *, firm: bool = True) -> Asked:
    """Return the contrary of what a clause asks: "don't lead with it", "don't leave it out"."""
    acts = []
    for act in asked.acts:
        if act.kind in _OPPOSITE and act.bullets is None:
            subject = (
                _trim_to_refused(act.subject) if act.kind is ActKind.KEEP else act.subject or "it"
            )
            kept = act.kind is ActKind.OUT
            some = act.kind is ActKind.WHOLE and act.subject  # "don't list every client"
            opposite = ActKind.SOME if some else _OPPOSITE[act.kind]
            acts.append(Act(opposite, subject, act.beside, firm=firm and not kept))
    wished = tuple(act.subject for act in acts if act.kind is ActKind.KEEP)
    return Asked(tuple(acts), wished)


def read_elsewhere(part: str) -> Asked:
    """Read what a part of a note in another language orders, and what it wants shown beside it."""
    said = part.strip(" .!")
    for rule in _rules_elsewhere():
        if rule.kind is ActKind.ONLY and (about := _read_amount(said, elsewhere=True)):
            return about
        if asked := _read_by_rule(rule, said, joined=False):
            return asked
    return _read_amount(said, elsewhere=True)


def is_order(said: str, *, firm: bool = True) -> bool:
    """Tell whether words are nothing but an order: how much, that it stays, that it goes.

    With ``firm`` false, words that may be an order count too.
    """
    acts = read_acts(said, said).acts
    return any(act.kind not in _NO_BREAK and (act.firm or not firm) for act in acts)


def means_each(subject: str) -> bool:
    """Tell whether a limit holds for each entry of work ("two bullets per job")."""
    return _rules().patterns["each"].fullmatch(subject) is not None


def means_past(subject: str) -> bool:
    """Tell whether only entries that have ended are meant ("two bullets for older roles")."""
    found = _rules().patterns["each"].fullmatch(subject)
    return found is not None and found["past"] is not None


def tells_of_less(text: str) -> bool:
    """Tell whether a bullet tells of a decrease, as "cut" and "less" of a note may mean."""
    words = map(str.casefold, WORD.findall(text))
    return not _rules().words["lessening"].isdisjoint(words)


def without_rank(part: str) -> str:
    """Return a part of a list without words that only rank it later ("wine second")."""
    return _rules().patterns["ranked"].sub("", part)


def without_calling(subject: str) -> str:
    """Return an act's subject without a word that only says "bullet" ("the boiler story")."""
    found = _rules().patterns["called"].match(subject)
    return found[1] if found else subject


def _read_by_rule(rule: _Rule, heard: str, *, joined: bool) -> Asked:
    """Read what a clause asks by one rule."""
    for pattern in rule.says:
        if rule.loose:
            found = pattern.search(heard)
        else:
            found = pattern.match(heard) if rule.begins else pattern.fullmatch(heard)
        if found and (asked := _build_asked(rule, found, joined=joined)):
            return asked
    return NOTHING


def _build_asked(rule: _Rule, found: re.Match[str], *, joined: bool) -> Asked:
    """Return the act that a rule finds in a clause; nothing where its words mean something else."""
    groups = {name: words for name, words in found.groupdict().items() if words}
    said = groups.get("x", "")
    bullets = _count_bullets(groups) if rule.counts else None
    if (rule.counts and bullets is None) or _is_no_such_order(rule, found, said):
        return NOTHING
    asks = tuple(groups[name] for name in rule.asks if name in groups)
    named = _subject(rule.kind, said, groups)
    excepted: list[str] = []
    if rule.kind in REFUSALS and said:
        less, *excepted = _rules().patterns["beyond"].split(said, maxsplit=1)
        named, asks = _trim_to_refused(less), (*asks, *excepted)
        if not named or (not rule.firm and _is_talk(named, joined=joined)):
            return NOTHING
    beside = groups.get("y", "")
    act = Act(
        rule.kind,
        named,
        beside if rule.kind in (*ARRANGED, ActKind.WORDING) else groups.get("w", ""),
        _count_pages_or_years(rule, found, groups),
        bullets,
        "each" in groups,
        rule.firm,
        "deed" in groups,
        entirely=rule.kind is ActKind.OUT and _says_entirely(found.string),
    )
    if rule.kind is ActKind.WHOLE and beside:  # "everything but the quiz"
        return Asked((act, Act(ActKind.OUT, _trim_to_refused(beside))), asks)
    kept = excepted if rule.kind is ActKind.OUT else ()
    return Asked((act, *(Act(ActKind.KEEP, _trim_to_refused(x), firm=False) for x in kept)), asks)


def _says_entirely(said: str) -> bool:
    return _rules().patterns["entirely"].search(said) is not None


def _is_no_such_order(rule: _Rule, found: re.Match[str], named: str) -> bool:
    """Tell whether what a rule found is no such order: it says more, or names nothing."""
    if rule.kind in ARRANGED:
        roundabout = replace_roundabout(found.string) != found.string
        clause = " " in named and not _begins_as_name(named)
        return roundabout or clause or len(named.split()) > _MOST_LED_WORDS
    if rule.loose:
        return bool(_find_left_over_words(found))
    return rule.thing and not is_thing(named)


def _subject(kind: ActKind, named: str, groups: Mapping[str, str]) -> str:
    """Return what an act is about; "it" is what the note said before."""
    if kind is ActKind.LOOKS:
        name = next(name for name in _LOOKS if name in groups)
        said = groups[name].casefold()
        return f"{name}: {_spelled_looks().get(said, said)}"
    pointing = kind is ActKind.ONLY or kind in ARRANGED
    return "it" if pointing and not named else named


@lru_cache(maxsize=1)
def _spelled_looks() -> Mapping[str, str]:
    """Return how settings spell what notes say of the document's looks."""
    spelled: dict[str, str] = read_data("lapel.matching.asked", "looks.yaml")
    return spelled


def _count_pages_or_years(rule: _Rule, found: re.Match[str], groups: Mapping[str, str]) -> int:
    """Return the number of pages or years, or the year, that a clause tells."""
    if rule.kind is ActKind.PAGES:
        return _number(found[1])
    return _number(groups.get("year") or groups.get("years") or "no")


def _count_bullets(groups: Mapping[str, str]) -> int | None:
    """Return the number of bullets that an order allows, None if it counts other things."""
    if "none" in groups:
        return 0
    spelled = groups["n"].casefold()
    marked = any(name in groups for name in ("limit", "unit", "end", "down", "least"))
    spans = re.split(r" or |[-–]| to ", spelled)
    few = len(spans) > 1 or spelled.startswith(("a couple", "a few", "a pair", "a handful"))
    if not marked and not few:
        return None
    if spans[-1] in ("a", "an", "no", "none", "zero") and "unit" not in groups:
        return None
    return _number(spans[-1])


def _number(spelled: str) -> int:
    known = _rules().amounts.get(spelled.casefold())
    return int(spelled) if known is None else known


def _find_left_over_words(found: re.Match[str]) -> list[str]:
    """Return the words of a clause beside the match that are no small talk."""
    rest = f"{found.string[: found.start()]} {found.string[found.end() :]}"
    around = _rules().words["around"]
    return [word for word in WORD.findall(rest.casefold()) if word not in around]


def _is_talk(denied: str, *, joined: bool) -> bool:
    """Tell whether words behind a negation tell of something instead of refusing it.

    They name a misfortune ("without a lost-time injury"), or are too long for a name in a clause
    that follows a wish.
    """
    stems = stems_of(denied)
    spared = len(stems & phrase_words().misfortunes) * 2 > len(stems) or "injuri" in stems
    return spared or (joined and len(denied.split()) > _MOST_DENIED_WORDS)


def is_thing(named: str) -> bool:
    """Tell whether words behind "only" or "not" are a thing, not a clause, measure or state."""
    words = [word.casefold() for word in WORD.findall(named)]
    if not words or not _begins_as_name(named) or _MEASURE.fullmatch(words[0]):
        return False
    return not (len(words) > 1 and words[0].endswith("ed"))


def _begins_as_name(said: str) -> bool:
    """Tell whether words begin as a name does, not as a clause."""
    first = said.split(maxsplit=1)[:1]  # none where it is nothing but an odd kind of space
    return bool(first) and first[0].casefold() not in _rules().words["no_thing"]


def _trim_to_refused(said: str) -> str:
    """Return what should go, in the note's words: a thing or a list, without what is said of it.

    "The premium, the deputy signed that" gives "the premium".
    """
    said, *told = _IS.split(said.strip(), maxsplit=1)
    if told or not _is_list(said):
        said = said if "(" in said else said.partition(",")[0]
    words = said.split()
    while words and _says_nothing(words[0]):
        words = words[1:]
    while words and _says_nothing(words[-1]):
        words = words[:-1]
    return " ".join(words).strip(" ,.;:")


def _is_list(said: str) -> bool:
    """Tell whether several things are listed; without an "and" each must be a name of few words."""
    items = [item.split() for item in _ITEM.split(said)]
    if _LAST_ITEM.search(said):
        return len(items) > 2 and all(len(item) <= _MOST_LISTED_WORDS for item in items)
    return all(
        len(item) <= _MOST_STRUNG_WORDS
        and _begins_as_name(" ".join(item))
        and not all(map(_says_nothing, item))
        for item in items
    )


def _says_nothing(word: str) -> bool:
    """Tell whether a word beside the thing refused only belongs to the refusal; "IT" is a name."""
    bare = word.strip(",.")
    known = bare.casefold() in _rules().words["refused"] | phrase_words().instructions
    return known and not (len(bare) > 1 and bare.isupper())
