"""Finding company and position in the lines at the head of a file, where no field gives them.

A line of two names of which one sounds like a position gives both: "Nurse Manager at Gannet Bay".
In any other line the company is a name that the running text has too, and the position the words
beside it, or in another of these lines, that sound like one: "Application for Baker, Ferry Lane
Bread (Leeds)".
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from math import inf

from msgspec import Struct
from msgspec.structs import replace

from lapel.job.markup.markdown import Written
from lapel.job.outline.headline import (
    Headline,
    is_heading,
    is_title,
    names_opening,
    part_of,
    read_headline,
    without_calling,
    without_lead,
    words_of,
)
from lapel.job.outline.statements import Outlined, Statement
from lapel.job.parts.from_sentences import closes_mail
from lapel.job.words.headings import (
    heading_name,
    is_kept,
    is_part_of_company,
    is_position,
    topic_of,
)
from lapel.job.words.labels import linked_address, plain
from lapel.job.words.topics import Topic
from lapel.text.regexes import regex

_UNCLAIMED = (Topic.TITLE, Topic.OTHER)
_FIRST_STATEMENTS = 6
_LONGEST_LINE = 24
_LONGEST_NAME = 8
_FEWEST_SHORTENED = 3
_CUT = regex(
    r"(?:^|\s+)(?:-{1,3}|[–—|·•/]|@|at|bei|chez|with|for|to|as|in|near)\s+|\s*[,:;.]\s+|\s*[()]\s*|$"
)
"""The places where a name may end in a line."""
_MARK = regex(r"\s(?:-{1,3}|[–—|·•@])\s")
_PAUSE = regex(r"\s+(?:-{1,3}|[–—|·•@/])\s+|\s*[,:;]\s+")
_CALLED = regex(
    r"\b(?:the|an?|their) (?P<position>(?-i:[^\W\d_a-z])[^.,;:]{3,60}?)"
    r" (?:role|position|post|job|vacancy|opening) (?:at|with) (?:the )?"
    r"(?P<company>(?-i:[^\W\d_a-z])[^.,;:!?()]{1,50}?)(?=[.,;:!?()]| in \b|$)",
    re.IGNORECASE,
)
"""Both names in a sentence: "the Lighting Technician job at the Marlowe Playhouse in Derby"."""
_SPOKEN = regex(
    r"\b(?:role|position|post|job|vacancy|stelle) (?:of|as|als) (?:an? |the )?"
    r"(?P<position>[^.,;:]{3,60}?) (?:at|with|bei) (?:the )?"
    r"(?P<company>(?-i:[^\W\d_a-z])[^.,;:!?()]{1,50}?)(?=[.,;:!?()]|$)",
    re.IGNORECASE,
)
"""Both names in a mail: "your interest in the role of Cook at Acme"."""
_PATH = regex(r"\s[>›»]\s.*\s[>›»]\s")
"""The path to a web page: "Jobs > Marine > Sail Designer"."""
_EDGES = " \t.,:;|·•@/–—-"
_JOINING = regex(
    r"^(?:(?:at|with|for|to|as|the|an?|your|their)\s+)+|\s+(?:at|with|for|to|as)$", re.IGNORECASE
)
_PLACED = regex(
    r"\b(?:in|near|from|of|across|around|throughout|serving|outside)\s+(?:the\s+)?$", re.IGNORECASE
)
_BEGINS = regex(r"(?:^|[.!?:]\s+)(?:the\s+)?$", re.IGNORECASE)
_GOES_ON = regex(r"\s+[a-z&]")
_SPOKEN_OF = regex(r"\b(?:at|join|joining|by)\s+(?:the\s+)?$", re.IGNORECASE)
_DOES = regex(
    r"^(?:['’]s\b|\s+(?:is|are|was|has|have|does|do|offers?|provides?|runs?|makes?|seeks?)\b)"
)
_ABOUT = "About "
_ASKED = frozenset({"where", "what", "who", "place", "with", "for", "for whom"})


class _Mention(Struct, frozen=True):
    """A name as running text spells it, and whether the text tells something of its bearer."""

    name: str
    is_subject: bool


def split_head(outlined: Outlined) -> tuple[Outlined, Headline | None]:
    """Return the outline with the lines that give company and position as headings, and the two
    names; None where no names are found or fields give both.
    """
    lines, given = _head_lines(outlined), outlined.opened & {Topic.COMPANY, Topic.POSITION}
    if len(given) > 1:
        return outlined, None
    if not (lines or given):
        return outlined, _read_sentence(outlined)
    if not given and (headline := read_headline(lines[0])) is not None:
        company = _company(lines[:1], outlined) or headline.company
        position = headline.position and _spelled(headline.position, outlined)
        return _without(outlined, lines[:1]), replace(headline, company=company, position=position)
    if Topic.COMPANY in given:
        return _find_position(outlined, lines)
    apart = _find_company(outlined, lines) or (outlined, _read_apart(outlined, lines))
    return apart if apart[1] or given else (outlined, _read_sentence(outlined))


def _find_position(
    outlined: Outlined, lines: Sequence[Written]
) -> tuple[Outlined, Headline | None]:
    """Return the first position that a line names, and the outline without this line."""
    for line in lines:
        whole = read_headline(line)
        position = whole.position if whole is not None else _position_alone(line)
        if position is not None:
            address = linked_address(line.text, position.text)
            return _without(outlined, [line]), Headline(None, position, address)
    return outlined, None


def _find_company(
    outlined: Outlined, lines: Sequence[Written]
) -> tuple[Outlined, Headline | None] | None:
    """Return the outline without the line that names the company, and the company with the position
    beside it or in another line.

    The value of a position's field is searched first. None where no company is found, or no
    position though no field gives one.
    """
    values = [s.start for s in outlined.statements if s.context.topic is Topic.POSITION]
    company = _company(values, outlined) or _company(lines, outlined)
    if company is None:
        return None
    beside = next(line for line in (*values, *lines) if line.line == company.line)
    position = _position_beside(beside, company.text)
    if values and (position is None or beside not in values):
        return _without(outlined, [beside]), Headline(company, None)
    if position is not None:
        address = linked_address(beside.text, position.text)
        headline = Headline(company, _spelled(position, outlined), address)
        return _without(outlined, [beside]), headline
    for line in lines:
        if company.text in line.text and (named := _position_beside(line, company.text)):
            return _without(outlined, [beside]), Headline(company, named)
    parted, alone = _find_position(outlined, [line for line in lines if line is not beside])
    return (_without(parted, [beside]), replace(alone, company=company)) if alone else None


def _head_lines(outlined: Outlined) -> list[Written]:
    """Return the lines that may name company and position: those above all topics or among the
    first statements, under no known heading.
    """
    claimed = [s for s in outlined.statements if s.context.topic not in _UNCLAIMED]
    limit = min((s.start.line for s in claimed), default=inf)
    headings = (h for h in outlined.headings if h.line < limit and topic_of(plain(h.text)) is None)
    first = outlined.statements[:_FIRST_STATEMENTS]
    loose = (s for s in first if _is_loose(s) and not closes_mail(s.lines[0].text))
    names = (line for s in loose for line in s.lines if not _is_sentence(words_of(line)))
    lines = {line.line: line for line in (*headings, *names)}
    names = (line for line in lines.values() if not _PATH.search(line.text))
    short = (line for line in names if len(line.text.split()) <= _LONGEST_LINE)
    return [*sorted(short, key=lambda line: line.line), *_values_of_questions(outlined)]


def _values_of_questions(outlined: Outlined) -> Iterator[Written]:
    """Yield the values of labels that ask for company and position: "where: …", "what: …"."""
    for statement in outlined.statements:
        other = statement.context.other
        if other is not None and heading_name(other.text) in _ASKED and _is_field(statement):
            yield statement.start


def _is_sentence(text: str) -> bool:
    """Tell whether a line is a sentence, with no "Application for" and no marks between names."""
    names = without_lead(text) != text or _MARK.search(text)
    return text.endswith((".", "!", "?")) and not names


def _is_loose(statement: Statement) -> bool:
    """Tell whether a statement is under no topic, no item and no unknown field's value."""
    context = statement.context
    marked = statement.is_item or statement.is_row
    return context.topic in _UNCLAIMED and not (marked or _is_field(statement))


