"""The namespaces of a Word file's XML (ECMA-376 part 1, annex A)."""

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def in_word(name: str) -> str:
    """The full name of one of Word's elements or attributes, as lxml writes it."""
    return f"{{{WORD}}}{name}"
