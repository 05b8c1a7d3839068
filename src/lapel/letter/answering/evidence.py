"""The deeds that answer a letter point, or that are told without being asked for."""

import re
from collections.abc import Collection, Iterator, Sequence

from lapel.letter.answering.abilities import join_listings, names_languages, tell_ability
from lapel.letter.answering.credentials import ACRONYM, names_credential, tell_credential
from lapel.letter.answering.inquiry import Inquiry
from lapel.letter.answering.topics import (
    deeds_on,
    keep_untold,
    shares_words,
    split_targets,
)
from lapel.letter.arranging.introducing import tell_deed
from lapel.letter.deeds.counting import numbers_in
from lapel.letter.deeds.model import Deed
from lapel.letter.deeds.scores import LEADING, SHARED_WORDS
from lapel.letter.english.vocabulary import word_list
from lapel.letter.moves import SECOND_DEED, Move
from lapel.letter.points.model import Part
from lapel.letter.telling.highlight import is_listed
from lapel.text.content import content_stems
from lapel.text.regexes import regex
from lapel.text.words import stems_of

_MOST_DEEDS_A_POINT = 3
_NEARLY = 0.8
_FAR = 0.2
"""The score below which a deed without a word of a topic is not told beside another."""
_AS_SURE = 0.85
"""The score from which a deed surely tells of what it has no word of."""
_WORKED = r"(?:experience|work|years|background|career|job|shifts?)\b"
"""Words behind a certificate's name that mean the work done with it, not that it is held."""
_HOW_MUCH = regex(r"(?i)\bhow (?:much|many|fast|quickly|soon|long|often|far)\b")
_TERMS = frozenset(("availability", "available", "notice", "visa", "relocation"))
_OF_IT = r"(?i)\bits (?:[\w-]+ ){{0,3}}{}"
""""Its" before a thing that belongs to one named before it, whose deed tells of both if any
does.
"""


def tell_and_record(deed: Deed, inquiry: Inquiry, *, drop: int = 0) -> Move | None:
    """Return a deed as a move and record it as told; None if it cannot be told."""
    move = tell_deed(deed, inquiry.sources, drop)
    if move is not None:
        inquiry.progress.told.add(deed.highlight.id)
    return move


def deeds_for(
    targets: Sequence[str],
    inquiry: Inquiry,
    *,
    strong: bool = False,
    specifics: Collection[str] = (),
) -> Iterator[Move]:
    """Yield one deed for each target; a second one only for a single target, if it is strong and
    does not open the letter.

    With ``strong`` no weak deed is told, since the note says it in its own words. Targets that only
    name entries say where to look for the others. ``specifics`` are targets that say what the
    others mean: a deed that answers these is told for both.
    """
    deeds, progress = inquiry.deeds, inquiry.progress
    topics, entries = split_targets(targets, deeds)
    here: set[str] = set()
    before = False
    listed: list[Move] = []
    for topic, found in _order_by_specifics(topics, entries, specifics, inquiry):
        if named := _tell_without_deed(topic, found, inquiry):
            listed += named
            continue
        yield from join_listings(listed)
        listed = []
        before = before or bool(found and found[0].highlight.id in progress.told)
        answers = keep_tellable_beside(topic, found, [deeds.deed(id) for id in sorted(here)])
        if _none_is_near_enough(topic, answers, inquiry, beside=bool(here)) or (
            found and not answers
        ):
            continue
        two = len(topics) == 1 and inquiry.part is not Part.OPENING
        most = min(2 if two else 1, _MOST_DEEDS_A_POINT - len(here))
        free = [d for d in answers if d.is_plain or not progress.leaves(d.highlight.id, inquiry.id)]
        free = _put_meant_first(topic, free, inquiry) if len(topics) == 1 else free
        for number, deed in enumerate(_choose_deeds(topic, free, inquiry, most, strong=strong)):
            if move := tell_and_record(deed, inquiry, drop=SECOND_DEED if number else 0):
                here.add(deed.highlight.id)
                yield move
    yield from join_listings(listed)
    if here or before or (topics and not entries):
        return
    for deed in keep_untold(deeds.strongest(), progress):  # of what is named beside a degree, too
        of_named = not entries or deed.entry.id in entries
        if of_named and (move := tell_and_record(deed, inquiry)):
            yield move
            return


