"""The parts of a note that the letter leaves unsaid.

Each part's telling words are looked for in what the letter says for the note and in the bullets
told for it. Of a lost part less than half is found, or a number is not; none is lost that only
names what the told deed answers in other words, only heads the rest ("staff: …"), or only tells how
to write.
"""

from collections.abc import Collection

from lapel.letter.answering.topics import deeds_on
from lapel.letter.deeds.bounds import amounts_in, bounds_in
from lapel.letter.deeds.counting import SHORTEST_TELLING, numbers_in, without_separators
from lapel.letter.english.clauses import is_clause
from lapel.letter.english.vocabulary import instructions, mapping, pattern, word_list
from lapel.letter.points.context import Context
from lapel.letter.points.cutting.directions import MANNER, is_direction
from lapel.letter.points.cutting.pieces import ONLY_REFERS, is_guidance
from lapel.letter.points.cutting.reminding import without_reminders
from lapel.letter.points.cutting.tidying import tidy
from lapel.letter.points.instructing import begins_instruction, take_instruction
from lapel.letter.points.saying.requesting import find_thanked_for
from lapel.letter.unsaid.asked import HALF, asked_stems, is_mostly_in
from lapel.letter.unsaid.heard import Heard
from lapel.letter.unsaid.implied import (
    asks_for_measure_told,
    is_conceded_by_deed,
    is_of_posting,
    is_reason_of_posting,
    is_tied_to_posting,
    points_at_deed,
    says_no_harm_came,
)
from lapel.letter.unsaid.note_parts import NotePart, note_parts
from lapel.text.regexes import regex
from lapel.text.words import split_words

_FEWEST_WONDERED = 2
"""The fewest words of a question that must be told; a shorter one ("what it took") the deed mostly
tells.
"""
_DID = regex(r"^(?:how|that|when|where) (?:I|we)(?:['’]ve| have)? (?=[a-z]+)")
"""Words before a deed that is asked for: "how I cleared the dead stock"."""
_HAS_NAME = regex(r"(?<=\w )[A-Z][a-z]|\b[A-Z]{2}")
_SHORT = regex(r"[A-Z][A-Z\d]{1,5}")
"""An acronym, or a letter and a number: "PTI", "L4"."""
_NO_PROBLEM = regex(r" no (?:problem|issue)$")
_ONLY_WHOSE = regex(r"(?i)(?:theirs|yours)$")
"""Words for whose a thing is, which "your" says: "the first opera I saw, theirs"."""


def lost_parts(note: str, heard: Heard, missing: Collection[str]) -> list[NotePart]:
    """Return the parts of a note that the letter leaves unsaid; none of a note of one part.

    ``missing`` are the phrases of it that were looked for and not found.
    """
    parts = list(note_parts(note))
    return [part for part in parts if len(parts) > 1 and _is_lost(part, heard, missing)]


def _is_lost(part: NotePart, heard: Heard, missing: Collection[str]) -> bool:
    text = _NO_PROBLEM.sub("", without_reminders(tidy(part.text, Context())))
    if not text or _need_not_be_said(text) or _is_known(text, heard):
        return False
    sought = any(is_mostly_in(phrase, part.text) for phrase in missing)
    if not sought and (part.tied or (part.heads and not _HAS_NAME.search(part.text))):
        return False
    named = _named_thing(text, begins=part.start == 0)
    asked = asked_stems(without_separators(named)) - heard.company
    wonders = (*named.split(maxsplit=1), text)[0].casefold() in word_list("asking")
    if len(asked) < (_FEWEST_WONDERED if wonders and not sought else 1):
        return False
    known = heard.stems | _sizes_heard(text, heard)
    if any(len(number) >= SHORTEST_TELLING for number in numbers_in(text) - known - heard.theirs):
        return True
    known |= _initials_heard(part, heard)
    known |= {stem for stem in asked if stem[0].isdigit() and numbers_in(stem) <= known}
    if len(asked & known) >= HALF * len(asked):
        return False
    return is_clause(text) or not _is_told_otherwise(named, part, heard)


def _sizes_heard(text: str, heard: Heard) -> frozenset[str]:
    """Return the numbers of a text that are of the size of a told bullet's: "140+", "under 1%"."""
    amounts = frozenset().union(*map(amounts_in, heard.bullets))
    return frozenset(b.written for b in bounds_in(text) if any(map(b.holds, amounts)))


def _need_not_be_said(text: str) -> bool:
    """Tell whether a text only tells how to write, only refers, or only says where to be reached or
    where one worked.
    """
    return (
        is_guidance(text)
        or is_direction(text)
        or MANNER.search(f", {text}") is not None
        or ONLY_REFERS.match(text) is not None
        or _ONLY_WHOSE.match(text) is not None
        or text.casefold() in instructions()
        or f"{text.casefold()} to" in mapping("instructing")
        or pattern("contact").match(text) is not None
        or pattern("at_work").match(text) is not None
    )


def _is_known(text: str, heard: Heard) -> bool:
    """Tell whether the company knows what a text says, or the deed told for the rest says it."""
    counts_only = not any(map(str.isalpha, text)) and numbers_in(text) <= heard.stems
    return (
        counts_only
        or points_at_deed(text, heard)
        or is_reason_of_posting(text, heard)
        or is_tied_to_posting(text, heard)
        or says_no_harm_came(text, heard)
    )


def _named_thing(text: str, *, begins: bool) -> str:
    """Return what a part names, without the words that ask to tell it or give thanks for it."""
    ordered = begins or begins_instruction(text, joined=True)
    told = take_instruction(text) if ordered else None
    if told is None:
        return text
    return find_thanked_for(told.object) if "thank" in told.kinds else told.object


def _initials_heard(part: NotePart, heard: Heard) -> frozenset[str]:
    """Return the stems of a part's acronyms that the letter writes out in full."""
    words = split_words(part.text)
    short = (word for word in words if _SHORT.fullmatch(word.written))
    return frozenset(word.stem for word in short if word.written in heard.initials)


def _is_told_otherwise(named: str, part: NotePart, heard: Heard) -> bool:
    """Tell whether the thing that a part names is told in other words."""
    if heard.answered or asks_for_measure_told(named, heard) or is_conceded_by_deed(named, heard):
        return True
    if is_of_posting(part.text, heard):
        return True
    answers = deeds_on(_DID.sub("", named), heard.deeds)
    return any(deed.highlight.id in heard.told for deed in answers)
