"""Remarks on the company in a point, split from its requests and told before them.

A person who writes "Describe the girder, because they coordinate closures with railways" gives a
reason that its reader knows best: "You coordinate closures with railways." "Theirs" is replaced by
the thing named before ("new nurses, since half of theirs …"). If people were named last, "they" are
those people ("talk to farmers; they …"); if several things were, the remark stays where it is.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from lapel.letter.english.antecedents import is_somebody
from lapel.letter.english.clauses import is_clause
from lapel.letter.english.finite import main_verb
from lapel.letter.english.forms import is_past, is_plural, is_third, words_of
from lapel.letter.english.vocabulary import pattern, word_list
from lapel.letter.english.words import capital
from lapel.letter.points.instructing import Instruction, begins_instruction, take_instruction
from lapel.letter.points.prose import is_prose, is_whole
from lapel.letter.points.sentences import with_article
from lapel.text.common import is_adjective, is_noun
from lapel.text.sentences import split_sentences
from lapel.text.verbs import Form, forms_of

_POINTING = frozenset(("it", "them", "this", "these", "those", "him", "her"))
"""Words that point at the deed told before a remark."""
_WANTING = frozenset(("want", "need", "wants", "needs", "lack", "lacks"))
_LACKING = frozenset(("hardly", "no", "few", "only", "barely", "nobody", "almost", "too"))
"""Words after "they have" that say there is too little: "they have hardly any donors"."""
_SEEKING = frozenset(("looking", "seeking", "hiring", "recruiting", "searching", "advertising"))
"""Words after "they are" that say it of a company, whoever was named before."""
_ELLIPTIC = frozenset(("do", "does", "did", "are", "have", "can"))
"""Ends of a remark whose verb stands in the words before it: "because half of them do"."""
_FEWEST = 4
"""The fewest words with which a remark says something by itself; "as they ask" has fewer."""


class Stretch(Struct, frozen=True):
    """A stretch of a point.

    ``of_company`` says that it is a sentence about the company and nobody else; ``refers_back``
    that it needs what is told before it; ``silent`` that it only says why the rest is asked for.
    """

    text: str
    of_company: bool = False
    refers_back: bool = False
    silent: bool = False


def split_remarks(text: str) -> tuple[Stretch, ...]:
    """Split the remarks on the company off a text's instructions; return all in telling order."""
    found: list[Stretch] = []
    for part in (
        part for sentence in split_sentences(text) for part in _split_off_remark(sentence)
    ):
        apart = part.of_company or part.silent
        if found and not (found[-1].of_company or found[-1].silent or apart):
            found[-1] = Stretch(f"{found[-1].text} {part.text}")
        else:
            found.append(part)
    return tuple(found)


def _split_off_remark(sentence: str) -> Iterator[Stretch]:
    """Yield the remark of one sentence and the rest, or the whole sentence."""
    leads = pattern("remark_leads").match(sentence)
    if leads and begins_instruction(leads["rest"]) and not begins_instruction(sentence):
        told = _say_of_company(leads["remark"], "")
        yield Stretch(told or f"{leads['remark']}.", of_company=bool(told))
        yield from _split_off_remark(capital(leads["rest"]))
        return
    asked = take_instruction(sentence)
    goes_on = None if asked else pattern("and_they").match(sentence)
    if goes_on and (told := _say_of_company(goes_on["theirs"], "")):
        yield Stretch(told, of_company=True)
        yield Stretch(f"{goes_on['mine']}.")
        return
    asked = asked or _instruct_to_show(sentence)
    if asked and (named := pattern("remark_is").match(sentence)):
        be = "are" if is_plural(named["thing"]) else "is"
        yield Stretch(f"{capital(named['thing'])} {be} {named['what']}.", of_company=True)
        yield from _split_off_remark(f"{named['head']}{named['rest']}")
        return
    for found in pattern("remark").finditer(sentence) if asked else ():
        head = sentence[: found.start()]
        remark, rest = _cut_remark(sentence, found)
        if "because" in found.group() and {*words_of(remark)[-1:]} & _ELLIPTIC:
            yield Stretch(f"{head}, as {remark}{rest}")
            return
        points = pattern("remark_back").match(remark) is not None
        silent = _is_rationale(found.group(), remark)
        if asked is None or not (points or silent or not _gives_reason(asked, found, remark)):
            continue
        if remark and not silent and (told := _say_of_company(remark, head)):
            yield Stretch(told, of_company=True)
            yield from _split_off_remark(f"{head}{rest}")
            return
        if behind := _tell_behind(remark, head):
            yield from _split_off_remark(f"{head}{rest}")
            yield behind
            return
        if silent or (_points_back(found, remark) and not is_clause(asked.object)):
            yield from _split_off_remark(f"{head}{rest}")
            yield Stretch(remark, silent=True)
            return
    yield Stretch(sentence)


