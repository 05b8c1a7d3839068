"""Things left for later in a letter: to-dos and placeholders."""

from collections.abc import Iterator, Sequence

from lapel.checks.letters.sentence import Said, place_of
from lapel.job.words.placeholders import placeholders_in
from lapel.letter.model import Letter, Part
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.source.source import Source
from lapel.text.inline import plain_text


def check_unfinished(
    letter: Letter, sentences: Sequence[Said], source: Source
) -> Iterator[Diagnostic]:
    """Report to-dos, which are not rendered, and placeholders, which would be."""
    for part in letter.of(Part.TODO):
        piece = part.pieces[0]
        if piece.place is not None:
            text = plain_text(piece.text).removeprefix("To do:").strip()
            message = f"this is left to do: {text}"
            help = "say it, or delete the to-do; it is not rendered"
            yield source.diagnostic(
                "letter-to-do", message, piece.place, severity=Severity.WARNING, help=help
            )
    for said in sentences:
        for placeholder in placeholders_in(said.piece.text):
            start = said.piece.text.index(placeholder)
            yield source.diagnostic(
                "letter-placeholder",
                f"“{placeholder}” is a placeholder, and would be sent as it is",
                place_of(said, start, start + len(placeholder), source),
                severity=Severity.WARNING,
                help="fill it in, or take the sentence out",
            )
