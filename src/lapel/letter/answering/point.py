"""What a letter point's acts say, each answered from where it looks."""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from lapel.job.model import Note
from lapel.letter.answering.company_facts import tell_posted
from lapel.letter.answering.company_side import (
    FOR_ME,
    answers_meant,
    ask,
    connect,
    is_quoted,
    posting_names,
    says_whole,
    speaks_of,
    tell_facts,
    tell_of_company,
)
from lapel.letter.answering.credentials import tell_since
from lapel.letter.answering.evidence import (
    cannot_be_told,
    deeds_by_numbers,
    deeds_for,
    deeds_named,
    names_deed,
    told_already,
)
from lapel.letter.current_role import present_role
from lapel.letter.deeds.counting import numbers_in
from lapel.letter.deeds.search import Deeds
from lapel.letter.gate import NO_ANTECEDENT, why_not
from lapel.letter.materials import Materials, Progress
from lapel.letter.model import Sentence, Source, SourceKind, ToDo
from lapel.letter.moves import Move
from lapel.letter.plan import PlannedPoint, part_of
from lapel.letter.points.language.vocabulary import either
from lapel.letter.points.model import (
    Act,
    Part,
    Posted,
    Say,
    Seek,
    Side,
    Silence,
    Since,
    Today,
    Unsayable,
    Wish,
)
from lapel.letter.points.saying.reasons import NO_REASON
from lapel.letter.style import is_sound
from lapel.letter.telling.connecting.answers import at_theirs
from lapel.letter.telling.language.persons import points_at_nothing
from lapel.text.content import content_stems
from lapel.text.inline import plain_text
from lapel.text.plurals import join_and
from lapel.text.regexes import regex
from lapel.text.words import stems_of

MINE_TOO = regex(r"\b(?:I|me|my|mine|we|our)\b")
OF_THEM = regex(r"\b(?:there|you|your|they|them|their)\b", re.IGNORECASE)
THEY_SAY = regex(
    r"^You (?:(?P<bare>say|write)|mention|stress|call for|ask for|want|value|promise)"
    r" (?P<what>(?!that\b)[a-z -]+)\.$"
)
"""What the posting is said to say, named and not said: "You say patience"."""
FEWEST_SHARED = 2
WANTS = regex(r"You (?:want|plan|hope|need|intend) to [a-z]+ the [a-z]+\.$")
"""What says no more than that they want the thing that a point names."""
HOLLOW = regex(r" caught my attention\.$|^I took note of ")
"""What says no more of something of the company's than that it was read."""
ONLY_YOURS = "the posting does not say it, and only you can"
NO_DATE = "no one certificate of the profile says since when"
FEWEST_NUMBERS = 2
MOST_WORDS_SAID = 12
JUDGES = regex(
    r"\b(?:(?:is|are)(?! (?:down|up)\b)|isn['’]t|aren['’]t|not|never|means?|makes?|taught|"
    r"shows?|showed|proves?)\b"
)
"""What a sentence has that says more of a number than that it was so."""
GOES_ON = regex(r", and I | and (?:would|am|can|could|want|will|hope)\b")
"""Behind it a sentence says more than its number."""
ABOUT_IT = regex(r"I(?:['’]\w+)?(?: (?!the\b|my\b|your\b|an?\b)[a-z]+){1,5} (?:it|them)\b")
"""What only says something of what was named before it."""
OF_IT = regex(r" (?:it|them|this|that)\.$")
"""What ends on something that was named before."""
PAIR = 2
"""Of so many things that a note names, both are often the one deed's."""
LIKED = regex(
    r"\bI (?:\w+ly |also |have always )?(?:like|love|admire|value|appreciate|respect|enjoy|trust)d?"
    r"\b|\bmatters? to me\b|\bmeans? (?:a lot|so much|much) to\b"
)
"""What an answer has that says why something is of value to the writer."""
MINE = regex(rf"\bmy (?:\w+ )?(?:{either('kin')}|{either('pets')}|aunt|uncle|nan|gran)(?:['’]s)?\b")
"""Those whom no bullet tells of."""


