"""Whose "their", "your" and "her" it is: the writer becomes "I", the company "you"."""

import re
from enum import StrEnum
from itertools import pairwise

from msgspec import Struct

from lapel.letter.english.antecedents import has_antecedent, is_somebody, takes_up
from lapel.letter.english.forms import is_past, is_plural, is_third, verb_form, words_of
from lapel.letter.english.vocabulary import instructions, mapping, pattern, word_list
from lapel.letter.points.context import Context
from lapel.letter.points.model import Part
from lapel.letter.points.prose import is_prose
from lapel.text.regexes import regex
from lapel.text.sentences import split_sentences
from lapel.text.verbs import Form, forms_of
from lapel.text.words import folded

_WORD = regex(r"[^\W_]+(?:['’][^\W_]+)*")
FIRST_PERSON = word_list("first_person")
_SECOND = frozenset(("you", "your", "yours", "yourself", "you're", "you've", "you'd", "you'll"))
_THIRD_PLURAL = mapping("to_you").keys()
_THIRD_SINGULAR = frozenset(
    ("he", "she", "him", "her", "his", "hers", "he's", "she's", "himself", "herself")
)
_WRITERS = regex(r"(?:my|your|his|her)\b", re.IGNORECASE)
_DONE_BY_ME = regex(r"(?:the|those) (?:[\w'’-]+ ){1,4}(?:that |whom )?I (?P<did>[a-z]+)\b")
_ANYBODY = frozenset(("something", "anything", "everything", "nothing", "place", "places", "work"))
_OBJECT_STARTS, _OBJECT_ENDS = word_list("person_object_starts"), word_list("person_object_ends")
_HEAD_OF_INSTRUCTION = 5
_NEAR = 3
"""The most words, "when" included, with which "when you" means the writer ("mention when you")."""
_THAT_YOU = frozenset((("that", "you"), ("that", "your")))
_BEFORE_VERBS = frozenset(("always", "never", "also", "still", "now"))


class Writer(StrEnum):
    """How a point speaks of the person who writes the letter."""

    FIRST = "I"
    SECOND = "you"
    THIRD = "she"
    UNNAMED = ""


class Persons(Struct, frozen=True):
    """Who is who in one point, as all of it shows.

    ``names`` are the company's, ``applicant`` the writer's, ``note`` the point's words.
    """

    writer: Writer
    names: tuple[str, ...]
    note: tuple[str, ...] = ()
    applicant: tuple[str, ...] = ()

    def named(self, text: str) -> str:
        """Return the point with "she" for the applicant and "their" for the employer's names.

        Those are common names: "the company's plan", "company values", "the bank" of a bank.
        """
        text = pattern("applicant").sub(lambda found: "my" if found["own"] else "she", text)
        for name in self.applicant:
            text = re.sub(rf"{_alone(name)}(?P<own>['’]s(?= ))?", _as_writer, text)
        nouns = set(words_of(" ".join(self.names))) & word_list("institutions")
        owners = "|".join(("company", "firm", "organi[sz]ation", *nouns))
        if re.search(rf"(?i)\b(?:the|this) (?:{owners})['’]s ", text):
            text = re.sub(r"\bits\b", "their", text)
        for last in (name.rpartition(" ")[2] for name in self.names[:1] if " " in name):
            text = re.sub(rf"\b[Tt]he {re.escape(last)}['’]s ", "their ", text)  # "the Alliance's"
        if not pattern("parting_company").search(text):
            text = pattern("employers").sub("their ", text)
            text = pattern("employer").sub(_as_theirs, text)
        for noun in nouns:
            if words_of(text).count(noun) > 1:
                continue  # another than the company is named so
            text = re.sub(rf"(?i)\b(?:the|this) {re.escape(noun)}['’]s (?!of\b)", "their ", text)
            text = re.sub(
                rf"\b(?:the|this) ({re.escape(noun)})(?= |$|[.,;:!?)])"
                r"(?! (?:[\w'’-]+ I|that|which|where|who)\b)",
                r"their \1",
                text,
            )
        text = pattern("with_kin").sub(r"\1 my \2", pattern("kin").sub(r"\1my \2", text))
        return pattern("hiring_team").sub(r"\1 their team", text)

    def change(self, text: str) -> str:
        """Return a part of the point as the writer says it to the company."""
        lower = _lower_words(text)
        if _THIRD_PLURAL & set(lower) or self._owns(text, lower):
            text = self._addressed(text)
        return self._changed(text)

    def addressed(self, text: str) -> bool:
        """Tell whether a sentence of the note, as written, calls the company "you".

        Its "they" then is somebody else.
        """
        lower = _lower_words(text)
        written = f" {' '.join(lower)} " in f" {' '.join(self.note)} "
        return written and self.writer is not Writer.SECOND and not _SECOND.isdisjoint(lower)

    def _named(self) -> str:
        return "|".join(map(re.escape, self.names))

    def _owns(self, text: str, lower: list[str]) -> bool:
        """Tell whether an "its" is that of the company, named just before as an owner."""
        owner = rf"(?<![\w-])(?:{self._named()})['’]s?\s"
        return bool(self.names) and "its" in lower and re.search(owner, text) is not None

    def _addressed(self, text: str) -> str:
        """Put "their" and "them" for the company's name; ``change`` makes "your" and "you" of
        them.
        """
        if not self.names:
            return text
        name = f"(?:{self._named()})"
        if self._owns(text, _lower_words(text)):
            text = re.sub(r"\bits\b", "their", text)
        text = re.sub(rf"(?<![\w-]){name}['’]s?(?=\s)", "their", text)
        return re.sub(
            rf"\b(help|helping|with|for|support|supporting) {name}(?=\s|$)", r"\1 them", text
        )

    def _changed(self, text: str) -> str:
        text = re.sub(r"^its\b", "their", text)
        words = list(_WORD.finditer(text))
        lower = [folded(found.group()) for found in words]
        changed, agreeing, told, end = [], False, False, 0
        for index, found in enumerate(words):
            word = lower[index]
            new = self._changed_word(text, found, lower, index)
            if agreeing and new is None:
                new = _agreeing(word)
                agreeing = word in _BEFORE_VERBS
            elif new == "I" and word in ("he", "she"):
                agreeing = told = True
            elif told and word in ("and", "but", "or"):
                agreeing = True
            elif word not in _BEFORE_VERBS:
                agreeing = False
            changed += [text[end : found.start()], new if new is not None else found.group()]
            end = found.end()
        return _joined("".join(changed) + text[end:])

    def _changed_word(
        self, text: str, found: re.Match[str], lower: list[str], index: int
    ) -> str | None:
        word = lower[index]
        after = lower[index + 1] if index + 1 < len(lower) else ""
        if word == "them" and re.search(_OTHERS_HELPED, text[: found.start()]):
            return None
        if word == "them" and re.search(_LIKE_THEM, text[: found.start()]):
            return "you"
        if word.startswith("they") and takes_up(text[: found.start()], after):
            return None
        if word in _THIRD_PLURAL and not has_antecedent(lower, index, self.note):
            return _like(found.group(), mapping("to_you")[word])
        if word in _SECOND and self.writer is Writer.SECOND:
            ends = not after or text[found.end() : found.end() + 1] in ",.;:)!?"
            return _second_to_first(word, lower, index, ends=ends)
        if word in _THIRD_SINGULAR and self.writer is Writer.THIRD:
            return _third_to_first(word, after)
        return None


