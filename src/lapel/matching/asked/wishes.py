"""A note taken apart: what it wants shown, what it asks of the document, what is only an aside.

People write notes to themselves: "budget, because they lost 2M last year", "lead with the food cost
number", "EV work (they have a big contract)". A note is cut into clauses; each is a wish, an act on
the document (``acts``), or a remark, which its beginning and the words that refer back tell. A
remark is asked for only if the note says nothing else. The words that tell are in ``wishes.yaml``.
"""

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from lapel.matching.acts import Act, ActKind, refuses
from lapel.matching.asked.act_reading import (
    NOTHING,
    Asked,
    is_order,
    read_acts,
    read_elsewhere,
    read_opposed,
)
from lapel.matching.asked.asides import without_asides
from lapel.matching.asked.clauses import Clause, clauses_of
from lapel.matching.asked.wish_words import WORD, bare_words, first_word, has_words, wish_words
from lapel.text.phrases import phrase_words, replace_roundabout
from lapel.text.regexes import regex

_SPAN = regex(
    r"\b(one|two|three|[1-3])(?: bullets?| lines?| points?)?, (?:or )?"
    r"(?:maybe|perhaps|possibly|at most) (two|three|four|[2-4])\b(?: bullets?| lines?| points?)?",
    re.IGNORECASE,
)
_LESS_MORE = regex(r"\b(?:less|fewer) (?!is\b)\S+(?: \S+)?(?=,? more \w)", re.IGNORECASE)
_WITHDRAWN = regex(r"^[^.;?!]+\?\s+(?:no|nope|nah|actually|wait),\s+(?=\w)", re.IGNORECASE)
"""What its writer takes back at once: "leave out the lifeboat? no, leave out the choir"."""
_DASHED = regex(r"([^:,;.!?]{2,40}?)\s+[–—-]+\s+(\S.*)")
_QUOTES = ('"', "“")
_OF_THING = (ActKind.OUT, ActKind.LESS)
_LABELLED = (ActKind.SHORT, ActKind.KEEP, ActKind.WHOLE, ActKind.OUT, ActKind.SPARE)


class Wish(Struct, frozen=True):
    """What a note wants: stretches of text that ask for something, and acts on the document.

    ``optional`` says that it asks only if the profile has it, or if the page has room for it.
    """

    asks: tuple[str, ...]
    acts: tuple[Act, ...]
    optional: bool = False


def read_wish(text: str) -> Wish:
    """Read what a note in English wants."""
    lists = wish_words()
    text = lists.short_forms.sub(lambda m: lists.shorthand[m.group().casefold()], text)
    text = lists.patterns["leads"].sub("", text)
    text = _WITHDRAWN.sub("", text.replace("’", "'").replace(" = ", ": "))
    text = _keep_milder(without_asides(_put_colon(text)))
    text = _LESS_MORE.sub(r"\g<0>;", lists.patterns["doubts"].sub("; ", text))
    text, acts, optional = _remove_conditions(_SPAN.sub(r"\1 or \2 bullets", text))
    asks: list[str] = []
    remarks: list[str] = []
    clauses = list(clauses_of(text))
    label = ""
    for index, clause in enumerate(clauses):
        label = _label(clause.text) if ": " in clause.text else label * clause.joined
        found = _read_exception(clause, clauses[index - 1], acts) or _read_clause(clause, label)
        if not asks and acts and refuses(acts[-1]) and _takes_back(found, frozenset()):
            continue  # "nobody needs the choir, so out it goes"
        bare = bool(asks) and first_word(asks[-1]) not in phrase_words().instructions
        if asks and (_takes_back(found, lists.words["pointers"]) or (bare and _is_gap(found))):
            (act,) = found.acts
            found = Asked((replace(act, subject=_label(asks.pop())),))
        acts += (_give_last_subject(a, asks) for a in found.acts if not _only_confirms(a, asks))
        if found.acts or found.asks:
            named = (lists.patterns["contrast"].sub("", ask) for ask in found.asks)
            asks += (ask for ask in named if ask.casefold() not in lists.words["pointers"])
            continue
        following = clauses[index + 1] if index + 1 < len(clauses) else None
        if acts and clause.joined and _gives_reason(clause, acts[-1]):
            continue
        wished = _find_wished_text(clause, following, behind=bool(asks))
        if wished is not None and asks and clause.joined and _is_of_others(clause):
            asks[-1] = f"{asks[-1]} or {wished}"  # what they want is why the other is wished for
        elif wished is not None:
            asks.append(wished)
        elif clause.first not in lists.words["reasons"]:
            remarks.append(clause.text)
    asked = tuple(filter(has_words, asks)) or (() if acts else tuple(filter(has_words, remarks)))
    politely = lists.patterns["leads"].match(text) is not None
    if acts and not politely and text.rstrip(' )"”').endswith("?"):
        acts[-1] = replace(acts[-1], firm=False)  # "leave out?" is asked of oneself
    return Wish(asked, tuple(_drop_repeated_acts(acts)), optional)


