"""The lines of a Markdown job file, made plain for the Markdown parser.

People write "•", "–", "3." and "-word" for list items, "##Heading", labels on the line after a
list, and comments. Each line is rewritten so that Markdown sees what the person meant, and blank
lines are put around labels; every line remembers the line of the file that it comes from.
"""

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from msgspec import Struct
from msgspec.structs import replace

from lapel.job.markup.bare_headings import (
    SAYS_MORE,
    find_lone_headings,
    find_shouted_headings,
    is_heading_word,
)
from lapel.job.markup.other_marks import (
    fields_of,
    is_decorated,
    to_markdown_marks,
    without_wiki_marks,
)
from lapel.job.words.errands import heads_errands
from lapel.job.words.headings import (
    asks_of_connection,
    is_demand_heading,
    is_posting_heading,
    speaks_of_own,
    topic_of,
)
from lapel.job.words.labels import (
    CROSS,
    is_bold_line,
    is_italic_name,
    is_short,
    opens_with_label,
    question_label,
)
from lapel.source.quoting import BULLETS
from lapel.source.source import without_unseen
from lapel.text.html import is_html, without_html
from lapel.text.regexes import regex

_MARKER = regex(
    rf"^(?P<before>(?:\s*>)*\s*)(?:(?:[-+*.]|[{BULLETS}]\ufe0f?|\(?\d{{1,2}}[.)]|\(?[a-z]\)"
    rf"|(?:i|ii|iii|iv|v|vi|vii|viii|ix|x)\.(?!\s*e\.)|\((?:i|ii|iii|iv|v|vi|vii|viii|ix|x)\))\s+"
    rf"|[{BULLETS}]\ufe0f?(?=\w)|-(?=[^\W\d_]|\[)|o\t\s*|o\s+(?=[A-Z]))(?=\S)"
)
_ASIDE = regex(r"^\s*(?P<mark>\?{1,3}|!{1,3}|\+\+|--|->|=>)\s+(?=\S)(?!.*--\s*$)")
"""A mark of one's own before a line: "? ask about pay", "++ volunteers"."""
_TOGGLE = regex(r"^[▸▾▶▼►]\ufe0f?\s+(?=\S)")
"""The mark of a part that folds up, as note-taking programs paste it."""
_FEWEST_INDENTED = 2
_LONGEST_WHY = 4
_NUMBERED = regex(r"\(?(?:\d{1,2}|[A-Za-z]|[IVXivx]{1,4})[.)]\s+(?=\S)")
_SHORTEST_UNDERLINE = 3
_SIGN = "[\u2600-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff]\ufe0f?"
_PICTURE = regex(
    rf"\s*(?P<picture>{_SIGN}[\U0001f3fb-\U0001f3ff]?(?:\u200d{_SIGN})*|[#\d]\ufe0f?\u20e3)\s*(?=\S)"
)
"""An emoji in the place of a bullet or a number, also of several characters, or a keycap."""
_RULE = regex(r"^\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})$")
_OTHER_RULE = regex(r"^\s*(?:={4,}|~{4,}|#{7,})\s*$")
_SETEXT = regex(r"^\s*(?:-{2,}|=+)\s*$")
_FENCE = regex(r"^\s*(?:[-+*]\s+)?(`{3,}|~{3,})")
_HEADING = regex(r"^(\s*#{1,6})(?=[^\s#])")
_HASHES = regex(r"^\s{0,3}#{1,6}\s")
_FIELD = regex(r"(?!https?:)[^\W\d_][\w/&.'’()-]*(?: [\w/&#.'’()-]+){0,3}: +\S|https?://\S+$")
_SPACED_FIELD = regex(r"[^\W\d_][\w/'’-]*(?: [\w/'’-]+){0,3} +: +\S")
"""A field with blanks before its colon, as French sets it and tables align it."""
_BREAK = regex(r"\s*<br\s*/?>\s*", re.IGNORECASE)
"""The end of a line within a table's cell."""
_WIDE_COLON = regex(r"(?:(?<!\d)：|：(?!\d))(?P<close>[*_]+(?=\s|$))?[ \u3000]*")
"""The colon of Chinese and Japanese keyboards, but not of a time of day."""
_COMMENT = regex(
    r"<!--(?P<comment>.*?)-->|(?<![~\\])~~(?=[^\s~])(?P<struck>[^~\n]*[^\s~])~~(?!~)"
    r"|(?<![\d%])%%(?P<aside>[^%]+)%%"
    r"|(?:!\[[^\]\n]*\]\(|^\[[^\]\n]+\]:\s*)<?data:image/[^\s)>]*[)>]{0,2}",
    re.DOTALL | re.MULTILINE,
)
_PAGE = ("<!doctype", "<html", "<head", "<body")
_UNSEEN = regex(
    rf"{_COMMENT.pattern}|<!doctype\b[^<>]*>"
    r"|<(?P<part>head|script|style|svg|noscript|nav)\b[^<>]*>.*?</(?P=part)\s*>",
    re.DOTALL | re.IGNORECASE | re.MULTILINE,
)
"""Comments, pictures in the text, struck-out words, and the unseen parts of a saved page."""
LONGEST_LABEL_WORDS = 9
SHORTEST_FULL_LINE = 60
"""The fewest characters of a line that may have been broken by its width."""


