"""Drafting: a profile as slots and variants, everything that could be on the resume.

Sections come in the theme's order, entries with dates in reverse chronological order, but for what
notes move. An entry is either open, with bullets under it, or brief, one line. Work and education
never leave the page; entries of other sections may. Selection picks the variants later.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from lapel.document.arranging import apply_moves
from lapel.document.dates import format_dates, newest_first, work_newest_first
from lapel.document.draft import (
    Draft,
    Form,
    GroupDraft,
    SectionDraft,
    Slot,
    SlotKind,
    Variant,
    describes,
    form_id,
    section_heading,
)
from lapel.document.header import draft_header
from lapel.document.personal import with_personal
from lapel.document.roles import (
    NEVER_LEAVES,
    Terms,
    as_title,
    detail_of,
    draft_highlights,
    link_text,
    plain_runs,
    role_under_organisation,
    role_with_title_first,
)
from lapel.document.skills import draft_skills
from lapel.document.tree import Block
from lapel.locale.words import Words
from lapel.matching.sections import own_sections
from lapel.profile.model import UNDER_ORGANISATION, Entry, Profile, SectionKind, SkillGroup
from lapel.text.inline import Run, runs_text
from lapel.theme.model import BlockKind

WITHOUT_SECTION = (SectionKind.LANGUAGES, SectionKind.INTERESTS, SectionKind.REFERENCES)
"""Languages and interests are listed among the skills; references are never printed."""
LONGEST_TOLD = 90
"""The most characters of a description for it to be part of its entry's one line."""


def draft_resume(
    profile: Profile,
    skills: Sequence[SkillGroup],
    terms: Terms,
    ranks: Mapping[str, tuple[float, ...]] | None = None,
) -> Draft:
    """Draft everything that could be on the resume; ``skills`` come ordered for the job.

    ``ranks`` are those of the certificates that the job asks for, by id: the highest are listed
    first. What the job file drops from a line shared with others leaves here; everything else it
    drops is left to selection.
    """
    name, theme, words = profile.basics.name.markdown, terms.theme, terms.words
    sections: list[SectionDraft] = []
    for kind in theme.section_order:
        if kind is SectionKind.SKILLS:
            sections.append(draft_skills(profile, skills, words, terms.dropped))
        elif kind is SectionKind.CUSTOM:
            sections.extend(_draft_custom(profile, terms))
        elif kind not in WITHOUT_SECTION:
            entries = apply_moves(_sort_entries(profile, kind, ranks or {}), terms.moves)
            sections.append(_draft_section(kind.value, words.titles[kind.value], entries, terms))
    summary, ordered = _draft_summaries(profile, words), apply_moves(sections, terms.moves)
    return Draft(
        title=name,
        author=name,
        language=words.language,
        header=with_personal(
            draft_header(profile.basics, words, theme.separator, theme.contact),
            profile.basics,
            theme.separator,
            words,
        ),
        sections=tuple(section for section in (summary, *ordered) if section.groups),
    )


def _draft_summaries(profile: Profile, words: Words) -> SectionDraft:
    id, variants = "section/summary", []
    for summary in profile.summaries:
        text = summary.text.runs
        block = Block(summary.id, BlockKind.PARAGRAPH, text, source=summary.id)
        variants.append(Variant(summary.id, (block,), candidates=(summary.id,)))
    slot = Slot("summary", SlotKind.SUMMARY, tuple(variants), required=True)
    groups = (GroupDraft("group/summary", None, (slot,)),) if variants else ()
    return SectionDraft(id, section_heading(id, words.titles["summary"]), groups)


def _draft_custom(profile: Profile, terms: Terms) -> Iterator[SectionDraft]:
    entries = profile.section(SectionKind.CUSTOM)
    for title, name in own_sections(profile).items():
        own = newest_first([e for e in entries if e.custom_section == title and not e.hidden])
        yield _draft_section(name, title, apply_moves(own, terms.moves), terms)


def _sort_entries(
    profile: Profile, kind: SectionKind, ranks: Mapping[str, tuple[float, ...]]
) -> tuple[Entry, ...]:
    """Return the shown entries of a section, newest first, certificates by their ranks."""
    if kind is SectionKind.WORK:
        return work_newest_first(profile)
    newest = newest_first([entry for entry in profile.section(kind) if not entry.hidden])
    if kind is not SectionKind.CERTIFICATES:
        return newest
    return tuple(sorted(newest, key=lambda entry: ranks.get(entry.id, ()), reverse=True))


def _draft_section(name: str, title: str, shown: Sequence[Entry], terms: Terms) -> SectionDraft:
    # Under bullets a line needs more room above than in a plain list.
    bullets = any(draft_highlights(entry, terms.fixed) for entry in shown)
    line = BlockKind.BRIEF if bullets else BlockKind.LINE
    groups = tuple(
        _draft_group(name, tuple(members), line, terms)
        for _, members in groupby(shown, key=_group_key)
    )
    return SectionDraft(f"section/{name}", section_heading(f"section/{name}", title), groups)


