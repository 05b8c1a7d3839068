"""A bullet read into clauses that can be said in the first person.

A bullet has no subject. What stands in for it shows in its first words: a verb ("Led …"), a
person ("Lead author of …"), a state ("Responsible for …"), a thing ("Kotlin app for …"), a result
("$2M in savings …"), or a sentence of its own ("Falls went from nine to two"). Each kind has one
safe way to be said in the first person; where none is safe, there is a reason instead.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from lapel.letter.telling.chains import as_measure, chained, parted
from lapel.letter.telling.clauses import Clause, Subject, Unread
from lapel.letter.telling.completing import with_article
from lapel.letter.telling.finite import is_sentence
from lapel.letter.telling.joining import (
    is_done_with_thing,
    is_outcome,
    join_segments,
    split_segments,
)
from lapel.letter.telling.measures import read_went
from lapel.letter.telling.nouns import person_phrase
from lapel.letter.telling.tense import into_past, to_base
from lapel.letter.telling.tidying import LEANS, is_shouted, sentences_of, tidy, without_stop
from lapel.letter.telling.verbless import NO_VERB, is_change, read_verbless
from lapel.letter.telling.verbs import base_of, head_word, is_passive, leading_verb
from lapel.letter.telling.words import (
    bare,
    begun_small,
    counts,
    grammar,
    is_agent,
    is_counted_noun,
    is_in,
    is_number,
    keeps_capital,
    lowered,
)
from lapel.text.articles import article
from lapel.text.common import is_noun, is_plural, is_small
from lapel.text.plurals import join_and
from lapel.text.regexes import regex
from lapel.text.verbs import Form, forms_of

_LABEL = regex(r"^([A-Z][^:.;,!?\d]{1,45}):\s+(\S.*)$", re.DOTALL)
_DASHED = r"^(\w[^:;,!?]{1,45}?) (?:[-–—]|--) (\w.*)$"
_LONGEST_LABEL_WORDS = 4
_STRUNG = regex(r"[,;:–]| and ")
_PAIR = 2
_AFTERWARDS = frozenset({"later", "subsequently", "thereafter", "afterwards"})
"""What tells of an order that a letter does not keep."""
_BEING = ("am ", "was ")
_BY_ME = regex(r"\bby (?:me|us)\b")
_DATED = regex(r"^(?P<when>(?:In|By) (?:[A-Z][a-z]+ )?(?:19|20)\d\d) (?P<said>\w.*)$")
_FEWEST_WORDS = 2
_FEWEST_COUNTED = 3
_FIRST_PERSON = frozenset({"i", "i've", "i'm", "i'd"})
_OURS = frozenset({"we", "my", "our", "we've", "we're"})


def read_bullet(markdown: str, *, ended: bool) -> tuple[Clause, ...] | Unread:
    """The clauses of a bullet, one a sentence, or why it was not read.

    ``ended`` says that the role is over: a bullet in the present is then told in the past. A later
    sentence that cannot be said, or that only names a thing, is left out, unless it takes something
    back.
    """
    said = tidy(markdown)
    if is_shouted(said):
        return Unread("it is written in capitals, which hide its names")
    clauses: list[Clause] = []
    for number, sentence in enumerate(sentences_of(said)):
        words = sentence.split()
        if number and (is_outcome(words) or is_done_with_thing(words)):
            if is_outcome(words) and clauses and _takes_measure(clauses[-1]):
                came = f"{clauses[-1].text}, which {begun_small(without_stop(sentence))}"
                clauses[-1] = replace(clauses[-1], text=came)
            continue
        clause = _read_sentence(without_stop(sentence), ended=ended, first=number == 0)
        measure = as_measure(without_stop(sentence)) if clauses else None
        if measure and _takes_measure(clauses[-1]):
            clauses[-1] = replace(clauses[-1], text=f"{clauses[-1].text}, with {measure}")
        elif not isinstance(clause, Unread):
            if not clauses or clause.subject is not Subject.WORK:
                clauses.append(clause)
        elif not clauses or is_in(sentence.split(maxsplit=1)[0], "contrasts"):
            return clause
    return _paired(clauses) or Unread("it says nothing")


def _paired(clauses: Sequence[Clause]) -> tuple[Clause, ...]:
    """The clauses, what somebody was and did in one: "was a Lean champion and led 12 events"."""
    if len(clauses) != _PAIR:
        return tuple(clauses)
    first, second = clauses
    personal = first.subject is Subject.PERSON is second.subject
    was = personal and first.text.startswith(_BEING) and not second.text.startswith(_BEING)
    if not was or second.front or _STRUNG.search(first.text):
        return tuple(clauses)
    return (replace(first, text=f"{first.text} and {second.text}"),)


def _takes_measure(clause: Clause) -> bool:
    """Whether a clause can be told with what came of it: nothing was joined to it yet."""
    return clause.subject is not Subject.OTHER and not re.search(r";|, with ", clause.text)


def said_of_thing(markdown: str, *, ended: bool) -> str | None:
    """What a bullet says of a project: what it does ("parses bank statements"), what kind of
    program it is, or what was done with it ("was used by 11 harbors"); None for a deed.
    """
    text = without_stop(tidy(markdown))
    words = text.split()
    if len(words) < _FEWEST_WORDS or ";" in text:
        return None
    if leading_verb(words) is Form.THIRD and not is_in(words[0], "done_by_persons"):
        return begun_small(text)
    described = "-" in words[0] or keeps_capital(words[0])  # "Open-source recipe manager"
    kinds = ("programs", "programs_described") if described else ("programs",)
    if leading_verb(words) is None and any(is_in(head_word(words), kind) for kind in kinds):
        small = lowered(text)
        return f"{'was' if ended else 'is'} {article(small)} {small}"
    done = _thing_done(text, words)
    still = done is not None and not ended and is_in(words[0], "still_true")
    return done and f"{'is' if still else 'was'} {done}"


def _thing_done(text: str, words: Sequence[str]) -> str | None:
    if Form.PARTICIPLE not in forms_of(bare(words[0])):
        return None
    listed = is_in(words[0], "things_done") and is_in(words[1], "things_done_after")
    if not listed and not _is_done_by(words):
        return None
    return begun_small(text)


def _read_sentence(text: str, *, ended: bool, first: bool) -> Clause | Unread:
    if len(text.split()) < _FEWEST_WORDS and "-" not in text:
        return Unread("it says too little")
    labelled = _read_label(text, ended=ended) if first else None
    if labelled is not None:
        return labelled
    segments = split_segments(text)
    head = _read_clause(segments[0].text, ended=ended)
    if isinstance(head, Unread):
        return _read_after_colon(text, ended=ended) or head
    return join_segments(_strung(head), segments[1:], ended=ended)


def _strung(clause: Clause) -> Clause:
    """The clause with what follows its commas joined to it."""
    if clause.subject is Subject.PERSON:
        return replace(clause, text=chained(clause.text))
    return replace(clause, text=parted(clause.text)) if clause.subject is Subject.WORK else clause


def _read_label(text: str, *, ended: bool) -> Clause | Unread | None:
    """A bullet behind a label ("Team building: Hired …", "Thesis: …"); None where it has none."""
    found = _LABEL.match(text) or _named_before_dash(text)
    if found is None:
        return None
    label, rest = found.groups()
    words = label.split()
    topic = words[-1].casefold()
    named = _is_title(words) and leading_verb(rest.split()) is Form.PAST
    deed = leading_verb(words) is not None and len(words) > 2 and not named
    if len(words) > _LONGEST_LABEL_WORDS or deed:
        return None
    counted = counts(rest.split(maxsplit=1)[0]) and _read_figures(label, rest, ended=ended)
    if counted and len(words) > 1 and topic in grammar()["topics"]:
        return counted  # "Family reunion project: 64 applications"
    if topic in grammar()["topics"] or topic in grammar()["subjects"]:
        return _read_topic(label, rest, ended=ended)
    if leading_verb(words) is Form.GERUND and words[1:] and words[1][0].isupper():
        return Unread(NO_VERB)  # "Programming Languages: Java, Python"
    if is_in(topic, "my_own") and leading_verb(rest.split()) is not Form.PAST:
        listed = join_and(rest.split(", ")) if " and " not in rest else rest
        included = "included" if ended else "include"
        return Clause(Subject.OTHER, f"my {lowered(label)} {included} {lowered(listed)}")
    if leading_verb(rest.split()) is None and not _starts_personal(rest):
        return (
            _read_person(label, rest, ended=ended)
            or _read_count(label, rest, ended=ended)
            or _read_figures(label, rest, ended=ended)
        )
    said = _read_sentence(rest, ended=ended, first=False)
    if isinstance(said, Unread) or not any(keeps_capital(w) for w in words):
        return said
    front = f"for {label}" + (f", {said.front}" if said.front else "")
    return replace(said, front=front)


def _named_before_dash(text: str) -> re.Match[str] | None:
    """A name and what was done for it behind a dash ("Oxfam – Built …"); None for other texts."""
    found = re.match(_DASHED, text)
    rest = found[2].split() if found else []
    if found is None or not (leading_verb(rest) is Form.PAST or bare(rest[0]) == "lead"):
        return None
    words = found[1].split()
    named = all(word[0].isupper() or "." in word[:-1] for word in words)
    other = is_agent(words[-1]) or (len(words) == 1 and leading_verb(words) is not None)
    return found if named and not other and found[2][0].isupper() else None


def _read_count(label: str, rest: str, *, ended: bool) -> Clause | None:
    """What a label's figure says of it: "Safety: 1,100 days without a recordable"."""
    words = label.split()
    counts = is_number(rest) or bare(rest.split(maxsplit=1)[0]) in ("zero", "no")
    if not counts or any(map(keeps_capital, words)) or len(rest.split()) < _FEWEST_COUNTED:
        return None
    head = bare(words[-1])
    if is_plural(head) or (is_noun(head) and not is_counted_noun(head)) or head.endswith("ing"):
        return None
    return Clause(
        Subject.OTHER, f"the {lowered(label)} {'had' if ended else 'has'} {lowered(rest)}"
    )


