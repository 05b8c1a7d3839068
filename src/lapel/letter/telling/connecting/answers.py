"""The sentences of one answer about the personal connection, without its question.

Finished sentences are the person's own and stay as they are, but for "they", which is "you" to
the company. A fragment is completed only with the question's own words where that is certain.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from lapel.job.model import Note
from lapel.job.words.placeholders import is_placeholder
from lapel.letter.english.finite import may_be_sentence
from lapel.letter.english.persons import (
    in_first_person,
    is_expletive,
    names_people,
    of_use,
    to_the_company,
    unresolved_pronoun,
)
from lapel.letter.english.words import bare, base_of, begun_small, capital, is_in
from lapel.letter.telling.connecting.finished import is_finished, with_comma
from lapel.letter.telling.connecting.questions import (
    complete_fragment,
    data,
    is_duration,
    topic_of_question,
    used_name,
)
from lapel.letter.telling.connecting.typed import write_out_shorthand
from lapel.letter.telling.tidying import stopped
from lapel.text.plurals import join_and
from lapel.text.regexes import regex
from lapel.text.sentences import split_sentences
from lapel.text.verbs import Form, forms_of

NO, YES, FRAGMENT = "it says no", "yes alone says nothing", "it is no sentence by itself"
FAULT = "it finds fault with the company"
EMPTY = "it is empty"
_NOT_ME = regex(
    r"^(?:no[,;.:–—-]*\s+)?(?:not (?:me|myself)|i (?:have ?n[o']t|did ?n[o']t))?"
    r"[,;.:–—-]*\s*(?:but\s+)?"
    r"(?P<who>my (?:own )?[\w-]+)[.,;]\s+(?P<who_else>he|she|they)\s",
    re.IGNORECASE,
)
_NAMED = regex(
    r"(?P<named>[^,;:.–—]{3,40}?)"
    r"(?:\s[-–—]+\s|, (?=(?:they|you|everyone|nobody|I|we) ))(?P<told>.+)"
)
_OF_USE = ("used", "experience", "features", "impact")
_IT = r"It(?P<short>['’](?:s|ll|d))? (?P<rest>.+)$"
_ASKS_ASIDE = regex(r"\([^()]*\?[^()]*\)|\((?:check|ask|verify)\b[^()]*\)")
_ASKED_ONE = regex(r"\b(?:one|any|some) of (?:our|your|their|the) (?P<things>[\w-]+s)\b")
_THE_ONE = regex(r"\b(?:the|your|their) one(?= (?:in|at|on|near|by|off|outside|opposite|behind)\b)")


class Said(Struct, frozen=True):
    """A sentence that can be told; ``place`` orders it among all, ``depth`` within its answer."""

    text: str
    notes: tuple[str, ...]
    topic: str
    place: int
    depth: int
    own: bool


def why_untold(note: Note) -> str:
    """Say why no sentence could be made of an answer."""
    body = write_out_shorthand(note.body)
    lower = body.casefold()
    if not body or is_placeholder(body):
        return EMPTY
    if re.match(data()["no"], lower) or re.match(data()["no_before"], lower):
        return NO
    if finds_fault(body):
        return FAULT
    return YES if re.match(data()["yes"], lower) else FRAGMENT


def finds_fault(answer: str) -> bool:
    """Tell whether an answer criticises the company, and does not say that it was put right."""
    said = answer.casefold()
    return re.search(data()["fault"], said) is not None and not re.search(data()["mended"], said)


def sentences_of_answer(
    note: Note, company: str, place: int, *, used: bool, person: str, before: str = ""
) -> Iterator[Said]:
    """Yield the sentences of one answer, up to the first that cannot be told alone.

    ``place`` is that of its first sentence among all; ``used`` says that the person used the
    product, ``person`` is the writer's name. ``before`` is the answer before it, to whose people a
    "They" that begins this one refers.
    """
    topic = topic_of_question(note.label) if note.label else "prose"
    body = _put_yours_for_one(note.label, _strip_yes_or_no(note, topic, company, person))
    if company and not place:
        body = name_company_for_there(body, company)
    body = re.sub(data()["there_with"], r"\g<before> with you", body, count=1)
    if _ASKS_ASIDE.search(body):
        return  # who asks is not sure: it is theirs to settle
    depth = 0
    parts = split_sentences(body)
    if topic == "features":
        apart = tuple(one for part in parts for one in _split_at_semicolons(part))
        parts = tuple(_join_fragments(_split_named_from_told(apart)))
    for number, sentence in enumerate(parts):
        if topic == "used" and _is_aside(sentence, alone=len(parts) == 1):
            continue
        finished = is_finished(sentence)
        finished = finished and not (
            topic == "used" and re.match(data()["elliptic"], sentence.rstrip("."))
        )
        text = with_comma(sentence)
        if not finished:
            text = complete_fragment(note.label, sentence.rstrip(" ."), company, used=used) or ""
        if not text and depth == 0 and number + 1 < len(parts):
            continue  # a fragment before sentences that may stand alone
        if not text or (depth == 0 and number and _refers_back(text)):
            return
        if company and not place and not depth and company not in body:
            text = _put_name_for_it(name_company_for_there(text, company), topic, company)
        text = of_use(text) if topic in _OF_USE else text
        goes_on = bool(before) and not depth and names_people(before) and text.startswith("They ")
        own_words = text if goes_on else to_the_company(text, body if finished else text)
        told = stopped(capital(own_words))
        own = finished and told == stopped(sentence) and sentence in write_out_shorthand(note.body)
        yield Said(told, (note.id,), topic, place + depth, depth, own)
        depth += 1


def _split_named_from_told(parts: Sequence[str]) -> Iterator[str]:
    """Split "Support, they always answer" into what is named and what is told of it."""
    for part in parts:
        apart = _NAMED.match(part)
        named, told = (apart["named"], apart["told"]) if apart else ("", "")
        if not named or is_in(named.split()[0], "relatives") or is_finished(named):
            yield part
        else:
            yield from (f"{named}.", capital(told)) if is_finished(told) else (part,)


def _join_fragments(parts: Iterable[str]) -> Iterator[str]:
    """Join neighbouring parts that only name things: "Fast support. Fair price"."""
    for finished, run in groupby(parts, _may_stand):
        named = [part.rstrip(" .") for part in run]
        if finished or len(named) == 1 or any("," in part for part in named):
            yield from (stopped(part) for part in named)
            continue
        goes_on = re.match(data()["goes_on"], named[-1].casefold())
        last = begun_small(named[-1])
        listed = join_and([named[0], *map(begun_small, named[1:])])
        yield stopped(f"{', '.join(named[:-1])}: {last}" if goes_on else listed)


def _split_at_semicolons(part: str) -> tuple[str, ...]:
    """Split a part at its semicolons if the last piece only names a thing.

    "Parts are free; manuals in four languages" is split.
    """
    halves = tuple(stopped(capital(half)) for half in part.rstrip(".").split("; "))
    return (part,) if len(halves) < 2 or _may_stand(halves[-1]) else halves


def _may_stand(part: str) -> bool:
    """Tell whether a part of an answer is a sentence or may be one: "Kids like the app"."""
    return is_finished(part) or may_be_sentence(part.rstrip(".").split())


def name_company_for_there(text: str, company: str) -> str:
    """Put the company's name for a "there" that means it."""

    def named(found: re.Match[str]) -> str:
        to = "to" if re.search(data()["going"], found["before"].casefold()) else "at"
        return f"{found['before']}{to} {company}"

    return re.sub(data()["there"], named, text, count=1)


