"""Headings, fields and links in the marks of other programs, rewritten in Markdown.

Among these are outlines ("I. Company"), org-mode, Textile, CSV, `company = Etsy`, "Company .....
Etsy" and `[Etsy][1]`. A line changes only where a topic's name stands before the mark.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from itertools import groupby
from string import ascii_uppercase

from lapel.job.words.headings import (
    asks_of_connection,
    heads_refusals,
    is_named,
    is_own_heading,
    is_posting_heading,
    is_value_word,
    topic_of,
)
from lapel.job.words.topics import NOTES, Topic
from lapel.text.regexes import regex

_MARK = r"\s*=(?!=)|\s*[-=]>|\s*→|::|(?:\s+\.){3,}(?=\s)|\s+(?:\.{3,}|…+)(?=\s)|\.{4,}"
_NAME = r"(?P<name>[^\W\d_](?:[^\W_]|[ /'’&-]){1,40}?)"
_NAMED = rf"^(?P<before>\s*(?:(?:[-+*]|\d{{1,2}}[.)])\s+)?){_NAME}"
_FIELD = regex(rf"{_NAMED}(?P<mark>{_MARK})\s*(?P<value>[^\s=].*)$")
_DASHED = regex(rf"{_NAMED}(?P<mark>\s+[–—-]\s+)(?P<value>\S.*)$")
_SLASHED = regex(rf"{_NAMED}(?P<mark>\s+/\s+)(?P<value>(?!\S+$)(?:(?! / ).)+)$")
"""A name before a slash and what is said of it: "Letter / begin with the flood"."""
_FRAMED = regex(
    rf"^(?P<before>\s*(?:[-+*]\s+)?)(?P<mark>\*\*|__|\[|【){_NAME}"
    r"(?:\*\*|__|\](?![(:\[])|】)\s*(?P<value>[^\s:–—|(\[-].*|)$"
)
"""A name in bold or brackets before its value: "**Company** Etsy", "[Company] Etsy"."""
_ESCAPED = regex(
    r"^(?P<before>\s*)(?:\\(?P<mark>[#>+*-])|(?P<number>\d{1,2})\\(?=[.)]))(?=[#\s.)])"
)
_ESCAPED_BETWEEN = regex(r"(?<=\s)\\(?=(?:-{1,2}>?|<-{1,2}|=>?)\s)")
_ESCAPED_BOLD = regex(r"\\\*\\\*(?=\S)(.+?)(?<=\S)\\\*\\\*")
r"""Marks that a converter escaped as text: "\# Notes", "\- SQL", "1\. SQL", "Acme \- sales"."""
_DECORATED = regex(
    r"^\s*(?P<mark>[-=+*~#_<>·•]{2,}|(?P<one>[*=~+]))\s+(?P<title>\w[^|*]*?)\s+"
    r"(?(one)(?P=one)|[-=+*~#_<>·•]{2,})\s*$"
)
"""A heading between rows of marks: "--- my notes ---", "* my notes *"."""
_CHECKLIST = regex(r"(?i)^\s*(?=checklist\s*[:–—-]\s*[^\W\d_])")
"""A list of a task board's card: "Checklist: letter (0/4)"."""
_COUNTED = regex(r"^(?P<number>\d{1,2})[.)]?\s+(?P<title>[^\W\d_][^.,:;!?]*)$")
"""A heading that is counted, above "2.1 …": "2 MY POINTS"."""
_FEW_WORDS = regex(r"[^\W\d_][\w'’&/-]*(?: [\w'’&/-]+){0,4}")
_QUOTED = regex(r'"(?:[^"]|"")*"|(?:^|(?<=,))[^",]+')
_DEFINED = regex(r"^:\s+(?=\S)")
_UNDERLINE = regex(r"^(?:~{4,}|\^{4,}|\"{4,}|\+{4,})\s*$")
_FURTHER = regex(
    r"\s*[;|·•]\s+(?=(?:\*\*|__)?(?P<name>[^\W\d_][\w /'’-]{1,30})(?::(?:\*\*|__)?|(?:\*\*|__):)\s)"
)
_FRAME = regex(r"^\s*\|\s*|\s*\|\s*$")
"""The bars at both ends of a table's row."""
_TEXTILE = regex(r"^h([1-6])\.\s+(?=\S)")
_OUTLINE = regex(r"^(?:(?P<first>[IVX]{1,4})|(?P<second>[A-Z]))[.)]\s+(?P<title>\S.*)$")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_NESTED = regex(
    r"^(?P<before>\s*)(?:[-+*]\s+)?(?P<of>\d{1,2}(?:\.\d{1,2})*)\.(?P<at>\d{1,2})[.)]?\s+(?P<said>[^\W\d_].*)"
)
"""An item of a list within a numbered one: "6.1 Menus"."""
_LETTERED = regex(r"^(?P<before>\s*)(?P<letter>[a-z])\.\s+(?=\S)")
_STARS = regex(r"^(?P<stars>\*{1,6})\s+(?P<todo>(?:TODO|DONE|NEXT|WAITING)\s+)?(?P<title>\S.*)$")
_PROPERTY = regex(r"^(?:\s*:|#\+)(?P<name>[A-Z][A-Z_-]*):[ \t]+(?P<value>\S.*)$")
_UNSAID = regex(
    r"^[ \t]*:(?:PROPERTIES|LOGBOOK|END):[ \t]*$"
    r"|(?<=\S)(?P<tags>(?:[ \t]+(?:\[\d*/\d*\]|\[\d*%\]|:[\w@:]+:))+)[ \t]*$",
    re.MULTILINE,
)
"""The marks of org-mode's own: the ends of a drawer; behind a heading its progress and its tags."""
_REFERENCE = regex(
    r"^[ ]{0,3}\[(?P<id>[^\]\n]{1,40})\]:[ \t]*\n?[ \t]*<?(?P<href>https?://[^\s>]+)>?"
    r"(?:[ \t]+[\"'(].*[\"')])?[ \t]*$",
    re.MULTILINE,
)
_LINKED = regex(r"\[(?P<text>[^\[\]\n]+)\](?: ?\[(?P<id>[^\[\]\n]*)\])?(?![(:\[])")
_WIKI_LINK = regex(r"!?\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]")
_PICTURED = regex(r"!\[[^\[\]]*\]\[[^\[\]]*\]|(?<=\s)\^[\da-z][\da-z-]{3,}\s*$")
"""A picture whose address stands elsewhere in the file, or the name of a block."""
_MARKED = regex(r"(?<!=)==(?=[^\s=])(.+?)(?<=[^\s=])==(?!=)")
_CALLOUT = regex(r"^\s*>\s*\[!\w+\][-+]?\s*(?P<title>.*)$")
_VAULT_FIELD = regex(r"^(?P<name>\s*(?:[-*+]\s+)?[^\W\d_][\w -]{0,40})::(?=\s)")
_FEWEST = 2
"""The fewest lines of a kind that count, where a single one may be anything."""


