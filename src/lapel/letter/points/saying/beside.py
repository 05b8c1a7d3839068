"""Words beside a piece, in brackets or after a colon or dash: said, or told with the piece."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from lapel.letter.english.clauses import is_clause, is_first_person
from lapel.letter.english.forms import (
    head_noun,
    is_gerund,
    is_gerund_phrase,
    is_past,
    is_plural,
    verb_form,
    words_of,
)
from lapel.letter.english.vocabulary import pattern, word_list
from lapel.letter.points.cutting.pieces import without_tail
from lapel.letter.points.frames import framed
from lapel.letter.points.model import Act, Say, Seek, Side, Silence, Unsayable
from lapel.letter.points.saying.asking import Asked, seek
from lapel.letter.points.saying.clauses import say_clause
from lapel.letter.points.saying.halves import SOMEBODY, say_wish
from lapel.letter.points.saying.listing import say_listed_facts
from lapel.letter.points.saying.stating import state_fact
from lapel.letter.points.saying.wondering import ONLY_YOU, explain
from lapel.letter.points.sentences import said, say, with_article, without_determiner
from lapel.text.common import is_small
from lapel.text.numbers import NUMERALS
from lapel.text.regexes import regex
from lapel.text.verbs import Form, forms_of

_FIGURE = regex(r"^(?:[~+£$€-]*\d|zero\b|no\b|[a-z]+ \d+$)", re.IGNORECASE)
_COUNTS = regex(r"(?:from )?[~£$€]?\d")
_LONGEST_ASIDE_WORDS = 14
_THE_ONE = regex(r"^(?:the|that|my) (?P<which>.+?) (?:one|story|bullet|case)$", re.IGNORECASE)
"""Words that single out one of several things: "(the refill one)"."""
_THEM = regex(r"^(?P<did>[a-z]+ed) them\b")
"""People whom a label names: "contractors (rented them their tools)"."""
_TIMES = frozenset(("year", "month", "week", "summer", "winter", "season", "time", "break"))
_DONE_COUNT = regex(rf"^[a-z]+ (?:\d[\d,]*|{'|'.join(NUMERALS)})$")
_APART = regex(r", (?:and )?")
_THING = ("the ", "that ", "my ")
_SENTENCES = regex(r", (?=(?:I|I['’]\w+|it|they|we|he|she|that['’]s|it['’]s|there) \w)(?!that\b)")
_RECORDS = frozenset(("record", "records", "results", "numbers", "figures", "stats", "history"))


_ASKS = regex(
    r"(?:have|has|had|do|does|did|am|are|is|was|were|can|could|will|would) (?:I|you|we|they)\b",
    re.IGNORECASE,
)
"""A question, which states nothing: "have you captioned, or only reported?"."""
_TERMS = regex(r"I(?: can| could| would| will| need| live| speak| have| hold| am available)\b")
_OF = frozenset(("of", "in", "on", "at", "with"))
_DENIED = regex(r"I (?:(?:have|had) )?(?:never|not|haven['’]t|didn['’]t|don['’]t|do not)\b")
"""Denials, before which no deed is told."""


def add_beside(asked: Asked, acts: tuple[Act, ...], text: str = "") -> tuple[Act, ...]:
    """Return the acts with the words beside ``text``: reasons are said, things told of."""
    asked = replace(
        asked, asides=tuple(_put_label_for_one(text, one, asked) for one in asked.asides)
    )
    if answer := _say_answer(asked, text) or _say_counted(asked, text):
        return answer
    found = list(acts)
    if any(isinstance(act, Unsayable) and act.text.endswith(asked.asides) for act in acts):
        return acts
    for aside in (part for one in asked.asides for part in _split_aside(without_tail(one))):
        if _ASKS.match(aside):
            found.append(Unsayable(aside, ONLY_YOU))
        else:
            found = _add_one_aside(asked, found, aside, text)
    return tuple(found)


def _put_label_for_one(label: str, aside: str, asked: Asked) -> str:
    """Put the label's thing in place of "one": "forklift – never drove one"."""
    never = pattern("never_one").match(aside)
    if never is None or not asked.headed or not label or is_clause(label):
        return aside
    thing = without_determiner(label)
    one = thing if is_plural(label) else with_article(thing)
    what = one if never["one"] == "one" else f"the {thing}"
    return f"{never['did']} {what}{never['rest']}"


