"""Where a sentence of a point begins to ask for something else: "thank them and mention …"."""

import re
from collections.abc import Iterator

from lapel.letter.english.clauses import is_clause
from lapel.letter.english.forms import is_base, is_past, words_of
from lapel.letter.english.vocabulary import feelings, pattern, word_list
from lapel.letter.points.instructing import Instruction, begins_instruction, take_instruction
from lapel.letter.points.prose import is_subordinate
from lapel.text.regexes import regex

_OWN_CLAUSE = regex(
    r"(?:I|I['’](?:m|ve|d|ll)|they|they['’](?:re|ve|d|ll)|it(?= (?:is|was|[a-z]+s)\b)"
    r"|both(?! (?:of|at|in|as|with|for|on|by|to|from|during|before|now|then)\b)) \w+"
)
_TAUGHT = regex(
    r"\b(?:taught|helped|showed|forced|allowed|enabled|trained) (?:me|us) (?:to )?[^,;]+$"
    r"|\b(?:used to|would (?:always|often)) [a-z]+$"
)
"""What somebody was taught or used to do, of which a further verb may follow: "to read and ask".
"""
_NOT_OTHERS = frozenset(("who", "which", "that", "it", "this", "there"))
_FEWEST_TOLD = 3
_CLAUSES = (("that",), ("how",))
"""Brackets followed by another clause: "show that I stay calm (the flood) and that I teach (21 of
24)".
"""
_AND_LAST = regex(r",? (?:and|then|and then) (?:also |finally |lastly )?")
"""The joint before the last of several instructions."""
_HELD_UP = regex(
    r" as (?:an? |the |my |[a-z]+ )?(?:examples?|evidence|proof|signs?|illustration|demonstration|"
    r"basis|reason|instance)\b"
)
"""What a thing is held up as: "cite the audit as proof of care"."""
_FURTHER_HELD = regex(rf"(?:the|my|our|their|an?|how|what) [^,;]*?{_HELD_UP.pattern}")
_PURPOSE = regex(
    r"to (?:make|let|show|prove|demonstrate|illustrate|highlight|convey|establish|underline|"
    r"underscore)\b"
)
"""What something is to be told for: "the 16 nights, to make clear I can work around people"."""
_USING = regex(r",? using (?:the|my|an?|that) [^,]+$|, with (?:the|my|an?) [^,]+$")
"""What proves the words before it: "…, using the flood"."""
_WHEN = frozenset(("from", "on", "for", "in", "after", "to", "starting", "beginning", "as"))
_MODALS = frozenset(("would", "could", "will", "can"))
_LISTED_DEEDS = frozenset(("did", "had", "was", "won"))
_STANCES = frozenset(("available", "willing", "happy", "glad", "able", "ready"))
_BARE_STARTS = frozenset(
    (
        *("looking forward", "look forward", "happy to", "can start", "available from"),
        *("a request for", "a request to", "an invitation to"),
        *("welcome the opportunity", "welcome the chance", "welcome an opportunity"),
    )
)


def part_instructions(text: str) -> Iterator[str]:
    """Yield each instruction of one sentence by itself."""
    start, told = 0, ""
    for cut in pattern("parting_cut").finditer(text):
        if cut.start() < start or _is_inside(text, cut.start()):
            continue
        rest = text[cut.end() :]
        before = text[start : cut.start()]
        if cut["mark"] == ", " and (_is_reason(before, rest) or _PURPOSE.match(rest)):
            continue
        if "whil" in cut["mark"] and not _both_tell(before, rest):
            continue
        if cut["mark"].strip() == "so" and (
            is_clause(before) or begins_without_i(words_of(before))
        ):
            continue
        if (
            ";" in cut["mark"]
            or cut["mark"].strip() == "so"
            or _holds_up(told + before, rest)
            or _begins_anew(before, rest, comma="," in cut["mark"], contrasts="but" in cut["mark"])
        ):
            yield told + text[start : cut.start()]
            goes_on = words_of(rest)[:1] in _CLAUSES and _is_proved(before)
            first = take_instruction(told + before) if goes_on or _holds_up(before, rest) else None
            told = f"{first.verb} " if first else ""
            told = "but " if "but" in cut["mark"] and _both_tell(before, rest) else told
            start = cut.end()
    yield told + text[start:]


def _both_tell(before: str, rest: str) -> bool:
    """Tell whether two instructions each want something told: "admit that …, while stressing …"."""
    asked = (take_instruction(before), take_instruction(rest))
    return all(one is not None and bool(one.kinds & {"say", "show"}) for one in asked)


def _is_inside(text: str, index: int) -> bool:
    """Tell whether a place is inside brackets or quotation marks."""
    pairs = any(text.count(a, 0, index) > text.count(b, 0, index) for a, b in ("()", "“”"))
    return pairs or text.count('"', 0, index) % 2 == 1