def read_wish_elsewhere(text: str) -> Wish:
    """Read what a note in another language wants: plain orders, and all else as a wish."""
    parts = [part for part in re.split(r"[,;]\s+|\.\s+|\s+[–—-]\s+", text) if has_words(part)]
    read: list[Asked] = []
    for part in parts:
        before = read[-1].acts if read else ()
        opposed = read_opposed(bare_words(part), before[-1]) if before else NOTHING
        read.append(opposed or read_elsewhere(part))
    if not any(read):
        return Wish((text,), ())
    asks = [
        ask
        for part, found in zip(parts, read, strict=True)
        for ask in (found.asks if found else (part,))
    ]
    return Wish(tuple(asks), tuple(act for found in read for act in found.acts))


def _put_colon(text: str) -> str:
    """Read a dash between a name and an order about it as a colon: "Certificates – one at most"."""
    if found := _DASHED.fullmatch(text):
        labelled = f"{found[1]}: {found[2]}"
        said = bare_words(labelled)
        if any(act.subject.rstrip(": ") == found[1] for act in read_acts(said, said).acts):
            return labelled
    return text


def _keep_milder(text: str) -> str:
    """Keep the milder one of two orders: "drop the choir, or keep one line".

    Either would do, and the shorter text is still there for who wants more of it gone.
    """
    found = wish_words().patterns["either"].fullmatch(bare_words(text))
    if found is None:
        return text
    if found["what"]:
        return f"{found['short'] or found['shorter']} {found['what']}"
    whom, limit = found["whom"] or found["who"], found["limit"] or found["line"]
    if limit:
        return f"keep {whom or 'it'} to {limit}"
    return f"shorten {whom}" if whom else "short"


def _remove_conditions(text: str) -> tuple[str, list[Act], bool]:
    """Remove conditions from a note; return the rest, their acts, and whether there were any."""
    patterns = wish_words().patterns
    text = patterns["applicable"].sub(r" or \1", text)
    text, missing = patterns["missing"].subn("; ", text)
    spared = [found["x"].strip() for found in patterns["spared"].finditer(text)]
    text = patterns["spared"].sub(r"; \g<x>; ", text)
    pressed = [found["x"].strip() for found in patterns["pressed"].finditer(text)]
    text = patterns["pressed"].sub("; ", text)
    text, spare = patterns["spare"].subn("; ", text)
    acts = [Act(ActKind.SPARE, subject) for subject in (*spared, *pressed)]
    return text, acts + [Act(ActKind.SPARE)] * bool(spare), bool(missing or spare)


def _drop_repeated_acts(acts: list[Act]) -> Iterator[Act]:
    """Drop repeated acts, and of several "short" those that do not say how short."""
    short = {act.subject: act for act in acts if act.bullets is not None}
    for act in dict.fromkeys(acts):
        if act.kind is not ActKind.SHORT or short.get(act.subject, act) == act:
            yield act


