"""Bullets whose first word may be a verb in the present or a noun: "rescue drills from the
nacelle".
"""

from collections.abc import Collection

from lapel.letter.english.noun_or_verb import is_done_to_thing
from lapel.letter.english.verbs import leading_verb
from lapel.letter.english.words import bare, is_in, is_number
from lapel.letter.telling.bullets.joining import join_segments, split_segments
from lapel.letter.telling.bullets.verbless import read_verbless
from lapel.letter.telling.clauses import Clause, Unread
from lapel.letter.telling.tidying import sentences_of, tidy, without_stop
from lapel.text.verbs import Form, is_noun_too

_FEWEST_OTHERS = 2


def is_thing_among(markdown: str, others: Collection[str]) -> bool:
    """Tell whether such a bullet begins with a noun, judged by the bullets beside it.

    It does if there are several and none of them is surely in the present.
    """
    if len(others) < _FEWEST_OTHERS or not _may_be_thing(markdown):
        return False
    return not any(map(_is_surely_present, others))


def _may_be_thing(markdown: str) -> bool:
    """Tell whether a bullet's first word, a verb in the present, may as well be a noun.

    The plural of something done must follow: "rescue drills from the nacelle".
    """
    words = tidy(markdown).split()
    if leading_verb(words) is not Form.BASE:
        return False
    opens = is_in(words[0], "opening_verbs") and not is_in(words[0], "checked")
    return not opens and not is_in(words[0], "surely_base") and is_done_to_thing(words)


def _is_surely_present(markdown: str) -> bool:
    """Tell whether a bullet begins with a verb in the present that can be nothing else."""
    words = tidy(markdown).split()
    if leading_verb(words) not in (Form.BASE, Form.THIRD):
        return False
    certain = len(words) > 1 and (is_in(words[1], "objects") or is_number(words[1]))
    return certain or not is_noun_too(bare(words[0]))


def read_thing(markdown: str, *, ended: bool) -> tuple[Clause, ...] | Unread:
    """Read a bullet that names a thing, as work that included it: "included rescue drills"."""
    first = sentences_of(tidy(markdown))[0]
    head, *segments = split_segments(without_stop(first))
    clause = read_verbless(head.text, ended=ended)
    if isinstance(clause, Unread):
        return clause
    joined = join_segments(clause, tuple(segments), ended=ended)
    return joined if isinstance(joined, Unread) else (joined,)
