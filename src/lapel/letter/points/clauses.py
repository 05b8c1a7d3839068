"""Clauses and halves of clauses made the writer's sentences: "can start in March"."""

import re

from lapel.letter.points.asking import Asked, seek
from lapel.letter.points.completing import completed, unspliced, with_subject
from lapel.letter.points.frames import framed
from lapel.letter.points.grammar import (
    is_base,
    is_clause,
    is_gerund,
    is_gerund_phrase,
    is_past,
    is_plural,
    is_third,
    to_base,
    verb_form,
    words_of,
)
from lapel.letter.points.model import Act, Part, Seek, Side, Unsayable
from lapel.letter.points.sentences import (
    clauses_joined,
    said,
    with_article,
    without_determiner,
)
from lapel.letter.points.standing import tell_standing
from lapel.letter.points.vocabulary import either, mapping, word_list
from lapel.text.verbs import Form, forms_of

_DEED = re.compile(
    r"^I(?:['’]ve| have)? (?:(?:also|once|recently|personally|\w+ly) )?(?P<verb>[a-z]+)\b"
)
_STRENGTH = re.compile(
    r"^I(?:['’]m| am| have| possess| bring|['’]ve got) (?:(?:an?|very|really|some) )*"
    r"(?P<claim>[\w-]+)"
)
_ABLE = re.compile(
    r"^I(?: can| could| am able to|['’]m able to| know how to| have the ability to"
    r"|['’]ll| will)(?: (?:also|both|really|not only|well able to))? "
    rf"(?!(?:not|from|a|an|{either('availability')})\b)"
)
_DOES = re.compile(r"^I (?:always |often |never )?(?=(?P<verb>[a-z]+) )")
_NO_HALVES = frozenset(
    (
        *(("not", "having"), ("not", "being"), ("never", "having")),
        *(("referred", "by"), ("recommended", "by")),
    )
)
_UNKNOWN = re.compile(
    rf"^no (?P<what>(?!(?:\w+ )*(?:{either('held')}|{either('kin')}|experience|training|plans?"
    r"|offers?|idea|coursework|background|car|house|job|accent)\b)[\w-]+(?: [\w-]+)?)"
    r" (?:yet|so far)$",
    re.IGNORECASE,
)
"""What the writer has not dealt with yet: "no ozone yet"."""
_GOING_ON = frozenset(("because", "since", "soon", "shortly", "next", "this"))
"""What shows that something goes on now: "leaving because …"."""
_CLAIM_WORDS = 3
"""A habit told in so few words says no more than a claim: "I notice waste"."""
_KNOWN = re.compile(r"^I know (?=[a-z]+$|(?:[a-z]+ )?[a-z]+s$)")
_QUALITY = re.compile(
    rf"^I(?:['’]m| am) (?:\w+ly |very |always |also )?(?=(?:{either('qualities')})\b)"
)
_WITHOUT = re.compile(r",? (?:without|and not|rather than|instead of) .*$")
_ABILITIES = re.compile(
    r",? (?:and|but|yet) (?:still |also |yet |even |at the same time )?|,? while |; "
    r"| at the same time"
)
_JOINED = re.compile(r", and |; | because | but | so that | and (?:I|would|will|want|can)\b")
_SELF = re.compile(
    rf"^[\w -]+? ?\b(?:{either('selves')}|"
    r"(?:mother|father|parent|mum|mom|dad) of [\w ]+|native speaker(?: of \w+)?|card holder)$",
    re.IGNORECASE,
)
_OWN = re.compile(r"\bhave own ")
_AGENT = re.compile(r"(?:er|or|ist|ant)$")  # "a returning applicant"
_OWNED = re.compile(rf", (?=(?:{either('owned')}) (?:is|are|was|has|have)\b)")
_BACK_NOW = re.compile(r", ((?:now )?back (?:full|part|at|in|to|on)\b.*)$")
_ADVERT = re.compile(r"\b(saw|read|found|answered) (ad|advert|job ad|posting|listing|vacancy)\b")
_MEETING = re.compile(rf"\bfor (?P<meeting>(?!interview\b)(?:{either('meetings')}))\b")
_MY = re.compile(
    r",? (?<!and )(?<!though )(?<!because )(?<!but )(?<!since )(?:and )?my"
    r"(?= \w+ (?:is|are|was|has|have)\b)"
)
_WORKING = re.compile(
    r"^(?P<how>remote|hybrid|part[- ]time|full[- ]time)(?:ly)?"
    r"(?=,|$| (?:from|in|at|only|or|and|for|with|if|on|until|please|work|is|as|a|all|when|by)\b)",
    re.IGNORECASE,
)
_MANNERS = {"remote": "remotely", "hybrid": "in a hybrid way"}
_WORKED_SINCE = re.compile(
    r"^(?P<how>remote|hybrid|part[- ]time|full[- ]time|freelance|nights)(?:ly)? "
    r"(?P<rest>(?:since|for the (?:last|past)) .+)$",
    re.IGNORECASE,
)
_DID = "taught|laid|made|gave|let|kept|showed|brought|got|took"
_DID_TO_ME = re.compile(
    r"^(?!(?i:my|you|they|she|it|that|this|who|he|we|the|an?|our|their|your|i)\b)"
    rf"(?:[a-z]{{2,}}|[A-Za-z][a-z]+ [a-z]+) (?:{_DID}) (?:me|us)\b"
)
_GIVEN = (("consideration",), ("time",), ("attention",), ("patience",))
_TWICE = re.compile(
    r"^(I (?P<verb>don't|can|am|have|like|love|want|know)\b[^,;]*?) (?<!and )((?P=verb)\b)"
)
_OBJECTS = frozenset(("a", "an", "the", "my", "their", "your", "to", "at", "with"))
_POST = re.compile(
    r"\b(for) (?!the\b|an?\b|this\b|your\b|my\b)"
    r"((?:\w+ ){1,2}(?:post|position|role|job|vacancy))\b"
)
_LAST_DEED = re.compile(r", (?P<deed>[a-z]+)(?= [^,]+(?:, \w+ly)?$)(?!.* and )")
_VERBS = r"^(?P<verb>I (?:\w+ly )?(?:\w+ed|led|ran|built|set up|took over|grew|kept|wrote))"
_GROUP_OF = re.compile(rf"{_VERBS} (?P<noun>(?:[\w-]+ )?(?:{either('groups')})) (?P<rest>of .+)$")
_THE = re.compile(
    rf"{_VERBS} (?P<noun>(?:[\w-]+ )?(?:{either('counted')})) (?P<rest>(?!of\b)\w.*)$"
)
_SUBJECT = re.compile(r"^(?:that|how much|the fact that|because)\s+", re.IGNORECASE)