def to_markdown_marks(lines: Sequence[str]) -> list[str]:
    """Return the lines, with Markdown's marks in the place of other programs'."""
    lines = [_without_escapes(line) if "\\" in line else line for line in lines]
    lines = [_DECORATED.sub(_as_decorated, line) for line in lines]
    lines = [_CHECKLIST.sub("## ", line) for line in lines]
    lines = [_TEXTILE.sub(lambda found: "#" * int(found[1]) + " ", line) for line in lines]
    lines = [_DEFINED.sub("- ", line) for line in lines]
    pairs = zip(["", *lines], lines, strict=False)
    lines = ["-" * len(line) if _is_underline(line, title) else line for title, line in pairs]
    lines = _without_commas(_with_lettered_items(_as_items(_with_parts(lines))))
    framed = [found for line in lines if (found := _FRAMED.match(line)) and found["value"]]
    lines = [_as_field(_FRAMED, line, _find_common_marks(framed, is_named)) for line in lines]
    slashed = [found for line in lines if (found := _SLASHED.match(line))]
    if common := _find_common_marks(slashed, _names_part):
        lines = [_as_field(_SLASHED, line, common) for line in lines]
    if sum(is_named(found["name"]) for line in lines if (found := _DASHED.match(line))) >= _FEWEST:
        lines = [_as_field(_DASHED, line) for line in lines]
    marked = [found for line in lines if (found := _FIELD.match(line))]
    common = {*_find_common_marks(marked, topic_of), *_habit(marked)}
    stars = _as_heading if any(map(_PROPERTY.match, lines)) or _is_org(lines) else _as_item
    lines = [_PROPERTY.sub(r"\g<name>: \g<value>", line) for line in lines]
    return [stars(_as_field(_FIELD, line, common)) for line in lines]


