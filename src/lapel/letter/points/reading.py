"""A letter point read as an instruction: tidied, cut into pieces, each piece turned into acts."""

import re

from msgspec.structs import replace

from lapel.job.placeholders import is_placeholder
from lapel.letter.points.antecedents import told_of_label, told_of_quote
from lapel.letter.points.asking import Asked, is_empty, seek
from lapel.letter.points.beside import with_beside
from lapel.letter.points.clauses import say_clause
from lapel.letter.points.completing import (
    completed,
    unspliced,
    with_copula,
    with_subject,
    without_comma,
)
from lapel.letter.points.directions import MANNER, answered_oneself, withdrawn, without_directions
from lapel.letter.points.feeling import is_drawn
from lapel.letter.points.frames import framed
from lapel.letter.points.grammar import (
    head_phrase,
    is_base,
    is_clause,
    is_gerund,
    is_past,
    is_plural,
    is_third,
    to_gerund,
    verb_form,
    words_of,
)
from lapel.letter.points.halves import say_subjectless
from lapel.letter.points.instructing import Instruction, take_instruction, without_leads
from lapel.letter.points.listing import listed_facts, terse_facts
from lapel.letter.points.model import (
    Act,
    Context,
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
from lapel.letter.points.naming import tell_of
from lapel.letter.points.objects import FIT, read_object, tie
from lapel.letter.points.persons import find_persons
from lapel.letter.points.pieces import ONLY_REFERS, Piece, say_starts, split_pieces
from lapel.letter.points.prose import is_saying
from lapel.letter.points.requesting import is_call, read_closing, read_request, say_thanks
from lapel.letter.points.sentences import (
    capital,
    dated,
    said,
    with_article,
    with_the_occasion,
)
from lapel.letter.points.standing import tell_standing
from lapel.letter.points.stating import say_fine, state_fact
from lapel.letter.points.tidying import tidy
from lapel.letter.points.topics import denies_deed, told_of_topic
from lapel.letter.points.tying import company_side
from lapel.letter.points.vocabulary import longest_first, word_list
from lapel.letter.points.wishing import read_all_wishes, read_wishes
from lapel.letter.points.wondering import WONDERING, explain
from lapel.text.common import is_counted, is_noun
from lapel.text.regexes import regex
from lapel.text.sentences import split_sentences
from lapel.text.verbs import Form

_ARROW = " → "
_QUESTION_STARTS = WONDERING | frozenset(
    ("do", "does", "did", "is", "are", "can", "could", "should", "would", "will")
)
_MYSELF = regex(
    r"^(?:myself|yourself|me|himself|herself|you|the candidate)(?: as (?P<as>.+))?$", re.IGNORECASE
)
_BACK = regex(
    r"^(?:(?:it|this|that|these|them|those|both)\s+)?(?:back\s+)?(?:to|with|into)\s+", re.IGNORECASE
)
_WRITERS = regex(r"^(?:my|your|his|her)\b", re.IGNORECASE)
_WHAT_YOU = regex(r"^(?:(?:exactly|precisely|just|basically|like) )*what (?:you|they)\b")
_COMPANYS = regex(r"(?:their|they|this|the|your)\b", re.IGNORECASE)
_THE_ONLY = regex(
    r"^(?:it['’]s|it is) the (?=(?:only|best|first|one|largest|oldest|closest|nearest)\b)",
    re.IGNORECASE,
)
_QUOTING = regex(
    r"^(?:quote |cite )?(?P<who>(?:my|our|the|a) [^:,\"“]+?)(?: said)?: "
    r"(?P<words>[\"“].+[\"”][.!]?)$",
    re.IGNORECASE,
)
_OPEN_QUOTE = regex(r"(?<![.!?])(?=[\"”]$)")
_MAIN = regex(
    r"^(?P<what>.+?) (?:is|are|should be) (?:the |my )?"
    r"(?:main|key|big|biggest|most important|real|central) "
    r"(?:thing|point|focus|story|message|selling point|strength)s?(?: here)?$",
    re.IGNORECASE,
)
_INSTEAD = regex(r"\b(?:but|say|mention|instead|tell|rather)\b", re.IGNORECASE)
"""What shows that a refusal goes on with something to say."""
_FRONTED = regex(
    r"(?:by the time|when|whenever|every time|if|once) (?:I|they|you|we)\b", re.IGNORECASE
)
_FRONT_WORDS = 5
_REACH = regex(r"(?:call|phone|ring|text|email|e-mail|reach|write to) me\b.*$", re.IGNORECASE)
_THERE = regex(r"^(?P<be>is|are) there (?P<what>.+)$", re.IGNORECASE)
_HEADED = regex(
    r"^(?P<head>(?:the|my|that) [^,]+), (?P<tail>(?!who\b|which\b|that\b|and\b|my\b|I\b)[^,]+)$"
)
_HALVES = regex(r"; (?P<rest>[a-z]\w+ \w+[^;]*)")
_IS_IT = regex(
    r"^(?P<be>is|are|was) (?P<who>that|this|it|those|these) (?P<what>.+)$", re.IGNORECASE
)
_SO_HALF = regex(r", so (?=(?:know|can|have|am|want|would|need|could|understand|see)\b)")
_QUESTION = regex(
    r"^(?P<verb>can|could|may|will|would|do|does) (?P<who>I|you|they|we) (?P<what>.+)$",
    re.IGNORECASE,
)
_WONDERED = regex(
    r"^(?P<wh>how|what|when|where|which [\w ]+?) (?P<verb>do|does|can|could|would|will) "
    r"(?P<who>you|they) (?P<what>.+)$",
    re.IGNORECASE,
)
_DID_TO_ME = regex(
    r"^(?P<wh>how|what) (?P<aux>did|does) (?P<who>(?!(?:I|you|they|we|it|that|this)\b)[^,;]+?) "
    r"(?P<verb>[a-z]+) (?P<rest>(?:me|us|my)\b.*)$",
    re.IGNORECASE,
)
_OF_THEIRS = regex(
    r"^(?P<wh>how|what|when|where) (?P<aux>do|does|did|would|will|can|could) "
    r"(?P<what>(?!(?:I|you|they|we|it|that|this|he|she|my|our)\b)(?!.*\b(?:I|me|my)\b)[^,;]+)$",
    re.IGNORECASE,
)
"""What is asked of something the writer did: "how did healthcare prepare me for your audits"."""
_AGENT = regex(r"(?:er|or|ist|ian)$")
_NO_REASON = regex(r",|\b(?:is|are|was|were)\b|^\d")
_KEPT_OUT = (" out", " off", " short", " brief", " private")
_TOLD_HOW = regex(
    r"[;,–] (?:say|explain|mention|tell|show|write)(?: them)? (?:how|why|so|that|it)$"
)
_REFERRING = frozenset(
    (
        "nicely",
        "politely",
        "briefly",
        "again",
        "too",
        "it",
        "this",
        "that",
        "these",
        "them",
        "those",
        "so",
    )
)
_HOW_SAID = r" (?:honestly|openly|briefly|frankly|candidly|politely|gently|tactfully|positively)$"
_HOLDING_UP = frozenset(("point", "frame", "present", "position", "cite", "portray", "treat"))
_SPENT = (" time", " years", " experience", " work", " role", " background", " days", " career")
"""What somebody was stands behind these: "my years as a nurse"."""
_READER_AND = regex(r"^(?:the )?(?:panel|committee|team|board|recruiter), (?P<more>.+)$")
_PAPER = regex(
    r"^(?P<paper>[A-Z][\w+-]*[A-Z]\w*): (?P<how>enrolled|registered|signed up|studying|preparing)"
    r"(?:, (?P<what>exam|test|course) (?P<when>(?:in|on|this|next) .+))?$"
)
"""How far somebody is with a certificate: "CAMS: enrolled, exam in March"."""
_HEADING = regex(r"^[Nn]o (?P<of>\w+(?: \w+)?)! (?=\w+ \w+ \w)")
"""What only says what the rest is of: "no gala!! their report says …"."""
_CREED = regex(
    r"^(?P<is>[^.!?;:]+)[.,;:–]+ (?:[Tt]hat['’]s|[Tt]hat is) (?P<what>my (?:\w+ )?(?:philosophy|"
    r"motto|rule|approach|creed|principle))$"
)
_NOT_MEANT = regex(
    r"\((?:just |only )?(?:joking|kidding|leave (?:(?:it|this|that) )?out|don['’]?t use)\b"
    r"[^()]*\)$",
    re.IGNORECASE,
)
_NEGATES = regex(
    r"^(?:none|no|nope|never|nobody|nothing|zero|nil|not (?:really|yet|at all|me))"
    r"(?: (?:yet|so far|at all|really|left|of (?:them|it)))?$",
    re.IGNORECASE,
)
"""What brackets say that the words before them do not hold."""
_NONE = regex(r"^(?:none|zero|nil)(?P<yet> (?:yet|so far|left))?$", re.IGNORECASE)
_SAYING = regex(r"[^\W_]{2}")


def read_point(text: str, context: Context) -> Point:
    """The acts a letter point asks for, in order; none for a placeholder.

    ``text`` is a note's body: its paragraph's label is off. It is read as English.
    """
    tidied = told_of_quote(tidy(text, context))
    if is_placeholder(text) or not _SAYING.search(tidied):
        return Point(())
    if _NOT_MEANT.search(tidied):
        return Point((Silence(tidied),))
    wishes = read_all_wishes(tidied)
    avoids = any(wish.kind is WishKind.AVOID for wish in wishes)
    if wishes and not (avoids and _INSTEAD.search(tidied)):
        return Point(_of_letter(wishes, context))
    tidied, unsaid = withdrawn(tidied)
    tidied, asked_oneself = answered_oneself(tidied)
    unsaid = f"{unsaid} {asked_oneself}".strip()
    if not tidied:
        return Point((Silence(unsaid),))
    tidied = told_of_topic(told_of_label(without_directions(tidied)))
    if (whole := _of_whole(tidied)) is not None:
        return whole
    asked = Asked(context, find_persons(tidied, context))
    acts: list[Act] = [Silence(unsaid)] if unsaid else []
    named = asked.persons.named(tidied)
    if named == tidied and all(map(is_saying, split_sentences(tidied))):
        return Point(tuple(act for one in split_sentences(tidied) for act in said(one, own=True)))
    if heading := _HEADING.match(named):
        acts.append(Silence(heading.group().strip(" !")))
        one = r"(?<=[a-z] )one(?= (?:and|but|so)\b|[,.;]|$)"  # the thing that the heading named
        named = re.sub(one, with_article(heading["of"]), named[heading.end() :])
    for piece in split_pieces(named):
        acts += _read_piece(replace(asked, asides=piece.asides, headed=piece.heads), piece)
    acts = _drawn_once(_contrasted(acts))
    return Point(tuple(dict.fromkeys(acts)) or (Unsayable(tidied, "nothing in it can be said"),))


def _of_whole(tidied: str) -> Point | None:
    """What a whole note says by its form: a deed taken back, how far a certificate is, a creed."""
    if denies_deed(tidied):
        return Point((Unsayable(tidied, "what stands beside it says no"),))
    if paper := _PAPER.match(tidied):
        then = f"; the {paper['what']} is {paper['when']}" if paper["what"] else ""
        return Point(said(f"I am {paper['how']} for the {paper['paper']}{then}"))
    if (creed := _CREED.match(tidied)) and not is_clause(creed["is"]):
        return Point(said(f"{creed['what']} is {creed['is']}"))
    return None


def _contrasted(acts: list[Act]) -> list[Act]:
    """The acts, a sentence that begins with "But" joined to the one before it."""
    joined: list[Act] = []
    for act in acts:
        before = joined[-1] if joined else None
        if isinstance(act, Say) and before is None and act.variants[0][:4] == "But ":
            joined.append(replace(act, variants=(capital(act.variants[0][4:]),)))
        elif isinstance(act, Say) and isinstance(before, Say) and act.variants[0][:4] == "But ":
            said_before = before.variants[0].rstrip(".")
            joined[-1] = replace(before, variants=(f"{said_before}, but {act.variants[0][4:]}",))
        else:
            joined.append(act)
    return joined


def _drawn_once(acts: list[Act]) -> list[Act]:
    """The acts with one reason to apply: what else is wished for is said as a wish."""
    kept: list[Act] = []
    drawn = False
    for act in acts:
        reasons = tuple(filter(is_drawn, act.variants)) if isinstance(act, Say) else ()
        others = act.variants[len(reasons) :] if isinstance(act, Say) else ()
        kept.append(replace(act, variants=others) if drawn and reasons and others else act)
        drawn = drawn or bool(reasons)
    return kept


def _of_letter(wishes: tuple[Wish, ...], context: Context) -> tuple[Act, ...]:
    """The wishes; that one labelled paragraph is to be short says nothing of the letter."""
    whole = context.part is Part.OTHER
    kept = (w for w in wishes if whole or w.kind is not WishKind.WORDS)
    return tuple(kept) or (Silence(wishes[0].text),)


def _read_piece(asked: Asked, piece: Piece) -> tuple[Act, ...]:
    """The acts that one piece asks for."""
    text = piece.text.strip()
    if any(map(_NEGATES.match, piece.asides)) and not piece.finished:
        return _none_of(asked, piece)
    if ONLY_REFERS.match(text):
        return ()
    if piece.finished:
        told = _TOLD_HOW.sub("", text.rstrip(" ."))
        end = "" if told != text.rstrip(" .") else text[len(told) :]
        mine = dated(_SO_HALF.sub(", so I ", asked.mine(told + end)))
        return said(completed(_HALVES.sub(_with_subject, mine)), own=True)
    if wishes := read_wishes(text):
        return tuple(w for w in wishes if w.kind is not WishKind.WORDS) or (Silence(text),)
    if _is_refusal(text):
        return (Silence(text),)
    if (whole := _read_whole(asked, text)) is not None:
        return whole
    if _WONDERED.match(without_leads(text)):
        return _ask(asked, without_leads(text))
    if piece.unsure and (asking := _asks(asked, without_leads(text))):
        return asking
    instruction = take_instruction(text)
    if instruction is None:
        bare = without_leads(text)
        asks = text[:6].casefold() == "please" and is_base(bare.split(maxsplit=1)[0].casefold())
        return said(asked.mine(text)) if asks else _read_bare(asked, bare)
    acts = _read_instruction(asked, instruction)
    return (Unsayable(text, "it is not clear what to say"),) if acts is None else acts


def _none_of(asked: Asked, piece: Piece) -> tuple[Act, ...]:
    """What a label says with "none" behind it; what brackets deny is left to the person."""
    none = _NONE.match(piece.asides[0]) if piece.heads and len(piece.asides) == 1 else None
    named = is_noun(words_of(piece.text)[-1]) or is_gerund(words_of(piece.text)[0])
    if piece.heads and named and piece.asides[0].startswith("not yet"):
        rest = replace(asked, asides=piece.asides[1:])
        return with_beside(rest, framed("unworked", asked.mine(piece.text)))
    if none is None or is_clause(piece.text) or take_instruction(piece.text):
        return (Unsayable(piece.text, "what stands beside it says no"),)
    return said(f"I have no {asked.mine(piece.text)}{none['yet'] or ''}")


def _read_whole(asked: Asked, text: str) -> tuple[Act, ...] | None:
    """What a piece says by its whole form: a call to action, a quotation, the main thing."""
    if is_call(text):
        return read_closing(asked, text) or ()
    if reach := _REACH.match(without_leads(text)):
        return framed("reach", reach.group())
    if main := _MAIN.match(without_leads(text)):
        return read_object(replace(asked, shows=True), main["what"])
    if quoted := _QUOTING.match(text):
        words = _OPEN_QUOTE.sub(".", quoted["words"])
        return framed("quoted", words, who=asked.mine(quoted["who"]))
    return None


def _asks(asked: Asked, text: str) -> tuple[Act, ...]:
    """A question, asked or wondered; () where words with a question mark are none."""
    if {*words_of(text)[:1]} & _QUESTION_STARTS:
        return _ask(asked, text)
    clause = is_clause(text) and take_instruction(text) is None
    return framed("wondered", asked.mine(text)) if clause else ()


def _with_subject(found: re.Match[str]) -> str:
    """The second half of a sentence with the "I" it lacks: "…; want both again"."""
    lacks = say_starts(words_of(found["rest"])) and not is_clause(found["rest"])
    return f"; I {found['rest']}" if lacks else found.group()


def _ask(asked: Asked, question: str) -> tuple[Act, ...]:
    """A question to the company, asked; any other is left to the person."""
    wondered = _WONDERED.match(question)
    theirs = wondered and (wondered["who"] == "they" or asked.context.part is Part.COMPANY)
    if wondered and theirs:
        verb = "" if wondered["verb"].casefold() in ("do", "does") else f"{wondered['verb']} "
        who = "they" if wondered["who"] == "you" else wondered["who"]
        return framed(
            "asked", f"{wondered['wh'].lower()} {asked.mine(f'{who} {verb}' + wondered['what'])}"
        )
    if there := _THERE.match(question):
        return framed("asked", f"whether there {there['be'].lower()} {asked.mine(there['what'])}")
    if is_it := _IS_IT.match(question):
        said_of = f"{is_it['who'].lower()} {is_it['be'].lower()} {is_it['what']}"
        return framed("asked", f"whether {asked.mine(said_of)}")
    if did := _DID_TO_ME.match(question):
        form = Form.PAST if did["aux"] == "did" else Form.THIRD
        how = f"{did['wh'].lower()} {did['who']} {verb_form(did['verb'], form)} {did['rest']}"
        return explain(asked, how)
    if theirs_asked := _ask_of_theirs(asked, question):
        return theirs_asked
    found = _QUESTION.match(question)
    if found is None:
        return (Unsayable(f"{question}?", "this is a question that only you can answer"),)
    verb = "" if found["verb"].casefold().startswith("do") else f"{found['verb'].lower()} "
    return framed("asked", f"whether {asked.mine(found['who'] + ' ' + verb + found['what'])}")


def _ask_of_theirs(asked: Asked, question: str) -> tuple[Act, ...]:
    """What is asked about something of the company's, with its verb behind it: "how does the night
    shift look", "what would your techs say"; () for other questions.
    """
    found = _OF_THEIRS.match(question)
    words = found["what"].split() if found else []
    parts = word_list("prepositions") | word_list("determiners") | {"they", "you", "right"}
    end = next((i for i, word in enumerate(words[2:], 2) if word in parts), len(words))
    at = next((i for i in range(end - 1, 0, -1) if is_base(words[i]) and words[i].isalpha()), 0)
    if found is None or not at or is_base(words[0]):
        return ()
    who, verb, rest = " ".join(words[:at]), words[at], " ".join(words[at + 1 :])
    aux = found["aux"].casefold()
    form = Form.THIRD if aux == "does" else Form.PAST if aux == "did" else Form.BASE
    said_of = verb_form(verb, form) if aux in ("do", "does", "did") else f"{aux} {verb}"
    asks = f"{who} {said_of} {rest}".rstrip()
    as_typed = "your" in words or (is_plural(words[at - 1]) and "their" not in words[:at])
    return framed("asked", f"{found['wh'].lower()} {asks if as_typed else asked.mine(asks)}")


def _is_refusal(text: str) -> bool:
    bare = without_leads(text).casefold().replace("’", "'")
    if bare.startswith(("keep ", "leave ")) and bare.endswith(_KEPT_OUT):
        return True
    return any(
        bare == refusal or bare.startswith((refusal + " ", refusal + ","))
        for refusal in longest_first("refusals")
    )


def _read_bare(asked: Asked, text: str) -> tuple[Act, ...]:
    """A piece without an instruction: its object alone."""
    if _ARROW in text:
        return _read_arrow(asked, text)
    if (thanked := say_thanks(asked, text)) is not None:
        return thanked
    if text.startswith(("that ", "That ")) and _has_doer(words_of(text)[1:]):
        return say_clause(asked, text)
    if (
        (headed := _HEADED.match(text))
        and not is_clause(headed["head"])
        and is_clause(headed["tail"])
    ):
        return (*tell_of(asked, headed["head"]), *said(asked.mine(headed["tail"]), leans=True))
    text = _THE_ONLY.sub("Yours is the ", re.sub(r"^that\s+(?=\S+\s)", "", text))
    text = without_comma(with_copula(text))
    if fine := say_fine(asked.mine(text)):
        return with_beside(asked, fine)
    if terms := terse_facts(asked, text):
        return with_beside(asked, terms)
    if facts := _clause_and_facts(asked, text):
        return facts
    if is_clause(text) or _is_fronted(text):
        mine = asked.mine(text)
        return with_beside(
            asked, tell_standing(mine, "") or said(completed(unspliced(with_subject(mine))))
        )
    if text.startswith(("to ", "To ")) and any(map(is_base, words_of(text)[1:2])):
        return framed("wished", asked.mine(text[3:]))
    acts = read_object(asked, text)
    return _drawing(asked, text, acts) if asked.opens else acts


def _has_doer(told: tuple[str, ...]) -> bool:
    """Whether what stands behind "that" begins with who or what does something."""
    several = is_plural(told[0]) and is_past((*told, "")[1])
    return several or any(is_third(word) for word in told[1:4])


def _clause_and_facts(asked: Asked, text: str) -> tuple[Act, ...]:
    """A clause with how something stands beside it: "hospital is new for me, CPR cert pending"."""
    clause, comma, rest = text.partition(", ")
    if not comma or is_clause(clause) == is_clause(rest) or ";" in text:
        return ()
    first = is_clause(clause)
    told = (first and listed_facts(asked, rest)) or state_fact(asked, rest if first else clause)
    if not told or not all(isinstance(act, Say) for act in told):
        return ()
    whole = said(with_subject(asked.mine(clause if first else rest)))
    return (*whole, *told) if first else (*told, *whole)


def _is_fronted(text: str) -> bool:
    """Whether a text is a sentence behind a clause of time: "by the time I meet them half …"."""
    words = words_of(text)
    if not _FRONTED.match(text):
        return False
    return any(word in word_list("finite") for word in words[_FRONT_WORDS:])


def _drawing(asked: Asked, text: str, acts: tuple[Act, ...]) -> tuple[Act, ...]:
    """What an opening only names and nothing else tells of, as the reason to apply."""
    mine = with_the_occasion(asked.mine(text))
    only = acts[0] if len(acts) == 1 else None
    position = asked.context.position
    if not isinstance(only, Seek) or only.otherwise or not position or _NO_REASON.search(mine):
        return acts
    head = words_of(head_phrase(mine))[-1]
    if (is_counted(head) or _AGENT.search(head)) and not {*words_of(mine)[:1]} & word_list(
        "determiners"
    ):
        return acts  # "Career changer is why …"
    words = {"is": "are" if is_plural(mine) else "is", "position": position}
    return (replace(only, otherwise=next(iter(framed("drawn", mine, **words)), None)),)


def _read_arrow(asked: Asked, text: str) -> tuple[Act, ...]:
    """What an arrow ties to the employer's side, or only sets one behind the other."""
    mine, _, other = text.partition(_ARROW)
    if len(words_of(other)) == 1 and len(words_of(mine)) == 1:
        return (seek(asked, f"{mine}, {other}"),)  # "miners → splicers": what became of what
    other = _WHAT_YOU.sub("what they", other)
    sides = (other, mine) if _WRITERS.match(other) else (other,)
    if any(_COMPANYS.match(side) or asked.names_company(side) for side in sides):
        return tie(asked, text) or ()
    alone = replace(asked, asides=())
    if doing := _in_gerund(other):
        brought = next(iter(framed("brought_to_deed", asked.mine(doing))), None)
        return (*read_object(asked, mine), Seek(asked.targets(other), (Side.POSTING,), brought))
    more = say_subjectless(alone, other) or (
        read_object(alone, other) if is_clause(other) else None
    )
    return (*read_object(asked, mine), *(more or company_side(alone, other)))


def _in_gerund(other: str) -> str:
    """What the posting wants done behind an arrow, as doing it: "mentor associate advisors"."""
    words = words_of(other)
    doing = len(words) > 1 and is_base(words[0]) and not is_clause(other)
    doing = doing and words[1] not in word_list("prepositions")
    doing = doing and (is_plural(words[-1]) or words[1] in word_list("determiners"))
    return (doing and to_gerund(other)) or ""


def _read_instruction(asked: Asked, instruction: Instruction) -> tuple[Act, ...] | None:
    """The acts of a piece with an instruction; None where its object says nothing."""
    kinds, object = instruction.kinds, MANNER.sub("", instruction.object.strip())
    object = object if is_clause(object) else re.sub(_HOW_SAID, "", object)
    asked = replace(
        asked,
        shows="show" in kinds and "say" not in kinds,
        plainly=instruction.verb.startswith(tuple(word_list("plainly"))),
    )
    if "thank" in kinds and (also := _READER_AND.match(object)):
        return (*framed("thanks_alone"), *_read_bare(asked, also["more"]))
    if "thank" not in kinds and " ".join(words_of(object)) in _REFERRING | WONDERING:
        return ()
    if "tie" in kinds and (tied := _tie(asked, object)):
        return tied
    if (requested := read_request(asked, instruction)) is not None:
        return with_beside(asked, requested) if asked.asides else requested
    if "introduce" in kinds and (found := _MYSELF.match(object)):
        return _introduce(asked, found["as"])
    what, as_what, proved = object.partition(" as ")
    held = instruction.verb in _HOLDING_UP and not what.endswith(_SPENT) and not is_clause(what)
    if as_what and held and not re.match(FIT, object):
        return (*read_object(asked, what), Silence(f"as {proved}"))
    return None if is_empty(object) else read_object(asked, object)


def _tie(asked: Asked, object: str) -> tuple[Act, ...] | None:
    """A tie of two things, or of what was told before with one ("tie it to their mission")."""
    back = _BACK.match(object)
    if back is None:
        return tie(asked, object)
    rest = object[back.end() :]
    return read_object(asked, rest) if _WRITERS.match(rest) else company_side(asked, rest)


def _introduce(asked: Asked, who: str | None) -> tuple[Act, ...]:
    """The writer introduced: as what the note says, else by the strongest deeds."""
    told = framed("introduced", asked.mine(who)) if who else ()
    return told or (Seek((), (Side.PROFILE,)),)
