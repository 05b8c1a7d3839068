"""A letter point read as an instruction: tidied, cut into pieces, each piece turned into acts."""

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from lapel.job.words.placeholders import is_placeholder
from lapel.letter.english.antecedents import is_somebody, told_of_label, told_of_quote
from lapel.letter.english.clauses import is_clause
from lapel.letter.english.forms import is_base, words_of
from lapel.letter.english.persons import unresolved_pronoun
from lapel.letter.english.vocabulary import longest_first, pattern, word_list
from lapel.letter.english.words import begun_small, capital
from lapel.letter.points.bare import read_bare
from lapel.letter.points.completing import completed
from lapel.letter.points.context import Context
from lapel.letter.points.cutting.answered import state_answered_whether
from lapel.letter.points.cutting.directions import (
    instruct_by_own_answer,
    is_direction,
    split_withdrawn,
    without_directions,
)
from lapel.letter.points.cutting.labels import turn_labels
from lapel.letter.points.cutting.lessons import turn_lesson
from lapel.letter.points.cutting.parting import begins_without_i
from lapel.letter.points.cutting.pieces import AFTERTHOUGHT, ONLY_REFERS, Piece, split_pieces
from lapel.letter.points.cutting.remarks import Stretch, split_remarks
from lapel.letter.points.cutting.reminding import without_reminders
from lapel.letter.points.cutting.tidying import tidy
from lapel.letter.points.cutting.topics import denies_deed, turn_topic
from lapel.letter.points.cutting.undecided import read_kept_back
from lapel.letter.points.cutting.wishing import read_all_wishes, read_wishes, rewrite_refusal
from lapel.letter.points.frames import framed
from lapel.letter.points.instructed import read_instruction
from lapel.letter.points.instructing import take_instruction, without_leads
from lapel.letter.points.model import (
    Act,
    Part,
    Point,
    Say,
    Seek,
    Side,
    Silence,
    Unsayable,
    Wish,
    WishKind,
)
from lapel.letter.points.objects import read_object
from lapel.letter.points.persons import find_persons
from lapel.letter.points.prose import is_true_of_anybody
from lapel.letter.points.saying.applying import tell_applied
from lapel.letter.points.saying.asking import Asked
from lapel.letter.points.saying.feeling import says_why_applying
from lapel.letter.points.saying.halves import say_subjectless
from lapel.letter.points.saying.nothing import say_none
from lapel.letter.points.saying.questions import read_question
from lapel.letter.points.saying.reasons import NO_REASON
from lapel.letter.points.saying.requesting import names_ending, read_closing
from lapel.letter.points.sentences import dated, joined, said, with_article
from lapel.letter.style import LONGEST_WORDS
from lapel.text.common import is_plural
from lapel.text.regexes import regex
from lapel.text.sentences import split_sentences
from lapel.text.words import fold_text, word_count

_OPEN_QUOTE = regex(r"(?<![.!?])(?=[\"”]$)")
_INSTEAD = regex(r"\b(?:but|say|mention|instead|tell|rather)\b", re.IGNORECASE)
"""Words showing that something to say follows a refusal."""
_REACH = regex(r"(?:call|phone|ring|text|email|e-mail|reach|write to) me\b.*$", re.IGNORECASE)
_LISTED = regex(r",? and |[,;(]")
_HALVES = regex(r"; (?P<rest>[a-z]\w+ \w+[^;]*)")
_SO_HALF = regex(r", so (?=(?:know|can|have|am|want|would|need|could|understand|see)\b)")
_KEPT_OUT = (" out", " off", " short", " brief", " private")
_HEADING = regex(r"^[Nn]o (?P<of>\w+(?: \w+)?)! (?=\w+ \w+ \w)")
"""Words that only introduce the rest: "no gala!! their report says …"."""
_ONE_ALONE = regex(r"(?<=[a-z] )one(?=,|[.;]| (?:since|for|myself|and|too|as)\b|$)")
""""One" for the thing that a note begins with: "I've owned one since 2009"."""
_CLAIM_FIRST = regex(
    r"(?i)(?:show|prove|demonstrate)(?: them)? (?:that )?(?:I|we) can \w+(?: \w+){0,4}\. \w"
)
"""A claim in a sentence of its own, before what is to show it: "Show that I can teach. Mention
…".
"""
_SAYING = regex(r"[^\W_]{2}")


