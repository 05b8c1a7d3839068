"""What a letter tells about the company: the writer's connection to it, and what it asks for."""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from lapel.job.model import Note
from lapel.letter.answering.company_facts import tell_company
from lapel.letter.deeds.search import Deed
from lapel.letter.materials import Materials, Progress
from lapel.letter.model import Sentence, Source, SourceKind, ToDo
from lapel.letter.moves import KEEP, POSTING, Move
from lapel.letter.plan import part_of
from lapel.letter.points.language.grammar import to_base
from lapel.letter.points.model import Part
from lapel.letter.telling.connecting.answers import FAULT, FRAGMENT
from lapel.letter.telling.connecting.connection import tell_connection
from lapel.letter.telling.connecting.questions import topic_of_question
from lapel.letter.telling.language.nouns import head_of
from lapel.letter.telling.language.words import is_in
from lapel.letter.telling.model import PostingPhrase
from lapel.letter.telling.posting import tell_mission, tell_posting
from lapel.text.common import is_small
from lapel.text.content import content_stems
from lapel.text.inline import plain_text
from lapel.text.phrases import special_stems
from lapel.text.regexes import regex
from lapel.text.verbs import Form, forms_of
from lapel.text.words import stems_of

LONGEST_TASK = 18
WHY_LEFT = {
    FRAGMENT: "this answer is no sentence by itself: make one of it",
    FAULT: "this answer finds fault with the company: say it in your own words, if at all",
}
FEWEST_ANSWER_WORDS = 3
"""An answer of fewer words may be a heading, or half a yes."""
FURTHER = regex(r"\b(?:and|or) (\w+) (?!(?:and|or|of|in|for|to|with)\b)(\w+)")
"""What is joined to a duty, and the word behind it."""
MISSION = frozenset(("mission", "purpose", "vision"))
"""Targets that ask for the company's mission, where the posting or the notes on it state one."""
ALIKE = 0.5
KEPT_ANSWERS = 3
"""So many sentences of the connection stay in a letter that has too many words."""
FOR_ME = regex(
    r"\bwhat (?:[\w'’-]+ ){1,5}?(?:did|does|done|do|meant?|means|changed) (?:for|to)"
    r" (?:me|us|my|our)\b|\bmy own (?:case|use|story|treatment|visits?)\b"
)
"""What asks for the whole connection: "what the food bank did for my family", "my own case"."""
OWN_WORDS = 2
BEST = 3
"""So many of the deeds that answer a phrase may be told behind it."""


def connect(
    targets: Sequence[str], note: Note | None, materials: Materials, progress: Progress
) -> Iterator[Move | ToDo]:
    """The personal connection, told once in a letter and all of it, since answers lean on each
    other: for a note about the company, for the opening or for none, else where it speaks of the
    note's targets. An answer that says something and is no sentence is left to the person.
    """
    answers = materials.answers
    connection = tell_connection(
        answers, materials.company, tuple(targets), person=materials.person
    )
    asked = (Source(SourceKind.NOTE, note.id),) if note else ()
    sentences = [s for s in connection.sentences if s.text not in progress.answered]
    about_them = note is None or part_of(note.label) in (Part.COMPANY, Part.OPENING)
    about_them = about_them or (note is not None and FOR_ME.search(note.text) is not None)
    if not about_them and not _is_near(targets, sentences):
        return
    for number, sentence in enumerate(sentences):
        progress.answered.add(sentence.text)
        own = sentence.own or any(is_quoted(sentence.text, answer) for answer in answers)
        said = replace(sentence.also_from(*asked), own=own)
        yield Move(((said,),), drop=KEEP if number < KEPT_ANSWERS else POSTING)
    for note_id, text in connection.torn:
        if (note_id, text) not in progress.torn:
            progress.torn.add((note_id, text))
            yield ToDo(text, WHY_LEFT[FRAGMENT], materials.notes[note_id])
    for answer in answers:
        says_something = len(answer.body.split()) >= FEWEST_ANSWER_WORDS
        why = WHY_LEFT.get(dict(connection.left).get(answer.id, ""))
        if says_something and why and answer.id not in progress.answered:
            progress.answered.add(answer.id)
            yield ToDo(answer.body, why, answer)


def _is_near(targets: Sequence[str], sentences: Iterable[Sentence]) -> bool:
    """Whether a sentence speaks of the targets."""
    asked = content_stems(" ".join(targets).replace("'s ", " "))
    return any(asked & stems_of(sentence.text) for sentence in sentences)


