"""The acts that a person can take on the page, and the edits of the job file for each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import PurePath
from typing import TypeVar

from msgspec import Struct

from lapel.document.wordings import text_digest
from lapel.inputs import Inputs
from lapel.job.model import Reference
from lapel.job.settings.editing import Append, Discard, Edit, Put, Remove
from lapel.matching.places.placing import describe
from lapel.profile.ids import highlight_of
from lapel.profile.model import Entry, Highlight
from lapel.text.words import shorten_text

T = TypeVar("T")
SETTINGS = ("profile", "theme", "pages", "paper", "language", "personal", "date")


class ActKind(StrEnum):
    """The kinds of acts; the page names them."""

    PIN = "pin"
    UNPIN = "unpin"
    DROP = "drop"
    RESTORE = "restore"
    ORDER = "order"
    WORDING = "wording"
    REWRITE = "rewrite"
    SET = "set"


class ActError(Exception):
    """An act cannot be taken; the message says why, for a person."""


class Act(Struct, frozen=True):
    """One act. ``target`` is the id of a bullet, an entry or a group of skills, an entry's for an
    order, a setting's name for SET.

    ``value`` is the name of a wording or the value of a setting ("" gives it back to lapel), or the
    words of a bullet rewritten for this job; ``ids`` is the order of an entry's bullets.
    """

    kind: ActKind
    target: str
    value: str = ""
    ids: tuple[str, ...] = ()


def parse_act(data: object) -> Act:
    """Read the act that the page sent; raises ActError for anything else."""
    if not isinstance(data, Mapping):
        raise ActError("this is no act")
    target, value, ids = data.get("target"), data.get("value", ""), data.get("ids", [])
    try:
        kind = ActKind(str(data.get("kind")))
    except ValueError as error:
        raise ActError("this is no act that lapel knows") from error
    if not isinstance(target, str) or not isinstance(value, str) or not isinstance(ids, list):
        raise ActError("this act is not complete")
    if not all(isinstance(id, str) for id in ids):
        raise ActError("this act is not complete")
    return Act(kind, target, value, tuple(ids))


def edits_of(act: Act, inputs: Inputs | None) -> tuple[Edit, ...]:
    """Return the edits of the job file; raises ActError where the act names something unknown.

    A setting can be given before there is a page (``inputs`` None), nothing else can.
    """
    if act.kind is ActKind.SET:
        return (_edit_setting(act),)
    if inputs is None:
        raise ActError("there is no page yet; mend the files first")
    if act.kind is ActKind.ORDER:
        return (_edit_order(act, inputs),)
    if act.kind is ActKind.WORDING:
        return (_edit_wording(act, _find_highlight(act.target, inputs)),)
    if act.kind is ActKind.REWRITE:
        return (_edit_text(act, _find_highlight(act.target, inputs)),)
    called(act.target, inputs)
    pins = _find_references(inputs.job.settings.pin, act.target)
    drops = _find_references(inputs.job.settings.drop, act.target)
    unpin = tuple(Discard(("pin",), id) for id in pins)
    undrop = tuple(Discard(("drop",), id) for id in drops)
    match act.kind:
        case ActKind.PIN:
            return (*undrop, Append(("pin",), act.target))
        case ActKind.UNPIN:
            return unpin
        case ActKind.DROP:
            return (*unpin, Append(("drop",), act.target))
        case ActKind.RESTORE:
            return undrop


def describe_act(act: Act, inputs: Inputs | None) -> str:
    """Return the act as a sentence, once it is taken."""
    if act.kind is ActKind.SET and act.target == "personal":
        done = "printed" if act.value == "true" else "left out"
        return f"photo, birth date and nationality are {done}"
    if act.kind is ActKind.SET:
        return f"{act.target} is left to lapel" if not act.value else f"{act.target}: {act.value}"
    assert inputs is not None
    if act.kind is ActKind.ORDER:
        return f"the bullets of “{_find_entry(act.target, inputs).title.plain}” reordered"
    said = f"“{shorten_text(called(act.target, inputs))}”"
    match act.kind:
        case ActKind.PIN:
            return f"{said} pinned"
        case ActKind.UNPIN:
            return f"{said} no longer pinned"
        case ActKind.DROP:
            return f"{said} dropped"
        case ActKind.RESTORE:
            return f"{said} may come back"
        case ActKind.REWRITE if act.value:
            return f"{said} rewritten for this job"
        case _:
            wording = (
                f"in the wording “{act.value}”" if act.value else "in the wording lapel chooses"
            )
            return f"{said} {wording}"


def _edit_setting(act: Act) -> Edit:
    if act.target not in SETTINGS:
        raise ActError(f"“{act.target}” is no setting of the page")
    if not act.value:
        return Remove((act.target,))
    if act.target == "profile" and PurePath(act.value).name != act.value:
        raise ActError("a profile is named by its file in the workspace")
    if act.target == "personal":
        return Put(("personal",), act.value == "true")
    if act.target != "pages":
        return Put((act.target,), act.value)
    if not act.value.isdecimal() or int(act.value) < 1:
        raise ActError("a resume has one page or more")
    return Put(("pages",), int(act.value))


def _edit_order(act: Act, inputs: Inputs) -> Edit:
    own = {highlight.id for highlight in _find_entry(act.target, inputs).highlights}
    if not act.ids or not own.issuperset(act.ids):
        raise ActError("an order names bullets of one entry")
    return Put(("order", act.target), act.ids)


def _edit_wording(act: Act, highlight: Highlight) -> Edit:
    if not act.value:
        return Remove(("wording", highlight.id))
    if act.value not in [wording.name for wording in highlight.wordings]:
        raise ActError(f"this bullet has no wording “{act.value}”")
    return Put(("wording", highlight.id), act.value)


def _edit_text(act: Act, highlight: Highlight) -> Edit:
    text = " ".join(act.value.split())
    if not text:
        return Remove(("wording", highlight.id))
    written = {"text": text, "of": text_digest(highlight.text.markdown)}
    return Put(("wording", highlight.id), written)


def called(id: str, inputs: Inputs) -> str:
    """Return the words of a bullet, or the name of an entry or a group of skills."""
    whole = inputs.profile.wholes.get(id)
    if whole is None:
        return _find_highlight(id, inputs).text.plain
    return describe(whole) if isinstance(whole, Entry) else whole.name.plain


def _find_highlight(id: str, inputs: Inputs) -> Highlight:
    found = (h for entry in inputs.profile.entries for h in entry.highlights if h.id == id)
    return _require_first(found, f"“{id}” is no bullet of the profile any more")


def _find_entry(id: str, inputs: Inputs) -> Entry:
    return _require_first(
        (e for e in inputs.profile.entries if e.id == id), f"“{id}” is no entry any more"
    )


def _require_first(found: Iterator[T], message: str) -> T:
    value = next(found, None)
    if value is None:
        raise ActError(message)
    return value


def _find_references(references: Iterable[Reference], id: str) -> Sequence[str]:
    """Return the references to a bullet, in any wording."""
    return [r.id for r in references if highlight_of(r.id) == id]
