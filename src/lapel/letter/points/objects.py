"""What an instruction's object asks to be said, whatever the instruction was."""

import re
from dataclasses import replace

from lapel.letter.points.asking import Asked, is_empty, seek
from lapel.letter.points.clauses import say_clause, say_gerund, say_subjectless, say_wish
from lapel.letter.points.feeling import is_unfelt, say_feeling
from lapel.letter.points.frames import framed
from lapel.letter.points.grammar import (
    is_clause,
    is_first_person,
    is_gerund,
    is_gerund_phrase,
    is_past,
    is_plural,
    verb_form,
    words_of,
)
from lapel.letter.points.model import Act, Say, Seek, Side, Unsayable
from lapel.letter.points.naming import contained, figures_said, tell_of
from lapel.letter.points.pieces import without_tail
from lapel.letter.points.reasons import explain_turn, names_company
from lapel.letter.points.sentences import joined, said, without_determiner
from lapel.letter.points.stating import state_fact
from lapel.letter.points.tying import company_side, split_tie
from lapel.letter.points.vocabulary import either, feelings, word_list
from lapel.letter.points.wondering import WONDERING, explain
from lapel.text.verbs import Form, forms_of

_QUOTED = re.compile(r"^[\"“](?P<said>[^\"“”]+)[\"”][.!]?$")
_FACTS = re.compile(r"^(?P<one>[^()]+?) \((?P<value>[^()]+)\),? and (?P<other>[^()]+)$")
_THANKS_AND = re.compile(
    r"^(?:my )?(?:thanks|a thank[ -]you|thank[ -]you) and (?P<more>.+)$", re.IGNORECASE
)
_WHEN = re.compile(r"\b(?:when|where) $", re.IGNORECASE)
_SPOKEN = re.compile(r"(?:I|you|we|he|she)\b")
_HAVING = frozenset(("have", "got", "hold", "with", "has"))
_TWO = re.compile(r"^(?P<one>[^,()]+) and (?P<other>[^,()]+)$")
_FIGURE = re.compile(r"^(?:[~+£$€-]*\d|zero\b|no\b|[a-z]+ \d+$)", re.IGNORECASE)
_LISTED = re.compile(r"[,;] (?!and\b|but\b|or\b)")
_LONGEST_ASIDE_WORDS = 14
_THE_ONE = re.compile(r"^(?:the|that|my) (?P<which>.+?) (?:one|story|bullet|case)$", re.IGNORECASE)
"""Which of several things is meant: "(the refill one)"."""
_ONCE = re.compile(rf"^(?:the|that|one) (?:{either('occasions')}) (?!(?:is|was|are|were|has)\b)")
_SO_DO_I = re.compile(
    r"^(?P<so>so (?:am|do|did|have|had|was|can|would) I)(?:[,;] (?:and )?(?P<more>.+))?$",
    re.IGNORECASE,
)
"""What says of the writer what was said of the company."""
_ALL_OF_MINE = re.compile(
    r"^my (?:whole|entire|only|best|worst|favou?rite|first|real|main|own|greatest|biggest|true) "
    r"(?:[\w'’-]+ ?){1,3}$"
)
_RECORDS = frozenset(("record", "records", "results", "numbers", "figures", "stats", "history"))
_HALF = re.compile(
    r"^(?P<aux>(?:have|had|did|do|can|could|would)(?:n['’]t| not)?|never)\b,? ?(?P<rest>.*)$",
    re.IGNORECASE,
)
_AND_HOW = re.compile(r",? and (?=(?:how|why) )")
_PURPOSE = re.compile(
    r" (?:in order )?to (?:show|demonstrate|prove|illustrate|highlight|convey|establish) "
    r"(?P<shown>.+)$"
)
_FEELING = re.compile(
    rf"^(?:my |your |the |a |\w+ )?(?:{'|'.join(feelings())}) (?:for|to|in|about)\b"
)
_AND_MORE = re.compile(r"^(?P<felt>[\w ]+?) and (?P<more>.+)$")
_AND_WONDERING = re.compile(r",? and (?=(?:how|why|what)\b)")
_TIE_NOUN = re.compile(
    r"^(?:the |a |my |your |this |strong |clear |direct )*(?:connection|link|parallel|overlap|fit|"
    r"alignment|match|similarit(?:y|ies)|relevance)s? (?:of |between )(?P<both>.+)$",
    re.IGNORECASE,
)
_ALIGNMENT = re.compile(
    r"^(?:the |a |my |your |strong |clear |personal )*(?:alignment|fit|match|overlap)"
    r" (?:with|for|to) (?P<theirs>.+)$",
    re.IGNORECASE,
)
_RELEVANT = re.compile(
    r"^(?P<mine>.+?) (?:(?:that (?:is|are) )?(?:relevant|related|applicable|similar)|"
    r"and (?:its|their) (?:direct )?(?:applicability|relevance|application|usefulness|value)) to "
    r"(?P<theirs>.+)$"
)


