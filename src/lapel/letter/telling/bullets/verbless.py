"""Clauses of bullets that begin with no verb: what they are about, and how that is safely said."""

import re
from collections.abc import Sequence

from lapel.letter.english.completing import with_measures
from lapel.letter.english.noun_phrases import head_of
from lapel.letter.english.nouns import lacks_article, noun_phrase, person_phrase, result_phrase
from lapel.letter.english.vocabulary import pattern, word_list
from lapel.letter.english.words import (
    bare,
    begun_small,
    is_agent,
    is_counted_noun,
    is_in,
    is_number,
    lowered,
)
from lapel.letter.telling.bullets.subjects import own_sentence
from lapel.letter.telling.clauses import Clause, Subject, Unread
from lapel.text.articles import choose_article
from lapel.text.common import is_adjective, is_counted, is_plural, is_small
from lapel.text.numbers import YEAR
from lapel.text.plurals import join_and
from lapel.text.regexes import regex
from lapel.text.verbs import Form, forms_of

NO_VERB = "it has no verb to tell it by"
_OF_QUOTA = r"\d[\d.]* ?(?:%|percent) (?:of|to) (?:[\w&'’-]+ ){0,4}(?:quota|target|goal|plan)s?\b"
_MET = regex(rf"^(?:(?:[Oo]ver|[Aa]n average of|[Aa]bout) )?{_OF_QUOTA}.*$")
_IN_YEAR = regex(rf"(?<=[a-z%]) (?P<year>(?:FY ?)?{YEAR})(?=,|;|$)")
_ALWAYS = regex(r"^(?P<when>Never|Always) (?P<how>[a-z-]+)(?=$| (?:in|for|to|at|with|since|on)\b)")
"""How somebody was at any time: "Never late in 3 years"."""
_SINCE = regex(r"^((?:[\w/+.-]+ ){1,3}(?:certified|licensed|registered|accredited)) since (.+)$")
_MOVED = regex(
    r"[$£€]?\d[\d,.]*\w* (?:back|more|less|saved|recovered|off|under|over)\b"
    r"|[A-Z]\w+s from [\d.]+ (?:an?|per|each) \w+ to [\d.]"
)
"""A result whose verb is left out: "$412,000 back from a maker", "Supplements from 2.3 a roof to
1.4".
"""
_SHARE = regex(r"^[\d.]+ ?(?:%|percent) of ")
_YEARS = (
    r"^(?:(?:[Oo]ver|[Mm]ore than|[Nn]early|[Aa]lmost|[Aa]bout) )?\d+\+? years?['’]? "
    r".*\bexperience\b"
)
_SINCE_YEAR = regex(
    r" since (?!\w+(?:ed|en)\b)"
    r"| for (?:the (?:last|past) )?\w+ (?:weeks|months|years|terms|seasons)\b"
)
"""A length of time for which somebody "has been" something in a role that goes on."""
_FOR_ME = regex(r"^[^;:]+ (?:work|report|answer|ask)(?:s|ed)? (?:for|to) me\b")
_AT_TIMES = rf"\b{YEAR}\)?$"
_TERMS = ("semester", "semesters", "term", "terms", "year", "years")
_HELD = word_list("holding")
_SHORT_STATE_WORDS = 4
_DONE_WITH = ("instrumental", "integral", "key", "pivotal")


def read_verbless(text: str, *, ended: bool) -> Clause | Unread:
    """Read a clause that begins with no verb.

    It is a state, an honour, a topic, a fact, a result, a person or a thing; the first that fits.
    """
    if honour := _say_honour(text):
        return honour
    for read in (
        _say_state,
        _say_met,
        _say_rate,
        _say_still,
        _say_kinds,
        _say_fact,
        _say_result,
        _say_person,
    ):
        if clause := read(text, ended=ended):
            return clause
    return _read_thing(text, ended=ended)


def _say_state(text: str, *, ended: bool) -> Clause | None:
    """Read what the person was: "Responsible for …", "NASM certified since 2016"."""
    if pattern("in_time").match(text):
        return None
    was = "was" if ended else "am"
    if (always := _ALWAYS.match(text)) and is_adjective(always["how"]):
        when, how = always["when"].lower(), text[always.start("how") :]
        return Clause(Subject.PERSON, f"was {when} {how}" if ended else f"have {when} been {how}")
    if state := _read_state(text):
        return Clause(
            Subject.PERSON,
            f"{'was' if state.startswith(_DONE_WITH) else was} {with_measures(state)}",
        )
    if since := _SINCE.match(text):
        lasting = "was" if ended else "have been"
        return Clause(Subject.PERSON, f"{lasting} {since[1]} since {since[2]}")
    if re.match(_YEARS, text):
        return Clause(Subject.PERSON, f"{'had' if ended else 'have'} {lowered(text)}")
    if pattern("contact_person").match(text):
        return Clause(Subject.PERSON, f"{was} the {begun_small(text)}")
    return None