def _is_field(statement: Statement) -> bool:
    """Tell whether a statement is the value of an unknown field."""
    other = statement.context.other
    return other is not None and other.line == statement.start.line


def _without(outlined: Outlined, claimed: Sequence[Written]) -> Outlined:
    """Return the outline with these lines as headings rather than statements."""
    parted = (
        replace(s, lines=tuple(line for line in s.lines if line not in claimed))
        if s.context.topic in _UNCLAIMED
        else s
        for s in outlined.statements
    )
    headings = tuple(dict.fromkeys((*outlined.headings, *claimed)))
    unknown = tuple(heading for heading in outlined.unknown if heading not in claimed)
    return replace(
        outlined, statements=tuple(s for s in parted if s.lines), headings=headings, unknown=unknown
    )


# The company


def _company(lines: Sequence[Written], outlined: Outlined) -> Written | None:
    """Return the first name in these lines that the running text has too, preferably one it tells
    something of; None for none.
    """
    written = [*outlined.headings, *(line for s in outlined.statements for line in s.lines)]
    found = [
        (part_of(line, said.name), said.is_subject)
        for line in lines
        for name in _names_in(line)
        if (said := _mention_of(name, [w.text for w in written if w is not line], line)) is not None
    ]
    subjects = (company for company, is_subject in found if is_subject)
    return next(chain(subjects, (company for company, _ in found)), None)


