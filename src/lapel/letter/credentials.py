"""Certificates that a letter point names, said as what the writer holds."""

import re
from collections.abc import Iterator

from lapel.job.model import Note
from lapel.letter.deeds import Deeds
from lapel.letter.model import Sentence, Source, SourceKind
from lapel.letter.moves import Move
from lapel.letter.points.sentences import with_article
from lapel.letter.points.vocabulary import word_list
from lapel.profile.model import SectionKind
from lapel.text.inline import plain_text
from lapel.text.words import stems_of

ACRONYM = re.compile(r"\b[A-Z]{2,}\b")
"""What names a certificate and hardly a deed."""
_BRACKETS = re.compile(r"\s*\([^()]*\)$")
_AGENT = re.compile(r"(?:er|or|ist|ian|medic|nurse)$")


def tell_credential(target: str, note: Note, deeds: Deeds) -> Iterator[Move]:
    """The certificate that a phrase names by all of its words, as a move."""
    asked = stems_of(target) - word_list("credential_words")
    for entry in deeds.profile.entries:
        if entry.section is not SectionKind.CERTIFICATES or entry.hidden:
            continue
        name = plain_text(entry.title.markdown)
        if asked and asked <= stems_of(name):
            sources = (Source(SourceKind.ENTRY, entry.id), Source(SourceKind.NOTE, note.id))
            yield Move(((Sentence(_said(name), sources),),))
            return


def _said(name: str) -> str:
    """The certificate in a sentence: as a state where it is one ("NATE Certified")."""
    last = _BRACKETS.sub("", name).rsplit(maxsplit=1)[-1].casefold()
    if last in word_list("credential_states"):
        return f"I am {name}."
    if _AGENT.search(last):
        return f"I am {with_article(name)}."
    noun = "" if last in word_list("held") else " certificate"
    return f"I hold the {name}{noun}."
