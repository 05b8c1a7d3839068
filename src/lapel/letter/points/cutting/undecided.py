"""Notes that are kept back: not meant to be said, in need of other words, or undecided.

Nothing of these goes into the letter by itself, however well it would read.
"""

from lapel.letter.english.vocabulary import pattern, patterns
from lapel.letter.points.model import Act, Silence, Unsayable
from lapel.text.content import content_stems


def read_kept_back(tidied: str) -> Act | None:
    """Return the act for a note that is kept back; None for a note to be said.

    It is silence for a note not meant for the letter, else a to-do for the person's own words.
    """
    if pattern("not_meant").search(tidied):
        return Silence(tidied)
    for reason, keeps in patterns("kept_back").items():
        if keeps.search(tidied):
            return Unsayable(tidied, reason)
    unsaid = pattern("unsaid").search(tidied)
    rest = tidied.replace(unsaid.group(), " ") if unsaid else ""
    if unsaid and content_stems(unsaid["what"]) & content_stems(rest):
        return Unsayable(tidied, f"it says “{unsaid['what']}”, which is to be left unsaid")
    return None