def read_point(text: str, context: Context) -> Point:
    """Return the acts a letter point asks for, in order; none for a placeholder.

    ``text`` is the body of a note without its paragraph's label. It is read as English.
    """
    tidied = state_answered_whether(_thanking(tidy(text, context), context))
    tidied = without_reminders(rewrite_refusal(told_of_quote(tidied)))
    if is_placeholder(text) or not _SAYING.search(tidied):
        return Point(())
    if (kept := read_kept_back(tidied)) is not None:
        return Point((kept,))
    wishes = read_all_wishes(tidied)
    avoids = any(wish.kind is WishKind.AVOID for wish in wishes)
    if wishes and not (avoids and any(_INSTEAD.search(wish.value) for wish in wishes)):
        return Point(_of_letter(wishes, context))
    tidied, unsaid = split_withdrawn(tidied)
    tidied, asked_oneself = instruct_by_own_answer(tidied)
    unsaid = f"{unsaid} {asked_oneself}".strip()
    if not tidied or all(map(is_direction, split_sentences(tidied))):
        return Point((Silence(f"{unsaid} {tidied}".strip()),))
    tidied = turn_labels(told_of_label(turn_lesson(without_directions(tidied))))
    tidied = turn_topic(_thing_apart(tidied))
    if (whole := _of_whole(tidied, context)) is not None:
        return whole
    tidied = _as_instruction(tidied, context)
    asked = Asked(context, find_persons(tidied, context))
    acts: list[Act] = [Silence(unsaid)] if unsaid else []
    named = asked.persons.named(tidied)
    asks = named != tidied or split_remarks(named)[0].text != named or AFTERTHOUGHT.search(named)
    if not asks and all(map(is_true_of_anybody, split_sentences(tidied))):
        return Point(tuple(act for one in split_sentences(tidied) for act in said(one, own=True)))
    opens = pattern("opens_on").match(named)
    if opens and opens["on"].split()[0] not in word_list("asking"):
        acts.append(Silence(opens.group().strip(" .:–")))
        named = _with_named(opens["on"], named[opens.end() :])
    if heading := _HEADING.match(named):
        acts.append(Silence(heading.group().strip(" !")))
        one = r"(?<=[a-z] )one(?= (?:and|but|so)\b|[,.;]|$)"  # the thing that the heading named
        named = re.sub(one, with_article(heading["of"]), named[heading.end() :])
    for stretch in split_remarks(named):
        acts += _read_stretch(asked, stretch)
    acts = _applied_once(_drawn_once(_contrasted(_with_reason(acts))), context)
    acts = _left_to_proof([_at_company(act, context) for act in acts], named)
    return Point(tuple(dict.fromkeys(acts)) or (Unsayable(tidied, "nothing in it can be said"),))


def _left_to_proof(acts: list[Act], text: str) -> list[Act]:
    """Return the acts; an ability that nothing shows is left to what the next sentence names."""
    claim, proof = (acts[0], acts[1]) if acts[1:] and _CLAIM_FIRST.match(text) else (None, None)
    if not isinstance(claim, Seek) or claim.sides != (Side.PROFILE,) or claim.otherwise:
        return acts
    if not isinstance(proof, Seek) or Side.PROFILE not in proof.sides:
        return acts
    return [replace(claim, quiet=True), *acts[1:]]


def _thanking(text: str, context: Context) -> str:
    """Turn the thanks typed after a text that ends a letter into an instruction."""
    closes = context.part is Part.CLOSING
    return pattern("thanks_behind").sub(". Thank them.", text) if closes else text


def _read_stretch(asked: Asked, stretch: Stretch) -> Iterator[Act]:
    """Yield the acts of a stretch; a remark on the company is said to it, whoever else is named."""
    if stretch.silent:
        yield Silence(stretch.text)
        return
    if stretch.of_company:
        theirs = find_persons(stretch.text, asked.context).change(stretch.text)
        yield from said(theirs, own=not stretch.refers_back, refers_back=stretch.refers_back)
        return
    told: list[Act] = []
    for piece in split_pieces(stretch.text):
        acts = _read_piece(replace(asked, asides=piece.asides, headed=piece.heads), piece)
        told += _against(acts) if piece.text.startswith("but ") else acts
    yield from _going_on(told)


def _going_on(acts: Iterable[Act]) -> list[Act]:
    """Return the acts, a short sentence that points at the one before it joined to that.

    "Started out in meters, have missed it since" is a single sentence.
    """
    kept: list[Act] = []
    for act in acts:
        points = isinstance(act, Say) and unresolved_pronoun(act.variants[0]) is not None
        both = joined([kept[-1], act]) if points and kept else ()
        kept = [*kept[:-1], *both] if len(both) == 1 else [*kept, act]
    return kept


