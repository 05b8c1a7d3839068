"""Drafting: a profile as slots and variants, everything that could stand on the resume.

Sections come in the theme's order, entries with dates in reverse chronological order. An entry is
either open, with bullets under it, or brief, one line. Work and education never leave the page;
entries of other sections may. Selection picks the variants later.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby

from lapel.document.addresses import href_of
from lapel.document.dates import format_dates, newest_first
from lapel.document.draft import (
    Draft,
    GroupDraft,
    SectionDraft,
    Slot,
    SlotKind,
    Variant,
    section_heading,
)
from lapel.document.header import draft_header
from lapel.document.personal import draft_personal
from lapel.document.skills import draft_skills
from lapel.document.tree import Block
from lapel.locale.words import Words
from lapel.profile.model import Entry, Highlight, Profile, SectionKind, SkillGroup, Text
from lapel.text.inline import Run, parse_inline, plain_text
from lapel.theme.model import AsidePosition, BlockKind, Theme

NEVER_LEAVES = (SectionKind.WORK, SectionKind.EDUCATION)
WITHOUT_SECTION = (SectionKind.LANGUAGES, SectionKind.INTERESTS, SectionKind.REFERENCES)
"""Languages and interests stand among the skills; references are never printed."""
UNDER_ORGANISATION = (SectionKind.WORK, SectionKind.EDUCATION, SectionKind.VOLUNTEER)

FixedWordings = Mapping[str, tuple[str, str]]
"""A highlight's id to the only form the job file allows for it: a name and its text."""


def draft_resume(
    profile: Profile,
    skills: Sequence[SkillGroup],
    fixed: FixedWordings,
    theme: Theme,
    words: Words,
    dropped: Collection[str] = (),
) -> Draft:
    """Everything that could stand on the resume; ``skills`` come ordered for the job.

    ``dropped`` are ids the job file takes out: what would share a line with others leaves here,
    the rest is selection's.
    """
    name = profile.basics.name.markdown
    sections = [_draft_summaries(profile, words)]
    for kind in theme.section_order:
        if kind is SectionKind.SKILLS:
            sections.append(draft_skills(profile, skills, words, dropped))
        elif kind is SectionKind.CUSTOM:
            sections.extend(_draft_custom(profile, fixed, theme, words))
        elif kind not in WITHOUT_SECTION:
            title = words.titles[kind.value]
            entries = profile.section(kind)
            sections.append(_draft_section(kind.value, title, entries, fixed, theme, words))
    return Draft(
        title=name,
        author=name,
        language=words.language,
        header=(
            *draft_header(profile.basics, theme.separator, theme.contact),
            *draft_personal(profile.basics, theme.separator, words),
        ),
        sections=tuple(section for section in sections if section.groups),
    )


def _draft_summaries(profile: Profile, words: Words) -> SectionDraft:
    variants = tuple(
        Variant(
            id=summary.id,
            blocks=(
                Block(
                    summary.id,
                    BlockKind.PARAGRAPH,
                    parse_inline(summary.text.markdown),
                    source=summary.id,
                ),
            ),
            candidates=(summary.id,),
        )
        for summary in profile.summaries
    )
    slots = (Slot("summary", SlotKind.SUMMARY, variants, required=True),) if variants else ()
    groups = tuple(GroupDraft("group/summary", None, (slot,)) for slot in slots)
    return SectionDraft(
        "section/summary", section_heading("section/summary", words.titles["summary"]), groups
    )


def _draft_custom(
    profile: Profile, fixed: FixedWordings, theme: Theme, words: Words
) -> Iterator[SectionDraft]:
    entries = profile.section(SectionKind.CUSTOM)
    titles = dict.fromkeys(entry.custom_section for entry in entries)
    for number, title in enumerate(titles, 1):
        own = [entry for entry in entries if entry.custom_section == title]
        yield _draft_section(f"custom-{number}", title, own, fixed, theme, words)


def _draft_section(
    name: str,
    title: str,
    entries: Sequence[Entry],
    fixed: FixedWordings,
    theme: Theme,
    words: Words,
) -> SectionDraft:
    shown = newest_first([entry for entry in entries if not entry.hidden])
    # Under bullets a line needs more room above than in a plain list.
    bullets = any(_draft_highlights(entry, fixed) for entry in shown)
    line = BlockKind.BRIEF if bullets else BlockKind.LINE
    groups = tuple(
        _draft_group(name, tuple(members), line, fixed, theme, words)
        for _, members in groupby(shown, key=_group_key)
    )
    return SectionDraft(f"section/{name}", section_heading(f"section/{name}", title), groups)


