"""Acts for an instruction's object, whatever the instruction was."""

import re

from msgspec.structs import replace

from lapel.letter.english.clauses import is_clause
from lapel.letter.english.forms import is_gerund, is_past, is_plural, words_of
from lapel.letter.english.vocabulary import either, feelings, pattern, word_list
from lapel.letter.points.cutting.tails import PROVES, prepared_for, split_off_last
from lapel.letter.points.frames import framed
from lapel.letter.points.model import Act, Part, Say, Seek, Side, Silence, Unsayable
from lapel.letter.points.saying.applying import tell_applied
from lapel.letter.points.saying.asking import Asked, is_empty, seek
from lapel.letter.points.saying.beside import add_beside, only_denies, what_it_is
from lapel.letter.points.saying.clauses import say_clause, say_gerund
from lapel.letter.points.saying.explaining import (
    AND_HOW,
    add_asked,
    explain_too,
    explain_with_beside,
)
from lapel.letter.points.saying.feeling import names_feeling_alone, say_feeling
from lapel.letter.points.saying.halves import say_subjectless
from lapel.letter.points.saying.listing import say_listed_facts
from lapel.letter.points.saying.naming import strip_container, tell_of
from lapel.letter.points.saying.placed import seek_in_both
from lapel.letter.points.saying.proving import (
    AS_SHOWN,
    PROVED_BY,
    SHOWN_BY,
    seek_once,
    show_feeling_beside,
    tell_by_proof,
)
from lapel.letter.points.saying.reasons import explain_turn, names_company
from lapel.letter.points.saying.stating import state_fact
from lapel.letter.points.saying.tying import (
    FIT,
    quotes_them,
    share_creed,
    split_tie,
    tell_company_side,
)
from lapel.letter.points.sentences import said, without_determiner
from lapel.text.common import is_noun
from lapel.text.regexes import regex

_BOTH = regex(r" both$")
_QUOTED = regex(r"^[\"“](?P<said>[^\"“”]+)[\"”][.!]?$")
_FACTS = regex(r"^(?P<one>[^()]+?) \((?P<value>[^()]+)\),? and (?P<other>[^()]+)$")
_HAVING = frozenset(("have", "got", "hold", "with", "has"))
_TWO = regex(r"^(?P<one>[^,()]+) and (?P<other>[^,()]+)$")
_ONCE = regex(rf"^(?:the|that|one) (?:{either('occasions')}) (?!(?:is|was|are|were|has)\b)")
_FEELING = regex(rf"^(?:my |your |the |a |\w+ )?(?:{'|'.join(feelings())}) (?:for|to|in|about)\b")
_AND_MINE = regex(r"^(?P<doing>[^,;]+?),? and (?P<thing>(?:my|your) (?:[\w-]+ ){0,3}[\w-]+)$")
_JOINT = regex(r",? and |, ")
_CONJUNCT = regex(
    r"(?:,? and |, )(?=(?:that (?:I|you|we|my|your|they|their|the|he|she|it|an?|no)|where (?:I|you)"
    r"|(?:in|at|for|with) (?:which|what))\b)"
)
"""The place where a clause follows a list: "the role, and that I …"."""
_WITH_WHICH = regex(r"^(?:in|at|for|with) (?:which|what) ")
_DETERMINED = ("the ", "my ", "our ", "a ", "an ")
_AND_MORE = regex(r"^(?P<felt>[\w ]+?) and (?P<more>.+)$")
_AND_WONDERING = regex(r",? and (?=(?:how|why|what)\b)")


def read_object(asked: Asked, text: str) -> tuple[Act, ...]:
    """Return the acts that an object asks for."""
    held = strip_container(text.strip(" ,;:"))
    if once := seek_once(asked, text, held):
        return once
    text = held
    words = words_of(text)
    if not words:
        return ()
    if (read := _quoted(text) or _of_parts(asked, text)) is not None:
        return read
    if words[0] in word_list("asking"):
        return explain_with_beside(asked, text)
    if asked.shows and _ONCE.match(text):
        return tell_of(asked, text)
    how = AND_HOW.search(text)
    if how and (is_clause(text) or words[0] == "that"):
        return add_asked(asked, text[: how.start()], text[how.end() :])
    if (
        _FEELING.match(text)
        and not _AND_WONDERING.search(text)
        and (felt := say_feeling(asked, text)) is not None
    ):
        return show_feeling_beside(asked, felt)
    parted = _AND_WONDERING.split(text, maxsplit=1)
    apart = len(parted) == 2
    says = is_clause(parted[0]) if apart else is_clause(text)
    if says or (words[0] in ("that", "because") and len(words) > 2):
        return add_beside(asked, say_clause(asked, text))
    if apart:
        first = read_object(replace(asked, asides=()), parted[0])
        return explain_too(first, asked, parted[1])
    return _read_phrase(asked, text)


