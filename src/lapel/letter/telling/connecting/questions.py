"""A fragment of an answer made a sentence with its question's own words, where that is certain."""

import re
from functools import lru_cache

from lapel.letter.english.finite import is_sentence, may_be_sentence
from lapel.letter.english.noun_phrases import head_of
from lapel.letter.english.nouns import lacks_article
from lapel.letter.english.verbs import leading_verb
from lapel.letter.english.vocabulary import pattern
from lapel.letter.english.words import bare, begun_small, counts, is_in, keeps_capital, lowered
from lapel.letter.telling.connecting.fragments import (
    compares_manner,
    deed_form,
    did_to_me,
    how_it_is,
    join_listed,
    only_describes,
    thing_in,
)
from lapel.text.articles import choose_article
from lapel.text.common import is_adjective, is_noun, is_plural, is_small
from lapel.text.data import data_reader
from lapel.text.numbers import YEAR
from lapel.text.regexes import regex
from lapel.text.verbs import Form, forms_of, inflect
from lapel.text.words import fold_text

_ABOUT_THEM = regex(r"\b(about|of|with|from|for|to) (?:them|us|the company)\b")
_DEEDS = frozenset(("experience", "used", "relation", "impact"))
"""Topics of questions that a deed answers with the writer as its subject."""
_HEDGES = regex(r"(?<=\w),? (?:really|honestly|basically|I guess|I suppose)$")
"""Words that end a short answer and mean nothing."""
_HAD = r"(?P<one>an? |the )?(?:[a-z]+ ){0,2}(?:impact|effect|influence)\b"
_USED = {"do": "use", "does": "uses", "did": "used", "has": "has used", "have": "have used"}
_OF_IT = frozenset(("their", "the", "both", "only", "just", "mostly", "mainly"))
_EARLY = 3
"""The number of words within which a clause about a thing begins: "the tech who called me"."""
data = data_reader("lapel.letter.telling.connecting", "connection.yaml")


def topic_of_question(question: str) -> str:
    """Return the topic of a question ("duration", "features", …), or "" if it is unknown."""
    asked = fold_text(question)
    return next((topic for topic, pattern in topics() if re.search(pattern, asked)), "")


def is_duration(answer: str) -> bool:
    """Tell whether an answer is only a length, a beginning or a stretch of time."""
    said = answer.casefold().strip().rstrip(".")
    return any(re.match(data()[way], said) for way in ("duration", "since", "years"))


def is_over(phrase: str) -> bool:
    """Tell whether a stretch of time is over: "from 2018 to 2019"."""
    return phrase.startswith("from ")


def duration_phrase(answer: str) -> str:
    """Return a length of time as a sentence has it: "for approximately 8 years", "since 2021"."""
    said = answer.strip().rstrip(".")
    if years := re.match(data()["years"], said.casefold()):
        over = years["to"].isdigit()
        return f"from {years['from']} to {years['to']}" if over else f"since {years['from']}"
    said = begun_small(said).removesuffix(" then")
    said = f"since {said}" if re.match(rf"{YEAR}$", said) else said
    units: dict[str, str] = data()["units"]
    said = re.sub(r"(?<=\d)\s*(\+?)\s*(y|yrs?|mos?)\b", lambda m: f"{m[1]} {units[m[2]]}", said)
    said = re.sub(r"\b(yrs?|mos?)\b", lambda m: units[m[1]], said)
    if re.match(r"1 (?:year|month)s\b", said):
        said = said.replace("s", "", 1)
    if said.startswith(("on and off", "for ", "since ", "all ", "most ")):
        return said
    return f"for {said}"


def used_name(company: str) -> str:
    """Return the company's name if "I have used …" can be said with it, else ""."""
    return "" if not company or re.search(data()["not_used"], company.casefold()) else company


def complete_fragment(question: str, fragment: str, company: str, *, used: bool) -> str | None:
    """Complete a fragment to a sentence without its full stop; None where that is not certain.

    ``used`` says that the person said yes to having used the product.
    """
    asked = fold_text(question).strip()
    topic = topic_of_question(question)
    fragment = _HEDGES.sub("", fragment)
    if not asked and leading_verb(fragment.split()) in (Form.PAST, Form.BASE):
        return _put_i_before(fragment)
    if is_duration(fragment):
        return _say_lasted(asked, fragment, company, used=used)
    return _complete_by_question(topic, asked, fragment, company) or _complete_by_topic(
        topic, asked, fragment, company, used=used
    )


def _complete_by_question(topic: str, asked: str, fragment: str, company: str) -> str | None:
    """Return a sentence made with the question's own words, or None."""
    if (named := re.search(data()["favourite"], asked)) and len(fragment.split()) > 1:
        return _say_favourite(named[1], fragment)
    if pattern("wish").match(fragment):
        return f"I {begun_small(fragment)}".replace("I wants ", "I want ", 1)
    if topic == "features" and (valued := re.search(data()["value"], asked)):
        return _say_valued(valued.group().removeprefix("you "), fragment, company)
    past = re.search(data()["asked_past"], asked)
    return _answer_when(past, fragment, company) if past else None