def _find_common_marks(
    found: Sequence[re.Match[str]], known: Callable[[str], object]
) -> Collection[str]:
    """Return the marks behind several names that are known: with these, other names count too."""
    marks = Counter(one["mark"].strip()[:2] for one in found if known(one["name"]))
    return {mark for mark, count in marks.items() if count >= _FEWEST}


def _habit(marked: Sequence[re.Match[str]]) -> Collection[str]:
    """Return the sign of equality where so many lines have it that whoever typed it means ":"."""
    equal = [one for one in marked if one["mark"].strip() == "=" and not one["before"].strip()]
    return {"="} if len(equal) > _FEWEST else set()


def _names_part(name: str) -> bool:
    """Tell whether a name before a slash is one of notes, or of things to leave out."""
    return topic_of(name, in_notes=True) in NOTES or heads_refusals(name)


def _as_items(lines: Sequence[str]) -> list[str]:
    """Return the lines with sub-items numbered from "….1" on as items: "6.1 Menus" -> "- Menus"."""
    typed = list(lines)
    counted: set[int] = set()
    filled = [(at, _NESTED.match(line)) for at, line in enumerate(lines) if line.strip()]
    for nested, run in groupby(filled, key=lambda pair: pair[1] is not None):
        items = [(at, item) for at, item in run if item]
        if not nested or items[0][1]["at"] != "1":
            continue
        start, first = items[0]
        above = _COUNTED.match(lines[start - 1]) if start else None
        heads = above is not None and above["number"] == first["of"]
        counted |= {int(first["of"])} if heads else set()
        if items[1:] or heads:
            for at, item in items:
                depth = item["of"].count(".") - first["of"].count(".")
                deeper = "  " * depth if item["before"] == first["before"] else ""
                typed[at] = f"{item['before']}{deeper}- {item['said']}"
    return [_as_counted(line, counted) for line in typed] if len(counted) >= _FEWEST else typed


def _as_counted(line: str, counted: Collection[int]) -> str:
    """Return a heading whose number stands before those of its items, or is the next, with
    hashes: "2 MY POINTS" -> "## MY POINTS".
    """
    found = _COUNTED.match(line)
    known = found is not None and {int(found["number"]), int(found["number"]) - 1} & {*counted}
    return f"## {found['title']}" if found and known else line


def _with_lettered_items(lines: Sequence[str]) -> list[str]:
    """Return the lines with lettered ones as items: "a. …", "b. …"; a lone "a." stays."""
    runs: dict[str, list[tuple[int, re.Match[str]]]] = {}
    typed = list(lines)
    for at, line in enumerate(lines):
        if (found := _LETTERED.match(line)) is None:
            continue
        run = runs.setdefault(found["before"], [])
        if found["letter"] == "a":
            run.clear()
        elif not run or ord(found["letter"]) != ord(run[-1][1]["letter"]) + 1:
            continue
        run.append((at, found))
        for number, item in run if len(run) >= _FEWEST else ():
            typed[number] = f"{item['before']}- {lines[number][item.end() :]}"
    return typed


def without_wiki_marks(line: str) -> str:
    """Return a line without a wiki's marks: links and marked words as plain words, a callout's
    title in bold, a field's "::" as ":".
    """
    if "][" in line or "^" in line:
        line = _PICTURED.sub("", line)
    if "[[" in line:
        line = _WIKI_LINK.sub(r"\1", line)
    if "==" in line:
        line = _MARKED.sub(r"\1", line)
    if callout := _CALLOUT.match(line):
        return f"**{callout['title'].strip()}**" if callout["title"].strip() else ""
    return _VAULT_FIELD.sub(r"\g<name>:", line)


