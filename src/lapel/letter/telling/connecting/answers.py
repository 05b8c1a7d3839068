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
from lapel.letter.telling.connecting.fragments import how_it_is
from lapel.letter.telling.connecting.questions import (
    complete,
    data,
    is_duration,
    topic_of_question,
    used_name,
)
from lapel.letter.telling.language.finite import is_sentence, main_verb, may_be_sentence
from lapel.letter.telling.language.persons import (
    in_first_person,
    is_expletive,
    names_people,
    of_use,
    to_the_company,
    unresolved_pronoun,
)
from lapel.letter.telling.language.tidying import stopped
from lapel.letter.telling.language.verbs import leading_verb
from lapel.letter.telling.language.words import bare, base_of, begun_small, capital, is_in
from lapel.text.inline import plain_text
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
_MET = regex(
    r"^(?P<who>[A-Z][^;:.,]*?), whom I (?P<deed>met|know|knew|worked with|studied with|taught"
    r"|trained|trained with|spoke to) (?P<rest>[^,;.]+)(?=;|\.|$)"
)
"""Somebody whom the writer met, without a verb: "Ada Lund, whom I met at the fair"."""
_QUOTES = regex(r"[\"“”]")
_QUOTED = regex(r"[\"“][^\"“”]*[\"”]")
_NO_NAME = regex(
    r"(?:, (?:but )?| (?=\())\(?(?:I )?(?:(?:didn't|did not|never) (?:get|got|catch|caught|ask"
    r"|asked)|forgot|(?:can't|don't) (?:remember|recall|know)) (?:his|her|their) names?\b\)?"
)
"""Words that only say that a name is not known: ", didn't get her name"."""
_TYPED = (
    (regex(r"\s*\b(?:lol|haha|lmao)\b"), ""),
    (regex(r"^1[.)] (?=.* 2[.)] )"), ""),
    (regex(r"(?<=\w)[,;.]? [2-9][.)] (?=[a-z])"), ", "),
    (_NO_NAME, ""),
    (_MET, r"I \g<deed> \g<who> \g<rest>"),
    (regex(r"(?<=[a-z]) [&+] (?=[a-z])"), " and "),
    (regex(r"(?<=[a-z]{3})\. (?=(?:and|but|so|it|they|we|my|the) [a-zI])"), "; "),
    (regex(r"(?<=\d) ?yrs?\b"), " years"),
    (regex(r"(?<=\d) ?mos\b"), " months"),
    (regex(r"(?<=\d) ?(?:hrs|h)\b(?! ?[&/])"), " hours"),
    (regex(r"(?<![\w.])i(?=['’ ])"), "I"),
    (regex(r"(?<![A-Za-z])w/o "), "without "),
    (regex(r"(?<![A-Za-z])w/ ?|(?<= )w (?=[a-z])"), "with "),
)
"""Shorthand of quick typing, each with what it means."""
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


def plain(text: str) -> str:
    """Return an answer's words without markup, with shorthand written out."""
    typed = " ".join(plain_text(text).replace("’", "'").split())
    if _QUOTED.fullmatch(typed) or len(_QUOTES.findall(typed)) % 2:
        typed = typed.strip('"“” ')
    for sign, meant in _TYPED:
        typed = sign.sub(meant, typed)
    return typed.replace(" b/c ", " because ")


def why_untold(note: Note) -> str:
    """Say why no sentence could be made of an answer."""
    body = plain(note.body)
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
    body = _one_of_yours(note.label, _said_of(note, topic, company, person))
    if company and not place:
        body = at_theirs(body, company)
    body = re.sub(data()["there_with"], r"\g<before> with you", body, count=1)
    if _ASKS_ASIDE.search(body):
        return  # who asks is not sure: it is theirs to settle
    depth = 0
    parts = split_sentences(body)
    if topic == "features":
        apart = tuple(one for part in parts for one in _apart(part))
        parts = tuple(_fragments_together(_named_before_told(apart)))
    for number, sentence in enumerate(parts):
        if topic == "used" and _is_aside(sentence, alone=len(parts) == 1):
            continue
        finished = _finished(sentence)
        finished = finished and not (
            topic == "used" and re.match(data()["elliptic"], sentence.rstrip("."))
        )
        text = _with_comma(sentence)
        if not finished:
            text = complete(note.label, sentence.rstrip(" ."), company, used=used) or ""
        if not text and depth == 0 and number + 1 < len(parts):
            continue  # a fragment before sentences that may stand alone
        if not text or (depth == 0 and number and _leans(text)):
            return
        if company and not place and not depth and company not in body:
            text = _naming_it(at_theirs(text, company), topic, company)
        text = of_use(text) if topic in _OF_USE else text
        goes_on = bool(before) and not depth and names_people(before) and text.startswith("They ")
        own_words = text if goes_on else to_the_company(text, body if finished else text)
        told = stopped(capital(own_words))
        own = finished and told == stopped(sentence) and sentence in plain(note.body)
        yield Said(told, (note.id,), topic, place + depth, depth, own)
        depth += 1