def _complete_by_topic(
    topic: str, asked: str, fragment: str, company: str, *, used: bool
) -> str | None:
    """Return a sentence made from the question's topic and the fragment, or None."""
    if told := _give_subject(topic, fragment, company):
        return told
    if topic in ("used", "experience"):
        return _say_used(fragment, company, used=used, asks_how=topic == "experience")
    if topic == "relation":
        return _say_related(fragment, company, interest="interest" in asked)
    return _say_impact(fragment, company or "it") if topic == "impact" else None


def _give_subject(topic: str, fragment: str, company: str) -> str | None:
    """Give a deed its subject: the writer, or of an impact the company; None for no such deed."""
    words = fragment.split()
    form = deed_form(words)
    if topic not in _DEEDS or form not in (Form.PAST, Form.PARTICIPLE, Form.BASE, Form.THIRD):
        return None
    if topic == "impact" and company and did_to_me(words, form):
        who = used_name(company) or ("you" if form is Form.PAST else company)
        return f"{who} {begun_small(fragment)}" if len(words) > 2 else None
    if is_in(words[0], "done_to_me") and not is_in((*words, "in")[1], "objects"):
        return _put_i_before(f"was {begun_small(fragment)}")
    uses = bare(words[0]) == "used" and is_in((*words, "")[1], "beginnings")
    describes = topic == "relation" and form is Form.PAST and only_describes(words)
    if uses or describes or form in (Form.PARTICIPLE, Form.THIRD):
        return None
    return _put_i_before(fragment, words=1 if compares_manner(words[-1]) else 2)


def _say_used(fragment: str, company: str, *, used: bool, asks_how: bool) -> str | None:
    """Say how, how often or since when somebody uses the product, or what they are to the company.

    For an experience, say how it was (``asks_how``).
    """
    words, name = fragment.split(), used_name(company)
    first = bare(words[0])
    if is_in(first, "beginnings") or first == "used":
        how = begun_small(fragment).removeprefix("used ")
        return f"I have used {name} {how}" if used and name else None
    if Form.GERUND in forms_of(first) and not is_noun(first) and len(words) > 1:
        return f"I have been {begun_small(fragment)}"
    if asks_how:
        if how := how_it_is(fragment):
            return f"my experience has been {how}"
        # what one bought is no experience: "a banjo"
        thing = thing_in(fragment) if is_adjective(first) and not counts(first) else None
        return f"I have experienced {thing}" if thing else None
    if told := _say_customer(fragment) or _say_rate(fragment, company):
        return told
    if not name:
        return None
    if who := re.match(data()["elliptic"], fragment):
        return f"{who[1]} {_USED[who[2]]} {name}"
    one_of_it = first in ("a", "an", "two", "both") and any(map(str.istitle, words[1:]))
    of_it = used and (first in _OF_IT or one_of_it) and len(words) > 1
    return f"I have used {begun_small(fragment)}" if of_it else None


def _say_customer(fragment: str) -> str | None:
    """Answer "Have you used it?" by "Subscriber for 9 years, I keep them all", or None."""
    one, comma, goes_on = fragment.partition(", I ")
    who = re.match(data()["customer"], one, re.IGNORECASE)
    told = _say_am_one(who) if who else None
    return f"{told}, and I {goes_on}" if told and comma else told


def _say_rate(fragment: str, company: str) -> str | None:
    """Say how often somebody uses the product, or goes to the place."""
    if not re.match(data()["rate"], fragment.casefold()):
        return None
    if company and re.search(data()["visited"], company.casefold()):
        return f"I go to {company} {begun_small(fragment)}"
    name = used_name(company)
    return f"I use {name} {begun_small(fragment)}" if name else None


def _say_am_one(who: re.Match[str]) -> str:
    """Say what somebody is to the company: "I have been a regular customer since 2010"."""
    be = "have been" if re.match(r" (?:since|for)\b", who["rest"]) else "am"
    one = lowered(who["who"])
    one = one if is_small(bare(one.split()[0])) else f"{choose_article(one)} {one}"
    return f"I {be} {one}{who['rest']}"


def _say_impact(fragment: str, company: str) -> str | None:
    small = lowered(fragment)
    if had := re.match(_HAD, small):
        return f"{company} has had {small if had['one'] else f'{choose_article(small)} {small}'}"
    if re.match(data()["state"], small):
        return f"I am {small}"
    if moved := re.match(data()["moved"], small):
        be = "are" if is_plural(head_of(moved["what"])) else "is"
        return f"{moved['what']} {be} {moved['how']}"
    if how := how_it_is(fragment):
        return f"the impact on me has been {how}" if re.match(data()["size"], how) else None
    thing = thing_in(fragment)
    return f"for me, {company} has meant {thing}" if thing else None


