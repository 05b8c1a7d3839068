"""Bullets without a verb: what somebody was, what the work included, what it brought."""

import re
from collections.abc import Sequence

from lapel.letter.english.finite import has_object, is_rate
from lapel.letter.english.noun_phrases import end_of_phrase, head_of, head_word
from lapel.letter.english.verbs import leading_verb
from lapel.letter.english.vocabulary import pattern, word_list
from lapel.letter.english.words import (
    bare,
    begun_small,
    counts,
    counts_about,
    ends_as_task,
    is_agent,
    is_counted_noun,
    is_in,
    is_number,
    keeps_capital,
    lowered,
)
from lapel.text.articles import choose_article
from lapel.text.common import is_adjective, is_noun, is_plural, is_small
from lapel.text.numbers import YEAR
from lapel.text.plurals import join_and
from lapel.text.regexes import regex
from lapel.text.verbs import Form, forms_of

_INITIALS = regex(r"[A-Z]{2,}s")
_BRACKETED = regex(r"\([^()]*\)")
_FEWEST_WORDS = 3
_LONGEST_PART = 4
_LONGEST_BARE = 2
_TRADES = ("ician", "ologist", "apist", "etrist", "iatrist")
_OF_ITS_TIME = regex(r" (?:since|ever|in (?:a|the|\w+ years))\b")
_YEARS = rf"(?: \(|, | ){YEAR}\b[\d, and–-]*\)?$"
_TITLED = regex(rf"^(?:[A-Z][\w'’&-]+ )+[A-Z]\w+(?={_YEARS})")
"""A title with its years: "Agency Top Producer (2022, 2023)"."""
_OF_THE_YEAR = regex(r"^[A-Z][\w-]+(?: [A-Z][\w-]+)? of the (?:Year|Month|Quarter|Week|Season)\b")


def person_phrase(text: str) -> str | None:
    """Return what a bullet says the person was, with "a" or "the" where it takes one; else None.

    "Lead author of the protocol", "member of the council", "One of nine nurses trained for …".
    """
    words = text.split()
    if ": " in text or is_in(words[0], "of_software"):
        return None  # "Manager: Prof. Lindqvist"
    if bare(words[0]) == "one" and len(words) > 1 and bare(words[1]) == "of":
        return lowered(text)
    titled = _TITLED.match(text)
    if _OF_THE_YEAR.match(text) or (titled and is_agent(titled.group().rpartition(" ")[2])):
        return text
    if bare(words[0]) in ("a", "an", "the"):
        return lowered(text) if is_agent(head_word(words[1:])) else None
    if words[0].endswith(",") and len(words) > 1 and words[1][0].isupper():
        the = " the" if is_in(words[0], "once") and bare(words[1]) != "the" else ""
        words[0] = f"{words[0][:-1]} of{the}"  # "President, Graduate Women in Science"
        words = " ".join(words).split()
    served = is_in(words[0], "volunteering") and len(words) > 1 and is_agent(words[1])
    head = bare(words[1]) if served else head_of_person(words)
    ranked = len(words) > 1 and is_in(words[0], "ranks") and end_of_phrase(words) > 1
    if not ranked and not is_agent(head):
        return None
    text = " ".join(words)
    named = words[0][0].isupper() and len(words) > 1 and words[1][0].isupper()
    named = named and not is_in(words[0], "unique")  # "Only HR person on site"
    if named and head != bare(words[0]):
        return text if is_agent(words[0]) else None
    return _with_person_article(text, head)


def head_of_person(words: Sequence[str]) -> str:
    """Return the noun that words for a person turn on.

    Two joined things may be before it: "health and safety rep", "moving and handling trainer".
    """
    head = head_word(words)
    paired = len(words) > 3 and bare(words[1]) == "and" and not is_agent(head)
    other = head_word(words[2:]) if paired else head
    both = paired and end_of_phrase(words[2:]) > 1 and is_agent(other)
    return other if both and not is_in(words[2], "objects") else head


