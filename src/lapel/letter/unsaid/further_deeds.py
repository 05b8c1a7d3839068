"""The deeds that a point names beside those that are told for it already."""

from collections.abc import Iterable, Iterator, Sequence

from lapel.letter.answering.abilities import tell_ability
from lapel.letter.answering.connection import is_told_among
from lapel.letter.answering.evidence import keep_tellable_beside, tell_and_record
from lapel.letter.answering.inquiry import Inquiry
from lapel.letter.answering.topics import keep_untold
from lapel.letter.deeds.counting import numbers_in
from lapel.letter.deeds.model import Deed
from lapel.letter.english.clauses import is_clause
from lapel.letter.english.vocabulary import word_list
from lapel.letter.moves import Move
from lapel.letter.points.context import Context
from lapel.letter.points.cutting.tidying import tidy
from lapel.letter.points.instructing import take_instruction
from lapel.letter.points.model import Act, Seek, Side
from lapel.letter.unsaid.asked import THEIRS, names_in
from lapel.letter.unsaid.heard import heard_for
from lapel.letter.unsaid.lost import lost_parts
from lapel.text.content import content_stems


def tell_further(acts: Sequence[Act], moves: Sequence[Move], inquiry: Inquiry) -> Iterator[Move]:
    """Yield the deeds and abilities that plainly answer what a point names of the writer's side
    and ``moves`` do not tell.
    """
    if is_told_among(moves, inquiry.materials) or not any(move.deed for move in moves):
        return
    said = [sentence for move in moves for sentence in move.forms[0]]
    heard = heard_for(acts, said, (), inquiry.materials)
    told = [inquiry.deeds.deed(id) for id in sorted(heard.told)]
    theirs = content_stems(" ".join(_list_named_of_company(acts)))
    for part in lost_parts(inquiry.body, heard, ()):
        text = tidy(part.text, Context())
        asked = content_stems(text)
        asks = take_instruction(text)
        first = (asks.object if asks else text).split(maxsplit=1)[0].casefold()
        if is_clause(text) or first in word_list("asking") or THEIRS.search(text):
            continue
        names = content_stems(" ".join(names_in(part.text))) | numbers_in(text)
        answers = keep_tellable_beside(text, inquiry.deeds.answering(text), told)
        for deed in keep_untold(answers, inquiry.progress):
            shown = _shows(deed, asked, names, whole=asked <= theirs)
            if shown and (move := tell_and_record(deed, inquiry)):
                yield move
                break
        else:
            yield from () if asked <= theirs else tell_ability(text, inquiry)


def _shows(deed: Deed, asked: frozenset[str], names: frozenset[str], *, whole: bool) -> bool:
    """Tell whether a deed surely shows what is ``asked`` for, with its ``names`` and numbers.

    ``whole`` says that it must have all words, since the company's side has them, too.
    """
    bullet = deed.highlight.text.plain
    told = content_stems(bullet) | numbers_in(bullet)
    if whole or not names <= told:
        return asked | names <= told
    shared = len(asked & told)
    return (shared > 0 and len(asked) > 1) or (deed.strong and bool(shared or names))


def _list_named_of_company(acts: Iterable[Act]) -> Iterator[str]:
    """Yield what a point names of the company's side alone."""
    for act in acts:
        if isinstance(act, Seek) and act.sides == (Side.POSTING,):
            yield from (*act.targets, *(act.otherwise.variants[:1] if act.otherwise else ()))
