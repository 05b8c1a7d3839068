"""The points' wishes for the letter itself, and granting them.

A sign-off, a salutation, fewer words or paragraphs and topics to avoid are granted; a tone is left
to the person as a to-do, since nothing here hears how a letter sounds.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from lapel.job.model import Note
from lapel.letter.deeds.search import Deeds
from lapel.letter.model import Line, Paragraph, Source, SourceKind, ToDo
from lapel.letter.plan import PlannedPoint
from lapel.letter.points.model import Wish, WishKind
from lapel.text.phrases import special_stems
from lapel.text.words import stems_of

UNHEARD = "lapel cannot hear how a letter sounds: read it aloud"


class Wishes(Struct, frozen=True):
    """The wishes of all points, None where there is none; ``avoided`` are phrases, ``unmet`` to-dos
    for the others.
    """

    sign_off: Line | None = None
    salutation: Line | None = None
    most_words: int | None = None
    most_paragraphs: int | None = None
    avoided: tuple[str, ...] = ()
    unmet: tuple[ToDo, ...] = ()


def gather_wishes(points: Iterable[PlannedPoint]) -> Wishes:
    """Return the wishes of the points; the last of a kind counts."""
    found = [(a, p.note) for p in points for a in p.point.acts if isinstance(a, Wish)]
    last = {wish.kind: wish.value for wish, _ in found}
    words, paragraphs = last.get(WishKind.WORDS), last.get(WishKind.PARAGRAPHS)
    return Wishes(
        sign_off=_last_wished_line(WishKind.SIGN_OFF, found),
        salutation=_last_wished_line(WishKind.SALUTATION, found),
        most_words=int(words) if words else None,
        most_paragraphs=max(1, int(paragraphs)) if paragraphs else None,
        avoided=tuple(wish.value for wish, _ in found if wish.kind is WishKind.AVOID),
        unmet=tuple(
            ToDo(wish.value, UNHEARD, note) for wish, note in found if wish.kind is WishKind.TONE
        ),
    )


def _last_wished_line(kind: WishKind, found: Iterable[tuple[Wish, Note]]) -> Line | None:
    wished = [
        Line(f"{wish.value},", (Source(SourceKind.NOTE, note.id),))
        for wish, note in found
        if wish.kind is kind
    ]
    return wished[-1] if wished else None


def without_avoided(deeds: Deeds, avoided: Sequence[str]) -> Deeds:
    """Return the deeds without those that speak of an avoided topic."""
    asked = [special_stems(phrase) for phrase in avoided]
    dropped = [
        highlight.id
        for entry in deeds.profile.entries
        for highlight in entry.highlights
        if any(stems and stems <= stems_of(highlight.text.plain) for stems in asked)
    ]
    return replace(deeds, dropped=(*deeds.dropped, *dropped)) if dropped else deeds


def grant_wishes(paragraphs: Sequence[Paragraph], wishes: Wishes) -> tuple[Paragraph, ...]:
    """Return the paragraphs, joined to as few as was wished for, with to-dos for unmet wishes."""
    kept = list(paragraphs)
    while wishes.most_paragraphs and len(kept) > wishes.most_paragraphs:
        place = len(kept) - 2 if len(kept) > 2 else 1
        first, second = kept[place - 1], kept[place]
        kept[place - 1 : place + 1] = [_join_paragraphs(first, second)]
    if kept and wishes.unmet:
        kept[-1] = replace(kept[-1], todos=(*kept[-1].todos, *wishes.unmet))
    return tuple(kept)


def _join_paragraphs(first: Paragraph, second: Paragraph) -> Paragraph:
    return Paragraph(
        first.label,
        (*first.sentences, *second.sentences),
        (*first.todos, *second.todos),
        (*first.notes, *second.notes),
    )