def _named_before_told(parts: Sequence[str]) -> Iterator[str]:
    """Split "Support, they always answer" into what is named and what is told of it."""
    for part in parts:
        apart = _NAMED.match(part)
        named, told = (apart["named"], apart["told"]) if apart else ("", "")
        if not named or is_in(named.split()[0], "relatives") or _finished(named):
            yield part
        else:
            yield from (f"{named}.", capital(told)) if _finished(told) else (part,)


def _fragments_together(parts: Iterable[str]) -> Iterator[str]:
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


def _apart(part: str) -> tuple[str, ...]:
    """Split a part at its semicolons if the last piece only names a thing.

    "Parts are free; manuals in four languages" is split.
    """
    halves = tuple(stopped(capital(half)) for half in part.rstrip(".").split("; "))
    return (part,) if len(halves) < 2 or _may_stand(halves[-1]) else halves


def _may_stand(part: str) -> bool:
    """Tell whether a part of an answer is a sentence or may be one: "Kids like the app"."""
    return _finished(part) or may_be_sentence(part.rstrip(".").split())


def at_theirs(text: str, company: str) -> str:
    """Put the company's name for a "there" that means it."""

    def named(found: re.Match[str]) -> str:
        to = "to" if re.search(data()["going"], found["before"].casefold()) else "at"
        return f"{found['before']}{to} {company}"

    return re.sub(data()["there"], named, text, count=1)


def _one_of_yours(question: str, answer: str) -> str:
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


def _naming_it(text: str, topic: str, company: str) -> str:
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


def named_first(one: Said, company: str) -> Said:
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


def _said_of(note: Note, topic: str, company: str, person: str) -> str:
    """Return what an answer says after its yes or no, "" if nothing."""
    body = in_first_person(plain(note.body), person)
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
            return _with_name(capital(body[found.end() :]), company)
    return body


def _with_name(body: str, company: str) -> str:
    """Put the product's name for "it" in what follows a yes or a no."""
    name = used_name(company)
    first, dot, rest = body.partition(". ")
    if not name or name in first:
        return body
    return re.sub(data()["product_it"], rf"\1 {name}", first, count=1) + dot + rest


def _finished(sentence: str) -> bool:
    """Tell whether words are a sentence of their own, with subject and verb."""
    words = sentence.split()
    if len(words) < _FEWEST_WORDS or sentence.endswith("?"):
        return False
    first = bare(words[0])
    if first == "that" and is_in(words[1], "finite"):
        return True
    if first in _MODALS and not is_in(words[1], "nominatives"):
        return False  # "Would love to …"
    if is_in(first, "relatives") or first in ("that", "because"):
        then = is_in(first, "prepositions_too") and not is_in(words[1], "personal")
        behind = (then and _has_subject_behind(words)) or _main_clause(words) is not None
        return _is_fronted(sentence) or behind
    if _says_who(words, 0) or _OF_MINE.match(sentence):
        return True
    if _PERSON_DID.match(sentence):
        return True
    if leading_verb(words) in (Form.PAST, Form.BASE):
        return False
    if is_in(first, "prepositions") or (first in _TIMES and not _is_one_of_them(words)):
        return _is_fronted(sentence) or _has_subject_behind(words)
    says_who = any(_says_who(words, index) for index in range(1, len(words)))
    return is_sentence(words) or _is_fronted(sentence) or (says_who and first in _TIMES)


def _is_one_of_them(words: Sequence[str]) -> bool:
    """Tell whether "one", "each" begin a subject: "One nurse sang", not "one night"."""
    first, then = bare(words[0]), bare(words[1])
    time = is_in(then.removesuffix("s"), "rates") or is_in(then, "weekdays") or then == "time"
    return first in ("one", "each", "every", "most") and not time


