"""The units and the attributes of WordprocessingML."""

from html import escape


def twips(points: float) -> int:
    """Convert to twentieths of a point, for indents, spacing, tabs and pages."""
    return round(points * 20)


def half_points(points: float) -> int:
    """Convert to half points, for sizes of type; rounded down."""
    return int(points * 2 + 1e-6)


def eighths(points: float) -> int:
    """Convert to eighths of a point, for the width of a rule; at least 2, Word's smallest."""
    return max(2, round(points * 8))


def rgb(color: str) -> str:
    """Return a colour such as "#1a2b3c" as Word has it: 1A2B3C."""
    return color.lstrip("#").upper()


def quote_attribute(text: str) -> str:
    """Return a text as the value of an attribute, with its quotes."""
    return f'"{escape(text)}"'
