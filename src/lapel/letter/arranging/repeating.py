"""Nothing is said twice in one letter."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from lapel.letter.arranging.halves import HALVES, is_complete, keep_half
from lapel.letter.deeds.counting import numbers_in
from lapel.letter.english.persons import unresolved_pronoun
from lapel.letter.model import Source, SourceKind
from lapel.letter.moves import Move, Told
from lapel.text.content import content_stems
from lapel.text.inline import plain_text
from lapel.text.regexes import regex

FEWEST = 3
"""The fewest telling words of sentences that are compared."""
ALIKE = 0.75
"""The share of the shorter sentence's words that makes two the same."""
FEWEST_TOLD, ALIKE_TOLD = 2, 0.7
"""The fewest words, and the share, for two sentences of the person's own.

Who says it shorter says it again.
"""
MOSTLY = 0.6
MOST_MORE = 3
"""A sentence with more new words than this says another thing."""
ABOUT = 2
"""The number of first words that say what a sentence is about."""
_MONTH_OF_YEAR = regex(r"\bin (?P<month>[A-Z][a-z]{2,8}) (?P<year>\d{4})\b")
_GOING_ON = (
    r"(?P<one>I [^,;:]+?),? and (?P<other>(?:would|will|can|could|hope|want|wish|look|"
    r"am (?:ready|glad|happy|keen|looking|able)) [^;:]+)"
)
"""A sentence that goes on with what the writer would or can: "I lead ten and would like to lead
more".
"""


def without_repeats(paragraphs: Sequence[Told]) -> list[Told]:
    """Leave out what an earlier sentence says already; that sentence then answers the note, too.

    A deed that a note asks for stays, and so do finished sentences of one note.
    """
    said: list[tuple[frozenset[str], int, int, bool]] = []
    kept: list[list[Move]] = []
    replaced = False
    for number, paragraph in enumerate(paragraphs):
        kept.append([])
        for move in paragraph.moves:
            stems = move.stems
            exempt = _is_frame(move) or (move.deed is not None and bool(move.asked))
            noted = move.is_of_notes
            told = noted and not unresolved_pronoun(move.text)
            last = (number, len(kept[number]) - 1 if noted else -1)
            # a deed is no repetition of what the company asks for: it answers it
            held = [o for o in said if not (move.deed and kept[o[1]][o[2]].theirs)]
            held = [o for o in held if not _are_of_one_note(kept[o[1]][o[2]], move)]
            held = [o for o in held if _entries_of(move) <= {*kept[o[1]][o[2]].sources}]
            before = None if exempt else _find_same_said(stems, held, last, told=told, noted=noted)
            again = next((o for o in said if _retells(move, stems, kept[o[1]][o[2]], o[0])), None)
            if again is not None:
                kept[again[1]][again[2]] = kept[again[1]][again[2]].also_for(move)
                continue
            if before is None:
                half = next((o for o in said if told and o[3] and _is_half_said(move, o[0])), None)
                if half is not None:
                    kept[half[1]][half[2]] = kept[half[1]][half[2]].also_for(move)
                said.append((stems, number, len(kept[number]), told))
                kept[number].append(move if half is None else keep_half(move, "other"))
                continue
            other, place, index, _ = before
            earlier = kept[place][index]
            if told and (rest := _keep_second_half(move, other)) is not None:
                kept[place][index] = earlier.also_for(move)
                said.append((rest.stems, number, len(kept[number]), told))
                kept[number].append(rest)
            elif told and earlier.deed is None and _says_more(move, stems, earlier, other):
                said[said.index(before)] = (stems, place, index, told)
                kept[place][index] = move.also_for(earlier)
                replaced = True
            else:
                kept[place][index] = earlier.also_for(move)
    left = [replace(p, moves=tuple(moves)) for p, moves in zip(paragraphs, kept, strict=True)]
    return without_repeats(left) if replaced else left  # what says more may say others, too


def _retells(
    deed: Move, stems: frozenset[str], earlier: Move, earlier_stems: frozenset[str]
) -> bool:
    """Tell whether a deed that a note asks for is what the person's own sentence said.

    It shares numbers and most words with it. Who wrote the sentence wants it as it is.
    """
    if deed.deed is None or not deed.asked or not earlier.first.own:
        return False
    numbers = numbers_in(deed.text) & numbers_in(earlier.text)
    shared = len(stems & earlier_stems)
    return bool(numbers) and shared >= MOSTLY * min(len(stems), len(earlier_stems))


