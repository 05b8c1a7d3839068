"""The verb of words that begin with their subject: whether they are a sentence."""

from collections.abc import Collection, Sequence

from lapel.letter.english.vocabulary import word_list
from lapel.letter.english.words import bare, counts, is_agent, is_in, is_number
from lapel.text.common import is_noun, is_plural
from lapel.text.numbers import YEAR
from lapel.text.regexes import regex
from lapel.text.verbs import Form, forms_of, is_noun_too, read_verb

_NO_OBJECTS = ("up to", "first time", "first attempt", "first try", "first go")
_STILL = ("now", "still", "also", "longer")


def is_sentence(words: Sequence[str]) -> bool:
    """Tell whether words that begin with no verb are a sentence with its own subject and verb."""
    return main_verb(words) is not None


def main_verb(words: Sequence[str]) -> int | None:
    """Return the position of the verb that a subject at the beginning has, else None."""
    clauses, commas, brackets = 0, 0, 0
    for index, word in enumerate(words):
        brackets += word.count("(")
        inside, brackets = brackets > 0, brackets - word.count(")")
        if inside:
            continue
        spelled = bare(word)
        if spelled in _CONTRACTED and not clauses and commas != 1:
            return index
        if index and _opens_clause(words, index):
            clauses += 1
        elif index and _is_finite(words, index) and not _is_after_auxiliary(words, index):
            if clauses:
                clauses -= 1
            elif not commas or (commas > 1 and _is_behind_comma(words, index)):
                return index
        commas += word.endswith(",")
        if word.endswith((":", ";")):
            return None
    return None


def _is_behind_comma(words: Sequence[str], index: int) -> bool:
    """Tell whether only adverbs and auxiliaries are between a comma and a word.

    In "…, held monthly, now draw 60" that is so; in "…, graphed weekly, groups shuffled" the verb
    has a subject of its own.
    """
    while index and not words[index - 1].endswith(","):
        index -= 1
        if not is_in(words[index], "adverbs") and not is_in(words[index], "finite"):
            return False
    return index > 0


def may_be_sentence(words: Sequence[str]) -> bool:
    """Tell whether some word could be the verb of a sentence, although nothing makes it certain."""
    for index in range(1, len(words)):
        forms = forms_of(bare(words[index]))
        ends = index + 1 == len(words) or words[index][-1] in ",;"
        of_verb = Form.PARTICIPLE in forms and _is_after_auxiliary(words, index)  # "is pinned up"
        if (
            Form.PAST in forms
            and not of_verb
            and (ends or not is_in(words[index + 1], "prepositions"))
        ):
            return bare(words[index - 1]) not in word_list("before_nouns")
        if forms & {Form.BASE, Form.THIRD} and bare(words[index - 1]) in _STILL:
            return True
        if (
            Form.BASE in forms
            and not is_noun_too(bare(words[index]))
            and bare(words[index]) != "even"
            and (is_plural(bare(words[index - 1])) or bare(words[index - 1]) == "them")
        ):
            return True
    return False


_CONTRACTED = frozenset({"it's", "there's", "that's", "i'm", "we're", "they're", "i've", "we've"})


def _opens_clause(words: Sequence[str], index: int) -> bool:
    """Tell whether a clause with a verb of its own begins at a word ("who …", "what …", "it …")."""
    spelled = bare(words[index])
    then = (
        index + 2 if bare((*words, "")[index + 1]) == "else" else index + 1
    )  # "nobody else writes"
    following = words[then] if then < len(words) else ""
    if is_in(spelled, "prepositions_too"):
        return _begins_clause(words, index + 1)
    if is_in(spelled, "relatives"):
        return True
    if spelled == "way":  # "the way the app explains it"
        return is_in(following, "objects") or is_in(following, "personal")
    if not is_in(spelled, "personal"):
        return False
    before = bare(words[index - 1])
    if is_in(before, "relatives") or before in ("and", "but", "or"):
        return False
    verb = bool(forms_of(bare(following))) or (is_plural(before) and is_in(following, "finite"))
    return verb and not is_in(before, "prepositions")