def _say_met(text: str, *, ended: bool) -> Clause | None:
    """Read how much of a target was reached: "118% of quota 2023, 122% 2022"."""
    del ended  # what was reached is over
    met = _MET.match(text)
    if met is None or ";" in text:
        return None
    said = _IN_YEAR.sub(r" in \g<year>", lowered(text))
    parts = said.split(", ")
    shares = all(is_number(part) for part in parts[1:]) and " and " not in parts[-1]
    return Clause(Subject.PERSON, f"reached {join_and(parts) if shares else said}")


def _say_honour(text: str) -> Clause | None:
    """Read honours or a prize: "Dean's List, six semesters", "Army Commendation Medal"."""
    if honours := pattern("honours").match(text):
        rest = text[honours.end() :]
        lasting = "for " if rest and rest.split()[-1] in _TERMS else ""
        listed = f"was on the {honours[1]} {honours[2]} {lasting}{rest}"
        return Clause(Subject.PERSON, listed.rstrip())
    prize = pattern("prize").match(text)
    if prize and is_in(prize["last"], "prizes") and not is_agent(text.split(maxsplit=1)[0]):
        return Clause(Subject.PERSON, f"received the {text}")
    return None


def _say_rate(text: str, *, ended: bool) -> Clause | None:
    rate = pattern("rate").match(text) or pattern("average").match(text)
    if rate and _may_be_rated(rate["what"].split()):
        several = _are_several(head_of(rate["what"]))
        the = "the " if lacks_article(rate["what"]) and not several else ""
        found = rate.groupdict()
        when = found.get("when") or ""
        is_ = _form_of_be(rate["what"], ended=ended, since=when.startswith(" since "))
        near = f"{found['near']} " if found.get("near") else ""
        first = f", the {found['first']}" if found.get("first") else ""
        said = f"{the}{lowered(rate['what'])} {is_} {near}{rate['much']}{first}{when}"
        return Clause(Subject.OTHER, said)
    return None


def _may_be_rated(words: Sequence[str]) -> bool:
    """Tell whether words only name what a percentage is of: "guest satisfaction".

    A deed, a share of it ("Sales up"), or words that "of" must follow ("Completion") do not.
    """
    last = words[-1]
    if is_in(last, "prepositions") or is_small(bare(last)) or is_number(last):
        return False
    past = (Form.PAST, Form.PARTICIPLE)
    return not any(forms_of(bare(word)).intersection(past) for word in words)


def _are_several(head: str) -> bool:
    return is_plural(head) or (head.endswith("s") and not head.endswith(("ss", "us", "is", "ics")))


def _form_of_be(what: str, *, ended: bool, since: bool = False) -> str:
    """Return "was", "is", "has been" or the plural of these, as the subject needs."""
    head = head_of(what)
    several = _are_several(head)
    if since and not ended:
        return "have been" if several else "has been"
    if ended:
        return "were" if several else "was"
    return "are" if several else "is"


def _say_still(text: str, *, ended: bool) -> Clause | None:
    """Read how many of some are still something, with the verb that was left out."""
    still = pattern("still").match(text)
    if still is None or Form.PARTICIPLE not in forms_of(bare(still["verb"])):
        return None
    several = is_plural(bare(still["share"].split()[-1]))
    were = ("were" if several else "was") if ended else ("are" if several else "is")
    return Clause(Subject.OTHER, f"{still['share']} {were} {still['how']}")


def _say_kinds(text: str, *, ended: bool) -> Clause | None:
    """Read which of the writer's own something are: "Clients including two banks and a museum"."""
    kinds = pattern("including").match(text)
    if kinds and is_in(kinds["what"].split()[-1], "my_own"):
        included = "included" if ended else "include"
        which = begun_small(kinds["which"]) if ": " in text else kinds["which"]
        said = f"my {begun_small(kinds['what'])} {included} {which}"
        return Clause(Subject.OTHER, said)
    return None


