"""What of a letter point nobody said: nothing of a note is lost without a to-do.

A note is cut where a person parts it: at its marks and at "and". Each part's telling words are
looked for in what the letter says for the note and in the bullets told for it. A part of which
less than half is found, or a number is not, is left to the person, in the words of the note, unless
it only names what the told deed answers in other words, only heads the rest ("staff: …"), or only
tells how to write.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from lapel.letter.abilities import tell_ability
from lapel.letter.counting import numbers_in
from lapel.letter.deeds import SHORTEST_TELLING, Deed, Deeds
from lapel.letter.evidence import answering, tell, untold
from lapel.letter.materials import Materials, Progress
from lapel.letter.model import Paragraph, Sentence, Source, SourceKind, ToDo
from lapel.letter.moves import Move
from lapel.letter.plan import PlannedPoint
from lapel.letter.points.cutting.directions import MANNER, is_direction
from lapel.letter.points.cutting.pieces import ONLY_REFERS, is_guidance
from lapel.letter.points.cutting.reminding import without_reminders
from lapel.letter.points.cutting.tidying import tidy
from lapel.letter.points.language.context import Context
from lapel.letter.points.language.grammar import is_clause
from lapel.letter.points.language.instructing import begins_instruction, take_instruction
from lapel.letter.points.language.vocabulary import feelings, pattern, word_list
from lapel.letter.points.model import Act, Posted, Seek, Side, Silence, Wish
from lapel.letter.points.saying.requesting import thanked_for
from lapel.letter.points.saying.wondering import WONDERING
from lapel.letter.tracing import place_of
from lapel.profile.model import Entry, SectionKind
from lapel.text.content import content_stems
from lapel.text.inline import plain_text
from lapel.text.numbers import YEAR
from lapel.text.phrases import phrase_words
from lapel.text.plurals import join_and
from lapel.text.regexes import regex
from lapel.text.sentences import split_sentences
from lapel.text.verbs import forms_of, read_verb
from lapel.text.words import split_words, stems_of

LEFT = "the rest of this point is said, this is not"
HALF = 0.5
FEWEST_WONDERED = 2
"""What a question says of fewer words ("what it took") the deed mostly tells."""
MOST_HEADING = 2
"""Words with a full stop that are a heading: "Absence. 21% to 12%"."""
LEADS = frozenset(("availability", "logistics", "timing"))
"""Words that only lead to the rest."""
_CUT = regex(
    rf"\s*(?:(?P<mark>[;:()])\s*|(?P<comma>,)\s|\s(?P<dash>[–—-]+)\s(?!(?:\w+ )?{YEAR}\b)"
    r"|(?<=[^.\s])(?P<end>[.?!]+)\s)"
    r"\s*(?:(?:and|but|so(?! that)|or|plus|then|"
    r"(?P<above>especially|above all|most of all|notably|including)) )?"
    r"|\s+(?:and|(?<!all )(?<!nothing )(?<!anything )but|plus|\+|&|to(?= their\b)"
    r"|(?P<tie>to)(?= [A-Z][\w-]+['’]s\b))\s+"
)
_QUOTED = regex(r"[\"“][^\"“”]+[\"”]")
"""The posting's words that a note answers."""
_POINTS_BACK = r"\bwhat (?:it|that|this) (?:did|does|meant|changed) (?:to|for|in) (?:the |my )?"
"""What the deed told before did to something: "… and what it did to churn"."""
_DID = regex(r"^(?:how|that|when|where) (?:I|we)(?:['’]ve| have)? (?=[a-z]+)")
"""What stands before a deed that is asked for: "how I cleared the dead stock"."""
_MEASURES = (
    (
        regex(
            r"(?i)what (?:has |it |that )?(?:changed|improved)\b"
            r"|(?:the |my |its )?(?:results?|outcomes?|difference|effects?|impact|improvements?)\b"
        ),
        regex(
            r"\bfrom \S*\d.* to \S*\d|\bby (?:\S*\d|an? \w+|half)|\d ?%|→|\b(?:halv|doubl|tripl)ed"
        ),
    ),
    (
        regex(r"(?i)(?:the |my |its )?(?:timeline|time ?frame|timing|pace|speed|duration)\b"),
        regex(r"\b(?:hours?|days?|nights?|weeks?|months?|years?|quarters?|minutes?)\b"),
    ),
    (
        regex(r"(?i)(?:the |my |its )?(?:size|scale|scope|volume)\b|how (?:many|much|often)\b"),
        regex(r"\d"),
    ),
)
"""What asks for no more than a measure, and what a deed has that tells it."""
_WHOSE = stems_of("theirs yours mine ours")
_STAYED = regex(
    r"\b(?:stayed|remained|kept|never|still|did not|didn['’]t|held|was not|wasn['’]t)\b"
)
_CONCEDES = regex(r"\b(?:without|while|though|although|with no|despite)\b[^;]*")
"""Behind it a deed says what was not lost by it."""
_REASON = regex(
    r"(?:because(?: of)?|since|as|given(?: that)?|in view of|now that) (?=\w+ \w)", re.IGNORECASE
)
_HOW_MUCH = regex(r"\bhow (?:much|many|long|far|often|fast|big|large|high|soon)\b", re.IGNORECASE)
_NOTHING = regex(
    r"(?:nobody|no one|nothing|none|zero|no|not (?:a|one)(?: single)?)(?: [\w'’-]+){1,3}$",
    re.IGNORECASE,
)
_NONE = regex(r"\b(?:no|without|zero|never|not|nobody|nothing|none)\b", re.IGNORECASE)
_HEADS = (":", "(")
_NAMED = regex(r"(?<=\w )[A-Z][a-z]|\b[A-Z]{2}")
_NAME = regex(r"(?<=\w )[A-Z][\w-]*")
_THEIRS = regex(r"\b(?:they|them|their|theirs)\b", re.IGNORECASE)
_MARKS = " ,.;:()–—-!?"
_SEPARATOR = regex(r"(?<=\d),(?=\d{3})")
_SHORT = regex(r"[A-Z][A-Z\d]{1,5}")
"""An acronym, or a letter and a number: "PTI", "L4"."""


