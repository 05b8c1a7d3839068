"""Proper names of a letter that no source has: employers, products, people, places, prizes.

A name is a run of capitalised words, small words inside it included. It is known when a text of the
sources has its words in this order with nothing but small words between, or when each of its parts
is known.
"""

from collections.abc import Iterator, Sequence

from lapel.checks.letters.facts import Fact, Facts
from lapel.checks.letters.sentence import Claim, Said
from lapel.checks.letters.vocabulary import strip_genitive, word_list
from lapel.letter.english.vocabulary import mapping
from lapel.text.regexes import regex
from lapel.text.verbs import Form, forms_of
from lapel.text.words import Word, split_words

_JOINERS = frozenset({"of", "the", "for", "and", "de", "la", "van", "von", "der", "on", "in", "&"})
_GAP = regex(r"[ \-/]|\s?&\s?")
_OPENS = regex(r"(?:^|[:;—–(“\"‘]\s*|[.!?…]\s+)[*_“\"'‘(]*$")
_ME = frozenset({"me", "my", "us", "our"})
_PRIZED = frozenset({"Year", "Month", "Quarter", "Decade"})
_ENDINGS = ("ing", "ed", "ly", "s", "tion", "ment", "ness", "ity", "ance", "ence", "ship")


def name_claims(said: Said, facts: Facts, own: frozenset[str]) -> Iterator[Claim]:
    """Yield each name that neither the profile nor the job file has; ``own`` are words of the
    letter's own head (date, recipient, salutation) in lower case.
    """
    for run in _find_capitalised_runs(said):
        opens = _begins_sentence(run[0], said)
        words = run[1:] if opens and _is_common(run[0], facts) else run
        while words and words[0].lower in _JOINERS:
            words = words[1:]
        if not words or (opens and len(run) == 1 and not _looks_like_a_name(run[0], said, facts)):
            continue
        if opens and words is run and len(run) > 1 and _is_name(run[1:], facts, own):
            continue
        if _is_name(words, facts, own) or _is_a_relation(words, said):
            continue
        start, end = words[0].start, words[-1].end
        written = said.text[start:end]
        yield Claim(
            start, end, f"“{strip_genitive(written)}” is not in your profile or the job file"
        )


def language_claims(said: Said, facts: Facts) -> Iterator[Claim]:
    """Yield each language the writer says they speak and the profile does not have."""
    if not said.has("speaking") or "your" in said.lower:
        return
    if said.has("negations"):
        return
    spoken = {word for fact in facts.own_facts for word in fact.lower}
    for word in said.words:
        if word.lower in word_list("languages") and word.lower not in spoken:
            message = f"the language “{word.written}” is not in your profile"
            yield Claim(word.start, word.end, message)


def _find_capitalised_runs(said: Said) -> Iterator[tuple[Word, ...]]:
    """Yield the runs of capitalised words with the small words inside them."""
    run: list[Word] = []
    held: list[Word] = []
    for word in said.words:
        near = not run or _GAP.fullmatch(said.text[(held or run)[-1].end : word.start])
        if word.written[0].isupper() and (word.written != "I") and near:
            run += [*held, word]
            held = []
        elif run and near and word.written in _JOINERS:
            held.append(word)
        else:
            if run:
                yield tuple(run)
            capital = word.written[0].isupper() and word.written != "I"
            run, held = ([word] if capital else []), []
    if run:
        yield tuple(run)


def _begins_sentence(word: Word, said: Said) -> bool:
    """Tell whether a word begins a sentence or a quotation, so that its capital says nothing."""
    return _OPENS.search(said.text, 0, word.start) is not None


def _is_common(word: Word, facts: Facts) -> bool:
    """Tell whether a word that opens a sentence is a common word, no name."""
    lower = strip_genitive(word.written).casefold()
    if lower in word_list("small") or lower in _JOINERS or forms_of(lower):
        return True
    return lower.endswith(_ENDINGS) or (lower in facts.vocabulary and word.written.istitle())


