"""A clause that begins with a verb, told in the first person."""

import re
from collections.abc import Sequence

from lapel.letter.english.completing import with_articled_object, with_measures
from lapel.letter.english.noun_phrases import head_word
from lapel.letter.english.participles import is_passive
from lapel.letter.english.tense import into_participle, into_past, to_base
from lapel.letter.english.verbs import leading_verb
from lapel.letter.english.vocabulary import pattern, word_list
from lapel.letter.english.words import bare, begun_small, is_agent, is_in, is_number, lowered
from lapel.letter.telling.bullets.verbless import NO_VERB
from lapel.letter.telling.clauses import Clause, Subject, Unread
from lapel.text.plurals import join_and
from lapel.text.verbs import Form, forms_of

_AFTERWARDS = frozenset({"later", "subsequently", "thereafter", "afterwards"})
"""Words for an order in time that a letter does not keep."""


def read_verbal(text: str, adverbs: int, form: Form, *, ended: bool) -> Clause | Unread:
    """Read a clause that begins with a verb behind this many ``adverbs``."""
    words = text.split()
    how = [lowered(word).rstrip(",") for word in words[:adverbs]]
    before = "".join(f"{word} " for word in how if word not in _AFTERWARDS)
    rest = words[adverbs:]
    deed = begun_small(" ".join(rest))
    if len(rest) > 1 and bare(rest[1]) == "own":
        deed = re.sub(r"(?<=\w) own (?=\w)", " my own ", deed)
    if is_passive(rest):
        was = "am" if bare(rest[0]) in ("certified", "licensed") and not ended else "was"
        return Clause(
            Subject.PERSON, f"{was} {before}{with_measures(_add_article_to_measure(deed))}"
        )
    if _ranks_a_group(rest):
        return Unread("it does not say who was ranked")
    if _names_the_boss(rest):
        return Unread("it says under whom, and no deed")
    if form is Form.PAST and is_done_by(rest):
        if is_in(rest[0], "done_to_persons"):
            return Clause(Subject.PERSON, f"was {before}{deed}")
        return Unread("it does not say what this was done with")
    deed = with_measures(with_articled_object(deed))
    if form is Form.PAST:
        lasting = None if ended else _to_lasting(deed)
        return Clause(Subject.PERSON, f"have {before}{lasting}" if lasting else before + deed)
    if form is Form.PARTICIPLE:
        done = len(rest) > 1 and (is_in(rest[1], "objects") or is_number(rest[1]))
        return Clause(Subject.PERSON, f"have {before}{deed}") if done else Unread(NO_VERB)
    if form is Form.GERUND:
        return _read_doing(before, deed, ended=ended)
    return _read_present(before, deed, form, ended=ended)


def _add_article_to_measure(deed: str) -> str:
    """Put "a" before an object that is a measure or a prize: "awarded 3-yr contract"."""
    given = deed.split()[1:]
    lacks = any(map(is_number, given[:1])) or is_in(head_word(given), "prizes")
    return with_articled_object(deed) if lacks else deed


def _read_doing(before: str, deed: str, *, ended: bool) -> Clause:
    """Read a deed in "-ing", as something that goes on, or that the work includes."""
    before = before.replace("currently ", "") if ended else before
    if before:
        return Clause(Subject.PERSON, f"{'was' if ended else 'am'} {before}{deed}")
    return Clause(Subject.WORK, f"{'included' if ended else 'includes'} {_list_doings(deed)}")


def _list_doings(deed: str) -> str:
    """Join bare doings between commas as a list: "billing, archiving, bundles"."""
    parts = deed.split(", ")
    behind = parts[1:] if all(map(_is_doing, parts[1:])) else parts
    short = len(parts) > 2 and all(len(part.split()) <= 2 for part in behind)
    return join_and(parts) if short and "and " not in parts[-1] else deed


def _is_doing(part: str) -> bool:
    return Form.GERUND in forms_of(bare(part.split(maxsplit=1)[0]))


def _read_present(before: str, deed: str, form: Form, *, ended: bool) -> Clause | Unread:
    """Read a deed in the present, told in the past if its role is over."""
    if form is Form.THIRD:
        changed = to_base(deed)
        if changed is None:
            return Unread(NO_VERB)
        deed = changed
    if not ended:
        return Clause(Subject.PERSON, before + deed)
    past = into_past(deed)
    if past is None:
        return Clause(Subject.JOB, f"was to {before}{deed}")
    return Clause(Subject.PERSON, before + past)


def _to_lasting(deed: str) -> str | None:
    """Return a deed that lasts until today as it is behind "have", or None.

    "Hired and trained 60 cooks since we reopened" lasts; a deed does not if something else in its
    clause may be what has lasted since then.
    """
    found = pattern("until_now").match(deed)
    if found is None:
        return None
    before = found["deed"]
    if any(is_in(word, "relatives") or is_in(word, "finite") for word in before.split()):
        return None
    several = any(leading_verb(part.split()) is Form.PAST for part in before.split(", ")[1:])
    return None if several else into_participle(deed)


def is_done_by(words: Sequence[str]) -> bool:
    """Tell whether others did something with a thing not named ("Used by 11 harbors")."""
    if len(words) < 3 or bare(words[1]) != "by" or is_number(words[2]):
        return False
    if is_in(words[2], "prepositions"):  # "Got by on 31 inches"
        return False
    if bare(words[2]) in ("a", "an") and (
        is_agent(head_word(words[3:])) or is_in(words[0], "done_to_persons")
    ):
        return True  # "Supervised by a partner", but "grew by a third"
    if Form.PARTICIPLE not in forms_of(bare(words[0])) or is_in(words[2], "by_measure"):
        return False
    return Form.GERUND not in forms_of(bare(words[2]))


def _names_the_boss(words: Sequence[str]) -> bool:
    """Tell whether words only say to whom somebody reports ("Reports to VP Design")."""
    if len(words) < 3 or bare(words[0]) not in ("report", "reports", "reported"):
        return False
    return bare(words[1]) == "to" and (words[2].isupper() or is_agent(head_word(words[2:])))


def _ranks_a_group(words: Sequence[str]) -> bool:
    return bare(words[0]) in ("ranked", "placed", "rated") and any(
        bare(word) in word_list("ranked") for word in words[1:7]
    )
