"""The units and the attributes of WordprocessingML."""

from html import escape


def twips(points: float) -> int:
    """Twentieths of a point, for indents, spacing, tabs and pages."""
    return round(points * 20)


def half_points(points: float) -> int:
    """Half points, for sizes of type; never more than asked."""
    return int(points * 2 + 1e-6)


def eighths(points: float) -> int:
    """Eighths of a point, for the width of a rule; Word takes 2 at the least."""
    return max(2, round(points * 8))


def rgb(color: str) -> str:
    """A colour such as "#1a2b3c" as Word has it: 1A2B3C."""
    return color.lstrip("#").upper()


def quoted(text: str) -> str:
    """A text as the value of an attribute, with its quotes."""
    return f'"{escape(text)}"'