def _names_in(line: Written) -> Iterator[str]:
    """Yield the parts of a line that may be a company's name, the longest first."""
    text = without_lead(words_of(line))
    starts, ends = [0], []
    for cut in _CUT.finditer(text):
        ends.append(cut.start())
        starts.append(cut.end())
    spans = [(starts[i], end) for i in range(len(ends)) for end in ends[i:]]
    for start, end in sorted(spans, key=lambda span: span[0] - span[1]):
        name = text[start:end].strip(_EDGES)
        if name and len(name.split()) <= _LONGEST_NAME and not _is_other(name):
            yield name


def _is_other(name: str) -> bool:
    of_field = is_kept(name) or heading_name(name) in _ASKED
    return of_field or is_position(name) or is_heading(name) or is_part_of_company(name)


def _mention_of(name: str, texts: Sequence[str], line: Written) -> _Mention | None:
    """Return how running text has a name of this line, None where it has not.

    Of a name of three words or more the first or last two, or the first, may be enough; a single
    word must have something told of it.
    """
    if not (name[:1].isupper() or line.text.islower()):
        return None
    words = name.split()
    alone = next((text for text in texts if text.casefold() == name.casefold()), None)
    if alone is not None and len(words) > 1:
        return _Mention(alone, is_subject=True)
    whole = _find_mention(name, texts, len(name))
    if whole is not None and (len(words) > 1 or whole.is_subject):
        return whole
    if len(words) < _FEWEST_SHORTENED or _CUT.split(name)[0] != name:
        return None
    is_long = len(words) > _FEWEST_SHORTENED
    parts = [words[:2], words[-2:]] if is_long else [words[:2]]
    for part in (*parts, words[:1]):
        said = _find_mention(" ".join(part), texts, len(name))
        if said is not None and (said.is_subject or (is_long and len(part) > 1)):
            return _Mention(name, is_subject=said.is_subject)
    return None


def _find_mention(name: str, texts: Sequence[str], length: int) -> _Mention | None:
    """Return a name as a text spells it with a capital, preferably where something is told of its
    bearer; None for none.

    A text counts if it is more than twice as long as ``length``, and "in Leeds" is a place.
    """
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    said = None
    for text in texts:
        for found in pattern.finditer(text) if len(text) > 2 * length else ():
            before, behind = text[: found.start()], text[found.end() :]
            if not found[0][:1].isupper() or _PLACED.search(before):
                continue
            begins = _BEGINS.search(before) and _GOES_ON.match(behind)
            if begins or _SPOKEN_OF.search(before) or _DOES.match(behind):
                return _Mention(found[0], is_subject=True)
            said = said or _Mention(found[0], is_subject=False)
    return said