def _begins_clause(words: Sequence[str], index: int) -> bool:
    """Tell whether a subject follows "after" and the like, not a time such as "one year"."""
    subject, then = [*words[index : index + 2], "", ""][:2]
    lasting = counts(subject) and is_in(bare(then).removesuffix("s"), "rates")
    return is_in(subject, "personal") or (is_in(subject, "objects") and not lasting)


def _is_after_auxiliary(words: Sequence[str], index: int) -> bool:
    """Tell whether a participle belongs to an auxiliary before it ("are now posted")."""
    before = [bare(word) for word in words[max(0, index - 2) : index]]
    return not is_in(bare(words[index]), "finite") and any(is_in(word, "finite") for word in before)


def _is_finite(words: Sequence[str], index: int) -> bool:
    """Tell whether the word at ``index`` is a finite verb, with its subject before it."""
    spelled = bare(words[index])
    if is_in(spelled, "finite"):
        before = words[index - 1]
        of_time = (spelled == "am" and is_number(before)) or words[index].startswith("May")
        of_time = of_time or (spelled in ("do", "have") and bare(before) == "to")  # "to have"
        return not (of_time or (spelled in ("can", "will") and is_in(before, "prepositions")))
    forms = forms_of(spelled)
    if (
        not forms
        or "-" in spelled
        or spelled in ("times", "over", "under", "aged")
        or words[index].istitle()  # a name, or what begins another sentence
        or bare(words[index - 1]) in word_list("before_nouns")
        or (
            Form.PARTICIPLE in forms and is_in(words[index - 1], "prepositions")
        )  # "on spiked beer"
    ):
        return False
    if Form.THIRD in forms and (_is_after_infinitive(words, index) or _is_counted(words, index)):
        return False  # "to settle claims", "with two vets"
    if Form.THIRD in forms and words[index][-1] in ",;:" and not is_in(spelled, "surely_third"):
        return False  # "Boiler logs, every four hours"
    if index == 1 and _are_things(words, forms):
        return False
    takes_object = has_object(words, index) and not _describes_counted(words, index)
    subject = is_in(words[index - 1], "personal") or _is_behind_who(words, index)
    if Form.PAST in forms and is_plural(bare(words[index - 1])) and _is_for_me(words, index):
        return True
    if Form.PAST in forms and Form.PARTICIPLE not in forms:
        return Form.BASE not in forms or spelled in ("fell", "lay") or subject or takes_object
    if Form.PAST in forms:
        base = read_verb(spelled)[0].verb.base
        alone = is_in(base, "done_to_nothing") or (
            words[0].endswith("%")
            and is_plural(bare(words[index - 1]))
            and is_in(base, "succeeding")
        )
        changes = is_in(spelled, "changes") and says_change(words, index)
        return alone or subject or changes or takes_object or _is_got(words, index)
    if Form.THIRD in forms:
        noun = any(reading.verb.is_noun for reading in read_verb(spelled))
        there = bare((*words, "")[index + 1]) in ("there", "here")  # "a friend … works there"
        return not noun or is_in(spelled, "surely_third") or takes_object or subject or there
    persons = is_agent(bare(words[0]).removesuffix("s")) and is_plural(bare(words[0]))
    verb_before = index == 1 and bool(forms_of(bare(words[0]))) and not persons
    plural = is_plural(bare(words[index - 1])) and words[index - 1][-1] not in ",;"
    plural = plural and not verb_before
    to_me = is_in(spelled, "intransitive") and _is_for_me(words, index)
    share = words[index - 1].endswith("%") and not is_noun_too(spelled)  # "70% come back"
    return Form.BASE in forms and (subject or share or ((takes_object or to_me) and plural))


def _is_behind_who(words: Sequence[str], index: int) -> bool:
    """Tell whether a word follows "who", with adverbs between: "who never talked in class"."""
    while index and is_in(words[index - 1], "adverbs"):
        index -= 1
    return index > 0 and bare(words[index - 1]) == "who"


def _is_counted(words: Sequence[str], index: int) -> bool:
    """Tell whether a number before a word says how many there are of it."""
    compound = index > 1 and "-" in words[index - 1]  # "six sit-stand consoles"
    before = words[index - 2 if compound else index - 1]
    return counts(before) and before[-1] not in ",;)" and not _YEARS.match(bare(before))


