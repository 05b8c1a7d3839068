"""What acts of notes point at: "lead with URBN" names an employer, "cut the skiing" a bullet.

A refusal is obeyed where it is surely meant: a bullet called so by its id, the only bullet with
its words, an entry by its name. Where it only may be meant, the likeliest are named, and the ledger
says so with the line that does it. Less of a theme is surely placed where bullets say it by words,
tag or alias, not by nearness.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from msgspec import Struct
from msgspec.structs import replace

from lapel.matching.acts import Act, ActKind, means_each, tells_of_less
from lapel.matching.lexical import SUPPORT, Answer
from lapel.matching.lexicon import Lexicon
from lapel.matching.model import Candidate, CandidateKind, ReasonKind, Requirement
from lapel.matching.placing import names_organisation, place_label, places_surely
from lapel.profile.ids import highlight_of, words_of_id
from lapel.profile.model import Profile, SectionKind
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.text.phrases import special_stems
from lapel.text.words import stems_of

_OF_ENTRIES = (ActKind.OUT, ActKind.SHORT, ActKind.SPARE, ActKind.WHOLE, ActKind.ONLY)
"""What an act without a subject is about: the hint's own entries."""
_SEVERAL = re.compile(r"\s*(?:,|/|&|;|\band\b|\bor\b)\s*", re.IGNORECASE)
_THE = re.compile(r"^(?:the|my|that|this|those|any)\s+", re.IGNORECASE)
_MOST_BULLETS = 3
_MOST_OF_ALL = 0.5
_VAGUE = (ReasonKind.MEANING, ReasonKind.OUTSTANDING, ReasonKind.TITLE)


class _Engine(Protocol):
    def answer(self, phrase: str) -> Mapping[int, Answer]: ...


class _Pointing(Struct, frozen=True):
    """What acts may point at."""

    profile: Profile
    lexicon: Lexicon
    engine: _Engine
    candidates: Sequence[Candidate]


def point_acts(
    requirements: Sequence[Requirement],
    profile: Profile,
    lexicon: Lexicon,
    engine: _Engine,
    candidates: Sequence[Candidate],
) -> tuple[Requirement, ...]:
    """The requirements, their acts with the ids of what they name. The name of an employer or a
    school is no skill, nor is an entry that should come first; a bare denial of what the profile
    does not surely have is only what the note's wish is not.
    """
    pointing = _Pointing(profile, lexicon, engine, candidates)
    pointed = []
    for requirement in requirements:
        acts = []
        phrases = tuple(
            phrase
            for phrase in requirement.phrases
            if not requirement.note or not names_organisation(phrase, profile)
        )
        for act in requirement.acts:
            placed = _point(act, requirement, pointing)
            denied = act.kind is ActKind.OUT and not act.firm and not placed.sure
            if denied and act.subject and phrases:
                continue
            acts.append(placed)
            if placed.named and act.kind is ActKind.FIRST:
                phrases = tuple(phrase for phrase in phrases if phrase not in act.subject)
        pointed.append(replace(requirement.of_phrases(phrases), acts=tuple(acts)))
    return tuple(pointed)


def unsure_refusals(requirements: Sequence[Requirement]) -> Iterator[Diagnostic]:
    """A warning for each refusal that is not obeyed, since it is not sure what is meant."""
    for requirement in requirements:
        for act in requirement.acts:
            if act.kind in (ActKind.OUT, ActKind.LESS) and act.subject and not act.sure:
                yield Diagnostic(
                    "note-refuses",
                    Severity.WARNING,
                    f"what this note refuses, “{act.subject}”, names no bullet or entry for sure",
                    requirement.place,
                    requirement.text,
                    "name it under `drop:` in the job file's front matter, by its id",
                )


def _point(act: Act, requirement: Requirement, pointing: _Pointing) -> Act:
    """An act with what it means."""
    if not act.subject:
        named = requirement.entries if act.kind in _OF_ENTRIES else ()
        return replace(act, named=named, sure=bool(named) and act.firm)
    if act.kind is ActKind.FIRST:
        return replace(act, named=_surely_entries(act.subject, pointing))
    if act.kind is ActKind.SHORT:
        return replace(act, named=_entries(act.subject, pointing))
    if act.kind is ActKind.ONLY:
        return replace(act, named=requirement.entries)
    if act.kind is ActKind.LATER:
        return replace(act, named=_bullets(act.subject, requirement, pointing))
    if act.kind is ActKind.LESS:
        return _lessen(act, requirement, pointing)
    if act.kind is ActKind.OUT:
        refused = _refuse(act, requirement, pointing)
        if refused.sure or act.firm:
            return refused
        lessened = _lessen(replace(act, kind=ActKind.LESS), requirement, pointing)
        return lessened if lessened.sure else refused
    return act


def _refuse(act: Act, requirement: Requirement, pointing: _Pointing) -> Act:
    """What should go, where each part of it is surely meant; else what it may mean."""
    for parts in _partings(act.subject):
        refused = [_refused(part, act, requirement, pointing) for part in parts]
        if all(refused):
            named = tuple(dict.fromkeys(id for ids in refused for id in ids))
            return replace(act, named=named, sure=True)
    return replace(act, named=_bullets(act.subject, requirement, pointing))


