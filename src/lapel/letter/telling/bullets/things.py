"""What a bullet says of a project itself."""

from collections.abc import Sequence

from lapel.letter.english.noun_phrases import head_word
from lapel.letter.english.verbs import leading_verb
from lapel.letter.english.words import bare, begun_small, is_in, keeps_capital, lowered
from lapel.letter.telling.bullets.verbal import is_done_by
from lapel.letter.telling.tidying import tidy, without_stop
from lapel.text.articles import choose_article
from lapel.text.verbs import Form, forms_of

_FEWEST_WORDS = 2


def say_of_thing(markdown: str, *, ended: bool) -> str | None:
    """Return what a bullet says of a project, None if it tells a deed instead.

    It is what the project does ("parses bank statements"), what kind of program it is, or what was
    done with it ("was used by 11 harbors").
    """
    text, mark, more = without_stop(tidy(markdown)).partition("; ")
    words = text.split()
    done = _read_thing_done(more, more.split()) if mark else None
    if len(words) < _FEWEST_WORDS or (mark and not done):
        return None
    if leading_verb(words) is Form.THIRD and not is_in(words[0], "done_by_persons"):
        does, comma, also = begun_small(text).rpartition(", ")
        if comma and leading_verb(also.split()) is Form.THIRD:
            text = f"{does} and {also}"
        return begun_small(text) + (f"; it is {done}" if done else "")
    if mark:
        return None
    described = "-" in words[0] or keeps_capital(words[0])  # "Open-source recipe manager"
    kinds = ("programs", "programs_described") if described else ("programs",)
    if leading_verb(words) is None and any(is_in(head_word(words), kind) for kind in kinds):
        small = lowered(text)
        return f"{'was' if ended else 'is'} {choose_article(small)} {small}"
    done = _read_thing_done(text, words)
    still = done is not None and not ended and is_in(words[0], "still_true")
    return done and f"{'is' if still else 'was'} {done}"


def _read_thing_done(text: str, words: Sequence[str]) -> str | None:
    if len(words) < _FEWEST_WORDS or Form.PARTICIPLE not in forms_of(bare(words[0])):
        return None
    listed = is_in(words[0], "things_done") and is_in(words[1], "things_done_after")
    if not listed and not is_done_by(words):
        return None
    return begun_small(text)