def _say_fact(text: str, *, ended: bool) -> Clause | None:
    if _FOR_ME.match(text):
        return Clause(Subject.OTHER, lowered(text))
    fact = _read_topic(text, ended=ended) or own_sentence(text)
    return Clause(Subject.OTHER, fact) if fact else None


def _say_result(text: str, *, ended: bool) -> Clause | None:
    if result := result_phrase(text):
        return Clause(Subject.WORK, f"{'brought' if ended else 'has brought'} {result}")
    return None


def _say_person(text: str, *, ended: bool) -> Clause | None:
    if not pattern("in_time").match(text) and (person := person_phrase(text)):
        if not ended and _SINCE_YEAR.search(text):
            return Clause(Subject.PERSON, f"have been {person}")
        past = ended or is_in(head_of(text), "once") or re.search(_AT_TIMES, text) is not None
        past = past or pattern("when_past").search(text) is not None
        was = "was" if past else "am"
        return Clause(Subject.PERSON, f"{was} {person}")
    return None


def _read_thing(text: str, *, ended: bool) -> Clause | Unread:
    """Read what the work included, or what there was none of."""
    words = text.split()
    if bare(words[0]) in ("no", "zero") and len(words) > 2:
        several = _are_several(head_of(" ".join(words[1:]))) or is_plural(bare(words[1]))
        lasting = not ended and " since " in text
        were = ("have been" if several else "has been") if lasting else "were" if several else "was"
        return Clause(Subject.OTHER, f"there {were} {lowered(text)}")
    if has := _say_had(text):
        return Clause(Subject.PERSON, f"{'had' if ended else 'have'} {has}")
    says_change = _SHARE.match(text) or _MOVED.match(text)
    thing = None if says_change else noun_phrase(text)
    if thing is None:
        return Unread(NO_VERB)
    return Clause(Subject.WORK, f"{'included' if ended else 'includes'} {thing}")


def _say_had(text: str) -> str | None:
    """Return what somebody has, or None: "Authority to settle claims", "Own caseload of 70"."""
    words, head = text.split(), head_of(text)
    if ":" in text:
        return None
    if bare(words[0]) == "own" and len(words) > 1:
        return f"my {lowered(text)}"
    if is_in(head, "had"):
        return lowered(text)
    if is_in(head, "held_papers") and not is_number(words[0]):
        one = is_counted_noun(head) and not is_small(bare(words[0]))
        return f"{choose_article(text)} {lowered(text)}" if one else lowered(text)
    return None


def _read_topic(text: str, *, ended: bool) -> str | None:
    """Read a thesis and the like with its subject: "Senior thesis on rent control"; else None."""
    words = text.split()
    topic = next((i for i, word in enumerate(words[:3]) if is_in(word, "topics")), None)
    if topic is None or topic + 1 == len(words) or bare(words[topic + 1]) not in ("on", "about"):
        return None
    named = " ".join(words[: topic + 1])
    rest = " ".join(words[topic + 1 :])
    return f"my {begun_small(named)} {'was' if ended else 'is'} {rest}"


def _read_state(text: str) -> str | None:
    """Return what a bullet says the person was, or None: "Responsible for …"."""
    words = text.split()
    if len(words) == 1:
        return text if bare(text).rpartition("-")[2] in _HELD else None
    if top := pattern("top").match(text):
        return " ".join(filter(None, ((top["how"] or "").lower(), "in the top", text[top.end() :])))
    if len(words) > 2 and is_in(words[0], "degrees") and is_in(words[1], "conditions"):
        return begun_small(text) if _follows_state(words[2]) else None  # "Fully conversant with …"
    if _says_held(words):
        alone = bare(words[1]) in _HELD and not is_counted(bare(words[0]))
        return text if alone else lowered(text)  # a name: "Relativity certified"
    if pattern("placed").match(text):
        return lowered(text)
    if len(words) > 1 and is_in(words[0], "conditions") and _follows_state(words[1]):
        return lowered(text)
    return None


def _says_held(words: Sequence[str]) -> bool:
    """Tell whether words name what somebody holds ("ServSafe certified", "Forklift certified")."""
    place = next((i for i, w in enumerate(words[:_SHORT_STATE_WORDS]) if bare(w) in _HELD), 0)
    if not place or any(is_in(word, "prepositions") for word in words[:place]):
        return False
    following = words[place + 1] if place + 1 < len(words) else "("
    return following[0] == "(" or bare(following) in ("in", "for", "to", "by", "on")


def _follows_state(word: str) -> bool:
    return is_in(word, "prepositions") or bare(word) == "to"
