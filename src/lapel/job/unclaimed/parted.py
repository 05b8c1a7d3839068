"""The person's notes below a posting, where no heading parts them from it.

"=====" ends a pasted text for whoever typed it, and so do a web page's buttons ("Apply now | Save
job") and the end of a quotation: the text below is theirs, up to the first heading of their own,
where no employer speaks in it. Below a rule that holds where such a heading follows, below the
others where a line is in the first person, for the letter or an errand.
"""

from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile

from msgspec.structs import replace

from lapel.job.markup.markdown import Written
from lapel.job.outline.blocks import part_label
from lapel.job.outline.statements import Context, Outlined, Statement
from lapel.job.parts.prose import is_for_letter
from lapel.job.unclaimed.own_headings import employer_speaks, says_they_seek
from lapel.job.unclaimed.values import is_value, with_label, without_values
from lapel.job.words.errands import is_errand
from lapel.job.words.headings import (
    is_demand_heading,
    is_posting_heading,
    speaks_of_own,
    topic_of,
)
from lapel.job.words.labels import begins_with_verb, plain_label, speaks_of_page, split_label
from lapel.job.words.pages import find_page_end
from lapel.job.words.topics import NOTES, Topic
from lapel.text.regexes import regex

_RULE = regex(r"\s*([=*_~#-])(?:\s?\1){3,}\s*")
_OPENS = ('"', "“", "„", "«")
_CLOSES = ('"', "”", "“", "»")
_UNCLAIMED = (Topic.TITLE, Topic.OTHER)
_FEWEST_QUOTED = 25
"""The fewest words of a quotation, or of a part of the notes, that is a posting."""


def with_notes_below(outlined: Outlined, lines: Sequence[str], quoted: Collection[int]) -> Outlined:
    """Return the outline with the text below a posting's end as notes.

    ``lines`` are the file's, ``quoted`` the numbers of those in its quotations.
    """
    ends = (find_page_end(lines), _last_quoted(lines))
    found = filter(None, (_find_text_below_end(outlined, end) for end in ends))
    if below := _find_notes_below_rule(outlined, lines) or next(found, []):
        return _with_own(outlined, below)
    posting = _find_quoted_posting(outlined, quoted) or _find_posting_among_notes(outlined)
    below = _find_text_below_end(outlined, posting[-1].end) if posting else []
    return _with_own(_with_posting(outlined, posting), below) if posting else outlined


# Where the employer's text ends


def _find_notes_below_rule(outlined: Outlined, lines: Sequence[str]) -> list[Statement]:
    """Return what stands between the last rule and the first notes in an unnamed description."""
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
        return []
    below = [s for s in pasted if rules[-1] < s.start.line < min(own)]
    return [] if any(employer_speaks(s.text) for s in below) else below


def _find_text_below_end(outlined: Outlined, end: int) -> list[Statement]:
    """Return the statements below line ``end`` that no heading claims, where one is the person's
    own and no employer speaks.
    """
    loose = [s for s in outlined.statements if _is_loose(s, end)]
    above = [s for s in loose if s.start.line <= end]
    begun = {s.context.number for s in above if s.context.topic is Topic.DESCRIPTION}
    below = [
        s
        for s in loose
        if s.start.line > end
        and (s.context.topic is not Topic.DESCRIPTION or s.context.number in begun)
    ]
    is_own = any(map(_is_own, below))
    theirs = any(employer_speaks(s.text) for s in below)
    return below if above and is_own and not theirs else []


def _is_own(statement: Statement) -> bool:
    """Tell whether a line speaks of its writer, of the letter, or of what is still to do."""
    texts = [statement.text, *(line.text for line in statement.lines)]
    return any(speaks_of_own(t) or is_for_letter(t) or is_errand(t) for t in texts)


def _last_quoted(lines: Sequence[str]) -> int:
    """Return the last line (from 1) of a posting between quotation marks; 0 where there is none."""
    opened = next((n for n, line in enumerate(lines, 1) if line.lstrip().startswith(_OPENS)), 0)
    below = range(opened, len(lines) + 1) if opened else ()
    closed = next((n for n in below if lines[n - 1].rstrip().endswith(_CLOSES)), 0)
    words = sum(len(line.split()) for line in lines[opened - 1 : closed]) if closed else 0
    return closed if words >= _FEWEST_QUOTED else 0


def _is_loose(statement: Statement, end: int) -> bool:
    """Tell whether no heading below line ``end`` claims a statement."""
    other = statement.context.other
    if statement.context.topic is Topic.DESCRIPTION:
        return True
    claimed = other is not None and other.line > end and not is_value(statement)
    return statement.context.topic in _UNCLAIMED and not claimed


def _find_quoted_posting(outlined: Outlined, quoted: Collection[int]) -> list[Statement]:
    """Return the posting that is a single, long quotation, where no heading names one."""
    inside = [s for s in outlined.statements if s.start.line in quoted]
    is_one = len(quoted) == max(quoted, default=0) - min(quoted, default=1) + 1
    unclaimed = all(s.context.topic in _UNCLAIMED for s in inside)
    free = unclaimed or any(employer_speaks(s.text) for s in inside)
    named = Topic.DESCRIPTION in outlined.opened
    return inside if is_one and _is_long(inside) and free and not named else []