def read_object(asked: Asked, text: str) -> tuple[Act, ...]:
    """The acts that an object asks for."""
    held = contained(text.strip(" ,;:"))
    if asked.shows and _WHEN.search(text[: len(text) - len(held)]) and not _SPOKEN.match(held):
        return (seek(asked, held),)
    text = held
    words = words_of(text)
    if not words:
        return ()
    quoted = _QUOTED.match(text)
    if quoted and (made := said(quoted["said"], own=True)):
        return made
    if words[0] in WONDERING:
        return _explained(asked, text)
    if asked.shows and _ONCE.match(text):
        return tell_of(asked, text)
    told_how = _AND_HOW.search(text)
    if told_how and (is_clause(text) or words[0] == "that"):
        told = say_clause(asked, text[: told_how.start()])
        return (*told, *explain(asked, text[told_how.end() :]))
    if (
        _FEELING.match(text)
        and not _AND_WONDERING.search(text)
        and (felt := say_feeling(asked, text)) is not None
    ):
        return with_beside(asked, felt)
    if is_clause(text) or (words[0] in ("that", "because") and len(words) > 2):
        return with_beside(asked, say_clause(asked, text))
    parted = _AND_WONDERING.split(text, maxsplit=1)
    if len(parted) == 2:
        first = read_object(replace(asked, asides=()), parted[0])
        return _and_explained(first, asked, parted[1])
    return _read_phrase(asked, text)


def _read_phrase(asked: Asked, text: str) -> tuple[Act, ...]:
    """The acts that a phrase without a verb of its own asks for."""
    if (thanks := _THANKS_AND.match(text)) is not None:
        return (*framed("thanks_alone"), *read_object(asked, thanks["more"]))
    if asked.asides and is_unfelt(text) and (beside := with_beside(asked, ())):
        return beside
    if (felt := say_feeling(asked, text)) is not None:
        joined = _AND_MORE.match(text)
        more = read_object(asked, joined["more"]) if joined and is_unfelt(joined["felt"]) else ()
        return (*felt, *more) if more else with_beside(asked, felt)
    if (tied := tie_nouns(asked, text)) is not None:
        return tied
    if why := _why_here(asked, text):
        return why
    if (facts := _two_facts(asked, text)) is not None:
        return facts
    if (told := explain_turn(asked, text)) is not None:
        return told
    told = listed_facts(asked, text) or say_subjectless(asked, text)
    if told is not None:
        return with_beside(asked, told)
    if (told := state_fact(asked, text)) is not None:
        return told if _holds(told, asked.asides) else with_beside(asked, told)
    told = say_gerund(asked, text)
    return with_beside(asked, told if told is not None else tell_of(asked, text), text)


def _two_facts(asked: Asked, text: str) -> tuple[Act, ...] | None:
    """Two facts with their values in brackets: "salary ($85k) and availability (June)"."""
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