def _put_yours_for_one(question: str, answer: str) -> str:
    """Put "your hotel" for "the one in Porthleven" if the question says "one of our hotels"."""
    asked = _ASKED_ONE.search(question)
    if asked is None:
        return answer
    things = asked["things"]
    thing = f"{things[:-3]}y" if things.endswith("ies") else things.removesuffix("s")
    return _THE_ONE.sub(f"your {thing}", answer, count=1)


def _is_aside(sentence: str, *, alone: bool) -> bool:
    """Tell whether a sentence only turns the question about the use aside.

    It says nothing of the writer: "Well it's electricity", "you don't use it at home".
    """
    words = [bare(word) for word in sentence.split()]
    speaks = any(word.partition("'")[0] in ("i", "we", "my", "our", "me") for word in words)
    short = not alone and len(words) <= _MOST_ASIDE_WORDS
    return not speaks and (short or words[0] == "you" or words[0] == "well")


def _put_name_for_it(text: str, topic: str, company: str) -> str:
    """Put the product's name for an "it" in a first sentence that refers to nothing before it."""
    name = used_name(company)
    of_use = name and topic in ("used", "experience") and name not in text
    if of_use and re.match(r"I \w+ it\b", text):
        text = re.sub(data()["product_it"], rf"\1 {name}", text, count=1)
    found = unresolved_pronoun(text)
    if found is None or not found.start() or found.group().casefold() != "it" or not name:
        return text
    used = topic in ("used", "experience", "duration", "impact", "features")
    doing = text[: found.start()].rsplit(maxsplit=1)[-1]
    if " " in name and is_in(base_of(bare(doing)), "consuming"):
        return text  # "I have eaten it": a brand is eaten, an organisation is not
    return f"{text[: found.start()]}{name}{text[found.end() :]}" if used else text


