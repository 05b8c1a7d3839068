"""Facts on the writer, typed short: a paper on its way, a salary, a mother tongue."""

import re

from lapel.letter.english.clauses import is_clause, says_not_held
from lapel.letter.english.forms import is_base, is_plural, is_verb_only, words_of
from lapel.letter.english.vocabulary import either, pattern, word_list
from lapel.letter.points.frames import framed
from lapel.letter.points.model import Act
from lapel.letter.points.sentences import said, uncapital, with_article, without_determiner
from lapel.text.common import is_adjective, is_noun, is_small
from lapel.text.numbers import YEAR
from lapel.text.regexes import regex
from lapel.text.verbs import forms_of

_TERM = regex(rf"^(?:{either('bare_terms')}) (?:is|are|was|works?|suits?)\b", re.IGNORECASE)
_OWNER = regex(r"^(?:an? )?(?P<what>(?:car|van|truck|home|house|boat|dog|cat|horse)) owner$")
_TURN_DATED = regex(rf"^(?P<turn>\w+) (?:in |from )?(?={YEAR})", re.IGNORECASE)
_AND = r" and \g<needs>"
_NEEDS = regex(r", (?P<needs>(?:back|would|will|need|needs|can|could|may|am|have) )")
_TAIL = regex(r"^[,;] (?:and )?(?P<tail>.+)$")
_PAY = regex(rf"^(?:my |the )?(?:{either('pay')})(?: {either('pay_wished')})?$", re.IGNORECASE)
_STATED = regex(r"^(?:\d|no\.|number|current|valid|expires|active|since|until|in )", re.IGNORECASE)
_ACRONYM = regex(r"\b[A-Z][A-Z\d&-]+\b")
_MOST_WORDS = 5
_IN_RESUME = regex(r"\bin (?:the )?resume$", re.IGNORECASE)
_STRANGE = regex(r"^(?:the|your|this|all|both)\b", re.IGNORECASE)
_OWNED = "'’"
_STILL = frozenset(("owned", "run", "led", "managed", "staffed"))
_ABSENT = regex(rf"^no (?:{either('absences')})\b", re.IGNORECASE)


def tell_standing(mine: str, value: str) -> tuple[Act, ...]:
    """Return acts for a phrase on how things are, ``value`` the words beside it; () for others."""
    return (
        _tell_pay(mine, value)
        or _tell_by_paper(mine)
        or _tell_done_by(mine)
        or _tell_papers_under_way(mine)
        or _tell_dates_due(mine)
        or _tell_life(mine)
        or _tell_terms(mine)
        or _tell_held(mine, value)
        or _tell_things(mine)
    )


def _tell_done_by(mine: str) -> tuple[Act, ...]:
    """Return acts on what others did for company or writer: "founded by two sisters"."""
    if theirs := pattern("done_by").match(mine):
        was = "are" if theirs["done"].casefold() in _STILL else "were"
        return said(f"You {was} {mine[:1].lower()}{mine[1:]}")
    return said(f"I was {mine[:1].lower()}{mine[1:]}") if pattern("taught_by").match(mine) else ()


def _tell_by_paper(mine: str) -> tuple[Act, ...]:
    """Return acts on what the writer is by a paper: "HCPC registered", but not "crew trained"."""
    paper = pattern("by_paper").match(mine)
    if paper is None:
        return ()
    what = paper["what"]
    word = what.islower() and what not in ("first aid", "first-aid", "forklift", "manual handling")
    known = word and (is_noun(what) or is_adjective(what) or bool(forms_of(what)))
    return () if known or is_small(what) else said(f"I am {what} {paper['how']}")


def _tell_pay(mine: str, value: str) -> tuple[Act, ...]:
    """Return acts for a salary that is earned or wished for."""
    if earned := pattern("earned").match(mine):
        wished = f"; I am {earned['wished']}" if earned["wished"] else ""
        return said(f"My {earned['what'].lower()} is {earned['amount']}{wished}")
    if least := pattern("least").match(mine):
        return framed("salary", f"at least {least['amount']}")
    return framed("salary", value) if _PAY.match(mine) and any(map(str.isdigit, value)) else ()


def _tell_papers_under_way(mine: str) -> tuple[Act, ...]:
    """Return acts that say that a license, permit or exam is on its way."""
    way = pattern("under_way").match(mine)
    if way is None or not _is_paper(way["what"]) or _tells_whose(way["what"]):
        return ()
    what = uncapital(without_determiner(way["what"]))
    verb = "are" if is_plural(what) else "is"
    return said(f"My {what} {verb} {way['how'].lower()}{_join_rest(way['rest'])}")


def _tell_life(mine: str) -> tuple[Act, ...]:
    """Return acts on what the writer is, owns or went through: "on leave until May"."""
    if native := pattern("native").match(mine):
        return framed("native", native["l"])
    if owner := _OWNER.match(mine):
        return said(f"I own {with_article(owner['what'])}")
    if is_clause(mine):
        return ()
    if leave := pattern("on_leave").match(mine):
        return said(f"I am on {leave['leave'].lower()}{_NEEDS.sub(_AND, leave['rest'])}")
    if met := pattern("met").match(mine):
        befell = met["how"].casefold() in word_list("befallen")
        return said(f"I {'was' if befell else 'am'} {_complete_half(mine)}")
    return ()


