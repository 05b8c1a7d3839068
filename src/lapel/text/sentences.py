"""Sentences of a paragraph."""

from lapel.text.regexes import regex

_END = regex(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[^\W\d_a-z])|(?<=[.!?…])\s+(?=[$£€]?\d)")
_NO_END = regex(
    r"(?:\b(?:e\.g|i\.e|etc|vs|Mr|Mrs|Ms|Dr|Prof|Sr|Jr|St|No|Inc|Ltd|Co|Corp|approx|Fig|dept|v|ca|al|Hon|Ch|Sec|Art|Reg|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Gen|Col|Sgt|Capt|Rev|Ave|Blvd|Mt|Ft)|"
    r"\b[A-Z]|\b(?:zum|(?<!I )am|vom|ab|bis|den|der|dem|des|seit)\s\d\d?)\.$"
)
"""Words before a point that ends no sentence: abbreviations, initials, a day's number in German."""


def split_sentences(text: str) -> tuple[str, ...]:
    """Split a text into its sentences, in order; abbreviations, initials and sentences in brackets
    inside another end none.
    """
    sentences: list[str] = []
    start = 0
    for end in _END.finditer(text):
        piece = text[start : end.start()].strip()
        if _NO_END.search(piece) or _stands_in_brackets(piece, text[end.end() :]):
            continue
        if piece:
            sentences.append(text[start : end.end()].strip())
        start = end.end()
    rest = text[start:].strip()
    return (*sentences, rest) if rest else tuple(sentences)


def _stands_in_brackets(piece: str, rest: str) -> bool:
    """Tell whether a bracket that opened inside a sentence is still open: "(55 Pa. Code) and …"."""
    opened = piece.rfind("(")
    return opened > 0 and ")" not in piece[opened:] and ")" in rest.partition("(")[0]
