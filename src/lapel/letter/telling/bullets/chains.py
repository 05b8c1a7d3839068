"""What bullets string together with commas, joined as a sentence joins it.

Behind the first comma may be further deeds ("trained both shifts"), measures and states without a
verb ("2% replants", "alarms cut from 60 a night to 5"), and sentences of their own ("shop later
pulled six more"). A part that is none of these for certain stays as it is written, with all before
it; where a sure sentence is in the middle of others, the bullet is told up to it.
"""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from lapel.letter.english.completing import last_and_of_things, with_articled_object
from lapel.letter.english.finite import main_verb
from lapel.letter.english.noun_phrases import head_of
from lapel.letter.english.verbs import leading_verb
from lapel.letter.english.words import (
    bare,
    begun_small,
    counts,
    is_counted_noun,
    is_in,
    is_number,
    lowered,
)
from lapel.letter.telling.bullets.parts import (
    AVERAGE,
    Part,
    changed_at,
    is_count_done,
    is_relative,
    kind_of,
    measure_of,
    tells_done,
)
from lapel.letter.telling.bullets.subjects import own_sentence
from lapel.text.articles import choose_article
from lapel.text.common import is_adjective, is_noun, is_plural, is_small
from lapel.text.plurals import join_and
from lapel.text.regexes import regex
from lapel.text.verbs import Form, forms_of

_WORK = ("included ", "includes ")
_MEANS = ("average ", "median ", "mean ")
_STATES_OF_THINGS = frozenset({"back", "home", "live", "open", "clear"})
"""Words for a state that are nouns as well: "lines back in 19 days"."""
_BARE_AMOUNT = r"(?P<deed>[^,;$£€]{12,}), (?P<much>[$£€]\d[\d.,]*(?<=\d)[kKmMbB]?)"
_COMMA = regex(r", (?![^()]*\))")
_JOINING = frozenset({"and", "or", "but", "then", "so", "yet", "nor"})
_FEWEST_HEAD_WORDS = 2
_FEWEST_MEASURE_WORDS = 3
_LONGEST_MEASURE_WORDS = 12
_LONGEST_BARE_WORDS = 2
_LONGEST_NAME_WORDS = 4


def join_chain(text: str) -> str:
    """Return a clause without its subject, with the parts after its commas joined to it."""
    if (listed := _as_list(text)) is not None:
        return listed
    if amount := re.fullmatch(_BARE_AMOUNT, text):
        return f"{amount['deed']} ({amount['much']})"
    first, *rest = _join_participles(_COMMA.split(text))
    if not rest or any(bare(part.split(maxsplit=1)[0]) in _JOINING for part in rest):
        return text
    if bare_ends := _count_bare_ends(rest):
        if bare_ends == len(rest) and _ends_with_thing(
            first, many=all(part != part.lower() for part in rest)
        ):
            return join_and([first, *rest])
        rest = rest[: len(rest) - bare_ends]
    return _join_parts(first, rest, text)


def _join_parts(first: str, rest: list[str], text: str) -> str:
    """Return what is before the first comma, joined with the parts after it that can be told."""
    told, kinds = _keep_tellable(first, rest)
    if not told and rest and ": " in first:
        return first.partition(": ")[0]  # of a list nothing or all is told
    plain = Part.OTHER in kinds and set(kinds) <= {Part.OTHER, Part.DEED}
    if told == rest and plain and _go_on_alike(first, rest):
        return join_and([first, *rest])
    rest = told
    start = len(kinds)
    while start and kinds[start - 1] is not Part.OTHER:
        start -= 1
    head = ", ".join([first, *rest[:start]])
    if len(head.split()) < _FEWEST_HEAD_WORDS and Part.DEED not in kinds[start:]:
        return text
    said = head
    for kind, run in groupby(zip(kinds[start:], rest[start:], strict=True), key=lambda p: p[0]):
        said = _join_kind(said, [part for _, part in run], kind)
    return said


def _join_participles(parts: list[str]) -> list[str]:
    """Join what was done to a number of things: "1,400 tiles lifted, cleaned and reset"."""
    whole = parts[:1]
    for part in parts[1:]:
        if len(whole) > 1 and is_count_done(whole[-1]) and tells_done(part.split()):
            whole[-1] += f", {part}"
        else:
            whole.append(part)
    return whole


def _as_list(text: str) -> str | None:
    """Return a list with its missing last "and" put in, or None if the text is not a list."""
    if (listed := last_and_of_things(text)) is not None:
        return listed
    first, *rest = _COMMA.split(text)
    colon = ": " in first and len(rest) > 1 and all(map(_is_short_thing, rest))
    return join_and([first, *rest]) if colon or _lists_one_more(first, rest) else None


def fit_last_part(text: str) -> str:
    """Rewrite a thing that work included so that a sentence or a state after its last comma fits.

    The sentence goes behind a semicolon; how much or in what state something was goes behind
    "with".
    """
    before, comma, last = text.rpartition(", ")
    kind = kind_of(last, before) if comma and "; " not in text else Part.OTHER
    simple = not re.search(r",| with |–", before) and not re.search(r"[()–]|\d[x×] ", f"{last} ")
    if kind is Part.STATE and simple:
        return _join_kind(before, [last], kind)
    return f"{before}; {_complete_sentence(last)}" if kind is Part.SENTENCE else text


