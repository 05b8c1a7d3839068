"""The phrases that a note or a sentence of the description asks for.

A note says what it wants shown, so each of its phrases is taken that is no common word alone; of a
sentence only what is special: a name, or several words with a special one.
"""

import re
from functools import lru_cache
from itertools import pairwise

from lapel.matching.answers.spotting import find_namings, longest_names
from lapel.matching.asked.description import AskKind, Sentence
from lapel.matching.asked.wish_words import first_word, wish_words
from lapel.matching.asked.wishes import Wish
from lapel.matching.lexicon import Lexicon
from lapel.text.numbers import NUMERALS
from lapel.text.phrases import PARTICLES, is_filler, phrase_words, replace_roundabout, split_phrases
from lapel.text.regexes import regex
from lapel.text.words import Word, is_amount, split_words, stems_of

Key = frozenset[str]
PARTNERS = (
    r"(?:partner|work|collaborate|liaise|coordinate|interface|team up)(?:ing|s)?"
    r"(?: \w+ly)? with (?:(?! from )[^.;:()]){3,80}? (?:on|to|in(?= \w+ing\b)|for|when|as)\b"
)
_AUDIENCE = regex(
    r"\b(?:present|report|explain|submit)(?:ing|s)? [^.;:()]{3,60}? "
    r"to ((?:(?! (?:on|about|for|in|by)\b)[^.;:()])+)",
    re.IGNORECASE,
)
"""Those to whom something is told: "presents statistics to the board" asks for no board."""
_SOON_AFTER = regex(
    r"\bwithin (?:the )?(?:first )?(?:[\w-]+ )?(?:days?|weeks?|months?|years?) "
    r"(?:of|from|after) (?:the |your )?(?:date of )?(?:hire|hiring|employment|starting|start)\b",
    re.IGNORECASE,
)
"""A time by which a licence is to be held."""
_FIELDS = regex(
    r"\b(?:degrees?|bachelor(?:.?s)?|master(?:.?s)?|doctorate|phd|diploma)\b[^;.]*? in "
    r"(?P<fields>[^;.(]+?)(?=[;.(]|$|,? (?:and|plus|with|or) (?:\S+ ){0,3}(?:years?|experience)\b)",
    re.IGNORECASE,
)
"""The field of study of a degree, which no deed shows."""
_MARKS = regex(r"[,;:]\s+|\.\s+|\s+[–—+&-]\s+|\s+and\s+")
_BILINGUAL = regex(r"(?:bi|tri|multi)lingual\b[^,;:.]*\.?$", re.IGNORECASE)
"""A wish for languages together: a single one of them does not answer it."""
_LEADS = regex(
    r"\b(?:lead|manag|direct|supervis|oversee|head|run|grow|build|coach|mentor|develop)\w*\b"
    r"[^.;:()]{0,40}?(?:\b(?:teams?|staff|crews?|squads?|departments?) of "
    rf"(?:about |around |up to |over |some |~ ?)?(?:\d|(?:{'|'.join(NUMERALS)})\b)"
    rf"|(?:\d\+?|\b(?:{'|'.join(NUMERALS)}))[ -](?:person|people|member|strong)\b"
    r"[^.;:()]{0,40}?\b(?:teams?|staff|crews?|squads?|departments?)\b)",
    re.IGNORECASE,
)
"""A wish for somebody who has led people, whoever these were."""
LEADING = "people management"
_PARTING_MARKS = frozenset(",;:&+/|()[]–—.!?")
_PARTING_WORDS = frozenset(
    "and or but nor not no without plus because since than instead vs -".split()  # noqa: SIM905
)
_OWNERS = frozenset(("the", "my", "our", "a", "an", "all"))
_MOST_IN_NAME = 2
_MOST_REJOINED = 3
# Where one thing ends in languages that have no grammar here: at marks, at their "and", and before
# the place of it.
_PLAIN_ENDS = regex(
    r"[,;，；、・،؛]|\s(?:und|sowie|et|y|e|ed|och|og|oraz"
    r"|(?:an|in|bei) (?:einem|einer)|dans une?|au sein d[eu’'])\s",
    re.IGNORECASE,
)


