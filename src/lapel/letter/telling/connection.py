"""The answers about the personal connection, joined into sentences without their questions.

Finished sentences are the person's own and stay as they are, but for "they", which is "you" to
the company. A fragment is completed only with the question's own words where that is certain
("How long have you used it?" "3 yrs"); "yes" alone is no sentence, and a "no" is not told.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from lapel.job.model import Note
from lapel.job.placeholders import is_placeholder
from lapel.letter.model import Sentence, Source, SourceKind
from lapel.letter.telling.model import Connection
from lapel.letter.telling.persons import in_first_person, points_at_nothing, to_the_company
from lapel.letter.telling.questions import (
    complete,
    data,
    duration_phrase,
    is_duration,
    topic_of_question,
    used_name,
)
from lapel.letter.telling.tidying import stopped
from lapel.letter.telling.verbs import is_sentence, leading_verb, main_verb
from lapel.letter.telling.words import bare, capital, is_in
from lapel.text.inline import plain_text
from lapel.text.phrases import phrase_words
from lapel.text.sentences import split_sentences
from lapel.text.verbs import Form, forms_of
from lapel.text.words import split_words

MOST_WORDS = 110
"""So many words are a paragraph of its own."""
NO, YES, FRAGMENT = "it says no", "yes alone says nothing", "it is no sentence by itself"
NO_ROOM, EMPTY = "there was no room for it", "it is empty"
_WORTH = {
    "experience": 3.0,
    "used": 2.6,
    "relation": 2.4,
    "features": 1.6,
    "impact": 1.5,
    "duration": 1.4,
}
_PROSE_WORTH = 2.0
_LATER_WORTH = 0.7
_NEAR_WORTH = 0.4
_MOST_NEAR = 3
_NOT_ME = re.compile(
    r"^(?:no[,;.:–—-]*\s+)?(?:not (?:me|myself)|i (?:have ?n[o']t|did ?n[o']t))?"
    r"[,;.:–—-]*\s*(?:but\s+)?"
    r"(?P<who>my (?:own )?[\w-]+)[.,;]\s+(?P<who_else>he|she|they)\s",
    re.IGNORECASE,
)
_USED = re.compile(r"^(I've|I have|I)( (?:also|long|always|often))? (used|been using)\s+")
_TYPED = (
    (re.compile(r"(?<=[a-z]) & (?=[a-z])"), " and "),
    (re.compile(r"(?<=[a-z]) \+ (?=[a-z])"), " and "),
    (re.compile(r"(?<=\d) ?yrs?\b"), " years"),
    (re.compile(r"(?<=\d) ?mos\b"), " months"),
    (re.compile(r"(?<=\d) ?(?:hrs|h)\b(?! ?[&/])"), " hours"),
    (re.compile(r"(?<![\w.])i(?=['’ ])"), "I"),
    (re.compile(r"(?<![A-Za-z])w/o "), "without "),
    (re.compile(r"(?<![A-Za-z])w/ ?"), "with "),
    (re.compile(r"(?<![A-Za-z])b/c "), "because "),
)
"""Typing for oneself, written out."""
_ASKS_ASIDE = re.compile(r"\([^()]*\?\)")
_LASTING = re.compile(r"\b(?:for|since) (?:\w+ ){0,3}(?:\d|years?|months?)")
_LONE_BOTH = re.compile(r"\bboth (as [^,]+,)(?!.*\band as\b)")


class _Said(Struct, frozen=True):
    """A sentence that could be told: its place among all, and how far into its answer it is."""

    text: str
    notes: tuple[str, ...]
    topic: str
    place: int
    depth: int
    own: bool


def tell_connection(
    notes: Sequence[Note], company: str, about: Iterable[str] = (), *, person: str = ""
) -> Connection:
    """The answers joined into a paragraph of sentences, those nearest to the texts ``about``.

    ``notes`` are the job file's of this kind, in order, ``company`` is its name or "". ``person``
    is the writer's name: notes about them by name are said in the first person.
    """
    said: list[_Said] = []
    left: dict[str, str] = {}
    used = _says_used(notes)
    for note in notes:
        found = tuple(_sentences(note, company, len(said), used=used, person=person))
        if found:
            said += found
        else:
            left[note.id] = _why(note)
    said = _with_duration(said, notes, company, left, used=used)
    chosen = _choose(said, _stems(" ".join(about)))
    shown = {note for one in chosen for note in one.notes}
    for one in said:
        for note_id in one.notes:
            if note_id not in shown:
                left.setdefault(note_id, NO_ROOM)
    return Connection(
        sentences=tuple(
            Sentence(
                one.text,
                tuple(Source(SourceKind.NOTE, note_id) for note_id in one.notes),
                own=one.own,
            )
            for one in chosen
        ),
        left=tuple((note.id, left[note.id]) for note in notes if note.id in left),
    )


def _says_used(notes: Sequence[Note]) -> bool:
    """Whether the person said that they used the product: yes, or an experience told."""
    for note in notes:
        topic, body = topic_of_question(note.label), _plain(note.body).casefold()
        if topic == "used" and re.search(data()["hedged"], body):
            return False
        if topic == "used" and any(re.match(data()[yes], body) for yes in ("yes", "yes_before")):
            return True
        if topic == "used" and (
            re.match(data()["no"], body) or re.match(data()["no_before"], body)
        ):
            return False
    return any(  # an experience told says it too
        topic_of_question(note.label) == "experience" and _USED.match(_plain(note.body))
        for note in notes
    )


def _plain(text: str) -> str:
    typed = " ".join(plain_text(text).replace("’", "'").split()).strip('"“” ')
    for sign, meant in _TYPED:
        typed = sign.sub(meant, typed)
    return typed


def _why(note: Note) -> str:
    body = _plain(note.body)
    lower = body.casefold()
    if not body or is_placeholder(body):
        return EMPTY
    if re.match(data()["no"], lower) or re.match(data()["no_before"], lower):
        return NO
    return YES if re.match(data()["yes"], lower) else FRAGMENT


def _sentences(note: Note, company: str, place: int, *, used: bool, person: str) -> Iterator[_Said]:
    """The sentences of one answer, up to the first that cannot be told alone."""
    topic = topic_of_question(note.label) if note.label else "prose"
    body = _said_of(note, topic, company, person)
    if company and not place:
        body = re.sub(data()["there"], rf"\g<before> at {company}", body, count=1)
    if _ASKS_ASIDE.search(body):
        return  # who asks is not sure: it is theirs to settle
    depth = 0
    parts = split_sentences(body)
    for number, sentence in enumerate(parts):
        finished = _finished(sentence)
        text = sentence
        if not finished:
            text = complete(note.label, sentence.rstrip(" ."), company, used=used) or ""
        if not text and depth == 0 and number + 1 < len(parts):
            continue  # a fragment before sentences that may stand alone
        if not text or (depth == 0 and number and _leans(text)):
            return
        if company and not place and not depth:
            text = _naming_it(text, topic, company)
        told = stopped(capital(to_the_company(text, body if finished else text)))
        own = finished and told == stopped(sentence) and sentence in _plain(note.body)
        yield _Said(told, (note.id,), topic, place + depth, depth, own)
        depth += 1


def _naming_it(text: str, topic: str, company: str) -> str:
    """A first sentence about what was used with its name for an "it" that points at nothing."""
    found = points_at_nothing(text)
    name = used_name(company)
    if found is None or not found.start() or found.group().casefold() != "it" or not name:
        return text
    used = topic in ("used", "experience", "duration")
    return f"{text[: found.start()]}{name}{text[found.end() :]}" if used else text


def _said_of(note: Note, topic: str, company: str, person: str) -> str:
    """What an answer says behind its yes or no, "" where it says nothing more."""
    body = in_first_person(_plain(note.body), person)
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
    """What follows a yes or a no, with the product's name where "it" is what was asked for."""
    name = used_name(company)
    first, dot, rest = body.partition(". ")
    if not name or name in first:
        return body
    return re.sub(data()["product_it"], rf"\1 {name}", first, count=1) + dot + rest


