"""The parts of a bullet behind a semicolon or a dash, joined to what was said first.

A part with its own subject stays as it is, a further deed gets its "and" or its "I", a measure
without a verb becomes a phrase with "with".
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from msgspec import Struct
from msgspec.structs import replace

from lapel.letter.english.completing import with_articled_object
from lapel.letter.english.finite import has_object, main_verb, may_be_sentence
from lapel.letter.english.noun_or_verb import is_done_to_thing
from lapel.letter.english.noun_phrases import head_word
from lapel.letter.english.participles import is_passive
from lapel.letter.english.tense import to_base
from lapel.letter.english.verbs import leading_verb
from lapel.letter.english.vocabulary import word_list
from lapel.letter.english.words import bare, begun_small, counts, is_in, is_number, lowered
from lapel.letter.telling.bullets.chains import join_chain
from lapel.letter.telling.bullets.subjects import own_sentence
from lapel.letter.telling.bullets.verbless import read_verbless
from lapel.letter.telling.clauses import Clause, Subject, Unread
from lapel.text.articles import choose_article
from lapel.text.common import is_noun, is_plural
from lapel.text.regexes import regex
from lapel.text.verbs import Form, forms_of

_SEPARATOR = regex(r"(;\s+|\s+(?:--?|[–—])\s+|(?<=\w)—(?=\w))(?![^()]*\))")
_MEASURED = regex(r"\d")
_NONE = ("zero", "no")
_LONG_WORDS = 6
_BE = frozenset({"is", "are", "was", "were"})
_ONE_AND_OTHER = regex(r"^\w+ [a-z]+\b.*, (?:and )?the (?:others?|second|third|rest) [a-z]+")
"""What became of each of several: "one qualified in 2023, and the other sits her finals"."""
_JOINED = regex(r"^(?:and|then|and then|but|yet|so)\s", re.IGNORECASE)


class Segment(Struct, frozen=True):
    """A part of a bullet and the mark before it: "", ";" or "–"."""

    mark: str
    text: str


def split_segments(text: str) -> tuple[Segment, ...]:
    """Split a sentence at its semicolons and dashes, in order."""
    pieces = _SEPARATOR.split(text)
    marks = ["", *(";" if ";" in mark else "–" for mark in pieces[1::2])]
    return tuple(
        Segment(mark, piece.strip().rstrip(","))
        for mark, piece in zip(marks, pieces[::2], strict=True)
        if piece.strip()
    )


def join_segments(head: Clause, rest: tuple[Segment, ...], *, ended: bool) -> Clause | Unread:
    """Join a clause with all behind its semicolons and dashes, or say why not."""
    text = head.text
    for number, segment in enumerate(rest):
        dashed = segment.mark == "–"
        inserted = dashed and number + 1 < len(rest) and rest[number + 1].mark == "–"
        if inserted or (dashed and number and rest[number - 1].mark == "–"):
            text += f" – {segment.text}"  # an aside between two dashes stands as it is
            continue
        joined = _join(head, text, segment, alone=len(rest) == 1, ended=ended)
        if isinstance(joined, Unread):
            return joined
        text = joined
    return replace(head, text=text)


def _join(head: Clause, text: str, segment: Segment, *, alone: bool, ended: bool) -> str | Unread:
    said = _to_first_person(segment.text) if head.subject is Subject.PERSON else segment.text
    words = said.split()
    mark = " –" if segment.mark == "–" else ";"
    conjunction = _JOINED.match(said)
    if conjunction:
        further = leading_verb(said[conjunction.end() :].split()) in _DEEDS
        mark = "" if further and head.subject is Subject.PERSON else mark
        return f"{text}{mark} {begun_small(said)}"
    form = leading_verb(words[_count_adverbs_before_past(words) :])
    phrase = _join_said_besides(head, text, said, ended=ended) or _join_phrase(
        words, form, segment.mark
    )
    if phrase is not None:
        return f"{text}{phrase}"
    if _has_own_subject(words):
        return f"{text}{mark} {lowered(said)}"
    if form in (None, Form.GERUND, Form.PARTICIPLE) and (whole := own_sentence(said)):
        return f"{text}{mark} {whole}"
    if segment.mark == "–" and is_in(words[0], "checked") and is_done_to_thing(words):
        return f"{text} – {lowered(said)}"  # "Supervise three – file reviews every fortnight"
    if form in _DEEDS and not _describes_thing_before(words):
        return _join_further_deed(head, text, said, form, alone=alone, ended=ended)
    counted = counts(words[0]) and len(words) > 2 and _describes_what_follows(words[1])
    if form is not Form.GERUND and not counted and may_be_sentence(words):
        return f"{text}{mark} {lowered(said)}"
    if form in (Form.BASE, Form.THIRD):
        return Unread("its parts do not belong to one sentence")
    if form is Form.GERUND and head.subject is Subject.WORK and _includes_one_doing(text):
        return f"{text} and {begun_small(said)}"
    return f"{text}{_join_verbless(words, form, segment.mark)}"


def _to_first_person(said: str) -> str:
    """Return a deed told of a third person as the writer's: "handles calls" as "handle calls"."""
    third = leading_verb(said.split()) is Form.THIRD
    return (to_base(said) or said) if third else said


