"""A topic typed before what is said of it, put into that: "SAP – not an expert" is "not an expert
in SAP", "GIS: willing to learn" is "willing to learn GIS".

What a note says of its topic must not be said without it: "I am not an expert" tells nobody of
what, and "led a team? only when covering" is no claim to have led one.
"""

import re

from lapel.letter.english.clauses import is_clause
from lapel.letter.english.forms import is_gerund, is_past, is_plural, is_third, words_of
from lapel.letter.english.vocabulary import either, longest_keys, mapping, word_list
from lapel.letter.english.words import begun_small, is_counted_noun
from lapel.letter.points.instructing import take_instruction
from lapel.text.common import is_adjective

_MARK = r"(?:\?|:| [–-]) "
_TOPIC = rf"^(?P<topic>[A-Za-z][\w'’+#/-]*(?: [\w'’+#/-]+){{0,2}}){_MARK}(?P<said>\S.*)$"
_DEED = rf"^(?:I )?(?P<did>[A-Za-z][^?!.:;,]{{2,60}}?){_MARK}(?P<how>\S.*)$"
_MONTH = rf"(?:{'|'.join(mapping('months'))})\b"
_START = (
    r"(?i)(?:start(?:ing|s)?(?: date)?|available|can start)(?::| [–-]|\?) (?:in |on |from )?"
    rf"(?P<when>(?P<in>(?:(?:early|mid|late)[ -])?{_MONTH})|(?P<on>\d{{1,2}}(?:st|nd|rd|th)? "
    rf"{_MONTH}|(?:mon|tues|wednes|thurs|fri)day)|(?:after|before|immediately|right away|any time|"
    r"as soon)\b)"
)
"""A label and the date on which the writer can start: "start: mid June"."""
_WRITES = (
    r"(?i)(?P<who>they|you|the (?:ad|advert|posting)) (?P<do>writes?|wrote) "
    r"(?P<what>(?:an?|the|one|every|each|no) (?P<one>[a-z]+) (?P<does>[a-z]+)\b)"
)
"""A report of what somebody wrote without a "that": "they write an hour counts"."""
_ONLY = r"(?i)(?:but )?(?:only|just|mostly|mainly|once|twice|sometimes|occasionally|briefly)\b"
_NO = (
    r"(?i)(?:no|nope|never|hardly|barely|scarcely|sort of|kind of|kinda|a bit"
    r"|not (?:really|yet|exactly|quite|much|often|me|\w+ly))(?=$|[,;.]| but\b)"
)
_WHEN = word_list("links") | word_list("subordinators") | {"once", "twice"}
_ENDS = r"(?=$|[,;.]| (?:and|but|so|for|since|in|at|until|again|every|once|daily)\b)"
_WITHOUT_OBJECT = rf"(?i)(?:[a-z'’]+ ){{0,4}}?(?:{either('want_objects')}){_ENDS}"
"""Words that lack their object: "willing to learn, …", "never used"."""
_IT = (
    r"^(?P<does>(?:I )?(?:(?:have|never|not|still|also|only|very|so|really) )*(?P<verb>[a-z]+)"
    r"(?P<link> (?:at|of|in|with|to|about|on))?) (?P<it>it|them)\b"
)
_SOME = rf"^(?P<does>(?:I )?(?P<verb>[a-z]+) (?:some|a few|several|many|lots of)){_ENDS}"
_WHY_THEM = (
    r"(?i)(?P<why>why (?:them|you|here|there)(?::|\?| [–-])) (?P<said>(?P<first>[a-z]+)\b.*)$"
)
_NOT = (
    r"^(?P<not>not (?:(?:really|yet|very|that|so|too|exactly) )?(?:(?:an?|my) )?(?P<what>[a-z]+))"
    r"(?P<yet> yet)?(?P<rest>$|[,;.] .*| but .*)$"
)