def answer_point(
    planned: PlannedPoint, materials: Materials, progress: Progress
) -> Iterator[Move | ToDo]:
    """What a point's acts say, in order."""
    note = planned.note
    nothing_found = unfound = connected = of_life = False
    acts = (*_naming_their_place(planned, materials),)
    stands = any(
        isinstance(act, Say) and not why_not(act.variants[0], materials.company)
        for act in planned.point.acts
    )
    for act in acts:
        match act:
            case Say() if progress.has_shared(note) and points_at_nothing(act.variants[0]):
                pass  # what was told before says it, or it is seen to be missing
            case Say() if unfound and not act.leans and _points_back(act):
                yield ToDo(act.variants[0].rstrip("."), NO_ANTECEDENT, note)
            case Say() if not (act.leans and (nothing_found or of_life)):
                nothing_found = False
                yield from (
                    _in_their_words(act, note, materials)
                    or _deed_said(act, note, materials, progress)
                    or [_say(act, note, materials)]
                )
            case Seek() if connected and act.sides == (Side.CONNECTION, Side.PROFILE):
                pass  # the answers tell it
            case Seek():
                leans = act.otherwise is not None and act.otherwise.leans
                leans = leans and (nothing_found or of_life)
                asked = replace(act, otherwise=None) if leans else act
                asked = asked if stands else replace(asked, quiet=False)
                found = sorted(_seek(asked, note, materials, progress), key=_is_skill)
                unfound = not any(isinstance(p, Move) for p in found)
                nothing_found = unfound and not act.quiet
                of_life = _is_connected(found, materials)
                connected = connected or of_life
                yield from found
            case Today():
                role = tuple(present_role(materials.deeds.profile, note))
                strongest = Seek((), (Side.PROFILE,))
                yield from role or _seek(strongest, note, materials, progress)
            case Since() | Posted() | Unsayable():
                answered = list(_alone(act, note, materials, progress))
                nothing_found = not answered
                yield from answered or [_left(act, note)]
            case Say() | Silence() | Wish():
                pass


def _alone(
    act: Since | Posted | Unsayable, note: Note, materials: Materials, progress: Progress
) -> Iterator[Move | ToDo]:
    """What a certificate, the posting or an answer says of what a note leaves open."""
    match act:
        case Since():
            yield from tell_since(act.what, note, materials.deeds)
        case Posted():
            told = _posted(act.what, note, materials)
            yield from told
            yield from [_say(act.then, note, materials)] if told and act.then else []
        case Unsayable():
            yield from _reason_for(act, note, materials, progress)


def _left(act: Since | Posted | Unsayable, note: Note) -> ToDo:
    """What is left to the person."""
    match act:
        case Since():
            return ToDo(act.text, NO_DATE, note)
        case Posted():
            return ToDo(act.text, ONLY_YOURS, note)
        case Unsayable():
            return ToDo(act.text, act.reason, note)


def _posted(what: str, note: Note, materials: Materials) -> list[Move | ToDo]:
    """What the posting says of something, as its one sentence; [] where it does not say it."""
    told = tell_posted(what, materials.job, materials.company)
    if told is None:
        return []
    sentence = Sentence(told[0], (told[1], Source(SourceKind.NOTE, note.id)))
    return [Move(((sentence,),), theirs=True)]


def _in_their_words(act: Say, note: Note, materials: Materials) -> list[Move | ToDo]:
    """What the posting says of the company where a sentence of lapel's only repeats that in other
    words: "You say patience", "Donors are neighbors there".
    """
    said = act.variants[0]
    if named := THEY_SAY.match(said):
        left: list[Move | ToDo] = (
            [ToDo(said.rstrip("."), ONLY_YOURS, note)] if named["bare"] else []
        )
        return _posted(named["what"], note, materials) or left
    if act.own or MINE_TOO.search(said):
        return []
    of_them = OF_THEM.search(said) or (materials.company and materials.company in said)
    whole = len(content_stems(said) - content_stems(materials.company)) >= FEWEST_SHARED
    return _posted(said, note, materials) if whole and of_them else []


def _points_back(act: Say) -> bool:
    """Whether a sentence is about what stood before it: "I'd like to double it"."""
    return ABOUT_IT.match(act.variants[0]) is not None


def _naming_their_place(planned: PlannedPoint, materials: Materials) -> Iterator[Act]:
    """The acts of a point, of one on the company with its name for the "there" that it begins
    with: "My kids go there".
    """
    first, *others = planned.point.acts or (None,)
    if first is not None:
        named = isinstance(first, Say) and part_of(planned.note.label) is Part.COMPANY
        yield _at_their_place(first, materials.company) if named else first
    yield from others