class PlainLine(Struct, frozen=True):
    """A line for the Markdown parser, and the number (from 1) of the file's line it comes from."""

    text: str
    line: int


class Comment(Struct, frozen=True):
    """Text that a reader does not see: a comment, struck-out words, a saved page's scripts; with
    its first and last line.
    """

    text: str
    line: int
    last_line: int


def hide_comments(text: str) -> tuple[str, tuple[Comment, ...]]:
    """Return the text with closed comments, struck-out words and unseen parts of a saved page
    blanked out, and these.

    Line ends stay, so that every line keeps its number.
    """
    comments: list[Comment] = []

    def blank(found: re.Match[str]) -> str:
        line = 1 + text.count("\n", 0, found.start())
        said = found["comment"] or found["struck"] or found["aside"] or found.group()
        words = " ".join(said.split())
        comments.append(Comment(words, line, line + found.group().count("\n")))
        return re.sub(r"[^\n]", " ", found.group())

    if not any(mark in text for mark in ("<", "~~", "%%", "](data:", "]: data:")):
        return text, ()
    folded = text.casefold()
    unseen = _UNSEEN if any(tag in folded for tag in _PAGE) else _COMMENT
    return unseen.sub(blank, text), tuple(comments)


def as_seen(text: str) -> str:
    """Return the text without invisible characters, and with plain spaces for no-break spaces."""
    return without_unseen(text).replace("\u00a0", " ")


def plain_lines(text: str, first_line: int = 1) -> tuple[PlainLine, ...]:
    """Return the lines for the Markdown parser; ``first_line`` is the first one's number."""
    plain_text = _WIDE_COLON.sub(r":\g<close> ", as_seen(text))
    typed_lines = [_with_own_mark(line) for line in plain_text.split("\n")]
    lines = to_markdown_marks([without_wiki_marks(line) for line in typed_lines])
    lines = [_BREAK.sub("; ", line) if line.lstrip().startswith("|") else line for line in lines]
    lines = lines if is_html(text) else _with_indented_items(lines)
    typed = without_html(lines) if is_html(text) else tuple(map(fields_of, lines))
    headed = [
        _is_hash_heading(*pair) for pair in zip(lines, typed_lines, strict=True) if pair[0].strip()
    ]
    bare_words = not any(headed[1:])
    headed_lines = _find_bare_headings(lines) if bare_words else frozenset[int]()
    plain: list[PlainLine] = []
    fence = ""
    for index, line in enumerate(lines):
        number = first_line + index
        if found := _FENCE.match(line):
            mark = found.group(1)
            if not fence:
                fence = mark
            elif mark[0] == fence[0] and len(mark) >= len(fence) and not line.strip(" \t`~"):
                fence = ""
            plain.append(PlainLine(line, number))
        elif index in headed_lines and not fence:
            plain += [PlainLine(f"### {line.strip()}", number), PlainLine("", number)]
        elif fence or not line.strip():
            plain.append(PlainLine(line, number))
        else:
            parts = typed[index] or ("",)
            after = (*parts[1:], lines[index + 1] if index + 1 < len(lines) else "")
            for part, following in zip(parts, after, strict=True):
                previous = plain[-1].text if plain else ""
                if part.strip():
                    plain.extend(
                        _add_blank_lines(part, number, previous, following, bare_words=bare_words)
                    )
                else:
                    plain.append(PlainLine("", number))
    return tuple(plain)


