"""A fragment of an answer made a sentence with its question's own words, where that is certain."""

import re
from functools import lru_cache
from typing import Any

from lapel.letter.telling.finite import is_sentence, may_be_sentence
from lapel.letter.telling.nouns import head_of, lacks_article
from lapel.letter.telling.verbs import leading_verb
from lapel.letter.telling.words import bare, begun_small, is_in, keeps_capital, lowered
from lapel.text.common import is_plural, is_small
from lapel.text.data import read_data
from lapel.text.plurals import join_and
from lapel.text.verbs import Form, inflect

_THEIRS = re.compile(
    r"\b(?:it|them|us|(?:their|the|our) "
    r"(?:products?|services?|apps?|platforms?|sites?|tools?|company)"
    r"(?:[/ ](?:or )?(?:products?|services?|apps?|platforms?))?)\b"
)
_ABOUT_THEM = re.compile(r"\b(about|of|with|from|for|to) (?:them|us|the company)\b")
_WISH = re.compile(
    r"(?:want|wish|hope|plan|intend|would (?:like|love)) to\b|(?:love|miss|admire)\b", re.IGNORECASE
)
"""What one would do, or feels, "I" left out: "want to keep that beer as it is"."""
_EARLY = 3
"""A clause about a thing begins among so many words: "the tech who called me"."""


def topic_of_question(question: str) -> str:
    """What a question is about ("duration", "features", …), "" where that is not known."""
    asked = question.casefold().replace("’", "'")
    return next((topic for topic, pattern in topics() if re.search(pattern, asked)), "")


def is_duration(answer: str) -> bool:
    """Whether an answer is a length or a beginning of time and nothing else."""
    said = answer.casefold().strip().rstrip(".")
    return bool(re.match(data()["duration"], said) or re.match(data()["since"], said))


def duration_phrase(answer: str) -> str:
    """A length of time as it stands in a sentence: "for approximately 8 years", "since 2021"."""
    said = answer.strip().rstrip(".")
    said = begun_small(said).removesuffix(" then")
    units: dict[str, str] = data()["units"]
    said = re.sub(r"(?<=\d)\s*(\+?)\s*(y|yrs?|mos?)\b", lambda m: f"{m[1]} {units[m[2]]}", said)
    said = re.sub(r"\b(yrs?|mos?)\b", lambda m: units[m[1]], said)
    if re.match(r"1 (?:year|month)s\b", said):
        said = said.replace("s", "", 1)
    if said.startswith(("for ", "since ", "all ", "most ")):
        return said
    return f"for {said}"


def used_name(company: str) -> str:
    """The company's name where one says "I have used …" with it, "" where one does not."""
    return "" if not company or re.search(data()["not_used"], company.casefold()) else company


def complete(question: str, fragment: str, company: str, *, used: bool) -> str | None:
    """A sentence of a fragment, without final point; None where the question's words do not make
    one for certain. ``used`` says that the person said yes to having used the product.
    """
    asked = question.casefold().replace("’", "'").strip()
    topic = topic_of_question(question)
    if not asked and leading_verb(fragment.split()) in (Form.PAST, Form.BASE):
        return _first_person(fragment)
    if is_duration(fragment):
        return _lasted(asked, fragment, company, used=used)
    if (named := re.search(data()["favourite"], asked)) and len(fragment.split()) > 1:
        return _favourite(named[1], fragment)
    if topic == "features" and (valued := re.search(data()["value"], asked)):
        return _valued(valued.group().removeprefix("you "), fragment)
    if fragment and (past := re.search(data()["asked_past"], asked)):
        return _asked_past(past, fragment, company)
    words = fragment.split()
    form = leading_verb(words)
    if _WISH.match(fragment):
        return _first_person(fragment)
    if topic == "impact" and company and form in (Form.PAST, Form.THIRD):
        who = used_name(company) or ("you" if form is Form.PAST else company)
        return f"{who} {begun_small(fragment)}" if len(words) > 2 else None
    if topic in ("experience", "used", "relation") and form in (Form.PAST, Form.BASE):
        return _first_person(fragment)
    name = used_name(company)
    if topic in ("experience", "used") and used and name and is_in(words[0], "beginnings"):
        return f"I have used {name} {begun_small(fragment)}"
    return None