def _is_rationale(link: str, remark: str) -> bool:
    """Tell whether a reason only says why something is to be shown: "since both are asked for"."""
    found = pattern("asked_for").search(remark)
    apart = found is not None and (link.startswith(", ") or found["wholly"] is not None)
    return apart and not word_list("first_person") & {*words_of(remark)}


def _points_back(found: re.Match[str], remark: str) -> bool:
    """Tell whether a reason says what the company does with something only named before it.

    The reader knows that: "…, since they wish to involve them".
    """
    reason = not found["bracket"] and ";" not in found.group()
    pointing = _POINTING & {*words_of(remark)} and not word_list("first_person") & {
        *words_of(remark)
    }
    return bool(reason and pointing) and pattern("remarked").match(remark) is not None


def _instruct_to_show(sentence: str) -> Instruction | None:
    """Return an instruction to show what a note only names, None for other notes.

    "Moving 9,000 ceramics, as they move, too" is such a note.
    """
    named = ":" not in sentence and not word_list("first_person") & {*words_of(sentence)}
    if not named or is_clause(sentence) or is_prose(sentence):
        return None
    return Instruction(frozenset(("show",)), sentence, "show")


def _tell_behind(remark: str, head: str) -> Stretch | None:
    """Return a remark that makes sense only after its request, None for others.

    It is "they're about to do the same", or on people named in the request.
    """
    if back := pattern("remark_back").match(remark):
        be = "Those are" if back["those"] else "That is"
        return Stretch(f"{be} {back['what']}.", of_company=True, refers_back=True)
    if shows := pattern("remark_shows").match(remark):
        deeds = "They" if shows["those"] else "It"
        return Stretch(
            f"{deeds} {shows['does']} that {shows['what']}.", of_company=True, refers_back=True
        )
    if pattern("remark_alike").match(remark):
        return Stretch(f"{capital(remark)}.", of_company=True, refers_back=True)
    people = _say_of_people(remark, head) if remark and not _POINTING & {*words_of(remark)} else ""
    return Stretch(people) if people else None


def _gives_reason(asked: Instruction, found: re.Match[str], remark: str) -> bool:
    """Tell whether what follows is a reason for the writer's own words, with which it stays.

    "Say that I apply because they train everybody" has one. What they need today is no reason for a
    deed of the past, and what they ask for one only for a wish. What stands in brackets behind a
    "why" is what it asks for.
    """
    if found["bracket"] and asked.object.startswith("why "):
        return True
    clause = asked.object.removeprefix("that ")
    needed = found.group().startswith(", ") and pattern("still_to_come").match(remark)
    asks = pattern("remark_asks").match(remark) and not pattern("wish_for_work").match(clause)
    caused = not (asks or (needed and _tells_deed(clause)))
    said = "say" in asked.kinds and is_clause(clause) and caused
    felt = "feel" in asked.kinds and "show" not in asked.kinds
    return asked.wished or (not (found["bracket"] or ";" in found.group()) and (said or felt))