def say_clause(asked: Asked, text: str) -> tuple[Act, ...]:
    """A clause with its subject, said; a single deed is sought in the profile first."""
    clause = clauses_joined(asked.mine(_SUBJECT.sub("", text)))
    clause = "I" + clause[1:] if clause[:2] in ("i ", "i'") else clause
    clause = _DID_TO_ME.sub(lambda f: f"the {f[0][:1].lower()}{f[0][1:]}", clause)
    if not clause.startswith(("I", "my ")) and _held_first(clause):
        clause = f"my {clause}"
    clause = completed(unspliced(with_subject(clause)))
    if standing := tell_standing(clause, ""):
        return standing
    able = _ABLE.match(clause) or _QUALITY.match(clause) or _KNOWN.match(clause)
    if asked.shows and able:
        return _shown(clause[able.end() :])
    if asked.shows and (habit := _habit(clause)):
        told = said(clause) if len(words_of(clause)) > _CLAIM_WORDS else ()
        return (Seek((clause[habit.end() :],), (Side.PROFILE,), next(iter(told), None)),)
    claim = _STRENGTH.match(clause)
    if claim and claim["claim"].casefold() in word_list("strengths"):
        return (seek(asked, clause[claim.start("claim") :], sides=(Side.PROFILE,)),)
    deed = _DEED.match(clause)
    if deed and _is_work(deed["verb"]) and not _JOINED.search(clause):
        targets = asked.targets(clause[deed.start("verb") :])
        return (Seek(targets, (Side.PROFILE,), next(iter(said(clause)), None)),)
    return said(clause) or (Unsayable(text, "this says nothing yet"),)


def _shown(ability: str) -> tuple[Act, ...]:
    """An ability that is to be shown: the deeds that show it, one for each thing it takes."""
    done = _WITHOUT.sub("", ability.rstrip("."))
    parts = [""]
    for part in (part.strip(" .,") for part in _ABILITIES.split(done)):
        deed = is_base(words_of(part)[0]) if words_of(part) else False
        parts = (
            [*parts, part] if deed or not parts[-1] else [*parts[:-1], f"{parts[-1]} and {part}"]
        )
    return (Seek(tuple(part for part in parts if part), (Side.PROFILE,)),)