def relates(move: Move, materials: Materials) -> bool:
    """Whether a move is an answer to what the connection has to do with the job."""
    notes = [materials.notes.get(source.id) for source in move.first.sources]
    return any(note and topic_of_question(note.label) == "relation" for note in notes)


def speaks_of(targets: Sequence[str], materials: Materials) -> bool:
    """Whether the personal connection speaks of a target: of half of what it says, or of several
    things.
    """
    said = frozenset().union(*(stems_of(note.body) for note in materials.answers))
    asked = (_special_stems((target,)) for target in targets)
    counts = ((len(stems), len(stems & said)) for stems in asked)
    return any(shared >= OWN_WORDS or 0 < all_ <= OWN_WORDS * shared for all_, shared in counts)


def answers_meant(targets: Sequence[str], materials: Materials) -> tuple[str, ...]:
    """The ids of the answers about the personal connection that speak of the targets."""
    if not speaks_of(targets, materials):
        return ()
    asked = _special_stems(targets)
    return tuple(answer.id for answer in materials.answers if asked & stems_of(answer.body))


def says_whole(target: str, materials: Materials) -> bool:
    """Whether an answer about the connection has every telling word of a target, and several."""
    asked = content_stems(target)
    told = any(asked <= stems_of(note.body) for note in materials.answers)
    return len(asked) >= OWN_WORDS and told


def posting_names(targets: Sequence[str], materials: Materials) -> bool:
    """Whether the posting has every telling word of a target in one of its lines."""
    lines = [stems_of(line.text) for line in materials.job.description]
    asked = filter(None, map(content_stems, targets))
    return any(stems <= line for stems in asked for line in lines)


def ask(
    targets: Sequence[str], note: Note | None, materials: Materials, progress: Progress
) -> Iterator[Move]:
    """What the posting asks for, attributed to it: what is nearest to the targets."""
    asked = (Source(SourceKind.NOTE, note.id),) if note else ()
    mission = tell_mission(materials.job) if {*targets} & MISSION else None
    if mission is not None:
        sentence = Sentence(mission[0], (mission[1], *asked))
        yield Move(((sentence,),), drop=POSTING, theirs=True)
        return
    phrases = _phrases(targets, materials, progress)
    phrases = _nearest(targets, phrases) if targets else _answered(phrases, materials, progress)
    yield from _said(phrases, asked, materials, progress)


def tell_of_company(
    targets: Sequence[str], said: str, note: Note, materials: Materials
) -> Iterator[Move]:
    """What the notes on the company say of what a point names of it, and ``said`` does not yet."""
    if part_of(note.label) is not Part.COMPANY:
        return
    heard = content_stems(said)
    for target in targets:
        missing = content_stems(target) - heard
        told = tell_company(target, materials.job, materials.company) if missing else None
        if told is not None and (sentence := told[0]) not in said:
            said, heard = f"{said} {sentence}", heard | content_stems(sentence)
            sources = (told[1], Source(SourceKind.NOTE, note.id))
            yield Move(((Sentence(sentence, sources),),), drop=POSTING)


def tell_facts(targets: Sequence[str], note: Note, materials: Materials) -> Iterator[Move]:
    """What the notes on the company say of a point's targets, where they have several words of
    one: "the B Corp certification" is nobody's deed.
    """
    for target in targets:
        told = tell_company(target, materials.job, materials.company)
        if told is not None and len(content_stems(target)) >= OWN_WORDS:
            sources = (told[1], Source(SourceKind.NOTE, note.id))
            yield Move(((Sentence(told[0], sources),),), drop=POSTING)


def _answered(
    phrases: Sequence[PostingPhrase], materials: Materials, progress: Progress
) -> list[PostingPhrase]:
    """The phrases that a deed of the letter answers."""
    told = progress.told
    return [p for p in phrases if told & {deed.highlight.id for deed in _answers(p, materials)}]


def _said(
    phrases: Iterable[PostingPhrase],
    asked: tuple[Source, ...],
    materials: Materials,
    progress: Progress,
) -> Iterator[Move]:
    """The first of the phrases that is a task, once in a letter: its reader wrote the posting."""
    for phrase in phrases if not progress.phrases else ():
        doing, task = phrase.text, to_base(phrase.text)
        task = re.sub(r"^help to ", "help ", task)
        values = {"task": task, "doing": doing}
        sources = (phrase.source, *asked)
        sentences = materials.frame.sentence("posting", materials.seed, values, *sources)
        halves = [duty for duty in (task, doing) if _is_half_told(duty)]
        forms = tuple((s,) for s in sentences if not any(half in s.text for half in halves))
        if task == doing or len(task.split()) > LONGEST_TASK or not forms:
            continue
        progress.phrases.add(doing)
        yield Move(forms, drop=POSTING, theirs=True)
        return


