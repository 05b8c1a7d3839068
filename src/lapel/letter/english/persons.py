"""Who is meant in a person's own sentences: the writer is "I", the company is "you"."""

import re

from lapel.letter.english.vocabulary import mapping, pattern
from lapel.letter.english.words import bare, counts, is_in
from lapel.text.common import is_adjective, is_noun, is_plural
from lapel.text.regexes import regex
from lapel.text.sentences import split_sentences
from lapel.text.verbs import Form, forms_of, inflect
from lapel.text.words import fold_text

_SHORTEST_NAME = 3


def in_first_person(text: str, person: str) -> str:
    """Put "I" for the writer's name at an answer's start ("Jordan has used …")."""
    names = [person, *(name for name in person.split() if len(name) >= _SHORTEST_NAME)]
    name = next((n for n in names if n and text.startswith(f"{n} ")), None)
    if name is None or re.search(r"\b(?:I|he|she|they|him|her|them)\b", text):
        return text
    verb, _, rest = text[len(name) + 1 :].partition(" ")
    form = forms_of(verb)
    if Form.THIRD in form:
        verb = inflect(verb, Form.BASE) or verb
    elif Form.PAST not in form:
        return text
    rest = re.sub(r"\b(?:himself|herself)\b", "myself", rest)
    return f"I {verb} " + re.sub(r"\b(?:his|her|their)\b", "my", rest)


def to_the_company(sentence: str, answer: str) -> str:
    """Put "you" for "they" where only the company can be meant.

    Nobody else may be named before it: "they let people finish their sentences" names people.
    """
    sentence = _THEIR_UNIT.sub(r"\1 your", _WITH_THEM.sub(r"\1 you", sentence))
    sentence = _AND_THEIR.sub(r"\1 your", sentence)
    found = pattern("others").search(answer)
    if found is None or any(map(_can_be_they, _named_before(answer, found))):
        return sentence
    said, since = "", 0
    things: list[str] = []
    for pronoun in pattern("pronoun").finditer(sentence):
        between = sentence[since : pronoun.start()]
        things = [*things, *filter(_can_be_they, between.split())]
        subject = fold_text(pronoun.group()) != "them" and _NEXT_CLAUSE.search(between)
        if said and things and not (subject and not names_people(" ".join(things))):
            if subject and not answer.startswith(sentence):
                return sentence  # whose it is is not sure: of a sentence all or nothing changes
            break
        several = _some_of(between) or _ALL_OF.match(sentence, pronoun.end())
        if several and pronoun.group() == "them":
            said, since = said + between + pronoun.group(), pronoun.end()
            continue  # "three of them", "them all": several, which a company is not
        you = mapping("to_you")[fold_text(pronoun.group())]
        said += between + (you.capitalize() if pronoun.group()[0].isupper() else you)
        since, things = pronoun.end(), []
    return said + sentence[since:]


def _named_before(answer: str, found: re.Match[str]) -> list[str]:
    """Return the words before a pronoun that may name whom it means.

    Verbs do not ("the road crosses Battle Creek"), and of "one of my families" only the one could,
    who is no "them".
    """
    before = answer[: found.start()]
    words = (_ONE_OF.sub("", before) if found.group() == "them" else before).split()
    return [
        word
        for earlier, word, after in zip(("", *words), words, (*words[1:], ""), strict=False)
        if not (
            Form.THIRD in forms_of(word)
            and (after[:1].isupper() or is_in(after, "determining"))
            and earlier
            and not is_in(earlier, "before_nouns")
        )
    ]


_THEIR_UNIT = regex(
    r"\b(to|by|with|at|from|through|visited|called) their"
    r"(?= (?:[\w-]+ )?(?:team|department|clinic|staff|office|unit|website|branch|front desk)\b)"
)
"""What a company has and a family has not: "I refer families to their cleft team"."""
_AND_THEIR = regex(r"(\byour [^,;.]+ and) their\b")
_NEXT_CLAUSE = regex(
    r"[,;] (?:(?:and|but|so) )?(?:(?:when|if|whenever|because|once|since|while|before|after) )?$"
)
"""The end of a clause behind which one with the same subject follows.

"You asked good questions, and your lead …" has one.
"""
_ONE_OF = regex(r"\b[Oo]ne of (?:my|our|the|their|your) (?:\w+ )?\w+(?= )")


def names_people(answer: str) -> bool:
    """Tell whether an answer's last sentence is about several people ("Four of my recruits …")."""
    words = [bare(word) for word in split_sentences(answer)[-1].split()[:_SUBJECT_WORDS]]
    named = any(
        word.endswith(_PEOPLE) or word in ("people", "children", *_SEVERAL) for word in words
    )
    return named and words[0] not in ("i", "we")


def of_use(sentence: str) -> str:
    """Put "your" for the company's "their" behind a use: "My kids live on their apple slices"."""
    return pattern("used_by").sub(r"\1 your", sentence, count=1)


_SUBJECT_WORDS = 5
_PEOPLE = tuple(
    f"{one}s"
    for one in (
        *("er", "or", "ist", "ian", "ee", "nurse", "student", "patient", "recruit", "intern"),
        *("apprentice", "pupil", "client", "guest", "parent", "kid", "friend", "neighbour"),
    )
)


