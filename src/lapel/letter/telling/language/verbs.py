"""The verb that a bullet begins with: whether its first word heads a deed."""

from collections.abc import Sequence

from lapel.letter.telling.language.finite import (
    is_rate,
    is_sentence,
    main_verb,
    says_change,
    span_of,
)
from lapel.letter.telling.language.words import (
    bare,
    counts,
    grammar,
    is_agent,
    is_counted_noun,
    is_in,
    is_number,
)
from lapel.text.common import is_adjective, is_counted, is_noun, is_plural
from lapel.text.verbs import Form, forms_of, is_noun_too, read_verb

_FEWEST_BESIDE = 3
_SO_OFTEN = frozenset({"times", "years", "seasons", "terms", "months"})


def leading_verb(words: Sequence[str]) -> Form | None:
    """The form of the verb that the words begin with, None where their first word is none.

    The past is found before the base form ("set", "read"), and a word that could be a noun
    ("lead", "review", "reports") is a verb only where an object follows.
    """
    if not words or _is_initialism(words[0]) or _is_name_of_thing(words) or _tells_course(words):
        return None
    first = bare(words[0])
    forms = forms_of(first)
    if (not forms and _is_unknown_past(words)) or _is_compound_past(words):
        return Form.PAST
    if not forms or (not words[0][-1].isalnum() and not _in_list(words)):
        return None
    if is_in(first, "prepositions") or (Form.GERUND in forms and _names_by_doing(words)):
        return None
    if _is_hyphened(first) and not _has_sure_object(words):
        return None
    if Form.PAST in forms:
        return None if _only_describes(words) or _is_noun_of(words, forms) else Form.PAST
    if Form.BASE in forms:
        return Form.BASE if _is_deed(words, Form.BASE) else None
    if Form.THIRD in forms:
        return Form.THIRD if _is_deed(words, Form.THIRD) else None
    if Form.PARTICIPLE in forms:
        return Form.PARTICIPLE
    return Form.GERUND


def _tells_course(words: Sequence[str]) -> bool:
    """Whether words begin with a thing whose course a verb that nobody does to it tells: "missed
    appointments in the group fell from 31 to 12", "muster time went …".
    """
    if not any(is_in(word, "went") for word in words[2:]):
        return False
    verb = main_verb(words)
    if verb is None or verb < 2 or not is_in(words[verb], "went"):
        return False
    parted = any(word.endswith(",") or bare(word) in ("and", "or") for word in words[:verb])
    return not parted and any(map(counts, words[verb + 1 : verb + 4]))


def _is_name_of_thing(words: Sequence[str]) -> bool:
    """Whether a verb without object is a name, by the noun behind it ("Go tool", "React app")."""
    if len(words) < 2 or not is_in(words[0], "names_too") or not words[0][0].isupper():
        return False
    noun = is_noun(bare(words[1])) or bare(words[1]).endswith(("er", "ers"))
    return words[1].isupper() or (noun and not is_in(words[1], "objects"))


def may_be_pair(words: Sequence[str]) -> bool:
    """Whether words begin with what can be two nouns as well as a verb and its bare object."""
    both = len(words) > 1 and is_noun_too(bare(words[0])) and is_noun(bare(words[1]))
    certain = both and (is_in(words[0], "surely_base") or _is_certain(words[1]))
    return both and not certain and Form.PAST not in forms_of(bare(words[0]))


def _is_initialism(word: str) -> bool:
    """Whether a word is written in capitals, as no verb is ("RECOVER certified")."""
    letters = [letter for letter in word if letter.isalpha()]
    return len(letters) > 1 and "".join(letters).isupper()


def _is_unknown_past(words: Sequence[str]) -> bool:
    """Whether an unknown word in -ed has its object or is joined to a deed ("Prepped 40 trays",
    "Prepped and recovered 5 to 7 spays").
    """
    first = bare(words[0])
    if len(words) < 3 or not first.endswith("ed") or is_noun(first) or is_adjective(first):
        return False
    joined = bare(words[1]) == "and" and leading_verb(words[2:]) is Form.PAST
    return joined or (words[0].isalpha() and _is_certain(words[1]))


def _is_compound_past(words: Sequence[str]) -> bool:
    """Whether a past has its first half before it: "Cold called 60 leads a day"."""
    half = len(words) > 2 and is_in(words[0], "compounding")
    return half and Form.PAST in forms_of(bare(words[1])) and _is_certain(words[2])


