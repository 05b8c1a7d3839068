"""What a job asks for: each note and each sentence of the description as phrases with a weight.

Letter points and personal connections are for the letter and ask for nothing here. A sentence of
the description that asks for what notes ask already (``twins``) is asked in their words, and then
in what is left of it; any other is asked whole and in its phrases, unless stronger sentences asked
for all of them before.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from msgspec.structs import replace

from lapel.job.model import Job, Note, NoteKind
from lapel.matching.acts import Act, ActKind
from lapel.matching.description import AskKind, Sentence, names_licence, read_description
from lapel.matching.lexicon import Lexicon
from lapel.matching.model import Requirement, RequirementKind
from lapel.matching.spotting import find_namings, longest_names
from lapel.matching.twins import NotePhrase, find_twins, note_phrases
from lapel.matching.wishes import Wish, read_wish, read_wish_elsewhere
from lapel.source.diagnostics import Diagnostic, Place, Severity
from lapel.text.inline import plain_text
from lapel.text.phrases import in_short, is_filler, phrase_words, split_phrases
from lapel.text.regexes import regex
from lapel.text.words import Word, is_amount, split_words, stems_of

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

Key = frozenset[str]
_CHOICE = regex(
    r"^[^;:.)]*(?:/|\bor\b)[^;:.)]*$"
    r"|^\s*:\s*(?:(?:i|they|we|that|how|what|show|anything|where)\b[^,;:.]*)?$",
    re.IGNORECASE,
)
_OR = regex(r"\bor\b")
_PARTNERS = (
    r"(?:partner|work|collaborate|liaise|coordinate|interface|team up)(?:ing|s)?"
    r"(?: \w+ly)? with [^.;:()]{3,80}? (?:on|to|in|for|when|as)\b"
)
_PARTING_MARKS = frozenset(",;:&+/|()[]–—.!?")
_PARTING_WORDS = frozenset(
    "and or but nor not no without plus because since than instead vs -".split()  # noqa: SIM905
)
_MOST_REJOINED = 3
_MOST_COMMON = 3
# Where one thing ends in languages that have no grammar here: at marks, and at their "and".
_PLAIN_ENDS = regex(r"[,;，；、・،؛]|\s(?:und|sowie|et|y|e|ed|och|og|oraz)\s", re.IGNORECASE)


def list_requirements(
    job: Job,
    lexicon: Lexicon,
    placements: Mapping[str, tuple[str, ...]],
    *,
    english: bool = True,
) -> tuple[tuple[Requirement, ...], tuple[Diagnostic, ...]]:
    """The requirements, the notes' in the file's order before the description's, the strongest
    sentences first, and what is odd about the notes.
    """
    requirements = []
    problems: list[Diagnostic] = []
    for note in job.notes:
        if note.kind not in _NOTES:
            continue
        kind, weight = _NOTES[note.kind]
        body = note.body if note.kind is NoteKind.HINT else note.text
        wish = read_wish(plain_text(body)) if english else read_wish_elsewhere(body)
        wish = _for_kind(wish, note)
        phrases = _note_phrases(
            wish, lexicon, skill=note.kind is NoteKind.EMPHASIS, english=english
        )
        if not phrases and note.kind is NoteKind.EMPHASIS and not (wish.acts or wish.optional):
            # a skill of common words, such as "leave" or "DO in can"
            phrases = (body.strip(" ."),) if len(split_words(body)) <= _MOST_COMMON else ()
        if not phrases:
            problems.extend(_odd_note(note, wish))
        entries = placements.get(note.id, ())
        requirements.append(
            Requirement(
                note.id,
                kind,
                note.text,
                phrases,
                weight,
                note.place,
                note=note.id,
                entries=entries,
                optional=note.optional or wish.optional,
                acts=wish.acts,
                choices=tuple(_choices("; ".join(wish.asks), phrases)) if english else (),
                details=_details("; ".join(wish.asks), phrases) if english else frozenset(),
            )
        )
    keys = [[phrase_key(p, lexicon, english=english) for p in r.phrases] for r in requirements]
    noted = note_phrases(requirements, keys, english=english)
    asked = list(_of_description(job, lexicon, noted, english=english))
    return (*requirements, *asked), tuple(problems)


_PAGES = ("page", "seite", "página", "pagina")


def noted_pages(job: Job) -> int | None:
    """How many pages a note asks for ("keep it to one page"), None where none does."""
    for note in job.notes:
        if note.kind in _NOTES and any(word in note.text.casefold() for word in _PAGES):
            text = plain_text(note.text)
            for act in (*read_wish(text).acts, *read_wish_elsewhere(text).acts):
                if act.kind is ActKind.PAGES:
                    return act.number
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
    only = [a for a in wish.acts if note.kind is not NoteKind.HINT and a.kind is ActKind.ONLY]
    acts = tuple(
        replace(act, firm=act.firm or (orders and act.kind is ActKind.OUT))
        for act in wish.acts
        if act not in (*less, *gaps, *only)
    )
    limits = [a for a in acts if note.kind is NoteKind.HINT and _is_limit(a)]
    acts = tuple(replace(a, subject="", firm=True) if a in limits else a for a in acts)
    skilled = (*(f"less {act.subject}" for act in less), *(f"{act.subject} gap" for act in gaps))
    return replace(wish, asks=(*wish.asks, *skilled), acts=acts)


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


@lru_cache(maxsize=500)
def _note_phrases(wish: Wish, lexicon: Lexicon, *, skill: bool, english: bool) -> tuple[str, ...]:
    text = "; ".join(wish.asks)
    if not english:
        return _plain_pieces(text)
    lists = phrase_words()
    verbs = lists.instructions if skill else lists.instructions | lists.telling
    phrases = _rejoin(text, split_phrases(text, instructions=verbs, together=lexicon.spellings))
    phrases = _share_front(text, _share_head(text, phrases, lexicon))
    special = tuple(phrase for phrase in phrases if not _is_vague(phrase, lexicon))
    named = tuple(p for p in phrases if p.casefold() not in phrase_words().nobodies)
    told = [word for word in _content(split_words(text)) if word.lower not in verbs]
    alone = named if len(named) == len(told) == 1 else ()
    return _unlike(special or alone, lexicon)


def _rejoin(text: str, phrases: tuple[str, ...]) -> tuple[str, ...]:
    """The phrases with what only tells more of one put back to it ("testifying" and "custodian"
    in "testifying as custodian"), where both are short and the second is no name ("in Epic").
    """
    found: list[str] = []
    start = end = 0
    for phrase in phrases:
        begin = text.find(phrase, end)
        if begin < 0:
            found.append(phrase)
            continue
        longer = text[start : begin + len(phrase)]
        short = len(_content(split_words(longer))) <= _MOST_REJOINED
        if end and short and phrase[0].islower() and not _parts(text[end:begin]):
            found[-1] = longer
        else:
            found.append(phrase)
            start = begin
        end = begin + len(phrase)
    return tuple(found)


def _share_head(
    text: str, phrases: tuple[str, ...], lexicon: Lexicon, joints: tuple[str, ...] = ("or", "/")
) -> tuple[str, ...]:
    """The phrases, a single noun before its alternative with the noun that both stand for: "image
    or audio embeddings" asks for image embeddings. What is a name by itself keeps to itself.
    """
    found = list(phrases)
    for number, (one, other) in enumerate(pairwise(phrases)):
        words, others = split_words(one), split_words(other)
        start = text.find(one)
        gap = text[start + len(one) : text.find(other, start + len(one))].strip()
        alone = len(words) == 1 and one[1:].islower() and not one.endswith("ing")
        alone = alone and not find_namings(words, lexicon)
        head = _head(others)
        vague = gap in ("and", "&") and (_is_vague(one, lexicon) or others[-1].lower in _carried())
        listed = gap in joints and (gap != "and" or _special(others[-1:]))
        if alone and head is not None and (vague or listed):
            found[number] = f"{one} {other[head.start :]}"
    return tuple(found)


def _head(words: tuple[Word, ...]) -> Word | None:
    """The noun of a phrase that is one other word before it, or several tied by hyphens, or where
    it is what is done to something several ("trade show management").
    """
    tied = all(word.joined == "-" for word in words[:-2]) or words[-1].lower in _carried()
    return words[-1] if len(words) > 1 and tied and not words[-2].joined else None


def _carried() -> frozenset[str]:
    return phrase_words().carried


def _share_front(text: str, phrases: tuple[str, ...]) -> tuple[str, ...]:
    """The phrases, what is done beside another deed with what it is done to: "CRM migration and
    administration" asks for CRM administration, too.
    """
    found = list(phrases)
    for number, (one, other) in enumerate(pairwise(phrases), start=1):
        words = split_words(one)
        begin = text.find(one) + len(one)
        joined = text[begin : text.find(other, begin)].strip() in ("and", "&")
        if joined and len(words) > 1 and {words[-1].lower, other.casefold()} <= _carried():
            found[number] = f"{one[: words[-1].start]}{other}"
    return tuple(found)


def _parts(gap: str) -> bool:
    """Whether what stands between two phrases makes them two wishes."""
    marked = not _PARTING_MARKS.isdisjoint(gap)
    return marked or not _PARTING_WORDS.isdisjoint(gap.casefold().split())


def _details(text: str, phrases: tuple[str, ...]) -> frozenset[int]:
    """The phrases that only tell more of the one before them ("geodetic control for long
    corridors"): no name, and no more than a preposition or a clause begins between the two.
    """
    found, end = set(), 0
    for number, phrase in enumerate(phrases):
        begin = text.find(phrase, end)
        gap = text[end:begin] if end and begin >= 0 else ""
        if gap.strip() and phrase[0].islower() and not _parts(gap):
            found.add(number)
        end = max(end, begin + len(phrase))
    return frozenset(found)


def _choices(text: str, phrases: tuple[str, ...]) -> Iterator[frozenset[int]]:
    """The phrases of which one is enough: those between which a slash or an "or" stands, with a
    list before it; one with its instances in brackets ("regulated (FCA)"), or with the first of
    them behind a colon; and one with what only tells more of it (``_details``).
    """
    details = _details(text, phrases)
    choice, listed, end = {0}, {0}, 0
    for number, phrase in enumerate(phrases):
        said = phrase if text.find(phrase, end) >= 0 else phrase.partition(" ")[0]
        start = max(end, text.find(said, end))
        gap, before = text[end:start], text[:start]
        joined = _CHOICE.search(gap) or before.count("(") > before.count(")")
        joined = joined or number in details
        if number and joined:
            choice |= {number} | (listed if _OR.search(gap) else set())
        elif number:
            if len(choice) > 1:
                yield frozenset(choice)
            choice = {number}
        listed = {*listed, number} if gap.strip() == "," else {number}
        end = start + len(said)
    if len(choice) > 1:
        yield frozenset(choice)


def _unlike(phrases: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """Each thing once, in its first wording."""
    by_key: dict[Key, str] = {}
    for phrase in phrases:
        by_key.setdefault(phrase_key(phrase, lexicon), phrase)
    return tuple(by_key.values())


def _is_vague(phrase: str, lexicon: Lexicon) -> bool:
    """A single common word, unless the lexicon knows it, names nothing to look for."""
    words = split_words(phrase)
    if phrase.casefold() in phrase_words().nobodies:
        return True
    if find_namings(words, lexicon):
        return False
    content = _content(words)
    vague = phrase_words().generic | phrase_words().mild_nouns
    return len(content) < 2 and all(word.stem in vague for word in content)


def _is_special(phrase: str, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a phrase of the description names something: what the lexicon knows, a name by
    its capitals, or several words with a special one. In loose prose, where capitals are places
    and people, only two special words do.
    """
    words = split_words(phrase)
    if len(words) == 1 and _says_little(words[0], lexicon):
        return False
    if find_namings(words, lexicon):
        return True
    content = _content(words)
    special = _special(content)
    if len(content) < 2:
        starts = sentence.text.startswith(phrase)
        named = sentence.kind is not AskKind.DESCRIPTION
        return named and any(any(map(str.isupper, word.written[starts:])) for word in special)
    return len(special) >= (2 if sentence.kind is AskKind.DESCRIPTION else 1)


def _says_little(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word is alone no part of a line, though the lexicon has it: "outcomes", "act",
    "present"; to lead is to lead people.
    """
    lists = phrase_words()
    light = word.lower in lists.light_deeds
    return word.stem in lists.generic or (light and "team" not in lexicon.shows.get(word.stem, ()))


def _special(words: tuple[Word, ...]) -> tuple[Word, ...]:
    common = phrase_words().generic | phrase_words().mild
    return tuple(word for word in words if word.stem not in common)


def _plain_pieces(text: str) -> tuple[str, ...]:
    pieces = (piece.strip(" .") for piece in _PLAIN_ENDS.split(text))
    return tuple(dict.fromkeys(piece for piece in pieces if piece))


def _of_description(
    job: Job, lexicon: Lexicon, noted: Sequence[NotePhrase], *, english: bool
) -> Iterator[Requirement]:
    company = job.company.text.casefold() if job.company is not None else ""
    sentences = [s for s in read_description(job.description) if s.kind in _SENTENCES]
    order = tuple(_SENTENCES)
    sentences.sort(key=lambda sentence: order.index(sentence.kind))
    seen: dict[int, int] = {}
    known: set[Key] = set()
    for sentence in sentences:
        if _tells_of_company(sentence.text, company):
            continue
        parts = {
            key: phrase
            for phrase in _sentence_phrases(sentence, company, lexicon, english=english)
            if (key := phrase_key(phrase, lexicon, english=english)) and key not in known
        }
        known |= parts.keys()
        twins = find_twins(sentence.text, noted, lexicon, english=english)
        if not twins and not parts:
            continue
        kind, weight = _SENTENCES[sentence.kind]
        weight = _LICENCE_WEIGHT if names_licence(sentence) else weight
        line = sentence.line.place.line
        seen[line] = seen.get(line, 0) + 1
        id = f"line-{line}" if seen[line] == 1 else f"line-{line}-{seen[line]}"
        place: Place = sentence.line.place
        asked = Requirement(id, kind, sentence.text, tuple(parts.values()), weight, place)
        named = bool(company) and company in sentence.text.casefold()
        if twins:
            yield _in_words_of_notes(asked, twins, parts)
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
    partners = re.match(_PARTNERS, asked.text, re.IGNORECASE)
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
    return spelled in lists.fillers | lists.light_deeds | lists.breaks or spelled == "of"


_TELLING = (["is", "a"], ["is", "an"], ["is", "the"], ["is", "one"], ["is", "where"])


def _tells_of_company(text: str, company: str) -> bool:
    """Whether a sentence tells what the company is or makes, which asks for nothing."""
    said = text.casefold()
    for name in (company, company.split(" ", maxsplit=1)[0]):
        if name and said.startswith(f"{name} "):
            after = said[len(name) :].split()
            deed = after[0] in phrase_words().company_deeds
            return deed or after[:2] in _TELLING
    return False


@lru_cache(maxsize=500)
def _sentence_phrases(
    sentence: Sentence, company: str, lexicon: Lexicon, *, english: bool
) -> tuple[str, ...]:
    if not english:
        return _plain_pieces(sentence.text)
    phrases = split_phrases(in_short(sentence.text), together=lexicon.spellings)
    phrases = _share_head(sentence.text, phrases, lexicon, ("and", "or", "/"))
    phrases = _share_front(sentence.text, _without_partners(sentence.text, phrases))
    if company:
        phrases = tuple(phrase for phrase in phrases if company not in phrase.casefold())
    special = tuple(phrase for phrase in phrases if _is_special(phrase, sentence, lexicon))
    if not special and sentence.kind is AskKind.PREFERRED:  # "fintech or payments background"
        special = tuple(phrase for phrase in phrases if _special(_content(split_words(phrase))))
    return tuple(_without_light_deed(phrase, lexicon) for phrase in special)


def _without_partners(text: str, phrases: tuple[str, ...]) -> tuple[str, ...]:
    """The phrases of a line without those that only say with whom a duty is done: "partner with
    sales and product on pricing" asks for no sales.
    """
    found = re.search(rf"\b{_PARTNERS}", text, re.IGNORECASE)
    if found is None:
        return phrases
    with_whom = stems_of(found[0])
    return tuple(p for p in phrases if not stems_of(p) <= with_whom) or phrases


def _without_light_deed(phrase: str, lexicon: Lexicon) -> str:
    """What a duty is about, without the verb that says next to nothing ("maintain the archive")."""
    words = split_words(phrase)
    if len(words) < 2 or words[0].lower not in phrase_words().light_deeds:
        return phrase
    rest = words[1:]
    while len(rest) > 1 and rest[0].lower in phrase_words().fillers:
        rest = rest[1:]
    if any(naming.first == 0 for naming in find_namings(words, lexicon)):
        return phrase
    if not _special(_content(rest)) and not find_namings(rest, lexicon):
        return phrase
    return phrase[rest[0].start :]


@lru_cache(maxsize=2000)
def phrase_key(phrase: str, lexicon: Lexicon, *, english: bool = True) -> Key:
    """What a phrase asks for, whatever its wording: its names and special stems."""
    words = split_words(phrase, english=english)
    if not english:
        return frozenset(word.stem.casefold() for word in words)
    key, taken = longest_names(words, lexicon)
    rest = [word.stem for word in _content(words) if word not in taken]
    generic = phrase_words().generic
    special = [stem for stem in rest if stem not in generic]
    return frozenset([*key, *(special if key or special else rest)])


def _content(words: tuple[Word, ...]) -> tuple[Word, ...]:
    return tuple(
        word
        for index, word in enumerate(words)
        if not is_filler(words, index)
        and word.stem not in ("of", "and", "or")
        and not is_amount(words, index)
    )
