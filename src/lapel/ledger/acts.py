"""What became of what a note asks of the document: done, or the front matter that does it."""

from collections.abc import Callable, Mapping

from lapel.ledger.arranging import (
    tell_first,
    tell_kept,
    tell_last,
    tell_later,
    tell_whole,
    tell_wording,
)
from lapel.ledger.leaving import (
    tell_less,
    tell_only,
    tell_out,
    tell_short,
    tell_since,
    tell_spare,
)
from lapel.ledger.standing import Standing, Told
from lapel.matching.acts import Act, ActKind
from lapel.matching.model import Requirement
from lapel.text.data import read_data

_AT_MOST = ("max", "most", "more than", "limit", "under", "within", "up to")
"""What makes a number of pages a bound, which fewer keep."""


def tell_act(act: Act, requirement: Requirement, standing: Standing) -> Told:
    """What became of one act, for the contract."""
    return _TELLERS[act.kind](act, requirement, standing)


def _tell_pages(act: Act, requirement: Requirement, standing: Standing) -> Told:
    has = f"the resume has {_pages(standing.pages)}"
    fewer = standing.pages < act.number
    said = requirement.text.casefold()
    if standing.pages == act.number or (fewer and any(word in said for word in _AT_MOST)):
        return Told(True, has)
    if fewer and standing.job.settings.pages is None:
        return Told(False, f"{has}: what there is to say does not fill {_pages(act.number)}")
    return Told(False, f"{has}; `pages: {act.number}` in the front matter asks for it")


def _pages(count: int) -> str:
    return "one page" if count == 1 else f"{count} pages"


def _tell_looks(act: Act, _: Requirement, standing: Standing) -> Told:
    key, _colon, said = act.subject.partition(": ")
    spelled: dict[str, str] = read_data("lapel.ledger", "looks.yaml")
    value = spelled.get(said, said)
    line = f"`{key}: {value}`"
    settings = standing.job.settings
    written = {"theme": settings.theme, "paper": settings.paper, "language": settings.language}[key]
    if written is not None and written.text.casefold() == value:
        return Told(True, f"the front matter says {line}")
    return Told(None, f"{line} in the front matter asks for it")


def _tell_errand(_: Act, __: Requirement, ___: Standing) -> Told:
    return Told(None, "this is for you to do; lapel asks nobody and looks nothing up")


def _tell_manner(_: Act, __: Requirement, ___: Standing) -> Told:
    return Told(
        None,
        "this says how to write; lapel chooses among your sentences and rewrites none "
        "(`wording:` in the front matter takes another of yours)",
    )


def _tell_gap(_: Act, __: Requirement, ___: Standing) -> Told:
    return Told(None, "this names what you lack; lapel looks for none of it and claims none")


_TELLERS: Mapping[ActKind, Callable[[Act, Requirement, Standing], Told]] = {
    ActKind.PAGES: _tell_pages,
    ActKind.FIRST: tell_first,
    ActKind.OUT: tell_out,
    ActKind.LESS: tell_less,
    ActKind.LATER: tell_later,
    ActKind.SHORT: tell_short,
    ActKind.WHOLE: tell_whole,
    ActKind.ONLY: tell_only,
    ActKind.SPARE: tell_spare,
    ActKind.UP: tell_first,
    ActKind.LAST: tell_last,
    ActKind.SINCE: tell_since,
    ActKind.WORDING: tell_wording,
    ActKind.LOOKS: _tell_looks,
    ActKind.KEEP: tell_kept,
    ActKind.ERRAND: _tell_errand,
    ActKind.MANNER: _tell_manner,
    ActKind.GAP: _tell_gap,
}
