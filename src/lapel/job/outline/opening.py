"""Which headings and labels open a topic where they stand, and which are ordinary words there.

A topic of the employer's text is ended by what only an applicant writes; among notes, a field's
name is a word like any other; a sealed context opens nothing.
"""

from collections.abc import Sequence
from itertools import takewhile

from lapel.job.markup.markdown import Block, Shape, Written
from lapel.job.outline.blocks import text_of
from lapel.job.outline.headline import read_headline
from lapel.job.outline.statements import Context
from lapel.job.words.headings import (
    heading_name,
    heads_refusals,
    is_ambiguous_name,
    is_demand_heading,
    is_named,
    is_own_heading,
    is_posting_heading,
    is_remark,
    is_value_word,
    section_of,
    topic_of,
)
from lapel.job.words.labels import (
    Labelled,
    begins_with_verb,
    names_paragraph,
    split_label,
    strip_markdown,
)
from lapel.job.words.topics import EMPLOYERS, FIELDS, NOTES, Topic
from lapel.job.words.vocabulary import vocabulary

Opened = Sequence[Topic]
"""The topics opened so far."""

LONGEST_BARE_HEADING_WORDS = 4
LISTING = (FIELDS | {Topic.COMPANY_DETAILS}) - {Topic.RECIPIENT}
"""Headings below which people list the fields of the opening; a recipient has a title too."""


def topic_in(title: str, context: Context) -> Topic | None:
    """Return the topic of a title in this context: shorter names count among notes."""
    return topic_of(title, in_notes=context.topic in NOTES)


def opens_by_name(text: str) -> bool:
    """Tell whether the words are a topic's name and no likely value."""
    return is_named(text) and not is_value_word(text)


def heading_topic(title: str, base: Context, opened: Opened) -> Topic | None:
    """Return the topic that a heading opens below the heading ``base``; None for none."""
    topic = topic_in(title, base)
    if topic is None or base.sealed:
        return None
    if topic is Topic.TITLE:
        return topic if base.topic is Topic.TITLE and not opened else None
    if base.topic in EMPLOYERS and topic not in vocabulary().mine:
        return None
    if base.topic in NOTES:
        return topic if _opens_topic_among_notes(topic, title, base) else None
    return topic


def _opens_topic_among_notes(topic: Topic, title: str, base: Context) -> bool:
    """Tell whether a heading below one of notes begins another topic and no part of that one."""
    if topic is base.topic and topic is not Topic.NOTES:
        return False
    about_them = topic in (Topic.COMPANY, Topic.COMPANY_DETAILS, Topic.POSITION)
    if base.topic is Topic.LETTER_POINT and (about_them or names_part_of_letter(title)):
        return False
    return not is_ambiguous_name(title)


def names_part_of_letter(title: str) -> bool:
    """Tell whether a title below the letter's names a part of it: "Opening", "Points to make"."""
    first = heading_name(title).partition(" ")[0]
    points = topic_of(first, in_notes=True) is Topic.LETTER_POINT and not is_named(first)
    return points or names_paragraph(strip_markdown(title))


def label_topic(
    labelled: Labelled, current: Context, opened: Opened, *, whole: bool
) -> Topic | None:
    """Return the topic that a label among paragraphs opens, None where it opens none.

    ``whole`` says that nothing stands behind the label.
    """
    topic = topic_in(labelled.label, current) if labelled.label else None
    if topic is None or current.sealed or is_order(labelled):
        return None
    if topic is Topic.TITLE:
        return topic if whole and not opened else None
    if current.topic is Topic.OTHER:
        return topic if may_be_field(topic, current, opened) else None
    if (
        current.topic is Topic.RECIPIENT
        and is_ambiguous_name(labelled.label)
        and not current.by_label
    ):
        return None  # a contact has a title, a role and a house
    if current.topic in NOTES:
        return topic if _labels_topic_among_notes(topic, labelled, current) else None
    if _signs_remark(labelled, current):
        return None
    if current.topic in EMPLOYERS and topic not in NOTES:
        listed = lists_field(topic, labelled, current, opened)
        ends = listed or _ends_flat_text(topic, labelled.label, current, opened)
        return topic if ends else None
    return topic


def is_order(labelled: Labelled) -> bool:
    """Tell whether a label is an employer with an order behind it: "Hospital: leave it short"."""
    order = labelled.rest[:1].islower() and begins_with_verb(labelled.rest)
    return order and topic_of(labelled.label) is Topic.COMPANY and is_ambiguous_name(labelled.label)


def _signs_remark(labelled: Labelled, current: Context) -> bool:
    """Tell whether a label within the employer's text marks a remark: "me: I do this"."""
    return current.topic in EMPLOYERS and bool(labelled.rest) and is_remark(labelled.label)


def _labels_topic_among_notes(topic: Topic, labelled: Labelled, current: Context) -> bool:
    """Tell whether a label among notes begins another topic, and is no note with a label."""
    if topic is current.topic or is_ambiguous_name(labelled.label):
        return False
    if current.topic is Topic.HINT and labelled.rest and section_of(labelled.label):
        return False
    if current.topic is not Topic.LETTER_POINT or not names_part_of_letter(labelled.label):
        return True
    is_why = topic is Topic.CONNECTION and heading_name(labelled.label).startswith("why")
    return not (labelled.rest or topic is Topic.EMPHASIS or is_why)