def _read_person(label: str, rest: str, *, ended: bool) -> Clause | None:
    """A label that says what somebody was: "Quality lead: 14 SOPs rewritten, audits"."""
    person = person_phrase(label)
    if person is None or not any(map(is_number, rest.split())) or "(" in rest:
        return None
    return Clause(Subject.PERSON, f"{'was' if ended else 'am'} {person} ({lowered(rest)})")


def _read_figures(label: str, rest: str, *, ended: bool) -> Clause | None:
    """A label that names a thing of the work, with the figures it has: "Legal aid contract: no
    claims disallowed in 2 audits".
    """
    words = label.split()
    first = bare(rest.split(maxsplit=1)[0])
    figures = any(map(is_number, rest.split())) or first in ("zero", "no")
    if not figures or ";" in rest or "(" in rest or len(rest.split()) < _FEWEST_COUNTED:
        return None
    if is_in(words[-1], "no_work") or leading_verb(words) is Form.PAST:
        return None
    the = "the " if is_counted_noun(words[-1]) and not keeps_capital(words[-1]) else ""
    return Clause(
        Subject.WORK,
        f"{'included' if ended else 'includes'} {the}{lowered(label)} ({lowered(rest)})",
    )


def _read_topic(label: str, rest: str, *, ended: bool) -> Clause | Unread:
    """What a thesis, a capstone or courses were about."""
    named = label if label.isupper() else begun_small(label)
    segments = split_segments(rest)
    words = rest.split()
    was = "was" if ended else "is"
    if named.split()[-1] in grammar()["subjects"]:
        included = "included" if ended else "includes"
        courses = rest.split(", ")
        named_so = all(course[:1].isupper() for course in courses)
        listed = rest if " and " in courses[-1] else join_and(courses)
        return Clause(
            Subject.OTHER, f"my {named} {included} {listed if named_so else lowered(listed)}"
        )
    if _is_title(words):
        return Clause(Subject.OTHER, f"my {named} {was} {rest}")
    if bare(words[0]) in grammar()["asking"]:
        return Clause(Subject.OTHER, f"my {named} {was} about {lowered(rest)}")
    if leading_verb(words) is not None:
        said = _read_clause(segments[0].text, ended=ended)
        joined = (
            said if isinstance(said, Unread) else join_segments(said, segments[1:], ended=ended)
        )
        return joined if isinstance(joined, Unread) else replace(joined, front=f"for my {named}")
    about = "" if bare(words[0]) in ("a", "an", "the") else "about "
    return Clause(Subject.OTHER, f"my {named} {was} {about}{lowered(rest)}")


