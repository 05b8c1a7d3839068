"""The ids and names a job file's settings refer to, held against the profile."""

from collections.abc import Iterator

from lapel.job.model import ChosenWording, Job, Reference
from lapel.matching.placing import iter_ids
from lapel.profile.model import Highlight, Profile
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.text.spelling import nearest


def check_references(job: Job, profile: Profile) -> tuple[Diagnostic, ...]:
    """A warning for each pin, drop, order or wording that names nothing in the profile."""
    ids = tuple(dict.fromkeys(iter_ids(profile)))
    highlights = {h.id: h for entry in profile.entries for h in entry.highlights}
    return (
        *_unknown("pin", job.settings.pin, ids),
        *_unknown("drop", job.settings.drop, ids),
        *(
            problem
            for entry, order in job.settings.order
            for problem in _unknown("order", (entry, *order), ids)
        ),
        *(p for chosen in job.settings.wording for p in _check_wording(chosen, highlights)),
    )


def _unknown(
    setting: str, references: tuple[Reference, ...], ids: tuple[str, ...]
) -> Iterator[Diagnostic]:
    known = frozenset(ids)
    for reference in references:
        if reference.id not in known:
            message = f"`{setting}` names “{reference.id}”, which is no id of the profile"
            yield _warning(reference, message, nearest(reference.id, ids))


def _check_wording(chosen: ChosenWording, highlights: dict[str, Highlight]) -> Iterator[Diagnostic]:
    highlight = highlights.get(chosen.highlight.id)
    if highlight is None:
        yield from _unknown("wording", (chosen.highlight,), tuple(highlights))
        return
    names = tuple(wording.name for wording in highlight.wordings)
    if chosen.name and chosen.name not in names:
        message = f"bullet “{highlight.id}” has no wording “{chosen.name}”"
        yield _warning(chosen.highlight, message, nearest(chosen.name, names))


def _warning(reference: Reference, message: str, close: str | None) -> Diagnostic:
    help = f"did you mean “{close}”" if close else "remove it, or name an id of the profile"
    return Diagnostic("unknown-reference", Severity.WARNING, message, reference.place, "", help)
