"""A thing with its measure before and after, the verb left out: "Scrap 4.1% to 1.2%"."""

import re
from collections.abc import Sequence

from lapel.letter.english.finite import is_sentence, main_verb
from lapel.letter.english.noun_phrases import head_of
from lapel.letter.english.nouns import lacks_article
from lapel.letter.english.verbs import leading_verb
from lapel.letter.english.words import bare, is_in, lowered
from lapel.letter.telling.clauses import Clause, Subject
from lapel.text.common import is_noun, is_plural
from lapel.text.numbers import NUMERALS
from lapel.text.regexes import regex
from lapel.text.verbs import Form, inflect

_MEASURE = (
    r"[$£€]?\d[\d.,]*(?:%|[A-Za-z]\w*)?"
    r"(?: (?:hours?|hrs?|min|mins|minutes|days?|weeks?|months?)\b)?"
)
_WENT = regex(
    rf"^(?P<what>[A-Za-z][^\d,;:]*?) (?:(?P<before>{_MEASURE}(?: \d+ min)?) → (?P<after>{_MEASURE})"
    r"|(?P<rate>[\d.]+ ?%) to (?P<last>[\d.]+ ?%))$"
)
_FROM_TO = regex(
    r"^(?P<what>[A-Za-z][^\d,;:]*?)(?: (?P<said>from))? (?P<before>[+−-]?[$£€]?\d[\d.,:]*)"
    r"(?P<unit> ?%| percent)?(?P<of> (?:hours?|hrs?|min|mins|minutes|days?|weeks?|months?|years?)\b"
    r"|(?: a| an| each| per) (?:hour|day|week|month|year|shift|quarter)\b"
    r"| (?!down|up)[A-Za-z]{1,4})? "
    r"(?P<way>down to|up to|to|→) "
    r"(?P<after>[+−-]?[$£€]?(?:\d[\d.,:]*\d|\d))(?P<last> ?%| percent)?(?P<tail>(?:,? .*)?)$"
)
_TO_FROM = (
    r"(?P<what>[A-Za-z][\w'’ /-]{2,60}?) (?P<way>(?:down|up) to) "
    r"(?P<change>[$£€]?\d[\d.,]*(?:%| percent)? from [$£€]?\d.*)"
)
_GRADED = (
    r"(?P<what>[A-Za-z][\w'’ /-]{2,60}?) from (?P<before>[\w ]{1,24}?) to (?P<after>[\w ]{1,24}?)"
    r"(?P<tail>,? (?:in|within|over|by|after|at|on|through) .+)?"
)
_BY_DOING = regex(r"^,? by \w+ing\b")


def read_went(text: str, *, ended: bool) -> Clause | None:
    """Read a thing with its measure before and after, without a verb: "Scrap 4.1% to 1.2%"."""
    found = _WENT.match(text)
    if found is None:
        return (
            _read_to_from(text)
            or _read_graded(text, ended=ended)
            or _read_from_to(text, ended=ended)
        )
    words = found["what"].split()
    if leading_verb(words) is Form.PAST or is_sentence(words):
        return None
    if is_in(words[-1], "prepositions") or bare(words[-1]) in ("up", "down", "to"):
        return None
    before, after = found["before"] or found["rate"], found["after"] or found["last"]
    said = f"{_name_thing(found['what'])} went from {before} to {after}"
    return Clause(Subject.OTHER, said)


def _read_to_from(text: str) -> Clause | None:
    """Read a thing that went to a measure from another: "Count down to 14 from 26"."""
    found = re.fullmatch(_TO_FROM, text)
    words = found["what"].split() if found else []
    if found is None or _begins_with_verb(words) or is_sentence(words) or main_verb(text.split()):
        return None
    if is_in(words[-1], "prepositions"):
        return None
    return Clause(
        Subject.OTHER, f"{_name_thing(found['what'])} went {found['way']} {found['change']}"
    )


