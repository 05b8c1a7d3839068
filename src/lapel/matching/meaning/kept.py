"""Nearness kept from run to run, by content: a profile's second run pays next to nothing.

A file holds what was worked out for one profile, one lexicon and one version of what works it out,
phrase by phrase. It may be deleted at any time; one that cannot be read knows nothing.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import lapel.text
from lapel.matching.lexicon import Lexicon
from lapel.matching.meaning.nearness import MeaningIndex, Nearness
from lapel.matching.reading import Reading
from lapel.store.manifest import digest_of
from lapel.store.writing import write_atomically

_MOST_PHRASES = 2000
_MAKERS = (Path(__file__).parents[1], Path(str(lapel.text.__file__)).parent)
"""The folders whose files decide what nearness comes to."""


@dataclass
class KeptNearness:
    """Nearness by phrase: what ``path`` knows, and what ``build`` works out, once it is needed."""

    build: Callable[[], MeaningIndex]
    path: Path | None
    known: dict[str, Nearness] = field(default_factory=dict)
    added: bool = False
    index: MeaningIndex | None = None

    def __post_init__(self) -> None:
        self.known.update(_read(self.path) if self.path else {})

    def near(self, phrase: str) -> Nearness:
        """How near each text of the profile is to the phrase."""
        found = self.known.get(phrase)
        if found is None:
            self.index = self.index or self.build()
            found = self.known[phrase] = self.index.near(phrase)
            self.added = True
        return found

    def keep(self) -> None:
        """Write down what was added; a folder that cannot be written is left."""
        if self.path is None or not self.added:
            return
        newest = list(self.known.items())[-_MOST_PHRASES:]
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self.path, json.dumps(dict(map(_pack, newest))).encode())
        except OSError:
            return


def kept_path(
    folder: Path,
    readings: Sequence[Reading],
    tags: Sequence[Sequence[Reading]],
    lexicon: Lexicon,
    identity: str,
) -> Path:
    """The file for these texts under this lexicon; ``identity`` is that of the vectors."""
    texts = [
        [reading.text, *(tag.text for tag in own)]
        for reading, own in zip(readings, tags, strict=True)
    ]
    content = [texts, [*map(list, (lexicon.same.values()))], [*lexicon.told.items()]]
    shown = [*lexicon.shown_by.items()]
    parts = [identity, *_makers(), json.dumps([content, shown], ensure_ascii=True)]
    return folder / f"nearness-{digest_of(chr(10).join(parts).encode())[:32]}.json"


def _makers() -> Iterator[str]:
    for folder in _MAKERS:
        for path in sorted(folder.rglob("*.*")):
            if path.suffix in (".py", ".yaml"):
                known = path.stat()
                yield f"{path.name} {known.st_size} {known.st_mtime_ns}"


def _pack(item: tuple[str, Nearness]) -> tuple[str, list[Any]]:
    phrase, near = item
    thousandths = [round(1000 * score) for score in near.scores]
    echoes = [position for position, echo in enumerate(near.echoes) if echo]
    return phrase, [thousandths, echoes, near.specificity, near.why]


def _read(path: Path) -> dict[str, Nearness]:
    try:
        return {phrase: _unpack(packed) for phrase, packed in json.loads(path.read_bytes()).items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _unpack(packed: list[Any]) -> Nearness:
    thousandths, echoes, specificity, why = packed
    return Nearness(
        tuple(score / 1000 for score in thousandths),
        tuple(position in set(echoes) for position in range(len(thousandths))),
        float(specificity),
        {int(position): str(text) for position, text in why.items()},
    )