def _add_one_aside(asked: Asked, found: list[Act], aside: str, text: str) -> list[Act]:
    """Return the acts with one more part of the words beside their piece."""
    before, last = found[:-1], found[-1] if found else None
    figures = all(_FIGURE.match(part) for part in aside.split(", "))
    if last is not None and (is_it := what_it_is(asked, text, aside)):
        return [*before, replace(last, otherwise=is_it) if isinstance(last, Seek) else is_it]
    if pattern("theirs").match(aside):
        return [*found, *said(f"That is {asked.mine(aside)}", refers_back=True)]
    if isinstance(last, Seek) and len(last.targets) == 1 and is_plural(last.targets[0]):
        aside = _THEM.sub(rf"\g<did> {last.targets[0]}", aside)
    if isinstance(last, Say) and (
        told_so := _say_alike(asked, last, aside)
        or _show_by_aside(asked, last, aside, figures=figures)
    ):
        return [*before, *told_so]
    told = None if figures and isinstance(last, Seek) else _tell_beside(asked, aside)
    if told is not None:
        return [*_tell_label(asked, found, told, text), *told]
    if isinstance(last, Seek) and only_denies(aside):
        return [*found, Unsayable(aside, "it does not say what is not so")]
    fits = pattern("fits").match(aside)
    if isinstance(last, Say) and (fits or aside.casefold().startswith(_THING)):
        what = fits["what"] if fits else aside
        told_of = seek(asked, what, sides=(Side.PROFILE, Side.CONNECTION))
        shown = asked.shows and not (fits or last.own)
        claim = Silence(last.variants[0])
        return [*before, claim, replace(told_of, otherwise=last)] if shown else [*found, told_of]
    if isinstance(last, Seek) and Side.POSTING not in last.sides[:1]:
        return [*before, _add_to_search(asked, last, aside, text, figures=figures)]
    if isinstance(last, Say) and not last.own and len(aside.split()) <= _LONGEST_ASIDE_WORDS:
        listed = ", " in aside and asked.headed and not any(map(is_clause, aside.split(", ")))
        deeds = [replace(seek(asked, aside, sides=(Side.PROFILE,)), quiet=True)] if listed else []
        return [*before, _add_in_brackets(asked, last, aside), *deeds]
    sought = asked.targets(aside)
    return [*found, seek(asked, aside)] if sought else found


def _is_shown(last: Say, aside: str) -> bool:
    """Tell whether brackets name what shows the claim before them.

    "I am used to nights (four winters of seal pups)" has such; terms do not: "I can start in May
    (two weeks of notice)".
    """
    words = words_of(aside)
    habit = _TERMS.match(last.variants[0]) is None and last.variants[0].startswith("I ")
    return habit and not last.own and len(words) > 2 and words[0] in NUMERALS and words[2] in _OF


def _add_in_brackets(asked: Asked, last: Say, aside: str) -> Say:
    """Return a sentence with the words beside it added in brackets."""
    beside_it = f" ({asked.mine(aside)})."
    return replace(last, variants=tuple(one.rstrip(".") + beside_it for one in last.variants))


def _show_by_aside(asked: Asked, last: Say, aside: str, *, figures: bool) -> tuple[Act, ...]:
    """Return a claim with the deed that shows it, or a search for an ability that figures show.

    "Show that I teach (21 of 24)" has such figures.
    """
    if _is_shown(last, aside):
        return (last, replace(seek(asked, aside, sides=(Side.PROFILE,)), quiet=True))
    claim = last.variants[0].removeprefix("I ").rstrip(".")
    if not (figures and asked.shows and last.variants[0].startswith("I ")):
        return ()
    held = _add_in_brackets(asked, last, aside)
    return (Seek((*asked.targets(claim), aside), (Side.PROFILE,), held),)


