"""The company's side: what the posting asks for, told back as phrases without any claim.

Only lines about what the role does are told, those first that are nearest to what the letter
tells already. A line becomes a gerund phrase ("Develop models to …" is "developing models
to …"), cut where what follows only adds to it; the company is "you".
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from lapel.job.model import Job
from lapel.letter.english.finite import is_sentence
from lapel.letter.english.noun_phrases import head_of
from lapel.letter.english.nouns import lacks_article
from lapel.letter.english.tense import to_gerund
from lapel.letter.english.verbs import leading_verb
from lapel.letter.english.words import bare, begun_small, is_agent, is_in, lowered
from lapel.letter.model import Source, SourceKind
from lapel.letter.telling.model import PostingPhrase
from lapel.letter.telling.tidying import marked_up, tidy
from lapel.matching.answers.spotting import find_namings
from lapel.matching.asked.description import AskKind, read_description
from lapel.matching.language import is_foreign
from lapel.matching.lexicon import Lexicon
from lapel.matching.lexicon_files import load_lexicon
from lapel.text.common import is_adjective
from lapel.text.data import data_reader
from lapel.text.phrases import phrase_words
from lapel.text.regexes import regex
from lapel.text.verbs import Form, forms_of, inflect
from lapel.text.words import split_words

_ASIDE = regex(r"\s*\([^()]*\)")
_LATER_DEED = regex(r"\b[a-z][\w-]*(?:,| and| or) (?P<deed>[A-Z][a-z]+)(?= [a-z])")
_TOLD_KINDS = (AskKind.RESPONSIBILITY, AskKind.DESCRIPTION)
_VAGUE_WORTH = 0.5
_PROSE_WORTH = 0.6
_ALIKE = 0.4
_BEFORE_THINGS = ("for", "include", "include:", "includes", "involves", "means", "entails")
_VERB_PREFIXES = ("co-", "re-", "pre-", "up-", "cross-", "fast-", "hand-", "de-")
_MODALS = frozenset(("will", "shall", "must", "may", "can", "would", "should"))
_TASKS = ("ment", "tion", "sion", "ing", "ance", "ysis", "ship", "ity")
_HOLDER = regex(
    r"^(?:The|Our|This) (?P<who>(?:[\w&/’'-]+ ){1,6}?)(?P<does>[a-z]+s)(?: and (?P<also>[a-z]+s))?"
    r"(?P<rest> (?!of\b).+)$"
)
"""A line that begins with somebody who does something."""
_HOLDERS = frozenset(
    (
        "new",
        "successful",
        "candidate",
        "incumbent",
        "postholder",
        "holder",
        "post",
        "role",
        "person",
    )
)
_data = data_reader("lapel.letter.telling", "posting.yaml")


class _Told(Struct, frozen=True):
    phrase: PostingPhrase
    stems: frozenset[str]
    worth: float


def tell_posting(job: Job, near: Iterable[str]) -> tuple[PostingPhrase, ...]:
    """Return what the posting asks for as phrases, those nearest to the texts ``near`` first.

    Those texts are what the letter tells and what its point names. No two phrases are nearly the
    same; there are none if none can be told.
    """
    company = job.company.text if job.company else ""
    wanted = _stems(" ".join(near)) - _stems(company)
    lines = tuple(_sentences(job))
    rarity = _rarity(_stems(text) for text, *_ in lines)
    told = []
    position = job.position.text if job.position else ""
    for number, (text, source, weight, is_duty) in enumerate(lines):
        phrase = phrase_of(_as_you(text, position), company, is_duty=is_duty)
        if phrase is None:
            continue
        stems = _stems(phrase)
        first = inflect(phrase.split(maxsplit=1)[0], Form.BASE) or ""
        worth = weight * (_VAGUE_WORTH if is_in(first, "vague_duties") else 1.0)
        shared = sum(rarity.get(stem, 1.0) for stem in stems & wanted) / (len(stems) ** 0.5 or 1)
        said = PostingPhrase(marked_up(phrase), source)
        told.append(_Told(said, stems, worth * (0.1 + shared) - number / 1000))
    told.sort(key=lambda one: -one.worth)
    kept: list[_Told] = []
    for one in told:
        if all(_overlap(one.stems, other.stems) < _ALIKE for other in kept):
            kept.append(one)
    return tuple(one.phrase for one in kept)


def _as_you(line: str, position: str) -> str:
    """Say a line about whoever holds the position to them.

    "The Pricing Actuary builds and keeps models" becomes "You will build and keep models".
    """
    found = _HOLDER.match(line)
    known = {bare(word) for word in position.split()} | _HOLDERS
    if found is None or not {bare(word) for word in found["who"].split()} <= known:
        return line
    verbs = [word for word in (found["does"], found["also"]) if word]
    bases = [inflect(word, Form.BASE) for word in verbs if Form.THIRD in forms_of(word)]
    if len(bases) < len(verbs) or not all(bases):
        return line
    return f"You will {' and '.join(filter(None, bases))}{found['rest']}"


def _rarity(lines: Iterable[frozenset[str]]) -> dict[str, float]:
    """Return how rare each stem is in the posting, from near 0 (in every line) to 1 (in one)."""
    counts = Counter(stem for stems in lines for stem in stems)
    return {stem: 1 / count for stem, count in counts.items()}


def _sentences(job: Job) -> Iterator[tuple[str, Source, float, bool]]:
    """Yield each line on what the role does: text, source, worth, and whether it is a duty."""
    if is_foreign(" ".join(line.text for line in job.description)):
        return
    for sentence in read_description(job.description):
        if sentence.kind in _TOLD_KINDS and not is_foreign(sentence.text):
            number = job.description.index(sentence.line) + 1
            source = Source(SourceKind.POSTING, f"description-{number}")
            is_duty = sentence.is_item and sentence.kind is AskKind.RESPONSIBILITY
            worth = 1.0 if is_duty else _PROSE_WORTH
            yield sentence.text, source, worth, is_duty


def tell_mission(job: Job) -> tuple[str, Source] | None:
    """Return the company's mission as said to it, with its source, or None.

    It is a sentence: "Your mission is to end hunger."
    """
    pattern = regex(_data()["mission"])
    for kind, lines in (("company-details", job.company_details), ("description", job.description)):
        for number, line in enumerate(lines, 1):
            for sentence in re.split(r"(?<=[.!?])\s+", line.text):
                found = pattern.search(sentence)
                if not found or not found.group().rstrip().endswith("to"):
                    continue
                rest = tidy(sentence[found.end() :].split(", and ")[0].split("; ")[0])
                said = _in_second_person(rest, job.company.text if job.company else "")
                if said is not None and len(said.split()) > 1:
                    source = Source(SourceKind.POSTING, f"{kind}-{number}")
                    return f"Your mission is to {marked_up(said)}.", source
    return None


def phrase_of(line: str, company: str, *, is_duty: bool = True) -> str | None:
    """Return a posting's line as a phrase for "speaks of …", or None if it cannot be told.

    A line that is not a listed duty is told only if it opens with a known lead.
    """
    text = _ASIDE.sub("", tidy(line)).strip()
    deed = _deed(text, is_duty=is_duty) if text else None
    if deed is None:
        return None
    said = (_in_second_person(phrase, company) for phrase in _shortened(deed))
    return next((phrase for phrase in said if phrase is not None), None)


def _in_gerund(text: str, form: Form) -> str | None:
    """Return a duty as "doing …", with further duties that begin with a capital; None if unsure.

    "Hold interviews and Redesign onboarding" has two; a name behind an "and" keeps its capital.
    """
    later = (
        found.start("deed")
        for found in _LATER_DEED.finditer(text)
        if form in forms_of(bare(found["deed"])) and not is_in(found["deed"], "names_too")
    )
    begins = [0, *later]
    ends = [*begins[1:], len(text)]
    deeds = [to_gerund(begun_small(text[a:b]), form) for a, b in zip(begins, ends, strict=True)]
    return None if None in deeds else " ".join(filter(None, deeds))


def _deed(text: str, *, is_duty: bool) -> str | None:
    """Return the line as a gerund or noun phrase, without the words that lead up to the deed."""
    led = _leads().match(text.replace("’", "'"))
    rest = text[led.end() :].strip() if led else text
    words = rest.split()
    if not words or not (led or is_duty):
        return None
    small = begun_small(rest)
    if _is_state(words[0], led=led is not None):
        return None
    if not _MODALS.isdisjoint(map(str.casefold, words[:2])):
        return None
    form = _verb_of_duty(words)
    if form in (Form.BASE, Form.THIRD):
        return _in_gerund(small, form)
    if form is Form.GERUND:
        return small
    named = led is None or led.group().strip().endswith(_BEFORE_THINGS)
    if form is not None or not named or is_sentence(words):
        return None
    if any(is_in(words[0], name) for name in ("prepositions", "relatives", "personal", "rates_ly")):
        return None
    return f"{'the ' if lacks_article(rest) else ''}{lowered(rest)}"


def _is_state(word: str, *, led: bool) -> bool:
    """Tell whether a verb tells what somebody is or gets, not a duty."""
    base = inflect(word, Form.BASE) or word.casefold()
    return base in _data()["states"].split() or (led and base in _data()["gains"].split())


def _verb_of_duty(words: Sequence[str]) -> Form | None:
    """Return the form of a duty's first verb, which is a noun less often than elsewhere."""
    if "-" in words[0].strip("-") and not words[0].casefold().startswith(_VERB_PREFIXES):
        return None  # "month-end reporting"
    form = leading_verb(words)
    if form in (Form.BASE, Form.THIRD, Form.GERUND) or len(words) < 2:
        return form
    forms = forms_of(bare(words[0]))
    if Form.BASE not in forms or is_in(words[1], "prepositions") or is_in(words[0], "rarely_verbs"):
        return form
    head = head_of(" ".join(words[1:]))
    names_a_task = head.endswith(_TASKS) and (
        bare(words[1]) == head or not is_in(words[0], "opening_verbs")
    )
    return form if names_a_task or is_agent(head) else Form.BASE


