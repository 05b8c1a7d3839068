"""Taking a label from the text it stands before: "URBN: leadership", "**URBN** – leadership"."""

import re
from functools import cache, lru_cache

from msgspec import Struct

from lapel.job.words.headings import is_for_own_use, topic_of
from lapel.job.words.topics import Topic
from lapel.text.data import read_data
from lapel.text.inline import plain_text
from lapel.text.regexes import regex

LONGEST_LABEL_WORDS = 8
_LONGEST_HEADING_WORDS = 6
_LONGEST_SMALL = 3
"""The most letters of a word that is small in a title: "of", "and"."""
_BOLD = regex(r"^\s*(\*\*\*|\*\*|__|\*|_)(?P<label>(?!\s)[^*_]+?)\1(?P<rest>.*)$", re.DOTALL)
_PARTED = regex(r"^\s*(?::|–|—|--?(?=\s)|=(?=\s)|->|=>|→|➜|➔|➡️?|👉|\|)\s*")
_RUN_IN = regex(
    r"^\s*(?:\*\*(?P<label>(?!\s)[^*.:]{1,40})\.\*\*\s+(?=\S)"
    r"|(?P<counted>(?i:para|paragraph|absatz) \d{1,2})[.)]\s+(?=\S))"
)
"""A label that runs into its text, in bold with a stop behind it, or a paragraph's number."""
_COLON = regex(r":(?=\s|\*\*|__|$)")
_DASH = regex(r"\s+(?:–|—|--?|=|->|=>|→|\|)\s+|\s*(?:→|->|=>|➜|➔|➡️?|👉)\s*|\t+|\s*—\s*")
_BRACKETS = regex(r"^(?P<label>[^()]{1,60}?)\s+\((?P<rest>[^()]+)\)[.]?$", re.DOTALL)
_NO_WORD = regex(r"[^\w']+")
_ONLY_LINK = regex(r"<?(?:https?://|www\.)[^\s<>]+>?|\[[^\]]*\]\(https?://[^\s)]+\)")
_LINK = regex(r"\[(?P<text>[^\]]*)\]\((?P<address>https?://[^\s)]+)[^)]*\)")
_ADDRESS = regex(
    r"(?i)https?://[^\s<>()\[\]\"']+|(?<![\w@.-])(?:[a-z0-9-]+\.)+[a-z]{2,}/[^\s<>()\[\]\"']+"
)
_ASKED = regex(
    r"[*_\s]*(?:(?P<question>q(?:uestion)?|frage|pregunta)|(?P<answer>a(?:nswer)?|antwort|respuesta"
    r"|réponse))\s?\d{0,2}\s?[:.][*_]*(?=\s|$)|(?P<bare>(?-i:q)) (?=[a-z])",
    re.IGNORECASE,
)
_RANK = regex(r"(?i)\(?#?\d{1,2}[.):]?|p[0-5]|high|medium|med|low|[★*x✓-]{1,5}")
_SPACE = regex(r"\s+")
_DAY = r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]? "
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_STAMP = regex(
    rf"(?:\[\d{{1,4}}[./-][^\]]*\][^:]*|(?:{_DAY})?(?:\d{{1,2}}(?:st|nd|rd|th|\.)? {_MONTH}"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{1,4}})(?:,? \d{{4}})?"
    r"(?:,? \d{1,2}:\d\d)?)$",
    re.IGNORECASE,
)
CROSS = regex(r"(?:[❌✗✘✖]\ufe0f?\s*)+(?=\S)")
"""Crosses before a line, as people who tick the others off use them."""
_OF_HEAD = regex(r"^(?:my|the|old|past|previous|former) ")
_LOOSE_MARK = regex(r"__|\*\*|`")  # code is words here, and a label may cut a bold run in two


class Labelled(Struct, frozen=True):
    """A text in two, both without inline marks; ``label`` is "" where the text has none."""

    label: str
    rest: str


