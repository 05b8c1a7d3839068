"""Nodes checked against a pydantic model: every problem in our own words, at its place."""

from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from lapel.source.diagnostics import Diagnostic, Outcome, Place
from lapel.source.list_or_text import listed_otherwise, report_listed
from lapel.source.nodes import (
    Mapping,
    Node,
    Path,
    existing_path,
    is_null,
    node_at,
    replace_nodes,
    without_faulty,
)
from lapel.source.placed import placed_value
from lapel.source.renaming import renamed_keys, with_keys
from lapel.source.source import Source
from lapel.source.wording import MISSING_KEY, UNKNOWN_KEY, describe_error

M = TypeVar("M", bound=BaseModel)


def validate(model: type[M], node: Node, source: Source) -> Outcome[M]:
    """Return the model's value, with a warning for each key it does not know; or every error.

    An empty file counts as an empty mapping, where no field is required.
    """
    if is_null(node) and not any(field.is_required() for field in model.model_fields.values()):
        node = Mapping((), node.place)
    value, problems = validate_sound(model, node, source)
    found = Outcome(value, problems)
    return Outcome(None, problems) if found.errors else found


def validate_sound(
    model: type[M], node: Node, source: Source
) -> tuple[M | None, tuple[Diagnostic, ...]]:
    """Return the value of the sound part of the node, for further checks, and the problems of the
    rest.

    The nodes that errors name are taken out and the rest is tried again; None when that leaves
    nothing. A key missing only because it was taken out is no new problem.
    """
    problems: dict[Diagnostic, None] = {}  # moved nodes are tried, and reported, again
    emptied: set[Place] = set()
    while True:
        try:
            return model.model_validate(placed_value(node)), tuple(problems)
        except ValidationError as invalid:
            errors = invalid.errors(include_url=False, include_input=False)
        unknown = (error["loc"] for error in errors if error["type"] == UNKNOWN_KEY)
        renamed = dict(renamed_keys(model, unknown, node))
        named = {(*path[:-1], meant) for path, meant in renamed.items()}
        errors = [e for e in errors if e["type"] != MISSING_KEY or e["loc"] not in named]
        listed = dict(listed_otherwise(model, errors, node))
        found = [
            describe_error(model, error, node, source)
            for error in _keep_first_choices(errors, node)
            if node_at(node, _find_owner(error)).place not in emptied and error["loc"] not in listed
        ]
        found += report_listed(listed, node, source)
        problems |= dict.fromkeys(found)
        faulty = {
            _find_faulty_path(error, node): error["type"]
            for error in errors
            if error["loc"] not in renamed and error["loc"] not in listed
        }
        emptied |= {
            node_at(node, path[:-1]).place for path, type in faulty.items() if type != UNKNOWN_KEY
        }
        rest = without_faulty(with_keys(replace_nodes(node, listed), renamed), frozenset(faulty))
        if rest is None:
            return None, tuple(problems)
        node = rest


def _keep_first_choices(errors: list[ErrorDetails], node: Node) -> list[ErrorDetails]:
    """Return the errors without those that only name another alternative of a union."""
    seen: set[Path] = set()
    kept = []
    for error in errors:
        owner = _find_owner(error)
        existing = existing_path(owner, node)
        if existing == owner or existing not in seen:
            kept.append(error)
        seen.add(existing)
    return kept


def _find_owner(error: ErrorDetails) -> Path:
    """Return the mapping that lacks something, or the value that is wrong."""
    return error["loc"][:-1] if error["type"] == MISSING_KEY else error["loc"]


def _find_faulty_path(error: ErrorDetails, node: Node) -> Path:
    """Return the path of the node to take out so that the rest may be tried again."""
    return existing_path(_find_owner(error), node)
