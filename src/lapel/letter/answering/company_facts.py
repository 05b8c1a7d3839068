"""What the notes on a company say of it, as said to it: "You run a free dental day every
spring".
"""

import re
from collections.abc import Iterator, Sequence

from lapel.job.model import Job
from lapel.letter.answering.inquiry import Inquiry
from lapel.letter.deeds.scores import SHARED_WORDS
from lapel.letter.english.noun_phrases import head_of
from lapel.letter.english.verbs import leading_verb
from lapel.letter.english.vocabulary import word_list
from lapel.letter.english.words import bare, is_in
from lapel.letter.model import Source, SourceKind
from lapel.letter.moves import POSTING, Move
from lapel.letter.points.model import Part
from lapel.letter.telling.tidying import marked_up, stopped
from lapel.text.common import is_noun
from lapel.text.content import content_stems
from lapel.text.phrases import special_stems
from lapel.text.regexes import regex
from lapel.text.sentences import split_sentences
from lapel.text.verbs import Form, forms_of, inflect

_MOST_WORDS = 32
_FRONT = (
    r"(?P<front>(?:(?:After|In|Since|Last|This|For|During|Through|Every|Each|With) [^.;]*?,? )?)"
)
_OURS = regex(r"\b(?:[Ww]e|us|[Oo]urs?|ourselves)\b")
_OF_READER = regex(r",? (?:and|so|where|which) (?:that )?you(?:['’]ll|['’]re)?\b.*$")
"""Words of a posting on its reader: "…, and you will lead the project"."""
_SHARE = regex(r"\d ?%|\bpercent\b|\bper cent\b")
_BE = {"is": "are", "was": "were", "has": "have", "does": "do"}


