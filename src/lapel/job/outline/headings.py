"""The context under a heading: the topic that it opens, or a part of the one above it."""

from collections.abc import Sequence

from msgspec.structs import replace

from lapel.job.markup.markdown import Block, Written
from lapel.job.outline.blocks import holds_something, text_of
from lapel.job.outline.gathering import Gathered
from lapel.job.outline.opening import (
    begins_another,
    begins_posting,
    heading_topic,
    names_part_of_letter,
)
from lapel.job.outline.statements import Context
from lapel.job.words.errands import heads_errands
from lapel.job.words.headings import (
    asks_of_connection,
    heads_refusals,
    is_for_own_use,
    is_posting_heading,
    section_of,
    topic_of,
)
from lapel.job.words.labels import names_paragraph, plain_label, split_label
from lapel.job.words.topics import FIELDS, NOTES, Topic

ASKING = NOTES - {Topic.NOTES}
"""The topics of notes of a kind, such as hints."""
OF_ENTRIES = frozenset({"work", "education", "projects", "volunteer"})
"""Sections of the profile whose entries a hint may name."""


def begin_heading(
    gathered: Gathered, blocks: Sequence[Block], index: int, base: Context
) -> Context:
    """Return the context under a heading, which may begin a second opening in the file."""
    block = blocks[index]
    if base.topic is Topic.TITLE and begins_another(blocks, index, gathered.opened):
        gathered.headings.extend(block.lines)
        return replace(gathered.begin_unknown(block.lines[0]), sealed=True)
    return _enter_heading(gathered, block, base, holds=holds_something(blocks, index))


def _enter_heading(gathered: Gathered, block: Block, base: Context, *, holds: bool) -> Context:
    """Return the context under a heading; ``base`` is that of the heading above it.

    A heading among notes with nothing below it (``holds`` is false) is a note itself.
    """
    text = text_of(block)
    labelled = split_label(text)
    topic = heading_topic(text, base, gathered.opened)
    if topic is None and labelled.label and labelled.rest:
        topic = heading_topic(labelled.label, base, gathered.opened)
        if topic is Topic.LETTER_POINT and holds and names_part_of_letter(labelled.rest):
            gathered.headings.extend(block.lines)
            return replace(gathered.begin(topic), label=labelled.rest)
        if topic is not None and topic is not Topic.TITLE:
            context = gathered.begin(topic)
            gathered.add_labelled(context, block, labelled)
            return context
    says = bool(labelled.label and labelled.rest) or not holds
    if topic is None and base.topic in ASKING and says and section_of(text) is None:
        gathered.add(base, block.lines)
        return base.beneath(labelled.label)
    gathered.headings.extend(block.lines)
    if topic is not None:
        return gathered.begin(topic)
    title = plain_label(text)
    if base.topic in (Topic.TITLE, Topic.OTHER) and not base.sealed:
        return _enter_stray_heading(gathered, title, block.lines[0], base)
    if heads_errands(title):
        return gathered.begin_unknown(block.lines[0])
    return _enter_inner_heading(gathered, title, block.lines[0], base)


def _enter_stray_heading(
    gathered: Gathered, title: str, written: Written, base: Context
) -> Context:
    """Return the context under an unknown heading outside all topics: perhaps the last one's."""
    previous = gathered.opened[-1] if gathered.opened else None
    section = section_of(title)
    below_notes = previous in NOTES and section in OF_ENTRIES
    theirs = is_posting_heading(title) and Topic.DESCRIPTION not in gathered.opened
    if (section is not None and previous is Topic.HINT) or (below_notes and not theirs):
        return replace(gathered.begin(Topic.HINT).under(title), section=section)
    named = topic_of(title, in_notes=True)
    if named and gathered.opened and not is_posting_heading(title):
        return gathered.begin(named)
    if previous is Topic.LETTER_POINT and names_paragraph(title) and not asks_of_connection(title):
        return replace(gathered.begin(Topic.LETTER_POINT), label=title)
    if begins_posting(title, base) and not is_for_own_use(title):
        return gathered.begin_demands().under(title)
    return base.under(title) if base.topic is Topic.OTHER else gathered.begin_unknown(written)


def _enter_inner_heading(
    gathered: Gathered, title: str, written: Written, base: Context
) -> Context:
    """Return the context under a heading that opens no topic of its own."""
    if base.topic is Topic.COMPANY_DETAILS and begins_posting(title, base):
        return gathered.begin_demands().under(title)
    section = section_of(title)
    if base.topic is Topic.NOTES and section is not None:
        return replace(gathered.begin(Topic.HINT).under(title), section=section)
    if base.topic is Topic.HINT and section is not None and not base.label:
        return replace(base.under(title), section=section)
    if base.topic in (Topic.NOTES, Topic.HINT) and not base.label and heads_refusals(title):
        return gathered.begin(Topic.NOTES).under(title)
    if base.topic is Topic.HINT and topic_of(title, in_notes=True) is Topic.HINT:
        return base  # "by job" below "resume" says nothing new
    if base.topic is Topic.HINT:
        # an employer above and a role below: "PepsiCo Head of ML"
        return replace(base.under(title), label=f"{base.label} {title}".strip())
    if base.topic in (Topic.LETTER_POINT, Topic.CONNECTION):
        return replace(base.under(title), label=title)
    if base.topic is Topic.COMPANY:
        return Context(Topic.COMPANY_DETAILS).under(title)
    if base.topic is Topic.NOTES or base.topic in FIELDS - {Topic.STATUS, Topic.RECIPIENT}:
        return gathered.begin_unknown(written)
    return base.under(title)
