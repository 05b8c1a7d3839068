"""A sentence of a bullet as a clause in the first person, by the kind of its first words."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from lapel.letter.english.finite import has_object, is_sentence
from lapel.letter.english.participles import is_passive
from lapel.letter.english.verbs import leading_verb
from lapel.letter.english.words import (
    bare,
    base_of,
    begun_small,
    is_counted_noun,
    is_in,
    is_number,
    keeps_capital,
    lowered,
)
from lapel.letter.telling.bullets.chains import fit_last_part, join_chain
from lapel.letter.telling.bullets.joining import is_outcome, join_segments, split_segments
from lapel.letter.telling.bullets.measures import read_went
from lapel.letter.telling.bullets.subjects import is_change
from lapel.letter.telling.bullets.verbal import read_verbal
from lapel.letter.telling.bullets.verbless import NO_VERB, read_verbless
from lapel.letter.telling.clauses import Clause, Subject, Unread
from lapel.text.articles import choose_article
from lapel.text.common import is_counted, is_noun, is_plural
from lapel.text.numbers import YEAR
from lapel.text.regexes import regex
from lapel.text.verbs import Form, forms_of

_SO = regex(r", so (?P<deed>[a-z].*)$")
_BY_ME = regex(r"\bby (?:me|us)\b")
_DATED = regex(rf"^(?P<when>(?:In|By) (?:[A-Z][a-z]+ )?{YEAR}) (?P<said>\w.*)$")
_FEWEST_WORDS = 2
_FIRST_PERSON = frozenset({"i", "i've", "i'm", "i'd"})
_OURS = frozenset({"we", "my", "our", "we've", "we're"})


def read_sentence(text: str, *, ended: bool) -> Clause | Unread:
    """Read a sentence with all that is joined to it as one clause, or say why not."""
    if len(text.split()) < _FEWEST_WORDS and "-" not in text:
        return Unread("it says too little")
    segments = split_segments(text)
    head = read_clause(segments[0].text, ended=ended)
    if isinstance(head, Unread):
        return _read_after_colon(text, ended=ended) or head
    return join_segments(_join_strung(head), segments[1:], ended=ended)


def _join_strung(clause: Clause) -> Clause:
    """Join what follows a clause's commas to it."""
    if clause.subject is Subject.PERSON:
        return replace(clause, text=join_chain(clause.text))
    if clause.subject is Subject.WORK:
        return replace(clause, text=fit_last_part(clause.text))
    return replace(clause, text=_SO.sub(_add_i_behind_so, clause.text))


def _add_i_behind_so(found: re.Match[str]) -> str:
    """Add the "I" of a deed behind what led to it: "doors were most of it, so rebuilt 46"."""
    deed = found["deed"].split()
    mine = leading_verb(deed) is Form.PAST and has_object(deed, 0)
    return f", so I {found['deed']}" if mine else found.group()


def _read_after_colon(text: str, *, ended: bool) -> Clause | None:
    """Read what is behind a colon if the words before it only set the scene, else None."""
    before, colon, after = text.partition(": ")
    scene = before.split()
    if not colon or any(is_number(word) for word in scene) or any(map(keeps_capital, scene[1:])):
        return None
    words = after.split()
    if not is_sentence(words) and leading_verb(words) is not Form.PAST:
        return None
    said = read_sentence(after, ended=ended)
    return None if isinstance(said, Unread) else said


def read_clause(text: str, *, ended: bool) -> Clause | Unread:
    """Read the first clause of a bullet by the kind of its first words."""
    words = text.split()
    if said := _read_said_so(text, words, ended=ended):
        return said
    if is_in(words[0], "relatives") and "," not in text:
        return _read_after_event(words) or Unread("it is no sentence by itself")
    fronted = _read_fronted(text, ended=ended)
    if fronted is not None:
        return fronted
    went = read_went(text, ended=ended)
    if went is not None:
        return went
    if _is_described_thing(words):
        has = f"{'had' if ended else 'have'} {choose_article(text)} {lowered(text)}"
        return Clause(Subject.PERSON, has)
    adverbs = _count_leading_adverbs(words)
    form = leading_verb(words[adverbs:])
    if form is Form.GERUND and is_change(words):
        form = None  # "Marketing spend reduced from …"
    if len(words) > 2 and form is Form.PAST and (is_outcome(words) or _is_of_work(words)):
        return Clause(Subject.WORK, begun_small(text))
    if form is not None:
        return read_verbal(text, adverbs, form, ended=ended)
    return read_verbless(text, ended=ended)


def _read_said_so(text: str, words: Sequence[str], *, ended: bool) -> Clause | Unread | None:
    """Read a clause whose first word says whose it is ("I", "our"); None for others."""
    first = bare(words[0])
    if _BY_ME.search(text):
        return Unread("it says of itself who did it")
    if first in _FIRST_PERSON and len(words) > 1:
        return _read_first_person(text)
    if first in _OURS:
        return Clause(Subject.OTHER, lowered(text))
    if first == "been" and len(words) > 2:
        return Clause(Subject.PERSON, f"{'was' if ended else 'have been'} {' '.join(words[1:])}")
    if is_in(first, "refusing") and len(words) > 2:
        said = is_in(first, "refused") or not ended
        return Clause(Subject.PERSON, begun_small(text)) if said else Unread(NO_VERB)
    return None