def _count_adverbs_before_past(words: Sequence[str]) -> int:
    """Return 1 if an adverb is before a past and its object ("directly mentored …"), else 0."""
    how = len(words) > 2 and bare(words[0]).endswith("ly") and not is_in(words[0], "rates_ly")
    return 1 if how and leading_verb(words[1:]) is Form.PAST and has_object(words, 1) else 0


def _join_said_besides(head: Clause, text: str, said: str, *, ended: bool) -> str | None:
    """Return words about what went before, with what joins them; None for other words.

    They tell what came of a deed, what was done with a thing, or what the person was as well.
    """
    words = said.split()
    came = is_outcome(words) or _says_went(words) or _says_was_so_much(words)
    if came and head.subject is not Subject.OTHER and ";" not in text:
        return f", which {begun_small(said)}"
    if state := _read_also_was(words, ended=ended):
        return f"; I {state}"
    measure, _, deed = said.partition(", ")
    then = deed.split()
    if head.subject is Subject.PERSON and counts(words[0]) and leading_verb(then) is Form.PAST:
        sure = Form.PARTICIPLE not in forms_of(bare(then[0])) or is_in(then[0], "getting")
        return f", with {measure}; I {deed}" if sure else None
    return f", {begun_small(said)}" if is_done_with_thing(words) else None


def _says_went(words: Sequence[str]) -> bool:
    """Tell whether words say how a thing grew or fell: "a family breakfast – went from 5 to 30"."""
    measured = len(words) > 2 and bare(words[1]) == "from" and is_number(words[2])
    return measured and is_in(words[0], "went")


def _says_was_so_much(words: Sequence[str]) -> bool:
    """Tell whether words say how much a thing was: "$3.1M gross; was $2.2M when I came"."""
    return len(words) > 1 and bare(words[0]) in ("was", "were") and words[1][0] in "$£€"


def is_outcome(words: Sequence[str]) -> bool:
    """Tell whether words say what came of what was done before ("resulted in …", "led to …")."""
    return " ".join(map(bare, words[:2])) in ("resulted in", "led to") and len(words) > 2


def is_done_with_thing(words: Sequence[str]) -> bool:
    """Tell whether words say what was done with the thing before them ("used during a talk")."""
    after = len(words) > 2 and (is_in(words[1], "things_done_after") or bare(words[1]) == "during")
    return after and is_in(words[0], "things_done") and not is_passive(words)


