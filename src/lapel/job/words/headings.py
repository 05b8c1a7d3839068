"""The meaning of the headings and labels of a job file."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from lapel.job.words.phrased import phrased_topic
from lapel.job.words.topics import NOTES, Topic
from lapel.job.words.vocabulary import vocabulary, without_accents
from lapel.text.inline import plain_text
from lapel.text.regexes import regex
from lapel.text.spelling import edit_distance, find_nearest
from lapel.text.words import fold_text

_LONGEST_HEADING_WORDS = 9
"""The most words of a heading whose meaning a few of them tell."""
_LONGEST_REMARK_WORDS = 4
"""The most words of a remark behind a heading's comma."""
_LONGEST_KEPT_WORDS = 40
"""The most words under a name of bookkeeping; more are a posting that goes on."""
_SHORTEST_MISSPELT = 5
"""The fewest letters of a known heading that another spelling may stand for."""
_TWO_SLIPS_FROM_LETTERS = 10
"""The fewest letters of a heading that may have two slips, or another letter than meant."""
_ANNOUNCING = regex(
    r"^(?:and |so |now |then )?(?:here(?:'s| is| are)|this is|these(?: next)?(?: \w+)?(?: are| go)"
    r"|(?:the )?(?:next|following)(?: \w+)? (?:is|are|go|goes)|below (?:is|are)) "
    r"|(?:(?: (?:is|are))? (?:the following|as follows)| (?:is|are) (?:these|this|below))$"
)
"""The words of a sentence around a topic's name: "these are for the letter"."""
_LISTING = regex(r"(?: will| may)? includes?$")
"""Words behind the name of a list: "Duties will include"."""
_OWN_WORDS = frozenset(
    {
        "my",
        "me",
        "i",
        "i'm",
        "i’m",
        "i've",
        "i’ve",
        "i'd",
        "i’d",
        "i'll",
        "i’ll",
        "ich",
        "mein",
        "meine",
        "meinen",
        "mir",
        "je",
    }
)
_DOCUMENTS = frozenset({"resume", "résumé", "cv"})
_SHORTEST_BY_ENDING = 5
"""The fewest letters of a word that is a position's by its ending: "tutor", and not "or"."""
_LEVELS = frozenset({"i", "ii", "iii", "iv", "v", "1", "2", "3", "4", "5"})
"""Levels behind a position's name: "Analyst II"."""
_BRACKETED = regex(r"[(\[][^)\]]*[)\]]")
_NUMBERING = regex(
    r"^(?:\d{1,2}(?:\.\d{1,2})+|\d{1,2}[.)]|[a-z][.)]|checklist\s*[:–—-]"
    r"|(?:part|section|step|teil) (?:\d{1,2}|[ivx]{1,4}|[a-z])\s*[.:)–—-])\s+"
)
CAMEL = regex(r"(?<=[a-z])(?=[A-Z])")
"""The places where a key in one word parts: "why" and "Copenhagen" in "whyCopenhagen"."""
_ARTICLE = regex(r"^(?:the|my|a|our|also) ")
_ARTICLE_ABROAD = regex(
    r"^(?:(?:le|la|les|mon|ma|mes|das|der|die|mein|meine|el|los|las|mi|mis|il|lo|gli|os|as|meu"
    r"|minha|meus|minhas|de|het|mijn) |l['’])"
)
_BEHIND_POSITION = regex(r" (?:of|for|in|with|to) |[,(/]| [-–—] ")
_PURPOSE = regex(r" (?=(?:to|worth|for|from|i|i'd|i'll|that|which) )")
_ASKS = regex(
    r"(?:why|warum|weshalb|pourquoi|por qu[eé]|perch[eé]|waarom)(?: (?!me\b|hire|should)|$)"
    r"|personal$"
    r"|(?:(?:what|who|how|where|when) )?(?:do|did|have|are|am|would|has) (?:you|i|we)\b"
)
_NO_LETTERS = regex(r"[^\w'/&\s-]|_")
_THINGS = regex(r"^(?:(?:the )?(?:stuff|things?|bits|points|items|topics|parts|what)) (?=\S)")
"""Words before the ones that refuse: "things to leave out"."""


@lru_cache(maxsize=4096)
def heading_name(title: str) -> str:
    """Return a heading's name for lookup: lower case, without marks, numbering, emoji and brackets,
    short forms written out: "2. Job desc.:" -> "job description".
    """
    shortened = vocabulary().shortened
    text = fold_text(CAMEL.sub(" ", unicodedata.normalize("NFKC", plain_text(title))))
    text = _NO_LETTERS.sub(" ", _BRACKETED.sub(" ", _NUMBERING.sub("", text.strip("*_ \t"))))
    words = text.replace("&", " and ").replace("/", " ").split()
    return " ".join(shortened.get(word, word) for word in words).strip(" -")