def _applied(asked: Asked, text: str) -> tuple[Act, ...] | None:
    """Return the acts for the position or present workplace and what is beside it, or None."""
    if applied := tell_applied(asked, text):
        return add_beside(asked, applied)
    alone = replace(asked, asides=())
    for joint in _JOINT.finditer(text):
        if _is_in_position(asked, text, joint.start()):
            continue
        before, behind = text[: joint.start()], _WITH_WHICH.sub("", text[joint.end() :])
        behind = behind.removeprefix("then ")
        if applied := tell_applied(asked, before):
            return (*applied, *read_object(asked, behind))
        if applied := tell_applied(asked, behind):
            return (*read_object(alone, before), *add_beside(asked, applied))
    return None


def _is_in_position(asked: Asked, text: str, place: int) -> bool:
    """Tell whether a place of a text lies inside the position's name: "Taxation and Assessment"."""
    position = asked.context.position.casefold()
    start = text.casefold().find(position) if position else -1
    return 0 <= start < place < start + len(position)


def _conjoined(asked: Asked, text: str) -> tuple[Act, ...] | None:
    """Return the acts of each part of a list that a clause follows, or None.

    "My years in claims, and that I …" is such a list; a text that begins with "that" or "how" is
    none. A feeling for a place is kept with what the writer did there.
    """
    joint = _CONJUNCT.search(text)
    first = text[: joint.start()] if joint else ""
    if (
        joint
        and joint.group() == ", "
        and text.startswith("where ", joint.end())
        and _FEELING.match(text)
    ):
        return None
    goes_on = word_list("asking") | ({"because"} if asked.shows else {"that", "because"})
    if joint is None or words_of(first)[0] in goes_on:
        return None
    return _both(asked, first, _WITH_WHICH.sub("", text[joint.end() :]))


def _added(asked: Asked, text: str) -> tuple[Act, ...] | None:
    """Return the acts of a thing and another: "my ticket, plus the kayakers we picked up"."""
    first, plus, more = text.partition(", plus ")
    if not plus or "," in first or is_clause(first) or not more.startswith(_DETERMINED):
        return None
    return _both(asked, first, more)


def _doing_and_thing(asked: Asked, text: str) -> tuple[Act, ...] | None:
    """Return the acts of an activity and a thing: "planning 600 dives a year and my AAUS card"."""
    found = _AND_MINE.match(text)
    if found is None or not is_gerund(words_of(text)[0]):
        return None
    return _both(asked, found["doing"], found["thing"])


def _thing_and_time(asked: Asked, text: str) -> tuple[Act, ...] | None:
    """Return the acts of a thing and of time elsewhere: "the bundles and my years at the court"."""
    found = pattern("and_time").match(text)
    return _both(asked, found["thing"], found["time"]) if found else None


def _both(asked: Asked, first: str, last: str) -> tuple[Act, ...]:
    """Return the acts of two objects; words beside them belong to the last."""
    return (*read_object(replace(asked, asides=()), first), *read_object(asked, last))


def _of_parts(asked: Asked, text: str) -> tuple[Act, ...] | None:
    """Return the acts of several things, or of one that only names the application; else None."""
    readers = (
        seek_in_both,
        _with_theirs,
        _tailed,
        _felt_too,
        _applied,
        _conjoined,
        _added,
        _doing_and_thing,
        _thing_and_time,
    )
    return next((read for reader in readers if (read := reader(asked, text)) is not None), None)


def _quoted(text: str) -> tuple[Act, ...]:
    quoted = _QUOTED.match(text)
    return said(quoted["said"], own=True) if quoted else ()


def _felt_too(asked: Asked, text: str) -> tuple[Act, ...] | None:
    """Return the acts of a clause and of the separate noun phrase after it."""
    apart = pattern("felt_too").match(text)
    if apart is None or not (words_of(text)[0] in ("that", "how", "why") or is_clause(text)):
        return None
    return (*read_object(asked, apart["said"]), *read_object(asked, apart["felt"]))


def _with_theirs(asked: Asked, text: str) -> tuple[Act, ...] | None:
    """Return the acts of an object and of what it is for, or meets, of the company's, or None."""
    if prepared := prepared_for(text):
        own, coming = prepared
        return (*read_object(asked, own), Seek(asked.targets(coming), (Side.POSTING,)))
    meets = pattern("meets").search(text) if asked.shows or not is_clause(text) else None
    theirs = asked.to_company(meets["theirs"]) if meets else ""
    if meets and (pattern("what_is_theirs").match(theirs) or asked.names_company(theirs)):
        mine = read_object(asked, text[: meets.start()])
        return (*mine, *tell_company_side(replace(asked, asides=()), theirs))
    return None


