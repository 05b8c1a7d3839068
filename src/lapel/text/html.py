"""Text with HTML, as the Markdown that a person would type."""

import html
import re
from collections.abc import Iterator, Sequence

from lapel.text.regexes import regex

_BLOCKS = (
    r"html|body|p|div|ul|ol|li|br|hr|h[1-6]|section|article|aside|header|footer|main|form|table"
    r"|thead|tbody|tr|dl|dt|dd|details|summary"
)
_WORDS = r"td|th|span|b|strong|i|em|u|a|font|small|sup|sub|label|button|img|input"
_BLOCK = regex(rf"(?<!`)</?(?:{_BLOCKS})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_TAG = regex(rf"(?<!`)</?(?P<name>{_BLOCKS}|{_WORDS})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_HEADING = regex(r"<(h[1-6]|summary)(?:\s[^<>]*)?>(.*?)</\1>", re.IGNORECASE)
_ENTITY = regex(r"&(?:#\d+|#x[0-9a-f]+|[a-z][a-z0-9]*);", re.IGNORECASE)
_LINE_END = "\n"
_LINK = regex(
    r"(?:^|(?<=[:>])|(?<=[:>]\s))<a\s[^<>]*href=\"([^\"\s]+)\"[^<>]*>([^<>]+)</a>(?=(?:\s|<[^<>]*>)*$)",
    re.IGNORECASE,
)
"""A link that is a whole line, or all of a line after its label."""
_LOOKS = (
    (r"(?is)<(strong|b)>\s*(?=\S)(.+?)\s*</\1>", r"**\2**"),
    (r"(?is)<(em|i)>\s*(?=\S)(.+?)\s*</\1>", r"*\2*"),
    (r"(?i)<a\s[^<>]*href=\"([^\"]+)\"[^<>]*>(.+?)</a>", r"[\2](\1)"),
)


def is_html(text: str) -> bool:
    """Tell whether a text holds tags that part paragraphs, items or lines."""
    return _BLOCK.search(text) is not None


def as_markdown(text: str) -> str:
    """Return a text in HTML as Markdown, with strong, emphasised and linked words; any other
    unchanged.
    """
    if "</" not in text and "<br" not in text:
        return text
    for pattern, looks in _LOOKS:
        text = re.sub(pattern, looks, text)
    lines = (part for parts in without_html(text.split(_LINE_END)) for part in parts)
    return _LINE_END.join(lines).strip()


def without_html(lines: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Return for each line the lines that a person would type: items with a dash, headings in bold,
    entities as letters; none for a line that holds tags only.

    Tags of words go, their words stay. An item whose words are on a later line is joined.
    """
    return tuple(_type_lines(lines))


def _type_lines(lines: Sequence[str]) -> Iterator[tuple[str, ...]]:
    opened = ""  # an item's dash whose words are still to come
    for line in lines:
        had_tags = _TAG.search(line) is not None
        parts: list[str] = []
        linked = _LINK.sub(r"[\2](\1)", line)
        marked = _TAG.sub(_as_typed, _HEADING.sub(_as_heading, linked))
        for part in _ENTITY.sub(_as_letter, marked).split(_LINE_END):
            text = part.strip() if had_tags or opened else part
            if text == "-":
                opened = "- "
            elif text.strip():
                parts.append(opened + text)
                opened = ""
            elif parts and parts[-1]:
                parts.append("")
        yield tuple(parts) if had_tags or parts else (line,)


def is_only_tags(line: str) -> bool:
    """Tell whether a line holds tags and no word."""
    return _TAG.search(line) is not None and not _TAG.sub("", line).strip()


def _as_letter(found: re.Match[str]) -> str:
    return html.unescape(found[0]).replace("\u00a0", " ")


def _as_heading(found: re.Match[str]) -> str:
    words = _TAG.sub("", found[2]).strip()
    return f"{_LINE_END}{_LINE_END}**{words}**{_LINE_END}{_LINE_END}" if words else ""


def _as_typed(found: re.Match[str]) -> str:
    """Return the text for a tag: a new line, an item's dash, a space, or nothing."""
    name, closes = found["name"].lower(), found[0].startswith("</")
    if name in ("li", "dd"):
        return _LINE_END if closes else f"{_LINE_END}- "
    if name in ("td", "th"):
        return " "
    return _LINE_END * 2 if _BLOCK.match(found[0]) and name != "br" else _LINE_END * (name == "br")
