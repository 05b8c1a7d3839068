"""A point as typed, made fit to read: without wrapping marks, shouting, shorthand and slips."""

import re

from lapel.letter.points.model import Context
from lapel.letter.points.vocabulary import mapping, written_forms
from lapel.text.common import is_adjective, is_small
from lapel.text.regexes import regex
from lapel.text.shouting import is_shouted

_WRAPPED = regex(
    r"""^\s*(?:\[(?P<a>[^\[\]]*)\](?!\()|"(?P<b>[^"]*)"|“(?P<c>[^“”]*)”|\((?P<d>[^()]*)\)|\{(?P<e>[^{}]*)\}|\*+(?P<f>[^*]+)\*+|_+(?P<g>[^_]+)_+|`(?P<h>[^`]+)`)[.!]*\s*$""",
)
_MARKER = regex(r"^\s*(?:[-*•·–—>»+]\s*|\[[ xX]?\]\s*|\(?\d{1,2}[.)]\s+|☐\s*|✓\s*|→\s*)+")
_END_MARKS = regex(r"[\s!…]+$|\s*\.{2,}$")
_WORD = regex(r"[A-Za-z][A-Za-z'’/]*(?:-[A-Za-z]+)*")
_SIGNS = (
    (
        regex(
            r"(?i)[\[{<](?:the |your )?(company|employer|organi[sz]ation|position|role|job)"
            r"(?: name| title)?[\]}>]"
        ),
        r"the \1",
    ),
    (regex(r"(?<=\w)\s+&\s+(?=[a-z\d]|I\b)"), " and "),
    (
        regex(
            r"(?i)\b(avail|approx|esp|incl|ref|yrs?|mos?|hrs?|wks?|min|appt|sched)\."
            r"(?=,? (?!that['’]?s|it['’]?s|i\b|i['’]|they|we\b)[a-z\d])"
        ),
        r"\1",
    ),
    (
        regex(r"([£$€]?\d[\d.,]*\w*%?(?: [a-z]{1,7})?)\s*(?:->|→|=>)\s*(?=[£$€]?\d)"),
        r"from \1 to ",
    ),
    (regex(r"(?<=[A-Za-z\d%)])\s\+\s(?=[A-Za-z\d$£€])"), " and "),
    (regex(r"\bre:\s*", re.IGNORECASE), "about "),
    (regex(r"(?<=\bsince )['’]?([0-3]\d)(?=[,.;?!)]|$)"), r"20\1"),
    (regex(r"(?i)(?<![A-Za-z])w/o(?:ut)?(?=\s)"), "without"),
    (regex(r"(?i)(?<![A-Za-z])w/\s*|(?<= )w (?=[a-z])"), "with "),
    (regex(r"(?i)(?<![A-Za-z])b/c(?=\s)"), "because"),
    (regex(r"(?<![\w*])\*{1,2}(?=\S)([^*]+)(?<=\S)\*{1,2}(?![\w*])"), r"\1"),
    (regex(r"(?<=[a-z\d])\. (?=[^()]*[a-z\d][^()]*\))(?!.*\()"), ") ("),
    (regex(r"\s*(?:<-+>|<=+>|↔|->|=>|→|>>)\s*"), " → "),
    (
        regex(
            r"(?i)(^|[;.:→] )([^;.:→]+?)(?<!that)(?<!which)(?<!what),? "
            r"I (read|hear|heard|understand|gather)$"
        ),
        r"\1I \3 that \2",
    ),
    (regex(r"\s=\s(?=(?:how|what|why|where|when) (?:I|I['’]d|they|we)\b)"), ". That is "),
    (regex(r"\s=\s(?=(?:can|could|would|will)\b)"), ", so I "),
    (regex(r"(?i)^why\?+ (?=\w+ \w+ \w)"), ""),
    (
        regex(
            r"(?i)\b(?:my |the )?reasons? (?:for|behind|of) "
            r"(?=(?:leav|mov|chang|relocat|switch|return|quitt|com)ing\b)"
        ),
        "why I am ",
    ),
    (
        regex(r"(?i)(?<=[a-z]) ((?:[a-z]+\.? )?(?:19|20)\d\d) [-–] ((?:[a-z]+\.? )?(?:19|20)\d\d)"),
        r" from \1 to \2",
    ),
    (regex(r"(?i),? I (?:think|guess|believe)[.!]?$"), ""),
    (regex(r"(?<=\byet); (?=(?:start|begin|finish|take|sit|graduate)\b)"), "; I "),
    (regex(r"(?i)^why leave\b(?!.*\? because)"), "why I am leaving"),
    (regex(r"(?i)^why move\b(?!.*\? because)"), "why I am moving"),
    (regex(r"\s=\s"), ": "),
    (regex(r"(?i)^(why [^?.!]{2,40})\? (?!because\b)(?=\w+ \w+ \w)"), r"\1: "),
    (
        regex(
            r"(?<=\w) / (?=(?:they|their|I|my|we|our|happy|glad|willing|available|free|can|could|"
            r"will|would|want|looking|mention|say|ask|offer|thank|don['’]?t)\b)"
        ),
        "; ",
    ),
    (regex(r"(?i)(?<=\w) (?:at )?earliest(?=$|[;,.)])"), " at the earliest"),
    (regex(r"(?i)^(?:yes|yep|yeah|sure|ok|okay),? (?=I\b)"), ""),
    (
        regex(
            r"(?i)^(?!why|how|what|who|when|where|do|does|is|are|can|will|would|should|could)"
            r"([a-z]+(?: [a-z]+)?)\? (?!no\b|yes\b|because\b)(?-i:(?=[a-z]))"
        ),
        r"\1: ",
    ),
    (
        regex(
            r"(?i)\s*\((?:they|(?:the )?(?:posting|ad|advert|jd)) (?:(?:don['’]?t|do not|also) )*"
            r"(?:ask|mention|list|require)s?\b[^()]*\)"
        ),
        "",
    ),
    (
        regex(r"(?i)^relocat(?:ion|ing|e): (.+), so (gladly|happily)\b"),
        r"\1, so I would \2 relocate",
    ),
    (regex(r"(?:,| [-–]) (?:see|cf\.?) (?=(?:the|my|that)\b)"), ". Show "),
    (regex(r"(?<=\w)/(?=(?:week|wk|month|mo|year|yr|day|hour|shift)\b)"), " a "),
    (regex(r"\s*(?:[:;]-?[)(DP]|<3)(?=\s|$)"), ""),
    (regex(r"\s*\b(?:lol|haha|tbh|btw|fyi|imo|imho|lmk)\b", re.IGNORECASE), ""),
    (
        regex(r"(?<!the )(?<!a )(?<!root )\b[’']?cause (?=of\b|i\b|I\b|it\b|they\b)"),
        "because ",
    ),
    (regex(r"\s*\(be (?:honest|frank|nice|kind|brief|polite)\)", re.IGNORECASE), ""),
    (
        regex(
            r"(?i)^(?:\w[\w ]{2,20}: (?!.*\b(?:one|it|them)\b))?(?:be )?"
            r"(honest|frank|upfront|candid) (?=about |that )"
        ),
        r"be \1 ",
    ),
    (regex(r"(?i)\b(?:ok|okay|cool)(?= with\b)"), "fine"),
    (regex(r", not (?=(?:fine|able|willing|interested|available|afraid)\b)"), ", but not "),
    (
        regex(
            r"(?i)\b(with|for|to|on|pass|passed|take) (?=(?:drug|background|credit|reference"
            r"|security|clearance|criminal|dbs) (?:record )?(?:test|check|screen|screening)\b)"
        ),
        r"\1 a ",
    ),
    (regex(r"\bprof\. ?(?=[A-Z])"), "Prof. "),
    (regex(r"\bdr\. ?(?=[A-Z])"), "Dr. "),
    (regex(r"\s+--?\s+"), " – "),
    (regex(r"([!?])\1+"), r"\1"),
    (regex(r",? (?:and )?how\?(?= \(|$)"), ""),
    (regex(r"\?\s+(?=[(–])"), " "),
    (regex(r"\s+([,;:.!?])(?=\s|$)"), r"\1"),
    (regex(r"\s{2,}"), " "),
)
_CAPITALS = regex(r"\b[A-Z]{2,} \||\| [A-Z]{2,}\b")
_SPELLED_SMALL = frozenset(("who", "it", "us", "am", "pm"))
_ROMAN = regex(r"[IVX]+")
_SLASHED = regex(r"(?<![\w/:.])[A-Za-z]\w+(?:/[A-Za-z]\w+){2,}(?![\w/])")
_MONTHS = regex(
    r"(?i)\b(in|since|by|from|until|till|last|next|early|late|mid|to|start) "
    r"(jan|feb|mar|march|may|apr|jun|jul|aug|sept?|oct|nov|dec)\b(?! be| have)"
    r"(?:\.(?=\S| (?-i:[a-z\d])))?"
)
_DAYS = regex(
    r"(?i)\b(jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?"
    r"(?= (?:\d{1,2}(?:st|nd|rd|th)?|(?:19|20)\d\d)\b)"
)
_RANGE = regex(r"\b([A-Za-z]{3,9}) ?[-–/] ?([A-Za-z]{3,9})\b")
_NEXT = regex(r"(?<=[A-Za-z\d)'’]{2}[.!?] )[a-z]")
_ABBREVIATED = regex(r"\b(?:etc|esp|incl|approx|vs|min|max|no|\w\.\w)\. $")
_NO_NAMES = frozenset(("home", "freelance", "self-employed", "volunteer", "private", "family"))
"""What stands for an employer's name where there was none."""
_NOT = regex(r"\b(could|would|should|is|was|has|have|are|were|did|does|must|need)nt\b")
_VOWEL = regex(r"[aeiouy]", re.IGNORECASE)