def _finished(sentence: str) -> bool:
    """Whether words are a sentence of their own, with subject and verb."""
    words = sentence.split()
    if len(words) < _FEWEST_WORDS or sentence.endswith("?"):
        return False
    first = bare(words[0])
    if first == "that" and is_in(words[1], "finite"):
        return True
    if is_in(first, "relatives") or first in ("that", "because"):
        return _is_fronted(sentence)
    if _says_who(words, 0) or first in ("my", "our"):
        return True
    if _PERSON_DID.match(sentence):
        return True
    if leading_verb(words) in (Form.PAST, Form.BASE):
        return False
    if is_in(first, "prepositions") or first in _TIMES:
        return _is_fronted(sentence) or _has_subject_behind(words)
    says_who = any(_says_who(words, index) for index in range(1, len(words)))
    return is_sentence(words) or _is_fronted(sentence) or (says_who and first in _TIMES)


def _has_subject_behind(words: Sequence[str]) -> bool:
    """Whether behind their first word words have a subject with its verb: "On the day of the storm
    the crew came", but not "From my sister, who works there".
    """
    for index in range(1, len(words)):
        verb = main_verb(words[index:]) if is_in(words[index], "objects") else None
        verb = verb if verb is not None else 1 if _says_who(words, index) and index > 1 else None
        between = words[index : index + verb] if verb is not None else ()
        if between and not any(is_in(word, "relatives") for word in between):
            return True
    return False


