"""The last part after a comma, and its effect on the object before: "…, using the script story"."""

from msgspec import Struct

from lapel.letter.english.clauses import is_clause
from lapel.letter.english.forms import words_of
from lapel.letter.english.vocabulary import feelings, pattern, word_list
from lapel.letter.english.words import capital
from lapel.letter.points.cutting.parting import begins_without_i
from lapel.text.regexes import regex

PROVES = regex(
    r"(?: (?:story|example|case|episode|anecdote))?(?:,? as (?:an? |the |my |\w+ )?(?:examples?|"
    r"evidence|proof|sign|illustration|demonstration|source|strength|basis|asset)(?: (?:of|that|"
    r"for|how)\b.*| I (?:can|could|am|have|know|will|would)\b.*)?"
    r"|,? (?:in order )?to (?:show|demonstrate|prove|illustrate|highlight|convey|establish|"
    r"underline|underscore|make (?:it )?(?:clear|plain)|(?:let them|make sure they) (?:see|know))\b"
    r".+)$"
)
"""The claim that an object is to prove, which it does by being told."""
_STORIES = (" story", " example", " case", " episode", " anecdote")
_NOT = regex(r"(?:,| (?=not (?:with|about|on|from)\b)) ?(?:and |but )?not [^,]*$")
_OTHERS_REASON = regex(
    r", (?:(?:since|as) |for (?=(?:these|those|this|that|it|both)\b))"
    r"(?P<clause>(?!(?:I|we|my|our|you|your|they|their)\b|I['’]|the (?:\w+ )?(?:role|job|position"
    r"|company|posting|ad|advert)\b)[^,;]+)$"
)
"""A reason to tell of something that speaks of others: "teaching, since visitors will watch"."""
_THEIRS_AND = regex(r"^(?P<theirs>(?:their|your) .+?),? and (?P<mine>(?:the|my|an?) .+)$")
_BY_MINE = regex(
    r"^(?P<theirs>(?:their|your) .+?),? (?:by way of|by means of|by citing|by mentioning|using"
    r"|by using|with(?= (?:the|those) [^,]* I \w+$| my [^,]+$)) (?P<by>(?!their\b|your\b).+)$"
)
"""Something of the company's, answered by something of the writer's."""
_NOT_YET = regex(
    r" for (?P<what>(?:an?|the) (?:[\w'’-]+ ){0,4}?[\w'’-]+) (?:that|which) (?:(?:has|is) (?:yet|"
    r"still|about|due|going) to|(?:has not|hasn['’]t|is not|isn['’]t)(?: yet)?|(?:they|you) (?:"
    r"have yet|are (?:about|still|yet|going)) to) \w+(?: (?:\w+ed|yet))?(?=,|$)"
)
"""Something the company does not have yet: "training for a suite that has yet to open"."""


class Tailed(Struct, frozen=True):
    """An object without its last part.

    ``sought`` is what that part names to be told, ``said`` a sentence of it that follows the
    object, ``silent`` words of it that are not told.
    """

    object: str
    sought: str = ""
    said: str = ""
    silent: str = ""


def split_off_last(text: str) -> Tailed | None:
    """Return the object and what its last part does; None if it has no such part."""
    if namely := pattern("namely").search(text):
        return Tailed(text[namely.end() :], silent=text[: namely.start()])
    proves = PROVES.search(text)
    offers = proves and {*words_of(text[: proves.start()])[-1:]} & word_list("stances")
    stands = offers or is_clause(text[: proves.start()] if proves else "")
    if proves and not stands and not text.startswith("that "):
        return Tailed(text[: proves.start()], silent=proves.group().strip(" ,"))
    if (counted := pattern("counted_with").search(text)) and not is_clause(text):
        before, what = text[: counted.start()], counted["what"] or ""
        silent = f"{before if what else ''}{counted.group()}".removesuffix(what).strip()
        return Tailed(what or f"{before}{counted['rest'] or ''}", silent=silent)
    if share := pattern("of_them").search(text):
        whose = pattern("somebody_does").match(share["rest"]) is not None
        rest, some = share["rest"], share["share"]
        going_on = f"{rest} {some}" if whose else f"{some} of them {rest}"
        return Tailed(text[: share.start()], said=capital(going_on))
    if reason := pattern("which_is").search(text):
        return Tailed(text[: reason.start()], said=f"That {reason['is']}")
    by = pattern("by").search(text)
    if by and (by["as"] or by["by"].endswith(_STORIES)):
        before = text[: by.start()]
        whole = before.startswith("that ") or is_clause(before)
        return Tailed(before if whole else "", sought=_without_story(by["by"]))
    if shown := _BY_MINE.match(text):
        return Tailed(shown["theirs"], sought=shown["by"])
    theirs = _THEIRS_AND.match(text)
    if theirs and " I " in theirs["mine"] and not is_clause(text):
        return Tailed(theirs["theirs"], sought=theirs["mine"])
    return _without_remark(text)


def prepared_for(text: str) -> tuple[str, str] | None:
    """Return an object without the thing to come that it is for, and that thing, or None."""
    found = _NOT_YET.search(text)
    return (f"{text[: found.start()]}{text[found.end() :]}", found["what"]) if found else None


def _without_remark(text: str) -> Tailed | None:
    """Return a thing to tell without what it is not, or without why others care; None for others.

    A feeling keeps its reason: "eagerness to meet the second shift, since that is when buses stop".
    """
    if text.startswith("that ") or is_clause(text) or begins_without_i(words_of(text)):
        return None
    behind = None if feelings().keys() & {*words_of(text)[:3]} else _OTHERS_REASON.search(text)
    remark = behind if behind and is_clause(behind["clause"]) else _NOT.search(text)
    return Tailed(text[: remark.start()], silent=remark.group().strip(" ,")) if remark else None


def _without_story(what: str) -> str:
    """Return the subject of a story: "the script" of "the script story"."""
    return what.rpartition(" ")[0] if what.endswith(_STORIES) else what