def _describes_counted(words: Sequence[str], index: int) -> bool:
    """Tell whether a past is between a number and what it counts ("310 managed properties")."""
    certain = is_in(words[index + 1], "objects") or is_number(words[index + 1])
    return _is_counted(words, index) and not certain


def _is_got(words: Sequence[str], index: int) -> bool:
    """Tell whether a word is "got", but not as in "permits got from the office"."""
    following = words[index + 1] if index + 1 < len(words) else ""
    return bare(words[index]) == "got" and not is_in(following, "prepositions")


def _are_things(words: Sequence[str], forms: Collection[Form]) -> bool:
    """Tell whether the second word, which could be a verb, is a thing like the first.

    It is in "3 rejected loads", and in "press checks at three", where no object follows.
    """
    if counts(words[0]):
        return is_plural(bare(words[-1 if len(words) < 3 else 2]))
    following = bare(words[2]) if len(words) > 2 else ""
    said = is_in(following, "prepositions") or following in ("every", "each")
    thing = is_noun(bare(words[0])) and not is_plural(bare(words[0]))
    return Form.THIRD in forms and said and thing and is_plural(bare(words[1]))


def _is_for_me(words: Sequence[str], index: int) -> bool:
    """Tell whether a verb is done for or to the writer ("asked for me", "report to me")."""
    return index + 2 < len(words) and bare(words[index + 2]) in ("me", "us")


_YEARS = regex(rf"{YEAR}\b(?![,.]\d)")


def _is_after_infinitive(words: Sequence[str], index: int) -> bool:
    """Tell whether a word is the object of an infinitive ("to settle claims")."""
    before = [bare(word) for word in words[max(0, index - 2) : index]]
    return len(before) > 1 and before[0] == "to" and Form.BASE in forms_of(before[1])


def has_object(words: Sequence[str], index: int) -> bool:
    """Tell whether what follows a word can only be its object."""
    if index + 1 >= len(words) or words[index][-1] in ",;:" or words[index + 1][0] == "(":
        return False
    following = bare(words[index + 1])
    if is_in(following, "prepositions") or following.endswith("ly") or is_rate(words, index + 1):
        return False
    then = " ".join(map(bare, words[index + 1 : index + 3]))
    if then in _NO_OBJECTS or bare((*words, "", "")[index + 2]) in ("x", "×", "times"):
        return False  # "schemes up to 450 plots", "passed first time", "tests 4 x daily"
    forms = forms_of(bare(words[index]))
    infinitive = index > 1 and bare(words[index - 2]) == "to"
    plain = Form.PAST in forms and (is_noun(following) and not is_in(following, "rates"))
    if _YEARS.match(following):
        return False
    certain = is_in(following, "objects") and not is_in(following, "relatives")
    return (
        certain
        or is_number(words[index + 1])
        or (
            not infinitive and not is_in(following, "relatives") and (is_plural(following) or plain)
        )
    )


def is_rate(words: Sequence[str], index: int) -> bool:
    """Tell whether a rate begins at ``index`` ("a day", "each week")."""
    return (
        index + 1 < len(words)
        and bare(words[index]) in ("a", "an", "each", "every", "per")
        and (is_in(words[index + 1], "rates") or is_in(words[index + 1], "weekdays"))
    )


def span_of(words: Sequence[str]) -> int | None:
    """Return the position of "from" in "from 118 to 97", "from seven taps to three", else None."""
    for index in range(2, len(words) - 3):
        unit = counts(words[index + 1]) and bare(words[index + 2]) != "to"
        to = index + 3 if unit else index + 2
        ends = to + 1 < len(words) and counts(words[index + 1]) and counts(words[to + 1])
        if bare(words[index]) == "from" and bare(words[to]) == "to" and ends:
            return index
    return None


def says_change(words: Sequence[str], index: int) -> bool:
    """Tell whether a verb of change is followed by a measure, a way, an object, or nothing."""
    if index + 1 == len(words) or words[index][-1] in ",;:":
        return True
    following = bare(words[index + 1])
    return (
        is_number(words[index + 1])
        or is_in(following, "after_change")
        or following.endswith("ly")
        or is_in(following, "objects")
    )
