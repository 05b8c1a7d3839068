"""Feelings and stances that a point asks to express: "excitement about …", "willingness to …"."""

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from lapel.letter.english.clauses import is_clause
from lapel.letter.english.forms import is_gerund_phrase, is_plural, to_base, to_gerund, words_of
from lapel.letter.english.noun_or_verb import may_be_pair
from lapel.letter.english.vocabulary import Feeling, feelings, pattern, word_list
from lapel.letter.english.words import capital, ends_as_task, is_in
from lapel.letter.points.frames import framed
from lapel.letter.points.model import Act, Part, Say, Side, Silence, Unsayable
from lapel.letter.points.saying.asking import Asked, seek
from lapel.letter.points.saying.requesting import is_meeting
from lapel.letter.points.sentences import said, with_article, with_the_occasion
from lapel.text.common import is_adjective
from lapel.text.regexes import regex

_FOR_A_POSITION = frozenset(("excitement", "enthusiasm", "interest"))
_SHARED = frozenset(("shared", "mutual", "common", "our"))
_A_JOB = r"an? (?:[\w'’-]+ ){0,3}(?:job|role|position|post) (?:where|that|which|with|in)\b"
"""A job that is wanted, which is no reason to apply."""
_ONE_THAT = regex(r"^an? (?:[\w-]+ ){1,2}(?:that|which|where|who)\b")
"""A company described by a clause: "a council that wishes to plant more than it fells"."""
_AS_WHO = regex(r"^(?P<felt>.+?), (?P<who>(?:both )?as (?:an?|the) [^,]+)$")
"""The role in which somebody feels so: "excitement about the library, as a parent of two"."""
_BECAUSE = regex(r",? (?:because|since) .+$")
"""A reason behind the opening in which somebody is interested."""
_ABLE = regex(r"^(?:my |the )?(?:ability|capacity) to (?P<what>.+)$")


class _Felt(Struct, frozen=True):
    """A feeling named: its noun with the adjectives before it, and what links it to its object."""

    noun: str
    feeling: Feeling
    adjectives: frozenset[str]
    link: str
    complement: str


def say_feeling(asked: Asked, text: str) -> tuple[Act, ...] | None:
    """Return the feeling that a noun phrase names, said; None if it is not the writer's."""
    also = _AS_WHO.match(text)
    acts = _say_felt(asked, also["felt"] if also else text)
    if acts is None:
        return None
    who = f"{capital(asked.mine(also['who']))}, " if also else ""
    return tuple(_add_who(act, who) if isinstance(act, Say) else act for act in acts)


def _add_who(act: Say, who: str) -> Say:
    """Return a sentence with ``who`` before its "I", and an echo turned into ", as in your"."""
    texts = [pattern("echoing").sub(", as in your ", text) for text in act.variants]
    texts = [f"{who}{text}" for text in texts if not who or text.startswith("I ")] or texts
    return replace(act, variants=tuple(texts))


def _say_felt(asked: Asked, text: str) -> tuple[Act, ...] | None:
    felt = None if asked.mine(text).casefold().startswith("your ") else _read_feeling(text)
    if felt is None:
        return None
    if felt.link and f" and {felt.link} " in felt.complement:
        return _say_felt_twice(asked, felt, text)
    if not felt.link or felt.link in ("and", "plus"):
        return _say_alone(asked, felt.noun, felt.feeling, text)
    linked = felt.link in word_list("feeling_prepositions")
    named, _, more = felt.complement.partition(" and ")
    if asked.opens and linked and _names_more(asked, named, more):
        return _say_felt(asked, f"{felt.noun} {felt.link} {more}")
    if felt.adjectives & _SHARED and (linked or felt.link == "to"):
        return framed("shared", asked.mine(felt.complement), noun=felt.noun, link=felt.link)
    lasting = sorted(felt.adjectives & word_list("kept_adjectives"))
    if linked and lasting:
        having = with_article(f"{lasting[0]} {felt.noun}")
        return framed("lasting", asked.mine(felt.complement), noun=having, link=felt.link)
    if felt.link == "to":
        return _say_to(asked, felt.feeling, felt.complement, text)
    if felt.link in ("that", "because", "since"):
        return _say_that(asked, felt.feeling, felt.complement, text)
    return _say_on(asked, felt.feeling, felt.complement, text) if linked else None


def _say_felt_twice(asked: Asked, felt: _Felt, text: str) -> tuple[Act, ...] | None:
    """Return a feeling for two things, said of each: "interest in the route and in its crew".

    Two things to do are one reason to apply.
    """
    one, _, other = felt.complement.partition(f" and {felt.link} ")
    if asked.opens and _names_more(asked, one, other):
        return _say_felt(asked, f"{felt.noun} {felt.link} {other}")
    if asked.opens and felt.feeling.draws and _tells_deed(one) and _tells_deed(other):
        chance = f"the chance to {to_base(asked.mine(one))} and to {to_base(asked.mine(other))}"
        return said(*_list_drawn_frames(asked, chance, plural=False)) or None
    named = asked.at_position() if asked.opens and _is_opening(asked, asked.mine(one)) else ""
    if named and felt.feeling.on and not _tells_deed(other):
        link = felt.feeling.on.rpartition(" ")[2]
        theirs = asked.mine(asked.with_you(other))
        return said(f"{felt.feeling.on} {named} and {link} {theirs}") or None
    before = text[: len(text) - len(felt.complement)]
    first = _say_felt(asked, f"{before}{one}") or ()
    noun = "enthusiasm" if felt.noun == "excitement" else felt.noun  # no word twice
    return (*first, *(_say_felt(asked, f"{noun} {felt.link} {other}") or ()))