def _read_graded(text: str, *, ended: bool) -> Clause | None:
    """Read a thing that went from one grade to another: "Audit score from amber to green"."""
    found = re.fullmatch(_GRADED, text)
    if found is None or not (_is_grade(found["before"]) and _is_grade(found["after"])):
        return None
    words = found["what"].split()
    if (
        leading_verb(text.split()) is not None
        or is_sentence(words)
        or is_in(words[-1], "prepositions")
    ):
        return None
    tail = found["tail"] or ""
    went = _verb_of_change(found["what"], tail, ended=ended)
    change = f"{went} from {found['before']} to {found['after']}{tail}"
    return Clause(Subject.OTHER, f"{_name_thing(found['what'])} {change}")


def _is_grade(text: str) -> bool:
    """Tell whether words are a grade, or begin with a spelled-out number: "green", "seven taps"."""
    return is_in(text, "grades") or bare(text.split(maxsplit=1)[0]) in NUMERALS


def _read_from_to(text: str, *, ended: bool) -> Clause | None:
    """Read a thing that went from one measure to another: "Absence from 9.8 to 5.1%".

    What may be a range ("projects from $2M to $40M") is left alone.
    """
    found = _FROM_TO.match(text)
    words = found["what"].split() if found else []
    if found is None or (words and _begins_with_verb(words)) or is_sentence(words):
        return None
    if is_in(words[-1], "prepositions") or bare(words[-1]) in ("up", "down", "to", "and", "or"):
        return None
    percent = bool(found["unit"] or found["last"])
    falls = _amount(found["before"]) > _amount(found["after"])
    if not found["said"] and not percent and not falls and found["way"] != "→":
        return None
    signed = found["before"][0] in "+−-"  # "NPS from +12 to +41" is no range
    measured = percent or falls or signed or _BY_DOING.match(found["tail"]) is not None
    measured = measured or found["way"] != "to" or "." in found["before"]
    verb = main_verb(text.split())
    noun = verb == len(words) - 1 and is_plural(bare(words[-1])) and falls  # "Cask returns 3.8% …"
    if not measured or (verb is not None and not noun):
        return None
    unit = (
        found["unit"]
        or (found["last"] if (found["last"] or "").strip() == "%" else "")
        or found["of"]
        or ""
    )
    way = "to" if found["way"] == "→" else found["way"]
    what, last = _name_thing(found["what"]), found["last"] or ""
    change = f"from {found['before']}{unit} {way} {found['after']}{last}{found['tail']}"
    if _BY_DOING.match(found["tail"]):  # somebody did it
        return Clause(Subject.PERSON, f"brought {what} {change}")
    return Clause(
        Subject.OTHER, f"{what} {_verb_of_change(what, found['tail'], ended=ended)} {change}"
    )


def _name_thing(what: str) -> str:
    """Return the thing that changed as it is inside a sentence, with its article."""
    return f"{'the ' if lacks_article(what) else ''}{lowered(what)}"


def _verb_of_change(what: str, tail: str, *, ended: bool) -> str:
    """Return the verb of a change: "went", or "has gone" if it lasts until today ("since")."""
    if " since " not in tail or ended:
        return "went"
    return f"{'have' if is_plural(head_of(what)) else 'has'} gone"


def _begins_with_verb(words: Sequence[str]) -> bool:
    """Tell whether words before two figures begin with a deed; "Queue" and "Backlog" do not."""
    form = leading_verb(words)
    if form is Form.GERUND and len(words) > 1:
        return is_plural(bare(words[1])) or not is_noun(bare(words[1]))  # "Waiting list"
    noun = form is Form.BASE and is_noun(bare(words[0])) and is_noun(bare(words[-1]))
    if noun and len(words) == 2:  # "Trade accounts from 60 to 210", but "Raise prices from …"
        return is_in(inflect(bare(words[0]), Form.PAST) or "", "changes")
    noun = noun and len(words) == 1
    return form is not None and not (noun and not is_in(words[0], "opening_verbs"))


def _amount(figure: str) -> float:
    return float(re.sub(r"[^\d.]", "", figure).strip(".") or 0)