_CALLED = {
    SectionKind.LANGUAGES: "languages",
    SectionKind.CERTIFICATES: "certificate certification license licence credential ticket paper",
    SectionKind.WORK: "current present position role job employer work",
}
"""What notes call an entry of a section."""


class _Part(Struct, frozen=True):
    """A part of a note from ``start`` to ``end``; ``heads`` says that it may only name what the
    next part is of, and ``tied`` that it is the company's side of a tie.
    """

    start: int
    end: int
    text: str
    heads: bool
    tied: bool = False


class _Heard(Struct, frozen=True):
    """What is said for a note: the stems and the initials of its words, and the ids of the
    highlights told; ``theirs`` are the posting's numbers, which no letter owes; ``answered`` says
    that several sentences of the personal connection were told for it, which name things in words
    of their own, and ``quotes`` that the posting is.
    """

    stems: frozenset[str]
    initials: str
    told: frozenset[str]
    theirs: frozenset[str]
    answered: bool
    quotes: bool
    posting: tuple[frozenset[str], ...]
    deeds: Deeds


def with_unsaid(
    paragraphs: Iterable[Paragraph], points: Iterable[PlannedPoint], materials: Materials
) -> tuple[Paragraph, ...]:
    """The paragraphs with to-dos for what they leave unsaid of the points that they answer."""
    kept = list(paragraphs)
    named = {s.id for p in kept for x in p.sentences for s in x.sources}
    told = sorted(named & materials.deeds.told_of.keys())
    elsewhere = [_stems_of_deed(materials.deeds.deed(id)) for id in told]
    for planned in {planned.note.id: planned for planned in points}.values():
        note, source = planned.note, Source(SourceKind.NOTE, planned.note.id)
        said = [s for p in kept for s in p.sentences if source in s.sources]
        if not said:
            continue
        place = max(i for i, p in enumerate(kept) if note.id in p.notes or {*said} & {*p.sentences})
        todos = [todo for p in kept for todo in p.todos if todo.note == note]
        lost = _left(planned, said, todos, materials)
        left = tuple(t for t in lost if not (_is_in(t, elsewhere) or _is_told(t, told, materials)))
        kept = [replace(p, todos=tuple(t for t in p.todos if t.note != note)) for p in kept]
        kept[place] = replace(kept[place], todos=(*kept[place].todos, *left))
    return tuple(kept)


def _is_in(todo: ToDo, deeds: Iterable[frozenset[str]]) -> bool:
    """Whether a deed that is told anywhere in the letter has every word of what is left."""
    asked = content_stems(todo.text) - _saying() | numbers_in(todo.text)
    short = not is_clause(todo.text) and todo.reason == LEFT
    return short and bool(asked) and any(asked <= stems for stems in deeds)


