"""Settings that stand among the fields of a job: "Theme: modern" at the head of a page, `theme`
beside `company` in YAML.

Only what can be followed as it is written is a setting there ("Pages: 2"); the rest is a wish
("Pages: about two"), or a word of the posting ("Theme: growth").
"""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace
from pydantic import ValidationError

from lapel.job.markup.markdown import Written
from lapel.job.model import Settings
from lapel.job.settings.reading import read_settings
from lapel.job.settings.tailoring import Tailoring
from lapel.job.words.labels import strip_markdown
from lapel.locale.words import load_words, tag_of
from lapel.source.diagnostics import Diagnostic, Outcome, Severity
from lapel.source.nodes import Mapping, Node, Scalar
from lapel.source.source import Source

STATED = ("profile", "pages", "theme", "paper", "language", "personal", "words")
"""Settings that no other field of a job is called like, with a value of a word or two."""
_NAMES = ("profile", "theme")


def can_be_followed(name: str, value: str) -> bool:
    """Tell whether a field of a job is a setting that holds as it is written."""
    name = name.casefold()
    if name not in STATED or (name in _NAMES and (" " in value or "://" in value)):
        return False
    if name == "language":
        return not load_words(tag_of(value)).diagnostics
    try:
        Tailoring.model_validate({name: value})
    except ValidationError:
        return False
    return True


def part_stated(node: Mapping, said: Node | None) -> tuple[Mapping, Mapping]:
    """Return the fields of YAML without the settings among them that can be followed, and these;
    what ``said`` has, the mapping under `tailoring:`, is none.
    """
    known = {key.text for key, _ in said.entries} if isinstance(said, Mapping) else set()
    stated = tuple(
        (key, value)
        for key, value in node.entries
        if key.text in {*STATED} - known and isinstance(value, Scalar)
        if can_be_followed(key.text, value.text)
    )
    fields = tuple(entry for entry in node.entries if entry not in stated)
    return Mapping(fields, node.place), Mapping(stated, node.place)


def with_stated(source: Source, settings: Settings, stated: Mapping) -> Outcome[Settings]:
    """Return the settings with those that stand among the fields; where a setting is said in both
    places its own place holds, and the other is reported.
    """
    read = read_settings(source, stated).value
    assert read is not None
    keys = {key.text: key for key, _ in stated.entries}
    again = [name for name in keys if getattr(settings, name) is not None]
    unsaid = {name: getattr(read, name) for name in keys if name not in again}
    problems = tuple(_report_again(source, keys[name]) for name in again)
    return Outcome(replace(settings, **unsaid), problems)


def as_mapping(source: Source, stated: Iterable[tuple[Written, Written]]) -> Mapping:
    """Return labels and values at the head of a page as a mapping, each label's first value."""
    return Mapping(tuple(_make_entries(source, stated)), source.place(1))


def _make_entries(
    source: Source, stated: Iterable[tuple[Written, Written]]
) -> Iterator[tuple[Scalar, Node]]:
    seen = set()
    for label, value in stated:
        name = strip_markdown(label.text).rstrip(":").casefold()
        if name not in seen:
            seen.add(name)
            yield (
                Scalar(name, label.place(source), quoted=False),
                Scalar(strip_markdown(value.text), value.place(source), quoted=False),
            )


def _report_again(source: Source, key: Scalar) -> Diagnostic:
    return source.diagnostic(
        "setting-repeated",
        f"{key.text} is set at the top of the file, and that counts",
        key.place,
        help="remove one of the two",
        severity=Severity.WARNING,
    )
