"""A role told by itself: what somebody is, where and since when."""

from lapel.letter.english.words import capital
from lapel.letter.telling.introducing.places import setting_of
from lapel.letter.telling.tidying import stopped
from lapel.profile.model import Entry
from lapel.text.data import read_data


def tell_role(entry: Entry) -> tuple[str, ...]:
    """Return the ways to say that a role goes on since its year; () without name or year."""
    setting = setting_of(entry)
    if not setting.role or entry.start is None or entry.start.year is None:
        return ()
    comma = "," if setting.at and "," in setting.role else ""
    told = f"{setting.role}{comma} {setting.at}".strip()
    ways: list[str] = read_data("lapel.letter.telling.introducing", "roles.yaml")
    return tuple(stopped(capital(way.format(role=told, year=entry.start.year))) for way in ways)