def _is_told(todo: ToDo, told: Collection[str], materials: Materials) -> bool:
    """Whether the deed that answers what is left best of all, and plainly, is told anywhere."""
    if todo.reason != LEFT or is_clause(todo.text) or numbers_in(todo.text):
        return False
    asked = take_instruction(todo.text)
    best = next(iter(materials.deeds.answering(asked.object if asked else todo.text)), None)
    return best is not None and best.strong and best.highlight.id in told


def _stems_of_deed(deed: Deed) -> frozenset[str]:
    """The stems of what a deed says, of its verbs in their base form, too, and its numbers."""
    text = " . ".join(_texts_of(deed))
    bases = {r.verb.base for word in split_words(text) for r in read_verb(word.written)}
    return content_stems(text) | stems_of(" ".join(sorted(bases))) | numbers_in(text)


def tell_rest(
    planned: PlannedPoint, moves: Sequence[Move], materials: Materials, progress: Progress
) -> Iterator[Move]:
    """The deeds that plainly answer what a point names of the writer's beside those of ``moves``,
    and these do not tell.
    """
    said = [sentence for move in moves for sentence in move.forms[0]]
    answers = {Source(SourceKind.NOTE, answer.id) for answer in materials.answers}
    connected = any(answers & {*sentence.sources} for sentence in said)
    if connected or not any(move.deed for move in moves):
        return
    whole = planned.note.body or planned.note.text
    theirs = content_stems(" ".join(_theirs(planned)))
    for part in _lost(whole, _heard(planned, said, (), materials), ()):
        text = tidy(part.text, Context())
        if content_stems(text) <= theirs:
            continue
        asks = take_instruction(text)
        wonders = (asks.object if asks else text).split(maxsplit=1)[0].casefold() in WONDERING
        if is_clause(text) or wonders or _THEIRS.search(text):
            continue
        names = content_stems(" ".join(_NAME.findall(part.text))) | numbers_in(text)
        for deed in untold(materials.deeds.answering(text), progress):
            bullet = deed.highlight.text.plain
            told = content_stems(bullet) | numbers_in(bullet)
            plainly = names <= told and (deed.strong or content_stems(text) & told)
            if plainly and (move := tell(deed, planned.note, progress)):
                yield move
                break
        else:
            yield from tell_ability(text, planned.note, materials.deeds)


def _theirs(planned: PlannedPoint) -> Iterator[str]:
    """What a point names of the company's side alone."""
    for act in planned.point.acts:
        if isinstance(act, Seek) and act.sides == (Side.POSTING,):
            yield from (*act.targets, *(act.otherwise.variants[:1] if act.otherwise else ()))


def _left(
    planned: PlannedPoint, said: Sequence[Sentence], todos: Sequence[ToDo], materials: Materials
) -> Iterator[ToDo]:
    """What is left to do of a point of which something is said."""
    note = planned.note
    whole = note.body or note.text
    heard = _heard(planned, said, todos, materials)
    yield from (t for t in todos if not (t.missing or _is_measured(t.text, heard)))
    if any(not todo.missing and todo.text in (whole, note.text) for todo in todos):
        return
    missing = {
        phrase: todo
        for todo in todos
        for phrase in todo.missing
        if not (_only_leads(phrase) or _is_heard(phrase, heard) or _is_conceded(phrase, heard))
        if not re.search(_POINTS_BACK + re.escape(phrase), whole)
    }
    for text in _spans(whole, _lost(whole, heard, missing)):
        sought = [phrase for phrase in missing if _is_of(phrase, text)]
        yield ToDo(text, missing[sought[0]].reason if sought else LEFT, note)
        missing = {phrase: todo for phrase, todo in missing.items() if phrase not in sought}
    for todo in todos:
        if phrases := [phrase for phrase, of in missing.items() if of is todo]:
            yield replace(todo, text=join_and(phrases))


def _lost(whole: str, heard: _Heard, missing: Collection[str]) -> list[_Part]:
    """The parts of a note that say what nobody spoke of; a note of one part is said or not."""
    parts = list(_parts(whole))
    return [part for part in parts if len(parts) > 1 and _is_lost(part, heard, missing)]


