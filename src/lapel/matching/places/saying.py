"""Which bullets and lines of entries have the words of a note: all of them, or the special ones."""

from collections.abc import Sequence
from functools import lru_cache

from lapel.matching.asked.wish_words import WORD
from lapel.matching.model import Candidate, CandidateKind
from lapel.matching.places.names import WORK_AND_STUDIES, Names
from lapel.matching.places.parting import is_several
from lapel.matching.sections import without_section
from lapel.profile.ids import telling_words, words_of_id
from lapel.text.phrases import special_stems
from lapel.text.verbs import Form, inflect
from lapel.text.words import split_words, stems_of

_KINDS_OF_ENTRY = (
    "volunteer volunteering voluntary work job role position seat membership experience time award "
    "prize certificate certification cert licence license project publication paper article talk"
)
_LINES = (CandidateKind.ENTRY, CandidateKind.ROLE)


def is_called(what: str, id: str) -> bool:
    """Tell whether a bullet's id says the same as the note."""
    called = stems_of(words_of_id(id))
    return called in (special_stems(what), _stems(what))


def find_only_by_id(what: str, names: Names) -> tuple[str, ...]:
    """Find the only bullet whose id is a part of the words: "upsell" of "upsell revenue"."""
    said = _stems(what)
    found = [c.id for c in names.bullets if (own := stems_of(words_of_id(c.id))) and own <= said]
    return tuple(found) if len(found) == 1 else ()


def find_only_by_word(what: str, names: Names) -> tuple[str, ...]:
    """Find the only bullet of the hint's entries with any of the special words.

    "The penguin suit" is found in a role where one bullet tells of penguins.
    """
    special = special_stems(what)
    found = [c.id for c in names.bullets if not special.isdisjoint(_candidate_stems(c))]
    return tuple(found) if names.within and len(found) == 1 else ()


def find_literally(what: str, names: Names) -> list[Candidate]:
    """Return the bullets, and lines of entries beside work, with all the words."""
    lines = [c for c in lines_saying(what, names) if c.kind is CandidateKind.ENTRY]
    whole = {line.id for line in lines}
    bullets = [c for c in names.bullets if c.entry not in whole]
    about = {c.id: stems_of(c.text) for c in names.candidates if c.kind in _LINES}
    as_verbs = stems_of(_to_base_forms(" ".join(telling_words(what))))
    for asked, says in (
        (_stems(what), _candidate_stems),
        (special_stems(what), _candidate_stems),
        (as_verbs, _candidate_base_stems),
    ):
        said = [
            c
            for c in bullets
            if asked and _says_all(asked, says(c), about.get(c.entry, frozenset()))
        ]
        if said:
            return [*lines, *said]
    return lines


def find_within_by_line(what: str, names: Names) -> tuple[str, ...]:
    """Return the entries meant that have all the words in their line: "the manager role"."""
    wanted = _stems(what.casefold()) - stems_of(_KINDS_OF_ENTRY)
    lines = [c for c in names.candidates if c.kind in _LINES and c.id in names.within]
    told = {c.id: stems_of(f"{c.text} {words_of_id(c.id)}".casefold()) for c in lines}
    return tuple(id for id, line in told.items() if wanted and wanted <= line)


def find_entry_beside_work(what: str, names: Names) -> tuple[str, ...]:
    """Find the only entry beside work and studies whose line has all the words.

    Words for the kind of entry need not be in the line ("the food bank board seat").
    """
    wanted = _stems(what.casefold()) - stems_of(_KINDS_OF_ENTRY)
    beside = {e.id for e in names.profile.entries if e.section not in WORK_AND_STUDIES}
    lines = [c for c in names.candidates if c.kind in _LINES]
    told = {c.id: f"{c.text} {words_of_id(c.id)}".casefold() for c in lines}
    having = [id for id, line in told.items() if wanted <= stems_of(line)]
    return tuple(having) if wanted and len(having) == 1 and having[0] in beside else ()


def find_alone_beside_work(what: str, names: Names) -> tuple[str, ...]:
    """Find the only entry beside work and studies with any special word, also in a bullet."""
    special = special_stems(what) if not is_several(what) else frozenset()
    owners = {
        candidate.entry if candidate.kind is CandidateKind.HIGHLIGHT else candidate.id
        for candidate in names.candidates
        if candidate.kind in (*_LINES, CandidateKind.HIGHLIGHT)
        and not special.isdisjoint(
            _candidate_stems(candidate) | stems_of(words_of_id(candidate.entry))
        )
    }
    beside = {e.id for e in names.profile.entries if e.section not in WORK_AND_STUDIES}
    return tuple(owners) if len(owners) == 1 and owners <= beside else ()


def find_as_spelled(what: str, found: Sequence[Candidate]) -> list[Candidate]:
    """Find the entry that alone has the words as spelled: "skiing" is an interest, no ski race."""
    words = set(telling_words(what.casefold()))
    said = [c for c in found if words <= set(telling_words(" ".join(told_of(c)).casefold()))]
    return said if [c.kind for c in said] == [CandidateKind.ENTRY] else []


def lines_saying(what: str, names: Names) -> list[Candidate]:
    """Return the entries with all the words in their own line, the section's name left out or not.

    "The clinic volunteering" need only say the clinic.
    """
    if names.within:
        return []
    wanted = [stems for said in (what, without_section(what)) if (stems := _stems(said))]
    return [
        candidate
        for candidate in names.candidates
        if candidate.kind in _LINES
        and any(w <= stems_of(f"{candidate.text} {words_of_id(candidate.id)}") for w in wanted)
    ]


def told_of(bullet: Candidate) -> tuple[str, str]:
    """Return a bullet's text, and its id with its tags, as two texts whose words are cached."""
    return bullet.text, " ".join((words_of_id(bullet.id), *bullet.tags))


def _candidate_stems(bullet: Candidate) -> frozenset[str]:
    """Return the stems of a bullet's text, its id and its tags."""
    return frozenset().union(*map(stems_of, told_of(bullet)))


def _candidate_base_stems(bullet: Candidate) -> frozenset[str]:
    """Return the stems as ``_candidate_stems`` does, with each verb in its base form."""
    words = (word.written for text in told_of(bullet) for word in split_words(text))
    return frozenset().union(*map(_base_stems, words))


def _says_all(asked: frozenset[str], own: frozenset[str], about: frozenset[str]) -> bool:
    """Tell whether a bullet has all these stems, some of which its entry's line may supply.

    Of "the clinic leaflets" the line may supply the clinic.
    """
    return asked <= own | about and not asked.isdisjoint(own)


@lru_cache(maxsize=4096)
def _base_stems(word: str) -> frozenset[str]:
    return stems_of(_to_base_forms(word))


def _to_base_forms(text: str) -> str:
    """Return a text with each verb in its base form: "Swept" is sweep."""
    return " ".join(inflect(word, Form.BASE) or word for word in WORD.findall(text))


def _stems(what: str) -> frozenset[str]:
    """Return the stems of words without articles and the like."""
    return stems_of(" ".join(telling_words(what)))