def listed_facts(asked: Asked, text: str) -> tuple[Act, ...] | None:
    """Facts in a list, each a sentence: "native French, work permit applied for"."""
    parts = _LISTED.split(text)
    if len(parts) == 1:
        return None
    alone = replace(asked, asides=())
    firsts = [(*words_of(part), "", "") for part in parts]
    contrasts = any(w[0] == "not" and w[1] not in word_list("stances") for w in firsts[1:])
    if contrasts or all(is_past(words[0]) for words in firsts):
        return None
    told = [_fact(alone, part, first=part is parts[0]) for part in parts]
    halves = [p for p, acts in zip(parts[1:], told[1:], strict=True) if acts and _is_half(p)]
    if not told[0] or not (all(told) or halves):
        return None
    unsaid = ((Unsayable(part, "this is no sentence"),) for part in parts)
    return joined([act for acts, left in zip(told, unsaid, strict=True) for act in acts or left])


def _is_half(part: str) -> bool:
    return words_of(part)[0] in word_list("halves")


def _fact(asked: Asked, part: str, *, first: bool) -> tuple[Act, ...] | None:
    """What one part of a list states by itself; None where it only names something."""
    words = words_of(part)
    if is_clause(part):
        return say_clause(asked, part)
    if not first and len(words) > 1 and words[0].endswith("ing") and part[:1].islower():
        return said(f"I am {asked.mine(part)}")
    going_on = say_gerund(asked, part) or ()
    told = state_fact(asked, part) or say_subjectless(asked, part)
    return told or (going_on if all(isinstance(act, Say) for act in going_on) else None)


def _is_topic(act: Act | None, told: tuple[Act, ...]) -> bool:
    """Whether what was named only heads what is told beside it, and nothing points back to it."""
    if not isinstance(act, Seek) or act.otherwise is not None or Side.POSTING in act.sides:
        return False
    sentences = [one.otherwise if isinstance(one, Seek) else one for one in told]
    texts = [v for one in sentences if isinstance(one, Say) for v in one.variants]
    back = {"that's", "it's"}
    return bool(texts) and not any(
        {"it", "that", "them"} & set(words_of(v)[1:]) or back & set(words_of(v)) for v in texts
    )


def _is_practical(label: str) -> bool:
    """Whether a label names a matter of terms, of which no deed tells: "salary", "start"."""
    words = set(words_of(label))
    return not any(word[0].isdigit() for word in words) and bool(
        words & (word_list("bare_terms") | word_list("pay") | word_list("practical"))
    )


def _why_here(asked: Asked, text: str) -> tuple[Act, ...]:
    """What is why the writer applies, where "why Etsy" stands beside it."""
    beside = re.match(r"why (?P<here>.+)$", asked.asides[0]) if asked.asides else None
    if beside is None or not names_company(asked, asked.mine(beside["here"])):
        return ()
    mine = asked.mine(text)
    return framed("drawn_alone", mine, **{"is": "are" if is_plural(mine) else "is"})


def _holds(acts: tuple[Act, ...], asides: tuple[str, ...]) -> bool:
    """Whether a sentence holds already what stood beside its piece."""
    sentences = [act.otherwise if isinstance(act, Seek) else act for act in acts]
    texts = " ".join(v for one in sentences if isinstance(one, Say) for v in one.variants)
    known = set(words_of(texts))
    return all(set(words_of(aside)) <= known | {"from", "the", "a"} for aside in asides)


def tie(asked: Asked, text: str) -> tuple[Act, ...] | None:
    """What brings two things together: the writer's side told, then the employer's; None where
    the text names only one.
    """
    purpose = _PURPOSE.search(text)
    shown = read_object(asked, purpose["shown"]) if purpose else ()
    text = text[: purpose.start()] if purpose else text
    if text.startswith("together "):
        return (*read_object(asked, text.removeprefix("together ")), *shown)
    sides = split_tie(text.removeprefix("in "))
    if sides is None:
        return (*read_object(asked, text), *shown) if purpose else None
    mine, other = sides
    if _is_companys(mine) and not _is_companys(other):
        mine, other = other, mine
    alone = replace(asked, asides=())
    if shared := _share_creed(asked, mine, other):
        return shared
    if _FEELING.match(other) and (felt := say_feeling(alone, other)):
        return (*_writers_side(asked, mine), *felt, *shown)
    return (*_writers_side(asked, mine), *company_side(alone, other), *shown)