def _is_noun_of(words: Sequence[str], forms: frozenset[Form]) -> bool:
    """Whether "of" or "per" makes a noun of a past like its base form ("read of", "cost per"), or
    any noun behind a word that is hardly ever a verb ("crew housing", "cost overruns").
    """
    if Form.BASE not in forms or len(words) < 2:
        return False
    rarely = is_in(words[0], "rarely_verbs") and not _is_certain(words[1])
    return rarely or bare(words[1]) in ("of", "per")


def _names_by_doing(words: Sequence[str]) -> bool:
    """Whether a gerund belongs to a person's title or a thing's name ("Teaching assistant",
    "Feeding plan").
    """
    if len(words) < 2:
        return False
    if len(words) > 2 and bare(words[1]) in ("under", "below") and is_number(words[2]):
        return True  # "Snagging under 2 per plot"
    thing = is_in(words[0], "doings") and is_in(words[1], "things_of_doings")
    if len(words) > 3 and bare(words[1]) == "and":  # "Moving and handling trainer"
        return end_of_phrase(words[2:]) > 1 and is_agent(head_word(words[2:]))
    one = is_noun(bare(words[1])) and not is_plural(bare(words[1]))
    if one and _is_thing_changed(words):
        return True  # "Lambing percentage up from 148 to 171"
    acting = is_in(words[0], "ranks") and is_agent(head_word(words))  # "Acting team leader"
    return thing or acting or is_agent(words[1]) or _is_of_a_subject_by_doing(words)


def _is_of_a_subject_by_doing(words: Sequence[str]) -> bool:
    """Whether a gerund belongs to a subject whose verb follows ("Upselling program brought …")."""
    one = is_counted_noun(words[1]) and not is_plural(bare(words[1]))
    verb = main_verb(words) if one else None
    if verb is None or any(map(_parts, words[1:verb])):
        return False
    forms = forms_of(bare(words[verb]))
    return Form.PAST in forms and Form.BASE not in forms


def _is_hyphened(word: str) -> bool:
    """Whether a hyphen makes a word more likely an adjective ("nurse-led") than a verb."""
    return "-" in word and word.split("-", maxsplit=1)[0] not in grammar()["verb_prefixes"]


def _has_sure_object(words: Sequence[str]) -> bool:
    """Whether a hyphened word is a verb by its object, and no state ("On-call 1 week in 4")."""
    return len(words) > 1 and _is_certain(words[1]) and not is_in(words[0], "states")


def _is_certain(word: str) -> bool:
    """Whether a word begins an object."""
    return is_in(word, "objects") or is_number(word)


def _in_list(words: Sequence[str]) -> bool:
    """Whether the first word ends with the comma of a list of verbs ("Designed, built and ran")."""
    return words[0].endswith(",") and len(words) > 1


def _only_describes(words: Sequence[str]) -> bool:
    """Whether a participle only describes the noun after it ("Detailed reports for …")."""
    first = bare(words[0])
    if len(words) < 2 or (is_in(words[1], "particles") and bare(words[1]) not in ("in", "off")):
        return False  # "Worked out landed cost"
    if len(words) > 2 and is_noun(words[1]) and _is_certain_change(words[2]):
        return Form.PARTICIPLE in forms_of(first)  # "Accepted substitutions rose …"
    if len(words) > 2 and is_noun(bare(words[1])) and is_in(words[2], "surely_third"):
        return not is_in(base_of(first), "clause_takers")  # "Spent grain goes to a dairy"
    if _is_before_certain_past(words) or _is_failing(words):
        return True
    if is_in(first, "holding") and is_agent(words[1]) and not is_plural(bare(words[1])):
        return True  # "Trained facilitator, 37 conferences"
    if _is_of_a_subject(words) or f"{first}-{bare(words[1])}" in grammar()["noun_pairs"]:
        return True
    return is_in(first, "adjectival") and _describes_noun(words)


def _describes_noun(words: Sequence[str]) -> bool:
    """Whether a participle that mostly describes stands before a noun that it can describe."""
    first = bare(words[0])
    if is_in(words[1], "prepositions"):
        return False
    if is_in(first, "adjectival_of_one") and not is_counted_noun(head_word(words[1:])):
        return False
    if first == "continued" and Form.GERUND in forms_of(bare(words[1])):
        return False
    return not is_in(words[1], "objects") and not is_number(words[1])