@lru_cache(maxsize=4096)
def topic_of(title: str, *, in_notes: bool = False) -> Topic | None:
    """Return the topic that a heading or label opens; None where the name is not known.

    ``in_notes`` admits the shorter names that mean a topic only among notes.
    """
    words = vocabulary()
    name = heading_name(title)
    if title.endswith("#"):  # "Job #" is a number
        return None
    if in_notes and name in words.in_notes:
        return words.in_notes[name]
    if in_notes and words.in_notes.get(_without_purpose(name)) is Topic.EMPHASIS:
        return Topic.EMPHASIS
    if name in words.names:
        return words.names[name]
    if abroad := _find_topic_abroad(without_accents(name)):
        return abroad
    if name in words.posting.names:
        return None
    bare = _ARTICLE.sub("", name)
    if bare in words.names:
        return words.names[bare]
    phrased = phrased_topic(without_accents(name))
    if phrased:
        return Topic(phrased)
    return announced_topic(name) or _find_topic_with_remark(title) or _find_topic_by_words(name)


def _find_topic_with_remark(title: str) -> Topic | None:
    """Return the notes or the posting of a name with a remark behind a comma: "letter, in this
    order", "the ad, copied".
    """
    named, _, remark = title.partition(", ")
    said = remark and topic_of(remark) not in (None, Topic.DESCRIPTION)
    if not remark or len(remark.split()) > _LONGEST_REMARK_WORDS or said:
        return None
    topic = vocabulary().names.get(heading_name(named))
    return topic if topic in (*NOTES, Topic.DESCRIPTION) else None


def announced_topic(sentence: str) -> Topic | None:
    """Return the topic that a sentence announces, or None: "What I want them to see is these"."""
    name = heading_name(sentence).rstrip(".")
    said = _ANNOUNCING.sub("", name)
    return topic_of(said) if said != name else None


def _find_topic_abroad(name: str) -> Topic | None:
    """Return the topic of a name in another language, with or without an article: "La lettre"."""
    abroad = vocabulary().abroad
    return abroad.get(name) or abroad.get(_ARTICLE_ABROAD.sub("", name))


def _without_purpose(name: str) -> str:
    """Return a name without its purpose: "skills to get across" -> "skills"; "skills to learn" or
    "to leave out" stays whole.
    """
    named, *behind = _PURPOSE.split(name, maxsplit=1)
    said = "".join(behind)
    is_against = vocabulary().own.lacking.intersection(said.split()) or heads_refusals(said)
    return name if is_against else named


def _find_topic_by_words(name: str) -> Topic | None:
    words = name.split()
    if len(words) > _LONGEST_HEADING_WORDS:
        return None
    for pattern in vocabulary().patterns:
        if all(any(word.startswith(group) for word in words) for group in pattern.words):
            return pattern.topic
    return None


def is_named(title: str) -> bool:
    """Tell whether a heading is by its whole name one of a topic's, with nothing in brackets."""
    name, words = heading_name(title), vocabulary()
    known = name in words.names or without_accents(name) in words.abroad
    return known and not _BRACKETED.search(title)


def is_value_word(title: str) -> bool:
    """Tell whether a heading's name may as well be a field's value: "Applied" is a status."""
    return heading_name(title) in vocabulary().value_words


def is_remark(title: str) -> bool:
    """Tell whether a label within the employer's text marks a remark of the person's: "me"."""
    return heading_name(title) in vocabulary().own.remarks


def is_ambiguous_name(title: str) -> bool:
    """Tell whether a heading's name may as well be a value, or a word of a note."""
    return heading_name(title) in vocabulary().weak


def is_for_own_use(title: str) -> bool:
    """Tell whether a field of this name ("Salary") is only for the person's own use."""
    name = heading_name(title).replace("-", " ")
    names = (name, without_accents(name))
    return title.endswith("#") or not vocabulary().kept.isdisjoint(names)


def is_bookkeeping(title: str, words: int) -> bool:
    """Tell whether text of ``words`` words under this name is only written down by the person;
    longer text is a posting that goes on.
    """
    return words <= _LONGEST_KEPT_WORDS and (is_for_own_use(title) or is_of_documents(title))


def is_of_documents(title: str) -> bool:
    """Tell whether a name says how the documents should be: "CV length", "Language"."""
    return heading_name(title) in vocabulary().documents


