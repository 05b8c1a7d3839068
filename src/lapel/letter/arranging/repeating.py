"""Nothing is said twice in one letter."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from lapel.letter.arranging.halves import HALVES, only_half, stands
from lapel.letter.deeds.counting import numbers_in
from lapel.letter.model import SourceKind
from lapel.letter.moves import Move, Told
from lapel.letter.telling.language.persons import points_at_nothing
from lapel.text.content import content_stems
from lapel.text.inline import plain_text
from lapel.text.regexes import regex

FEWEST = 3
"""Sentences with fewer words that say something are not held against each other."""
ALIKE = 0.75
"""The share of the shorter one's words that says the same."""
FEWEST_TOLD, ALIKE_TOLD = 2, 0.7
"""The same of two sentences of the person's own: who says it shorter says it again."""
MOSTLY = 0.6
MOST_MORE = 3
"""Who says so much more says another thing."""
ABOUT = 2
"""The words that say what a sentence is about."""
_MONTH_OF_YEAR = regex(r"\bin (?P<month>[A-Z][a-z]{2,8}) (?P<year>\d{4})\b")
_GOING_ON = (
    r"(?P<one>I [^,;:]+?),? and (?P<other>(?:would|will|can|could|hope|want|wish|look|"
    r"am (?:ready|glad|happy|keen|looking|able)) [^;:]+)"
)
"""What goes on with what the writer would or can: "I lead ten and would like to lead more"."""


def without_repeats(paragraphs: Sequence[Told]) -> list[Told]:
    """Return the paragraphs without what an earlier sentence says already; that sentence then
    answers the note too. A deed that a note asks for stays, and so do finished sentences of one
    note.
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
            told = noted and not points_at_nothing(move.text)
            last = (number, len(kept[number]) - 1 if noted else -1)
            # a deed is no repetition of what the company asks for: it answers it
            held = [o for o in said if not (move.deed and kept[o[1]][o[2]].theirs)]
            held = [o for o in held if not _go_on(kept[o[1]][o[2]], move)]
            before = None if exempt else _place_of(stems, held, last, told=told, noted=noted)
            again = next((o for o in said if _retells(move, stems, kept[o[1]][o[2]], o[0])), None)
            if again is not None:
                kept[again[1]][again[2]] = kept[again[1]][again[2]].also_for(move)
                continue
            if before is None:
                half = next((o for o in said if told and o[3] and _half_said(move, o[0])), None)
                if half is not None:
                    kept[half[1]][half[2]] = kept[half[1]][half[2]].also_for(move)
                said.append((stems, number, len(kept[number]), told))
                kept[number].append(move if half is None else only_half(move, "other"))
                continue
            other, place, index, _ = before
            earlier = kept[place][index]
            if told and (rest := _going_on(move, other)) is not None:
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
    """Whether a deed that a note asks for is what the person's own sentence said, by its numbers
    and most of its words: who wrote it wants it as it stands.
    """
    if deed.deed is None or not deed.asked or not earlier.first.own:
        return False
    numbers = numbers_in(deed.text) & numbers_in(earlier.text)
    shared = len(stems & earlier_stems)
    return bool(numbers) and shared >= MOSTLY * min(len(stems), len(earlier_stems))


def without_years_again(paragraphs: Sequence[Told]) -> list[Told]:
    """Return the paragraphs with "that March" for "in March 2019", where a sentence before it about
    the same person or thing ("My father …") named the year.
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


def _half_said(move: Move, said: frozenset[str]) -> bool:
    """Whether the first half of a sentence of the notes is said by an earlier one: "I have sold
    from a stall, but never online" where the stall was told of.
    """
    halves = re.fullmatch(HALVES, move.text)
    if halves is None or len(move.forms[0]) > 1:
        return False
    again = content_stems(halves["one"])
    return stands(halves["other"]) and len(again) >= FEWEST_TOLD and again <= said


def _going_on(move: Move, said: frozenset[str]) -> Move | None:
    """What the writer would or can, where a sentence's first half is all that was said before."""
    halves = re.fullmatch(_GOING_ON, move.text)
    if halves is None or len(move.forms[0]) > 1:
        return None
    again, new = content_stems(halves["one"]), content_stems(halves["other"])
    if not says_same(again, said) or new <= said:
        return None
    rest = replace(move.first, text=f"I {halves['other']}", own=False)
    return replace(move, forms=((rest,),))


def is_said(text: str, paragraphs: Sequence[Told]) -> bool:
    """Whether one sentence of a letter says most of what a text does."""
    stems = content_stems(text)
    moves = (move for paragraph in paragraphs for move in paragraph.moves)
    most = max((len(stems & move.stems) for move in moves), default=0)
    return most >= FEWEST and most >= MOSTLY * len(stems)


def says_same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the telling words of two sentences are nearly the same."""
    least = min(len(one), len(other))
    return least >= FEWEST and len(one & other) >= ALIKE * least


def _place_of(
    stems: frozenset[str],
    said: Sequence[tuple[frozenset[str], int, int, bool]],
    before: tuple[int, int],
    *,
    told: bool,
    noted: bool,
) -> tuple[frozenset[str], int, int, bool] | None:
    """Where the same was said already; of what is told the sentence just before, whose place is
    ``before``, says it too where one of both has no word that is new, or what is ``noted`` has none
    and only points back ("It still runs").
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
    """Whether the later of two sentences says it better: all and more, or in the person's words
    what was made of theirs; what points back stays where it is.
    """
    later, first = move.first, earlier.first
    if points_at_nothing(plain_text(later.text)):
        return False
    return other < stems or (later.own and not first.own and len(stems) > len(other))


def _go_on(one: Move, other: Move) -> bool:
    """Whether two finished sentences are of one note: its author says with the second what the
    first does not.
    """
    first, second = one.first, other.first
    return first.own and second.own and first.sources == second.sources


def _is_frame(move: Move) -> bool:
    """Whether a move is lapel's own sentence, which says nothing that could be said twice."""
    return all(source.kind is SourceKind.FRAME for source in move.sources)
