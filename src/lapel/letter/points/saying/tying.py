"""Two things that a point brings together: deeds of the writer's, and a side of the employer's."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from lapel.letter.english.clauses import is_clause, is_wanted_so
from lapel.letter.english.forms import (
    head_noun,
    is_base,
    is_gerund_phrase,
    is_plural,
    to_base,
    to_gerund,
    words_of,
)
from lapel.letter.english.vocabulary import pattern, rows, word_list
from lapel.letter.points.frames import frame, framed
from lapel.letter.points.model import Act, Say, Seek, Side
from lapel.letter.points.saying.asking import Asked, is_empty, seek
from lapel.letter.points.sentences import said, say, uncapital, with_article, without_determiner
from lapel.text.common import is_noun
from lapel.text.numbers import NUMERALS
from lapel.text.regexes import regex
from lapel.text.verbs import forms_of, is_noun_too

_LINKS = r"(?:back |in |up |directly |closely )?(?:to|with|into|onto|for|against)"
_COMPANYS = (
    r"(?:how |what |the fact |why )?(?:their|your|our|its|the company|they|you|"
    r"(?:this|the) (?:role|position|job|team|posting|company))\b"
)
_SPLITS = (
    r" → ",
    r" (?:back )?(?:to|into|with) (?=(?:their|the company)\b)",
    rf" {_LINKS} (?={_COMPANYS})",
    r" (?:back )?(?:to|into) (?=(?!.* (?:to|into) ))",
    rf" and (?={_COMPANYS})",
    r" with ",
    r" and ",
)
_OWN_SIDE = regex(rf" {_LINKS} (?=(?:my|how I|what I|(?:the|those) (?:[\w-]+ ){{1,3}}?I)\b)")
"""Where the writer's side begins behind the employer's: "their wish … with the training I gave"."""
_FIRST = 2
"""The number of patterns that are surer than the company's name behind a link."""
_RELATIVE = regex(r" (?:who|that|which|where|they|you|I|we) ")
_OWN = frozenset(("my", "mine", "our"))
_WHY_I = regex(r"^why (?P<clause>(?:I|I['’]\w+|my \w+)\b .+)$")
_QUOTED = regex(r"^(?:[Yy]our|[Tt]heir) (?P<what>[\"“](?:[^\s\"“”]+ ){3,}[^\s\"“”]+[\"”])$")
"""A sentence of theirs: their "the next job comes from the last one"; "just culture" is none."""
_ONE_ALONE = regex(r"^(?:the ones?|those) (?:that |which )?you \w+(?: \w+)?$")
_HEAD = regex(r"^(?:Your \w+ is(?: to)?|You (?:are |have )?\w+(?: plans for| to| for| on| in)?)\s+")
_ADJECTIVES = r"(?:\w+ly |current |stated |own |core |big |biggest |main |new |recent )?"

_COUNTED = regex(rf"^the (?=\d|(?:{'|'.join(NUMERALS)})\b(?! o['’]clock))")
"""A number of things of theirs not mentioned before: "the two pools they are planning"."""
_NEW = regex(
    r"\b(?:want|plan|hope|need|will|would|are)\b.*\b(?:build|open|start|launch|create|found)$"
)
"""A plan of theirs for something not seen yet: "the dog program they want to build"."""
FIT = (
    r"^(?P<mine>.+?) as (?:(?:an?|the|my|good|strong|direct|directly|well) )*(?:(?:fit|suited|"
    r"suitable|useful|helpful|valuable|ready|preparation|training|readiness|groundwork|foundation) "
    r"(?:for|to)|relevant to|related to) (?P<theirs>.+)$"
)
"""The purpose that something of the writer's suits: "pipeline as fit for building a new
territory".
"""
_LISTED = regex(r",|\band\b|\bor\b")


def split_tie(text: str, company_names: Sequence[str] = ()) -> tuple[str, str] | None:
    """Return the two things that a text ties, one of them the company's if named; else None."""
    text = re.sub(r"^from\s+", "", text.strip())
    names = "|".join(map(re.escape, company_names))
    named = (re.compile(rf" {_LINKS} (?=(?:{names})\b)"),) if names else ()
    own = (_OWN_SIDE,) if re.match(_COMPANYS, text) else ()
    for split in (*own, *_split_patterns()[:_FIRST], *named, *_split_patterns()[_FIRST:]):
        for found in _find_partings(split, text):
            one, other = text[: found.start()].strip(" ,"), text[found.end() :].strip(" ,")
            if words_of(one) and words_of(other) and not _is_infinitive(found.group(), other):
                return one, other
    return None


