"""The line of front matter that does what a note may mean: written into a reason, and read from it
again, so that a button for it offers exactly the same.
"""

from collections.abc import Iterable, Iterator

from lapel.profile.ids import highlight_of, wording_of
from lapel.text.regexes import regex

_LINE = regex(r"`(pin|drop): \[([^\]`]+)\]`")
_UNNAMED = "id"


def pin_line(ids: Iterable[str]) -> str:
    """Return the line that holds these ids on the page."""
    return f"`pin: [{', '.join(ids)}]`"


def drop_line(ids: Iterable[str]) -> str:
    """Return the line that takes these ids out."""
    return f"`drop: [{', '.join(ids)}]`"


def wording_line(form: str) -> str:
    """Return the line that takes this form of a bullet: one of its wordings, or its own text."""
    return f"`wording: {{{highlight_of(form)}: {wording_of(form) or '{text: …}'}}}`"


def advised(why: str) -> Iterator[tuple[str, str]]:
    """Yield the settings that a reason advises, each with an id that it names: ``("pin",
    "acme/tills")``; nothing where a line only says how it is done (``[id]``).
    """
    for setting, named in _LINE.findall(why):
        yield from ((setting, id) for id in named.split(", ") if id != _UNNAMED)