def _tell_label(asked: Asked, found: list[Act], told: tuple[Act, ...], text: str) -> list[Act]:
    """Return a label's thing, told before the words beside it only if a deed surely tells of it."""
    last = found[-1] if len(found) == 1 else None
    if not (told and asked.headed and isinstance(last, Seek)):
        return found
    doing = is_gerund(words_of(text)[0]) if words_of(text) else False  # "Working together: how I …"
    if not (_is_topic(last, told) or (doing and all(isinstance(act, Seek) for act in told))):
        return found
    denied = any(isinstance(act, Say) and _DENIED.match(act.variants[0]) for act in told[:1])
    return (
        [] if denied or _is_practical(text) else [replace(last, sides=(Side.PROFILE,), quiet=True)]
    )


def _say_alike(asked: Asked, last: Say, aside: str) -> tuple[Say, ...]:
    """Return a sentence on the company with the same said of the writer: "…; so am I"."""
    alike = pattern("so_do_i").match(aside)
    if alike is None:
        return ()
    apart = alike["more"] is not None and is_clause(alike["more"])
    so = alike["so"] if apart else asked.mine(aside)
    told_so = replace(last, variants=tuple(f"{v.rstrip('.')}; {so}." for v in last.variants))
    return (told_so, *(said(asked.mine(alike["more"])) if apart else ()))


def _say_answer(asked: Asked, label: str) -> tuple[Act, ...]:
    """Return the answer that half a clause gives to a label, () if the words have a verb.

    "Canning: never done", "training volunteers: haven't formally".
    """
    half = pattern("half").match(asked.asides[0]) if len(asked.asides) == 1 and label else None
    if half is None or not _is_doing(label) or forms_of((*words_of(half["rest"]), "")[0]):
        return ()
    never = half["aux"].casefold() == "never"
    aux = "have never" if never else half["aux"]
    form = Form.PARTICIPLE if never or "have" in aux else Form.BASE
    verb, *object = label.split()
    done = verb_form(verb_form(verb.casefold(), Form.BASE), form)
    return say_clause(asked, " ".join(["I", aux, done, *object, half["rest"]]))


def _say_counted(asked: Asked, label: str) -> tuple[Act, ...]:
    """Return how many of a label's things were done: "grants: wrote 4, got 3"; () for others."""
    deeds = [_DONE_COUNT.match(part) for part in _APART.split(", ".join(asked.asides))]
    if not (asked.headed and label and is_plural(label)) or not all(deeds):
        return ()
    first, *rest = [deed.group() for deed in deeds if deed]
    if not is_past(first.split()[0]):
        return ()
    return said(f"I {' and '.join([f'{first} {label}', *rest])}")


def _split_aside(aside: str) -> Iterator[str]:
    """Yield the parts of the words beside a piece: sentences, and things listed with "the"."""
    parts = _APART.split(aside)
    if all(part.casefold().startswith(_THING) and not is_clause(part) for part in parts):
        yield from parts if len(parts) > 1 else [aside]
        return
    figure, comma, rest = aside.partition(", ")
    if comma and _COUNTS.match(figure) and is_clause(rest) and not is_clause(figure):
        yield from (figure, *_split_aside(rest))
        return
    first, *more = _SENTENCES.split(aside)
    if is_clause(first) or not all(is_clause(part) for part in more):
        yield aside
        return
    yield first
    if more:
        yield "; ".join(more)


def what_it_is(asked: Asked, head: str, aside: str) -> Say | None:
    """Return a sentence on what something is: "honest prices – my whole reputation"; else None."""
    if not asked.headed or not head:
        return None
    if denied := pattern("not_but").match(aside):
        return _say_denied(asked, head, denied)
    if not pattern("all_of_mine").match(aside) or is_plural(aside):
        return None
    be = "are" if is_plural(head) else "is"
    return say(f"{asked.mine(head)} {be} {asked.mine(aside)}")


