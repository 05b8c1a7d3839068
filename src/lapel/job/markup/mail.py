"""The heads and signatures of pasted e-mails, which say nothing of the job."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from lapel.job.markup.lines import Comment
from lapel.job.markup.markdown import Written
from lapel.text.regexes import regex

_SENDER = "from|von|de|expéditeur"
_OTHERS = "to|cc|sent|date|subject|reply-to|an|gesendet|datum|betreff|à|envoyé|objet"
_NAME = r"^[\s>]*\**(?:{names})\s?:\**\s+\S"
_LINE = regex(_NAME.format(names=f"{_SENDER}|{_OTHERS}"), re.IGNORECASE)
_FROM = regex(_NAME.format(names=_SENDER), re.IGNORECASE)
_ADDRESSED = regex(_NAME.format(names=f"{_SENDER}|to|an|à"), re.IGNORECASE)
_SENT_BY = regex(
    rf"^[\s>]*\**(?:{_SENDER})\s?:\**\s+(?P<sender>[^<\[(\n]*[^\s<\[(])", re.IGNORECASE
)
_SUBJECT = regex(
    r"^[\s>]*\**(?:subject|betreff|objet|asunto|oggetto)\s?:\**\s+(?P<subject>\S.*)$", re.IGNORECASE
)
_FEWEST = 3
_WROTE = r"\b(?:wrote|schrieb|a écrit|escribió|ha scritto|escreveu|schreef|skrev)\b"
_ATTRIBUTION = regex(rf"^[\s>]*\w[^\n]*\d[^\n]*(?:\n[\s>]*)?{_WROTE}[^\n:]*:[ \t]*$", re.MULTILINE)
"""The line above a mail that is answered: "On Mon, 2 Nov 2026 at 18:02, Ada Lund wrote:"."""
_FORWARDED = regex(
    r"^[\s>]*(?:-{3,}|_{5,}|Begin|Anfang)[^\n]*(?:message|mail|Nachricht)\b[^\n]*$", re.MULTILINE
)
_SIGNED = regex(r"^[\s>]*--[ \t]*\n(?:[ \t]*\S[^\n]*(?:\n|\Z)){1,8}", re.MULTILINE)
"""A signature below its two dashes (RFC 3676, 4.3)."""


def hide_mail_heads(text: str) -> tuple[str, tuple[Comment, ...]]:
    """Return the text with the heads of e-mails blanked out, and the text of each as a comment.

    A head is three lines or more of which one names the sender, any below the line above a mail
    that is handed on, or two on top of the file ("To: me", "Subject: …"). Lines such as "Ada Lund
    wrote:" go too and, in a text with any of these, signatures.
    """
    lines = text.split("\n")
    heads = list(_find_mail_heads(lines))
    patterns = [_ATTRIBUTION, _FORWARDED] if "@" in text or "---" in text else []
    found = [match for pattern in patterns for match in pattern.finditer(text)]
    if heads or found:
        found += _SIGNED.finditer(text)
    for match in found:
        first = 1 + text.count("\n", 0, match.start() + len(match[0]) - len(match[0].lstrip()))
        words = " ".join(match[0].split())
        heads.append(Comment(words, first, first + match[0].strip().count("\n")))
    for head in heads:
        lines[head.line - 1 : head.last_line] = [""] * (head.last_line - head.line + 1)
    return "\n".join(lines), tuple(heads)


def subjects(lines: Sequence[str], heads: Sequence[Comment]) -> tuple[Written, ...]:
    """Return what the heads of mails say these are about."""
    return tuple(_said_in(lines, heads, _SUBJECT, "subject"))


def senders(lines: Sequence[str], heads: Sequence[Comment]) -> tuple[Written, ...]:
    """Return the names of those who sent the mails with these heads, but for mails to oneself."""
    found = _said_in(lines, heads, _SENT_BY, "sender")
    return tuple(s for s in found if not any(head.text.count(s.text) > 1 for head in heads))


def _said_in(
    lines: Sequence[str], heads: Sequence[Comment], line: re.Pattern[str], part: str
) -> Iterator[Written]:
    """Yield this part of the lines of heads that a pattern matches."""
    for number in (n for head in heads for n in range(head.line, head.last_line + 1)):
        if found := line.match(lines[number - 1]):
            yield Written(found[part].strip(), number, 1 + found.start(part))


def _find_mail_heads(lines: Sequence[str]) -> Iterator[Comment]:
    last = 0
    for index, line in enumerate(lines):
        if index < last or not _LINE.match(line):
            continue
        head = list(takewhile(_LINE.match, lines[index:]))
        last = index + len(head)
        is_below = index > 0 and _FORWARDED.match(lines[index - 1])
        is_whole = (is_below or len(head) >= _FEWEST) and any(map(_FROM.match, head))
        is_top = not any(map(str.strip, lines[:index])) and any(map(_ADDRESSED.match, head))
        if is_whole or (is_top and any(map(_SUBJECT.match, head))):
            words = " ".join(part.lstrip("> \t").rstrip() for part in head)
            yield Comment(words, index + 1, last)
