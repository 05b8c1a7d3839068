"""The ids and names a job file's settings refer to, held against the profile."""

from collections.abc import Iterable, Iterator, Sequence

from lapel.job.model import ChosenWording, Job, Reference
from lapel.matching.places.placing import iter_ids
from lapel.profile.model import Highlight, Profile
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.text.plurals import join_and
from lapel.text.spelling import find_nearest

MOST_LISTED = 8


def resolve_references(references: Iterable[Reference], profile: Profile) -> frozenset[str]:
    """Return the ids that references name; an employer's or school's stands for all its entries."""
    named = {reference.id for reference in references}
    entries = {entry.id for entry in profile.entries}
    return frozenset(named) | {
        entry.id
        for entry in profile.entries
        if entry.organisation is not None and entry.organisation.id in named - entries
    }


def nearest_id(typed: str, ids: Sequence[str]) -> str | None:
    """Return the id that was meant, None if none is close.

    It is a bullet's whole id where only its own part was typed ("team" of "pepsico-head/team"),
    else the nearest in spelling, or one that begins so.
    """
    whole = (id for id in ids if id.rpartition("/")[2] == typed)
    begun = (id for id in ids if id.startswith(typed) and len(typed) > 2)
    return next(whole, None) or find_nearest(typed, ids) or min(begun, key=len, default=None)


def check_references(job: Job, profile: Profile) -> tuple[Diagnostic, ...]:
    """Warn of each pin, drop, order or wording that names nothing in the profile.

    A pin of something that is dropped as well is reported, too.
    """
    ids = tuple(dict.fromkeys(iter_ids(profile)))
    highlights = {h.id: h for entry in profile.entries for h in entry.highlights}
    return (
        *_warn_of_unknown("pin", job.settings.pin, ids),
        *_warn_of_unknown("drop", job.settings.drop, ids),
        *_warn_of_contradictory(job, profile),
        *(
            problem
            for entry, order in job.settings.order
            for problem in _warn_of_unknown("order", (entry, *order), ids)
        ),
        *(p for chosen in job.settings.wording for p in _check_wording(chosen, highlights)),
    )


def _warn_of_unknown(
    setting: str, references: tuple[Reference, ...], ids: tuple[str, ...]
) -> Iterator[Diagnostic]:
    known = frozenset(ids)
    for reference in references:
        if reference.id not in known:
            message = f"`{setting}` names “{reference.id}”, which is no id of the profile"
            siblings = [id for id in ids if id.startswith(f"{reference.id.partition('/')[0]}/")]
            near = nearest_id(reference.id, siblings or ids)
            yield _warning(reference, message, near, siblings)


def _warn_of_contradictory(job: Job, profile: Profile) -> Iterator[Diagnostic]:
    dropped = resolve_references(job.settings.drop, profile)
    entry_of = {h.id: entry.id for entry in profile.entries for h in entry.highlights}
    for pin in job.settings.pin:
        found = {pin.id, entry_of.get(pin.id, pin.id)} & dropped
        if found:
            message = f"“{pin.id}” is pinned, and `drop` takes out “{min(found)}”; the pin holds"
            help = "take one of the two lines out"
            yield Diagnostic("pin-and-drop", Severity.WARNING, message, pin.place, help=help)


def _check_wording(chosen: ChosenWording, highlights: dict[str, Highlight]) -> Iterator[Diagnostic]:
    highlight = highlights.get(chosen.highlight.id)
    if highlight is None:
        yield from _warn_of_unknown("wording", (chosen.highlight,), tuple(highlights))
        return
    names = tuple(wording.name for wording in highlight.wordings)
    if chosen.name and chosen.name not in names:
        message = f"bullet “{highlight.id}” has no wording “{chosen.name}”"
        yield _warning(chosen.highlight, message, find_nearest(chosen.name, names), names)


def _warning(
    reference: Reference, message: str, close: str | None, choices: Sequence[str] = ()
) -> Diagnostic:
    help = "remove it, or name an id of the profile"
    if close:
        help = f"did you mean “{close}”?"
    elif choices:
        help = f"there are {join_and(choices[:MOST_LISTED])}"
    return Diagnostic("unknown-reference", Severity.WARNING, message, reference.place, "", help)
