"""The person's remarks between the lines of the employer's text: "me: I do this", "> ask if paid".

People write remarks beside what a posting asks for. Such a line is a note and no demand: one that
names its writer, in whatever brackets, or one that is set apart (quoted where the posting is not,
behind "//", "^" or "?") and speaks as the employer does not.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from lapel.job.markup.markdown import Written
from lapel.job.outline.statements import Context, Outlined, Statement
from lapel.job.unclaimed.own_headings import employer_speaks
from lapel.job.words.headings import is_posting_name, speaks_of_own
from lapel.job.words.labels import begins_with_verb, split_label
from lapel.job.words.topics import EMPLOYERS, Topic
from lapel.job.words.vocabulary import vocabulary
from lapel.text.regexes import regex

_APART = regex(r"\s*[*_]*(?P<mark>//+|\^+|\?{1,3}|[-=]+>|→|⇒)\s*(?=\S)")
_TRAILING = regex(r"\s*[*_]*<(?:-|=)+\s*(?=\S)")
"""The arrow before a remark at a line's end: "Train a team of 7 <- the numbers here"."""
_CITED = regex(r"\s*[\"“„«]|.*\s[–—-]{1,2}\s*[A-Z][\w.]+(?: [A-Z][\w.]+)*(?:,[^.!?]*)?$")
"""Somebody else's words, with quotation marks or a name behind them."""
_CLAUSE_ENDS = regex(r"[.,;:!?–—]\s+")


class Cut(Struct, frozen=True):
    """A line without its remarks, these without their marks, and what signed them: "me"."""

    line: Written
    remarks: tuple[Written, ...] = ()
    signs: tuple[Written, ...] = ()


def with_remarks(outlined: Outlined, quoted: frozenset[int]) -> Outlined:
    """Return the outline with the person's remarks within the employer's text as notes; ``quoted``
    are the numbers of the quoted lines.
    """
    theirs = [s for s in outlined.statements if s.context.topic in EMPLOYERS]
    lines = {line.line for s in theirs for line in s.lines}
    apart = quoted if 2 * len(quoted & lines) < len(lines) else frozenset[int]()
    statements: list[Statement] = []
    headings = list(outlined.headings)
    for statement in outlined.statements:
        if statement.context.topic not in EMPLOYERS:
            statements.append(statement)
            continue
        cuts = [_cut_remarks(line, is_quoted=line.line in apart) for line in statement.lines]
        statements += parted(statement, cuts)
        headings += (sign for cut in cuts for sign in cut.signs)
    return replace(outlined, statements=tuple(statements), headings=tuple(headings))


def quoted_lines(lines: Sequence[str]) -> frozenset[int]:
    """Return the numbers (from 1) of the lines that are quoted."""
    return frozenset(n for n, line in enumerate(lines, 1) if line.lstrip().startswith(">"))


def parted(statement: Statement, cuts: Iterable[Cut]) -> Iterator[Statement]:
    """Yield the statement in parts, with each remark between them as a note."""
    kept: list[Written] = []
    for cut in cuts:
        if cut.line.text:
            kept.append(cut.line)
        if cut.remarks and kept:
            yield replace(statement, lines=tuple(kept))
            kept = []
        for remark in cut.remarks:
            yield Statement(Context(Topic.NOTES), (remark,), is_item=True)
    if kept:
        yield replace(statement, lines=tuple(kept))


def _cut_remarks(line: Written, *, is_quoted: bool) -> Cut:
    """Cut the remarks out of a line of the employer's text."""
    text = line.text
    nothing = replace(line, text="")
    if signed := _build_signed_pattern().match(text):
        sign = _take_part(line, *signed.span("sign"))
        return Cut(nothing, (_take_part(line, signed.end(), len(text)),), (sign,))
    mark = _APART.match(text)
    start = mark.end() if mark else 0
    is_sure = mark is not None and mark["mark"][0] in "^-=→⇒"
    if is_sure or ((mark or is_quoted) and is_own(text[start:])):
        return Cut(nothing, (_take_part(line, start, len(text.rstrip("*_"))),))
    if trailing := _TRAILING.search(text):
        said = _take_part(line, trailing.end(), len(text.rstrip("*_")))
        return Cut(replace(line, text=text[: trailing.start()].rstrip()), (said,))
    found = [*_build_bracketed_pattern().finditer(text)]
    return Cut(
        replace(line, text=_build_bracketed_pattern().sub("", text).strip()),
        tuple(_take_part(line, *one.span("said")) for one in found),
        tuple(_take_part(line, *one.span("sign")) for one in found),
    )


def _take_part(line: Written, start: int, end: int) -> Written:
    return replace(line, text=line.text[start:end], column=line.column + start)


def is_own(text: str) -> bool:
    """Tell whether words set apart are the person's and not cited.

    They are in the first person or, with no employer speaking, say what to do, ask, or begin with a
    small letter.
    """
    if _CITED.match(text) or is_posting_name(text):
        return False
    if speaks_of_own(text):
        return True
    says = any(map(begins_with_verb, _CLAUSE_ENDS.split(text))) and not split_label(text).label
    return not employer_speaks(text) and (says or text[:1].islower() or text.endswith("?"))


@cache
def _build_signed_pattern() -> re.Pattern[str]:
    """Return the pattern of a remark's signature at its beginning: "me:", "my note -"."""
    ends = r"(?::[*_]*|[*_]*\s*(?:[–—-]+>?|=>|→|:))"
    return regex(rf"(?i)[*_]*(?P<sign>{_join_signatures()}){ends}\s+(?=\S)")


@cache
def _build_bracketed_pattern() -> re.Pattern[str]:
    return regex(
        rf"(?i)\s*[\[(][*_]*(?P<sign>{_join_signatures()})\s*[:–—-][*_]*\s*(?P<said>[^\[\]()]+?)[*_]*[\])]"
    )


def _join_signatures() -> str:
    return "|".join(map(re.escape, vocabulary().own.remarks))
