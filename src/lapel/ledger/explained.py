"""How much each part of the profile matters to the job, as `explain --json` prints it."""

from collections.abc import Iterator

from msgspec import Struct

from lapel.job.model import Job, NoteKind
from lapel.ledger.asked import measure_relevance, reason_texts, supporting_reasons
from lapel.ledger.model import FOR_THE_LETTER, Fate, HighlightAccount, Ledger
from lapel.matching.model import (
    DEEDS,
    Candidate,
    CandidateKind,
    Evidence,
    Match,
    Matches,
    ReasonKind,
    Requirement,
    RequirementKind,
)
from lapel.profile.ids import highlight_of
from lapel.profile.model import Profile


class HighlightMatch(Struct, frozen=True):
    """How well one highlight answers a requirement, in its best wording; score in [0, 1].

    ``near`` says that it comes near enough to be weak evidence, where it does not support.
    """

    id: str
    score: float
    supports: bool
    near: bool
    reasons: tuple[str, ...]


class ExplainedRequirement(Struct, frozen=True):
    """One requirement with its evidence; ``highlights`` best first, over the whole profile,
    ``held`` the licences, certificates, degrees and languages that state what it asks for, and the
    roles that are as long as it asks; ``named`` the skills, summaries and titles that say it, too.

    ``entry`` is where a hint was placed: an entry's id, or the employer's where it means all of
    its roles. ``fate`` is null for lines of the description and without a current ledger.
    """

    id: str
    kind: RequirementKind
    text: str
    line: int
    entry: str | None
    phrases: tuple[str, ...]
    weight: float
    evidence: Evidence
    fate: Fate | None
    held: tuple[str, ...]
    named: tuple[str, ...]
    highlights: tuple[HighlightMatch, ...]


class ExplainedHighlight(Struct, frozen=True):
    """One highlight; ``included`` and ``height_pt`` are null without a current ledger."""

    id: str
    entry: str
    text: str
    score: float
    included: bool | None
    reasons: tuple[str, ...]
    height_pt: float | None
    flip: str | None


class ExplainedPoint(Struct, frozen=True):
    """One letter point or answer and what became of it in the letter; ``fate`` is null, and
    ``sentences`` empty, without a current ledger.
    """

    id: str
    kind: NoteKind
    text: str
    line: int
    fate: Fate | None
    why: str
    sentences: tuple[str, ...]


class Explained(Struct, frozen=True):
    """What `lapel explain JOB --json` prints; ``by_meaning`` says whether word vectors took part,
    which this machine may lack.
    """

    job: str
    profile: str
    by_meaning: bool
    requirements: tuple[ExplainedRequirement, ...]
    highlights: tuple[ExplainedHighlight, ...]
    letter: tuple[ExplainedPoint, ...]
    warnings: tuple[str, ...]


def explain(
    job_path: str,
    profile_path: str,
    job: Job,
    profile: Profile,
    matches: Matches,
    ledger: Ledger | None,
    warnings: tuple[str, ...],
) -> Explained:
    """Return the matches as a view; a current ``ledger`` adds what became of everything."""
    fates = {note.id: note.fate for note in ledger.notes} if ledger else {}
    accounts = {account.id: account for account in ledger.highlights} if ledger else {}
    return Explained(
        job_path,
        profile_path,
        matches.by_meaning,
        tuple(
            ExplainedRequirement(
                id=requirement.id,
                kind=requirement.kind,
                text=requirement.text,
                line=requirement.place.line,
                entry=_find_placed_entry(requirement, profile),
                phrases=requirement.phrases,
                weight=requirement.weight,
                evidence=matches.evidence[requirement.id],
                fate=fates.get(requirement.note) if requirement.note else None,
                held=_find_held(requirement, matches),
                named=_find_mentions(requirement, matches),
                highlights=_find_best_highlights(requirement, matches),
            )
            for requirement in matches.requirements
        ),
        tuple(
            _explain_highlight(candidate, matches, accounts.get(candidate.id))
            for candidate in matches.candidates
            if candidate.kind is CandidateKind.HIGHLIGHT
        ),
        tuple(_explain_points(job, ledger)),
        warnings,
    )


def _find_held(requirement: Requirement, matches: Matches) -> tuple[str, ...]:
    found = matches.by_requirement.get(requirement.id, ())
    return tuple(dict.fromkeys(filter(None, (_find_statement(match, matches) for match in found))))


def _find_statement(match: Match, matches: Matches) -> str:
    """Return what states by itself what is asked, "" for a match that does not."""
    for reason in match.reasons if match.supports else ():
        if reason.kind is ReasonKind.HELD:
            return reason.text
        long_enough = matches.evidence[match.requirement] is Evidence.STRONG
        if reason.kind is ReasonKind.YEARS and long_enough:
            return _find_mention_text(match, matches)
    return ""


def _find_mentions(requirement: Requirement, matches: Matches) -> tuple[str, ...]:
    found = matches.by_requirement.get(requirement.id, ())
    return tuple(
        text
        for match in found
        if match.supports and (text := _find_mention_text(match, matches))
        if not _find_statement(match, matches)
    )


def _find_mention_text(match: Match, matches: Matches) -> str:
    """Return what a skill, a summary or an entry's own line says, "" for a deed."""
    candidate = matches.candidate[match.candidate]
    return candidate.text if candidate.kind not in DEEDS else ""


def _explain_points(job: Job, ledger: Ledger | None) -> Iterator[ExplainedPoint]:
    accounts = {account.id: account for account in ledger.notes} if ledger else {}
    for note in job.notes:
        if note.kind in FOR_THE_LETTER:
            account = accounts.get(note.id)
            yield ExplainedPoint(
                note.id,
                note.kind,
                note.text,
                note.place.line,
                account.fate if account else None,
                account.why if account else "",
                tuple(answer.text for answer in account.answers) if account else (),
            )


def _find_placed_entry(requirement: Requirement, profile: Profile) -> str | None:
    """Return a hint's entry, or the employer over all the entries it was placed on."""
    if len(requirement.entries) < 2:
        return requirement.entries[0] if requirement.entries else None
    organisation = profile.entry(requirement.entries[0]).organisation
    return organisation.id if organisation else requirement.entries[0]


def _find_best_highlights(requirement: Requirement, matches: Matches) -> tuple[HighlightMatch, ...]:
    best: dict[str, HighlightMatch] = {}
    for match in matches.by_requirement.get(requirement.id, ()):
        if matches.candidate[match.candidate].kind in DEEDS:
            id, near = highlight_of(match.candidate), bool(match.near)
            found = HighlightMatch(id, match.score, match.supports, near, reason_texts(match))
            best.setdefault(id, found)
    return tuple(best.values())


def _explain_highlight(
    candidate: Candidate, matches: Matches, account: HighlightAccount | None
) -> ExplainedHighlight:
    own = matches.by_candidate.get(candidate.id, ())
    return ExplainedHighlight(
        id=candidate.id,
        entry=candidate.entry,
        text=candidate.text,
        score=measure_relevance(own, matches),
        included=account.included if account else None,
        reasons=supporting_reasons(own, matches),
        height_pt=account.height_pt if account else None,
        flip=account.flip if account else None,
    )