def _alone(name: str) -> str:
    return rf"(?<![\w’'-]){re.escape(name)}(?![\w-])"


def _as_writer(found: re.Match[str]) -> str:
    """Turn a third-person name into the writer: "introduce Walt as …"."""
    if found["own"]:
        return "my"
    after = (*words_of(found.string[found.end() :]), "")[0]
    does = is_third(after) or is_past(after) or after in word_list("finite_forms")
    return "she" if does else "me"


def _as_theirs(found: re.Match[str]) -> str:
    return "their" if found["own"] else f"their {found['noun']}"


def find_persons(text: str, context: Context) -> Persons:
    """Return who is who in a point."""
    lower = _lower_words(text)
    named = any(re.search(_alone(name), text) for name in context.writer_names)
    named_company = any(re.search(_alone(name), text) for name in context.company_names)
    told = named_company or context.part is not Part.COMPANY
    told = told and (_is_told_of_own(lower) or _is_told_that(lower, named=named_company))
    writer = Writer.THIRD if named else Writer.SECOND if told else _writer_in(text, lower)
    return Persons(writer, context.company_names, tuple(lower), context.writer_names)


def _is_told_of_own(lower: list[str]) -> bool:
    """Tell whether an instruction names something of the writer's: "explain your approach"."""
    verb, whose, *what = (*lower, "", "")[:4]
    theirs = word_list("company_own").intersection(what)
    tells = instructions().get(verb, frozenset()) & {"say", "show"}
    return whose == "your" and bool(tells) and not theirs


def _is_told_that(lower: list[str], *, named: bool) -> bool:
    """Tell whether an instruction to say something calls the writer "you".

    It does if it calls the company "they" or by its name (``named``).
    """
    head = lower[:_HEAD_OF_INSTRUCTION]
    tells = any(instructions().get(word, frozenset()) & {"say", "show"} for word in head)
    others = FIRST_PERSON & {*lower}
    elsewhere = named or not {"you", "yours"}.isdisjoint(lower)
    said = "that" in head or bool({*pairwise(lower)} & _THAT_YOU)
    company = _THIRD_PLURAL.isdisjoint(lower) and _company_is_you(lower)
    yours = [n for n, word in enumerate(lower) if word in ("you", "your")]
    anybody = bool(yours) and all(_is_anybody(lower[:n]) for n in yours)
    return tells and said and elsewhere and not (others or company or anybody)


def _company_is_you(lower: list[str]) -> bool:
    """Tell whether a "you" or "your" is said with something that only a company has or does."""
    own = word_list("company_own") | word_list("company_verbs")
    yours = (n for n, word in enumerate(lower) if word in ("you", "your"))
    return any(own.intersection(lower[n + 1 : n + 3]) for n in yours)


