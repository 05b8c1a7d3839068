"""Evidence that no letter point asks for: the body of a letter without points, and what a short
letter can tell more.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from lapel.letter.arranging import with_more
from lapel.letter.company_side import answers_to_posting, lead
from lapel.letter.deeds import Deed, Deeds
from lapel.letter.evidence import tell, untold
from lapel.letter.materials import WISHES, Materials, Progress
from lapel.letter.moves import SECOND_DEED, Move, Told, count_words
from lapel.letter.telling.highlight import is_listed
from lapel.matching.model import RequirementKind
from lapel.profile.model import SectionKind

MOST_DEEDS = 6
MOST_ADDED = 2
"""So many deeds join those that points ask for."""
DEFAULT_DEEDS = 3
THIN_WORDS = 180
"""Up to so many words, what only matters to the job is told too."""


def default_body(materials: Materials, progress: Progress) -> Iterator[Move]:
    """The strongest evidence for what the job's notes, or else its posting, ask for most."""
    told = 0
    for target in (*materials.wishes((RequirementKind.EMPHASIS,)), ""):
        deeds = materials.deeds.answering(target) if target else materials.deeds.strongest()
        for deed in untold(deeds, progress):
            strong = deed.strong or not target
            if told < DEFAULT_DEEDS and strong and _may_be_told(deed, materials.deeds):
                if move := tell(deed, None, progress):
                    told += 1
                    yield move
                if target:
                    break


def lengthen(
    paragraphs: Sequence[Told], materials: Materials, progress: Progress, fewest_words: int
) -> list[Told]:
    """The paragraphs with more of the strong evidence for what is wished for behind the body, up
    to so many words.
    """
    more: list[Move] = []
    told = list(paragraphs)
    for deed in _more(told, materials, progress, fewest_words):
        if move := tell(deed, None, progress, drop=SECOND_DEED):
            more.append(move)
            told[:] = with_more(paragraphs, more)  # the words that there are now are counted
    return told


def led(paragraph: Told, materials: Materials, progress: Progress) -> Told:
    """A paragraph that no note asks for, with what the posting says of its first before them."""
    deeds = [move.deed for move in paragraph.moves if move.deed is not None]
    if not paragraph.is_free or not deeds or len(deeds) < len(paragraph.moves):
        return paragraph
    return replace(paragraph, moves=(*lead(deeds[0], materials, progress), *paragraph.moves))


def _more(
    paragraphs: Sequence[Told], materials: Materials, progress: Progress, fewest_words: int
) -> Iterator[Deed]:
    """Deeds as long as there is room. Where points had deeds told, the letter is the person's: a
    few more for what they emphasize themselves. Else also for what the posting says, and while the
    letter is thin, what matters most.
    """
    deeds = materials.deeds
    asked = any(move.asked for told in paragraphs for move in told.moves if move.deed)
    emphases = any(r.kind is RequirementKind.EMPHASIS for r in deeds.matches.requirements)
    kinds = (RequirementKind.EMPHASIS,) if asked and emphases else WISHES
    found = _wished_for(materials.wishes(kinds), deeds, progress, again=not asked)
    most = min(len(progress.told) + MOST_ADDED, MOST_DEEDS) if asked else MOST_DEEDS
    sources = [(found, fewest_words)]
    if not asked:
        strongest = (d for d in untold(deeds.strongest(), progress) if d.score)
        sources += [
            (answers_to_posting(materials, progress), fewest_words),
            (strongest, THIN_WORDS),
        ]
    for more, words in sources:
        for deed in more:
            if count_words(paragraphs) >= min(words, fewest_words):
                break
            if len(progress.told) >= most:
                return
            if _may_be_told(deed, deeds):
                yield deed
    if not progress.told:
        yield from deeds.strongest()[:DEFAULT_DEEDS]


def _wished_for(
    wishes: Sequence[str], deeds: Deeds, progress: Progress, *, again: bool
) -> Iterator[Deed]:
    """The strong deeds for wishes that no deed answers yet; with ``again`` further ones too."""
    for further in (False, True) if again else (False,):
        for target in wishes:
            found = deeds.answering(target)
            answered = bool(found) and found[0].highlight.id in progress.told
            deed = next(untold(found, progress), None)
            if deed is None or not deed.strong or (answered and not further):
                continue
            yield deed


def _may_be_told(deed: Deed, deeds: Deeds) -> bool:
    """Whether the resume tells it too, where there is one, and no note plays it down; what one
    wrote about at school is told where it is asked for.
    """
    if deed.highlight.id in deeds.quiet or is_listed(deed.highlight, deed.entry):
        return False
    if deed.entry.section is SectionKind.EDUCATION and not deed.strong:
        return False
    return not deeds.on_page or deed.highlight.id in deeds.on_page