def _find_partings(split: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the places where a text may part, first those outside of defining clauses."""
    yield from split.finditer(_RELATIVE.split(text, maxsplit=1)[0])
    yield from split.finditer(text)


def _is_infinitive(link: str, following: str) -> bool:
    """Tell whether a "to" belongs to the verb behind it: "the pool I helped to reopen"."""
    verb = words_of(following)[0]
    return link.endswith("to ") and is_base(verb) and not is_noun(verb)


def quotes_them(text: str) -> bool:
    """Tell whether the employer's side is a sentence of theirs, which is read back and answered."""
    return _QUOTED.match(text) is not None


def tell_company_side(asked: Asked, text: str) -> tuple[Act, ...]:
    """Return the employer's side of a tie, from the posting or in the person's words."""
    changed = re.sub(r"^[Tt]heir\b", "your", asked.mine(text))
    if _OWN.intersection(words_of(changed)[:1]) or _is_of_writer(asked, changed):
        return (seek(asked, changed),)
    changed = asked.with_you(changed)
    if (known := _known_side(asked, changed)) is not None:
        return known
    if is_wanted_so(changed) and (wanted := pattern("thing_wanted").match(changed)):
        changed = f"you {wanted['want']} {wanted['what']} {wanted['done']}"
    found = pattern("you_do").match(changed)
    if found and not (found["rest"] and not forms_of(words_of(found["do"])[-1])):
        what = _COUNTED.sub("", found["what"])
        new = _NEW.search(found["do"]) and not is_plural(what)
        thing = with_article(without_determiner(what)) if new else what
        changed = f"you {found['do']} {thing}{found['rest'] or ''}"
    alone = is_clause(changed) and not is_gerund_phrase(changed)
    if alone and not as_statement(asked.with_you(changed)):
        told = say(changed)
        return (Seek(asked.targets(changed), (Side.POSTING,), told),)
    if lacks_owner(changed):
        changed = f"your {uncapital(changed)}"
    targets = asked.targets(changed)
    if {head_noun(changed)} & word_list("troubles"):
        helped = frame("helped", asked.with_you(changed))
        return (Seek(targets, (Side.POSTING,), helped),)
    if stated := as_statement(asked.with_you(changed)):
        rest = asked.targets(_HEAD.sub("", stated))
        return (Seek(rest or targets, (Side.POSTING,), say(stated)),)
    return (Seek(targets, (Side.POSTING,), next(iter(_say_beside(changed)), None)),)


def _known_side(asked: Asked, changed: str) -> tuple[Act, ...] | None:
    """Return the acts of a side that is known by its form, None for others.

    It says why or what the writer wants, stands in the posting or quotes it, or names nothing to
    tell of.
    """
    if (why := _WHY_I.match(changed)) and is_clause(why["clause"]):
        return said(f"That is {changed}", refers_back=True)
    if pattern("kind_i_want").match(changed):
        return said(f"That is {changed}")
    if changed == "yours":
        return bring_to(changed)
    if pattern("needs_alone").match(changed):
        return (Seek(asked.targets(changed), (Side.POSTING,)),)
    if written := pattern("in_posting").match(changed):
        if written["that"] is None:
            return (Seek(asked.targets(written["what"]), (Side.POSTING,), quiet=True),)
        says = frame("written", written["that"])
        return (Seek(asked.targets(written["that"]), (Side.POSTING,), says),)
    if there := pattern("said_there").match(changed):
        return (Seek(asked.targets(there["what"]), (Side.POSTING,)),)
    if quoted := _QUOTED.match(changed):
        return framed("read_back", quoted["what"])
    return (
        ()
        if is_empty(changed) or _ONE_ALONE.match(changed) or _plans_alone(asked, changed)
        else None
    )


def _is_of_writer(asked: Asked, text: str) -> bool:
    """Tell whether what is tied to is the writer's: "the hospital line at" a former employer."""
    if "your" in words_of(text) or asked.names_company(text):
        return False
    at = r"\b(?:at|with|for) (?:the )?"
    return any(re.search(at + re.escape(name) + r"\b", text) for name in asked.context.names)


def _say_beside(phrase: str) -> tuple[Say, ...]:
    """Return a sentence that sets what was told before beside something of the employer's.

    A mission matters for that, as much would be done for people, and to work it is brought.
    """
    upheld = {head_noun(phrase)} & word_list("upheld")
    if upheld and not is_gerund_phrase(phrase):
        named = _close_apposition(phrase)
        return framed("cared", named, matter="matter" if is_plural(phrase) else "matters")
    persons = word_list("persons") | word_list("customers") | word_list("kin")
    head = head_noun(phrase)
    if (
        is_plural(head)
        and not is_gerund_phrase(phrase)
        and {head.removesuffix("s"), head.replace("ies", "y")} & persons
    ):
        return framed("done_for", phrase)
    return bring_to(phrase)


def _close_apposition(phrase: str) -> str:
    """Return a phrase with a comma after an apposition: "your mission, every child heard,"."""
    named, comma, beside = phrase.partition(", ")
    return f"{named}, {beside}," if comma and not _LISTED.search(beside) else phrase


def _plans_alone(asked: Asked, changed: str) -> bool:
    """Tell whether words only refer to plans: "what you plan", "your plan to introduce both"."""
    named = "|".join(map(re.escape, asked.context.company_names)) or "you"
    who = rf"(?:you|the (?:job|role|position|post|work)|{named})"
    return bool(re.match(rf"(?:what {who} (?:\w+ ){{0,2}}\w+|.* both)$", changed))


def lacks_owner(phrase: str) -> bool:
    """Tell whether a noun phrase of the employer's side lacks the word that says whose it is."""
    words = words_of(phrase)
    first, _, rest = phrase.partition(" ")
    acronym = first.isupper() and rest[:1].islower()
    names = phrase[:1].isupper() and not acronym and not uncapital(phrase)[:1].islower()
    return (
        bool(words)
        and not names
        and "'" not in words[0]
        and words[0]
        not in (word_list("determiners") | word_list("subordinators") | {"you", "your"})
        and not is_gerund_phrase(phrase)
        and not pattern("thing_they_use").match(phrase)
    )


def bring_to(phrase: str) -> tuple[Say, ...]:
    """Return acts that bring what was told before to something of the employer's."""
    return framed("brought_to_deed" if is_gerund_phrase(phrase) else "brought", phrase)


def as_statement(phrase: str) -> str:
    """Return a noun phrase of the employer's as a statement, "" if it makes none.

    "Your need for …" becomes "You need …".
    """
    for head, states, kind in _head_patterns():
        found = head.match(phrase)
        if not found:
            continue
        rest = found["rest"]
        named = found.groupdict().get("n")
        named_said = states.replace("{n}", named or "")
        if kind == "base":
            words = words_of(rest)
            if is_gerund_phrase(rest):
                return f"{named_said} {to_base(rest)}"
            if is_base(words[0]) and " of " not in phrase[: found.start("rest")]:
                return f"{named_said} {rest}"
            continue
        verb = words_of(rest)[0]
        does = kind == "gerund" and is_base(verb) and not is_noun_too(verb)
        doing = to_gerund(rest) if does else None
        return f"{named_said} {doing or rest}"
    return ""


@cache
def _split_patterns() -> tuple[re.Pattern[str], ...]:
    """Return the patterns for the place where two tied things part, compiled for the first tie."""
    return tuple(map(regex, _SPLITS))


@cache
def _head_patterns() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    """Return the nouns that make a statement, compiled for the first tie."""
    begins = rf"^your {_ADJECTIVES}"
    return tuple(
        (regex(rf"{begins}{head}\b (?:{links})\s+(?P<rest>.+)$", re.IGNORECASE), said, kind)
        for head, links, said, kind in rows("stated")
    )


def share_creed(asked: Asked, mine: str, other: str) -> tuple[Act, ...]:
    """Return acts that say that values meet: "my values" and "their mission"; else ()."""
    words = words_of(mine)
    if not words or words[-1] not in word_list("creeds") or len(words) > 3:
        return ()
    theirs = asked.mine(other)
    own = re.sub(r"^(?:my )?(?:own |personal )?", "my own ", asked.mine(mine))
    return framed("matched", theirs, match="match" if is_plural(theirs) else "matches", own=own)