def only_denies(text: str) -> bool:
    """Tell whether a text only says what is not so: "not by portions", "nothing until May"."""
    first, second, *_ = (*words_of(text), "", "")
    if first == "nothing" and second in ("until", "before", "unless"):
        return True
    goes_on = second in ("just", "only", "merely", "having", "being") or " but " in text
    return first == "not" and not goes_on


def _say_denied(asked: Asked, head: str, denied: re.Match[str]) -> Say | None:
    """Return what something is not, and is: "the years at home – not a gap, the best training"."""
    if is_clause(head) or denied["no"].endswith(SOMEBODY):
        return None
    named = head_noun(head)
    lasted = named.removesuffix("s") in _TIMES
    several = is_plural(named) and not is_gerund(words_of(head)[0])
    be = ("were" if lasted else "are") if several else "was" if lasted else "is"
    is_it = f"{denied['no']} but {denied['yes']}" if denied["yes"] else denied["no"]
    return say(f"{asked.mine(head)} {be} {asked.mine(is_it)}")


def _is_doing(label: str) -> bool:
    """Tell whether a label names an activity: "canning", "training volunteers"."""
    words = words_of(label)
    return is_gerund_phrase(label) or (is_gerund(words[0]) and is_plural(words[-1]))


def _tell_beside(asked: Asked, aside: str) -> tuple[Act, ...] | None:
    """Return the words beside a piece as sentences; None where they only name things."""
    alone = replace(asked, asides=())
    if aside.endswith("?"):
        return framed("wondered", asked.mine(aside.rstrip("?")))
    if aside.casefold().startswith(("how ", "why ")):
        return explain(alone, aside)
    facts = None if is_first_person(aside) else say_listed_facts(alone, aside)
    return facts or say_wish(asked, aside) or state_fact(alone, aside)


def _add_to_search(asked: Asked, sought: Seek, aside: str, text: str, *, figures: bool) -> Seek:
    """Return the search with the words beside its piece added."""
    if (one := _THE_ONE.match(aside)) and sought.targets:
        return replace(sought, targets=(one["which"],))
    recorded = words_of(text)[-1:] and words_of(text)[-1] in _RECORDS
    if recorded and not any(map(str.isdigit, aside)) and (none := asked.targets(aside)):
        return replace(sought, targets=none)
    wondered = words_of(aside)[:1] and words_of(aside)[0] in word_list("asking")
    beside = () if (figures and sought.targets) or wondered else asked.targets(aside)
    targets = tuple(dict.fromkeys((*sought.targets, *beside)))
    specifics = (*sought.specifics, *beside) if sought.targets else ()
    return replace(sought, targets=targets, specifics=specifics)


def _is_topic(act: Act | None, told: tuple[Act, ...]) -> bool:
    """Tell whether a thing named is told by the words beside it, none of which refers to it."""
    if not isinstance(act, Seek) or act.otherwise is not None or Side.POSTING in act.sides:
        return False
    sentences = [one.otherwise if isinstance(one, Seek) else one for one in told]
    texts = [v for one in sentences if isinstance(one, Say) for v in one.variants]
    back = {"that's", "it's"}
    return bool(texts) and not any(
        {"it", "that", "them"} & set(words_of(v)[1:]) or back & set(words_of(v)) for v in texts
    )


def _is_practical(label: str) -> bool:
    """Tell whether a label names a matter of terms, which no deed tells: "salary", "start"."""
    words = {word for word in words_of(label) if not is_small(word)}
    practical = {*words_of(label)} & (
        word_list("bare_terms") | word_list("pay") | word_list("practical")
    )
    counts = any(word[0].isdigit() for word in words)
    return not counts and len(words) <= 2 * len(practical) > 0