def deeds_named(targets: Sequence[str], said: str, inquiry: Inquiry) -> Iterator[Move]:
    """Yield the deeds named in several of a bullet's words beside the personal connection.

    "My Saturday mornings at the library" names one. If what is ``said`` already names it too, only
    a deed that tells it plainly is told.
    """
    heard = content_stems(said)
    for topic in targets:
        best = next(iter(deeds_on(topic, inquiry.deeds)), None)
        if best is None or best.highlight.id in inquiry.progress.told:
            continue
        if not shares_words(topic, best) or (content_stems(topic) & heard and not best.strong):
            continue
        if move := tell_and_record(best, inquiry):
            yield move


def keep_tellable_beside(
    topic: str, answers: Sequence[Deed], here: Sequence[Deed]
) -> Sequence[Deed]:
    """Return the answers to a topic that may be told beside the deeds told ``here``.

    If one of these says it already, or the first answer is no more than far from it, only answers
    that say it more plainly are left.
    """
    if not answers or not here:
        return answers
    asked, first = content_stems(topic), answers[0]
    told = {deed.highlight.id for deed in here}
    if first.highlight.id in told:
        return [deed for deed in answers if deed.strong and deed.score > first.score]
    shared = len(asked & first.stems)
    said = max(len(asked & deed.stems) for deed in here)
    also = not first.is_plain or any(deed.highlight.id in told for deed in answers)
    is_said = also and said > 0 and said >= shared
    return () if is_said or (not shared and first.score < _FAR) else answers


def _none_is_near_enough(
    topic: str, answers: Sequence[Deed], inquiry: Inquiry, *, beside: bool
) -> bool:
    """Tell whether no answer to a topic is near enough.

    A matter of terms needs a plain answer; and so does what belongs to the thing named before it,
    if a deed is told ``beside`` for that.
    """
    if answers and not answers[0].is_plain and _is_of_terms(topic):
        return True
    of_it = beside and re.search(_OF_IT.format(re.escape(topic)), inquiry.text)
    return bool(of_it) and not (answers and answers[0].strong)


def _is_of_terms(topic: str) -> bool:
    """Tell whether a topic is pay, notice or the like, which a deed only near it never tells."""
    return topic.split(maxsplit=1)[0].casefold() in word_list("pay") | _TERMS


def _put_meant_first(topic: str, answers: Sequence[Deed], inquiry: Inquiry) -> list[Deed]:
    """Return the answers with those first that share several words with the rest of the note.

    "Claims. I read my own mistakes every quarter" means the claims that were read every quarter.
    """
    rest = content_stems(inquiry.body) - content_stems(topic)

    def is_meant(deed: Deed) -> bool:
        return deed.is_plain and len(rest & deed.stems) >= SHARED_WORDS

    return sorted(answers, key=is_meant, reverse=True)


def _order_by_specifics(
    topics: Sequence[str], entries: frozenset[str], specifics: Collection[str], inquiry: Inquiry
) -> Iterator[tuple[str, Sequence[Deed]]]:
    """Yield the topics with the deeds that answer them, first those that say what others mean.

    Of the others, only a thing with a deed of its own comes before them, and only deeds that answer
    one of ``specifics`` too, or strong ones, are left.
    """
    found = [(topic, deeds_on(topic, inquiry.deeds, entries)) for topic in topics]
    named = [answers[0] for topic, answers in found if topic in specifics and answers]
    meant = {deed.highlight.id for deed in named if deed.is_plain}
    heads = {
        topic
        for topic, answers in found
        if topic not in specifics and meant and _is_thing_told(topic, answers, meant, inquiry)
    }
    if len(named) == len({*specifics}) == len(topics) - 1 > 1:  # they are what it consists of
        found = [(topic, answers) for topic, answers in found if topic in {*specifics, *heads}]

    def place(one: tuple[str, Sequence[Deed]]) -> int:
        return 0 if one[0] in heads else 1 + (bool(meant) and one[0] not in specifics)

    for topic, answers in sorted(found, key=place):
        if not meant or topic in specifics or topic in heads:
            yield topic, answers
            continue
        ordered = sorted(answers, key=lambda deed: deed.highlight.id not in meant)
        if not ordered or ordered[0].strong:
            yield topic, ordered