def _habit(clause: str) -> re.Match[str] | None:
    """What the writer says to do always: "I notice waste"; states and having are no deeds."""
    found = _DOES.match(clause)
    kept = word_list("states") | word_list("wanting") | word_list("auxiliaries")
    return found if found and is_base(found["verb"]) and found["verb"] not in kept else None


def _shown_as(asked: Asked, what: str) -> tuple[Act, ...]:
    """What the writer is, shown: by deeds, else said unless it is a claim alone."""
    if words_of(what)[0] in word_list("qualities"):
        return _shown(what)
    done = _WITHOUT.sub("", what)
    return (Seek((done,), (Side.PROFILE,), next(iter(said(f"I am {asked.mine(what)}")), None)),)


def _held_first(clause: str) -> bool:
    """Whether a clause begins with a paper that the writer holds: "certificate is current"."""
    head = re.split(r" (?:is|are|was|were|has|will|expires|runs|covers)\b", clause, maxsplit=1)[0]
    words = words_of(head)
    return (
        0 < len(words) <= 4
        and words[-1] in word_list("held") | {"references", "portfolio"}
        and (words[0] not in word_list("determiners"))
    )


def _is_work(verb: str) -> bool:
    return is_past(verb) and verb not in word_list("life") and verb not in word_list("auxiliaries")


_UNDONE = re.compile(
    rf"^no (?P<doing>(?!(?:{either('nominal')})\b)\w+ing)"
    r"(?P<rest>(?: \w+)?(?: \w+)? (?:yet|so far)\b.*)$",
    re.IGNORECASE,
)
"""What the writer has not done yet: "no supervising yet"."""
_LASTING = re.compile(
    r"\b(?:since|(?:in|for|over) (?:(?:the|my) (?:last|past) |all )?(?:\w+ )?"
    r"(?:years?|months|weeks|days|winters|seasons|decades?|my life|(?:19|20)\d\d))\b"
)
_NOT_NEEDED = re.compile(
    r"^(?P<what>[^,;:]+?) (?:is |are )?not (?:needed|required|necessary)$", re.IGNORECASE
)
_NO_BUT = re.compile(
    r"^(?P<no>no [^,;]+), (?:just |only |but )?(?:have )?(?:a |an )?"
    r"(?P<but>(?!no\b|not\b|never\b|and\b|would\b|will\b|can\b)[^,;]+? and [^,;]+)$",
    re.IGNORECASE,
)
"""What the writer has instead of something: "no degree, a diploma and four years at the bench"."""


def say_subjectless(asked: Asked, text: str) -> tuple[Act, ...] | None:
    """What lacks only its "I": "can start in March", "don't need a visa", "ran the night pool",
    "happy to teach on nights"; None where the text is none of these.
    """
    words = words_of(text)
    if len(words) < 2 or words[:2] in _NO_HALVES:
        return said(f"I am {text}") if words and words[0] in word_list("alone") else None
    if standing := tell_standing(asked.mine(text), ""):
        return standing
    base = verb_form(words[0], Form.BASE) if is_third(words[0]) else ""
    if base in word_list("wanting") or words[0] == "has":
        return say_clause(asked, f"I {base} {' '.join(text.split()[1:])}")
    if manner := _in_a_manner(text):
        return manner
    if (replaced := _replaced(asked, words, text)) is not None:
        return replaced
    if unneeded := _unneeded(asked, text) or (_without(asked, text) if words[0] == "no" else None):
        return unneeded
    if before := _before(words, text):
        return say_clause(asked, _with_articles(f"{before} {_lower_first(text)}"))
    first = words[0] if not words[0].endswith("ly") else words[1]
    if (
        first in word_list("strengths")
        and len(words) > 2
        and words[1] in ("at", "with", "in", "on")
    ):
        return (seek(asked, " ".join(words[2:]), sides=(Side.PROFILE,)),)
    if _SELF.search(text) and not is_plural(text) and words[0] not in ("my", "the", "your"):
        return say_clause(asked, f"I am {with_article(text)}")
    return None


def _in_a_manner(text: str) -> tuple[Act, ...]:
    """How the writer works or wants to: "remote since 2014", "part time for now"."""
    if since := _WORKED_SINCE.match(text):
        how = _MANNERS.get(since["how"].casefold(), since["how"].lower())
        return framed("worked", f"{how} {since['rest']}")
    if how := _WORKING.match(text):
        manner = _MANNERS.get(how["how"].casefold(), how["how"].lower())
        return framed("working", f"{manner}{text[how.end() :]}")
    return ()


