"""The person's own part below a posting that only a rule parts from it.

"=====" ends a pasted text for whoever typed it: what stands between the last rule and the first
heading of the person's own is theirs, where the text above has no name and no employer speaks in
what is below.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from lapel.job.outline.blocks import part_label
from lapel.job.outline.statements import Context, Outlined, Statement
from lapel.job.unclaimed.own_headings import employer_speaks
from lapel.job.words.headings import topic_of
from lapel.job.words.labels import split_label
from lapel.job.words.topics import NOTES, Topic
from lapel.text.regexes import regex

_RULE = regex(r"\s*([=*_~#-])(?:\s?\1){3,}\s*")


def with_part_below_rule(outlined: Outlined, lines: Sequence[str]) -> Outlined:
    """The outline with such a part as notes; ``lines`` are the file's."""
    own = [s.start.line for s in outlined.statements if s.context.topic in NOTES]
    rules = [
        number
        for number, (above, line) in enumerate(zip(["", *lines], lines, strict=False), 1)
        if _RULE.fullmatch(line) and not above.strip() and number < min(own, default=0)
    ]
    unnamed = {0, *outlined.demanded}
    pasted = [
        s
        for s in outlined.statements
        if s.context.topic is Topic.DESCRIPTION and s.context.number in unnamed
    ]
    if not rules or not any(s.end < rules[-1] for s in pasted):
        return outlined
    below = [s for s in pasted if rules[-1] < s.start.line < min(own)]
    if not below or any(employer_speaks(s.text) for s in below):
        return outlined
    parted = [(s, _labels_skills(s)) for s in below]
    mine = {id(s): tuple(_as_own(s, is_labelled=skills)) for s, skills in parted}
    statements = (part for s in outlined.statements for part in mine.get(id(s), (s,)))
    labels = [
        part_label(s.lines, split_label(s.lines[0].text))[0] for s, skills in parted if skills
    ]
    headings = (*outlined.headings, *labels)
    return replace(outlined, statements=tuple(statements), headings=headings)


def _labels_skills(statement: Statement) -> bool:
    """Whether the first line of a statement gives skills behind their name."""
    labelled = split_label(statement.lines[0].text)
    named = topic_of(labelled.label, in_notes=True) is Topic.EMPHASIS
    return named and bool(labelled.rest)


def _as_own(statement: Statement, *, is_labelled: bool) -> Iterator[Statement]:
    """A statement as notes, its first line as skills where it is labelled so."""
    first, *rest = statement.lines
    if is_labelled:
        _, *skills = part_label((first,), split_label(first.text))
        yield replace(statement, context=Context(Topic.EMPHASIS), lines=tuple(skills))
    lines = tuple(rest) if is_labelled else statement.lines
    if lines:
        yield replace(statement, context=Context(Topic.NOTES), lines=lines)
