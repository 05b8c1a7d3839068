"""The deeds that answer what a letter point, or nobody in particular, asks for."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from lapel.job.model import Note
from lapel.letter.answering.abilities import listed_together, names_languages, tell_ability
from lapel.letter.answering.credentials import ACRONYM, names_credential, tell_credential
from lapel.letter.arranging.introducing import tell_deed
from lapel.letter.deeds.search import LEADING, Deed, Deeds
from lapel.letter.materials import Progress
from lapel.letter.model import Source, SourceKind
from lapel.letter.moves import SECOND_DEED, Move
from lapel.letter.points.language.grammar import is_past, words_of
from lapel.letter.points.language.sentences import without_determiner
from lapel.letter.points.language.vocabulary import word_list
from lapel.letter.telling.highlight import is_listed, tell_highlight
from lapel.letter.telling.model import Introduction, Untold
from lapel.text.content import content_stems
from lapel.text.regexes import regex

MOST_DEEDS_A_POINT = 3
NEARLY = 0.8
FEWEST_SHARED = 2
SHARE = 0.4
"""How many and what share of a topic's words a deed has that tells it in them."""
BEGINNING_WORDS = 6
FEWEST_CLAIMED = 4
_WORKED = r"(?:experience|work|years|background|career|job|shifts?)\b"
"""What shows that what was done with a certificate is meant, and not that it is held."""
_TERMS = frozenset(("availability", "available", "notice", "visa", "relocation"))
_OF_IT = r"(?i)\bits (?:[\w-]+ ){{0,3}}{}"
"""What belongs to the thing named before it, whose deed tells it if any does."""
_PARTS = regex(
    r" (?:of|for|with|in|on|during|to|by|from|under|beside|across|between|among|about|after|before)"
    r"(?: (?:the|a|an|my|their|your))? "
)


def deeds_for(
    targets: Sequence[str],
    note: Note,
    deeds: Deeds,
    progress: Progress,
    *,
    strong: bool = False,
    such: Collection[str] = (),
) -> Iterator[Move]:
    """One deed for each target, and where there is one target, a second that is strong too;
    with ``strong`` no others, since the note says it in its own words.

    Targets that only name entries say where to look for the others. ``such`` of them say what the
    others mean: a deed that these name is told for both.
    """
    topics, entries = _split_targets(targets, deeds)
    here: set[str] = set()
    before = False
    held: list[Move] = []
    for topic, found in _with_such(topics, entries, such, deeds):
        if listed := _held(topic, found, note, deeds):
            held += listed
            continue
        yield from listed_together(held)
        held = []
        before = before or bool(found and found[0].highlight.id in progress.told)
        answers = _beside_told(found, here)
        vague = bool(answers) and not answers[0].plain and _is_of_terms(topic)
        of_it = bool(here) and re.search(_OF_IT.format(re.escape(topic)), note.text) is not None
        vague = vague or (of_it and not (answers and answers[0].strong))
        if vague or (found and not answers):
            continue
        most = min(2 if len(topics) == 1 else 1, MOST_DEEDS_A_POINT - len(here))
        free = [d for d in answers if d.plain or not progress.leaves(d.highlight.id, note)]
        free = _meant_first(topic, free, note) if len(topics) == 1 else free
        for number, deed in _chosen(topic, free, progress, most, strong=strong):
            if move := tell(deed, note, progress, drop=SECOND_DEED if number else 0):
                here.add(deed.highlight.id)
                yield move
    yield from listed_together(held)
    if here or before or (topics and not entries):
        return
    for deed in untold(deeds.strongest(), progress):  # of what is named beside a degree, too
        of_named = not entries or deed.entry.id in entries
        if of_named and (move := tell(deed, note, progress)):
            yield move
            return


def _beside_told(answers: Sequence[Deed], here: Collection[str]) -> Sequence[Deed]:
    """The answers to a topic; where the first of them is told ``here`` already, those that say it
    more plainly.
    """
    if not answers or answers[0].highlight.id not in here:
        return answers
    return [deed for deed in answers if deed.strong and deed.score > answers[0].score]


def _meant_first(topic: str, answers: Sequence[Deed], note: Note) -> list[Deed]:
    """The answers, those first that share several words with what else the note says: of "claims. I
    read my own mistakes every quarter" the claims that were read every quarter.
    """
    rest = content_stems(note.body or note.text) - content_stems(topic)

    def is_meant(deed: Deed) -> bool:
        return deed.plain and len(rest & deed.stems) >= FEWEST_SHARED

    return sorted(answers, key=is_meant, reverse=True)


