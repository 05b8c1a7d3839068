"""What the writer claims to have done, told with the bullet that shows it."""

from msgspec.structs import replace

from lapel.letter.answering.evidence import tell_and_record
from lapel.letter.answering.inquiry import Inquiry
from lapel.letter.answering.saying import say_act
from lapel.letter.deeds.model import Deed
from lapel.letter.deeds.scores import SHARED_WORDS
from lapel.letter.english.clauses import is_clause
from lapel.letter.moves import Move
from lapel.letter.points.model import Say
from lapel.text.content import content_stems
from lapel.text.regexes import regex

_SHOWN = regex(r" \((?P<by>[^()]+)\)(?=\.$)")
"""What shows a sentence, in brackets at its end: "… (38 women hired, the bus)"."""
_DONE = regex(
    r"\b(?:is|are) (?:(?:something|one|work|a thing) (?:that |which )?I(?:['’]ve| have)\b"
    r"|(?:exactly |just )?what (?:the|my|our) [^,;]+ (?:was|is|were|are) (?:all )?about\.$)"
)
"""Words that call something a thing that the writer has done, or what a deed was about."""
_WAS = regex(r"I (?:was|have been|served as|acted as|have (?!no\b|never\b|not\b)[a-z]+ed) ")
"""The beginning of a sentence that only claims a deed."""
_IS = regex(r"I(?:['’]m| am) (?:an?|the) ")
"""The beginning of a sentence that says who the writer is, with details in brackets."""
_FEWEST_CLAIMED = 3


def tell_claim_with_deed(act: Say, inquiry: Inquiry) -> list[Move]:
    """Return a sentence of lapel's that claims a deed with the deed, or the deed that says it all.

    Return nothing for other sentences, or where no one deed surely shows it.
    """
    said = act.variants[0]
    if act.own or _IS.match(said):
        return []
    if shown := _SHOWN.search(said):
        found = None if is_clause(shown["by"]) else _deed_for(shown["by"], inquiry)
        bare = replace(act, variants=tuple(_SHOWN.sub("", text) for text in act.variants))
        return _say_with_deed(bare, found, inquiry)
    if _DONE.search(said):
        return _say_with_deed(act, _deed_sharing(said, SHARED_WORDS, inquiry), inquiry)
    if _WAS.match(said):
        found = _deed_sharing(said, _FEWEST_CLAIMED, inquiry)
        asked = content_stems(inquiry.deeds.names.split(said)[1])
        whole = found is not None and asked <= found.stems and tell_and_record(found, inquiry)
        return [whole] if whole else []
    return []


def _say_with_deed(act: Say, deed: Deed | None, inquiry: Inquiry) -> list[Move]:
    """Return a sentence and the deed behind it, nothing if there is none to tell."""
    told = tell_and_record(deed, inquiry) if deed else None
    return [say_act(act, inquiry), told] if told else []


def _deed_for(phrase: str, inquiry: Inquiry) -> Deed | None:
    """Return the deed that a phrase means by its numbers or plainly, None if there is none left."""
    found = inquiry.deeds.sharing_numbers(phrase) or inquiry.deeds.answering(phrase)
    best = next(iter(found), None)
    free = best is not None and best.strong and best.highlight.id not in inquiry.progress.told
    return best if free else None


def _deed_sharing(said: str, fewest: int, inquiry: Inquiry) -> Deed | None:
    """Return the one deed that has the most telling words of a sentence, at least ``fewest``."""
    named, rest = inquiry.deeds.names.split(said)
    asked = content_stems(rest)
    shared = {
        id: len(asked & inquiry.deeds.deed(id).stems)
        for id, (_, entry) in inquiry.deeds.bullets.by_id.items()
        if id not in inquiry.progress.told and (not named or entry.id in named)
    }
    most = max(shared.values(), default=0)
    best = [id for id, count in shared.items() if count == most]
    return inquiry.deeds.deed(best[0]) if most >= fewest and len(best) == 1 else None