def _keep_tellable(first: str, rest: list[str]) -> tuple[list[str], list[Part]]:
    """Return the parts that can be told, with their kinds.

    They end at the first part in doubt, or at a sentence that something else follows.
    """
    kinds = [kind_of(part, first) for part in rest]
    if any(is_relative(word) for part in (first, *rest) for word in part.split()):
        kinds = [_kind_in_relative(kind, part) for kind, part in zip(kinds, rest, strict=True)]
    for number, kind in enumerate(kinds):
        last = all(other is Part.SENTENCE for other in kinds[number:])
        if kind is Part.DOUBTFUL or (kind is Part.SENTENCE and not last):
            return rest[:number], kinds[:number]
    return rest, kinds


def _kind_in_relative(kind: Part, part: str) -> Part:
    """Return the kind of a part where a deed may be somebody else's.

    After "volunteers who answer questions" the part "test kits" may be theirs.
    """
    saves = is_in(part.split(maxsplit=1)[0], "saving")
    return Part.OTHER if kind is Part.DEED and not saves else kind


def _ends_with_thing(first: str, *, many: bool) -> bool:
    """Tell whether a list's first part ends in a preposition's thing ("patients on warfarin")."""
    words = first.split()
    near = _LONGEST_NAME_WORDS if many or words[-1][0].isupper() else _LONGEST_BARE_WORDS
    return any(
        bare(word) == "including"
        or (is_in(word, "prepositions") and not is_in(word, "quantifying"))
        for word in words[-1 - near : -1]
    )


def _go_on_alike(first: str, rest: Sequence[str]) -> bool:
    """Tell whether parts go on like the first, with commas alone.

    They are deeds in the present or the past, or things these are done to: "unlock at 6, lock at
    10", "manage two shops, train staff, order stock".
    """
    begin = [bare(part.partition(" ")[0]) for part in rest]
    alike = all(Form.BASE in forms_of(word) and not is_adjective(word) for word in begin)
    alike = alike and all(" " in part for part in rest)
    alone = not any(bare(word) in _JOINING for part in rest for word in part.split())
    if alone and leading_verb(first.split()) is Form.PAST:
        several = len(rest) > 1 and " and " not in first  # "prepped veg, baked, served"
        return several and all(Form.PAST in forms_of(part) for part in rest)
    return alike and alone and leading_verb(first.split()) is Form.BASE


def _is_short_thing(part: str) -> bool:
    """Tell whether a part of a list behind a colon only names something."""
    words = part.split()
    named = is_noun(bare(words[-1])) or "-" in words[-1]
    return len(words) <= _LONGEST_BARE_WORDS and not is_number(words[0]) and named


def _lists_one_more(first: str, rest: list[str]) -> bool:
    """Tell whether the only part behind a comma is one more of the things before it.

    "Tools to contractors, homeowners" is such a list.
    """
    if len(rest) != 1 or " and " in first.rpartition(" to ")[2]:
        return False
    words = rest[0].split()
    if bare(words[0]) in _JOINING:
        return False
    plural = len(words) <= _LONGEST_BARE_WORDS and is_plural(bare(words[-1]))
    plural = plural and (len(words) == 1 or leading_verb(words) is None) and words[0].islower()
    last = first.rsplit(maxsplit=1)[-1]
    return plural and is_plural(bare(last)) and _ends_with_thing(first, many=False)


def _count_bare_ends(rest: list[str]) -> int:
    """Count the bare things strung on at the end ("…, capno, Doppler, arterial lines").

    A single one counts as 0.
    """
    bare_ends = 0
    for part in reversed(rest):
        words = part.split()
        thing = len(words) <= _LONGEST_BARE_WORDS and not any(map(_cannot_name_thing, words))
        thing = thing and (words[0][0].isupper() or leading_verb(words) is None)
        if not thing and not _is_name(words):
            break
        bare_ends += 1
    return bare_ends if bare_ends > 1 else 0


def _is_name(words: Sequence[str]) -> bool:
    """Tell whether words are the name of a product or a firm: "ASP.NET 3.5", "Proctor & Gamble"."""
    capitals = all(word[0].isupper() or word == "&" or is_number(word) for word in words)
    return capitals and words[0][0].isupper() and len(words) <= _LONGEST_NAME_WORDS


def _cannot_name_thing(word: str) -> bool:
    """Tell whether a word cannot be in a bare thing's name: a number, a verb, "of", "quickly"."""
    if is_number(word) or is_small(bare(word)) or is_in(word, "prepositions"):
        return True
    if word[0].isupper():
        return False
    return not is_noun(bare(word)) and bool(forms_of(bare(word)) or bare(word).endswith("ly"))