# The position


def _position_beside(line: Written, company: str) -> Written | None:
    """Return the position before or behind the company's name in its line, or None."""
    text = words_of(line)
    at = text.casefold().find(company.casefold())
    for piece in (text[:at], text[at + len(company) :]):
        named = _position_in(_bare(without_lead(piece.strip(_EDGES))))
        if named:
            return part_of(line, named)
    return None


def _spelled(position: Written, outlined: Outlined) -> Written:
    """Return a position in small letters or in capitals only as the posting spells it."""
    text = position.text
    if not (text.islower() or text.isupper()):
        return position
    pattern = re.compile(rf"(?<!\w){re.escape(text)}(?!\w)", re.IGNORECASE)
    said = (found[0] for s in outlined.statements for found in pattern.finditer(s.text))
    return replace(position, text=next((t for t in said if t[:1].isupper() and t != text), text))


def _position_in(text: str) -> str:
    """Return the first position between pauses, with ward or shift: "Nurse, ICU"; "" for none."""
    begins = [0, *(pause.end() for pause in _PAUSE.finditer(text))]
    ends = [*(pause.start() for pause in _PAUSE.finditer(text)), len(text)]
    spans = [*zip(begins, ends, strict=True)]
    for number, (start, end) in enumerate(spans):
        if not is_title(text[start:end]):
            continue
        after = spans[number + 1 :][:1]
        ends_with = [stop for begin, stop in after if is_part_of_company(text[begin:stop])]
        return _bare(text[start : ends_with[0] if ends_with else end])
    return ""


def _bare(text: str) -> str:
    """Return a position's name without words and brackets around it: "the Cook job" -> "Cook"."""
    text = text.strip(_EDGES)
    if text.startswith("(") and text.find(")") in (-1, len(text) - 1):
        text = text.strip("() ")
    joined = without_calling(_JOINING.sub("", text.rstrip("(")))
    return joined.strip(_EDGES)


def _position_alone(line: Written) -> Written | None:
    """Return the position that a line is the name of, None for any other line."""
    bare = _bare(without_lead(words_of(line)))
    return part_of(line, bare) if is_title(bare) else None


def _read_apart(outlined: Outlined, lines: Sequence[Written]) -> Headline | None:
    """Return the first line that sounds like a position and the company of a line "About …", or the
    position alone that is the file's title; None for neither.
    """
    unclaimed = [s for s in outlined.statements if s.context.topic in _UNCLAIMED and not s.is_item]
    texts = [line.text for s in outlined.statements for line in s.lines]
    abouts = [line for s in unclaimed for line in s.lines if plain(line.text).startswith(_ABOUT)]
    names = [(line, plain(line.text).removeprefix(_ABOUT)) for line in abouts]
    company = next((part_of(line, n) for line, n in names if _mention_of(n, texts, line)), None)
    above = (line for s in unclaimed[:_FIRST_STATEMENTS] for line in s.lines)
    position = next((line for line in above if is_title(plain(line.text))), None)
    if company and position:
        return Headline(company, position)
    first = min(outlined.headings, key=lambda written: written.line, default=None)
    is_file_title = first in lines[:1] and first not in outlined.unknown
    named = is_file_title and first is not None and names_opening(first)
    if not (named and first):
        return None
    bare = _position_alone(first)
    return Headline(None, bare or first, linked_address(first.text))


def _read_sentence(outlined: Outlined) -> Headline | None:
    """Return both names of the first sentence that has them: "the role of Cook at Acme"."""
    for statement in outlined.statements:
        for line in statement.lines if statement.context.topic in _UNCLAIMED else ():
            said = _SPOKEN.search(line.text) or _CALLED.search(line.text)
            if said and is_position(said["position"]):
                company, position = (part_of(line, said[n]) for n in ("company", "position"))
                return Headline(company, position)
    return None
