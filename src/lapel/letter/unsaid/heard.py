"""What a letter says for a note, in which the parts of the note are looked for."""

from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from lapel.letter.answering.topics import deeds_on
from lapel.letter.deeds.counting import numbers_in, without_separators
from lapel.letter.deeds.model import Deed, stems_with_bases
from lapel.letter.deeds.search import Deeds
from lapel.letter.english.vocabulary import word_list
from lapel.letter.materials import Materials
from lapel.letter.model import Sentence, Source, SourceKind, ToDo
from lapel.letter.points.model import Act, Posted, Seek, Silence, Wish
from lapel.letter.tracing import place_of
from lapel.profile.model import Entry, SectionKind
from lapel.text.content import content_stems
from lapel.text.inline import plain_text
from lapel.text.words import Word, split_words

_NAMES_OF_ENTRIES = {
    SectionKind.LANGUAGES: "languages",
    SectionKind.CERTIFICATES: (
        "certificate certification license licence credential ticket paper registration"
    ),
    SectionKind.WORK: "current present position role job employer work",
}
"""The words by which notes call an entry of a section."""


class Heard(Struct, frozen=True):
    """What is said for a note.

    ``stems`` and ``initials`` are those of its words, ``told`` the ids of its highlights.
    ``theirs`` are the posting's numbers, which no letter owes; ``answered`` says that several
    sentences of the personal connection were told for it, which name things in words of their own,
    ``quotes`` that the posting is quoted. ``posting`` has the stems of each of its lines,
    ``company`` those of the company's name.
    """

    stems: frozenset[str]
    initials: str
    told: frozenset[str]
    theirs: frozenset[str]
    answered: bool
    quotes: bool
    posting: tuple[frozenset[str], ...]
    company: frozenset[str]
    deeds: Deeds

    @property
    def bullets(self) -> list[str]:
        """The bullets of the deeds that are told."""
        return [self.deeds.deed(id).highlight.text.plain for id in sorted(self.told)]


def heard_for(
    acts: Sequence[Act], said: Sequence[Sentence], todos: Sequence[ToDo], materials: Materials
) -> Heard:
    """Return what the letter says for a point's acts, with what to-dos and wishes account for."""
    told = frozenset(s.id for x in said for s in x.sources if s.kind is SourceKind.HIGHLIGHT)
    deeds = [materials.deeds.deed(id) for id in sorted(told)]
    texts = [plain_text(sentence.text) for sentence in said]
    texts += [todo.text for todo in todos if not todo.missing]
    texts += [act.text for act in acts if isinstance(act, Posted | Silence | Wish)]
    texts += _wholes_of_parts(acts, todos)
    texts += _answered_targets(acts, told, materials.deeds)
    texts += [text for deed in deeds for text in _texts_of_deed(deed)]
    texts += [text for deed in deeds for text in _years_of_role(deed.entry)]
    texts += [line for sentence in said for line in _posting_lines(sentence, materials)]
    texts += [name for sentence in said for name in _names_of_entry(sentence, materials)]
    position = materials.position
    applied = position and any(position in text for text in texts)
    texts += [" ".join(sorted(word_list("opening")))] if applied else []
    whole = without_separators(" . ".join(texts))
    words = split_words(whole)
    answers = {Source(SourceKind.NOTE, answer.id) for answer in materials.answers}
    lines = (*materials.job.description, *materials.job.company_details)
    return Heard(
        stems=_stems_with_bases(whole),
        initials=_initials_of(words),
        told=told,
        theirs=frozenset(number for line in lines for number in numbers_in(line.text)),
        answered=sum(not answers.isdisjoint(sentence.sources) for sentence in said) > 1,
        quotes=any(s.kind is SourceKind.POSTING for x in said for s in x.sources),
        posting=tuple(content_stems(line.text) for line in lines),
        company=content_stems(materials.company),
        deeds=materials.deeds,
    )


def stems_of_deed(deed: Deed) -> frozenset[str]:
    """Return the stems of a deed's bullet, title and organisation."""
    return _stems_with_bases(" . ".join(_texts_of_deed(deed)))


def _stems_with_bases(text: str) -> frozenset[str]:
    """Return the stems of a text's telling words and of its verbs' base forms, and its numbers."""
    return stems_with_bases(text) | numbers_in(text)


def _initials_of(words: Sequence[Word]) -> str:
    """Return the first letters of all words, a space, and those of the capitalised words."""
    capitals = "".join(w.written[0] for w in words if w.written[0].isupper())
    return f"{''.join(word.written[0].upper() for word in words)} {capitals}"


def _wholes_of_parts(acts: Sequence[Act], todos: Sequence[ToDo]) -> Iterator[str]:
    """Yield targets whose parts are all told: "how I train people, the tastings and the exam
    results".
    """
    missing = {phrase for todo in todos for phrase in todo.missing}
    for act in acts:
        if isinstance(act, Seek) and len(act.specifics) > 1 and not missing & {*act.targets}:
            yield from (target for target in act.targets if target not in act.specifics)


def _answered_targets(acts: Sequence[Act], told: Collection[str], deeds: Deeds) -> Iterator[str]:
    """Yield the targets that a told deed answers best, in other words.

    One that names several things is left out: a deed may tell only some.
    """
    targets = (target for act in acts if isinstance(act, Seek) for target in act.targets)
    for target in targets:
        if " and " in target:
            continue
        if (found := deeds_on(target, deeds)) and found[0].highlight.id in told:
            yield target


def _names_of_entry(sentence: Sentence, materials: Materials) -> Iterator[str]:
    """Yield the words notes use for an entry, if a sentence has it as source but no highlight."""
    alone = all(source.kind is not SourceKind.HIGHLIGHT for source in sentence.sources)
    ids = {source.id for source in sentence.sources if source.kind is SourceKind.ENTRY and alone}
    entries = (entry for entry in materials.deeds.profile.entries if entry.id in ids)
    yield from (_NAMES_OF_ENTRIES.get(entry.section, "") for entry in entries)


def _posting_lines(sentence: Sentence, materials: Materials) -> Iterator[str]:
    """Yield the posting's lines that are sources of a sentence."""
    job, profile = materials.job, materials.deeds.profile
    posting = [source for source in sentence.sources if source.kind is SourceKind.POSTING]
    places = {place_of(source, job, profile) for source in posting}
    lines = (*job.description, *job.company_details)
    yield from (line.text for line in lines if line.place in places)


def _texts_of_deed(deed: Deed) -> Iterator[str]:
    """Yield a deed's bullet and the names of its entry and organisation."""
    yield deed.highlight.text.plain
    yield deed.entry.title.plain
    yield from deed.entry.aliases
    if deed.entry.organisation is not None:
        yield deed.entry.organisation.name.plain
        yield from deed.entry.organisation.aliases


def _years_of_role(entry: Entry) -> Iterator[str]:
    """Yield the length of an ended role in years, rounded down and to the nearest: "3 years"."""
    if entry.start is None or entry.end is None or not (entry.start.month and entry.end.month):
        return
    if entry.start.year and entry.end.year:
        months = 12 * (entry.end.year - entry.start.year) + entry.end.month - entry.start.month
        yield from (f"{years} years" for years in sorted({months // 12, (months + 6) // 12}))
