"""Inline Markdown of a text as runs: ``**strong**``, ``*emphasis*`` and ``[text](https://…)``."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of characters with one look; ``href`` is "" where it links nowhere."""

    text: str
    strong: bool = False
    emphasis: bool = False
    href: str = ""
