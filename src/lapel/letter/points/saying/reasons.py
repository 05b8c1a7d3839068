"""Reasons: why the writer wants, left or chose something, with the reason that the note gives."""

import re
from itertools import pairwise

from msgspec.structs import replace

from lapel.letter.english.antecedents import takes_up
from lapel.letter.english.clauses import ANYBODY, is_clause
from lapel.letter.english.forms import is_gerund, is_past, is_plural, is_third, words_of
from lapel.letter.english.vocabulary import longest_first, pattern, word_list
from lapel.letter.english.words import begun_small, capital
from lapel.letter.points.frames import framed
from lapel.letter.points.model import Act, Say, Seek, Side, Silence, Unsayable
from lapel.letter.points.saying.asking import Asked, seek
from lapel.letter.points.saying.clauses import say_clause
from lapel.letter.points.saying.halves import say_wish
from lapel.letter.points.sentences import joined, said, uncapital, with_article, without_determiner
from lapel.text.common import is_adjective, is_counted, is_noun
from lapel.text.numbers import NUMERALS, YEAR
from lapel.text.plurals import join_and
from lapel.text.regexes import regex

NO_REASON = "the reason is not in the note"
_OPINION = regex(r"I (?:think|believe|suspect|feel|reckon|guess)\b")
"""What the writer thinks, whose reason is asked for: "why I think that most of them stayed"."""
_LONGEST_JOINED_WORDS = 32
_INVERTED = regex(r"^(are|were|did|do|have) (you|I) (?=\w)", re.IGNORECASE)
_BECAUSE = regex(r"^(?:because|since|as)\s+(?!of\b)", re.IGNORECASE)
_DRAWS = regex(r"\b(?:excites|interests|attracts|appeals to|draws|inspires|motivates) me\b")
_IT = regex(r"^(?:because )?it (?P<rest>(?:was|is|has|had|made|gave|taught|saved)\b.+)$")
_NOW = regex(r"^(?:(?:but|and) )?(?:now|today|ready to|time to) (?=\w)")
_DATED = regex(rf"\b(?:in|from|between|during|since) (?:\w+ )?{YEAR}\b.*$")
_FRONTED = regex(
    r"^(?:after|at|with|since|in|despite|following|from) [^,;:]+?,? (?P<main>(?:I|my) .+)$"
)
"""A time or circumstance before the thing to explain: "after 15 years of driving I want …"."""
_GIVEN = regex(r"\b(?:because|since|as|having|after \w+ing)\b")
"""The start of a reason, in what is of value: "appeals to me after working for a chain"."""
_POINTS = regex(r"(?:it|that|this)(?:['’]s| is| was| has)\b")
"""The start of a reason that points at the turn itself: "it's what I do more and more"."""
_REASON = regex(r"^(?:the |my )?reasons? (?:for|behind|of) ", re.IGNORECASE)
_OF_THINGS = regex(r"of (?:the|our|all|its|\d[\d,]*)\b(?! (?:career|job|field|scene)\b)")
"""A change of things, not of a life: "the move of the archive into new rooms"."""
_DURING = regex(r"^(?:when|during which|in which|because|as) I ", re.IGNORECASE)
_LASTING = frozenset(("years", "months", "seasons", "winters"))
_WISHES = frozenset(("want", "would", "need", "miss", "am", "feel", "i", "we"))
_MOVES = frozenset(("move", "switch", "change", "transition", "shift", "pivot", "jump", "step"))


def explain_why(asked: Asked, rest: str) -> tuple[Act, ...]:
    """Return the answer to a "why": a reasoned clause, the strongest deeds, or the connection."""
    asked, rest = _split_reason_behind(asked, _INVERTED.sub(r"\2 \1 ", rest))
    first = rest.split(maxsplit=1)[0].casefold() if rest else ""
    if first in word_list("turning"):
        rest = f"I am {rest}"
    if not rest or suits(rest):
        beside = tuple(t for aside in asked.asides for t in asked.targets(aside))
        return (Seek(beside, (Side.PROFILE,)),)
    if not asked.asides and (matters := pattern("matters").match(rest)):
        return _say_mattering(asked, matters)
    mine = asked.mine(rest)
    if not asked.asides and _OPINION.match(mine) and "because" not in mine:
        return (Unsayable(f"why {mine}", NO_REASON),)
    if not asked.asides and (valued := _say_value(asked, mine)):
        return valued
    fronted = _FRONTED.match(mine)
    stands = is_clause(fronted["main"] if fronted else mine) or mine.startswith("I ")
    if stands or _has_verb(words_of(mine)[:5]):
        return _say_why_clause(asked, mine)
    if names_company(asked, mine):
        return _say_why_company(asked)
    if named := _IT.match(asked.aside):
        return said(f"{mine} {named['rest']}")
    if reasons := _say_asides(asked):
        return (Silence(f"why {mine}"), *reasons)
    topic = Seek(asked.targets(rest), (Side.CONNECTION,))
    return (topic, *(seek(asked, aside) for aside in asked.asides))


