"""The contract: what became of every note of the job file."""

from collections.abc import Sequence

from msgspec import Struct

from lapel.job.model import Job, Note, NoteKind
from lapel.ledger.acts import tell_act
from lapel.ledger.advice import pin_line
from lapel.ledger.letter import StandingLetter, judge_letter_note, said_for
from lapel.ledger.model import Answer, Fate, NoteAccount, RequirementAccount
from lapel.ledger.standing import Standing, Told
from lapel.matching.acts import ActKind
from lapel.matching.evidence import judge_wishes
from lapel.matching.model import (
    DEEDS,
    Candidate,
    CandidateKind,
    Evidence,
    Match,
    Matches,
    ReasonKind,
    Requirement,
)
from lapel.profile.ids import highlight_of
from lapel.profile.model import Profile
from lapel.text.plurals import join_and

FOR_THE_LETTER = (NoteKind.LETTER_POINT, NoteKind.CONNECTION)
MENTIONS = (CandidateKind.SKILL, CandidateKind.SUMMARY)
STRONG = Evidence.STRONG
NEAR = 0.25
EMPTY_WORDS = frozenset({"a", "and", "at", "for", "in", "of", "on", "the", "to", "with"})
"""Alone they explain nothing to a reader."""
LONGEST_QUOTE = 48
ANSWERS_SHOWN = 6
_HARDLY_LESS = 200
"""Scores that round to the same of so many parts hardly differ."""
NOTHING_ASKED = (
    "asks for nothing a bullet could show; what lapel should do can be said with pin, drop or order"
)


def account_notes(
    job: Job,
    profile: Profile,
    matches: Matches,
    on_page: frozenset[str],
    pages: int,
    letter: StandingLetter | None = None,
) -> tuple[NoteAccount, ...]:
    """Every note with its fate; ``on_page`` are the ids of the candidates that stand there,
    ``pages`` how many there are, and ``letter`` is what those for the letter are judged by.
    """
    requirements = {r.note: r for r in matches.requirements if r.note}
    return tuple(
        _account_for_letter(note, letter, job, profile)
        if note.kind in FOR_THE_LETTER
        else _account_note(
            note,
            requirements.get(note.id),
            matches,
            on_page,
            _tell_acts(requirements.get(note.id), job, profile, matches, on_page, pages),
        )
        for note in job.notes
    )


def account_requirements(
    matches: Matches, on_page: frozenset[str]
) -> tuple[RequirementAccount, ...]:
    """Every line of the description that asks for something, with its evidence."""
    return tuple(
        RequirementAccount(
            id=requirement.id,
            kind=requirement.kind,
            text=requirement.text,
            place=str(requirement.place),
            evidence=matches.evidence[requirement.id],
            answers=_answers(requirement, matches, on_page),
        )
        for requirement in matches.requirements
        if not requirement.note
    )


def reason_texts(match: Match) -> tuple[str, ...]:
    """A match's reasons for people: 'tag “wound care”', 'near in meaning 0.71 as “dressings”'."""
    return tuple(
        f"{reason.kind.value} {reason.text}"
        if reason.kind in (ReasonKind.MEANING, ReasonKind.OUTSTANDING)
        else f"{reason.kind.value} “{reason.text}”"
        for reason in match.reasons
        if reason.text.casefold() not in EMPTY_WORDS
    )


def _account_for_letter(
    note: Note, standing: StandingLetter | None, job: Job, profile: Profile
) -> NoteAccount:
    fate, why = Fate.FOR_THE_LETTER, "kept for the cover letter; the resume does not use it"
    answers: tuple[Answer, ...] = ()
    if standing is not None:
        fate, why = judge_letter_note(note, standing)
        answers = said_for(note, standing.letter, job, profile)
    return NoteAccount(
        id=note.id,
        kind=note.kind.value,
        text=note.text,
        place=str(note.place),
        entries=(),
        fate=fate,
        evidence=None,
        why=why,
        missing=(),
        answers=answers,
    )


