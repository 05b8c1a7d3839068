"""A highlight told in the first person, with where and when.

The profile's own ``letter:`` sentence wins. Otherwise the bullet is read into clauses and said in
one of several ways; where it would be too long, its ``concise`` wording or its first clauses are
taken, and where nothing is certain, there is a reason instead.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile

from msgspec.structs import replace

from lapel.letter.english.verbs import leading_verb
from lapel.letter.english.words import bare, capital, is_in, lowered
from lapel.letter.model import Sentence, Source, SourceKind
from lapel.letter.style import LONGEST_WORDS
from lapel.letter.telling.bullets.either import is_thing_among, read_thing
from lapel.letter.telling.bullets.joining import split_segments
from lapel.letter.telling.bullets.reading import read_bullet
from lapel.letter.telling.bullets.things import say_of_thing
from lapel.letter.telling.bullets.verbless import NO_VERB
from lapel.letter.telling.clauses import Clause, Subject, Unread
from lapel.letter.telling.introducing.employers import ABOUT_EMPLOYER, without_employer
from lapel.letter.telling.introducing.introductions import LESS, NAMED, introduced, said
from lapel.letter.telling.introducing.places import Setting, setting_of
from lapel.letter.telling.model import Introduction, Telling, Untold
from lapel.letter.telling.sayable import is_sayable
from lapel.letter.telling.tidying import marked_up, sentences_of, stopped, tidy
from lapel.profile.model import Entry, Highlight, SectionKind
from lapel.text.regexes import regex
from lapel.text.sentences import split_sentences
from lapel.text.verbs import Form, forms_of

LONGEST_TELLING_WORDS = 60
TOO_LONG = f"it cannot be told in {LONGEST_WORDS} words"
_ASIDE_AT_END = regex(r"\s*\([^()]*\)$")
_TAIL = r"^(?P<said>[^;]{40,}), (?:[a-z]+ing|which|thereby|including) [^;]+$"
_STRUNG = regex(r"[;(–:,]| with | and ")
_STRUNG_ON = regex(r"[;(–:,]| and ")
_PARTED = regex(r"[;(–:]")
_MOST_SENTENCES = 3
_NAME_WORDS = 2
_MOST_JOINED_WORDS = 28
_OWN_SUBJECT = regex(r"^(?:I|We|My|Our)\b")


def tell_highlight(
    highlight: Highlight, entry: Entry, introduction: Introduction, *, again: bool = False
) -> tuple[Telling, ...] | Untold:
    """Return the ways to tell a highlight, the usual one first, or why it is not told.

    ``introduction`` says how much of where and when is still to be told; each way tells at most
    that much, and less where the entry has no role or place, or where there is no room for it.
    ``again`` says that the letter has named the place before: its short name is enough.
    """
    if introduction is Introduction.ROLE and entry.section is not SectionKind.WORK:
        introduction = Introduction.FULL  # a project or a degree is no other role of its place
    if highlight.letter is not None:
        told = tuple(_tell_own(highlight, entry, introduction, again=again))
        if told:
            return told
    reason = ""
    for text in _texts(highlight, entry):
        clauses = _read(text, highlight, entry)
        if isinstance(clauses, Unread) or _is_named(clauses[0], highlight):
            reason = reason or (clauses.reason if isinstance(clauses, Unread) else NO_VERB)
            continue
        for cut in (False, True):
            for less in LESS[introduction]:
                told = tuple(_tell(highlight, entry, clauses, less, again=again, cut=cut))
                if told:
                    return told
        reason = reason or TOO_LONG
    return Untold(highlight.id, reason or ABOUT_EMPLOYER)


def _read(text: str, highlight: Highlight, entry: Entry) -> tuple[Clause, ...] | Unread:
    """Read a bullet of a project, as a thing among things, or as deeds.

    It is read up to the first clause that cannot be said by itself.
    """
    of_project, ended = bool(setting_of(entry).name), entry.is_over
    clauses = _read_of_thing(text, ended=ended) if of_project else None
    if clauses is None:
        others = [h.text.markdown for h in entry.highlights if h.id != highlight.id]
        read = read_thing if is_thing_among(text, others) else read_bullet
        clauses = read(text, ended=ended)
    if isinstance(clauses, Unread):
        return clauses
    kept = takewhile(lambda clause: is_sayable(clause, of_project=of_project), clauses)
    return (*kept,) or Unread(NO_VERB)


def _read_of_thing(text: str, *, ended: bool) -> tuple[Clause, ...] | Unread | None:
    """Read a bullet that begins with what its project is or does; None for one that does not."""
    first, *rest = sentences_of(tidy(text)) or ("",)
    thing = say_of_thing(first, ended=ended)
    if thing is None:
        return None
    further = read_bullet(" ".join(rest), ended=ended) if rest else ()
    return (Clause(Subject.THING, thing), *(() if isinstance(further, Unread) else further))


def tell_together(
    first: Highlight,
    second: Highlight,
    entry: Entry,
    introduction: Introduction,
    *,
    again: bool = False,
    loosely: bool = False,
) -> tuple[Telling, ...]:
    """Return the ways to tell two highlights of one entry in one sentence.

    There are none where it would be unclear or too long. ``loosely`` lets the second say "I" again
    behind a first that is longer.
    """
    joined = _joined_clause(first, second, ended=entry.is_over, loosely=loosely)
    if joined is None:
        return ()
    setting = _setting(entry, again=again)
    tellings = []
    for less in LESS[introduction]:
        for opener, sentence in introduced(joined, entry, setting, less):
            if len(sentence.split()) <= LONGEST_WORDS:
                text = (stopped(capital(sentence)),)
                telling = _telling(first, entry, text, less, opener, own=False)
                also = Source(SourceKind.HIGHLIGHT, second.id)
                sentences = tuple(sentence.also_from(also) for sentence in telling.sentences)
                tellings.append(replace(telling, sentences=sentences))
        if tellings:
            break
    return tuple(tellings)


@lru_cache(maxsize=512)
def _joined_clause(
    first: Highlight, second: Highlight, *, ended: bool, loosely: bool
) -> Clause | None:
    """Join two deeds to a clause: "taught nights and led the council"; None if unclear."""
    deeds = []
    for highlight in (first, second):
        clauses = read_bullet(highlight.text.markdown, ended=ended)
        if highlight.letter is not None or isinstance(clauses, Unread) or len(clauses) > 1:
            return None
        clause = clauses[0]
        if clause.subject is not Subject.PERSON or clause.front:
            return None
        deeds.append(clause.text)
    if any(deed.startswith("have ") for deed in deeds):
        return None  # what follows would seem to go on with it
    forms = [leading_verb(deed.split()) for deed in deeds]
    words = sum(len(deed.split()) for deed in deeds)
    if forms[0] is None or forms[0] is not forms[1] or words > _MOST_JOINED_WORDS:
        return None
    plain = not any(is_in(word, "relatives") for deed in deeds for word in deed.split())
    if plain and not any(map(_STRUNG.search, deeds)):
        return Clause(Subject.PERSON, " and ".join(deeds))
    if len(_STRUNG_ON.findall(" ".join(deeds))) > 1:
        return None  # too much for one sentence
    parted = any(map(_PARTED.search, deeds)) or deeds[1].startswith(("am ", "was "))
    if loosely and not parted and "," not in deeds[1]:
        return Clause(Subject.PERSON, f"{deeds[0]}, and I {deeds[1]}")
    return None


def is_listed(highlight: Highlight, entry: Entry) -> bool:
    """Tell whether a highlight can only be told as a thing the work included, or not at all."""
    first = _first_clause(highlight, entry)
    if isinstance(first, Clause):
        doing = first.text.split()[1:2]
        is_doing = doing and Form.GERUND in forms_of(doing[0].strip(","))
        return first.subject is Subject.WORK and not is_doing
    return first is not None


def is_told_as_work(highlight: Highlight, entry: Entry) -> bool:
    """Tell whether a highlight is told as what the work included, not as what the person did."""
    first = _first_clause(highlight, entry)
    return isinstance(first, Clause) and first.subject is Subject.WORK


@lru_cache(maxsize=512)
def _first_clause(highlight: Highlight, entry: Entry) -> Clause | Unread | None:
    """Read what a bullet says first, None where its author wrote a sentence for letters."""
    if highlight.letter is not None:
        return None
    clauses = read_bullet(without_employer(highlight.text.markdown, entry), ended=entry.is_over)
    return clauses if isinstance(clauses, Unread) else clauses[0]


def _is_named(clause: Clause, highlight: Highlight) -> bool:
    """Tell whether a deed begins with a tag, so is no deed ("dissolved oxygen")."""
    begins = " ".join(bare(word) for word in clause.text.split()[:_NAME_WORDS])
    return clause.subject is Subject.PERSON and begins in {tag.casefold() for tag in highlight.tags}


def _texts(highlight: Highlight, entry: Entry) -> Iterator[str]:
    """Yield the texts that may be told of a highlight, the fullest first.

    They are its text without sentences about the employer, its shorter wording, and its beginning.
    """
    text = without_employer(highlight.text.markdown, entry)
    if not text:
        return
    yield text
    yield from (w.text.markdown for w in highlight.wordings if w.name == "concise")
    if len(sentences_of(tidy(text))) > 1:
        return
    tail = re.match(_TAIL, text.rstrip("."))
    if tail and tail["said"].count("(") == tail["said"].count(")"):
        yield tail["said"]
    if _ASIDE_AT_END.search(text.rstrip(".")):
        yield _ASIDE_AT_END.sub("", text.rstrip("."))
    segments = split_segments(text)
    for end in range(len(segments) - 1, 0, -1):
        if any(s.mark != ";" or is_in(s.text.split()[0], "contrasts") for s in segments[end:]):
            return
        yield "; ".join(segment.text for segment in segments[:end])


def _tell(
    highlight: Highlight,
    entry: Entry,
    clauses: tuple[Clause, ...],
    introduction: Introduction,
    *,
    again: bool,
    cut: bool,
) -> Iterator[Telling]:
    first, *others = clauses
    rest = [stopped(capital(said(clause))) for clause in others]
    setting = _setting(entry, again=again)
    for opener, sentence in introduced(first, entry, setting, introduction):
        texts = (stopped(capital(sentence)), *rest)
        room = _with_room(texts)
        if room == texts or (room and cut):
            yield _telling(highlight, entry, room, introduction, opener, own=False)


def _with_room(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Return as many of the first sentences as there is room for.

    There are none if the first is too long, or if the first one left out takes back what was said.
    """
    room = LONGEST_TELLING_WORDS
    for number, text in enumerate(texts):
        words = text.split()
        room -= len(words)
        if len(words) > LONGEST_WORDS or room < 0 or number == _MOST_SENTENCES:
            return () if is_in(words[0], "contrasts") else texts[:number]
    return texts


