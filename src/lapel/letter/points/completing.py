"""Clauses in the manner of a telegram with the words they lack: an article, a verb, an "I"."""

import re
from itertools import product

from lapel.letter.english.clauses import is_clause
from lapel.letter.english.completing import with_articled_object
from lapel.letter.english.finite import main_verb
from lapel.letter.english.forms import (
    head_noun,
    head_phrase,
    is_base,
    is_gerund,
    is_past,
    is_plural,
    words_of,
)
from lapel.letter.english.vocabulary import either, pattern, word_list
from lapel.letter.english.words import is_counted_noun
from lapel.letter.points.sentences import with_article
from lapel.text.common import is_adjective, is_counted, is_noun, is_small
from lapel.text.regexes import regex

_NOBODY = regex(r"^(?P<who>(?i:nobody|no one)(?: else)?) (?P<how>[a-z]+)$")
"""What nobody was, without its verb: "nobody late"."""
_STARTS = regex(r"(?:I|my|we|they|it|she|he|you|the|that['’]s|nobody)\b", re.IGNORECASE)
_SUPERLATIVE = regex(r"(?:(?!inter|harv|for|w)\w+est|worst|favou?rite|first|last)$")
_NO_ARTICLE = word_list("determiners") | word_list("links") | word_list("subordinators")
_WISHING = frozenset(
    (
        *("want", "am", "hope"),
        *product(("would",), ("like", "love", "prefer", "rather", "want")),
        *product(("can", "could"), ("start", "bring", "work", "come", "travel", "send", "do")),
    )
)
"""A wish or ability of the writer's, even if somebody else was mentioned before."""
_COURSE_OF = r"(?:(?<=\btaking )|(?<=\btook )|(?<=\bdoing )|(?<=\bdid ))[a-z]+(?=['’]s \w)"
_OWN = regex(r"\bhave own ")
_BACK_NOW = regex(r", ((?:now )?back (?:full|part|at|in|to|on)\b.*)$")
_ADVERT = regex(rf"\b(saw|read|found|answered) ({either('adverts')}|vacancy)\b")
_MEETING = regex(rf"\bfor (?P<meeting>(?!interview\b)(?:{either('meetings')}))\b")
_LAST_DEED = regex(r", (?P<also>also )?(?P<deed>[a-z]+)(?= [^,]+(?:, \w+ly)?$)(?!.* and )")
_HELD = regex(
    r"\bhave (?P<what>(?:(?!an?\b|the\b|my\b|no\b|own\b|\d)[\w-]+ ){0,3}"
    r"(?:passport|car|van|truck|licen[sc]e|certificate|certification|degree|diploma|permit|visa|card|"
    r"qualification))(?=$|[,;.]| (?:and|or|but|for|in|from|since|with|until|to|of|at|already)\b)"
)
"""A paper or vehicle that somebody has, without its article."""
_ON_SHIFT = regex(r"(?:early|late|day|night|evening|morning) shift (?:until|till|before|from) ")
"""A shift that somebody is on, without its verb: "…, evening shift until then"."""
_DEED = regex(r"^I (?=(?P<deed>[a-z]+) )")
_LASTED = regex(r" (?P<before>[\w-]+) (?P<long>\d+ (?:years|months|weeks|seasons))$")
"""A duration at the end, in telegram style: "ran a food drive with 4 churches 8 years"."""
_VERBS = (
    r"^(?P<verb>I (?:\w+ly )?(?:\w+ed|led|ran|built|set up|took over|grew|kept|wrote))"
    r"(?! (?:the|an?|my)\b)"
)
_THE = regex(
    rf"{_VERBS} (?P<noun>(?:[\w-]+ )?(?:{either('undertakings')})) (?P<rest>(?!of\b)\w.*)$"
)


def with_copula(text: str) -> str:
    """Add the missing "is" or "are" to a phrase: "volunteers not the same as a crew"."""
    if nobody := _NOBODY.match(text):
        lacks = is_adjective(nobody["how"]) and not is_past(nobody["how"])
        return f"{nobody['who']} was {nobody['how']}" if lacks else text
    found = pattern("predicate").match(text)
    if found is None or is_clause(text):
        return text
    what = found["what"]
    first = "".join(words_of(what)[:1])
    shortened = what.endswith(("'s", "’s"))
    asks = first in word_list("question_starts")  # "why a council and not a contractor"
    small = first in word_list("links") | word_list("stances")
    if shortened or asks or small or is_past(first):
        return text
    verb = "are" if is_plural(what) else "is"
    mine = "my " if words_of(what)[-1] in word_list("writer_nouns") and first != "my" else ""
    return f"{mine}{what} {verb} {found['how']}"