def _before(words: tuple[str, ...], text: str) -> str:
    """The words that make a sentence of what lacks them: "I", "I am", "I have my"; "" where
    it lacks something else.
    """
    first = words[0] if not words[0].endswith("ly") else words[1]
    participle = words[1] in ("been", "run") or (
        Form.PARTICIPLE in forms_of(words[1]) and words[1] != "ran"
    )
    if words[0] == "been" or (words[0] == "never" and participle):
        return "I have"
    if words[0] == "own":
        return "I had my" if {"once", "before", "previously"} & {*words} else "I have my"
    if words[0] == "not" and words[1] not in ("just", "only") and not is_gerund(words[1]):
        return "I am"
    if first in word_list("auxiliaries") and not _is_reduced(words):
        return "I am" if words[0] in ("never", "always") and not forms_of(words[1]) else "I"
    if first in word_list("stances") and _is_stance(words[words.index(first) + 1 :]):
        return "I am"
    if words[0] in word_list("wanting") and words[1] not in ("of", "for", "and"):
        return "I"
    follows = word_list("prepositions") | {"the", "a", "last", "here", "twice", "before"}
    adjective = words[0] in word_list("participles") and words[1] not in follows
    held = words[-1] in word_list("held") and words[1] not in word_list("determiners")
    paired = words[1] in ("and", "or") and not is_past((*words, "", "")[2])
    adjective = adjective or words[0] in word_list("strengths")
    deed = _is_deed(words) and not adjective and not held and not paired
    return "I" if deed and text[:1] not in "0123456789" else ""


def _is_deed(words: tuple[str, ...]) -> bool:
    """Whether a text begins with a past form; one that is a base form too needs its object."""
    if is_past(words[0]):
        return True
    same = verb_form(words[0], Form.PAST) == words[0] and is_base(words[0])
    return same and (words[1][0].isdigit() or words[1] in ("a", "an", "the", "my", "all", "two"))


def _with_articles(text: str) -> str:
    """A clause in the manner of a telegram with the articles it left out: "led team of five"."""
    text = _TWICE.sub(r"\1 and \3", _MY.sub(", and my", text))
    text = _MEETING.sub(lambda f: f"for {with_article(f['meeting'])}", text)
    text = re.sub(r"\bafter offer\b", "after an offer", text)
    text = re.sub(r"\bat own (?=expense|cost|risk)", "at my own ", text)
    text = re.sub(
        r"\bhave (?=(?:passport|license|licence|car|van|truck|degree|visa)\b)", "have a ", text
    )
    text = _OWNED.sub("; my ", text)
    text = _BACK_NOW.sub(r"; I am \1", text)
    text = _OWN.sub("have my own ", text)
    text = _POST.sub(r"\1 the \2", _ADVERT.sub(r"\1 your \2", text))
    text = _LAST_DEED.sub(lambda f: f" and {f['deed']}" if is_past(f["deed"]) else f[0], text)
    if of := _GROUP_OF.match(text):
        return f"{of['verb']} {with_article(of['noun'])} {of['rest']}"
    return _THE.sub(r"\g<verb> the \g<noun> \g<rest>", text)


def _replaced(asked: Asked, words: tuple[str, ...], text: str) -> tuple[Act, ...] | None:
    """Stances that are said in other words: "passionate about", "looking forward to"."""
    if words[:2] in (("grateful", "for"), ("thankful", "for")) and words[2:3] in _GIVEN:
        return framed("thanks", f"your {' '.join(text.split()[2:])}")
    if words[-1] in ("needed", "required", "necessary"):
        return None
    for phrase, begins in mapping("replaced_stances").items():
        if " ".join(words).startswith(phrase):
            return _said(asked, begins, " ".join(text.split()[len(phrase.split()) :]))
    return None


def say_wish(asked: Asked, text: str) -> tuple[Act, ...] | None:
    """A reason that lacks its "I": "want to shape curriculum", "miss the bench"."""
    words = words_of(text)
    if is_clause(text):
        return say_clause(asked, text)
    found = say_subjectless(asked, text)
    settled = words[:1] and words[0] in word_list("states") | word_list("wanting")
    settled = settled or (*words, "", "")[1] in _OBJECTS
    if found is None and len(words) > 1 and _is_wish(words[0]) and settled:
        return say_clause(asked, f"I {_lower_first(text)}")
    return found


def _is_wish(word: str) -> bool:
    """Whether a base form is hardly a noun: "want", "miss", "teach"."""
    return word in word_list("states") | word_list("wanting") or is_base(word)


