"""Sentences of a bullet that describe the employer or the post, and tell no deed of the person."""

import re
from collections.abc import Sequence

from lapel.letter.english.noun_phrases import head_word
from lapel.letter.english.words import bare, is_in
from lapel.letter.telling.tidying import sentences_of, tidy
from lapel.profile.model import Entry, SectionKind
from lapel.text.verbs import Form, forms_of

ABOUT_EMPLOYER = "it tells of the employer or the post, and no deed"
_SINCE = r"^(?:(?:Founded|Since|Established) [^,]*\d{4},? )?(?:The )?"
_ASIDE = r"(?i)\s*\([^()]*\)|,? (?:Inc|LLC|Ltd|GmbH|Corp|plc)\b\.?"


def without_employer(markdown: str, entry: Entry) -> str:
    """Return the bullet without its first sentences about the employer or the post.

    Return "" if the rest cannot be understood alone.
    """
    if entry.section is not SectionKind.WORK or entry.organisation is None:
        return markdown
    name = re.sub(_ASIDE, "", entry.organisation.name.plain).strip().casefold()
    sentences = sentences_of(tidy(markdown))
    about = 0
    while about < len(sentences) and _is_about(sentences[about], name):
        about += 1
    if not about:
        return markdown
    rest = sentences[about:]
    first = bare(rest[0].split(maxsplit=1)[0]) if rest else ""
    refers_back = first in ("we", "our") or is_in(first, "leaning")
    return "" if refers_back else " ".join(rest)


def _is_about(sentence: str, name: str) -> bool:
    said = re.sub(_ASIDE, "", re.sub(_SINCE, "", sentence))
    if name and said.casefold().startswith(f"{name} "):
        return _is_state(said[len(name) :].split())
    words = said.rstrip(".").split()
    if not words:
        return False
    article = len(words) > 1 and bare(words[0]) in ("a", "an", "the")
    named = words[1:] if article else words
    head = head_word(named)
    if forms_of(bare(words[0])) & {Form.PAST, Form.THIRD}:
        return False  # "Assumed the role of …"
    post = is_in(head, "posts") and f" {head} in " not in f"{said.casefold()} " and not article
    return post or is_in(head, "employers")


def _is_state(words: Sequence[str]) -> bool:
    """Tell whether words behind a subject say what it is or does, not what it once did."""
    first = bare(words[0]) if words else ""
    forms = forms_of(first)
    state = first in ("is", "was", "are", "were", "has", "have")
    return state or (Form.THIRD in forms and Form.PAST not in forms)
