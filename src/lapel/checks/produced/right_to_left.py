"""Every letter of a page that runs from right to left is in its PDF.

Readers put such pages in order in different ways, visual or logical, so no order of words can be
required; a DOCX has only the logical one.
"""

from collections import Counter
from collections.abc import Iterator
from unicodedata import category, normalize

from lapel.checks.produced.alignment import Alignment
from lapel.checks.produced.model import ReadFile
from lapel.locale.words import load_words
from lapel.source.diagnostics import Diagnostic, Severity


def has_no_order(file: ReadFile) -> bool:
    """Tell whether a file is a PDF in a language that is written from right to left."""
    words = load_words(file.language or "en").value
    return file.path.suffix == ".pdf" and words is not None and words.script.right_to_left


def check_right_to_left(file: ReadFile, alignment: Alignment) -> Iterator[Diagnostic]:
    """Report letters and figures that are in the file less often than they should be."""
    planned = _count_letters(text for line in alignment.lines for text in (line.text, line.aside))
    lost = "".join(sorted((planned - _count_letters(file.lines)).elements()))
    if lost:
        yield file.problem("lost-letters", Severity.ERROR, f"“{lost}” is lost", 1)


def _count_letters(texts: Iterator[str] | tuple[str, ...]) -> Counter[str]:
    return Counter(c for text in texts for c in normalize("NFKC", text) if category(c)[0] in "LN")