def _tell_things(mine: str) -> tuple[Act, ...]:
    """Return acts on how a thing of the writer's is, who is the writer's, or what there is none of.

    "ServSafe current until 2027", "2 kids in your schools", "no bad blood".
    """
    if notice := pattern("notice").match(mine):
        if bends := pattern("bends").match(notice["rest"]):
            how = f"{bends['link'] or 'and'} {bends['be'] or 'is'} {bends['how']}"
            return said(f"My notice is {notice['n'].rstrip(_OWNED)} {how}")
        length = notice["n"].rstrip(_OWNED)
        owned = f"{length}'" if length.endswith("s") else f"{length}'s"
        return framed("notice", f"{owned} notice{notice['rest']}")
    if planned := pattern("planned").match(mine):
        return said(f"My {planned['what'].lower()} is {planned['when']}")
    if _ABSENT.match(mine):
        return said(f"There is {mine[:1].lower()}{mine[1:]}")
    if pattern("having").match(mine):
        return said(f"I have {mine[:1].lower()}{mine[1:]}")
    both, two, how = mine.partition(" both ")
    if two and how.split(maxsplit=1)[0].casefold() in word_list("predicates"):
        return said(f"My {uncapital(without_determiner(both))} are both {how}")
    state = pattern("state").match(mine)
    if state is None or is_clause(mine) or any(map(is_verb_only, words_of(state["what"]))):
        return ()
    what = uncapital(without_determiner(state["what"].strip()))
    if _tells_whose(what):
        return ()
    first = next(iter(words_of(what)), None)
    if first is None or (is_base(first) and not is_noun(first)):
        return ()
    how = _IN_RESUME.sub("in my resume", state["how"])
    owner = "" if _STRANGE.match(mine) else "my "
    return said(f"{owner}{what} {'are' if is_plural(what) else 'is'} {how}{state['rest']}")


def _tell_terms(mine: str) -> tuple[Act, ...]:
    """Return acts for terms of a job and turns of a life, typed as clauses that lack a word."""
    if fine := pattern("fine").match(mine):
        verb = "are" if is_plural(fine["what"]) else "is"
        return framed("fine", f"{fine['what']} {fine['rest']}", **{"is": verb})
    turn = _TURN_DATED.match(mine)
    if not is_clause(mine):
        return ()
    if turn and turn["turn"].casefold() in word_list("turns"):
        return said(f"My {turn['turn'].lower()} in {mine[turn.end() :]}")
    return said(f"The {mine[:1].lower()}{mine[1:]}") if _TERM.match(mine) else ()


def _complete_half(half: str) -> str:
    """Return half a clause, begun small and with its last part joined: "and would need …"."""
    half = half if half[:2].isupper() else f"{half[:1].lower()}{half[1:]}"
    return _NEEDS.sub(_AND, half)


def _is_paper(what: str) -> bool:
    """Tell whether a phrase names a license, a permit, an exam."""
    papers = word_list("held") | word_list("exams")
    return bool(set(words_of(what)) & papers or _ACRONYM.search(what))


def _tells_whose(what: str) -> bool:
    """Tell whether words say what somebody does with a thing: "the course I have"."""
    return not {*words_of(what)}.isdisjoint(("i", "we", "you", "they"))


def _tell_dates_due(mine: str) -> tuple[Act, ...]:
    """Return acts that say when a paper runs out or comes: "RD license transfers in June"."""
    due = pattern("due").match(mine)
    if due is None or not _is_paper(due["what"]):
        return ()
    return said(f"My {due['what']} {due['does']}{due['when']}{_join_rest(due['rest'])}")


def _join_rest(rest: str) -> str:
    """Return the rest of a text, a clause after a semicolon: "; the test is January 14"."""
    found = _TAIL.match(rest)
    if found is None:
        return rest
    tail = found["tail"]
    if not is_clause(tail):
        return rest
    starts = words_of(tail)[0] in word_list("determiners") | {"i", "i'm", "i've", "i'll", "it"}
    return f"; {tail}" if starts else f"; the {tail}"


def _tell_held(mine: str, value: str) -> tuple[Act, ...]:
    """Return acts for a paper behind its kind: "license: Oklahoma journeyman, exam in May"."""
    noun = without_determiner(mine).casefold()
    kind, _, rest = value.partition(", ")
    exact = noun in word_list("held") and kind and not is_plural(noun)
    stated = is_clause(kind) or says_not_held(kind) or _STATED.match(kind)
    if not exact or stated or len(kind.split()) > _MOST_WORDS:
        return ()
    named = kind if noun in words_of(kind) else f"{kind} {noun}"
    told = said(f"I hold {with_article(named)}")
    return (*told, *(tell_standing(rest, "") or said(rest))) if rest else told
