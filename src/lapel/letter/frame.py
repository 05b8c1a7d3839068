"""The frame: sentences without facts that lapel itself adds to a letter."""

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from string import Formatter
from typing import TypeVar

from msgspec import Struct

from lapel.letter.model import Sentence, Source, SourceKind
from lapel.source.diagnostics import Diagnostic, Outcome, Severity
from lapel.source.reading import read_source
from lapel.source.validation import validate
from lapel.source.yaml import parse_yaml
from lapel.text.data import read_data

FRAME_FILE = "letter.yaml"
"""The workspace's own sentences, in its `templates/`."""
FIELDS = {
    "apply": {"position", "at"},
    "position": {"position"},
    "reason": {"position"},
    "posting": {"task", "doing"},
}


T = TypeVar("T")


class Frame(Struct, frozen=True):
    """The choices for each place of a letter, by the keys of ``frame.yaml``."""

    choices: Mapping[str, tuple[str, ...]]

    @property
    def digest(self) -> str:
        """A digest that changes when any of the sentences does."""
        return sha256(repr(sorted(self.choices.items())).encode()).hexdigest()

    def sentence(
        self, key: str, seed: str, values: Mapping[str, str] | None = None, *sources: Source
    ) -> tuple[Sentence, ...]:
        """Return the choices for ``key`` with ``values`` put in, the one that ``seed`` picks first.

        ``sources`` are those of the values.
        """
        own = (Source(SourceKind.FRAME, key), *sources)
        choices = self._order_choices(key, seed)
        return tuple(Sentence(choice.format(**(values or {})), own) for choice in choices)

    def _order_choices(self, key: str, seed: str) -> tuple[str, ...]:
        return rotate_choices(self.choices[key], f"{key} {seed}")


def rotate_choices(choices: tuple[T, ...], seed: str) -> tuple[T, ...]:
    """Return the choices, rotated so that the one ``seed`` picks is first."""
    first = int.from_bytes(sha256(seed.encode()).digest()[:4]) % len(choices)
    return choices[first:] + choices[:first]


def load_frame(own: Path | None = None) -> Outcome[Frame]:
    """Return the built-in sentences, with those of the file ``own`` in the place of theirs.

    The value is None where the file has an error.
    """
    if own is None:
        return Outcome(Frame(_read_built_in()))
    from lapel.letter.frame_file import FrameFile  # noqa: PLC0415 - few people have their own

    read = read_source(own)
    if read.value is None:
        return Outcome(None, read.diagnostics)
    parsed = parse_yaml(read.value)
    if parsed.value is None:
        return Outcome(None, parsed.diagnostics)
    checked = validate(FrameFile, parsed.value, read.value)
    problems = [*parsed.diagnostics, *checked.diagnostics]
    if checked.value is None:
        return Outcome(None, tuple(problems))
    given = {key: choices for key, choices in checked.value.model_dump().items() if choices}
    for key, choices in given.items():
        problems += (
            Diagnostic("frame-field", Severity.ERROR, message, read.value.place(1), help=help)
            for choice in choices
            for message, help in _wrong_fields(key, choice)
        )
    value = (
        None
        if any(p.severity is Severity.ERROR for p in problems)
        else Frame({**_read_built_in(), **_reason_sentences(given), **given})
    )
    return Outcome(value, tuple(problems))


def _reason_sentences(given: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Return the sentences for the position behind a reason: the workspace's own for naming it."""
    return {"reason": given["position"]} if "position" in given else {}


def _wrong_fields(key: str, choice: str) -> list[tuple[str, str]]:
    known = FIELDS.get(key, set())
    help = f"in `{key}` you may write {' and '.join(f'{{{name}}}' for name in sorted(known))}"
    help = help if known else f"`{key}` takes no braces"
    try:
        fields = {name for _, name, _, _ in Formatter().parse(choice) if name is not None}
    except ValueError:
        return [(f"a brace without its partner in “{choice}”", help)]
    return [(f"nothing is known for {{{name}}} in “{choice}”", help) for name in fields - known]


@cache
def _read_built_in() -> dict[str, tuple[str, ...]]:
    data: dict[str, list[str]] = read_data("lapel.letter", "frame.yaml")
    return {key: tuple(choices) for key, choices in data.items()}