@lru_cache(maxsize=500)
def phrases_of_wish(
    wish: Wish, lexicon: Lexicon, said: frozenset[str], *, skill: bool, english: bool
) -> tuple[str, ...]:
    """Return the phrases that a note wishes shown.

    ``skill`` says that the note names a skill, where verbs such as "tell" count as deeds; elsewhere
    they only introduce. ``said`` are the stems of the bullets of the note's own entries: words of
    these count even where they are common.
    """
    text = "; ".join(wish.asks)
    if not english:
        return _split_plain_text(text)
    lists = phrase_words()
    verbs = lists.instructions if skill else lists.instructions | lists.telling
    phrases = _rejoin(text, split_phrases(text, instructions=verbs, together=lexicon.spellings))
    phrases = _share_front(text, _share_head(text, phrases, lexicon))
    named = tuple(p for p in phrases if p.casefold() not in phrase_words().nobodies)
    special = tuple(p for p in named if not is_vague(p, lexicon) or stems_of(p) <= said)
    told = [word for word in _content_words(split_words(text)) if word.lower not in verbs]
    alone = named if len(named) == len(told) == 1 else ()
    return _drop_repeated(special or alone, lexicon)


def parts_unsaid(wish: Wish, phrases: tuple[str, ...]) -> tuple[str, ...]:
    """Return the parts of a wish, of several words, that no phrase covers.

    They are of common words only ("new system"), which is enough among the bullets of one entry.
    """
    said, selves = stems_of(" ".join(phrases)), wish_words().words["selves"]
    parts = (
        part.strip(" .") for ask in wish.asks for part in _MARKS.split(replace_roundabout(ask))
    )
    return tuple(
        part
        for part in parts
        if len(words := stems_of(part) - _OWNERS) > 1 and not words & said
        if _content_words(split_words(part)) and first_word(part) not in selves
    )


@lru_cache(maxsize=500)
def phrases_of_sentence(
    sentence: Sentence, company: str, lexicon: Lexicon, *, english: bool
) -> tuple[str, ...]:
    """Return the special phrases of a sentence of the description, without the company's name."""
    if not english:
        return _split_plain_text(sentence.text)
    if _BILINGUAL.match(sentence.text):
        return (sentence.text.rstrip(" ."),)
    asking = _SOON_AFTER.sub("", sentence.text)
    phrases = split_phrases(replace_roundabout(asking), together=lexicon.spellings)
    phrases = _share_front(asking, _share_head(asking, phrases, lexicon, ("and", "or", "/")))
    if company:
        phrases = tuple(phrase for phrase in phrases if company not in phrase.casefold())
    studied = _FIELDS.search(asking)
    if studied is not None:
        phrases = tuple(phrase for phrase in phrases if phrase not in studied["fields"])
    special = tuple(phrase for phrase in phrases if _is_special(phrase, sentence, lexicon))
    special = _without_partners(asking, special)
    if _LEADS.search(asking):
        special = (*special, LEADING)
    if not special and sentence.kind is AskKind.PREFERRED:  # "fintech or payments background"
        special = tuple(
            phrase for phrase in phrases if _special_words(_content_words(split_words(phrase)))
        )
    return tuple(_without_light_deed(phrase, lexicon) for phrase in special)


def says_something(text: str) -> bool:
    """Tell whether a line without a special phrase still asks for something.

    "Direct a team of 18 controllers" does, "build new systems with great teams" does not.
    """
    lists = phrase_words()
    said = [word for phrase in split_phrases(text) for word in _content_words(split_words(phrase))]
    return any(w.stem not in lists.generic and w.lower not in lists.breaks for w in said[1:])


@lru_cache(maxsize=2000)
def phrase_key(phrase: str, lexicon: Lexicon, *, english: bool = True) -> Key:
    """Return what a phrase asks for, whatever its wording: its names and special stems."""
    words = split_words(phrase, english=english)
    if not english:
        return frozenset(word.stem.casefold() for word in words)
    key, taken = longest_names(words, lexicon)
    rest = [word.stem for word in _content_words(words) if word not in taken]
    generic = phrase_words().generic
    special = [stem for stem in rest if stem not in generic]
    return frozenset([*key, *(special if key or special else rest)])