@lru_cache(maxsize=4096)
def strip_markdown(text: str) -> str:
    """Return a text as one line without Markdown marks: "**URBN**" -> "URBN"."""
    return _SPACE.sub(" ", plain_text(_LOOSE_MARK.sub("", text))).strip()


def is_short(text: str) -> bool:
    """Tell whether a text has at most six words, as a heading has."""
    return len(text.split()) <= _LONGEST_HEADING_WORDS


def plain_label(text: str) -> str:
    """Return a heading or label without Markdown marks and without the colon at its end."""
    return strip_markdown(text).rstrip(": ")


def is_bold_line(text: str) -> bool:
    """Tell whether the whole text is one bold run, with or without a colon."""
    found = _BOLD.match(text.strip())
    return found is not None and len(found[1]) > 1 and found["rest"].strip() in ("", ":")


def is_italic_name(text: str) -> bool:
    """Tell whether the whole text is in italics and names a topic: "*Skills to make bold*"."""
    found = _BOLD.match(text.strip())
    if found is None or len(found[1]) > 1 or found["rest"].strip() not in ("", ":"):
        return False
    return topic_of(found["label"], in_notes=True) is not None


def split_label(text: str) -> Labelled:
    """Split a text where a bold run, a colon, a dash or an arrow ends its label: "URBN: leadership"
    -> "URBN" and "leadership"; the label is "" where there is none.
    """
    bold: re.Match[str] | None = _BOLD.match(text)
    if run_in := _RUN_IN.match(text):
        return Labelled(
            strip_markdown(run_in["label"] or run_in["counted"]),
            strip_markdown(text[run_in.end() :]),
        )
    if bold and (bold["label"].rstrip().endswith(":") or not bold["rest"].strip()):
        return Labelled(plain_label(bold["label"]), strip_markdown(bold["rest"]))
    if bold and (parted := _PARTED.match(bold["rest"])):
        return Labelled(strip_markdown(bold["label"]), strip_markdown(bold["rest"][parted.end() :]))
    colon = _COLON.search(text)
    dash = _DASH.search(text)
    cut: re.Match[str] | None = colon or dash
    if colon and dash and dash.start() < colon.start():
        between = text[dash.end() : colon.start()]
        cut = dash if begins_with_verb(between) or between[:1].islower() else colon
    before = text[: cut.start()] if cut else ""
    if (
        cut is None
        or text[0] in "$£€"
        or _is_time_stamp(before)
        or len(before.split()) > LONGEST_LABEL_WORDS
        or before.count("(") > before.count(")")  # an aside's own mark parts nothing
    ):
        return Labelled("", strip_markdown(text))
    return Labelled(strip_markdown(before), strip_markdown(text[cut.end() :].lstrip("*_ ")))


def _is_time_stamp(label: str) -> bool:
    """Tell whether a label is a date as in a diary or chat, with or without the writer."""
    return _STAMP.match(label.strip("*_ ")) is not None


def split_brackets(text: str) -> Labelled:
    """Split "URBN (emphasize leadership)" into name and instruction; the name is "" for none."""
    found = _BRACKETS.match(strip_markdown(text))
    if found and begins_with_verb(found["rest"]):
        return Labelled(found["label"], found["rest"])
    return Labelled("", strip_markdown(text))


def opens_with_label(line: str) -> bool:
    """Tell whether a line begins with a bold label, or with a topic's name and a colon."""
    bold = _BOLD.match(line)
    if bold and (len(bold[1]) > 1 or topic_of(bold["label"]) or is_for_own_use(bold["label"])):
        return bold["label"].rstrip().endswith(":") or bool(_PARTED.match(bold["rest"]))
    colon = _COLON.search(line)
    return colon is not None and topic_of(line[: colon.start()]) is not None


def begins_with_verb(text: str) -> bool:
    """Tell whether a text begins with a verb of an instruction: "mention SQL"."""
    first = strip_markdown(text).casefold().lstrip("([").split(maxsplit=1)
    return bool(first) and first[0].strip(",.:") in _load_phrases("verbs")