def _share_creed(asked: Asked, mine: str, other: str) -> tuple[Act, ...]:
    """Values that meet: "my values" and "their mission"; () where the writer's side is none."""
    words = words_of(mine)
    if not words or words[-1] not in word_list("creeds") or len(words) > 3:
        return ()
    theirs = asked.mine(other)
    own = re.sub(r"^(?:my )?(?:own |personal )?", "my own ", asked.mine(mine))
    return framed("matched", theirs, match="match" if is_plural(theirs) else "matches", own=own)


def tie_nouns(asked: Asked, text: str) -> tuple[Act, ...] | None:
    """A tie named by a noun: "the overlap between X and Y", "experience relevant to Y"."""
    if found := _TIE_NOUN.match(text):
        return tie(asked, found["both"])
    if found := _ALIGNMENT.match(text):
        if set(words_of(found["theirs"])) & word_list("creeds"):
            return _share_creed(asked, "my values", found["theirs"])
        return (Seek((), (Side.PROFILE,)), *company_side(asked, found["theirs"]))
    if found := _RELEVANT.match(text):
        return (*_writers_side(asked, found["mine"]), *company_side(asked, found["theirs"]))
    return None


def _is_companys(text: str) -> bool:
    return bool(re.match(r"(?i)(?:their|they|the (?:role|company|position|job))\b", text))


def _writers_side(asked: Asked, text: str) -> tuple[Act, ...]:
    if is_empty(without_determiner(text)):
        return (Unsayable(text, "it names nothing to tell of"),)
    acts = read_object(asked, text)
    if len(acts) == 1 and isinstance(acts[0], Say) and not is_clause(text):
        sides = (Side.PROFILE, Side.CONNECTION)
        return (Seek(asked.targets(without_determiner(text)), sides, acts[0]),)
    return acts


def _explained(asked: Asked, text: str) -> tuple[Act, ...]:
    """One explanation, or several joined by "and": "how I build teams and how I hire"."""
    parts = re.split(r",? and (?=(?:how|why|what|when)\b)", text)
    if asked.asides and all(part.startswith("why ") for part in parts):
        parts = parts[-1:]
    last = len(parts) - 1
    acts: list[Act] = []
    for number, part in enumerate(parts):
        acts += explain(asked if number == last else replace(asked, asides=()), part)
    return tuple(acts)


def _and_explained(first: tuple[Act, ...], asked: Asked, text: str) -> tuple[Act, ...]:
    """What was named, and an explanation that goes on from it; of a personal connection both
    are looked for together.
    """
    if len(first) == 1 and isinstance(first[0], Seek) and first[0].sides == (Side.CONNECTION,):
        told = asked.targets(text.partition(" ")[2])
        return (replace(first[0], targets=(*first[0].targets, *told)),)
    return (*first, *explain(asked, text))


