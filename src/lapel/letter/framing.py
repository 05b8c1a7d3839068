"""The letter's first and last sentences, where the person's own do not do their work."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from lapel.letter.current_role import present_role
from lapel.letter.frame import rotate_choices
from lapel.letter.materials import Materials
from lapel.letter.model import Source, SourceKind
from lapel.letter.moves import Move
from lapel.letter.plan import REASON
from lapel.letter.telling.introducing.places import at_place
from lapel.text.inline import plain_text
from lapel.text.regexes import regex

TALKS = (
    "talk",
    "discuss",
    "conversation",
    "hearing",
    "hear from",
    "meet",
    "speak",
    "interview",
    "call",
)
_NOT_TO_YOU = regex(
    r"\bon call\b|\b(?:talk|speak|meet|call|convers)\w*(?:,? \w+)? (?:with|to) "
    r"(?!you\b|your\b|the team\b)"
)
"""Words for a talk with others than the letter's reader: "talk with librarians"."""
THANKS = ("thank", "grateful")


_ONLY_WHY = regex(
    r"(?:This|That) is (?:the reason|why)(?: why)? I(?:['’]m| am) (?:writing|applying)"
    r"(?: to you)?\.$"
)
"""A sentence that the one naming the position says again: "This is the reason I'm writing."."""


_SO_WHY = regex(r"(?:That|This)(?: is|['’]s) why\b")
"""The beginning of a sentence that two in a row do not share."""


def open_letter(moves: Sequence[Move], materials: Materials) -> Iterator[Move]:
    """Yield the opening, with the position named in it."""
    says_why = any(map(_says_why, moves))
    position, company = materials.position, materials.company
    naming = [_keep_forms_naming(move, position, materials.seed) for move in moves]
    if not position or any(move is not None for move in naming):
        first = next((i for i, move in enumerate(naming) if move is not None), None)
        for index, move in enumerate(moves):
            named = naming[index]
            yield named if index == first and named is not None else move
        return
    wanted = any(not move.deed and not move.theirs for move in moves)
    at = f" {at_place(company, work=True)}" if company and not wanted else ""
    named_fields = [Source(SourceKind.JOB, "position")]
    if at:
        named_fields.append(Source(SourceKind.JOB, "company"))
    values = {"position": position, "at": at}
    applies = any("why I am applying" in move.text for move in moves)
    only_why = bool(moves) and _ONLY_WHY.match(moves[-1].text) is not None
    why = says_why and not applies and moves[-1].deed is None  # "that" is what was said last
    why = only_why or (why and not _SO_WHY.match(moves[-1].text))
    key = ("reason" if why else "position") if wanted else "apply"
    sentences = materials.frame.sentence(key, materials.seed, values, *named_fields)
    naming_it = Move(tuple((sentence,) for sentence in sentences))
    if wanted and only_why:
        yield from (*moves[:-1], naming_it.also_from(*moves[-1].first.sources))
        return
    if wanted:
        yield from (*moves, naming_it)
        return
    yield naming_it
    yield from moves or present_role(materials.deeds.profile)


def _says_why(move: Move) -> bool:
    """Tell whether a move, no deed, says what the writer wants or why they apply."""
    return move.deed is None and REASON.search(move.text) is not None


def _keep_forms_naming(move: Move, position: str, seed: str) -> Move | None:
    """Return the move with only the forms that name the position, the one that ``seed`` picks
    first; None if no form does.
    """
    forms = tuple(
        form
        for form in move.forms
        if any(_names_position(position, plain_text(s.text)) for s in form)
    )
    return replace(move, forms=rotate_choices(forms, seed)) if forms else None


def _names_position(position: str, text: str) -> bool:
    """Tell whether a text names a position; a single word only if written alike ("Trainer")."""
    loosely = " " in position and position.casefold() in text.casefold()
    return loosely or position in text


def close_letter(moves: Sequence[Move], materials: Materials) -> Iterator[Move]:
    """Yield the closing sentence, unless ``moves`` already ask for a talk."""
    said = " ".join(text for move in moves for text in move.texts).casefold()
    if any(word in _NOT_TO_YOU.sub("", said) for word in TALKS):
        return
    key = "talk" if any(word in said for word in THANKS) else "close"
    sentences = materials.frame.sentence(key, materials.seed)
    yield Move(tuple((sentence,) for sentence in sentences))