def _refused(what: str, act: Act, requirement: Requirement, pointing: _Pointing) -> tuple[str, ...]:
    """What surely should go: bullets called so, an entry by its name, the bullet with the words."""
    theirs = _asked(requirement, pointing.candidates)
    called = tuple(c.id for c in theirs if _is_called(what, c.id))
    if 0 < len(called) <= _MOST_BULLETS:
        return called
    if act.firm and not requirement.entries and (entries := _surely_entries(what, pointing)):
        return entries
    literal = _literal(what, requirement, pointing)
    only = len(literal) == 1 and not tells_of_less(literal[0].text)
    return (literal[0].id,) if only and (act.firm or requirement.entries) else ()


def _lessen(act: Act, requirement: Requirement, pointing: _Pointing) -> Act:
    """What there should be less of: an entry by its name, or the bullets that say each part."""
    if not requirement.entries and (entries := _surely_entries(act.subject, pointing)):
        return replace(act, named=entries, sure=True)
    theirs = _asked(requirement, pointing.candidates)
    for parts in _partings(act.subject):
        said = [_saying(part, act, theirs, pointing) for part in parts]
        named = tuple(dict.fromkeys(id for ids in said for id in ids))
        few = len(named) <= _MOST_OF_ALL * len(theirs) or bool(requirement.entries)
        if all(said) and few:
            return replace(act, named=named, sure=True)
    return replace(act, named=_bullets(act.subject, requirement, pointing))


def _saying(
    what: str, act: Act, theirs: Sequence[Candidate], pointing: _Pointing
) -> tuple[str, ...]:
    """The bullets that surely say something. What tells of having less of it may be what a bare
    comparative asks for ("less chemicals").
    """
    texts = {candidate.id: candidate.text for candidate in theirs}
    return tuple(
        dict.fromkeys(
            id
            for position, answer in pointing.engine.answer(what).items()
            if (id := highlight_of(pointing.candidates[position].id)) in texts
            and answer.score >= SUPPORT
            and any(reason.kind not in _VAGUE for reason in answer.reasons)
            and (act.firm or not tells_of_less(texts[id]))
        )
    )


def _partings(subject: str) -> tuple[tuple[str, ...], ...]:
    """What an act is about as one thing, and as several: "betting and casino"."""
    parts = tuple(_THE.sub("", part) for part in _SEVERAL.split(subject) if part.strip())
    return ((subject,), parts) if len(parts) > 1 else ((subject,),)


def names_bullet(what: str, text: str, id: str) -> bool:
    """Whether all special words of what a note refuses stand in a bullet's text or its id."""
    asked = special_stems(what)
    return bool(asked) and asked <= stems_of(text) | stems_of(words_of_id(id))


def _is_called(what: str, id: str) -> bool:
    """Whether a bullet's id says the same as the note."""
    return special_stems(what) == stems_of(words_of_id(id))


def _asked(requirement: Requirement, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The bullets that a note may mean."""
    return [
        candidate
        for candidate in candidates
        if candidate.kind is CandidateKind.HIGHLIGHT
        and (not requirement.entries or candidate.entry in requirement.entries)
    ]


def _literal(what: str, requirement: Requirement, pointing: _Pointing) -> list[Candidate]:
    """The bullets with all the special words, and the entries beside work that have them in their
    own line.
    """
    lines = [
        candidate
        for candidate in pointing.candidates
        if candidate.kind is CandidateKind.ENTRY
        and not requirement.entries
        and names_bullet(what, candidate.text, candidate.id)
    ]
    whole = {line.id for line in lines}
    theirs = _asked(requirement, pointing.candidates)
    bullets = [c for c in theirs if names_bullet(what, c.text, c.id) and c.entry not in whole]
    return [*lines, *bullets]


def _entries(subject: str, pointing: _Pointing) -> tuple[str, ...]:
    if means_each(subject):
        section = pointing.profile.section(SectionKind.WORK)
        return tuple(entry.id for entry in section if not entry.hidden)
    return place_label(subject, "work", pointing.profile, pointing.lexicon).entries


def _surely_entries(subject: str, pointing: _Pointing) -> tuple[str, ...]:
    for parts in _partings(subject):
        if all(places_surely(part, pointing.profile, pointing.lexicon) for part in parts):
            found = (_entries(part, pointing) for part in parts)
            return tuple(dict.fromkeys(id for ids in found for id in ids))
    return ()


def _bullets(subject: str, requirement: Requirement, pointing: _Pointing) -> tuple[str, ...]:
    """The bullets that a note may mean: those with its words, else the likeliest first."""
    theirs = _asked(requirement, pointing.candidates)
    called = tuple(c.id for c in theirs if _is_called(subject, c.id))
    literal = called or tuple(c.id for c in _literal(subject, requirement, pointing))
    if literal or any(character.isdigit() for character in subject):
        return literal
    known = {candidate.id for candidate in theirs}
    meant = [
        (answer.score, pointing.candidates[position].id)
        for position, answer in pointing.engine.answer(subject).items()
        if answer.score >= SUPPORT and pointing.candidates[position].id in known
    ]
    meant.sort(key=lambda pair: -pair[0])
    return tuple(id for _, id in meant[:_MOST_BULLETS])
