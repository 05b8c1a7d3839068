"""What a letter point's acts say, each answered from where it looks."""

from collections.abc import Iterator
from dataclasses import replace

from lapel.job.model import Note
from lapel.letter.company_side import ask, connect, is_quoted, speaks_of
from lapel.letter.evidence import deeds_by_numbers, deeds_for, told_already
from lapel.letter.materials import Materials, Progress
from lapel.letter.model import Sentence, Source, SourceKind, ToDo
from lapel.letter.moves import Move
from lapel.letter.plan import PlannedPoint
from lapel.letter.points.model import Say, Seek, Side, Silence, Unsayable, Wish
from lapel.letter.style import is_sound
from lapel.text.plurals import join_and


def answer_point(
    planned: PlannedPoint, materials: Materials, progress: Progress
) -> Iterator[Move | ToDo]:
    """What a point's acts say, in order."""
    note, nothing_found = planned.note, False
    for act in planned.point.acts:
        match act:
            case Say() if not (act.leans and nothing_found):
                nothing_found = False
                yield _say(act, note, materials)
            case Seek():
                leans = act.otherwise is not None and act.otherwise.leans and nothing_found
                asked = replace(act, otherwise=None) if leans else act
                found = list(_seek(asked, note, materials, progress))
                nothing_found = not any(isinstance(part, Move) for part in found)
                yield from found
            case Unsayable():
                nothing_found = True
                yield ToDo(act.text, act.reason, note)
            case Say() | Silence() | Wish():
                pass


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
    found: list[Move | ToDo] = []
    for side in act.sides:
        match side:
            case Side.PROFILE:
                strong = act.otherwise is not None and not act.otherwise.leans
                deeds = materials.deeds
                found = list(deeds_for(act.targets, note, deeds, progress, strong=strong))
            case Side.CONNECTION if side is act.sides[0] or speaks_of(act.targets, materials):
                found = list(connect(act.targets, note, materials, progress))
            case Side.POSTING if not _is_said_better(act):
                found = list(ask(act.targets, note, materials, progress))
            case _:
                pass
        if found:
            break
    if not found and act.otherwise is None and Side.PROFILE in act.sides:
        found = list(deeds_by_numbers(note, materials.deeds, progress))
    if found:
        yield from found
    elif act.otherwise is not None:
        yield replace(_say(act.otherwise, note, materials), theirs=_is_said_better(act))
    elif Side.PROFILE in act.sides and (
        told := told_already(act.targets, materials.deeds, progress)
    ):
        progress.shared.setdefault(told, []).append(note.id)
    else:
        asked = join_and([f"“{target}”" for target in act.targets]) or "this point"
        reason = f"nothing in the profile was found for {asked}"
        yield ToDo(note.body or note.text, reason, note)


def _is_said_better(act: Seek) -> bool:
    """Whether the point itself says what the posting is asked for ("You need someone who …")."""
    return bool(act.targets) and act.otherwise is not None and not act.otherwise.leans