_WITH_THEM = regex(r"\b(with|at|by) them(?= (?:since|for (?:\w+ ){1,3}years?)\b)")
""""Them" for the company, of which one says "with them for years", whatever plural is before it."""
_ALL_OF = regex(r" (?:all|both|each)\b")
_SOME_OF = regex(r"(\w+) of $")


def _some_of(before: str) -> bool:
    """Tell whether words end with a number of what comes next ("three of")."""
    some = _SOME_OF.search(before)
    return some is not None and counts(some[1])


def _can_be_they(word: str) -> bool:
    """Tell whether a word names several who could be "they" instead of the company."""
    spelled = bare(word)
    if is_in(spelled, "relatives") or is_in(spelled.removesuffix("s"), "rates"):
        return False
    several = is_plural(spelled) or (spelled.endswith("s") and is_noun(spelled[:-1]))
    return several or spelled in ("everyone", "people", "staff")


_NAME = regex(r" [A-Z][\w'’-]+")
_POINTED = regex(r"\b(?P<it>it|them|there)\b(?=[ ,.;]|$)", re.IGNORECASE)
_MEANING = regex(
    r"(?:it|this)(?:['’]d| would| has| will|['’]ll)? (?:mean|means|meant|matters)"
    r"(?: a lot| much| so much| a great deal| everything| the world)?"
    r"(?: to (?:me|us))? (?:to|that|if) ",
    re.IGNORECASE,
)
"""The beginning of what means something: "it would mean a lot to me to work here"."""
_EXPLETIVE = (
    r"(?i)it(?:['’]s| is| was| has been| would be) (?:\w+ly |so |very |really )?(?P<how>[a-z]+) "
    r"(?:to (?!me\b|us\b|my\b|our\b|the\b|an?\b)|that |when |how |if )"
)
_NO_EXPLETIVE = frozenset(("easy", "simple", "quick", "fast", "cheap", "pleasant", "ready"))
_KIN = frozenset(("nephew", "niece", "aunt", "uncle", "cousin", "mum", "mom", "dad", "wife", "kid"))
_OF_ONE = regex(r"\b(he|she|him|her|his|hers)\b", re.IGNORECASE)
_SHOWN = regex(
    r"\b(?:this|these|those|that same|the same)\b (?!who\b|which\b|job\b|position\b|is\b)"
)
_SEVERAL = frozenset(("crew", "team", "staff", "family", "board", "committee", "class", "couple"))
_PERSONS = regex(r"(?:er|or|ist|ian|son|man|woman)s?$")


_CLEFT = regex(
    r"It(?:['’]s| is| was) (?:the|a|an|my|your|our|[A-Z])[^,.;]* (?:that|who|which) [^,.;]+"
)
"""A sentence that only stresses its subject: "It's the river that brings me here"."""


def is_expletive(sentence: str) -> bool:
    """Tell whether the "it" that begins a sentence refers to what comes later.

    "It's great to get a person on the phone" has such an "it".
    """
    if _MEANING.match(sentence) or _CLEFT.match(sentence):
        return True
    found = re.match(_EXPLETIVE, sentence)
    return found is not None and is_adjective(found["how"]) and found["how"] not in _NO_EXPLETIVE


def unresolved_pronoun(sentence: str) -> re.Match[str] | None:
    """Find a pronoun that refers to a thing not named before it in the sentence, else None."""
    if (begins := pattern("pointing").search(sentence)) and not is_expletive(sentence):
        return begins
    for found in _POINTED.finditer(sentence):
        expletive = not found.start() and is_expletive(sentence)
        if expletive or pattern("empty_it").match(sentence, found.start()):
            continue
        pronoun = found["it"].casefold()
        if _some_of(sentence[: found.start()]):
            pronoun = "it"  # "a hammer … three of them"
        before = [bare(word) for word in sentence[: found.start()].split()]
        named = pronoun == "there" and _NAME.search(sentence, 1, found.start())
        if not named and not any(_can_be_meant(word, pronoun) for word in before):
            return found
    return None


def stands_alone(sentence: str) -> bool:
    """Tell whether a sentence refers to nobody and nothing named only in a sentence before it.

    "I want to do for others what she did for me" and "I wrote one of these forms" do refer.
    """
    before, one, _ = (
        _OF_ONE.split(sentence, maxsplit=1) if _OF_ONE.search(sentence) else ("", "", "")
    )
    named = any(_PERSONS.search(bare(word)) or bare(word) in _KIN for word in before.split())
    return (
        unresolved_pronoun(sentence) is None and (named or not one) and not _SHOWN.search(sentence)
    )


def _can_be_meant(word: str, pronoun: str) -> bool:
    """Tell whether a pronoun can refer to a word before it."""
    person = _PERSONS.search(word) or word.removesuffix("'s") in _KIN
    named = (is_noun(word) and not person) or word[:1].isdigit()
    if pronoun == "there":
        return named or word in ("at", "in")
    several = is_plural(word) or word in _SEVERAL
    if pronoun == "them" and word.endswith("'s") and is_plural(word.removesuffix("'s")):
        return True  # "children's data"
    return named and several == (pronoun == "them")
