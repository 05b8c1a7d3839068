"""The contract: what became of every note of the job file."""

from lapel.job.model import Job, Note, NoteKind
from lapel.ledger.model import Answer, Fate, NoteAccount, RequirementAccount
from lapel.matching.model import Candidate, Evidence, Match, Matches, Requirement
from lapel.text.plurals import join_and

FOR_THE_LETTER = (NoteKind.LETTER_POINT, NoteKind.CONNECTION)
ANSWERS_SHOWN = 6
NOTHING_ASKED = (
    "asks for nothing that a bullet could show; what lapel should do about it can be said with "
    "pin, drop, order or wording in the job file's front matter"
)


def account_notes(job: Job, matches: Matches, on_page: frozenset[str]) -> tuple[NoteAccount, ...]:
    """Every note with its fate; ``on_page`` are the ids of the candidates that stand there."""
    candidates = {candidate.id: candidate for candidate in matches.candidates}
    requirements = {r.note: r for r in matches.requirements if r.note}
    return tuple(
        _account_note(note, requirements.get(note.id), matches, candidates, on_page)
        for note in job.notes
    )


def account_requirements(
    matches: Matches, on_page: frozenset[str]
) -> tuple[RequirementAccount, ...]:
    """Every line of the description that asks for something, with its evidence."""
    candidates = {candidate.id: candidate for candidate in matches.candidates}
    return tuple(
        RequirementAccount(
            id=requirement.id,
            kind=requirement.kind,
            text=requirement.text,
            place=str(requirement.place),
            evidence=matches.evidence[requirement.id],
            answers=_answers(requirement, matches, candidates, on_page),
        )
        for requirement in matches.requirements
        if not requirement.note
    )


def reason_texts(match: Match) -> tuple[str, ...]:
    """A match's reasons for people: 'shares “recommendation”'."""
    return tuple(f"{reason.kind.value} “{reason.text}”" for reason in match.reasons)


def highlight_of(candidate: str) -> str:
    """The id of the highlight that a candidate is, or is a wording of."""
    return candidate.partition("#")[0]


def _account_note(
    note: Note,
    requirement: Requirement | None,
    matches: Matches,
    candidates: dict[str, Candidate],
    on_page: frozenset[str],
) -> NoteAccount:
    evidence = matches.evidence[requirement.id] if requirement else None
    answers = _answers(requirement, matches, candidates, on_page) if requirement else ()
    missing = _missing(requirement, matches, on_page) if requirement else ()
    fate, why = _judge(note, requirement, evidence, answers, missing, matches)
    return NoteAccount(
        id=note.id,
        kind=note.kind.value,
        text=note.text,
        place=str(note.place),
        entries=matches.placements.get(note.id, ()),
        fate=fate,
        evidence=evidence,
        why=why,
        missing=missing,
        answers=answers,
    )


def _judge(
    note: Note,
    requirement: Requirement | None,
    evidence: Evidence | None,
    answers: tuple[Answer, ...],
    missing: tuple[str, ...],
    matches: Matches,
) -> tuple[Fate, str]:
    """The fate of a note and the sentence that says why."""
    if note.kind in FOR_THE_LETTER:
        return Fate.FOR_THE_LETTER, "kept for the cover letter; the resume does not use it"
    if note.kind is NoteKind.HINT and not matches.placements.get(note.id):
        return Fate.NOT_PLACED, f"“{note.label}” names no entry of the profile for certain"
    if requirement is None or not requirement.phrases:
        return Fate.NOT_APPLICABLE, NOTHING_ASKED
    if evidence is Evidence.NONE:
        if note.optional:
            return Fate.NOT_APPLICABLE, "said “if applicable”, and the profile has nothing for it"
        return Fate.NO_EVIDENCE, "nothing in the profile says this; write a bullet if you did it"
    if not any(answer.included for answer in answers):
        return Fate.LEFT_OUT, "the profile has evidence, but none of it found room on the page"
    if missing:
        return Fate.PARTLY, f"nothing on the page says {join_and([f'“{m}”' for m in missing])}"
    strengths = matches.phrase_evidence[requirement.id]
    thin = [p for p, e in zip(requirement.phrases, strengths, strict=True) if e is Evidence.WEAK]
    if evidence is Evidence.WEAK or thin:
        named = join_and([f"“{phrase}”" for phrase in thin])
        return Fate.PARTLY, f"the evidence is thin: only a single sign speaks for {named}"
    return Fate.HONOURED, "the page says all of it"


def _answers(
    requirement: Requirement,
    matches: Matches,
    candidates: dict[str, Candidate],
    on_page: frozenset[str],
) -> tuple[Answer, ...]:
    """What supports a requirement: what stands on the page first, then the best left out.

    Of a highlight's wordings only one is named: the one on the page, else the best.
    """
    supporting = [m for m in matches.by_requirement.get(requirement.id, ()) if m.supports]
    supporting.sort(key=lambda match: match.candidate not in on_page)
    once: dict[str, Match] = {}
    for match in supporting:
        once.setdefault(highlight_of(match.candidate), match)
    return tuple(
        Answer(
            id=match.candidate,
            place=str(candidates[match.candidate].place),
            text=candidates[match.candidate].text,
            score=match.score,
            reasons=reason_texts(match),
            included=match.candidate in on_page,
        )
        for match in list(once.values())[:ANSWERS_SHOWN]
    )


def _missing(
    requirement: Requirement, matches: Matches, on_page: frozenset[str]
) -> tuple[str, ...]:
    """The phrases that nothing on the page supports."""
    said: set[int] = set()
    for match in matches.by_requirement.get(requirement.id, ()):
        if match.supports and match.candidate in on_page:
            said |= match.phrases
    return tuple(p for index, p in enumerate(requirement.phrases) if index not in said)