def is_told_anew(phrase: str, position: str) -> bool:
    """Tell whether a phrase says more than a name asked for before, or than the position's name.

    "Lead a new machine learning team" does, beside "machine learning"; so does leading people.
    """
    named = phrase != LEADING and len(_content_words(split_words(phrase))) <= _MOST_IN_NAME
    return not named and phrase.casefold() not in position.casefold()


def _rejoin(text: str, phrases: tuple[str, ...]) -> tuple[str, ...]:
    """Join phrases again where the second only tells more of the first.

    "Testifying" and "custodian" become "testifying as custodian", if both are short and the second
    is no name ("in Epic").
    """
    found: list[str] = []
    start = end = 0
    for phrase in phrases:
        begin = text.find(phrase, end)
        if begin < 0:
            found.append(phrase)
            continue
        longer = text[start : begin + len(phrase)]
        short = len(_content_words(split_words(longer))) <= _MOST_REJOINED
        if end and short and phrase[0].islower() and not are_apart(text[end:begin]):
            found[-1] = longer
        else:
            found.append(phrase)
            start = begin
        end = begin + len(phrase)
    return tuple(found)


def _share_head(
    text: str, phrases: tuple[str, ...], lexicon: Lexicon, joints: tuple[str, ...] = ("or", "/")
) -> tuple[str, ...]:
    """Complete a single noun before its alternative with the noun that both share.

    "Image or audio embeddings" asks for image embeddings. A name by itself stays as it is.
    """
    found = list(phrases)
    for number, (one, other) in enumerate(pairwise(phrases)):
        words, others = split_words(one), split_words(other)
        start = text.find(one)
        gap = text[start + len(one) : text.find(other, start + len(one))].strip()
        alone = len(words) == 1 and one[1:].islower() and not one.endswith("ing")
        named = find_namings(words, lexicon)
        if named and (gap in ("and", "&") or one.endswith("s") or is_name(one, lexicon)):
            alone = False
        head = _head(others)
        vague = gap in ("and", "&") and (
            is_vague(one, lexicon) or others[-1].lower in _carried_words()
        )
        listed = gap in joints and (gap != "and" or _special_words(others[-1:]))
        if alone and head is not None and (vague or listed):
            found[number] = f"{one} {other[head.start :]}"
    return tuple(found)


def is_name(phrase: str, lexicon: Lexicon) -> bool:
    """Tell whether a phrase is a name of the lexicon as spelled there: "image" is not "imaging"."""
    names = (lexicon.same[naming.concept] for naming in find_namings(split_words(phrase), lexicon))
    spelled = phrase.casefold().rstrip("s")
    return any(spelled == name.casefold().rstrip("s") for same in names for name in same)


def _head(words: tuple[Word, ...]) -> Word | None:
    """Return the noun that ends two words, or tied ones ("trade show management"), or None."""
    tied = all(word.joined == "-" for word in words[:-2]) or words[-1].lower in _carried_words()
    noun = len(words) > 1 and tied and len(words[-1].written) > 2
    return words[-1] if noun and not words[-2].joined else None


def _carried_words() -> frozenset[str]:
    return phrase_words().carried


def _share_front(text: str, phrases: tuple[str, ...]) -> tuple[str, ...]:
    """Complete what is done beside another deed with what both are done to.

    "CRM migration and administration" asks for CRM administration, too.
    """
    found = list(phrases)
    for number, (one, other) in enumerate(pairwise(phrases), start=1):
        words = split_words(one)
        begin = text.find(one) + len(one)
        joined = text[begin : text.find(other, begin)].strip() in ("and", "&")
        if joined and len(words) > 1 and {words[-1].lower, other.casefold()} <= _carried_words():
            found[number] = f"{one[: words[-1].start]}{other}"
    return tuple(found)


def are_apart(gap: str) -> bool:
    """Tell whether the text between two phrases makes them two wishes."""
    marked = not _PARTING_MARKS.isdisjoint(gap)
    return marked or not _PARTING_WORDS.isdisjoint(gap.casefold().split())