def _gives_reason(clause: Clause, act: Act) -> bool:
    """Tell whether a clause behind an order only says why.

    "Drop the premium, the deputy signed that"; "the band can stay, the owner plays".
    """
    ordered = act.firm and act.kind in (ActKind.KEEP, ActKind.OUT)
    instructs = clause.first in phrase_words().instructions | wish_words().starters
    return clause.last in wish_words().words["pointers"] or (ordered and not instructs)


def _read_exception(clause: Clause, before: Clause, acts: list[Act]) -> Asked:
    """Read what a clause excepts from the order before it; "not this, not that" excepts nothing."""
    if not acts or (_contrasts(before.text) and _contrasts(clause.text)):
        return NOTHING
    return read_opposed(bare_words(clause.text), acts[-1])


def _takes_back(found: Asked, pointers: frozenset[str]) -> bool:
    """Tell whether a clause only refuses what was said before it ("no, skip that")."""
    if len(found.acts) != 1 or not refuses(found.acts[0]):
        return False
    return not found.acts[0].subject or found.acts[0].subject.casefold() in pointers


def _is_gap(found: Asked) -> bool:
    """Tell whether a clause only says that there is none of what was said before it."""
    return [(act.kind, act.subject) for act in found.acts] == [(ActKind.GAP, "")]


def _only_confirms(act: Act, asks: list[str]) -> bool:
    """Tell whether an act only says that what was ordered before stays ("don't hide it")."""
    pointing = act.subject.casefold() in wish_words().words["pointers"]
    return act.kind is ActKind.KEEP and pointing and not asks


def _label(said: str) -> str:
    """Return what a wish names, without what is said of it."""
    return re.split(r":\s|\s(?:is|are|was|were|isn't|aren't|shows?|proves?)\b", said)[0]


def _give_last_subject(act: Act, asks: list[str]) -> Act:
    """Give an act on "it" or "this", or that something stays, its subject: the last wish.

    A limit is on what was said to show something ("the barista job shows care, one bullet").
    """
    limits = act.kind is ActKind.SHORT and act.bullets is not None and not act.subject
    if asks and limits and (named := _label(asks[-1])) != asks[-1]:
        return replace(act, subject=named, beside=asks[-1], firm=False)
    if asks and act.kind is ActKind.KEEP and not act.subject:
        return replace(act, subject=asks[-1], firm=False)
    pointing = act.subject.casefold() in wish_words().words["pointers"]
    return replace(act, subject=asks[-1]) if pointing and asks else act


def _read_clause(clause: Clause, label: str) -> Asked:
    """Read what a clause asks of the document, and what it wants shown beside it.

    ``label`` names what the clauses before it are about.
    """
    patterns = wish_words().patterns
    said = patterns["leads"].sub("", bare_words(clause.text))
    found = _read_listed_refusal(said) or read_acts(
        said, patterns["introductions"].sub("", said), joined=clause.joined
    )
    if not found and ": " in said:
        found = _read_labelled_order(*said.split(": ", maxsplit=1))
    elif label and all(act.kind in _LABELLED and not act.subject for act in found.acts):
        found = Asked(tuple(replace(act, subject=label) for act in found.acts), found.asks)
    quoted = clause.text.startswith(_QUOTES) and any(map(refuses, found.acts))
    return NOTHING if quoted else found


def _read_listed_refusal(said: str) -> Asked:
    """Read a refusal before a colon and its things: "leave out: the choir, the census"."""
    order, _colon, things = said.partition(": ")
    acts = read_acts(order, order).acts if things else ()
    refused = acts and all(refuses(act) and act.firm and not act.subject for act in acts)
    return read_acts(f"{order} {things}", f"{order} {things}") if refused else NOTHING