def _ends_flat_text(topic: Topic, label: str, current: Context, opened: Opened) -> bool:
    """Tell whether a field's label ends an employer's text that itself began with a label.

    A field that was given before is one that the posting repeats.
    """
    again = topic in FIELDS and topic in opened
    return current.by_label and is_named(label) and not again


def is_own_label(label: str) -> bool:
    """Tell whether a label in the first person or an order to leave out ends an employer's text
    that began with a label: "What I bring", "What not to say".
    """
    return is_own_heading(label) or heads_refusals(label)


def lists_field(topic: Topic, labelled: Labelled, current: Context, opened: Opened) -> bool:
    """Tell whether a label gives a new field below the heading of another or of the company:
    "Position: …" below "Company information".
    """
    is_field = topic in FIELDS and topic not in opened
    return current.topic in LISTING and is_field and bool(labelled.rest)


def field_above_posting(labelled: Labelled, opened: Opened) -> Topic | None:
    """Return the field that a label with a value gives, None for none or one given before."""
    topic = topic_of(labelled.label) if labelled.label and labelled.rest else None
    return topic if topic in FIELDS and topic not in opened else None


def may_be_field(topic: Topic, current: Context, opened: Opened) -> bool:
    """Tell whether a name opens its topic outside all topics.

    Below an unknown heading the name of a field does so only the first time.
    """
    if topic is Topic.TITLE or current.topic not in (Topic.TITLE, Topic.OTHER):
        return False
    return current.topic is Topic.TITLE or topic not in FIELDS or topic not in opened


def item_topic(
    labelled: Labelled, current: Context, opened: Opened, *, holds: bool
) -> Topic | None:
    """Return the topic that a list item opens, or None; ``holds`` says if it has a nested list."""
    topic = topic_in(labelled.label, current) if labelled.label else None
    if topic is None or current.sealed or topic is current.topic:
        return None
    if _signs_remark(labelled, current):
        return None
    if current.topic is Topic.LETTER_POINT and names_paragraph(labelled.label):
        return None
    if current.topic in (Topic.TITLE, Topic.OTHER):
        return topic if may_be_field(topic, current, opened) else None
    if lists_field(topic, labelled, current, opened):
        return topic
    if current.topic in EMPLOYERS and (topic not in NOTES or labelled.rest):
        return topic if _ends_flat_text(topic, labelled.label, current, opened) else None
    if topic not in NOTES or (labelled.rest and current.topic is not Topic.NOTES):
        return None
    return topic if holds or current.by_label or current.topic is Topic.NOTES else None


def folds_posting(block: Block, current: Context) -> bool:
    """Tell whether an item among notes is named as the employer's text and holds more than a list,
    as foldable parts of note-taking programs do.
    """
    named = topic_in(text_of(block), current) is Topic.DESCRIPTION
    holds = any(child.shape is not Shape.ITEM for child in block.children)
    return named and holds and current.topic in NOTES and not current.sealed


def begins_another(blocks: Sequence[Block], index: int, opened: Opened) -> bool:
    """Tell whether a second job file begins at a heading: an opening with parts given before."""
    heading = blocks[index]
    if not {Topic.DESCRIPTION, *NOTES} & {*opened} or read_headline(heading.lines[0]) is None:
        return False
    below = takewhile(
        lambda block: block.shape is not Shape.HEADING or block.level > heading.level,
        blocks[index + 1 :],
    )
    parts = (topic_of(text_of(block)) for block in below if block.shape is Shape.HEADING)
    return any(topic is not None and topic in opened for topic in parts)


def begins_posting(title: str, context: Context) -> bool:
    """Tell whether a heading begins the employer's text where no heading above names it.

    It ends text about the company ("About us") that a pasted page has first.
    """
    if context.topic is Topic.TITLE:
        return is_posting_heading(title) and not is_own_heading(title)
    unnamed = context.topic in (Topic.OTHER, Topic.COMPANY_DETAILS)
    return unnamed and is_demand_heading(title) and not is_own_heading(title)


def begins_demands(
    lines: Sequence[Written], context: Context, demanded: Sequence[int], *, told: bool
) -> bool:
    """Tell whether words alone on a line, without a mark, head the employer's demands.

    In a description that began so (``demanded``), so does any other heading of a posting, once
    something was ``told`` under the one above: "RN license in Texas" stands below "Licenses".
    """
    if len(lines) != 1 or (context.other is not None and is_own_heading(context.other.text)):
        return False
    text = lines[0].text
    labelled = split_label(text)
    if labelled.label and labelled.rest:  # "Requirements: Excel" says something
        return False
    if context.topic is Topic.DESCRIPTION:
        is_short = len(text.split()) <= LONGEST_BARE_HEADING_WORDS and not text.endswith(".")
        is_heading = is_demand_heading(text) or (told and is_posting_heading(text))
        return context.number in demanded and is_short and is_heading
    unnamed = (Topic.TITLE, Topic.OTHER, Topic.COMPANY_DETAILS)
    return context.topic in unnamed and is_demand_heading(text)