def _is_title(words: Sequence[str]) -> bool:
    """Whether words are a work's title: leaning, in quotes, or most of them with capitals."""
    if words[0][0] in f'"“‘{LEANS}':
        return True
    content = [word for word in words[:6] if not is_small(bare(word))]
    return len(content) > 2 and all(word[0].isupper() for word in content)


def _starts_personal(text: str) -> bool:
    return bare(text.split(maxsplit=1)[0]) in _FIRST_PERSON | _OURS


def _read_after_colon(text: str, *, ended: bool) -> Clause | None:
    """What stands behind a colon, where the words before it only set the scene."""
    before, colon, after = text.partition(": ")
    scene = before.split()
    if not colon or any(is_number(word) for word in scene) or any(map(keeps_capital, scene[1:])):
        return None
    words = after.split()
    if not is_sentence(words) and leading_verb(words) is not Form.PAST:
        return None
    said = _read_sentence(after, ended=ended, first=False)
    return None if isinstance(said, Unread) else said


def _read_clause(text: str, *, ended: bool) -> Clause | Unread:
    """The first clause of a bullet, by the kind of its first words."""
    words = text.split()
    if said := _read_said_so(text, words, ended=ended):
        return said
    if is_in(words[0], "relatives") and "," not in text:
        return _after_event(words) or Unread("it is no sentence by itself")
    fronted = _read_fronted(text, ended=ended)
    if fronted is not None:
        return fronted
    went = read_went(text, ended=ended)
    if went is not None:
        return went
    adverbs = _leading_adverbs(words)
    form = leading_verb(words[adverbs:])
    if form is Form.GERUND and is_change(words):
        form = None  # "Marketing spend reduced from …"
    if len(words) > _PAIR and form is Form.PAST and (is_outcome(words) or _is_of_work(words)):
        return Clause(Subject.WORK, begun_small(text))
    if form is not None:
        return _read_verb(text, adverbs, form, ended=ended)
    return read_verbless(text, ended=ended)


