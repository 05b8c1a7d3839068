"""The shorthand of answers typed in a hurry, written out."""

from lapel.text.inline import plain_text
from lapel.text.regexes import regex

_MET = regex(
    r"^(?P<who>[A-Z][^;:.,]*?), whom I (?P<deed>met|know|knew|worked with|studied with|taught"
    r"|trained|trained with|spoke to) (?P<rest>[^,;.]+)(?=;|\.|$)"
)
"""Somebody whom the writer met, without a verb: "Ada Lund, whom I met at the fair"."""
_QUOTES = regex(r"[\"“”]")
_QUOTED = regex(r"[\"“][^\"“”]*[\"”]")
_NO_NAME = regex(
    r"(?:, (?:but )?| (?=\())\(?(?:I )?(?:(?:didn't|did not|never) (?:get|got|catch|caught|ask"
    r"|asked)|forgot|(?:can't|don't) (?:remember|recall|know)) (?:his|her|their) names?\b\)?"
)
"""Words that only say that a name is not known: ", didn't get her name"."""
_TYPED = (
    (regex(r"\s*\b(?:lol|haha|lmao)\b"), ""),
    (regex(r"^1[.)] (?=.* 2[.)] )"), ""),
    (regex(r"(?<=\w)[,;.]? [2-9][.)] (?=[a-z])"), ", "),
    (_NO_NAME, ""),
    (_MET, r"I \g<deed> \g<who> \g<rest>"),
    (regex(r"(?<=[a-z]) [&+] (?=[a-z])"), " and "),
    (regex(r"(?<=[a-z]{3})\. (?=(?:and|but|so|it|they|we|my|the) [a-zI])"), "; "),
    (regex(r"(?<=\d) ?yrs?\b"), " years"),
    (regex(r"(?<=\d) ?mos\b"), " months"),
    (regex(r"(?<=\d) ?(?:hrs|h)\b(?! ?[&/])"), " hours"),
    (regex(r"(?<![\w.])i(?=['’ ])"), "I"),
    (regex(r"(?<![A-Za-z])w/o "), "without "),
    (regex(r"(?<![A-Za-z])w/ ?|(?<= )w (?=[a-z])"), "with "),
)
"""Shorthand of quick typing, each with what it means."""


def write_out_shorthand(text: str) -> str:
    """Return an answer's words without markup, with shorthand written out."""
    typed = " ".join(plain_text(text).replace("’", "'").split())
    if _QUOTED.fullmatch(typed) or len(_QUOTES.findall(typed)) % 2:
        typed = typed.strip('"“” ')
    for sign, meant in _TYPED:
        typed = sign.sub(meant, typed)
    return typed.replace(" b/c ", " because ")