def _account_note(
    note: Note,
    requirement: Requirement | None,
    matches: Matches,
    on_page: frozenset[str],
    told: Sequence[Told],
) -> NoteAccount:
    evidence = matches.evidence[requirement.id] if requirement else None
    answers = _answers(requirement, matches, on_page) if requirement else ()
    said = _said(requirement, matches, on_page) if requirement else _NOTHING_SAID
    nearest = _nearest(requirement, matches) if requirement else None
    fate, why = _judge(note, requirement, evidence, answers, said, matches, nearest)
    sure = requirement is not None and any(act.sure for act in requirement.acts)
    if told and (sure or fate is not Fate.NOT_PLACED):
        asked = requirement is not None and bool(requirement.phrases)
        fate, why = _with_acts(fate, why if asked and fate is not Fate.NOT_PLACED else "", told)
    return NoteAccount(
        id=note.id,
        kind=note.kind.value,
        text=note.text,
        place=str(note.place),
        entries=matches.placements.get(note.id, ()),
        fate=fate,
        evidence=evidence,
        why=why,
        missing=said.missing,
        answers=answers,
    )


def _tell_acts(
    requirement: Requirement | None,
    job: Job,
    profile: Profile,
    matches: Matches,
    on_page: frozenset[str],
    pages: int,
) -> tuple[Told, ...]:
    if requirement is None:
        return ()
    own = matches.by_requirement.get(requirement.id, ())
    standing = Standing(
        job,
        profile,
        matches.orders,
        frozenset(map(highlight_of, on_page)),
        pages,
        led=frozenset(highlight_of(m.candidate) for m in own if m.phrases & requirement.leading),
        wanted=_wanted(matches),
    )
    return tuple(tell_act(act, requirement, standing) for act in requirement.acts)


def _wanted(matches: Matches) -> frozenset[str]:
    """The highlights that answer a wish of a note: the best of each."""
    best: dict[tuple[str, int], str] = {}
    noted = (requirement.id for requirement in matches.requirements if requirement.note)
    for id in noted:
        for match in matches.by_requirement.get(id, ()):
            if match.supports and matches.candidate[match.candidate].kind in DEEDS:
                for phrase in match.phrases:
                    best.setdefault((id, phrase), highlight_of(match.candidate))
    return frozenset(best.values())


def _with_acts(fate: Fate, why: str, told: Sequence[Told]) -> tuple[Fate, str]:
    """A note's fate once what it asks of the document is told too; ``why`` is "" where it asks
    for nothing else.
    """
    undone = any(one.done is False for one in told)
    unplaced = not all(one.placed for one in told)
    if fate is Fate.NO_EVIDENCE and unplaced:
        why = ""  # what should stand or go is no skill to write a bullet for
    sentence = "; ".join(dict.fromkeys(filter(None, [why, *(one.why for one in told)])))
    if not why:
        if all(one.done for one in told):
            return Fate.HONOURED, sentence
        if undone or any(one.done for one in told):
            return Fate.PARTLY, sentence
        return (Fate.NOT_PLACED if unplaced else Fate.NOT_APPLICABLE), sentence
    return (Fate.PARTLY if (undone or unplaced) and fate is Fate.HONOURED else fate), sentence


def _judge(
    note: Note,
    requirement: Requirement | None,
    evidence: Evidence | None,
    answers: tuple[Answer, ...],
    said: "_Said",
    matches: Matches,
    nearest: Candidate | None,
) -> tuple[Fate, str]:
    """The fate of a note and the sentence that says why."""
    if note.kind is NoteKind.HINT and not matches.placements.get(note.id):
        return Fate.NOT_PLACED, f"“{note.label}” names no entry of the profile for certain"
    if requirement is None or not requirement.phrases:
        return Fate.NOT_APPLICABLE, NOTHING_ASKED
    if evidence is Evidence.NONE:
        if requirement.optional:
            return Fate.NOT_APPLICABLE, "asked only if it fits, and the profile has nothing for it"
        return Fate.NO_EVIDENCE, _nothing_says(nearest)
    if not any(answer.included for answer in answers):
        return Fate.LEFT_OUT, _no_room(requirement, answers, matches)
    return _judge_shown(requirement, answers, said, matches)


def _judge_shown(
    requirement: Requirement, answers: tuple[Answer, ...], said: "_Said", matches: Matches
) -> tuple[Fate, str]:
    """The fate of a note that something on the page answers, or comes near to."""
    if not any(match.supports for match in matches.by_requirement[requirement.id]):
        return Fate.PARTLY, _only_near(answers)
    if said.missing:
        missing = _quoted(said.missing)
        return Fate.PARTLY, f"no bullet on the page was found to show {missing}; pin or write one"
    strengths = judge_wishes(matches.phrase_evidence[requirement.id], requirement.wishes)
    thin = [
        _told(wish, requirement)
        for wish, strength in zip(requirement.wishes, strengths, strict=True)
        if strength is not STRONG
    ]
    if thin:
        signs = f"the evidence is thin: only weak signs speak for {_quoted(thin)}"
        return Fate.PARTLY, f"{signs}; give a bullet that shows it this tag"
    if said.named:
        return Fate.PARTLY, f"no bullet on the page shows {_quoted(said.named)}, it is only named"
    return Fate.HONOURED, "bullets on the page answer all of it"