def _read_said_so(text: str, words: Sequence[str], *, ended: bool) -> Clause | Unread | None:
    """A clause that says by its first word whose it is, or refuses; None for any other."""
    first = bare(words[0])
    if _BY_ME.search(text):
        return Unread("it says of itself who did it")
    if first in _FIRST_PERSON and len(words) > 1:
        return _first_person(text)
    if first in _OURS:
        return Clause(Subject.OTHER, lowered(text))
    if first == "been" and len(words) > _PAIR:
        return Clause(Subject.PERSON, f"{'was' if ended else 'have been'} {' '.join(words[1:])}")
    if is_in(first, "refusing") and len(words) > _PAIR:
        said = is_in(first, "refused") or not ended
        return Clause(Subject.PERSON, begun_small(text)) if said else Unread(NO_VERB)
    return None


def _is_of_work(words: Sequence[str]) -> bool:
    """Whether a verb says what the work itself did: "Involved weekly trips", not "Involved in"."""
    return is_in(words[0], "done_by_work") and not is_in(words[1], "prepositions")


def _after_event(words: Sequence[str]) -> Clause | None:
    """A sentence behind what it came after, without a comma: "After the fire the river rose"."""
    if not is_in(words[0], "prepositions_too"):
        return None
    for index in range(2, len(words) - 1):
        begins = bare(words[index]) in ("the", "my", "our", "we", "i")
        before = [bare(word) for word in words[1:index]]
        if not begins or not is_sentence(words[index:]) or not is_noun(before[-1]):
            continue
        if any(is_in(word, "finite") or is_in(word, "personal") for word in before):
            return None
        front = lowered(" ".join(words[:index]))
        return Clause(Subject.OTHER, lowered(" ".join(words[index:])), front)
    return None


