"""Composing a letter: the planned paragraphs, out of what the points say, what the profile, the
answers and the posting tell, and the frame.

Nothing is said twice: a highlight that was told is not told again, nor the personal connection.
Where the letter is short and the evidence is not told yet, the body tells more of it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from lapel.job.model import Job, Note, NoteKind
from lapel.letter.addressing import addressee, spoken_company
from lapel.letter.arranging import place_for_more, posting_first, with_deed
from lapel.letter.deeds import Deed, Deeds
from lapel.letter.frame import Frame
from lapel.letter.introducing import introduce, tell_deed
from lapel.letter.model import FEWEST_WORDS, Paragraph, Sentence, Source, SourceKind, ToDo
from lapel.letter.moves import Move, Told, choose_forms, count_words, shorten
from lapel.letter.plan import Planned, PlannedPoint, before_closing, part_of, plan_letter
from lapel.letter.points.model import Context, Part, Say, Seek, Side, Silence, Unsayable
from lapel.letter.points.reading import read_point
from lapel.letter.style import is_sound
from lapel.letter.telling.connection import tell_connection
from lapel.letter.telling.model import PostingPhrase
from lapel.letter.telling.posting import tell_posting
from lapel.matching.model import Evidence, RequirementKind
from lapel.text.inline import plain_text
from lapel.text.phrases import phrase_words
from lapel.text.plurals import join_and
from lapel.text.words import split_words

_PARTS = re.compile(
    r" (?:of|for|with|in|on|during|to|by|from|under|beside|across|between|among|about|after|before)"
    r"(?: (?:the|a|an|my|their|your))? "
)
MOST_DEEDS = 6
MOST_DEEDS_A_POINT = 3
DEFAULT_DEEDS = 3
DEEDS_IN_ONE = 3
"""A paragraph with more of them is a list."""
POSTING_PHRASES = 2
WISHES = (
    RequirementKind.EMPHASIS,
    RequirementKind.IDEA,
    RequirementKind.QUALIFICATION,
    RequirementKind.RESPONSIBILITY,
)
SECOND_DEED = 2
"""How soon a deed leaves that is not the only answer to its target."""
POSTING = 1
TALKS = ("talk", "discuss", "conversation", "hear", "meet", "speak", "interview", "call")
THANKS = ("thank", "grateful")


@dataclass
class _Progress:
    """What the letter has told so far."""

    told: set[str] = field(default_factory=set)
    connected: bool = False
    phrases: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Composer:
    """What a letter is composed of, beside the job: all of it read, nothing of it changed."""

    job: Job
    deeds: Deeds
    frame: Frame
    names: tuple[str, ...]
    skills: tuple[str, ...]
    most_words: int

    def compose(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the body, chosen, shortened where they are too long."""
        points = [self._read(note) for note in self.job.notes_of(NoteKind.LETTER_POINT)]
        progress = _Progress()
        told = [self._tell(planned, progress) for planned in plan_letter(points)]
        self._lengthen(told, progress)
        if connection := tuple(self._connect((), None, progress)):
            told.insert(before_closing(told), Told(Part.COMPANY, "company-specific", connection))
        told = introduce(shorten(introduce(told), self.most_words))
        return tuple(
            Paragraph(paragraph.label, sentences, paragraph.todos, paragraph.notes)
            for paragraph, sentences in zip(told, choose_forms(told), strict=True)
            if sentences or paragraph.todos
        )

    @property
    def _company(self) -> str:
        return spoken_company(self.job)

    @property
    def _person(self) -> str:
        return plain_text(self.deeds.profile.basics.name.markdown)

    @property
    def _position(self) -> str:
        return self.job.position.text if self.job.position else ""

    @property
    def _seed(self) -> str:
        """What the choice among frame sentences goes by: it stays when notes are edited."""
        return f"{self._company} {self._position}"

    @property
    def _answers(self) -> tuple[Note, ...]:
        return self.job.notes_of(NoteKind.CONNECTION)

    def _read(self, note: Note) -> PlannedPoint:
        part = part_of(note.label)
        context = Context(
            self._company,
            self._position,
            part,
            self.names,
            self.skills,
            addressee(self.job),
        )
        return PlannedPoint(note, read_point(note.body or note.text, context))

    def _tell(self, planned: Planned, progress: _Progress) -> Told:
        moves: list[Move] = []
        todos: list[ToDo] = []
        for point in planned.points:
            found = posting_first(self._answer(point, progress))
            moves += (part for part in found if isinstance(part, Move))
            todos += (part for part in found if isinstance(part, ToDo))
        match planned.part:
            case Part.OPENING:
                moves = list(self._open(moves))
                if not planned.points:
                    todos.append(ToDo("say why you want this job", "no letter point says it"))
            case Part.BODY if not planned.points:
                moves += self._default_body(progress)
            case Part.CLOSING:
                moves += self._close(moves)
            case _:
                pass
        notes = tuple(point.note.id for point in planned.points)
        return Told(planned.part, planned.label, tuple(moves), tuple(todos), notes)

    def _answer(self, planned: PlannedPoint, progress: _Progress) -> Iterator[Move | ToDo]:
        """What a point's acts say, in order."""
        note, nothing_found = planned.note, False
        for act in planned.point.acts:
            match act:
                case Say() if not (act.leans and nothing_found):
                    nothing_found = False
                    yield self._say(act, note)
                case Seek():
                    leans = act.otherwise is not None and act.otherwise.leans and nothing_found
                    asked = replace(act, otherwise=None) if leans else act
                    found = list(self._seek(asked, note, progress))
                    nothing_found = not any(isinstance(part, Move) for part in found)
                    yield from found
                case Unsayable():
                    nothing_found = True
                    yield ToDo(act.text, act.reason, note)
                case Say() | Silence():
                    pass

    def _say(self, act: Say, note: Note) -> Move:
        fitting = [text for text in act.variants if act.own or is_sound(text)] or act.variants[:1]
        forms = (
            (Sentence(text, self._sources_of(text, note), act.own or _is_quoted(text, note)),)
            for text in fitting
        )
        return Move(tuple(forms))

    def _sources_of(self, text: str, note: Note) -> tuple[Source, ...]:
        """The note, and the fields of the job that a sentence names and the note does not."""
        named = [Source(SourceKind.NOTE, note.id)]
        for field_name, value in (("company", self._company), ("position", self._position)):
            if value and value in text and value not in note.text:
                named.append(Source(SourceKind.JOB, field_name))
        return tuple(named)

    def _seek(self, act: Seek, note: Note, progress: _Progress) -> Iterator[Move | ToDo]:
        found: list[Move] = []
        for side in act.sides:
            match side:
                case Side.PROFILE:
                    strong = act.otherwise is not None and not act.otherwise.leans
                    found = list(self._deeds_for(act.targets, note, progress, strong=strong))
                case Side.CONNECTION if self._is_connected(act):
                    found = list(self._connect(act.targets, note, progress))
                case Side.POSTING if not _is_said_better(act):
                    found = list(self._posting_for(act.targets, note, progress))
                case _:
                    pass
            if found:
                break
        if found:
            yield from found
        elif act.otherwise is not None:
            yield replace(self._say(act.otherwise, note), theirs=_is_said_better(act))
        else:
            asked = join_and([f"“{target}”" for target in act.targets]) or "this point"
            reason = f"nothing in the profile was found for {asked}"
            if Side.PROFILE in act.sides and self._is_told(act.targets, progress):
                return
            yield ToDo(note.body or note.text, reason, note)

    def _is_told(self, targets: Sequence[str], progress: _Progress) -> bool:
        """Whether the letter has told already what answers the targets."""
        return any(
            deed.highlight.id in progress.told
            for target in targets
            for deed in self._answering(target, frozenset())
        )

    def _deeds_for(
        self,
        targets: Sequence[str],
        note: Note | None,
        progress: _Progress,
        *,
        strong: bool = False,
    ) -> Iterator[Move]:
        """One deed for each target, and where there is one target, a second that is strong too;
        with ``strong`` no others, since the note says it in its own words.

        Targets that only name entries say where to look for the others.
        """
        topics, entries = self._split_targets(targets)
        here: set[str] = set()
        for topic in topics:
            deeds = self._answering(topic, entries)
            if deeds and deeds[0].highlight.id in here:
                continue
            wanted = 2 if len(topics) == 1 else 1
            for number, deed in enumerate(self._untold(deeds, progress)):
                if number >= wanted or len(here) >= MOST_DEEDS_A_POINT:
                    break
                if (number or strong) and not deed.strong:
                    break
                if move := self._deed(deed, note, progress, drop=SECOND_DEED if number else 0):
                    here.add(deed.highlight.id)
                    yield move
        if not topics:
            for deed in self._untold(self.deeds.strongest(), progress):
                if move := self._deed(deed, note, progress):
                    yield move
                    return

    def _answering(self, topic: str, entries: frozenset[str]) -> Sequence[Deed]:
        """The deeds that answer a topic; where none does, those that answer a part of it
        strongly: "retention" of "retention of new graduates".
        """
        deeds = self.deeds.answering(topic, entries) or self.deeds.answering(topic)
        parts = _PARTS.split(topic) if not deeds else []
        answers = (self.deeds.answering(part, entries) for part in parts if len(parts) > 1)
        found = next((a for a in answers if a and a[0].strong), ())
        return deeds or found

    def _split_targets(self, targets: Sequence[str]) -> tuple[list[str], frozenset[str]]:
        """The targets that ask for something, and the entries that the others only name."""
        split = [(target, *self.deeds.split_names(target)) for target in targets]
        topics = [target for target, named, rest in split if rest or not named]
        entries = frozenset(id for _, named, rest in split if not rest for id in named)
        return (topics, entries) if topics else ([*targets], frozenset())

    @staticmethod
    def _untold(deeds: Sequence[Deed], progress: _Progress) -> Iterator[Deed]:
        return (deed for deed in deeds if deed.highlight.id not in progress.told)

    @staticmethod
    def _deed(deed: Deed, note: Note | None, progress: _Progress, *, drop: int = 0) -> Move | None:
        """A deed told, and remembered; None where it cannot be told."""
        asked = (Source(SourceKind.NOTE, note.id),) if note else ()
        move = tell_deed(deed, asked, drop)
        if move is not None:
            progress.told.add(deed.highlight.id)
        return move

    def _is_connected(self, act: Seek) -> bool:
        """Whether the personal connection is what a point asks for, or speaks of its targets."""
        if act.sides[0] is Side.CONNECTION:
            return True
        said = {word.stem for note in self._answers for word in split_words(note.body)}
        return bool(_special_stems(act.targets) & said)

    def _connect(
        self, targets: Sequence[str], note: Note | None, progress: _Progress
    ) -> Iterator[Move]:
        if progress.connected:
            return
        connection = tell_connection(
            self._answers, self._company, tuple(targets), person=self._person
        )
        asked = (Source(SourceKind.NOTE, note.id),) if note else ()
        for sentence in connection.sentences:
            progress.connected = True
            own = sentence.own or any(_is_quoted(sentence.text, answer) for answer in self._answers)
            said = replace(sentence, sources=(*sentence.sources, *asked), own=own)
            yield Move(((said,),))

    def _posting_for(
        self, targets: Sequence[str], note: Note | None, progress: _Progress
    ) -> Iterator[Move]:
        phrases = self._phrases(targets, progress)
        if targets:
            phrases = _nearest(targets, phrases)
        phrases = phrases[:POSTING_PHRASES]
        if not phrases:
            return
        progress.phrases |= {phrase.text for phrase in phrases}
        asked = (Source(SourceKind.NOTE, note.id),) if note else ()
        sources = tuple(dict.fromkeys(phrase.source for phrase in phrases))
        said = [phrase.text for phrase in phrases]
        sentences = self.frame.posting(self._seed, said, *sources, *asked)
        yield Move(tuple((sentence,) for sentence in sentences), drop=POSTING, theirs=True)

    def _phrases(self, targets: Sequence[str], progress: _Progress) -> list[PostingPhrase]:
        """What the posting asks for and was not told yet, nearest to the letter and its point."""
        told = (self.deeds.deed(id).highlight.text.markdown for id in sorted(progress.told))
        phrases = tell_posting(self.job, (*targets, *map(plain_text, told)))
        return [phrase for phrase in phrases if phrase.text not in progress.phrases]

    def _open(self, moves: Sequence[Move]) -> Iterator[Move]:
        """The opening, with the position named in it."""
        naming = [self._naming(move) for move in moves]
        if not self._position or any(move is not None for move in naming):
            first = next((i for i, move in enumerate(naming) if move is not None), None)
            for index, move in enumerate(moves):
                named = naming[index]
                yield named if index == first and named is not None else move
            return
        wanted = any(not move.deed and not move.theirs for move in moves)
        at = f" at {self._company}" if self._company and not wanted else ""
        values = {"position": self._position, "at": at}
        named_fields = [Source(SourceKind.JOB, "position")]
        if at:
            named_fields.append(Source(SourceKind.JOB, "company"))
        key = "position" if wanted else "apply"
        sentences = self.frame.sentence(key, self._seed, values, *named_fields)
        naming_it = Move(tuple((sentence,) for sentence in sentences))
        yield from (*moves, naming_it) if wanted else (naming_it, *moves)

    def _naming(self, move: Move) -> Move | None:
        """The move with only those of its forms that name the position, where any does."""
        forms = tuple(
            form
            for form in move.forms
            if any(self._position.casefold() in plain_text(s.text).casefold() for s in form)
        )
        return replace(move, forms=forms) if forms else None

    def _default_body(self, progress: _Progress) -> Iterator[Move]:
        """The strongest evidence for what the job's notes, or else its posting, ask for most."""
        yield from self._posting_for((), None, progress)
        told = 0
        for target in (*self._emphases(), ""):
            deeds = self.deeds.answering(target) if target else self.deeds.strongest()
            for deed in self._untold(deeds, progress):
                if told < DEFAULT_DEEDS and (deed.strong or not target):
                    if move := self._deed(deed, None, progress):
                        told += 1
                        yield move
                    if target:
                        break

    def _emphases(self) -> tuple[str, ...]:
        """The phrases of the emphases that have strong evidence, in the file's order."""
        return self._evident((RequirementKind.EMPHASIS,))

    def _wishes(self) -> tuple[str, ...]:
        """What is wished for and has strong evidence, the person's wishes before the employer's."""
        return self._evident(WISHES)

    def _evident(self, kinds: Sequence[RequirementKind]) -> tuple[str, ...]:
        matches = self.deeds.matches
        wished = [r for kind in kinds for r in matches.requirements if r.kind is kind]
        return tuple(
            phrase
            for requirement in wished
            for phrase, evidence in zip(
                requirement.phrases, matches.phrase_evidence[requirement.id], strict=True
            )
            if evidence is Evidence.STRONG
        )

    def _close(self, moves: Sequence[Move]) -> Iterator[Move]:
        said = " ".join(plain_text(s.text) for move in moves for s in move.forms[0]).casefold()
        if any(word in said for word in TALKS):
            return
        key = "talk" if any(word in said for word in THANKS) else "close"
        sentences = self.frame.sentence(key, self._seed)
        yield Move(tuple((sentence,) for sentence in sentences))

    def _lengthen(self, paragraphs: list[Told], progress: _Progress) -> None:
        """More of the strong evidence for what is wished for, after the body, up to 250 words."""
        place = place_for_more(paragraphs)
        for deed in self._more(paragraphs, progress):
            if sum(bool(move.deed) for move in paragraphs[place].moves) >= DEEDS_IN_ONE:
                place += 1
                paragraphs.insert(place, Told(Part.BODY, "body", ()))
            if move := self._deed(deed, None, progress, drop=SECOND_DEED):
                paragraphs[place] = with_deed(paragraphs[place], move, deed)

    def _more(self, paragraphs: Sequence[Told], progress: _Progress) -> Iterator[Deed]:
        """Deeds for what is wished for as long as there is room: those for what no deed answers yet
        before what else stands on the resume. Where nobody wishes for anything, the strongest.
        """
        for again in (False, True):
            for target in self._wishes():
                if count_words(paragraphs) >= FEWEST_WORDS or len(progress.told) >= MOST_DEEDS:
                    return
                found = self.deeds.answering(target)
                answered = bool(found) and found[0].highlight.id in progress.told
                deed = next(self._untold(found, progress), None)
                if deed is None or not deed.strong or (answered and not again):
                    continue
                if not again or deed.highlight.id in self.deeds.on_page:
                    yield deed
        if not progress.told:
            yield from self.deeds.strongest()[:DEFAULT_DEEDS]


def _is_quoted(text: str, note: Note) -> bool:
    """Whether a sentence is the person's own clause: "Say that I can start in May"."""
    return text.rstrip(".").casefold() in note.text.casefold()


def _is_said_better(act: Seek) -> bool:
    """Whether the point itself says what the posting is asked for ("You need someone who …")."""
    return bool(act.targets) and act.otherwise is not None and not act.otherwise.leans


def _nearest(targets: Sequence[str], phrases: Sequence[PostingPhrase]) -> list[PostingPhrase]:
    """The phrases that share words with what is asked for, those that share most first."""
    asked = _special_stems(targets)

    def shared(phrase: PostingPhrase) -> int:
        return len(asked & {word.stem for word in split_words(phrase.text)})

    return sorted(filter(shared, phrases), key=lambda phrase: -shared(phrase))


def _special_stems(targets: Sequence[str]) -> set[str]:
    """The stems of the words that say what is asked for; common ones say nothing."""
    common = phrase_words().generic | phrase_words().mild | phrase_words().fillers
    return {word.stem for target in targets for word in split_words(target)} - common
