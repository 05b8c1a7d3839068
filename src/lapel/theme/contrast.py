"""The contrast of a theme's text to the paper, and the colours that have too little."""

from collections.abc import Iterator

from lapel.source.diagnostics import Diagnostic, Severity
from lapel.source.nodes import Mapping, Node, Scalar
from lapel.source.source import Source

LEAST = 4.5
"""What WCAG 2.2 asks of text at level AA (1.4.3)."""
PAPER = "#ffffff"
INK = "ink"
NO_TEXT = frozenset({"colors", "rule"})
"""Keys under which no colour is that of a text."""


def contrast(one: str, other: str = PAPER) -> float:
    """Return the contrast ratio of two colours such as "#1a2b3c" (WCAG 2.2, relative luminance)."""
    darker, lighter = sorted(_compute_luminance(color) for color in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def _compute_luminance(color: str) -> float:
    channels = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def warn_of_pale_text(theme: Node, source: Source) -> Iterator[Diagnostic]:
    """Warn of each colour of a sound ``theme.yaml`` that is too pale for the text it is used for,
    where it is defined.
    """
    assert isinstance(theme, Mapping)
    colors = theme.get("colors")
    assert isinstance(colors, Mapping)
    named = {name.text: value for name, value in colors.entries}
    used = (named.get(value.text, value) for value in _find_colors_of_text(theme))
    for color in dict.fromkeys((named[INK], *used)):
        assert isinstance(color, Scalar)
        if (ratio := contrast(color.text)) < LEAST:
            yield source.diagnostic(
                "theme-pale-text",
                f"text in `{color.text}` is hard to read: its contrast is {ratio:.1f} to 1",
                color.place,
                help=f"take a darker colour: WCAG asks for {LEAST} to 1",
                severity=Severity.WARNING,
            )


def _find_colors_of_text(node: Node) -> Iterator[Scalar]:
    """Yield what is written wherever a text has a colour."""
    if not isinstance(node, Mapping):
        return
    for key, value in node.entries:
        if key.text == "color" and isinstance(value, Scalar):
            yield value
        elif key.text not in NO_TEXT:
            yield from _find_colors_of_text(value)
