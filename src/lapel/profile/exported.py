"""Profiles that Reactive Resume exported, laid out as lapel has them.

In its versions 3 and 4 all but `basics` is in `sections`, each with `items` or with `content`; in
version 5 the summary and `customSections` are beside them. Addresses and dates may have parts.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from lapel.profile.own_sections import SECTIONS, is_field
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.source.nodes import Mapping, Node, Scalar, Sequence
from lapel.source.source import Source
from lapel.text.plurals import count

CUSTOM = "customSections"
LOOKS = frozenset(
    {
        *("id", "visible", "hidden", "options", "icon", "iconColor", "columns", "levelNum"),
        *("picture", "photo", "customFields", "separateLinks", "showLinkInTitle"),
    }
)
"""Keys for an item's looks and its id."""
UNPRINTED = frozenset({"references", "cover-letter"})
SUBTITLES = {"skills": "level", "languages": "fluency", "projects": "roles"}
"""The meaning of `description` there in items of these sections."""


def is_exported(node: Node) -> bool:
    """Tell whether a profile was exported by Reactive Resume."""
    sections = node.get(SECTIONS) if isinstance(node, Mapping) else None
    held = [value for _, value in sections.entries] if isinstance(sections, Mapping) else []
    return any(
        isinstance(one, Mapping) and (one.get("items") or one.get("content")) for one in held
    )


def with_export_opened(node: Mapping, source: Source) -> tuple[Mapping, tuple[Diagnostic, ...]]:
    """Return the profile with its sections as fields and as sections of the person's own, and a
    hint.
    """
    lists: dict[str, list[Node]] = {}
    entries: list[tuple[Scalar, Node]] = []
    hidden = 0
    first = node.entries[0][0]
    for kind, section in _find_sections(node):
        items = section.get("items")
        shown = [] if _is_hidden(section) else list(_skip_hidden(items))
        hidden += len(items.items) - len(shown) if isinstance(items, Sequence) else 0
        content = None if _is_hidden(section) else section.get("content")
        if isinstance(content, Scalar) and kind == "summary":
            entries.append((replace(first, text=kind), content))
        elif shown and kind not in UNPRINTED:
            field = kind if is_field(kind, node) or kind == "profiles" else ""
            read = [_clean_item(item, field) for item in shown]
            made = read if field else [_make_own_section(section, read)]
            lists.setdefault(field or SECTIONS, []).extend(made)
    basics = node.get("basics")
    told = list(_clean_item(basics, "basics").entries) if isinstance(basics, Mapping) else []
    for name, held in lists.items():
        listed = (replace(first, text=name), Sequence(tuple(held), held[0].place))
        (told if name == "profiles" else entries).append(listed)
    entries.insert(0, (replace(first, text="basics"), Mapping(tuple(told), node.place)))
    left = f"; {count('item', hidden)} hidden there left out" if hidden else ""
    message = f"this is read as what Reactive Resume exports{left}"
    hint = source.diagnostic("other-layout", message, first.place, severity=Severity.HINT)
    return Mapping(tuple(entries), node.place), (hint,)


def _find_sections(node: Mapping) -> Iterator[tuple[str, Mapping]]:
    """Yield every section by a field of the profile, or by a name without meaning."""
    summary, sections, custom = (node.get(key) for key in ("summary", SECTIONS, CUSTOM))
    if isinstance(summary, Mapping):
        yield "summary", summary
    for key, section in sections.entries if isinstance(sections, Mapping) else ():
        if isinstance(section, Mapping) and key.text == "custom":
            yield from ((id.text, own) for id, own in section.entries if isinstance(own, Mapping))
        elif isinstance(section, Mapping):
            yield key.text, section
    for section in custom.items if isinstance(custom, Sequence) else ():
        if isinstance(section, Mapping):
            yield _text(section.get("type")), section


def _skip_hidden(items: Node | None) -> Iterator[Mapping]:
    for item in items.items if isinstance(items, Sequence) else ():
        if isinstance(item, Mapping) and not _is_hidden(item):
            yield item


def _is_hidden(node: Mapping) -> bool:
    return _text(node.get("visible")) == "false" or _text(node.get("hidden")) == "true"


def _make_own_section(section: Mapping, items: list[Mapping]) -> Mapping:
    named = next((key, name) for key, name in section.entries if key.text in ("name", "title"))
    entries = Sequence(tuple(items), section.place)
    return Mapping((named, (replace(named[0], text="entries"), entries)), section.place)


def _clean_item(item: Mapping, field: str) -> Mapping:
    """Return an item without its looks, its address and its dates as texts."""
    entries: list[tuple[Scalar, Node]] = []
    has_roles = item.get("roles") is not None
    for key, value in item.entries:
        name = _rename_key(key.text, item, field)
        if name in LOOKS or (name == "level" and _text(value).isdigit()):
            continue
        if has_roles and name in ("position", "period"):
            continue
        if isinstance(value, Sequence):
            items = (
                _clean_item(each, "") if isinstance(each, Mapping) else each for each in value.items
            )
            value = Sequence(tuple(items), value.place)  # noqa: PLW2901
        elif isinstance(value, Mapping) and name == "date":
            dates = {"start": "startDate", "end": "endDate"}
            entries += [(replace(k, text=dates.get(k.text, k.text)), v) for k, v in value.entries]
            continue
        elif isinstance(value, Mapping) and name in ("url", "website"):
            address = value.get("url") or value.get("href")
            if address is None:
                continue
            value = address  # noqa: PLW2901
        entries.append((replace(key, text=name), value))
    return Mapping(tuple(entries), item.place)


def _rename_key(key: str, item: Mapping, field: str) -> str:
    if key != "description":
        return key
    if field in ("skills", "languages") or item.get("summary") is not None:
        return SUBTITLES.get(field, "detail")
    return "summary"


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""
