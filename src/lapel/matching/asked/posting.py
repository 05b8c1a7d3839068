"""What a posting asks for: each sentence of the description as phrases with a weight.

A sentence that asks for what notes ask already (``twins``) is asked in their words, and then in
what is left of it. Any other is asked whole and in its phrases, unless stronger sentences before it
asked for all of them. A name asked for before is not asked again, but a phrase that says more is.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from lapel.job.model import Job
from lapel.matching.asked.alternatives import similar_among
from lapel.matching.asked.called import calls_for_deed, cut_to_wanted
from lapel.matching.asked.description import AskKind, Sentence, names_licence, read_description
from lapel.matching.asked.flattened import opens_duty
from lapel.matching.asked.phrases import (
    PARTNERS,
    Key,
    is_told_anew,
    phrase_key,
    phrases_of_sentence,
    says_something,
)
from lapel.matching.asked.twins import NotePhrase, find_twins
from lapel.matching.lexicon import Lexicon
from lapel.matching.model import Requirement, RequirementKind
from lapel.text.phrases import phrase_words, replace_roundabout
from lapel.text.regexes import regex
from lapel.text.verbs import Form, forms_of
from lapel.text.words import Word, split_words

_SENTENCES = {
    AskKind.QUALIFICATION: (RequirementKind.QUALIFICATION, 0.35),
    AskKind.RESPONSIBILITY: (RequirementKind.RESPONSIBILITY, 0.25),
    AskKind.PREFERRED: (RequirementKind.QUALIFICATION, 0.2),
    AskKind.DESCRIPTION: (RequirementKind.DESCRIPTION, 0.1),
}

_LICENCE_WEIGHT = 0.9
"""The weight of a required licence, which keeps its entry on the page."""

_FEWEST_LISTED = 3
"""With so many sentences that ask for something, prose beside them may only set the scene."""
_CALLS = regex(
    r"\b(?:you(?:'ll|'re|'ve)?|look(?:s|ing)? for|seek(?:s|ing)?|need(?:s|ed)?|we want|must|hiring"
    r"|candidates?|applicants?|someone|somebody|the (?:role|position|job|post|successful)"
    r"|under (?:the )?(?:direction|supervision))\b",
    re.IGNORECASE,
)
_ARTICLE = regex(
    r"^(?:the|das|der|die|le|la|les|el|los|las|il|lo|de|het|o|a)\s|^l['’]", re.IGNORECASE
)
_LONG_ITEM = 40
"""Characters of a sentence that is no item of a list with full stops ("Patience.")."""
_ASKS = frozenset(("needs", "seeks", "wants", "requires", "looks", "hires", "recruits", "is"))
_TELLING = (["is", "a"], ["is", "an"], ["is", "the"], ["is", "one"], ["is", "where"])


def posting_requirements(
    job: Job, lexicon: Lexicon, noted: Sequence[NotePhrase], *, english: bool
) -> Iterator[Requirement]:
    """Yield the requirements of the description's lines, the strongest first.

    Lines that ask for what notes ask for (``noted``) are asked in the notes' words.
    """
    company = job.company.text.casefold() if job.company is not None else ""
    position = job.position.text if job.position is not None else ""
    told = Counter[int]()
    known: set[Key] = set()
    for said, sentence in _asking_sentences(job, company, position, english=english):
        phrases = phrases_of_sentence(sentence, company, lexicon, english=english)
        parts = {
            key: phrase
            for phrase in phrases
            if (key := phrase_key(phrase, lexicon, english=english))
            and (key not in known or (english and is_told_anew(phrase, position)))
        }
        known |= parts.keys()
        short = replace_roundabout(sentence.text) if english else sentence.text
        twins = find_twins(short, noted, lexicon, english=english)
        named = bool(company) and company in sentence.text.casefold()
        common = sentence.is_item and not phrases and says_something(sentence.text)
        if not (twins or parts or (english and common and not named)):
            continue
        line = sentence.line.place.line
        told[line] += 1
        asked = _make_requirement(said, sentence, told[line], tuple(parts.values()))
        if twins:
            yield _ask_in_words_of_notes(asked, twins, parts)
        elif english and (similar := similar_among(sentence.text, lexicon)):
            yield replace(asked, phrases=similar)
        else:
            yield _ask_whole(asked, sentence.text, lexicon) if english and not named else asked


def _asking_sentences(
    job: Job, company: str, position: str, *, english: bool
) -> Iterator[tuple[Sentence, Sentence]]:
    """Yield the sentences of the description that ask for something, the strongest first: each as
    written, and as what it wants.
    """
    sentences = [
        s
        for s in read_description(job.description)
        if s.kind in _SENTENCES or (english and calls_for_deed(s, position))
    ]
    if english and sum(s.kind is not AskKind.DESCRIPTION for s in sentences) >= _FEWEST_LISTED:
        sentences = [s for s in sentences if not _sets_the_scene(s, position)]
    wanted = ((s, cut_to_wanted(s, position) if english else s) for s in sentences)
    order = tuple(_SENTENCES)
    asking = ((said, asked) for said, asked in wanted if asked is not None)
    for said, asked in sorted(asking, key=lambda pair: order.index(pair[1].kind)):
        in_prose = said.kind is AskKind.DESCRIPTION and not said.is_item
        of_company = not english and in_prose and _begins_with_company(company, said.text)
        if not of_company and not _tells_of_company(said.text, company):
            yield said, asked


def _make_requirement(
    said: Sentence, sentence: Sentence, number: int, phrases: tuple[str, ...]
) -> Requirement:
    """Make the requirement of the ``number``-th asking sentence of its line, as ``said`` there."""
    kind, weight = _SENTENCES[sentence.kind]
    weight = _LICENCE_WEIGHT if names_licence(sentence) else weight
    line = sentence.line.place.line
    id = f"line-{line}" if number == 1 else f"line-{line}-{number}"
    return Requirement(id, kind, said.text, phrases, weight, sentence.line.place)


def _ask_in_words_of_notes(
    asked: Requirement, twins: Sequence[NotePhrase], parts: Mapping[Key, str]
) -> Requirement:
    """Ask a line in the words of the notes that ask for the same, and in what is left of it."""
    covered = frozenset().union(*(twin.key | twin.stems for twin in twins))
    rest = tuple(phrase for key, phrase in parts.items() if not key <= covered)
    phrases = tuple(twin.text for twin in twins) + rest
    whole = len(phrases) > 1
    return replace(asked, phrases=phrases, twins=tuple(twin.note for twin in twins), whole=whole)


def _ask_whole(asked: Requirement, text: str, lexicon: Lexicon) -> Requirement:
    """Ask a line whole as well as in phrases, since what it turns on may be in none of them.

    The opening that it shares with many others ("strong knowledge of", "lead the") is cut off, and
    those the work is done with ("other leaders") are no part of it.
    """
    words = split_words(text)
    partners = re.match(PARTNERS, text, re.IGNORECASE)
    begins = partners.end() if partners is not None else 0
    telling = (word for word in words if word.start >= begins and not _says_nothing(word))
    first = next(telling, words[0])
    whole = text[first.start :].rstrip(" .;")
    if phrase_key(whole, lexicon) in [phrase_key(phrase, lexicon) for phrase in asked.phrases]:
        return asked
    parts = (p for p in asked.phrases if p.casefold() not in phrase_words().nobodies)
    return replace(asked, phrases=(whole, *parts), whole=True)


def _says_nothing(word: Word) -> bool:
    """Tell whether a word at a line's beginning says nothing of what the line asks for."""
    lists, spelled = phrase_words(), word.lower
    small = lists.fillers | lists.light_deeds | lists.breaks
    return spelled in small or spelled in ("of", "up", "out", "off", "down")


