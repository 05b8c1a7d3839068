"""Every rule for a letter file, asked of one letter."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from lapel.checks.letters.companies import check_companies
from lapel.checks.letters.grammar import (
    check_doubts,
    check_repeats,
    check_splices,
    check_verbs,
)
from lapel.checks.letters.indexing import known_facts
from lapel.checks.letters.provenance import check_provenance
from lapel.checks.letters.sentence import said_sentences
from lapel.checks.letters.skills import check_skills
from lapel.checks.letters.style import (
    check_cliches,
    check_length,
    check_openers,
    check_sentence_length,
)
from lapel.checks.letters.unfinished import check_unfinished
from lapel.job.model import Job
from lapel.letter.model import Letter
from lapel.locale.words import primary_language
from lapel.matching.lexicon import Lexicon
from lapel.profile.model import Profile
from lapel.source.diagnostics import Diagnostic, Place, sort_by_place
from lapel.source.source import Source

DOUBTS = frozenset({"other-company", "not-in-profile", "skill-not-in-profile"})


class Terms(Struct, frozen=True):
    """What a letter is checked against.

    ``language`` is its BCP 47 tag: the reader of sentences knows English alone. ``most_words`` is
    how long it may be; ``others`` are the companies of other job files.
    """

    profile: Profile
    job: Job
    lexicon: Lexicon
    language: str
    most_words: int
    others: tuple[str, ...]


def check_letter(letter: Letter, source: Source, terms: Terms) -> tuple[Diagnostic, ...]:
    """Apply every rule to a letter as read from ``source``; return the problems in order of their
    lines.
    """
    facts = known_facts(terms.profile, terms.job, terms.lexicon)
    sentences = tuple(said_sentences(letter))
    company = terms.job.company.text if terms.job.company else ""

    def found() -> Iterator[Diagnostic]:
        yield from check_companies(letter, source, facts, company, terms.others)
        yield from check_unfinished(letter, sentences, source)
        yield from check_length(sentences, source, terms.most_words)
        yield from check_sentence_length(sentences, source)
        if primary_language(terms.language) != "en":
            return
        yield from check_provenance(letter, sentences, facts, source)
        yield from check_skills(sentences, source, facts, terms.lexicon)
        yield from check_openers(sentences, source)
        yield from check_cliches(sentences, source)
        yield from check_verbs(sentences, source)
        yield from check_splices(sentences, source)
        yield from check_doubts(sentences, source)
        yield from check_repeats(sentences, source)

    return sort_by_place(_keep_gravest(found()))


def _keep_gravest(problems: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield the problems, but of several doubts about the same words only the first, the
    gravest.
    """
    doubted: set[Place | None] = set()
    for problem in problems:
        if problem.code in DOUBTS and problem.place in doubted:
            continue
        if problem.code in DOUBTS:
            doubted.add(problem.place)
        yield problem
