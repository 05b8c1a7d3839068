"""A point cut into the pieces that ask for one thing each, with what stands beside them."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from lapel.letter.points.grammar import is_clause, is_first_person, is_past, words_of
from lapel.letter.points.instructing import Instruction, begins_instruction, take_instruction
from lapel.letter.points.prose import is_prose, is_subordinate
from lapel.letter.points.vocabulary import feelings, longest_first, word_list
from lapel.letter.telling.words import lowered
from lapel.text.regexes import regex
from lapel.text.sentences import split_sentences

# "I can start in May" offers something; "I want to start with …" tells the letter what to do.
_ABLE = regex(r"I (?:can|could) (?:start|begin|work|lead|bring|open|call|write|talk)\b")
_BRACKETS = regex(r"\s*\(([^()]*)\)")
_COLON = regex(r":\s+(?=\S)|:(?=[A-Za-z])(?<!\d:)")
_DASH = regex(r"\s+[–—]\s+|\s*—\s*")
_CUT = regex(
    r"(?P<mark>\s+so\s+(?=I\b)|\s*;\s*|,\s+(?:and\s+|then\s+|but\s+|plus\s+|or\s+)?(?:then\s+|also\s+|maybe\s+)?"
    r"|\s+(?:and|then|(?<!all )(?<!nothing )(?<!anything )but|plus)\s+"
    r"(?:then\s+|also\s+|maybe\s+)?)"
)
_REFERRING = (
    r"(?:no[,:;]? )?(?:please |pls |do |maybe |just "
    r"|(?:I )?(?:should|must|ought to) |(?:happy|glad) to )?"
    r"(?:say|mention|note|include|use|add|write|put|tell|bring|work|weave|skip|leave|hide|drop|"
    r"fit|keep|get|(?:don['’]?t|do not) (?:hide|skip|forget|oversell|"
    r"bury|overdo|leave out|dwell on)) (?:that|this|it|so|how|them|these|those)"
    r"(?: too| also| out| in| up| somewhere| somehow| there| first| last| short| brief| early"
    r"| upfront| \w+ly| well| to (?:open|close|start|end|begin|finish)(?: with)?| at the end)*"
)
ONLY_REFERS = regex(rf"^(?:{_REFERRING}|ask(?: them| about it)?)[.!]?$", re.IGNORECASE)
"""What only says that something said before is to be said."""
_AFTERTHOUGHT = regex(rf"(?:,| [–—-]|;) (?:and |but |so )?{_REFERRING}[.!]?$", re.IGNORECASE)
_KEPT_BACK = regex(
    r"(?i)[,;(–-] ?(?:but |so |please )?(?:don['’]?t|do not|never) (?:mention|say|bring up|name|"
    r"write|tell them|quote|use) (?:that|this|it|them)(?: part| bit)?\)?[.!]?$"
)
"""What is told to whoever writes the letter and to nobody else."""
_HOW_TO_SAY = regex(
    r" [–—-] (?:maybe|perhaps|possibly|with|add|use|insert|some|a bit of|a touch of|a little) "
    r"(?:(?:a|some|the|bit|of|touch|little|dry|light|gentle|of) )*(?:humou?r|joke|jokes|wit|irony"
    r"|warmth|detail|details|numbers|figures|example|examples)\b.*$",
    re.IGNORECASE,
)
_IF_WANTED = regex(
    r"(?<=[a-z]),? if (?:they|you|anyone|anybody) (?:ever )?(?:need|want|like|ask|care)s?"
    r"(?: (?:it|that|them|one|for it|for them))?[.]?$"
)
_SAY_IT = regex(
    r", (?:and |so )?(?:say|mention|note|add|tell them) (?:that )?"
    r"(?=(?:it|this|they|there)(?:['’]s| is| was)\b)",
    re.IGNORECASE,
)
_BY_THE_WAY = regex(
    r", (?:be (?:upfront|honest|open|clear|frank)(?: about (?:it|that|this))?|pls|please)(?=,|$)|"
    r",? (?:pls|plz|please|thx|ty)[.!]*$|, (?:thanks|cheers)[.!]*$"
)
_IT_IS = regex(
    r"(?i)\b((?:the|my|their|your) [\w -]+?)(?:, it| [–—] this)(?:['’]s| is) (?!why\b)(.+)$"
)
_MANNER = regex(
    r",? without (?:saying|sounding|seeming|bragging|overdoing|overselling|naming|going)\b.*$"
    r"|,? (?:in|with|as) (?:just |only )?(?:one|a|a single|1|two|2) (?:short |quick |brief )?"
    r"(?:lines?|sentences?|words?|phrase|breath)(?: (?:only|max|or two))?$"
)
_AFTER_I = regex(r"(?<=\bI\.)\s+(?=[A-Z])")
_QUESTION_STARTS = frozenset(
    (
        *("why", "how", "what", "when", "where", "which", "who", "whether", "if", "do", "does"),
        *("did", "is", "are", "can", "could", "should", "would", "will"),
    )
)
_ANSWERS = ("Because ", "Since ", "By ")
_WHY = regex(
    r"^(?P<why>why (?:them|they|you|us|here|there|this \w+|their \w+))\? "
    r"(?P<because>because .+?)\.?$",
    re.IGNORECASE,
)
_ASKED_ONESELF = regex(
    r"^What (?P<aux>do|did|would|can|could|will) I (?P<no>not )?"
    r"(?P<what>[a-z]+(?: [\w'’]+){0,5})\?(?: (?P<answer>.+))?$"
)
"""A question that the writer asks themselves: "What do I not have? Surety." """
_GOES_ON = ("Or ", "And ", "Nor ", "Plus ")
_OWN_CLAUSE = regex(r"(?:I|I['’](?:m|ve|d|ll)|they|they['’](?:re|ve|d|ll)|both(?! of\b)) \w+")
_NOT_OTHERS = frozenset(("who", "which", "that", "it", "this", "there"))
_FEWEST_TOLD = 3
_WHEN = frozenset(("from", "on", "for", "in", "after", "to", "starting", "beginning", "as"))
_MODALS = frozenset(("would", "could", "will", "can"))
_NOT_GOING_ON = frozenset(("did", "have", "had", "am", "was"))
_BEFORE_OBJECT = frozenset(("of", "in", "about", "with", "for", "to", "on", "at"))
_LISTED_DEEDS = frozenset(("did", "had", "was", "won"))
_STANCES = frozenset(("available", "willing", "happy", "glad", "able", "ready"))
_QUOTES = ('"', "“", "‘")
_QUOTED = regex(r"(?:quote |cite )?(?:my|our|the|a) [^\"“]+$", re.IGNORECASE)
_LONGEST_TOPIC_WORDS = 14
_HARDLY_FELT = frozenset(
    (
        *("drive", "plan", "plans", "resolve", "love", "interests", "pride", "concern", "ability"),
        "commitment",
    )
)
"""Nouns that mostly are no feeling, or a verb."""
_CLOSES = regex(
    r"^(?:(?:end|close|finish|wrap up) with |say |give )?(?:a )?(?:thanks|thank you)"
    r"(?: to [^,;]+)?$",
    re.IGNORECASE,
)
_BARE_STARTS = frozenset(
    (
        "looking forward",
        "look forward",
        "happy to",
        "can start",
        "available from",
    )
)


class Piece(Struct, frozen=True):
    """A stretch of a point that asks for one thing; ``asides`` are what stood beside it, in
    brackets or behind a colon or dash, which the piece then ``heads``; ``unsure`` ends in a
    question mark.
    """

    text: str
    asides: tuple[str, ...] = ()
    finished: bool = False
    unsure: bool = False
    heads: bool = False


def split_pieces(text: str) -> tuple[Piece, ...]:
    """The pieces of a tidied point in order; asides that only tell how to write fall away."""
    kept: list[Piece] = []
    for sentence in _sentences(text):
        for piece in _of_sentence(sentence):
            words = words_of(piece.text)
            before = {word for one in kept for word in words_of(one.text)}
            stressed = len(words) == 1 and words[0] in before  # "… had one port. ONE"
            if not set(words) <= word_list("greetings") and not stressed:
                kept.append(piece)
    return tuple(kept)


def _sentences(text: str) -> list[str]:
    """The sentences of a text; what only goes on with "or" stays with the one before it."""
    found: list[str] = []
    for part in _AFTER_I.split(text):
        for sentence in map(_own_answer, _with_answers(split_sentences(part))):
            goes_on = sentence.startswith(_GOES_ON)
            rest = sentence.partition(" ")[2] if goes_on else ""
            answers = found and found[-1].endswith("?") and sentence.startswith(_ANSWERS)
            if answers:
                found[-1] = f"{found[-1]} {sentence}"
            elif found and goes_on and not begins_instruction(rest) and not is_clause(rest):
                found[-1] = f"{found[-1].rstrip('.')}, {sentence[:1].lower()}{sentence[1:]}"
            else:
                found.append(sentence)
    return found


def _with_answers(sentences: Sequence[str]) -> Iterator[str]:
    """The sentences, a question to oneself in one with the bare answer behind it."""
    held = ""
    for sentence in sentences:
        bare = not is_clause(sentence) and not begins_instruction(sentence)
        if held and bare and not sentence.endswith("?"):
            yield f"{held} {sentence}"
            held = ""
            continue
        if held:
            yield held
        held = sentence if _ASKED_ONESELF.match(sentence) else ""
        if not held:
            yield sentence
    if held:
        yield held


def _own_answer(sentence: str) -> str:
    """A question with the writer's own answer, as they would say it: "What I like most is their
    reading room" of "What do I like most? Their reading room".
    """
    asked = _ASKED_ONESELF.match(sentence)
    answer = asked["answer"] if asked else ""
    if asked is None or not answer:
        return sentence
    aux = asked["aux"].casefold()
    denied = f"{aux}n't " if asked["no"] and aux in ("do", "did") else ""
    aux = denied or ("" if aux in ("do", "did") else f"{aux} {asked['no'] or ''}")
    named = answer if is_first_person(answer) else lowered(answer)
    return f"What I {aux}{asked['what']} is {named}"


def is_guidance(text: str) -> bool:
    """Whether words only tell how to write: "careful, don't oversell", "with numbers"."""
    words = " ".join(words_of(text))
    if is_first_person(text) and len(words_of(text)) > 3:
        return False
    return any(words == g or words.startswith(g + " ") for g in longest_first("guidance"))


def _of_sentence(sentence: str) -> Iterator[Piece]:
    if why := _WHY.match(sentence):
        yield Piece(why["why"], (f"b{why['because'][1:]}",))
        return
    if "? Because " in sentence or "? Since " in sentence:
        yield Piece(sentence, finished=True)
        return
    if answered := _answered_how(sentence):
        yield Piece(answered, finished=True)
        return
    if _KEPT_BACK.search(sentence):
        yield Piece("don't mention it")
        return
    sentence = _IF_WANTED.sub("", _HOW_TO_SAY.sub("", sentence))
    sentence = _SAY_IT.sub("; ", _AFTERTHOUGHT.sub("", sentence))
    sentence = _IT_IS.sub(r"\1 is \2", sentence)
    instruction = take_instruction(sentence)
    told_what = bool(instruction and instruction.wished) and not _ABLE.match(sentence)
    if (is_first_person(sentence) or is_prose(sentence)) and not told_what:
        text, asides = _without_guidance(sentence)
        text = text.rstrip(" .") if asides else text
        yield Piece(" ".join([text, *(f"({a})" for a in asides)]), finished=True)
        return
    unsure = sentence.rstrip().endswith("?")
    text, asides = _without_guidance(_MANNER.sub("", sentence.rstrip(" .?")))
    told = [aside for aside in asides if not begins_instruction(aside)]
    parts = list(_parts(text))
    for number, part in enumerate(parts):
        last = number + 1 == len(parts)
        asks = unsure and (last or begins_question(part))
        yield from _with_tail(part, tuple(told) if last else (), unsure=asks)
    for aside in asides:
        if aside not in told:
            yield Piece(aside)


def begins_question(text: str) -> bool:
    """Whether words begin as a question does."""
    return bool({*words_of(text)[:1]} & _QUESTION_STARTS)


def _answered_how(sentence: str) -> str:
    """How the writer would do what they ask themselves, as a sentence; "" where it is none."""
    asked, answers, by = sentence.partition("? By ")
    words = asked.split()
    if (
        not answers
        or asked[:3].casefold() != "how"
        or words[2:3] != ["I"]
        or words[1] in _NOT_GOING_ON
    ):
        return ""
    aux = () if words[1] == "do" else words[1:2]
    return " ".join(("I", *aux, *words[3:], "by", by))


def _without_guidance(text: str) -> tuple[str, list[str]]:
    """The text without its last brackets, and those of them that say something."""
    asides: list[str] = []
    for found in reversed(list(_BRACKETS.finditer(text))):
        ends = not text[found.end() :].strip(" .?!,;")
        if is_guidance(found[1]):
            text = text[: found.start()] + text[found.end() :]
        elif (ends and not _belongs(found[1])) or _is_told(found[1]):
            text = text[: found.start()] + text[found.end() :]
            asides.insert(0, found[1])
    return text.strip(), asides


def _is_told(inner: str) -> bool:
    """Whether brackets hold what the writer says of themselves: "(my mother was a weaver)"."""
    return is_first_person(inner) and is_clause(inner)


def _belongs(inner: str) -> bool:
    """Whether brackets belong to the word before them: "(LLMs)", "(2015)"."""
    return len(inner.split()) == 1 and (inner.isupper() or inner[:-1].isupper() or inner.isdigit())


def _with_tail(text: str, asides: tuple[str, ...], *, unsure: bool) -> Iterator[Piece]:
    """A part cut where a colon or a dash sets something beside it."""
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
        if is_guidance(head) or _is_label(head):
            text = tail
            continue
        if mark is _DASH and begins_instruction(tail):
            yield from _with_tail(head, (), unsure=unsure)
            yield from _with_tail(tail, asides, unsure=unsure)
            return
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


def _wants_object(head: str) -> bool:
    """Whether a head only lacks what stands behind its colon: "proud of: the ramp"."""
    words = words_of(head)
    return len(words) > 1 and words[0] in word_list("stances") and words[-1] in _BEFORE_OBJECT


def _is_label(head: str) -> bool:
    """Whether a head only says what part of a letter comes: "call to action", "ending"."""
    words = words_of(head)
    return " ".join(words) in word_list("labels") or set(words) <= word_list("label_words")


def without_tail(text: str) -> str:
    """The text without a last part that only tells how to write."""
    text = _BY_THE_WAY.sub("", text)
    head, mark, tail = text.rpartition(", ")
    return head if mark and is_guidance(tail) and tail.split()[0] not in ("from", "use") else text


def _parts(text: str) -> Iterator[str]:
    """The instructions of one sentence, each by itself."""
    start = 0
    for cut in _CUT.finditer(text):
        if cut.start() < start or _inside_brackets(text, cut.start()):
            continue
        rest = text[cut.end() :]
        before = text[start : cut.start()]
        if cut["mark"].strip() == "so" and (is_clause(before) or say_starts(words_of(before))):
            continue
        if (
            ";" in cut["mark"]
            or cut["mark"].strip() == "so"
            or _goes_on(
                before,
                rest,
                comma="," in cut["mark"],
                contrasts="but" in cut["mark"],
            )
        ):
            yield text[start : cut.start()]
            start = cut.end()
    yield text[start:]


def _inside_brackets(text: str, index: int) -> bool:
    return text.count("(", 0, index) > text.count(")", 0, index)


def _goes_on(before: str, rest: str, *, comma: bool, contrasts: bool) -> bool:
    """Whether what follows is a new instruction, or a stance of its own."""
    instruction = take_instruction(before)
    one = _shares_verb(before, instruction, rest) or (comma and _is_main(before, instruction, rest))
    if not before.split() or one or _lists(before, rest):
        return False
    closes = _CLOSES.match(before) is not None
    words = words_of(rest.removeprefix("my "))
    if begins_instruction(rest, joined=not closes) or (closes and comma):
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
    fronted = starts in word_list("prepositions") | word_list("subordinators")
    if not contrasts and not fronted and _is_apart(before, rest, alone=instruction is None):
        return True
    if len(words) > 1 and (words[0] in _STANCES or _refers(words)):
        return True
    begins = word_list("auxiliaries") | word_list("wanting") - {"like", "used", "need"}
    half = say_starts(words_of(before)) or instruction or before.endswith((" ok", " okay", " fine"))
    return len(words) > 2 and words[0] in begins | {"available", "willing"} and bool(half)


def _is_main(before: str, instruction: Instruction | None, rest: str) -> bool:
    """Whether words are the main clause behind a subordinate one, and no instruction."""
    opens = is_subordinate(instruction.object if instruction else before)
    return opens and is_clause(rest) and not begins_instruction(rest)


def _lists(before: str, rest: str) -> bool:
    """Whether what follows goes on with a list of deeds: "learned Dutch, did the diploma"."""
    last = words_of(before.replace(":", ",").rpartition(", ")[2])[:1]
    return rest.split(maxsplit=1)[0] in _LISTED_DEEDS and any(map(is_past, last))


def _shares_verb(before: str, instruction: Instruction | None, rest: str) -> bool:
    """Whether one instruction has two verbs or two aims: "highlight and explain …", "offer to spend
    a day and to bring …", "say that I started here and would like to end here".
    """
    says = instruction is not None and instruction.object.startswith("that ")
    if says and {*words_of(rest)[:1]} & _MODALS:
        return True
    if len(before.split()) == 1 and begins_instruction(rest):
        return True
    aims = instruction is not None and instruction.object.startswith("to ")
    return aims and rest.startswith("to ")


def _refers(words: tuple[str, ...]) -> bool:
    """Whether words are a deed on what was named before: "wrote it"."""
    return is_past(words[0]) and words[1] in ("it", "them", "that", "this")


def _is_apart(before: str, rest: str, *, alone: bool) -> bool:
    """Whether what follows a comma is a clause by itself: of the writer or the company, or, where
    what was named before stands ``alone``, of others ("small creameries need that").
    """
    if _OWN_CLAUSE.match(rest) and not is_clause(before):
        return True
    words = words_of(rest)
    if not alone or len(words) <= _FEWEST_TOLD or words[1] in ("is", "was"):
        return False
    own = words[0].startswith("i") or words[0] in _NOT_OTHERS or say_starts(words_of(before))
    return is_clause(rest) and not own and not re.search(r"\bso\b|, ", rest)


def say_starts(words: tuple[str, ...]) -> bool:
    """Whether a text begins with a verb or a stance that lacks its "I"."""
    return bool(words) and (
        words[0] in word_list("auxiliaries") | word_list("wanting") | word_list("stances")
        or is_past(words[0])
    )


def _names_feeling(words: tuple[str, ...], *, beside: bool = False) -> bool:
    """Whether a noun phrase begins with a feeling and what it is for: "eagerness to …"; what may be
    something else is one ``beside`` another: "admiration for your work and pride in my roots".
    """
    rest = words
    while rest and rest[0] in word_list("feeling_adjectives"):
        rest = rest[1:]
    if len(rest) < 2 or rest[0] not in feelings():
        return False
    of_something = rest[1] in word_list("feeling_prepositions")
    if rest[0] in _HARDLY_FELT:
        return beside and of_something
    return of_something or rest[1] in ("to", "that")
