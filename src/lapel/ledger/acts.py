"""What became of each act that a note asks for: done, or the front matter that does it."""

import re
from collections.abc import Callable, Mapping

from lapel.ledger.arranging import tell_first, tell_first_skill, tell_last, tell_later
from lapel.ledger.keeping import tell_kept, tell_some, tell_whole, tell_wording
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
from lapel.profile.model import SectionKind
from lapel.text.plurals import join_and
from lapel.text.regexes import regex

_AT_MOST = regex(
    r"max|most|more than|limit|under|within|up to|over|no (?:second|2nd|third|3rd)"
    r"|(?:one|1|two|2) ?(?:[-–/]|to|or) ?(?:two|2|three|3)"
)
"""Words that make a number of pages an upper limit."""
_OF_CVS, _MOST_OF_RESUME = "academic", 2
"""The theme of a CV, and how many pages a resume has at most."""
_VOUCHING = regex(r"\brefere(?:e|nce)s?\b", re.IGNORECASE)


def tell_act(act: Act, requirement: Requirement, standing: Standing) -> Told:
    """Say what became of one act, for the contract."""
    return _TELLERS[act.kind](act, requirement, standing)


def _tell_pages(act: Act, requirement: Requirement, standing: Standing) -> Told:
    has = f"the resume has {_word_pages(standing.looks.pages)}"
    fewer = standing.looks.pages < act.number
    said = requirement.text.casefold()
    if standing.looks.pages == act.number or (fewer and _AT_MOST.search(said)):
        return Told(True, has)
    if fewer and standing.job.settings.pages in (None, act.number):
        return Told(False, f"{has}: what there is to say does not fill {_word_pages(act.number)}")
    return Told(False, f"{has}; `pages: {act.number}` in the front matter asks for it")


def _word_pages(count: int) -> str:
    return "one page" if count == 1 else f"{count} pages"


def _tell_looks(act: Act, _: Requirement, standing: Standing) -> Told:
    key, _colon, value = act.subject.partition(": ")
    looks = standing.looks
    has = {"theme": looks.theme, "paper": looks.paper, "language": looks.language}[key]
    if has.casefold() == value.casefold():
        return Told(True, f"{key} is {value}")
    return Told(False, f"`{key}: {value}` in the front matter asks for it")


def _tell_form(act: Act, _: Requirement, standing: Standing) -> Told:
    """Say whether it is the resume, or the CV, that a note wants: by its theme and its length."""
    looks = standing.looks
    has = f"it has {_word_pages(looks.pages)}, in the {looks.theme} theme"
    if not act.subject.casefold().startswith("r"):
        line = "`theme: academic` in the front matter sets a CV, and `pages:` gives it room"
        return Told(looks.theme == _OF_CVS, has if looks.theme == _OF_CVS else f"{has}; {line}")
    lines = []
    if looks.theme == _OF_CVS:
        lines.append("`theme: classic`")
    if looks.pages > _MOST_OF_RESUME:
        lines.append(f"`pages: {_MOST_OF_RESUME}`")
    done = f"; {join_and(lines)} in the front matter makes a resume of it" if lines else ""
    return Told(not lines, f"{has}{done}")


def _tell_errand(_: Act, __: Requirement, ___: Standing) -> Told:
    return Told(None, "this is for you to do; lapel asks nobody and looks nothing up")


def _tell_manner(_: Act, __: Requirement, ___: Standing) -> Told:
    return Told(
        None,
        "this says how to write; lapel chooses among your sentences and rewrites none "
        "(`wording:` in the front matter takes another of yours)",
    )


def _tell_photo(_: Act, __: Requirement, standing: Standing) -> Told:
    if standing.looks.photo:
        return Told(False, "`personal: false` in the front matter prints no photo")
    return Told(True, "no photo is printed")


def _tell_rename(_: Act, __: Requirement, ___: Standing) -> Told:
    return Told(
        False,
        "names and titles are printed as the profile has them; change it there (your own is "
        "`name:` under `basics:`)",
    )


def _tell_references(_: Act, __: Requirement, standing: Standing) -> Told:
    """Say whether a section of the person's own tells of references; the profile's are private."""
    own = [e for e in standing.profile.section(SectionKind.CUSTOM) if e.id in standing.on_page]
    titles = dict.fromkeys(e.custom_section for e in own if _VOUCHING.search(e.custom_section))
    if titles:
        return Told(True, f"“{next(iter(titles))}” stands on the page")
    line = "`sections: [{title: References, entries: [Available on request]}]`"
    return Told(False, f"lapel prints no `references:`; {line} in the profile says it")


def _tell_gap(_: Act, __: Requirement, ___: Standing) -> Told:
    return Told(None, "this names what you lack; lapel looks for none of it and claims none")


_TELLERS: Mapping[ActKind, Callable[[Act, Requirement, Standing], Told]] = {
    ActKind.PAGES: _tell_pages,
    ActKind.FIRST: tell_first,
    ActKind.OUT: tell_out,
    ActKind.LESS: tell_less,
    ActKind.LATER: tell_later,
    ActKind.FIRST_SKILL: tell_first_skill,
    ActKind.SHORT: tell_short,
    ActKind.WHOLE: tell_whole,
    ActKind.ONLY: tell_only,
    ActKind.SOME: tell_some,
    ActKind.SPARE: tell_spare,
    ActKind.UP: tell_first,
    ActKind.LAST: tell_last,
    ActKind.SINCE: tell_since,
    ActKind.WORDING: tell_wording,
    ActKind.LOOKS: _tell_looks,
    ActKind.FORM: _tell_form,
    ActKind.KEEP: tell_kept,
    ActKind.ERRAND: _tell_errand,
    ActKind.MANNER: _tell_manner,
    ActKind.PHOTO: _tell_photo,
    ActKind.RENAME: _tell_rename,
    ActKind.REFERENCES: _tell_references,
    ActKind.GAP: _tell_gap,
}