def _shortened(text: str) -> Iterator[str]:
    """Yield the whole phrase, then ever shorter ones, cut where the rest only adds to it."""
    data = _data()
    fewest, most = int(data["fewest_words"]), int(data["most_words"])
    text = re.split(r"[:;]", text)[0].strip()
    added = _ends(text, data["additions"])
    starts = (text, *(text[:end] for end in added))
    cuts = (start[:end] for start in reversed(starts) for end in _ends(start, data["ends"]))
    for cut in (*starts, *cuts):
        phrase = cut.rstrip(" ,")
        words = phrase.split()
        if fewest <= len(words) <= most and not (cut is not text and _is_open(words)):
            yield phrase


def _ends(text: str, patterns: Iterable[str]) -> list[int]:
    found = {match.start() for pattern in patterns for match in re.finditer(pattern, text)}
    return sorted(found, reverse=True)


def _is_open(words: Sequence[str]) -> bool:
    """Tell whether a phrase has been cut inside a list or before its noun."""
    if bare(words[-1]) in _data()["open_ends"].split():
        return True
    before, comma, listed = " ".join(words).partition(",")
    if is_adjective(bare(before.split()[-1])):
        return False  # "concise, insightful summaries"
    return bool(comma) and " and " not in listed and " or " not in listed