def _is_half_told(duty: str) -> bool:
    """Whether of duties joined a later one stands in another form than the first: "prepare ships
    and closing out the claims", "choosing the method and defend the choice".
    """
    further = [(found[1], found[2]) for found in FURTHER.finditer(duty)]
    if not duty.split(maxsplit=1)[0].endswith("ing"):
        return any(word.endswith("ing") for word, _ in further)
    return any(Form.BASE in forms_of(word) and is_in(after, "objects") for word, after in further)


def lead(deed: Deed, materials: Materials, progress: Progress) -> Iterator[Move]:
    """What of the posting a deed answers in several of its words."""
    bullet = _special_stems((deed.highlight.text.plain,))
    phrases = (
        phrase
        for phrase in _phrases((), materials, progress)
        if len(bullet & (asked := _special_stems((phrase.text,)))) >= OWN_WORDS
        and not asked <= bullet  # the deed says the same again
        and deed.highlight.id in {answer.highlight.id for answer in _answers(phrase, materials)}
    )
    yield from _said(phrases, (), materials, progress)


def answers_to_posting(materials: Materials, progress: Progress) -> Iterator[Deed]:
    """The deeds not told yet that answer a thing of the posting, the best for each."""
    for phrase in _phrases((), materials, progress):
        deed = next(iter(_answers(phrase, materials)), None)
        if deed is not None and deed.highlight.id not in progress.told:
            yield deed


def _answers(phrase: PostingPhrase, materials: Materials) -> tuple[Deed, ...]:
    """The deeds that answer best what the posting says the work is, in words of its own and by
    the matching of its whole line; what the position is called says nothing particular.
    """
    text = plain_text(phrase.text)
    if not text.split(maxsplit=1)[0].endswith("ing"):
        return ()
    asked = _special_stems((text,)) - _special_stems((materials.position,))
    line = materials.job.description[int(phrase.source.id.rpartition("-")[2]) - 1]
    evidence = materials.deeds.evidence_of(line.place)
    return tuple(
        deed
        for deed in materials.deeds.answering(text)[:BEST]
        if deed.highlight.id in evidence
        and len(asked & _special_stems((deed.highlight.text.plain,)))
        >= (1 if deed.strong else OWN_WORDS)
    )


def is_quoted(text: str, note: Note) -> bool:
    """Whether a sentence is the person's own clause: "Say that I can start in May"."""
    return text.rstrip(".").casefold() in note.text.casefold()


def _phrases(
    targets: Sequence[str], materials: Materials, progress: Progress
) -> list[PostingPhrase]:
    """What the posting asks for and was not told yet, nearest to the letter and its point."""
    deeds = materials.deeds
    told = (deeds.deed(id).highlight.text.markdown for id in sorted(progress.told))
    phrases = tell_posting(materials.job, (*targets, *map(plain_text, told)))
    stems = [_special_stems((text,)) for text in progress.phrases]
    return [p for p in phrases if not any(_is_like(_special_stems((p.text,)), s) for s in stems)]


def _is_like(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two phrases say nearly the same."""
    return len(one & other) >= ALIKE * min(len(one), len(other))


def _nearest(targets: Sequence[str], phrases: Sequence[PostingPhrase]) -> list[PostingPhrase]:
    """The phrases that share words with what is asked for, those that share most first: of "cellar
    expansion" none that only has the cellar in a list.
    """
    asked, heads = _special_stems(targets), _special_stems([head_of(t) for t in targets])

    def shared(phrase: PostingPhrase) -> int:
        both = asked & stems_of(phrase.text)
        listed = "," in phrase.text and bool(heads) and len(both) == 1 and not both & heads
        return 0 if listed else len(both)

    def telling(phrase: PostingPhrase) -> int:
        return sum(not is_small(stem) for stem in asked & stems_of(phrase.text))

    return sorted(filter(shared, phrases), key=lambda phrase: (-telling(phrase), -shared(phrase)))


def _special_stems(texts: Sequence[str]) -> frozenset[str]:
    """The stems of the words that say what is asked for."""
    return frozenset().union(*map(special_stems, texts))