def as_measure(text: str) -> str | None:
    """Return a short text on how much or how many, to follow "with"; None for other texts."""
    words = text.split()
    if len(words) < _FEWEST_MEASURE_WORDS or len(words) > _LONGEST_MEASURE_WORDS or ";" in text:
        return None
    first, *rest = _COMMA.split(lowered(text))
    if not counts(words[0]) and bare(words[0]) not in ("no", "zero"):
        return None
    if kind_of(first, "") is not Part.STATE or len(rest) > 1:
        return None
    return ", ".join([first, *rest])


def _join_kind(said: str, parts: list[str], kind: Part) -> str:
    match kind:
        case Part.DEED:
            return _join_deeds(said, [with_articled_object(begun_small(part)) for part in parts])
        case Part.STATE:
            bare_count = len(parts) == 1 and counts(parts[0].split(maxsplit=1)[0])
            done = bare_count and is_count_done(parts[0]) and " with " not in said
            if bare_count and not done and ", with " not in said and not said.startswith(_WORK):
                return f"{said}, {parts[0]}"  # "tested the system before it went live, 212 tickets"
            joint = " and " if ", with " in said else ", with "
            return f"{said}{joint}{join_and([_to_measure(part) for part in parts])}"
        case Part.RATE:
            return f"{said}, at {join_and(parts)}"
        case Part.SENTENCE:
            joint = ", and " if ";" in said else "; "
            return f"{said}{joint}{' and '.join(_complete_sentence(part) for part in parts)}"
        case _:
            return ", ".join([said, *(f"the {part}" for part in parts)])


def _complete_sentence(part: str) -> str:
    """Return a sentence with the words put back that bullets leave out."""
    said = own_sentence(part) or part
    words = said.split()
    verb = main_verb(words) or 0
    subject = [word for word in words[:verb] if not is_in(word, "adverbs")]
    measure = len(subject) == 1 and is_in(words[verb], "changes") and any(map(is_number, words))
    if (
        measure
        or not subject
        or is_small(bare(words[0]))
        or is_number(words[0])
        or words[0][0].isupper()
    ):
        return said
    return f"the {said}" if _lacks_the(subject) else said


def _lacks_the(subject: Sequence[str]) -> bool:
    """Tell whether a subject in the singular lacks its "the"."""
    head = bare(subject[-1])
    unknown = not is_noun(head) and not head.endswith(("s", "ing", "ness", "ance", "ence", "ion"))
    return is_counted_noun(head) or (unknown and len(subject) > 1)


def _join_deeds(said: str, deeds: list[str]) -> str:
    """Return the clause joined with the deeds that follow it."""
    first = said.split(maxsplit=1)[0]
    present = leading_verb(said.split()) is not Form.PAST and first not in ("was", "were")
    saves = is_in(deeds[0].split(maxsplit=1)[0], "saving")
    unclear = not saves and any(is_in(word, "relatives") for word in said.split())
    if (present and leading_verb(deeds[0].split()) is Form.PAST) or unclear:
        return f"{said}; I {_list_deeds(deeds)}"
    alone = all(" " not in part for part in (*said.split(", "), *deeds[:-1]))
    if _ends_list(deeds[-1], after=0 if alone else 1):
        return ", ".join([said, *deeds])
    if len(deeds) > 1:
        return ", ".join([said, _list_deeds(deeds)])
    plain = "," not in said and " and " not in f"{said} {deeds[0]}"
    return f"{said} and {deeds[0]}" if plain else f"{said}, and {deeds[0]}"


def _list_deeds(deeds: list[str]) -> str:
    if len(deeds) == 1:
        return deeds[0]
    if _ends_list(deeds[-1]):
        return ", ".join(deeds)
    comma = "," if len(deeds) > 2 or any(" and " in deed for deed in deeds) else ""
    return f"{', '.join(deeds[:-1])}{comma} and {deeds[-1]}"


def _ends_list(deed: str, after: int = 1) -> bool:
    """Tell whether an "and" before the last deed is there already, more than ``after`` words on."""
    words = deed.split()
    form = leading_verb(words)
    return any(
        bare(word) == "and"
        and index > after
        and (leading_verb(words[index + 1 :]) is form or bare(words[index + 1]).endswith("ed"))
        for index, word in enumerate(words[:-1])
    )


def _to_measure(part: str) -> str:
    """Return a measure or a state to follow "with", with its missing article."""
    if average := AVERAGE.match(part):
        return f"{choose_article(average['what'])} {average['what']} of {average['much']}"
    words = part.split()
    if is_number(words[0]) or is_small(bare(words[0])):
        return part
    if measured := measure_of(part):
        part = measured
        words = part.split()
    if at := changed_at(words):
        return f"the {part}" if is_counted_noun(bare(words[at - 1])) else part
    of_measure = any(
        is_in(after, "prepositions") and bare(word) == head_of(part)
        for word, after in pairwise(words)
    )
    head = head_of(part)
    lacks = of_measure and (
        (is_counted_noun(head) and head not in _STATES_OF_THINGS)
        or (part.startswith(_MEANS) and not is_plural(head))
    )
    return f"{choose_article(part)} {part}" if lacks else part
