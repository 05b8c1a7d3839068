"""Job titles that a letter claims and no source gives, or gives of another employer."""

from collections.abc import Iterator, Sequence

from lapel.checks.letters.facts import Fact, Facts, telling_stems
from lapel.checks.letters.sentence import Claim, Said
from lapel.checks.letters.vocabulary import word_list
from lapel.text.words import Word

_LONGEST = 5
_ALIKE = 5
"""The number of first letters that a doer and their work share: auditor, audited."""


def title_claims(said: Said, facts: Facts) -> Iterator[Claim]:
    """Yield each title the writer claims that their sources do not have."""
    if said.has("negations"):
        return
    done = -1
    for index, word in enumerate(said.words):
        if index <= done or not _is_head(word):
            continue
        first, last = _find_title_bounds(index, said)
        done = last
        phrase = [
            w for w in said.words[first : last + 1] if w.lower not in word_list("title_adjectives")
        ]
        if not _is_claimed(first, said) or _is_unofficial(phrase, said, facts):
            continue
        if not _is_known(phrase, said, facts):
            start, end = phrase[0].start, phrase[-1].end
            message = f"“{said.text[start:end]}” is no title of yours in your profile"
            yield Claim(start, end, message)


def _is_head(word: Word) -> bool:
    return word.lower in word_list("title_heads")


def _find_title_bounds(index: int, said: Said) -> tuple[int, int]:
    """Return the first and last word of the title around its head: words before it, and "of …" or
    ", …" after it.
    """
    words = said.words
    first = index
    while (
        first > 0
        and index - first < _LONGEST
        and said.text[words[first - 1].end : words[first].start] in (" ", "-")
        and not _is_outside_title(words[first - 1])
    ):
        first -= 1
    last = index
    while last + 1 < len(words) and said.text[words[last].end : words[last + 1].start] == " ":
        if not (_is_head(words[last + 1]) or words[last + 1].written[0].isupper()):
            break
        last += 1
    if last + 2 < len(words) and words[last + 1].written in ("of", "for"):
        after = last + 2
        while after < len(words) and after - last <= _LONGEST:
            gap = said.text[words[after - 1].end : words[after].start]
            if gap not in (" ", "-") or _is_outside_title(words[after], inside=after > last + 2):
                break
            after += 1
        last = after - 1 if after > last + 2 else last
    elif last + 1 < len(words) and words[last].written[0].isupper():
        after = last + 1
        gap = said.text[words[last].end : words[after].start]
        while (
            after < len(words)
            and words[after].written[0].isupper()
            and words[after].written != "I"
            and gap in (", ", " ", "-")
        ):
            last, after = after, after + 1
            gap = said.text[words[last].end : words[after].start] if after < len(words) else ""
    return first, last


def _is_outside_title(word: Word, *, inside: bool = False) -> bool:
    if inside and word.lower in ("and", "the"):
        return False
    if word.start and word.written[0].isupper() and len(word.written) > 1:
        return False
    return word.lower in word_list("small") or word.written[0].isdigit()


def _is_claimed(first: int, said: Said) -> bool:
    """Tell whether the words before a title say that the writer has or had it."""
    at = first - 1
    while (
        at >= 0
        and said.lower[at] in word_list("title_between")
        and said.lower[at] not in ("as", "was")
    ):
        at -= 1
    if at < 0 or said.lower[at] not in word_list("title_claims"):
        return False
    if "your" in said.lower[at:first]:
        return False
    if said.lower[at] == "as" and at and said.lower[at - 1] in ("well", "such", "far", "soon"):
        return False
    subject = said.lower[max(0, at - 3) : at]
    if said.lower[at] in ("was", "been", "being", "became", "become", "named", "hired", "promoted"):
        return not word_list("title_subjects").intersection(subject) and (
            bool({"i", "i've", "i'd"} & set(said.lower[:at])) or at == 0
        )
    return True


def _is_unofficial(phrase: Sequence[Word], said: Said, facts: Facts) -> bool:
    """Tell whether a title is one that anybody may use of themselves; at a named employer no rank
    is.
    """
    if len(phrase) != 1:
        return not phrase
    lower = phrase[0].lower
    ranked = lower in word_list("ranks") and bool(facts.owners_in(said.text))
    return lower in word_list("unofficial") and not ranked


def _is_known(phrase: Sequence[Word], said: Said, facts: Facts) -> bool:
    owners = facts.owners_in(said.text)
    named = {stem for owner in owners for stem in Fact(owner).stems}
    heads = [word for word in phrase if _is_head(word)]
    wanted = telling_stems(phrase) - named - {word.stem for word in heads}
    kept = {word.lower for word in phrase} & word_list("demoters")
    return any(
        wanted <= fact.stems
        and all(_has_head(fact, head) for head in heads)
        and not (fact.kind == "title" and fact.owner and _find_demoters(fact) - kept)
        for fact in (facts.facts if said.has("title_later") else facts.own_facts)
        if len(owners) != 1 or fact.owner == owners[0] or fact.kind == "job"
    )


def _has_head(fact: Fact, head: Word) -> bool:
    """Tell whether a fact has the title's main word, or for no rank another of its beginning."""
    if not fact.lower.isdisjoint((head.lower, f"{head.lower}s")):
        return True
    alike = head.lower[:_ALIKE]
    ranked = head.lower in word_list("ranks")
    return not ranked and any(word.startswith(alike) for word in fact.lower)


def _find_demoters(fact: Fact) -> frozenset[str]:
    title = fact.words[:_LONGEST]
    return word_list("demoters").intersection(word.lower for word in title)