def turn_topic(text: str) -> str:
    """Return the note with its topic moved into the statement; unchanged where it has no topic."""
    if limited := _say_limited_deed(text):
        return limited
    if start := re.match(_START, text):
        link = "on " if start["on"] else "in " if start["in"] else ""
        *first, last = start["when"].split(" ")
        when = " ".join((*first, mapping("months").get(last.casefold(), last)))
        return f"can start {link}{when}{text[start.end() :]}"
    wrote = re.match(_WRITES, text)
    if wrote and is_third(wrote["does"]) and not is_plural(wrote["one"]):
        return f"{wrote['who']} {wrote['do']} that {text[wrote.start('what') :]}"
    why = re.match(_WHY_THEM, text)
    if why and _is_of_company(why["first"].casefold()):
        return f"{why['why']} they are {why['said']}"
    found = re.match(_TOPIC, text)
    if found is None or not _is_topic(found["topic"]):
        return text
    topic, said = found["topic"], begun_small(found["said"])
    if lacks := re.match(_WITHOUT_OBJECT, said):
        return f"{lacks.group()} {_as_object(topic)}{said[lacks.end() :]}"
    it = re.match(_IT, said)
    if it and _is_done(it["verb"]) and (it["it"] == "it" or is_plural(topic)):
        rest = re.sub(r"\bthem\b", "it", said[it.end() :])
        return f"{it['does']} {_as_object(topic)}{rest}"
    some = re.match(_SOME, said)
    if some and is_past(some["verb"]) and is_plural(topic):
        return f"{some['does']} {topic}{said[some.end() :]}"
    denied = re.match(_NOT, said)
    if denied and denied["what"] in longest_keys("of_topics"):
        link = mapping("of_topics")[denied["what"]]
        return f"{denied['not']} {link} {topic}{denied['yet'] or ''}{denied['rest']}"
    return text


def denies_deed(text: str) -> bool:
    """Tell whether a note names a deed and takes it back: "led a team? not really"."""
    deed = re.match(_DEED, text)
    return bool(deed and _is_deed(deed["did"]) and re.match(_NO, deed["how"]))


def _say_limited_deed(text: str) -> str:
    """Return a deed with its limit ("led a team? only when covering"), "" where it has none."""
    deed = re.match(_DEED, text)
    if deed is None or not _is_deed(deed["did"]) or not re.match(_ONLY, deed["how"]):
        return ""
    how = begun_small(deed["how"])
    first, *after = words_of(how)
    what = first in ("only", "just") and not {*after[:1]} & _WHEN and not is_past((*after, "")[0])
    return f"I {begun_small(deed['did'])}{', but ' if what else ' '}{how}"


def _is_deed(did: str) -> bool:
    words = words_of(did)
    return len(words) > 1 and is_past(words[0]) and not is_clause(did)


def _is_done(verb: str) -> bool:
    """Tell whether a word is a deed done to a topic, or a state towards one: "miss", "good"."""
    known = word_list("states") | {"miss"} | mapping("of_topics").keys()
    return is_past(verb) or verb in known


def _is_of_company(first: str) -> bool:
    """Tell whether a bare reason begins with what the company is: "local, not a chain"."""
    feelings = word_list("stances") - {"local", "close", "new"}
    return is_adjective(first) and first not in feelings


def _is_topic(topic: str) -> bool:
    """Tell whether words before a mark name a thing, not a part of the letter or what to do."""
    words = words_of(topic)
    part = set(words) <= word_list("label_words") or " ".join(words) in word_list("labels")
    verb = is_clause(topic) or take_instruction(f"{topic} x") or is_past(words[0])
    small = words[0] in word_list("links") | word_list("subordinators") | {"not", "no"}
    return not (part or verb or small)


def _as_object(topic: str) -> str:
    """Return the topic as an object: with "the" where it is one countable thing."""
    noun = topic.rsplit(maxsplit=1)[-1]
    owned = words_of(topic)[0] in word_list("determiners")
    counted = noun.islower() and is_counted_noun(noun) and not is_plural(noun)
    one = counted and noun not in word_list("materials") and not is_gerund(words_of(topic)[0])
    return f"the {topic}" if one and not owned else topic
