"""Cuts a point into pieces that ask for one thing each, with the words beside them."""

import re
from collections.abc import Iterator

from msgspec import Struct

from lapel.letter.english.clauses import is_clause, is_first_person
from lapel.letter.english.forms import words_of
from lapel.letter.english.vocabulary import longest_first, pattern, word_list
from lapel.letter.english.words import capital
from lapel.letter.points.cutting.answered import split_answered, state_answered_how
from lapel.letter.points.cutting.parting import part_instructions
from lapel.letter.points.instructing import begins_instruction, take_instruction
from lapel.letter.points.prose import is_prose, is_whole
from lapel.text.regexes import regex

# "I can start in May" offers something; "I want to start with …" tells the letter what to do.
_ABLE = regex(r"I (?:can|could) (?:start|begin|work|lead|bring|open|call|write|talk)\b")
_BRACKETS = regex(r"\s*\(([^()]*)\)")
_NAME = regex(r"\((?:[A-Z][\w'’-]+ ?)+\)$")
"""A name in brackets after a noun: "the mare (Sable Wind)"."""
_COLON = regex(r":\s+(?=\S)|:(?=[A-Za-z])(?<!\d:)")
_DASH = regex(r"\s+[–—]\s+|\s*—\s*")
_REFERRING = (
    r"(?:no[,:;]? )?(?:please |pls |do |maybe |just "
    r"|(?:I )?(?:should|must|ought to) |(?:happy|glad) to )?"
    r"(?:say|mention|note|include|use|add|write|put|tell|bring|work|weave|skip|leave|hide|drop|"
    r"fit|keep|get|(?:don['’]?t|do not) (?:hide|skip|forget|oversell|"
    r"bury|overdo|leave out|dwell on)) (?:that|this|it|so|how|them|these|those)"
    r"(?: too| also| out| in| up| somewhere| somehow| there| first| last| short| brief| early"
    r"| upfront| straight| \w+ly| well| at the end| once| twice"
    r"| in (?:one|a) (?:line|sentence|word)"
    r"| to (?:open|close|start|end|begin|finish)(?: with)?)*"
)
ONLY_REFERS = regex(rf"^(?:{_REFERRING}|ask(?: them| about it)?)[.!]?$", re.IGNORECASE)
"""Words that only order something said before to be said."""
AFTERTHOUGHT = regex(
    rf"(?:(?:,| [–—-]|;) (?:and |but |so )?| so ){_REFERRING}"
    r"(?:,? (?:but )?(?:without|with no|not too) [^,.;]+)?[.!?]?$",
    re.IGNORECASE,
)
"""An order to say the sentence before it: "…, mention it once, without flattery"."""
_BEFORE_OBJECT = frozenset(("of", "in", "about", "with", "for", "to", "on", "at"))
_QUOTES = ('"', "“", "‘")
_QUOTED = regex(r"(?:quote |cite )?(?:my|our|the|a) [^\"“]+$", re.IGNORECASE)
_LONGEST_TOPIC_WORDS = 14
_END = 12
"""The letters at the end of a part by which the brackets behind it are known."""


class Piece(Struct, frozen=True):
    """A stretch of a point that asks for one thing.

    ``asides`` were beside it in brackets, or behind a colon or dash; then the piece ``heads`` them.
    ``unsure`` says that it ends in a question mark.
    """

    text: str
    asides: tuple[str, ...] = ()
    finished: bool = False
    unsure: bool = False
    heads: bool = False


def split_pieces(text: str) -> tuple[Piece, ...]:
    """Return the pieces of a tidied point in order, without asides that only tell how to write."""
    kept: list[Piece] = []
    for sentence in split_answered(text):
        for piece in _split_off_own(sentence):
            words = words_of(piece.text)
            before = {word for one in kept for word in words_of(one.text)}
            stressed = len(words) == 1 and words[0] in before  # "… had one port. ONE"
            if not set(words) <= word_list("greetings") and not stressed:
                kept.append(piece)
    return tuple(kept)


def is_guidance(text: str) -> bool:
    """Tell whether words only tell how to write: "careful, don't oversell", "with numbers"."""
    words = " ".join(words_of(text))
    if is_first_person(text) and len(words_of(text)) > 3:
        return False
    return any(words == g or words.startswith(g + " ") for g in longest_first("guidance"))


def _split_off_own(sentence: str) -> Iterator[Piece]:
    """Yield the pieces of a sentence, the writer's own before a colon and an instruction too."""
    own, colon, told = sentence.partition(": ")
    if colon and _asks_motive(own, told):
        yield Piece(f"{capital(told.rstrip('.'))}.", finished=True)
        return
    if colon and is_first_person(own) and begins_instruction(told):
        yield Piece(own, finished=True)
        sentence = told
    yield from _cut_into_pieces(sentence)