def _read_also_was(words: Sequence[str], *, ended: bool) -> str:
    """Return what somebody was as well ("also responsible for training"), "" for other words."""
    also = bare(words[0]) == "also"
    if len(words) < 3 or not is_in(words[1 if also else 0], "conditions"):
        return ""
    was = read_verbless(" ".join(words[1:] if also else words), ended=ended)
    if isinstance(was, Unread) or was.subject is not Subject.PERSON:
        return ""
    verb, _, rest = was.text.partition(" ")
    return f"{verb} also {rest}" if also else was.text


def _includes_one_doing(text: str) -> bool:
    """Tell whether work included a single doing: "included supervising student workers"."""
    words = text.split()
    return Form.GERUND in forms_of(bare(words[1])) and "," not in text and " and " not in text


def _describes_what_follows(word: str) -> bool:
    """Tell whether a participle behind a number describes its noun ("three rejected loads")."""
    return Form.PARTICIPLE in forms_of(bare(word)) and not is_noun(bare(word))


def _join_phrase(words: list[str], form: Form | None, mark: str) -> str | None:
    """Return words whose first ones begin no clause, with what joins them; None for other words."""
    said = " ".join(words)
    if bare(words[0]) in _NONE and len(words) < _LONG_WORDS:
        return f", with {lowered(said)}"
    if _is_adverb_of_participle(words):
        return f", {lowered(said)}"
    if mark == "–" and form is None and (went := _insert_went(words)):
        return f" – {lowered(went)}"
    return None


def _join_verbless(words: list[str], form: Form | None, mark: str) -> str:
    """Return words without a verb, or with one that only describes, with what joins them."""
    said = " ".join(words)
    listed = mark == "–" and ", " in said  # "acting up as sister – off duty, bed meetings"
    opens = is_in(words[0], "prepositions") and not _is_quantified(words)
    if form is not None or (opens and not listed):
        return f", {lowered(said)}"
    if mark == "–" and not is_number(words[0]):
        return f" – {lowered(said)}"
    if _may_tell(words) or _does_now(words) or _is_told_of_some(words):
        return f"; {lowered(said)}"
    if _only_lists(said):
        return ""
    if counts(words[0]) and len(words) > 1 and is_in(bare(words[1]).removesuffix("s"), "rates"):
        return f" – {lowered(said)}"
    return f", with {join_chain(_to_measure(said)).replace(', with ', ' and ')}"


def _only_lists(said: str) -> bool:
    """Tell whether words only list bare things ("rota, edits, tears"), which no letter needs."""
    parts = said.split(", ")
    return (
        len(parts) > 2
        and all(len(part.split()) < 3 for part in parts)
        and not _MEASURED.search(said)
    )


def _may_tell(words: list[str]) -> bool:
    """Tell whether words that begin like a noun are likely a sentence ("a judge read from two")."""
    if not is_in(words[0], "objects") or counts(words[0]) or is_in(words[0], "relatives"):
        return False
    return any(
        Form.PAST in forms_of(bare(word))
        and (bare(after) != "by" or is_number(then))
        and (is_noun(bare(before)) or bare(before) == "one")
        for before, word, after, then in zip(
            words[1:], words[2:], [*words[3:], ""], [*words[4:], "", ""], strict=False
        )
    )


def _does_now(words: list[str]) -> bool:
    """Tell whether several do something today: "principals price from it now"."""
    several = words[0] if not counts(words[0]) else ""
    for who, verb, after in zip(words, words[1:], words[2:], strict=False):
        if is_plural(bare(who)) and Form.BASE in forms_of(bare(verb)):
            return is_in(after, "prepositions") or is_in(after, "objects")
        if several or is_in(verb, "prepositions"):
            return False
    return False


def _is_told_of_some(words: Sequence[str]) -> bool:
    """Tell whether words are a sentence by a verb that is nothing else.

    "74% end in an agreement" (several do not take a noun in the singular) and "seasonal drift in
    those went from 12 to 4" are.
    """
    if len(words) > 2 and counts(words[0]) and is_in(words[2], "prepositions"):
        plain = Form.BASE in forms_of(bare(words[1])) and not is_plural(bare(words[1]))
        if plain and bare(words[2]) != "of":
            return True
    main = takewhile(lambda word: not is_in(word, "relatives"), words[1:])
    return any(bare(word) in _BE or forms_of(bare(word)) == {Form.PAST} for word in main)


