"""Whom a posting says that somebody reports to: it asks for nothing.

"Reporting to the Director of Critical Care, you will run the unit" is no wish for critical care.
"""

from lapel.text.regexes import regex

_CHIEF = (
    r"eport(?:s|ing)?(?: directly| jointly)? to (?:the |our |an? )?"
    r"(?!(?:\S+ ){0,3}(?:Boards?|Committee|Council|Commission)\b)"
    r"[A-Z][\w&/'’-]*(?:(?:,| of| for| and| &)? [A-Z][\w&/'’-]*)*"
    r"(?:,? (?:with|and) a dotted line to (?:the |our |an? )?[^,;.]+)?"
)
"""A title is known by its capitals; to a board somebody reports as part of the work."""
_REPORTS = regex(
    rf"(?:,| and) (?:(?:who|which|you|will) )*r{_CHIEF}|\b[Rr]{_CHIEF}(?:,? and\b|,)? ?"
)


def without_chief(text: str) -> str:
    """Return a sentence without the words on whom somebody reports to."""
    return _REPORTS.sub("", text)