def _at_their_place(act: Act, company: str) -> Act:
    if not isinstance(act, Say) or not company:
        return act
    variants = tuple(at_theirs(text, company) for text in act.variants)
    return replace(act, variants=variants, own=act.own and variants == act.variants)


def _is_skill(part: Move | ToDo) -> bool:
    """Whether a part of an answer only says a skill of the profile: deeds come before it."""
    first = part.first.sources[0] if isinstance(part, Move) else None
    return first is not None and first.kind is SourceKind.SKILL


def _is_connected(found: Iterable[Move | ToDo], materials: Materials) -> bool:
    """Whether the answers about the personal connection are among what was found."""
    answers = {Source(SourceKind.NOTE, answer.id) for answer in materials.answers}
    told = (sentence for part in found if isinstance(part, Move) for sentence in part.forms[0])
    return any(answers & {*sentence.sources} for sentence in told)


def targets_of(points: Iterable[PlannedPoint]) -> Iterator[tuple[Note, tuple[str, ...]]]:
    """What the points look for in the profile."""
    for planned in points:
        for act in planned.point.acts:
            if isinstance(act, Seek) and Side.PROFILE in act.sides and not act.quiet:
                yield planned.note, act.targets


def _reason_for(
    act: Unsayable, note: Note, materials: Materials, progress: Progress
) -> list[Move | ToDo]:
    """The answers about the personal connection where they say what a point leaves open: of the
    writer's people, or why something of the company's is liked.
    """
    if act.reason == NO_REASON and part_of(note.label) is Part.COMPANY:
        said = " ".join(answer.body for answer in materials.answers)
        if LIKED.search(said) or speaks_of((act.text,), materials):
            return list(connect((act.text,), note, materials, progress))
    return _answered((act.text,), note, materials, progress)


def _answered(
    targets: Sequence[str], note: Note, materials: Materials, progress: Progress
) -> list[Move | ToDo]:
    """The personal connection, where it speaks of the writer's people that a note names, or the
    note asks what the company did for them.
    """
    of_mine = MINE.search(note.text) is not None and speaks_of(targets, materials)
    if not of_mine and not FOR_ME.search(note.text):
        return []
    return list(connect(targets, note, materials, progress))


def _deed_said(act: Say, note: Note, materials: Materials, progress: Progress) -> list[Move]:
    """The deed whose numbers a sentence of lapel's says: it tells where, when and how, too."""
    said = act.variants[0]
    if (act.own and ":" not in said) or not _only_counts(act):
        return []
    if len(numbers_in(said)) < FEWEST_NUMBERS and not materials.deeds.sharing_numbers(said):
        return []
    return _by_numbers(note, (), materials, progress)


def _only_counts(act: Say) -> bool:
    """Whether a sentence is short, has a number and says no more of it than that it was so."""
    said = act.variants[0]
    short = len(said.split()) <= MOST_WORDS_SAID and not GOES_ON.search(said)
    return short and bool(numbers_in(said)) and not JUDGES.search(said)


def _say(act: Say, note: Note, materials: Materials) -> Move:
    fitting = [text for text in act.variants if act.own or is_sound(text)] or [*act.variants[:1]]
    if not act.own:
        fitting += [_contracted(text) for text in fitting[:1] if _contracted(text) != text]
    forms = (
        (Sentence(text, _sources(text, note, materials), act.own or is_quoted(text, note)),)
        for text in fitting
    )
    return Move(tuple(forms))


def _contracted(text: str) -> str:
    """The sentence as it would be spoken, so that two need not begin alike: "I'm available"."""
    for whole, spoken in (("I am ", "I'm "), ("I would ", "I'd ")):
        if text.startswith(whole):
            return spoken + text.removeprefix(whole)
    return text


def _sources(text: str, note: Note, materials: Materials) -> tuple[Source, ...]:
    """The note, and the fields of the job that a sentence names and the note does not."""
    named = [Source(SourceKind.NOTE, note.id)]
    for field_name, value in (("company", materials.company), ("position", materials.position)):
        if value and value in text and value not in note.text:
            named.append(Source(SourceKind.JOB, field_name))
    return tuple(named)