def _with_person_article(text: str, head: str) -> str:
    first = text.split(maxsplit=1)[0]
    person = (is_agent(first) or is_in(first, "ranks")) and not first[:2].isupper()
    small = begun_small(text) if person else lowered(text)
    of_a_kind = f"{bare(first)}-{head}" in word_list("noun_pairs")  # "First aider", "Sole author"
    if (is_in(first, "unique") and not of_a_kind) or is_in(head, "with_the"):
        return f"the {small}"
    one_of_many = is_in(first, "holding") or is_in(head, "with_a") or head.endswith(_TRADES)
    one_of_many = one_of_many and not (is_in(first, "leading") and head != bare(first))
    return f"{choose_article(small)} {small}" if one_of_many else small


def noun_phrase(text: str) -> str | None:
    """Return a thing that the work included, as it is in a sentence; None where none is certain."""
    words = text.split()
    if len(words) < _FEWEST_WORDS or not _names_a_thing(text, words):
        return None
    if _lists_within(text) or _are_two(text):
        text = join_and(text.split(", "))
        words = text.split()
    if is_in(words[0], "firsts") and _OF_ITS_TIME.search(text):
        return f"the {lowered(text)}"
    span = re.match(r"\d+-[a-z]+$", words[0]) is not None  # "14-day diary study"
    worth = words[0][0] in "$£€" and is_counted_noun(bare(words[1]))  # "$34M book of business"
    if worth and (len(words) == 2 or is_small(bare(words[2]))):
        return f"a {lowered(text)}"
    if (is_number(words[0]) and not span) or is_small(words[0]) or _heads_a_list(words[0]):
        return lowered(text)
    end = end_of_phrase(words)
    head = bare(words[end - 1])
    if end > 1 and words[end - 1][0].isupper():
        return None  # a name
    small = lowered(text)
    if end < len(words) and _is_task_of(words[end - 1 :]):
        return f"the {small}"
    several = any(is_plural(bare(word)) for word in words[1:end])  # "duty returns monthly"
    if (
        several
        or is_plural(head)
        or _joins_several(words, end)
        or (head.endswith("s") and not is_noun(head))
    ):
        return small
    if is_counted_noun(head):
        return f"{choose_article(small)} {small}"
    return small if is_noun(head) or Form.GERUND in forms_of(head) else None


def _is_task_of(words: list[str]) -> bool:
    """Tell whether a noun names the doing of something: "creation of …"."""
    *tasks, last = words[: words.index("of")] if "of" in words[:4] else ["of"]
    joined = not tasks or (len(tasks) == 2 and bare(tasks[1]) == "and")
    return joined and ends_as_task(last) and not is_plural(bare(last))


def _names_a_thing(text: str, words: list[str]) -> bool:
    """Tell whether words can be a noun phrase: no label, no multiple, no list of skills."""
    counts = is_number(words[0]) or is_small(words[0])
    if is_in(words[0], "prepositions") and not counts_about(words):
        return False  # "On site Tuesdays"
    if _goes_on(text) or (is_in(words[1], "particles") and is_in(words[2], "prepositions")):
        return False
    if _tells_no_work(words):
        return False
    to_some = bare(words[1]) == "to" and is_plural(bare(words[0]))  # "Visits to schools"
    if ": " in text or (bare(words[1]) in ("into", "onto", "to") and not to_some):
        return False
    if counts:
        return bare(words[1]) != "times" and not is_rate(words, 1)
    before = text.partition(", ")[0]
    if text.count(",") > 1 and " and " not in text and not _has_preposition(before):
        return False
    first = bare(words[0])
    pair = f"{first}-{bare(words[1])}" in word_list("noun_pairs")
    return pair or is_noun(first) or is_adjective(first) or _is_describing(words[0])


def _tells_no_work(words: list[str]) -> bool:
    """Tell whether words name something that nobody works at.

    It is a time ("12 years, …"), a rank ("Best figures in the depot"), an honour ("Two Michelin
    stars") or people alone ("Staff of 4").
    """
    if is_number(words[0]) and is_in(bare(words[1]).removesuffix("s"), "rates"):
        return words[1].endswith(",") or bare(words[2]) == "as"
    if is_in(words[0], "superlatives"):
        return True
    alone = is_in(words[0], "groups") and bare(words[1]) == "of"
    if alone and len(words) == 3:
        return True
    if bare(words[-2]) in ("under", "below") and is_number(words[-1]):
        return True  # "Cell counts under 150"
    if words[1] == "&" and words[2][0].isupper():
        return True  # "City & Guilds Level 3"
    honours = is_in(head_word(words).removesuffix("s"), "prizes")
    return honours and (counts(words[0]) or words[0][0].isupper())