def _is_failing(words: Sequence[str]) -> bool:
    """Whether a participle describes several things that changed: "failed logins down 38%"."""
    first, several = bare(words[0]), bare(words[1]).endswith("s")
    deed = is_in(base_of(first), "opening_verbs") or is_in(base_of(first), "surely_base")
    changed = len(words) > _FEWEST_BESIDE and bare(words[2]) in ("up", "down")
    measure = words[4:5] if bare((*words, *"    ")[3]) in ("to", "from", "by") else words[3:4]
    measured = changed and any(map(is_number, measure))
    return several and not deed and measured and not is_in(first, "changing")


def _is_before_certain_past(words: Sequence[str]) -> bool:
    """Whether a participle and its noun have a past behind them that can be none of the bullet's
    subject: "failed jobs went from 30 a week to 3".
    """
    forms = forms_of(bare(words[0]))
    if Form.PARTICIPLE not in forms or Form.BASE in forms or is_in(words[0], "causing"):
        return False
    if len(words) <= _FEWEST_BESIDE or not is_noun(bare(words[1])):
        return False
    third = forms_of(bare(words[2]))
    return Form.PAST in third and not third & {Form.PARTICIPLE, Form.BASE}


def _is_of_a_subject(words: Sequence[str]) -> bool:
    """Whether a participle describes a subject whose verb follows ("Controlled log balanced each
    shift").
    """
    first, rest = bare(words[0]), words[1:]
    forms = forms_of(first)
    if Form.PARTICIPLE not in forms or Form.BASE in forms or is_in(first, "causing"):
        return False
    if _is_certain(rest[0]) or not is_noun(bare(rest[0])) or is_plural(bare(rest[0])):
        return False
    verb = main_verb(rest)
    if verb is None or any(_parts(word) for word in rest[:verb]):
        return False
    forms = forms_of(bare(rest[verb]))
    return Form.PAST in forms and Form.BASE not in forms


def _parts(word: str) -> bool:
    """Whether no subject of few words goes on behind a word: a comma, an "and", a preposition."""
    return word.endswith(",") or bare(word) == "and" or is_in(word, "prepositions")


def _is_certain_change(word: str) -> bool:
    """Whether a word can only be the verb of a change ("rose", not "cost")."""
    return is_in(word, "changes") and (
        bare(word) == "fell" or Form.BASE not in forms_of(bare(word))
    )


def _is_deed(words: Sequence[str], form: Form) -> bool:
    """Whether a word that can be a verb in this form is one, by what follows it."""
    first = bare(words[0])
    noun = _is_noun_in(first, form)
    of = len(words) > 1 and bare(words[1]) == "of"
    if _spans(words) and not is_in(first, "changing") and not is_in(first, "opening_verbs"):
        return False  # "Checkout flow from seven steps to three"
    if not noun and not is_adjective(first) and not of:
        return True
    if len(words) < 2:
        return form is Form.BASE
    following = bare(words[1])
    if (certain := _is_certain_deed(words, form)) is not None:
        return certain
    changed = following in ("up", "down", "off") and _is_noun_that_changed(words, form)
    handles = is_in(base_of(first), "surely_base") and [bare(w) for w in words[1:3]] == ["up", "to"]
    if (changed and not handles) or (noun and _is_thing_changed(words)):
        return False  # "Yields up 20%", "yield off by 6%", "Pick accuracy up from 98.1%"
    if is_in(base_of(first), "surely_base") and not _makes_a_noun(words):
        return _is_certain(words[1]) or not _tells_past(words)
    sure = form is Form.BASE and _is_certain(words[1]) and words[1].islower()
    if not sure and is_sentence(_up_to_comma(words)):
        return False  # but "Sketch three options before anyone opens Revit"
    if words[0].endswith(",") or following in ("and", "or"):
        rest = words[1:] if words[0].endswith(",") else words[2:]
        if is_in(first, "rarely_verbs") and not any(map(_is_certain, words[2:5])):
            return False  # "Shade, water and start times"
        return bool(rest) and form in forms_of(bare(rest[0])) and leading_verb(rest) is form
    return _has_its_object(words, form)


