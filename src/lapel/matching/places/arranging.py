"""What a note wants first, further up or last: sections, entries, bullets and skills."""

from msgspec.structs import replace

from lapel.matching.acts import Act, ActKind
from lapel.matching.model import Requirement
from lapel.matching.places.names import Names
from lapel.matching.places.naming import (
    find_all_named,
    find_entries_surely,
    places_of,
    sections_holding,
    skills_called,
)
from lapel.matching.sections import PREFIX
from lapel.profile.ids import is_inner
from lapel.profile.model import Profile, SectionKind

_CERTIFICATES = f"{PREFIX}{SectionKind.CERTIFICATES}"


def point_place(act: Act, _: Requirement, names: Names) -> Act:
    """Find what should come first, further up or last.

    That is sections, entries beside work and studies among their like, or bullets of their role.
    """
    if not names.within and (placed := _point_named_places(act, names)):
        return placed
    named = find_all_named(act.subject, names, firm=False)
    if act.kind is ActKind.LAST:
        return replace(act, named=named, sure=bool(named))
    ordered = act.beside and (act.firm or find_all_named(act.beside, names, firm=False))
    bullets = tuple(filter(is_inner, named)) if ordered else ()
    if bullets:
        return replace(act, named=bullets, sure=True)
    return replace(act, named=find_entries_surely(act.subject, names))


def point_first_skill(act: Act, _: Requirement, names: Names) -> Act:
    """Find the keywords and groups that should stand before the other skills."""
    named = skills_called(act.subject, names)
    return replace(act, named=named, sure=bool(named))


def _point_named_places(act: Act, names: Names) -> Act | None:
    """Return the act on the sections and entries that it names, None if it names none.

    An entry takes its section along if it should stand before something of another section, and a
    certificate if it should be at the top: employers sort by licences.
    """
    places = places_of(act.subject, names)
    if not act.beside:
        proofs = sections_holding(places, names.profile) if act.kind is ActKind.FIRST else ()
        raised = (id for id in proofs if id == _CERTIFICATES)
        named = tuple(dict.fromkeys((*raised, *places)))
        return replace(act, named=named, sure=True) if named else None
    beside = places_of(act.beside, names)
    moved, still = (sections_holding(each, names.profile) for each in (places, beside))
    if not moved or not still:
        return None
    if moved == still:
        return replace(act, named=places, beside=beside[-1], sure=True)
    named = tuple(dict.fromkeys((*moved, *places)))
    return replace(act, named=named, beside=still[0], sure=True)


def parted_places(act: Act, profile: Profile) -> list[Act]:
    """Return an act on sections and on entries of other sections as two."""
    entries = [entry.id for entry in profile.entries if entry.id in act.named]
    apart = [id for id in entries if not set(sections_holding((id,), profile)) & set(act.named)]
    rest = tuple(id for id in act.named if id not in apart)
    parts = (rest, tuple(apart))
    return [replace(act, named=part) for part in parts if part]