def _tells_deed(clause: str) -> bool:
    """Tell whether a clause says what somebody did at work, not how their life went."""
    deed = pattern("deed").match(clause)
    if deed is None or deed["verb"] in word_list("life"):
        return False
    return is_past(deed["verb"]) or Form.PARTICIPLE in forms_of(deed["verb"])


def _cut_remark(sentence: str, found: re.Match[str]) -> tuple[str, str]:
    """Return a remark, cut at its bracket's end or the next instruction, and the text after it."""
    remark = sentence[found.end() :]
    if found["bracket"]:
        inner, closed, rest = remark.partition(")")
        return (inner, rest) if closed else ("", "")
    for cut in pattern("next_instruction").finditer(remark):
        if "(" in cut.group() or begins_instruction(remark[cut.end() :], joined=True):
            return remark[: cut.start()], remark[cut.start() :]
    return remark.rstrip(" ."), "."


def _say_of_company(remark: str, head: str) -> str:
    """Return a remark as a sentence about the company, "" where it may be about others.

    Words that it leaves out are taken from its ``head``, the words before it.
    """
    counts = pattern("remark_counts").match(remark)
    if counts and is_plural(thing := _find_last_noun(head)):
        return f"{capital(counts['they'])} {counts['count']} {thing}{counts['when']}."
    words = words_of(remark)
    short = len(words) < _FEWEST
    points = _POINTING & {*words} or words[-1:] == ("both",)
    alike = pattern("remark_alike").match(remark)
    others = (
        counts
        or short
        or points
        or alike
        or word_list("first_person") & {*words}
        or _is_of_several(words, head)
    )
    if others or not pattern("remarked").match(remark):
        return ""
    if words[-1] == "one" and words[-2] in _WANTING:
        thing = _find_last_noun(head)
        if not thing or is_plural(thing):
            return ""
        remark = re.sub(r"\bone$", with_article(thing), remark)
    if "theirs" in words:
        thing = _find_last_noun(head)
        place = words.index("theirs")
        agrees = place > 0 or is_plural(thing) != is_third((*words, "")[place + 1])
        if not thing or not agrees:
            return ""
        remark = re.sub(r"\btheirs\b", f"their {thing}", remark, count=1)
    owned = pattern("advert_says").sub("their ", remark)
    told = f"{capital(owned)}."
    stands = is_whole(told) or main_verb(told.split()) or "theirs" in words
    return told if stands or _tells_what_people_did(remark) else ""


def _tells_what_people_did(remark: str) -> bool:
    """Tell whether a remark says what the company's people did: "their guests complained"."""
    did = pattern("their_people_did").match(remark)
    if did is None or not is_past(did["did"]):
        return False
    return is_plural(did["who"]) and is_somebody(did["who"])


def _say_of_people(remark: str, head: str) -> str:
    """Return a remark on people named just before it, with their name for "they", or ""."""
    people = ("", *words_of(head))[-1]
    several = is_somebody(people) and _is_of_several(words_of(remark), head)
    told = re.sub(r"^they\b", capital(people), f"{remark}.")
    return told if several and is_whole(told) else ""


def _is_of_several(words: tuple[str, ...], head: str) -> bool:
    """Tell whether "they" may be several named just before.

    "Talk to farmers; they have to hear bad news early".
    """
    last = ("", *words_of(head))[-1]
    several = is_noun(last) and is_plural(last)
    lacking = not is_somebody(last) and words[2:3] and words[2] in _LACKING
    seeking = words[1:2] == ("are",) and _SEEKING & {*words[2:4]}
    companys = lacking or seeking or {*words[1:2]} & word_list("company_verbs")
    return several and words[:1] == ("they",) and not companys


def _find_last_noun(head: str) -> str:
    """Return the noun that ends the words, with its adjective: "new nurses", "pool"."""
    words = ("", "", *words_of(head))
    if not is_noun(words[-1]):
        return ""
    return " ".join(words[-2:]) if is_adjective(words[-2]) else words[-1]