def _spans(words: Sequence[str]) -> bool:
    """Whether a bare noun behind the first word went "from" one figure "to" another."""
    return not _is_certain((*words, "the")[1]) and span_of(words) == 2


def _is_noun_that_changed(words: Sequence[str], form: Form) -> bool:
    if form is Form.THIRD:
        return says_change(words, 1)
    measured = len(words) > 2 and (bare(words[2]) in ("by", "from") or is_number(words[2]))
    sure = is_in(words[0], "opening_verbs") or is_in(words[0], "surely_base")
    return measured and not sure


def _tells_past(words: Sequence[str]) -> bool:
    """Whether the words before a comma are a subject with a past of its own behind it ("Lead
    service line inventory finished …").
    """
    verb = main_verb(_up_to_comma(words))
    return verb is not None and is_in(words[verb], "changes")


def _is_noun_in(word: str, form: Form) -> bool:
    """Whether a word can be a noun in the form that it has as a verb."""
    readings = (reading for reading in read_verb(word) if reading.form is form)
    return is_in(word, "rarely_verbs") or any(reading.verb.is_noun for reading in readings)


def _is_certain_deed(words: Sequence[str], form: Form) -> bool | None:
    """Whether the second word alone decides that the first is a verb or none; None where not."""
    if is_in(words[0], "volunteering") and is_agent(words[1]):
        return False  # "Volunteer parent supporting school trips"
    if bare(words[1]) == "of" and not is_in(words[0], "takes_of"):
        return False  # "Cross-sell of cyber policies"
    if form is Form.BASE and counts_about(words[1:]):
        return not is_in(words[0], "rarely_verbs")
    if is_in(words[0], "checked") and not _is_certain(words[1]):
        head = head_word(words[1:]).removesuffix("s")
        if is_in(head, "tasks_too") or head.endswith(tuple(grammar()["tasks"])):
            return False  # "Stock condition surveys of 700 homes"
    if bare(words[0]) == "own" and is_in(head_word(words[1:]), "of_ones_own"):
        return _is_certain(words[1])  # "Own caseload of 70 claims"
    if is_in(words[0], "describing_too") and bare(words[1]) not in ("and", "or"):
        return _is_certain(words[1]) and not is_number(words[1])
    return None


def counts_about(words: Sequence[str]) -> bool:
    """Whether words begin with a number that is not exact ("about 220 batches")."""
    return len(words) > 1 and is_in(words[0], "quantifying") and is_number(words[1])


def _is_thing_changed(words: Sequence[str]) -> bool:
    """Whether words are a thing that went up or down by a measure."""
    for index in range(2, min(5, len(words) - 1)):
        if bare(words[index]) in ("up", "down"):
            measured = is_number(words[index + 1]) or bare(words[index + 1]) in ("from", "by")
            return measured and not any(word.endswith(",") for word in words[:index])
    return False


def _has_its_object(words: Sequence[str], form: Form) -> bool:
    """Whether what follows a word that could be a noun makes a verb of it."""
    first, following = bare(words[0]), bare(words[1])
    if f"{first}-{following}" in grammar()["noun_pairs"]:
        return False
    rarely = is_in(first, "rarely_verbs")
    if rarely and is_number(words[1]):
        return False
    if is_in(following, "objects") or is_number(words[1]) or following.endswith("ly"):
        return form is Form.BASE or not is_rate(words, 1)
    if following == "of" or rarely:
        return False
    if is_in(following, "prepositions") or following == "to":
        return is_in(base_of(first), "intransitive") and not (
            is_agent(first) and first not in ("work", "volunteer", "assist", "cook", "advocate")
        )
    return _is_object(words, form) and (
        is_in(base_of(first), "opening_verbs") or not _is_noun_in(first, form)
    )


def _makes_a_noun(words: Sequence[str]) -> bool:
    """Whether what follows makes a noun of a word ("Lead engineer on …", "Help desk")."""
    if is_in(words[1], "prepositions") or is_agent(head_word(words[1:])):
        return True
    return f"{bare(words[0])}-{bare(words[1])}" in grammar()["noun_pairs"]


