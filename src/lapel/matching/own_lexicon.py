"""A workspace's own `lexicon.yaml`: its blocks, and what is wrong with the others."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lapel.matching.lexicon import name_stems
from lapel.source.diagnostics import Diagnostic, Outcome, Place
from lapel.source.mending import drop_consequences
from lapel.source.nodes import Mapping, Node, Scalar, Sequence, is_null, plain_value
from lapel.source.reading import read_source
from lapel.source.yaml import parse_yaml_sound
from lapel.text.plurals import join_and
from lapel.text.spelling import find_nearest
from lapel.text.words import split_words

_TABLES = ("implies", "shown_by", "told")
_LISTS = ("same", *_TABLES, "compounds")
_REMARKS = ("profession", "source")
_FORM = (
    "write blocks such as `- same: [[continuous integration, CI]]`, "
    "`- implies: {hubspot: [crm]}` or `- compounds: [lead time]`"
)
_Fault = tuple[Place, str, str]
"""The place of a fault in a block, what is wrong, and what to do."""


def read_own_blocks(path: Path) -> Outcome[list[dict[str, Any]]]:
    """Read the file's sound blocks and report every problem; None where it cannot be read."""
    read = read_source(path)
    if read.value is None:
        return Outcome(None, read.diagnostics)
    source = read.value
    node, problems = parse_yaml_sound(source)
    if node is None or is_null(node):
        return Outcome([], problems)
    found: list[Diagnostic] = []
    good: list[dict[str, Any]] = []
    for block in node.items if isinstance(node, Sequence) else (node,):
        faults = [source.diagnostic("lexicon", m, p, help=h) for p, m, h in _check_block(block)]
        found += faults
        value = plain_value(block)
        if not faults and isinstance(value, dict):
            good.append(value)
    return Outcome(good, (*problems, *drop_consequences(found, problems)))


def _check_block(block: Node) -> Iterator[_Fault]:
    if not isinstance(block, Mapping):
        yield block.place, "expected a block of names", _FORM
        return
    for key, value in block.entries:
        name = key.text
        if name in _REMARKS or (name in _LISTS and is_null(value)):
            continue
        if name == "compounds":
            yield from _check_names(name, value)
        elif name == "same":
            yield from _check_lists(value)
        elif name in _TABLES:
            yield from _check_table(name, value)
        else:
            near = find_nearest(name, _LISTS)
            help = f"did you mean `{near}`?" if near else f"known here: {join_and(_LISTS)}"
            yield key.place, f"a block of the lexicon has no `{name}`", help


def _check_lists(value: Node) -> Iterator[_Fault]:
    lists = value.items if isinstance(value, Sequence) else ()
    if not isinstance(value, Sequence) or not all(isinstance(names, Sequence) for names in lists):
        yield value.place, "`same`: expected lists of names in a list", _FORM
        return
    for names in lists:
        yield from _check_names("same", names)


def _check_table(key: str, value: Node) -> Iterator[_Fault]:
    if not isinstance(value, Mapping):
        yield value.place, f"`{key}`: expected names, each with a list of others", _FORM
        return
    for name, others in value.entries:
        yield from _check_name(name)
        yield from _check_names(key, others)


def _check_names(key: str, value: Node) -> Iterator[_Fault]:
    names = value.items if isinstance(value, Sequence) else ()
    if not isinstance(value, Sequence) or not all(isinstance(name, Scalar) for name in names):
        yield value.place, f"`{key}`: expected a list of names", _FORM
        return
    for name in names:
        yield from _check_name(name)


def _check_name(name: Node) -> Iterator[_Fault]:
    """Report a name that no text could contain."""
    if isinstance(name, Scalar) and not name_stems(split_words(name.text.removeprefix("="))):
        yield name.place, f"“{name.text}” has no word to look for", "write a name, or take it out"