def _split_reason_behind(asked: Asked, rest: str) -> tuple[Asked, str]:
    """Return what a "why" names and the words beside it, where its reason follows after a comma.

    "why independent hotels, tired of brand standards" names the hotels, the rest stands beside.
    """
    topic, _, reason = rest.partition(", ")
    apart = reason and not (asked.asides or "(" in topic or reason.startswith(("and ", "but ")))
    following = (*words_of(reason), "", "")[1]
    if apart and reason.startswith("they ") and takes_up(f"{topic}, ", following):
        reason = f"{words_of(topic)[-1]} {reason.removeprefix('they ')}"
    told = apart and all(isinstance(act, Say) for act in say_wish(asked, reason) or (None,))
    return (replace(asked, asides=(reason,)), topic) if told else (asked, rest)


def _say_value(asked: Asked, mine: str) -> tuple[Act, ...]:
    """Return acts for a "why" that only names what is of value to the writer, () for others.

    "A cooperative matters to me" says nothing without a reason; of the employer itself it may be
    said why.
    """
    valued = pattern("valued").match(mine)
    if valued is None or names_company(asked, valued["what"]):
        return ()
    given = _GIVEN.search(mine)
    return _say_why_clause(asked, mine) if given else (Unsayable(f"why {mine}", NO_REASON),)


def _say_mattering(asked: Asked, matters: re.Match[str]) -> tuple[Act, ...]:
    """Return acts that say what of the company's something told before matters for.

    Why it matters to others is not in the note; where the note only says that it does, the earlier
    words tell it.
    """
    rest = asked.mine(matters["rest"].strip())
    if "your" in words_of(rest):
        verb = matters["verb"] if matters["verb"].startswith("mattered") else "matters"
        return said(f"That {verb} {rest}", refers_back=True)
    return (Unsayable(f"why {matters.group()}", NO_REASON),) if rest else ()


def explain_turn(asked: Asked, text: str) -> tuple[Act, ...] | None:
    """Return a turn of a life with its reason; None without one.

    "The gap in 2021 (cared for my mother)" has one.
    """
    if asked.asides and re.match(r"[Ff]rom \D+ to ", text):
        return framed("moving", f"f{text[1:]}: {asked.mine(asked.asides[0])}")
    text = _REASON.sub("", text)
    asked, text = _split_reason(asked, text)
    found = pattern("turn").match(asked.mine(text))
    rest = (found["rest"] or "").strip() if found else ""
    if found is None or found["turn"].casefold() not in word_list("turns"):
        return None
    moves = found["turn"].casefold() in _MOVES and rest.startswith("from ")
    if _OF_THINGS.match(rest) or (moves and asked.names_skill(rest)):
        return None
    reasons = _say_asides(asked)
    if dated := _add_date(reasons, rest):
        return dated
    if reasons and not (moves and _POINTS.match(asked.aside)):
        return reasons
    if moves:
        because = f": {asked.mine(asked.asides[0])}" if asked.asides else ""
        return framed("moving", f"{rest}{because}")
    if found["turn"].casefold() == "relocation" and rest.startswith("to "):
        return framed("relocating", rest)
    if found["turn"].casefold() == "break" and rest.startswith("from "):
        return framed("paused", rest)
    if asked.asides and (was := _say_was(asked, text)):
        return was
    return (Unsayable(text, NO_REASON),)


def _add_date(reasons: tuple[Act, ...], rest: str) -> tuple[Act, ...]:
    """Return what a turn was for with the turn's time, () where there is none to add."""
    first, dated = reasons[0] if reasons else None, _DATED.search(rest)
    if not (dated and isinstance(first, Say)) or re.search(r"\d{4}", first.variants[0]):
        return ()
    told = (_put_time(variant.rstrip("."), dated.group()) for variant in first.variants)
    return (*said(*told), *reasons[1:])