def _seek(act: Seek, note: Note, materials: Materials, progress: Progress) -> Iterator[Move | ToDo]:
    if answered := _answered(act.targets, note, materials, progress):
        yield from (*answered, *_named_beside(answered, act, note, materials, progress))
        return
    if Side.PROFILE in act.sides and (meant := _by_numbers(note, act.targets, materials, progress)):
        yield from _with_others(act.targets, meant, note, materials, progress)
        return
    order = (
        sorted(act.sides, key=Side.CONNECTION.__ne__)
        if _is_answered(act, note, materials)
        else act.sides
    )
    sides = ((side, _found_on(side, act, note, materials, progress)) for side in order)
    side, found = next(((side, found) for side, found in sides if found), (None, []))
    if found:
        yield from found
        if side is Side.CONNECTION and Side.PROFILE in act.sides:
            yield from _named_beside(found, act, note, materials, progress)
        if side is not Side.POSTING and Side.POSTING in act.sides:
            yield from tell_of_company(act.targets, " ".join(_texts(found)), note, materials)
    elif note.id in progress.numbered and act.otherwise and _only_counts(act.otherwise):
        return  # the deed that its numbers named says it
    elif act.otherwise is not None and not _is_told_so(act, materials.deeds, progress):
        said = replace(_say(act.otherwise, note, materials), theirs=_is_said_better(act))
        yield from _named(act, note, materials, progress) or [said]
        yield from _done_before(act, note, materials, progress)
    elif act.quiet or note.id in progress.numbered:
        return  # the rest of the point says it, or its numbers named the deed that it means
    else:
        yield from _told_for_others(act, note, materials, progress)


def _told_for_others(
    act: Seek, note: Note, materials: Materials, progress: Progress
) -> Iterator[Move | ToDo]:
    """What was not found for a note alone: what is told for another answers it, or it is left."""
    told = told_already(act.targets, materials.deeds, progress) if Side.PROFILE in act.sides else ""
    if told:
        progress.share(told, note)
    elif answers := answers_meant(act.targets, materials):
        yield from connect(act.targets, note, materials, progress)
        for answer in answers:
            progress.share(answer, note)
    elif facts := list(tell_facts(act.targets, note, materials)):
        yield from facts
    else:
        asked = join_and([f"“{target}”" for target in act.targets]) or "this point"
        where = "profile" if Side.PROFILE in act.sides else "posting"
        why = cannot_be_told(act.targets, materials.deeds, progress)
        reason = why or f"nothing in the {where} was found for {asked}"
        yield ToDo(note.body or note.text, reason, note, tuple(act.targets))


def _is_told_so(act: Seek, deeds: Deeds, progress: Progress) -> bool:
    """Whether a deed that is told says what the note says of it: "the choirs came into it"."""
    said = act.otherwise.variants[0] if act.otherwise else ""
    if not OF_IT.search(said):
        return False
    asked = content_stems(" ".join(act.targets))
    told = (deeds.deed(id).stems for id in progress.told)
    return any(2 * len(asked & stems) >= len(asked) for stems in told)


def _named_beside(
    told: Iterable[Move | ToDo], act: Seek, note: Note, materials: Materials, progress: Progress
) -> Iterator[Move]:
    """The deeds that are named beside what the answers about the connection tell."""
    said = " ".join(_texts(told))
    return deeds_named(act.targets, said, note, materials.deeds, progress)


def _named(act: Seek, note: Note, materials: Materials, progress: Progress) -> list[Move]:
    """The deeds that a tie names on its other side, where that is not said to be the company's."""
    said = act.otherwise
    if said is None or not said.leans or " your " in said.variants[0]:
        return []
    return list(deeds_named(act.targets, "", note, materials.deeds, progress))


def _done_before(act: Seek, note: Note, materials: Materials, progress: Progress) -> Iterator[Move]:
    """Yield the deeds that plainly did what the company is said to want: "your plan to bring down
    agency use".
    """
    if act.sides == (Side.POSTING,) and _is_said_better(act):
        done = [target for target in act.targets if _is_told_plainly(target, materials)]
        yield from deeds_for(done, note, materials.deeds, progress, strong=True) if done else ()


def _texts(told: Iterable[Move | ToDo]) -> Iterator[str]:
    """What moves say in their first forms."""
    for move in told:
        for sentence in move.forms[0] if isinstance(move, Move) else ():
            yield plain_text(sentence.text)


def _is_answered(act: Seek, note: Note, materials: Materials) -> bool:
    """Whether a note names what the answers about the connection say whole: one on the company
    something, any other nothing else, and no deed says it, too.
    """
    if part_of(note.label) is Part.COMPANY:
        return any(says_whole(target, materials) for target in act.targets)
    return bool(act.targets) and all(
        says_whole(target, materials) and not _is_told_whole(target, materials)
        for target in act.targets
    )