def fields_of(line: str) -> tuple[str, ...]:
    """Split a line into its fields: "Position: Planner; Company: Harbor Foods"; a line of one, and
    a table's row of a label and its value, are returned whole.
    """
    within = _FRAME.sub("", line)
    name, colon, _ = within.partition(":")
    if not colon or not is_named(name.strip(" -+*")):
        return (line,)
    cuts = [*_FURTHER.finditer(within)]
    if not any(is_named(cut["name"]) for cut in cuts):
        return (line,)
    starts = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(within)]
    return tuple(within[start:end] for start, end in zip(starts, ends, strict=True))


def with_links(text: str) -> tuple[str, tuple[tuple[int, str], ...]]:
    """Return the text with reference links made inline, and the definitions taken out of it, each
    with its line number.
    """
    known = {found["id"].casefold(): found for found in _REFERENCE.finditer(text)}
    used: set[str] = set()

    def link(found: re.Match[str]) -> str:
        id = (found["id"] or found["text"]).casefold()
        if id not in known:
            return found.group()
        used.add(id)
        return f"[{found['text']}]({known[id]['href']})"

    if not known:
        return text, ()
    linked = "\n".join(
        line if _REFERENCE.match(line) else _LINKED.sub(link, line) for line in text.split("\n")
    )
    gone: list[tuple[int, str]] = []

    def blank(found: re.Match[str]) -> str:
        if found["id"].casefold() not in used:
            return found.group()
        first = 1 + linked.count("\n", 0, found.start())
        lines = found.group().split("\n")
        gone.extend((line, said.strip()) for line, said in enumerate(lines, first))
        return "\n" * (len(lines) - 1)

    return _REFERENCE.sub(blank, linked), tuple(gone)


def without_drawers(text: str) -> tuple[str, tuple[tuple[int, str], ...]]:
    """Return the text without the markers and tags of org-mode, and these with their line numbers.

    Any other text is returned as it is.
    """
    if ":END:" not in text:
        return text, ()
    gone: list[tuple[int, str]] = []

    def blank(found: re.Match[str]) -> str:
        gone.append((1 + text.count("\n", 0, found.start()), found.group().strip()))
        return ""

    return _UNSAID.sub(blank, text), tuple(gone)


def _is_underline(line: str, title: str) -> bool:
    """Tell whether a line underlines a title as reStructuredText does."""
    long = abs(len(line.strip()) - len(title.strip())) < 3
    return _UNDERLINE.match(line) is not None and bool(title.strip()) and long


def _with_parts(lines: Sequence[str]) -> Sequence[str]:
    """Return the lines with those of an outline that name a topic as headings, where two do: "I.
    Company" -> "## Company". Of parts whose letters or numbers are in order all are headings.
    """
    parts = [found for line in lines if (found := _OUTLINE.match(line))]
    if sum(_is_topic_title(found["title"]) for found in parts) < _FEWEST:
        return lines
    in_order = [*_in_order(parts, "first", _ROMAN), *_in_order(parts, "second", ascii_uppercase)]
    heads = {
        found[0]: found for found in parts if found in in_order or _is_topic_title(found["title"])
    }
    return [_as_part(heads[line]) if line in heads else line for line in lines]


def _in_order(
    parts: Sequence[re.Match[str]], level: str, numbers: Sequence[str]
) -> Sequence[re.Match[str]]:
    """Return the parts of a level where these are their numbers, one after the other."""
    of_level = [found for found in parts if found[level]]
    counted = [found[level] for found in of_level]
    return of_level if counted == [*numbers[: len(counted)]] else ()


def _as_part(found: re.Match[str]) -> str:
    return f"{'##' if found['first'] else '###'} {found['title']}"


def _as_field(pattern: re.Pattern[str], line: str, common: Collection[str] = ()) -> str:
    """Return a field with a colon: "Company = Etsy" -> "Company: Etsy"; any other line as it is.

    Its name is a topic's, or its mark is in ``common``, the marks that other fields of the file
    have. Of a list's items only the latter are fields: "- opening = my daughter's book" is a note.
    """
    found = pattern.match(line)
    if found is None:
        return line
    mark = found["mark"].strip()[:2]
    known = {_FRAMED: is_named, _DASHED: _names_field}.get(pattern, topic_of)
    value = found["value"].strip()
    item = pattern is _FIELD and bool(found["before"].strip())
    if mark not in common and (item or not (value and known(found["name"]))):
        return line
    return f"{found['before']}{found['name']}: {value}"