def _read_labelled_order(label: str, said: str) -> Asked:
    """Read an order behind a label ("crew stuff: less") or before a wish ("one bullet: …")."""
    if is_order(label):
        acts = read_acts(label, label).acts
        if all(act.kind in _OF_THING and not act.subject for act in acts):
            return Asked(tuple(replace(act, subject=said) for act in acts))
        return Asked(acts, (said,))
    found = read_acts(said, said)
    if all(refuses(act) and act.firm and act.subject for act in found.acts):
        return found  # "sales is a dirty word there: leave out the cold calls"
    if first_word(label) in phrase_words().instructions or any(a.subject for a in found.acts):
        return NOTHING
    return Asked(tuple(replace(act, subject=label) for act in found.acts if act.firm), found.asks)


def _begins_with_both(said: str) -> bool:
    return wish_words().patterns["both"].match(said) is not None


def _contrasts(said: str) -> bool:
    """Tell whether a clause behind a wish only says what it is not: "not people management"."""
    return first_word(said) in ("not", "rather", "instead", "no", "never")


def _find_wished_text(clause: Clause, following: Clause | None, *, behind: bool) -> str | None:
    """Return what a clause wants shown, None for a remark.

    ``behind`` says that the note has stated a wish before.
    """
    lists = wish_words()
    said = clause.text.strip()
    if not has_words(said) or lists.patterns["permitted"].search(bare_words(said)):
        return None
    if lists.patterns["opening"].search(bare_words(said)) and first_word(said) != "my":
        return None
    if said.startswith(_QUOTES) and _contrasts(said):
        return None
    if clause.joined and _contrasts(said) and not (following and following.first == "but"):
        return None
    if _begins_with_both(said):
        said = lists.patterns["both"].sub("", said)
    if clause.first in lists.words["reasons"] and (clause.joined or behind):
        return None
    said = lists.patterns["leads"].sub("", said)
    core = lists.patterns["introductions"].sub("", said)
    first = first_word(core)
    if core == said and first in lists.words["persons"]:
        liked = lists.words["liking"].intersection(map(str.casefold, WORD.findall(said)[1:3]))
        return None if behind and liked else _read_wish_of_others(said, following)
    if core == said and first in lists.words["selves"] and behind and first != "my":
        pointers = lists.words["pointers"].intersection(map(str.casefold, WORD.findall(said)))
        if pointers or (clause.joined and "rather" in said):
            return None
    return _trim_wish(core)


def _is_of_others(clause: Clause) -> bool:
    return clause.first in wish_words().words["persons"]


def _read_wish_of_others(said: str, following: Clause | None) -> str | None:
    """Return what a clause about others asks for: what they want, or what should be said of it."""
    lists = wish_words()
    words = [word.casefold() for word in WORD.findall(said)]
    for place, word in enumerate(words[1:4], start=1):
        if word in lists.words["wishing"]:
            rest = re.split(rf"\b{re.escape(word)}\b", said, maxsplit=1, flags=re.IGNORECASE)[1]
            rest = re.sub(r"^\s*(?:about|for|on|that|to see|to)\b", "", rest)
            quoted = re.findall(r"[\"“]([^\"“”]{2,60})[\"”]", rest)
            if quoted:
                return ", ".join(f"“{words}”" for words in quoted)
            bare = [w for w in words[place + 1 :] if w not in lists.words["pointers"]]
            return _trim_wish(rest) if bare else None
    if following is not None and following.text.casefold().startswith("say so"):
        return re.sub(r"^\S+\s+(?:IS|ARE|is|are)\s+", "", said)
    return None


def _trim_wish(said: str) -> str:
    """Return a wish without contrasts, and without words that only stress it."""
    lists = wish_words()
    said = replace_roundabout(said)
    more = lists.patterns["more_than"].match(said)
    if more:
        said = f"{more[1]}{more[2]}"
    said = lists.patterns["contrast"].sub("", said)
    said = lists.patterns["speaking"].sub("", said)
    before = ""
    while before != said:
        before, said = said, lists.patterns["endings"].sub("", said)
    if first_word(said) in phrase_words().framing:
        what, *ends = re.split(r"\s(?:as|into|to)\s(?:an?\s)?", said, maxsplit=1)
        said = "; ".join((what.partition(" ")[2], *ends)) if ends else said
    return said.strip(" ,;:")
