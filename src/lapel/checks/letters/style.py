"""How a letter reads: long sentences, openers, empty phrases, its length.

Problems in lapel's own sentences are warnings, in the person's only hints.
"""

from collections.abc import Iterator, Sequence

from lapel.checks.letters.sentence import Said, place_of
from lapel.letter.model import SourceKind
from lapel.letter.style import LONGEST_WORDS, cliche_pattern
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.source.source import Source
from lapel.text.plurals import count

MOST_I_SHARE = 1 / 3
FEWEST_FOR_A_SHARE = 6
_OPENER_WORDS = 2
_OPENER_WORDS_AFTER_I = 3


def check_sentence_length(letter: Sequence[Said], source: Source) -> Iterator[Diagnostic]:
    """Report sentences that are too long."""
    for said in letter:
        words = len(said.text.split())
        if words > LONGEST_WORDS:
            message = f"this sentence has {count('word', words)}"
            help = f"make two of it: {LONGEST_WORDS} words are as many as a reader holds"
            yield make_remark(said, source, "long-sentence", message, 0, len(said.text), help)


def check_openers(letter: Sequence[Said], source: Source) -> Iterator[Diagnostic]:
    """Report too many sentences that begin with "I", and sentences that begin alike."""
    begun = [said for said in letter if said.lower[:1] and _is_i(said.lower[0])]
    with_i = [said for said in begun if not _is_noted(said)]
    enough = len(letter) >= FEWEST_FOR_A_SHARE
    if enough and len(with_i) > MOST_I_SHARE * len(letter):
        last = with_i[-1]
        message = f"{len(with_i)} of {count('sentence', len(letter))} begin with “I”"
        help = "begin some with the deed, the place or the time"
        yield make_remark(last, source, "begins-with-i", message, 0, 1, help)
    seen: dict[tuple[str, ...], Said] = {}
    for said in letter:
        opener = _find_opener(said)
        first = seen.setdefault(opener, said)
        drafted = _is_noted(said) and _is_noted(first)
        if first is not said and opener and not drafted:
            place = first.piece.place
            where = f", as on line {place.line}" if place else ""
            message = f"this sentence begins with “{_quote_opener(said, len(opener))}”{where}"
            end = said.words[len(opener) - 1].end
            yield make_remark(said, source, "repeated-opener", message, 0, end)


def check_cliches(letter: Sequence[Said], source: Source) -> Iterator[Diagnostic]:
    """Report phrases of the list of clichés, anywhere in a sentence."""
    for said in letter:
        for match in cliche_pattern().finditer(said.text):
            message = f"“{match.group()}” is what every letter says"
            help = "say what you did, or leave it out"
            yield make_remark(said, source, "cliche", message, match.start(), match.end(), help)


def check_length(letter: Sequence[Said], source: Source, most_words: int) -> Iterator[Diagnostic]:
    """Report a letter longer than was asked for."""
    words, reported = 0, False
    for said in letter:
        words += len(said.text.split())
        if words > most_words and not reported:
            total = sum(len(other.text.split()) for other in letter)
            message = f"the letter has {count('word', total)}; {most_words} are up here"
            yield make_remark(said, source, "long-letter", message, 0, len(said.text))
            reported = True


def is_own(said: Said) -> bool:
    """Tell whether the person wrote the sentence: then style is theirs, and only hinted at."""
    kinds = {origin.kind for origin in said.piece.sources}
    return not kinds or SourceKind.OWN in kinds


def make_remark(
    said: Said, source: Source, code: str, message: str, start: int, end: int, help: str = ""
) -> Diagnostic:
    """Return a remark on a sentence from ``start`` to ``end``: a hint where it is the person's
    own.
    """
    severity = Severity.HINT if is_own(said) else Severity.WARNING
    place = place_of(said, start, end, source)
    return source.diagnostic(code, message, place, help=help, severity=severity)


def _is_noted(said: Said) -> bool:
    """Tell whether the notes are the only sources of a sentence: its "I" is the person's own."""
    kinds = {origin.kind for origin in said.piece.sources}
    return kinds == {SourceKind.NOTE}


def _is_i(word: str) -> bool:
    return word in ("i", "i'm", "i've", "i'd", "i'll")


def _find_opener(said: Said) -> tuple[str, ...]:
    """Return the words a sentence is recognised by at its beginning, () for one that is too
    short.
    """
    words = said.lower
    many = _OPENER_WORDS_AFTER_I if words and _is_i(words[0]) else _OPENER_WORDS
    return tuple(words[:many]) if len(words) > many else ()


def _quote_opener(said: Said, words: int) -> str:
    """Return the opener as written, with the rest of a name that it begins ("At Two Bridges")."""
    while words < len(said.words) and said.words[words].written[0].isupper():
        gap = said.text[said.words[words - 1].end : said.words[words].start]
        if gap != " " or not said.words[words - 1].written[0].isupper():
            break
        words += 1
    return said.text[said.words[0].start : said.words[words - 1].end]
