"""Parts of a note that a told deed, or the posting, says in other words."""

import re

from lapel.letter.deeds.counting import numbers_in
from lapel.letter.english.vocabulary import pattern
from lapel.letter.points.instructing import take_instruction
from lapel.letter.unsaid.asked import HALF, THEIRS, asked_stems, names_in
from lapel.letter.unsaid.heard import Heard
from lapel.text.content import content_stems
from lapel.text.regexes import regex

_FEWEST_KNOWN = 2
_MEASURES = (
    (
        regex(
            r"(?i)what (?:has |it |that )?(?:changed|improved)\b"
            r"|(?:the |my |its )?(?:results?|outcomes?|difference|effects?|impact|improvements?)\b"
        ),
        regex(
            r"\bfrom \S*\d.* to \S*\d|\bby (?:\S*\d|an? \w+|half)|\d ?%|→|\b(?:halv|doubl|tripl)ed"
        ),
    ),
    (
        regex(r"(?i)(?:the |my |its )?(?:timeline|time ?frame|timing|pace|speed|duration)\b"),
        regex(r"\b(?:hours?|days?|nights?|weeks?|months?|years?|quarters?|minutes?)\b"),
    ),
    (
        regex(r"(?i)(?:the |my |its )?(?:size|scale|scope|volume)\b|how (?:many|much|often)\b"),
        regex(r"\d"),
    ),
)
"""Words that only ask for a measure, each with the sign of a deed that tells it."""
_STAYED = regex(
    r"\b(?:stayed|remained|kept|never|still|did not|didn['’]t|held|was not|wasn['’]t)\b"
)
_CONCEDES = regex(r"\b(?:without|while|though|although|with no|despite)\b[^;]*")
"""Words behind which a deed says what was not lost by it."""
_REASON = regex(
    r"(?:because(?: of)?|since|as|given(?: that)?|in view of|now that) (?=\w+ \w)", re.IGNORECASE
)
_HOW_MUCH = regex(r"\bhow (?:much|many|long|far|often|fast|big|large|high|soon)\b", re.IGNORECASE)
_NOTHING = regex(
    r"(?:nobody|no one|nothing|none|zero|no|not (?:a|one)(?: single)?)(?: [\w'’-]+){1,3}$",
    re.IGNORECASE,
)
_NONE = regex(r"\b(?:no|without|zero|never|not|nobody|nothing|none)\b", re.IGNORECASE)


def asks_for_measure_told(named: str, heard: Heard) -> bool:
    """Tell whether a part only asks for a measure that a told deed has.

    Such are "the timeline" of what was done in nine weeks, "what changed" of what went from 24% to
    17%.
    """
    wanted = [measure for asks, measure in _MEASURES if asks.match(named)]
    bullets = heard.bullets
    return any(measure.search(bullet) for measure in wanted for bullet in bullets)


def is_conceded_by_deed(named: str, heard: Heard) -> bool:
    """Tell whether a part says that something stayed as it was, and a told deed concedes it.

    Such is "that the house glass stayed affordable" of what was done "without putting the house
    pour above £7".
    """
    stayed = _STAYED.search(named)
    if stayed is None:
        return False
    behind = (found.group() for text in heard.bullets for found in _CONCEDES.finditer(text))
    asked = content_stems(named[: stayed.start()])
    return any(asked & content_stems(text) for text in behind)


def points_at_deed(text: str, heard: Heard) -> bool:
    """Tell whether a part only points at the deed told for the rest: "how much it was"."""
    if pattern("of_deed").fullmatch(text) is None:
        return False
    bullets = heard.bullets
    return any(map(numbers_in, bullets)) if _HOW_MUCH.search(text) else bool(bullets)


def says_no_harm_came(text: str, heard: Heard) -> bool:
    """Tell whether a part says that nothing bad came of a deed that says so: "nobody hurt", "with
    no incidents".
    """
    return bool(_NOTHING.match(text)) and any(map(_NONE.search, heard.bullets))


def is_reason_of_posting(text: str, heard: Heard) -> bool:
    """Tell whether a part is a reason that the company gave itself.

    Such is "because the hospital is so far away" where the posting says how far it is.
    """
    reason = _REASON.match(text)
    asked = asked_stems(text[reason.end() :]) if reason else frozenset()
    fewest = max(_FEWEST_KNOWN, HALF * len(asked))
    if reason and THEIRS.search(text):  # "because theirs come from there", "because of their goal"
        fewest = 1 if asked else 0
    return any(len(asked & line) >= fewest for line in heard.posting)


def is_of_posting(text: str, heard: Heard) -> bool:
    """Tell whether a part is about the company's own things, where the posting is quoted on them.

    Such is "their upcoming change to Workday" behind what the posting says of Workday.
    """
    named = content_stems(" ".join(names_in(text)))
    theirs = heard.quotes and THEIRS.match(text) is not None
    return theirs and (_is_posted(text, heard) or bool(named and named <= heard.stems))


def is_tied_to_posting(text: str, heard: Heard) -> bool:
    """Tell whether a part only ties what is told to something of the company's that its posting
    tells of.

    Such are "relate it to the release of batches at Blackwater", "to their 31 languages" and "which
    fits what they say of care".
    """
    if meets := pattern("meets").match(text):
        return heard.quotes and _is_posted(meets["theirs"], heard)
    told = take_instruction(text)
    tied = told.object if told and "tie" in told.kinds else text
    back = pattern("back").match(tied)
    theirs = tied[back.end() :] if back else ""
    owned = tied is not text or THEIRS.match(theirs) is not None
    return bool(theirs) and owned and _is_posted(theirs, heard)


def _is_posted(text: str, heard: Heard) -> bool:
    """Tell whether a line of the posting has at least half of a text's telling words."""
    asked = asked_stems(text) - heard.company
    return any(len(asked & line) >= HALF * len(asked) for line in heard.posting)