def _cut_into_pieces(sentence: str) -> Iterator[Piece]:
    if why := pattern("why").match(sentence):
        yield Piece(why["why"], (f"b{why['because'][1:]}",))
        return
    if "? Because " in sentence or "? Since " in sentence:
        yield Piece(sentence, finished=True)
        return
    if answered := state_answered_how(sentence):
        yield Piece(answered, finished=True)
        return
    if pattern("told_not_to").search(sentence):
        yield Piece("don't mention it")
        return
    sentence = pattern("if_wanted").sub("", pattern("how_to_say").sub("", sentence))
    sentence = pattern("say_it").sub("; ", AFTERTHOUGHT.sub("", sentence))
    sentence = pattern("it_is").sub(r"\1 is \2", sentence)
    instruction = take_instruction(sentence)
    if instruction is not None:
        sentence = pattern("because_wanted").sub("", sentence)
    told_what = bool(instruction and instruction.wished) and not _ABLE.match(sentence)
    finished = is_first_person(_BRACKETS.sub("", sentence)) or is_prose(sentence)
    if finished and not told_what and not pattern("lacks_i").match(sentence):
        text, asides = _without_guidance(sentence)
        text = text.rstrip(" .") if asides else text
        yield Piece(" ".join([text, *(f"({a})" for a in asides)]), finished=True)
        return
    unsure = sentence.rstrip().endswith("?")
    text, asides = _without_guidance(pattern("manner").sub("", sentence.rstrip(" .?")))
    asking = [aside for aside in asides if begins_instruction(aside)]
    left = [aside for aside in asides if aside not in asking]
    parts = list(part_instructions(text))
    for number, part in enumerate(parts):
        last = number + 1 == len(parts)
        asks = unsure and (last or begins_question(part))
        named = last or _NAME.search(part)
        bare, inside = (part, []) if named else _without_guidance(part)
        own = left if last else [aside for aside in left if f"{part[-_END:]} ({aside})" in sentence]
        left = [aside for aside in left if aside not in own]
        yield from _cut_at_tail(bare, (*own, *inside), unsure=asks)
    yield from map(Piece, asking)


def begins_question(text: str) -> bool:
    """Tell whether words begin as a question does."""
    return bool({*words_of(text)[:1]} & word_list("question_starts"))


def _without_guidance(text: str) -> tuple[str, list[str]]:
    """Return the text without its last brackets, and the brackets that say something."""
    asides: list[str] = []
    for found in reversed(list(_BRACKETS.finditer(text))):
        ends = not text[found.end() :].strip(" .?!,;")
        if is_guidance(found[1]):
            text = text[: found.start()] + text[found.end() :]
        elif (ends and not _belongs_to_word(found[1])) or _is_own_clause(found[1]):
            text = text[: found.start()] + text[found.end() :]
            asides.insert(0, found[1])
    return text.strip(), asides


def _is_own_clause(inner: str) -> bool:
    """Tell whether brackets hold a clause on the writer: "(my mother was a weaver)"."""
    return is_first_person(inner) and is_clause(inner)


def _belongs_to_word(inner: str) -> bool:
    """Tell whether brackets belong to the word before them: "(LLMs)", "(2015)"."""
    return len(inner.split()) == 1 and (inner.isupper() or inner[:-1].isupper() or inner.isdigit())


def _cut_at_tail(text: str, asides: tuple[str, ...], *, unsure: bool) -> Iterator[Piece]:
    """Yield a part cut where a colon or a dash sets something beside it."""
    for mark in (_COLON, _DASH):
        found = mark.search(text)
        if found is None:
            continue
        head, tail = text[: found.start()].strip(), text[found.end() :].strip()
        if is_guidance(tail):
            text = head
            continue
        if tail[:1] in _QUOTES and (is_clause(head) or _QUOTED.match(head)):
            yield Piece(text, asides, finished=is_clause(head))
            return
        if (mark is _DASH and begins_instruction(tail)) or _says_clause(head, tail):
            yield from _cut_at_tail(head, (), unsure=unsure)
            yield from _cut_at_tail(tail, asides, unsure=unsure)
            return
        if is_guidance(head) or _is_label(head):
            text = tail
            continue
        instruction = take_instruction(head + " x")
        if (instruction and instruction.object == "x") or _wants_object(head):
            text = f"{head} {tail}"
            continue
        if len(head.split()) <= _LONGEST_TOPIC_WORDS:
            asked = f"{tail}?" if unsure and is_clause(tail) else tail
            yield Piece(head, (asked, *asides), unsure=unsure, heads=True)
            return
        if is_first_person(tail):
            yield Piece(without_tail(head), unsure=unsure)
            yield Piece(tail, asides, unsure=unsure)
            return
    yield Piece(without_tail(text), asides, unsure=unsure)


_LONGEST_LABEL_WORDS = 3


def _says_clause(head: str, tail: str) -> bool:
    """Tell whether an instruction's clause is before a colon, and the writer's words behind."""
    asked = take_instruction(head)
    object = asked.object if asked else ""
    says = object.startswith("that ") and len(object.split()) > _LONGEST_LABEL_WORDS
    return says and is_first_person(tail) and is_clause(tail)


def _asks_motive(head: str, tail: str) -> bool:
    """Tell whether a head only asks for the motive behind its colon: "explain my motivation: …"."""
    asked = take_instruction(head)
    named = asked is not None and pattern("motive").match(asked.object) is not None
    return named and is_whole(f"{capital(tail)}.")


def _wants_object(head: str) -> bool:
    """Tell whether a head only lacks the words after its colon: "proud of: the ramp"."""
    words = words_of(head)
    return len(words) > 1 and words[0] in word_list("stances") and words[-1] in _BEFORE_OBJECT


def _is_label(head: str) -> bool:
    """Tell whether a head only names a part of the letter: "call to action", "ending"."""
    words = words_of(head)
    return " ".join(words) in word_list("labels") or set(words) <= word_list("label_words")


def without_tail(text: str) -> str:
    """Return the text without a last part that only tells how to write."""
    text = pattern("by_the_way").sub("", text)
    head, mark, tail = text.rpartition(", ")
    return head if mark and is_guidance(tail) and tail.split()[0] not in ("from", "use") else text
