"""A deed in another tense, with every verb that goes with its first one."""

from lapel.letter.telling.verbs import leading_verb
from lapel.letter.telling.words import bare
from lapel.text.verbs import Form, forms_of, inflect, is_noun_too

_JOINTS = frozenset({"and", "or", "then"})


def into_past(text: str) -> str | None:
    """A deed told in its base form ("Lead and coach …") in the past, None where it is not certain
    which of its words are verbs.
    """
    words = text.split()
    places = [0]
    for index in range(1, len(words)):
        if not _is_joined(words, index) or Form.BASE not in forms_of(bare(words[index])):
            continue
        if is_noun_too(bare(words[index])):
            return None
        places.append(index)
    return _changed(words, places, Form.PAST)


def to_base(text: str) -> str | None:
    """A deed told of a third person ("Leads and coaches …") in the base form."""
    words = text.split()
    joined = (index for index in range(1, len(words)) if _is_joined(words, index))
    places = [0, *(index for index in joined if leading_verb(words[index:]) is Form.THIRD)]
    return _changed(words, places, Form.BASE)


def _is_joined(words: list[str], index: int) -> bool:
    before = words[index - 1]
    return before.endswith((",", ";")) or bare(before) in _JOINTS


def _changed(words: list[str], places: list[int], form: Form) -> str | None:
    changed = list(words)
    for place in places:
        core = bare(words[place])
        other = inflect(core, form)
        if other is None:
            return None
        tail = words[place][len(words[place].rstrip(",;")) :]
        changed[place] = other + tail
    return " ".join(changed)