def speaks_of_page(text: str) -> bool:
    """Tell whether a text is about how a document is made: "two pages", "put it at the top"."""
    said = f" {_NO_WORD.sub(' ', strip_markdown(text).casefold()).strip()} "
    words = (*_load_phrases("page_words"), *_load_phrases("page_phrases"))
    return any(f" {word} " in said for word in words)


def is_in_capitals(text: str) -> bool:
    """Tell whether the longer words of a text begin with a capital, as in a title or a name."""
    return all(word[:1].isupper() for word in text.split() if len(word) > _LONGEST_SMALL)


def names_paragraph(label: str) -> bool:
    """Tell whether a label names a paragraph of a letter: "Opening paragraph"."""
    words = label.casefold().split()
    if " ".join(words) in _load_phrases("paragraph_names"):
        return True
    return len(words) <= 4 and any(word in _load_phrases("paragraphs") for word in words)


def is_only_paragraph(text: str) -> bool:
    """Tell whether a text is a paragraph's name and nothing more: "Opening"."""
    words = text.casefold().split()
    return bool(words) and all(word in _load_phrases("paragraphs") for word in words)


def is_question(text: str) -> bool:
    """Tell whether a text asks something, with or without a question mark."""
    asked = strip_markdown(text).casefold().rstrip(": ")
    words = _NO_WORD.sub(" ", asked) + " "
    return asked.endswith("?") or any(words.startswith(o + " ") for o in _load_phrases("questions"))


def question_label(text: str) -> re.Match[str] | None:
    """Return the match of "Q:", "Answer:" or a bare "q" at a line's beginning, or None."""
    return _ASKED.match(text)


def is_only_link(text: str) -> bool:
    """Tell whether a text is nothing but a web address or a Markdown link."""
    return _ONLY_LINK.fullmatch(text.strip()) is not None


def linked_address(text: str, named: str = "") -> str:
    """Return the address of a text's first Markdown link, or of the first whose words are
    ``named``; "" where there is none.
    """
    links = (link for link in _LINK.finditer(text) if named in ("", strip_markdown(link["text"])))
    return next((link["address"] for link in links), "")


def web_address_in(text: str) -> str:
    """Return the first web address in a text; without "https://" it has a path: "acme.org/jobs"."""
    found = _ADDRESS.search(text)
    return found.group().rstrip(".,;:!?)") if found else ""


def address_of(text: str) -> str:
    """Return the address where a text is nothing but a link; any other text unchanged."""
    return (linked_address(text) or text.strip().strip("<>")) if is_only_link(text) else text


def is_table_head(text: str) -> bool:
    """Tell whether a table's cell is the name of a column."""
    return _normalize_head(text) in _load_table_heads()


def table_topic(text: str) -> Topic | None:
    """Return the topic of a table's rows by the name of a column; None where it tells none."""
    return _load_table_topics().get(_normalize_head(text))


def is_rank(text: str) -> bool:
    """Tell whether a table's cell only numbers its row or rates it: "3.", "high"."""
    return _RANK.fullmatch(strip_markdown(text).strip()) is not None


def is_optional(text: str) -> bool:
    """Tell whether a note asks for something only where it applies: "if applicable"."""
    words = strip_markdown(text).casefold()
    return any(phrase in words for phrase in _load_phrases("optional"))


def _normalize_head(text: str) -> str:
    return _OF_HEAD.sub("", strip_markdown(text).casefold().rstrip(": s"))


@cache
def _load_table_heads() -> frozenset[str]:
    return frozenset(head.rstrip("s") for head in _load_phrases("table_heads")) | {
        *_load_table_topics()
    }


@cache
def _load_table_topics() -> dict[str, Topic]:
    topics = read_data("lapel.job.words", "phrases.yaml")["table_topics"]
    return {name.rstrip("s"): Topic(topic) for topic, names in topics.items() for name in names}


@cache
def _load_phrases(name: str) -> tuple[str, ...]:
    return tuple(read_data("lapel.job.words", "phrases.yaml")[name])
