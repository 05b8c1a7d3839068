"""Letters that name a company which another letter went to."""

import re
from collections.abc import Iterable, Iterator

from lapel.checks.letters.facts import Facts
from lapel.letter.model import Letter, Part
from lapel.source.diagnostics import Diagnostic, Place, Severity
from lapel.source.source import Source
from lapel.text.regexes import regex

UNSENT = frozenset({Part.COMMENT, Part.TODO})
_LEGAL = regex(r",?\s+(?:inc|llc|ltd|co|corp|gmbh|ag|plc)\.?$", re.IGNORECASE)


def check_companies(
    letter: Letter, source: Source, facts: Facts, company: str, others: Iterable[str]
) -> Iterator[Diagnostic]:
    """Yield an error wherever one of ``others``, the companies of other job files, is named.

    The job's own company and the profile's organisations are nobody's slip.
    """
    names = {_LEGAL.sub("", name.strip()) for name in others}
    own = _LEGAL.sub("", company.strip()).casefold()
    mine = {name.casefold() for name in (*facts.owners, *facts.owners.values())}
    strange = [
        n for n in sorted(names) if n and n.casefold() not in mine and not _is_part_of_own(n, own)
    ]
    for part in letter.parts:
        if part.part in UNSENT:
            continue
        for piece in part.pieces:
            for name in strange:
                match = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", piece.text)
                if match and piece.place:
                    at = piece.place
                    place = Place(at.path, at.line, at.column + match.start(), len(name))
                    message = f"“{name}” is the company of another job file"
                    help = f"this letter goes to {company}" if company else ""
                    yield source.diagnostic(
                        "other-company", message, place, help=help, severity=Severity.ERROR
                    )


def _is_part_of_own(name: str, own: str) -> bool:
    """Tell whether a name is part of the company's own ("Ashwell" in "Ashwell University
    Hospitals").
    """
    return re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", own) is not None