def tidy(text: str, context: Context) -> str:
    """The point's words in one line, spelled and capitalised as they are meant."""
    text = _unwrapped(_MARKER.sub("", " ".join(text.split())))
    for sign, meant in _SIGNS:
        text = sign.sub(meant, text)
    text = _SLASHED.sub(lambda found: found.group().replace("/", ", "), text)
    text = _END_MARKS.sub("", text).strip()
    return _restored(respelled(text), _names(context))


def respelled(text: str) -> str:
    """A text with shorthand, months and the beginnings of its sentences written out."""
    spelled = _NOT.sub(r"\1n't", _respelled(text, shouted=is_shouted(text)))
    spelled = _DAYS.sub(lambda found: mapping("months")[found[1].casefold()], spelled)
    return _NEXT.sub(_begun, _MONTHS.sub(_month, _RANGE.sub(_spelled_range, spelled)))


def _unwrapped(text: str) -> str:
    found = _WRAPPED.match(text)
    while found:
        text = next(part for part in found.groups() if part is not None).strip()
        found = _WRAPPED.match(text)
    return text


def _respelled(text: str, *, shouted: bool) -> str:
    """Slips of the keys and shorthand written out; a shouted text in lower case."""
    known = mapping("respellings")
    acronyms = written_forms("acronyms")
    capitals = written_forms("capitals")

    def respell(found: re.Match[str]) -> str:
        word = found.group()
        lower = word.casefold()
        if word.isupper() and lower == "id":
            return word
        if lower in known and (shouted or not word.isupper() or len(word) > 4):
            meant = known[lower]
            return meant[:1].upper() + meant[1:] if word[:1].isupper() and not shouted else meant
        alone = not _CAPITALS.search(text[: found.start()] + "|" + text[found.end() :])
        if not shouted and len(word) > 2 and word.isupper() and alone and _is_stressed(lower):
            return lower
        if not shouted:
            return capitals.get(lower, word) if word.islower() else word
        if lower in acronyms:
            return acronyms[lower]
        if lower in capitals:
            return capitals[lower]
        return word if not _VOWEL.search(word) or _ROMAN.fullmatch(word) else lower

    return _WORD.sub(respell, text)


