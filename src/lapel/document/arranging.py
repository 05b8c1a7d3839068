"""What notes order of the whole draft: where sections stand, in which wordings bullets do."""

from collections.abc import Mapping, Sequence

from lapel.document.roles import FixedWordings
from lapel.matching.model import Move
from lapel.matching.sections import PREFIX
from lapel.profile.model import Profile, SectionKind


def arrange_sections(
    order: Sequence[SectionKind], moves: Sequence[Move]
) -> tuple[SectionKind, ...]:
    """The theme's order of sections after the moves, of which a later one counts for more.

    Several that go to one place keep the order in which they were named.
    """
    arranged = list(order)
    for move in reversed(moves):
        kind = next((k for k in order if f"{PREFIX}{k.value}" == move.section), None)
        if kind is None:
            continue  # the summary stands above all sections
        arranged.remove(kind)
        arranged.insert(_place(move, arranged), kind)
    return tuple(arranged)


def _place(move: Move, others: Sequence[SectionKind]) -> int:
    if move.to == "first":
        return 0
    if move.to == "last":
        return len(others)
    if move.to == "up":
        return others.index(SectionKind.WORK) + 1
    beside = (i for i, kind in enumerate(others) if f"{PREFIX}{kind.value}" == move.beside)
    return next(beside, len(others))


def noted_wordings(
    profile: Profile, wordings: Mapping[str, str], fixed: FixedWordings
) -> FixedWordings:
    """The fixed forms with those that notes ask for; what the front matter fixes stays."""
    texts = {
        highlight.id: (wording.name, wording.text.markdown)
        for entry in profile.entries
        for highlight in entry.highlights
        for wording in highlight.wordings
        if wordings.get(highlight.id) == wording.name
    }
    return {**texts, **fixed}