def _is_told_whole(target: str, materials: Materials) -> bool:
    """Whether a deed has every telling word of a target."""
    asked = content_stems(target)
    return any(asked <= deed.stems for deed in materials.deeds.answering(target))


def _may_connect(act: Seek, materials: Materials) -> bool:
    """Whether the personal connection may answer: it is what was asked for, or speaks of it; what
    the posting names is something else.
    """
    asked = act.sides[0] is Side.CONNECTION and act.sides[1:] != (Side.PROFILE,)
    noticed = act.otherwise is not None and act.sides[-1] is Side.POSTING
    noticed = noticed and posting_names(act.targets, materials)
    return (asked and not noticed) or speaks_of(act.targets, materials)


def _with_others(
    targets: Sequence[str], meant: list[Move], note: Note, materials: Materials, progress: Progress
) -> Iterator[Move | ToDo]:
    """The deed that numbers meant, in its place among what else was named beside it and is surely
    told by another: "the rezoning and its 31 meetings".
    """
    told = " ".join(_texts(meant))
    numbered = next((i for i, target in enumerate(targets) if numbers_in(target)), -1)
    if numbered < 0:
        yield from meant
    for place, target in enumerate(targets):
        if place == numbered:
            yield from meant
        apart = len(targets) > PAIR or len(target.split()) > 1 or target.isupper()
        if place != numbered and apart and not stems_of(target) & stems_of(told):
            yield from deeds_for((target,), note, materials.deeds, progress, strong=True)


def _found_on(
    side: Side, act: Seek, note: Note, materials: Materials, progress: Progress
) -> list[Move | ToDo]:
    """What one side has for what is sought."""
    match side:
        case Side.PROFILE:
            said = act.otherwise
            leans = said is not None and said.leans and Side.POSTING not in act.sides
            strong = (said is not None and not leans) or act.quiet
            strong = strong or any(map(names_deed, act.targets))
            return list(
                deeds_for(
                    act.targets, note, materials.deeds, progress, strong=strong, such=act.such
                )
            )
        case Side.CONNECTION if _may_connect(act, materials):
            told = _deeds_rather(act, note, materials, progress)
            if told:
                return told
            return list(connect(act.targets, note, materials, progress))
        case Side.POSTING:
            told = list(tell_of_company(act.targets, "", note, materials))
            hollow = act.otherwise and HOLLOW.search(act.otherwise.variants[0])
            if not told and act.targets and hollow:
                told = _posted(act.targets[0], note, materials)
            better = bool(told) or (_is_said_better(act) and not _is_asked_for(act, materials))
            return told if better else list(ask(act.targets, note, materials, progress))
        case _:
            return []


def _deeds_rather(
    act: Seek, note: Note, materials: Materials, progress: Progress
) -> list[Move | ToDo]:
    """The deeds that surely tell of what the personal connection does not speak of: the writer's
    side of a tie to what the company stands for; of what it only touches, where each thing is told
    by one in its words.
    """
    if not act.targets or Side.PROFILE not in act.sides:
        return []
    touches = speaks_of(act.targets, materials)
    if touches and not all(_is_told_plainly(target, materials) for target in act.targets):
        return []
    return list(deeds_for(act.targets, note, materials.deeds, progress, strong=True))


def _is_told_plainly(target: str, materials: Materials) -> bool:
    """Whether a deed surely tells of a target, in a word of its own."""
    best = next(iter(materials.deeds.answering(target)), None)
    return best is not None and best.strong and bool(best.stems & content_stems(target))


def _by_numbers(
    note: Note, targets: Sequence[str], materials: Materials, progress: Progress
) -> list[Move]:
    """The deed that a note means by its numbers, once: they are surer than words."""
    found = list(deeds_by_numbers(note, targets, materials.deeds, progress))
    if found:
        progress.numbered.add(note.id)
    return found


def _is_asked_for(act: Seek, materials: Materials) -> bool:
    """Whether all that a sentence says the company wants is in a duty of its posting, which says
    more of it: "You want to build the partnerships".
    """
    wants = act.otherwise is not None and WANTS.match(act.otherwise.variants[0])
    return bool(wants) and posting_names(act.targets, materials)


def _is_said_better(act: Seek) -> bool:
    """Whether the point itself says what the posting is asked for ("You need someone who …")."""
    return bool(act.targets) and act.otherwise is not None and not act.otherwise.leans
