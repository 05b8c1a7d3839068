"""What a block of a job file looks like: its text, whether it is a label, a title, a value; and its
lines in two where a label ends.
"""

from collections.abc import Sequence
from itertools import takewhile, zip_longest

from msgspec.structs import replace

from lapel.job.markup.markdown import Block, Shape, Written
from lapel.job.outline.headline import is_title, lists_names, names_opening, read_headline
from lapel.job.words.headings import announced_topic, is_posting_heading, topic_of
from lapel.job.words.labels import Labelled, is_bold_line, is_italic_name, plain, split_label
from lapel.job.words.topics import Topic
from lapel.job.words.vocabulary import vocabulary
from lapel.text.sentences import split_sentences

_PARTING = frozenset(" \t:*_–—-=>→|")


def with_title(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks with a first line that names the opening as a heading by itself: people go on
    below it without a mark ("applied in May").
    """
    if not blocks or blocks[0].shape is not Shape.PARAGRAPH or is_bold_line(text_of(blocks[0])):
        return blocks
    first, *rest = blocks[0].lines
    label, said = plain(first.text).partition(": ")[::2]
    is_named = said and topic_of(label) is None and not is_posting_heading(label) and is_title(said)
    if not (is_named or read_headline(first) or lists_names(first)) or topic_of(
        split_label(first.text).label
    ):
        return blocks
    below = (replace(blocks[0], lines=tuple(rest)),) if rest else ()
    return (Block(Shape.HEADING, (first,), 1), *below, *blocks[1:])


def with_announced(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks with a last sentence above a list that says what it is of as a label by itself."""
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
    """The heading that is the file's own title: first but for fields, of no other meaning, and
    highest or the name of the opening.
    """
    if blocks and is_bold_line(text_of(blocks[0])) and names_opening(blocks[0].lines[0]):
        return blocks[0]
    headings = [block for block in blocks if block.shape is Shape.HEADING]
    above = takewhile(lambda block: block.shape is not Shape.HEADING, blocks)
    if not headings or not all(map(_is_field, above)):
        return None
    first, rest = headings[0], headings[1:]
    topic = topic_of(text_of(first))
    if topic is Topic.TITLE:
        return first
    unknown = topic is None and topic_of(split_label(text_of(first)).label) is None
    highest = (bool(rest) or first.level == 1) and all(h.level > first.level for h in rest)
    return first if unknown and (highest or read_headline(first.lines[0])) else None


def _is_field(block: Block) -> bool:
    named = named_value(block)
    return named is not None and bool(named.label and named.rest)


def text_of(block: Block) -> str:
    """The words of a block's own lines as one."""
    return " ".join(line.text for line in block.lines)


def named_value(block: Block) -> Labelled | None:
    """What may be a field in a line, an item that holds nothing, or a row: its name and value."""
    if block.shape is Shape.ROW:
        cells = [plain(cell.text) for cell in block.lines]
        return Labelled(cells[0].rstrip(": "), " ".join(cells[1:])) if cells else None
    if block.shape not in (Shape.PARAGRAPH, Shape.ITEM) or block.children or is_label(block):
        return None
    return split_label(text_of(block))


def holds_something(blocks: Sequence[Block], index: int) -> bool:
    """Whether something stands below a heading, or behind a label line."""
    if index + 1 == len(blocks):
        return False
    block, following = blocks[index], blocks[index + 1]
    if following.shape is Shape.HEADING:
        return block.shape is Shape.HEADING and following.level > block.level
    if block.shape is Shape.HEADING or following.shape is not Shape.PARAGRAPH:
        return True
    return not is_label(following) and topic_of(split_label(text_of(following)).label) is None


def is_label(block: Block) -> bool:
    """Whether the block's own text is nothing but a label."""
    text = text_of(block)
    if len(block.lines) != 1:
        return False
    if is_bold_line(text) or is_italic_name(text) or text.rstrip("*_").endswith(":"):
        return True
    return block.alone


def part_label(lines: tuple[Written, ...], labelled: Labelled) -> tuple[Written, ...]:
    """The label as a line of its own, before the lines of what stands behind it, each part at the
    place of its words.
    """
    first = lines[0]
    label = replace(first, text=labelled.label)
    index = _value_start(first.text, labelled.label)
    if index == len(first.text):
        return (label, *lines[1:])
    value = replace(first, text=first.text[index:], column=first.column + index)
    return (label, value, *lines[1:])


def _value_start(text: str, label: str) -> int:
    """Where the value begins in a line: after the label's words, its marks and what parts them."""
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