def name_first(one: Said, company: str) -> Said:
    """Put the company's name for the "It" that begins the first sentence told.

    Only the question, which is not told, says what it is.
    """
    found = re.match(_IT, one.text)
    asks_else = one.topic in ("relation", "prose") or is_expletive(one.text)
    if found is None or not company or asks_else:
        return one
    then, after = (*found["rest"].split(), "", "")[:2]
    caused = is_in(then, "causes") and not is_in(after, "prepositions")
    has = Form.PARTICIPLE in forms_of(then) and (caused or is_in(after, "objects"))
    short = {"'s": " has" if has or then == "been" else " is", "'ll": " will", "'d": " would"}
    be = short.get(found["short"] or "", found["short"] or "")
    whole = f"{be} {found['rest']}"
    if not used_name(company) and not re.match(data()["is_place"], whole):
        return one
    return replace(one, text=f"{company}{whole}", own=False)


def _strip_yes_or_no(note: Note, topic: str, company: str, person: str) -> str:
    """Return what an answer says after its yes or no, "" if nothing."""
    body = in_first_person(write_out_shorthand(note.body), person)
    lower = body.casefold()
    if (
        not body
        or is_placeholder(body)
        or any(re.match(data()[say], lower) for say in ("no", "yes"))
    ):
        return ""
    if topic == "duration" and is_duration(body):
        return ""  # joined to what lasted
    if relative := _NOT_ME.match(body):
        return f"{capital(relative['who'])} {body[relative.end() :]}"
    for before in ("yes_before", "no_before"):
        found = re.match(data()[before], lower)
        if found and len(body) > found.end():
            return _put_name_behind_yes(capital(body[found.end() :]), company)
    return body


def _put_name_behind_yes(body: str, company: str) -> str:
    """Put the product's name for "it" in what follows a yes or a no."""
    name = used_name(company)
    first, dot, rest = body.partition(". ")
    if not name or name in first:
        return body
    return re.sub(data()["product_it"], rf"\1 {name}", first, count=1) + dot + rest


_MOST_ASIDE_WORDS = 4


def _refers_back(sentence: str) -> bool:
    """Tell whether a sentence refers back to one before it."""
    return is_in(sentence.split(maxsplit=1)[0], "leaning")