def _put_time(told: str, dated: str) -> str:
    """Return what was done with its time behind it, or before several deeds and where they began.

    "From 2024, I looked after my mother until March, and studied" has it before them.
    """
    began = f"from {dated[6:]}" if dated.startswith("since ") else dated
    several = any(mark in told for mark in (", ", "; "))
    return f"{capital(began)}, {told}" if began != dated or several else f"{told} {dated}"


def _split_reason(asked: Asked, text: str) -> tuple[Asked, str]:
    """Return a turn and the words beside it, if deeds follow or it has only dates.

    "Gap in 2020, raised twins".
    """
    if text.startswith("from ") and _DATED.fullmatch(text):
        text = f"gap {text}"
    turn, comma, reason = text.partition(", ")
    reason = _DURING.sub("", reason)
    begun = comma and not asked.asides and _is_bare_deed(reason)
    if begun and pattern("turn").match(asked.mine(turn)):
        text, asked = turn, replace(asked, asides=(reason,))
    if asked.asides and all(map(_is_bare_deed, parts := asked.asides[0].split(", "))):
        asked = replace(asked, asides=(join_and(parts), *asked.asides[1:]))
    return asked, text


def _is_bare_deed(text: str) -> bool:
    """Tell whether words are a deed that only lacks its subject: "raised twins"."""
    first, following, *_ = (*words_of(text), "", "")
    first = following if first.endswith("ly") else first
    return is_past(first) or first in ("did", "had", "was", "went")


def _say_was(asked: Asked, turn: str) -> tuple[Act, ...]:
    """Return acts on what a turn was: "the stint at Corbin (seasonal)", "gap: knee surgery"."""
    what = asked.mine(asked.asides[0])
    if not what or is_clause(what) or what[:1].isdigit():
        return ()
    counted = what if is_plural(what) or not is_counted(what.split()[-1]) else with_article(what)
    return said(f"My {uncapital(without_determiner(asked.mine(turn)))} was {counted}")


def suits(text: str) -> bool:
    """Tell whether a clause says that the writer suits: "you are a great fit"."""
    words = " ".join(words_of(text))
    ending = pattern("suits").sub("", words)
    return ending != words and any(
        ending == fit or ending.startswith(fit + " ") for fit in longest_first("fit")
    )


def names_company(asked: Asked, text: str) -> bool:
    """Tell whether a noun phrase names the employer or the opening and nothing more."""
    named = word_list("opening") | word_list("company_alone")
    known = named.union(words_of(asked.context.company))
    return all(word in known for word in words_of(text))


def _say_asides(asked: Asked) -> tuple[Act, ...]:
    """Return the words beside the piece as sentences, () if none of them is one."""
    told = (act for aside in asked.asides for act in _say_aside(asked, _BECAUSE.sub("", aside)))
    return joined(
        [act.otherwise if isinstance(act, Seek) and act.otherwise else act for act in told]
    )


def _say_aside(asked: Asked, aside: str) -> tuple[Act, ...]:
    """Return a wish or sentence beside the piece, with the time after which it came."""
    long, comma, then = aside.partition(", ")
    n, unit, *_ = (*words_of(long.removeprefix("after ")), "", "")
    counted = (n.isdigit() or n in NUMERALS) and unit in _LASTING
    then = _NOW.sub("", then)
    after = comma and counted and {*words_of(then)[:1]} & _WISHES
    told = say_wish(asked, then if after else aside) or ()
    if not (after and told and isinstance(told[0], Say)):
        return told
    wish = begun_small(told[0].variants[0].rstrip("."))
    return (*framed("after", wish, long=long.removeprefix("after ")), *told[1:])


def _say_why_company(asked: Asked) -> tuple[Act, ...]:
    reasons = [(_BECAUSE.sub("", a), bool(_BECAUSE.match(a))) for a in asked.asides]
    acts: list[Act] = []
    for reason, given in reasons:
        mine = asked.mine(reason)
        is_own = mine.startswith(("I ", "I'", "I’", "my ", "My "))
        if is_clause(mine) and (given or not is_own):
            at = f" to {asked.context.company}" if asked.context.company else ""
            acts += framed("applying_because", uncapital(mine), to=at)
        elif told := say_wish(asked, reason):
            acts += told
        elif "," in mine:
            acts += framed("drawn_list", mine)
        elif mine:
            acts += framed("drawn_alone", mine, **{"is": "are" if is_plural(mine) else "is"})
    company = (asked.context.company,) if asked.context.company else ()
    return tuple(acts) or (Seek(company, (Side.CONNECTION, Side.POSTING)),)


