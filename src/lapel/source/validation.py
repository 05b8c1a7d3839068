"""Nodes checked against a shape: every problem in our own words, at its place."""

from collections.abc import Sequence
from typing import TypeVar

from lapel.source.checking import MISSING_KEY, UNKNOWN_KEY, Fault, check
from lapel.source.diagnostics import Diagnostic, Outcome, Place
from lapel.source.list_or_text import listed_otherwise, report_listed
from lapel.source.nodes import Node, Path, existing_path, node_at, with_others, without
from lapel.source.placed import placed_value
from lapel.source.renaming import renamed_keys, with_keys
from lapel.source.shapes import Shape
from lapel.source.source import Source
from lapel.source.wording import describe_fault

S = TypeVar("S", bound=Shape)


def validate(shape: type[S], node: Node, source: Source) -> Outcome[S]:
    """The shape's value, with a warning for each key it does not know; or every error."""
    value, problems = validate_sound(shape, node, source)
    found = Outcome(value, problems)
    return Outcome(None, problems) if found.errors else found


def validate_sound(
    shape: type[S], node: Node, source: Source
) -> tuple[S | None, tuple[Diagnostic, ...]]:
    """The value of what is sound in the node, for further checks, and what is wrong with the rest.

    What an error names is taken out and the rest is tried again; None when that leaves nothing.
    That something taken out is then missed is no new problem.
    """
    problems: dict[Diagnostic, None] = {}  # what is moved is tried, and complained of, again
    emptied: set[Place] = set()
    while True:
        value, faults = check(shape, placed_value(node))
        if value is not None:
            return value, tuple(problems)
        unknown = (fault.path for fault in faults if fault.kind == UNKNOWN_KEY)
        renamed = dict(renamed_keys(shape, unknown, node))
        named = {(*path[:-1], meant) for path, meant in renamed.items()}
        rest_of = [f for f in faults if f.kind != MISSING_KEY or f.path not in named]
        listed = dict(listed_otherwise(shape, rest_of, node))
        found = [
            describe_fault(shape, fault, node, source)
            for fault in _first_of_places(rest_of, node)
            if node_at(node, _owner(fault)).place not in emptied and fault.path not in listed
        ]
        found += report_listed(listed, node, source)
        problems |= dict.fromkeys(found)
        faulty = {
            _faulty(fault, node): fault.kind
            for fault in rest_of
            if fault.path not in renamed and fault.path not in listed
        }
        emptied |= {
            node_at(node, path[:-1]).place for path, kind in faulty.items() if kind != UNKNOWN_KEY
        }
        rest = without(with_keys(with_others(node, listed), renamed), frozenset(faulty))
        if rest is None:
            return None, tuple(problems)
        node = rest


def _first_of_places(faults: Sequence[Fault], node: Node) -> list[Fault]:
    """The faults without those of what was put into its form, where one of the same is named."""
    seen: set[Path] = set()
    kept = []
    for fault in faults:
        owner = _owner(fault)
        existing = existing_path(owner, node)
        if existing == owner or existing not in seen:
            kept.append(fault)
        seen.add(existing)
    return kept


def _owner(fault: Fault) -> Path:
    """The mapping that lacks something, or the value that is wrong."""
    return fault.path[:-1] if fault.kind == MISSING_KEY else fault.path


def _faulty(fault: Fault, node: Node) -> Path:
    """What to take out so that the rest may be tried again."""
    return existing_path(_owner(fault), node)