def _is_thing_told(
    topic: str, answers: Sequence[Deed], others: Collection[str], inquiry: Inquiry
) -> bool:
    """Tell whether a topic is one thing that a deed, none of ``others``, tells in all its words."""
    if not answers or answers[0].highlight.id in others:
        return False
    asked = content_stems(inquiry.deeds.names.split(topic)[1])
    thing = re.search(rf"\b(?:the|my|our) {re.escape(topic)}", inquiry.text)
    return thing is not None and len(asked) >= SHARED_WORDS and asked <= answers[0].stems


def _tell_without_deed(topic: str, answers: Sequence[Deed], inquiry: Inquiry) -> tuple[Move, ...]:
    """Return a certificate that a topic means, or an ability if no deed answers it; else ()."""
    plainly = bool(answers) and answers[0].is_plain
    worked = rf"\b{re.escape(topic)} {_WORKED}"
    if plainly and re.search(worked, inquiry.text, re.IGNORECASE):
        return ()
    if plainly and not ACRONYM.search(topic) and not names_credential(topic, inquiry.deeds):
        return ()
    listed = not any(deed.score >= LEADING for deed in answers) or names_languages(topic)
    abilities = tell_ability(topic, inquiry) if listed else ()
    return (*tell_credential(topic, inquiry), *abilities)[:1]


def _choose_deeds(
    topic: str, answers: Sequence[Deed], inquiry: Inquiry, most: int, *, strong: bool
) -> Iterator[Deed]:
    """Yield up to ``most`` of the best answers not told yet.

    All but the first must be strong and say it as plainly as the first. With ``strong`` each must
    speak of the topic in its own words, unless it is the first and strong or the only one.
    """
    asked = content_stems(topic)
    free = _put_plain_first(topic, [*keep_untold(answers, inquiry.progress)])[: max(most, 0)]
    for number, deed in enumerate(free):
        alike = _says_as_plainly(deed, free[0], asked, by_words=" I " in topic)
        if number and not (deed.strong and alike):
            return
        unsure = strong and (number or not deed.strong) and not shares_words(topic, deed)
        if unsure and (number or not _is_only_one(deed, answers, asked, inquiry)):
            return
        yield deed


def _is_only_one(
    deed: Deed, answers: Sequence[Deed], asked: frozenset[str], inquiry: Inquiry
) -> bool:
    """Tell whether a deed alone answers a topic plainly, and has half of its telling words.

    "Interviewed 11 adjusters" is the one for "talked to the adjusters". Where a measure is asked
    for ("how fast I …"), it only has to have one.
    """
    measured = _HOW_MUCH.search(inquiry.body) and numbers_in(deed.highlight.text.plain)
    sure = deed.is_plain or bool(measured)
    shared = asked & deed.stems
    telling = shared - stems_of(" ".join(word_list("people")))
    return len(answers) == 1 and sure and bool(telling) and 2 * len(shared) >= len(asked) > 1


def _says_as_plainly(deed: Deed, first: Deed, asked: frozenset[str], *, by_words: bool) -> bool:
    """Tell whether a deed has as many of the words ``asked`` for as the first, or is as sure.

    Of what the writer did with a thing ("agents I promoted") only the words tell.
    """
    shared, fewest = (len(asked & (one.stems | one.tagged)) for one in (deed, first))
    sure = not by_words and deed.score >= max(first.score, _AS_SURE)
    return shared >= max(fewest, 1) or sure


def _put_plain_first(topic: str, answers: Sequence[Deed]) -> Sequence[Deed]:
    """Put an answer that is a deed before one that can only be listed, if it is nearly as good.

    It must have as many of the topic's words.
    """
    if not answers or not is_listed(answers[0].highlight, answers[0].entry):
        return answers
    asked = content_stems(topic)
    shared = {deed.highlight.id: len(asked & deed.stems) for deed in answers}
    fewest = shared[answers[0].highlight.id]
    near = (
        deed
        for deed in answers
        if deed.score >= _NEARLY * answers[0].score and shared[deed.highlight.id] >= fewest
    )
    better = next((d for d in near if not is_listed(d.highlight, d.entry)), answers[0])
    return [better, *(deed for deed in answers if deed is not better)]
