"""A deed in another form, with every verb that goes with its first one."""

from collections.abc import Sequence

from lapel.letter.english.verbs import leading_verb
from lapel.letter.english.words import bare, is_in, is_number
from lapel.text.common import is_adjective, is_counted, is_plural
from lapel.text.verbs import Form, forms_of, inflect, read_verb

_JOINTS = frozenset({"and", "or", "then", "&"})


def into_past(text: str) -> str | None:
    """Put a deed in its base form ("Lead and coach …") into the past.

    Return None if it is not certain which words are verbs.
    """
    words = text.split()
    verbs, _ = _verbs(words, Form.BASE)
    joined = (
        i
        for i in range(1, len(words))
        if i not in verbs and _is_joined(words, i) and not words[i][0].isupper()
    )
    if any(Form.BASE in forms_of(bare(words[index])) for index in joined):
        return None
    return _changed(words, verbs, Form.PAST)


def into_participle(text: str) -> str | None:
    """Put a past deed ("Hired and trained …") into the form that follows "have".

    Return None if it is not certain which words are verbs.
    """
    words = text.split()
    verbs, _ = _verbs(words, Form.PAST)
    for index in range(1, len(words)):
        forms = forms_of(bare(words[index]))
        past = Form.PAST in forms and Form.PARTICIPLE not in forms
        if past and index not in verbs and _is_joined(words, index):
            return None  # "built it and wrote …": whose verb it is is not certain
    return _changed(words, verbs, Form.PARTICIPLE)


def to_base(text: str) -> str | None:
    """Put a deed in the third person ("Leads and coaches …") into the base form, or return None."""
    words = text.split()
    return _changed(words, _verbs(words, Form.THIRD)[0], Form.BASE)


def to_gerund(text: str, form: Form) -> str | None:
    """Return a deed in its base form or the third person as "leading and coaching …".

    The text ends before a word that may be a verb or a noun ("nurses and support staff"); None if
    that would cut a noun phrase in two ("review inspection and test plans").
    """
    words = text.split()
    verbs, doubtful = _verbs(words, form)
    changed = _changed(words, verbs, Form.GERUND)
    if changed is None or doubtful is None:
        return changed
    end = _end_of_things(words[: doubtful - 1], verbs[-1] + 1)
    return " ".join(changed.split()[:end]).rstrip(",") if end else None


def _end_of_things(words: Sequence[str], start: int) -> int | None:
    """Return where the things from ``start`` on end that surely are whole, None if none is.

    What is before an "and" may belong to the noun behind it: "statements and inspection | and test
    plans".
    """
    joint = next((i for i in range(start + 1, len(words)) if bare(words[i]) in _JOINTS), None)
    if joint is not None:
        return joint
    last = bare(words[-1])
    owned = any(is_in(word, "determining") for word in words[start:])
    whole = owned or is_plural(last) or not is_counted(last)
    return len(words) if whole else None


def _verbs(words: Sequence[str], form: Form) -> tuple[tuple[int, ...], int | None]:
    """Return the positions of a deed's verbs, and the first that may be a verb or a noun."""
    places = list(_verb_list(words, form))
    for index in range(places[-1] + 1, len(words)):
        if not _is_joined(words, index) or form not in forms_of(bare(words[index])):
            continue
        since = words[places[-1] + 1 : index]
        if words[index][0].isupper() or _has_infinitive(since):
            continue
        certain = _is_certain(words, index, form)
        if certain:
            places.append(index)
        elif (
            certain is None
            and form is Form.BASE
            and not _is_in_list(since)
            and _begins(words[index])
        ):
            return tuple(places), index
    return tuple(places), None


def _begins(word: str) -> bool:
    """Tell whether a word that could be a noun is one that duties begin with: not "weather"."""
    return is_in(word, "opening_verbs") or is_in(word, "surely_base")


def _is_certain(words: Sequence[str], index: int, form: Form) -> bool | None:
    """Tell whether a word after "and" or a comma is a verb; None where it could be either."""
    spelled = bare(words[index])
    noun = any(r.verb.is_noun for r in read_verb(spelled) if r.form is form)
    if not noun and not is_adjective(spelled):
        return True
    if index + 1 == len(words) or words[index][-1] in ",;.":
        return False
    if is_in(words[index + 1], "objects") or is_number(words[index + 1]):
        return True
    if is_in(inflect(spelled, Form.BASE) or "", "surely_base"):
        return leading_verb(words[index:]) is form
    if bare(words[index + 1]) in _JOINTS and index + 2 < len(words):
        other = read_verb(bare(words[index + 2]))
        return any(r.form is form for r in other) and not any(r.verb.is_noun for r in other)
    if bare(words[index - 1]) not in _JOINTS:
        return False
    if is_in(words[index + 1], "prepositions") or bare(words[index + 1]) == "to":
        return leading_verb(words[index:]) is form
    return None


def _is_in_list(since: Sequence[str]) -> bool:
    """Tell whether what is before a last "and" is a list of things.

    Its last comma may be a clause's ("…, and keep records").
    """
    commas = [index for index, word in enumerate(since) if word.endswith(",")]
    return bool(commas) and (len(commas) > 1 or commas[-1] != len(since) - 2)


def _has_infinitive(words: Sequence[str]) -> bool:
    """Tell whether there is an infinitive among the words, to which a joined verb may belong."""
    return any(
        bare(word) == "to"
        and index + 1 < len(words)
        and Form.BASE in forms_of(bare(words[index + 1]))
        for index, word in enumerate(words)
    )


def _verb_list(words: Sequence[str], form: Form) -> tuple[int, ...]:
    """Return the positions of a deed's first verbs: "Hire, coach and develop engineers"."""
    places = [0]
    index = 0
    while index + 1 < len(words):
        comma = words[index].endswith(",")
        joint = bare(words[index + 1]) in _JOINTS
        following = index + (2 if joint else 1)
        if not (comma or joint) or following >= len(words):
            break
        if form not in forms_of(bare(words[following])):
            break
        places.append(following)
        index = following
    return tuple(places)


def _is_joined(words: Sequence[str], index: int) -> bool:
    before = words[index - 1]
    return before.endswith((",", ";")) or bare(before) in _JOINTS


def _changed(words: Sequence[str], places: Sequence[int], form: Form) -> str | None:
    changed = list(words)
    for place in places:
        other = inflect(bare(words[place]), form)
        if other is None:
            return None
        changed[place] = other + words[place][len(words[place].rstrip(",;")) :]
    return " ".join(changed)