def _group_key(entry: Entry) -> str:
    """Neighbouring roles of one employer stand under one line; every other entry alone."""
    if entry.organisation is not None and entry.section in UNDER_ORGANISATION:
        return f"organisation {entry.organisation.id}"
    return f"entry {entry.id}"


def _draft_group(
    name: str,
    entries: tuple[Entry, ...],
    line_kind: BlockKind,
    fixed: FixedWordings,
    theme: Theme,
    words: Words,
) -> GroupDraft:
    first = entries[0]
    id = f"group/{name}/{first.id}"
    if first.organisation is None or first.section not in UNDER_ORGANISATION:
        slots = tuple(_draft_entry(entry, line_kind, fixed, words) for entry in entries)
        return GroupDraft(id, None, slots)
    if theme.title_first:
        return GroupDraft(id, None, tuple(_title_first(e, fixed, theme, words) for e in entries))
    organisation = first.organisation
    line = Block(
        id=f"{id}:line",
        kind=BlockKind.ORGANISATION,
        text=_linked(organisation.name, organisation.url),
        aside=_plain(organisation.location or first.location),
        source=first.id,
        keeps_next=True,
    )
    slots = tuple(
        _draft_role(entry, BlockKind.NEXT_ROLE if index else BlockKind.ROLE, fixed, words)
        for index, entry in enumerate(entries)
    )
    return GroupDraft(id, line, slots)


def _draft_role(entry: Entry, kind: BlockKind, fixed: FixedWordings, words: Words) -> Slot:
    """A role or degree under its organisation's line."""
    dates = format_dates(entry, words)
    text = (*_title(entry, words), *_detail(entry, words))
    line = Block(f"{entry.id}:open", kind, text, _plain(dates), entry.id, keeps_next=True)
    return _role_slot(entry, (_one_line(entry, dates, words),), (line,), fixed)


def _title_first(entry: Entry, fixed: FixedWordings, theme: Theme, words: Words) -> Slot:
    """A role or degree that needs no other line to be understood: its title, and under it its
    organisation. Dates and place stand beside the two, or both on a third line.
    """
    assert entry.organisation is not None
    title = (*_title(entry, words), *_detail(entry, words))
    name = _linked(entry.organisation.name, entry.organisation.url)
    dates = format_dates(entry, words)
    place = entry.organisation.location or entry.location
    if theme.date_position is AsidePosition.BELOW:
        both = theme.date_separator.join(filter(None, (dates, place)))
        brief = _two_lines(entry, "brief", BlockKind.BRIEF, (title, ""), (name, dates))
        open = _two_lines(entry, "open", BlockKind.ORGANISATION, (title, ""), (name, both))
    else:
        brief = (_one_line(entry, dates, words),)
        open = _two_lines(entry, "open", BlockKind.ORGANISATION, (title, dates), (name, place))
    return _role_slot(entry, brief, open, fixed)


def _two_lines(
    entry: Entry,
    form: str,
    kind: BlockKind,
    title: tuple[tuple[Run, ...], str],
    organisation: tuple[tuple[Run, ...], str],
) -> tuple[Block, ...]:
    """A title and the line under it, each with its aside."""
    id = f"{entry.id}:{form}"
    lines = ((id, kind, title), (f"{id}:organisation", BlockKind.ROLE, organisation))
    return tuple(
        Block(id, kind, text, _plain(aside), entry.id, keeps_next=True)
        for id, kind, (text, aside) in lines
    )


def _one_line(entry: Entry, dates: str, words: Words) -> Block:
    """A role or degree with its organisation and dates on one line."""
    assert entry.organisation is not None
    organisation = parse_inline(entry.organisation.name.markdown)
    text = (*_title(entry, words), Run(words.comma), *organisation)
    return Block(f"{entry.id}:brief", BlockKind.BRIEF, text, _plain(dates), entry.id)


