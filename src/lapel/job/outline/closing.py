"""Fields of the job below notes, which end the notes."""

from collections.abc import Sequence

from lapel.job.markup.markdown import Block, Shape
from lapel.job.outline.blocks import named_value
from lapel.job.outline.opening import Opened, opens_by_name
from lapel.job.outline.statements import Context
from lapel.job.words.headings import heading_name, is_ambiguous_name, topic_of
from lapel.job.words.labels import Labelled, begins_with_verb, is_optional
from lapel.job.words.topics import FIELDS, NOTES, Topic

LONGEST_SMALL_NAME = 4
FIRM = frozenset({"company", "position"})
"""Names that are weak in an item, but in a line or row of their own mean the field."""


def field_after_notes(
    blocks: Sequence[Block], index: int, current: Context, opened: Opened
) -> Topic | None:
    """Return the field in a block below notes of the same container, None for a note.

    "Company: their app" may well be a note, so a weak name needs another field right below it, and
    one that was given before or has an instruction behind it is no field.
    """
    block = blocks[index]
    if current.topic not in NOTES or current.sealed:
        return None
    named = named_value(block)
    topic = _find_field(named, opened)
    if named is None or topic is None:
        return None
    is_item = block.shape is Shape.ITEM
    below = blocks[index + 1] if index + 1 < len(blocks) else None
    other = named_value(below) if below and below.shape is block.shape else None
    following = _find_field(other, opened)
    goes_on = other is not None and following not in (None, topic)
    is_sure = not is_ambiguous_name(named.label) or heading_name(named.label) in FIRM
    if goes_on and other is not None:
        return topic if is_sure or not is_ambiguous_name(other.label) else None
    is_head = block.shape is Shape.ROW and block.level > 0
    if is_head or (is_item and (is_ambiguous_name(named.label) or topic is Topic.RECIPIENT)):
        return None
    return topic if is_sure else None


def _is_prose(topic: Topic | None, value: str) -> bool:
    """Tell whether the value of a company or position is running text, and so no name."""
    long = len(value.split()) > LONGEST_SMALL_NAME and value[:1].islower()
    return topic in (Topic.COMPANY, Topic.POSITION) and long


def _find_field(named: Labelled | None, opened: Opened) -> Topic | None:
    """Return the field of a name and value, None if given before or if the value is an order."""
    if named is None or not named.rest or not opens_by_name(named.label):
        return None
    topic = topic_of(named.label)
    said = begins_with_verb(named.rest) or is_optional(named.rest) or _is_prose(topic, named.rest)
    return None if topic not in FIELDS or topic in opened or said else topic
