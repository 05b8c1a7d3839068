"""Directions to whoever writes the letter, not meant for its reader: "start there"."""

import re
from collections.abc import Iterator

from lapel.letter.english.vocabulary import either, pattern
from lapel.text.regexes import regex
from lapel.text.sentences import split_sentences
from lapel.text.words import fold_text

_HEAD = regex(r"^(?P<head>[^:,;()–]{3,40})(?::| –)\s+(?=\S)")
_BRACKETS = regex(r"\s*\((?P<inner>[^()]*)\)")
_QUOTED = regex(r"[\"“](?P<words>[^\"“”]{3,})[\"”]")
"""The words to say, given in an answer to oneself."""
_ASKED_BACK = 2
"""A question about what was said before, and its answer."""
MANNER = regex(rf", (?:{either('manners')})$", re.IGNORECASE)
"""The manner of saying something, added after it: "say the stories are stiff, nicely"."""


def split_withdrawn(text: str) -> tuple[str, str]:
    """Return the text without what its writer took back at once ("… Leave it."), and that part."""
    kept = [*split_sentences(text)]
    if len(kept) > _ASKED_BACK and _is_refused(*kept[-2:]):
        kept = kept[: -_ASKED_BACK - 1]
        return " ".join(kept), text[len(" ".join(kept)) :].strip()
    while len(kept) > 1 and _is_withdrawal(kept[-1]):
        kept.pop()
    if len(kept) < len(split_sentences(text)):
        kept.pop()
    said = " ".join(kept)
    return said, text[len(said) :].strip() if kept else text


def instruct_by_own_answer(text: str) -> tuple[str, str]:
    """Return the text with an answered question to oneself as an instruction, and the rest."""
    small = fold_text(text)
    asked = pattern("asked_oneself").match(small)
    answer = text[asked.end() :] if asked else ""
    if asked is None or not answer:
        return text, ""
    if pattern("refused").fullmatch(small[asked.end() :]):
        return "", text
    if quoted := _QUOTED.search(answer):
        return quoted["words"], text[: asked.end()]
    agreed = pattern("agreed").match(small[asked.end() :])
    rest = answer[agreed.end() :] if agreed else answer
    what = text[asked.start("what") : asked.end("what")] if asked["what"] else ""
    if not what:
        return rest, text[: asked.end()]
    return f"mention {what}{' – ' if rest else ''}{rest}", ""


def _is_refused(question: str, answer: str) -> bool:
    """Tell whether a question asks whether to say something, and its answer is no."""
    asked = fold_text(f"{question} ")
    said_no = pattern("refused").fullmatch(fold_text(answer))
    return pattern("asked_back").fullmatch(asked) is not None and said_no is not None


def _is_withdrawal(sentence: str) -> bool:
    """Tell whether a sentence takes back the one before it: "Better not.", "Leave it."."""
    bare = fold_text(sentence.strip(" .!"))
    return pattern("withdrawals").fullmatch(bare) is not None


def without_directions(text: str) -> str:
    """Return the text without the parts that only say how, where or why to say the rest.

    A text with nothing else in it is returned as it is.
    """
    kept = _BRACKETS.sub(_rest_of_brackets, text)
    head = _HEAD.match(kept)
    if head and is_direction(head["head"]):
        kept = kept[head.end() :]
    parts = list(_split_parts(kept))
    said = [(mark, part) for mark, part in _keep_strong_marks(parts) if not is_direction(part)]
    if not said:
        return text
    first = said[0][1]
    rest = "".join(f"{mark}{part}" for mark, part in said[1:])
    return f"{first}{rest}".strip() or text


def _keep_strong_marks(parts: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the parts, keeping a direction's stronger mark before the part after it.

    That is the mark of a separate sentence or of a label, or a full stop where the direction ends
    in "!" or "?".
    """
    before = last = ""
    for mark, part in parts:
        fell, heads = is_direction(before), last.strip() in (":", "–")
        begins = fell and "." in last
        cried = fell and mark.strip() in ("!", "?")
        last = ". " if begins or cried else last if fell and heads else mark
        yield last, f"{part[:1].upper()}{part[1:]}" if begins else part
        before = part


def _rest_of_brackets(found: re.Match[str]) -> str:
    """Return the rest of brackets, with the space before them."""
    inner = found["inner"]
    if is_direction(inner):
        return ""
    left = without_directions(inner) if "," in inner or ";" in inner else inner
    return found.group().replace(inner, left)


def _split_parts(text: str) -> list[tuple[str, str]]:
    """Return the parts of a text, each with the mark before it; brackets stay whole."""
    parts: list[tuple[str, str]] = []
    start, mark = 0, ""
    for cut in pattern("cut").finditer(text):
        if text.count("(", 0, cut.start()) > text.count(")", 0, cut.start()):
            continue
        parts.append((mark, text[start : cut.start()]))
        start, mark = cut.end(), cut.group()
    return [*parts, (mark, text[start:])]


def is_direction(part: str) -> bool:
    """Tell whether a part only says how, where or why to say the rest."""
    bare = fold_text(part.strip(" .,;:!?–"))
    return pattern("directions").fullmatch(bare) is not None
