"""Nearness kept from run to run, by content: a profile's second run pays next to nothing.

A file holds what was worked out for one profile, one lexicon and one version of what works it out,
phrase by phrase; one that cannot be read knows nothing.
"""

import json
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct, field

import lapel.text
from lapel.caching import keep_in_cache
from lapel.matching.answers.reading import Reading
from lapel.matching.lexicon import Lexicon
from lapel.matching.meaning.nearness import MeaningIndex, Nearness
from lapel.store.manifest import digest_of

_MOST_PHRASES = 2000
_MOST_FILES = 50
"""A profile has many versions."""
_MOST_LATEST = 4
_MAKERS = (Path(__file__).parents[1], Path(str(lapel.text.__file__)).parent)
"""The folders whose files decide how nearness is computed."""


class KeptNearness(Struct, eq=False):
    """Nearness by phrase: read from ``path``, or worked out with ``build`` for some of the texts.

    A text's nearness depends on no other text. If an earlier version of the ``texts`` is among the
    ``latest``, only the new ones are compared.
    """

    texts: tuple[str, ...]
    build: Callable[[Sequence[int]], MeaningIndex]
    latest: "deque[KeptNearness]"
    path: Path | None = None
    circumstances: str = ""
    known: dict[str, Nearness] = field(default_factory=dict)
    added: bool = False
    _indexes: dict[tuple[int, ...], MeaningIndex] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.known.update(_read(self.path) if self.path else {})

    def near(self, phrase: str) -> Nearness:
        """Return how near each text of the profile is to the phrase."""
        found = self.known.get(phrase)
        if found is None:
            found = self.known[phrase] = self._work_out(phrase)
        return found

    def keep(self) -> None:
        """Write down what was added."""
        for earlier in self.latest:
            if earlier is not self:
                earlier._indexes.clear()
        if self.known and self not in self.latest:
            self.latest.appendleft(self)
        if self.path is None or not self.added:
            return
        self.added = False
        newest = list(self.known.items())[-_MOST_PHRASES:]
        keep_in_cache(self.path, msgspec.json.encode(dict(map(_pack, newest))), _MOST_FILES)

    def _work_out(self, phrase: str) -> Nearness:
        earlier = next((one for one in self.latest if self._can_build_on(one, phrase)), None)
        if earlier is None:
            self.added = True  # what was cheap to come by need not be written down
            return self._index(tuple(range(len(self.texts)))).near(phrase)
        before = earlier.known[phrase]
        if earlier.texts == self.texts:
            return before
        places = {text: place for place, text in enumerate(earlier.texts)}
        new = tuple(n for n, text in enumerate(self.texts) if text not in places)
        added = self._index(new).near(phrase) if new else None
        numbers = {position: place for place, position in enumerate(new)}
        sources = [
            (added, numbers[n]) if added and n in numbers else (before, places[text])
            for n, text in enumerate(self.texts)
        ]
        return Nearness(
            tuple(near.scores[place] for near, place in sources),
            tuple(near.rests[place] for near, place in sources),
            before.specificity,
            {n: near.why[place] for n, (near, place) in enumerate(sources) if place in near.why},
        )

    def _can_build_on(self, earlier: "KeptNearness", phrase: str) -> bool:
        return earlier.circumstances == self.circumstances and phrase in earlier.known

    def _index(self, positions: tuple[int, ...]) -> MeaningIndex:
        if positions not in self._indexes:
            self._indexes[positions] = self.build(positions)
        return self._indexes[positions]


class NearnessMemory(Struct, frozen=True, eq=False):
    """Where nearness is kept.

    ``folder`` may be deleted at any time; ``latest`` has what was worked out lately, the newest
    first.
    """

    folder: Path | None = None
    latest: deque[KeptNearness] = field(default_factory=lambda: deque(maxlen=_MOST_LATEST))


def keep_nearness(
    memory: NearnessMemory,
    readings: Sequence[Reading],
    tags: Sequence[Sequence[Reading]],
    lexicon: Lexicon,
    identity: str,
    build: Callable[[Sequence[int]], MeaningIndex],
) -> KeptNearness:
    """Set up the nearness of these texts; ``identity`` is that of the vectors."""
    texts = tuple(
        digest_of(json.dumps([reading.text, *(tag.text for tag in own)]).encode())
        for reading, own in zip(readings, tags, strict=True)
    )
    circumstances = _circumstances(lexicon, identity)
    name = digest_of("\n".join([circumstances, *texts]).encode())[:32]
    path = memory.folder / f"nearness-{name}.json" if memory.folder else None
    return KeptNearness(texts, build, memory.latest, path, circumstances)


@lru_cache(maxsize=1)
def _circumstances(lexicon: Lexicon, identity: str) -> str:
    """Return a digest of what nearness depends on besides the texts."""
    return digest_of("\n".join([identity, *_describe_makers(), lexicon.meaning]).encode())


def _describe_makers() -> Iterator[str]:
    for folder in _MAKERS:
        for path in sorted(folder.rglob("*.*")):
            if path.suffix in (".py", ".yaml"):
                known = path.stat()
                yield f"{path.name} {known.st_size} {known.st_mtime_ns}"


def _pack(item: tuple[str, Nearness]) -> tuple[str, list[Any]]:
    phrase, near = item
    rests = {n: rest for n, rest in enumerate(near.rests) if rest is not None}
    return phrase, [near.scores, rests, near.specificity, near.why]


def _read(path: Path) -> dict[str, Nearness]:
    try:
        kept = msgspec.json.decode(path.read_bytes())
        return {phrase: _unpack(packed) for phrase, packed in kept.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _unpack(packed: list[Any]) -> Nearness:
    scores, rests, specificity, why = packed
    return Nearness(
        tuple(map(float, scores)),
        tuple(rests.get(str(position)) for position in range(len(scores))),
        float(specificity),
        {int(position): str(text) for position, text in why.items()},
    )