def _names_field(name: str) -> bool:
    """Tell whether a name before a dash is a topic's, or of skills: "Skills - saw, files"."""
    return is_named(name) or topic_of(name, in_notes=True) is Topic.EMPHASIS


def _without_escapes(line: str) -> str:
    line = _ESCAPED_BETWEEN.sub("", _ESCAPED_BOLD.sub(r"**\1**", line))
    return _ESCAPED.sub(lambda f: f"{f['before']}{f['mark'] or f['number']}", line)


def is_decorated(line: str) -> bool:
    """Tell whether a line is a heading between rows of marks other than "#", or a checklist's."""
    found = _DECORATED.match(line)
    return (found is not None and "#" not in found["mark"]) or bool(_CHECKLIST.match(line))


def _as_decorated(found: re.Match[str]) -> str:
    """Return a heading between rows of marks in Markdown: in bold for a posting's, else with hashes
    where it is a heading's few words; any other line as it is.
    """
    title = found["title"]
    if topic_of(title) or is_own_heading(title) or asks_of_connection(title):
        return f"## {title}"
    if is_posting_heading(title):
        return f"**{title}**"
    return f"## {title}" if _FEW_WORDS.fullmatch(title) else found.group()


def _without_commas(lines: Sequence[str]) -> list[str]:
    """Return the lines of a CSV file as fields, or as cells with tabs between them where its first
    row names several fields; any other lines as they are.
    """
    rows = [_split_at_commas(line) for line in lines]
    table = [row for row in rows if row]
    if not table or max(map(len, table)) < _FEWEST:
        return list(lines)
    whole = all(row for row, line in zip(rows, lines, strict=True) if line.strip())
    if whole and len(table[0]) > _FEWEST and all(map(topic_of, table[0])):
        return ["\t".join(row) for row in rows]
    named = [bool(len(row) > 1 and is_named(row[0])) for row in rows]
    if sum(named) < _FEWEST:
        return list(lines)
    return [
        f"{row[0]}: {', '.join(row[1:])}" if is_field or (whole and len(row) > 1) else line
        for row, is_field, line in zip(rows, named, lines, strict=True)
    ]


def _split_at_commas(line: str) -> list[str]:
    """Split a line of CSV into its cells; of running text only the first comma counts."""
    cells = _QUOTED.findall(line)
    if ",".join(cells) != line.strip() or any(cell[0].isspace() for cell in cells):
        name, comma, said = line.partition(",")
        return [name, said] if comma and said[:1].strip() else []
    return [c[1:-1].replace('""', '"') if c[0] == '"' else c for c in cells]


def _is_topic_title(title: str) -> bool:
    """Tell whether a title is a topic's name, no likely value and without a colon."""
    return topic_of(title) is not None and not is_value_word(title) and ":" not in title


def _is_org(lines: Sequence[str]) -> bool:
    """Tell whether stars mark an outline: twice they stand before a topic's name with no item below
    it, or before "TODO".
    """
    pairs = zip(lines, [*lines[1:], ""], strict=True)
    return (
        sum(
            1
            for line, below in pairs
            if (found := _STARS.match(line))
            and (_is_topic_title(found["title"]) or found["todo"])
            and (found["todo"] or (below.strip() and not below.startswith(("  ", "\t"))))
        )
        >= _FEWEST
    )


def _as_heading(line: str) -> str:
    found = _STARS.match(line)
    return f"{'#' * min(len(found['stars']) + 1, 6)} {found['title']}" if found else line


def _as_item(line: str) -> str:
    """Return a wiki's nested item as Markdown has it: "** SQL" -> "  - SQL"."""
    found = _STARS.match(line)
    if found is None or len(found["stars"]) < 2 or "**" in found["title"]:
        return line
    return f"{'  ' * (len(found['stars']) - 1)}- {found['todo'] or ''}{found['title']}"
