"""What a sentence that calls for somebody by the job's name wants of them.

"The Team Lead looks after the tax roll" and "We are hiring a Team Lead to look after the tax roll"
want the tax roll looked after; the name itself is on no resume yet. How much something is wanted
("is a plus", "an advantage") is no part of it either.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec.structs import replace

from lapel.matching.asked.chiefs import without_chief
from lapel.matching.asked.description import AskKind, Sentence
from lapel.text.regexes import regex
from lapel.text.verbs import Form, forms_of, inflect

_CALLING = regex(
    r"(?:^|\b)(?:look(?:s|ing)?(?: to hire| to appoint| to recruit)?(?: for)?|seek(?:s|ing)?"
    r"|needs?|wants?|requires?|hir(?:es?|ing)|recruit(?:s|ing)?(?: for)?|appoint(?:s|ing)?"
    r"|search(?:es|ing)? for|(?:we(?:.re| are)|are) after|funding for)(?: for)? "
    r"(?:(?:an?|the|our|one|another) )?(?:next |new )?(?:[\w-]+ ){0,2}?$",
    re.IGNORECASE,
)
_SUBJECT = regex(r"^(?:(?:the|our|this|your|as|an?|new) ){0,2}$", re.IGNORECASE)
_TO = regex(
    r"^,? (?:to|(?:who|that|which)(?: (?:can|will|would|could|is able to|is going to|has to))?"
    r"|able to|capable of) ",
    re.IGNORECASE,
)
_WITH = regex(r"^,? (?:with|who has|having) ", re.IGNORECASE)
_NOWHERE = regex(r"^\W*$|^,? (?:for|in|at|on|based|within|across|near|reporting)\b", re.IGNORECASE)
_JOINS = regex(
    r"^(?:join|work (?:with|for|alongside) us|be part of|become|follow|succeed|replace"
    r"|take over from)\b",
    re.IGNORECASE,
)
_DOES = regex(r"^,? (?:(?:will|shall|would|is to) (?:also )?)?(?=[a-z]+ )", re.IGNORECASE)
_WISHED = regex(
    r"(?:^|,? )(?:(?:is|are|would be|considered) )?(?:(?:strongly|highly|much|very) )?"
    r"(?:preferred|desirable|desired|advantageous"
    r"|an? (?:(?:big|huge|strong|real|definite) )?(?:plus|advantage|asset|bonus))[ .!]*$",
    re.IGNORECASE,
)
_FEWEST_WORDS = 3
_INNER = r",| of | for | in |[(–—/-]"
"""What ends the part of a job's name that says whom it calls: "Director of Sales, Midwest"."""


def cut_to_wanted(sentence: Sentence, position: str) -> Sentence | None:
    """Return a sentence as what it wants of whoever takes the job, None where it only names the
    job: "We are hiring a Director of Sales, Midwest to lead our largest region" wants "lead our
    largest region". One that does not call for anybody is returned with all it says.
    """
    unwished = _WISHED.sub("", sentence.text)
    text = without_chief(unwished)
    if text != unwished and len(text.split()) < _FEWEST_WORDS:
        return None  # "you will" report to somebody, and that is all
    for named in _find_job_names(text, position):
        before, behind = text[: named.start()], text[named.end() :]
        if (wanted := _find_wanted(before, behind)) is not None:
            return _as_duty(sentence, wanted) if wanted else None
    if not text:
        return None
    return sentence if text == sentence.text else replace(sentence, text=text)


def calls_for_deed(sentence: Sentence, position: str) -> bool:
    """Tell whether a sentence that seems to tell of the company looks for somebody to do something:
    "We're after an Installation Supervisor to look after four teams".
    """
    text = sentence.text
    return any(
        _CALLING.search(text[: named.start()]) and _find_to_do(text[named.end() :])
        for named in _find_job_names(text, position)
    )


def _as_duty(sentence: Sentence, text: str) -> Sentence:
    duty = sentence.kind in (AskKind.DESCRIPTION, AskKind.NOTHING)
    return replace(sentence, text=text, kind=AskKind.RESPONSIBILITY if duty else sentence.kind)


def _find_wanted(before: str, behind: str) -> str | None:
    """Return what is wanted behind the job's name, "" where nothing is; None where the words around
    the name call for nobody.
    """
    calls = _CALLING.search(before) is not None
    if not calls and not _SUBJECT.match(before):
        return None
    if (to_do := _find_to_do(behind)) is not None:
        return to_do
    if not behind.strip(" ."):
        return ""
    if calls:
        if having := _WITH.match(behind):
            return behind[having.end() :]
        return "" if _NOWHERE.match(behind) else None
    does = _DOES.match(behind)
    first, _, rest = behind[does.end() :].partition(" ") if does else ("", "", "")
    forms = forms_of(first)
    if Form.BASE in forms and does and does.end() > 1:  # "will lead"
        return f"{first} {rest}"
    return f"{inflect(first, Form.BASE)} {rest}" if Form.THIRD in forms else None


def _find_to_do(behind: str) -> str | None:
    """Return what somebody is to do by the words behind the job's name, "" if only to join; None
    where these words name no deed.
    """
    to = _TO.match(behind)
    wanted = behind[to.end() :] if to else None
    return "" if wanted and _JOINS.match(wanted) else wanted


def _find_job_names(text: str, position: str) -> Iterator[re.Match[str]]:
    """Yield where a text has the job's name, the longest of its forms first."""
    for pattern in _job_name_patterns(position):
        yield from pattern.finditer(text)


@lru_cache(maxsize=8)
def _job_name_patterns(position: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of a job's name: whole, before its first comma, and the word that says
    whom it calls, with capitals before it.
    """
    name = position.strip()
    forms = [name, re.split(r",|[(–—|]", name, maxsplit=1)[0].strip()]
    core = re.split(_INNER, name, maxsplit=1)[0].split()
    patterns = [rf"(?i)\b{re.escape(form)}s?\b" for form in dict.fromkeys(forms) if form]
    if core:
        last = re.escape(core[-1])
        patterns.append(rf"(?:\b[A-Z][\w&/-]* (?:of |and |& )?)*\b(?i:{last})s?\b")
    return tuple(map(re.compile, patterns))
