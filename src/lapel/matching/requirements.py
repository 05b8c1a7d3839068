"""What a job asks for: each note and each sentence of the description as phrases with a weight.

Letter points and personal connections are for the letter and ask for nothing here. A sentence of
the description that asks for what notes ask already (``twins``) is asked in their words, and then
in what is left of it; any other is asked whole and in its phrases, unless stronger sentences asked
for all of them before. What these asked for by name is not asked again, but what says more is.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from msgspec.structs import replace

from lapel.job.model import Job, Note, NoteKind
from lapel.matching.acts import Act, ActKind
from lapel.matching.alternatives import choices_among, details_among, similar_among
from lapel.matching.asked_phrases import (
    PARTNERS,
    Key,
    is_told_anew,
    parts_unsaid,
    phrase_key,
    phrases_of_sentence,
    phrases_of_wish,
    says_something,
)
from lapel.matching.description import AskKind, Sentence, names_licence, read_description
from lapel.matching.flattened import opens_duty
from lapel.matching.in_full import Dictionary, write_out
from lapel.matching.lexicon import Lexicon
from lapel.matching.model import Requirement, RequirementKind
from lapel.matching.twins import NotePhrase, find_twins, note_phrases
from lapel.matching.wishes import Wish, read_wish, read_wish_elsewhere
from lapel.source.diagnostics import Diagnostic, Place, Severity
from lapel.text.inline import plain_text
from lapel.text.phrases import in_short, phrase_words
from lapel.text.regexes import regex
from lapel.text.words import Word, split_words

_NOTES = {
    NoteKind.EMPHASIS: (RequirementKind.EMPHASIS, 1.0),
    NoteKind.HINT: (RequirementKind.HINT, 0.8),
    NoteKind.IDEA: (RequirementKind.IDEA, 0.6),
}
_SENTENCES = {
    AskKind.QUALIFICATION: (RequirementKind.QUALIFICATION, 0.35),
    AskKind.RESPONSIBILITY: (RequirementKind.RESPONSIBILITY, 0.25),
    AskKind.PREFERRED: (RequirementKind.QUALIFICATION, 0.2),
    AskKind.DESCRIPTION: (RequirementKind.DESCRIPTION, 0.1),
}

_LICENCE_WEIGHT = 0.9
"""A licence that the posting requires keeps its entry on the page."""

_ENTRY_WEIGHT = 0.05
"""That an entry stays makes none of its bullets better."""

_MOST_COMMON = 3

_FEWEST_LISTED = 3
"""So many duties and qualifications are told as such that what is told beside them is the scene."""


def list_requirements(
    job: Job,
    lexicon: Lexicon,
    placements: Mapping[str, tuple[str, ...]],
    said: Mapping[str, frozenset[str]] = MappingProxyType({}),
    texts: Sequence[tuple[Word, ...]] = (),
    *,
    english: bool = True,
) -> tuple[tuple[Requirement, ...], tuple[Diagnostic, ...]]:
    """The requirements, the notes' in the file's order before the description's, the strongest
    sentences first, and what is odd about the notes. ``said`` has the stems of what each entry's
    bullets say: there a hint's common word ("the team") is a wish. ``texts`` are the profile's.
    """
    dictionary = Dictionary.of((split_words(line.text) for line in job.description), texts)
    requirements = []
    problems: list[Diagnostic] = []
    for note in job.notes:
        if note.kind not in _NOTES:
            continue
        kind, weight = _NOTES[note.kind]
        body = note.body
        if english:
            wish = read_wish(write_out(plain_text(body), dictionary, lexicon))
        else:
            wish = read_wish_elsewhere(body)
        wish = _for_kind(wish, note)
        entries = placements.get(note.id, ())
        own = frozenset[str]().union(*(said.get(id, ()) for id in entries))
        phrases = phrases_of_wish(
            wish, lexicon, own, skill=note.kind is NoteKind.EMPHASIS, english=english
        )
        if not phrases and note.kind is NoteKind.EMPHASIS and not (wish.acts or wish.optional):
            # a skill of common words, such as "leave" or "DO in can"
            phrases = (body.strip(" ."),) if len(split_words(body)) <= _MOST_COMMON else ()
        if english and entries:
            phrases += parts_unsaid(wish, phrases)
        of_entry = not phrases and bool(entries) and _wants_entry(wish)
        if of_entry:
            phrases = (note.label,)
        if not phrases:
            problems.extend(_odd_note(note, wish))
        text = "; ".join(wish.asks)
        details = details_among(text, phrases, lexicon) if english else frozenset[int]()
        requirements.append(
            Requirement(
                note.id,
                kind,
                note.text,
                phrases,
                _ENTRY_WEIGHT if of_entry else weight,
                note.place,
                note=note.id,
                entries=entries,
                optional=note.optional or wish.optional,
                acts=wish.acts,
                choices=tuple(choices_among(text, phrases, details)) if english else (),
                details=details,
                of_entry=of_entry,
            )
        )
    keys = [[phrase_key(p, lexicon, english=english) for p in r.phrases] for r in requirements]
    noted = note_phrases(requirements, keys, lexicon, english=english)
    asked = list(_of_description(job, lexicon, noted, english=english))
    return (*requirements, *asked), tuple(problems)


_PAGES = regex(r"(?i)pag|pg|pp\b|seite|página|length|sides?\b")


def noted_pages(job: Job) -> int | None:
    """How many pages the first note that says it asks for ("keep it to one page"), the fewest where
    it says more ("no third page, one is better"); None where none does.
    """
    for note in job.notes:
        if note.kind in _NOTES and _PAGES.search(note.text):
            text = plain_text(note.text)
            acts = (*read_wish(text).acts, *read_wish_elsewhere(text).acts)
            if counts := [act.number for act in acts if act.kind is ActKind.PAGES]:
                return min(counts)
    return None


def _for_kind(wish: Wish, note: Note) -> Wish:
    """What a wish is by where it stands: among skills "less waste" is one, and no order, and so is
    "pay gap"; "only X" leaves bullets out of an entry alone; and elsewhere "no forklift" by itself
    is an order.
    """
    skills = note.kind is NoteKind.EMPHASIS
    orders = not (skills or wish.asks or note.text.rstrip().endswith("?"))
    less = [a for a in wish.acts if skills and a.kind is ActKind.LESS and not a.firm]
    gaps = [a for a in wish.acts if skills and a.kind is ActKind.GAP and note.text[-4:] == " gap"]
    plain = [a for a in wish.acts if skills and a.kind is ActKind.MANNER and _is_practice(note)]
    only = [a for a in wish.acts if note.kind is not NoteKind.HINT and a.kind is ActKind.ONLY]
    acts = tuple(
        replace(act, firm=act.firm or (orders and act.kind is ActKind.OUT))
        for act in wish.acts
        if act not in (*less, *gaps, *plain, *only)
    )
    limits = [a for a in acts if note.kind is NoteKind.HINT and _is_limit(a)]
    acts = tuple(replace(a, subject="", firm=True) if a in limits else a for a in acts)
    skilled = (*(f"less {act.subject}" for act in less), *(f"{act.subject} gap" for act in gaps))
    skilled = (*skilled, *(note.text for _ in plain))
    return replace(wish, asks=(*wish.asks, *skilled), acts=acts)


def _is_practice(note: Note) -> bool:
    """Whether a skill that sounds like advice on writing is one: "plain language"."""
    return len(note.text.split()) == 2 and note.text.casefold().endswith(" language")


def _wants_entry(wish: Wish) -> bool:
    """Whether a hint without a wish of its own wants its entry: "keep", "yes!", "all", "results";
    "keep, one bullet", but not "short" or "leave as is".
    """
    wanted = {ActKind.KEEP, ActKind.WHOLE}
    if any(act.kind in wanted for act in wish.acts):
        wanted.add(ActKind.SHORT)
    return all(act.kind in wanted and act.firm and not act.subject for act in wish.acts)


def _is_limit(act: Act) -> bool:
    """Whether what may be a deed limits a hint to what it is on ("one line on complaints")."""
    on = act.beside.endswith((f" on {act.subject}", f" about {act.subject}"))
    return act.kind is ActKind.SHORT and not act.firm and bool(act.bullets and act.subject) and on


def _odd_note(note: Note, wish: Wish) -> Iterator[Diagnostic]:
    """What a note without anything to look for is told; what it asks of the document may do."""
    if wish.acts or wish.optional:
        return
    message = "this note names no skill or deed to look for"
    help = "name what the bullets should show, such as “mentoring” or “budget planning”"
    yield Diagnostic("note-asks-nothing", Severity.WARNING, message, note.place, help=help)


def _of_description(
    job: Job, lexicon: Lexicon, noted: Sequence[NotePhrase], *, english: bool
) -> Iterator[Requirement]:
    company = job.company.text.casefold() if job.company is not None else ""
    position = job.position.text if job.position is not None else ""
    sentences = [s for s in read_description(job.description) if s.kind in _SENTENCES]
    if english and sum(s.kind is not AskKind.DESCRIPTION for s in sentences) >= _FEWEST_LISTED:
        sentences = [s for s in sentences if not _sets_the_scene(s, position)]
    order = tuple(_SENTENCES)
    sentences.sort(key=lambda sentence: order.index(sentence.kind))
    seen: dict[int, int] = {}
    known: set[Key] = set()
    for sentence in sentences:
        in_prose = sentence.kind is AskKind.DESCRIPTION and not sentence.is_item
        if not english and in_prose and _begins_with(company, sentence.text):
            continue
        if _tells_of_company(sentence.text, company):
            continue
        phrases = phrases_of_sentence(sentence, company, lexicon, english=english)
        parts = {
            key: phrase
            for phrase in phrases
            if (key := phrase_key(phrase, lexicon, english=english))
            and (key not in known or (english and is_told_anew(phrase, position)))
        }
        known |= parts.keys()
        said = in_short(sentence.text) if english else sentence.text
        twins = find_twins(said, noted, lexicon, english=english)
        named = bool(company) and company in sentence.text.casefold()
        common = sentence.is_item and not phrases and says_something(sentence.text)
        if not (twins or parts or (english and common and not named)):
            continue
        kind, weight = _SENTENCES[sentence.kind]
        weight = _LICENCE_WEIGHT if names_licence(sentence) else weight
        line = sentence.line.place.line
        seen[line] = seen.get(line, 0) + 1
        id = f"line-{line}" if seen[line] == 1 else f"line-{line}-{seen[line]}"
        place: Place = sentence.line.place
        asked = Requirement(id, kind, sentence.text, tuple(parts.values()), weight, place)
        if twins:
            yield _in_words_of_notes(asked, twins, parts)
        elif english and (similar := similar_among(sentence.text, lexicon)):
            yield replace(asked, phrases=similar)
        else:
            yield _asked_whole(asked, lexicon) if english and not named else asked


def _in_words_of_notes(
    asked: Requirement, twins: Sequence[NotePhrase], parts: Mapping[Key, str]
) -> Requirement:
    """A line asked in the words of the notes that ask for the same, which stand for the whole of
    it, and in what is left.
    """
    covered = frozenset().union(*(twin.key | twin.stems for twin in twins))
    rest = tuple(phrase for key, phrase in parts.items() if not key <= covered)
    phrases = tuple(twin.text for twin in twins) + rest
    whole = len(phrases) > 1
    return replace(asked, phrases=phrases, twins=tuple(twin.note for twin in twins), whole=whole)


def _asked_whole(asked: Requirement, lexicon: Lexicon) -> Requirement:
    """A line that is asked whole, too, behind the words that it shares with many others ("strong
    knowledge of", "lead the"): what it turns on may be no part of it by itself. Who it is done with
    is none ("with other leaders").
    """
    words = split_words(asked.text)
    partners = re.match(PARTNERS, asked.text, re.IGNORECASE)
    begins = partners.end() if partners is not None else 0
    telling = (word for word in words if word.start >= begins and not _opens(word))
    first = next(telling, words[0])
    whole = asked.text[first.start :].rstrip(" .;")
    if phrase_key(whole, lexicon) in [phrase_key(phrase, lexicon) for phrase in asked.phrases]:
        return asked
    parts = (p for p in asked.phrases if p.casefold() not in phrase_words().nobodies)
    return replace(asked, phrases=(whole, *parts), whole=True)


def _opens(word: Word) -> bool:
    """Whether a word at a line's beginning says nothing of what the line asks for."""
    lists, spelled = phrase_words(), word.lower
    small = lists.fillers | lists.light_deeds | lists.breaks
    return spelled in small or spelled in ("of", "up", "out", "off", "down")


_CALLS = regex(
    r"\b(?:you(?:'ll|'re|'ve)?|look(?:s|ing)? for|seek(?:s|ing)?|need(?:s|ed)?|we want|must|hiring"
    r"|candidates?|applicants?|someone|somebody|the (?:role|position|job|post|successful)"
    r"|under (?:the )?(?:direction|supervision))\b",
    re.IGNORECASE,
)


def _sets_the_scene(sentence: Sentence, position: str) -> bool:
    """Whether prose beside a posting's lists calls nobody, neither as "you", nor by the name of the
    job, nor by what is done: "Last year our members met at 64 events".
    """
    if sentence.kind is not AskKind.DESCRIPTION or sentence.is_item or opens_duty(sentence.text):
        return False
    calling = split_words(re.split(r",| of | for |[(–-]", position, maxsplit=1)[0])
    capitals = {word.stem for word in split_words(sentence.text) if word.written[0].isupper()}
    named = bool(calling) and calling[-1].stem in capitals
    return not named and not _CALLS.search(sentence.text.replace("’", "'"))


_ARTICLE = regex(
    r"^(?:the|das|der|die|le|la|les|el|los|las|il|lo|de|het|o|a)\s|^l['’]", re.IGNORECASE
)
_TELLING = (["is", "a"], ["is", "an"], ["is", "the"], ["is", "one"], ["is", "where"])


def _begins_with(company: str, text: str) -> bool:
    """Whether a sentence begins with the company's name, which where no grammar is known tells that
    it is about the company.
    """
    return bool(company) and _ARTICLE.sub("", text.casefold()).startswith(company)


def _tells_of_company(text: str, company: str) -> bool:
    """Whether a sentence tells what the company is or makes, which asks for nothing."""
    said, company = (_ARTICLE.sub("", words.casefold()) for words in (text, company))
    for name in (company, company.split(" ", maxsplit=1)[0]):
        if name and said.startswith(f"{name} "):
            after = said[len(name) :].split()
            deed = after[0] in phrase_words().company_deeds
            return deed or after[:2] in _TELLING
    return False