def _read_first_person(text: str) -> Clause:
    """Read a clause that says "I" itself."""
    first, _, rest = text.partition(" ")
    if "'" in first or "’" in first:
        return Clause(Subject.OTHER, text)
    return Clause(Subject.PERSON, rest)


def is_personal(text: str) -> bool:
    """Tell whether the first word of a sentence is "I", "we" or the like."""
    return bare(text.split(maxsplit=1)[0]) in _FIRST_PERSON | _OURS


def _is_of_work(words: Sequence[str]) -> bool:
    """Tell whether a verb has the work as its subject: "Involved weekly trips"."""
    return is_in(words[0], "done_by_work") and not is_in(words[1], "prepositions")


def _read_after_event(words: Sequence[str]) -> Clause | None:
    """Read a sentence behind an event, without a comma: "After the fire the river rose"."""
    if not is_in(words[0], "prepositions_too"):
        return None
    for index in range(2, len(words) - 1):
        begins = bare(words[index]) in ("the", "my", "our", "we", "i")
        before = [bare(word) for word in words[1:index]]
        named = is_noun(before[-1]) or is_number(before[-1])
        if not begins or not is_sentence(words[index:]) or not named:
            continue
        if any(is_in(word, "finite") or is_in(word, "personal") for word in before):
            return None
        front = lowered(" ".join(words[:index]))
        if words[index] == "I":
            return Clause(Subject.PERSON, f"{' '.join(words[index + 1 :])} {front}")
        return Clause(Subject.OTHER, lowered(" ".join(words[index:])), front)
    return None


def _is_described_thing(words: Sequence[str]) -> bool:
    """Tell whether words begin with a thing and how it was: "Fully booked column".

    As the object of a deed it would have an article.
    """
    if len(words) <= 2 or not is_in(words[0], "degrees"):
        return False
    thing = bare(words[2])
    one = is_counted_noun(thing) and is_counted(thing) and not is_plural(thing)
    return one and Form.PARTICIPLE in forms_of(bare(words[1]))


def _count_leading_adverbs(words: Sequence[str]) -> int:
    """Count the adverbs before the first verb ("Also", "Successfully"); 0 if there is no verb."""
    how = len(words) > 2 and is_in(words[0], "degrees") and is_in(words[1], "conditions")
    if how and is_in(words[2], "prepositions"):
        return 0  # "Highly trained in first aid"
    for index, word in enumerate(words[:3]):
        if index and leading_verb(words[index:]) is not None:
            return index
        says_how = bare(word).endswith("ly") and len(word) > 4 and not is_in(word, "rates_ly")
        of_some = not index and bare(word) in ("half", "both", "each", "most")
        if of_some or (not says_how and not is_in(word, "adverbs")):
            return 0
    return 0


def _read_fronted(text: str, *, ended: bool) -> Clause | Unread | None:
    """Read a clause behind words that set it in time or place: "In 2015, rebuilt …"; else None."""
    words = text.split()
    first = bare(words[0])
    placing = is_in(first, "prepositions")
    doing = Form.GERUND in forms_of(first) and not placing
    setting = placing or first in ("to", "when", "once", "while", "because", "since")
    if not (setting or doing or is_passive(words)):
        return None
    if (dated := _DATED.match(text)) and leading_verb(dated["said"].split()) is Form.PAST:
        said = read_clause(dated["said"], ended=ended)
        return said if isinstance(said, Unread) else replace(said, front=lowered(dated["when"]))
    for index, word in enumerate(words[:-1]):
        if not word.endswith(","):
            continue
        rest = words[index + 1 :]
        front = " ".join(words[: index + 1])[:-1]
        if doing and (leading_verb(rest) is Form.BASE or _is_done_to_thing_before(rest)):
            return None
        if bare(rest[0]) in ("i", "we") or _begins_deed(rest, ended=ended):
            said = read_clause(" ".join(rest), ended=ended)
        elif first == "from" and " to " in front:
            return None  # what went: "From paper to tablets in one winter, two depots converted"
        elif placing and is_sentence(rest) and leading_verb(rest) is None:
            said = Clause(Subject.OTHER, lowered(" ".join(rest)))
        else:
            continue
        if isinstance(said, Clause) and said.subject in (Subject.PERSON, Subject.OTHER):
            return replace(said, front=lowered(front))
    return None


def _is_done_to_thing_before(words: Sequence[str]) -> bool:
    """Tell whether a participle without object describes a thing before it ("aimed at …")."""
    if len(words) < _FEWEST_WORDS or Form.PARTICIPLE not in forms_of(bare(words[0])):
        return False
    without = is_in(words[1], "prepositions") or bare(words[1]) == "to"
    return without and not is_in(base_of(bare(words[0])), "intransitive")


def _begins_deed(words: Sequence[str], *, ended: bool) -> bool:
    """Tell whether words after a comma are a deed, not one more thing of a list."""
    start = _count_leading_adverbs(words)
    form = leading_verb(words[start:])
    if form is Form.PAST:
        following = bare(words[start + 1]) if start + 1 < len(words) else ""
        return not (Form.PARTICIPLE in forms_of(bare(words[start])) and following in ("by", "from"))
    return form is Form.BASE and not ended