def _at_company(act: Act, context: Context) -> Act:
    """Name the company for a "there" that refers to nothing before it: "I worked there"."""
    if isinstance(act, Seek) and act.otherwise:
        otherwise = _at_company(act.otherwise, context)
        return replace(act, otherwise=otherwise if isinstance(otherwise, Say) else act.otherwise)
    if not isinstance(act, Say) or act.refers_back or not context.company:
        return act
    found = unresolved_pronoun(act.variants[0])
    if found is None or found.group().casefold() != "there":
        return act
    first, *others = act.variants
    placed = f"{first[: found.start()]}at {context.company}{first[found.end() :]}"
    return replace(act, variants=(placed, *others))


def _against(acts: tuple[Act, ...]) -> tuple[Act, ...]:
    """Return the acts, the first sentence contrasted with the one before it."""
    first = acts[0] if acts else None
    if not isinstance(first, Say) or first.own:
        return acts
    return (*said(f"But {begun_small(first.variants[0])}"), *acts[1:])


def _with_named(topic: str, text: str) -> str:
    """Replace "they" or "one" by the thing a text begins with.

    "Open with the nineteen farmers – I like that they rebuilt each other's barns", "start with the
    Contessa. I've owned one".
    """
    if not is_plural(topic.rsplit(maxsplit=1)[-1]):
        text = _ONE_ALONE.sub(lambda _: with_article(topic), text, count=1)
    last = topic.rsplit(maxsplit=1)[-1].casefold()
    them = is_plural(last) and is_somebody(last)
    return re.sub(r"\bthey\b", f"the {topic}", text, count=1) if them else text


def _thing_apart(text: str) -> str:
    """Split a thing off the clause before it: "they are forgotten, and the handbook"."""
    asks = take_instruction(text)
    found = pattern("as_well" if asks else "and_thing").match(text)
    told = take_instruction(found["clause"]) if found and asks else None
    clause = told.object.removeprefix("that ") if told else found["clause"] if found else ""
    if found is None or not is_clause(clause) or is_clause(found["thing"]):
        return text
    return f"{found['clause']}. Show {found['thing']}"


def _as_instruction(text: str, context: Context) -> str:
    """Turn a list that begins with the position or workplace into an instruction.

    "Which job, where I am now, and that I miss the sea" is one.
    """
    first = _LISTED.split(text, maxsplit=1)[0].strip()
    asked = Asked(context, find_persons(text, context))
    names = first != text and tell_applied(asked, first) and not pattern("applies").match(first)
    return f"State {text[:1].lower()}{text[1:]}" if names else text


def _of_whole(tidied: str, context: Context) -> Point | None:
    """Return the point for a note known by its form: a deed taken back, a paper, a creed, or
    a deed of nobody.
    """
    if denies_deed(tidied):
        return Point((Unsayable(tidied, "what stands beside it says no"),))
    if (whose := pattern("whose").match(tidied)) and not is_clause(whose["does"]):
        return Point((Unsayable(tidied, "whether you or the company did it is not said"),))
    if paper := pattern("paper").match(tidied):
        then = f"; the {paper['what']} is {paper['when']}" if paper["what"] else ""
        return Point(said(f"I am {paper['how']} for the {paper['paper']}{then}"))
    if plan := pattern("first_days").match(tidied):
        does = find_persons(tidied, context).change(plan["do"])
        days = f"In my first {plan['days']} I would {does[:1].lower()}{does[1:]}"
        return Point(said(days)) if is_base(words_of(plan["do"])[0]) else None
    if (creed := pattern("creed").match(tidied)) and not is_clause(creed["is"]):
        return Point(said(f"{creed['what']} is {creed['is']}"))
    return None


def _with_reason(acts: list[Act]) -> list[Act]:
    """Return the acts; a turn without a reason is silent where later sentences give it."""
    reasons = [at for at, act in enumerate(acts) if isinstance(act, Say) and act.own]
    last = reasons[-1] if reasons else -1
    return [
        Silence(act.text)
        if at < last and isinstance(act, Unsayable) and act.reason == NO_REASON
        else act
        for at, act in enumerate(acts)
    ]


def _contrasted(acts: list[Act]) -> list[Act]:
    """Return the acts, with a sentence that begins with "But" joined to the one before it."""
    joined: list[Act] = []
    for act in acts:
        before = joined[-1] if joined else None
        if isinstance(act, Say) and before is None and act.variants[0][:4] == "But ":
            joined.append(replace(act, variants=(capital(act.variants[0][4:]),)))
        elif isinstance(act, Say) and isinstance(before, Say) and act.variants[0][:4] == "But ":
            both = f"{before.variants[0].rstrip('.')}, but {act.variants[0][4:]}"
            long = not act.own and word_count(both) > LONGEST_WORDS
            joined = [*joined, act] if long else [*joined[:-1], replace(before, variants=(both,))]
        else:
            joined.append(act)
    return joined