def _with_indented_items(lines: Sequence[str]) -> list[str]:
    """Return the lines with a dash before each of those that only indentation marks as a list.

    They stand below a few words on the left edge, to which Markdown would join them.
    """
    typed = list(lines)
    runs = groupby(range(len(lines)), key=lambda at: _is_indented(lines[at]))
    for indented, run in runs:
        below = list(run)
        head = lines[below[0] - 1] if indented and below[0] else ""
        if not _heads_indented_list(head) or len(below) < _FEWEST_INDENTED:
            continue
        pairs = pairwise(lines[at].strip() for at in below)
        if any(len(a) >= SHORTEST_FULL_LINE and b[:1].islower() for a, b in pairs):
            continue  # running text, broken by its width
        for at in below:
            typed[at] = f"- {lines[at].strip()}"
    return typed


def _is_indented(line: str) -> bool:
    """Tell whether a line is indented and has no bullet or other mark."""
    said = line.lstrip()
    return bool(said) and line.startswith(("  ", "\t")) and not _is_marked(said)


def _is_marked(line: str) -> bool:
    return line.startswith(("#", ">", "|", "`", "+", *BULLETS)) or bool(_MARKER.match(line))


def _heads_indented_list(line: str) -> bool:
    """Tell whether a line may head an indented list: a few words on the left edge, no mark."""
    short = bool(line.strip()) and is_short(line) and not line[:1].isspace()
    return short and not _is_marked(line)


def _is_hash_heading(line: str, typed: str) -> bool:
    """Tell whether a line is a heading by its hashes; one that was typed between rows of marks is
    none here, since whoever types these leaves other headings without any.
    """
    return _HASHES.match(line) is not None and not is_decorated(typed)


def _with_own_mark(line: str) -> str:
    """Return a line behind a mark such as "++" as an item, with question marks: "? pay" -> "- ?
    pay".
    """
    aside = _ASIDE.match(line)
    if aside is None:
        return line
    return f"- {line[aside.start('mark') if '?' in aside['mark'] else aside.end() :]}"


def _find_bare_headings(lines: Sequence[str]) -> frozenset[int]:
    """Return the indices of the headings without a mark, in a file that underlines none."""
    if any(_SETEXT.match(line) or _OTHER_RULE.match(line) for line in lines):
        return frozenset()
    return find_shouted_headings(lines) | find_lone_headings(lines, _is_marked)


def _add_blank_lines(
    line: str, number: int, previous: str, following: str, *, bare_words: bool
) -> list[PlainLine]:
    """Return the line with the blank lines around it that make it a block of its own, where it is
    one.

    Words alone on a line are headings (``bare_words``) only in a file that has no other headings
    but a title on its first line.
    """
    pictured, line = line, _without_picture(line, previous, following)
    blank, same = PlainLine("", number), PlainLine(line, number)
    if _SETEXT.match(line) and previous.strip():
        return [same] if _underlines(line, previous) else [blank, PlainLine("***", number), blank]
    if _OTHER_RULE.match(line):
        return [PlainLine("***", number), blank]
    if _RULE.match(line):
        return [same]
    if (marked := _as_marked_heading(same, following)) is not None:
        return marked
    if marker := _MARKER.match(line):
        picture = _PICTURE.match(line, marker.end())
        words = line[_find_words_start(picture) if picture else marker.end() :]
        same = PlainLine(f"{marker['before']}- {words}", number)
        return [blank, same] if previous.strip() else [same]
    answered = not previous.strip() and speaks_of_own(following)
    if bare_words and answered and _asks_why(line):
        return [PlainLine(f"### {line}", number), blank]
    underlined = bool(_SETEXT.match(following)) and _underlines(following, line)
    if _is_posting_heading_line(line, previous, following):
        return [blank, same] if underlined else [blank, same, blank]
    apart = (
        not previous.strip()
        or _RULE.match(previous)
        or (_FIELD.match(previous) and _MARKER.match(following))
    )
    alone = bare_words and apart and is_heading_word(line)
    heads = heads_errands(line) and following.strip()
    if alone or heads or is_bold_line(line) or is_italic_name(line) or _is_label_line(line):
        return [blank, same] if underlined else [blank, same, blank]
    begins = opens_with_label(line) or question_label(line) or _is_field_too(line, previous)
    begins = begins or line != pictured
    return [blank, same] if begins or _ends_list(line, previous) else [same]


