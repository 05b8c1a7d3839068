"""Forms of words in a text: which form a verb has, and the same text in another."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from lapel.letter.english.vocabulary import word_list
from lapel.letter.english.words import bare
from lapel.text.regexes import regex
from lapel.text.verbs import Form, forms_of, inflect, is_noun_too
from lapel.text.words import fold_text

_TOKEN = regex(r"[^\W_]+(?:[.'’&/-][^\W_]+)*")
_FINITE = word_list("finite_forms")
_LINKS = word_list("links")
_SINGULAR_ENDS = ("ss", "us", "is", "ics", "news", "series", "species", "'s", "’s")


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case, contractions and hyphenated words whole."""
    return tuple(fold_text(found.group()) for found in _TOKEN.finditer(text))


def is_gerund(word: str) -> bool:
    """Tell whether a word is the -ing form of a verb."""
    lower = word.casefold()
    known = lower in ("being", "having") or Form.GERUND in forms_of(word)
    return lower.endswith("ing") and lower != "evening" and known


def is_past(word: str) -> bool:
    """Tell whether a word is a verb's past form and hardly anything else."""
    forms = forms_of(word)
    return Form.PAST in forms and (
        Form.BASE not in forms or word.casefold() in ("read", "cut", "put", "saw", "found", "felt")
    )


def is_participle(words: Sequence[str]) -> bool:
    """Tell whether a participle and what goes with it begin a phrase: "tied up astern"."""
    follows = words[1:2] and words[1] in _LINKS
    return bool(follows) and is_past(words[0]) and Form.PARTICIPLE in forms_of(words[0])


def is_verb_only(word: str) -> bool:
    """Tell whether a word is a verb in any position: "ran", "is", and no noun or adjective."""
    forms = forms_of(word)
    return word in _FINITE or (Form.PAST in forms and not forms & {Form.PARTICIPLE, Form.BASE})


def is_base(word: str) -> bool:
    """Tell whether a word is a verb in its base form."""
    return word.casefold() in ("be", "have", "do") or Form.BASE in forms_of(word)


def is_third(word: str) -> bool:
    """Tell whether a word is a verb's form after "she"."""
    return word.casefold() in ("is", "has", "does") or Form.THIRD in forms_of(word)


def is_gerund_phrase(text: str) -> bool:
    """Tell whether a text is a verb phrase that begins with a gerund: "building a team".

    "Marketing experience" is a noun phrase.
    """
    words = words_of(text)
    if words and words[0].endswith("ly") and len(words) > 1:
        words = words[1:]
    if not words or not is_gerund(words[0]):
        return False
    if len(words) == 1:
        return words[0] not in word_list("nominal")
    if words[1] in ("and", "or", "but") and len(words) > 2:
        return is_gerund_phrase(" ".join(words[2:])) or (
            is_gerund(words[2]) and words[0] not in word_list("nominal")
        )
    if words[0] not in word_list("nominal"):
        return True
    objective = words[1] in word_list("determiners") - {"in", "at", "for", "with", "from", "to"}
    taught = words[1] in word_list("people") and is_plural(words[1])
    taught = taught or words[1].endswith(("ers", "ors", "ists", "dets"))
    return objective or taught or words[1][0].isdigit()


def to_base(phrase: str) -> str:
    """Turn a gerund phrase into a verb phrase: "building a team" into "build a team"."""
    return _reformed(phrase, Form.BASE)


def to_gerund(phrase: str) -> str | None:
    """Turn a verb phrase into a gerund phrase; None where it is unclear which words to change."""
    words = phrase.split()
    if not words or not is_base(bare(words[0])):
        return None
    for before, word in pairwise(words):
        joined = bare(before) in ("and", "or", "then")
        if joined and is_base(bare(word)) and is_noun_too(bare(word)):
            return None
    return _reformed(phrase, Form.GERUND)


def _reformed(phrase: str, form: Form) -> str:
    """Return a verb phrase with its verb, and the verbs joined to it, in another form."""
    has = is_gerund if form is Form.BASE else is_base
    nominal = word_list("nominal") if form is Form.BASE else frozenset()
    words = phrase.split()
    ends = (bare(b) for a, b in pairwise(words) if bare(a) in ("and", "or"))
    listed = form is not Form.BASE or any(map(has, ends))  # or "keeping books, using a ledger"
    changed = []
    changing = chained = True
    for index, word in enumerate(words):
        spelled = bare(word)
        before = words[index - 1] if index else ""
        first = index == 0 or (index == 1 and bare(before).endswith("ly"))
        joined = bare(before) in ("and", "or", "but", "then", "not") or (
            listed and before.endswith(",") and index < 6
        )
        next_word = bare(words[index + 1]) if index + 1 < len(words) else ""
        verbal = spelled not in nominal or next_word in word_list("determiners")
        verbal = verbal and spelled not in _LINKS
        chained = chained and (
            has(spelled) or spelled in ("and", "or", "then") or spelled.endswith("ly")
        )
        then = bare(words[index + 2]) if index + 2 < len(words) else ""
        goes_on = next_word not in _LINKS or (next_word == "to" and is_base(then))
        verbal = verbal and (chained or (bool(next_word) and goes_on))
        if changing and has(spelled) and (first or (joined and verbal)):
            changed.append(_with_form(word, form))
        else:
            changed.append(word)
        if spelled in word_list("subordinators") and spelled != "to":
            changing = False
    return " ".join(changed)


def _with_form(word: str, form: Form) -> str:
    spelled = bare(word)
    return word.casefold().replace(spelled, verb_form(spelled, form), 1)


def verb_form(word: str, form: Form) -> str:
    """Return a verb in another form; "being" is "be" and "am" the base of neither."""
    if word in ("be", "being", "am", "is", "are"):
        return {Form.BASE: "be", Form.GERUND: "being", Form.PAST: "was", Form.THIRD: "is"}.get(
            form, "been"
        )
    return inflect(word, form) or word


def is_plural(phrase: str) -> bool:
    """Tell whether a noun phrase takes "are": by its head, or two heads with "and"."""
    head = head_phrase(phrase)
    words = words_of(head)
    if not words:
        return False
    if "and" in words[1:-1]:
        return True
    last = words[-1]
    if head.split()[-1].strip(".,").isupper():
        return False  # "DBS"
    if last in ("people", "children", "grandchildren", "women", "men"):
        return True
    return last.endswith("s") and not last.endswith(_SINGULAR_ENDS)


def head_phrase(phrase: str) -> str:
    """Return a noun phrase up to a preposition or clause: "your work" of "your work in care"."""
    kept = []
    for index, word in enumerate(phrase.split()):
        spelled = bare(word)
        if index and (
            spelled in _LINKS or (is_past(spelled) and spelled.endswith("ed") and index > 1)
        ):
            break
        kept.append(word)
        if word.endswith((",", ";", ":")) or word.startswith("("):
            break
    return " ".join(kept).rstrip(",;:(")


def head_noun(phrase: str) -> str:
    """Return the noun that a noun phrase turns on: "work" of "your work in care", "" for none."""
    return ("", *words_of(head_phrase(phrase)))[-1]