def _insert_went(words: list[str]) -> str | None:
    """Put "went" between a thing and its measures: "time on task from 4 to 9"; else None."""
    at = next((i for i in range(1, len(words) - 3) if bare(words[i]) == "from"), None)
    if at is None or not is_number(words[at + 1]) or bare(words[at + 2]) != "to":
        return None
    return " ".join([*words[:at], "went", *words[at:]])


def _is_adverb_of_participle(words: list[str]) -> bool:
    """Tell whether words say what became of the thing before them.

    "Later used district-wide" and "now in the handbook" do.
    """
    if len(words) < 2 or not (is_in(words[0], "adverbs") or bare(words[0]) == "now"):
        return False
    done = Form.PARTICIPLE in forms_of(bare(words[1])) and not has_object(words, 1)
    return done or (is_in(words[1], "prepositions") and bare(words[1]) != "of")


def _has_own_subject(words: list[str]) -> bool:
    """Tell whether words have their own subject ("it …", "my team …", "about 640 people …")."""
    if counts(words[0]) and _ONE_AND_OTHER.search(" ".join(words)):
        return True
    if is_in(words[0], "personal") or bare(words[0]) in ("my", "our", "it's", "i'm", "we're"):
        return True
    return _is_quantified(words) and (
        main_verb(words[1:]) is not None or may_be_sentence(words[1:])
    )


def _is_quantified(words: list[str]) -> bool:
    return is_in(words[0], "quantifying") and len(words) > 1 and is_number(words[1])


_DEEDS = (Form.PAST, Form.BASE)


def _describes_thing_before(words: list[str]) -> bool:
    """Tell whether a participle is of the thing before it ("adopted by the board")."""
    return (
        len(words) > 1
        and bare(words[1]) == "by"
        and bool(Form.PARTICIPLE in forms_of(bare(words[0])))
    )


def _join_further_deed(
    head: Clause, text: str, said: str, form: Form, *, alone: bool, ended: bool
) -> str | Unread:
    if form is Form.BASE and ended and Form.PAST not in forms_of(bare(said.split(maxsplit=1)[0])):
        return Unread("its verbs are in different tenses")
    deed = join_chain(with_articled_object(begun_small(said)))
    if is_passive(said.split()):
        deed = f"was {deed}"
    if ";" in text or "; " in deed:
        deed = deed.replace("; ", ", and ")
    if head.subject is Subject.OTHER and _is_done_by_thing(text.split(), said.split()):
        return f"{text} and {begun_small(said)}"
    if head.subject is Subject.PERSON and text.startswith("am ") and form is Form.PAST:
        text = f"was {text[3:]}"  # what was done as "superuser" is over
    state = text.startswith(("am ", "was "))
    plain = head.subject is Subject.PERSON and alone and not state
    if plain and " and " not in f"{text} {deed}" and "," not in f"{text}{deed}":
        return f"{text} and {deed}"
    return f"{text}; I {deed}"


def _is_done_by_thing(before: Sequence[str], said: Sequence[str]) -> bool:
    """Tell whether words behind a semicolon have the thing before it as subject.

    "Gala sold out; raised $2M" does: the gala raised it.
    """
    verb = main_verb(before)
    thing = verb is not None and is_in(head_word(before[:verb]), "drawing_things")
    return thing and is_in(said[0], "drawn")


def _to_measure(said: str) -> str:
    """Return a measure to follow "with": "12% increase" gets its article."""
    words = said.split()
    counted = any(bare(word) in word_list("counted_results") for word in words[1:3])
    if is_number(words[0]) and counted:
        return f"{choose_article(said)} {said}"
    return lowered(said)
