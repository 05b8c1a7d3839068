"""Evidence that no letter point asks for: the body of a letter without points, and what a short
letter can tell more.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import chain

from msgspec.structs import replace

from lapel.letter.answering.evidence import tell_and_record
from lapel.letter.answering.inquiry import Inquiry
from lapel.letter.answering.posting import answers_to_posting, ask_before_deed
from lapel.letter.answering.topics import keep_untold
from lapel.letter.arranging.layout import with_more
from lapel.letter.arranging.repeating import FEWEST, MOSTLY
from lapel.letter.deeds.model import Deed
from lapel.letter.deeds.search import Deeds
from lapel.letter.materials import WISHES, Progress, Wanted
from lapel.letter.moves import SECOND_DEED, Move, Told, count_words
from lapel.letter.telling.highlight import is_listed
from lapel.matching.model import RequirementKind
from lapel.profile.model import SectionKind

MOST_DEEDS = 6
MOST_ADDED = 5
"""The most deeds that are added to those that points ask for."""
DEFAULT_DEEDS = 3
MOST_LISTED = 2
"""The most bullets that can only be listed ("my work includes …") and are told unasked.

Where others are told because a point asks, one more may be.
"""
THIN_WORDS = 180
"""A letter of fewer words is filled with what only matters to the job."""


def default_body(inquiry: Inquiry) -> Iterator[Move]:
    """Yield the deeds of a body without points: the best for each emphasis, then the strongest."""
    emphases = inquiry.materials.wishes((RequirementKind.EMPHASIS,))
    deeds, progress = inquiry.deeds, inquiry.progress
    wished = (_choose_best(_find_fulfilling(wanted, deeds), deeds, progress) for wanted in emphases)
    strongest = (
        deed
        for deed in deeds.strongest()
        if deed.highlight.id not in progress.told and _may_be_told(deed, deeds, progress)
    )
    told = 0
    for deed in chain(wished, strongest):
        if told == DEFAULT_DEEDS:
            return
        if deed is not None and (move := _tell_unasked(deed, inquiry)):
            told += 1
            yield move


def _tell_unasked(deed: Deed, inquiry: Inquiry, *, drop: int = 0) -> Move | None:
    """Return a deed that no note asks for as a move, and record it as told."""
    move = tell_and_record(deed, inquiry, drop=drop)
    inquiry.progress.listed += move is not None and is_listed(deed.highlight, deed.entry)
    return move


def lengthen(paragraphs: Sequence[Told], inquiry: Inquiry, fewest_words: int) -> list[Told]:
    """Return the paragraphs with more deeds behind the body, up to ``fewest_words`` words."""
    more: list[Move] = []
    told = list(paragraphs)
    for deed in _find_more_deeds(told, inquiry, fewest_words):
        if move := _tell_unasked(deed, inquiry, drop=SECOND_DEED):
            more.append(move)
            told[:] = with_more(paragraphs, more)  # the words that there are now are counted
    return told


def lead_with_posting(paragraph: Told, inquiry: Inquiry) -> Told:
    """Return an unasked paragraph with the posting's words that its first deed answers first."""
    deeds = [move.deed for move in paragraph.moves if move.deed is not None]
    if not paragraph.is_free or not deeds or len(deeds) < len(paragraph.moves):
        return paragraph
    return replace(paragraph, moves=(*ask_before_deed(deeds[0], inquiry), *paragraph.moves))


def _find_more_deeds(
    paragraphs: Sequence[Told], inquiry: Inquiry, fewest_words: int
) -> Iterator[Deed]:
    """Yield further deeds as long as there is room.

    Where points had deeds told, the letter is the person's: a few more for what they emphasize.
    Else also deeds for what the posting asks, and the strongest while the letter is thin.
    """
    deeds, progress = inquiry.deeds, inquiry.progress
    asked = any(move.asked for told in paragraphs for move in told.moves if move.deed)
    own = [move.stems for told in paragraphs for move in told.moves if _is_own(move)]
    most = len(progress.told) + MOST_ADDED if asked else MOST_DEEDS
    groups = ((RequirementKind.EMPHASIS,), WISHES) if asked else (WISHES,)
    sources = [
        (
            _find_wished_for(inquiry.materials.wishes(kinds), deeds, progress, again=not asked),
            fewest_words,
        )
        for kinds in groups
    ]
    if not asked:
        strongest = (d for d in keep_untold(deeds.strongest(), progress) if d.score)
        sources += [
            (answers_to_posting(inquiry), fewest_words),
            (strongest, THIN_WORDS),
        ]
    for more, words in sources:
        for deed in more:
            if count_words(paragraphs) >= min(words, fewest_words):
                break
            if len(progress.told) >= most:
                return
            if _may_be_told(deed, deeds, progress) and not _is_told_in(own, deed):
                yield deed
    if not progress.told:
        yield from deeds.strongest()[:DEFAULT_DEEDS]


def _is_own(move: Move) -> bool:
    """Tell whether a move is the writer's own sentence, of a note."""
    return move.deed is None and move.is_of_notes


def _is_told_in(own: Iterable[frozenset[str]], deed: Deed) -> bool:
    """Tell whether one of the writer's own sentences, given by its stems, says a deed already."""
    fewest = max(FEWEST, MOSTLY * len(deed.stems))
    return any(len(deed.stems & said) >= fewest for said in own)


def _find_wished_for(
    wishes: Sequence[Wanted], deeds: Deeds, progress: Progress, *, again: bool
) -> Iterator[Deed]:
    """Yield the strong deeds for wishes that no deed answers yet; with ``again``, further ones."""
    fulfilling = cache(partial(_find_fulfilling, deeds=deeds))
    for further in (False, True) if again else (False,):
        for wanted in wishes:
            found = fulfilling(wanted)
            answered = bool(found) and found[0].highlight.id in progress.told
            deed = _choose_best(found, deeds, progress)
            if deed is not None and (further or not answered):
                yield deed


def _find_fulfilling(wanted: Wanted, deeds: Deeds) -> tuple[Deed, ...]:
    return deeds.fulfilling(wanted.phrase, wanted.requirement, wanted.number)


def _choose_best(found: Sequence[Deed], deeds: Deeds, progress: Progress) -> Deed | None:
    """Return the best strong deed found for a wish; one that can only be listed comes last."""
    first = None
    for deed in keep_untold(found, progress):
        if deed.strong and _may_be_told(deed, deeds, progress):
            if not is_listed(deed.highlight, deed.entry):
                return deed
            first = first or deed
    return first


def _may_be_told(deed: Deed, deeds: Deeds, progress: Progress) -> bool:
    """Tell whether a deed may be told unasked: the resume shows it, and no note plays it down.

    A deed that can only be listed needs strong evidence and few others told; one of a degree needs
    strong evidence.
    """
    id = deed.highlight.id
    if id in deeds.quiet or (deeds.on_page and id not in deeds.on_page):
        return False
    if is_listed(deed.highlight, deed.entry):
        told = (deeds.bullets.by_id[id] for id in progress.told if id in deeds.bullets)
        several = sum(is_listed(*one) for one in told) > MOST_LISTED
        if not deed.strong or several or progress.listed >= MOST_LISTED:
            return False
    return deed.strong or deed.entry.section is not SectionKind.EDUCATION
