"""Which name in a line is the company's: the one that the running text says too."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from msgspec import Struct

from lapel.job.markup.markdown import Written
from lapel.job.outline.headline import is_heading, part_of, without_lead, words_of
from lapel.job.outline.statements import Outlined
from lapel.job.words.headings import (
    heading_name,
    is_for_own_use,
    is_own_heading,
    is_part_of_company,
    is_position,
)
from lapel.job.words.phrased import heads_own_part
from lapel.text.regexes import regex

_LONGEST_NAME = 8
_FEWEST_SHORTENED = 3
_CUT = regex(
    r"(?:^|\s+)(?:-{1,3}|[–—|·•/]|@|at|bei|chez|with|for|to|as|in|near)\s+|\s*[,:;.]\s+|\s*[()]\s*|$"
)
"""Where a name may end in a line."""
EDGES = " \t.,:;|·•@/–—-"
_PLACED = regex(
    r"\b(?:in|near|from|of|across|around|throughout|serving|outside)\s+(?:the\s+)?$", re.IGNORECASE
)
_BEGINS = regex(r"(?:^|[.!?:]\s+)(?:the\s+)?$", re.IGNORECASE)
_GOES_ON = regex(r"\s+[a-z&]")
_SPOKEN_OF = regex(r"\b(?:at|join|joining|by)\s+(?:the\s+)?$", re.IGNORECASE)
_DOES = regex(
    r"^(?:['’]s\b|\s+(?:is|are|was|has|have|does|do|offers?|provides?|runs?|makes?|seeks?)\b)"
)
_FIRM = regex(
    r"[^\W\d_a-z][\w&.'’-]*(?: [\w&.'’-]+)* (?:AG|GmbH|KG|SE|e\. ?V\.|Ltd|Limited|LLP"
    r"|PLC|plc|Inc|LLC|Corp|SA|SAS|SARL|S\.A\.|SL|S\.L\.|Lda|SpA|BV|B\.V\.|NV|AB|Oy|ApS|Pty)\.?$"
)
"""A company's name with its legal form."""
_TOLD = regex(r"\b(?:they|she|he|it|we|you|them)\b")
"""What only a sentence has: "client care lead they call it"."""
ASKED = frozenset({"where", "what", "who", "place", "with", "for", "for whom"})
"""What people ask of an opening first, and no name."""


class _Mention(Struct, frozen=True):
    """A name as a text spells it, and whether something is said of whom it names."""

    name: str
    is_subject: bool


def find_company(lines: Sequence[Written], outlined: Outlined) -> Written | None:
    """Return the first name in these lines that the running text has too, preferably one it tells
    something of; None for none.
    """
    written = [*outlined.headings, *(line for s in outlined.statements for line in s.lines)]
    found = [
        (part_of(line, said.name), said.is_subject)
        for line in lines
        for name in _find_possible_names(line)
        if (said := say_name(name, [w.text for w in written if w is not line], line)) is not None
    ]
    subjects = (company for company, is_subject in found if is_subject)
    return next(chain(subjects, (company for company, _ in found)), None)


def _find_possible_names(line: Written) -> Iterator[str]:
    """Yield the parts of a line that may be a company's name, the longest first."""
    text = without_lead(words_of(line))
    starts, ends = [0], []
    for cut in _CUT.finditer(text):
        ends.append(cut.start())
        starts.append(cut.end())
    spans = [(starts[i], end) for i in range(len(ends)) for end in ends[i:]]
    for start, end in sorted(spans, key=lambda span: span[0] - span[1]):
        name = text[start:end].strip(EDGES)
        if name and len(name.split()) <= _LONGEST_NAME and not is_other(name):
            yield name


def is_other(name: str) -> bool:
    """Tell whether words are a heading, a position or a field's name, and no company's."""
    of_field = is_for_own_use(name) or heading_name(name) in ASKED
    own = is_own_heading(name) or heads_own_part(name) or _TOLD.search(name)
    return (
        bool(of_field or own) or is_position(name) or is_heading(name) or is_part_of_company(name)
    )


def say_name(name: str, texts: Sequence[str], line: Written) -> _Mention | None:
    """How running text says a name of a line; of a long one its first words are enough, of a single
    word, and of two for three, what is said of it.
    """
    if (firm := _FIRM.search(name)) and _CUT.split(name)[0] == name:
        return _Mention(firm.group(), is_subject=True)
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