def _drop_repeated(phrases: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """Drop phrases that ask for the same thing as an earlier one."""
    by_key: dict[Key, str] = {}
    for phrase in phrases:
        by_key.setdefault(phrase_key(phrase, lexicon), phrase)
    return tuple(by_key.values())


def is_vague(phrase: str, lexicon: Lexicon) -> bool:
    """Tell whether a phrase is one common word that the lexicon does not know."""
    words = split_words(phrase)
    if phrase.casefold() in phrase_words().nobodies:
        return True
    if find_namings(words, lexicon):
        return False
    content = _content_words(words)
    vague = phrase_words().generic | phrase_words().mild_nouns
    return len(content) < 2 and all(word.stem in vague for word in content)


def _is_special(phrase: str, sentence: Sentence, lexicon: Lexicon) -> bool:
    """Tell whether a phrase of the description names something.

    The lexicon knows it, capitals make it a name, or one of its several words is special. In loose
    prose, where capitals are places and people, two special words are needed; a point of a list
    that is a few words only is no prose.
    """
    words = split_words(phrase)
    if len(words) == 1 and _says_little(words[0], lexicon):
        return False
    if find_namings(words, lexicon):
        return True
    content = _content_words(words)
    special = _special_words(content)
    loose = sentence.kind is AskKind.DESCRIPTION and not _is_short_item(sentence)
    if len(content) < 2:
        starts = sentence.text.startswith(phrase)
        return not loose and any(any(map(str.isupper, word.written[starts:])) for word in special)
    return len(special) >= (2 if loose else 1)


def _is_short_item(sentence: Sentence) -> bool:
    """Tell whether a point of a list is a few words only: "SAP", "AMOS system"."""
    return sentence.is_item and len(sentence.text.split()) <= _MOST_REJOINED


def _says_little(word: Word, lexicon: Lexicon) -> bool:
    """Tell whether a word alone asks for nothing, though the lexicon has it ("outcomes")."""
    lists = phrase_words()
    light = word.lower in lists.light_deeds
    return word.stem in lists.generic or (light and "team" not in lexicon.shows.get(word.stem, ()))


def _special_words(words: tuple[Word, ...]) -> tuple[Word, ...]:
    common = phrase_words().generic | phrase_words().mild
    return tuple(word for word in words if word.stem not in common)


def _split_plain_text(text: str) -> tuple[str, ...]:
    pieces = (piece.strip(" .") for piece in _PLAIN_ENDS.split(text))
    return tuple(dict.fromkeys(piece for piece in pieces if piece))


def _without_partners(text: str, phrases: tuple[str, ...]) -> tuple[str, ...]:
    """Drop phrases that only say with whom or before whom a duty is done.

    "Partner with sales and product on pricing" asks for no sales.
    """
    partners = re.search(rf"\b{PARTNERS}", text, re.IGNORECASE)
    with_whom = stems_of(" ".join((partners[0] if partners else "", *_AUDIENCE.findall(text))))
    return tuple(p for p in phrases if not stems_of(p) <= with_whom) or phrases


def _without_light_deed(phrase: str, lexicon: Lexicon) -> str:
    """Remove an opening verb that says little: "maintain" of "maintain the archive"."""
    words = split_words(phrase)
    if len(words) < 2 or words[0].lower not in phrase_words().light_deeds:
        return phrase
    rest = words[1:]
    if rest[0].lower in PARTICLES:  # "follow up" says no more without its verb
        return phrase
    while len(rest) > 1 and rest[0].lower in phrase_words().fillers:
        rest = rest[1:]
    if any(naming.first == 0 for naming in find_namings(words, lexicon)):
        return phrase
    if not _special_words(_content_words(rest)) and not find_namings(rest, lexicon):
        return phrase
    return phrase[rest[0].start :]


def _content_words(words: tuple[Word, ...]) -> tuple[Word, ...]:
    return tuple(
        word
        for index, word in enumerate(words)
        if not is_filler(words, index)
        and word.stem not in ("of", "and", "or")
        and not is_amount(words, index)
    )