def _setting(entry: Entry, *, again: bool) -> Setting:
    setting = setting_of(entry)
    return setting.again() if again else setting


def _tell_own(
    highlight: Highlight, entry: Entry, introduction: Introduction, *, again: bool
) -> Iterator[Telling]:
    """Yield the author's own sentence, behind where it was done if it does not say so."""
    assert highlight.letter is not None
    sentences = split_sentences(" ".join(highlight.letter.markdown.split()))
    setting = _setting(entry, again=again)
    first, rest = sentences[0], sentences[1:]
    says_where = not _OWN_SUBJECT.match(first) or any(
        part and part in first for part in (setting.name, _name(entry), entry.title.markdown)
    )
    if not says_where:
        clause = _own_clause(first)
        for less in LESS[introduction]:
            for opener, sentence in introduced(clause, entry, setting, less):
                if len(sentence.split()) <= LONGEST_WORDS:
                    texts = (stopped(capital(sentence)), *rest)
                    yield _telling(highlight, entry, texts, less, opener, own=True)
            if introduction is Introduction.FULL and less is Introduction.FULL and not setting.role:
                continue
            break
        return
    texts = (stopped(first), *rest)
    yield _telling(highlight, entry, texts, Introduction.BARE, "own", own=True)


def _own_clause(sentence: str) -> Clause:
    first, _, rest = sentence.partition(" ")
    if first == "I":
        return Clause(Subject.PERSON, rest.rstrip("."))
    return Clause(Subject.OTHER, lowered(sentence).rstrip("."))


def _name(entry: Entry) -> str:
    return entry.organisation.name.markdown if entry.organisation else ""


def _telling(
    highlight: Highlight,
    entry: Entry,
    texts: tuple[str, ...],
    introduction: Introduction,
    opener: str,
    *,
    own: bool,
) -> Telling:
    source = Source(SourceKind.HIGHLIGHT, highlight.id)
    where = Source(SourceKind.ENTRY, entry.id)
    named = introduction in NAMED
    written = texts if own else tuple(marked_up(text) for text in texts)
    return Telling(
        highlight=highlight.id,
        sentences=tuple(
            Sentence(text, (where, source) if named and number == 0 else (source,), own=own)
            for number, text in enumerate(written)
        ),
        introduction=introduction,
        opener=opener,
    )
