"""How a point calls the person who writes the letter: "I", "you", "she", or not at all."""

import re
from enum import StrEnum
from itertools import pairwise

from lapel.letter.english.antecedents import has_antecedent, is_somebody
from lapel.letter.english.forms import is_plural
from lapel.letter.english.vocabulary import instructions, mapping, pattern, word_list
from lapel.letter.points.context import Context
from lapel.letter.points.model import Part
from lapel.letter.points.prose import is_prose
from lapel.text.regexes import regex
from lapel.text.sentences import split_sentences
from lapel.text.words import fold_text

WORD = regex(r"[^\W_]+(?:['’][^\W_]+)*")
_COMPANYS = mapping("to_you").keys()
_ANYBODY = frozenset(("something", "anything", "everything", "nothing", "place", "places", "work"))
_HEAD_OF_INSTRUCTION = 5
_NEAR = 3
"""The most words, "when" included, with which "when you" means the writer ("mention when you")."""
_THAT_YOU = frozenset((("that", "you"), ("that", "your")))


class Writer(StrEnum):
    """How a point speaks of the person who writes the letter."""

    FIRST = "I"
    SECOND = "you"
    THIRD = "she"
    UNNAMED = ""


def alone(name: str) -> str:
    """Return the pattern of a name that is no part of another word."""
    return rf"(?<![\w’'-]){re.escape(name)}(?![\w-])"


def find_writer(text: str, context: Context) -> Writer:
    """Return how a point calls its writer."""
    lower = lower_words(text)
    if any(re.search(alone(name), text) for name in context.writer_names):
        return Writer.THIRD
    named = any(re.search(alone(name), text) for name in context.company_names)
    told = named or context.part is not Part.COMPANY
    if told and (_is_told_of_own(lower, named=named) or _is_told_that(lower, named=named)):
        return Writer.SECOND
    return _writer_in(text, lower)


def _is_told_of_own(lower: list[str], *, named: bool) -> bool:
    """Tell whether an instruction names something of the writer's: "explain your approach".

    A tie ("align your work on waste with Etsy's goal") must call the company "they", or by its name
    (``named``).
    """
    verb, whose, *what = (*lower, "", "")[:4]
    theirs = word_list("company_own").intersection(what)
    kinds = instructions().get(verb, frozenset())
    apart = named or not _COMPANYS.isdisjoint(lower)
    others = word_list("first_person") | word_list("second_person")
    ties = "tie" in kinds and apart and others.isdisjoint(lower[2:])
    return whose == "your" and bool(ties or kinds & {"say", "show"}) and not theirs


def _is_told_that(lower: list[str], *, named: bool) -> bool:
    """Tell whether an instruction to say something calls the writer "you".

    It does if it calls the company "they" or by its name (``named``).
    """
    head = lower[:_HEAD_OF_INSTRUCTION]
    tells = any(instructions().get(word, frozenset()) & {"say", "show"} for word in head)
    others = word_list("first_person") & {*lower}
    elsewhere = named or not {"you", "yours"}.isdisjoint(lower)
    said = "that" in head or bool({*pairwise(lower)} & _THAT_YOU)
    company = _COMPANYS.isdisjoint(lower) and _company_is_you(lower)
    yours = [n for n, word in enumerate(lower) if word in ("you", "your")]
    anybody = bool(yours) and all(_is_anybody(lower[:n]) for n in yours)
    return tells and said and elsewhere and not (others or company or anybody)


def _company_is_you(lower: list[str]) -> bool:
    """Tell whether a "you" or "your" is said with something that only a company has or does."""
    own = word_list("company_own") | word_list("company_verbs")
    yours = (n for n, word in enumerate(lower) if word in ("you", "your"))
    return any(own.intersection(lower[n + 1 : n + 3]) for n in yours)


