"""Lines in two where a label ends: each part keeps the place of its words."""

from msgspec.structs import replace

from lapel.job.labels import Labelled
from lapel.job.markdown import Written

_MARKS = frozenset(" \t:*_–—-=>→|")


def part_label(lines: tuple[Written, ...], labelled: Labelled) -> tuple[Written, ...]:
    """The label as a line of its own, before the lines of what stands behind it."""
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
    while index < len(text) and text[index] in _MARKS:
        opens = text[index] in "*_" and text[index - 1] in " \t"
        if opens and text[index:].strip("*_ \t"):
            break
        index += 1
    return index