def _says_who(words: Sequence[str], index: int) -> bool:
    """Whether a pronoun with its verb stands at a word ("I use", "we've", "they were")."""
    word = bare(words[index])
    if word.partition("'")[0] in _PRONOUNS and "'" in word:
        return True
    following = bare(words[index + 1]) if index + 1 < len(words) else ""
    verb = is_in(following, "finite") or is_in(following, "adverbs") or following.endswith("ly")
    return word in _PRONOUNS and (verb or bool(forms_of(following)))


_FEWEST_WORDS = 3
_PERSON_DID = re.compile(
    r"^(?:The|An?|One|Their|Your) (?:[a-z]+ )?[a-z]+(?:er|or|ist|ian|man|woman|rse) "
    r"(?:[a-z]+ed|came|went|sat|took|gave|made|knew|told|saw|held|kept|stood) "
    r"(?:till|until|with|for|to|at|on|in|me|us|my|our|the|a|an|me|every)\b"
)
"""What somebody did, told as a sentence: "The director stayed till …"."""
_PRONOUNS = frozenset({"i", "we", "you", "he", "she", "it", "they"})
_TIMES = frozenset({"every", "each", "last", "one", "once", "then", "today", "now", "most", "when"})


def _is_fronted(sentence: str) -> bool:
    """Whether a sentence has something before its subject: "As a user, I've experienced …"."""
    _, comma, rest = sentence.partition(", ")
    words = rest.split()
    if not comma or not words:
        return False
    return _says_who(words, 0) or bare(words[0]) in ("my", "our") or is_sentence(words)


_LEANING = frozenset(
    [
        "he",
        "she",
        "it",
        "they",
        "this",
        "that",
        "these",
        "those",
        "then",
        "there",
        "so",
        "also",
        "but",
        "and",
        "however",
    ]
)


def _leans(sentence: str) -> bool:
    """Whether a sentence points back to one before it."""
    return bare(sentence.split(maxsplit=1)[0]) in _LEANING


# How long: joined to the sentence that tells of the use