def _find_posting_among_notes(outlined: Outlined) -> Sequence[Statement]:
    """Return the statements of a posting that begins among notes with an employer's heading or with
    whom they look for, where no heading names one; else empty.
    """
    unnamed = {0, *outlined.demanded}
    described = [s for s in outlined.statements if s.context.topic is Topic.DESCRIPTION]
    if any(s.context.number not in unnamed for s in described):
        return []
    for at, first in enumerate(outlined.statements):
        if first.context.topic in NOTES and _begins_posting(first):
            inside = [
                *_find_posting_above(outlined.statements[:at], first),
                *_take_under_same_heading(outlined.statements[at:]),
            ]
            spoken = [s.text for s in inside]
            if _is_long(inside) and any(
                employer_speaks(text) or says_they_seek(text) for text in spoken
            ):
                return inside
    return []


def _find_posting_above(before: Sequence[Statement], first: Statement) -> Sequence[Statement]:
    """Return the paragraphs right above a posting's first heading that may belong to it: no orders,
    and nothing in the first person.
    """
    nearest = takewhile(lambda s: _may_be_posting(s) and s.context == first.context, before[::-1])
    return [*nearest][::-1] if not first.context.path else []


def _may_be_posting(statement: Statement) -> bool:
    """Tell whether a paragraph says what an employer might."""
    texts = [line.text for line in statement.lines]
    own = any(map(speaks_of_own, texts)) or any(map(begins_with_verb, texts))
    return not (own or statement.is_item or statement.is_row or speaks_of_page(statement.text))


def _take_under_same_heading(following: Sequence[Statement]) -> list[Statement]:
    """Return the first statement and those after it under the same heading."""
    number = following[0].context.number
    return [*takewhile(lambda statement: statement.context.number == number, following)]


def _begins_posting(statement: Statement) -> bool:
    """Tell whether a paragraph holds an employer's heading, stands below one, or says that somebody
    is sought.
    """
    headings = (*statement.context.path[-1:], *(line.text for line in statement.lines))
    begins = any(map(is_demand_heading, headings)) or says_they_seek(statement.text)
    return not (statement.is_item or statement.is_row) and begins


def _is_long(inside: Sequence[Statement]) -> bool:
    return sum(len(s.text.split()) for s in inside) >= _FEWEST_QUOTED


# What is made of the two parts


def _with_posting(outlined: Outlined, posting: Sequence[Statement]) -> Outlined:
    """Return the outline with these statements as the employer's text."""
    quoted = {
        id(s): replace(with_label(s), context=_as_employers_context(s.context)) for s in posting
    }
    statements = tuple(quoted.get(id(s), s) for s in outlined.statements)
    opened = outlined.opened | {Topic.DESCRIPTION}
    return without_values(replace(outlined, statements=statements, opened=opened), posting)


def _as_employers_context(context: Context) -> Context:
    """Return the employer's text under the last label that an employer would put there."""
    path = tuple(label for label in context.path[-1:] if is_posting_heading(label))
    return Context(Topic.DESCRIPTION, stem=path, path=path)


def _with_own(outlined: Outlined, below: Sequence[Statement]) -> Outlined:
    """Return the outline with these statements as notes, their skills apart."""
    own = {id(s): tuple(_split_own_notes(s)) for s in below}
    statements = tuple(part for s in outlined.statements for part in own.get(id(s), (s,)))
    labels = [label for s in below if (label := _find_label_of_skills(s))]
    headings = (*outlined.headings, *labels)
    opened = outlined.opened | {Topic.NOTES}
    noted = replace(outlined, statements=statements, headings=headings, opened=opened)
    return without_values(noted, below)


def _find_label_of_skills(statement: Statement) -> Written | None:
    """Return the label "Skills", in the line of the skills or alone above them, or None."""
    first, *below = statement.lines
    labelled = split_label(first.text)
    alone = bool(below) and not labelled.label
    name = plain_label(first.text) if alone else labelled.label
    if topic_of(name, in_notes=True) is not Topic.EMPHASIS or not (alone or labelled.rest):
        return None
    return first if alone else part_label((first,), labelled)[0]


def _split_own_notes(statement: Statement) -> Iterator[Statement]:
    """Yield a statement as notes, with skills behind or below their label apart."""
    first, *below = with_label(statement).lines
    label = _find_label_of_skills(statement)
    if label is not None:
        behind = part_label((first,), split_label(first.text))[1:] if label is not first else ()
        skills, below = (behind, below) if behind else (below, [])
        yield replace(statement, context=Context(Topic.EMPHASIS), lines=tuple(skills))
    lines = tuple(below) if label is not None else (first, *below)
    if lines:
        yield replace(statement, context=Context(Topic.NOTES), lines=lines)
