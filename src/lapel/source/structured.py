"""A file in YAML or in JSON, by its name, read as one document."""

import re

from lapel.source.diagnostics import Diagnostic
from lapel.source.nodes import Node, map_texts
from lapel.source.source import Source, without_unseen
from lapel.source.yaml import parse_yaml_sound
from lapel.text.regexes import regex

_CONFLICT = regex(r"^<{7} .*\n(?:.*\n)*?={7}\n(?:.*\n)*?>{7} ", re.MULTILINE)


def is_json(source: Source) -> bool:
    """Tell whether a file is to be read as JSON."""
    return source.path.suffix.lower() == ".json"


def report_conflict(source: Source) -> Diagnostic | None:
    """Return the error for a file with both versions of a failed merge, as git marks them."""
    found = _CONFLICT.search(source.text)
    if found is None:
        return None
    line = 1 + source.text.count("\n", 0, found.start())
    message = "a merge left two versions here, one above and one below the `=======`"
    help = "keep one of each and delete the marks <<<<<<<, ======= and >>>>>>>"
    return source.diagnostic("conflict", message, source.place(line), help=help)


def parse_structured(source: Source) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """Return the document for further checks, and every problem of it; None where its meaning
    cannot be made out.
    """
    if (clash := report_conflict(source)) is not None:
        return None, (clash,)
    if not is_json(source):
        node, problems = parse_yaml_sound(source)
    else:
        from lapel.source.json import parse_json  # noqa: PLC0415 - most files are YAML

        parsed = parse_json(source)
        node, problems = parsed.value, parsed.diagnostics
    return node and map_texts(node, without_unseen), problems