def _with_such(
    topics: Sequence[str], entries: frozenset[str], such: Collection[str], deeds: Deeds
) -> Iterator[tuple[str, Sequence[Deed]]]:
    """The topics with the deeds that answer them: those first that say what the others mean, and
    of these only what a deed of theirs or a strong one answers.
    """
    found = [(topic, answering(topic, entries, deeds)) for topic in topics]
    named = [answers[0] for topic, answers in found if topic in such and answers]
    meant = {deed.highlight.id for deed in named if deed.plain}
    if len(named) == len({*such}) == len(topics) - 1 > 1:  # they are what it consists of
        found = [(topic, answers) for topic, answers in found if topic in such]
    for topic, answers in sorted(found, key=lambda one: bool(meant) and one[0] not in such):
        if not meant or topic in such:
            yield topic, answers
            continue
        ordered = sorted(answers, key=lambda deed: deed.highlight.id not in meant)
        if not ordered or ordered[0].strong:
            yield topic, ordered


def _is_of_terms(topic: str) -> bool:
    """Whether a topic is a matter of terms, which no deed that only comes near it tells."""
    return topic.split(maxsplit=1)[0].casefold() in word_list("pay") | _TERMS


def _held(topic: str, answers: Sequence[Deed], note: Note, deeds: Deeds) -> tuple[Move, ...]:
    """What a topic means that is no deed: a certificate, or an ability where no deed answers."""
    plainly = bool(answers) and answers[0].plain
    if plainly and re.search(rf"\b{re.escape(topic)} {_WORKED}", note.text, re.IGNORECASE):
        return ()
    if plainly and not ACRONYM.search(topic) and not names_credential(topic, deeds):
        return ()
    listed = not any(deed.score >= LEADING for deed in answers) or names_languages(topic)
    abilities = tell_ability(topic, note, deeds) if listed else ()
    return (*tell_credential(topic, note, deeds), *abilities)[:1]


def deeds_meant(asked: Iterable[tuple[Note, Sequence[str]]], deeds: Deeds) -> dict[str, set[str]]:
    """The highlights that answer a target plainly and better than all others, with the notes that
    ask for them.
    """
    meant: dict[str, set[str]] = {}
    for note, targets in asked:
        topics, entries = _split_targets(targets, deeds)
        for topic in topics:
            found = deeds.answering(topic, entries)
            alone = len([deed for deed in found if deed.score >= found[0].score]) == 1
            if alone and found[0].plain:
                meant.setdefault(found[0].highlight.id, set()).add(note.id)
    return meant


def deeds_named(
    targets: Sequence[str], said: str, note: Note, deeds: Deeds, progress: Progress
) -> Iterator[Move]:
    """The deeds that targets name in several of a bullet's words, which the personal connection is
    told for: "my Saturday mornings at the library"; where what is ``said`` of that names them too,
    only those that tell them plainly.
    """
    heard = content_stems(said)
    for topic in targets:
        best = next(iter(answering(topic, frozenset(), deeds)), None)
        if best is None or best.highlight.id in progress.told or not _in_its_words(topic, best):
            continue
        if content_stems(topic) & heard and not best.strong:
            continue
        if move := tell(best, note, progress):
            yield move


def deeds_by_numbers(
    note: Note, targets: Iterable[str], deeds: Deeds, progress: Progress
) -> Iterator[Move]:
    """The deed that a note means by the numbers it names: "on time went 91 to 97.4"; where it names
    those of several, the ones that the targets mean.
    """
    meant = deeds.sharing_numbers(note.body or note.text) or (
        deed for target in targets for deed in deeds.sharing_numbers(target)
    )
    for deed in untold(meant, progress):
        if move := tell(deed, note, progress):
            yield move


def _chosen(
    topic: str, answers: Sequence[Deed], progress: Progress, most: int, *, strong: bool
) -> Iterator[tuple[int, Deed]]:
    """The best answers that were not told yet, numbered; all but the first must be strong, and
    with ``strong`` that one too, or speak of the topic in its own words, as the others then do.
    """
    for number, deed in enumerate(_plain_first(topic, [*untold(answers, progress)])):
        if number >= most or (number and not deed.strong):
            return
        if strong and (number or not deed.strong) and not _in_its_words(topic, deed):
            return
        yield number, deed