def _is_object(words: Sequence[str], form: Form) -> bool:
    """Whether the bare noun phrase after the first word can be its object."""
    following = bare(words[1])
    if _makes_a_noun(words):
        return False
    if is_adjective(bare(words[0])) and len(words) > 2 and words[1][0].isupper():
        return not words[2][0].isupper()  # "Lean Six Sigma"
    alone = head_word(words[1:]) == following
    task = following.endswith(tuple(grammar()["tasks"])) or is_in(following, "tasks_too")
    if alone and is_noun_too(bare(words[0])) and task:
        return False
    if words[1][0].isupper() or is_plural(following) or is_plural(head_word(words[1:])):
        return True
    if form is Form.THIRD:
        return False
    mass = is_in(following, "uncounted") and is_in(words[0], "opening_verbs")
    counted = is_counted(following) or is_in(following, "counted")
    if counted and not is_adjective(following) and not mass:
        return False
    if is_adjective(bare(words[0])) and alone and not is_in(words[0], "opening_verbs"):
        return False  # "Dry dock at Greenock"
    if is_adjective(following) and len(words) > 2:
        return not is_counted(bare(words[2])) or is_plural(bare(words[2]))
    return True


def is_passive(words: Sequence[str]) -> bool:
    """Whether a participle says what others did to the person ("Named in four letters")."""
    first = bare(words[0])
    if len(words) == 1:
        return first in grammar().passive
    if first in grammar()["received"] and grammar().prize.match(" ".join(words[1:])):
        return True
    if first == "awarded" and is_in(head_word(words[1:]), "prizes"):
        return "to" not in map(bare, words)  # "Awarded bursary for a course"
    by_others = first == "awarded" and "by" in map(bare, words[2:])
    if by_others and "to" not in map(bare, words) and not words[1].isdigit():
        return True  # "Awarded three-year contract by a grocery chain"
    if first in grammar().passive and len(words) > 2 and counts(words[1]):
        return bare(words[2]) in _SO_OFTEN
    after = grammar().passive.get(first, frozenset())
    return bare(words[1]) in after or "-".join(map(bare, words[1:3])) in after


def is_done_to_thing(words: Sequence[str]) -> bool:
    """Whether words begin with what can be two nouns as well as a verb and its object."""
    if len(words) < _FEWEST_BESIDE or not words[0].isalpha():
        return False
    done = bare(words[1])
    both = is_noun_too(bare(words[0])) and is_noun_too(done.removesuffix("s"))
    return both and is_plural(done)


def head_word(words: Sequence[str]) -> str:
    """The last word of the noun phrase that words begin with."""
    return bare(words[end_of_phrase(words) - 1]) if words else ""


def end_of_phrase(words: Sequence[str]) -> int:
    """Where a noun phrase's own noun ends: before a preposition, a clause, a number, a comma."""
    for index, word in enumerate(words):
        if index and (
            any(is_in(word, name) for name in ("prepositions", "relatives"))
            or (is_in(word, "objects") and word[0].islower())
            or bare(word) in ("and", "or", "to", "trained", "–")
            or (is_number(word) and not is_in(words[index - 1], "numbered"))
            or word[0] == "("
        ):
            return index
        if index and (_describes_before(words, index) or _tells_when(words, index)):
            return index
        if word[-1] in ",;:)":
            return index + 1
    return len(words)


def _tells_when(words: Sequence[str], index: int) -> bool:
    """Whether an adverb parts a noun from what is done with it: "guide now used by six"."""
    done = index + 1 < len(words) and Form.PARTICIPLE in forms_of(bare(words[index + 1]))
    return done and bare(words[index]) in ("now", "later", "since", "currently")


def _describes_before(words: Sequence[str], index: int) -> bool:
    """Whether a participle says something of the noun before it ("repository used by …",
    "pipeline ingesting 40M pings").
    """
    forms = forms_of(bare(words[index]))
    if Form.GERUND in forms and index + 1 < len(words):
        return _is_certain(words[index + 1]) and is_noun(bare(words[index - 1]))
    return Form.PARTICIPLE in forms and Form.BASE not in forms and is_noun(bare(words[index - 1]))


def _up_to_comma(words: Sequence[str]) -> Sequence[str]:
    """The words before the first comma or "and": what follows may have the bullet's subject."""
    for index, word in enumerate(words):
        if bare(word) == "and":
            return words[:index]
        if word.endswith(","):
            return words[: index + 1]
    return words


def base_of(word: str) -> str:
    """The base form of the verb that a word can be a form of, else the word."""
    readings = read_verb(word)
    return readings[0].verb.base if readings else word
