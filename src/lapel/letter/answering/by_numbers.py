"""The deeds that a point means by the numbers it names, which are surer than words."""

from collections.abc import Iterator, Sequence

from lapel.letter.answering.evidence import deeds_for, tell
from lapel.letter.answering.inquiry import Inquiry
from lapel.letter.answering.topics import untold
from lapel.letter.deeds.counting import numbers_in
from lapel.letter.model import ToDo
from lapel.letter.moves import Move
from lapel.letter.points.model import Say
from lapel.text.regexes import regex
from lapel.text.words import stems_of

_FEWEST_NUMBERS = 2
_MOST_WORDS_SAID = 12
_JUDGES = regex(
    r"\b(?:(?:is|are)(?! (?:down|up)\b)|isn['’]t|aren['’]t|not|never|means?|makes?|taught|"
    r"shows?|showed|proves?)\b"
)
"""Signs that a sentence says more of a number than that it was so."""
_GOES_ON = regex(r", and I | and (?:would|am|can|could|want|will|hope)\b")
"""Words behind which a sentence says more than its number."""
_PAIR = 2
"""The number of things named by a note of which both are often of one deed."""


def deeds_by_numbers(targets: Sequence[str], inquiry: Inquiry) -> list[Move]:
    """Return the deed that a note means by its numbers, once: "on time went 91 to 97.4".

    If the note's numbers are of several deeds, the deeds that its targets mean are returned.
    """
    deeds, progress = inquiry.deeds, inquiry.progress
    meant = deeds.sharing_numbers(inquiry.body) or (
        deed for target in targets for deed in deeds.sharing_numbers(target)
    )
    moves = [move for deed in untold(meant, progress) if (move := tell(deed, inquiry))]
    if moves:
        progress.numbered.add(inquiry.id)
    return moves


def deed_of_sentence(act: Say, inquiry: Inquiry) -> list[Move]:
    """Return the deed whose numbers a sentence of lapel's says: it tells more than that."""
    said = act.variants[0]
    if (act.own and ":" not in said) or not only_counts(act):
        return []
    if len(numbers_in(said)) < _FEWEST_NUMBERS and not inquiry.deeds.sharing_numbers(said):
        return []
    return deeds_by_numbers((), inquiry)


def only_counts(act: Say) -> bool:
    """Tell whether a sentence is short, has a number and says only that it was so."""
    said = act.variants[0]
    short = len(said.split()) <= _MOST_WORDS_SAID and not _GOES_ON.search(said)
    return short and bool(numbers_in(said)) and not _JUDGES.search(said)


def in_place_of_number(
    targets: Sequence[str], meant: Sequence[Move], inquiry: Inquiry
) -> Iterator[Move | ToDo]:
    """Yield the deeds ``meant`` by a number in its place among the other things named.

    Of "the rezoning and its 31 meetings" the other thing is told by a deed that surely answers it.
    """
    told = stems_of(" ".join(text for move in meant for text in move.texts))
    numbered = next((i for i, target in enumerate(targets) if numbers_in(target)), -1)
    if numbered < 0:
        yield from meant
    for place, target in enumerate(targets):
        if place == numbered:
            yield from meant
            continue
        apart = len(targets) > _PAIR or len(target.split()) > 1 or target.isupper()
        if apart and not stems_of(target) & told:
            yield from deeds_for((target,), inquiry, strong=True)
