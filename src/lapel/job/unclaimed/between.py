"""Remarks that are taken out from between the lines of a file before it is read, so that a posting
is told by the employer's words alone.

They stand in capitals and brackets, "train two assistants [DONE THIS]", or behind ">" where the
rest of the file has none. A remark beside a note goes back to it, any other is a note of its own,
of the kind that it names ("[LETTER: THE FLOOD]"). What is quoted at the file's end is read on.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from lapel.job.markup.lines import Comment
from lapel.job.markup.markdown import Written
from lapel.job.outline.blocks import part_label
from lapel.job.outline.statements import Context, Outlined, Statement
from lapel.job.unclaimed.remarks import Cut, is_own, parted
from lapel.job.words.headings import is_own_heading, topic_of
from lapel.job.words.labels import split_label
from lapel.job.words.placeholders import is_placeholder
from lapel.job.words.topics import NOTES, Topic
from lapel.text.regexes import regex

_SHOUTED = regex(r"(?<![\[\w])\[(?P<said>[^\[\]a-zß-ÿ]*[^\W\d_]{2}[^\[\]a-zß-ÿ]*)\](?![\[(:])")
_QUOTE = regex(r"^\s*>+[ \t]*")
_NO_END = regex(r"[^\n]")
_GAP = regex(r"\s+(?=[.,;:!?])|\s+$|(?<=\s)\s+")
_FEWEST = 2
"""The fewest remarks of a file that makes a habit of them, and words of one that says something."""
_LONGEST_RUN = 3
_SHARE = 0.6
"""How many of the quoted lines between others are the person's where they are remarks."""


class Hidden(Struct, frozen=True):
    """A text without its remarks, these, and those of a single word as comments."""

    text: str
    remarks: tuple[Written, ...] = ()
    words: tuple[Comment, ...] = ()


def hide_remarks(text: str) -> Hidden:
    """Return a text with such remarks blanked out; line ends stay."""
    quiet, quoted = _without_quoted(text)
    quiet, shouted = _without_shouted(quiet)
    remarks = sorted((*quoted, *shouted), key=lambda remark: (remark.line, remark.column))
    says = tuple(remark for remark in remarks if len(remark.text.split()) >= _FEWEST)
    words = tuple(Comment(r.text, r.line, r.end) for r in remarks if r not in says)
    return Hidden(quiet, says, words)


def _without_quoted(text: str) -> tuple[str, Sequence[Written]]:
    """Return the text without the quoted lines between others, where these are the person's, and
    with those at its end as if they were not quoted.
    """
    lines = text.split("\n")
    filled = [at for at, line in enumerate(lines) if line.strip()]
    runs = [(q, [*run]) for q, run in groupby(filled, key=lambda at: bool(_QUOTE.match(lines[at])))]
    between = [run for quoted, run in runs[1:-1] if quoted]
    said = [at for run in between for at in run if _unquoted(lines[at])]
    others = [at for quoted, run in runs if not quoted for at in run]
    own = [at for at in said if lines[at].lstrip().startswith(">>") or is_own(_unquoted(lines[at]))]
    lists = any(len(run) > _LONGEST_RUN or _heads(lines[run[0] - 1]) for run in between)
    few = len(between) < _FEWEST or len(own) < _SHARE * len(said)
    if few or lists or len(said) > len(others):
        return text, ()
    last = runs[-1][1] if runs[-1][0] else []
    ends = {at: _unquoted(lines[at]) for at in last}
    kept = [ends.get(at, "" if at in said else line) for at, line in enumerate(lines)]
    behind = {at: _QUOTE.match(lines[at]) for at in said}
    remarks = [
        Written(lines[at][mark.end() :].rstrip(), at + 1, 1 + mark.end())
        for at, mark in behind.items()
        if mark
    ]
    return "\n".join(kept), remarks


def _unquoted(line: str) -> str:
    return _QUOTE.sub("", line)


def _heads(line: str) -> bool:
    """Tell whether a line heads notes, of which quoted lines below it are a list."""
    return topic_of(line, in_notes=True) in NOTES or is_own_heading(line) or line.endswith(":")


def _without_shouted(text: str) -> tuple[str, Sequence[Written]]:
    """Return the text without its remarks in capitals; in a file all in capitals nothing is one."""
    found = [one for one in _SHOUTED.finditer(text) if not is_placeholder(one[0])]
    quiet = text
    for one in found:
        quiet = f"{quiet[: one.start()]}{_NO_END.sub(' ', one[0])}{quiet[one.end() :]}"
    is_shouted = sum(map(str.isupper, quiet)) > sum(map(str.islower, quiet))
    few = len(found) < _FEWEST or is_shouted
    return (text, ()) if few else (quiet, [*map(_written, found)])


def _written(found: re.Match[str]) -> Written:
    said = found["said"]
    start = found.start("said") + len(said) - len(said.lstrip())
    line = 1 + found.string.count("\n", 0, start)
    column = start - found.string.rfind("\n", 0, start)
    return Written(" ".join(said.split()), line, column, line + said.strip().count("\n"))


def with_hidden(outlined: Outlined, remarks: Sequence[Written]) -> Outlined:
    """Return the outline with these remarks at the ends of their notes, or as notes."""
    statements = [part for s in outlined.statements for part in _with_remarks(s, remarks)]
    beside = {line.line for statement in outlined.statements for line in statement.lines}
    alone = (remark for remark in remarks if remark.line not in beside)
    statements += (Statement(Context(Topic.NOTES), (remark,), is_item=True) for remark in alone)
    labels = [label for s in statements if s.lines[0] in remarks if (label := _kind_of(s))]
    kinds = [_of_kind(s) if s.lines[0] in remarks else s for s in statements]
    return replace(
        outlined,
        statements=tuple(sorted(kinds, key=lambda statement: statement.start.line)),
        headings=(*outlined.headings, *labels),
        opened=outlined.opened | ({Topic.NOTES} if remarks else set()),
    )


def _with_remarks(statement: Statement, remarks: Sequence[Written]) -> Iterator[Statement]:
    """Yield a statement with its remarks, in parts where it is no note."""
    cuts = [Cut(line, tuple(r for r in remarks if r.line == line.line)) for line in statement.lines]
    if not any(cut.remarks for cut in cuts):
        yield statement
    elif statement.context.topic in NOTES:
        lines = (
            line for cut in cuts for line in (_closed(cut.line), *map(_bracketed, cut.remarks))
        )
        yield replace(statement, lines=tuple(lines))
    else:
        yield from parted(statement, [replace(cut, line=_closed(cut.line)) for cut in cuts])


def _bracketed(remark: Written) -> Written:
    return replace(remark, text=f"[{remark.text}]", column=remark.column - 1)


def _closed(line: Written) -> Written:
    """Return a line without the gaps that remarks left in it."""
    return replace(line, text=_GAP.sub("", line.text))


def _kind_of(remark: Statement) -> Written | None:
    """Return the label of a remark that names a kind of notes, or None."""
    labelled = split_label(remark.text)
    named = topic_of(labelled.label, in_notes=True) in NOTES and labelled.rest
    return part_label(remark.lines, labelled)[0] if named else None


def _of_kind(remark: Statement) -> Statement:
    label = _kind_of(remark)
    topic = topic_of(label.text, in_notes=True) if label else None
    if topic is None:
        return remark
    lines = part_label(remark.lines, split_label(remark.text))[1:]
    return replace(remark, context=Context(topic), lines=lines)
