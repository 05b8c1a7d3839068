"""The heads of pasted e-mails: who wrote to whom and when says nothing of the job."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from lapel.job.lines import Comment
from lapel.text.regexes import regex

_SENDER = "from|von|de|expéditeur"
_OTHERS = "to|cc|sent|date|subject|reply-to|an|gesendet|datum|betreff|à|envoyé|objet"
_NAME = r"^[\s>]*\**(?:{names})\s?:\**\s+\S"
_LINE = regex(_NAME.format(names=f"{_SENDER}|{_OTHERS}"), re.IGNORECASE)
_FROM = regex(_NAME.format(names=_SENDER), re.IGNORECASE)
_FEWEST = 3


def hide_mail_heads(text: str) -> tuple[str, tuple[Comment, ...]]:
    """The text with the heads of e-mails blanked out, quoted or not, and what they said.

    A head is three lines or more of which one names the sender: a job file has no such field.
    """
    lines = text.split("\n")
    heads = tuple(_heads(lines))
    for head in heads:
        lines[head.line - 1 : head.last_line] = [""] * (head.last_line - head.line + 1)
    return "\n".join(lines), heads


def _heads(lines: Sequence[str]) -> Iterator[Comment]:
    last = 0
    for index, line in enumerate(lines):
        if index < last or not _LINE.match(line):
            continue
        head = list(takewhile(_LINE.match, lines[index:]))
        last = index + len(head)
        if len(head) >= _FEWEST and any(map(_FROM.match, head)):
            words = " ".join(part.lstrip("> \t").rstrip() for part in head)
            yield Comment(words, index + 1, last)
