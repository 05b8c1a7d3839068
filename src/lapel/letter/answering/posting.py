"""What the posting asks for, attributed to it, and the deeds that answer it."""

import re
from collections.abc import Iterable, Iterator, Sequence

from lapel.letter.answering.inquiry import Inquiry
from lapel.letter.deeds.model import Deed
from lapel.letter.deeds.scores import SHARED_WORDS
from lapel.letter.english.forms import to_base
from lapel.letter.english.noun_phrases import head_of
from lapel.letter.english.words import is_in
from lapel.letter.materials import Materials
from lapel.letter.moves import POSTING, Move
from lapel.letter.telling.model import PostingPhrase
from lapel.letter.telling.posting import tell_mission, tell_posting
from lapel.text.common import is_small
from lapel.text.content import content_stems
from lapel.text.inline import plain_text
from lapel.text.phrases import special_stems
from lapel.text.regexes import regex
from lapel.text.verbs import Form, forms_of
from lapel.text.words import stems_of

_LONGEST_TASK = 18
_FURTHER = regex(r"\b(?:and|or) (\w+) (?!(?:and|or|of|in|for|to|with)\b)(\w+)")
"""Words joined to a duty, and the word behind each."""
_MISSION = frozenset(("mission", "purpose", "vision"))
"""Targets that ask for the company's mission, which the posting or the notes on it may state."""
_ALIKE = 0.5
_BEST = 3
"""The number of deeds, of those that answer a phrase, that may be told behind it."""


def ask_posting(targets: Sequence[str], inquiry: Inquiry) -> Iterator[Move]:
    """Yield the posting's mission if a target names it, else its task nearest to the targets."""
    mission = tell_mission(inquiry.materials.job) if {*targets} & _MISSION else None
    if mission is not None:
        text, source = mission
        yield inquiry.move(text, source, drop=POSTING, theirs=True)
        return
    phrases = _find_phrases(targets, inquiry)
    phrases = _keep_nearest(targets, phrases) if targets else _keep_answered(phrases, inquiry)
    yield from _tell_first_task(phrases, inquiry)


def ask_before_deed(deed: Deed, inquiry: Inquiry) -> Iterator[Move]:
    """Yield the first of the posting's tasks that a deed answers in several words."""
    bullet = special_stems(deed.highlight.text.plain)
    phrases = (
        phrase
        for phrase in _find_phrases((), inquiry)
        if len(bullet & (asked := special_stems(phrase.text))) >= SHARED_WORDS
        and not asked <= bullet  # the deed says the same again
        and deed.highlight.id in _ids(_best_answers(phrase, inquiry.materials))
    )
    yield from _tell_first_task(phrases, inquiry)


def answers_to_posting(inquiry: Inquiry) -> Iterator[Deed]:
    """Yield the best deed for each of the posting's phrases, unless it was told already."""
    for phrase in _find_phrases((), inquiry):
        deed = next(iter(_best_answers(phrase, inquiry.materials)), None)
        if deed is not None and deed.highlight.id not in inquiry.progress.told:
            yield deed


def posting_names(targets: Sequence[str], materials: Materials) -> bool:
    """Tell whether the posting has every telling word of a target in one of its lines."""
    lines = [stems_of(line.text) for line in materials.job.description]
    asked = filter(None, map(content_stems, targets))
    return any(stems <= line for stems in asked for line in lines)


def _keep_answered(phrases: Sequence[PostingPhrase], inquiry: Inquiry) -> list[PostingPhrase]:
    """Return the phrases that a deed told in the letter answers."""
    told = inquiry.progress.told
    return [p for p in phrases if told & _ids(_best_answers(p, inquiry.materials))]


def _ids(deeds: Iterable[Deed]) -> set[str]:
    return {deed.highlight.id for deed in deeds}


def _tell_first_task(phrases: Iterable[PostingPhrase], inquiry: Inquiry) -> Iterator[Move]:
    """Yield the first phrase that is a task, once in a letter: its reader wrote the posting."""
    materials, progress = inquiry.materials, inquiry.progress
    for phrase in phrases if not progress.phrases else ():
        doing, task = phrase.text, to_base(phrase.text)
        task = re.sub(r"^help to ", "help ", task)
        values = {"task": task, "doing": doing}
        sources = (phrase.source, *inquiry.sources)
        sentences = materials.frame.sentence("posting", materials.seed, values, *sources)
        halves = [duty for duty in (task, doing) if _has_mixed_forms(duty)]
        forms = tuple((s,) for s in sentences if not any(half in s.text for half in halves))
        if task == doing or len(task.split()) > _LONGEST_TASK or not forms:
            continue
        progress.phrases.add(doing)
        yield Move(forms, drop=POSTING, theirs=True)
        return


def _has_mixed_forms(duty: str) -> bool:
    """Tell whether a later one of joined duties has another form than the first.

    "Prepare ships and closing out the claims" and "choosing the method and defend the choice" do.
    """
    further = [(found[1], found[2]) for found in _FURTHER.finditer(duty)]
    if not duty.split(maxsplit=1)[0].endswith("ing"):
        return any(word.endswith("ing") for word, _ in further)
    return any(Form.BASE in forms_of(word) and is_in(after, "objects") for word, after in further)


def _best_answers(phrase: PostingPhrase, materials: Materials) -> tuple[Deed, ...]:
    """Return the deeds that best answer what the posting says the work is.

    They share words with the phrase, except those of the position's name, and matching finds them
    for the whole line.
    """
    text = plain_text(phrase.text)
    if not text.split(maxsplit=1)[0].endswith("ing"):
        return ()
    asked = special_stems(text) - special_stems(materials.position)
    line = materials.job.description[int(phrase.source.id.rpartition("-")[2]) - 1]
    evidence = materials.deeds.evidence_of(line.place)
    return tuple(
        deed
        for deed in materials.deeds.answering(text)[:_BEST]
        if deed.highlight.id in evidence
        and len(asked & special_stems(deed.highlight.text.plain))
        >= (1 if deed.strong else SHARED_WORDS)
    )


def _find_phrases(targets: Sequence[str], inquiry: Inquiry) -> list[PostingPhrase]:
    """Return the posting's phrases not told yet, nearest to the targets and the told deeds."""
    deeds, progress = inquiry.deeds, inquiry.progress
    told = (deeds.deed(id).highlight.text.plain for id in sorted(progress.told))
    phrases = tell_posting(inquiry.materials.job, (*targets, *told))
    stems = [special_stems(text) for text in progress.phrases]
    return [p for p in phrases if not any(_is_like(special_stems(p.text), s) for s in stems)]


def _is_like(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two phrases say nearly the same."""
    return len(one & other) >= _ALIKE * min(len(one), len(other))


def _keep_nearest(targets: Sequence[str], phrases: Sequence[PostingPhrase]) -> list[PostingPhrase]:
    """Return the phrases that share words with what is asked for, those that share most first.

    For "cellar expansion" a phrase that only has the cellar in a list is left out.
    """
    asked = frozenset().union(*map(special_stems, targets))
    heads = frozenset().union(*(special_stems(head_of(target)) for target in targets))

    def shared(phrase: PostingPhrase) -> int:
        both = asked & stems_of(phrase.text)
        listed = "," in phrase.text and bool(heads) and len(both) == 1 and not both & heads
        return 0 if listed else len(both)

    def telling(phrase: PostingPhrase) -> int:
        return sum(not is_small(stem) for stem in asked & stems_of(phrase.text))

    return sorted(filter(shared, phrases), key=lambda phrase: (-telling(phrase), -shared(phrase)))
