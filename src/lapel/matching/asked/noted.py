"""What notes ask of the documents as a whole: how many pages, on what paper, in what theme and
language.
"""

from collections.abc import Mapping

from lapel.job.model import Field, Job, NoteKind
from lapel.job.settings.stated import can_be_followed
from lapel.matching.acts import ActKind
from lapel.matching.asked.wishes import read_wish, read_wish_elsewhere
from lapel.text.inline import plain_text
from lapel.text.regexes import regex

_OF_RESUME = (NoteKind.EMPHASIS, NoteKind.HINT, NoteKind.IDEA)
_WISHES = (NoteKind.EMPHASIS, NoteKind.IDEA)
_PAGES = regex(r"(?i)pag|pg|pp\b|seite|página|length|sides?\b")
_LOOKS = regex(
    r"(?i)\b(?:a4|letter|theme|template|layout|design|look|language|english|spellings?"
    r"|in [a-z]+|auf \w+|academic cv)\b"
)
"""A word without which no note is about looks."""


def noted_pages(job: Job) -> int | None:
    """Return how many pages the first note on it wants ("keep it to one page"), or None."""
    for note in job.notes:
        if note.kind in _OF_RESUME and _PAGES.search(note.text):
            text = plain_text(note.text)
            acts = (*read_wish(text).acts, *read_wish_elsewhere(text).acts)
            if counts := [act.number for act in acts if act.kind is ActKind.PAGES]:
                return min(counts)
    return None


def noted_looks(job: Job) -> Mapping[str, Field]:
    """Return the paper, theme and language that notes ask for, by the first that does: "A4 please",
    "use the modern theme". "In German" among skills is one.
    """
    found: dict[str, Field] = {}
    for note in job.notes:
        if note.kind in _WISHES and _LOOKS.search(note.text):
            for act in read_wish(plain_text(note.text)).acts:
                name, _, value = act.subject.partition(": ")
                is_skill = name == "language" and note.kind is NoteKind.EMPHASIS
                if act.kind is ActKind.LOOKS and not is_skill and can_be_followed(name, value):
                    found.setdefault(name, Field(value, note.place))
    return found
