"""The namespaces of a Word file's XML (ECMA-376 part 1, annex A)."""

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