def section_of(title: str) -> str | None:
    """Return the profile's section that a heading names: "Jobs" -> "work"; None for any other."""
    name, words = heading_name(title), vocabulary()
    bare = without_accents(name)
    return words.sections.get(name) or words.sections.get(bare) or words.sections_abroad.get(bare)


def is_posting_heading(title: str) -> bool:
    """Tell whether an employer would use this heading, by its name or one of its words."""
    return is_posting_name(title) or _has_word(heading_name(title), vocabulary().posting.words)


def is_posting_name(title: str) -> bool:
    """Tell whether the heading's whole name is one of a posting's."""
    return is_demand_heading(title) or heading_name(title) in vocabulary().posting.names


def _has_word(name: str, words: Iterable[str]) -> bool:
    """Tell whether a word of the name is one of these, or begins with one of the longer."""
    return any(
        word.startswith(beginning) if len(beginning) > 4 else word == beginning
        for word in name.split()
        for beginning in words
    )


def speaks_of_own(text: str) -> bool:
    """Tell whether a text has a word of the first person: "I", "my", "ich", "je"."""
    return not _OWN_WORDS.isdisjoint(text.casefold().split())


def is_own_heading(title: str) -> bool:
    """Tell whether a heading is in the first person or names the resume: no employer's does."""
    return speaks_of_own(title) or not _DOCUMENTS.isdisjoint(heading_name(title).split())


def heads_instructions(title: str) -> bool:
    """Tell whether a heading has a word that tells lapel what to do."""
    return not vocabulary().own.steers.isdisjoint(heading_name(title).split())


def is_aside(title: str) -> bool:
    """Tell whether a heading is about something other than resume and letter."""
    name, words = heading_name(title), vocabulary().own.asides
    return name in words or _has_word(name, words)


def heads_refusals(title: str) -> bool:
    """Tell whether a heading is over things to leave out: "Leave out", "Don't mention"."""
    name, words = _THINGS.sub("", heading_name(title)), vocabulary()
    begun = next((b for b in words.own.refusing if name.startswith(b)), None)
    says = begun is not None and not name.removeprefix(begun).startswith(words.own.meant_otherwise)
    return says or name in words.own.refuses


def is_demand_heading(title: str) -> bool:
    """Tell whether the heading is one of an employer's demands anywhere: "Requirements"."""
    name, words = _LISTING.sub("", heading_name(title)), vocabulary()
    known = name in words.posting.demands or without_accents(name) in words.demands_abroad
    return known or (
        name.startswith(words.posting.wanted) and not title.rstrip().endswith((".", "!"))
    )


def is_position(name: str) -> bool:
    """Tell whether a name sounds like a position's: "Head of Programs", "Senior Nurse, ICU"."""
    said = _BEHIND_POSITION.split(name.casefold(), maxsplit=1)[0].split()
    last = [word for word in said if word not in _LEVELS][-1:]
    words = vocabulary().positions
    return any(
        word in words.words
        or (
            len(word) >= _SHORTEST_BY_ENDING
            and word.endswith(words.endings)
            and word not in words.never
        )
        for word in last
    )


def is_part_of_company(name: str) -> bool:
    """Tell whether words beside a position are a department, a shift or a way of working.

    Examples are "Acute Medical Unit" and "nights".
    """
    words = f" {heading_name(name).rstrip(' 0123456789')}"
    return words.endswith(tuple(f" {part}" for part in vocabulary().positions.parts))


def asks_of_connection(title: str) -> bool:
    """Tell whether a heading asks about ties to the employer: "Why Acme?", "do I know Bo"."""
    name = heading_name(title)
    return topic_of(title) is Topic.CONNECTION or _ASKS.match(name) is not None


def nearest_heading(title: str) -> str | None:
    """Return the known heading whose spelling is nearest to the title; None where none is near."""
    return find_nearest(heading_name(title), vocabulary().names)


def meant_heading(title: str) -> str | None:
    """Return the known heading that the title misspells by one letter, by two in a title of ten or
    more: "Compnay" -> "company"; None for any other.
    """
    name = heading_name(title)
    if (
        section_of(name)
        or is_posting_heading(name)
        or heads_instructions(name)
        or heads_refusals(name)
    ):
        return None
    long = len(name) >= _TWO_SLIPS_FROM_LETTERS
    slips = 2 if long else 1
    near = (
        known
        for known in vocabulary().names
        if len(known) >= _SHORTEST_MISSPELT
        and known[0] == name[:1]
        and known.rstrip("s") != name.rstrip("s")  # "Practices" is another word, as is "Lifting":
        and (long or len(known) != len(name) or sorted(known) == sorted(name))
    )
    return next((n for n in near if 0 < edit_distance(name, n, slips + 1) <= slips), None)
