"""What the notes on a company say of it, said to it: "You run a free dental day every spring"."""

import re
from collections.abc import Iterator, Sequence

from lapel.job.model import Job
from lapel.letter.model import Source, SourceKind
from lapel.letter.points.vocabulary import word_list
from lapel.letter.telling.tidying import marked_up, stopped
from lapel.letter.telling.words import bare, is_in
from lapel.text.common import is_noun
from lapel.text.content import content_stems
from lapel.text.phrases import special_stems
from lapel.text.sentences import split_sentences
from lapel.text.verbs import Form, forms_of, inflect

_MOST_WORDS = 32
_FRONT = (
    r"(?P<front>(?:(?:After|In|Since|Last|This|For|During|Through|Every|Each|With) [^.;]*?,? )?)"
)
_BE = {"is": "are", "was": "were", "has": "have", "does": "do"}


def tell_company(target: str, job: Job, company: str) -> tuple[str, Source] | None:
    """The sentence of the notes on the company that has every telling word of a target, with the
    company as "you"; None where none has, or it cannot be told for certain.
    """
    asked = special_stems(target)
    for number, line in enumerate(job.company_details, 1):
        for sentence in split_sentences(line.text):
            named = asked and asked <= content_stems(sentence)
            if not named or len(sentence.split()) > _MOST_WORDS:
                continue
            if said := to_you(sentence, company):
                return marked_up(said), Source(SourceKind.POSTING, f"company-details-{number}")
    return None


def to_you(sentence: str, company: str) -> str:
    """A sentence about the company said to it, "" where it is not certain to be about it."""
    text = " ".join(sentence.replace("’", "'").rstrip(" .").split())
    if re.search(r"[?!:]|\b(?:you|your|I|my)\b", text):
        return ""
    if own := re.match(r"(?:Its|Our|Their) (?=\w)", text):
        return stopped(f"Your {_theirs(text[own.end() :])}")
    pattern = rf"{_FRONT}(?P<who>{'|'.join(_names(company))}) (?P<rest>.+)$"
    found = re.match(pattern, text, re.IGNORECASE)
    said = _after_you(found["rest"].split()) if found else None
    if found is None or said is None:
        return ""
    front = found["front"]
    return stopped(f"{front}{'you' if front else 'You'} {_theirs(' '.join(said))}")


def _names(company: str) -> Iterator[str]:
    """What stands for a company that is spoken of."""
    yield from ("they", "we", r"it(?! takes\b)")
    words = company.removeprefix("The ").split()
    for end in range(len(words), 0, -1):
        yield rf"(?:the )?{re.escape(' '.join(words[:end]))}"
    if words:
        kinds = word_list("institutions") | word_list("company_nouns")
        last = words[-1].casefold()
        one = {last} & kinds | {"company", "organization", "organisation", "firm", "business"}
        yield rf"(?:the|this) (?:{'|'.join(sorted(map(re.escape, one)))})"


def _after_you(words: Sequence[str]) -> list[str] | None:
    """What stands behind the company's name, its verbs as they stand behind "you"; None where no
    verb does, or none for certain.
    """
    said = list(words)
    at = 1 if is_in(words[0], "adverbs") or words[0].endswith("ly") else 0
    first = _of_you((*words, "")[at])
    if first is None:
        return None
    said[at] = first
    for place in range(at + 2, len(words) - 1):
        verb, following = words[place], bare(words[place + 1])
        third = verb in _BE or Form.THIRD in forms_of(verb)
        if bare(words[place - 1]) != "and" or not third:
            continue
        if following in ("for", "on", "to"):
            return None  # "and works to …", "and stores for …": a verb or a noun
        object = is_in(following, "objects") or following == "with" or following[:1].isdigit()
        if verb in _BE or object or is_noun(following):
            said[place] = _of_you(verb) or verb
    return said


def _of_you(verb: str) -> str | None:
    """A verb as it stands behind "you", None for what is no finite verb."""
    if verb in _BE:
        return _BE[verb]
    forms = forms_of(bare(verb))
    if verb in _BE.values() or Form.PAST in forms or Form.BASE in forms:
        return verb
    return inflect(verb, Form.BASE) if Form.THIRD in forms else None


def _theirs(text: str) -> str:
    """The words with what is the company's as the reader's."""
    text = re.sub(r"\b(?:its|our)\b", "your", text)
    return re.sub(
        r"(?<=[a-z] )(?:it|they|we)(?=['’]| (?:\w+ed|gave|was|were|is|are)\b)", "you", text
    )
