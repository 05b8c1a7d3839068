"""Whose "their", "your" and "her" it is: the writer becomes "I", the company "you"."""

import re

from msgspec import Struct

from lapel.letter.english.antecedents import has_antecedent, takes_up
from lapel.letter.english.forms import is_past, is_third, verb_form, words_of
from lapel.letter.english.vocabulary import mapping, pattern, word_list
from lapel.letter.points.context import Context
from lapel.letter.points.writer import (
    WORD,
    Writer,
    alone,
    find_writer,
    lower_words,
)
from lapel.text.regexes import regex
from lapel.text.verbs import Form, forms_of
from lapel.text.words import fold_text

_WRITERS = regex(r"(?:my|your|his|her)\b", re.IGNORECASE)
_DONE_BY_ME = regex(r"(?:the|those) (?:[\w'’-]+ ){1,4}(?:that |whom )?I (?P<did>[a-z]+)\b")
_COMPANYS = mapping("to_you").keys()
_BEFORE_VERBS = frozenset(("always", "never", "also", "still", "now"))


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
            text = re.sub(rf"{alone(name)}(?P<own>['’]s(?= ))?", _as_writer, text)
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
        lower = lower_words(text)
        if _COMPANYS & set(lower) or self._owns(text, lower):
            text = self._addressed(text)
        return self._changed(text)

    def addressed(self, text: str) -> bool:
        """Tell whether a sentence of the note, as written, calls the company "you".

        Its "they" then is somebody else.
        """
        lower = lower_words(text)
        written = f" {' '.join(lower)} " in f" {' '.join(self.note)} "
        return (
            written
            and self.writer is not Writer.SECOND
            and not word_list("second_person").isdisjoint(lower)
        )

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
        if self._owns(text, lower_words(text)):
            text = re.sub(r"\bits\b", "their", text)
        text = re.sub(rf"(?<![\w-]){name}['’]s?(?=\s)", "their", text)
        return re.sub(
            rf"\b(help|helping|with|for|support|supporting) {name}(?=\s|$)", r"\1 them", text
        )

    def _changed(self, text: str) -> str:
        text = re.sub(r"^its\b", "their", text)
        words = list(WORD.finditer(text))
        lower = [fold_text(found.group()) for found in words]
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
        if word in _COMPANYS and not has_antecedent(lower, index, self.note):
            return _like(found.group(), mapping("to_you")[word])
        if word in word_list("second_person") and self.writer is Writer.SECOND:
            ends = not after or text[found.end() : found.end() + 1] in ",.;:)!?"
            return _second_to_first(word, lower, index, ends=ends)
        if word in word_list("third_person") and self.writer is Writer.THIRD:
            return _third_to_first(word, after)
        return None


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
    note = tuple(lower_words(text))
    writer = find_writer(text, context)
    return Persons(writer, context.company_names, note, context.writer_names)


def names_writers_own(phrase: str) -> bool:
    """Tell whether a phrase says it is the writer's, whatever they call themselves: "her …"."""
    return _WRITERS.match(phrase) is not None


def names_people_served(phrase: str) -> bool:
    """Tell whether a phrase is about people for whom the writer did something.

    "The residents I settled" is.
    """
    mine = _DONE_BY_ME.match(phrase)
    return mine is not None and Form.PAST in forms_of(mine["did"])


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


_OBJECT_STARTS, _OBJECT_ENDS = word_list("person_object_starts"), word_list("person_object_ends")


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