def _role_slot(
    entry: Entry, brief: tuple[Block, ...], open: tuple[Block, ...], fixed: FixedWordings
) -> Slot:
    """A role or degree: brief, or open with bullets."""
    forms = (("brief", brief), ("open", open))
    return Slot(
        id=entry.id,
        kind=SlotKind.ROLE,
        variants=tuple(
            Variant(f"{entry.id}:{form}", blocks, (entry.id,), open=form == "open")
            for form, blocks in forms
        ),
        required=entry.section in NEVER_LEAVES,
        source=entry.id,
        children=_draft_highlights(entry, fixed),
    )


def _draft_entry(entry: Entry, line_kind: BlockKind, fixed: FixedWordings, words: Words) -> Slot:
    """An entry that stands alone: one line, or open with bullets where it has any."""
    dates = _plain(format_dates(entry, words))
    title = _linked(entry.title, entry.url)
    if entry.organisation is not None and not _names_organisation(entry):
        title = (*title, Run(words.comma), *parse_inline(entry.organisation.name.markdown))
    title = (*title, *_detail(entry, words))
    summary = parse_inline(entry.summary.markdown) if entry.summary else ()
    described = (*title, Run(words.colon), *summary) if summary else title
    brief = Block(f"{entry.id}:brief", line_kind, described, dates, entry.id)
    variants = [Variant(f"{entry.id}:brief", (brief,), candidates=(entry.id,))]
    children = _draft_highlights(entry, fixed)
    if children:
        head = Block(
            f"{entry.id}:open", BlockKind.ORGANISATION, title, dates, entry.id, keeps_next=True
        )
        variants.append(Variant(f"{entry.id}:open", (head,), candidates=(entry.id,), open=True))
    return Slot(
        id=entry.id,
        kind=SlotKind.ENTRY,
        variants=tuple(variants),
        required=entry.section in NEVER_LEAVES,
        source=entry.id,
        children=children,
    )


def _title(entry: Entry, words: Words) -> tuple[Run, ...]:
    """The entry's title; a degree and its subject with the language's comma between."""
    if entry.degree is None or entry.area is None:
        return parse_inline(entry.title.markdown)
    degree, area = (parse_inline(text.markdown) for text in (entry.degree, entry.area))
    return (*degree, Run(words.comma), *area)


def _names_organisation(entry: Entry) -> bool:
    """Whether the title says whose it is: "AWS D1.1" needs no "AWS" after it.

    A journal stays: its name may be a word of any title.
    """
    if entry.organisation is None or entry.section is SectionKind.PUBLICATIONS:
        return False
    name = re.escape(plain_text(entry.organisation.name.markdown))
    return re.search(rf"(?<!\w){name}(?!\w)", plain_text(entry.title.markdown)) is not None


def _detail(entry: Entry, words: Words) -> tuple[Run, ...]:
    """A degree's score or an entry's note after its title; a bare number says what it is."""
    if entry.detail is None:
        return ()
    detail = parse_inline(entry.detail.markdown)
    number = re.fullmatch(r"\d\.\d{1,2}", entry.detail.markdown)
    if number and entry.section is SectionKind.EDUCATION:
        return (Run(words.comma), Run(words.score.format(score=entry.detail.markdown)))
    return (Run(words.comma), *detail)


def _draft_highlights(entry: Entry, fixed: FixedWordings) -> tuple[Slot, ...]:
    return tuple(
        Slot(
            id=f"{highlight.id}:slot",
            kind=SlotKind.HIGHLIGHT,
            variants=tuple(_forms(highlight, fixed)),
            required=False,
            source=highlight.id,
        )
        for highlight in entry.highlights
        if not highlight.hidden
    )


def _forms(highlight: Highlight, fixed: FixedWordings) -> Iterator[Variant]:
    """The text and each of the author's wordings, or the one form the job file asks for."""
    forms = {"": highlight.text.markdown}
    forms |= {wording.name: wording.text.markdown for wording in highlight.wordings}
    if highlight.id in fixed:
        forms = dict([fixed[highlight.id]])
    for name, markdown in forms.items():
        id = f"{highlight.id}#{name}" if name else highlight.id
        block = Block(id, BlockKind.BULLET, parse_inline(markdown), source=highlight.id)
        yield Variant(id, (block,), candidates=(id,))


def _linked(text: Text, url: str) -> tuple[Run, ...]:
    runs = parse_inline(text.markdown)
    return tuple(Run(r.text, r.strong, r.emphasis, r.href or href_of(url)) for r in runs)


def _plain(text: str) -> tuple[Run, ...]:
    return (Run(text),) if text else ()