def _in_second_person(text: str, company: str) -> str | None:
    """Return the phrase with the company as "you", or None if "you" is somebody else in it."""
    data = _data()
    text = text.replace("’", "'")
    pattern, instead = data["whose"]
    text = re.sub(pattern, instead, text)
    if any(re.search(unsaid, text, re.IGNORECASE) for unsaid in data["unsaid"]):
        return None
    for before, after in data["persons"]:
        text = re.sub(before, _instead(after), text)
    if company:
        text = re.sub(rf"\b(?:the )?{re.escape(company)}'s\b", "your", text)
    return text


def _instead(after: str) -> Callable[[re.Match[str]], str]:
    return lambda found: after or found.group().replace("us", "you")


@lru_cache(maxsize=1)
def _leads() -> re.Pattern[str]:
    return regex("|".join(rf"(?:{lead}) " for lead in _data()["leads"]), re.IGNORECASE)


def _stems(text: str) -> frozenset[str]:
    """Return the particular stems of a text, and the skills that it names or implies."""
    lists, lexicon = phrase_words(), _lexicon()
    words = split_words(text)
    named = {naming.concept for naming in find_namings(words, lexicon)}
    implied = {other for concept in named for other in lexicon.implied.get(concept, {})}
    return frozenset(f"#{concept}" for concept in named | implied) | frozenset(
        word.stem
        for word in words
        if word.lower not in lists.fillers | lists.breaks
        and word.stem not in lists.generic
        and not word.written[0].isdigit()
    )


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / (min(len(one), len(other)) or 1)


def _lexicon() -> Lexicon:
    lexicon = load_lexicon().value
    assert lexicon is not None  # the built-in one is sound
    return lexicon