def _in_its_words(topic: str, deed: Deed) -> bool:
    """Whether a deed speaks of a topic in several of its words."""
    asked = content_stems(topic)
    return len(asked & deed.stems) >= max(FEWEST_SHARED, SHARE * len(asked))


def _plain_first(topic: str, answers: Sequence[Deed]) -> Sequence[Deed]:
    """The answers, with one that can only be listed behind one that answers nearly as well, and in
    as many of the topic's words.
    """
    if not answers or not is_listed(answers[0].highlight, answers[0].entry):
        return answers
    asked = content_stems(topic)
    shared = {deed.highlight.id: len(asked & deed.stems) for deed in answers}
    fewest = shared[answers[0].highlight.id]
    near = (
        deed
        for deed in answers
        if deed.score >= NEARLY * answers[0].score and shared[deed.highlight.id] >= fewest
    )
    better = next((d for d in near if not is_listed(d.highlight, d.entry)), answers[0])
    return [better, *(deed for deed in answers if deed is not better)]


def tell(deed: Deed, note: Note | None, progress: Progress, *, drop: int = 0) -> Move | None:
    """A deed told, and remembered; None where it cannot be told."""
    asked = (Source(SourceKind.NOTE, note.id),) if note else ()
    move = tell_deed(deed, asked, drop)
    if move is not None:
        progress.told.add(deed.highlight.id)
    return move


def cannot_be_told(targets: Sequence[str], deeds: Deeds, progress: Progress) -> str:
    """Why the bullet that answers one of the targets is not told, "" where none answers."""
    for target in targets:
        for deed in untold(answering(target, frozenset(), deeds), progress):
            told = tell_highlight(deed.highlight, deed.entry, Introduction.FULL)
            if isinstance(told, Untold):
                text = " ".join(deed.highlight.text.plain.split()[:BEGINNING_WORDS])
                return f"“{text} …” answers it, but {told.reason}"
    return ""


def untold(deeds: Iterable[Deed], progress: Progress) -> Iterator[Deed]:
    """Those of the deeds that the letter has not told yet."""
    return (deed for deed in deeds if deed.highlight.id not in progress.told)


def told_already(targets: Sequence[str], deeds: Deeds, progress: Progress) -> str:
    """The highlight by which the letter answers the targets already, "" where none does."""
    return next(
        (
            deed.highlight.id
            for target in targets
            for deed in answering(target, frozenset(), deeds)
            if deed.highlight.id in progress.told
            if deed.plain or not names_deed(target)
        ),
        "",
    )


def answering(topic: str, entries: frozenset[str], deeds: Deeds) -> Sequence[Deed]:
    """The deeds that answer a topic; where none does, those that answer a part of it
    strongly: "retention" of "retention of new graduates", or what was done to it.
    """
    found = deeds.answering(topic, entries) or deeds.answering(topic)
    parts = _PARTS.split(topic) if not found else []
    parts = [*_done_to(topic), *(parts if len(parts) > 1 else ())] if not found else []
    answers = (deeds.answering(part, entries) for part in parts)
    return found or next((a for a in answers if a and a[0].strong), ())


def _done_to(topic: str) -> Iterator[str]:
    """What something was done to: "dead stock" of "cleared the dead stock"."""
    verb, _, object = topic.partition(" ")
    if object and is_past(verb):
        yield without_determiner(object)


def names_deed(topic: str) -> bool:
    """Whether a phrase claims a deed of the writer's at some length, which no deed that only comes
    near it shows: "presented figures to a board of directors".
    """
    words = words_of(topic)
    named = topic.split(maxsplit=1)[0].isupper()  # "LED project at St Canna"
    return len(words) >= FEWEST_CLAIMED and is_past(words[0]) and not named


def _split_targets(targets: Sequence[str], deeds: Deeds) -> tuple[list[str], frozenset[str]]:
    """The targets that ask for something, and the entries that the others only name."""
    split = [(target, *deeds.split_entries(target)) for target in targets]
    topics = [target for target, named, rest in split if rest or not named]
    entries = frozenset(id for _, named, rest in split if not rest for id in named)
    return (topics, entries) if topics else ([*targets], frozenset())