def _tailed(asked: Asked, text: str) -> tuple[Act, ...] | None:
    """Return the acts of an object and of its last part, None if it has none.

    A stance or strength is shown by the words after "through".
    """
    proof = PROVED_BY.match(text) if asked.shows else None
    if proof and is_clause(proof["claim"].removeprefix("that ")):
        alone = read_object(replace(asked, asides=()), proof["claim"])
        return tell_by_proof(asked, proof["claim"], alone, read_object(asked, proof["by"]))
    shown = SHOWN_BY.search(text) if asked.shows else None
    proved = AS_SHOWN.search(text)
    if proved and not is_clause(text[: proved.start()].removeprefix("that ")):
        before, shows = text[: proved.start()], seek(asked, proved["by"], sides=(Side.PROFILE,))
        planned = pattern("plan").match(before)
        return (shows, Unsayable(before, "only you can say it") if planned else Silence(before))
    if proved:
        claim, by = text[: proved.start()], seek(asked, proved["by"], sides=(Side.PROFILE,))
        return tell_by_proof(asked, claim, read_object(asked, claim), (by,))
    if named := pattern("what_namely").match(text):
        is_so = named["is"] if not is_clause(named["is"]) else f"that {named['is']}"
        return said(asked.mine(f"{named['what']} is {is_so}"))
    if shown and {*words_of(text[: shown.start()])} & word_list("shown_stances"):
        return (seek(asked, shown["by"], sides=(Side.PROFILE,)),)
    tailed = split_off_last(text)
    if tailed is None:
        return None
    acts = read_object(asked, tailed.object) if tailed.object else ()
    if tailed.sought:
        own = replace(asked.context, part=Part.BODY)  # what shows it is the writer's
        told = read_object(replace(asked, asides=(), context=own), tailed.sought)
        acts = tell_by_proof(asked, tailed.object, acts, told)
    if tailed.silent:
        acts = (*acts, Silence(tailed.silent))
    return (*acts, *said(asked.mine(tailed.said), refers_back=True)) if tailed.said else acts


def _read_phrase(asked: Asked, text: str) -> tuple[Act, ...]:
    """Return the acts that a phrase without a verb asks for."""
    if (thanks := pattern("thanks_and").match(text)) is not None:
        return (*framed("thanks_alone"), *read_object(asked, thanks["more"]))
    if asked.asides and names_feeling_alone(text) and (beside := add_beside(asked, ())):
        return beside
    if (felt := say_feeling(asked, text)) is not None:
        joined = _AND_MORE.match(text)
        more = (
            read_object(asked, joined["more"])
            if joined and names_feeling_alone(joined["felt"])
            else ()
        )
        return (*felt, *more) if more else show_feeling_beside(asked, felt)
    if (tied := _tie_nouns(asked, text)) is not None:
        return tied
    if said_so := _why_here(asked, text) or _what_not(asked, text):
        return said_so
    if (facts := _two_facts(asked, text)) is not None:
        return facts
    if (told := explain_turn(asked, text)) is not None:
        return told
    told = _lacking(asked, text) or say_listed_facts(asked, text) or say_subjectless(asked, text)
    if told is not None:
        return add_beside(asked, told)
    if (told := state_fact(asked, text)) is not None:
        return told if _holds(told, asked.asides) else add_beside(asked, told)
    return _named(asked, text)


def _named(asked: Asked, text: str) -> tuple[Act, ...]:
    """Return the acts for something only named, or denied without a statement."""
    if held := pattern("not_held").match(text):
        more = read_object(replace(asked, asides=()), held["more"]) if held["more"] else ()
        return (*said(f"I am {asked.mine(held['not'])}"), *more)
    if only_denies(text):
        return (Unsayable(text, "it does not say what is not so"),)
    told = say_gerund(asked, text)
    return add_beside(asked, told if told is not None else tell_of(asked, text), text)


def _lacking(asked: Asked, text: str) -> tuple[Act, ...]:
    """Return the lack that the writer admits, said: "the lack of transmission line experience"."""
    lack = pattern("lack").match(text)
    return said(f"I have no {asked.mine(lack['what'])}") if lack else ()


def _two_facts(asked: Asked, text: str) -> tuple[Act, ...] | None:
    """Return two facts with values in brackets: "salary ($85k) and availability (June)"."""
    found = _FACTS.match(text)
    if found is None:
        held = _TWO.match(text)
        words = words_of(held["one"]) if held else ()
        papers = words and words[-1] in word_list("held") and words[0] not in _HAVING
        alone = replace(asked, asides=())
        first = state_fact(alone, held["one"]) if held else None
        second = state_fact(alone, held["other"]) if held and first else None
        if held and first and (papers or second):
            return (*first, *(second or read_object(asked, held["other"])))
        return None
    one = state_fact(replace(asked, asides=(found["value"],)), found["one"])
    return None if one is None else (*one, *read_object(asked, found["other"]))


