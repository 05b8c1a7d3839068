"""What a note refuses, or wants less of.

A refusal is obeyed where it is surely meant. Where it only may be meant, the likeliest are named,
and the ledger says so with the line that does it. Less of a theme is surely placed where bullets
say it by words, tag or alias, not by nearness.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from lapel.matching.acts import Act, ActKind
from lapel.matching.answers.lexical import SUPPORT
from lapel.matching.asked.act_reading import tells_of_less
from lapel.matching.model import VAGUE, Requirement
from lapel.matching.places.likely import likely_bullets
from lapel.matching.places.names import Names
from lapel.matching.places.naming import find_all_named, find_entries_by_word, find_entries_surely
from lapel.matching.places.parting import partings
from lapel.matching.places.saying import find_only_by_id, find_only_by_word
from lapel.profile.ids import highlight_of

_MOST_OF_ALL = 0.5
_SURELY, _ABOUT = 0.75, 0.1


def point_refusal(act: Act, requirement: Requirement, names: Names) -> Act:
    """Find what should go if each part of it is surely meant, else what it may mean.

    What it may mean counts for less if bullets surely say it, and is a refusal all the same where
    the note asks for nothing else.
    """
    named = find_all_named(act.subject, names, firm=act.firm, keywords=True)
    named = named or (find_only_by_word(act.subject, names) if act.firm else ())
    if named and not (act.deed and _tells_of_less(named, names)):
        return replace(act, named=named, sure=True)
    lessened = point_less(replace(act, kind=ActKind.LESS, firm=False), requirement, names)
    if lessened.sure:
        refused = act.firm or not _wishes_beside(act, requirement)
        return replace(lessened, firm=act.firm, refused=refused)
    return replace(act, named=likely_bullets(act.subject, names))


def _tells_of_less(named: Sequence[str], names: Names) -> bool:
    """Tell whether a single bullet is meant and tells of a decrease ("cut the chemicals")."""
    texts = [c.text for c in names.bullets if c.id in named]
    return len(named) == 1 and bool(texts) and tells_of_less(texts[0])


def point_less(act: Act, requirement: Requirement, names: Names) -> Act:
    """Find what there should be less of: a named entry, or the bullets that say each part."""
    if not names.within and (entries := find_entries_surely(act.subject, names)):
        return replace(act, named=entries, sure=True)
    if act.kind is ActKind.SPARE and (named := find_all_named(act.subject, names)):
        return replace(act, named=named, sure=True)
    theirs = names.bullets
    for parts in partings(act.subject):
        said = [_find_bullets_saying(part, act, requirement, names) for part in parts]
        named = tuple(dict.fromkeys(id for ids in said for id in ids))
        few = len(named) <= _MOST_OF_ALL * len(theirs) or bool(names.within)
        if all(said) and few:
            return replace(act, named=named, sure=True)
    if called := find_only_by_id(act.subject, names):
        return replace(act, named=called, sure=True)
    if not names.within and (entries := find_entries_by_word(act.subject, names)):
        return replace(act, named=entries, sure=True)
    return replace(act, named=likely_bullets(act.subject, names))


def _find_bullets_saying(
    what: str, act: Act, requirement: Requirement, names: Names
) -> tuple[str, ...]:
    """Return the bullets that surely say something.

    A bullet that tells of a decrease may be what a bare comparative asks for ("less chemicals"),
    and one that says more of the note's wish is wished for ("mentoring, not people management").
    """
    texts = {candidate.id: candidate.text for candidate in names.bullets}
    wished: dict[str, float] = {}
    for phrase in requirement.phrases if _wishes_else(act, requirement) else ():
        for position, answer in names.engine.answer(phrase).items():
            id = highlight_of(names.candidates[position].id)
            wished[id] = max(answer.score, wished.get(id, 0.0))
    return tuple(
        dict.fromkeys(
            id
            for position, answer in names.engine.answer(what).items()
            if (id := highlight_of(names.candidates[position].id)) in texts
            and answer.score >= SUPPORT
            and (id not in wished or _is_rather_denied(answer.score, wished[id]))
            and any(reason.kind not in VAGUE for reason in answer.reasons)
            and (act.firm or not tells_of_less(texts[id]))
        )
    )


def _is_rather_denied(denied: float, wished: float) -> bool:
    """Tell whether a bullet that answers both is rather what a note wants less of."""
    return wished < SUPPORT or (denied >= _SURELY and denied > wished - _ABOUT)


def _wishes_beside(act: Act, requirement: Requirement) -> bool:
    """Tell whether a note asks for anything but what it refuses."""
    return any(phrase not in act.subject for phrase in requirement.phrases)


def _wishes_else(act: Act, requirement: Requirement) -> bool:
    """Tell whether a note wishes for something else than what it wants less of."""
    return not any(phrase in act.subject for phrase in requirement.phrases)