def _is_stressed(lower: str) -> bool:
    """Whether a word in capitals is only stressed: "NOT", "GOOD"."""
    return lower not in _SPELLED_SMALL and (is_small(lower) or is_adjective(lower))


def _begun(found: re.Match[str]) -> str:
    """The first letter of a sentence that was typed small."""
    before = found.string[: found.start()]
    return found.group() if _ABBREVIATED.search(before) else found.group().upper()


def _month(found: re.Match[str]) -> str:
    """A month behind its preposition, written out."""
    return f"{found[1]} {mapping('months')[found[2].casefold()]}"


def _spelled_range(found: re.Match[str]) -> str:
    """A range of months in words: "June-Sept" is "June to September"."""
    months = mapping("months")
    ends = [months.get(part.casefold()) for part in found.groups()]
    return f"{ends[0]} to {ends[1]}" if ends[0] and ends[1] else found.group()


def _names(context: Context) -> dict[str, str]:
    """Proper names by their lower case; a skill only where its capitals show that it is one."""
    skills = (s for s in context.skills if any(c.isupper() for c in s[1:]))
    named = (context.company, *context.names, *skills)
    return {name.casefold(): name for name in named if name and name.casefold() not in _NO_NAMES}


def _restored(text: str, names: dict[str, str]) -> str:
    """The text with the capitals of its names."""
    for lower, name in sorted(names.items(), key=lambda pair: len(pair[0])):
        if lower in text.casefold() and name not in text:
            text = re.sub(
                rf"(?<![\w-]){re.escape(lower)}(?![\w-])", name, text, flags=re.IGNORECASE
            )
    return text
