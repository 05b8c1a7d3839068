"""Claims of a letter that are in neither the profile nor the job file.

It runs on whatever the person wrote, and lets pass what it cannot read as a claim.
"""

from collections.abc import Iterator, Sequence

from lapel.checks.letters.amounts import amount_claims
from lapel.checks.letters.degrees import credential_claims, degree_claims
from lapel.checks.letters.facts import Facts
from lapel.checks.letters.names import language_claims, name_claims
from lapel.checks.letters.sentence import Claim, Said, place_of
from lapel.checks.letters.titles import title_claims
from lapel.letter.model import Letter, Part
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.source.source import Source
from lapel.text.words import split_words

HEAD = (Part.DATE, Part.RECIPIENT, Part.SALUTATION, Part.SIGNATURE, Part.SIGN_OFF)


def check_provenance(
    letter: Letter, sentences: Sequence[Said], facts: Facts, source: Source
) -> Iterator[Diagnostic]:
    """Report each claim without a source, at its place in the letter file."""
    own = head_words(letter)
    for said in sentences:
        for claim in claims_of(said, facts, own):
            yield source.diagnostic(
                "not-in-profile",
                claim.message,
                place_of(said, claim.start, claim.end, source),
                severity=Severity.WARNING,
                help="if it is true, add it to your profile; otherwise take it out",
            )


def claims_of(said: Said, facts: Facts, own: frozenset[str]) -> tuple[Claim, ...]:
    """Return the claims of one sentence that no source has, in order, none inside another."""
    found = (
        *title_claims(said, facts),
        *degree_claims(said, facts),
        *credential_claims(said, facts),
        *name_claims(said, facts, own),
        *language_claims(said, facts),
        *amount_claims(said, facts),
    )
    kept: list[Claim] = []
    for claim in sorted(found, key=lambda claim: (claim.start, -claim.end)):
        if not kept or claim.start >= kept[-1].end:
            kept.append(claim)
    return tuple(kept)


def head_words(letter: Letter) -> frozenset[str]:
    """Return the words above and below the body: people addressed there need no proof."""
    texts = " ".join(part.text for part in letter.of(*HEAD))
    return frozenset(word.lower for word in split_words(texts))