def _as_marked_heading(line: PlainLine, following: str) -> list[PlainLine] | None:
    """Return a line as a heading by its hashes, the mark of a part that folds up, or a number and
    an underline; else None.
    """
    if (folded := _TOGGLE.match(line.text)) and is_short(line.text[folded.end() :]):
        return [replace(line, text=f"### {line.text[folded.end() :]}"), replace(line, text="")]
    if heading := _HEADING.match(line.text):
        title = line.text[heading.end() :]
        is_one = heading.group().strip() != "#" or topic_of(title)
        return [replace(line, text=f"{heading.group()} {title}") if is_one else line]
    counted = _NUMBERED.match(line.text)
    if counted and _SETEXT.match(following) and len(following.strip()) > _SHORTEST_UNDERLINE:
        return [replace(line, text=""), replace(line, text=line.text[counted.end() :])]
    return None


def _without_picture(line: str, previous: str, following: str) -> str:
    """Return a line without its leading emoji, as an item if a line beside it is one."""
    picture = _PICTURE.match(line)
    if picture is None:
        return line
    is_item = previous.startswith("- ") or _begins_with_picture_too(picture, following)
    words = line[_find_words_start(picture) :]
    return f"- {words}" if is_item else words


def _find_words_start(picture: re.Match[str]) -> int:
    """Return the index where the words behind an emoji begin; a cross belongs to the words."""
    crossed = CROSS.match(picture.string, picture.start("picture"))
    return picture.start("picture") if crossed else picture.end()


def _begins_with_picture_too(picture: re.Match[str], following: str) -> bool:
    """Tell whether the next line begins with an emoji too.

    Another emoji counts only where neither line is a field and the first is no heading.
    """
    next_one, line = _PICTURE.match(following), picture.string
    if next_one is None or next_one["picture"] == picture["picture"]:
        return next_one is not None
    fields = (_FIELD.match(line, picture.end()), _FIELD.match(following, next_one.end()))
    return not any(fields) and topic_of(line) is None and not is_posting_heading(line)


def _asks_why(line: str) -> bool:
    """Tell whether a few words alone on a line can only head an answer: "WHY ACME", "why them?"."""
    short = len(line.split()) <= _LONGEST_WHY and not line[:1].isspace()
    says_more = line.startswith("#") or SAYS_MORE.search(line.removesuffix("?"))
    return short and not says_more and topic_of(line) is None and asks_of_connection(line)


def _is_field_too(line: str, previous: str) -> bool:
    """Tell whether a line and the one before are both fields: "Location: Kiel", "Pay: …"."""
    return any(like.match(line) and like.match(previous) for like in (_FIELD, _SPACED_FIELD))


def _ends_list(line: str, previous: str) -> bool:
    """Tell whether a line on the left edge ends a list, to which Markdown would join it.

    It begins with a capital, below an item too short to be broken by width.
    """
    item = previous.strip()
    return item.startswith("- ") and line[:1].isupper() and len(item) < SHORTEST_FULL_LINE


def _is_posting_heading_line(line: str, previous: str, following: str) -> bool:
    """Tell whether a line can only be a heading of the employer's: in capitals, "Requirements"."""
    if line[:1].isspace() or SAYS_MORE.search(line):
        return False
    short = is_short(line)
    shouted = line.isupper() and len(line.split()) > 1
    if following.strip():
        return short and (shouted or is_demand_heading(line))
    return short and shouted and not previous.strip() and is_posting_heading(line)


def _underlines(line: str, title: str) -> bool:
    """Tell whether dashes or equals signs below a line underline it; three dashes are a rule unless
    the line is a topic's name.
    """
    if _MARKER.match(title) or title.lstrip().startswith(("#", ">", "|")):
        return False
    return "=" in line or len(line.strip()) > 3 or topic_of(title) is not None


def _is_label_line(line: str) -> bool:
    """Tell whether a line is only a label: at most nine words with a colon at the end."""
    text = line.strip()
    return text.endswith((":", ":**", ":__")) and len(text.split()) <= LONGEST_LABEL_WORDS