def _with_duration(
    said: list[_Said], notes: Sequence[Note], company: str, left: dict[str, str], *, used: bool
) -> list[_Said]:
    """The sentences with how long it lasted, inside the one that tells of the use or before it."""
    lasting = [
        n for n in notes if topic_of_question(n.label) == "duration" and is_duration(_plain(n.body))
    ]
    if not lasting:
        return said
    note = lasting[0]
    phrase = duration_phrase(_plain(note.body))
    for number, one in enumerate(said):
        joined = _joined(one.text, phrase, company)
        if joined is not None:
            left.pop(note.id, None)
            said[number] = replace(one, text=joined, notes=(*one.notes, note.id), own=False)
            return said
    for number, one in enumerate(said):
        of_use = one.topic in ("used", "experience")
        still = _and_still(one.text, phrase) if of_use else ""
        lasting_text = one.text if of_use and _LASTING.search(one.text) else still
        if lasting_text:
            left.pop(note.id, None)
            own = one.own and lasting_text == one.text
            said[number] = replace(one, text=lasting_text, notes=(*one.notes, note.id), own=own)
            return said
    alone = complete(note.label, _plain(note.body), company, used=used)
    if alone is not None:
        left.pop(note.id, None)
        text = stopped(capital(alone))
        first = next((i for i, one in enumerate(said) if one.topic in ("experience", "used")), 0)
        said.insert(first, _Said(text, (note.id,), "duration", -1, 0, own=False))
    return said


def _joined(sentence: str, phrase: str, company: str) -> str | None:
    """A sentence "I've used Etsy …" with how long behind what was used, None for any other."""
    found = _USED.match(sentence)
    if found is None or _LASTING.search(sentence):
        return None
    rest = sentence[found.end() :]
    names = (company, f"{company}'s", "it", "your product", "your products", "your service")
    name = next((n for n in names if n and re.match(rf"{re.escape(n)}\b", rest)), None)
    if name is None:
        return None
    have = "I've used" if found[1] == "I've" else "I have used"
    have = have.replace("used", "been using") if found[3] == "been using" else have
    tail = _LONE_BOTH.sub(r"\1", rest[len(name) :])
    return f"{have} {name} {phrase}{tail}"


def _and_still(sentence: str, phrase: str) -> str:
    """A sentence about what goes on with how long it has: "… gets its pallets from you, and has
    since May 2020"; "" for any other.
    """
    words = sentence.rstrip(".").split()
    at = main_verb(words)
    if at is None or "," in sentence or any(is_in(word, "relatives") for word in words):
        return ""
    forms = forms_of(bare(words[at]))
    perfect = at + 1 < len(words) and Form.PARTICIPLE in forms_of(bare(words[at + 1]))
    if Form.PAST in forms or not forms & {Form.THIRD, Form.BASE} or perfect:
        return ""
    have = "has" if Form.THIRD in forms else "have"
    return f"{sentence.rstrip('.')}, and {have} {phrase}."


# Which ones


def _choose(said: Sequence[_Said], about: frozenset[str]) -> tuple[_Said, ...]:
    """The sentences that a paragraph has room for, the best found first, in the answers' order.

    Of one answer a later sentence is told only behind those before it.
    """
    chosen: list[_Said] = []
    while True:
        open_ones = [
            one
            for one in said
            if one not in chosen
            and sum(other.notes[0] == one.notes[0] for other in chosen) == one.depth
        ]
        if not open_ones:
            break
        best = max(open_ones, key=lambda one: _worth(one, about))
        words = sum(len(one.text.split()) for one in (*chosen, best))
        if chosen and words > MOST_WORDS:
            break
        chosen.append(best)
    order = {one.text: number for number, one in enumerate(said)}
    return tuple(sorted(chosen, key=lambda one: order[one.text]))


def _worth(one: _Said, about: frozenset[str]) -> float:
    worth = _WORTH.get(one.topic, _PROSE_WORTH)
    near = min(len(_stems(one.text) & about), _MOST_NEAR)
    later = 1.0 if one.topic == "prose" else _LATER_WORTH**one.depth
    return worth * later + _NEAR_WORTH * near


def _stems(text: str) -> frozenset[str]:
    lists = phrase_words()
    return frozenset(
        word.stem
        for word in split_words(text)
        if word.written.casefold() not in lists.fillers | lists.breaks | lists.instructions
    )