def _looks_like_a_name(word: Word, said: Said, facts: Facts) -> bool:
    """Tell whether the first word of a sentence, its only capitalised one, must be a name."""
    written = strip_genitive(word.written)
    if any(letter.isupper() for letter in written[1:]) and len(written) > 1:
        return True
    if _is_common(word, facts) or "'" in word.written:
        return False
    following = next((other for other in said.words if other.start > word.start), None)
    did = following is not None and Form.PAST in forms_of(following.written)
    return did and bool(_ME.intersection(said.lower))


def _is_name(words: Sequence[Word], facts: Facts, own: frozenset[str]) -> bool:
    """Tell whether a run is known whole, or falls apart into known parts at its small words."""
    telling = [word for word in words if word.lower not in _JOINERS]
    if all(_is_word(word, facts, own) for word in telling) and (
        len(telling) == 1 or _is_in_a_fact(telling, facts)
    ):
        return True
    if len(words) < 2:
        return False
    if telling[-1].written in _PRIZED and words[-2].written == "the":
        return False
    cuts = [i for i, word in enumerate(words) if word.lower in _JOINERS]
    if any(_is_name(words[:i], facts, own) and _is_name(words[i + 1 :], facts, own) for i in cuts):
        return True
    return any(
        _is_organisation(words[:i], facts) and _is_name(words[i:], facts, own)
        for i in range(1, len(words))
    ) or all(_is_neutral(word, own) for word in telling)


def _is_word(word: Word, facts: Facts, own: frozenset[str]) -> bool:
    lower = strip_genitive(word.written).casefold()
    if _is_neutral(word, own) or lower in facts.vocabulary:
        return True
    singular = {lower.removesuffix("s"), lower.removesuffix("es")}
    if singular & facts.vocabulary or f"{lower}s" in facts.vocabulary:
        return True
    return _is_spelled_out(strip_genitive(word.written).removesuffix("s"), facts)


def _is_neutral(word: Word, own: frozenset[str]) -> bool:
    lower = strip_genitive(word.written).casefold()
    lists = ("neutral_names", "weekdays", "generic_names")
    neutral = lower in mapping("months") or any(lower in word_list(name) for name in lists)
    return len(lower) == 1 or lower in own or neutral


def _is_spelled_out(acronym: str, facts: Facts) -> bool:
    """Tell whether the sources write an acronym out, as the lexicon does or by its initials."""
    if not acronym.isupper() or not acronym.isalpha():
        return False
    for meaning in facts.acronyms.get(acronym, ()):
        if _is_in_a_fact(split_words(meaning), facts):
            return True
    return any(_has_initials(acronym, fact) for fact in facts.facts)


def _has_initials(acronym: str, fact: Fact) -> bool:
    """Tell whether capitalised words next to each other in a fact begin with these letters."""
    telling = [w for w in fact.words if w.lower not in _JOINERS]
    for start in range(len(telling) - len(acronym) + 1):
        words = telling[start : start + len(acronym)]
        if all(word.written[0] == letter for word, letter in zip(words, acronym, strict=True)):
            return True
    return False


def _is_in_a_fact(words: Sequence[Word], facts: Facts) -> bool:
    """Tell whether one text has these words in order, with at most small words between."""
    wanted = [word.stem for word in words]
    return any(_has_run(wanted, fact.words) for fact in facts.facts)


def _has_run(wanted: Sequence[str], words: Sequence[Word]) -> bool:
    for start, word in enumerate(words):
        if word.stem != wanted[0]:
            continue
        at, found = start + 1, 1
        while found < len(wanted) and at < len(words):
            if words[at].stem == wanted[found]:
                found += 1
            elif words[at].lower not in word_list("small"):
                break
            at += 1
        if found == len(wanted):
            return True
    return False


def _is_organisation(words: Sequence[Word], facts: Facts) -> bool:
    spelled = " ".join(strip_genitive(word.written).casefold() for word in words)
    return spelled in facts.owners


def _is_a_relation(words: Sequence[Word], said: Said) -> bool:
    """Tell whether a word is a first name after a word for a relation, as in "my sister Ana"."""
    if len(words) > 1:
        return False
    before = [word for word in said.words if word.end <= words[0].start]
    gap = said.text[before[-1].end : words[0].start] if before else ""
    return bool(before) and gap in (" ", ", ") and before[-1].lower in word_list("relations")