def names_feeling_alone(text: str) -> bool:
    """Tell whether a text names a feeling and nothing it is for: "genuine enthusiasm"."""
    words = words_of(text)
    return words[-1] in feelings() and set(words[:-1]) <= word_list("feeling_adjectives")


def _read_feeling(text: str) -> _Felt | None:
    words = text.split()
    known = word_list("feeling_adjectives") | word_list("kept_adjectives")
    before = 0
    while before < len(words) and words[before].casefold().strip(",") in known:
        before += 1
    if before == len(words):
        return None
    noun, after = _find_noun(words, before)
    feeling = feelings().get(noun)
    if feeling is None or after + 1 == len(words):
        return None
    adjectives = frozenset(word.casefold().strip(",") for word in words[:before])
    link = words[after].casefold().strip(",") if after < len(words) else ""
    return _Felt(noun, feeling, adjectives, link, " ".join(words[after + 1 :]))


def _find_noun(words: list[str], index: int) -> tuple[str, int]:
    """Return the feeling's noun and the position after it.

    Of "interest in and enthusiasm for" and "passion and commitment" it is the last noun, which the
    complement goes with.
    """
    last = index
    for place in range(index, min(len(words), index + 6)):
        if words[place].casefold().strip(",") in feelings() and _is_joined(words, index, place):
            last = place
    return words[last].casefold().strip(",."), last + 1


def _is_joined(words: list[str], index: int, place: int) -> bool:
    """Tell whether a noun is first, or behind a comma or "and", with its adjectives.

    A text that begins without a noun ("of my …") has it after the thing it is named for.
    """
    if words[index].casefold().strip(",") not in feelings():
        return place == index or words[place - 1].casefold() in word_list("feeling_adjectives")
    while place > index and words[place - 1].casefold() in word_list("feeling_adjectives"):
        place -= 1
    before = words[place - 1]
    return place == index or before.casefold() in ("and", "or") or before.endswith(",")


def _say_alone(asked: Asked, noun: str, feeling: Feeling, text: str) -> tuple[Act, ...]:
    """Return the acts of a feeling without an object: thanks, or the position."""
    if noun in ("gratitude", "appreciation", "thankfulness"):
        return (Silence(text),) if asked.opens else framed("thanks_alone")
    named = asked.at_position() or "this position"
    made = said(f"{feeling.on} {named}") if noun in _FOR_A_POSITION else ()
    return made or (Unsayable(text, f"it does not say what the {noun} is for"),)


def _say_that(asked: Asked, feeling: Feeling, clause: str, text: str) -> tuple[Act, ...]:
    made = said(f"{feeling.that} {asked.mine(clause)}") if feeling.that else ()
    return made or (Unsayable(text, "it does not say what is felt"),)


def _say_to(asked: Asked, feeling: Feeling, complement: str, text: str) -> tuple[Act, ...] | None:
    """Return acts for a feeling before a verb phrase.

    After "commitment to" a noun phrase or gerund counts as well.
    """
    if feeling.gerund:
        if is_gerund_phrase(complement):
            return said(f"{feeling.on} {asked.mine(complement)}")
        doing = to_gerund(complement)
        words = words_of(complement)
        plain = words[0] in word_list("determiners") or doing is None or _names_thing(words)
        phrase = complement if plain or doing is None else doing
        return said(f"{feeling.on} {asked.mine(phrase)}")
    if feeling.proves:
        return (seek(asked, complement, sides=(Side.PROFILE,)),)
    if not feeling.to:
        return None
    verb_phrase = pattern("owned").sub(r"\1 my \2", asked.mine(complement))
    frames = [f"{feeling.to} {verb_phrase}"]
    if asked.opens and feeling.draws:
        frames = [*_list_drawn_frames(asked, f"the chance to {verb_phrase}", plural=False), *frames]
    return said(*frames) or (Unsayable(text, "it does not say what for"),)


def _names_thing(words: Sequence[str]) -> bool:
    """Tell whether words name a thing though the first may be a verb.

    It is two nouns, the second a task ("stroke rehabilitation"), or has an adjective before it
    ("safe and reliable delivery").
    """
    follows = word_list("determiners") | word_list("links")
    if is_adjective(words[0]) and words[1:] and words[1] not in follows:
        return True
    task = any(map(ends_as_task, words[1:2]))
    return task and may_be_pair(words) and not is_in(words[0], "opening_verbs")


