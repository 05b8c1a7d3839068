"""Names that are asked for in small letters: "excel" is the Excel that the profile lists."""

from collections.abc import Iterable

from msgspec.structs import replace

from lapel.matching.model import Requirement
from lapel.profile.model import Profile


def spell_as_listed(
    requirements: Iterable[Requirement], profile: Profile
) -> tuple[Requirement, ...]:
    """Give phrases in small letters the capitals of the skill keyword that they are.

    A name that is a common word as well is found by its capitals only.
    """
    listed = [keyword.plain for group in profile.skills for keyword in group.keywords]
    names = {name.casefold(): name for name in listed}
    return tuple(
        replace(one, phrases=tuple(names.get(p, p) if p.islower() else p for p in one.phrases))
        for one in requirements
    )