def _group_key(entry: Entry) -> str:
    """Return a key that neighbouring roles of one employer share, so that they get one line; every
    other entry has its own.
    """
    if entry.organisation is not None and not _stands_alone(entry):
        return f"organisation {entry.organisation.id}"
    return f"entry {entry.id}"


def _draft_group(
    name: str, entries: tuple[Entry, ...], line_kind: BlockKind, terms: Terms
) -> GroupDraft:
    first = entries[0]
    id = f"group/{name}/{first.id}"
    if first.organisation is None or _stands_alone(first):
        slots = tuple(_draft_entry(entry, line_kind, terms) for entry in entries)
        return GroupDraft(id, None, slots)
    if terms.theme.title_first:
        return GroupDraft(id, None, tuple(role_with_title_first(e, terms) for e in entries))
    organisation = first.organisation
    line = Block(
        id=f"{id}:line",
        kind=BlockKind.ORGANISATION,
        text=link_text(organisation.name, organisation.url),
        aside=plain_runs(_find_place(entries)),
        source=first.id,
        keeps_next=True,
    )
    slots = tuple(
        role_under_organisation(entry, BlockKind.NEXT_ROLE if index else BlockKind.ROLE, terms)
        for index, entry in enumerate(entries)
    )
    return GroupDraft(id, line, slots)


def _find_place(entries: tuple[Entry, ...]) -> str:
    """Return the place of roles under one line: the one they share, else that of their employer."""
    places = {entry.location for entry in entries}
    employer = entries[0].organisation
    return places.pop() if len(places) == 1 else employer.location if employer else ""


def _stands_alone(entry: Entry) -> bool:
    """Tell whether an entry needs no organisation's line: it has none, or its title names it."""
    return entry.section not in UNDER_ORGANISATION or entry.is_untitled


def _draft_entry(entry: Entry, line_kind: BlockKind, terms: Terms) -> Slot:
    """Draft an entry without an employer's line: one line that says what it is, or open with its
    place and bullets where it has any.
    """
    theme, words = terms.theme, terms.words
    written = format_dates(entry, words)
    dates = plain_runs(written)
    url = entry.organisation.url if entry.organisation and entry.is_untitled else entry.url
    title, further = link_text(entry.title, url), detail_of(entry, words)
    if entry.organisation is not None and not _names_organisation(entry):
        organisation = entry.organisation.name.runs
        further = (Run(words.comma), *organisation, *further)
    children = draft_highlights(entry, terms.fixed)
    description = _find_short_description(children, terms)
    summary = entry.summary.runs if entry.summary else ()
    told = description.blocks[0].text if description else summary
    colon = Run(words.colon)
    first = as_title(title, theme) if line_kind is BlockKind.BRIEF else title
    by = (*entry.authors.runs, colon) if entry.authors else ()
    text = (*by, *first, *further, *((colon, *told) if told else ()))
    brief = Block(form_id(entry.id, Form.BRIEF), line_kind, text, dates, entry.id)
    tells = (entry.id, *(description.candidates if description else ()))
    variants = [Variant(brief.id, (brief,), candidates=tells)]
    if children:
        head = Block(
            id=form_id(entry.id, Form.OPEN),
            kind=BlockKind.ORGANISATION,
            text=(*by, *title, *further),
            aside=plain_runs(theme.separator.join(filter(None, (written, entry.location)))),
            source=entry.id,
            keeps_next=True,
        )
        variants.append(Variant(head.id, (head,), candidates=(entry.id,), open=True))
    return Slot(
        id=entry.id,
        kind=SlotKind.ENTRY,
        variants=tuple(variants),
        required=entry.section in NEVER_LEAVES,
        source=entry.id,
        children=children,
    )


def _find_short_description(children: Sequence[Slot], terms: Terms) -> Variant | None:
    """Return the description to print in an entry's one line, since a name alone ("Creek Gauge")
    tells nobody; None where there is no short one.
    """
    for child in children[:1]:
        told = child.variants[0]
        is_short = len(runs_text(told.blocks[0].text)) <= LONGEST_TOLD
        if describes(child) and is_short and child.source not in terms.dropped:
            return told
    return None


def _names_organisation(entry: Entry) -> bool:
    """Tell whether the title names the organisation: "AWS D1.1" needs no "AWS" after it.

    A journal is always printed: its name may be a word of any title.
    """
    if entry.organisation is None or entry.section is SectionKind.PUBLICATIONS:
        return False
    name = re.escape(entry.organisation.name.plain)
    return re.search(rf"(?<!\w){name}(?!\w)", entry.title.plain) is not None