def is_writers(phrase: str) -> bool:
    """Tell whether a phrase says it is the writer's, whatever they call themselves: "her …"."""
    return _WRITERS.match(phrase) is not None


def is_of_writer(phrase: str) -> bool:
    """Tell whether a phrase is about people for whom the writer did something.

    "The residents I settled" is.
    """
    mine = _DONE_BY_ME.match(phrase)
    return mine is not None and Form.PAST in forms_of(mine["did"])


def _writer_in(text: str, lower: list[str]) -> Writer:
    """Return how a point refers to its writer."""
    words = set(lower)
    if words & FIRST_PERSON:
        return Writer.SECOND if _is_told_what_is_theirs(lower) else Writer.FIRST
    lacks_i = word_list("wanting") | word_list("stances") | {"can", "could", "will"}
    if words & _SECOND and lower[0] in lacks_i:
        return Writer.UNNAMED
    if words & _SECOND:
        elsewhere = bool(words & _THIRD_PLURAL) and not _goes_on_of_yours(text, lower)
        writers = _writer_is_you(lower, elsewhere=elsewhere)
        return Writer.SECOND if writers else Writer.UNNAMED
    others = word_list("persons") | {"woman", "man", "girl", "boy", "child", "each", "everyone"}
    person_before = any(word in others for word in lower) or re.search(
        r"\b[A-Z][a-z]+ (?:[A-Z][a-z]+ )?.*\b(?:he|she|her|his)\b", text[1:]
    )
    if pattern("applicant").search(text) or (words & _THIRD_SINGULAR and not person_before):
        return Writer.THIRD
    return Writer.UNNAMED


_OTHERS_HELPED = (
    r"\bthey (?!.*\b(?:I|me|my|we|us|who|someone|somebody|anybody)\b).*"
    r"\b(?:while|by|without|and|before|after) \w+ing $"
)
"""A deed done to "them", whose subject then is somebody else.

"They protect children's data while helping them" has one.
"""
_LIKE_THEM = r"\b(?:people|places|companies|firms|shops|schools|teams|somewhere|someone) like $"
_SECOND_TO_FIRST = {
    "your": "my",
    "yours": "mine",
    "yourself": "myself",
    "you're": "I'm",
    "you've": "I've",
    "you'd": "I'd",
    "you'll": "I'll",
}


def _lower_words(text: str) -> list[str]:
    return [folded(found.group()) for found in _WORD.finditer(text)]


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
        elif word in _SECOND and not _is_companys_you(before, after):
            return True
    return elsewhere and "your" in lower


def _goes_on_of_yours(text: str, lower: list[str]) -> bool:
    """Tell whether a note's first "they" means what its "your" is about.

    The note must be finished sentences of the writer's: "your crew cleaned the street before they
    cleaned their own depot".
    """
    first = next((n for n, word in enumerate(lower) if word in _THIRD_PLURAL), 0)
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
    theirs = (n for n, word in enumerate(lower) if word in _THIRD_PLURAL)
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


def _second_to_first(word: str, lower: list[str], index: int, *, ends: bool) -> str:
    if word in _SECOND_TO_FIRST:
        return _SECOND_TO_FIRST[word]
    before = lower[index - 1] if index else ""
    after = lower[index + 1] if index + 1 < len(lower) else ""
    subject = not before or before in word_list("clause_openers")
    if not subject and (ends or after in _OBJECT_ENDS or before in _OBJECT_STARTS):
        return "me"
    return "I"


def _third_to_first(word: str, after: str) -> str:
    if word in ("he's", "she's"):
        past = Form.PARTICIPLE in forms_of(after) or after == "been"
        return "I've" if past else "I'm"
    if word in ("he", "she"):
        return "I"
    if word in ("himself", "herself"):
        return "myself"
    if word == "hers" or (word == "his" and not after):
        return "mine"
    if word == "him" or (word == "her" and (not after or after in _OBJECT_ENDS)):
        return "me"
    return "my"


def _agreeing(word: str) -> str | None:
    """Return the verb of "she …" in the form that follows "I"."""
    fixed = {"is": "am", "isn't": "am not", "has": "have", "hasn't": "haven't", "does": "do"}
    if word in fixed | {"doesn't": "don't"}:
        return {**fixed, "doesn't": "don't"}[word]
    return verb_form(word, Form.BASE) if Form.THIRD in forms_of(word) else None


def _like(written: str, new: str) -> str:
    return new[:1].upper() + new[1:] if written[:1].isupper() else new


def _joined(text: str) -> str:
    """Make the verbs agree with "I" where the person was changed."""
    text = re.sub(r"(?<!and )\bI are\b", "I am", text)
    text = re.sub(r"(?<!and )\bI were\b(?! to)", "I was", text)
    text = re.sub(r"\bI aren['’]t\b", "I'm not", text)
    return re.sub(r"\bI weren['’]t\b", "I wasn't", text)
