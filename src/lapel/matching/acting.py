"""What acts of notes point at: "lead with URBN" names an employer, "cut the skiing" a bullet."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from lapel.matching.lexical import SUPPORT, Answer
from lapel.matching.lexicon import Lexicon
from lapel.matching.model import Candidate, CandidateKind, Requirement
from lapel.matching.placing import names_organisation, place_label
from lapel.matching.wishes import Act, ActKind
from lapel.profile.ids import words_of_id
from lapel.profile.model import Profile
from lapel.text.phrases import special_stems
from lapel.text.words import stems_of

_POINTING = (ActKind.FIRST, ActKind.LESS, ActKind.SHORT)
_MOST_BULLETS = 3


class _Engine(Protocol):
    def answer(self, phrase: str) -> Mapping[int, Answer]: ...


def point_acts(
    requirements: Sequence[Requirement],
    profile: Profile,
    lexicon: Lexicon,
    engine: _Engine,
    candidates: Sequence[Candidate],
) -> tuple[Requirement, ...]:
    """The requirements, their acts with the ids of what they name. The name of an employer or a
    school is no skill, nor is an entry that should come first.
    """
    pointed = []
    for requirement in requirements:
        acts = []
        phrases = tuple(
            phrase
            for phrase in requirement.phrases
            if not requirement.note or not names_organisation(phrase, profile)
        )
        for act in requirement.acts:
            entries = _entries(act, profile, lexicon)
            named = entries or _bullets(act, requirement, engine, candidates)
            acts.append(replace(act, named=named))
            if entries and act.kind is ActKind.FIRST:
                phrases = tuple(phrase for phrase in phrases if phrase not in act.subject)
        pointed.append(replace(requirement.of_phrases(phrases), acts=tuple(acts)))
    return tuple(pointed)


def names_bullet(what: str, text: str, id: str) -> bool:
    """Whether all special words of what a note refuses stand in a bullet's text or its id."""
    asked = special_stems(what)
    return bool(asked) and asked <= stems_of(text) | stems_of(words_of_id(id))


def _is_called(what: str, id: str) -> bool:
    """Whether a bullet's id says the same as the note."""
    return special_stems(what) == stems_of(words_of_id(id))


def _entries(act: Act, profile: Profile, lexicon: Lexicon) -> tuple[str, ...]:
    if act.kind not in _POINTING or not act.subject:
        return ()
    return place_label(act.subject, "", profile, lexicon).entries


def _bullets(
    act: Act, requirement: Requirement, engine: _Engine, candidates: Sequence[Candidate]
) -> tuple[str, ...]:
    """The bullets that a refusal means: those with its words, else the likeliest first."""
    if act.kind not in (ActKind.LESS, ActKind.LATER) or not act.subject:
        return ()
    theirs = [
        candidate
        for candidate in candidates
        if candidate.kind is CandidateKind.HIGHLIGHT
        and (not requirement.entries or candidate.entry in requirement.entries)
    ]
    called = tuple(c.id for c in theirs if _is_called(act.subject, c.id))
    literal = called or tuple(c.id for c in theirs if names_bullet(act.subject, c.text, c.id))
    if literal or any(character.isdigit() for character in act.subject):
        return literal
    found = engine.answer(act.subject)
    meant = [
        (answer.score, candidates[position].id)
        for position, answer in found.items()
        if answer.score >= SUPPORT
        and candidates[position].kind is CandidateKind.HIGHLIGHT
        and (not requirement.entries or candidates[position].entry in requirement.entries)
    ]
    meant.sort(key=lambda pair: -pair[0])
    return tuple(id for _, id in meant[:_MOST_BULLETS])
