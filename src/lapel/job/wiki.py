"""Marks of note-taking programs that Markdown does not know, as a person would type them."""

from lapel.text.regexes import regex

_LINK = regex(r"!?\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]")
_UNSAID = regex(r"!\[[^\[\]]*\]\[[^\[\]]*\]|(?<=\s)\^[\da-z][\da-z-]{3,}\s*$")
"""A picture that stands elsewhere in the file, and the name of a block."""
_MARKED = regex(r"(?<!=)==(?=[^\s=])(.+?)(?<=[^\s=])==(?!=)")
_CALLOUT = regex(r"^\s*>\s*\[!\w+\][-+]?\s*(?P<title>.*)$")
_FIELD = regex(r"^(?P<name>\s*(?:[-*+]\s+)?[^\W\d_][\w -]{0,40})::(?=\s)")


def without_wiki_marks(line: str) -> str:
    """A line with links and marked words as words, a callout's title as a label in bold, and a
    field's two colons as one.
    """
    if "][" in line or "^" in line:
        line = _UNSAID.sub("", line)
    if "[[" in line:
        line = _LINK.sub(r"\1", line)
    if "==" in line:
        line = _MARKED.sub(r"\1", line)
    if callout := _CALLOUT.match(line):
        return f"**{callout['title'].strip()}**" if callout["title"].strip() else ""
    return _FIELD.sub(r"\g<name>:", line)