def _say_related(fragment: str, company: str, *, interest: bool) -> str | None:
    """Say what the connection has to do with the writer's "interest in the company", or None.

    The fragment is a reason, an aim or a thing.
    """
    first, _, more = begun_small(fragment).partition(" ")
    if first == "because" and company:
        return f"I am interested in {company} because {more}"
    if first == "to" and more:
        return f"I would like to {more}"
    if not interest or is_in(head_of(fragment), "of_mine"):
        return None
    thing = thing_in(fragment)
    return f"what interests me professionally is {thing}" if thing else None


def _put_i_before(fragment: str, words: int = 2) -> str | None:
    """Put "I" before a deed of more words than this: "Donated every year since 2016"; else None."""
    return f"I {begun_small(fragment)}" if len(fragment.split()) > words else None


def _say_favourite(noun: str, fragment: str) -> str | None:
    """Say a favourite: "my favorite feature is the quick add", or None."""
    first = fragment.split(maxsplit=1)[0]
    whole = is_in(first, "objects") or is_small(bare(first)) or keeps_capital(first)
    if not whole and not is_plural(head_of(fragment)):
        return None
    verb = "are" if is_plural(head_of(noun)) else "is"
    return f"my {noun} {verb} {lowered(fragment)}"


def _say_lasted(asked: str, fragment: str, company: str, *, used: bool) -> str | None:
    """Answer "How long have you used it?" by "3 yrs", or None."""
    found = re.search(data()["asked_perfect"], asked)
    verb = found[1] if found else "used" if topic_of_question(asked) == "used" else ""
    if not verb:
        return None
    rest = found[2] if found else "it"
    phrase = duration_phrase(fragment)
    if verb in ("used", "using"):
        serves = re.search(data()["services"], company.casefold())
        name = used_name(company) or ("your services" if serves else "")
        known = company if used and not name else ""
        over = is_over(phrase)
        have = (
            ("I used" if over else "I have used") if name else "I knew" if over else "I have known"
        )
        return f"{have} {name or known} {phrase}" if used and (name or known) else None
    named = pattern("product").sub(company, rest) if company else rest
    if re.search(r"\b(?:you|your|it|them|their)\b", named):
        return None
    been = "been " if f"been {verb}" in asked else ""
    return f"I have {been}{verb} {named} {phrase}".replace("  ", " ")


def _say_valued(verb: str, fragment: str, company: str) -> str | None:
    words = fragment.split()
    adverb, _, last = verb.rpartition(" ")
    value = f"I {adverb + ' ' if adverb and adverb != 'most' else ''}{last}"
    if how := how_it_is(fragment):
        return f"{value} that {company or 'it'} is {how}"
    if re.match(data()["not_valued"], fragment.casefold()):
        return None
    if fragment[:3].casefold() == "no ":
        be = "are" if head_of(fragment).endswith("s") else "is"
        return f"{value} that there {be} {lowered(fragment)}"
    if does := re.match(data()["it_does"], fragment.casefold()):
        acts = Form.THIRD in forms_of(does["does"] or "works")
        return f"{value} that {company or 'it'} {begun_small(fragment)}" if acts else None
    related = any(is_in(word, "relatives") or word == "way" for word in words[:_EARLY])
    if not related and (is_sentence(words) or may_be_sentence(words)):
        return f"I {last} that {begun_small(fragment)}"
    deed = deed_form(words) in (Form.PAST, Form.BASE, Form.THIRD)
    if deed or len(words) > 35 or is_in(words[0], "prepositions"):
        return None
    the = "the " if lacks_article(fragment.partition(", and that ")[0]) else ""
    return f"{value} {join_listed(f'{the}{lowered(fragment)}')}"


def _answer_when(found: re.Match[str], fragment: str, company: str) -> str | None:
    """Answer "When did you first use it?" by "in 2015", or None."""
    _, order, verb, rest = found.groups()
    past = inflect(verb, Form.PAST)
    first = bare(fragment.split(maxsplit=1)[0])
    if past is None or (
        not is_in(first, "prepositions") and not is_in(first, "beginnings") and first != "because"
    ):
        return None
    named = _ABOUT_THEM.sub(r"\1 you", rest)
    name = used_name(company) if verb.startswith("us") else company
    named = pattern("product").sub(name, named) if name else named
    if re.search(r"\b(?:your|it|them|their|us|our)\b", named):
        return None
    first_time = f"{order} " if order else ""
    return f"I {first_time}{past} {named} {begun_small(fragment)}".replace("  ", " ")


@lru_cache(maxsize=1)
def topics() -> tuple[tuple[str, str], ...]:
    """Return the topics of questions with their patterns, in order."""
    return tuple((topic, pattern) for one in data()["topics"] for topic, pattern in one.items())