def _first_person(text: str) -> Clause:
    """A clause that says "I" itself."""
    first, _, rest = text.partition(" ")
    if "'" in first or "’" in first:
        return Clause(Subject.OTHER, text)
    return Clause(Subject.PERSON, rest)


def _leading_adverbs(words: Sequence[str]) -> int:
    """How many adverbs stand before the first verb ("Also", "Successfully"), 0 without a verb."""
    how = len(words) > _PAIR and is_in(words[0], "degrees") and is_in(words[1], "states")
    if how and is_in(words[2], "prepositions"):
        return 0  # "Highly trained in first aid"
    for index, word in enumerate(words[:3]):
        if index and leading_verb(words[index:]) is not None:
            return index
        says_how = bare(word).endswith("ly") and len(word) > 4 and not is_in(word, "rates_ly")
        of_some = not index and bare(word) in ("half", "both", "each", "most")
        if of_some or (not says_how and not is_in(word, "adverbs")):
            return 0
    return 0


def _read_fronted(text: str, *, ended: bool) -> Clause | Unread | None:
    """A clause behind words that set it in time or place: "In 2015, rebuilt …"."""
    words = text.split()
    first = bare(words[0])
    forms = forms_of(first)
    begins = (
        is_in(first, "prepositions")
        or first in ("to", "when", "once", "while", "because", "since")
        or (Form.GERUND in forms and not is_in(first, "prepositions"))
        or is_passive(words)
    )
    if not begins:
        return None
    if (dated := _DATED.match(text)) and leading_verb(dated["said"].split()) is Form.PAST:
        said = _read_clause(dated["said"], ended=ended)
        return said if isinstance(said, Unread) else replace(said, front=lowered(dated["when"]))
    for index, word in enumerate(words[:-1]):
        if not word.endswith(","):
            continue
        rest = words[index + 1 :]
        front = " ".join(words[: index + 1])[:-1]
        doing = Form.GERUND in forms and not is_in(first, "prepositions")
        if doing and (leading_verb(rest) is Form.BASE or _is_done_to_thing_before(rest)):
            return None
        if bare(rest[0]) in ("i", "we") or _begins_deed(rest, ended=ended):
            said = _read_clause(" ".join(rest), ended=ended)
        elif is_in(first, "prepositions") and is_sentence(rest) and leading_verb(rest) is None:
            said = Clause(Subject.OTHER, lowered(" ".join(rest)))
        else:
            continue
        if isinstance(said, Clause) and said.subject in (Subject.PERSON, Subject.OTHER):
            return replace(said, front=lowered(front))
    return None


def _is_done_to_thing_before(words: Sequence[str]) -> bool:
    """Whether a participle without object says something of a thing before it ("aimed at …")."""
    if len(words) < _FEWEST_WORDS or Form.PARTICIPLE not in forms_of(bare(words[0])):
        return False
    without = is_in(words[1], "prepositions") or bare(words[1]) == "to"
    return without and not is_in(base_of(bare(words[0])), "intransitive")