def _begins_anew(before: str, rest: str, *, comma: bool, contrasts: bool) -> bool:
    """Tell whether the words that follow are a new instruction or a separate stance."""
    instruction = take_instruction(before)
    one = _shares_verb(before, instruction, rest) or (
        comma and _is_main_clause(before, instruction, rest)
    )
    if not before.split() or one or _is_listed_deed(before, rest):
        return False
    closes = pattern("thanks_alone").match(before) is not None
    words = words_of(rest.removeprefix("my "))
    shown = instruction is not None and _is_proved(before) and words[:1] in _CLAUSES
    orders = begins_instruction(rest, joined=not closes)
    if shown or orders or (comma and (closes or (instruction and _is_in_row(rest)))):
        return True
    if words[:1] == ("that",) and instruction and not is_clause(instruction.object):
        return "that" not in words_of(instruction.object)[:1]
    beside = instruction is not None and _names_feeling(words_of(instruction.object))
    felt = _names_feeling(words, beside=beside) and "between" not in before
    felt = felt or (words[:1] == ("availability",) and [*words, ""][1] in _WHEN)
    if felt and beside:
        return True
    if is_clause(re.sub(r"^that\s+", "", instruction.object if instruction else before)):
        return False
    if felt or any(" ".join(words).startswith(start) for start in _BARE_STARTS):
        return True
    if not comma:
        return False
    starts = before.split(maxsplit=1)[0].casefold()
    fronted = starts in word_list("links") | word_list("subordinators")
    if not contrasts and not fronted and _is_apart(before, rest, alone=instruction is None):
        return True
    if len(words) > 1 and (words[0] in _STANCES or _refers_back(words)):
        return True
    begins = word_list("auxiliaries") | word_list("wanting") - {"like", "used", "need"}
    half = (
        begins_without_i(words_of(before))
        or instruction
        or before.endswith((" ok", " okay", " fine"))
    )
    return len(words) > 2 and words[0] in begins | {"available", "willing"} and bool(half)


def _is_proved(before: str) -> bool:
    """Tell whether words end with what proves them: "that I act fast, using the flood"."""
    return before.endswith(")") or _USING.search(before) is not None


def _holds_up(before: str, rest: str) -> bool:
    """Tell whether one instruction holds up two things: "cite A as an example, and B as proof"."""
    first = _HELD_UP.search(before) is not None and take_instruction(before) is not None
    return first and _FURTHER_HELD.match(rest) is not None


def _is_reason(before: str, rest: str) -> bool:
    """Tell whether a clause behind a comma answers the "why" before it."""
    asked = take_instruction(before)
    object = asked.object if asked else ""
    asks = object.startswith("why ") or " and why " in object
    return asks and ", " not in object and is_clause(rest)


def _is_in_row(rest: str) -> bool:
    """Tell whether words begin with an instruction that a further, certain one follows.

    "Offer two references, and invite them to a rehearsal" shows that its "offer" is no noun.
    """
    last = _AND_LAST.search(rest)
    if last is None or take_instruction(rest[: last.start()]) is None:
        return False
    return begins_instruction(rest[last.end() :], joined=True)


def _lacks_verb(object: str) -> bool:
    """Tell whether a clause to be told still lacks its verb.

    "How much opening a birth centre again" does, before "and by the sea, would mean to me".
    """
    how_much = pattern("how_much_of").match(object)
    return how_much is not None and not is_clause(how_much["what"])


def _is_main_clause(before: str, instruction: Instruction | None, rest: str) -> bool:
    """Tell whether words are the main clause behind a subordinate one, and no instruction."""
    opens = is_subordinate(instruction.object if instruction else before)
    return opens and is_clause(rest) and not begins_instruction(rest)


def _is_listed_deed(before: str, rest: str) -> bool:
    """Tell whether what follows is one more deed of a list: "learned Dutch, did the diploma"."""
    last = words_of(before.replace(":", ",").rpartition(", ")[2])[:1]
    return rest.split(maxsplit=1)[0] in _LISTED_DEEDS and any(map(is_past, last))


def _shares_verb(before: str, instruction: Instruction | None, rest: str) -> bool:
    """Tell whether one instruction goes on: it has two verbs or two aims.

    "Highlight and explain …", "offer to spend a day and to bring …", "say that I started here and
    would like to end here" do; so does one whose object lacks its verb yet.
    """
    if instruction and _lacks_verb(instruction.object):
        return True
    says = instruction is not None and instruction.object.startswith("that ")
    if says and {*words_of(rest)[:1]} & _MODALS:
        return True
    if len(before.split()) == 1 and begins_instruction(rest):
        return True
    if _TAUGHT.search(before) and is_base(words_of(rest)[0]):
        return True
    aims = instruction is not None and instruction.object.startswith("to ")
    return aims and rest.startswith("to ")


def _refers_back(words: tuple[str, ...]) -> bool:
    """Tell whether words are a deed done to something named before: "wrote it"."""
    return is_past(words[0]) and words[1] in ("it", "them", "that", "this")


def _is_apart(before: str, rest: str, *, alone: bool) -> bool:
    """Tell whether what follows a comma is a sentence by itself.

    It is about the writer or the company; or about others, if what is before it stays ``alone``
    without an instruction ("small creameries need that").
    """
    if _OWN_CLAUSE.match(rest) and not is_clause(before):
        return True
    words = words_of(rest)
    if not alone or len(words) <= _FEWEST_TOLD or words[1] in ("is", "was"):
        return False
    own = words[0].startswith("i") or words[0] in _NOT_OTHERS or begins_without_i(words_of(before))
    return is_clause(rest) and not own and not re.search(r"\bso\b|, ", rest)


def begins_without_i(words: tuple[str, ...]) -> bool:
    """Tell whether a text begins with a verb or a stance that lacks its "I"."""
    return bool(words) and (
        words[0] in word_list("auxiliaries") | word_list("wanting") | word_list("stances")
        or is_past(words[0])
    )


def _names_feeling(words: tuple[str, ...], *, beside: bool = False) -> bool:
    """Tell whether a noun phrase begins with a feeling and what it is for: "eagerness to …".

    A word that may mean something else counts only ``beside`` another feeling: "admiration for your
    work and pride in my roots".
    """
    rest = words
    while rest and rest[0] in word_list("feeling_adjectives"):
        rest = rest[1:]
    if len(rest) < 2 or rest[0] not in feelings():
        return False
    of_something = rest[1] in word_list("feeling_prepositions")
    if rest[0] in word_list("hardly_felt"):
        return beside and of_something
    return of_something or rest[1] in ("to", "that")
