"""What a job asks for: each note as phrases with a weight, and each sentence of the posting.

Letter points and personal connections are for the letter and ask for nothing here.
"""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from msgspec.structs import replace

from lapel.job.model import Job, Note, NoteKind
from lapel.matching.acts import Act, ActKind
from lapel.matching.asked.alternatives import choices_among, details_among
from lapel.matching.asked.in_full import Dictionary, write_out
from lapel.matching.asked.phrases import parts_unsaid, phrase_key, phrases_of_wish
from lapel.matching.asked.posting import posting_requirements
from lapel.matching.asked.twins import note_phrases
from lapel.matching.asked.wishes import Wish, read_wish, read_wish_elsewhere
from lapel.matching.lexicon import Lexicon
from lapel.matching.model import Requirement, RequirementKind
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.text.inline import plain_text
from lapel.text.words import Word, split_words

_NOTES = {
    NoteKind.EMPHASIS: (RequirementKind.EMPHASIS, 1.0),
    NoteKind.HINT: (RequirementKind.HINT, 0.8),
    NoteKind.IDEA: (RequirementKind.IDEA, 0.6),
}
_ENTRY_WEIGHT = 0.05
"""The weight of a hint that only keeps its entry: it makes none of its bullets better."""

_MOST_COMMON = 3
"""The most words of a skill that consists of common words: "DO in can"."""


def list_requirements(
    job: Job,
    lexicon: Lexicon,
    placements: Mapping[str, tuple[str, ...]],
    said: Mapping[str, frozenset[str]] = MappingProxyType({}),
    texts: Sequence[tuple[Word, ...]] = (),
    *,
    english: bool = True,
) -> tuple[tuple[Requirement, ...], tuple[Diagnostic, ...]]:
    """List what notes and description ask for, and report what is odd about the notes.

    The notes come first, in the file's order; then the description's sentences, the strongest
    first. ``placements`` has the entries of each hint. ``said`` has the stems of each entry's
    bullets: there a hint's common word ("the team") is a wish. ``texts`` are the words of the
    profile's texts.
    """
    dictionary = Dictionary.of((split_words(line.text) for line in job.description), texts)
    requirements: list[Requirement] = []
    problems: list[Diagnostic] = []
    for note in job.notes:
        if note.kind in _NOTES:
            wish = _wish_of(note, dictionary, lexicon, english=english)
            entries = placements.get(note.id, ())
            own = frozenset[str]().union(*(said.get(id, ()) for id in entries))
            requirement = _make_requirement(note, wish, entries, own, lexicon, english=english)
            problems += () if requirement.phrases else _warn_of_odd_note(note, wish)
            requirements.append(requirement)
    keys = [[phrase_key(p, lexicon, english=english) for p in r.phrases] for r in requirements]
    noted = note_phrases(requirements, keys, lexicon, english=english)
    asked = list(posting_requirements(job, lexicon, noted, english=english))
    return (*requirements, *asked), tuple(problems)


def _wish_of(note: Note, dictionary: Dictionary, lexicon: Lexicon, *, english: bool) -> Wish:
    """Read what a note wants, by what it says and by the kind of note."""
    if not english:
        return _adapt_to_kind(read_wish_elsewhere(note.body), note)
    return _adapt_to_kind(read_wish(write_out(plain_text(note.body), dictionary, lexicon)), note)


def _make_requirement(
    note: Note,
    wish: Wish,
    entries: tuple[str, ...],
    own: frozenset[str],
    lexicon: Lexicon,
    *,
    english: bool,
) -> Requirement:
    """Make a note's requirement on ``entries``, whose bullets have the stems ``own``."""
    kind, weight = _NOTES[note.kind]
    is_skill = note.kind is NoteKind.EMPHASIS
    phrases = phrases_of_wish(wish, lexicon, own, skill=is_skill, english=english)
    if not phrases and is_skill and not (wish.acts or wish.optional):
        # a skill of common words, such as "leave" or "DO in can"
        phrases = (note.body.strip(" ."),) if len(split_words(note.body)) <= _MOST_COMMON else ()
    if english and entries:
        phrases += parts_unsaid(wish, phrases)
    of_entry = not phrases and bool(entries) and _wants_entry(wish)
    if of_entry:
        phrases = (note.label,)
    text = "; ".join(wish.asks)
    details = details_among(text, phrases, lexicon) if english else frozenset[int]()
    return Requirement(
        note.id,
        kind,
        note.text,
        phrases,
        _ENTRY_WEIGHT if of_entry else weight,
        note.place,
        note=note.id,
        entries=entries,
        optional=note.optional or wish.optional,
        acts=wish.acts,
        choices=tuple(choices_among(text, phrases, details)) if english else (),
        details=details,
        of_entry=of_entry,
    )


def _adapt_to_kind(wish: Wish, note: Note) -> Wish:
    """Adapt a wish to the kind of note that it is from.

    Among skills "less waste" and "pay gap" are skills, no orders; "only X" removes bullets only
    within an entry; and elsewhere "no forklift" by itself is an order.
    """
    skills = note.kind is NoteKind.EMPHASIS
    orders = not (skills or wish.asks or note.text.rstrip().endswith("?"))
    less = [a for a in wish.acts if skills and a.kind is ActKind.LESS and not a.firm]
    gaps = [a for a in wish.acts if skills and a.kind is ActKind.GAP and note.text[-4:] == " gap"]
    plain = [a for a in wish.acts if skills and a.kind is ActKind.MANNER and _is_practice(note)]
    only = [a for a in wish.acts if note.kind is not NoteKind.HINT and a.kind is ActKind.ONLY]
    acts = tuple(
        replace(act, firm=act.firm or (orders and act.kind is ActKind.OUT))
        for act in wish.acts
        if act not in (*less, *gaps, *plain, *only)
    )
    limits = [a for a in acts if note.kind is NoteKind.HINT and _is_limit(a)]
    acts = tuple(replace(a, subject="", firm=True) if a in limits else a for a in acts)
    skilled = (*(f"less {act.subject}" for act in less), *(f"{act.subject} gap" for act in gaps))
    skilled = (*skilled, *(note.text for _ in plain))
    return replace(wish, asks=(*wish.asks, *skilled), acts=acts)


def _is_practice(note: Note) -> bool:
    """Tell whether a skill that sounds like advice on writing is one: "plain language"."""
    return len(note.text.split()) == 2 and note.text.casefold().endswith(" language")


def _wants_entry(wish: Wish) -> bool:
    """Tell whether a hint without a deed wants its entry: "keep", "yes!", "keep, one bullet"."""
    wanted = {ActKind.KEEP, ActKind.WHOLE}
    if any(act.kind in wanted for act in wish.acts):
        wanted.add(ActKind.SHORT)
    return all(act.kind in wanted and act.firm and not act.subject for act in wish.acts)


def _is_limit(act: Act) -> bool:
    """Tell whether an unsure act limits a hint to a subject ("one line on complaints")."""
    on = act.beside.endswith((f" on {act.subject}", f" about {act.subject}"))
    return act.kind is ActKind.SHORT and not act.firm and bool(act.bullets and act.subject) and on


def _warn_of_odd_note(note: Note, wish: Wish) -> Iterator[Diagnostic]:
    """Warn of a note that names nothing to look for and asks nothing of the document."""
    if wish.acts or wish.optional:
        return
    message = "this note names no skill or deed to look for"
    help = "name what the bullets should show, such as “mentoring” or “budget planning”"
    yield Diagnostic("note-asks-nothing", Severity.WARNING, message, note.place, help=help)