def _spans(whole: str, parts: Iterable[_Part]) -> Iterator[str]:
    """The words of the parts as they stand in the note, neighbours as one."""
    start = end = -1
    for part in parts:
        if start >= 0 and whole[end : part.start].strip(_MARKS):
            yield _closed(whole[start:end])
            start = -1
        start, end = (part.start if start < 0 else start), part.end
    if start >= 0:
        yield _closed(whole[start:end])


def _closed(text: str) -> str:
    """The words with the brackets closed that they open."""
    return text + ")" * (text.count("(") - text.count(")"))


def _is_of(phrase: str, text: str) -> bool:
    """Whether a phrase that was looked for is mostly the text's."""
    asked = content_stems(phrase)
    return len(asked & content_stems(text)) >= max(1, HALF * len(asked))


def _is_lost(part: _Part, heard: _Heard, missing: Collection[str]) -> bool:
    """Whether a part says something of which nobody spoke, or was looked for and not found."""
    text = (
        without_reminders(tidy(part.text, Context()))
        .removesuffix(" no problem")
        .removesuffix(" no issue")
    )
    if text.casefold() in ("theirs", "yours"):
        return False  # "the first opera I saw, theirs": "your" says it
    counts_only = not any(map(str.isalpha, text)) and numbers_in(text) <= heard.stems
    if (
        not text
        or counts_only
        or is_guidance(text)
        or is_direction(text)
        or MANNER.search(f", {text}")
        or ONLY_REFERS.match(text)
        or pattern("contact").match(text)
    ):
        return False
    if _is_known(text, heard):
        return False
    sought = any(_is_of(phrase, part.text) for phrase in missing)
    if part.heads and not sought and not _NAMED.search(part.text):
        return False
    if part.tied and not sought:
        return False
    orders = part.start == 0 or begins_instruction(text, joined=True)
    told = take_instruction(text) if orders else None
    named = told.object if told else text
    named = thanked_for(named) if told and "thank" in told.kinds else named
    asked = content_stems(_SEPARATOR.sub("", named)) - _saying() - _WHOSE
    first = (*named.split(maxsplit=1), text)[0].casefold()
    if len(asked) < (FEWEST_WONDERED if first in WONDERING and not sought else 1):
        return False
    short = {
        w.stem
        for w in split_words(part.text)
        if _SHORT.fullmatch(w.written) and w.written in heard.initials
    }
    numbers = numbers_in(text) - heard.stems - heard.theirs
    uncounted = {n for n in numbers if len(n) >= SHORTEST_TELLING}
    if len(asked & (heard.stems | short)) >= HALF * len(asked) and not uncounted:
        return False
    if is_clause(text) or uncounted:
        return True
    said_otherwise = _is_measured(named, heard) or _is_conceded(named, heard)
    if heard.answered or said_otherwise or _is_of_posting(part.text, heard):
        return False
    done = _DID.sub("", named)
    answers = answering(done, frozenset(), heard.deeds)
    return not any(deed.highlight.id in heard.told for deed in answers)


def _is_measured(named: str, heard: _Heard) -> bool:
    """Whether what is left only asks for a measure that a told deed has: "the timeline" of what was
    done in nine weeks, "what changed" of what went from 24% to 17%.
    """
    wanted = [measure for asks, measure in _MEASURES if asks.match(named)]
    told = _told_in(heard)
    return any(measure.search(text) for measure in wanted for text in told)


def _is_conceded(named: str, heard: _Heard) -> bool:
    """Whether what is left says of something that it stayed so, and a told deed speaks of it behind
    its "without" or "while": "that the house glass stayed affordable" of what was done "without
    putting the house pour above £7".
    """
    stayed = _STAYED.search(named)
    if stayed is None:
        return False
    behind = (found.group() for text in _told_in(heard) for found in _CONCEDES.finditer(text))
    asked = content_stems(named[: stayed.start()])
    return any(asked & content_stems(text) for text in behind)


def _is_known(text: str, heard: _Heard) -> bool:
    """Whether the company knows what is left, or the deed that is told for the rest says it."""
    asks = pattern("of_deed").fullmatch(text) is not None
    texts = _told_in(heard)
    told = any(numbers_in(told) for told in texts) if _HOW_MUCH.search(text) else bool(texts)
    return (asks and told) or _is_fact_of_posting(text, heard) or _is_unharmed(text, heard)


