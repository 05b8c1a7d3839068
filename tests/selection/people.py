"""Invented people as profile, draft and matches, made by hand and as short as a test needs."""

from collections.abc import Mapping
from pathlib import Path

from lapel.document.draft import Draft, GroupDraft, SectionDraft, Slot, SlotKind, Variant
from lapel.document.tree import Block
from lapel.matching.model import (
    Candidate,
    CandidateKind,
    Match,
    Matches,
    Reason,
    ReasonKind,
    Requirement,
    RequirementKind,
)
from lapel.profile.model import (
    Basics,
    Date,
    Entry,
    Highlight,
    Organisation,
    Profile,
    SectionKind,
    SkillGroup,
    Summary,
    Wording,
)
from lapel.source.diagnostics import Place
from lapel.text.inline import Run
from lapel.theme.model import BlockKind
from tests.given import PRESENT, text

PLACE = Place(Path("profile.yaml"), 1)
LINE_PT = 13.0
HEADING_PT = 24.0
CHARACTERS_A_LINE = 95


def date(written: str) -> Date:
    """A date such as "2021-03", or "present"."""
    if written == "present":
        return PRESENT
    year, _, month = written.partition("-")
    return Date(written, int(year), int(month) if month else None)


def bullet(
    id: str, words: str = "", weight: float = 1.0, wordings: Mapping[str, str] | None = None
) -> Highlight:
    """A highlight; without words it is a text of two lines."""
    forms = tuple(Wording(name, text(form)) for name, form in (wordings or {}).items())
    return Highlight(id, text(words or "w" * 150), weight=weight, wordings=forms)


def entry(
    id: str,
    dates: str,
    *highlights: Highlight,
    at: str = "",
    section: SectionKind = SectionKind.WORK,
) -> Entry:
    """A role or another entry, with dates such as "2018-03 to present", or ""."""
    start, _, end = dates.partition(" to ")
    return Entry(
        id=id,
        section=section,
        title=text(id.replace("-", " ").capitalize()),
        organisation=Organisation(at, text(at)) if at else None,
        start=date(start) if start else None,
        end=date(end) if end else None,
        highlights=highlights,
    )


def profile(
    *entries: Entry, summaries: tuple[Summary, ...] = (), skills: tuple[SkillGroup, ...] = ()
) -> Profile:
    """One person."""
    return Profile("", "en", Basics(text("Ada Rowe")), summaries, entries, skills)


def draft(person: Profile) -> Draft:
    """Everything that could stand on the person's resume."""
    summaries = tuple(_variant(s.id, s.id, s.text.markdown) for s in person.summaries)
    sections = [
        _section("summary", [Slot("summary", SlotKind.SUMMARY, summaries, required=True)])
        if summaries
        else None,
        *(
            _section(kind.value, [_entry_slot(entry) for entry in person.section(kind)])
            for kind in SectionKind
        ),
        _section("skills", [_skill_slot(group) for group in person.skills]),
    ]
    return Draft("", "", "en", (), tuple(section for section in sections if section))


def heights_pt(drafted: Draft) -> dict[str, float]:
    """A height for every option: as many lines as its text fills, and a small gap."""
    heights = {section.id: HEADING_PT for section in drafted.sections}
    heights |= {group.id: LINE_PT + 5 for section in drafted.sections for group in section.groups}
    for slot in drafted.slots():
        for variant in slot.variants:
            characters = sum(len(run.text) for block in variant.blocks for run in block.text)
            lines = -(-characters // CHARACTERS_A_LINE)
            heights[variant.id] = lines * LINE_PT + 2
    return heights


def _section(name: str, slots: list[Slot]) -> SectionDraft | None:
    if not slots:
        return None
    groups = tuple(
        GroupDraft(
            f"group/{name}/{slot.id}",
            Block(f"group/{slot.id}:line", BlockKind.ORGANISATION, ())
            if slot.kind is SlotKind.ROLE
            else None,
            (slot,),
        )
        for slot in slots
    )
    heading = Block(f"section/{name}:heading", BlockKind.HEADING, (Run(name),))
    return SectionDraft(f"section/{name}", heading, groups)


def _entry_slot(entry: Entry) -> Slot:
    title = entry.title.markdown
    kept = entry.section in (SectionKind.WORK, SectionKind.EDUCATION)
    bullets = tuple(_bullet_slot(highlight) for highlight in entry.highlights)
    brief = _variant(f"{entry.id}:brief", entry.id, title)
    opened = Variant(f"{entry.id}:open", brief.blocks, candidates=(entry.id,), open=True)
    return Slot(
        id=entry.id,
        kind=SlotKind.ROLE if kept else SlotKind.ENTRY,
        variants=(brief, opened) if bullets else (brief,),
        required=kept,
        source=entry.id,
        children=bullets,
    )


def _bullet_slot(highlight: Highlight) -> Slot:
    forms = {highlight.id: highlight.text.markdown}
    forms |= {f"{highlight.id}#{w.name}": w.text.markdown for w in highlight.wordings}
    return Slot(
        id=f"{highlight.id}:slot",
        kind=SlotKind.HIGHLIGHT,
        variants=tuple(_variant(id, id, words) for id, words in forms.items()),
        required=False,
        source=highlight.id,
    )


def _skill_slot(group: SkillGroup) -> Slot:
    words = f"{group.name.markdown}: " + ", ".join(k.markdown for k in group.keywords)
    variants = (_variant(f"{group.id}:whole", group.id, words),)
    return Slot(group.id, SlotKind.SKILLS, variants, required=False, source=group.id)


def _variant(id: str, candidate: str, words: str) -> Variant:
    return Variant(id, (Block(id, BlockKind.BULLET, (Run(words),)),), candidates=(candidate,))


def wish(
    id: str,
    kind: RequirementKind = RequirementKind.EMPHASIS,
    weight: float = 1.0,
    phrases: tuple[str, ...] = (),
    entries: tuple[str, ...] = (),
) -> Requirement:
    """A requirement; one of the description is no note."""
    noted = kind not in (RequirementKind.DESCRIPTION, RequirementKind.QUALIFICATION)
    return Requirement(
        id=id,
        kind=kind,
        text=id,
        phrases=phrases or (id,),
        weight=weight,
        place=PLACE,
        note=id if noted else "",
        entries=entries,
    )


def matches(
    wishes: tuple[Requirement, ...] = (),
    scores: Mapping[tuple[str, str], float] | None = None,
    redundancy: tuple[tuple[str, str, float], ...] = (),
    reasons: Mapping[tuple[str, str], str] | None = None,
) -> Matches:
    """What candidates answer which wishes, by (candidate, wish); from 0.5 a score supports."""
    found = tuple(
        Match(
            requirement=requirement,
            candidate=candidate,
            score=score,
            supports=score >= 0.5,
            reasons=(Reason(ReasonKind.ALIAS, reasons[candidate, requirement]),)
            if reasons and (candidate, requirement) in reasons
            else (),
        )
        for (candidate, requirement), score in (scores or {}).items()
    )
    candidates = tuple(
        Candidate(id, CandidateKind.HIGHLIGHT, "", id, (), PLACE)
        for id in dict.fromkeys(match.candidate for match in found)
    )
    return Matches(wishes, candidates, found, {}, {}, redundancy)