def _sets_the_scene(sentence: Sentence, position: str) -> bool:
    """Tell whether prose beside a posting's lists only sets the scene.

    It does not call on anybody, by "you", by the name of the job or by a duty: "Last year our
    members met at 64 events". So does a sentence on a line of its own, which looks like an item.
    """
    if sentence.kind is not AskKind.DESCRIPTION or opens_duty(sentence.text):
        return False
    if sentence.is_item and not (sentence.text.endswith(".") and len(sentence.text) > _LONG_ITEM):
        return False
    calling = split_words(re.split(r",| of | for |[(–-]", position, maxsplit=1)[0])
    capitals = {word.stem for word in split_words(sentence.text) if word.written[0].isupper()}
    named = bool(calling) and calling[-1].stem in capitals
    return not named and not _CALLS.search(sentence.text.replace("’", "'"))


def _begins_with_company(company: str, text: str) -> bool:
    """Tell whether a sentence begins with the company's name.

    Where no grammar is known it is then about the company.
    """
    return bool(company) and _ARTICLE.sub("", text.casefold()).startswith(company)


def _tells_of_company(text: str, company: str) -> bool:
    """Tell whether a sentence tells what the company is or makes, which asks for nothing."""
    said, company = (_ARTICLE.sub("", words.casefold()) for words in (text, company))
    for name in (company, company.split(" ", maxsplit=1)[0]):
        if name and said.startswith(f"{name} "):
            after = said[len(name) :].split()
            deed = after[0] in phrase_words().company_deeds
            whole = " " in name and Form.THIRD in forms_of(after[0])
            return deed or (whole and after[0] not in _ASKS) or after[:2] in _TELLING
    return False
