"""The looks of a block of a job file: its text, whether it is a label, a title or a field; and
splitting its lines at a label's end.
"""

from collections.abc import Sequence
from itertools import takewhile, zip_longest

from msgspec.structs import replace

from lapel.job.markup.markdown import Block, Shape, Written
from lapel.job.outline.headline import (
    is_about_opening,
    is_title,
    lists_names,
    names_opening,
    read_headline,
)
from lapel.job.words.headings import announced_topic, is_posting_heading, topic_of
from lapel.job.words.labels import (
    Labelled,
    is_bold_line,
    is_italic_name,
    split_label,
    strip_markdown,
)
from lapel.job.words.topics import FIELDS, Topic
from lapel.job.words.vocabulary import vocabulary
from lapel.text.sentences import split_sentences

_FIRST = 3
"""The blocks below a title in which a field may be given."""
_PARTING = frozenset(" \t:*_–—-=>→|")


def with_title(blocks: Sequence[Block]) -> Sequence[Block]:
    """Return the blocks with a first line that names the opening ("Cook at Acme") as a heading.

    People write on below it without a blank line: "applied in May".
    """
    if not blocks or blocks[0].shape is not Shape.PARAGRAPH or is_bold_line(text_of(blocks[0])):
        return blocks
    first, *rest = blocks[0].lines
    label, said = strip_markdown(first.text).partition(": ")[::2]
    is_named = said and topic_of(label) is None and not is_posting_heading(label)
    is_named = is_named and (is_title(said) or (is_title(label) and said[:1].isupper()))
    says_topic = topic_of(split_label(first.text).label)
    names = is_named or read_headline(first) or lists_names(first)
    is_notes = says_topic is Topic.NOTES and is_about_opening(first) and _give_field(blocks[1:])
    if not (is_notes or (names and says_topic is None)):
        return blocks
    below = (replace(blocks[0], lines=tuple(rest)),) if rest else ()
    return (Block(Shape.HEADING, (first,), 1), *below, *blocks[1:])


def with_announced_headings(blocks: Sequence[Block]) -> Sequence[Block]:
    """Return the blocks, with a sentence that announces a list ("My skills are these") as its
    label.
    """
    said: list[Block] = []
    for block, below in zip_longest(blocks, blocks[1:]):
        listed = block.shape is Shape.PARAGRAPH and below and below.shape is Shape.ITEM
        sentence = split_sentences(block.lines[-1].text)[-1:] if listed and block.lines else ()
        if not sentence or announced_topic(sentence[0]) not in vocabulary().mine:
            said.append(block)
            continue
        *above, last = block.lines
        at = last.text.rindex(sentence[0])
        lines = (*above, replace(last, text=last.text[:at].rstrip())) if at else tuple(above)
        said += [replace(block, lines=lines)] if lines else []
        label = replace(last, text=sentence[0], column=last.column + at)
        said.append(replace(block, lines=(label,), alone=True))
    return said


def file_title(blocks: Sequence[Block]) -> Block | None:
    """Return the heading that is the file's own title, None where there is none.

    Only fields stand above it, no topic has its name, and it is the highest heading or names the
    opening.
    """
    if blocks and is_bold_line(text_of(blocks[0])) and names_opening(blocks[0].lines[0]):
        return blocks[0]
    headings = [block for block in blocks if block.shape is Shape.HEADING]
    above = takewhile(lambda block: block.shape is not Shape.HEADING, blocks)
    if not headings or not all(map(_is_field, above)):
        return None
    first, rest = headings[0], headings[1:]
    topic = topic_of(text_of(first))
    below = blocks[[*blocks].index(first) + 1 :]
    is_notes = topic is Topic.NOTES and is_about_opening(first.lines[0]) and _give_field(below)
    if topic is Topic.TITLE or is_notes:
        return first
    unknown = topic is None and topic_of(split_label(text_of(first)).label) is None
    highest = (bool(rest) or first.level == 1) and all(h.level > first.level for h in rest)
    return first if unknown and (highest or read_headline(first.lines[0])) else None


def _is_field(block: Block) -> bool:
    named = named_value(block)
    return named is not None and bool(named.label and named.rest)


def _give_field(blocks: Sequence[Block]) -> bool:
    """Tell whether one of the first blocks gives a field: "School: Thornfield Academy"."""
    named = filter(None, map(named_value, blocks[:_FIRST]))
    return any(bool(one.rest) and topic_of(one.label) in FIELDS for one in named)


def text_of(block: Block) -> str:
    """Return a block's own lines as one text."""
    return " ".join(line.text for line in block.lines)


def named_value(block: Block) -> Labelled | None:
    """Return the name and value of a line, item or row that may be a field; None for a block of
    another kind, or a label alone. The name is "" where the text has none.
    """
    if block.shape is Shape.ROW:
        cells = [strip_markdown(cell.text) for cell in block.lines]
        return Labelled(cells[0].rstrip(": "), " ".join(cells[1:])) if cells else None
    if block.shape not in (Shape.PARAGRAPH, Shape.ITEM) or block.children or is_label(block):
        return None
    return split_label(text_of(block))


def holds_something(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether text stands below the heading, or behind the label line, at this index."""
    if index + 1 == len(blocks):
        return False
    block, following = blocks[index], blocks[index + 1]
    if following.shape is Shape.HEADING:
        return block.shape is Shape.HEADING and following.level > block.level
    if block.shape is Shape.HEADING or following.shape is not Shape.PARAGRAPH:
        return True
    return not is_label(following) and topic_of(split_label(text_of(following)).label) is None


def is_label(block: Block) -> bool:
    """Tell whether the block's own text is nothing but a label."""
    text = text_of(block)
    if len(block.lines) != 1:
        return False
    if is_bold_line(text) or is_italic_name(text) or text.rstrip("*_").endswith(":"):
        return True
    return block.alone


def part_label(lines: tuple[Written, ...], labelled: Labelled) -> tuple[Written, ...]:
    """Split the lines at the label's end: the label, the rest of its line where there is any, then
    the other lines, each at its own place.
    """
    first = lines[0]
    label = replace(first, text=labelled.label)
    index = _find_value_start(first.text, labelled.label)
    if index == len(first.text):
        return (label, *lines[1:])
    value = replace(first, text=first.text[index:], column=first.column + index)
    return (label, value, *lines[1:])


def _find_value_start(text: str, label: str) -> int:
    """Return the index where the value begins in a line, behind the label and its colon or dash."""
    index = 0
    for word in label.split():
        found = text.find(word, index)
        index = found + len(word) if found >= 0 else index
    while index < len(text) and text[index] in _PARTING:
        opens = text[index] in "*_" and text[index - 1] in " \t"
        if opens and text[index:].strip("*_ \t"):
            break
        index += 1
    return index