def _is_fact_of_posting(text: str, heard: _Heard) -> bool:
    """Whether what is left is a reason that the company gave itself: "because the hospital is so
    far away" where the posting says how far it is.
    """
    reason = _REASON.match(text)
    asked = content_stems(text[reason.end() :]) if reason else frozenset()
    asked -= _saying() | _WHOSE
    fewest = max(FEWEST_WONDERED, HALF * len(asked))
    if reason and _THEIRS.search(text):  # "because theirs come from there", "because of their goal"
        fewest = 1 if asked else 0
    return any(len(asked & line) >= fewest for line in heard.posting)


def _is_of_posting(text: str, heard: _Heard) -> bool:
    """Whether what is left is the company's own, which knows it, where the posting is quoted:
    "their upcoming change to Workday" behind what it says of Workday.
    """
    named = content_stems(" ".join(_NAME.findall(text)))
    asked = content_stems(text) - _saying() - _WHOSE
    known = any(len(asked & line) >= HALF * len(asked) for line in heard.posting)
    theirs = heard.quotes and _THEIRS.match(text) is not None
    return theirs and (known or bool(named and named <= heard.stems))


def _is_unharmed(text: str, heard: _Heard) -> bool:
    """Whether what is left is that nothing came of a told deed which says so in its words: "nobody
    hurt" of what was done "with no incidents".
    """
    return bool(_NOTHING.match(text)) and any(map(_NONE.search, _told_in(heard)))


def _told_in(heard: _Heard) -> list[str]:
    """The bullets of the deeds that are told."""
    return [heard.deeds.deed(id).highlight.text.plain for id in sorted(heard.told)]


def _is_heard(phrase: str, heard: _Heard) -> bool:
    """Whether a phrase that was looked for in vain is what another sentence says."""
    asked = content_stems(phrase)
    return bool(asked) and asked <= heard.stems


def _only_leads(phrase: str) -> bool:
    """Whether a word only leads to the rest: "how I cut it", "availability, could start in May"."""
    one = " " not in phrase
    return one and (bool(forms_of(phrase.casefold())) or phrase.casefold() in LEADS)


def _parts(text: str) -> Iterator[_Part]:
    """The parts of a note, in order."""
    start, tied = 0, False
    whole = tuple(_held_together(text))
    for cut in _CUT.finditer(text):
        if any(begins <= cut.start() < ends for begins, ends in whole):
            continue
        if text[start : cut.start()].strip(_MARKS):
            after = _CUT.split(text[cut.end() :], maxsplit=1)[0]
            counted = cut["comma"] is not None and bool(numbers_in(after))
            asks = cut["end"] is not None and "?" in cut["end"]
            part = text[start : cut.start()]
            short = cut["end"] is not None and part.count(" ") < MOST_HEADING
            heads = cut["mark"] in _HEADS or cut["dash"] or cut["above"] or counted or asks or short
            shown = cut["mark"] == "(" and part.startswith("that I ")
            yield _Part(start, cut.start(), part, bool(heads) and (shown or start == 0), tied)
        start, tied = cut.end(), cut["tie"] is not None
    if text[start:].strip(_MARKS):
        end = len(text.rstrip(_MARKS))
        yield _Part(start, end, text[start:end], heads=False, tied=tied)


def _held_together(text: str) -> Iterator[tuple[int, int]]:
    """Where quotations and sentences that only tell how to write begin and end in a note."""
    yield from (quoted.span() for quoted in _QUOTED.finditer(text))
    start = 0
    for sentence in split_sentences(text):
        start = text.index(sentence, start)
        if is_direction(sentence):
            yield start, start + len(sentence) - 1
        start += len(sentence)