def say_gerund(asked: Asked, text: str) -> tuple[Act, ...] | None:
    """A gerund phrase as a sentence: "being local" is told in the present, a deed is sought."""
    words = words_of(text)
    if words[:1] in (("not",), ("never",)) and len(words) > 2 and words[1] in ("having", "being"):
        verb = "have" if words[1] == "having" else "am"
        return say_clause(asked, f"I {verb} {words[0]} {' '.join(text.split()[2:])}")
    if not words or not is_gerund(words[0]):
        return None
    rest = " ".join(text.split()[1:])
    if len(words) == 2 and _AGENT.search(words[1]):
        return None
    if words[0] == "being" and rest:
        return _shown_as(asked, rest) if asked.shows else say_clause(asked, f"I am {rest}")
    if words[0] == "having" and rest:
        return say_clause(asked, f"I have {rest}")
    if not is_gerund_phrase(text):
        return None
    base = verb_form(words[0], Form.BASE)
    goes_on = base in word_list("events") and (*words, "")[1] in _GOING_ON
    if base in word_list("states") or goes_on:
        return say_clause(asked, f"I am {text}" if goes_on else f"I {base} {rest}")
    if base in word_list("events") and asked.shows:
        past = said(f"I {verb_form(base, Form.PAST)} {asked.mine(rest)}")
        return (Seek((text,), _sides(asked), next(iter(past), None)),)
    if base in word_list("events"):
        return say_clause(asked, f"I {verb_form(base, Form.PAST)} {rest}")
    return (seek(asked, text, sides=_sides(asked)),)


def _sides(asked: Asked) -> tuple[Side, ...]:
    """Where something done is looked for: of the company in what the writer answered, too."""
    of_company = asked.context.part is Part.COMPANY
    return (Side.CONNECTION, Side.PROFILE) if of_company else (Side.PROFILE,)


def _unneeded(asked: Asked, text: str) -> tuple[Act, ...] | None:
    """What the writer does not need: "relocating not needed", "visa not required"."""
    found = _NOT_NEEDED.match(text)
    if found is None:
        return None
    what = asked.mine(found["what"])
    if is_gerund_phrase(what):
        return say_clause(asked, f"I don't need to {to_base(what)}")
    return say_clause(asked, f"I need no {_lower_first(without_determiner(what))}")


def _without(asked: Asked, text: str) -> tuple[Act, ...] | None:
    """What the writer has none of: "no accidents in nine years", "no visa needed"."""
    if only := _NO_BUT.match(text):
        counted = only["but"].split()[0] if only["but"] else ""
        but = only["but"] if counted[:1].isdigit() else with_article(only["but"])
        return say_clause(asked, f"I have {_lower_first(only['no'])}, but {but}")
    if needed := re.match(
        r"(?i)(?P<what>no .+?) (?:is |are )?(?:needed|required|necessary)$", text
    ):
        return say_clause(asked, f"I need {_lower_first(needed['what'])}")
    if need := re.match(r"(?i)no need (?:to|for|of) ", text):
        verb = "to " if need.group().endswith("to ") else ""
        return say_clause(asked, f"I don't need {verb}{text[need.end() :]}")
    if (undone := _UNDONE.match(text)) and is_gerund(undone["doing"]):
        done = verb_form(verb_form(undone["doing"].casefold(), Form.BASE), Form.PARTICIPLE)
        return say_clause(asked, f"I have not {done}{undone['rest']}")
    if (unknown := _UNKNOWN.match(text)) and is_plural(unknown["what"]):
        return say_clause(asked, f"I have had {_lower_first(text)}")
    if unknown:
        return framed("unworked", asked.mine(unknown["what"]))
    had = _LASTING.search(text)
    return say_clause(
        asked, f"I have {'had ' if had and 'yet' not in text else ''}{_lower_first(text)}"
    )


def _said(asked: Asked, begins: str, rest: str) -> tuple[Act, ...] | None:
    return said(f"{begins} {asked.mine(rest)}" if rest else begins) or None


def _is_stance(after: tuple[str, ...]) -> bool:
    """Whether an adjective stands by itself and not before a noun: "happy to teach"."""
    return bool(after) and (after[0] in word_list("stance_links") or after[0].endswith("ly"))


def _is_reduced(words: tuple[str, ...]) -> bool:
    """Whether a past form begins a noun phrase: "used cars", "need for speed"."""
    if words[0] == "need" and is_plural(words[1]):
        return False
    return words[0] in ("used", "need") and words[1] not in (
        "to",
        "no",
        "their",
        "your",
        "the",
        "a",
        "my",
    )


def _lower_first(text: str) -> str:
    first = (*text.split(maxsplit=1), "")[0]
    return text if any(c.isupper() for c in first[1:]) else text[:1].lower() + text[1:]
