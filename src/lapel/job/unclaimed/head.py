"""Finding company and position in the lines at the head of a file, where no field gives them.

A line of two names of which one sounds like a position gives both: "Nurse Manager at Gannet Bay".
In any other line the company is a name that the running text has too, and the position the words
beside it, or in another of these lines, that sound like one: "Application for Baker, Ferry Lane
Bread (Leeds)".
"""

import re
from collections.abc import Iterator, Sequence
from math import inf

from msgspec.structs import replace

from lapel.job.markup.markdown import Written
from lapel.job.outline.headline import (
    Headline,
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
from lapel.job.unclaimed.companies import ASKED, EDGES, find_company, is_other, say_name
from lapel.job.words.headings import (
    heading_name,
    is_for_own_use,
    is_part_of_company,
    is_position,
    topic_of,
)
from lapel.job.words.labels import linked_address, strip_markdown
from lapel.job.words.topics import FIELDS, Topic
from lapel.text.regexes import regex
from lapel.text.sentences import split_sentences

_UNCLAIMED = (Topic.TITLE, Topic.OTHER)
_FIRST_STATEMENTS = 6
_LONGEST_LINE = 24
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
_JOINING = regex(
    r"^(?:(?:at|with|for|to|as|the|an?|your|their|it's|this is|(?:job|role|post|position|it) is)"
    r"\s+)+|\s+(?:at|with|for|to|as)$",
    re.IGNORECASE,
)
_STOP = regex(r"(?<=\w\w)(?<!\b[A-Z][a-z])[.!?]+\s+")
_AT = regex(r"\b(?:at|@|bei|chez) ")
_ABOUT = "About "


def split_head(
    outlined: Outlined, subjects: Sequence[Written] = ()
) -> tuple[Outlined, Headline | None]:
    """Return the outline with the lines that give company and position as headings, and the two
    names; None where no names are found or fields give both.

    ``subjects`` are those of the mails in the file.
    """
    lines = [*_find_head_lines(outlined), *subjects]
    given = outlined.opened & {Topic.COMPANY, Topic.POSITION}
    if len(given) > 1:
        return outlined, None
    if not (lines or given):
        return outlined, _read_sentence(outlined)
    if not given and (headline := _read_line(lines[0])) is not None:
        company = find_company(lines[:1], outlined) or headline.company
        position = headline.position and _as_posting_spells(headline.position, outlined)
        return _without_lines(outlined, lines[:1]), replace(
            headline, company=company, position=position
        )
    if Topic.COMPANY in given:
        return _find_position(outlined, lines)
    apart = _find_company(outlined, lines) or (outlined, _read_apart(outlined, lines))
    if apart[1] or given:
        return apart
    listed = next(filter(None, map(_read_list, lines)), None)
    return (
        (_without_lines(outlined, lines[:1]), listed)
        if listed
        else (outlined, _read_sentence(outlined))
    )


def _read_line(line: Written) -> Headline | None:
    """Return the two names of a line of two parts, or of several where the second part is a remark:
    "Cook, Acme, Leeds - ref 88".
    """
    headline = read_headline(line)
    if headline is None or headline.company is None or headline.position is None:
        return headline
    is_remark = "," in headline.position.text and not headline.company.text[:1].isupper()
    return (_read_list(line) if is_remark else None) or headline


def read_values(outlined: Outlined, headline: Headline | None) -> tuple[Outlined, Headline | None]:
    """Return the outline and the two names, with those that are the value of an unknown field and
    that the running text has: "Venue: The Copper Room".
    """
    given = outlined.opened & {Topic.COMPANY, Topic.POSITION}
    found = headline or Headline(None, None)
    fields = [s for s in outlined.statements if _is_field(s) and not _is_kept_field(s)]
    values = [s.start for s in fields]
    company, position = found.company, found.position
    if company is None and Topic.COMPANY not in given:
        company = find_company(values, outlined)
    if position is None and Topic.POSITION not in given:
        beside = next((v for v in values if company and v.line == company.line), None)
        position = _find_position_beside(beside, company.text) if beside and company else None
        titles = (v for v in values if is_title(v.text) and _is_said(v, outlined))
        position = position or next(titles, None)
    if (company, position) == (found.company, found.position):
        return outlined, headline
    read = {name.line for name in (company, position) if name}
    used = [s for s in fields if s.start.line in read and len(s.lines) == 1]
    claimed = [line for s in used for line in (s.start, s.context.other) if line]
    return _without_lines(outlined, claimed), Headline(company, position, found.address)


def company_of(outlined: Outlined, headline: Headline | None) -> str:
    """Return the company that the first line of a file or a field names."""
    fields = (s.text for s in outlined.statements if s.context.topic is Topic.COMPANY)
    named = headline.company if headline else None
    return strip_markdown(named.text) if named else next(fields, "")


def _is_kept_field(statement: Statement) -> bool:
    other = statement.context.other
    return other is not None and is_for_own_use(other.text)


def _is_said(value: Written, outlined: Outlined) -> bool:
    """Tell whether the running text has the words of a value, but for what stands in brackets."""
    name = value.text.partition("(")[0].strip().casefold()
    return any(name in s.text.casefold() for s in outlined.statements if s.start is not value)


def _find_position(
    outlined: Outlined, lines: Sequence[Written]
) -> tuple[Outlined, Headline | None]:
    """Return the first position that a line names, and the outline without this line."""
    for line in lines:
        whole = read_headline(line)
        position = whole.position if whole is not None else _find_position_among(line)
        if position is not None:
            address = linked_address(line.text, position.text)
            return _without_lines(outlined, [line]), Headline(None, position, address)
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
    company = find_company(values, outlined) or find_company(lines, outlined)
    if company is None:
        return None
    beside = next(line for line in (*values, *lines) if line.line == company.line)
    position = _find_position_beside(beside, company.text)
    if values and (position is None or beside not in values):
        return _without_lines(outlined, [beside]), Headline(company, None)
    if position is not None:
        address = linked_address(beside.text, position.text)
        headline = Headline(company, _as_posting_spells(position, outlined), address)
        return _without_lines(outlined, [beside]), headline
    for line in lines:
        if company.text in line.text and (named := _find_position_beside(line, company.text)):
            return _without_lines(outlined, [beside]), Headline(company, named)
    parted, alone = _find_position(outlined, [line for line in lines if line is not beside])
    return (_without_lines(parted, [beside]), replace(alone, company=company)) if alone else None


def _find_head_lines(outlined: Outlined) -> list[Written]:
    """Return the lines that may name company and position: those above all topics or among the
    first statements, under no known heading.
    """
    claimed = [s for s in outlined.statements if s.context.topic not in (*_UNCLAIMED, *FIELDS)]
    limit = min((s.start.line for s in claimed), default=inf)
    labels = {s.start.line for s in outlined.statements}
    titles = (h for h in outlined.headings if h.line < limit and h.line not in labels)
    headings = (h for h in titles if topic_of(strip_markdown(h.text)) is None)
    first = outlined.statements[:_FIRST_STATEMENTS]
    loose = (s for s in first if _is_loose(s) and not closes_mail(s.lines[0].text))
    names = (line for s in loose for line in s.lines if not _is_sentence(words_of(line)))
    lines = {line.line: line for line in (*headings, *names)}
    names = (line for line in lines.values() if not _PATH.search(line.text))
    short = (line for line in names if len(line.text.split()) <= _LONGEST_LINE)
    return [*_find_values_of_questions(outlined), *sorted(short, key=lambda line: line.line)]


def _find_values_of_questions(outlined: Outlined) -> Iterator[Written]:
    """Yield the values of labels that ask for company and position: "where: …", "what: …"."""
    for statement in outlined.statements:
        other = statement.context.other
        if other is not None and heading_name(other.text) in ASKED and _is_field(statement):
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


def _without_lines(outlined: Outlined, claimed: Sequence[Written]) -> Outlined:
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


# The position


def _find_position_beside(line: Written, company: str) -> Written | None:
    """Return the position before or behind the company's name in its line, or None."""
    text = words_of(line)
    at = text.casefold().find(company.casefold())
    before, behind = _STOP.split(text[:at])[-1], _STOP.split(text[at + len(company) :])[0]
    for piece in (before, behind):
        named = _find_position_within(_strip_position(without_lead(piece.strip(EDGES))))
        if named:
            return part_of(line, named)
    return None


def _as_posting_spells(position: Written, outlined: Outlined) -> Written:
    """Return a position in small letters or in capitals only as the posting spells it."""
    text = position.text
    if not (text.islower() or text.isupper()):
        return position
    pattern = re.compile(rf"(?<!\w){re.escape(text)}(?!\w)", re.IGNORECASE)
    said = (found[0] for s in outlined.statements for found in pattern.finditer(s.text))
    return replace(position, text=next((t for t in said if t[:1].isupper() and t != text), text))


def _find_position_within(text: str) -> str:
    """Return the first position between pauses, with ward or shift: "Nurse, ICU"; "" for none."""
    begins = [0, *(pause.end() for pause in _PAUSE.finditer(text))]
    ends = [*(pause.start() for pause in _PAUSE.finditer(text)), len(text)]
    spans = [*zip(begins, ends, strict=True)]
    for number, (start, end) in enumerate(spans):
        if not is_title(text[start:end]):
            continue
        after = spans[number + 1 :][:1]
        ends_with = [stop for begin, stop in after if is_part_of_company(text[begin:stop])]
        return _strip_position(text[start : ends_with[0] if ends_with else end])
    return ""


def _strip_position(text: str) -> str:
    """Return a position's name without words and brackets around it: "the Cook job" -> "Cook"."""
    text = text.strip(EDGES)
    if text.startswith("(") and text.find(")") in (-1, len(text) - 1):
        text = text.strip("() ")
    joined = without_calling(_JOINING.sub("", text.rstrip("(")))
    return joined.strip(EDGES)


def _read_position_alone(line: Written) -> Written | None:
    """Return the position that a line is the name of, None for any other line."""
    bare = _strip_position(without_lead(words_of(line)))
    return part_of(line, bare) if is_title(bare) else None


def _find_position_among(line: Written) -> Written | None:
    """Return the position that a line is the name of, or has beside other names."""
    named = _find_position_within(without_lead(words_of(line)))
    return _read_position_alone(line) or (part_of(line, named) if named else None)


def _read_list(line: Written) -> Headline | None:
    """Return the names of a line of several: the company's is right behind the position, or before
    it where that is the last. None where no part is a position.
    """
    text = without_lead(words_of(line))
    said = [_strip_position(piece.partition("(")[0]) for piece in _PAUSE.split(text)]
    parts = [part for part in said if part]
    at = next((number for number, part in enumerate(parts) if is_title(part)), None)
    if at is None or len(parts) < 2:
        return None
    name = parts[at + 1] if at + 1 < len(parts) else parts[at - 1]
    is_told = f"@ {name}" in text
    if not (name[:1].isupper() or text.islower()) or (is_other(name) and not is_told):
        return None
    return Headline(part_of(line, name), part_of(line, parts[at]), linked_address(line.text))


def _read_apart(outlined: Outlined, lines: Sequence[Written]) -> Headline | None:
    """Return the first line that sounds like a position and the company of a line "About …", or the
    position alone that is the file's title; None for neither.
    """
    unclaimed = [s for s in outlined.statements if s.context.topic in _UNCLAIMED and not s.is_item]
    texts = [line.text for s in outlined.statements for line in s.lines]
    abouts = [
        line for s in unclaimed for line in s.lines if strip_markdown(line.text).startswith(_ABOUT)
    ]
    names = [(line, strip_markdown(line.text).removeprefix(_ABOUT)) for line in abouts]
    company = next((part_of(line, n) for line, n in names if say_name(n, texts, line)), None)
    above = (line for s in unclaimed[:_FIRST_STATEMENTS] for line in s.lines)
    position = next((line for line in above if is_title(strip_markdown(line.text))), None)
    if company and position:
        return Headline(company, position)
    first = min(outlined.headings, key=lambda written: written.line, default=None)
    is_file_title = first in lines[:1] and first not in outlined.unknown
    named = is_file_title and first is not None and names_opening(first)
    if not (named and first):
        return None
    bare = _read_position_alone(first)
    return Headline(None, bare or first, linked_address(first.text))


def _read_sentence(outlined: Outlined) -> Headline | None:
    """Return both names of the first sentence that has them: "the role of Cook at Acme", or
    "Found it. Cook at Acme, near Kiel" where the running text has this company.
    """
    for statement in outlined.statements:
        for line in statement.lines if statement.context.topic in _UNCLAIMED else ():
            said = _SPOKEN.search(line.text) or _CALLED.search(line.text)
            if said and is_position(said["position"]):
                company, position = (part_of(line, said[n]) for n in ("company", "position"))
                return Headline(company, position)
            company_said = find_company(_first_clauses(line), outlined)
            named = company_said and _find_position_beside(line, company_said.text)
            if company_said and named:
                return Headline(company_said, named)
    return None


def _first_clauses(line: Written) -> list[Written]:
    """Return the beginnings of a line's sentences that may name an opening: "Cook at Acme"."""
    sentences = split_sentences(words_of(line))
    clauses = (sentence.partition(",")[0] for sentence in sentences)
    return [part_of(line, clause) for clause in clauses if _AT.search(clause)]
