"""The deeds that a point means by the numbers it names, which are surer than words."""

from collections.abc import Callable, Iterator, Sequence

from lapel.letter.answering.evidence import deeds_for, tell_and_record
from lapel.letter.answering.inquiry import Inquiry
from lapel.letter.answering.topics import keep_untold
from lapel.letter.deeds.counting import numbers_in
from lapel.letter.model import ToDo
from lapel.letter.moves import Move
from lapel.letter.points.model import Say
from lapel.text.regexes import regex
from lapel.text.sentences import split_sentences
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
_PARTS = regex(r"[,;] |[()]|\s[-–—+&]\s|\b(?:and|plus)\b")
"""Where a note names the next thing."""


def deeds_by_numbers(targets: Sequence[str], inquiry: Inquiry) -> list[Move]:
    """Return the deed that a note means by its numbers, once: "on time went 91 to 97.4".

    If the note's numbers are of several deeds, the deeds that its targets mean are returned.
    """
    deeds, progress = inquiry.deeds, inquiry.progress
    parts = (*targets, *_parts_with(targets, inquiry.body))
    meant = deeds.sharing_numbers(inquiry.body) or dict.fromkeys(
        deed for part in parts for deed in deeds.sharing_numbers(part)
    )
    moves = [
        move for deed in keep_untold(meant, progress) if (move := tell_and_record(deed, inquiry))
    ]
    if moves:
        progress.numbered.add(inquiry.id)
    return moves


def _parts_with(targets: Sequence[str], text: str) -> Iterator[str]:
    """Yield the parts of the sentences of a text that name one of the targets."""
    asked = stems_of(" ".join(targets))
    for sentence in split_sentences(text):
        if asked & stems_of(sentence):
            yield from things_in(sentence)


def things_in(text: str) -> list[str]:
    """Return the things that a text names, cut where it names the next."""
    return [part for part in map(str.strip, _PARTS.split(text)) if part]


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


def tell_in_place_of_numbers(
    targets: Sequence[str], meant: Sequence[Move], inquiry: Inquiry
) -> Iterator[Move | ToDo]:
    """Yield the deeds ``meant`` by numbers in their places among the other things named.

    Of "the rezoning and its 31 meetings" the other thing is told by a deed that surely answers it.
    """
    told = stems_of(" ".join(text for move in meant for text in move.texts))
    left = [*meant]
    placed = [_take(left, numbers_in(target), numbers_in) for target in targets]
    placed = [
        moves or _take(left, stems_of(target), stems_of)
        for target, moves in zip(targets, placed, strict=True)
    ]
    yield from left
    for target, moves in zip(targets, placed, strict=True):
        yield from moves
        if not moves and not stems_of(target) & told:
            yield from deeds_for((target,), inquiry, strong=True)


def _take(
    moves: list[Move], asked: frozenset[str], read: Callable[[str], frozenset[str]]
) -> list[Move]:
    """Take the moves out of a list that have one of what is ``asked`` for, as ``read`` in them."""
    taken = [move for move in moves if asked & read(" ".join(move.texts))]
    moves[:] = [move for move in moves if move not in taken]
    return taken
