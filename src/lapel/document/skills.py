"""The skills section: one line for each group, languages and interests as groups too."""

from collections.abc import Collection, Iterator, Sequence

from msgspec.structs import replace

from lapel.document.draft import GroupDraft, SectionDraft, Slot, SlotKind, Variant, section_heading
from lapel.document.tree import Block
from lapel.locale.words import Words
from lapel.profile.model import Entry, Profile, SectionKind, SkillGroup
from lapel.text.inline import Run, runs_text
from lapel.theme.model import BlockKind

BARE = "skills/bare"
BRACKETS = frozenset("(（")
DASH = " – "
FEWEST_SHOWN, SHOWN_STEP, STEP_RATIO = 4, 2, 0.1
"""A group in part shows its first 4, 6, 8, … keywords: enough choices to fill a line. Beyond
several lines the step grows with the number shown, so that a long list has only a few more choices.
"""


def draft_skills(
    profile: Profile, skills: Sequence[SkillGroup], words: Words, dropped: Collection[str]
) -> SectionDraft:
    """Draft the section of skills: each group may be whole, with its first few keywords, or leave.

    The first, which the job asks for most, does not leave: readers look for skills. Skills without
    keywords share a line, which is as a group of them. Keywords among ``dropped`` leave, and so do
    dropped skills of a line that several share.
    """
    id = "section/skills"
    shown = [group for group in skills if not group.hidden]
    named = [kept for group in shown if (kept := _without_dropped(group, dropped)).keywords]
    bare = [group for group in shown if not group.keywords and group.id not in dropped]
    slots = [_draft_group(group, words, required=group is named[0]) for group in named]
    if bare:
        slots.append(_draft_bare(bare, words, required=not named))
    for kind in (SectionKind.LANGUAGES, SectionKind.INTERESTS):
        entries = [e for e in profile.section(kind) if not e.hidden and e.id not in dropped]
        if entries:
            slots.append(_draft_list(kind, entries, _title(kind, named, words), words))
    groups = tuple(GroupDraft(f"group/{slot.id}", None, (slot,)) for slot in slots)
    return SectionDraft(id, section_heading(id, words.titles["skills"]), groups)


def _without_dropped(group: SkillGroup, dropped: Collection[str]) -> SkillGroup:
    """Return a group without the keywords that are dropped."""
    kept = (keyword for id, keyword in group.by_id.items() if id not in dropped)
    return replace(group, keywords=tuple(kept))


def _draft_group(group: SkillGroup, words: Words, *, required: bool) -> Slot:
    """Draft a group under its name, without the name where it equals the section's title."""
    keywords = [keyword.runs for keyword in group.keywords]
    name = group.name.runs
    level = (Run(words.brackets.format(text=group.level)),) if group.level else ()
    is_told = not level and group.name.plain.casefold() == words.titles["skills"].casefold()
    label = () if is_told else tuple(Run(run.text, strong=True) for run in (*name, *level))
    variants = [_make_variant(f"{group.id}:whole", label, keywords, (group.id,), words)]
    variants += [
        replace(
            _make_variant(f"{group.id}:{count}", label, keywords[:count], (group.id,), words),
            left_out=tuple(keyword.plain for keyword in group.keywords[count:]),
        )
        for count in _choose_counts(len(keywords))
    ]
    return Slot(group.id, SlotKind.SKILLS, tuple(variants), required, group.id)


def _choose_counts(keywords: int) -> Iterator[int]:
    """Yield the numbers of keywords that a group of ``keywords`` may show in part."""
    count = FEWEST_SHOWN
    while count < keywords:
        yield count
        count += max(SHOWN_STEP, int(count * STEP_RATIO))


def _draft_bare(groups: Sequence[SkillGroup], words: Words, *, required: bool) -> Slot:
    """Draft one line of the skills without keywords; the section's heading says what they are."""
    names = [group.name.runs for group in groups]
    ids = tuple(group.id for group in groups)
    variants = [_make_variant(BARE, (), names, ids, words)]
    variants += [
        _make_variant(f"{BARE}:{count}", (), names[:count], ids[:count], words)
        for count in _choose_counts(len(names))
    ]
    return Slot(BARE, SlotKind.SKILLS, tuple(variants), required)


def _title(kind: SectionKind, groups: Sequence[SkillGroup], words: Words) -> str:
    """Return the title of a line of languages or interests; where a group has the title already, as
    one of programming languages may, that of spoken languages.
    """
    title = words.titles[kind.value]
    taken = any(group.name.plain.casefold() == title.casefold() for group in groups)
    return words.spoken_languages if taken and kind is SectionKind.LANGUAGES else title


def _draft_list(kind: SectionKind, entries: Sequence[Entry], title: str, words: Words) -> Slot:
    """Draft languages or interests as one line: "Spanish (fluent), Portuguese".

    Brackets stand in no others, so where one item has some, dashes stand in all.
    """
    extras = [[entry.detail] if entry.detail else list(entry.keywords) for entry in entries]
    told = [tuple(_join_items([text.runs for text in extra], words)) for extra in extras]
    has_brackets = any(not BRACKETS.isdisjoint(runs_text(inner)) for inner in told)
    before, after = ((Run(DASH),), ()) if has_brackets else _split_brackets(words)
    items = [
        (*entry.title.runs, *before, *inner, *after) if inner else entry.title.runs
        for entry, inner in zip(entries, told, strict=True)
    ]
    id = f"skills/{kind.value}"
    label = (Run(title, strong=True),)
    variant = _make_variant(id, label, items, tuple(entry.id for entry in entries), words)
    return Slot(id, SlotKind.SKILLS, (variant,), required=False)


def _split_brackets(words: Words) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Return what stands before and behind words in brackets."""
    before, after = words.brackets.split("{text}")
    return (Run(before),), (Run(after),)


def _make_variant(
    id: str,
    label: Sequence[Run],
    items: Sequence[tuple[Run, ...]],
    ids: tuple[str, ...],
    words: Words,
) -> Variant:
    labelled = (*label, Run(words.colon, strong=True)) if label else ()
    text = (*labelled, *_join_items(items, words))
    return Variant(id, (Block(id, BlockKind.SKILLS, text, source=ids[0]),), candidates=ids)


def _join_items(items: Sequence[tuple[Run, ...]], words: Words) -> Iterator[Run]:
    for index, item in enumerate(items):
        if index:
            yield Run(words.comma)
        yield from item