def _drawn_once(acts: list[Act]) -> list[Act]:
    """Return the acts with one reason to apply; further ones are said as wishes."""
    kept: list[Act] = []
    drawn = False
    for act in acts:
        reasons = tuple(filter(says_why_applying, act.variants)) if isinstance(act, Say) else ()
        others = act.variants[len(reasons) :] if isinstance(act, Say) else ()
        kept.append(replace(act, variants=others) if drawn and reasons and others else act)
        drawn = drawn or bool(reasons)
    return kept


def _applied_once(acts: list[Act], context: Context) -> list[Act]:
    """Return the acts without the bare application where a reason names the position already.

    The company is named with the position in its place.
    """
    position = f"the position of {context.position}"
    applied = f"I am applying for {position}{f' at {context.company}' if context.company else ''}."
    names = [act for act in acts if isinstance(act, Say) and says_why_applying(act.variants[0])]
    names = [act for act in names if position in act.variants[0]]
    bare = [act for act in acts if isinstance(act, Say) and act.variants[0] == applied]
    if not (context.position and names and bare):
        return acts
    whole = applied.removeprefix("I am applying for ").rstrip(".")
    told = (text.replace(position, whole) for text in names[0].variants if position in text)
    named = replace(names[0], variants=tuple(told))
    return [named if act is names[0] else act for act in acts if act not in bare]


def _of_letter(wishes: tuple[Wish, ...], context: Context) -> tuple[Act, ...]:
    """Return the wishes, without those for one labelled paragraph to be short."""
    whole = context.part is Part.OTHER
    kept = (w for w in wishes if whole or w.kind is not WishKind.WORDS)
    return tuple(kept) or (Silence(wishes[0].text),)


def _read_piece(asked: Asked, piece: Piece) -> tuple[Act, ...]:
    """Return the acts that one piece asks for."""
    text = piece.text.strip()
    if not piece.finished and (denied := _denied(piece)):
        return say_none(asked, piece.text, denied)
    if ONLY_REFERS.match(text):
        return ()
    if piece.finished:
        mine = dated(_SO_HALF.sub(", so I ", asked.own(text)))
        return said(completed(_HALVES.sub(_with_subject, mine)), own=True)
    if wishes := read_wishes(text):
        return tuple(w for w in wishes if w.kind is not WishKind.WORDS) or (Silence(text),)
    if _is_refusal(text):
        return (Silence(text),)
    if (whole := _read_whole(asked, text)) is not None:
        return whole
    if pattern("offers_them").match(text) and (offered := say_subjectless(asked, text)):
        return offered
    if asking := read_question(asked, without_leads(text), marked=piece.unsure):
        return asking
    instruction = take_instruction(text)
    if instruction is None:
        bare = without_leads(text)
        asks = text[:6].casefold() == "please" and is_base(bare.split(maxsplit=1)[0].casefold())
        return said(asked.mine(text)) if asks else read_bare(asked, bare)
    acts = read_instruction(asked, instruction)
    return (Unsayable(text, "it is not clear what to say"),) if acts is None else acts


def _denied(piece: Piece) -> str:
    """Return the denial beside a piece, "" for others; one in brackets only denies."""
    if piece.heads and len(piece.asides) == 1 and pattern("none").match(piece.asides[0]):
        return piece.asides[0]
    return "no" if any(map(pattern("negates").match, piece.asides)) else ""


def _read_whole(asked: Asked, text: str) -> tuple[Act, ...] | None:
    """Return the acts of a piece read as a whole: a call to action, a quotation, the main thing."""
    if names_ending(text):
        return read_closing(asked, text) or ()
    if reach := _REACH.match(without_leads(text)):
        return framed("reach", reach.group())
    if contact := pattern("contact").match(text):
        return framed("reachable", "email" if contact["by"][:1] in "Ee" else "phone")
    if main := pattern("main").match(without_leads(text)):
        return read_object(replace(asked, shows=True), main["what"])
    if quoted := pattern("quoting").match(text):
        words = _OPEN_QUOTE.sub(".", quoted["words"])
        return framed("quoted", words, who=asked.mine(quoted["who"]))
    return None


def _with_subject(found: re.Match[str]) -> str:
    """Add the missing "I" to the second half of a sentence: "…; want both again"."""
    lacks = begins_without_i(words_of(found["rest"])) and not is_clause(found["rest"])
    return f"; I {found['rest']}" if lacks else found.group()


def _is_refusal(text: str) -> bool:
    bare = fold_text(without_leads(text))
    if bare.startswith(("keep ", "leave ")) and bare.endswith(_KEPT_OUT):
        return True
    return any(
        bare == refusal or bare.startswith((refusal + " ", refusal + ","))
        for refusal in longest_first("refusals")
    )
