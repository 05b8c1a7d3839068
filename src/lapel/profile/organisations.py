"""Organisations of a profile: one value for all entries that name the same one."""

from msgspec.structs import replace

from lapel.profile.ids import kebab, telling_words
from lapel.profile.model import Organisation, Text
from lapel.profile.texts import as_text, clean_line, names_elsewhere
from lapel.source.placed import PlacedText
from lapel.text.inline import plain_text


def organisation_of(
    name: PlacedText | None,
    *,
    id: PlacedText | None = None,
    aliases: tuple[PlacedText, ...] = (),
    location: str = "",
    url: str = "",
    description: Text | None = None,
) -> Organisation | None:
    """Return the organisation of this name, if there is a name."""
    if name is None:
        return None
    made = kebab(telling_words(plain_text(name.known_as))) or "organisation"
    called = as_text(name)
    return Organisation(
        id=id.strip() if id else made,
        name=called,
        aliases=(*(clean_line(alias) for alias in aliases), *names_elsewhere(called)),
        location=location,
        url=url,
        description=description,
    )


class SharedOrganisations:
    """What all entries together say of each organisation; of a single fact the first wins."""

    def __init__(self, organisations: list[Organisation]) -> None:
        self._merged: dict[tuple[str, str], Organisation] = {}
        for organisation in organisations:
            key = _key(organisation)
            first = self._merged.setdefault(key, organisation)
            self._merged[key] = _merged(first, organisation)

    def get(self, organisation: Organisation | None) -> Organisation | None:
        """Return the one value for an organisation."""
        return self._merged[_key(organisation)] if organisation else None


def _key(organisation: Organisation) -> tuple[str, str]:
    name = plain_text(organisation.name.constant)
    return organisation.id, " ".join(name.casefold().split())


def _merged(first: Organisation, other: Organisation) -> Organisation:
    return replace(
        first,
        aliases=tuple(dict.fromkeys((*first.aliases, *other.aliases))),
        location=first.location or other.location,
        url=first.url or other.url,
        description=first.description or other.description,
    )