def _say_on(asked: Asked, feeling: Feeling, complement: str, text: str) -> tuple[Act, ...] | None:
    """Return acts for a feeling before a gerund or a noun phrase."""
    if _tells_deed(complement) and not feeling.proves:
        return _say_on_gerund(
            asked, feeling, pattern("owned").sub(r"\1 my \2", asked.mine(complement))
        )
    if not feeling.on:
        return None
    phrase = with_the_occasion(asked.mine(complement))
    if wished := _say_wished(feeling, phrase):
        return wished
    because = _BECAUSE.search(phrase)
    if _is_opening(asked, phrase[: because.start()] if because else phrase):
        return _say_on_opening(asked, feeling, phrase)
    given = set(words_of(phrase)[:2]) & word_list("given")
    if feeling.on == "I appreciate" and given and phrase.startswith("your "):
        return framed("thanks", phrase)
    if feeling.on.startswith("I am grateful") and words_of(phrase)[0] in word_list("given"):
        return framed("thanks", f"your {phrase}")
    if feeling.on.startswith("I am grateful") and re.search(
        r"\b(?:your?|the opportunity)\b", phrase
    ):
        return framed("thanks", phrase)
    frames = [f"{feeling.on} {phrase}"]
    if feeling.what:
        frames.append(f"{feeling.what} {phrase}" if not is_plural(phrase) else frames[0])
    if asked.opens and feeling.draws:
        frames = [*_list_drawn_frames(asked, phrase, plural=is_plural(phrase)), *frames]
    return said(*frames) or (Unsayable(text, "it does not say what for"),)


def _say_wished(feeling: Feeling, phrase: str) -> tuple[Act, ...]:
    """Return a wish for a talk with the company; an ability is said as a feeling."""
    if feeling.draws and is_meeting(phrase):
        return framed("welcomed", phrase)
    able = _ABLE.match(phrase) if feeling.that else None
    return said(f"{feeling.that} I can {able['what']}") if able else ()


def _say_on_gerund(asked: Asked, feeling: Feeling, doing: str) -> tuple[Act, ...] | None:
    verb_phrase = to_base(doing)
    if feeling.on == "I admire":
        return framed("admired", f"how you {verb_phrase}")
    frames = []
    if feeling.draws and asked.context.part is Part.CLOSING and is_meeting(doing):
        return framed("welcomed_chance", verb_phrase)
    if asked.opens and feeling.draws:
        frames += _list_drawn_frames(asked, f"the chance to {verb_phrase}", plural=False)
    if feeling.to and not feeling.gerund:
        frames.append(f"{feeling.to} {verb_phrase}")
    closes = asked.context.part is Part.CLOSING and bool(frames)
    if feeling.what and not closes:
        frames.append(f"{feeling.what} {doing}")
    if feeling.on:
        frames.append(f"{feeling.on} {doing}")
    return said(*frames) or None


def _names_more(asked: Asked, named: str, more: str) -> bool:
    """Tell whether words name only the opening or the company, with more behind them.

    The sentence will name these anyway: "the role and building services", "the company and its
    mission to …".
    """
    told = _tells_deed(more) or more.startswith(("the chance", "the opportunity", "its "))
    told = told or _ONE_THAT.match(more) is not None
    return told and _is_opening(asked, asked.mine(named)) and " and " not in named


def _tells_deed(phrase: str) -> bool:
    """Tell whether a gerund tells a deed; a single one names a thing: "cycling"."""
    return is_gerund_phrase(phrase) and " " in phrase.strip()


def says_why_applying(text: str) -> bool:
    """Tell whether a sentence tells why one applies."""
    return "What draws me to" in text or "why I am applying" in text


def _list_drawn_frames(asked: Asked, phrase: str, *, plural: bool) -> list[str]:
    """Return the object of the feeling as the reason to apply."""
    if words_of(phrase)[-1] in word_list("finite_forms"):
        return []  # "… where it is is why I am applying"
    first = phrase.partition(" and ")[0]
    if first in (*asked.context.company_names, "you"):
        return []  # "Etsy and knitting are why I am applying"
    if re.match(_A_JOB, phrase):
        return [f"I would like {phrase}"]
    if is_clause(phrase) or ("," in phrase and " and " not in phrase):
        return []
    position = asked.context.position
    names = position and position.casefold() not in phrase.casefold()
    words = {"is": "are" if plural else "is", "position": position}
    return [
        v
        for one in framed("drawn" if names else "drawn_alone", phrase, **words)
        for v in one.variants
    ]


def _is_opening(asked: Asked, phrase: str) -> bool:
    """Tell whether a noun phrase names only the opening itself: "the role and your company"."""
    known = word_list("opening") | set(
        words_of(f"{asked.context.company} {asked.context.position}")
    )
    known |= word_list("opening_links")
    return all(word in known for word in words_of(phrase))


def _say_on_opening(asked: Asked, feeling: Feeling, phrase: str) -> tuple[Act, ...] | None:
    named = asked.at_position() if asked.opens else ""
    because = _BECAUSE.search(phrase)
    opening, reason = (phrase[: because.start()], because.group()) if because else (phrase, "")
    if named and set(words_of(opening)) & (word_list("posts") | {"opportunity"}):
        return said(f"{feeling.on} {named}{reason}")
    return said(f"{feeling.on} {phrase}")