def _heard(
    planned: PlannedPoint, said: Sequence[Sentence], todos: Sequence[ToDo], materials: Materials
) -> _Heard:
    """What is said for a point, told for it, left to the person already, or not to be said."""
    told = frozenset(s.id for x in said for s in x.sources if s.kind is SourceKind.HIGHLIGHT)
    texts = [plain_text(sentence.text) for sentence in said]
    texts += [todo.text for todo in todos if not todo.missing]
    texts += [act.text for act in planned.point.acts if isinstance(act, Posted | Silence | Wish)]
    texts += _made_up_of(planned.point.acts, todos)
    texts += _answered_by(planned.point.acts, told, materials.deeds)
    texts += [text for id in sorted(told) for text in _texts_of(materials.deeds.deed(id))]
    texts += [text for id in sorted(told) for text in _lasted(materials.deeds.deed(id).entry)]
    texts += [line for sentence in said for line in _posting_lines(sentence, materials)]
    texts += [told for sentence in said for told in _called(sentence, materials)]
    position = materials.job.position.text if materials.job.position else ""
    applied = position and any(position in text for text in texts)
    texts += [" ".join(sorted(word_list("opening")))] if applied else []
    whole = _SEPARATOR.sub("", " . ".join(texts))
    words = split_words(whole)
    bases = {r.verb.base for word in words for r in read_verb(word.written)}
    stems = content_stems(whole) | stems_of(" ".join(sorted(bases))) | numbers_in(whole)
    capitals = "".join(w.written[0] for w in words if w.written[0].isupper())
    initials = f"{''.join(word.written[0].upper() for word in words)} {capitals}"
    answers = {Source(SourceKind.NOTE, answer.id) for answer in materials.answers}
    answered = sum(not answers.isdisjoint(sentence.sources) for sentence in said) > 1
    lines = (*materials.job.description, *materials.job.company_details)
    theirs = frozenset(number for line in lines for number in numbers_in(line.text))
    posting = tuple(content_stems(line.text) for line in lines)
    quotes = any(s.kind is SourceKind.POSTING for x in said for s in x.sources)
    return _Heard(stems, initials, told, theirs, answered, quotes, posting, materials.deeds)


def _made_up_of(acts: Sequence[Act], todos: Sequence[ToDo]) -> Iterator[str]:
    """What consists of several things that are all told: "how I train people, the tastings and the
    exam results".
    """
    missing = {phrase for todo in todos for phrase in todo.missing}
    for act in acts:
        if isinstance(act, Seek) and len(act.such) > 1 and not missing & {*act.targets}:
            yield from (target for target in act.targets if target not in act.such)


def _answered_by(acts: Sequence[Act], told: Collection[str], deeds: Deeds) -> Iterator[str]:
    """What was looked for and a told deed answers best, in other words; of several things that one
    names it may tell only some.
    """
    targets = (target for act in acts if isinstance(act, Seek) for target in act.targets)
    for target in targets:
        if " and " in target:
            continue
        if (found := answering(target, frozenset(), deeds)) and found[0].highlight.id in told:
            yield target


def _called(sentence: Sentence, materials: Materials) -> Iterator[str]:
    """What notes call the entry of which a sentence tells nothing else."""
    alone = all(source.kind is not SourceKind.HIGHLIGHT for source in sentence.sources)
    ids = {source.id for source in sentence.sources if source.kind is SourceKind.ENTRY and alone}
    entries = (entry for entry in materials.deeds.profile.entries if entry.id in ids)
    yield from (_CALLED.get(entry.section, "") for entry in entries)


def _posting_lines(sentence: Sentence, materials: Materials) -> Iterator[str]:
    """The posting's lines that a sentence answers."""
    job, profile = materials.job, materials.deeds.profile
    posting = [source for source in sentence.sources if source.kind is SourceKind.POSTING]
    places = {place_of(source, job, profile) for source in posting}
    lines = (*job.description, *job.company_details)
    yield from (line.text for line in lines if line.place in places)


def _texts_of(deed: Deed) -> Iterator[str]:
    """What a deed says, with where it was done."""
    yield deed.highlight.text.plain
    yield deed.entry.title.plain
    yield from deed.entry.aliases
    if deed.entry.organisation is not None:
        yield deed.entry.organisation.name.plain
        yield from deed.entry.organisation.aliases


def _lasted(entry: Entry) -> Iterator[str]:
    """How many years a role that is over lasted by its dates, whole ones and to the nearest."""
    if entry.start is None or entry.end is None or not (entry.start.month and entry.end.month):
        return
    if entry.start.year and entry.end.year:
        months = 12 * (entry.end.year - entry.start.year) + entry.end.month - entry.start.month
        yield from (f"{years} years" for years in sorted({months // 12, (months + 6) // 12}))


@cache
def _saying() -> frozenset[str]:
    """The stems of words that only ask for something to be said, or deny it."""
    lists = ("general", "containers", "label_words", "receivers", "greetings", "core", "leads")
    words = {"none", *phrase_words().instructions, *feelings()}.union(*map(word_list, lists))
    return stems_of(" ".join(word for word in words if " " not in word))