def without_years_again(paragraphs: Sequence[Told]) -> list[Told]:
    """Put "that March" for "in March 2019" if a sentence before it named the year.

    That sentence must be about the same person or thing ("My father …").
    """
    dated: set[tuple[str, str]] = set()

    def again(move: Move) -> Move:
        first = move.first
        text = plain_text(first.text)
        about = " ".join(text.split()[:ABOUT])
        said = _MONTH_OF_YEAR.search(text)
        years = {word.strip(".,;") for word in text.split()} if move.is_of_notes else ()
        repeats = said is not None and (about, said["year"]) in dated
        dated.update((about, year) for year in years if year.isdigit())
        if not repeats:
            return move
        shorter = _MONTH_OF_YEAR.sub(lambda found: f"that {found['month']}", text, count=1)
        return replace(move, forms=((replace(first, text=shorter, own=False),),))

    return [replace(told, moves=tuple(map(again, told.moves))) for told in paragraphs]


def _is_half_said(move: Move, said: frozenset[str]) -> bool:
    """Tell whether an earlier sentence says the first half of a sentence of the notes.

    "I have sold from a stall, but never online" is such a sentence where the stall was told of.
    """
    halves = re.fullmatch(HALVES, move.text)
    if halves is None or len(move.forms[0]) > 1:
        return False
    again = content_stems(halves["one"])
    return is_complete(halves["other"]) and len(again) >= FEWEST_TOLD and again <= said


def _keep_second_half(move: Move, said: frozenset[str]) -> Move | None:
    """Return a sentence's second half, what the writer would do, if the first was said."""
    halves = re.fullmatch(_GOING_ON, move.text)
    if halves is None or len(move.forms[0]) > 1:
        return None
    again, new = content_stems(halves["one"]), content_stems(halves["other"])
    if not says_same(again, said) or new <= said:
        return None
    rest = replace(move.first, text=f"I {halves['other']}", own=False)
    return replace(move, forms=((rest,),))


def is_said_in(text: str, paragraphs: Sequence[Told]) -> bool:
    """Tell whether one sentence of a letter says most of what a text does."""
    stems = content_stems(text)
    moves = (move for paragraph in paragraphs for move in paragraph.moves)
    most = max((len(stems & move.stems) for move in moves), default=0)
    return most >= FEWEST and most >= MOSTLY * len(stems)


def says_same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether the telling words of two sentences are nearly the same."""
    least = min(len(one), len(other))
    return least >= FEWEST and len(one & other) >= ALIKE * least


def _find_same_said(
    stems: frozenset[str],
    said: Sequence[tuple[frozenset[str], int, int, bool]],
    before: tuple[int, int],
    *,
    told: bool,
    noted: bool,
) -> tuple[frozenset[str], int, int, bool] | None:
    """Find the earlier sentence that says the same, None if there is none.

    The sentence at ``before`` says it also if one of both has no new word, or if what is ``noted``
    has none and only refers back ("It still runs").
    """
    for one in said:
        beside = (one[1], one[2]) == before and bool(stems) and bool(one[0])
        nothing_new = beside and (stems <= one[0] or one[0] <= stems)
        again = nothing_new or (told and _says_again(stems, one[0]))
        in_deed = noted and beside and stems <= one[0]
        if says_same(stems, one[0]) or in_deed or (one[3] and again):
            return one
    return None


def _says_again(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    much = shared >= FEWEST_TOLD and shared >= ALIKE_TOLD * min(len(one), len(other))
    return much and len(one - other) <= MOST_MORE


def _says_more(move: Move, stems: frozenset[str], earlier: Move, other: frozenset[str]) -> bool:
    """Tell whether the later of two sentences says it better.

    It says all and more, or is in the person's words what was made of theirs. A sentence that
    refers back stays where it is.
    """
    later, first = move.first, earlier.first
    if unresolved_pronoun(plain_text(later.text)):
        return False
    return other < stems or (later.own and not first.own and len(stems) > len(other))


def _entries_of(move: Move) -> frozenset[Source]:
    """Return the entries that a move without a deed states: a licence is no repetition of a name
    like it.
    """
    stated = move.sources if move.deed is None else ()
    return frozenset(source for source in stated if source.kind is SourceKind.ENTRY)


def _are_of_one_note(one: Move, other: Move) -> bool:
    """Tell whether two finished sentences are of one note, the second thus new."""
    first, second = one.first, other.first
    return first.own and second.own and first.sources == second.sources


def _is_frame(move: Move) -> bool:
    """Tell whether a move is lapel's own sentence, which says nothing that could be said twice."""
    return all(source.kind is SourceKind.FRAME for source in move.sources)