def tell_company(target: str, job: Job, company: str) -> tuple[str, Source] | None:
    """Return the sentence of the notes on the company that has every telling word of a target.

    The company is "you" in it. None if no sentence has them, or if it cannot be told for certain.
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


def tell_posted(what: str, job: Job, company: str) -> tuple[str, Source] | None:
    """Return what the posting says of the company with every telling word of ``what``.

    If that only asks for figures ("your results"), the posting's one sentence with a share will do.
    None if there is no such sentence.
    """
    asked = content_stems(what) - content_stems(company)
    said = [
        (sentence, told, Source(SourceKind.POSTING, f"description-{number}"))
        for number, line in enumerate(job.description, 1)
        for sentence in split_sentences(line.text)
        if len(sentence.split()) <= _MOST_WORDS and not _is_of_post(sentence, job)
        if (told := to_you(_OF_READER.sub("", sentence), company) or _turn_we_to_you(sentence))
    ]
    named = [one for one in said if asked and asked <= content_stems(one[0])]
    if not named and is_in(head_of(what), "figures"):
        of = asked - content_stems(head_of(what))
        shares = [one for one in said if _SHARE.search(one[0]) and of <= content_stems(one[0])]
        named = shares if len(shares) == 1 else []
    return (marked_up(named[0][1]), named[0][2]) if named else None


def _is_of_post(sentence: str, job: Job) -> bool:
    """Tell whether a sentence is about the post and who will hold it: "The Clinic Lead runs …"."""
    position = re.escape(job.position.text) if job.position else "post"
    return (
        re.match(rf"(?i)(?:the|this|our|your) (?:{position}|role|post|position|job)\b", sentence)
        is not None
    )


def tell_of_company(targets: Sequence[str], said: str, inquiry: Inquiry) -> Iterator[Move]:
    """Yield what the notes on the company say of a point's targets and ``said`` does not yet say.

    Only a point on the company is answered so.
    """
    if inquiry.part is not Part.COMPANY:
        return
    materials = inquiry.materials
    heard = content_stems(said)
    for target in targets:
        missing = content_stems(target) - heard
        told = tell_company(target, materials.job, materials.company) if missing else None
        if told is not None and told[0] not in said:
            said, heard = f"{said} {told[0]}", heard | content_stems(told[0])
            yield inquiry.move(*told, drop=POSTING)


def tell_facts(targets: Sequence[str], inquiry: Inquiry) -> Iterator[Move]:
    """Yield what the notes on the company say of a point's targets, in several words of one.

    "The B Corp certification" is nobody's deed.
    """
    materials = inquiry.materials
    for target in targets:
        told = tell_company(target, materials.job, materials.company)
        if told is not None and len(content_stems(target)) >= SHARED_WORDS:
            yield inquiry.move(*told, drop=POSTING)


def tell_statement(what: str, inquiry: Inquiry) -> list[Move]:
    """Return what the posting says of something, as one move; [] if it does not say it."""
    told = tell_posted(what, inquiry.materials.job, inquiry.materials.company)
    return [inquiry.move(*told, theirs=True)] if told else []


def _turn_we_to_you(sentence: str) -> str:
    """Return a sentence in which a company says "we" or "our" as said to it; "" for others."""
    text = _OF_READER.sub("", " ".join(sentence.replace("’", "'").rstrip(" .").split()))
    asks = leading_verb(text.split()) is Form.BASE  # a duty: "Raise more of our animals"
    if asks or not _OURS.search(text) or re.search(r"[?!:]|\b(?:you|your|I|my)\b", text):
        return ""
    return stopped(_OURS.sub(_to_yours, text))


def _to_yours(found: re.Match[str]) -> str:
    word = found.group()
    yours = {"we": "you", "us": "you", "our": "your", "ours": "yours", "ourselves": "yourselves"}[
        word.lower()
    ]
    return yours.capitalize() if word[0].isupper() else yours


def to_you(sentence: str, company: str) -> str:
    """Return a sentence about the company as said to it; "" if it may be about something else."""
    text = " ".join(sentence.replace("’", "'").rstrip(" .").split())
    if re.search(r"[?!:]|\b(?:you|your|I|my)\b", text):
        return ""
    if own := re.match(r"(?:Its|Our|Their) (?=\w)", text):
        return stopped(f"Your {_put_your_for_its(text[own.end() :])}")
    pattern = rf"{_FRONT}(?P<who>{'|'.join(_name_patterns(company))}) (?P<rest>.+)$"
    found = re.match(pattern, text, re.IGNORECASE)
    said = _inflect_after_you(found["rest"].split()) if found else None
    if found is None or said is None:
        return ""
    front = found["front"]
    return stopped(f"{front}{'you' if front else 'You'} {_put_your_for_its(' '.join(said))}")


def _name_patterns(company: str) -> Iterator[str]:
    """Yield the patterns of what a company is called where one speaks of it."""
    yield from ("they", "we", r"it(?! takes\b)")
    words = company.removeprefix("The ").split()
    for end in range(len(words), 0, -1):
        yield rf"(?:the )?{re.escape(' '.join(words[:end]))}"
    if words:
        kinds = word_list("institutions") | word_list("company_nouns")
        last = words[-1].casefold()
        one = {last} & kinds | {"company", "organization", "organisation", "firm", "business"}
        yield rf"(?:the|this) (?:{'|'.join(sorted(map(re.escape, one)))})"


def _inflect_after_you(words: Sequence[str]) -> list[str] | None:
    """Return the words behind a company's name with their verbs as they follow "you".

    None if there is no verb, or no certain one.
    """
    said = list(words)
    at = 1 if is_in(words[0], "adverbs") or words[0].endswith("ly") else 0
    first = _inflect_for_you((*words, "")[at])
    if first is None:
        return None
    said[at] = first
    for place in range(at + 2, len(words) - 1):
        verb, following = words[place], bare(words[place + 1])
        if verb in ("that", "which", "who"):
            break  # its verbs are those of what stands before it: "a firm that buys and pays …"
        third = verb in _BE or Form.THIRD in forms_of(verb)
        if bare(words[place - 1]) != "and" or not third:
            continue
        if following in ("for", "on", "to"):
            return None  # "and works to …", "and stores for …": a verb or a noun
        object = is_in(following, "objects") or following == "with" or following[:1].isdigit()
        if verb in _BE or object or is_noun(following):
            said[place] = _inflect_for_you(verb) or verb
    return said


def _inflect_for_you(verb: str) -> str | None:
    """Return a verb as it follows "you", None for a word that is no finite verb."""
    if verb in _BE:
        return _BE[verb]
    forms = forms_of(bare(verb))
    if verb in _BE.values() or Form.PAST in forms or Form.BASE in forms:
        return verb
    return inflect(verb, Form.BASE) if Form.THIRD in forms else None


def _put_your_for_its(text: str) -> str:
    """Return words about the company's things with "your" and "you"."""
    text = _OURS.sub(_to_yours, re.sub(r"\bits\b", "your", text))
    return re.sub(r"(?<=[a-z] )(?:it|they)(?=['’]| (?:\w+ed|gave|was|were|is|are)\b)", "you", text)