def _main_clause(words: Sequence[str]) -> int | None:
    """Find where the main clause begins if no comma is before it, else return None.

    "When the barn burned their adjuster came" has it at "their", "After my accident my rep came" at
    the second "my".
    """
    when = bare(words[0])
    of_thing = when in ("after", "before") and is_in((*words, "")[1], "determining")
    if when not in ("when", "while", "once", "after", "before", "as", "if"):
        return None
    places = (
        place
        for place in range(_FEWEST_WORDS, len(words) - 1)
        if is_in(words[place], "determining") or (is_in(words[place], "personal") and not of_thing)
        if not any(word[-1] in ",;:" for word in words[:place])
        if not is_in(words[place - 1], "prepositions")
        if bare(words[place - 1]) not in ("and", "or", "but", "that", "which")
        if of_thing or any(Form.PAST in forms_of(bare(word)) for word in words[2:place])
        if is_sentence(words[place:])
    )
    return next(places, None)


def _with_comma(sentence: str) -> str:
    """Put a comma before the main clause of a sentence where none is typed."""
    words = sentence.split()
    place = _main_clause(words)
    return (
        " ".join((*words[: place - 1], f"{words[place - 1]},", *words[place:]))
        if place
        else sentence
    )


def _has_subject_behind(words: Sequence[str]) -> bool:
    """Tell whether a subject with its verb follows the first word.

    "On the day of the storm the crew came" has one, "From my sister, who works there" has not.
    """
    for index in range(1, len(words)):
        verb = main_verb(words[index:]) if is_in(words[index], "objects") else None
        when = words[index - 2 : index - 1] == ["the"] and is_in(words[index - 1], "rates")
        says_who = index > 1 and _says_who(words, index) and not when  # "since the day I came"
        verb = verb if verb is not None else 1 if says_who else None
        between = words[index : index + verb] if verb is not None else ()
        if between and not any(is_in(word, "relatives") for word in between):
            return True
    return False


def _says_who(words: Sequence[str], index: int) -> bool:
    """Tell whether a pronoun with its verb is at this word ("I use", "we've", "they were")."""
    word = bare(words[index])
    if is_in(word.partition("'")[0], "nominatives") and "'" in word:
        return True
    following = bare(words[index + 1]) if index + 1 < len(words) else ""
    verb = is_in(following, "finite") or is_in(following, "adverbs") or following.endswith("ly")
    return is_in(word, "nominatives") and (verb or bool(forms_of(following)))


_ABOUT_IT = frozenset(("who", "which", "whose", "that", "where"))
"""Words that go on about the thing before the comma."""
_FEWEST_WORDS = 3
_MOST_ASIDE_WORDS = 4
_PERSON_DID = regex(
    r"^(?:The|An?|One|Their|Your) (?:[a-z]+ )?[a-z]+(?:er|or|ist|ian|man|woman|rse) "
    r"(?:[a-z]+ed|came|went|sat|took|gave|made|knew|told|saw|held|kept|stood) "
    r"(?:till|until|with|for|to|at|on|in|me|us|my|our|the|a|an|me|every)\b"
)
"""A sentence on what somebody did: "The director stayed till …"."""
_OF_MINE = regex(
    r"^(?:(?:both|all|half|most|some|two|three|four)(?: of)? )?(?:my|our)\b", re.IGNORECASE
)
"""The beginning of a subject that is the writer's: "both my daughters"."""
_MODALS = frozenset(("would", "could", "can", "might", "should"))
_TIMES = frozenset({"every", "each", "last", "one", "once", "then", "today", "now", "most", "when"})


def _is_fronted(sentence: str) -> bool:
    """Tell whether a sentence has something before its subject: "As a user, I've experienced …"."""
    head, comma, rest = sentence.partition(", ")
    words = rest.split()
    if not comma or not words or ";" in head or words[0] in _ABOUT_IT:
        return False
    if bare(words[0]) in ("and", "but", "so") and how_it_is(head):
        return False  # "Good, but the app is slow"
    leads = is_in(head.split()[0], "relatives") or is_in(head.split()[0], "prepositions")
    if not leads and re.match(data()["customer"], head, re.IGNORECASE):
        return False  # "Subscriber for 9 years, I keep them all"
    return _says_who(words, 0) or bare(words[0]) in ("my", "our") or is_sentence(words)


def _leans(sentence: str) -> bool:
    """Tell whether a sentence refers back to one before it."""
    return is_in(sentence.split(maxsplit=1)[0], "leaning")
