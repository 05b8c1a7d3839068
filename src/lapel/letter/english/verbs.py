"""The verb that a bullet begins with: whether its first word heads a deed."""

from collections.abc import Sequence

from lapel.letter.english.finite import is_sentence, main_verb
from lapel.letter.english.noun_or_verb import (
    goes_from_to,
    has_its_object,
    is_certain_deed,
    is_noun_in,
    is_noun_of,
    is_noun_that_changed,
    is_thing_changed,
    makes_a_noun,
    tells_past,
)
from lapel.letter.english.noun_phrases import begins_object, end_of_phrase, head_word, up_to_comma
from lapel.letter.english.participles import only_describes, parts_subject
from lapel.letter.english.vocabulary import word_list
from lapel.letter.english.words import (
    bare,
    base_of,
    counts,
    is_agent,
    is_counted_noun,
    is_in,
    is_number,
)
from lapel.text.common import is_adjective, is_noun, is_plural
from lapel.text.verbs import Form, forms_of


def leading_verb(words: Sequence[str]) -> Form | None:
    """Return the form of the verb that the words begin with, or None if they begin with none.

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
        return None if only_describes(words) or is_noun_of(words, forms) else Form.PAST
    if Form.BASE in forms:
        return Form.BASE if _is_deed(words, Form.BASE) else None
    if Form.THIRD in forms:
        return Form.THIRD if _is_deed(words, Form.THIRD) else None
    if Form.PARTICIPLE in forms:
        return Form.PARTICIPLE
    return Form.GERUND


def _tells_course(words: Sequence[str]) -> bool:
    """Tell whether words begin with a thing and a verb of change that nobody does to it.

    "Missed appointments in the group fell from 31 to 12" and "muster time went …" do.
    """
    if not any(is_in(word, "went") for word in words[2:]):
        return False
    verb = main_verb(words)
    if verb is None or verb < 2 or not is_in(words[verb], "went"):
        return False
    parted = any(word.endswith(",") or bare(word) in ("and", "or") for word in words[:verb])
    return not parted and any(map(counts, words[verb + 1 : verb + 4]))


def _is_name_of_thing(words: Sequence[str]) -> bool:
    """Tell whether a verb is a name, by the noun behind it ("Go tool", "React app")."""
    if len(words) < 2 or not is_in(words[0], "names_too") or not words[0][0].isupper():
        return False
    noun = is_noun(bare(words[1])) or bare(words[1]).endswith(("er", "ers"))
    return words[1].isupper() or (noun and not is_in(words[1], "objects"))


def _is_initialism(word: str) -> bool:
    """Tell whether a word is written in capitals, as no verb is ("RECOVER certified")."""
    letters = [letter for letter in word if letter.isalpha()]
    return len(letters) > 1 and "".join(letters).isupper()


def _is_unknown_past(words: Sequence[str]) -> bool:
    """Tell whether an unknown word in -ed is a past by what follows it.

    It has its object ("Prepped 40 trays"), is joined to a deed ("Prepped and recovered 5 to 7
    spays"), or has its particle and goes on with a deed ("Scarfed in new sills and kept 88%").
    """
    first = bare(words[0])
    if len(words) < 3 or not first.endswith("ed") or is_noun(first) or is_adjective(first):
        return False
    ands = (at for at, word in enumerate(words) if bare(word) == "and")
    goes_on = next((at for at in ands if leading_verb(words[at + 1 :]) is Form.PAST), 0)
    if goes_on == 1 or (goes_on and is_in(words[1], "particles")):
        return True
    return words[0].isalpha() and begins_object(words[1])


def _is_compound_past(words: Sequence[str]) -> bool:
    """Tell whether a past is the second half of a verb: "Cold called 60 leads a day"."""
    half = len(words) > 2 and is_in(words[0], "compounding")
    return half and Form.PAST in forms_of(bare(words[1])) and begins_object(words[2])


def _names_by_doing(words: Sequence[str]) -> bool:
    """Tell whether a gerund belongs to a title or a thing's name ("Teaching assistant")."""
    if len(words) < 2:
        return False
    if len(words) > 2 and bare(words[1]) in ("under", "below") and is_number(words[2]):
        return True  # "Snagging under 2 per plot"
    thing = is_in(words[0], "doings") and is_in(words[1], "things_of_doings")
    if len(words) > 3 and bare(words[1]) == "and":  # "Moving and handling trainer"
        return end_of_phrase(words[2:]) > 1 and is_agent(head_word(words[2:]))
    one = is_noun(bare(words[1])) and not is_plural(bare(words[1]))
    if one and is_thing_changed(words):
        return True  # "Lambing percentage up from 148 to 171"
    acting = is_in(words[0], "ranks") and is_agent(head_word(words))  # "Acting team leader"
    return thing or acting or is_agent(words[1]) or _is_of_a_subject_by_doing(words)


def _is_of_a_subject_by_doing(words: Sequence[str]) -> bool:
    """Tell whether a gerund is in a subject whose verb follows ("Upselling program brought …")."""
    one = is_counted_noun(words[1]) and not is_plural(bare(words[1]))
    verb = main_verb(words) if one else None
    if verb is None or any(map(parts_subject, words[1:verb])):
        return False
    forms = forms_of(bare(words[verb]))
    return Form.PAST in forms and Form.BASE not in forms


def _is_hyphened(word: str) -> bool:
    """Tell whether a hyphen makes a word more likely an adjective ("nurse-led") than a verb."""
    return "-" in word and word.split("-", maxsplit=1)[0] not in word_list("verb_prefixes")


def _has_sure_object(words: Sequence[str]) -> bool:
    """Tell whether a hyphened word has an object, and is no state ("On-call 1 week in 4")."""
    return len(words) > 1 and begins_object(words[1]) and not is_in(words[0], "conditions")


def _in_list(words: Sequence[str]) -> bool:
    """Tell whether the first word has the comma of a list of verbs ("Designed, built and ran")."""
    return words[0].endswith(",") and len(words) > 1


def _is_deed(words: Sequence[str], form: Form) -> bool:
    """Tell whether a word that can be a verb in this form is one, by what follows it."""
    first = bare(words[0])
    noun = is_noun_in(first, form)
    of = len(words) > 1 and bare(words[1]) == "of"
    if goes_from_to(words) and not is_in(first, "changing") and not is_in(first, "opening_verbs"):
        return False  # "Checkout flow from seven steps to three"
    if not noun and not is_adjective(first) and not of:
        return True
    if len(words) < 2:
        return form is Form.BASE
    following = bare(words[1])
    if (certain := is_certain_deed(words, form)) is not None:
        return certain
    changed = following in ("up", "down", "off") and is_noun_that_changed(words, form)
    handles = is_in(base_of(first), "surely_base") and [bare(w) for w in words[1:3]] == ["up", "to"]
    moves = is_in(base_of(first), "moving")
    if (changed and not handles) or (noun and not moves and is_thing_changed(words)):
        return False  # "Yields up 20%", "yield off by 6%", "Pick accuracy up from 98.1%"
    if is_in(base_of(first), "surely_base") and not makes_a_noun(words):
        return begins_object(words[1]) or not tells_past(words)
    sure = form is Form.BASE and begins_object(words[1]) and words[1].islower()
    if not sure and is_sentence(up_to_comma(words)):
        return False  # but "Sketch three options before anyone opens Revit"
    if words[0].endswith(",") or following in ("and", "or"):
        rest = words[1:] if words[0].endswith(",") else words[2:]
        if is_in(first, "rarely_verbs") and not any(map(begins_object, words[2:5])):
            return False  # "Shade, water and start times"
        return bool(rest) and form in forms_of(bare(rest[0])) and leading_verb(rest) is form
    return has_its_object(words, form)
