"""The settings of a job: the front matter's keys, in YAML those under `tailoring:`."""

from lapel.job.model import ChosenWording, Field, Reference, Settings
from lapel.job.settings.tailoring import Tailoring
from lapel.source.diagnostics import Outcome
from lapel.source.nodes import Mapping, Node, Scalar, Sequence, is_null
from lapel.source.renaming import renamed_keys, with_keys
from lapel.source.source import Source
from lapel.source.validation import validate_sound


def read_settings(source: Source, node: Node) -> Outcome[Settings]:
    """Read the settings in a mapping: the valid ones, and a diagnostic for each other."""
    if is_null(node):
        return Outcome(Settings())
    node = _without_empty(node)
    value, problems = validate_sound(Tailoring, node, source)
    if value is None or not isinstance(node, Mapping):
        return Outcome(Settings(), problems)
    node = _as_spelled(node)
    settings = Settings(
        profile=_read_field(node, "profile", value.profile),
        pages=value.pages,
        theme=_read_field(node, "theme", value.theme),
        paper=_read_field(node, "paper", value.paper),
        language=_read_field(node, "language", value.language),
        personal=value.personal,
        date=_read_field(node, "date", value.date),
        words=value.words,
        pin=_read_references(node.get("pin")),
        drop=_read_references(node.get("drop")),
        order=_read_order(node.get("order")),
        wording=_read_wordings(node.get("wording")),
    )
    return Outcome(settings, problems)


def _as_spelled(node: Mapping) -> Mapping:
    """Return the node with misspelt keys replaced by the settings they were read as."""
    unknown = [(key.text,) for key, _ in node.entries if key.text not in Tailoring.model_fields]
    spelled = with_keys(node, dict(renamed_keys(Tailoring, unknown, node)))
    assert isinstance(spelled, Mapping)
    return spelled


def _without_empty(node: Node) -> Node:
    """Return the node without the settings that have no value yet."""
    if not isinstance(node, Mapping):
        return node
    known = Tailoring.model_fields
    entries = (
        entry for entry in node.entries if not is_null(entry[1]) or entry[0].text not in known
    )
    return Mapping(tuple(entries), node.place)


def _read_field(node: Mapping, key: str, value: str | None) -> Field | None:
    written = node.get(key)
    return Field(value, written.place) if value is not None and written else None


def _read_references(node: Node | None) -> tuple[Reference, ...]:
    """Return the ids in a list; a lone id counts as a list of one."""
    items = node.items if isinstance(node, Sequence) else (node,)
    return tuple(
        Reference(item.text, item.place)
        for item in items
        if isinstance(item, Scalar) and item.text and not is_null(item)
    )


def _read_order(node: Node | None) -> tuple[tuple[Reference, tuple[Reference, ...]], ...]:
    if not isinstance(node, Mapping):
        return ()
    return tuple(
        (Reference(key.text, key.place), _read_references(ids)) for key, ids in node.entries
    )


def _read_wordings(node: Node | None) -> tuple[ChosenWording, ...]:
    if not isinstance(node, Mapping):
        return ()
    return tuple(
        _read_wording(Reference(key.text, key.place), value) for key, value in node.entries
    )


def _read_wording(highlight: Reference, value: Node) -> ChosenWording:
    if isinstance(value, Mapping):
        text, of = value.get("text"), value.get("of")
        return ChosenWording(
            highlight,
            text=text.text if isinstance(text, Scalar) else "",
            of=of.text if isinstance(of, Scalar) else "",
        )
    return ChosenWording(highlight, name=value.text if isinstance(value, Scalar) else "")