def with_beside(asked: Asked, acts: tuple[Act, ...], text: str = "") -> tuple[Act, ...]:
    """The acts with what stood beside the piece: reasons are said, things told of with it."""
    found = list(acts)
    if answer := _answered(asked, text):
        return answer
    for aside in map(without_tail, asked.asides):
        last = found[-1] if found else None
        if last is not None and (is_it := _is_it(asked, text, aside)):
            found[-1] = replace(last, otherwise=is_it) if isinstance(last, Seek) else is_it
            continue
        figures = all(_FIGURE.match(part) for part in aside.split(", "))
        told = None if figures and isinstance(last, Seek) else _told_beside(asked, aside)
        if told and len(found) == 1 and isinstance(last, Seek) and _is_topic(last, told):
            quiet = replace(last, sides=(Side.PROFILE,), quiet=True)
            found = ([] if _is_practical(text) else [quiet]) if asked.headed else found
        alike = _SO_DO_I.match(aside)
        if alike and isinstance(last, Say):
            apart = alike["more"] is not None and is_clause(alike["more"])
            so = alike["so"] if apart else asked.mine(aside)
            told_so = tuple(f"{v.rstrip('.')}; {so}." for v in last.variants)
            found[-1] = replace(last, variants=told_so)
            found += said(asked.mine(alike["more"])) if apart else ()
        elif told is not None:
            found += told
        elif isinstance(last, Seek) and Side.POSTING not in last.sides[:1]:
            found[-1] = _sought_with(asked, last, aside, text, figures=figures)
        elif isinstance(last, Say) and not last.own and len(aside.split()) <= _LONGEST_ASIDE_WORDS:
            beside_it = f" ({asked.mine(aside)})."
            held = tuple(variant.rstrip(".") + beside_it for variant in last.variants)
            found[-1] = replace(last, variants=held)
        elif asked.targets(aside):
            found.append(seek(asked, aside, otherwise=figures_said(aside)))
    return tuple(found)


def _answered(asked: Asked, label: str) -> tuple[Act, ...]:
    """What a label asks, answered by half a clause beside it: "canning: never done", "training
    volunteers: haven't formally"; () where what stands beside it has a verb of its own.
    """
    half = _HALF.match(asked.asides[0]) if len(asked.asides) == 1 and label else None
    if half is None or not _is_doing(label) or forms_of((*words_of(half["rest"]), "")[0]):
        return ()
    never = half["aux"].casefold() == "never"
    aux = "have never" if never else half["aux"]
    form = Form.PARTICIPLE if never or "have" in aux else Form.BASE
    verb, *object = label.split()
    done = verb_form(verb_form(verb.casefold(), Form.BASE), form)
    return say_clause(asked, " ".join(["I", aux, done, *object, half["rest"]]))


def _is_it(asked: Asked, head: str, aside: str) -> Say | None:
    """What something is, where that stands beside it: "honest prices – my whole reputation"."""
    if not (asked.headed and head and _ALL_OF_MINE.match(aside)) or is_plural(aside):
        return None
    be = "are" if is_plural(head) else "is"
    return next(iter(said(f"{asked.mine(head)} {be} {asked.mine(aside)}")), None)


def _is_doing(label: str) -> bool:
    """Whether a label names what one does: "canning", "training volunteers"."""
    words = words_of(label)
    return is_gerund_phrase(label) or (is_gerund(words[0]) and is_plural(words[-1]))


def _told_beside(asked: Asked, aside: str) -> tuple[Act, ...] | None:
    """What stood beside a piece as sentences of its own; None where it only names things."""
    alone = replace(asked, asides=())
    if aside.casefold().startswith(("how ", "why ")):
        return explain(alone, aside)
    facts = None if is_first_person(aside) else listed_facts(alone, aside)
    return facts or say_wish(asked, aside) or state_fact(alone, aside)


def _sought_with(asked: Asked, sought: Seek, aside: str, text: str, *, figures: bool) -> Seek:
    """What is looked for with what stood beside it; figures are said where nothing is found."""
    if (one := _THE_ONE.match(aside)) and sought.targets:
        return replace(sought, targets=(one["which"],))
    named = asked.mine(text) if sought.targets else ""
    recorded = words_of(text)[-1:] and words_of(text)[-1] in _RECORDS
    if recorded and not any(map(str.isdigit, aside)) and (none := asked.targets(aside)):
        return replace(sought, targets=none, otherwise=figures_said(aside, of=named))
    wondered = words_of(aside)[:1] and words_of(aside)[0] in WONDERING
    beside = () if (figures and sought.targets) or wondered else asked.targets(aside)
    targets = tuple(dict.fromkeys((*sought.targets, *beside)))
    otherwise = sought.otherwise or figures_said(aside, of=named)
    return replace(sought, targets=targets, otherwise=otherwise)