def _why_here(asked: Asked, text: str) -> tuple[Act, ...]:
    """Return the acts for a reason to apply that has "why Etsy" beside it."""
    beside = re.match(r"why (?P<here>.+)$", asked.asides[0]) if asked.asides else None
    if beside is None or not names_company(asked, asked.mine(beside["here"])):
        return ()
    mine = asked.mine(text)
    return framed("drawn_alone", mine, **{"is": "are" if is_plural(mine) else "is"})


def _what_not(asked: Asked, text: str) -> tuple[Act, ...]:
    """Return a sentence on what something is not, if the words beside it say so."""
    what = what_it_is(asked, text, asked.aside) if asked.aside.startswith("not ") else None
    return (what,) if what else ()


def _holds(acts: tuple[Act, ...], asides: tuple[str, ...]) -> bool:
    """Tell whether a sentence already says the words beside its piece."""
    sentences = [act.otherwise if isinstance(act, Seek) else act for act in acts]
    texts = " ".join(v for one in sentences if isinstance(one, Say) for v in one.variants)
    known = set(words_of(texts))
    return all(set(words_of(aside)) <= known | {"from", "the", "a"} for aside in asides)


def tie(asked: Asked, text: str) -> tuple[Act, ...] | None:
    """Return the acts that tie two things, first the writer's side; None for a single thing."""
    purpose = PROVES.search(text)
    shown = (Silence(purpose.group().strip(" ,")),) if purpose else ()
    text = text[: purpose.start()] if purpose else text
    if text.startswith("together "):
        return (*read_object(asked, text.removeprefix("together ")), *shown)
    if pairs := pattern("pairs").match(text):
        return tuple(act for pair in pairs.groups() for act in tie(asked, pair) or ())
    sides = split_tie(text.removeprefix("in "), asked.context.company_names)
    if sides is None:
        return (*read_object(asked, text), *shown) if purpose else None
    mine, other = sides
    if _is_companys(mine) and not _is_companys(other):
        mine, other = other, mine
    if (named := pattern("work_on_both").match(mine)) and _BOTH.search(other):
        other = _BOTH.sub(f" {named['both']}", other)
    if pattern("their_count").match(other) and (several := _several_in(mine)):
        other = f"{other} {several}"
    alone = replace(asked, asides=())
    if shared := share_creed(asked, mine, other):
        return shared
    if _FEELING.match(other) and (felt := say_feeling(alone, other)):
        return (*_writers_side(asked, mine), *felt, *shown)
    theirs, own = tell_company_side(alone, other), _writers_side(asked, mine)
    if quotes_them(other):
        return (*theirs, *own, *shown)
    return (*own, *theirs, *shown)


def _several_in(text: str) -> str:
    """Return the last several that a text names: "crews" of "the way I lead our crews"."""
    several = (word for word in reversed(words_of(text)) if is_noun(word) and is_plural(word))
    return next(several, "")


def _tie_nouns(asked: Asked, text: str) -> tuple[Act, ...] | None:
    """Return the acts of a tie named by a noun: "the overlap between X and Y"."""
    if found := pattern("tie_noun").match(text):
        return tie(asked, found["both"])
    if found := pattern("alignment").match(text):
        if set(words_of(found["theirs"])) & word_list("creeds"):
            return share_creed(asked, "my values", found["theirs"])
        return (Seek((), (Side.PROFILE,)), *tell_company_side(asked, found["theirs"]))
    if found := re.match(FIT, text) or pattern("relevant").match(text):
        return (*_writers_side(asked, found["mine"]), *tell_company_side(asked, found["theirs"]))
    return None


def _is_companys(text: str) -> bool:
    return bool(re.match(r"(?i)(?:their|they|the (?:role|company|position|job))\b", text))


def _writers_side(asked: Asked, text: str) -> tuple[Act, ...]:
    if is_empty(without_determiner(text)):
        return (Unsayable(text, "it names nothing to tell of"),)
    if is_past(words_of(text)[0]) and not is_clause(text):
        return (seek(asked, asked.mine(text), sides=(Side.PROFILE, Side.CONNECTION)),)
    acts = read_object(asked, text)
    if len(acts) == 1 and isinstance(acts[0], Say) and not is_clause(text):
        sides = (Side.PROFILE, Side.CONNECTION)
        return (Seek(asked.targets(without_determiner(text)), sides, acts[0]),)
    return tuple(_of_the_writer(act) if isinstance(act, Seek) else act for act in acts)


def _of_the_writer(act: Seek) -> Seek:
    """Return the search without the company's side: the thing is the writer's own."""
    if Side.POSTING not in act.sides or Side.PROFILE not in act.sides:
        return act
    sides = tuple(side for side in act.sides if side is not Side.POSTING)
    return replace(act, sides=sides, otherwise=None)
