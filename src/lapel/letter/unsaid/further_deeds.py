"""The deeds that a point names beside those that are told for it already."""

from collections.abc import Iterator, Sequence

from lapel.letter.answering.abilities import tell_ability
from lapel.letter.answering.evidence import tell, untold
from lapel.letter.deeds.counting import numbers_in
from lapel.letter.materials import Materials, Progress
from lapel.letter.model import Source, SourceKind
from lapel.letter.moves import Move
from lapel.letter.plan import PlannedPoint
from lapel.letter.points.cutting.tidying import tidy
from lapel.letter.points.language.context import Context
from lapel.letter.points.language.grammar import is_clause
from lapel.letter.points.language.instructing import take_instruction
from lapel.letter.points.model import Seek, Side
from lapel.letter.points.saying.wondering import WONDERING
from lapel.letter.unsaid.asked import THEIRS, names_in
from lapel.letter.unsaid.heard import heard_for
from lapel.letter.unsaid.lost import lost_parts
from lapel.text.content import content_stems


def tell_further(
    planned: PlannedPoint, moves: Sequence[Move], materials: Materials, progress: Progress
) -> Iterator[Move]:
    """The deeds that plainly answer what a point names of the writer's beside those of ``moves``,
    and these do not tell.
    """
    said = [sentence for move in moves for sentence in move.forms[0]]
    answers = {Source(SourceKind.NOTE, answer.id) for answer in materials.answers}
    connected = any(answers & {*sentence.sources} for sentence in said)
    if connected or not any(move.deed for move in moves):
        return
    whole = planned.note.body or planned.note.text
    theirs = content_stems(" ".join(_named_of_company(planned)))
    for part in lost_parts(whole, heard_for(planned, said, (), materials), ()):
        text = tidy(part.text, Context())
        if content_stems(text) <= theirs:
            continue
        asks = take_instruction(text)
        wonders = (asks.object if asks else text).split(maxsplit=1)[0].casefold() in WONDERING
        if is_clause(text) or wonders or THEIRS.search(text):
            continue
        names = content_stems(" ".join(names_in(part.text))) | numbers_in(text)
        for deed in untold(materials.deeds.answering(text), progress):
            bullet = deed.highlight.text.plain
            told = content_stems(bullet) | numbers_in(bullet)
            plainly = names <= told and (deed.strong or content_stems(text) & told)
            if plainly and (move := tell(deed, planned.note, progress)):
                yield move
                break
        else:
            yield from tell_ability(text, planned.note, materials.deeds)


def _named_of_company(planned: PlannedPoint) -> Iterator[str]:
    """What a point names of the company's side alone."""
    for act in planned.point.acts:
        if isinstance(act, Seek) and act.sides == (Side.POSTING,):
            yield from (*act.targets, *(act.otherwise.variants[:1] if act.otherwise else ()))