def _writer_in(text: str, lower: list[str]) -> Writer:
    """Return how a point refers to its writer."""
    words = set(lower)
    if words & word_list("first_person"):
        return Writer.SECOND if _is_told_what_is_theirs(lower) else Writer.FIRST
    lacks_i = word_list("wanting") | word_list("stances") | {"can", "could", "will"}
    if words & word_list("second_person") and lower[0] in lacks_i:
        return Writer.UNNAMED
    if words & word_list("second_person"):
        elsewhere = bool(words & _COMPANYS) and not _goes_on_of_yours(text, lower)
        writers = _writer_is_you(lower, elsewhere=elsewhere)
        return Writer.SECOND if writers else Writer.UNNAMED
    others = word_list("persons") | {"woman", "man", "girl", "boy", "child", "each", "everyone"}
    person_before = any(word in others for word in lower) or re.search(
        r"\b[A-Z][a-z]+ (?:[A-Z][a-z]+ )?.*\b(?:he|she|her|his)\b", text[1:]
    )
    if pattern("applicant").search(text) or (
        words & word_list("third_person") and not person_before
    ):
        return Writer.THIRD
    return Writer.UNNAMED


def lower_words(text: str) -> list[str]:
    """Return the words of a text in lower case, contractions whole and hyphenated ones apart."""
    return [fold_text(found.group()) for found in WORD.finditer(text)]


def _writer_is_you(lower: list[str], *, elsewhere: bool) -> bool:
    """Tell whether "you" and "your" mean the writer.

    The words beside them tell; or the company is "they" ``elsewhere`` in the point.
    """
    for index, word in enumerate(lower):
        before = lower[index - 1] if index else ""
        after = [*lower[index + 1 : index + 4], "", "", ""]
        if word == "your":
            if _is_writers_own(after):
                return True
        elif _is_of_others(word, before, lower[:index]):
            continue
        elif word in word_list("second_person") and not _is_companys_you(before, after):
            return True
    return elsewhere and "your" in lower


def _goes_on_of_yours(text: str, lower: list[str]) -> bool:
    """Tell whether a note's first "they" means what its "your" is about.

    The note must be finished sentences of the writer's: "your crew cleaned the street before they
    cleaned their own depot".
    """
    first = next((n for n, word in enumerate(lower) if word in _COMPANYS), 0)
    theirs = word_list("company_nouns") | word_list("institutions")
    named = (
        noun
        for place, word in enumerate(lower[:first])
        if word == "your"
        for noun in lower[place + 1 : min(place + 3, first)]
    )
    several = any(noun in theirs or is_somebody(noun) or is_plural(noun) for noun in named)
    return several and all(map(is_prose, split_sentences(text)))


def _is_writers_own(after: list[str]) -> bool:
    """Tell whether the thing after "your" is the writer's."""
    return any(noun in word_list("writer_nouns") | word_list("kin") for noun in after[:2])


def _is_told_what_is_theirs(lower: list[str]) -> bool:
    """Tell whether "your" is the writer's, in a point that elsewhere says "I".

    "Your experience" is, beside something of the company's: "connect your AAC experience to their
    clinic (it is exactly what I do)".
    """
    own = (_is_writers_own(lower[n + 1 : n + 3]) for n, word in enumerate(lower) if word == "your")
    theirs = (n for n, word in enumerate(lower) if word in _COMPANYS)
    return any(own) and not all(has_antecedent(lower, n, lower) for n in theirs)


def _is_of_others(word: str, before: str, words: list[str]) -> bool:
    """Tell whether a "you" is anybody, or "yours" the company's: "a customer of yours"."""
    if word == "you" and _is_anybody(words):
        return True
    if word == "you":
        heard = before == "from" and words[-2:-1] in (["hear"], ["hearing"], ["heard"])
        return heard or before.endswith("things") or before in _ANYBODY
    who = [*words[-2:-1], ""][0] if word == "yours" and before == "of" else ""
    return bool({who, who.removesuffix("s")} & (word_list("customers") | word_list("persons")))


def _is_anybody(before: list[str]) -> bool:
    """Tell whether "you" means anybody, in a clause behind one about others.

    "Donors give again when you thank" has such a "you".
    """
    what, when = [*before[-2:], "", ""][:2]
    opens = when in ("when", "if", "once", "until", "unless") and len(before) > _NEAR
    return opens and what not in word_list("occasions") and not {"you", "your"} & {*before}


def _is_companys_you(before: str, after: list[str]) -> bool:
    """Tell whether a "you" is plainly the company: "join you", "you don't need …"."""
    if before in ("thank", "join", "joining", "help", "helping", "with", "for", "means", "meant"):
        return True
    verb = next((w for w in after if w not in ("don't", "do", "are", "really", "not", "also")), "")
    return verb in word_list("company_verbs")
