"""A file in YAML or in JSON, as its name says, read as one document."""

from lapel.source.diagnostics import Diagnostic
from lapel.source.nodes import Node, texts_mapped
from lapel.source.source import Source, without_unseen
from lapel.source.yaml import parse_yaml_sound


def is_json(source: Source) -> bool:
    """Whether a file is to be read as JSON."""
    return source.path.suffix.lower() == ".json"


def parse_structured(source: Source) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The document for further checks, and every problem of it; None where there is no making out
    what is meant.
    """
    if not is_json(source):
        node, problems = parse_yaml_sound(source)
    else:
        from lapel.source.json import parse_json  # noqa: PLC0415 - most files are YAML

        parsed = parse_json(source)
        node, problems = parsed.value, parsed.diagnostics
    return node and texts_mapped(node, without_unseen), problems