def _first_person(fragment: str) -> str | None:
    """A deed of a few words with its "I": "Donated every year since 2016"."""
    return f"I {begun_small(fragment)}" if len(fragment.split()) > 2 else None


def _favourite(noun: str, fragment: str) -> str | None:
    """What "What is your favorite feature?" and "The quick add" say together."""
    first = fragment.split(maxsplit=1)[0]
    whole = is_in(first, "objects") or is_small(bare(first)) or keeps_capital(first)
    if not whole and not is_plural(head_of(fragment)):
        return None
    verb = "are" if is_plural(head_of(noun)) else "is"
    return f"my {noun} {verb} {lowered(fragment)}"


def _lasted(asked: str, fragment: str, company: str, *, used: bool) -> str | None:
    """What "How long have you used it?" and "3 yrs" say together."""
    found = re.search(data()["asked_perfect"], asked)
    verb = found[1] if found else "used" if topic_of_question(asked) == "used" else ""
    if not verb:
        return None
    rest = found[2] if found else "it"
    phrase = duration_phrase(fragment)
    if verb in ("used", "using"):
        serves = re.search(data()["services"], company.casefold())
        name = used_name(company) or ("your services" if serves else "")
        return f"I have used {name} {phrase}" if used and name else None
    named = _THEIRS.sub(company, rest) if company else rest
    if re.search(r"\b(?:you|your|it|them|their)\b", named):
        return None
    been = "been " if f"been {verb}" in asked else ""
    return f"I have {been}{verb} {named} {phrase}".replace("  ", " ")


def _valued(verb: str, fragment: str) -> str | None:
    words = fragment.split()
    related = any(is_in(word, "relatives") for word in words[:_EARLY])
    if not related and (is_sentence(words) or may_be_sentence(words)):
        return f"I {verb.rsplit(maxsplit=1)[-1]} that {begun_small(fragment)}"
    if leading_verb(words) in (Form.PAST, Form.BASE, Form.THIRD) or len(words) > 35:
        return None
    adverb, _, last = verb.rpartition(" ")
    the = "the " if lacks_article(fragment.partition(", and that ")[0]) else ""
    what = f"{the}{lowered(fragment)}"
    parts = re.split(r",\s+", what)
    if len(parts) > 1 and not re.search(r"\b(?:and|or)\b", what):
        what = join_and(parts)
    return f"I {adverb + ' ' if adverb and adverb != 'most' else ''}{last} {what}"


def _asked_past(found: re.Match[str], fragment: str, company: str) -> str | None:
    """What "When did you first use it?" and "in 2015" say together."""
    _, order, verb, rest = found.groups()
    past = inflect(verb, Form.PAST)
    first = bare(fragment.split(maxsplit=1)[0])
    if past is None or (
        not is_in(first, "prepositions") and not is_in(first, "beginnings") and first != "because"
    ):
        return None
    named = _ABOUT_THEM.sub(r"\1 you", rest)
    name = used_name(company) if verb.startswith("us") else company
    named = _THEIRS.sub(name, named) if name else named
    if re.search(r"\b(?:your|it|them|their|us|our)\b", named):
        return None
    first_time = f"{order} " if order else ""
    return f"I {first_time}{past} {named} {begun_small(fragment)}".replace("  ", " ")


@lru_cache(maxsize=1)
def topics() -> tuple[tuple[str, str], ...]:
    """The topics of questions with their patterns, in order."""
    return tuple((topic, pattern) for one in data()["topics"] for topic, pattern in one.items())


@lru_cache(maxsize=1)
def data() -> dict[str, Any]:
    """What ``connection.yaml`` holds."""
    read: dict[str, Any] = read_data("lapel.letter.telling", "connection.yaml")
    return read