def _no_room(requirement: Requirement, answers: tuple[Answer, ...], matches: Matches) -> str:
    best = highlight_of(answers[0].id) if answers else ""
    if not any(match.supports for match in matches.by_requirement[requirement.id]):
        return (
            f"no bullet says this plainly; {best} comes nearest and found no room: "
            "if it shows this, give it a tag"
        )
    return (
        "the profile has evidence, but none of it found room on the page; "
        f"{pin_line([best])} in the front matter gives it some"
    )


def _only_near(answers: tuple[Answer, ...]) -> str:
    nearest = next(answer for answer in answers if answer.included)
    return (
        f"no bullet says this plainly; {highlight_of(nearest.id)} comes nearest in meaning: "
        "if it shows this, give it a tag"
    )


def _nothing_says(nearest: Candidate | None) -> str:
    if nearest is None:
        return "no bullet was found that says this; write one if you did it"
    return (
        f"no bullet says this plainly; if {highlight_of(nearest.id)} “{shortened(nearest.text)}” "
        "does, give it a tag, otherwise write one if you did it"
    )


def shortened(text: str) -> str:
    """A text cut at a word, with an ellipsis, where it is long."""
    return text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE].rsplit(' ', 1)[0]} …"


def _nearest(requirement: Requirement, matches: Matches) -> Candidate | None:
    """The bullet that comes nearest to supporting a requirement, where any comes near."""
    for match in matches.by_requirement.get(requirement.id, ()):
        candidate = matches.candidate[match.candidate]
        asked = not requirement.entries or candidate.entry in requirement.entries
        if match.score >= NEAR and asked and candidate.kind in DEEDS:
            return candidate
    return None


def _quoted(phrases: Sequence[str]) -> str:
    return join_and([f"“{phrase}”" for phrase in phrases])


def _answers(
    requirement: Requirement, matches: Matches, on_page: frozenset[str]
) -> tuple[Answer, ...]:
    """What supports a requirement, or where nothing does what comes near: what stands on the page
    first, deeds before mere mentions, what the note wants less of last; what is hardly less keeps
    the profile's order.

    Of a highlight's wordings only one is named: the one on the page, else the best.
    """
    found, candidates = matches.by_requirement.get(requirement.id, ()), matches.candidate
    supporting = [m for m in found if m.supports] or [m for m in found if m.near]
    in_profile = {id: place for place, id in enumerate(candidates)}
    denied = {id for a in requirement.acts if a.kind is ActKind.LESS and a.sure for id in a.named}
    supporting.sort(
        key=lambda match: (
            match.candidate not in on_page,
            candidates[match.candidate].kind in MENTIONS,
            highlight_of(match.candidate) in denied,
            -round(match.score * _HARDLY_LESS),
            in_profile[match.candidate],
        )
    )
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


class _Said(Struct, frozen=True):
    """Which phrases of a note the page only names (in a skill or summary), and which it lacks."""

    named: tuple[str, ...]
    missing: tuple[str, ...]


_NOTHING_SAID = _Said((), ())


def _said(requirement: Requirement, matches: Matches, on_page: frozenset[str]) -> _Said:
    shown: set[int] = set()
    named: set[int] = set()
    for match in matches.by_requirement.get(requirement.id, ()):
        if match.supports and match.candidate in on_page:
            mention = matches.candidate[match.candidate].kind in MENTIONS
            (named if mention else shown).update(match.phrases)
    unshown = [wish for wish in requirement.wishes if shown.isdisjoint(wish)]
    return _Said(
        tuple(_told(wish, requirement) for wish in unshown if not named.isdisjoint(wish)),
        tuple(_told(wish, requirement) for wish in unshown if named.isdisjoint(wish)),
    )


def _told(wish: frozenset[int], requirement: Requirement) -> str:
    """What a wish is for, by its first phrase."""
    return requirement.phrases[min(wish)]