def _say_why_clause(asked: Asked, mine: str) -> tuple[Act, ...]:
    """Return a clause and its reason in one sentence if that is short, else in two."""
    if "because" in mine:
        return say_clause(asked.changed(), mine)
    reasons = _say_asides(asked)
    causes = [_add_article(act.variants[0].rstrip(".")) for act in reasons if isinstance(act, Say)]
    if not reasons and asked.asides:
        causes = [_word_cause(asked, aside) for aside in asked.asides[:1]]
    if len(causes) == 1:
        typed_small = asked.aside[:1].islower()
        begun = begun_small(causes[0]) if typed_small else uncapital(causes[0])
        cause = causes[0] if causes[0].startswith(("of ", "I ", "I'", "I’")) else begun
        listed = cause.startswith("of ") and ", " in cause
        whole = f"{mine}: {cause[3:]}" if listed else f"{mine} because {cause}"
        if len(whole.split()) <= _LONGEST_JOINED_WORDS and (made := said(whole)):
            return made
    if not reasons and _wants_only_company(asked, mine):
        return _say_why_company(asked)
    if reasons and pattern("delicate").search(mine):
        return reasons
    if pattern("delicate").search(mine):
        return (Unsayable(f"why {mine}", NO_REASON),)
    if not reasons:
        wishes = said(mine) if pattern("wish_for_work").match(mine) else ()
        return (*wishes, Unsayable(f"why {mine}", NO_REASON))
    return (*said(mine), *reasons)


def _has_verb(words: tuple[str, ...]) -> bool:
    """Tell whether a verb follows the first word, not a plural as in "two jobs in one year"."""
    counting = word_list("determiners") | NUMERALS.keys()
    return any(
        is_third(word) and before not in counting and not is_adjective(before)
        for before, word in pairwise(words)
    )


def _wants_only_company(asked: Asked, mine: str) -> bool:
    """Tell whether a clause only says that the writer wants this employer."""
    if drawn := _DRAWS.search(mine):
        return names_company(asked, mine[: drawn.start()])
    wanted = pattern("wanted").match(mine)
    return wanted is not None and names_company(asked, wanted["what"])


def _add_article(cause: str) -> str:
    """Add the missing article to a cause in telegram style: "yard laid us off"."""
    words = words_of(cause)
    known = word_list("determiners") | word_list("company_nouns") - {"company", "school", "plant"}
    alone = ANYBODY | {"i", "i'm", "i've", "we", "it", "everything", "nothing", "something"}
    bare = words[0] not in known | alone and "'" not in words[0]
    follows = len(words) > 1 and (is_past(words[1]) or words[1] in ("is", "was", "has"))
    return f"the {uncapital(cause)[:1].lower()}{cause[1:]}" if bare and follows else cause


def _word_cause(asked: Asked, aside: str) -> str:
    """Return a reason that is no sentence of the writer's: "company closed", "husband's job"."""
    mine = asked.mine(_BECAUSE.sub("", aside))
    words = words_of(mine)
    own = "i" in words[:6] and words[0] in ("after", "when", "once", "now", "at", "by")
    own_kin = pattern("kin_did").match(mine)
    if (
        own
        or is_clause(mine)
        or (own_kin and is_past(own_kin["did"]))
        or (words[:1] == ("the",) and is_past(words[-1]))
    ):
        return mine
    felt = words[:1] and (is_adjective(words[0]) or (is_past(words[0]) and not is_noun(words[0])))
    if len(words) == 1 and felt:
        return f"I am {mine}"
    does = len(words) > 2 and is_noun(words[0]) and words[0] not in NUMERALS and is_third(words[1])
    if len(words) > 1 and (is_past(words[1]) or does) and not is_past(words[0]):
        kin = words[0] in word_list("kin")
        return f"{'my' if kin else 'the'} {mine}"
    if len(words) == 2 and is_gerund(words[1]):
        return f"the {words[0]} is {words[1]}"
    if words and words[0].removesuffix("'s") in word_list("kin"):
        return f"of my {mine}"
    return f"of {mine}"
