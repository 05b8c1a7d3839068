"""A bullet behind a label or a name: "Team building: Hired …", "Thesis: …", "Oxfam – Built …"."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from lapel.letter.english.completing import with_measures
from lapel.letter.english.finite import main_verb
from lapel.letter.english.noun_or_verb import may_be_pair
from lapel.letter.english.nouns import noun_phrase, person_phrase
from lapel.letter.english.verbs import leading_verb
from lapel.letter.english.vocabulary import pattern, word_list
from lapel.letter.english.words import (
    bare,
    base_of,
    begun_small,
    counts,
    is_agent,
    is_counted_noun,
    is_in,
    is_number,
    keeps_capital,
    lowered,
)
from lapel.letter.telling.bullets.joining import join_segments, split_segments
from lapel.letter.telling.bullets.measures import read_went
from lapel.letter.telling.bullets.sentences import is_personal, read_clause, read_sentence
from lapel.letter.telling.bullets.verbless import NO_VERB
from lapel.letter.telling.clauses import Clause, Subject, Unread
from lapel.letter.telling.tidying import EMPHASIS_BEGINS
from lapel.text.common import is_noun, is_plural, is_small
from lapel.text.plurals import join_and
from lapel.text.regexes import regex
from lapel.text.verbs import Form

_WHICH_OF_THEM = regex(r"^The (?:(?:next|second) )?(?:[a-z]+est|first|last|others?|rest|most)$")
"""A label for one of several things told elsewhere: "The largest: $2.2M over five years"."""
_LABEL = regex(r"^([A-Z][^:.;,!?\d]{1,45}):\s+(\S.*)$", re.DOTALL)
_DASHED = r"^(\w[^:;,!?]{1,45}?) (?:[-–—]|--) (\w.*)$"
_SPAN = r"\S*\d\S* to \S*\d"
"""A change without a verb for it: "Swim school: 640 to 910 learners"."""
_LONGEST_LABEL_WORDS = 4
_FEWEST_COUNTED = 3


def read_label(text: str, *, ended: bool) -> Clause | Unread | None:
    """Read a bullet that begins with a label ("Team building: Hired …"); None for other bullets."""
    found = _LABEL.match(text) or _match_name_before_dash(text)
    label, rest = found.groups() if found else ("", "")
    if _WHICH_OF_THEM.match(label):
        return Unread("it does not say what it is of")
    words = label.split()
    pair = leading_verb(rest.split()) is Form.PAST and may_be_pair(words)
    if found is None or (len(words) > _LONGEST_LABEL_WORDS and not pair):
        return _read_detailed(text, ended=ended)
    topic = words[-1].casefold()
    named = _is_title(words) and leading_verb(rest.split()) is Form.PAST
    deed = leading_verb(words) is not None and len(words) > 2 and not (named or pair)
    if deed:
        return None
    counted = counts(rest.split(maxsplit=1)[0]) and _read_figures(label, rest, ended=ended)
    if counted and len(words) > 1 and topic in word_list("topics"):
        return counted  # "Family reunion project: 64 applications"
    if topic in word_list("topics") or topic in word_list("subjects"):
        return _read_topic(label, rest, ended=ended)
    if leading_verb(words) is Form.GERUND and words[1:] and words[1][0].isupper():
        return Unread(NO_VERB)  # "Programming Languages: Java, Python"
    if is_in(topic, "my_own") and leading_verb(rest.split()) is not Form.PAST:
        listed = join_and(rest.split(", ")) if " and " not in rest else rest
        included = "included" if ended else "include"
        return Clause(Subject.OTHER, f"my {lowered(label)} {included} {lowered(listed)}")
    if leading_verb(rest.split()) is None and (
        not is_personal(rest) or person_phrase(label) is not None
    ):
        return _read_what_it_names(label, rest, ended=ended)
    said = read_sentence(_add_counted(rest, lowered(label)), ended=ended)
    if isinstance(said, Unread) or not any(keeps_capital(w) for w in words):
        return said
    front = f"for {lowered(label)}" + (f", {said.front}" if said.front else "")
    return replace(said, front=front)


def _read_what_it_names(label: str, rest: str, *, ended: bool) -> Clause | Unread | None:
    """Read a label without a deed behind it: what somebody was, how much or how many of a thing."""
    words = label.split()
    return (
        _read_person(label, rest, ended=ended)
        or read_went(f"{label} {rest}", ended=ended)
        or _read_count(label, rest, ended=ended)
        or _read_figures(label, rest, ended=ended)
        or (Unread(NO_VERB) if len(words) == 2 and may_be_pair(words) else None)
    )


def _read_detailed(text: str, *, ended: bool) -> Clause | None:
    """Read a thing of the work with its details behind a colon; None for other bullets.

    "Crisis communication during the 2023 flood: daily updates, press line" is one.
    """
    what, _, rest = text.partition(": ")
    if ", " not in rest or re.search(r"[;():]", rest) or leading_verb(rest.split()) is not None:
        return None
    words = what.split()
    described = any(is_in(word, "prepositions") for word in words[1:])
    if described and (person := person_phrase(what)):
        return Clause(Subject.PERSON, f"{'was' if ended else 'am'} {person} ({lowered(rest)})")
    thing = noun_phrase(with_measures(what)) if described and leading_verb(words) is None else None
    is_said = thing is None or is_personal(rest) or main_verb(rest.split()) is not None
    included = "included" if ended else "includes"
    return None if is_said else Clause(Subject.WORK, f"{included} {thing} ({lowered(rest)})")


def _add_counted(rest: str, label: str) -> str:
    """Add to a deed with a bare figure what the label says that it counts.

    "Tickets: closed 40 a day" becomes "closed 40 tickets a day"; "Claims: collected $140K in 2023"
    "collected $140K in claims in 2023".
    """
    found = pattern("bare_count").match(rest)
    if found is None or not is_plural(bare(label.rsplit(maxsplit=1)[-1])):
        return rest
    if found["much"][0].isdigit():
        return f"{found['deed']} {found['much']} {label}{found['rest']}"
    cut = is_in(base_of(bare(found["deed"])), "changing")
    return rest if cut else f"{found['deed']} {found['much']} in {label}{found['rest']}"


def _match_name_before_dash(text: str) -> re.Match[str] | None:
    """Match a name and a deed for it behind a dash ("Oxfam – Built …"), else None."""
    found = re.match(_DASHED, text)
    rest = found[2].split() if found else []
    if found is None or not (leading_verb(rest) is Form.PAST or bare(rest[0]) == "lead"):
        return None
    words = found[1].split()
    named = all(word[0].isupper() or "." in word[:-1] for word in words)
    other = is_agent(words[-1]) or (len(words) == 1 and leading_verb(words) is not None)
    return found if named and not other and found[2][0].isupper() else None


def _read_person(label: str, rest: str, *, ended: bool) -> Clause | None:
    """Read a label that says what somebody was: "Quality lead: 14 SOPs rewritten, audits"."""
    person = person_phrase(label)
    if person and is_personal(rest):
        return Clause(Subject.PERSON, f"{'was' if ended else 'am'} {person}; {lowered(rest)}")
    if person is None or not any(map(is_number, rest.split())) or "(" in rest:
        return None
    return Clause(Subject.PERSON, f"{'was' if ended else 'am'} {person} ({lowered(rest)})")


def _read_count(label: str, rest: str, *, ended: bool) -> Clause | None:
    """Read a label with a figure that it has: "Safety: 1,100 days without a recordable"."""
    words = label.split()
    is_figure = is_number(rest) or bare(rest.split(maxsplit=1)[0]) in ("zero", "no")
    if (
        not is_figure
        or re.match(_SPAN, rest)
        or any(map(keeps_capital, words))
        or len(rest.split()) < _FEWEST_COUNTED
    ):
        return None
    head = bare(words[-1])
    several = is_plural(head) or (head.endswith("s") and not is_noun(head))
    if several or (is_noun(head) and not is_counted_noun(head)) or head.endswith("ing"):
        return None
    return Clause(
        Subject.OTHER,
        f"the {lowered(label).removeprefix('the ')} {'had' if ended else 'has'} {lowered(rest)}",
    )


def _read_figures(label: str, rest: str, *, ended: bool) -> Clause | None:
    """Read a label that names a thing of the work with its figures.

    "Legal aid contract: no claims disallowed in 2 audits" is one.
    """
    words = label.split()
    first = bare(rest.split(maxsplit=1)[0])
    figures = any(map(is_number, rest.split())) or first in ("zero", "no")
    if (
        not figures
        or re.match(_SPAN, rest)
        or ";" in rest
        or "(" in rest
        or len(rest.split()) < _FEWEST_COUNTED
    ):
        return None
    if is_in(words[-1], "no_work") or leading_verb(words) is Form.PAST:
        return None
    counted = is_counted_noun(words[-1]) and not keeps_capital(words[-1])
    the = "the " if counted and words[0] != "The" else ""
    return Clause(
        Subject.WORK,
        f"{'included' if ended else 'includes'} {the}{lowered(label)} ({lowered(rest)})",
    )


def _read_topic(label: str, rest: str, *, ended: bool) -> Clause | Unread:
    """Read what a thesis, a capstone or courses were about."""
    named = label if label.isupper() else begun_small(label)
    segments = split_segments(rest)
    words = rest.split()
    was = "was" if ended else "is"
    if named.split()[-1] in word_list("subjects"):
        included = "included" if ended else "includes"
        courses = rest.split(", ")
        named_so = all(course[:1].isupper() for course in courses)
        listed = rest if " and " in courses[-1] else join_and(courses)
        return Clause(
            Subject.OTHER, f"my {named} {included} {listed if named_so else lowered(listed)}"
        )
    if _is_title(words):
        return Clause(Subject.OTHER, f"my {named} {was} {rest}")
    if bare(words[0]) in word_list("asking"):
        return Clause(Subject.OTHER, f"my {named} {was} about {lowered(rest)}")
    if leading_verb(words) is not None:
        said = read_clause(segments[0].text, ended=ended)
        joined = (
            said if isinstance(said, Unread) else join_segments(said, segments[1:], ended=ended)
        )
        return joined if isinstance(joined, Unread) else replace(joined, front=f"for my {named}")
    about = "" if bare(words[0]) in ("a", "an", "the") else "about "
    return Clause(Subject.OTHER, f"my {named} {was} {about}{lowered(rest)}")


def _is_title(words: Sequence[str]) -> bool:
    """Tell whether words are a work's title: in italics, quotes or mostly with capitals."""
    if words[0][0] in f'"“‘{EMPHASIS_BEGINS}':
        return True
    content = [word for word in words[:6] if not is_small(bare(word))]
    return len(content) > 2 and all(word[0].isupper() for word in content)