def completed(text: str) -> str:
    """Complete the last part of the writer's sentence in telegram style: "…, would rather not"."""
    head, comma, tail = text.rstrip(".").rpartition(", ")
    words = words_of(tail)
    if not comma or not words:
        return text
    if words[0].endswith("'s") and words[0][:-2] in word_list("kin") | {"kid"}:
        return text if is_clause(tail) else f"{head} because of my {tail}."
    lacking = "I have" if words[0] == "been" else "I am on" if _ON_SHIFT.match(tail) else ""
    if lacking and is_clause(head):
        return f"{head}; {lacking} {tail}{text[len(text.rstrip('.')) :]}"
    if not re.match(r"I\b", head):
        wished = words[0] in _WISHING or words[:2] in _WISHING
        lacks = wished and is_clause(head) and not is_clause(tail)
        return f"{head}; I {tail}{text[len(text.rstrip('.')) :]}" if lacks else text
    if " and " in tail:
        return unspliced(text)
    end = text[len(text.rstrip(".")) :]
    if tail.startswith(("a ", "an ")) and re.match(r"I(?:['’]m| am) not an? ", head):
        return f"{head}, but {tail}{end}"
    if is_base(words[0]) and words[1:2] in (("it",), ("them",)):
        return f"{head} and {tail}{end}"
    if words[0] in word_list("halves") and not is_clause(tail):
        return f"{head}, {'' if ', ' in head else 'and '}{tail}{end}"
    if words[0] in word_list("under_way_gerunds") and is_clause(head):
        return f"{head}; I am {tail}{end}"
    return unspliced(text)


def without_comma(text: str) -> str:
    """Remove the comma between a subject and its verb: "the new mill, came in under budget"."""
    found = pattern("parted").match(text)
    return f"{found['what']} {found['did']}" if found and not is_clause(found["what"]) else text


def unspliced(text: str) -> str:
    """Put a semicolon between two sentences that a comma joins."""
    head, comma, tail = text.rpartition(", ")
    joined = comma and is_clause(head) and _STARTS.match(tail) and is_clause(tail)
    alone = not is_clause(head.rpartition(", ")[2]) if ", " in head else True
    return f"{head}; {tail}" if joined and alone else text


def with_subject(clause: str) -> str:
    """Complete the subject of a clause in telegram style.

    "Bike shop taught me patience" lacks "the", "caseload of 62 means …" "a", "biggest team so far
    is six" "my".
    """
    spoken = clause.split()
    first = spoken[0]
    if not first.islower() or is_small(first) or not is_clause(clause):
        return clause
    kin = word_list("kin") | word_list("persons")
    if is_gerund(first) and {*words_of(spoken[1])} & word_list("determiners"):
        return clause  # "holding a caseload taught me …"
    if _SUPERLATIVE.match(first) or ("'" in first and words_of(first)[0][:-2] in kin):
        return f"my {clause}"
    verb = main_verb(spoken)
    if not verb or "'" in first:
        return clause
    if "and" in spoken[:verb]:
        return clause
    subject = " ".join(spoken[:verb])
    noun = head_noun(subject)
    if is_plural(first) and not is_plural(noun):
        return f"the {clause}"
    if (
        is_plural(noun)
        or noun in word_list("materials")
        or first in _NO_ARTICLE
        or not (is_counted_noun(noun) and is_noun(noun))
    ):
        return clause
    if noun in kin:
        return f"my {clause}"
    past = is_past(spoken[verb]) or spoken[verb] in ("was", "were", "had")
    surely = (
        is_counted(noun) or len(words_of(head_phrase(subject))) > 1
    )  # "phosphorus is …" wants none
    return f"the {clause}" if past else with_article(clause) if surely else clause


def with_articles(text: str) -> str:
    """Add the articles missing in a clause in telegram style: "led team of five"."""
    text = pattern("twice").sub(r"\1 and \3", text)
    text = _MEETING.sub(lambda f: f"for {with_article(f['meeting'])}", text)
    text = re.sub(r"\bafter offer\b", "after an offer", text)
    text = re.sub(r"\bat own (?=expense|cost|risk)", "at my own ", text)
    text = _HELD.sub(lambda found: f"have {with_article(found['what'])}", text)
    text = re.sub(_COURSE_OF, _the_ones, text)
    text = _BACK_NOW.sub(_back, text)
    text = _OWN.sub("have my own ", text)
    text = pattern("post").sub(r"\1 the \2", _ADVERT.sub(r"\1 your \2", text))
    text = _LAST_DEED.sub(_joined, text)
    text = _THE.sub(r"\g<verb> the \g<noun> \g<rest>", text)
    begun = _DEED.match(text)
    done = begun is not None and is_past(begun["deed"]) and begun["deed"] != "had"
    text = _LASTED.sub(_for_so_long, text) if done else text
    return f"I {with_articled_object(text.removeprefix('I '))}" if done else text


def _back(found: re.Match[str]) -> str:
    """Return that somebody is back, or has been since: "…, back full time since"."""
    return f"; I {'have been' if found[1].endswith(' since') else 'am'} {found[1]}"


def _for_so_long(found: re.Match[str]) -> str:
    before = found["before"].casefold()
    links = word_list("links") | {"last", "past", "only", "about", "nearly", "almost", "the"}
    linked = before in links or is_past(before)
    return found[0] if linked else f" {found['before']} for {found['long']}"


def _joined(found: re.Match[str]) -> str:
    """Join a last deed after a comma to its sentence: "…, also worked in a big plant"."""
    link = ", and I also" if found["also"] else " and"
    return f"{link} {found['deed']}" if is_past(found["deed"]) else found[0]


def _the_ones(found: re.Match[str]) -> str:
    """Add the missing article to the owner of something: "taking county's course"."""
    word = found.group()
    one = is_noun(word) and not is_plural(word)
    return f"the {word}" if one and word not in word_list("kin") | {"today"} else word