def _begins_deed(words: Sequence[str], *, ended: bool) -> bool:
    """Whether words after a comma are a deed and not one more of a list."""
    start = _leading_adverbs(words)
    form = leading_verb(words[start:])
    if form is Form.PAST:
        following = bare(words[start + 1]) if start + 1 < len(words) else ""
        return not (Form.PARTICIPLE in forms_of(bare(words[start])) and following in ("by", "from"))
    return form is Form.BASE and not ended


def _read_verb(text: str, adverbs: int, form: Form, *, ended: bool) -> Clause | Unread:
    """A clause that begins with a verb, with adverbs before it or none."""
    words = text.split()
    how = [lowered(word).rstrip(",") for word in words[:adverbs]]
    before = "".join(f"{word} " for word in how if word not in _AFTERWARDS)
    rest = words[adverbs:]
    deed = " ".join(rest)
    deed = begun_small(deed)
    deed = (
        re.sub(r"(?<=\w) own (?=\w)", " my own ", deed)
        if len(rest) > 1 and bare(rest[1]) == "own"
        else deed
    )
    if is_passive(rest):
        was = "am" if bare(rest[0]) in ("certified", "licensed") and not ended else "was"
        return Clause(Subject.PERSON, f"{was} {before}{deed}")
    if _ranks_a_group(rest):
        return Unread("it does not say who was ranked")
    if _names_the_boss(rest):
        return Unread("it says under whom, and no deed")
    if form is Form.PAST and _is_done_by(rest):
        if is_in(rest[0], "done_to_persons"):
            return Clause(Subject.PERSON, f"was {before}{deed}")
        return Unread("it does not say what this was done with")
    deed = with_article(deed)
    if form is Form.PAST:
        return Clause(Subject.PERSON, before + deed)
    if form is Form.PARTICIPLE:
        done = len(rest) > 1 and (is_in(rest[1], "objects") or is_number(rest[1]))
        return Clause(Subject.PERSON, f"have {before}{deed}") if done else Unread(NO_VERB)
    if form is Form.GERUND:
        return _read_doing(before, deed, ended=ended)
    return _read_present(before, deed, form, ended=ended)


def _read_doing(before: str, deed: str, *, ended: bool) -> Clause:
    """A deed told as doing, which goes on or which the work includes."""
    before = before.replace("currently ", "") if ended else before
    if before:
        return Clause(Subject.PERSON, f"{'was' if ended else 'am'} {before}{deed}")
    return Clause(Subject.WORK, f"{'included' if ended else 'includes'} {_listed(deed)}")


def _listed(deed: str) -> str:
    """Doings with nothing but commas between them, as a list: "billing, archiving, bundles"."""
    parts = deed.split(", ")
    short = len(parts) > _PAIR and all(len(part.split()) <= _PAIR for part in parts)
    return join_and(parts) if short and "and " not in parts[-1] else deed


def _read_present(before: str, deed: str, form: Form, *, ended: bool) -> Clause | Unread:
    """A deed told in the present; of a role that is over it is told in the past."""
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


def _is_done_by(words: Sequence[str]) -> bool:
    """Whether a participle says what others did with something unsaid ("Used by 11 harbors")."""
    if len(words) < 3 or bare(words[1]) != "by" or is_number(words[2]):
        return False
    if is_in(words[2], "prepositions"):  # "Got by on 31 inches"
        return False
    if Form.PARTICIPLE not in forms_of(bare(words[0])) or is_in(words[2], "by_measure"):
        return False
    return Form.GERUND not in forms_of(bare(words[2]))


def _names_the_boss(words: Sequence[str]) -> bool:
    """Whether words say to whom somebody reports, and nothing more ("Reports to VP Design")."""
    if len(words) < 3 or bare(words[0]) not in ("report", "reports", "reported"):
        return False
    return bare(words[1]) == "to" and (words[2].isupper() or is_agent(head_word(words[2:])))


def _ranks_a_group(words: Sequence[str]) -> bool:
    return bare(words[0]) in ("ranked", "placed", "rated") and any(
        bare(word) in grammar()["groups"] for word in words[1:7]
    )
