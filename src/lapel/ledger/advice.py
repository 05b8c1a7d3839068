"""The edit that turns a choice, and the line of front matter that does what a note may mean.

The line is written into a reason, and read from it again, so that a button for it offers exactly
the same.
"""

from collections.abc import Iterable, Iterator

from lapel.document.wordings import OWN_TEXT
from lapel.job.model import Settings
from lapel.profile.ids import highlight_of, wording_of
from lapel.source.diagnostics import Place
from lapel.text.regexes import regex

_LINE = regex(r"`(pin|drop): \[([^\]`]+)\]`")
_UNNAMED = "id"
_UNHIDE = "remove “hidden: true”"


def pin_line(ids: Iterable[str]) -> str:
    """Return the line that holds these ids on the page."""
    return f"`pin: [{', '.join(ids)}]`"


def drop_line(ids: Iterable[str]) -> str:
    """Return the line that takes these ids out."""
    return f"`drop: [{', '.join(ids)}]`"


def wording_line(form: str) -> str:
    """Return the line that takes this form of a bullet: one of its wordings, or its own text."""
    return f"`wording: {{{highlight_of(form)}: {wording_of(form) or OWN_TEXT}}}`"


def turning(id: str, settings: Settings, *, comes: bool) -> str:
    """Return the line of front matter that brings something onto the page, or takes it off; where
    the other setting names it already, it says instead of which line.
    """
    line, other, named = f"drop: [{id}]", "pin", settings.pin
    if comes:
        line, other, named = f"pin: [{id}]", "drop", settings.drop
    place = next((one.place for one in named if highlight_of(one.id) == id), None)
    return line if place is None else f"{line}, instead of its “{other}” at {place}"


def unhiding(place: Place) -> str:
    """Return the edit of the profile that lets something hidden be chosen."""
    return f"{_UNHIDE} at {place}"


def where_to_turn(edit: str) -> str:
    """Return in which file an edit is made."""
    return "the profile" if edit.startswith(_UNHIDE) else "the job file's front matter"


def find_advised(why: str) -> Iterator[tuple[str, str]]:
    """Yield the settings that a reason advises, each with an id that it names: ``("pin",
    "acme/tills")``; nothing where a line only says how it is done (``[id]``).
    """
    for setting, named in _LINE.findall(why):
        yield from ((setting, id) for id in named.split(", ") if id != _UNNAMED)
