"""Which deeds answer a topic of a letter point, whole or in part, and which were told already."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from lapel.job.model import Note
from lapel.letter.answering.inquiry import Inquiry
from lapel.letter.deeds.changes import tells_change, thing_changed
from lapel.letter.deeds.model import Deed
from lapel.letter.deeds.scores import SHARED_WORDS
from lapel.letter.deeds.search import Deeds
from lapel.letter.english.forms import is_past, words_of
from lapel.letter.materials import Progress
from lapel.letter.points.sentences import without_determiner
from lapel.letter.telling.highlight import tell_highlight
from lapel.letter.telling.model import Introduction, Untold
from lapel.text.content import content_stems
from lapel.text.regexes import regex

_SHARE = 0.4
"""The share of a topic's words that a deed must have to tell it in its words."""
_BEGINNING_WORDS = 6
_FEWEST_CLAIMED = 4
_PARTS = regex(
    r" (?:of|for|with|in|on|during|to|by|from|under|beside|across|between|among|about|after|before)"
    r"(?: (?:the|a|an|my|their|your))? "
)


def deeds_on(topic: str, deeds: Deeds, within: Collection[str] = ()) -> Sequence[Deed]:
    """Return the deeds that answer a topic, those ``within`` some entries first.

    If none does, return those that strongly answer a part of it, "retention" of "retention of new
    graduates", or what was done to it, or that tell in figures how it changed.
    """
    if found := deeds.answering(topic, within) or deeds.answering(topic):
        return found
    changed = deeds.answering(thing, within) if (thing := thing_changed(topic)) else ()
    told = [deed for deed in changed if tells_change(deed.highlight.text.plain)]
    if told and told[0].strong:
        return told
    parts = _PARTS.split(topic)
    answers = (
        deeds.answering(part, within)
        for part in (*_object_of(topic), *(parts if len(parts) > 1 else ()))
    )
    return next((a for a in answers if a and a[0].strong), ())


def _object_of(topic: str) -> Iterator[str]:
    """Yield the object of a past-tense verb: "dead stock" of "cleared the dead stock"."""
    verb, _, object = topic.partition(" ")
    if object and is_past(verb):
        yield without_determiner(object)


def names_deed(topic: str) -> bool:
    """Tell whether a phrase claims a deed at some length, so that a near deed does not show it.

    "Presented figures to a board of directors" does.
    """
    words = words_of(topic)
    named = topic.split(maxsplit=1)[0].isupper()  # "LED project at St Canna"
    return len(words) >= _FEWEST_CLAIMED and is_past(words[0]) and not named


def split_targets(targets: Sequence[str], deeds: Deeds) -> tuple[list[str], frozenset[str]]:
    """Return the targets that ask for something, and the entries that the others only name."""
    split = [(target, *deeds.split_entries(target)) for target in targets]
    topics = [target for target, named, rest in split if rest or not named]
    entries = frozenset(id for _, named, rest in split if not rest for id in named)
    return (topics, entries) if topics else ([*targets], frozenset())


def deeds_meant(asked: Iterable[tuple[Note, Sequence[str]]], deeds: Deeds) -> dict[str, set[str]]:
    """Return the highlights that answer a target plainly and better than all others.

    Each has the ids of the notes that ask for it.
    """
    meant: dict[str, set[str]] = {}
    for note, targets in asked:
        topics, entries = split_targets(targets, deeds)
        for topic in topics:
            found = deeds.answering(topic, entries)
            alone = len([deed for deed in found if deed.score >= found[0].score]) == 1
            if alone and found[0].is_plain:
                meant.setdefault(found[0].highlight.id, set()).add(note.id)
    return meant


def shares_words(topic: str, deed: Deed) -> bool:
    """Tell whether a deed speaks of a topic in several of its words."""
    asked = content_stems(topic)
    return len(asked & deed.stems) >= max(SHARED_WORDS, _SHARE * len(asked))


def keep_untold(deeds: Iterable[Deed], progress: Progress) -> Iterator[Deed]:
    """Yield the deeds that the letter has not told yet."""
    return (deed for deed in deeds if deed.highlight.id not in progress.told)


def find_told_already(targets: Sequence[str], inquiry: Inquiry) -> str:
    """Return the id of a told highlight that already answers a target, or ""."""
    return next(
        (
            deed.highlight.id
            for target in targets
            for deed in deeds_on(target, inquiry.deeds)
            if deed.highlight.id in inquiry.progress.told
            if deed.is_plain or not names_deed(target)
        ),
        "",
    )


def cannot_be_told(targets: Sequence[str], inquiry: Inquiry) -> str:
    """Return why a bullet that answers a target cannot be told, or "" if there is none."""
    for target in targets:
        for deed in keep_untold(deeds_on(target, inquiry.deeds), inquiry.progress):
            told = tell_highlight(deed.highlight, deed.entry, Introduction.FULL)
            if isinstance(told, Untold):
                text = " ".join(deed.highlight.text.plain.split()[:_BEGINNING_WORDS])
                return f"“{text} …” answers it, but {told.reason}"
    return ""
