"""Finding the person among a publication's authors."""

import re

from lapel.source.placed import PlacedText
from lapel.text.inline import plain_text

_WORD = r"[^\W\d_]+(?:['’-][^\W\d_]+)*"


def is_person(author: str, person: str) -> bool:
    """Tell whether an author's name is the person's: "Lund, A.", "A Lund" and "Ada M. Lund" are Ada
    Lund's, since each has the whole last name and a beginning of the first.
    """
    names = _split_words(person.split(",", maxsplit=1)[0])
    written = _split_words(author)
    if len(names) < 2 or len(written) < 2 or names[-1] not in written:
        return False
    given = [word for word in written if word != names[-1]]
    others = (len(word) == 1 or word in names for word in given[1:])
    return bool(given) and _is_name_or_initials(names[0], given[0]) and all(others)


def in_bold(author: PlacedText) -> PlacedText:
    """Return the name as it is set off among the others."""
    if author != plain_text(author):
        return author
    return PlacedText.at(author.place, f"**{author}**", f"**{author.known_as}**")


def _is_name_or_initials(name: str, written: str) -> bool:
    """Tell whether a given name is written whole or by its initials ("AM" for "Ada")."""
    return name == written or (len(written) <= 3 and written[:1] == name[:1])


def _split_words(text: str) -> list[str]:
    return [word.casefold() for word in re.findall(_WORD, plain_text(text))]
