"""Roles and degrees as slots: under their organisation's line, or each with its title first."""

import re
from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from lapel.document.addresses import href_of
from lapel.document.dates import format_dates
from lapel.document.draft import Form, Slot, SlotKind, Variant, form_id
from lapel.document.tree import Block
from lapel.document.wordings import FixedWordings
from lapel.locale.words import Words
from lapel.matching.model import Move
from lapel.profile.ids import wording_id
from lapel.profile.model import Entry, Highlight, SectionKind, Text
from lapel.text.inline import Run, parse_inline
from lapel.theme.model import BlockKind, Theme
from lapel.theme.styles import AsidePosition

NEVER_LEAVES = (SectionKind.WORK, SectionKind.EDUCATION)


class Terms(Struct, frozen=True):
    """What every entry is drafted by: the fixed wordings, the theme, the language, the ids that the
    job file drops from lines shared with others, and what notes move.
    """

    fixed: FixedWordings
    theme: Theme
    words: Words
    dropped: Collection[str] = ()
    moves: Sequence[Move] = ()


def role_under_organisation(entry: Entry, kind: BlockKind, terms: Terms) -> Slot:
    """Return a role or degree under its organisation's line."""
    words = terms.words
    dates = format_dates(entry, words)
    text = (*_title(entry, words), *detail_of(entry, words))
    id = form_id(entry.id, Form.OPEN)
    line = Block(id, kind, text, plain_runs(dates), entry.id, keeps_next=True)
    brief = _make_one_line(entry, Form.BRIEF, _title(entry, words), dates, words)
    return _make_role_slot(entry, (brief,), (line,), terms)


def role_with_title_first(entry: Entry, terms: Terms) -> Slot:
    """Draft a role or degree with its title first and its organisation under it. Dates and place
    are set beside the two, or both on a third line.
    """
    assert entry.organisation is not None
    theme, words = terms.theme, terms.words
    title = (*_title(entry, words), *detail_of(entry, words))
    name = link_text(entry.organisation.name, entry.organisation.url)
    dates = format_dates(entry, words)
    parts = as_title(_title(entry, words), theme), dates, words
    if theme.styles[BlockKind.ROLE].aside.position is AsidePosition.BELOW:
        both = theme.date_separator.join(filter(None, (dates, entry.location)))
        brief = _make_two_lines(entry, Form.BRIEF, (title, ""), (name, dates))
        open = _make_two_lines(entry, Form.OPEN, (title, ""), (name, both))
        return _make_role_slot(
            entry, brief, open, terms, squeezed=(_make_one_line(entry, Form.SQUEEZED, *parts),)
        )
    open = _make_two_lines(entry, Form.OPEN, (title, dates), (name, entry.location))
    return _make_role_slot(entry, (_make_one_line(entry, Form.BRIEF, *parts),), open, terms)


def _make_two_lines(
    entry: Entry,
    form: Form,
    title: tuple[tuple[Run, ...], str],
    organisation: tuple[tuple[Run, ...], str],
) -> tuple[Block, ...]:
    """Return a title and the line under it, each with its aside."""
    id = form_id(entry.id, form)
    lines = (
        (id, BlockKind.ORGANISATION, title),
        (f"{id}:organisation", BlockKind.ROLE, organisation),
    )
    return tuple(
        Block(id, kind, text, plain_runs(aside), entry.id, keeps_next=True)
        for id, kind, (text, aside) in lines
    )


def _make_one_line(
    entry: Entry, form: Form, title: tuple[Run, ...], dates: str, words: Words
) -> Block:
    """Return a role or degree with its organisation and dates on one line."""
    assert entry.organisation is not None
    organisation = entry.organisation.name.runs
    text = (*title, Run(words.comma), *organisation)
    return Block(form_id(entry.id, form), BlockKind.BRIEF, text, plain_runs(dates), entry.id)


def _make_role_slot(
    entry: Entry,
    brief: tuple[Block, ...],
    open: tuple[Block, ...],
    terms: Terms,
    squeezed: tuple[Block, ...] = (),
) -> Slot:
    """Return a role or degree: brief, or open with bullets, or squeezed into one line."""
    forms = {Form.BRIEF: brief, Form.OPEN: open, Form.SQUEEZED: squeezed}
    return Slot(
        id=entry.id,
        kind=SlotKind.ROLE,
        variants=tuple(
            Variant(
                form_id(entry.id, form),
                blocks,
                (entry.id,),
                open=form is Form.OPEN,
                squeezed=form is Form.SQUEEZED,
            )
            for form, blocks in forms.items()
            if blocks
        ),
        required=entry.section in NEVER_LEAVES,
        source=entry.id,
        children=draft_highlights(entry, terms.fixed),
    )


def _title(entry: Entry, words: Words) -> tuple[Run, ...]:
    """Return the entry's title; a degree and its subject with the language's comma between."""
    if entry.degree is None or entry.area is None:
        return entry.title.runs
    degree, area = (text.runs for text in (entry.degree, entry.area))
    return (*degree, Run(words.comma), *area)


def detail_of(entry: Entry, words: Words) -> tuple[Run, ...]:
    """Return a degree's score or an entry's note after its title; a bare number is named as a
    score.
    """
    if entry.detail is None:
        return ()
    detail = entry.detail.runs
    number = re.fullmatch(r"\d\.\d{1,2}", entry.detail.markdown)
    if number and entry.section is SectionKind.EDUCATION:
        return (Run(words.comma), Run(words.score.format(score=entry.detail.markdown)))
    return (Run(words.comma), *detail)


def draft_highlights(entry: Entry, fixed: FixedWordings) -> tuple[Slot, ...]:
    """Return a slot for each of an entry's bullets that is not hidden."""
    return tuple(
        Slot(
            id=f"{highlight.id}:slot",
            kind=SlotKind.HIGHLIGHT,
            variants=tuple(_make_forms(highlight, fixed)),
            required=False,
            source=highlight.id,
        )
        for highlight in entry.highlights
        if not highlight.hidden
    )


def _make_forms(highlight: Highlight, fixed: FixedWordings) -> Iterator[Variant]:
    """Yield the text and each of the author's wordings, or the one form the job file asks for."""
    forms = {"": highlight.text.markdown}
    forms |= {wording.name: wording.text.markdown for wording in highlight.wordings}
    if highlight.id in fixed:
        forms = dict([fixed[highlight.id]])
    for name, markdown in forms.items():
        id = wording_id(highlight.id, name)
        kind = BlockKind.DESCRIPTION if highlight.describes else BlockKind.BULLET
        block = Block(id, kind, parse_inline(markdown), source=highlight.id)
        yield Variant(id, (block,), candidates=(id,))


def link_text(text: Text, url: str) -> tuple[Run, ...]:
    """Return a text with its own links, else with one to ``url``."""
    runs = text.runs
    return tuple(Run(r.text, r.strong, r.emphasis, r.href or href_of(url)) for r in runs)


def as_title(runs: tuple[Run, ...], theme: Theme) -> tuple[Run, ...]:
    """Return a title in a line with others, as bold as titles over bullets are."""
    bold = theme.styles[BlockKind.ORGANISATION].bold
    return tuple(replace(run, strong=run.strong or bold) for run in runs)


def plain_runs(text: str) -> tuple[Run, ...]:
    """Return a text as runs: none where it is empty."""
    return (Run(text),) if text else ()