def _heads_a_list(word: str) -> bool:
    """Tell whether a noun is the first of several in a list ("Shade, water and …")."""
    return word.endswith(",") and is_noun(bare(word))


def _goes_on(text: str) -> bool:
    """Tell whether a deed, a refusal, a change or a sentence follows a thing's comma.

    Work cannot be said to have "included" that: "a budget of $6.1M, came in within 3%".
    """
    outside = _BRACKETED.sub("", text)
    if pattern("figure_changed").search(outside) or pattern("two_figures").search(outside):
        return True
    for part in outside.split("; ")[0].split(", ")[1:]:
        words = part.split()
        if not words:
            continue
        if bare(words[0]) in ("i", "we", "neither"):
            return True
        active = Form.PARTICIPLE not in forms_of(bare(words[0])) or has_object(words, 0)
        if leading_verb(words) is Form.PAST and words[1:] and active:
            return True
    return False


def _lists_within(text: str) -> bool:
    """Tell whether a list follows a preposition: "client education on diabetes, weight, …"."""
    before, comma, listed = text.partition(", ")
    inside = _has_preposition(before)
    parts = [part.split() for part in listed.split(", ")]
    short = all(0 < len(p) <= _LONGEST_PART and not is_in(p[0], "prepositions") for p in parts)
    return bool(comma) and ", " in listed and inside and short and " and " not in text


def _are_two(text: str) -> bool:
    """Tell whether a text is two bare things: "home visits, access visits"."""
    parts = [part.split() for part in text.split(", ")]
    return len(parts) == 2 and all(
        0 < len(part) <= _LONGEST_BARE
        and (is_plural(bare(part[-1])) or _INITIALS.fullmatch(part[-1]))
        and bare(part[0]) not in ("and", "or")
        and not any(is_small(bare(word)) or is_number(word) for word in part)
        for part in parts
    )


def _has_preposition(text: str) -> bool:
    return any(is_in(word, "prepositions") for word in text.split()[1:])


def _joins_several(words: list[str], end: int) -> bool:
    """Tell whether an "and" behind the first noun leads to a plural ("knife and sauce classes")."""
    if end == len(words) or bare(words[end]) not in ("and", "or"):
        return False
    other = words[end + 1 :]
    return bool(other) and is_plural(bare(other[end_of_phrase(other) - 1]))


def lacks_article(subject: str) -> bool:
    """Tell whether a subject leaves out its "the" ("Average stay of patients fell")."""
    words = subject.split()
    if not words or is_small(bare(words[0])) or is_number(words[0]) or words[0][0] in '"“‘':
        return False
    if "," in subject or any(word.endswith(("'s", "’s", "'", "’")) for word in words):
        return False
    named = keeps_capital(words[0], " ".join(words[1:]))
    if named and (len(words) < 2 or not words[0].isupper() or words[-1][0].isupper()):
        return False
    return is_counted_noun(head_of(subject))


def result_phrase(text: str) -> str | None:
    """Return what the work brought ("$2M in savings", "30% fewer tickets"), or None."""
    words = text.split()
    for end in range(min(4, len(words) - 1), 0, -1):
        if not pattern("amount").match(" ".join(words[:end])):
            continue
        following = [bare(word) for word in words[end : end + 4]]
        if following[:1] == ["in"]:
            following = following[1:]
        if any(word in word_list("result_nouns") for word in following[:2]) or (
            following and following[0] in word_list("result_words")
        ):
            counted = any(word in word_list("counted_results") for word in following[:2])
            singular = counted and bare(words[end]) != "in"
            return f"{choose_article(text)} {lowered(text)}" if singular else lowered(text)
    first = bare(words[0])
    if first in word_list("counted_results") and len(words) > 1 and bare(words[1]) in ("in", "of"):
        return f"{choose_article(first)} {lowered(text)}"
    return None


def _is_describing(word: str) -> bool:
    """Tell whether a word can qualify a noun without being one ("Kotlin app", "nurse-led")."""
    return (word[0].isupper() and not word.endswith(("'d", "’d"))) or "-" in word
