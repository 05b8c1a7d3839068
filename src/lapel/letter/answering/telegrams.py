"""A telegram that makes no sentence, told with the deeds that its parts name."""

import re

from lapel.letter.answering.by_numbers import deeds_by_numbers, things_in
from lapel.letter.answering.evidence import deeds_for
from lapel.letter.answering.inquiry import Inquiry
from lapel.letter.faults import why_not
from lapel.letter.moves import Move
from lapel.letter.points.model import Say
from lapel.letter.style import may_be_drafted
from lapel.text.regexes import regex

_DENIES = regex(r"(?:not|never|without)\b", re.IGNORECASE)


def deeds_of_telegram(act: Say, inquiry: Inquiry) -> list[Move]:
    """Return the deeds that the parts of a telegram surely mean: "food cost, 36 to 29.5, and how".

    Return nothing for what is a sentence, or where no part names a deed.
    """
    company = inquiry.materials.company
    if any(
        (act.own and may_be_drafted(text)) or not why_not(text, company) for text in act.variants
    ):
        return []
    said = act.variants[0].rstrip(".")
    parts = [part for part in things_in(said) if not _DENIES.match(part)]
    named = deeds_by_numbers((), inquiry)
    found = deeds_for(parts, inquiry, strong=True) if named or len(parts) > 1 else ()
    return [*named, *(move for move in found if move.deed)]
