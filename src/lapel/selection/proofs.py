"""Certificates the job asks for: what they are worth, and the order in which they are listed.

A list of certificates is read from the top. The licence without which nobody is hired comes before
one that only has to do with the work, and both before those nobody asked for.
"""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from lapel.matching.asked.description import says_licence
from lapel.matching.model import Matches, Requirement, RequirementKind
from lapel.profile.model import Entry, Profile, SectionKind
from lapel.selection.objective import COEFFICIENTS
from lapel.text.words import Word, split_words

_OF_PERSONS = (RequirementKind.QUALIFICATION, RequirementKind.EMPHASIS)
_ASKING = (*_OF_PERSONS, RequirementKind.HINT)


class Proof(Struct, frozen=True, order=True):
    """A certificate's best answer to the job. The higher ``rank`` is listed first: certificates the
    job asks for, in the job's order, then those that answer anything, by how well. ``line`` is the
    line answered, ``named`` whether it asks for the certificate itself.
    """

    rank: tuple[float, ...] = ()
    line: str = ""

    @property
    def named(self) -> bool:
        """Whether the line asks for the certificate itself."""
        return self.rank[0] > 0


def prove_certificates(profile: Profile, matches: Matches) -> Mapping[str, Proof]:
    """Return the certificates that answer something of the job, by id, with their best proof."""
    proofs = {
        entry.id: max(_find_proofs(entry, matches), default=None)
        for entry in profile.section(SectionKind.CERTIFICATES)
    }
    return {id: proof for id, proof in proofs.items() if proof is not None}


def weigh_certificates(profile: Profile, matches: Matches) -> dict[str, float]:
    """Return the worth of each certificate, by its id, as a proof of what the job asks of a person.
    The best proof of each phrase is hardly ever left out, a further one may be.
    """
    worth: dict[str, float] = {}
    best: dict[tuple[str, int], tuple[float, str]] = {}
    for entry in profile.section(SectionKind.CERTIFICATES):
        for match in matches.by_candidate.get(entry.id, ()):
            if match.supports and matches.requirement[match.requirement].kind in _OF_PERSONS:
                further = COEFFICIENTS.further_proof * match.score
                worth[entry.id] = max(further, worth.get(entry.id, 0.0))
                for phrase in match.phrases or (0,):
                    asked = (match.requirement, phrase)
                    if match.score > best.get(asked, (0.0, ""))[0]:
                        best[asked] = (match.score, entry.id)
    return worth | {id: COEFFICIENTS.proof * score for score, id in sorted(best.values())}


def _find_proofs(entry: Entry, matches: Matches) -> Iterator[Proof]:
    supported = {m.requirement: m for m in matches.by_candidate.get(entry.id, ()) if m.supports}
    for number, asked in enumerate(matches.requirements):
        if asked.id not in supported:
            continue
        score = round(supported[asked.id].score, 2)
        where = _find_naming_word(asked, entry)
        if where is None:
            yield Proof((0, round(asked.weight * score, 2)), asked.text)
        else:
            yield Proof((1, asked.weight, -number, -where, score), asked.text)


def _find_naming_word(requirement: Requirement, entry: Entry) -> int | None:
    """Return the index of the word at which a line that asks for a certificate names it: by a name
    that both write ("NEBOSH or willing"), or at the line's end for a licence; None if it does not.
    """
    if requirement.kind not in _ASKING:
        return None
    title = {word.lower for word in split_words(entry.title.plain)}
    words = split_words(requirement.text)
    for number, word in enumerate(words):
        if _is_name(word, first=number == 0) and word.lower in title:
            return number
    return len(words) if says_licence(requirement.text) else None


def _is_name(word: Word, *, first: bool) -> bool:
    """Tell whether a word is written as a name: with a capital, or as a line's first with one
    inside.
    """
    return any(letter.isupper() for letter in (word.written[1:] if first else word.written))
